"""The plan as a document, from its values alone: PDF for reading and keeping, DOCX for working on; and days for a calendar; and what was
thought of in the workshop, as a sheet and as a drawing."""

from draagvlak.policyplan.exports.documents import MEDIA_TYPES, differences_pdf, docx, paper_form, pdf
from draagvlak.policyplan.exports.feed import events_of_days
from draagvlak.policyplan.exports.regulation import codecision_result, codecision_sheet, regulation_document
from draagvlak.policyplan.exports.sight import drawing, workshop_sheet

__all__ = [
    "MEDIA_TYPES",
    "codecision_result",
    "codecision_sheet",
    "differences_pdf",
    "docx",
    "drawing",
    "events_of_days",
    "paper_form",
    "pdf",
    "regulation_document",
    "workshop_sheet",
]
