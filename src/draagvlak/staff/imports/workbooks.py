"""Reads the sheets of an xlsx or ods workbook through calamine, after the scanners found them harmless."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from draagvlak.staff.imports.containers import Unpacked, unpacked
from draagvlak.staff.imports.scanning import SheetFacts
from draagvlak.staff.imports.tables import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    SPARE_ROWS,
    Cell,
    Grid,
    TableWarning,
    UnreadableFile,
    too_many_rows,
)

_SHEET = re.compile(r"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s([^>]*)>")
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_MOST_MERGED = 20_000
_YEAR_1904 = re.compile(rb"date1904\s*=\s*[\"'](?:1|true|on)[\"']", re.IGNORECASE)


class Workbook:
    """An opened workbook: its sheets by name, visible ones first, each read when asked."""

    def __init__(self, reader: CalamineWorkbook, copy: Unpacked, kind: str) -> None:
        self._reader = reader
        self._name = copy.name
        self._kind = kind
        self._facts = copy.facts
        self._parts = _parts_by_sheet(copy) if kind == "xlsx" else {}
        self.date1904 = any(_YEAR_1904.search(part) for part in copy.small_parts.values())
        sheets = [sheet for sheet in reader.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        self.sheets = tuple(sheet.name for sheet in sheets)
        self.visible = tuple(sheet.name for sheet in sheets if sheet.visible == SheetVisibleEnum.Visible)

    def facts_of(self, sheet: str) -> SheetFacts:
        """What the scanners learnt about a sheet; the worst of all sheets when its part is not known."""
        known = self._facts.get(sheet if self._kind == "ods" else self._parts.get(sheet, ""))
        if known is not None:
            return known
        every = self._facts.values()
        return SheetFacts(rows=max((f.rows for f in every), default=0), width=max((f.width for f in every), default=0))

    def refuse_large(self, sheet: str) -> None:
        """Raise UnreadableFile (too_many_rows, too_many_columns) when the sheet does not fit in memory or on a list."""
        facts = self.facts_of(sheet)
        if facts.rows > MAX_ROWS + SPARE_ROWS:
            raise too_many_rows(facts.rows, sheet)
        if facts.rows * facts.width > MAX_CELLS:
            raise UnreadableFile("too_many_columns", columns=facts.width, limit=MAX_COLUMNS)

    def read(self, sheet: str) -> Grid:
        """Read one sheet; formulas give the value that was saved with them, never a calculation.

        Raises UnreadableFile: too_many_rows, too_many_columns, formulas_without_values, damaged_file.
        """
        self.refuse_large(sheet)
        facts, warnings = self.facts_of(sheet), []
        if facts.hollow:
            raise UnreadableFile("formulas_without_values", count=facts.hollow, first=facts.first_hollow, sheet=sheet)
        if facts.formulas:
            warnings.append(
                TableWarning("formulas_read_by_value", {"count": facts.formulas, "first": facts.first_formula})
            )
        with faults_told(self._name):
            found = self._reader.get_sheet_by_name(sheet)
            rows: list[list[Cell]] = [*found.to_python(skip_empty_area=False)]
            if 0 < facts.merged <= _MOST_MERGED:
                _fill_down(rows, found.merged_cell_ranges or [])
        width = len(rows[0]) if rows else 0
        if width > MAX_COLUMNS:
            filled = max((place for row in rows for place, cell in enumerate(row, 1) if cell != ""), default=0)
            if filled > MAX_COLUMNS:
                warnings.append(TableWarning("columns_left_out", {"columns": filled, "kept": MAX_COLUMNS}))
            rows = [row[:MAX_COLUMNS] for row in rows]
        return Grid([*rows], sheet, self.sheets, tuple(warnings), self.date1904)


def _fill_down(rows: list[list[Cell]], ranges: Iterable[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """Give every row the value of a cell that was merged down over them: a team beside its people, a name beside contracts."""
    for (top, left), (bottom, right) in ranges:
        if left != right or top >= len(rows) or left >= len(rows[top]):
            continue
        for row in rows[top + 1 : bottom + 1]:
            if row[left] == "":
                row[left] = rows[top][left]


@contextmanager
def opened_workbook(content: bytes, kind: str, *, name: str) -> Iterator[Workbook]:
    """Open a workbook of the kind "xlsx" or "ods".

    Raises UnreadableFile: unpacks_too_large, unsafe_xml, damaged_file, too_many_rows, too_many_columns.
    """
    with unpacked(content, kind, name=name) as copy:
        if kind == "ods":
            # The reader of this format builds every sheet at once, so each must be harmless beforehand.
            for sheet, facts in copy.facts.items():
                if facts.rows > MAX_ROWS + SPARE_ROWS:
                    raise too_many_rows(facts.rows, sheet)
            if sum(facts.rows * facts.width for facts in copy.facts.values()) > MAX_CELLS:
                widest = max(facts.width for facts in copy.facts.values())
                raise UnreadableFile("too_many_columns", columns=widest, limit=MAX_COLUMNS)
        with faults_told(name):
            reader = CalamineWorkbook.from_path(Path(copy.path))
        try:
            yield Workbook(reader, copy, kind)
        finally:
            reader.close()


@contextmanager
def faults_told(name: str) -> Iterator[None]:
    """Turn every complaint of the reader into one refusal."""
    try:
        yield
    except (CalamineError, OSError, ValueError) as fault:
        raise UnreadableFile("damaged_file", name=name) from fault
    except BaseException as fault:
        # A panic of the reader (written in Rust) is no Exception and has no name that can be imported.
        if type(fault).__name__ != "PanicException":
            raise
        raise UnreadableFile("damaged_file", name=name) from fault


def _parts_by_sheet(copy: Unpacked) -> dict[str, str]:
    """The part of the archive in which each sheet of an xlsx stands."""
    relations: dict[str, str] = {}
    sheets: dict[str, str] = {}
    for part, content in copy.small_parts.items():
        text = content.decode("utf-8", "replace")
        for attributes in map(_attributes, _RELATION.findall(text) if part.endswith(".rels") else ()):
            target = attributes.get("Target", "").replace("\\", "/")
            relations[attributes.get("Id", "")] = target[1:] if target.startswith("/") else f"xl/{target}"
        for attributes in map(_attributes, _SHEET.findall(text) if not part.endswith(".rels") else ()):
            relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            sheets[attributes.get("name", "")] = relation
    return {sheet: relations.get(relation, "") for sheet, relation in sheets.items()}


def _attributes(text: str) -> dict[str, str]:
    return {key: unescape(double or single) for key, double, single in _ATTRIBUTE.findall(text)}
