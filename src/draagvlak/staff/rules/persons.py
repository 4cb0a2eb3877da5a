"""What the rows of a list about one person do to that person."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from draagvlak.staff.figures import Problem, RefusedRow, StaffRow
from draagvlak.staff.rules.people import (
    A_DAY,
    EMPTY,
    OF_POST,
    PERSONAL,
    Change,
    Known,
    KnownEmployment,
    KnownPost,
)
from draagvlak.staff.rules.recognising import bare_number, folded

# What tells two contracts apart that began on the same day, and which of them a row is about.
TELLING = ("function", "team", "site", "function_group", "statute")
# Nobody has more contracts at once: a number on more rows of one first day is not that of a person.
MOST_AT_ONCE = 12


@dataclass(frozen=True)
class ListFacts:
    """What is known about the list as a whole; see Comparer."""

    mapped: frozenset[str]
    as_of: date
    seen_until: date | None


@dataclass
class Line:
    """A row on its way: the person and the employment it is about, what it changed, why it is refused.

    continues: what the person did until this new contract, which still holds where the list says nothing else.
    """

    row: StaffRow
    person: Known
    employment: KnownEmployment | None = None
    continues: KnownPost | None = None
    changes: list[Change] = field(default_factory=list)
    refusal: Problem | None = None

    @property
    def is_about_somebody_else(self) -> bool:
        return self.refusal is not None and self.refusal.code == "number_of_someone_else"

    @property
    def is_waiting(self) -> bool:
        """Whether no employment was found yet and nothing is wrong."""
        return self.employment is None and self.refusal is None

    def refused(self, refusal: Problem) -> RefusedRow:
        return RefusedRow(self.row.number, (refusal, *self.row.problems), self.row)


class OnePerson:
    """Takes the rows about one person in an order that does not depend on theirs, so that the same list twice ends the same:
    first the employments with the very same first day, then rows without a first day, which mean what runs, then first
    days that may be corrected, and last what is new. Rows with one first day are contracts that run side by side, if they
    differ in what tells them apart; a payroll gives each of them the day somebody came first."""

    def __init__(self, person: Known, lines: Sequence[Line], facts: ListFacts) -> None:
        self.person, self.facts = person, facts
        self.lines = sorted(lines, key=_rank) if len(lines) > 1 else list(lines)
        self.free = list(person.employments)
        self.is_unclear = False

    def take(self) -> bool:
        """Change the person as the rows say. Returns whether anything changed."""
        days = _by_first_day(self.lines)
        for start, lines in days.items():
            if start is not None:
                self._match(lines, self._of_that_day)
        for _start, lines in sorted(days.items(), key=lambda day: day[0] is not None):
            self._match(lines, self._meant)
        for line in self.lines:
            if line.is_waiting:
                self._start(line)
        kept = [line for line in self.lines if not line.refusal]
        if kept:
            _change_person(self.person, kept)
        # As they come from the tables: new ones get the highest keys.
        self.person.employments.sort(key=lambda one: (one.starts_on, one.key is None, one.key or 0))
        return any(line.changes for line in kept)

    def _match(self, lines: Iterable[Line], meant: Callable[[Line], KnownEmployment | None]) -> None:
        """Give each row the employment it means; the row that fits one best goes first."""
        waiting = [line for line in lines if line.is_waiting]
        while waiting:
            line = min(waiting, key=self._best_fit) if len(waiting) > 1 else waiting[0]
            waiting.remove(line)
            if (found := meant(line)) is not None:
                self._is_about(line, found)

    def _best_fit(self, line: Line) -> tuple[int, bool, bool]:
        return min((_fit(line.row, one, as_of=self.facts.as_of) for one in self.free), default=(0, True, True))

    def _of_that_day(self, line: Line) -> KnownEmployment | None:
        that_day = [one for one in self.free if one.starts_on == line.row.start_date]
        return min(that_day, key=lambda one: _fit(line.row, one, as_of=self.facts.as_of), default=None)

    def _is_about(self, line: Line, one: KnownEmployment) -> None:
        line.employment = one
        self.free.remove(one)
        ends_on = self._last_day(line.row, one)
        if ends_on is not None and ends_on < one.starts_on:
            line.refusal = Problem("end_before_start", "end_date", ends_on.isoformat())
            return
        if ends_on != one.ends_on:
            line.changes.append(("end_date", _word(one.ends_on), _word(ends_on)))
            one.move(starts_on=one.starts_on, ends_on=ends_on)
        line.changes += _change_post(one, line.row, as_of=self.facts.as_of)

    def _meant(self, line: Line) -> KnownEmployment | None:
        row = line.row
        if row.start_date is not None:
            return self._corrected(line, row.start_date)
        best_first = self.free[::-1]
        if len(best_first) > 1:
            best_first.sort(key=lambda one: _fit(row, one, as_of=self.facts.as_of))
        same_end = [one for one in best_first if row.end_date and one.ends_on == row.end_date]
        running = [one for one in best_first if one.covers(self.facts.as_of)]
        earlier = [one for one in best_first if row.end_date and one.starts_on <= row.end_date]
        return next(iter(same_end + running + earlier), None)

    def _corrected(self, line: Line, starts_on: date) -> KnownEmployment | None:
        """The employment whose first day the list corrects, None when this is another one."""
        ends_on = line.row.end_date
        # Who runs on was not meant by an employment that ended.
        fits = [
            one
            for one in self.person.employments
            if one.overlaps(starts_on, ends_on) and (ends_on or one.ends_on is None or one.covers(self.facts.as_of))
        ]
        # Rather the one that ends on the same day.
        free = [one for one in fits if one in self.free]
        free.sort(key=lambda one: (one.ends_on != ends_on, *_fit(line.row, one, as_of=self.facts.as_of)))
        earlier = [one for one in free if one.starts_on <= starts_on]
        if self._is_puzzle(fits, starts_on, has_earlier=bool(earlier)):
            line.refusal = Problem("another_between", "start_date", starts_on.isoformat())
            return None
        one = next(iter(earlier or free), None)
        if one is None:
            return None
        if self._is_new_contract(one, starts_on):
            line.changes.append(("end_date", _word(one.ends_on), _word(starts_on - A_DAY)))
            line.continues = one.post_on(starts_on)
            one.move(starts_on=one.starts_on, ends_on=starts_on - A_DAY)
            return None
        line.changes.append(("start_date", one.starts_on.isoformat(), starts_on.isoformat()))
        one.move(starts_on=starts_on, ends_on=one.ends_on)
        return one

    def _is_puzzle(self, fits: Sequence[KnownEmployment], starts_on: date, *, has_earlier: bool) -> bool:
        """Whether another employment ended between the first day of the list and the one that we know. Then later rows of
        this person correct nothing either: a second reading must find the same question."""
        between = [
            other
            for one in fits
            for other in self.person.employments
            if other is not one and other.ends_on is not None and starts_on <= other.ends_on < one.starts_on
        ]
        self.is_unclear = self.is_unclear or (bool(between) and not has_earlier)
        return self.is_unclear

    def _is_new_contract(self, known: KnownEmployment, starts_on: date) -> bool:
        return self.facts.seen_until is not None and known.starts_on <= self.facts.seen_until < starts_on

    def _start(self, line: Line) -> None:
        row, as_of = line.row, self.facts.as_of
        starts_on = row.start_date or (min(as_of, row.end_date) if row.end_date else as_of)
        that_day = [one for one in self.person.employments if one.starts_on == starts_on]
        if not all(_differ(row, one.post_on(as_of).values) for one in that_day):
            line.refusal = Problem("starts_twice", "start_date", starts_on.isoformat())
            return
        ends_on = row.end_date or self._until_the_next(row, starts_on)
        values = dict.fromkeys(OF_POST, "") | {"statute": "unknown", "fraction": None}
        values |= line.continues.values if line.continues else {}
        values |= {name: value for name in OF_POST if (value := getattr(row, name)) not in EMPTY}
        line.employment = KnownEmployment(None, starts_on, ends_on, [KnownPost(None, starts_on, ends_on, values)])
        self.person.employments.append(line.employment)
        line.changes.append(("employment", "", starts_on.isoformat()))
        if row.start_date is None and "start_date" in self.facts.mapped:
            told = Problem("first_day_missing", "start_date", starts_on.isoformat())
            line.row = replace(row, problems=(*row.problems, told))

    def _until_the_next(self, row: StaffRow, starts_on: date) -> date | None:
        """Without a first day in the list, an employment lasts until the next one that we know begins."""
        later = [one.starts_on for one in self.person.employments if one.starts_on > starts_on]
        return min(later) - A_DAY if later and row.start_date is None else None

    def _last_day(self, row: StaffRow, one: KnownEmployment) -> date | None:
        """The last day that the list gives; without such a column, whoever is on the list is at work on its day."""
        if any(problem.field == "end_date" for problem in row.problems):
            return one.ends_on
        if row.end_date is not None:
            return row.end_date
        if "end_date" not in self.facts.mapped and (one.ends_on is None or one.ends_on >= self.facts.as_of):
            return one.ends_on
        # An end that only makes room for the next employment is no news.
        return one.ends_on if one.ends_on == self._until_the_next(row, one.starts_on) else None


def _by_first_day(lines: Iterable[Line]) -> dict[date | None, list[Line]]:
    """The rows by their first day. One that does not differ from another of that day is refused."""
    days: dict[date | None, list[Line]] = {}
    for line in lines:
        inside = days.setdefault(line.row.start_date, [])
        same = [other for other in inside if not _differ(line.row, _telling(other.row))]
        if same or len(inside) == MOST_AT_ONCE:
            line.refusal = Problem("duplicate_row", "start_date", str((same or inside)[0].row.number))
        else:
            inside.append(line)
    return days


def _fit(row: StaffRow, one: KnownEmployment, *, as_of: date) -> tuple[int, bool, bool]:
    """The lower, the better a row fits an employment: what is filled in and equal, then the fraction, then the last day."""
    values = one.post_on(as_of).values
    equal = sum(value not in EMPTY and _same(value, values[name]) for name, value in _telling(row).items())
    return -equal, row.fraction not in (None, values["fraction"]), row.end_date != one.ends_on


def _telling(row: StaffRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in TELLING}


def _differ(row: StaffRow, other: Mapping[str, Any]) -> bool:
    """Whether a row tells of another contract: something that both fill in is not the same."""
    return any(
        value not in EMPTY and other[name] not in EMPTY and not _same(value, other[name])
        for name, value in _telling(row).items()
    )


def _rank(line: Line) -> tuple[Any, ...]:
    """An order of rows that does not depend on their places: by first day, then who stays longest, says most, works most."""
    row = line.row
    days = row.start_date or date.max, date.max - (row.end_date or date.max)
    filled = sum(value not in EMPTY for value in _telling(row).values())
    values = [getattr(row, name) for name in (*OF_POST, *PERSONAL)]
    return *days, -filled, -(row.fraction or 0), [(value in EMPTY, str(value)) for value in values], row.number


def _change_post(one: KnownEmployment, row: StaffRow, *, as_of: date) -> list[Change]:
    """What was empty is filled in where it stands; what differs starts a new post on the day of the list."""
    post = one.post_on(as_of)
    wanted = {name: value for name in OF_POST if (value := getattr(row, name)) not in EMPTY}
    differs = {name: value for name, value in wanted.items() if not _same(value, post.values[name])}
    if "function" in differs and "function_group" not in wanted and post.values["function"] not in EMPTY:
        # The group belongs to the function; a new function does not take the old group along.
        differs["function_group"] = ""
    changes = [(name, _word(post.values[name]), _word(value)) for name, value in differs.items()]
    changes = [change for change in changes if change[1] != change[2]]
    post.values |= {name: value for name, value in differs.items() if post.values[name] in EMPTY}
    rest = {name: value for name, value in differs.items() if value != post.values[name]}
    if rest and post.starts_on < as_of and post.covers(as_of):
        later = KnownPost(None, as_of, post.ends_on, {**post.values, **rest})
        one.posts.insert(one.posts.index(post) + 1, later)
        post.ends_on = as_of - A_DAY
    else:
        post.values |= rest
    return changes


def _change_person(person: Known, lines: Sequence[Line]) -> None:
    """One answer per field: the row of the latest employment speaks first, the others fill in what it leaves empty.

    Of somebody new nothing is known but these rows: what a refused one says does not count."""
    ranked = sorted(lines, key=lambda line: line.employment.starts_on if line.employment else date.min, reverse=True)
    for name in PERSONAL:
        said = [getattr(line.row, name) for line in ranked]
        kept = person.values[name] if person.key else said[0]
        value = next((one for one in said if one not in ("", None)), kept)
        if name == "personnel_number" and bare_number(value) == bare_number(kept):
            continue
        if value != person.values[name]:
            ranked[0].changes.append((name, _word(person.values[name]), _word(value)))
            person.values[name] = value


def _same(one: Any, other: Any) -> bool:  # noqa: ANN401 -- texts, numbers and nothing
    """Whether two values mean the same: names of places and functions without regard to case and accents."""
    if isinstance(one, str) and isinstance(other, str):
        return one == other or folded(one) == folded(other)
    return bool(one == other)


def _word(value: Any) -> str:  # noqa: ANN401 -- dates, numbers and text alike
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)
