"""Asking the people themselves whom a measure concerns: prepared, asked, heard, answered, decided (rows B5.1 and C1).

What people say stands in rows that are only added. The journal hears that something happened, never about which measure, nor
who is concerned: many read it.
"""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import override

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.lib.refusals import Changed
from draagvlak.notices.actions import queue_many
from draagvlak.notices.figures import Note
from draagvlak.policyplan.models import (
    ConcernedPerson,
    IndividualAnswer,
    IndividualConsultation,
    Screening,
    Statement,
)
from draagvlak.policyplan.queries import individual as queries
from draagvlak.policyplan.rules import IndividualRefused, own_last_day, still_missing
from draagvlak.policyplan.states import (
    INDIVIDUAL_TRANSITIONS,
    FollowUp,
    IndividualOutcome,
    IndividualState,
    SpokenBy,
)
from draagvlak.policyplan.wording import SOMEONE, SOMEONE_CHANGED
from draagvlak.policyplan.wording import individual as wording
from draagvlak.staff import queries as staff
from draagvlak.ui.said import day_said

NOTE = ("title", "what", "why", "from_when", "effect")
NEEDED = ("title", "what", "why", "effect")
OVER = (IndividualState.DECIDED, IndividualState.WITHDRAWN)


@transaction.atomic
def start_individual(
    *, facts: Mapping[str, Any], screening: Screening | None, by: Account, at: datetime
) -> IndividualConsultation:
    """Prepare asking people about a measure. facts: title, what, why, from_when, effect, last_on."""
    made = IndividualConsultation(screening=screening, started_by=by, started_on=clock.day_of(at))
    _write(made, facts, at=at)
    made.save()
    record("policyplan.start_individual", by=by, at=at)
    return made


@transaction.atomic
def change_individual(
    *, consultation: IndividualConsultation, facts: Mapping[str, Any], version: int, by: Account, at: datetime
) -> IndividualConsultation:
    """Mend the note as long as nobody was asked. Raises IndividualRefused and Changed."""
    held = _held(consultation, IndividualState.ASKED, version=version)
    if held.state != IndividualState.DRAFT:
        raise _too_late(held)
    _write(held, facts, at=at)
    _save(held)
    record("policyplan.change_individual", by=by, at=at)
    return held


def _write(held: IndividualConsultation, facts: Mapping[str, Any], *, at: datetime) -> None:
    words = {name: facts.get(name, "").strip() for name in NOTE}
    if not all(words[name] for name in NEEDED):
        raise IndividualRefused(str(wording.IND_NO_WORDS))
    for name, value in words.items():
        setattr(held, name, value)
    held.last_on = facts["last_on"]
    _refuse_past(held, at=at)


def _refuse_past(held: IndividualConsultation, *, at: datetime) -> None:
    if held.last_on <= clock.day_of(at):
        raise IndividualRefused(str(wording.IND_PAST))


@transaction.atomic
def choose_people(
    *,
    consultation: IndividualConsultation,
    add: Collection[int],
    remove: Collection[int],
    by: Account,
    at: datetime,
    root: str = "",
) -> list[ConcernedPerson]:
    """Say whom it concerns. add: keys of people at work today; remove: of people chosen before. Once people were asked,
    somebody can only be added: he is asked at once and has as many days as the others had.

    Raises IndividualRefused.
    """
    held = _locked(consultation)
    if held.state in OVER:
        raise _too_late(held)
    if remove and held.state != IndividualState.DRAFT:
        raise IndividualRefused(str(wording.IND_STAYS))
    ConcernedPerson.objects.filter(consultation=held, member__in=list(remove)).delete()
    known = set(ConcernedPerson.objects.filter(consultation=held).values_list("member", flat=True))
    wanted = list(staff.members_at_work(on=clock.day_of(at)).filter(pk__in=list(add)))
    if len(wanted) != len(set(add)):
        raise IndividualRefused(str(wording.IND_GONE))
    made = [ConcernedPerson(consultation=held, member=one) for one in wanted if one.pk not in known]
    ConcernedPerson.objects.bulk_create(made)
    if held.state == IndividualState.DRAFT:
        _save(held)  # who has the question ready in another window looks at the people again
    elif made:
        _ask(held, made, at=at, root=root)
    record("policyplan.choose_people", by=by, at=at)
    return made


