"""The installation stays up when many ask, one after another and at once: no page leaves a connection to the database behind."""

import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

pytestmark = [pytest.mark.own_database, pytest.mark.long]

PAGES = 250  # PostgreSQL lets a hundred in, as it is installed
AT_ONCE = 120
ENOUGH = 25


def test_two_hundred_and_fifty_pages_one_after_another_leave_no_connection_behind(server):
    assert {answered(server) for _ in range(PAGES)} == {200}
    assert few_remain(server)


def test_a_hundred_and_twenty_people_who_ask_at_once_are_all_answered(server):
    with ThreadPoolExecutor(AT_ONCE) as people:
        assert set(people.map(lambda _: answered(server), range(2 * AT_ONCE))) == {200}
    assert few_remain(server)


@pytest.mark.production
def test_when_the_database_was_started_anew_the_next_who_asks_is_answered(server):
    with ThreadPoolExecutor(AT_ONCE) as people:
        assert set(people.map(lambda _: answered(server), range(AT_ONCE))) == {200}
    with psycopg.connect(server.env["DATABASE_URL"], autocommit=True) as connection:
        every = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        assert len(connection.execute(every).fetchall()) > 1
    time.sleep(1)
    assert {answered(server) for _ in range(5)} == {200}


def answered(server):
    with urllib.request.urlopen(f"{server.base}/healthz", timeout=60) as page:
        return page.status


def few_remain(server):
    """A connection of SQLite may close only when the others let go of the file: a few seconds are given."""
    for _ in range(50):
        if connections(server) < ENOUGH:
            return True
        time.sleep(0.1)
    return False


def connections(server):
    """How many connections the server holds now: those that PostgreSQL knows, or how often it has the file of SQLite open."""
    address = server.env.get("DATABASE_URL")
    if not address:
        held = Path(f"/proc/{server.process.pid}/fd")
        return sum(each.readlink().name.endswith(".sqlite3") for each in held.iterdir() if each.is_symlink())
    with psycopg.connect(address, autocommit=True) as connection:
        asked = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        return connection.execute(asked).fetchone()[0]
