"""The yearly calendar of a training policy: which days of a year an organisation must mind, and how each one follows.

The lines stand in calendar_be.toml, the values that they rest on in law_be.toml. What "so many days before", "months after"
and "the end of the day" mean, is decided in lib/law.py and nowhere else. The legal day stays the legal day; where it is no
working day, the working day before it is told beside it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from draagvlak.lib import law
from draagvlak.lib.belgian_days import why_no_working_day, working_day_before
from draagvlak.lib.law_data import Law, Line, Parameter, Texts, UnknownParameter, under

A_DAY = timedelta(days=1)
YEARS = range(2020, 2100)
BODIES = {"board", "works_council", "union_delegation", "safety_committee"}


@dataclass(frozen=True)
class Facts:
    """What the calendar asks about an organisation. year_end: the last day of its financial year, "MM-DD"."""

    heads: int
    fte: Decimal
    bodies: frozenset[str]
    joint_committee: str = ""
    regions: frozenset[str] = frozenset({"VL"})
    year_end: str = "12-31"


@dataclass(frozen=True)
class Step:
    """One step of a calculation. kind: named | year_end | months_after | days_after | days_before | period | fixed | each.

    day: what it led to. start: what it counted from. amount: how many days or months. line: the line it counted from.
    """

    kind: str
    day: date | None = None
    start: date | None = None
    amount: int = 0
    line: Texts | None = None


@dataclass(frozen=True)
class Entry:
    """One line of the calendar in one year. first and last are the same unless it is a period; None: no day of its own.

    who: roles and bodies of this organisation that it concerns; "workers" is everyone who works here.
    """

    line: Line
    first: date | None
    last: date | None
    who: tuple[str, ...]
    steps: tuple[Step, ...]
    parameters: tuple[Parameter, ...]

    @property
    def key(self) -> str:
        return self.line.key

    @property
    def working_day(self) -> date | None:
        """The last working day not after the legal day."""
        return working_day_before(self.last) if self.last else None

    @property
    def why_earlier(self) -> Texts | None:
        """The name of the holiday or day of the weekend on which the last day falls; None on a working day."""
        return why_no_working_day(self.last) if self.last else None

    @property
    def is_duty(self) -> bool:
        return self.line.bearing == "duty"

    @property
    def is_to_check(self) -> bool:
        """A duty of which not every fact was read in a source."""
        sure = self.line.confidence == "verified" and all(one.is_checked for one in self.parameters)
        return self.is_duty and not sure


@dataclass(frozen=True)
class Way:
    """The days that a line leads to, and how."""

    first: date
    last: date
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Reckoning:
    """Works out the days of lines for one organisation. cycle: the year in which the financial year ends, or the year itself."""

    law: Law
    facts: Facts
    lines: dict[str, Line] = field(default_factory=dict)

    def way(self, line: Line, cycle: int) -> Way | None:
        """None where the law knows no value on that day, or no day in that year."""
        ways: dict[str, Callable[[Line, int], Way | None]] = {
            "day": self._named,
            "period": self._period,
            "year_end": self._year_end,
            "before": self._before,
            "after": self._after,
        }
        try:
            return ways[line.follows.kind](line, cycle)
        except UnknownParameter:
            return None

    def _amount(self, value: int | str | None, on: date) -> int:
        if isinstance(value, str):
            return self.law.parameter(value, on=on, joint_committee=self.facts.joint_committee).whole
        return value or 0

    def _named(self, line: Line, cycle: int) -> Way | None:
        found = []
        for one in self.law.parameters:
            if one.key != line.follows.day or not under(self.facts.joint_committee, one.joint_committee):
                continue
            day = one.day_in(cycle) if one.kind == "day" else one.calendar_date
            if day.year == cycle and one.holds_on(day):
                found.append((len(one.joint_committee), day))
        if not found:
            return None
        day = max(found)[1]
        return Way(day, day, (Step("named", day),))

    def _period(self, line: Line, cycle: int) -> Way:
        first, last = (date.fromisoformat(f"{cycle:04}-{day}") for day in (line.follows.first, line.follows.last))
        return Way(first, last, (Step("period", last, first),))

    def _year_end(self, line: Line, cycle: int) -> Way:
        end = date.fromisoformat(f"{cycle:04}-{self.facts.year_end}")
        months = self._amount(line.follows.months, end)
        last = law.months_after(end, months)
        steps = [Step("year_end", end)]
        if line.follows.from_months is None:
            return Way(last, last, (*steps, Step("months_after", last, end, months)))
        first = law.months_after(end + A_DAY, line.follows.from_months)
        return Way(first, last, (*steps, Step("period", last, first)))

    def _before(self, line: Line, cycle: int) -> Way | None:
        anchor = self.lines[line.follows.line]
        if (found := self.way(anchor, cycle)) is None:
            return None
        days = self._amount(line.follows.days, found.last)
        last = law.latest_sending_day(found.last, days_before=days)
        return Way(last, last, (*found.steps, Step("days_before", last, found.last, days, anchor.what)))

    def _after(self, line: Line, cycle: int) -> Way | None:
        anchor = self.lines[line.follows.line]
        if (found := self.way(anchor, cycle)) is None:
            return None
        if line.follows.days is not None:
            amount, kind = self._amount(line.follows.days, found.last), "days_after"
            last = law.term_ends(found.last, amount)
        else:
            amount, kind = self._amount(line.follows.months, found.last), "months_after"
            last = law.months_after(found.last, amount)
        return Way(last, last, (*found.steps, Step(kind, last, found.last, amount, anchor.what)))


def calendar_of(year: int, facts: Facts) -> list[Entry]:
    """The lines that hold for this organisation and whose last day lies in that year, by day; those without a day last."""
    known = law.in_use()
    reckoning = Reckoning(known, facts, {line.key: line for line in known.lines})
    found = [entry for line in known.lines for entry in _entries(reckoning, line, year)]
    return sorted(found, key=lambda one: (one.last or date.max, one.first or date.max, one.key))


def _entries(reckoning: Reckoning, line: Line, year: int) -> Iterator[Entry]:
    if line.follows.kind == "each":
        last = min(line.valid_to or date.max, date(year, 12, 31))
        if last.year == year and _applies(reckoning, line, last):
            yield _entry(reckoning, line, None, last)
        return
    # A financial year ends at most a year before what follows from it, and papers are sent the year before a meeting in January.
    for cycle in range(year - 2, year + 2):
        way = reckoning.way(line, cycle)
        if way is not None and way.last.year == year and _applies(reckoning, line, way.last):
            yield _entry(reckoning, line, way, way.last)


def _applies(reckoning: Reckoning, line: Line, on: date) -> bool:
    facts = reckoning.facts
    try:
        fits = reckoning.law.fits(line, heads=facts.heads, fte=facts.fte, on=on)
    except UnknownParameter:
        return False
    present = facts.bodies or frozenset({"none"})
    return line.holds_on(on) and fits and line.conditions.allows(present, facts.joint_committee, facts.regions)


def _entry(reckoning: Reckoning, line: Line, way: Way | None, on: date) -> Entry:
    facts = reckoning.facts
    named = [law.body_for_training_plan(facts.bodies).value if one == "plan_body" else one for one in line.who]
    # A body that this organisation has not is nobody's.
    who = [one for one in named if one not in BODIES or one in facts.bodies] or named
    return Entry(
        line=line,
        first=way.first if way else None,
        last=way.last if way else None,
        who=tuple(dict.fromkeys(who)),
        steps=way.steps if way else (Step("each"),),
        parameters=tuple(_values(reckoning, line, on)),
    )


def _values(reckoning: Reckoning, line: Line, on: date) -> Iterator[Parameter]:
    """The values that the line rests on, and those of the line that it counts from."""
    keys = line.keys()
    here = line
    while here.follows.line:
        here = reckoning.lines[here.follows.line]
        keys += [key for key in sorted(here.follows.keys()) if key not in keys]
    for key in keys:
        try:
            yield reckoning.law.parameter(key, on=on, joint_committee=reckoning.facts.joint_committee)
        except UnknownParameter:
            continue
