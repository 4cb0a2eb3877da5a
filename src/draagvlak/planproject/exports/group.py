"""What the working group hangs on the wall, and the status report from the text that was fixed."""

from datetime import date

from django.template.loader import render_to_string
from django.utils.translation import get_language

from draagvlak.documents.exports import FONTS, pdf_of
from draagvlak.planproject import queries
from draagvlak.planproject.models import Charter, StatusReport


def charter_poster(charter: Charter, *, on: date) -> bytes:
    """The agreements that hold, in big letters on one page, in the language of the reader."""
    words = {
        "charter": charter,
        "organisation": charter.organisation.name,
        "members": [str(seat.member) for seat in queries.seats_of(charter.group, on=on)],
        "goals": list(queries.goals_of_group(charter.group)),
        "fonts": FONTS,
        "language": get_language() or "nl",
    }
    return pdf_of(render_to_string("planproject/print/charter.html", words))


def report_pdf(report: StatusReport) -> bytes:
    """A tagged PDF of the report exactly as it was fixed, with its seal."""
    words = {
        "report": report,
        "organisation": report.organisation.name,
        "fonts": FONTS,
        "language": get_language() or "nl",
    }
    return pdf_of(render_to_string("planproject/print/report.html", words))
