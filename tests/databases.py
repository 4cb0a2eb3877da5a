"""Databases for the product in a process of its own, beside the one that the tests run on."""

import os
import shutil
import sqlite3
import subprocess
import sys
import uuid
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.backends.signals import connection_created

ADDRESS = os.environ.get("DRAAGVLAK_TEST_DATABASE", "")


def without_what_tests_set(env: Mapping[str, str]) -> dict[str, str]:
    """An environment for the product in a process of its own, as an operator's: only its folder may be named."""
    kept = {name: value for name, value in env.items() if not name.startswith(("DRAAGVLAK", "DJANGO", "DATABASE"))}
    return kept | {name: env[name] for name in ("DRAAGVLAK_DIRECTORY",) if name in env}


def own_database(template: str = "") -> str:
    """The address of a fresh PostgreSQL database, a copy of the template if one is named; nothing for SQLite."""
    return _created(f"own_{uuid.uuid4().hex[:12]}", template) if ADDRESS else ""


def template_with_tables(place: Path) -> str:
    """The name of a PostgreSQL database with every table and nothing in them, made once in this place; nothing for SQLite.

    Whoever calls holds a lock on the place.
    """
    if not ADDRESS:
        return ""
    name, noted = f"tables_{uuid.uuid4().hex[:12]}", place / "template.txt"
    if not noted.exists():
        kept = {
            key: value for key, value in os.environ.items() if not key.startswith(("DRAAGVLAK", "DJANGO", "DATABASE"))
        }
        env = {**kept, "DRAAGVLAK_DIRECTORY": str(place), "DATABASE_URL": _created(name)}
        words = [Path(sys.executable).parent / "draagvlak", "manage", "migrate", "--verbosity", "0"]
        subprocess.run(words, env=env, check=True)
        noted.write_text(name, encoding="utf-8")
    return noted.read_text(encoding="utf-8")


def begin_as(connection: Any, place: Path, template: str) -> None:
    """Let the test database begin as a copy of what stands in the place, or of the template; migrating finds nothing to do."""
    if template:
        connection.settings_dict["TEST"]["TEMPLATE"] = template
        return

    def copy(connection: Any, **_more: object) -> None:
        if connection.is_in_memory_db():
            connection_created.disconnect(copy)
            fill_from(place, connection)

    connection_created.connect(copy, weak=False)


def fill_from(place: Path, connection: Any) -> None:
    """Put everything that stands in the SQLite database of an installation in this one, instead of what it holds; and its files."""
    with closing(sqlite3.connect(place / "draagvlak.sqlite3")) as kept:
        kept.backup(connection.connection)
    if (place / "files").is_dir():
        shutil.copytree(place / "files", settings.MEDIA_ROOT, dirs_exist_ok=True)


def _created(name: str, template: str = "") -> str:
    import psycopg

    host = ADDRESS.split("host=")[1]
    with psycopg.connect(f"host={host} user=draagvlak dbname=postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}" + (f" TEMPLATE {template}" if template else ""))
    return f"postgres://draagvlak@/{name}?host={host}"
