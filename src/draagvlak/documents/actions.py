import hashlib
import os
import tempfile
from datetime import datetime
from pathlib import Path

from draagvlak.accounts.models import Account
from draagvlak.documents import wording
from draagvlak.documents.models import FrozenText, StoredFile
from draagvlak.documents.queries import place_of
from draagvlak.documents.rules import media_type_of
from draagvlak.lib.verify import text_seal


def freeze(*, title: str, text: str, at: datetime) -> FrozenText:
    """Keep this exact text for good, with its seal."""
    return FrozenText.objects.create(title=title[:250], text=text, sha256=text_seal(text), frozen_at=at)


def keep_file(*, name: str, content: bytes, by: Account, at: datetime) -> StoredFile:
    """Keep a file: its bytes are on the disk before the row that names them is written. Raises NotKept."""
    media_type = media_type_of(name, content, too_large=str(wording.TOO_LARGE), unknown=str(wording.UNKNOWN_KIND))
    sha256 = hashlib.sha256(content).hexdigest()
    file = StoredFile(
        name=" ".join(name.replace("\\", "/").rsplit("/", 1)[-1].split())[-200:],
        media_type=media_type,
        size=len(content),
        sha256=sha256,
        kept_at=at,
        kept_by=by,
    )
    file.take_scope()
    put_on_disk(place_of(file), content)
    file.save()
    return file


def put_on_disk(place: Path, content: bytes) -> None:
    """Write beside, synchronise, rename, synchronise the folder: a half file never carries the name."""
    if place.is_file() and place.read_bytes() == content:
        return
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, beside = tempfile.mkstemp(dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(beside).rename(place)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
    folder = os.open(place.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
