"""The plain shapes a staff list takes on its way in, the limits it must keep, and how a wrong file is reported."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from draagvlak.lib.refusals import Trouble

Cell = str | int | float | bool | date | datetime | time | timedelta
"""What one cell can hold. An empty cell is the empty text."""

MAX_BYTES = 25 * 1024 * 1024
"""Largest file accepted, in bytes."""
MAX_UNPACKED = 200 * 1024 * 1024
"""Most bytes a compressed workbook may unpack to."""
MAX_RATIO = 150
"""A part of a workbook that shrank more than this many times is no list that people typed."""
MAX_ROWS = 50_000
"""Most people on one list."""
MAX_COLUMNS = 200
"""Columns read; what stands further right is left out with a warning."""
MAX_CELLS = 12_000_000
"""Largest rectangle of cells (rows times columns) that the reader may have to hold in memory."""
SAMPLED_ROWS = 200
"""Rows that tell what a column holds."""
MAX_SHEETS = 30
"""Sheets looked at to find the list when nobody says which one it is."""
MAX_SHARED_TEXTS = 2_000_000
"""Most different texts in a workbook; each costs the reader memory, also when it is empty."""
MAX_INDEX = 4 * 1024 * 1024
"""Largest part of a workbook that only lists its sheets and parts, in bytes."""
HEADER_WITHIN = 30
"""The header stands in one of the first so many rows."""
SPARE_ROWS = 50
"""Rows above and under the people (titles, header, totals) that do not count for MAX_ROWS."""


class UnreadableFile(Trouble):
    """The file cannot be read as a staff list."""


class WrongMapping(Trouble):
    """The words that say which column is which field are wrong."""


@dataclass(frozen=True, slots=True)
class TableWarning:
    """Something odd about the whole table that does not stop the reading."""

    code: str
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its place in `Row.cells` (from 0), its name (unique in the table), up to five values as text."""

    index: int
    label: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row under the header; `number` is the row number the person sees in the file (from 1).

    overflows: it holds more than the header has columns, so nobody knows which cell is what.
    """

    number: int
    cells: Sequence[Cell]
    overflows: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet with its header found.

    `sheet` and `sheets` are empty for a text file. `header_row` is the number of the last line of the header.
    `date1904` says that bare day numbers count from 1904 (old Macintosh workbooks).
    """

    columns: tuple[Column, ...]
    rows: list[Row]
    sheet: str
    sheets: tuple[str, ...]
    header_row: int
    warnings: tuple[TableWarning, ...] = ()
    date1904: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """The bare cells of one sheet, row 1 first, before anybody looked for a header."""

    rows: list[Sequence[Cell]]
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    warnings: tuple[TableWarning, ...] = ()
    date1904: bool = False


def column_letters(index: int) -> str:
    """The name a spreadsheet gives to a column: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def too_many_rows(rows: int, sheet: str) -> UnreadableFile:
    """The refusal of a sheet that holds more rows than people can be on one list."""
    return UnreadableFile("too_many_rows", rows=rows, limit=MAX_ROWS, sheet=sheet)
