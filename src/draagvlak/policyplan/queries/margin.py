"""Notes in the margin: the parts of the text, what stands where in it, who writes along, what waits for whom."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape, unescape
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from draagvlak.accounts.models import Account
from draagvlak.lib.composed import ComposedHere
from draagvlak.lib.passages import Reading, one_line, replaced
from draagvlak.lib.refusals import Trouble
from draagvlak.planproject.models import GroupSeat
from draagvlak.planproject.states import GroupState
from draagvlak.policyplan import wording
from draagvlak.policyplan.models import Goal, MarginMention, MarginNote, MarginReply, Plan, Section, Version
from draagvlak.policyplan.rules import NoteRefused
from draagvlak.policyplan.states import NoteState, SectionKey
from draagvlak.staff.queries import in_force
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.states import RoleKind
from draagvlak.tenancy.models import Organisation
from draagvlak.tenancy.queries import members_of

# The texts of a goal that a note can be about, in the order in which they are read; all but the body are plain.
GOAL_TEXTS = ("title", "body", "indicator")
MOST = 250
WHY_NOT = {"blocks": wording.NOTE_BLOCKS, "link": wording.NOTE_LINK}


@dataclass(frozen=True)
class Part:
    """A part of the plan that one can write about. key: its anchor on the page; texts: field → rich text."""

    key: str
    name: str
    texts: Mapping[str, str]
    revision: int = 0


@dataclass(frozen=True)
class Placed:
    """A note with where it stands now. stands: how often its words are in the text; 1 for a note about the whole part.

    at: place in the text, to sort by. is_part_gone: the goal was taken out of the plan.
    """

    note: MarginNote
    name: str
    at: tuple[int, ...]
    stands: int
    is_part_gone: bool = False
    number: int = 0

    @property
    def is_gone(self) -> bool:
        """Its words do not stand in the text any more."""
        return not self.is_part_gone and not self.stands


@dataclass(frozen=True)
class Suggested:
    """What a part becomes when a suggestion is taken over. field: of the section or the goal; before and after: rich text."""

    field: str
    before: str
    after: str

    @property
    def value(self) -> str:
        """What the field holds then: only a body is rich."""
        return self.after if self.field == "body" else unescape(self.after)


def suggested(note: MarginNote, part: Part | None) -> Suggested:
    """Raises NoteRefused with the sentence why its words cannot be put in the text as it stands now."""
    if part is None:
        raise NoteRefused(str(wording.NOTE_NO_PART))
    counts = {field: len(Reading(text).found(note.quote)) for field, text in part.texts.items()}
    if sum(counts.values()) != 1:
        count = sum(counts.values())
        raise NoteRefused(str(wording.NOTE_TWICE if count else wording.NOTE_GONE).format(count=count))
    field = next(field for field, count in counts.items() if count)
    try:
        after = replaced(part.texts[field], note.quote, note.replacement)
    except Trouble as trouble:
        raise NoteRefused(str(WHY_NOT[trouble.code])) from trouble
    made = Suggested(field, part.texts[field], after)
    if field != "body" and not made.value.strip():
        raise NoteRefused(str(wording.NOTE_TITLE_GOES))
    if field != "body" and len(made.value) > MOST:
        raise NoteRefused(str(wording.NOTE_TOO_LONG).format(most=MOST))
    return made


def parts_of(version: Version | None) -> dict[str, Part]:
    """Every part of a version by its key, in the order of the page. Two statements."""
    if version is None:
        return {}
    sections = [(one.key, one.body, one.revision) for one in Section.objects.filter(version=version)]
    goals = [
        Part(
            f"doel-{one.number}",
            str(wording.GOAL_PART).format(number=one.number, title=one.title),
            texts_of_goal(one.title, one.body, one.indicator),
            one.revision,
        )
        for one in Goal.objects.filter(version=version)
    ]
    return _in_order(
        [Part(key, str(SectionKey(key).label), {"body": body}, revision) for key, body, revision in sections], goals
    )


def texts_of_goal(title: str, body: str, indicator: str) -> dict[str, str]:
    return dict(zip(GOAL_TEXTS, (escape(title, quote=False), body, escape(indicator, quote=False)), strict=True))


def parts_in(values: Mapping[str, Any]) -> dict[str, Part]:
    """The same of a text that was asked already; without revisions."""
    goals = [
        Part(
            f"doel-{one['number']}",
            str(wording.GOAL_PART).format(number=one["number"], title=one["title"]),
            texts_of_goal(one["title"], one["body"], one["indicator"]),
        )
        for one in values["goals"]
    ]
    return _in_order([Part(one["key"], one["title"], {"body": one["body"]}) for one in values["sections"]], goals)


def _in_order(sections: Sequence[Part], goals: Sequence[Part]) -> dict[str, Part]:
    """The goals stand behind the first section."""
    return {part.key: part for part in [*sections[:1], *goals, *sections[1:]]}


def notes_of(plan: Plan) -> QuerySet[MarginNote]:
    """Every note of a plan but those taken back, with how many answers it has."""
    rows = MarginNote.objects.filter(plan=plan).exclude(state=NoteState.WITHDRAWN)
    rows = rows.select_related("by", "decided_by", "assigned_to", "organisation")
    return rows.annotate(answers=Count("replies"))


def open_notes(plan: Plan) -> QuerySet[MarginNote]:
    return notes_of(plan).filter(state=NoteState.OPEN)


def notes_for(account: Account, rows: QuerySet[MarginNote]) -> QuerySet[MarginNote]:
    """Those that wait for this person: given to him, or he was asked to look."""
    asked = MarginMention.objects.filter(note=OuterRef("pk"), account=account, done_at=None)
    return rows.filter(Q(assigned_to=account) | Exists(asked))


def thread_of(note: MarginNote) -> QuerySet[MarginReply]:
    return MarginReply.objects.filter(note=note).select_related("by")


def asked_under(note: MarginNote) -> QuerySet[MarginMention]:
    return MarginMention.objects.filter(note=note).select_related("account", "by")


def was_asked_under(account: Account, note: MarginNote) -> bool:
    """Whether this person was ever asked to look at it."""
    return MarginMention.objects.filter(note=note, account=account).exists()


def placed(notes: Iterable[MarginNote], parts: Mapping[str, Part]) -> list[Placed]:
    """Each note with where it stands now, in the order of the text; no statement of its own."""
    order = {key: place for place, key in enumerate(parts)}
    readings: dict[str, list[Reading]] = {}
    found = []
    for note in notes:
        part = parts.get(note.part)
        if part is None:
            name = str(wording.GOAL_GONE_PART).format(number=note.goal_number)
            found.append(Placed(note, name, (len(order), note.goal_number or 0, 0, note.pk), 0, is_part_gone=True))
            continue
        texts = readings.setdefault(part.key, [Reading(text) for text in part.texts.values()])
        places = [(field, at) for field, text in enumerate(texts) for at in text.found(note.quote)]
        first = places[0] if places else (len(texts), 0) if one_line(note.quote) else (-1, 0)
        stands = len(places) if one_line(note.quote) else 1
        found.append(Placed(note, part.name, (order[part.key], *first, note.pk), stands))
    return sorted(found, key=lambda one: one.at)


def writers(organisation: Organisation, *, on: date) -> QuerySet[Account]:
    """Who may write the plan on a day: who directs, who coordinates, who sits in the working group; by name."""
    kinds = [RoleKind.MANAGEMENT, RoleKind.TRAINING_COORDINATOR]
    held = stakeholders.roles(on=on).filter(kind__in=kinds).values("holder")
    seats = GroupSeat.objects.filter(in_force(on), group__state=GroupState.COMPOSED, member__account__isnull=False)
    of_group = seats.values("member__account")
    return members_of(organisation).filter(Q(pk__in=held) | Q(pk__in=of_group), is_active=True)


def _mentions(*, account: int, plan: int) -> QuerySet[MarginMention]:
    asked = {"account": account, "done_at": None, "note__plan": plan, "note__state": NoteState.OPEN}
    return MarginMention.objects.filter(**asked).select_related("note", "by")


def _given(*, account: int, plan: int) -> QuerySet[MarginNote]:
    rows = MarginNote.objects.filter(plan=plan, assigned_to=account, state=NoteState.OPEN)
    return rows.select_related("by").order_by("due_on", "pk")


MENTIONS, GIVEN = ComposedHere(_mentions), ComposedHere(_given)


def mentions_waiting(account: Account, plan: Plan) -> list[MarginMention]:
    """The open notes under which somebody asks this person to look."""
    return MENTIONS(account=account.pk, plan=plan.pk)


def notes_given_to(account: Account, plan: Plan) -> list[MarginNote]:
    """The open notes that this person sees to, the first day first."""
    return GIVEN(account=account.pk, plan=plan.pk)
