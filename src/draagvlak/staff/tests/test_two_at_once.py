"""Two people press the same button at the same moment: one wins, the other reads why not."""

import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier, Thread

import pytest
from django.db import connection, transaction
from django_scopes import scope

from draagvlak.lib import clock
from draagvlak.lib.refusals import Refused
from draagvlak.staff.actions import carry_out, change_function, end_employment, lists, store, undo_import
from draagvlak.staff.models import Employment, Post, StaffMember
from draagvlak.staff.rules import EmploymentGone
from draagvlak.staff.tests.factories import AN, BO, read, tried
from draagvlak.staff.tests.race import meeting_before


def at_once(organisation, act, *lists):
    """Do an act on each list at the same moment, each in its own connection. The sentence of who was refused, or empty."""
    start = Barrier(len(lists))

    def one(staff_import):
        try:
            with scope(organisation=organisation):
                start.wait(timeout=20)
                with transaction.atomic():
                    act(staff_import=staff_import, by=None, at=clock.now())
        except Refused as refused:
            return str(refused)
        else:
            return ""
        finally:
            connection.close()

    with ThreadPoolExecutor(len(lists)) as pool:
        return sorted(pool.map(one, lists))


@pytest.fixture
def real_transactions(transactional_db, organisation):
    if connection.vendor == "sqlite":
        pytest.skip(
            "SQLite writes one after the other anyway, and a database in memory cannot wait for another connection"
        )
    return organisation


def test_the_same_trial_twice_is_carried_out_once(real_transactions):
    trial = tried(AN, BO)
    assert at_once(real_transactions, carry_out, trial, trial) == [
        "",
        "Met deze lijst gebeurt niets meer: ze is uitgevoerd.",
    ]
    assert StaffMember.objects.count() == 2


def test_two_trials_of_the_same_people_take_them_in_once(real_transactions):
    first, second = at_once(real_transactions, carry_out, tried(AN, BO), tried(AN))
    assert (first, "Vergelijk opnieuw" in second) == ("", True)
    assert StaffMember.objects.filter(first_name="An").count() == 1


NAMES_ONLY = "Naam;Voornaam;Team"


def carry_out_two_trials(monkeypatch, organisation):
    """Two trials that both take in An, who has no number, carried out when both have been compared again."""
    monkeypatch.setattr(lists, "digest_of", meeting_before(lists.digest_of, Barrier(2)))
    trials = tried("Peeters;An;A", "Claes;Bo;A", header=NAMES_ONLY), tried("Peeters;An;B", header=NAMES_ONLY)
    return at_once(organisation, carry_out, *trials)


def test_two_trials_without_numbers_make_nobody_twice(real_transactions, monkeypatch):
    first, second = carry_out_two_trials(monkeypatch, real_transactions)
    assert (first, "Vergelijk opnieuw" in second) == ("", True)
    assert StaffMember.objects.filter(first_name="An").count() == 1


def test_the_twin_without_the_lock_makes_somebody_twice(real_transactions, monkeypatch):
    monkeypatch.setattr(store, "lock_people", lambda: None)
    assert carry_out_two_trials(monkeypatch, real_transactions) == ["", ""]
    assert StaffMember.objects.filter(first_name="An").count() == 2


def list_and_hand(monkeypatch, organisation):
    """Somebody gives An another function by hand while a list that changes her fraction is between comparing and writing."""
    read(AN)
    employment, trial = Employment.objects.get(), tried(AN.replace("0,75", "0,5"))
    post = {"function": "Hoofdverpleegkundige", "statute": "permanent"}

    def by_hand():
        with scope(organisation=organisation):
            change_function(employment=employment, post=post, starts_on=date(2024, 6, 1), by=None, at=clock.now())
        connection.close()

    hand = Thread(target=by_hand)
    digest = lists.digest_of

    def slow_digest(rows):
        hand.start()
        hand.join(timeout=1.5)
        return digest(rows)

    monkeypatch.setattr(lists, "digest_of", slow_digest)
    carry_out(staff_import=trial, by=None, at=clock.now())
    hand.join()
    return set(Post.objects.values_list("function", flat=True))


def test_what_somebody_changes_by_hand_is_not_lost_to_a_list(real_transactions, monkeypatch):
    assert "Hoofdverpleegkundige" in list_and_hand(monkeypatch, real_transactions)


def test_the_twin_without_the_lock_loses_what_was_changed_by_hand(real_transactions, monkeypatch):
    monkeypatch.setattr(store, "lock_people", lambda: None)
    assert list_and_hand(monkeypatch, real_transactions) == {"Zorgkundige"}


@pytest.mark.parametrize(
    ("mode", "told"),
    [
        ("immediate", "PeopleChanged: Sinds deze proef wijzigde er iets bij de mensen. Vergelijk opnieuw"),
        # The twin: without the guard the second one gets no sentence but a fault of the database.
        ("deferred", "OperationalError: database is locked"),
    ],
)
def test_on_sqlite_the_second_of_two_gets_a_sentence(tmp_path, with_tables, mode, told):
    env = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "DRAAGVLAK_TEST_DATABASE"}}
    words = [sys.executable, "-m", "draagvlak.staff.tests.race", mode]
    shutil.copytree(with_tables, tmp_path, dirs_exist_ok=True)
    done = subprocess.run(
        words,
        env={**env, "DRAAGVLAK_DIRECTORY": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    found = json.loads(done.stdout)
    assert (found["told"][0], found["told"][1].startswith(told)) == ("", True)
    assert found["names"].count("An") == 1


def test_an_employment_whose_list_was_undone_cannot_be_changed_any_more(organisation):
    done = read(AN)
    employment = Employment.objects.get()
    undo_import(staff_import=done, by=None, at=clock.now())
    with pytest.raises(EmploymentGone, match="is ongedaan gemaakt"):
        end_employment(employment=employment, ends_on=date(2025, 1, 1), by=None, at=clock.now())


def test_a_list_is_undone_once(real_transactions):
    done = carry_out(staff_import=tried(AN), by=None, at=clock.now())
    assert at_once(real_transactions, undo_import, done, done) == [
        "",
        "Met deze lijst gebeurt niets meer: ze is ongedaan gemaakt.",
    ]
