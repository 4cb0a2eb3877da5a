"""Notes in the margin of the draft: say something, answer, give it to somebody, take a suggestion over, be done with it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import override

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.lib.passages import Reading, one_line
from draagvlak.lib.refusals import Changed
from draagvlak.notices.actions import queue_many
from draagvlak.notices.figures import Note
from draagvlak.policyplan import queries, wording
from draagvlak.policyplan.actions.plan import change_goal, write_section
from draagvlak.policyplan.models import Goal, MarginMention, MarginNote, MarginReply, Plan, Section
from draagvlak.policyplan.queries import Part
from draagvlak.policyplan.rules import DayInThePast, NoteRefused, named_in
from draagvlak.policyplan.states import NOTE_TRANSITIONS, NoteKind, NoteState, SectionKey, VersionState
from draagvlak.ui.said import day_said


@dataclass(frozen=True)
class Given:
    """To whom a note is given, and by which day; both or neither."""

    to: Account | None = None
    due_on: date | None = None


@transaction.atomic
def write_note(
    *, plan: Plan, facts: Mapping[str, Any], named: Collection[Account], by: Account, at: datetime, root: str = ""
) -> MarginNote:
    """Say something about a part of the draft. facts: part (its key), kind, quote, text, replacement, given.

    named: who is asked to look, besides whoever the text names with @. root: address of this installation, for links.
    """
    Plan.objects.select_for_update().get(pk=plan.pk)
    version = queries.version_at_work(plan)
    if version is None or version.state != VersionState.DRAFT:
        raise NoteRefused(str(wording.NOTE_NO_DRAFT))
    part = queries.parts_of(version).get(facts["part"])
    if part is None:
        raise NoteRefused(str(wording.NOTE_NO_PART))
    given: Given = facts.get("given") or Given()
    _refuse_giving(given, plan, before=None, at=at)
    note = MarginNote(plan=plan, version_number=version.number, revision=part.revision, by=by, at=at)
    for name, value in {**_words(facts, part), **_standing_at(part)}.items():
        setattr(note, name, value)
    note.assigned_to, note.due_on = given.to, given.due_on
    note.save()
    asked = _ask(note, named, note.text, by=by, at=at)
    record("policyplan.write_note", by=by, at=at, on=note, details={"version": version.number})
    _tell(note, asked, by=by, at=at, root=root)
    return note


def _standing_at(part: Part) -> dict[str, Any]:
    if part.key in SectionKey.values:
        return {"section": part.key}
    return {"goal_number": int(part.key.removeprefix("doel-"))}


def _words(facts: Mapping[str, Any], part: Part | None) -> dict[str, str]:
    """What is kept of the words; refused when they say nothing, or quote what the part does not say."""
    kind = NoteKind(facts["kind"])
    words = {"kind": kind, "quote": one_line(facts["quote"]), "text": facts["text"].strip(), "replacement": ""}
    if kind == NoteKind.SUGGESTION:
        words["replacement"] = one_line(facts["replacement"])
        if not words["quote"]:
            raise NoteRefused(str(wording.NOTE_NO_QUOTE))
        if words["replacement"] == words["quote"]:
            raise NoteRefused(str(wording.NOTE_SAME))
    elif not words["text"]:
        raise NoteRefused(str(wording.NOTE_EMPTY))
    count = sum(len(Reading(text).found(words["quote"])) for text in part.texts.values()) if part else 0
    if words["quote"] and not count:
        raise NoteRefused(str(wording.NOTE_NOT_THERE))
    if kind == NoteKind.SUGGESTION and count > 1:
        raise NoteRefused(str(wording.NOTE_MORE_WORDS).format(count=count))
    return words


def _refuse_giving(given: Given, plan: Plan, *, before: date | None, at: datetime) -> None:
    """before: the day that it has already, which may be past."""
    if given.to is None and given.due_on is None:
        return
    if given.to is None:
        raise NoteRefused(str(wording.NOTE_GIVEN_TO_NOBODY))
    if given.due_on is None:
        raise NoteRefused(str(wording.NOTE_GIVEN_WITHOUT_DAY))
    if given.due_on < clock.day_of(at) and given.due_on != before:
        raise DayInThePast(str(wording.DAY_IN_THE_PAST))
    _refuse_others([given.to], plan, at=at)


def _refuse_others(people: Collection[Account], plan: Plan, *, at: datetime) -> dict[int, Account]:
    """Who writes the plan now, by key; refused when one of these people does not."""
    writers = {one.pk: one for one in queries.writers(plan.organisation, on=clock.day_of(at))}
    for one in people:
        if one.pk not in writers:
            raise NoteRefused(str(wording.NOTE_NOT_A_WRITER).format(name=one))
    return writers


def _ask(note: MarginNote, named: Collection[Account], text: str, *, by: Account, at: datetime) -> list[Account]:
    """Put the question to who is named and to who stands in the text with @; not to oneself, nor to who sees to it anyway."""
    writers = _refuse_others(named, note.plan, at=at)
    keys = {one.pk for one in named} | named_in(text, {key: one.name for key, one in writers.items()})
    asked = [writers[key] for key in sorted(keys - {by.pk, note.assigned_to_id})]
    for one in asked:
        facts = {"by": by, "at": at, "done_at": None}
        MarginMention.objects.update_or_create(note=note, account=one, defaults=facts)
    return asked


def _tell(  # noqa: PLR0913 -- what is told, and about what
    note: MarginNote,
    asked: Collection[Account],
    *,
    by: Account,
    at: datetime,
    root: str,
    reply: str = "",
    is_given: bool = True,
) -> None:
    """One message each, as each chose: to who is asked to look, and to who sees to it from now on."""
    words = {"organisation": note.organisation.slug, "pk": note.pk}
    link = root + reverse("policyplan:note", kwargs=words)
    given = [note.assigned_to] if is_given and note.assigned_to and note.assigned_to_id != by.pk else []
    ask, give = (wording.NOTE_ASK_SUBJECT, wording.NOTE_ASK_BODY), (wording.NOTE_GIVEN_SUBJECT, wording.NOTE_GIVEN_BODY)
    notes = []
    for one, (subject, body) in [*((one, ask) for one in asked), *((one, give) for one in given)]:
        with override(one.language):
            facts = {
                "name": one.name,
                "by": by.name,
                "part": str(note),
                "said": reply or _said(note),
                "day": day_said(note.due_on) if note.due_on else "",
                "link": link,
            }
            notes.append(Note(one.email, one.language, str(subject).format(**facts), str(body).format(**facts)))
    queue_many(notes, at=at, is_required=False)


def _said(note: MarginNote) -> str:
    """The words of a note for a mail."""
    lines = [str(wording.NOTE_QUOTED).format(quote=note.quote)] if note.quote else []
    if note.is_suggestion and note.replacement:
        lines.append(str(wording.NOTE_PROPOSED).format(words=note.replacement))
    elif note.is_suggestion:
        lines.append(str(wording.NOTE_STRUCK))
    return "\n".join([*lines, *([note.text] if note.text else [])])


def _held(note: MarginNote, *, to: NoteState | None = None) -> MarginNote:
    """The note as it stands, locked; refused when it cannot go to that state any more, or is not open where none is named."""
    held = MarginNote.objects.select_for_update().get(pk=note.pk)
    state = NoteState(held.state)
    if to is None:
        if state != NoteState.OPEN:
            raise NoteRefused(str(wording.NOTE_CLOSED))
    elif to not in NOTE_TRANSITIONS[state]:
        stays = to == NoteState.OPEN and state == NoteState.TAKEN_OVER
        sentence = wording.NOTE_STAYS_TAKEN_OVER if stays else wording.NOTE_IS[state]
        raise NoteRefused(str(sentence).format(name=held.decided_by))
    return held


def _close(held: MarginNote, to: NoteState, *, by: Account, at: datetime, reason: str = "") -> MarginNote:
    held.state, held.decided_by, held.decided_at, held.reason = to, by, at, reason
    held.save()
    return held


def _refuse_answered(held: MarginNote) -> None:
    """What others answered to stays as they read it."""
    if MarginReply.objects.filter(note=held).exclude(by=held.by).exists():
        raise NoteRefused(str(wording.NOTE_ANSWERED))


@transaction.atomic
def change_note(*, note: MarginNote, facts: Mapping[str, Any], version: int, by: Account, at: datetime) -> MarginNote:
    """Change one's own words while nobody else answered. facts: kind, quote, text, replacement. version: as it was seen."""
    held = _held(note)
    _refuse_answered(held)
    if held.version != version:
        theirs = {name: getattr(held, name) for name in facts}
        raise Changed(str(wording.SOMEONE_CHANGED).format(name=held.by), theirs=theirs, version=held.version)
    part = queries.parts_of(queries.version_to_show(held.plan)).get(held.part)
    same = facts["kind"] == held.kind and one_line(facts["quote"]) == held.quote
    # Words that went out of the text since are not a reason to refuse a better sentence about them.
    there = Part(held.part, "", {"": held.quote.replace("&", "&amp;").replace("<", "&lt;")}) if same else part
    for name, value in _words(facts, there).items():
        setattr(held, name, value)
    held.version += 1
    held.save()
    record("policyplan.change_note", by=by, at=at, on=held)
    return held


