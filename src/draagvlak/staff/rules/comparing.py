"""What a list does to the people we know, person by person."""

from collections import defaultdict
from collections.abc import Collection, Sequence
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
    Comparison,
    Known,
    KnownEmployment,
    KnownPost,
    Step,
)
from draagvlak.staff.rules.recognising import Recogniser, folded, is_somebody_else

# Who stands outside a payroll: missed only in a list that holds this very kind of people.
OUTSIDE_PAYROLL = frozenset(
    {"volunteer", "trainee", "agency_worker", "self_employed", "seconded", "ibo", "apprentice", "art60"}
)


@dataclass
class _Line:
    """A row on its way: the employment it is about, what it changed, why it is refused.

    continues: what the person did until this new contract, which still holds where the list says nothing else.
    """

    row: StaffRow
    employment: KnownEmployment | None = None
    continues: KnownPost | None = None
    changes: list[Change] = field(default_factory=list)
    refusal: Problem | None = None


class Comparer:
    """Compares a list with the people we know. The people are changed in hand, not in any table.

    mapped: the fields that the list has a column for. as_of: the day the list describes; a changed post counts from then.
    seen_until: the day of the last list that was carried out. Whoever was at work then really was, so a later first day
    is a new contract; otherwise it corrects the one we had.
    """

    def __init__(
        self, known: Sequence[Known], *, mapped: Collection[str], as_of: date, seen_until: date | None = None
    ) -> None:
        self.known, self.mapped, self.as_of, self.seen_until = known, frozenset(mapped), as_of, seen_until
        self.before: dict[int, Known] = {}

    def compare(self, rows: Sequence[StaffRow | RefusedRow]) -> Comparison:
        """The plan for all rows, in their order."""
        usable = [row for row in rows if isinstance(row, StaffRow)]
        refused = [row for row in rows if isinstance(row, RefusedRow)]
        present = {id(person) for person in self._meant_by([row.person for row in refused if row.person])}
        of_person: dict[int, list[_Line]] = defaultdict(list)
        lines = []
        for row, person in zip(usable, Recogniser(self.known, usable).people(), strict=True):
            line = _Line(row)
            if person.key and is_somebody_else(person, row):
                line.refusal = Problem("number_of_someone_else", "personnel_number", person.name)
            else:
                of_person[id(person)].append(line)
                present.add(id(person))
            lines.append((line, person))
        people = {id(person): person for _line, person in lines}
        for key, inside in of_person.items():
            self._take(people[key], inside)
        refused += [_refused(line) for line, _person in lines if line.refusal]
        steps = [_step(line, person) for line, person in lines if not line.refusal]
        gone = self._gone(present, {row.statute or "unknown" for row in usable})
        # A new person all of whose rows are refused is nobody.
        return Comparison(steps, sorted(refused, key=lambda row: row.number), gone, self.before)

    def _meant_by(self, rows: Sequence[StaffRow]) -> list[Known]:
        return [person for person in Recogniser(self.known, rows).people() if person.key]

    def _gone(self, present: set[int], kinds: set[str]) -> list[Known]:
        missed = kinds & OUTSIDE_PAYROLL
        payroll = bool(kinds - OUTSIDE_PAYROLL)
        return [p for p in self.known if id(p) not in present and self._is_missed(p, missed, payroll=payroll)]

    def _is_missed(self, person: Known, kinds: set[str], *, payroll: bool) -> bool:
        """At work on the day of the list, and of a kind that such a list holds: volunteers are not missed in a payroll."""
        for employment in person.employments:
            if employment.covers(self.as_of) and employment.ends_on != self.as_of:
                statute = employment.post_on(self.as_of).values["statute"]
                return statute in kinds or (payroll and statute not in OUTSIDE_PAYROLL)
        return False

    def _take(self, person: Known, lines: list[_Line]) -> None:
        """Everything that the list says about one person."""
        was = person.copy() if person.key else None
        # In an order that does not depend on the order of the rows, so that the same list twice ends the same.
        lines_by_day = sorted(lines, key=lambda line: line.row.start_date or date.max)
        free = self._same_first_day(person, lines_by_day)
        # Rows without a first day mean what runs; only then is it clear which first day could be corrected.
        for line in sorted(lines_by_day, key=lambda line: line.row.start_date is not None):
            if line.employment is None and not line.refusal:
                line.employment = self._meant(person, line, free)
                if line.employment is not None:
                    free.remove(line.employment)
                    self._change_employment(person, line, line.employment)
        for line in lines_by_day:
            if line.employment is None and not line.refusal:
                self._start(person, line)
        kept = [line for line in lines if not line.refusal]
        if kept:
            _change_person(person, kept)
        person.employments.sort(key=lambda one: one.starts_on)
        if was is not None and any(line.changes for line in kept):
            self.before[person.key] = was

    def _same_first_day(self, person: Known, lines: Sequence[_Line]) -> list[KnownEmployment]:
        """The rows about an employment with the very same first day. Returns the employments that no row is about yet."""
        free = list(person.employments)
        by_start = {one.starts_on: one for one in person.employments}
        taken: dict[date | None, _Line] = {}
        for line in lines:
            start = line.row.start_date
            if (other := taken.setdefault(start, line)) is not line:
                line.refusal = Problem("duplicate_row", "start_date", str(other.row.number))
            elif start is not None and start in by_start:
                line.employment = by_start[start]
                free.remove(by_start[start])
        for line in lines:
            if line.employment is not None:
                self._change_employment(person, line, line.employment)
        return free

    def _meant(self, person: Known, line: _Line, free: list[KnownEmployment]) -> KnownEmployment | None:
        row = line.row
        if row.start_date is not None:
            return self._overlapping(person, line, row.start_date, free)
        latest_first = free[::-1]
        same_end = [one for one in latest_first if row.end_date and one.ends_on == row.end_date]
        running = [one for one in latest_first if one.covers(self.as_of)]
        earlier = [one for one in latest_first if row.end_date and one.starts_on <= row.end_date]
        return next(iter(same_end + running + earlier), None)

    def _overlapping(
        self, person: Known, line: _Line, starts_on: date, free: list[KnownEmployment]
    ) -> KnownEmployment | None:
        """The employment whose first day the list corrects, None when this is another one."""
        ends_on = line.row.end_date
        # Who runs on was not meant by an employment that ended. Rather the one that ends on the same day.
        fits = [
            one
            for one in sorted(person.employments, key=lambda one: one.ends_on != ends_on)
            if one.overlaps(starts_on, ends_on) and (ends_on or one.ends_on is None or one.covers(self.as_of))
        ]
        earlier = [one for one in fits if one.starts_on <= starts_on and one in free]
        if not earlier and any(_another_between(person, one, starts_on) for one in fits):
            line.refusal = Problem("another_between", "start_date", starts_on.isoformat())
            return None
        one = next(iter(earlier or [one for one in fits if one in free]), None)
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

    def _is_new_contract(self, known: KnownEmployment, starts_on: date) -> bool:
        return self.seen_until is not None and known.starts_on <= self.seen_until < starts_on

    def _start(self, person: Known, line: _Line) -> None:
        row = line.row
        starts_on = row.start_date or (min(self.as_of, row.end_date) if row.end_date else self.as_of)
        if any(one.starts_on == starts_on for one in person.employments):
            line.refusal = Problem("duplicate_row", "start_date", "")
            return
        ends_on = row.end_date or self._until_the_next(person, row, starts_on)
        values = dict.fromkeys(OF_POST, "") | {"statute": "unknown", "fraction": None, "shift": ""}
        values |= line.continues.values if line.continues else {}
        values |= {name: value for name in OF_POST if (value := getattr(row, name)) not in EMPTY}
        line.employment = KnownEmployment(None, starts_on, ends_on, [KnownPost(None, starts_on, ends_on, values)])
        person.employments.append(line.employment)
        line.changes.append(("employment", "", starts_on.isoformat()))

    @staticmethod
    def _until_the_next(person: Known, row: StaffRow, starts_on: date) -> date | None:
        """Without a first day in the list, an employment lasts until the next one that we know begins."""
        later = [one.starts_on for one in person.employments if one.starts_on > starts_on]
        return min(later) - A_DAY if later and row.start_date is None else None

    def _change_employment(self, person: Known, line: _Line, one: KnownEmployment) -> None:
        ends_on = self._last_day(person, line.row, one)
        if ends_on is not None and ends_on < one.starts_on:
            line.refusal = Problem("end_before_start", "end_date", ends_on.isoformat())
            return
        if ends_on != one.ends_on:
            line.changes.append(("end_date", _word(one.ends_on), _word(ends_on)))
            one.move(starts_on=one.starts_on, ends_on=ends_on)
        line.changes += self._change_post(one, line.row)

    def _last_day(self, person: Known, row: StaffRow, one: KnownEmployment) -> date | None:
        """The last day that the list gives; without such a column, whoever is on the list is at work on its day."""
        if any(problem.field == "end_date" for problem in row.problems):
            return one.ends_on
        if row.end_date is not None:
            return row.end_date
        if "end_date" not in self.mapped and (one.ends_on is None or one.ends_on >= self.as_of):
            return one.ends_on
        # An end that only makes room for the next employment is no news.
        return one.ends_on if one.ends_on == self._until_the_next(person, row, one.starts_on) else None

    def _change_post(self, one: KnownEmployment, row: StaffRow) -> list[Change]:
        """What was empty is filled in where it stands; what differs starts a new post on the day of the list."""
        post = one.post_on(self.as_of)
        wanted = {name: getattr(row, name) for name in OF_POST if getattr(row, name) not in EMPTY}
        differs = {name: value for name, value in wanted.items() if not _same(value, post.values[name])}
        if "function" in differs and "function_group" not in wanted and post.values["function"] not in EMPTY:
            # The group belongs to the function; a new function does not take the old group along.
            differs["function_group"] = ""
        changes = [(name, _word(post.values[name]), _word(value)) for name, value in differs.items()]
        changes = [change for change in changes if change[1] != change[2]]
        post.values |= {name: value for name, value in differs.items() if post.values[name] in EMPTY}
        if not (rest := {name: value for name, value in differs.items() if value != post.values[name]}):
            return changes
        if post.starts_on < self.as_of and post.covers(self.as_of):
            later = KnownPost(None, self.as_of, post.ends_on, {**post.values, **rest})
            one.posts.insert(one.posts.index(post) + 1, later)
            post.ends_on = self.as_of - A_DAY
        else:
            post.values |= rest
        return changes


