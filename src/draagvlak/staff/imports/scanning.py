"""Watching the XML of a workbook go by, to know its size and its formulas before a reader builds anything from it.

The reader (calamine) lays out every cell between the first and the last one in memory and copies every text, so a
small file can ask for many gigabytes. These scanners work on the raw bytes in pieces, in flat memory, and always
count too much rather than too little. What could hide a tag from them (comments, instructions, angle brackets inside
attributes; no spreadsheet program writes these) is refused. Their patterns never look past the next bracket, so that
no input makes them slow.
"""

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from html import unescape

from draagvlak.staff.imports.tables import (
    MAX_ROWS,
    MAX_SHARED_TEXTS,
    MAX_UNPACKED,
    SPARE_ROWS,
    UnreadableFile,
    column_letters,
)

_NO_BRACKETS = bytes(set(range(256)) - set(b"<>"))
_ATTRIBUTES = re.compile(rb"(?:\s+[\w:.-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'))*+\s*/?")
_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([^\"']+)", re.IGNORECASE)
_LONGEST_PIECE = 4 * 1024 * 1024
# Cells looked at one by one before a sheet is given up: about two seconds.
_MOST_LOOKS = 1_500_000


@dataclass(slots=True)
class SheetFacts:
    """What a sheet would unfold to: rows, columns, formulas and those without a result, cells with a shared text, cells
    that were merged.

    `width` is 0 when every cell stands within the columns that are read.
    """

    rows: int = 0
    width: int = 0
    formulas: int = 0
    first_formula: str = ""
    hollow: int = 0
    first_hollow: str = ""
    texts: int = 0
    merged: int = 0

    def add_formula(self, place: str, *, hollow: bool) -> None:
        """Count one cell with a formula."""
        self.formulas += 1
        self.first_formula = self.first_formula or place
        if hollow:
            self.hollow += 1
            self.first_hollow = self.first_hollow or place


def unsafe(part: str = "") -> UnreadableFile:
    """The refusal of a workbook whose XML hides something."""
    return UnreadableFile("unsafe_xml", part=part)


class XmlGuard:
    """Refuses a part with a document type, entities, comments or instructions, or in another encoding."""

    def __init__(self, part: str) -> None:
        self.part = part
        self.tail = b""
        self.started = False

    def feed(self, chunk: bytes) -> None:
        """Look at the next bytes of the part."""
        seen = self.tail + chunk
        if not self.started:
            self.started = True
            declared = _ENCODING.search(seen[:200])
            if declared and declared[1].lower() not in {b"utf-8", b"utf8", b"us-ascii"}:
                raise unsafe(self.part)
            seen = seen.removeprefix(b"\xef\xbb\xbf").removeprefix(b"<?xml")
        if b"\0" in seen or b"<!" in seen or b"<?" in seen:
            raise unsafe(self.part)
        self.tail = chunk[-1:]


class Pieces(ABC):
    """Hands on a stream in pieces that end where a row ends, so that no cell is cut in two."""

    row_end = b"row>"

    def __init__(self, part: str = "") -> None:
        self.part = part
        self.waiting = b""
        self.looks = 0

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes of the part."""
        self.waiting += chunk
        cut = self.waiting.rfind(self.row_end) + len(self.row_end)
        if cut < len(self.row_end):
            if len(self.waiting) < _LONGEST_PIECE:
                return
            cut = self.waiting.rfind(b">") + 1 or len(self.waiting)
        piece, self.waiting = self.waiting[:cut], self.waiting[cut:]
        self.look(piece)

    def close(self) -> None:
        """Take what is left at the end of the part."""
        piece, self.waiting = self.waiting, b""
        self.look(piece)

    def count_looks(self, cells: int) -> None:
        """Give up a part with more cells than any list has."""
        self.looks += cells
        if self.looks > _MOST_LOOKS:
            raise UnreadableFile("unpacks_too_large", limit_mb=MAX_UNPACKED // 2**20)

    @abstractmethod
    def look(self, piece: bytes) -> None:
        """Learn from one piece."""


class XlsxSheetScan(Pieces):
    """Learns the facts of one sheet of an xlsx workbook."""

    _ROW = re.compile(rb"<row(?=[\s/>])(?:[^<>]*?\sr\s*=\s*[\"'](\d{1,9}))?")
    # A cell that does not start with an ordinary reference inside 59,999 rows and 200 columns gets the slow look.
    _ODD_CELL = re.compile(
        rb"<c(?=[\s/>])(?!\s+r=\"(?:[A-Z]|[A-F][A-Z]|G[A-R])(?:[1-5]\d{4}|[1-9]\d{0,3})\")|<\w+:(?:row|c)[\s/>]"
    )
    _ANY = re.compile(rb"<(?:\w+:)?(row|c)(?=[\s/>])([^<>]*)")
    _REFERENCE = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]{0,9})(\d{0,9})")
    _FORMULA = re.compile(
        rb"<(?:\w+:)?c(?=[\s>])([^<>]*)>\s*<(?:\w+:)?f(?=[\s/>])(?:[^<>]*/>|[^<>]*>[^<]*</(?:\w+:)?f>)"
        rb"\s*(<(?:\w+:)?v[^<>]*>[^<])?"
    )

    def __init__(self, part: str = "") -> None:
        super().__init__(part)
        self.facts = SheetFacts()
        self.row = 0
        self.column = 0
        self.elements = 0

    def look(self, piece: bytes) -> None:
        """Count rows, columns and formulas of one piece."""
        # A sheet that is too long already is never read: what is left of it is only counted.
        if self.facts.rows <= MAX_ROWS + SPARE_ROWS and self._ODD_CELL.search(piece):
            self._look_closely(piece)
        else:
            self._look_quickly(piece)
        if b"<f" in piece or b":f" in piece:
            self._look_at_formulas(piece)
        self.facts.merged += piece.count(b"mergeCell ")
        self.facts.texts += piece.count(b'"s"') + piece.count(b"'s'")

    def _look_quickly(self, piece: bytes) -> None:
        # A last row that only carries a height (LibreOffice writes row 1,048,576 so) holds nobody: rows count up to
        # the last value, elements count all.
        last_value = max(piece.rfind(b"<v"), piece.rfind(b"<is"), 0)
        numbers = self._ROW.findall(piece)
        used = numbers[: max(len(numbers) - piece.count(b"<row", last_value), 0)]
        self.elements += len(numbers)
        self.row = max(self.elements, self.row)
        highest = max(map(int, filter(None, used)), default=0)
        self.facts.rows = max(self.facts.rows, highest, self.elements)

    def _look_closely(self, piece: bytes) -> None:
        if b"<<" in piece.translate(None, _NO_BRACKETS):
            raise unsafe(self.part)
        cells = self._ANY.findall(piece)
        self.count_looks(len(cells))
        for kind, attributes in cells:
            if not _ATTRIBUTES.fullmatch(attributes):
                raise unsafe(self.part)
            reference = self._REFERENCE.search(attributes)
            letters, digits = (reference[1], int(reference[2] or 0)) if reference else (b"", 0)
            if kind == b"row":
                self.elements += 1
                self.row, self.column = digits or self.row + 1, 0
            else:
                self.column = _column_number(letters) if letters else self.column + 1
                self.facts.width = max(self.facts.width, self.column)
                self.facts.rows = max(self.facts.rows, digits or self.row)
            self.facts.rows = max(self.facts.rows, self.elements)

    def _look_at_formulas(self, piece: bytes) -> None:
        for attributes, value in self._FORMULA.findall(piece):
            reference = self._REFERENCE.search(attributes)
            place = (reference[1] + reference[2]).decode() if reference else ""
            # A formula whose result is the empty text has no value either, but says that it is a text.
            is_text = b't="str"' in attributes or b"t='str'" in attributes
            self.facts.add_formula(place, hollow=not value and not is_text)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        if 65 <= letter <= 90:
            number = number * 26 + letter - 64
    return number


class SharedTextScan(Pieces):
    """Learns how long each shared text of an xlsx workbook is, because the reader copies it for every cell."""

    row_end = b"si>"
    _END = re.compile(rb"</(?:\w+:)?si>")

    def __init__(self, part: str = "") -> None:
        super().__init__(part)
        self.lengths: list[int] = []

    def look(self, piece: bytes) -> None:
        """Note the length in bytes of each text."""
        if b"<<" in piece.translate(None, _NO_BRACKETS):
            raise unsafe(self.part)
        self.lengths.extend(map(len, self._END.split(piece)[:-1]))
        if len(self.lengths) > MAX_SHARED_TEXTS:
            raise UnreadableFile("unpacks_too_large", limit_mb=MAX_UNPACKED // 2**20)


class OdsScan(Pieces):
    """Learns the facts of every table in the content of an OpenDocument sheet, with its repeated rows and cells."""

    row_end = b"</table:table-row>"
    _TABLE = re.compile(rb"<table:table\s[^<>]*?table:name=\"([^\"]*)\"")
    _ROW = re.compile(rb"<table:table-row(?=[\s/>])([^<>]*)")
    _CELL = re.compile(rb"<table:(?:covered-)?table-cell(?=[\s/>])([^<>]*)")
    _FILLER = re.compile(
        rb"<table:table-cell(?: table:style-name=\"\w*\")? table:number-columns-repeated=\"\d+\"/></table:table-row>"
    )
    _ROW_TIMES = re.compile(rb"number-rows-repeated\s*=\s*[\"'](\d{1,9})")
    _CELL_TIMES = re.compile(rb"number-columns-repeated\s*=\s*[\"'](\d{1,9})")

    def __init__(self, part: str = "") -> None:
        super().__init__(part)
        self.tables: dict[str, SheetFacts] = {}
        self.facts = SheetFacts()
        self.blank_rows = 0
        self.unfolded = 0

    def look(self, piece: bytes) -> None:
        """Count the rows, cells and formulas of one piece."""
        if b"<<" in piece.translate(None, _NO_BRACKETS):
            raise unsafe(self.part)
        if self._is_simple(piece):
            rows = piece.split(self.row_end)
            self.facts.rows += self.blank_rows + len(rows) - 1
            self.facts.width = max(self.facts.width, *map(_cells_in, rows))
            self.blank_rows = 0
            return
        for stretch in piece.split(self.row_end):
            # Tables without rows may stand before the one whose row this is.
            for name in self._TABLE.findall(stretch)[-1:]:
                self.blank_rows = 0
                self.facts = self.tables.setdefault(unescape(name.decode("utf-8", "replace")), SheetFacts())
            self._look_at_rows(stretch)

    def _is_simple(self, piece: bytes) -> bool:
        """Whether nothing is repeated but the empty cell with which LibreOffice fills up every row."""
        special = (b"rows-repeated", b"table:formula", b"<table:table ")
        if not piece.endswith(self.row_end) or any(word in piece for word in special):
            return False
        return piece.count(b"columns-repeated") == len(self._FILLER.findall(piece))

    def _look_at_rows(self, stretch: bytes) -> None:
        starts = list(self._ROW.finditer(stretch))
        if not starts and b"table:table-cell" in stretch:
            raise unsafe(self.part)
        for place, start in enumerate(starts):
            end = starts[place + 1].start() if place + 1 < len(starts) else len(stretch)
            times = self._repeats(self._ROW_TIMES, start[1])
            body = stretch[start.end() : end]
            if b"office:value" not in body and b"table:formula" not in body and b"<text:p" not in body:
                self.blank_rows += times
                continue
            self.facts.rows += self.blank_rows + times
            self.blank_rows = 0
            self._look_at_cells(body, times)

    def _look_at_cells(self, body: bytes, times: int) -> None:
        if b"table:formula" not in body and b"columns-repeated" not in body:
            self.facts.width = max(self.facts.width, _cells_in(body))
            self._unfold(len(body) * times)
            return
        column = 0
        cells = list(self._CELL.finditer(body))
        self.count_looks(len(cells))
        for place, cell in enumerate(cells):
            end = cells[place + 1].start() if place + 1 < len(cells) else len(body)
            repeats = self._repeats(self._CELL_TIMES, cell[1])
            filled = b"office:value" in cell[1] or b"table:formula" in cell[1] or b"<text:p" in body[cell.end() : end]
            if filled:
                self.facts.width = max(self.facts.width, column + repeats)
                self._unfold((end - cell.start()) * repeats * times)
            if b"table:formula" in cell[1]:
                self.facts.add_formula(
                    f"{column_letters(column)}{self.facts.rows}", hollow=b"office:value-type" not in cell[1]
                )
            column += repeats

    def _repeats(self, pattern: re.Pattern[bytes], attributes: bytes) -> int:
        if not _ATTRIBUTES.fullmatch(attributes):
            raise unsafe(self.part)
        return int(found[1]) if (found := pattern.search(attributes)) else 1

    def _unfold(self, size: int) -> None:
        self.unfolded += size
        if self.unfolded > MAX_UNPACKED * 2:
            raise UnreadableFile("unpacks_too_large", limit_mb=MAX_UNPACKED // 2**20)


def _cells_in(row: bytes) -> int:
    return row.count(b"<table:table-cell") + row.count(b"<table:covered-table-cell")
