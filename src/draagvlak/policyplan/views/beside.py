"""What stands in the margin beside the text that is being written."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from draagvlak.lib.passages import Marked, marked, one_line
from draagvlak.lib.text import clean_html
from draagvlak.policyplan import queries, wording
from draagvlak.policyplan.models import Plan, Version
from draagvlak.policyplan.queries import Part, Placed

# A margin longer than its text helps nobody: the rest is one click away.
MOST_BESIDE = 8


@dataclass(frozen=True)
class Beside:
    """The open notes at one part, and its text with their words marked."""

    notes: list[Placed]
    shown: list[Placed]
    marked: SafeString

    @property
    def more(self) -> int:
        return len(self.notes) - len(self.shown)


def beside(plan: Plan, values: Mapping[str, Any]) -> dict[str | int, Beside]:
    """Key of a section, or number of a goal → what stands beside it, for the parts with an open note. One statement,
    whatever the number of notes."""
    parts = queries.parts_in(values)
    found: dict[str, list[Placed]] = {}
    for number, one in enumerate(queries.placed(queries.open_notes(plan), parts), start=1):
        found.setdefault(one.note.part, []).append(replace(one, number=number))
    return {
        notes[0].note.goal_number or key: Beside(
            notes, notes[:MOST_BESIDE], _with_marks(parts[key], notes[:MOST_BESIDE])
        )
        for key, notes in found.items()
        if key in parts
    }


def _with_marks(part: Part, notes: list[Placed]) -> SafeString:
    body, field = clean_html(part.texts["body"]), list(part.texts).index("body")
    passages = [
        Marked(one.at[2], one.at[2] + len(one_line(one.note.quote)), f"bij-{one.note.pk}", _number(one))
        for one in notes
        if one.stands and one.note.quote and one.at[1] == field
    ]
    return mark_safe(marked(body, passages))  # noqa: S308 -- cleaned above; the marks are our own


def _number(one: Placed) -> str:
    words = '<sup class="ref"><span class="sr">{} </span>{}</sup>'
    return format_html(words, wording.NOTE_WORD, one.number)


def open_everywhere(plan: Plan, version: Version | None) -> list[Placed]:
    """Every open note, in the order of the text of a version."""
    return queries.placed(queries.open_notes(plan), queries.parts_of(version))


def open_at(plan: Plan, key: str) -> list[Placed]:
    """The open notes at one part, for who is writing it."""
    return [one for one in open_everywhere(plan, queries.version_to_show(plan)) if one.note.part == key]
