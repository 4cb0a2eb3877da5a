"""Our own system checks: an unsafe setting stops the start, not the user."""

import sqlite3
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.db import connection

from draagvlak.installation.durability import wal_is_safe


@register
def address_is_secure(**_words: Any) -> list[CheckMessage]:  # noqa: ANN401 -- Django's own signature
    if settings.IS_SECURE or settings.HOST in {"127.0.0.1", "localhost", "testserver"}:
        return []
    return [
        Error(
            f"DRAAGVLAK_ADDRESS is {settings.ADDRESS}: anything but this machine itself must be https.",
            id="draagvlak.E001",
        )
    ]


@register("database")
def writes_reach_the_disk(**_words: Any) -> list[CheckMessage]:  # noqa: ANN401 -- Django's own signature
    """On SQLite: full synchronisation, and WAL only where it is safe; on PostgreSQL: fsync and synchronous commit."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            synchronous = cursor.execute("PRAGMA synchronous").fetchone()[0]
            journal = cursor.execute("PRAGMA journal_mode").fetchone()[0]
            troubles = ["synchronous is not FULL"] if synchronous < 2 else []  # noqa: PLR2004 -- 2 is FULL
            if journal == "wal" and not wal_is_safe(sqlite3.sqlite_version_info):
                troubles.append(f"WAL is not safe in SQLite {sqlite3.sqlite_version}")
        else:
            troubles = []
            for name in ("fsync", "synchronous_commit"):
                cursor.execute(f"SHOW {name}")
                if cursor.fetchone()[0] == "off":
                    troubles.append(f"{name} is off")
    return [Error(f"A confirmed write may be lost: {trouble}.", id="draagvlak.E002") for trouble in troubles]
