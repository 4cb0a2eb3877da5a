"""How a list compares with the people we know. Plain values in, a plan out; no Django, no tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from draagvlak.lib.refusals import Refused
from draagvlak.staff.imports import RefusedRow, StaffRow

PERSONAL = ("personnel_number", "first_name", "last_name", "email", "sex", "birth_date", "language")
OF_POST = ("statute", "function", "function_group", "team", "site", "fraction")


class ImportEnded(Refused):
    pass


class ImportQuoted(Refused):
    pass


class NotTheLast(Refused):
    pass


class ListUnreadable(Refused):
    pass


class NothingToRead(Refused):
    pass


@dataclass
class KnownPost:
    """A post as it stands; values by name, places by their name."""

    key: int | None
    starts_on: date
    ends_on: date | None
    values: dict[str, Any]


@dataclass
class KnownEmployment:
    key: int | None
    starts_on: date
    ends_on: date | None
    posts: list[KnownPost]


@dataclass
class Known:
    """A person as we know him, with every employment and post, oldest first."""

    key: int
    values: dict[str, Any]
    employments: list[KnownEmployment] = field(default_factory=list)


@dataclass
class Step:
    """What one row of the list does to one person. changes: (field, from, to) for people to read."""

    row: StaffRow
    verdict: str
    person: Known | None = None
    changes: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass
class Comparison:
    """The plan: a step per row that can be used, the rows that cannot, and who is not in the list any more."""

    steps: list[Step]
    refused: list[RefusedRow]
    gone: list[Known]

    @property
    def counts(self) -> dict[str, int]:
        verdicts = [step.verdict for step in self.steps]
        return {
            "rows": len(self.steps) + len(self.refused),
            **{name: verdicts.count(name) for name in ("new", "changed", "unchanged")},
            "refused": len(self.refused),
            "gone": len(self.gone),
        }


def name_key(values: Mapping[str, Any]) -> tuple[str, str, date | None]:
    """By what a person without a number is recognised: both names without case, and the birth date."""
    return (str(values["last_name"]).casefold(), str(values["first_name"]).casefold(), values.get("birth_date"))


class Comparer:
    """Compares a list, row by row, with the people we know; the people are changed in hand, not in any table.

    mapped: the fields that the list has a column for. as_of: the day the list describes; a changed post counts from then.
    """

    def __init__(self, known: Sequence[Known], *, mapped: frozenset[str], as_of: date) -> None:
        self.mapped, self.as_of = mapped, as_of
        self.by_number = {person.values["personnel_number"]: person for person in known if person.values["personnel_number"]}
        self.by_name = {name_key(person.values): person for person in known}
        self.seen: set[int] = set()

    def compare(self, rows: Sequence[StaffRow | RefusedRow], known: Sequence[Known]) -> Comparison:
        steps = [self.step(row) for row in rows if isinstance(row, StaffRow)]
        refused = [row for row in rows if isinstance(row, RefusedRow)]
        kinds = {step.row.statute for step in steps if step.row.statute}
        gone = [p for p in known if id(p) not in self.seen and self._is_missed(p, kinds)]
        return Comparison(steps, refused, gone)

    def _is_missed(self, person: Known, kinds: set[str]) -> bool:
        """At work on the day of the list, and of a kind that such a list holds: volunteers are not missed in a payroll."""
        outside_payroll = {"volunteer", "trainee", "agency_worker", "self_employed", "seconded", "ibo", "apprentice", "art60"}
        for employment in person.employments:
            if employment.starts_on <= self.as_of and (employment.ends_on is None or employment.ends_on >= self.as_of):
                statute = employment.posts[-1].values["statute"] if employment.posts else ""
                return statute in kinds or statute not in outside_payroll
        return False

    def find(self, row: StaffRow) -> Known | None:
        if row.personnel_number:
            found = self.by_number.get(row.personnel_number)
            if found is not None or "birth_date" not in self.mapped:
                return found
            same = self.by_name.get(name_key(_personal(row)))
            return same if same is not None and not same.values["personnel_number"] else None
        return self.by_name.get(name_key(_personal(row)))

    def step(self, row: StaffRow) -> Step:
        person = self.find(row)
        if person is None:
            person = Known(0, _personal(row))
            if row.personnel_number:
                self.by_number[row.personnel_number] = person
            self.by_name[name_key(person.values)] = person
            self.seen.add(id(person))
            person.employments.append(self._new_employment(row))
            return Step(row, "new", person)
        self.seen.add(id(person))
        changes = self._change_person(person, row)
        employment = self._employment_for(person, row)
        if employment is None:
            person.employments.append(self._new_employment(row))
            person.employments.sort(key=lambda one: one.starts_on)
            changes.append(("employment", "", (row.start_date or self.as_of).isoformat()))
        else:
            changes += self._change_employment(employment, row)
        return Step(row, "changed" if changes else "unchanged", person, changes)

    def _change_person(self, person: Known, row: StaffRow) -> list[tuple[str, str, str]]:
        """Values that the list gives replace ours; an empty cell never erases anything."""
        changes = []
        for name, value in _personal(row).items():
            if value not in ("", None) and value != person.values[name]:
                changes.append((name, _word(person.values[name]), _word(value)))
                person.values[name] = value
        return changes

    def _employment_for(self, person: Known, row: StaffRow) -> KnownEmployment | None:
        if not person.employments:
            return None
        last = person.employments[-1]
        if row.start_date is None:
            return last if last.ends_on is None or last.ends_on >= self.as_of or row.end_date == last.ends_on else None
        same = next((one for one in person.employments if one.starts_on == row.start_date), None)
        if same is not None:
            return same
        # One running employment and another start date: the date was corrected. An ended one: this is a new start.
        return last if last.ends_on is None and len(person.employments) == 1 and person.key else None

    def _change_employment(self, employment: KnownEmployment, row: StaffRow) -> list[tuple[str, str, str]]:
        changes = []
        if row.start_date is not None and row.start_date != employment.starts_on:
            changes.append(("start_date", employment.starts_on.isoformat(), row.start_date.isoformat()))
            employment.starts_on = row.start_date
            employment.posts[0].starts_on = row.start_date
        if "end_date" in self.mapped and row.end_date != employment.ends_on:
            changes.append(("end_date", _word(employment.ends_on), _word(row.end_date)))
            end(employment, row.end_date)
        return changes + self._change_post(employment, row)

    def _change_post(self, employment: KnownEmployment, row: StaffRow) -> list[tuple[str, str, str]]:
        post = employment.posts[-1]
        wanted = {name: getattr(row, name) for name in OF_POST if getattr(row, name) not in ("", None)}
        changes = [(name, _word(post.values[name]), _word(value)) for name, value in wanted.items() if value != post.values[name]]
        if not changes:
            return []
        values = {**post.values, **wanted}
        filled_in = all(post.values[name] in ("", None, "unknown") for name, _was, _is in changes)
        still_runs = post.ends_on is None or post.ends_on >= self.as_of
        if post.starts_on < self.as_of and still_runs and not filled_in:
            employment.posts.append(KnownPost(None, self.as_of, post.ends_on, values))
            post.ends_on = self.as_of - timedelta(days=1)
        else:
            post.values = values
        return changes

    def _new_employment(self, row: StaffRow) -> KnownEmployment:
        starts_on = row.start_date or (min(self.as_of, row.end_date) if row.end_date else self.as_of)
        values = {name: getattr(row, name) for name in OF_POST}
        values["statute"] = values["statute"] or "unknown"
        return KnownEmployment(None, starts_on, row.end_date, [KnownPost(None, starts_on, row.end_date, values)])


def end(employment: KnownEmployment, ends_on: date | None) -> None:
    """Set the last day of an employment; posts that would begin after it never happened."""
    employment.ends_on = ends_on
    if ends_on is not None:
        employment.posts[:] = [post for post in employment.posts if post.starts_on <= ends_on] or employment.posts[:1]
    employment.posts[-1].ends_on = ends_on


def _personal(row: StaffRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in PERSONAL}


def _word(value: Any) -> str:  # noqa: ANN401 -- dates, numbers and text alike
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)
