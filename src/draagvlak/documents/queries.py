import hashlib
from pathlib import Path

from django.conf import settings

from draagvlak.documents.models import StoredFile
from draagvlak.documents.wording import FILE_IS_GONE


class FileIsGone(Exception):
    """Our own fault: the disk does not hold what the row promises."""


def place_of(file: StoredFile) -> Path:
    """Where the bytes lie: a folder per organisation, so that a backup of one can be taken out."""
    return Path(settings.MEDIA_ROOT) / str(file.organisation_id) / file.sha256[:2] / file.sha256


def content_of(file: StoredFile) -> bytes:
    """The bytes, compared with their SHA-256 on every reading. Raises FileIsGone."""
    place = place_of(file)
    content = place.read_bytes() if place.is_file() else b""
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise FileIsGone(FILE_IS_GONE.format(name=file.name))
    return content
