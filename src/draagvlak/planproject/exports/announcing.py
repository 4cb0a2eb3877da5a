"""News on paper: a poster in large letters, for who has no e-mail."""

import qrcode
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from qrcode.image.svg import SvgPathImage

from draagvlak.documents.exports import FONTS, pdf_of
from draagvlak.planproject.models import Announcement


def poster_pdf(announcement: Announcement, *, size: str, address: str) -> bytes:
    """A poster on A4 or A3. size: "a4" or "a3". address: of the page, printed in words and as a square code."""
    document = announcement.document
    words = {
        "title": document.title if document else announcement.title,
        "body": document.text if document else announcement.body,
        "announcement": announcement,
        "organisation": announcement.organisation.name,
        "size": size.upper(),
        "is_large": size == "a3",
        "address": address.split("://", 1)[-1],
        "code": square_code(address),
        "fonts": FONTS,
        "language": get_language() or "nl",
    }
    return pdf_of(render_to_string("planproject/print/poster.html", words))


def square_code(address: str) -> str:
    """The address as a QR code: one SVG path, nothing else."""
    drawn = qrcode.make(address, image_factory=SvgPathImage, border=0)
    return mark_safe(str(drawn.to_string(encoding="unicode")))  # noqa: S308 -- made of squares by the library, no words
