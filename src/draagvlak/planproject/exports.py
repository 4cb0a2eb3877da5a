"""The status report on paper, from the text that was fixed."""

from django.template.loader import render_to_string
from django.utils.translation import get_language

from draagvlak.documents.exports import FONTS, pdf_of
from draagvlak.planproject.models import StatusReport


def report_pdf(report: StatusReport) -> bytes:
    """A tagged PDF of the report exactly as it was fixed, with its seal."""
    words = {
        "report": report,
        "organisation": report.organisation.name,
        "fonts": FONTS,
        "language": get_language() or "nl",
    }
    return pdf_of(render_to_string("planproject/print/report.html", words))
