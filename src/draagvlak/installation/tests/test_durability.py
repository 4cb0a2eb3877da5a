import pytest

from draagvlak.installation.durability import sqlite_pragmas, wal_is_safe


@pytest.mark.parametrize("version", [(3, 51, 3), (3, 52, 0), (3, 50, 7), (3, 44, 6), (4, 0, 0)])
def test_write_ahead_logging_is_used_where_the_race_is_fixed(version):
    assert wal_is_safe(version)
    assert "journal_mode=WAL" in sqlite_pragmas(version)


@pytest.mark.parametrize("version", [(3, 51, 2), (3, 50, 6), (3, 44, 5), (3, 40, 1), (3, 45, 9)])
def test_elsewhere_the_rollback_journal_is_used(version):
    assert not wal_is_safe(version)
    assert "journal_mode=DELETE" in sqlite_pragmas(version)


def test_every_connection_synchronises_fully():
    assert "synchronous=FULL" in sqlite_pragmas((3, 51, 3))
    assert "synchronous=FULL" in sqlite_pragmas((3, 40, 1))


def test_unsafe_settings_are_found(transactional_db):
    """The planted fault: a connection that does not wait for the disk."""
    from django.db import connection

    from draagvlak.installation.checks import writes_reach_the_disk

    assert writes_reach_the_disk() == []
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET synchronous_commit = off")
        try:
            assert [trouble.id for trouble in writes_reach_the_disk()] == ["draagvlak.E002"]
        finally:
            with connection.cursor() as cursor:
                cursor.execute("RESET synchronous_commit")
    else:
        connection.connection.commit()
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous = NORMAL")
        try:
            assert [trouble.id for trouble in writes_reach_the_disk()] == ["draagvlak.E002"]
        finally:
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA synchronous = FULL")
