"""What is wrong with an installation is said by `draagvlak check`, also what only the disk knows."""

import shutil
import sqlite3

import pytest

from draagvlak.installation.tests.test_restore import only_sqlite, run

pytestmark = [pytest.mark.long, only_sqlite]


@pytest.fixture
def place(with_tables, tmp_path):
    return shutil.copytree(with_tables, tmp_path / "hier")


def checked(place, **more):
    done = run(place, "check", **more)
    return done.returncode, done.stdout


def written(place, statement):
    with sqlite3.connect(place / "draagvlak.sqlite3") as database:
        database.execute("PRAGMA foreign_keys = OFF")
        database.execute(statement)


def test_a_file_that_a_row_promises_and_the_disk_does_not_hold_is_named(place):
    status, said = checked(place)
    assert (status, "All is well" in said) == (0, True)
    sha = "ab" * 32
    written(
        place,
        "INSERT INTO documents_storedfile (organisation_id, name, media_type, size, sha256, kept_at, kept_by_id)"
        f" VALUES (1, 'a.pdf', 'application/pdf', 1, '{sha}', '2026-01-01', 1)",
    )
    status, said = checked(place)
    assert (
        status,
        "All is well" in said,
        f"1 file(s) that people put in are not there: {place}/files/1/ab/{sha}" in said,
    ) == (
        1,
        False,
        True,
    )
    (place / "files" / "1" / "ab").mkdir(parents=True)
    (place / "files" / "1" / "ab" / sha).write_bytes(b"x")
    assert checked(place)[0] == 0


def test_a_folder_in_which_nothing_can_be_written_is_named(place):
    status, said = checked(place, most=0)
    assert (status, f"Nothing can be written in {place}: File too large." in said) == (1, True)


def test_a_database_of_a_newer_version_is_named(place):
    written(place, "INSERT INTO django_migrations (app, name, applied) VALUES ('staff', '0099_later', '2030-01-01')")
    status, said = checked(place)
    assert (status, "made by another version of Draagvlak (staff.0099_later)" in said) == (1, True)
