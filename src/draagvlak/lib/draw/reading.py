"""Reads the two files of a draw: candidates (`id` and one column per category) and quotas (`category,value,min,max`).

Text in UTF-8, with or without a byte order mark, separated by commas, semicolons or tabs. Headers, categories and values
compare without case and without spaces at their ends; in headers spaces do not count at all. Columns of the candidates
without a quota are ignored. A value that no quota names is allowed and has no bound.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from draagvlak.lib.draw.figures import MAX_BYTES, MAX_CANDIDATES, MAX_QUOTAS, Quota, Unreadable

COLUMNS = ("category", "value", "min", "max")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a file: the number the person sees, and key of the column → clean text."""

    number: int
    cells: dict[str, str]


def read_quotas(content: bytes, *, name: str) -> list[Quota]:
    """The quotas, in the order of their category and value. name: of the file, for what a person hears.

    Raises Unreadable: too_large, not_utf8, empty, odd_row, broken_row, column_twice, column_missing, cell_empty, not_whole, min_over_max,
    quota_twice, too_many_quotas.
    """
    headers, rows = _table(content, name=name, most=MAX_QUOTAS, too_many="too_many_quotas")
    for column in COLUMNS:
        if column not in headers:
            raise Unreadable("column_missing", name=name, column=column)
    found: dict[tuple[str, str], Quota] = {}
    for row in rows:
        quota = _quota(row, name)
        key = (_key(quota.category), quota.value.casefold())
        if key in found:
            raise Unreadable("quota_twice", name=name, row=row.number, category=quota.category, value=quota.value)
        found[key] = quota
    first = {_key(quota.category): quota.category for quota in reversed(found.values())}
    same = (Quota(first[_key(one.category)], one.value, one.least, one.most) for one in found.values())
    return sorted(same)


def _quota(row: _Row, name: str) -> Quota:
    _refuse_empty(row, COLUMNS, name)
    numbers = []
    for column in ("min", "max"):
        if not re.fullmatch(r"[0-9]{1,6}", row.cells[column]):
            raise Unreadable("not_whole", name=name, row=row.number, column=column, value=row.cells[column][:40])
        numbers.append(int(row.cells[column]))
    least, most = numbers
    category, value = row.cells["category"], row.cells["value"]
    if least > most:
        details = {"row": row.number, "category": category, "value": value, "least": least, "most": most}
        raise Unreadable("min_over_max", name=name, **details)
    return Quota(category, value, least, most)


def read_candidates(content: bytes, quotas: Sequence[Quota], *, name: str) -> dict[str, dict[str, str]]:
    """The candidates with the values that the quotas ask for, spelled as in the quotas, in the order of identifiers.

    Raises Unreadable: too_large, not_utf8, empty, odd_row, broken_row, column_twice, column_missing, cell_empty, id_twice,
    too_many_candidates, no_candidates.
    """
    headers, rows = _table(content, name=name, most=MAX_CANDIDATES, too_many="too_many_candidates")
    spelled: dict[str, dict[str, str]] = {}
    for quota in quotas:
        spelled.setdefault(quota.category, {})[quota.value.casefold()] = quota.value
    for column in ("id", *spelled):
        if _key(column) not in headers:
            raise Unreadable("column_missing", name=name, column=column)
    found: dict[str, dict[str, str]] = {}
    for row in rows:
        one = row.cells["id"]
        _refuse_empty(row, ("id", *spelled), name)
        if one in found:
            raise Unreadable("id_twice", name=name, row=row.number, id=one)
        values = {category: row.cells[_key(category)] for category in spelled}
        found[one] = {category: spelled[category].get(said.casefold(), said) for category, said in values.items()}
    if not found:
        raise Unreadable("no_candidates", name=name)
    return dict(sorted(found.items()))


def _refuse_empty(row: _Row, columns: Iterable[str], name: str) -> None:
    for column in columns:
        if not row.cells[_key(column)]:
            raise Unreadable("cell_empty", name=name, row=row.number, column=column)


def _text(content: bytes, name: str) -> str:
    if len(content) > MAX_BYTES:
        raise Unreadable("too_large", name=name, limit_mb=MAX_BYTES // 2**20)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise Unreadable("not_utf8", name=name) from fault
    if "\0" in text:
        raise Unreadable("not_utf8", name=name)
    # An é written as e with an accent after it is the same letter, or a quota would pass candidates by.
    return unicodedata.normalize("NFC", text)


def _table(content: bytes, *, name: str, most: int, too_many: str) -> tuple[set[str], list[_Row]]:
    """The keys of the header and the rows under it; empty lines do not count."""
    text = _text(content, name)
    lines = _lines(text, name)
    _, header = next(lines, (0, []))
    if not header:
        raise Unreadable("empty", name=name)
    keys = [_key(label) for label in header]
    twice = next((label for label, key in zip(header, keys, strict=True) if key and keys.count(key) > 1), None)
    if twice is not None:
        raise Unreadable("column_twice", name=name, column=twice)
    rows = []
    for number, cells in lines:
        if len(cells) != len(keys):
            raise Unreadable("odd_row", name=name, row=number, cells=len(cells), columns=len(keys))
        rows.append(_Row(number, dict(zip(keys, cells, strict=True))))
        if len(rows) > most:
            raise Unreadable(too_many, name=name, limit=most)
    return set(keys), rows


def _lines(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Every line that holds something, with its number in the file, its cells clean. Raises Unreadable: broken_row."""
    first = next((line for line in text.splitlines() if line.strip(" ;,\t")), "")
    sign = max(",;\t", key=first.count)
    # Strict: a quotation mark that is never closed would take the rows under it, and the people in them, out of the draw.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    try:
        for cells in reader:
            clean = [" ".join(cell.split()) for cell in cells]
            if any(clean):
                yield reader.line_num, clean
    except csv.Error as fault:
        raise Unreadable("broken_row", name=name, row=reader.line_num) from fault


def _key(label: str) -> str:
    """How a header compares: without case and without spaces."""
    return "".join(label.split()).casefold()