@transaction.atomic
def ask_people(
    *, consultation: IndividualConsultation, version: int, by: Account, at: datetime, root: str = ""
) -> IndividualConsultation:
    """Ask everybody chosen: who has an account by mail, the others wait for their sheet. From here the note stands."""
    held = _held(consultation, IndividualState.ASKED, version=version)
    _refuse_past(held, at=at)
    people = list(ConcernedPerson.objects.filter(consultation=held).select_related("member__account"))
    if not people:
        raise IndividualRefused(str(wording.IND_NOBODY))
    today = clock.day_of(at)
    members = [one.member_id for one in people]
    if staff.members_at_work(on=today).filter(pk__in=members).count() != len(people):
        raise IndividualRefused(str(wording.IND_GONE))
    held.state, held.asked_on = IndividualState.ASKED, today
    _save(held)
    _ask(held, people, at=at, root=root)
    record("policyplan.ask_people", by=by, at=at)
    return held


def _ask(held: IndividualConsultation, people: Collection[ConcernedPerson], *, at: datetime, root: str) -> None:
    today = clock.day_of(at)
    last_on = own_last_day(asked_on=held.asked_on or today, last_on=held.last_on, today=today)
    reached = queries.with_access(people)
    for one in people:
        one.last_on = last_on
        one.mailed_on = today if one.pk in reached else None
    ConcernedPerson.objects.bulk_update(people, ["last_on", "mailed_on"])
    _tell(held, people, (wording.IND_ASK_SUBJECT, wording.IND_ASK_BODY), {}, at=at, root=root)


@transaction.atomic
def hand_over_sheet(*, person: ConcernedPerson, on: date, by: Account, at: datetime) -> ConcernedPerson:
    """Note that the sheet was given to somebody on a day; who cannot open the page has as many days from then on as the others."""
    row = _running(person)
    _refuse_day(row, on, at=at)
    held = row.consultation
    row.paper_on = on
    if row.mailed_on is None or not queries.with_access([row]):
        own = own_last_day(asked_on=held.asked_on or on, last_on=held.last_on, today=on)
        row.last_on = max(row.last_on or own, own)
    row.save()
    record("policyplan.hand_over_sheet", by=by, at=at)
    return row


@transaction.atomic
def note_conversation(*, person: ConcernedPerson, facts: Mapping[str, Any], by: Account, at: datetime) -> Statement:
    """Note what somebody said in a conversation. facts: text or has_none, talked_on, present."""
    row = _running(person)
    _refuse_day(row, facts["talked_on"], at=at)
    if not facts["present"].strip():
        raise IndividualRefused(str(wording.IND_NO_PRESENT))
    text = _words(facts, none=wording.IND_TALK_SOMETHING, both=wording.IND_TALK_ONE)
    more = {"talked_on": facts["talked_on"], "present": facts["present"].strip()}
    made = Statement.objects.create(person=row, spoken_by=SpokenBy.TALK, text=text, by=by, at=at, **more)
    record("policyplan.note_conversation", by=by, at=at)
    return made


@transaction.atomic
def speak_individually(*, person: ConcernedPerson, facts: Mapping[str, Any], by: Account, at: datetime) -> Statement:
    """Say something, or that one has no remarks; the delegate whom the person chose says it on his behalf. It is added to
    what was said before. facts: text or has_none. The journal does not hear who it was."""
    row = _running(person)
    text = _words(facts, none=wording.IND_SAY_SOMETHING, both=wording.IND_SAY_ONE)
    hand = SpokenBy.SELF if row.member.account_id == by.pk else SpokenBy.DELEGATE
    made = Statement.objects.create(person=row, spoken_by=hand, text=text, by=by, at=at)
    record("policyplan.speak_individually", by=None, at=at)
    return made