@transaction.atomic
def withdraw_note(*, note: MarginNote, by: Account, at: datetime) -> MarginNote:
    """Take back one's own words while nobody else answered; no page shows them any more."""
    held = _held(note, to=NoteState.WITHDRAWN)
    _refuse_answered(held)
    _close(held, NoteState.WITHDRAWN, by=by, at=at)
    record("policyplan.withdraw_note", by=by, at=at, on=held)
    return held


@transaction.atomic
def answer_note(
    *, note: MarginNote, text: str, named: Collection[Account], by: Account, at: datetime, root: str = ""
) -> MarginReply:
    """Answer under a note; whoever was asked to look has then done so."""
    held = _held(note)
    if not text.strip():
        raise NoteRefused(str(wording.NOTE_EMPTY))
    reply = MarginReply.objects.create(note=held, by=by, at=at, text=text.strip())
    MarginMention.objects.filter(note=held, account=by, done_at=None).update(done_at=at)
    asked = _ask(held, named, reply.text, by=by, at=at)
    record("policyplan.answer_note", by=by, at=at, on=held)
    _tell(held, asked, by=by, at=at, root=root, reply=reply.text, is_given=False)
    return reply


@transaction.atomic
def read_note(*, note: MarginNote, by: Account, at: datetime) -> None:
    """Say that one read it, without answering; a second time it does nothing."""
    if MarginMention.objects.filter(note=note, account=by, done_at=None).update(done_at=at):
        record("policyplan.read_note", by=by, at=at, on=note)


