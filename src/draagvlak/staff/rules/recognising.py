"""Which known person is each row of a list about?"""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from draagvlak.lib.likeness import are_clearly_other
from draagvlak.staff.figures import StaffRow
from draagvlak.staff.rules.people import PERSONAL, Known


def folded(text: str) -> str:
    """Only letters and digits, small and without accents: two spellings of a name compare equal."""
    small = text.casefold()
    if small.isalnum() and small.isascii():
        return small
    return "".join(sign for sign in unicodedata.normalize("NFKD", small) if sign.isalnum()) or small


def bare_number(number: str) -> str:
    """A personnel number without the zeros before it, which a spreadsheet takes away and a payroll puts there."""
    return number.lstrip("0")


def _name(last: str, first: str) -> tuple[str, str]:
    return folded(last), folded(first)


def _of(row: StaffRow) -> tuple[str, str]:
    return _name(row.last_name, row.first_name)


class Recogniser:
    """Finds the person of every row; rows about nobody we know become new people (key 0), once per person.

    A number is sure; one that lost the zeros it began with, as spreadsheets do, is sure together with the name. Without a
    known number both names and the birth date tell; where one side has no birth date the name alone, if only one person on
    either side can be meant. Two rows with one name, no number, no birth date and the same first day are two people.
    """

    def __init__(self, known: Sequence[Known], rows: Sequence[StaffRow]) -> None:
        self.rows = rows
        self.by_number = {p.values["personnel_number"].casefold(): p for p in known if p.values["personnel_number"]}
        self.by_bare: dict[tuple[str, str, str], list[Known]] = defaultdict(list)
        for person in self.by_number.values():
            name = _name(person.values["last_name"], person.values["first_name"])
            self.by_bare[bare_number(person.values["personnel_number"]).casefold(), *name].append(person)
        self.by_name: dict[tuple[str, str], list[Known]] = defaultdict(list)
        for person in known:
            self.by_name[_name(person.values["last_name"], person.values["first_name"])].append(person)
        self.numbers = {row.personnel_number.casefold() for row in rows if row.personnel_number}
        days = Counter((_identity(row), row.start_date) for row in rows if not _is_sure(row))
        # Names that stand on the list for two people: they begin on the same day, and nothing says that they are one.
        self.twins = {identity for (identity, _day), times in days.items() if times > 1}
        self.found: dict[int, Known] = {}
        self.claims: dict[int, set[date | None]] = defaultdict(set)
        self.sure: dict[tuple[Any, ...], Known | None] = {}
        self.numbered: dict[int, set[tuple[Any, ...]]] = defaultdict(set)

    def people(self) -> list[Known]:
        """One person per row, in the order of the rows."""
        for test in (self._by_number, self._by_bare_number, self._by_name_and_work, self._by_name_and_birth):
            for place, row in enumerate(self.rows):
                if place not in self.found and (person := test(row)) is not None:
                    self._claim(place, row, person)
        self._by_name_alone()
        self._as_new()
        return [self.found[place] for place in range(len(self.rows))]

    def _claim(self, place: int, row: StaffRow, person: Known) -> None:
        self.found[place] = person
        self.claims[id(person)].add(row.start_date)
        if row.personnel_number:
            self.numbered[id(person)].add((*_of(row), row.birth_date))

    def _by_number(self, row: StaffRow) -> Known | None:
        return self.by_number.get(row.personnel_number.casefold()) if row.personnel_number else None

    def _by_bare_number(self, row: StaffRow) -> Known | None:
        """Who has this number but for the zeros before it, and this name; not if two are called so."""
        bare = bare_number(row.personnel_number).casefold()
        same = self.by_bare.get((bare, *_of(row)), []) if bare else []
        return same[0] if len(same) == 1 and row.personnel_number.casefold() not in self.by_number else None

    def _by_name_and_work(self, row: StaffRow) -> Known | None:
        """Of namesakes whom nothing else tells apart, whoever does that work; the place of the row says nothing."""
        if _identity(row) not in self.twins:
            return None
        same = [p for p in self._namesakes(row) if p.values["birth_date"] is None and not p.values["personnel_number"]]
        same = [p for p in same if row.start_date not in self.claims[id(p)] and _does_that_work(p, row)]
        return min(same, key=lambda person: self._distance(person, row), default=None)

    def _by_name_and_birth(self, row: StaffRow) -> Known | None:
        if row.personnel_number:
            return None
        same = [p for p in self._namesakes(row) if p.values["birth_date"] == row.birth_date]
        # A number on this list already means this namesake: the same person only if the birth date says so as well.
        same = [p for p in same if self.numbered.get(id(p), {_identity(row)}) == {_identity(row)}]
        if row.birth_date is not None:
            if _identity(row) not in self.sure:
                self.sure[_identity(row)] = min(same, key=lambda person: self._distance(person, row), default=None)
            return self.sure[_identity(row)]
        same = [p for p in same if id(p) not in self.numbered and row.start_date not in self.claims[id(p)]]
        if _identity(row) in self.twins:
            same = [p for p in same if not p.values["personnel_number"]]
        return min(same, key=lambda person: self._distance(person, row), default=None)

    def _distance(self, person: Known, row: StaffRow) -> tuple[bool, bool, bool]:
        """Of namesakes, a row without a number means rather one without a number, who began on that very day."""
        number = bool(person.values["personnel_number"])
        return id(person) in self.numbered, number, all(e.starts_on != row.start_date for e in person.employments)

    def _namesakes(self, row: StaffRow) -> list[Known]:
        name = _of(row)
        return self.by_name.get(name, []) if any(name) else []

    def _by_name_alone(self) -> None:
        """Rows that nothing sure tells about, when exactly one person and one identity of the list fit each other."""
        waiting: dict[tuple[Any, ...], list[int]] = defaultdict(list)
        for place, row in enumerate(self.rows):
            if place not in self.found:
                waiting[_identity(row)].append(place)
        fits = {identity: self._fitting(self.rows[places[0]]) for identity, places in waiting.items()}
        wanted = Counter(id(person) for people in fits.values() for person in people)
        for identity, people in fits.items():
            if len(people) == 1 and wanted[id(people[0])] == 1 and identity not in self.twins:
                for place in waiting[identity]:
                    self._claim(place, self.rows[place], people[0])

    def _fitting(self, row: StaffRow) -> list[Known]:
        return [p for p in self._namesakes(row) if not self.claims[id(p)] and self._may_be(p, row)]

    def _may_be(self, person: Known, row: StaffRow) -> bool:
        born = person.values["birth_date"]
        if born and row.birth_date and born != row.birth_date:
            return False
        number = person.values["personnel_number"].casefold()
        if not row.personnel_number or not number:
            return True
        # Another number: the payroll gave a new one, if the old one is not on the list and the birth date is the same.
        return number not in self.numbers and born is not None and born == row.birth_date

    def _as_new(self) -> None:
        fresh: dict[tuple[Any, ...], list[Known]] = defaultdict(list)
        for place, row in enumerate(self.rows):
            if place in self.found:
                continue
            same = fresh[_identity(row)]
            person = next((p for p in same if _is_sure(row) or row.start_date not in self.claims[id(p)]), None)
            if person is None:
                person = Known(0, {name: getattr(row, name) for name in PERSONAL})
                same.append(person)
            self._claim(place, row, person)


