"""The line of sight, and what keeps a version from being submitted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any


@dataclass(frozen=True)
class Gap:
    """Something that is missing before a version can be submitted. what: a key of the wording; name: of which thing."""

    what: str
    name: str = ""


@dataclass(frozen=True)
class Difference:
    """One part of a plan in two versions. html: the text with <ins> and <del>; empty when nothing changed.

    segments: the same, stretch by stretch (lib.redline), so that what stayed can be folded.
    """

    title: str
    html: str
    is_changed: bool
    segments: Sequence[Any] = ()


@dataclass(frozen=True)
class Passage:
    """One heading, paragraph, item of a list or row of a table of a frozen text. key: the same as long as the text is."""

    key: str
    number: int
    part: str
    text: str
    is_heading: bool = False


@dataclass(frozen=True)
class Share:
    """How many people of a category took part. merged: how many categories are in it."""

    category: str
    people: int
    took_part: int
    merged: int = 1


@dataclass(frozen=True)
class Effort:
    """What activities would ask. hours: of all people together. unknown: how many have no estimate; they are not in the hours."""

    hours: Decimal
    unknown: int


@dataclass(frozen=True)
class GoalRow:
    """A goal in the workshop's matrix. cells: one list of activities per competence of the matrix."""

    goal: Any
    cells: Sequence[tuple[str, Sequence[Any]]]
    effort: Effort


@dataclass(frozen=True)
class Matrix:
    """Goals beside competences, with possible activities where they meet; homeless: of goals no longer in the plan."""

    competences: Sequence[str]
    rows: Sequence[GoalRow]
    effort: Effort
    homeless: Sequence[Any]


@dataclass(frozen=True)
class Rest:
    """A goal with what it rests on and what could be done for it. answer: the settled answer to its core question."""

    goal: Any
    items: Sequence[Any]
    answer: Any
    activities: Sequence[Any]


@dataclass(frozen=True)
class Sight:
    """The line of sight of one version: each goal with both its ends, each item with its goals, and what hangs loose.

    loose: key of the wording → the things of which that end is missing.
    """

    goals: Sequence[Rest]
    items: Sequence[tuple[Any, Sequence[Any]]]
    organisation_goals: Sequence[tuple[Any, Sequence[Any]]]
    loose: dict[str, Sequence[Any]]


@dataclass(frozen=True)
class Box:
    """A thing in the drawing, in units of its own. key: which thing; lines: its words, cut to fit; is_loose: an end is missing."""

    key: tuple[str, int]
    x: int
    y: int
    height: int
    lines: Sequence[str]
    title: str
    is_loose: bool


@dataclass(frozen=True)
class Drawing:
    """Boxes in three columns and the curves between them. height, width: of the whole."""

    width: int
    height: int
    box_width: int
    boxes: Sequence[Box]
    curves: Sequence[str]


@dataclass(frozen=True)
class RuleValue:
    """What the regulation fixed for a rule on a day. unit: days, hours, months, euro or yes; value: 1 or 0 where it is yes.

    article: the number that people read; version: of the regulation; since: from when it holds.
    """

    key: str
    value: Decimal
    unit: str
    article: int
    version: int
    since: date


@dataclass(frozen=True)
class GroupCount:
    """What one group said about a line: stand → how many, and the names of who did not speak yet."""

    name: str
    people: int
    counts: Mapping[str, int]
    missing: tuple[str, ...]


@dataclass(frozen=True)
class BudgetSum:
    """Amounts of budget lines in euro: as proposed, and as they were concluded; agreed is None while a line waits."""

    category: str
    proposed: Decimal
    agreed: Decimal | None


@dataclass(frozen=True)
class PartChange:
    """A part of a plan that stands otherwise than before. before, after: rich text, empty where it was not there. by, at: of after."""

    part: str
    title: str
    before: str
    after: str
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class GoalAsItWas:
    """What a form about a goal begins with, from an earlier saving. gone: what it named and what is no longer there."""

    fields: Mapping[str, Any]
    at: datetime
    gone: Sequence[str]


