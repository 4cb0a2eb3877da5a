"""Reads the sheets of a workbook through calamine: after the scanners found them harmless, and in a process of its own."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import Any

from draagvlak.staff.imports.containers import Unpacked, unpacked
from draagvlak.staff.imports.scanning import SheetFacts
from draagvlak.staff.imports.tables import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    MAX_SHEETS,
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
_APART = str(Path(__file__).with_name("apart.py"))
_SECONDS = 9
_DAYS: Mapping[str, Callable[[str], date | time]] = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
}
Told = Mapping[str, Any]
"""What the other process tells about a sheet; see `apart.contents`."""


class Workbook:
    """A workbook that was read: its sheets by name, visible ones first, each turned into a grid when asked."""

    def __init__(self, sheets: Iterable[Told], facts: Mapping[str, SheetFacts], *, date1904: bool) -> None:
        self._told = {sheet["name"]: sheet for sheet in sheets}
        self._facts = facts
        self.date1904 = date1904
        self.sheets = tuple(self._told)
        self.visible = tuple(name for name, sheet in self._told.items() if sheet["visible"])

    def read(self, sheet: str) -> Grid:
        """One sheet; formulas give the value that was saved with them, never a calculation.

        Raises UnreadableFile: too_many_rows, too_many_columns, formulas_without_values.
        """
        facts, told, warnings = self._facts.get(sheet, SheetFacts()), self._told[sheet], []
        _refuse_large(facts, sheet)
        if facts.hollow:
            raise UnreadableFile("formulas_without_values", count=facts.hollow, first=facts.first_hollow, sheet=sheet)
        if facts.formulas:
            warnings.append(
                TableWarning("formulas_read_by_value", {"count": facts.formulas, "first": facts.first_formula})
            )
        if told.get("rows", 0) > MAX_ROWS + SPARE_ROWS:
            raise too_many_rows(told["rows"], sheet)
        if told.get("filled", 0) > MAX_COLUMNS:
            warnings.append(TableWarning("columns_left_out", {"columns": told["filled"], "kept": MAX_COLUMNS}))
        rows: list[list[Cell]] = told.get("cells", [])
        _restore_days(rows)
        _fill_down(rows, told.get("merged", []))
        return Grid([*rows], sheet, self.sheets, tuple(warnings), self.date1904)


def _restore_days(rows: list[list[Any]]) -> None:
    """Put days and durations back in their cells, which came as pairs."""
    for row in rows:
        for place, cell in enumerate(row):
            if type(cell) is list:
                kind, value = cell
                row[place] = timedelta(seconds=value) if kind == "timedelta" else _DAYS[kind](value)


def _fill_down(rows: list[list[Cell]], ranges: Iterable[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """Give every row the value of a cell that was merged down over them: a team beside its people, a name beside contracts."""
    looked_at = 0
    for (top, left), (bottom, right) in ranges:
        # Ranges may lie over each other, so that a few of them could take minutes.
        looked_at += min(bottom, len(rows)) - top
        if looked_at > MAX_ROWS + _MOST_MERGED:
            return
        if left != right or top >= len(rows) or left >= len(rows[top]):
            continue
        for row in rows[top + 1 : bottom + 1]:
            if row[left] == "":
                row[left] = rows[top][left]


def _refuse_large(facts: SheetFacts, sheet: str) -> None:
    """Raise UnreadableFile (too_many_rows, too_many_columns) when the sheet does not fit in memory or on a list."""
    if facts.rows > MAX_ROWS + SPARE_ROWS:
        raise too_many_rows(facts.rows, sheet)
    if facts.rows * facts.width > MAX_CELLS:
        raise UnreadableFile("too_many_columns", columns=facts.width, limit=MAX_COLUMNS)


def open_workbook(content: bytes, kind: str, *, name: str, wanted: str | None) -> Workbook:
    """Open a workbook of the kind "xlsx", "xls" or "ods"; wanted: the sheet that somebody chose.

    Raises UnreadableFile: unpacks_too_large, unsafe_xml, damaged_file, password, asks_too_much, too_many_rows,
    too_many_columns.
    """
    with _checked(content, kind, name=name) as copy:
        if kind == "ods":
            # The reader of this format builds every sheet at once, so each must be harmless beforehand.
            for sheet, known in copy.facts.items():
                if known.rows > MAX_ROWS + SPARE_ROWS:
                    raise too_many_rows(known.rows, sheet)
            if sum(known.rows * known.width for known in copy.facts.values()) > MAX_CELLS:
                widest = max(known.width for known in copy.facts.values())
                raise UnreadableFile("too_many_columns", columns=widest, limit=MAX_COLUMNS)
        facts = _facts_by_sheet(copy) if kind == "xlsx" else copy.facts
        date1904 = any(_YEAR_1904.search(part) for part in copy.small_parts.values())
        return Workbook(_read_apart(copy, facts, wanted), facts, date1904=date1904)


@contextmanager
def _checked(content: bytes, kind: str, *, name: str) -> Iterator[Unpacked]:
    """A copy of the workbook on disk, of which the scanners saw every part; an old workbook has no parts to see."""
    if kind != "xls":
        with unpacked(content, kind, name=name) as copy:
            yield copy
        return
    with TemporaryDirectory(prefix="staff-list-") as folder:
        copy = Unpacked(Path(folder) / "list.xls", name)
        copy.path.write_bytes(content)
        yield copy


def _read_apart(copy: Unpacked, facts: Mapping[str, SheetFacts], wanted: str | None) -> list[Told]:
    """What the other process reads. Raises UnreadableFile: damaged_file, password, asks_too_much."""
    asked = {
        "path": str(copy.path),
        "wanted": wanted,
        "skipped": [name for name, known in facts.items() if _is_large(known)],
        "merged": [name for name, known in facts.items() if 0 < known.merged <= _MOST_MERGED],
        "rows": MAX_ROWS + SPARE_ROWS,
        "columns": MAX_COLUMNS,
        "cells": MAX_CELLS // 2,
        "sheets": MAX_SHEETS,
    }
    words = [sys.executable, "-I", _APART]
    # The answer goes to a file, because a process may be kept from writing a long file but not from filling a pipe.
    with TemporaryFile() as answer:
        try:
            done = subprocess.run(  # noqa: S603 -- our own script under our own interpreter
                words,
                input=json.dumps(asked).encode(),
                stdout=answer,
                stderr=subprocess.DEVNULL,
                env={},
                timeout=_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise UnreadableFile("asks_too_much", name=copy.name) from None
        answer.seek(0)
        text = answer.read()
    if done.returncode < 0:
        raise UnreadableFile("asks_too_much", name=copy.name)
    # A panic of the reader (written in Rust) leaves no answer.
    found = json.loads(text) if text else {"refused": "damaged_file"}
    if code := found.get("refused"):
        raise UnreadableFile(code, name=copy.name)
    return list(found["sheets"])


def _is_large(facts: SheetFacts) -> bool:
    return facts.rows > MAX_ROWS + SPARE_ROWS or facts.rows * facts.width > MAX_CELLS


def _facts_by_sheet(copy: Unpacked) -> dict[str, SheetFacts]:
    """What the scanners learnt about each sheet of an xlsx; the worst of all sheets when its part is not known."""
    every = copy.facts.values()
    worst = SheetFacts(rows=max((f.rows for f in every), default=0), width=max((f.width for f in every), default=0))
    return {sheet: copy.facts.get(part, worst) for sheet, part in _parts_by_sheet(copy).items()}


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
