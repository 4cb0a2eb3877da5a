"""A paper of the house: one body of clean HTML, as a tagged PDF to read and print, or as a Word document to work on."""

from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import get_language

from draagvlak.documents.exports.files import FONTS, PDF, pdf_of
from draagvlak.documents.exports.word import word_document

MEDIA_TYPES = {"pdf": PDF, "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}


class Suffix:
    """In an address: as what a paper leaves the house."""

    regex = "pdf|docx"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


def paper(template: str, words: Mapping[str, Any], *, title: str, organisation: str, suffix: str) -> bytes:
    """The paper in the language of the reader. suffix: pdf (PDF/UA-1 structure) or docx.

    template: its body, from `h1` on; it finds `values` with title and organisation beside its own words.
    """
    language = (get_language() or "nl")[:2]
    whole = {**words, "values": {"title": title, "organisation": organisation}, "language": language}
    if suffix == "docx":
        body = render_to_string(template, whole)
        return word_document(body, title=title, organisation=organisation, language=language)
    return pdf_of(render_to_string("documents/print/paper.html", {**whole, "template": template, "fonts": FONTS}))