@dataclass(frozen=True)
class LiveFigure:
    """A figure that can stand in the text. name: as a writer types it between {{ and }}; value: on the day that was asked.

    others: its names in other languages, which are as good: who writes in one language does not break what another wrote.
    """

    name: str
    label: str
    value: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class ClauseShown:
    """A clause of a negotiation as it stands. agreed: side → who agreed to the last text. mine: has the reader's side.

    redline: what the last text changed, with <ins> and <del>; empty for a first text. texts: how many there are.
    """

    clause: Any
    text: Any
    state: str
    agreed: Mapping[str, Any]
    mine: bool
    redline: str
    texts: int


@dataclass(frozen=True)
class TextShown:
    """One text in the history of a clause. redline: against the one before; empty for the first."""

    text: Any
    redline: str
    agreed: Sequence[Any]


@dataclass(frozen=True)
class AgreementShown:
    """A signed agreement in the register. filing: the last row that counts, or None. last: the last check of any clause."""

    agreement: Any
    is_in_force: bool
    filing: Any
    clauses: int
    watched: int
    not_kept: int
    last: date | None


@dataclass(frozen=True)
class Carried:
    """Who carries the plan. confirmed: goals, means and time as the sponsor confirmed them, as rich text. can_carry: he still
    manages or sits on the board. last: the dossier on which the board decided last, with its day."""

    sponsor: str
    since: date | None
    confirmed_on: date | None
    confirmed: str
    can_carry: bool
    is_of_board: bool
    last: Any
    last_on: date | None
    has_board: bool


@dataclass(frozen=True)
class Concerned:
    """Where somebody stands whom a measure concerns, on a day. key: of the row; member, account, delegate: keys too.

    was_asked: a mail was put in the outbox or the sheet handed over. is_answered: management answered the last remarks.
    is_prepared: the coordinator wrote an answer to them that management did not give yet. has_left: no longer at work.
    is_over: the last day, included, is past.
    """

    key: int
    name: str
    member: int
    account: int | None
    delegate: int | None
    delegate_name: str
    last_on: date | None
    was_asked: bool
    paper_on: date | None
    spoke: bool
    has_remarks: bool
    is_answered: bool
    is_prepared: bool
    has_left: bool
    is_over: bool


@dataclass(frozen=True)
class StillMissing:
    """Who keeps a measure from being decided: not reached yet, still in their term, or without an answer. By name."""

    unreached: Sequence[str]
    silent: Sequence[str]
    unanswered: Sequence[str]

    def __bool__(self) -> bool:
        return bool(self.unreached or self.silent or self.unanswered)


@dataclass(frozen=True)
class MeasureShown:
    """A measure on the list, as this reader may see it. people, spoke: None where a small group is not counted. mine: the
    records in it that are this reader's own, or in which he stands beside somebody."""

    consultation: Any
    people: int | None
    spoke: int | None
    mine: Sequence[Any]


@dataclass(frozen=True)
class Foreseen:
    """A possible activity as the spread counts it. groups: by name, none when it was not said. hours: of all people together,
    None when it was not estimated."""

    groups: frozenset[str]
    hours: Decimal | None


@dataclass(frozen=True)
class GroupSpread:
    """What is foreseen for a function group; its name is empty for who has none. merged: how many groups stand together.

    ideas: how many name it. hours: its part of them. of_people, of_hours: out of a hundred.
    """

    name: str
    people: int
    ideas: int
    hours: Decimal
    of_people: Decimal
    of_hours: Decimal
    merged: int = 1


@dataclass(frozen=True)
class Spread:
    """What is foreseen per function group. people, hours: of all rows together. unestimated: ideas that name a group and have
    no hours yet. unsaid: ideas that name none, with their hours where they are known."""

    rows: Sequence[GroupSpread]
    people: int
    hours: Decimal
    ideas: int
    unestimated: int
    unsaid: int
    unsaid_hours: Decimal
