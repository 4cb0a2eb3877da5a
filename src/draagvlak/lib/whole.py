"""Writing a file as a whole, or not at all."""

import os
import shutil
from contextlib import suppress
from pathlib import Path


def write_whole(file: Path, content: bytes) -> None:
    """Write beside the file, synchronise, rename: a half file never carries the name, and a former one stays until then.

    What is no plain file, such as a terminal or a pipe, is written to as it is.
    """
    if file.exists() and not file.is_file():
        file.write_bytes(content)
        return
    # A link stays a link; what it leads to is replaced.
    file = file.resolve()
    beside = file.with_name(f".{file.name[:100]}.{os.getpid()}")
    try:
        with beside.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if file.exists():
            shutil.copymode(file, beside)
        beside.replace(file)
    except OSError as failed:
        # The operator knows the name that he gave, and not the one beside it.
        if failed.filename is None or failed.filename == str(beside):
            failed.filename = str(file)
        raise
    finally:
        beside.unlink(missing_ok=True)
    # Some file systems cannot synchronise a folder.
    with suppress(OSError):
        folder = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
