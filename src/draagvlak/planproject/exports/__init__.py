"""What leaves this station on paper."""

from draagvlak.planproject.exports.announcing import poster_pdf
from draagvlak.planproject.exports.group import charter_poster, report_pdf

__all__ = ["charter_poster", "poster_pdf", "report_pdf"]
