"""Turns the rows of a table into people, each with what is wrong in it; what cannot be used is refused, row by row."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Generic, TypeVar

from draagvlak.lib.likeness import are_clearly_other
from draagvlak.staff.figures import Problem, RefusedRow, StaffRow
from draagvlak.staff.imports.cleaning import (
    as_text,
    is_national_number,
    key,
    normalised_header,
    without_national_number,
)
from draagvlak.staff.imports.dates import DateReader, looks_like_date, month_comes_first
from draagvlak.staff.imports.fractions import FractionReader, are_full_time_hours, must_be_hours, tells_full_time
from draagvlak.staff.imports.headers import likely_field
from draagvlak.staff.imports.names import (
    are_numbered,
    bare_name,
    first_name_comes_first,
    in_small_letters,
    split_name,
    without_first_name,
    without_number,
)
from draagvlak.staff.imports.nobody import names_nobody
from draagvlak.staff.imports.tables import Cell, Row, Table, TableWarning
from draagvlak.staff.imports.values import reader_of, sexes_are_numbered
from draagvlak.staff.imports.words import FIELDS

_DATES = ("birth_date", "start_date", "end_date")
_IDENTITY = frozenset({"personnel_number", "name", "first_name", "last_name"})
_LONGEST_VALUE = 80
YOUNGEST_WORKER = 14
"""Who was younger on the first day has most likely a wrong date."""
Value = TypeVar("Value")


class _Memory(dict[Cell, tuple[Value, str]], Generic[Value]):
    """Reads each different value of a column once."""

    def __init__(self, read: Callable[[Cell], tuple[Value, str]]) -> None:
        super().__init__()
        self.read = read

    def __missing__(self, cell: Cell) -> tuple[Value, str]:
        result = self[cell] = self.read(cell)
        return result


def column_warnings(table: Table, mapping: Mapping[str, int]) -> tuple[TableWarning, ...]:
    """What is odd about whole columns: month_before_day for dates that can only be read the American way, sex_by_number
    when 1 was read as a man and 2 as a woman, fraction_in_hours when bare numbers can only be hours, no_start_date when
    no column says since when people are at work while one that is not used holds dates, same_title when a column that is not
    used is called as one that is, other_end_dates when a second column could be the last day."""
    found = [
        TableWarning("month_before_day", {"field": field, "column": _label(table, mapping[field])})
        for field in _DATES
        if field in mapping and month_comes_first(_cells(table, mapping[field]))
    ]
    if "sex" in mapping:
        label, cells = _label(table, mapping["sex"]), _cells(table, mapping["sex"])
        if sexes_are_numbered(label, {text for cell in cells if (text := as_text(cell))}):
            found.append(TableWarning("sex_by_number", {"column": label}))
    if "fraction" in mapping and must_be_hours(
        label := _label(table, mapping["fraction"]), _cells(table, mapping["fraction"])
    ):
        found.append(TableWarning("fraction_in_hours", {"column": label}))
    if "start_date" not in mapping and (columns := _unused_dates(table, set(mapping.values()))):
        found.append(TableWarning("no_start_date", {"columns": columns}))
    found += [TableWarning("same_title", {"column": title}) for title in _same_titles(table, mapping)]
    if others := _other_ends(table, mapping):
        found.append(TableWarning("other_end_dates", {"column": _label(table, mapping["end_date"]), "columns": others}))
    return tuple(found)


def _same_titles(table: Table, mapping: Mapping[str, int]) -> list[str]:
    """Titles of the columns that are used while another one, with something else in it, is called the same."""
    used = {normalised_header(column.label): column for column in table.columns if column.index in mapping.values()}
    found = []
    for column in table.columns:
        twin = used.get(normalised_header(column.label)) if column.index not in mapping.values() else None
        if twin is not None and any(
            row.cells[column.index] not in ("", None, row.cells[twin.index]) for row in table.rows
        ):
            found.append(twin.label)
    return list(dict.fromkeys(found))


def _other_ends(table: Table, mapping: Mapping[str, int]) -> list[str]:
    """Titles of the columns that could be the last day as well, and are not used."""
    if "end_date" not in mapping:
        return []
    unused = [column for column in table.columns if column.index not in mapping.values()]
    return [column.label for column in unused if likely_field(column.label)[0] == "end_date"]


def _unused_dates(table: Table, used: Collection[int]) -> list[str]:
    """Titles of the columns that are not used and hold dates in half of their cells or more."""
    found = []
    for column in table.columns:
        cells = (
            [cell for cell in _cells(table, column.index) if cell not in {None, ""}] if column.index not in used else []
        )
        if cells and 2 * sum(looks_like_date(cell) for cell in cells) >= len(cells):
            found.append(column.label)
    return found


def read_rows(table: Table, mapping: Mapping[str, int], *, today: date) -> list[StaffRow | RefusedRow]:
    """Read every row of the table as an employment of a person, in the order of the list.

    mapping: field → column index. today decides the century of two-digit years and which ages are likely.
    Nothing raises for what stands in a row: it becomes a warning on the row or a refusal of the row.
    """
    reader = _RowReader(table, mapping, today)
    return [reader.read(row) for row in table.rows]


def _cells(table: Table, index: int) -> Iterable[Cell]:
    return (row.cells[index] for row in table.rows)


def _label(table: Table, index: int) -> str:
    return next((column.label for column in table.columns if column.index == index), "")


def _full_time_column(table: Table, mapping: Mapping[str, int]) -> int | None:
    """The column that says how many hours a full-time week has, when the fraction is given in hours."""
    if "fraction" not in mapping or not FractionReader(_label(table, mapping["fraction"])).in_hours:
        return None
    for column in table.columns:
        known = tells_full_time(column.label) and column.index not in mapping.values()
        if known and are_full_time_hours(_cells(table, column.index)):
            return column.index
    return None


class _RowReader:
    """Reads rows one after the other and remembers who came by."""

    def __init__(self, table: Table, mapping: Mapping[str, int], today: date) -> None:
        self.readers = [
            (field, mapping[field], _Memory(_reader(table, field, mapping[field], today)))
            for field in FIELDS
            if field in mapping
        ]
        self.seen = _Seen()
        self.names = [mapping[field] for field in ("name", "last_name", "first_name") if field in mapping]
        self.first_name_first = self.are_numbered = False
        if "name" in mapping:
            names = [bare_name(as_text(cell))[0] for cell in _cells(table, mapping["name"])]
            self.first_name_first = first_name_comes_first(_label(table, mapping["name"]), names)
            self.are_numbered = "personnel_number" not in mapping and are_numbered(names)
        self.full_time = _full_time_column(table, mapping)
        if self.full_time is not None:
            self.readers = [reader for reader in self.readers if reader[0] != "fraction"]
            self.fraction, self.fractions = mapping["fraction"], FractionReader(_label(table, mapping["fraction"]))

    def read(self, row: Row) -> StaffRow | RefusedRow:
        """One row as a person at work, or refused."""
        values: dict[str, Any] = {}
        problems: list[Problem] = []
        cells = row.cells
        for field, index, memory in self.readers:
            cell = cells[index]
            # True equals 1 as a key, but means something else.
            values[field], code = memory.read(cell) if cell is True or cell is False else memory[cell]
            if code:
                problems.append(Problem(code, field, _said(cell)))
        if self.full_time is not None:
            self._share(row, values, problems)
        if row.overflows:
            problems.insert(0, Problem("too_many_cells", "", ""))
        full = values.pop("name", "")
        if full and not values.get("last_name"):
            self._split(full, values)
        if not values.get("last_name") and (values.get("first_name") or values.get("personnel_number")):
            problems.append(Problem("last_name_missing", "last_name", ""))
        person = StaffRow(row.number, **values, problems=tuple(problems))
        return self._judged(person, said=" ".join(filter(None, (as_text(cells[index]) for index in self.names))))

    def _share(self, row: Row, values: dict[str, Any], problems: list[Problem]) -> None:
        """The fraction of a row that says how many hours a full-time week has."""
        cell = row.cells[self.fraction]
        values["fraction"], code = self.fractions.read_against(cell, row.cells[self.full_time or 0])
        if code:
            problems.append(Problem(code, "fraction", _said(cell)))

    def _split(self, full: str, values: dict[str, Any]) -> None:
        full, number = without_number(full)
        if self.are_numbered:
            values["personnel_number"] = number
        if given := values.get("first_name"):
            values["last_name"] = in_small_letters(without_first_name(full, given))[:80]
            return
        first, last = split_name(full, first_name_first=self.first_name_first)
        values["first_name"], values["last_name"] = in_small_letters(first)[:80], in_small_letters(last)[:80]

    def _judged(self, person: StaffRow, *, said: str) -> StaffRow | RefusedRow:
        """said: what stands in the columns of names."""
        refusals = [p for p in person.problems if p.code == "too_many_cells" or _is_formula_in_name(p)]
        if not (person.personnel_number or person.first_name or person.last_name):
            refusals.append(Problem("nobody", "name", ""))
        if person.start_date and person.end_date and person.end_date < person.start_date:
            refusals.append(Problem("end_before_start", "end_date", person.end_date.isoformat()))
        # Who was born is somebody, whatever he is called.
        if person.birth_date is None and names_nobody(said):
            refusals.append(Problem("names_nobody", "name", _said(said)))
        if not refusals:
            verdicts = [*_too_young(person), *self.seen.judge(person)]
            refusals = [one for one in verdicts if one.code == "number_used_twice"]
            if not refusals:
                return replace(person, problems=(*person.problems, *verdicts)) if verdicts else person
        if refusals:
            return RefusedRow(person.number, (*refusals, *(p for p in person.problems if p not in refusals)), person)
        return person


def _is_formula_in_name(problem: Problem) -> bool:
    return problem.code == "looks_like_formula" and problem.field in _IDENTITY


def _too_young(person: StaffRow) -> list[Problem]:
    """Codes: starts_before_birth, young_on_first_day. Either day may be the wrong one, so both stay."""
    born, first = person.birth_date, person.start_date
    if born is None or first is None:
        return []
    if first < born:
        return [Problem("starts_before_birth", "start_date", first.isoformat())]
    age = first.year - born.year - ((first.month, first.day) < (born.month, born.day))
    return [Problem("young_on_first_day", "start_date", str(age))] if age < YOUNGEST_WORKER else []


def _said(cell: Cell) -> str:
    """What stood in a cell, to be told with what is wrong. A national number is not kept, there neither."""
    text = as_text(cell)
    return "" if is_national_number(text) else without_national_number(text)[0][:_LONGEST_VALUE]


def _reader(table: Table, field: str, index: int, today: date) -> Callable[[Cell], tuple[object, str]]:
    """The function that reads one cell of a field."""
    if field in _DATES:
        month_first = month_comes_first(_cells(table, index))
        return DateReader(field, today=today, month_first=month_first, date1904=table.date1904).read
    return reader_of(field, _label(table, index), _cells(table, index))


class _Seen:
    """Who came by on the list: finds numbers that two people share, and people who may be one."""

    def __init__(self) -> None:
        self.first: dict[str, StaffRow] = {}
        self.starts: dict[tuple[str, date | None], int] = {}
        self.addresses: dict[str, tuple[str, int]] = {}

    def judge(self, person: StaffRow) -> list[Problem]:
        """What is wrong with the row beside the earlier ones: number_used_twice alone, or same_name_twice and email_twice."""
        found = self._beside_namesakes(person)
        if person.email and (found is None or found.code != "number_used_twice"):
            identity = self._identity(person)
            first, row = self.addresses.setdefault(person.email, (identity, person.number))
            if first != identity:
                return [*filter(None, [found]), Problem("email_twice", "email", str(row))]
        return [found] if found else []

    def _beside_namesakes(self, person: StaffRow) -> Problem | None:
        identity = self._identity(person)
        earlier = self.first.setdefault(identity, person)
        if earlier is not person and person.personnel_number and _clearly_differ(earlier, person):
            return Problem("number_used_twice", "personnel_number", str(earlier.number))
        if person.personnel_number or person.birth_date:
            return None
        # Two people may simply have the same name.
        row = self.starts.setdefault((identity, person.start_date), person.number)
        return Problem("same_name_twice", "name", str(row)) if row != person.number else None

    @staticmethod
    def _identity(person: StaffRow) -> str:
        if person.personnel_number:
            return f"#{person.personnel_number.casefold()}"
        return f"{key(person.last_name)}|{key(person.first_name)}|{person.birth_date or ''}"


def _clearly_differ(one: StaffRow, other: StaffRow) -> bool:
    if one.birth_date is None or one.birth_date != other.birth_date or {one.sex, other.sex} == {"m", "f"}:
        names = (one.first_name, one.last_name), (other.first_name, other.last_name)
        if are_clearly_other(*names):
            return True
    if not (one.last_name and other.last_name and one.birth_date and other.birth_date):
        return False
    return one.birth_date != other.birth_date and key(one.last_name) != key(other.last_name)