def _words(facts: Mapping[str, Any], *, none: Any, both: Any) -> str:  # noqa: ANN401 -- sentences
    text, has_none = str(facts.get("text") or "").strip(), bool(facts.get("has_none"))
    if text and has_none:
        raise IndividualRefused(str(both))
    if not text and not has_none:
        raise IndividualRefused(str(none))
    return text


@transaction.atomic
def choose_delegate(
    *, person: ConcernedPerson, delegate: Account | None, by: Account, at: datetime, root: str = ""
) -> ConcernedPerson:
    """Ask somebody of the union delegation to stand beside one; None: nobody any more. He gets a mail without the measure."""
    row = _running(person)
    if delegate is not None and delegate.pk not in {
        seat.holder_id for seat in queries.delegation(on=clock.day_of(at))
    } - {row.member.account_id}:
        raise IndividualRefused(str(wording.IND_NOT_A_DELEGATE))
    is_new = delegate is not None and delegate.pk != row.delegate_id
    row.delegate = delegate
    row.save()
    record("policyplan.choose_delegate", by=None, at=at)
    if delegate is not None and is_new:
        texts = (wording.IND_DELEGATE_SUBJECT, wording.IND_DELEGATE_BODY)
        queue_many([_mail(row, delegate, texts, {"who": str(row.member)}, root=root)], at=at)
    return row


@transaction.atomic
def answer_person(  # noqa: PLR0913 -- an answer, to what, and who gives it
    *,
    person: ConcernedPerson,
    facts: Mapping[str, Any],
    upon: int,
    is_given: bool,
    by: Account,
    at: datetime,
    root: str = "",
) -> IndividualAnswer:
    """Answer somebody's remarks. facts: follow_up, text. upon: the last remarks that were read. is_given: by management;
    else it is prepared for management, and the person does not see it yet.

    Raises IndividualRefused: nothing to answer, something was said meanwhile, no reason.
    """
    row = _running(person)
    last = queries.last_remarks(row)
    if last is None:
        raise IndividualRefused(str(wording.IND_NO_REMARKS))
    if last.pk != upon:
        raise IndividualRefused(str(wording.IND_MEANWHILE))
    text = facts["text"].strip()
    if not text:
        raise IndividualRefused(str(wording.IND_NO_ANSWER))
    follow_up = FollowUp(facts["follow_up"])
    made = IndividualAnswer.objects.create(
        person=row, upon=last, follow_up=follow_up, text=text, is_given=is_given, by=by, at=at
    )
    record("policyplan.answer_person", by=by, at=at)
    if is_given:
        _tell(row.consultation, [row], (wording.IND_ANSWER_SUBJECT, wording.IND_ANSWER_BODY), {}, at=at, root=root)
    return made


@transaction.atomic
def decide_individual(
    *,
    consultation: IndividualConsultation,
    facts: Mapping[str, Any],
    version: int,
    by: Account,
    at: datetime,
    root: str = "",
) -> IndividualConsultation:
    """Record what happens with the measure. facts: outcome, text (why). Only when everybody spoke, let his term pass after
    he was asked, or left; and everybody with remarks has an answer.

    Raises IndividualRefused with what is still missing, and Changed.
    """
    held = _held(consultation, IndividualState.DECIDED, version=version)
    missing = still_missing(queries.standing_of(held, on=clock.day_of(at)))
    if missing:
        raise IndividualRefused(str(wording.IND_NOT_YET).format(missing=wording.in_words(missing)))
    if not facts["text"].strip():
        raise IndividualRefused(str(wording.IND_NO_REASON))
    held.outcome = IndividualOutcome(facts["outcome"])
    people = _end(held, IndividualState.DECIDED, facts["text"], by=by, at=at)
    record("policyplan.decide_individual", by=by, at=at)
    texts = (wording.IND_DECISION_SUBJECT, wording.IND_DECISION_BODY)
    _tell(held, people, texts, {"outcome": IndividualOutcome(held.outcome)}, at=at, root=root)
    return held