def _is_sure(row: StaffRow) -> bool:
    """Whether two rows with this number, or this name and birth date, are one person."""
    return bool(row.personnel_number or row.birth_date)


def _identity(row: StaffRow) -> tuple[Any, ...]:
    if row.personnel_number:
        return (row.personnel_number.casefold(),)
    return (*_of(row), row.birth_date)


def _does_that_work(person: Known, row: StaffRow) -> bool:
    said = [(name, folded(value)) for name in ("function", "team", "site") if (value := getattr(row, name))]
    posts = [one.posts[-1].values for one in person.employments]
    return bool(said) and any(all(folded(post[name]) == value for name, value in said) for post in posts)


def has_other_names(person: Known, row: StaffRow) -> bool:
    """Whether a number leads to a person who is called otherwise altogether, and nothing says that it is the same person."""
    born = person.values["birth_date"]
    if born and born == row.birth_date:
        return False
    known = (person.values["first_name"], person.values["last_name"])
    return are_clearly_other(known, (row.first_name, row.last_name))


def is_somebody_else(person: Known, row: StaffRow) -> bool:
    """Whether a number leads to a person with clearly another name and birth date: a number that was given again."""
    born, last = person.values["birth_date"], person.values["last_name"]
    if not (born and row.birth_date and last and row.last_name):
        return False
    return born != row.birth_date and folded(last) != folded(row.last_name)
