"""What restoring would throw away is thrown away only when that is said."""

import os
import resource
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from draagvlak.installation.management.commands.restore import has_data
from draagvlak.installation.taken import taken
from tests import databases

pytestmark = pytest.mark.django_db
only_sqlite = pytest.mark.skipif(bool(databases.ADDRESS), reason="writes in SQLite's own file")
DRAAGVLAK = Path(sys.executable).parent / "draagvlak"


def run(place, *words, most=None):
    """The console script in a folder. most: bytes that a file may have, as on a disk that is full."""
    env = databases.without_what_tests_set({**os.environ, "DRAAGVLAK_DIRECTORY": str(place)})
    limit = None if most is None else lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    return subprocess.run(
        [DRAAGVLAK, *words], env=env, capture_output=True, text=True, check=False, timeout=120, preexec_fn=limit
    )


def contents(place):
    return {one: one.read_bytes() for one in place.rglob("*") if one.is_file()}


@pytest.fixture
def place(with_tables, tmp_path):
    """An installation of its own, with one organisation."""
    import shutil

    here = shutil.copytree(with_tables, tmp_path / "hier")
    words = ["--slug", "eik", "--name", "Eik", "--manager-email", "mia@example.org", "--manager-name", "Mia"]
    assert run(here, "found-organisation", *words).returncode == 0
    return here


@only_sqlite
def test_a_backup_of_a_newer_version_is_refused_before_anything_is_put_in_place(place, tmp_path):
    with sqlite3.connect(place / "draagvlak.sqlite3") as database:
        database.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('staff', '0099_later', '2030-01-01')"
        )
    assert run(place, "backup", tmp_path / "later.tar.gz").returncode == 0
    with sqlite3.connect(place / "draagvlak.sqlite3") as database:
        database.execute("DELETE FROM django_migrations WHERE name = '0099_later'")
    before = contents(place)
    refused = run(place, "restore", tmp_path / "later.tar.gz", "--replace")
    assert (refused.returncode, refused.stderr.count("\n")) == (1, 1)
    assert "another version of Draagvlak (staff.0099_later)" in refused.stderr
    assert contents(place) == before


@only_sqlite
def test_nothing_is_put_in_place_under_a_server_that_runs(place, tmp_path):
    assert run(place, "backup", tmp_path / "eik.tar.gz").returncode == 0
    before = contents(place)
    with taken(place, alone=False):
        refused = run(place, "restore", tmp_path / "eik.tar.gz", "--replace")
        assert (refused.returncode, refused.stderr.count("\n"), contents(place) == before) == (1, 1, True)
        assert "Stop it first" in refused.stderr
        with taken(place, alone=False):  # servers go side by side
            pass
    assert run(place, "restore", tmp_path / "eik.tar.gz", "--replace").returncode == 0
    with taken(place, alone=True):
        refused = run(place, "serve", "--port", "1")
        assert (refused.returncode, "being put in place" in refused.stderr) == (1, True)


@only_sqlite
def test_a_disk_that_is_full_is_not_a_damaged_backup(place, tmp_path):
    assert run(place, "backup", tmp_path / "kopie.tar.gz").returncode == 0
    before = contents(place)
    refused = run(place, "restore", tmp_path / "kopie.tar.gz", "--replace", most=100_000)
    assert (refused.returncode, refused.stderr.count("\n"), "damaged" in refused.stderr) == (1, 1, False)
    assert "File too large" in refused.stderr
    assert contents(place) == before
    assert run(place, "restore", tmp_path / "kopie.tar.gz", "--replace").returncode == 0


def test_a_kept_file_is_data_also_beside_an_empty_database(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "files")
    assert not has_data()
    (tmp_path / "files" / "1" / "ab").mkdir(parents=True)
    assert not has_data()
    (tmp_path / "files" / "1" / "ab" / "cd").write_bytes(b"akkoord")
    assert has_data()
    (tmp_path / "backup.tar").write_bytes(b"")
    with pytest.raises(CommandError, match="--replace"):
        call_command("restore", str(tmp_path / "backup.tar"))
    assert (tmp_path / "files" / "1" / "ab" / "cd").read_bytes() == b"akkoord"


def test_an_organisation_is_data(settings, tmp_path, organisation):
    settings.MEDIA_ROOT = str(tmp_path / "files")
    assert has_data()
