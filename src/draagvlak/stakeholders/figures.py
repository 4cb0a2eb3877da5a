"""The catalogue of responsibilities with the usual parts, and what leaves this station about the matrix."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

# The letters of the columns below.
ACTORS = {
    "B": "board",
    "M": "management",
    "L": "line_manager",
    "V": "training_coordinator",
    "H": "hr_officer",
    "O": "works_council",
    "D": "union_delegation",
    "W": "workers",
    "P": "partners",
}


@dataclass(frozen=True)
class Shortfall:
    """Why a body cannot be called together (management, staff, members, keeper or
    coordinator is missing), in a sentence, and the people who can mend it."""

    lack: str
    sentence: str
    menders: tuple[str, ...]


@dataclass(frozen=True)
class CatalogueEntry:
    """A responsibility that an organisation can switch on. parts: role → letters; sizes: the presets that hold it."""

    key: str
    group: str
    weight: str
    parts: Mapping[str, str]
    sizes: frozenset[str]


# key, group, weight (l, n, h), parts (actor letter : part letters), presets (s, m, l). Design of the house, after the two
# seed texts: rows B1.1 to B1.14 and B2 to B7 of the requirement list. Every line has exactly one A.
_LINES = """
b1_1   direction   n  B:A M:R L:C V:R H:I O:C W:C       sml
b1_14  direction   h  B:A M:C L:C V:R H:C O:C W:I P:C   sml
b1_8   direction   n  B:I M:A L:R V:R H:I               sml
b1_2   direction   n  M:A L:R V:R O:I                   sml
b1_7   needs       l  L:AR V:I O:R W:R                  sml
b1_5   needs       n  M:I L:R V:A H:C W:C               sml
b1_11  learning    n  L:R V:A H:I W:R P:R               sml
b1_13  learning    n  M:I L:AR V:C W:R                  sml
b1_12  learning    l  V:AR H:I P:C                      sml
b1_9   learning    n  M:A L:C V:R W:R                   sml
b1_3   learning    l  V:A H:R W:I                       ml
b1_4   follow_up   n  L:I V:A H:R                       sml
b1_6   follow_up   l  L:C V:AR H:C W:C P:C              ml
b1_10  follow_up   n  B:I M:A L:R V:R O:I W:C P:I       sml
b2_1   board       l  B:A M:R V:C                       ml
b2_2   board       n  B:A M:R V:R O:C                   sml
b2_3   board       n  B:A M:R V:R O:C                   ml
b2_4   board       n  B:A M:R V:C H:R                   sml
b2_5   board       l  B:A M:R O:I W:I                   sml
b2_6   board       n  B:A M:R L:R W:C                   l
b2_7   board       l  B:A M:R V:R                       ml
b2_8   board       l  B:A M:R V:R O:C                   ml
b2_9   board       l  B:A M:R V:R H:R O:C               ml
b3_1   line        n  M:A L:R V:C                       l
b3_2   line        n  M:A L:R V:C                       l
b3_3   line        l  M:A L:R V:I                       l
b3_4   line        l  M:A L:C V:R O:C                   ml
b3_5   line        l  M:A L:R V:R B:I                   ml
b3_6   line        n  M:I L:AR V:C W:R                  ml
b3_7   line        n  M:I L:AR V:C W:R                  ml
b4_1   coordinator n  M:I V:AR L:C                      l
b4_2   coordinator n  V:AR L:C W:C P:R                  l
b4_3   coordinator n  M:A V:R L:C                       l
b4_4   coordinator n  V:AR L:C                          ml
b4_5   coordinator n  M:A V:R H:C                       ml
b4_6   coordinator l  M:I V:AR L:C                      l
b4_7   coordinator l  M:C V:AR L:C W:C                  l
b4_8   coordinator n  M:A V:R L:C O:C                   l
b4_9   coordinator l  V:AR P:C                          l
b4_10  coordinator n  V:A H:R L:I                       ml
b4_11  coordinator l  V:AR                              l
b4_12  coordinator n  M:I V:AR W:C                      l
b4_13  coordinator l  V:A H:R                           l
b4_14  coordinator l  B:I M:I V:AR                      ml
b5_1   council     n  M:A O:R V:C                       ml
b5_2   council     n  M:A O:R H:C                       l
b5_3   council     l  M:A O:R H:R                       ml
b5_4   council     n  M:A D:R H:C                       l
b5_5   council     l  M:A D:R V:C                       l
b5_6   council     l  M:A O:R D:R V:C                   ml
b5_7   council     l  M:A O:R V:C                       l
b5_8   council     l  V:A O:R D:R                       l
b5_9   council     l  M:A O:R W:R                       l
b5_10  council     l  V:A O:R D:R                       l
b6_1   workers     l  L:A W:R V:I                       ml
b6_2   workers     l  L:A W:R                           l
b6_3   workers     l  L:A W:R V:C                       ml
b6_4   workers     l  V:A W:R L:C                       l
b6_5   workers     n  L:A W:R H:C                       l
b6_6   workers     l  L:A W:R                           ml
b6_7   workers     l  V:A W:R                           l
b6_8   workers     l  V:A W:R                           l
b7_1   partners    l  M:A P:R V:C                       l
b7_2   partners    l  M:A P:R V:C                       l
b7_3   partners    l  V:A P:R                           ml
b7_4   partners    l  M:A P:R V:C                       l
b7_5   partners    l  V:A P:R L:C                       l
b7_6   partners    l  M:A P:R V:C                       l
"""
_WEIGHTS = {"l": "light", "n": "normal", "h": "heavy"}
_SIZES = {"s": "small", "m": "medium", "l": "large"}


def _entry(line: str) -> CatalogueEntry:
    key, group, weight, *parts, sizes = line.split()
    return CatalogueEntry(
        key=key,
        group=group,
        weight=_WEIGHTS[weight],
        parts={ACTORS[part[0]]: part[2:] for part in parts},
        sizes=frozenset(_SIZES[size] for size in sizes),
    )


CATALOGUE = tuple(_entry(line) for line in _LINES.strip().splitlines())


@dataclass(frozen=True)
class Fault:
    """Something in the matrix that does not hold. what: nobody_decides, two_decide, nobody_does or overload.

    responsibility: its key in the database (0 for a fault of a person); names: the roles or the person concerned.
    """

    what: str
    responsibility: int
    title: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Column:
    """One role of the matrix. people: who holds it now. state: yes, asked, question, nobody or recorded.

    accepted and asked: how many of those who must accept did; on: the day of the last acceptance.
    """

    key: int
    kind: str
    name: str
    people: tuple[str, ...]
    state: str
    accepted: int
    asked: int
    on: datetime | None = None
    who: str = ""
    question: str = ""


@dataclass(frozen=True)
class Row:
    """One responsibility with its letters per column, in the order of the columns."""

    key: int
    title: str
    group: str
    weight: str
    letters: tuple[str, ...]
    faults: tuple[str, ...] = ()


@dataclass(frozen=True)
class Matrix:
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    faults: tuple[Fault, ...]
    reviewed_on: date | None = None
    off: tuple[Row, ...] = field(default=())

    @property
    def groups(self) -> list[tuple[str, list[Row]]]:
        """The rows that are on, by group, in their order."""
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            found.setdefault(row.group, []).append(row)
        return list(found.items())


@dataclass(frozen=True)
class ContactTime:
    """Half-days of stakeholder contacts: promised is every estimate that still stands, used what the done ones took."""

    promised: Decimal
    used: Decimal


@dataclass(frozen=True)
class Trend:
    """How a group stands towards the plan over time. points: day and mean attitude (1 to 5) of everybody's last measure.

    now: the last mean, None before the first measure. change: mean of last minus first over those measured at least twice,
    None when nobody was (key figure K38). measured, people: how many of the stakeholders were measured, and how many there are.
    """

    name: str
    points: tuple[tuple[date, float], ...]
    now: float | None
    change: float | None
    measured: int
    people: int
