from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.html import escape

from draagvlak.accounts.models import Account
from draagvlak.documents.actions import freeze
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.lib.refusals import Changed
from draagvlak.lib.text import paragraphs
from draagvlak.meetings import queries, wording
from draagvlak.meetings.actions.agenda import carry_over
from draagvlak.meetings.actions.letters import Letter, send
from draagvlak.meetings.models import AgendaItem, Invitee, Meeting, Minutes
from draagvlak.meetings.rules import refuse_incomplete_decision, refuse_unless, refuse_unless_later
from draagvlak.meetings.states import MeetingState, Method, MinutesState
from draagvlak.tenancy.queries import belongs_to

WORDS = ("outcome", "decision")
VOTES = ("votes_for", "votes_against", "votes_abstained")


def refuse_before(meeting: Meeting, *, at: datetime) -> None:
    """What can only be told of a meeting that has begun, and only until its minutes are approved."""
    refuse_unless(meeting.state != MeetingState.CANCELLED, str(wording.IS_CANCELLED))
    refuse_unless(meeting.starts_at <= at, str(wording.NOT_BEGUN))
    is_open = meeting.report is None or meeting.report.state != MinutesState.APPROVED
    refuse_unless(is_open, str(wording.MINUTES_FIXED))


def _hold(meeting: Meeting) -> None:
    """Whoever tells of a meeting tells that it took place."""
    if meeting.state == MeetingState.PLANNED:
        meeting.state = MeetingState.HELD
        meeting.save(update_fields=["state"])


@transaction.atomic
def record_attendance(*, meeting: Meeting, people: Mapping[int, tuple[str, str]], by: Account, at: datetime) -> Meeting:
    """Who was there. people: key of an invitee → (a Presence, the name of a substitute or "")."""
    refuse_before(meeting, at=at)
    invitees = list(Invitee.objects.filter(meeting=meeting, pk__in=list(people)))
    for invitee in invitees:
        invitee.presence, substitute = people[invitee.pk]
        invitee.substitute = substitute.strip()
    Invitee.objects.bulk_update(invitees, ["presence", "substitute"])
    _hold(meeting)
    record("meetings.record_attendance", by=by, at=at, on=meeting)
    return meeting


@transaction.atomic
def write_minutes(
    *, meeting: Meeting, said: Mapping[int, Mapping[str, Any]], version: int, by: Account, at: datetime
) -> Minutes:
    """What was said and decided, per point. Minutes that were sent become a draft again, to be sent anew.

    said: key of a point → outcome, decision, how (a Method), votes_for, votes_against, votes_abstained, comes_back.
    version: the one the writer saw; 0 when there were no minutes yet.
    """
    locked = Meeting.objects.select_for_update().get(pk=meeting.pk)
    found = queries.meetings().get(pk=locked.pk)
    refuse_before(found, at=at)
    items = {item.pk: item for item in queries.items_of(found)}
    report = found.report
    if (report.version if report else 0) != version:
        _tell_both(report, items, said)
    for key, words in said.items():
        if key in items:
            _write(items[key], words)
    AgendaItem.objects.bulk_update(items.values(), [*WORDS, *VOTES, "how", "comes_back"])
    report = report or Minutes(meeting=found, version=0)
    report.state, report.sent_at, report.version = MinutesState.DRAFT, None, report.version + 1
    report.written_by, report.written_at = by, at
    report.save()
    _hold(found)
    record("meetings.write_minutes", by=by, at=at, on=report, details={"version": report.version})
    return report


def _write(item: AgendaItem, words: Mapping[str, Any]) -> None:
    votes = {name: int(words.get(name) or 0) for name in VOTES}
    refuse_incomplete_decision(
        how=words["how"],
        decision=words["decision"],
        votes=votes,
        sentence=str(wording.DECISION_INCOMPLETE).format(number=item.number),
    )
    item.outcome, item.decision = (words[name].replace("\r\n", "\n").strip() for name in WORDS)
    item.how, item.comes_back = words["how"], words["comes_back"]
    for name, count in votes.items():
        setattr(item, name, count if item.how == Method.VOTE else 0)


