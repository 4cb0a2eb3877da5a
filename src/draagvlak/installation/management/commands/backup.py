import hashlib
import json
import os
import sqlite3
import subprocess
import tarfile
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from draagvlak import __version__
from draagvlak.installation.postgres import words_for_tools
from draagvlak.lib import clock


class Command(BaseCommand):
    help = "Write everything into one file: the database, the files and the secret."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the archive to write; it must not exist yet")

    def handle(self, *, file: Path, **_options: Any) -> None:  # noqa: ANN401 -- Django's own signature
        if file.exists():
            raise CommandError(f"{file} exists already; nothing was written.")
        if "tenancy_organisation" not in connection.introspection.table_names():
            raise CommandError(f"There is nothing to keep: {settings.DIRECTORY} has no data yet.")
        with tempfile.TemporaryDirectory(dir=settings.DIRECTORY) as folder:
            place = Path(folder)
            dump = dump_database(place)
            parts = {dump.name: dump, "secret.key": settings.DIRECTORY / "secret.key"}
            files = Path(settings.MEDIA_ROOT)
            manifest = {
                "format": "draagvlak-backup/1",
                "version": __version__,
                "database": connection.vendor,
                "made_at": clock.now().isoformat(),
                "sha256": {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in parts.items()},
            }
            (place / "manifest.json").write_text(json.dumps(manifest, indent=1), encoding="utf-8")
            write_archive(file, {"manifest.json": place / "manifest.json", **parts}, files)
        self.stdout.write(f"Written: {file} ({file.stat().st_size:,} bytes). It holds personal data: keep it safe.")


def dump_database(place: Path) -> Path:
    """A consistent copy of the database while it is in use."""
    if connection.vendor == "sqlite":
        copy = place / "database.sqlite3"
        source = sqlite3.connect(f"file:{settings.DATABASES['default']['NAME']}?mode=ro", uri=True)
        target = sqlite3.connect(copy)
        with source, target:
            source.backup(target)
        source.close()
        target.close()
        return copy
    copy = place / "database.pgdump"
    words, env = words_for_tools()
    asked = ["pg_dump", "--format=custom", "--enable-row-security", f"--file={copy}", *words]
    subprocess.run(asked, check=True, env=env)  # noqa: S603 -- our own words
    return copy


def write_archive(file: Path, parts: dict[str, Path], files: Path) -> None:
    """Write beside, synchronise, rename: a half archive never carries the name."""
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with beside.open("wb") as stream:
            os.fchmod(stream.fileno(), 0o600)
            with tarfile.open(fileobj=stream, mode="w:gz") as archive:
                for name, path in parts.items():
                    archive.add(path, arcname=name)
                if files.is_dir():
                    archive.add(files, arcname="files")
            stream.flush()
            os.fsync(stream.fileno())
        beside.rename(file)
    finally:
        beside.unlink(missing_ok=True)
