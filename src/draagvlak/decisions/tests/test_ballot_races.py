"""Real threads on both databases: the last moment from several devices, one person twice, two counts at once."""

import json
import os
import shutil
import subprocess
import sys
from contextlib import suppress
from threading import Barrier, BrokenBarrierError

import pytest
from django.db import IntegrityError, InternalError, connection

from draagvlak.decisions.actions import counting
from draagvlak.decisions.models import Ballot
from draagvlak.decisions.tests import race

TIMES = range(3)


@pytest.fixture
def house(tmp_path, request):
    """On SQLite an installation of its own: a database in memory cannot wait for another connection."""
    if connection.vendor != "sqlite":
        return None
    return shutil.copytree(request.getfixturevalue("with_tables"), tmp_path / "house")


def run(case, house):
    if house is None:
        return race.run(case)
    env = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "DRAAGVLAK_TEST_DATABASE"}}
    words = [sys.executable, "-m", "draagvlak.decisions.tests.race", case]
    env["DRAAGVLAK_DIRECTORY"] = str(house)
    done = subprocess.run(words, env=env, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)


@pytest.mark.parametrize("_time", TIMES)
def test_at_the_closing_second_every_vote_is_counted_or_its_voter_reads_why_not(transactional_db, house, _time):
    seen = run("closing_second", house)
    late = seen["told"].pop()
    assert late.startswith(("De stemming is voorbij", "De stemmen zijn al geteld"))
    assert seen["told"].pop(4) == ""
    refused = [told for told in seen["told"] if told]
    assert all(told.startswith("De stemmen zijn al geteld") for told in refused)
    taken = 4 - len(refused)
    # Fewer than three of a secret ballot are wiped and told to nobody; more are all in the chain.
    kept = taken if taken >= 3 else 0
    assert (seen["voted"], seen["votes"], seen["counted"]) == (taken, kept, kept or None)
    assert (seen["state"], seen["counts_in_chain"]) == ("counted", 1)


@pytest.mark.parametrize("_time", TIMES)
def test_who_votes_on_two_devices_votes_once(transactional_db, house, _time):
    seen = run("two_devices", house)
    first, second = sorted(seen["told"])
    assert (first, second.startswith("Deze stem is al binnen")) == ("", True)
    assert (seen["votes"], seen["voted"]) == (1, 1)


@pytest.mark.parametrize("_time", TIMES)
def test_two_who_count_at_once_count_once(transactional_db, house, _time):
    seen = run("two_counts", house)
    first, second = sorted(seen["told"])
    assert (first, second.startswith("De stemmen zijn al geteld")) == ("", True)
    assert (seen["state"], seen["counts_in_chain"]) == ("counted", 1)


def test_what_was_taken_away_is_swept_from_the_tables(transactional_db):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite overwrites what it takes away at once")
    counting._sweep()  # a fault of it would only be written in the log
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_force_next_flush()")
        cursor.execute("SELECT last_vacuum FROM pg_stat_user_tables WHERE relname = 'decisions_vote'")
        assert cursor.fetchone()[0] is not None


def test_twin_without_the_lock_two_count_and_only_the_database_stops_the_second(transactional_db, monkeypatch):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite gives a transaction that writes the whole database")
    both = Barrier(2)

    def unlocked(key):
        ballot = Ballot.objects.select_related("part__dossier__document", "part__body").get(pk=key)
        with suppress(BrokenBarrierError):
            both.wait(timeout=5)
        return ballot

    monkeypatch.setattr(counting, "held_open", unlocked)
    with pytest.raises((IntegrityError, InternalError)):
        race.run("two_counts")
