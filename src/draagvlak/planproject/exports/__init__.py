"""What leaves this station on paper."""

from draagvlak.planproject.exports.announcing import poster_pdf

__all__ = ["poster_pdf"]
