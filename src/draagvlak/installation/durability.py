"""When is a write on disk? Which journal mode SQLite may use depends on the library's version."""

import sqlite3

# Write-ahead logging is safe only where the WAL-reset race is fixed.
FIXED = ((3, 51, 3), (3, 50, 7), (3, 44, 6))


def wal_is_safe(version: tuple[int, int, int]) -> bool:
    """From 3.51.3 on, or a patched 3.50 or 3.44 series."""
    return version >= FIXED[0] or any(version[:2] == fixed[:2] and version >= fixed for fixed in FIXED[1:])


def sqlite_pragmas(version: tuple[int, int, int] = sqlite3.sqlite_version_info) -> str:
    """What every connection sets: full synchronisation always, WAL only where it is safe, else the rollback journal."""
    journal = "WAL" if wal_is_safe(version) else "DELETE"
    return f"PRAGMA journal_mode={journal}; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=20000;"
