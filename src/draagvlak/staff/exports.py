"""The result of a trial as a sheet, so that it can be read elsewhere."""

import io
from collections.abc import Iterable

import xlsxwriter

from draagvlak.staff import queries, wording
from draagvlak.staff.models import ImportRow

HEADER = (wording.SHEET_ROW, wording.SHEET_VERDICT, wording.SHEET_NAME, wording.SHEET_WORDS)


def trial_sheet(rows: Iterable[ImportRow]) -> bytes:
    """Row number, verdict, name and what happens, in words. Every cell is text: nothing can start as a formula."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet()
    bold = book.add_format({"bold": True})
    for column, title in enumerate(HEADER):
        sheet.write_string(0, column, str(title), bold)
    for number, row in enumerate(rows, start=1):
        words = " ".join(queries.message_in_words(message) for message in row.messages)
        cells = (str(row.number or ""), str(row.get_verdict_display()), row.name, words)
        for column, cell in enumerate(cells):
            sheet.write_string(number, column, cell)
    sheet.set_column(1, 2, 24)
    sheet.set_column(3, 3, 90)
    sheet.freeze_panes(1, 0)
    book.close()
    return out.getvalue()