@transaction.atomic
def assign_note(
    *, note: MarginNote, given: Given, version: int, by: Account, at: datetime, root: str = ""
) -> MarginNote:
    """Give a note to somebody who sees to it by a day, or to nobody any more. version: of this, as it was seen."""
    held = _held(note)
    if held.assigned_version != version:
        theirs = {"assigned_to": held.assigned_to, "due_on": held.due_on}
        sentence = str(wording.SOMEONE_CHANGED).format(name=wording.SOMEONE)
        raise Changed(sentence, theirs=theirs, version=held.assigned_version)
    _refuse_giving(given, held.plan, before=held.due_on, at=at)
    is_new = given.to is not None and (given.to.pk, given.due_on) != (held.assigned_to_id, held.due_on)
    held.assigned_to, held.due_on = given.to, given.due_on
    held.assigned_version += 1
    held.save()
    record("policyplan.assign_note", by=by, at=at, on=held)
    _tell(held, [], by=by, at=at, root=root, is_given=is_new)
    return held


@transaction.atomic
def settle_note(*, note: MarginNote, by: Account, at: datetime) -> MarginNote:
    held = _close(_held(note, to=NoteState.SETTLED), NoteState.SETTLED, by=by, at=at)
    record("policyplan.settle_note", by=by, at=at, on=held)
    return held


@transaction.atomic
def reopen_note(*, note: MarginNote, by: Account, at: datetime) -> MarginNote:
    held = _held(note, to=NoteState.OPEN)
    held.state, held.decided_by, held.decided_at, held.reason = NoteState.OPEN, None, None, ""
    held.save()
    record("policyplan.reopen_note", by=by, at=at, on=held)
    return held


@transaction.atomic
def decline_note(*, note: MarginNote, reason: str, by: Account, at: datetime) -> MarginNote:
    """A suggestion that does not come into the text, and why."""
    held = _held(note, to=NoteState.DECLINED)
    if not held.is_suggestion:
        raise NoteRefused(str(wording.NOTE_NO_SUGGESTION))
    if not reason.strip():
        raise NoteRefused(str(wording.NOTE_BECAUSE))
    _close(held, NoteState.DECLINED, by=by, at=at, reason=reason.strip())
    record("policyplan.decline_note", by=by, at=at, on=held)
    return held


@transaction.atomic
def take_over_note(*, note: MarginNote, by: Account, at: datetime) -> MarginNote:
    """Put the words of a suggestion in the text, as somebody who writes there would: what holds for writing holds here."""
    Plan.objects.select_for_update().get(pk=note.plan_id)
    held = _held(note, to=NoteState.TAKEN_OVER)
    if not held.is_suggestion:
        raise NoteRefused(str(wording.NOTE_NO_SUGGESTION))
    version = queries.version_to_show(held.plan)
    made = queries.suggested(held, queries.parts_of(version).get(held.part))
    if held.section:
        key = SectionKey(held.section)
        seen = Section.objects.get(version=version, key=key).revision
        write_section(plan=held.plan, key=key, body=made.value, revision=seen, by=by, at=at)
    else:
        goal = Goal.objects.get(version=version, number=held.goal_number or 0)
        facts = {"body": goal.body, made.field: made.value}
        words = {"facts": facts, "items": list(goal.items.all()), "revision": goal.revision}
        change_goal(plan=held.plan, number=goal.number, **words, by=by, at=at)  # type: ignore[arg-type]
    _close(held, NoteState.TAKEN_OVER, by=by, at=at)
    record("policyplan.take_over_note", by=by, at=at, on=held)
    return held
