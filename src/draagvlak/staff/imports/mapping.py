"""Which column is which field: proposed from headers and from what stands in the columns, corrected in words."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType

from draagvlak.staff.imports.cleaning import (
    are_national_numbers,
    as_text,
    clean,
    key,
    normalised_header,
    plain,
)
from draagvlak.staff.imports.dates import is_day_in_digits, is_nothing, is_still, looks_like_date
from draagvlak.staff.imports.headers import is_description, likely_field
from draagvlak.staff.imports.tables import SAMPLED_ROWS, Cell, Column, Table, WrongMapping
from draagvlak.staff.imports.values import email_of, reader_of
from draagvlak.staff.imports.words import (
    BARE_NAMES,
    BARE_NUMBERS,
    DESCRIBED,
    FIELDS,
    FOREIGN,
    NATIONAL_NUMBER,
    SEXES,
    SHIFT_TOO,
    SHIFTS,
)

NOTHING_REMEMBERED: Mapping[str, str] = MappingProxyType({})
NOTHING_PROPOSED: Mapping[str, int] = MappingProxyType({})
_DATES = frozenset({"birth_date", "start_date", "end_date"})
_NAMES = frozenset({"name", "first_name", "last_name"})
# Of ten values that could be a regime, eight are one.
_MOSTLY = 0.8
_CODE = re.compile(r"[A-Za-z]{0,3}[-./ ]?\d[\w./-]*")
_TEXTS = frozenset({"function", "function_group", "team", "site"})


def propose_mapping(table: Table, remembered: Mapping[str, str] = NOTHING_REMEMBERED) -> dict[str, int]:
    """Propose field → column index for as many fields as can be recognised.

    remembered: normalised header → field as a person chose it before ("" means no field); it always wins.
    No column gets two fields and no field two columns.
    """
    proposed = _remembered(table, remembered)
    settled = {column.index for column in table.columns if normalised_header(column.label) in remembered}
    columns = [column for column in table.columns if column.index not in settled]
    witnesses = {column.index: _Witness(table, column) for column in columns}
    candidates = sorted(
        (
            (-witnesses[column.index].certainty(field, certainty), place, field, column.index)
            for place, column in enumerate(columns)
            for field, certainty in [_meant(column, witnesses[column.index])]
            if field and witnesses[column.index].allows(field, certain=certainty >= 0.9)
        ),
    )
    taken = set(proposed.values())
    for _, _, field, index in candidates:
        if field not in proposed and index not in taken:
            proposed[field] = index
            taken.add(index)
    _take_descriptions(proposed, columns, witnesses)
    _add_by_content(proposed, witnesses)
    _settle_bare_name(table, proposed)
    _leave_out_whole_name(proposed, set(remembered.values()))
    _take_bare_number(table, columns, proposed)
    return proposed


def _remembered(table: Table, remembered: Mapping[str, str]) -> dict[str, int]:
    proposed: dict[str, int] = {}
    for column in table.columns:
        field = remembered.get(normalised_header(column.label), "")
        if field in FIELDS:
            proposed.setdefault(field, column.index)
    return proposed


def _meant(column: Column, witness: "_Witness") -> tuple[str, float]:
    """The field that a header means. "Ploeg" or "Dienst" over day and night is the working-time regime, and "Categorie" over
    volunteers and trainees the statute. "Occupation" over "mi-temps" is French for the share of full time."""
    if normalised_header(column.label) in SHIFT_TOO and witness.tells("shift") >= _MOSTLY:
        return "shift", 0.9
    field, certainty = likely_field(column.label)
    if field == "function_group" and witness.tells("statute") >= _MOSTLY:
        return "statute", 0.9
    if field == "function" and not witness.are_codes and witness.tells("fraction") >= _MOSTLY:
        return "fraction", 0.9
    return field, certainty


def _take_descriptions(
    proposed: dict[str, int], columns: Sequence[Column], witnesses: Mapping[int, "_Witness"]
) -> None:
    """Where codes stand under "Afdeling" and their words in a column "Omschrijving" right of it, the words are meant."""
    following = {one.index: other for one, other in pairwise(columns)}
    for field in DESCRIBED:
        # Codes say nothing about a contract, so a column of them was not proposed as the statute.
        codes = proposed.get(field, next((one.index for one in columns if likely_field(one.label) == (field, 1.0)), -1))
        column = following.get(codes)
        if column is None or column.index in proposed.values() or not is_description(column.label):
            continue
        words = witnesses[column.index]
        if (
            witnesses[codes].are_codes
            and not words.are_codes
            and (field in proposed or words.allows(field, certain=True))
        ):
            proposed[field] = column.index


def _add_by_content(proposed: dict[str, int], witnesses: Mapping[int, "_Witness"]) -> None:
    """Addresses, sexes and working-time regimes are known by what stands in the column, whatever its header."""
    for field in ("email", "sex", "shift"):
        found = [
            index for index, witness in witnesses.items() if index not in proposed.values() and witness.proves(field)
        ]
        if field not in proposed and len(found) == 1:
            proposed[field] = found[0]


def _settle_bare_name(table: Table, proposed: dict[str, int]) -> None:
    """Next to a first name, "Naam" and "Nom" mean the last name, unless the first name stands in it as well."""
    if "first_name" not in proposed or "last_name" in proposed or "name" not in proposed:
        return
    column = next(column for column in table.columns if column.index == proposed["name"])
    if normalised_header(column.label) not in BARE_NAMES:
        return
    both = [(row.cells[proposed["first_name"]], row.cells[column.index]) for row in table.rows[:SAMPLED_ROWS]]
    within = [plain(as_text(first)) in plain(as_text(full)).split() for first, full in both if first and full]
    if sum(within) * 2 <= len(within):
        proposed["last_name"] = proposed.pop("name")


def _leave_out_whole_name(proposed: dict[str, int], chosen: Collection[str]) -> None:
    """A whole name beside both its parts says nothing more; a person who is to confirm them could only choose."""
    if {"name", "first_name", "last_name"} <= set(proposed) and "name" not in chosen:
        del proposed["name"]


def _take_bare_number(table: Table, columns: Sequence[Column], proposed: dict[str, int]) -> None:
    """Under "Nr" or "ID" stand personnel numbers when everybody has another one and they do not just count the rows."""
    if "personnel_number" in proposed:
        return
    for column in columns:
        if column.index in proposed.values() or normalised_header(column.label) not in BARE_NUMBERS:
            continue
        values = [as_text(row.cells[column.index]) for row in table.rows]
        counting = [str(number) for number in range(1, len(values) + 1)]
        telling = all(_CODE.fullmatch(value) for value in values) and len(set(values)) == len(values)
        if telling and [value.removesuffix(".0").lstrip("0") for value in values] != counting:
            proposed["personnel_number"] = column.index
            return


class _Witness:
    """What the values of a column say about the field it can be."""

    def __init__(self, table: Table, column: Column) -> None:
        cells = (row.cells[column.index] for row in table.rows[:SAMPLED_ROWS])
        self.cells = [cell for cell in cells if not isinstance(cell, str) or (cell and not is_nothing(clean(cell)))]
        # Each different value is looked at once. True equals 1, but means something else.
        self.counted = Counter((type(cell), cell) for cell in self.cells)
        self.label = column.label
        self.words = {key(as_text(cell)) for _kind, cell in self.counted}
        self.national = normalised_header(column.label) in NATIONAL_NUMBER or are_national_numbers(self.cells)
        self.bare_numbers_are_dates = not any(
            isinstance(cell, str) and not cell.strip().isdigit() for cell in self.cells
        )

    def share(self, test: Callable[[Cell], bool]) -> float:
        return (
            sum(times for (_kind, cell), times in self.counted.items() if test(cell)) / len(self.cells)
            if self.cells
            else 0.0
        )

    @cached_property
    def are_codes(self) -> bool:
        """Whether the column holds codes such as 4100 or F12 rather than words."""
        return self.share(_is_code) > 0.5

    def certainty(self, field: str, certainty: float) -> float:
        """How sure the field is: of two columns with the same meaning the one with words goes before the one with codes."""
        return certainty - 0.5 if field in DESCRIBED and self.are_codes else certainty

    def allows(self, field: str, *, certain: bool) -> bool:
        """Whether the values do not contradict the field; an empty column contradicts nothing."""
        if self.national:
            return False
        if not self.cells:
            return certain
        if field in _DATES:
            return self._dates(certain=certain)
        dates = self.share(looks_like_date)
        if field in _NAMES | _TEXTS:
            # A code may stand for a team or a function, never for a person.
            codes = self.share(_is_number) > 0.8 and (field in _NAMES or not certain)
            # Under "Title" may stand Mr and Ms.
            return dates < 0.5 and not codes and self.share(_is_address) < 0.5 and self.tells("sex") < 0.8
        if field == "personnel_number":
            return dates < 0.5 and self._tells_people_apart()
        return self.tells(field) >= (0.2 if field == "statute" else 0.5)

    def proves(self, field: str) -> bool:
        """Whether the values alone are enough to know the field."""
        if self.national or any(part in normalised_header(self.label) for part in FOREIGN):
            return False
        if field == "email":
            return self.share(_is_address) > 0.8
        if field == "shift":
            regimes = {SHIFTS.get(word, "") for word in self.words}
            return len(regimes) >= 2 and "" not in regimes and bool(regimes & {"night", "evening", "weekend"})
        sexes = {SEXES.get(word, "") for word in self.words}
        return {"m", "f"} <= sexes <= {"m", "f", "x"} and len(self.words) <= 6

    def tells(self, field: str) -> float:
        """The share of the values that can be read as the field."""
        read = reader_of(field, self.label, self.cells)
        return self.share(lambda cell: not read(cell)[1])

    def _dates(self, *, certain: bool) -> bool:
        serials = self.share(_is_serial) if certain and self.bare_numbers_are_dates else 0.0
        return self.share(lambda cell: looks_like_date(cell) or is_still(cell)) + serials >= 0.3

    def _tells_people_apart(self) -> bool:
        values = {as_text(cell) for cell in self.cells}
        digits = self.share(lambda cell: any(sign.isdigit() for sign in as_text(cell)))
        return digits >= 0.5 and (len(self.cells) < 10 or len(values) * 2 > len(self.cells))


def _is_code(cell: Cell) -> bool:
    return bool(_CODE.fullmatch(as_text(cell)))


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, int | float) or (
        isinstance(cell, str) and cell.strip().replace(",", "").replace(".", "").isdigit()
    )


def _is_serial(cell: Cell) -> bool:
    text = as_text(cell).partition(".")[0]
    return text.isdecimal() and (5_000 <= int(text[:9]) <= 73_414 or is_day_in_digits(text))


def _is_address(cell: Cell) -> bool:
    return isinstance(cell, str) and bool(email_of(cell)[0])


def mapping_from_words(
    table: Table, words: Iterable[str], proposed: Mapping[str, int] = NOTHING_PROPOSED
) -> dict[str, int]:
    """The mapping a person gives as "COLUMN=field", laid over a proposal; "COLUMN=" leaves the column out.

    COLUMN is the name of a column, exact or else without regard to case and spaces.
    Raises WrongMapping: not_a_mapping, no_such_column, no_such_field, column_mapped_twice, field_mapped_twice.
    """
    chosen: dict[int, str] = {}
    for word in words:
        index, field = _word(table, word)
        if index in chosen:
            raise WrongMapping("column_mapped_twice", column=word.rpartition("=")[0].strip())
        if field and field in chosen.values():
            raise WrongMapping("field_mapped_twice", field=field)
        chosen[index] = field
    kept = {field: index for field, index in proposed.items() if index not in chosen and field not in chosen.values()}
    return kept | {field: index for index, field in chosen.items() if field}


def _word(table: Table, word: str) -> tuple[int, str]:
    label, equals, field = word.rpartition("=")
    label, field = label.strip(), field.strip().lower()
    if not equals or not label:
        raise WrongMapping("not_a_mapping", word=word)
    if field and field not in FIELDS:
        raise WrongMapping("no_such_field", field=field, fields=FIELDS)
    columns = [column for column in table.columns if column.label == label]
    columns = columns or [column for column in table.columns if _loose(column.label) == _loose(label)]
    if not columns:
        raise WrongMapping("no_such_column", column=label, columns=tuple(column.label for column in table.columns))
    return columns[0].index, field


def _loose(label: str) -> str:
    return "".join(label.casefold().split())
