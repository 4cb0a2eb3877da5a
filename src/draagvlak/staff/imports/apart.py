"""Reads the sheets of a workbook in a process of its own; started by path, so it imports nothing of the house.

A workbook says only while it is read how large it unfolds: 6 kB can ask for gigabytes. The limits of this process end it
instead of the server. It takes one JSON object on its input (see `read`) and prints one.
"""

import json
import resource
import sys
from datetime import date, datetime, time, timedelta
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

MEMORY = 768 * 2**20
"""Most bytes of address space, the interpreter included."""
SECONDS = 8
"""Most seconds of processor time."""
ANSWER = 64 * 2**20
"""Most bytes that the answer may have."""


def limit() -> None:
    """Take away what reading a list does not need, before the first byte of the file is read."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, ANSWER),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def told(cell: Any) -> Any:  # noqa: ANN401 -- what JSON does not know by itself
    """A day or a duration as a pair of its kind and its text or seconds."""
    if isinstance(cell, timedelta):
        return ["timedelta", cell.total_seconds()]
    return [type(cell).__name__, cell.isoformat()] if isinstance(cell, datetime | date | time) else str(cell)


def read(asked: dict[str, Any]) -> list[dict[str, Any]]:
    """Every sheet: its name, whether it is visible, and what stands in those that may hold the list.

    asked: `path`; `wanted`, a name or none; `skipped`, names of sheets that are known to be too large; `merged`, names of
    sheets whose merged cells count; `rows`, `columns`, `cells` and `sheets`, the most of each that is read.
    """
    book = CalamineWorkbook.from_path(asked["path"])
    known = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    found = [{"name": one.name, "visible": one.visible == SheetVisibleEnum.Visible} for one in known]
    looked_at, cells = 0, 0
    for one in chosen(found, asked):
        if one["name"] not in asked["skipped"] and looked_at < asked["sheets"] and cells <= asked["cells"]:
            one.update(contents(book, one["name"], asked))
            looked_at, cells = looked_at + 1, cells + one["rows"] * one["width"]
    return found


def chosen(found: list[dict[str, Any]], asked: dict[str, Any]) -> list[dict[str, Any]]:
    if asked["wanted"] is not None:
        wanted = asked["wanted"].strip().casefold()
        return [one for one in found if one["name"].strip().casefold() == wanted]
    return [one for one in found if one["visible"]] or found


def contents(book: CalamineWorkbook, name: str, asked: dict[str, Any]) -> dict[str, Any]:
    """One sheet: its rows and columns, how many of these hold something when there are too many, and its cells."""
    sheet = book.get_sheet_by_name(name)
    height, width = (sheet.end[0] + 1, sheet.end[1] + 1) if sheet.end else (0, 0)
    most = asked["columns"]
    rows = sheet.to_python(skip_empty_area=False) if height <= asked["rows"] else []
    filled = (
        max((place for row in rows for place, cell in enumerate(row, 1) if cell != ""), default=0)
        if width > most
        else 0
    )
    return {
        "rows": height,
        "width": width,
        "filled": filled,
        "cells": [row[:most] for row in rows] if width > most else rows,
        "merged": (sheet.merged_cell_ranges or []) if name in asked["merged"] else [],
    }


def main() -> int:
    limit()
    try:
        answer: dict[str, Any] = {"sheets": read(json.load(sys.stdin))}
    except PasswordError:
        answer = {"refused": "password"}
    except (CalamineError, OSError, ValueError):
        answer = {"refused": "damaged_file"}
    except MemoryError:
        answer = {"refused": "asks_too_much"}
    text = json.dumps(answer, default=told, separators=(",", ":"))
    sys.stdout.write(text if len(text) < ANSWER else '{"refused": "asks_too_much"}')
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
