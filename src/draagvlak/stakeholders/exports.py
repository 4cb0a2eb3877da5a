"""The matrix on paper and as a spreadsheet."""

from datetime import date

from django.template.loader import render_to_string
from django.utils.translation import get_language

from draagvlak.documents.exports import FONTS, PDF, XLSX, pdf_of, sheet_of
from draagvlak.stakeholders import queries, wording
from draagvlak.stakeholders.figures import Matrix
from draagvlak.stakeholders.states import Letter, Weight

MEDIA_TYPES = {"pdf": PDF, "xlsx": XLSX}


def matrix_pdf(matrix: Matrix, *, organisation: str, on: date) -> bytes:
    """The matrix with its columns on landscape A4, in the language of the reader."""
    titles = queries.group_titles(matrix)
    words = {
        "matrix": matrix,
        "groups": [(titles.get(key, key), rows) for key, rows in matrix.groups],
        "organisation": organisation,
        "on": on,
        "letters": Letter.choices,
        "fonts": FONTS,
        "language": get_language() or "nl",
    }
    return pdf_of(render_to_string("stakeholders/print/matrix.html", words))


def matrix_sheet(matrix: Matrix, *, organisation: str, on: date) -> bytes:
    """One row per task, one column per role. The names of the people stand in the first row of the table."""
    del organisation, on
    header = [str(title) for title in (wording.SHEET_GROUP, wording.SHEET_TASK, wording.SHEET_WEIGHT)] + [
        column.name for column in matrix.columns
    ]
    people = ["", "", ""] + [", ".join(column.people) for column in matrix.columns]
    weights, titles = dict(Weight.choices), queries.group_titles(matrix)
    rows = [
        [titles.get(row.group, row.group), row.title, str(weights[row.weight]), *row.letters] for row in matrix.rows
    ]
    return sheet_of(header, [people, *rows], widths=[18, 50, 10, *(16 for _ in matrix.columns)])
