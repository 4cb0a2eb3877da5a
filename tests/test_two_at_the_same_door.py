"""Two people act at the same moment: the second waits, looks again, and reads why it cannot be any more."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django_scopes import scope

from draagvlak.lib import clock
from draagvlak.planproject.actions import start_project
from draagvlak.planproject.models import Project
from draagvlak.stakeholders.actions import end_role
from draagvlak.stakeholders.models import Role
from draagvlak.tenancy.models import Organisation

FIRST = {"title": "Plan van Koen", "first_year": 2027, "last_year": 2030, "assignment": "Schrijf het."}
SECOND = {**FIRST, "title": "Plan van Amina", "once": "b"}


@pytest.fixture
def house(transactional_db, set_up):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite gives a transaction that writes the whole database; this asks for PostgreSQL's locks")
    return set_up


def while_another_acts(house, person, data, first):
    """The person sends the form for a project while `first` has acted and is not yet done. Answers the status."""

    def send():
        client = Client()
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        try:
            address = reverse("planproject:start_project", kwargs={"organisation": house.slug})
            return client.post(address, data).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            house.hold()
            first()
            second = pool.submit(send)
            _until_somebody_waits()
        return second.result(timeout=30)


# Who waits for the end of a transaction names no database; the locks that he holds meanwhile do.
WAITING = """SELECT count(*) FROM pg_locks WHERE NOT granted AND pid IN (
    SELECT pid FROM pg_locks WHERE database = (SELECT oid FROM pg_database WHERE datname = current_database()))"""


def _until_somebody_waits():
    """In this database: other tests have people waiting at the same moment in theirs."""
    for _ in range(200):
        with connection.cursor() as cursor:
            cursor.execute(WAITING)
            if cursor.fetchone()[0]:
                return
        time.sleep(0.05)
    raise AssertionError("nobody waits")


def test_two_projects_at_once_become_one_and_a_sentence(house, koen, amina):
    status = while_another_acts(house, amina, SECOND, lambda: start_project(**FIRST, by=koen, at=clock.now()))
    assert (status, [p.title for p in Project.objects.all()]) == (409, ["Plan van Koen"])


def test_without_the_turn_there_would_be_two_projects(house, koen, amina, monkeypatch):
    """The twin: the same with the guard away."""
    monkeypatch.setattr(Organisation, "hold", lambda self: None)
    status = while_another_acts(house, amina, SECOND, lambda: start_project(**FIRST, by=koen, at=clock.now()))
    assert (status, Project.objects.count()) == (302, 2)


def test_a_right_that_is_taken_away_in_between_counts(house, koen, amina):
    def take_away():
        with scope(organisation=house):
            role = Role.objects.get(holder=amina)
            end_role(role=role, ends_on=clock.today(), by=koen, at=clock.now())
            Role.objects.filter(pk=role.pk).update(starts_on="2020-01-01", ends_on="2020-01-02")

    assert while_another_acts(house, amina, SECOND, take_away) == 403
    assert Project.objects.count() == 0
