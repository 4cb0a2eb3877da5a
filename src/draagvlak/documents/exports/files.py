"""The shared ways out of the house: a tagged PDF and a spreadsheet. Stations give the content."""

import io
from collections.abc import Iterable, Sequence
from functools import lru_cache

import xlsxwriter

PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FONTS = (
    "atkinson-hyperlegible-next-latin-wght-normal",
    "source-serif-4-latin-400-normal",
    "source-serif-4-latin-600-normal",
    "atkinson-hyperlegible-mono-latin-wght-normal",
)


@lru_cache(maxsize=16)
def pdf_of(html: str) -> bytes:
    """A tagged PDF (PDF/UA-1 structure) of a whole page of our own HTML. ValueError when it names anything outside.

    Drawing takes half a second; of the last pages the document is kept, because a plan is fetched by many and changes rarely.
    """
    from draagvlak.documents.exports.printing import printed  # noqa: PLC0415 -- a second and 25 MB, only for who prints

    return printed(html, fonts=FONTS)


def sheet_of(header: Sequence[str], rows: Iterable[Sequence[str]], *, widths: Sequence[int]) -> bytes:
    """A spreadsheet with one sheet. Every cell is text, so nothing can start as a formula. widths: in characters."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet()
    bold, wrapped = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"text_wrap": True})
    for column, (title, width) in enumerate(zip(header, widths, strict=True)):
        sheet.write_string(0, column, title, bold)
        sheet.set_column(column, column, width)
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            sheet.write_string(number, column, cell, wrapped)
    sheet.freeze_panes(1, 1)
    book.close()
    return out.getvalue()
