"""The plan as a document, from its values alone: PDF for reading and keeping, DOCX for working on; and days for a calendar."""

from draagvlak.policyplan.exports.documents import MEDIA_TYPES, docx, paper_form, pdf
from draagvlak.policyplan.exports.feed import events_of_days

__all__ = ["MEDIA_TYPES", "docx", "events_of_days", "paper_form", "pdf"]
