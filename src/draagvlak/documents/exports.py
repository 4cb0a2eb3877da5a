"""The shared ways out of the house: a tagged PDF and a spreadsheet. Stations give the content."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

import xlsxwriter
from django.contrib.staticfiles import finders
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FONTS = (
    "atkinson-hyperlegible-next-latin-wght-normal",
    "source-serif-4-latin-400-normal",
    "source-serif-4-latin-600-normal",
    "atkinson-hyperlegible-mono-latin-wght-normal",
)


class OnlyOurFonts(URLFetcher):  # type: ignore[misc]
    """Rendering reads nothing but the fonts of the house: no network, no file of the machine, whatever a text says."""

    def fetch(self, url: str, headers: Any = None) -> Any:  # noqa: ANN401 -- the library's own types
        name = url.removeprefix("house:")
        if url == f"house:{name}" and name in FONTS:
            return super().fetch(f"file://{finders.find(f'ui/fonts/{name}.woff2')}", headers)
        message = f"A document may not read {url[:80]}"
        raise ValueError(message)


def pdf_of(html: str) -> bytes:
    """A tagged PDF (PDF/UA-1 structure) of a whole page of our own HTML. ValueError when it names anything outside."""
    document = HTML(string=html, base_url="house:", url_fetcher=OnlyOurFonts())
    written: bytes = document.write_pdf(pdf_variant="pdf/ua-1", font_config=FontConfiguration())
    return written


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
