"""What leaves this station about numbers of people, and the plain rows in which a list comes in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

# The dimensions by which people are counted, in the order in which pages show them.
DIMENSIONS = ("function_group", "shift", "statute", "site", "sex", "age_class")
AGE_CLASSES = ("<26", "26-34", "35-44", "45-49", "50-54", "55+")


@dataclass(frozen=True)
class Headcount:
    """People at work on one day, each counted once (in the post with the largest fraction).

    by: dimension → category → people. fte: full-time equivalents in hundredths-exact text, unknown fractions left out.
    """

    on: date
    total: int
    fte: str = "0"
    by: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Person:
    """One person at work with the categories he is counted in."""

    member: int
    name: str
    function: str
    team: str
    categories: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of the list of people, as it is shown. left: the last day in words of somebody who is not at work any more."""

    member: str
    name: str
    function: str
    team: str
    site: str
    left: str


# From this age on somebody is in the next class. The border at 50 is the law's (at-risk groups).
AGE_BORDERS = (26, 35, 45, 50, 55)


def age_class(born: date | None, *, on: date) -> str:
    """The age class on a day, empty when the birth date is not known."""
    if born is None:
        return ""
    age = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    return AGE_CLASSES[sum(age >= border for border in AGE_BORDERS)]


def age_borders(on: date) -> tuple[tuple[date, str], ...]:
    """Day and class, youngest first: who was born after the day is in that class, or in one before it."""
    return tuple((_years_before(on, age), name) for age, name in zip(AGE_BORDERS, AGE_CLASSES, strict=False))


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28)


# Before this year nobody who still counts came to work here.
EARLIEST_YEAR = 1940
YEARS_AHEAD = 2
"""How far ahead a first day at work can be known."""


def day_in(text: str) -> date | None:
    """The day that a text from outside names (2027-03-09); None where it is none, or one before anybody here."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year >= EARLIEST_YEAR else None


def is_possible_first_day(day: date, *, today: date) -> bool:
    """Whether somebody can begin on this day: from 1940, and at most two years ahead. Lists and pages ask the same."""
    return day.year >= EARLIEST_YEAR and (day.year - YEARS_AHEAD, day.month, day.day) <= (
        today.year,
        today.month,
        today.day,
    )


@dataclass(frozen=True, slots=True)
class Nameable:
    """Somebody who can be named in a text field. number: empty for who may not see it; label: what nobody else is called."""

    key: int
    name: str
    number: str
    label: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong on a row: a stable code, the field it is about, and the value as it stood in the file."""

    code: str
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class StaffRow:
    """One employment of one person as the list gives it; what the list does not give is empty or None.

    sex: m, f, x or empty. statute: a value of section 6.3 of the domain facts or empty. fraction: share of full time,
    above 0 and at most 1. shift: a working-time regime or empty. language: nl, fr, en or empty. problems: warnings; the value at fault is left empty unless
    the code is age_unlikely, too_long, looks_like_formula or same_name_twice.
    """

    number: int
    personnel_number: str = ""
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    sex: str = ""
    birth_date: date | None = None
    function: str = ""
    function_group: str = ""
    team: str = ""
    site: str = ""
    statute: str = ""
    fraction: Decimal | None = None
    shift: str = ""
    start_date: date | None = None
    end_date: date | None = None
    language: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that cannot be used, with every reason why. person: what could still be read, so that nobody who stands
    on the list is taken for somebody who left."""

    number: int
    problems: tuple[Problem, ...]
    person: StaffRow | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Places:
    """Where one person works: keys of function groups and teams, and statutes, over all running posts."""

    function_groups: frozenset[int] = frozenset()
    teams: frozenset[int] = frozenset()
    statutes: frozenset[str] = frozenset()