def _another_between(person: Known, one: KnownEmployment, starts_on: date) -> bool:
    """Whether another employment ended between an earlier first day and the one that we know."""
    return any(
        other is not one and other.ends_on is not None and starts_on <= other.ends_on < one.starts_on
        for other in person.employments
    )


def _change_person(person: Known, lines: Sequence[_Line]) -> None:
    """One answer per field: the row of the latest employment speaks first, the others fill in what it leaves empty."""
    ranked = sorted(lines, key=lambda line: line.employment.starts_on if line.employment else date.min, reverse=True)
    for name in PERSONAL:
        value = next((v for line in ranked if (v := getattr(line.row, name)) not in ("", None)), None)
        if value is not None and value != person.values[name]:
            ranked[0].changes.append((name, _word(person.values[name]), _word(value)))
            person.values[name] = value


def _step(line: _Line, person: Known) -> Step:
    verdict = "new" if not person.key else "changed" if line.changes else "unchanged"
    return Step(line.row, verdict, person, [] if verdict == "new" else line.changes)


def _refused(line: _Line) -> RefusedRow:
    problems = line.row.problems
    return RefusedRow(line.row.number, (line.refusal, *problems) if line.refusal else problems, replace(line.row))


def _same(one: Any, other: Any) -> bool:  # noqa: ANN401 -- texts, numbers and nothing
    """Whether two values mean the same: names of places and functions without regard to case and accents."""
    if isinstance(one, str) and isinstance(other, str):
        return one == other or folded(one) == folded(other)
    return bool(one == other)


def _word(value: Any) -> str:  # noqa: ANN401 -- dates, numbers and text alike
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)
