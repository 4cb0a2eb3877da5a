"""Where this installation keeps its data. Standard library only: asked before Django is loaded."""

import os
import secrets
import shutil
from collections.abc import Collection
from pathlib import Path

DATABASE = "draagvlak.sqlite3"
OURS = frozenset({"secret.key", "files", DATABASE, *(f"{DATABASE}-{what}" for what in ("journal", "wal", "shm"))})
"""What restoring makes in the folder."""


def directory() -> Path:
    """DRAAGVLAK_DIRECTORY, else a folder of the user's. It may not be there yet."""
    named = os.environ.get("DRAAGVLAK_DIRECTORY")
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(named).expanduser().resolve() if named else Path(home) / "draagvlak"


def is_installed(place: Path) -> bool:
    """Whether an installation has its data there: its own database, or settings that name another one."""
    if not place.is_dir():
        return False
    return "DATABASE_URL" in os.environ or any((place / name).is_file() for name in (DATABASE, "settings.env"))


def missing_folders(place: Path) -> list[Path]:
    """The folder and those above it that are not there, the deepest first."""
    return [one for one in (place, *place.parents) if not one.exists()]


def names_in(place: Path) -> set[str]:
    return {one.name for one in place.iterdir()} if place.is_dir() else set()


def leave_as_it_was(place: Path, *, kept: Collection[str], missing: Collection[Path]) -> None:
    """Take away what a command that failed made where no installation was. kept: what stood there; missing: what did not."""
    for name in OURS - set(kept):
        one = place / name
        shutil.rmtree(one) if one.is_dir() else one.unlink(missing_ok=True)
    for folder in missing:
        # Whatever somebody else put there meanwhile keeps it.
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def secret_key(place: Path) -> str:
    """The installation's secret, made once and kept beside the data, in a folder that only its owner may read."""
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    kept = place / "secret.key"
    if not kept.exists():
        fresh = place / f"secret.key.{os.getpid()}"
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(48))
        try:
            os.link(fresh, kept)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return kept.read_text().strip()
