from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib.refusals import Changed
from draagvlak.meetings import wording
from draagvlak.meetings.actions.agenda import carry_over
from draagvlak.meetings.actions.inviting import ask_everyone, match_invitees
from draagvlak.meetings.actions.letters import Letter, send
from draagvlak.meetings.figures import Slot
from draagvlak.meetings.models import Invitee, Meeting
from draagvlak.meetings.rules import refuse_empty, refuse_past, refuse_unless, repeats, series_of, slot_on
from draagvlak.meetings.states import Answer, MeetingState, Repeat
from draagvlak.stakeholders.models import Body
from draagvlak.ui.said import day_said

Rule = tuple[tuple[str, str | int], ...]


@transaction.atomic
def convene(*, body: Body, facts: Mapping[str, Any], by: Account, at: datetime, root: str = "") -> list[Meeting]:
    """Call a body together, once or as a series; what earlier meetings left open comes on the agenda of the next one.

    facts: title, day, starts, ends (hours of that day), place; of a series also every (a Repeat) and count. root: address of
    this installation, for the links in the mail.
    """
    every, count = facts.get("every") or Repeat.ONCE, facts.get("count") or 1
    refuse_unless(body.ends_on is None, str(wording.BODY_ENDED).format(body=body.name))
    words = {"too_long": str(wording.SERIES_TOO_LONG), "too_far": str(wording.SERIES_TOO_FAR)}
    days = series_of(facts["day"], every=every, count=count, **words)
    slots = [_slot(day, facts) for day in days]
    refuse_past(slots[0].starts_at, now=at, sentence=str(wording.IN_THE_PAST))
    series = str(uuid4()) if len(slots) > 1 else ""
    made = [_plan(body, slot, facts, series=series, by=by, at=at) for slot in slots]
    asked = [ask_everyone(meeting) for meeting in made]
    record("meetings.convene", by=by, at=at, on=made[0], details={"meetings": len(made)})
    carry_over(body=body, by=by, at=at)
    if series:
        _invite_to_series(made, asked, rule=repeats(days[0], every=every, count=count), by=by, root=root, at=at)
    else:
        send(_invitation_to(made[0], by=by, root=root, at=at), asked[0])
    return made


def _slot(day: date, facts: Mapping[str, Any]) -> Slot:
    return slot_on(
        day,
        facts["starts"],
        facts["ends"],
        reversed_times=str(wording.TIMES_REVERSED),
        no_such_hour=str(wording.NO_SUCH_HOUR).format(day=day_said(day)),
    )


def _plan(body: Body, slot: Slot, facts: Mapping[str, Any], *, series: str, by: Account, at: datetime) -> Meeting:
    return Meeting.objects.create(
        body=body,
        title=facts["title"].strip(),
        starts_at=slot.starts_at,
        ends_at=slot.ends_at,
        first_starts_at=slot.starts_at,
        place=facts["place"].strip(),
        uid=str(uuid4()),
        series=series,
        convened_by=by,
        convened_at=at,
        changed_at=at,
    )


def _invitation_to(meeting: Meeting, *, by: Account, root: str, at: datetime) -> Letter:
    return Letter(meeting, wording.INVITED_SUBJECT, wording.INVITED_BODY, by, root, at, method="REQUEST")


def _invite_to_series(
    made: Sequence[Meeting], asked: Sequence[list[Invitee]], *, rule: Rule, by: Account, root: str, at: datetime
) -> None:
    """One mail with the whole series to who is asked to all of it; who sits there only part of the time gets those days."""
    turns: dict[tuple[int | None, int | None], list[Invitee]] = {}
    for invitees in asked:
        for one in invitees:
            turns.setdefault((one.account_id, one.member_id), []).append(one)
    first = made[0]
    whole = Letter(
        first, wording.INVITED_SUBJECT, wording.SERIES_BODY, by, root, at, method="REQUEST", repeats=rule, series=made
    )
    send(whole, [mine[0] for mine in turns.values() if len(mine) == len(made)])
    for mine in turns.values():
        if len(mine) < len(made):
            for invitee in mine:
                send(_invitation_to(invitee.meeting, by=by, root=root, at=at), [invitee])


@transaction.atomic
def change_meeting(
    *, meeting: Meeting, facts: Mapping[str, Any], version: int, by: Account, at: datetime, root: str = ""
) -> Meeting:
    """Another day, hour, place or title: everybody's calendar follows. At another moment everybody is asked again.

    facts: as for convene. version: the one the person saw.
    """
    locked = Meeting.objects.select_for_update(of=("self",)).select_related("body", "organisation", "convened_by")
    found = locked.get(pk=meeting.pk)
    _refuse_begun(found, at=at)
    slot = _slot(facts["day"], facts)
    now = {"title": found.title, "place": found.place, "starts_at": found.starts_at, "ends_at": found.ends_at}
    new = {
        "title": facts["title"].strip(),
        "place": facts["place"].strip(),
        "starts_at": slot.starts_at,
        "ends_at": slot.ends_at,
    }
    if found.version != version:
        sentence = str(wording.SOMEONE_CHANGED).format(name=wording.SOMEONE)
        raise Changed(sentence, theirs=now, version=found.version)
    if new == now:
        return found
    refuse_past(slot.starts_at, now=at, sentence=str(wording.IN_THE_PAST))
    for name, value in new.items():
        setattr(found, name, value)
    found.sequence, found.version, found.changed_at = found.sequence + 1, found.version + 1, at
    found.save()
    if (new["starts_at"], new["ends_at"]) != (now["starts_at"], now["ends_at"]):
        Invitee.objects.filter(meeting=found).update(answer=Answer.NONE, reason="", answered_at=None)
    before = set(found.invitees.values_list("pk", flat=True))
    told = [one for one in match_invitees(meeting=found, by=by, at=at, root=root) if one.pk in before]
    send(Letter(found, wording.CHANGED_SUBJECT, wording.CHANGED_BODY, by, root, at, method="REQUEST"), told)
    record("meetings.change_meeting", by=by, at=at, on=found, details={"sequence": found.sequence})
    if new["starts_at"] != now["starts_at"]:
        carry_over(body=found.body, by=by, at=at)
    return found


def _refuse_begun(meeting: Meeting, *, at: datetime) -> None:
    refuse_unless(meeting.state == MeetingState.PLANNED, str(wording.NOT_PLANNED))
    refuse_unless(meeting.starts_at > at, str(wording.BEGUN))


@transaction.atomic
def cancel_meeting(*, meeting: Meeting, reason: str, by: Account, at: datetime, root: str = "") -> Meeting:
    """Call a meeting off, with a reason; its points go to the next one. Also for one that did not take place after all."""
    refuse_unless(meeting.state == MeetingState.PLANNED, str(wording.NOT_PLANNED))
    refuse_empty(reason, str(wording.NO_CANCEL_REASON))
    meeting.state, meeting.cancel_reason = MeetingState.CANCELLED, reason.strip()
    meeting.sequence, meeting.version, meeting.changed_at = meeting.sequence + 1, meeting.version + 1, at
    meeting.save()
    record("meetings.cancel_meeting", by=by, at=at, on=meeting, details={"sequence": meeting.sequence})
    carry_over(body=meeting.body, by=by, at=at)
    told = meeting.invitees.select_related("account", "member")
    facts = {"reason": meeting.cancel_reason}
    letter = Letter(
        meeting, wording.CANCELLED_SUBJECT, wording.CANCELLED_BODY, by, root, at, method="CANCEL", facts=facts
    )
    send(letter, told)
    return meeting
