"""The shared ways out of the house: a tagged PDF and a spreadsheet."""

from draagvlak.documents.exports.files import FONTS, PDF, XLSX, pdf_of, sheet_of

__all__ = ["FONTS", "PDF", "XLSX", "pdf_of", "sheet_of"]