@transaction.atomic
def withdraw_individual(
    *, consultation: IndividualConsultation, reason: str, version: int, by: Account, at: datetime, root: str = ""
) -> IndividualConsultation:
    """The measure is not put to people any more. What was said stays."""
    held = _held(consultation, IndividualState.WITHDRAWN, version=version)
    if not reason.strip():
        raise IndividualRefused(str(wording.IND_NO_REASON))
    was_asked = held.asked_on is not None
    people = _end(held, IndividualState.WITHDRAWN, reason, by=by, at=at)
    record("policyplan.withdraw_individual", by=by, at=at)
    if was_asked:
        texts = (wording.IND_WITHDRAWN_SUBJECT, wording.IND_WITHDRAWN_BODY)
        _tell(held, people, texts, {}, at=at, root=root)
    return held


def _end(
    held: IndividualConsultation, to: IndividualState, reason: str, *, by: Account, at: datetime
) -> list[ConcernedPerson]:
    held.state, held.outcome_text = to, reason.strip()
    held.ended_on, held.ended_by = clock.day_of(at), by
    _save(held)
    return list(queries.records().filter(consultation=held))


def _tell(
    held: IndividualConsultation,
    people: Collection[ConcernedPerson],
    texts: tuple[Any, Any],
    more: Mapping[str, Any],
    *,
    at: datetime,
    root: str,
) -> None:
    """A mail to everybody of these who has access, in their own language, with the way to their own page."""
    reached = queries.with_access(people)
    queue_many(
        [_mail(one, reached[one.pk], texts, more, root=root) for one in people if one.pk in reached],
        at=at,
    )


def _mail(person: ConcernedPerson, to: Account, texts: tuple[Any, Any], more: Mapping[str, Any], *, root: str) -> Note:
    held = person.consultation
    place = reverse("policyplan:individual_record", kwargs={"organisation": held.organisation.slug, "pk": person.pk})
    with override(to.language):
        outcome = getattr(more.get("outcome"), "label", "")
        words = {"name": to.name, "title": held.title, "day": day_said(person.last_on or held.last_on)}
        words |= {**more, "outcome": outcome, "link": root + place}
        subject, body = (str(text).format(**words) for text in texts)
    return Note(to.email, to.language, subject, body)


def _locked(consultation: IndividualConsultation) -> IndividualConsultation:
    rows = IndividualConsultation.objects.select_for_update(of=("self",)).select_related("organisation")
    return rows.get(pk=consultation.pk)


def _held(consultation: IndividualConsultation, to: IndividualState, *, version: int) -> IndividualConsultation:
    """As it stands, locked. Raises IndividualRefused for a step that is not allowed, and Changed."""
    held = _locked(consultation)
    if to not in INDIVIDUAL_TRANSITIONS[IndividualState(held.state)]:
        raise _too_late(held)
    if held.version != version:
        theirs = {name: getattr(held, name) for name in NOTE}
        raise Changed(str(SOMEONE_CHANGED).format(name=SOMEONE), theirs=theirs, version=held.version, by=str(SOMEONE))
    return held


def _running(person: ConcernedPerson) -> ConcernedPerson:
    """The row of somebody who was asked, with its measure locked. Raises IndividualRefused when that is over."""
    held = _locked(person.consultation)
    if held.state != IndividualState.ASKED:
        raise _too_late(held)
    row = ConcernedPerson.objects.select_related("member__account").get(pk=person.pk)
    row.consultation = held
    return row


def _too_late(held: IndividualConsultation) -> IndividualRefused:
    return IndividualRefused(str(wording.IND_STATE).format(state=held.get_state_display()))


def _refuse_day(person: ConcernedPerson, on: date, *, at: datetime) -> None:
    """What happened on paper or in a conversation, happened since people were asked, until today."""
    first = person.consultation.asked_on or clock.day_of(at)
    if not first <= on <= clock.day_of(at):
        raise IndividualRefused(str(wording.IND_DAY).format(first=day_said(first)))


def _save(held: IndividualConsultation) -> None:
    held.version += 1
    held.save()
