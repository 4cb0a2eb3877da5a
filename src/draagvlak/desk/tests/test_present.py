"""Nobody misses a task because little was asked: the short cuts of the desk against the long way, over the whole demo."""

from datetime import timedelta

import pytest
from django.db import connection
from django_scopes import scope

from draagvlak.accounts.models import Account
from draagvlak.desk.queries import present, view
from draagvlak.desk.queries.tasks import tasks_for
from draagvlak.lib import clock, composed
from draagvlak.tenancy.models import Membership, Organisation
from tests.databases import fill_from

pytestmark = pytest.mark.long

# Days that one person in three is asked about besides today, in turn: what a day changes is the same for everybody.
OTHER_DAYS = (-400, 20, 120)
# These say something themselves: that there is none is a task.
TOLD = {"framework", "matrix", "staff", "stakeholders"}
# An advice in minutes stands in the tests of action points, a task that was left in those of the charter, the mail below.
NOT_IN_DEMO = {"gone", "advice", "mail", "tasks left"}


@pytest.fixture(scope="module")
def demo(once_per_module, founded):
    fill_from(founded, connection)


@pytest.fixture
def everyone(demo, db):
    """Every account of the demo with every organisation it may enter."""
    return [
        (Account.objects.get(pk=account), Organisation.objects.get(pk=organisation))
        for account, organisation in Membership.objects.filter(ends_at=None).values_list("account", "organisation")
    ]


def tasks_of_all(everyone):
    found = {}
    for number, (account, organisation) in enumerate(everyone):
        for days in (0, OTHER_DAYS[number % len(OTHER_DAYS)]):
            account.remembered.clear()
            with scope(organisation=organisation):
                on = clock.today() + timedelta(days=days)
                found[account.email, organisation.slug, days] = tasks_for(account, organisation, today=on)
    return found


def all_but_what_is_told(organisation):
    return present.kinds_present(organisation) & TOLD | present.KINDS.keys() - TOLD


def test_the_long_way_finds_no_other_task(everyone, monkeypatch):
    short = tasks_of_all(everyone)
    monkeypatch.setattr(view, "kinds_present", all_but_what_is_told)
    monkeypatch.setattr(composed.ComposedHere, "__call__", lambda self, **values: list(self.build(**values)))
    long = tasks_of_all(everyone)
    assert {who: tasks for who, tasks in long.items() if tasks != short[who]} == {}
    assert sum(map(len, short.values())) > 300


def test_the_demo_has_something_of_every_kind_but_those_named(everyone):
    seen = set().union(*(present.kinds_present(organisation) for organisation in Organisation.objects.all()))
    assert set(present.KINDS) - seen == NOT_IN_DEMO
