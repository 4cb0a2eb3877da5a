"""What the working group hangs on the wall."""

from django.template.loader import render_to_string
from django.utils.translation import get_language

from draagvlak.documents.exports import FONTS, pdf_of
from draagvlak.planproject import queries
from draagvlak.planproject.models import Charter


def charter_poster(charter: Charter) -> bytes:
    """The agreements that hold, in big letters on one page, in the language of the reader."""
    words = {
        "charter": charter,
        "organisation": charter.organisation.name,
        "members": [str(seat.member) for seat in queries.seats_of(charter.group)],
        "goals": list(queries.goals_of_group(charter.group)),
        "fonts": FONTS,
        "language": get_language() or "nl",
    }
    return pdf_of(render_to_string("planproject/print/charter.html", words))
