"""The shared ways out of the house: a tagged PDF, a Word document, a spreadsheet, and a paper of one of the first two."""

from draagvlak.documents.exports.files import FONTS, PDF, XLSX, pdf_of, sheet_of
from draagvlak.documents.exports.papers import MEDIA_TYPES, Suffix, paper
from draagvlak.documents.exports.word import word_document

__all__ = ["FONTS", "MEDIA_TYPES", "PDF", "XLSX", "Suffix", "paper", "pdf_of", "sheet_of", "word_document"]
