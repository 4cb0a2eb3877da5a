"""Who uses the folder of an installation: servers side by side, or one who puts a backup in its place, never both."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management.base import CommandError

SERVED = "Draagvlak serves from {folder} at this moment. Stop it first. Nothing was changed."
REPLACED = "A backup is being put in place in {folder}. Serve when that is done."


@contextmanager
def taken(folder: Path, *, alone: bool) -> Iterator[None]:
    """Hold the folder until the end of the block, also when the process is killed. alone: to replace what is in it, else to serve.

    The lock is on the folder itself, so it leaves no file behind. Raises CommandError while somebody else holds it otherwise.
    """
    held = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(held, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CommandError((SERVED if alone else REPLACED).format(folder=folder)) from None
        except OSError:
            # Some network disks know no locks; there it is left to who runs the commands, as it always was.
            pass
        yield
    finally:
        os.close(held)