def _tell_both(report: Minutes | None, items: Mapping[int, AgendaItem], said: Mapping[int, Mapping[str, Any]]) -> None:
    """Somebody else wrote in between: raise Changed with every point that differs, under its title."""
    theirs: dict[str, object] = {}
    for key, item in items.items():
        mine = tuple(said.get(key, {}).get(name, "").replace("\r\n", "\n").strip() for name in WORDS)
        if mine != (item.outcome, item.decision):
            words = paragraphs(f"{item.outcome}\n\n{item.decision}")
            theirs[f"outcome_{key}"] = f"<h3>{item.number}. {escape(item.title)}</h3>{words}"
    by = str(report.written_by) if report else str(wording.SOMEONE)
    sentence = str(wording.SOMEONE_CHANGED).format(name=by)
    raise Changed(sentence, theirs=theirs, version=report.version if report else 0, by=by)


@transaction.atomic
def send_minutes(*, meeting: Meeting, by: Account, at: datetime, root: str = "") -> Minutes:
    """Send the minutes to who was invited; what they leave open goes to the next meeting.

    Who has no account cannot open a page: the words themselves go along.
    """
    report = meeting.report
    refuse_unless(report is not None, str(wording.NO_MINUTES_YET))
    assert report is not None  # noqa: S101 -- refused on the line above
    refuse_unless(report.state == MinutesState.DRAFT, str(wording.MINUTES_SENT_ALREADY))
    report.state, report.sent_at = MinutesState.SENT, at
    report.save()
    facts = {"rest": queries.minutes_in_words(meeting)}
    told = [one for one in queries.invitees_of(meeting) if not one.is_guest or _is_of_the_house(one)]
    send(Letter(meeting, wording.MINUTES_SUBJECT, wording.MINUTES_BODY, by, root, at, facts=facts), told)
    record("meetings.send_minutes", by=by, at=at, on=report)
    carry_over(body=meeting.body, by=by, at=at)
    return report


def _is_of_the_house(invitee: Invitee) -> bool:
    return invitee.account is not None and belongs_to(invitee.account, invitee.organisation)


@transaction.atomic
def approve_minutes(
    *,
    minutes: Minutes,
    approved_in: Meeting | None,
    remarks: str,
    version: int | None = None,
    by: Account,
    at: datetime,
) -> Minutes:
    """The body approved the minutes in a later meeting; or, without one, its chair did in writing. The words are kept for
    good, and the database refuses to change them.

    version: of the words that were read; None for who reads them in this very act. Raises Changed.
    """
    refuse_unless(minutes.state != MinutesState.APPROVED, str(wording.MINUTES_FIXED))
    if version is not None and version != minutes.version:
        name = str(minutes.written_by)
        raise Changed(str(wording.SOMEONE_CHANGED).format(name=name), theirs={}, version=minutes.version, by=name)
    refuse_unless(minutes.state == MinutesState.SENT, str(wording.MINUTES_NOT_SENT))
    meeting = minutes.meeting
    if approved_in is not None:
        refuse_unless(approved_in.state != MeetingState.CANCELLED, str(wording.IS_CANCELLED))
        refuse_unless_later(
            minuted=(meeting.body_id, meeting.starts_at),
            approving=(approved_in.body_id, approved_in.starts_at),
            now=at,
            sentence=str(wording.NOT_A_LATER_MEETING),
        )
    minutes.document = freeze(title=str(minutes), text=queries.minutes_in_words(meeting), at=at)
    minutes.state, minutes.approved_in, minutes.approved_by = MinutesState.APPROVED, approved_in, by
    minutes.approved_on = clock.day_of(approved_in.starts_at if approved_in else at)
    minutes.remarks = remarks.strip()
    minutes.version += 1
    minutes.save()
    details = {"sha256": minutes.document.sha256, "in_writing": approved_in is None}
    record("meetings.approve_minutes", by=by, at=at, on=minutes, details=details)
    return minutes
