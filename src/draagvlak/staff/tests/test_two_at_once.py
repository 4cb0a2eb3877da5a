"""Two people press the same button at the same moment: one wins, the other reads why not."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction
from django_scopes import scope

from draagvlak.lib import clock
from draagvlak.lib.refusals import Refused
from draagvlak.staff.actions import carry_out, undo_import
from draagvlak.staff.models import StaffMember
from draagvlak.staff.tests.factories import AN, BO, tried


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


def test_a_list_is_undone_once(real_transactions):
    done = carry_out(staff_import=tried(AN), by=None, at=clock.now())
    assert at_once(real_transactions, undo_import, done, done) == [
        "",
        "Met deze lijst gebeurt niets meer: ze is ongedaan gemaakt.",
    ]
