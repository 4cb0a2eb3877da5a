import errno
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
import zlib
from argparse import ArgumentParser
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from draagvlak.installation.management.commands.migrate import steps_of_another_version
from draagvlak.installation.postgres import words_for_tools
from draagvlak.installation.taken import taken
from draagvlak.lib import clock

# What the machine refuses, which says nothing about the file.
OF_THE_SYSTEM = frozenset(
    {
        errno.ENOSPC,
        errno.EDQUOT,
        errno.EFBIG,
        errno.EROFS,
        errno.EACCES,
        errno.EPERM,
        errno.EIO,
        errno.EMFILE,
        errno.ENFILE,
        errno.ENOMEM,
    }
)


class Command(BaseCommand):
    help = "Put back everything from a file that `draagvlak backup` wrote."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--replace", action="store_true", help="throw away what is here now")

    def handle(self, *, file: Path, replace: bool, **_options: Any) -> None:  # noqa: ANN401 -- Django's own signature
        if not file.is_file():
            raise CommandError(f"There is no file {file}.")
        if has_data() and not replace:
            raise CommandError("There is data here already; say --replace to throw it away.")
        with taken(settings.DIRECTORY, alone=True), tempfile.TemporaryDirectory(dir=settings.DIRECTORY) as folder:
            place = Path(folder)
            manifest = unpack(file, place)
            if manifest["database"] != connection.vendor:
                raise CommandError(f"This backup is of {manifest['database']}; here runs {connection.vendor}.")
            refuse_another_version(file, place)
            put_back(place)
            call_command("migrate", verbosity=0)
        made = datetime.fromisoformat(manifest["made_at"]).astimezone(clock.BRUSSELS)
        self.stdout.write(f"Put back: the data of {made.day} {made:%B %Y, %H:%M}.")


def has_data() -> bool:
    """Whether an organisation or a kept file would be thrown away."""
    if any(one.is_file() for one in Path(settings.MEDIA_ROOT).rglob("*")):
        return True
    tables = connection.introspection.table_names()
    if "tenancy_organisation" not in tables:
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM tenancy_organisation")
        return bool(cursor.fetchone()[0])


def unpack(file: Path, place: Path) -> dict[str, Any]:
    """Unpack into a folder, check every part against the manifest. Raises CommandError when anything is off."""
    try:
        with tarfile.open(file) as archive:
            archive.extractall(place, filter="data")
        manifest: dict[str, Any] = json.loads((place / "manifest.json").read_text(encoding="utf-8"))
        sound = manifest["format"] == "draagvlak-backup/1" and all(
            hashlib.sha256((place / name).read_bytes()).hexdigest() == sha for name, sha in manifest["sha256"].items()
        )
    except (tarfile.TarError, OSError, ValueError, KeyError, EOFError, zlib.error) as failed:
        if isinstance(failed, OSError) and failed.errno in OF_THE_SYSTEM:
            raise CommandError(
                f"{file} cannot be unpacked in {settings.DIRECTORY}: {failed.strerror}. Nothing was changed."
            ) from failed
        raise CommandError(f"{file} is not a backup of Draagvlak, or it is damaged. Nothing was changed.") from failed
    if not sound:
        raise CommandError(f"{file} is damaged: a part does not match its checksum. Nothing was changed.")
    return manifest


def refuse_another_version(file: Path, place: Path) -> None:
    """Before anything is put in place: a newer version took steps that this one does not know. Raises CommandError."""
    if unknown := steps_of_another_version(steps_taken_in(place)):
        raise CommandError(
            f"{file} was made by another version of Draagvlak ({', '.join(unknown[:3])}); restore it with that version. "
            "Nothing was changed."
        )


def steps_taken_in(place: Path) -> set[tuple[str, str]]:
    """The steps (part, name) that were taken in the database of an unpacked backup."""
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(f"file:{place / 'database.sqlite3'}?mode=ro", uri=True)) as copy:
            return {(part, step) for part, step in copy.execute("SELECT app, name FROM django_migrations")}
    words = ["pg_restore", "--data-only", "--table=django_migrations", "--file=-", str(place / "database.pgdump")]
    rows = subprocess.run(words, check=True, capture_output=True, text=True).stdout.splitlines()  # noqa: S603 -- our own words
    # What COPY writes: number, part, name and moment, with tabs between.
    cells = [row.split("\t") for row in rows if row.count("\t") == 3]  # noqa: PLR2004 -- the columns of that table
    return {(row[1], row[2]) for row in cells}


def put_back(place: Path) -> None:
    connection.close()
    if connection.vendor == "sqlite":
        put_back_sqlite(place / "database.sqlite3", Path(settings.DATABASES["default"]["NAME"]))
    else:
        words, env = words_for_tools()
        clean = ["--clean", "--if-exists", "--no-owner", "--single-transaction"]
        subprocess.run(["pg_restore", *clean, *words, str(place / "database.pgdump")], check=True, env=env)  # noqa: S603, S607 -- our own words
    shutil.copy2(place / "secret.key", settings.DIRECTORY / "secret.key")
    if (place / "files").is_dir():
        shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)
        # They lie on the same disk already; a second copy may not fit.
        shutil.move(place / "files", settings.MEDIA_ROOT)


def put_back_sqlite(copy: Path, database: Path) -> None:
    """Put the copy in place of the database. A journal of the former one beside it would be played into the copy."""
    for left_over in ("-journal", "-wal", "-shm"):
        database.with_name(database.name + left_over).unlink(missing_ok=True)
    with copy.open("rb+") as stream:
        os.fsync(stream.fileno())
    copy.replace(database)
