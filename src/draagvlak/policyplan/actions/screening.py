"""Screening of what can change the personnel policy: flagged with a note or asked for, spoken on by the body, written down."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import override

from draagvlak.accounts.models import Account
from draagvlak.decisions.actions import open_dossier, set_usual_mandates
from draagvlak.decisions.models import Dossier
from draagvlak.decisions.states import DossierKind
from draagvlak.documents.actions import freeze
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.lib.law import term_ends
from draagvlak.lib.refusals import Changed
from draagvlak.meetings.actions import put_matter, withdraw_matter
from draagvlak.meetings.models import AgendaItem
from draagvlak.meetings.states import ItemKind
from draagvlak.notices.actions import queue_many
from draagvlak.notices.figures import Note
from draagvlak.notices.states import MessageKind
from draagvlak.policyplan import queries
from draagvlak.policyplan.models import Screening
from draagvlak.policyplan.rules import ScreeningRefused, refuse_day_of_screening
from draagvlak.policyplan.states import SCREENING_TRANSITIONS, ScreeningOutcome, ScreeningState
from draagvlak.policyplan.wording import SOMEONE, SOMEONE_CHANGED
from draagvlak.policyplan.wording import screening as wording
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.states import RoleKind
from draagvlak.ui.said import day_said

NOTE = ("what", "for_whom", "from_when", "effect", "means")
NEEDED = ("what", "for_whom", "effect")


@transaction.atomic
def flag_change(*, subject: str, facts: Mapping[str, Any], by: Account, at: datetime, root: str = "") -> Screening:
    """Say that a change touches the personnel policy, with its note. subject: a key of `what_can_be_screened`, or project.
    facts: title (for a project) and the parts of the note. It comes on the agenda of a meeting of the body that speaks for the
    workers, never so soon that the note cannot be read.

    Raises ScreeningRefused: nobody to speak, nothing written, what it is about is gone or flagged already.
    """
    made = _begin(subject, facts, at=at)
    _note(made, facts, by=by, at=at)
    made.state = ScreeningState.LYING
    made.save()
    record("policyplan.flag_change", by=by, at=at, on=made)
    _lay_before(made, by=by, at=at, root=root)
    return made


@transaction.atomic
def ask_screening(*, subject: str, facts: Mapping[str, Any], by: Account, at: datetime, root: str = "") -> Screening:
    """Somebody who represents workers asks to screen what nobody flagged. facts: title, why."""
    made = _begin(subject, facts, at=at)
    if not facts["why"].strip():
        raise ScreeningRefused(str(wording.SCREEN_NO_WHY))
    made.state, made.asked_by, made.asked_why = ScreeningState.ASKED, by, facts["why"].strip()
    made.save()
    record("policyplan.ask_screening", by=by, at=at, on=made)
    words = {"who": by.name, "why": made.asked_why}
    _tell(made, _who_prepares(at), (wording.SCREEN_ASK_SUBJECT, wording.SCREEN_ASK_BODY), words, at=at, root=root)
    return made


def _begin(subject: str, facts: Mapping[str, Any], *, at: datetime) -> Screening:
    body = stakeholders.body_that_speaks(on=clock.day_of(at))
    if body is None:
        raise ScreeningRefused(str(wording.SCREEN_NO_BODY))
    found = queries.subject_behind(subject)
    if found is None:
        raise ScreeningRefused(str(wording.SCREEN_GONE))
    known = queries.running_screening_of(found)
    if known is not None:
        raise ScreeningRefused(str(wording.SCREEN_TWICE).format(title=known.title))
    title = found["title"] or " ".join(facts.get("title", "").split())[:200]
    if not title:
        raise ScreeningRefused(str(wording.SCREEN_NO_TITLE))
    return Screening(**{**found, "title": title}, body=body, asked_on=clock.day_of(at))


def _note(screening: Screening, facts: Mapping[str, Any], *, by: Account, at: datetime) -> None:
    words = {name: facts.get(name, "").strip() for name in NOTE}
    if not all(words[name] for name in NEEDED):
        raise ScreeningRefused(str(wording.SCREEN_NO_WORDS))
    for name, value in words.items():
        setattr(screening, name, value)
    today = clock.day_of(at)
    screening.told_by, screening.readable_on = by, today
    screening.not_before = term_ends(today, queries.days_to_read(on=today))


@transaction.atomic
def write_screening_note(
    *, screening: Screening, facts: Mapping[str, Any], version: int, by: Account, at: datetime, root: str = ""
) -> Screening:
    """Write the note that was asked for, or mend one that lies there: the body then has the whole term again to read it."""
    held = _held(screening, ScreeningState.LYING, version=version)
    if held.state == ScreeningState.LYING and all(getattr(held, name) == facts.get(name, "").strip() for name in NOTE):
        return held
    _note(held, facts, by=by, at=at)
    _move(held, ScreeningState.LYING)
    record("policyplan.write_screening_note", by=by, at=at, on=held)
    _lay_before(held, by=by, at=at, root=root)
    return held


def _lay_before(screening: Screening, *, by: Account, at: datetime, root: str) -> None:
    """Put it on the agenda, of a later meeting where the one it stood on comes too soon, and send the note to who sits there."""
    point = queries.points_of_screenings([screening]).get(screening.pk)
    former = screening.matter
    if former is not None and point is None:
        former.not_before = screening.not_before
        former.save()
    elif former is None or _comes_too_soon(point, screening, at=at):
        if former is not None:
            withdraw_matter(matter=former, by=by, at=at)
        facts = {
            "title": str(wording.SCREEN_POINT).format(title=screening.title),
            "kind": ItemKind.INFORMATION,
            "link": address_of(screening),
            "not_before": screening.not_before,
        }
        screening.matter = put_matter(body=screening.body, facts=facts, by=by, at=at)
        screening.save()
    texts = (wording.SCREEN_NOTE_SUBJECT, wording.SCREEN_NOTE_BODY)
    _tell(screening, stakeholders.reached_in(screening.body, on=clock.day_of(at)), texts, {}, at=at, root=root)


def _comes_too_soon(point: AgendaItem | None, screening: Screening, *, at: datetime) -> bool:
    """Whether the meeting on whose agenda it stands is still to come, and before the body had its days to read."""
    if point is None or point.meeting.starts_at <= at or screening.not_before is None:
        return False
    return clock.day_of(point.meeting.starts_at) < screening.not_before


@transaction.atomic
def record_screening(
    *, screening: Screening, facts: Mapping[str, Any], version: int, by: Account, at: datetime, root: str = ""
) -> Screening:
    """Write down what the body said. facts: outcome, text, on (the day it met). Where it wants to give its advice first, a
    dossier opens about the note, unless the text itself lies before the bodies already.

    Raises ScreeningRefused before its meeting and without the words that the outcome needs, Changed when the note changed.
    """
    held = _held(screening, ScreeningState.SCREENED, version=version)
    _refuse_outcome(held, facts, at=at)
    held.outcome, held.outcome_text, held.outcome_on = facts["outcome"], facts["text"].strip(), facts["on"]
    held.outcome_by = by
    _move(held, ScreeningState.SCREENED)
    if held.outcome == ScreeningOutcome.ADVICE:
        held.dossier = queries.dossier_of_text(held) or _dossier_about(held, by=by, at=at, root=root)
        held.save()
    if held.matter is not None:
        withdraw_matter(matter=held.matter, by=by, at=at)
    record("policyplan.record_screening", by=by, at=at, on=held, details={"outcome": held.outcome})
    words = {"day": held.outcome_on, "outcome": ScreeningOutcome(held.outcome).label}
    texts = (wording.SCREEN_OUTCOME_SUBJECT, wording.SCREEN_OUTCOME_BODY)
    _tell(held, {**_who_prepares(at), **_told(held.told_by)}, texts, words, at=at, root=root)
    return held


def _refuse_outcome(screening: Screening, facts: Mapping[str, Any], *, at: datetime) -> None:
    point = queries.points_of_screenings([screening]).get(screening.pk)
    if point is not None and point.meeting.starts_at > at:
        day = day_said(clock.day_of(point.meeting.starts_at))
        raise ScreeningRefused(str(wording.SCREEN_NOT_MET).format(day=day))
    first = screening.readable_on or screening.asked_on
    sentence = str(wording.SCREEN_DAY).format(first=day_said(first))
    refuse_day_of_screening(on=facts["on"], readable_on=first, today=clock.day_of(at), sentence=sentence)
    if facts["text"].strip():
        return
    if facts["outcome"] == ScreeningOutcome.REMARK:
        raise ScreeningRefused(str(wording.SCREEN_NO_REMARK_TEXT))
    if facts["outcome"] == ScreeningOutcome.ADVICE:
        raise ScreeningRefused(str(wording.SCREEN_NO_ASK_TEXT))


def _dossier_about(screening: Screening, *, by: Account, at: datetime, root: str) -> Dossier:
    """The same road as every decision: the frozen note, to the bodies that have a mandate on measures."""
    set_usual_mandates(by=by, at=at, kind=DossierKind.MEASURE)
    document = freeze(title=screening.title, text=queries.note_in_words(screening), at=at)
    return open_dossier(kind=DossierKind.MEASURE, title=screening.title, document=document, by=by, at=at, root=root)


@transaction.atomic
def withdraw_screening(*, screening: Screening, reason: str, version: int, by: Account, at: datetime) -> Screening:
    """The change does not come. It stays on the list, with why."""
    held = _held(screening, ScreeningState.WITHDRAWN, version=version)
    if not reason.strip():
        raise ScreeningRefused(str(wording.SCREEN_NO_REASON))
    held.withdrawn_why = reason.strip()
    _move(held, ScreeningState.WITHDRAWN)
    if held.matter is not None:
        withdraw_matter(matter=held.matter, by=by, at=at)
    record("policyplan.withdraw_screening", by=by, at=at, on=held)
    return held


def _held(screening: Screening, to: ScreeningState, *, version: int) -> Screening:
    """The screening as it stands, locked. Raises ScreeningRefused for a step that is not allowed, and Changed."""
    rows = Screening.objects.select_for_update(of=("self",)).select_related("body__organisation", "matter__body")
    held = rows.get(pk=screening.pk)
    if to not in SCREENING_TRANSITIONS[ScreeningState(held.state)]:
        raise ScreeningRefused(str(wording.SCREEN_STATE).format(state=held.get_state_display()))
    if held.version != version:
        theirs = {name: getattr(held, name) for name in NOTE}
        name = str(held.told_by or SOMEONE)
        raise Changed(str(SOMEONE_CHANGED).format(name=name), theirs=theirs, version=held.version, by=name)
    return held


def _move(held: Screening, to: ScreeningState) -> None:
    held.state = to
    held.version += 1
    held.save()


def address_of(screening: Screening) -> str:
    return reverse(
        "policyplan:screening", kwargs={"organisation": screening.body.organisation.slug, "pk": screening.pk}
    )


def _told(*accounts: Account | None) -> stakeholders.People:
    """address → name and language."""
    return {one.email: (one.name, one.language) for one in accounts if one is not None}


def _who_prepares(at: datetime) -> stakeholders.People:
    wanted = {RoleKind.MANAGEMENT, RoleKind.TRAINING_COORDINATOR}
    roles = stakeholders.roles(on=clock.day_of(at))
    return _told(*(role.holder for role in roles if role.kind in wanted))


def _tell(
    screening: Screening,
    people: Mapping[str, tuple[str, str]],
    texts: Iterable[Any],
    more: Mapping[str, Any],
    *,
    at: datetime,
    root: str,
) -> None:
    subject, body = texts
    notes = []
    for address, (name, language) in people.items():
        with override(language):
            days = {"day": day_said(more.get("day") or screening.not_before or screening.asked_on)}
            words = {"name": name, "title": screening.title, "body": screening.body.name, **more, **days}
            words |= {"link": root + address_of(screening)}
            said = str(subject).format(**words), str(body).format(**words)
        notes.append(Note(address, language, *said))
    queue_many(notes, at=at, kind=MessageKind.PAPERS)
