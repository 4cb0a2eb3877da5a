"""The plan as a document, from its values alone: PDF for reading and keeping, DOCX for working on; and days for a calendar."""

from draagvlak.policyplan.exports.documents import MEDIA_TYPES, docx, pdf
from draagvlak.policyplan.exports.feed import events_of_days

__all__ = ["MEDIA_TYPES", "docx", "events_of_days", "pdf"]
