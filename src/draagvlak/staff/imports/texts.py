"""Reads a text file with separators: finds its encoding and its separator, and counts records as a spreadsheet does."""

import codecs
import csv
import re
from collections import Counter
from io import StringIO
from itertools import islice

from draagvlak.staff.imports.headers import exact_field, recognised_fields
from draagvlak.staff.imports.tables import (
    HEADER_WITHIN,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    SPARE_ROWS,
    Grid,
    TableWarning,
    UnreadableFile,
    too_many_rows,
)

_SEPARATORS = (";", ",", "\t", "|")
_NO_SEPARATOR = "\x1f"
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, ""),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEPARATOR_LINE = re.compile(r'"?sep=([^\r\n"])"?[ ;,\t]*(?:\r\n|\r|\n)', re.IGNORECASE)
_CONTROL = bytes({*range(32), 127} - set(b"\t\n\f\r"))
_SAMPLE_RECORDS = 60
_MANY_BYTES = re.compile(rb"[\xc3-\xf4][\x80-\xbf]")
# An é that was saved as UTF-8 and read the Windows way, and a letter that was lost before.
_TWICE = re.compile(r"[ÃÅ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
_LOST = re.compile(r"\ufffd(?=[^\W\d_])|(?<=[^\W\d_])\ufffd")
# Signs that stand inside no name: what an é of DOS or of an old Macintosh looks like when it is read the Windows way.
_STRANGE = re.compile(r"(?<=[^\W\d_])[‚„…†‡ˆ‰‹™›ƒ¡¢£¤¥¨ª¬¯˜]+(?=[^\W\d_])|(?<=[a-z])[ŠŽ](?=[a-z])")


def read_text(content: bytes, *, name: str) -> Grid:
    """Read the records of a text file, all cells as text; a cell that looks like a formula stays that text.

    Raises UnreadableFile: not_a_list, mixed_encodings, unknown_letters, unclosed_quote, cell_too_long, too_many_rows,
    too_many_columns.
    """
    rows = _records(_decoded(content, name))
    if inner := _quoted_lines(rows):
        rows = _records(inner)
    return _trimmed(rows)


def _records(text: str) -> list[list[str]]:
    if marked := _SEPARATOR_LINE.match(text):
        separator, text = marked[1], text[marked.end() :]
    else:
        separator = _separator_of(text)
    if text.count(separator) > MAX_CELLS:
        raise UnreadableFile("too_many_columns", columns=text.count(separator), limit=MAX_COLUMNS)
    rows: list[list[str]] = []
    try:
        for record in csv.reader(StringIO(text, newline=""), delimiter=separator):
            rows.append(record)
            if len(rows) > MAX_ROWS + SPARE_ROWS:
                # The rest is only counted, by its lines.
                raise too_many_rows(max(len(rows), len(text.splitlines())), "")
    except csv.Error as fault:
        # A cell without an end is nearly always an open quote that swallowed the rest of the file.
        raise UnreadableFile("unclosed_quote" if '"' in text else "cell_too_long", row=len(rows) + 1) from fault
    if rows and any("\n" in cell or "\r" in cell for cell in rows[-1]) and text.count('"') % 2:
        raise UnreadableFile("unclosed_quote", row=len(rows))
    return rows


def _quoted_lines(rows: list[list[str]]) -> str:
    """The text inside when every line is one cell between quotes, as happens to a list that was saved once more."""
    filled = [row for row in rows if any(row)]
    if not filled or any(len(row) > 1 for row in filled):
        return ""
    inner = "\n".join(row[0] if row else "" for row in rows)
    separator = _separator_of(inner)
    header = [recognised_fields(row[0].split(separator)) for row in filled[:HEADER_WITHIN]]
    return inner if separator != _NO_SEPARATOR and max(map(len, header)) > 1 else ""


def _decoded(content: bytes, name: str) -> str:
    encodings = next(((codec,) for mark, codec in _BYTE_ORDER_MARKS if content.startswith(mark)), ("utf-8", "cp1252"))
    for encoding in encodings:
        try:
            text = content.decode(encoding) if encoding else "\0"
        except UnicodeDecodeError:
            continue
        # A few stray signs happen in exports; many, or a zero byte, mean that this is no text.
        if "\0" in text or _has_many_controls(content if encoding != "utf-16" else text.encode()):
            break
        return _with_right_letters(text, content if encoding == "cp1252" else b"")
    if b"\0" not in content and not content.isascii() and _is_readable(content):
        raise UnreadableFile("unknown_letters")
    raise UnreadableFile("not_a_list", name=name, kind="binary")


def _is_readable(content: bytes) -> bool:
    """Whether the bytes without accents are those of a text."""
    return len(content.decode("ascii", "ignore")) * 10 > len(content) * 8 and not _has_many_controls(content)


def _has_many_controls(content: bytes) -> bool:
    return len(content) - len(content.translate(None, _CONTROL)) > 10 + len(content) // 100


def _with_right_letters(text: str, content: bytes) -> str:
    """The text, put right when a program read UTF-8 the Windows way and saved that; content: only of a Windows text.

    Refuses a text whose letters with an accent were kept in two ways, or as old programs (DOS, Macintosh) keep them.

    Raises UnreadableFile: mixed_encodings, unknown_letters.
    """
    for row, line in enumerate(content.splitlines(), 1):
        if _MANY_BYTES.search(line) and _is_utf8(line):
            raise UnreadableFile("mixed_encodings", row=row)
    if text.isascii():
        return text
    if not content and ("Ã" in text or "Å" in text) and _TWICE.search(text):
        try:
            return text.encode("cp1252").decode()
        except UnicodeError:
            raise UnreadableFile("unknown_letters") from None
    if (_STRANGE if content else _LOST).search(text):
        raise UnreadableFile("unknown_letters")
    return text


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _separator_of(text: str) -> str:
    """The sign that divides the first records best: most known headers, then most even."""
    sample = text[: 64 * 1024]
    found = {separator: _evenness(sample, separator) for separator in _SEPARATORS if separator in sample}
    best = max(found, key=lambda separator: found[separator], default=_NO_SEPARATOR)
    # A list of one column: a whole line is a header, and no separator divides that line into headers.
    if not found.get(best, (0, 0.0))[0] and any(map(exact_field, sample.splitlines()[:HEADER_WITHIN])):
        return _NO_SEPARATOR
    return best


def _evenness(sample: str, separator: str) -> tuple[int, float]:
    records = islice(csv.reader(StringIO(sample, newline=""), delimiter=separator), _SAMPLE_RECORDS)
    filled = [record for record in records if any(record)]
    widths = Counter(len(record) for record in filled)
    # More columns win, as long as most records have them.
    even = max((count / len(filled) * min(width - 1, 20) for width, count in widths.items()), default=0.0)
    top = [record[:MAX_COLUMNS] for record in filled[:HEADER_WITHIN] if len(record) > 1]
    return max((len(recognised_fields(record)) for record in top), default=0), even


def _trimmed(rows: list[list[str]]) -> Grid:
    width = max(map(len, rows), default=0)
    warnings: tuple[TableWarning, ...] = ()
    if width > MAX_COLUMNS:
        filled = max((place for row in rows for place, cell in enumerate(row, 1) if cell), default=0)
        if filled > MAX_COLUMNS:
            warnings = (TableWarning("columns_left_out", {"columns": filled, "kept": MAX_COLUMNS}),)
        width = min(filled, MAX_COLUMNS)
    blanks = [""] * width
    return Grid([row if len(row) == width else [*row, *blanks[len(row) :]][:width] for row in rows], warnings=warnings)
