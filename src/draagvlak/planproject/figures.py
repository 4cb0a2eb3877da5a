from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple


@dataclass(frozen=True)
class MissingVoice:
    """A category of staff large enough for a seat, in which nobody sits.

    dimension: function_group, shift, statute, site, sex or age_class. people: at work in it. fits: seats that fit its share.
    """

    dimension: str
    category: str
    people: int
    fits: float
    wanted: int = 0


@dataclass(frozen=True)
class Share:
    """One row of the comparison of group and staff. seats: in the group now; fits: seats × share of the staff; wanted: the
    seats that the call means for a function group, 0 when it says nothing."""

    dimension: str
    category: str
    people: int
    seats: int
    fits: float
    is_missing: bool
    wanted: int = 0


@dataclass(frozen=True)
class Comparison:
    """How a group looks beside the staff. index: K36 per dimension, 1 = perfect; missing: the voices nobody brings.

    unclear: dimensions in which nothing is compared, because of more than half of the people it is not known.
    """

    seats: int
    people: int
    shares: tuple[Share, ...]
    index: dict[str, float]
    unclear: tuple[str, ...] = ()

    @property
    def missing(self) -> list[MissingVoice]:
        return [MissingVoice(s.dimension, s.category, s.people, s.fits, s.wanted) for s in self.shares if s.is_missing]


@dataclass(frozen=True)
class Limit:
    """Of one category at least `least` and at most `most` seats. people: at work in it; standing: candidates who are in it.

    is_eased: the limit had to give way, because no group of candidates met all limits together.
    """

    dimension: str
    category: str
    people: int
    standing: int
    least: int
    most: int
    is_eased: bool = False


class Standing(NamedTuple):
    """Who stands, as the page that composes the group shows it: sixty are read at once. member: key on the staff list.

    language: in which this person is written to, empty for the language of the house.
    """

    key: int
    member: int
    first_name: str
    last_name: str
    personnel_number: str
    language: str
    motivation: str
    needs: str
    half_days_per_month: int

    def __str__(self) -> str:
        return f"{self.first_name} {self.last_name}".strip() or self.personnel_number


@dataclass(frozen=True)
class Pick:
    """A candidate on the page that composes the group, in words. fills: the missing voices that this person brings.

    where: function and team, empty for who is not at work today. facts: when the person works and how much time is given.
    """

    key: str
    name: str
    where: str
    facts: str
    motivation: str
    needs: str
    fills: str
    is_in: bool
    is_reserve: bool


@dataclass(frozen=True)
class Span:
    """A proposed phase: its key and its first and last day."""

    key: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class Line:
    """One row of promised beside used. kind: a kind of time (then in half-days) or money (then in euro).

    warnings: nothing_promised, over or unused; empty when nothing stands out.
    """

    kind: str
    promised: Decimal
    used: Decimal
    warnings: tuple[str, ...] = ()

    @property
    def left(self) -> Decimal:
        return self.promised - self.used


@dataclass(frozen=True)
class Means:
    """Time and money of a project on a day. gone: share of its time that went by, 0 to 1; hours: of one half-day."""

    time: tuple[Line, ...]
    total: Line
    money: Line
    hours: Decimal
    gone: float

    @property
    def lines(self) -> tuple[Line, ...]:
        return (*self.time, self.money)

    @property
    def warned(self) -> list[tuple[str, str]]:
        """(kind, warning) for everything that stands out."""
        return [(line.kind, warning) for line in self.lines for warning in line.warnings]


@dataclass(frozen=True)
class AidField:
    """One part of the aid with its points. is_low: under its threshold, so it speaks for a partner."""

    part: str
    points: int
    most: int
    threshold: float
    is_low: bool


@dataclass(frozen=True)
class Advice:
    """What the aid says, with its steps. is_advised: a partner would help; has_money: there is a way to pay one."""

    fields: tuple[AidField, ...]
    own: int
    own_most: int
    own_threshold: float
    is_own_low: bool
    is_advised: bool
    has_money: bool


@dataclass(frozen=True)
class Counted:
    """People at work in one category, each counted once. accounts: with access; read: who said to have read it (one or
    more announcements); stood: who was a candidate; heard: read or stood; on_paper: reached by a poster or a talk."""

    category: str
    people: int
    accounts: int = 0
    read: int = 0
    stood: int = 0
    heard: int = 0
    on_paper: int = 0


@dataclass(frozen=True)
class Reached:
    """A row that may be shown. merged: how many categories are in it. shows_reading: false where fewer than five people
    could have read it, or where they could be worked out from the other rows.

    never: people whom nothing reached; at_least: that it could be more, because the reading is not shown.
    """

    counted: Counted
    merged: int
    shows_reading: bool
    never: int
    at_least: bool

    @property
    def without(self) -> int:
        """People without an account."""
        return self.counted.people - self.counted.accounts

    @property
    def unread(self) -> int:
        """People who could have read it and did not say so; only meant where the reading is shown."""
        return self.counted.accounts - self.counted.read
