"""Where this installation keeps its data. Standard library only: asked before Django is loaded."""

import os
import secrets
from pathlib import Path


def directory() -> Path:
    """DRAAGVLAK_DIRECTORY, else a folder of the user's; made when it is not there, readable by its owner only."""
    named = os.environ.get("DRAAGVLAK_DIRECTORY")
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    place = Path(named).expanduser().resolve() if named else Path(home) / "draagvlak"
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    return place


def secret_key(place: Path) -> str:
    """The installation's secret, made once and kept beside the data."""
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
