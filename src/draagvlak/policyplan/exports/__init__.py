"""The plan as a document, from its values alone: PDF for reading and keeping, DOCX for working on."""

from draagvlak.policyplan.exports.documents import MEDIA_TYPES, docx, paper_form, pdf

__all__ = ["MEDIA_TYPES", "docx", "paper_form", "pdf"]
