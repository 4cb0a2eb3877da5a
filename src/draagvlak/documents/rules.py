"""Which files may be kept, told from their first bytes and never from their name. Plain values in, refusal out."""

import zipfile
from io import BytesIO
from pathlib import PurePosixPath

from draagvlak.lib.refusals import Refused

LARGEST = 10 * 1024 * 1024
# What a file may be, by its suffix: the bytes it begins with, and the media type with which it is handed out.
KNOWN = {
    "pdf": (b"%PDF-", "application/pdf"),
    "docx": (b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "xlsx": (b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "pptx": (b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    "odt": (b"PK\x03\x04", "application/vnd.oasis.opendocument.text"),
    "ods": (b"PK\x03\x04", "application/vnd.oasis.opendocument.spreadsheet"),
    "png": (b"\x89PNG\r\n\x1a\n", "image/png"),
    "jpg": (b"\xff\xd8\xff", "image/jpeg"),
    "txt": (b"", "text/plain; charset=utf-8"),
}
SAME = {"jpeg": "jpg"}
# The part that every file of the kind holds; a renamed archive does not.
PART_OF = {
    "docx": "word/document.xml",
    "xlsx": "xl/workbook.xml",
    "pptx": "ppt/presentation.xml",
    "odt": "content.xml",
    "ods": "content.xml",
}


class NotKept(Refused):
    pass


def media_type_of(name: str, content: bytes, *, too_large: str, unknown: str) -> str:
    """The media type of a file that may be kept. Raises NotKept with one of the two sentences."""
    if len(content) > LARGEST:
        raise NotKept(too_large)
    suffix = PurePosixPath(name.lower()).suffix.removeprefix(".")
    begins, media_type = KNOWN.get(SAME.get(suffix, suffix), (None, ""))
    if begins is None or not content or not content.startswith(begins) or not _is_what_it_says(suffix, content):
        raise NotKept(unknown)
    return media_type


def _is_what_it_says(suffix: str, content: bytes) -> bool:
    if suffix == "txt":
        try:
            return "\x00" not in content.decode("utf-8")
        except UnicodeDecodeError:
            return False
    if suffix not in PART_OF:
        return True
    try:
        names = zipfile.ZipFile(BytesIO(content)).namelist()
    except (zipfile.BadZipFile, ValueError):
        return False
    return PART_OF[suffix] in names and not any("vbaProject" in name for name in names)
