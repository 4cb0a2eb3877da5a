"""On PostgreSQL the database itself keeps organisations apart, also where code goes past the scope."""

import psycopg
import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django_scopes import scope, scopes_disabled

from draagvlak.installation.fenced import base
from draagvlak.installation.management.commands import check_installation
from draagvlak.lib.fences import EVERY
from draagvlak.planproject.actions import start_project
from draagvlak.planproject.models import Project
from draagvlak.tenancy.models import Organisation

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no row-level security"),
]
# Whose organisations an account belongs to is asked before any scope is open.
OPEN_TABLES = {"tenancy_membership"}


@pytest.fixture
def two(organisation, koen, greet, now):
    """Our organisation and the one of Greet, with a project each."""
    elsewhere = Organisation.objects.get(slug="terweide")
    for one, by in ((organisation, koen), (elsewhere, greet)):
        with scope(organisation=one):
            start_project(title=one.name, first_year=2027, last_year=2029, assignment="Schrijf.", by=by, at=now)
    return organisation, elsewhere


def titles():
    with connection.cursor() as cursor:
        cursor.execute("SELECT title FROM planproject_project ORDER BY title")
        return [title for (title,) in cursor.fetchall()]


def test_every_table_with_an_organisation_stands_behind_the_fence():
    owned = {
        model._meta.db_table
        for model in apps.get_models()
        if any(field.name == "organisation" for field in model._meta.concrete_fields)
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
        fenced = {name for (name,) in cursor.fetchall()}
        cursor.execute("SELECT tablename FROM pg_policies GROUP BY tablename HAVING count(*) = 2")
        with_policies = {name for (name,) in cursor.fetchall()}
    assert owned - fenced == OPEN_TABLES
    assert fenced == with_policies


def test_what_goes_past_the_scope_still_sees_only_the_rows_of_the_organisation(two):
    ours, theirs = two
    assert titles() == [ours.name]
    assert [project.title for project in Project._base_manager.all()] == [ours.name]
    with scope(organisation=theirs):
        assert titles() == [theirs.name]


def test_a_row_of_another_organisation_is_neither_changed_nor_added(two, now):
    _ours, theirs = two
    assert Project._base_manager.filter(organisation_id=theirs.pk).update(title="Gestolen") == 0
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Project._base_manager.update(organisation_id=theirs.pk)
    with scope(organisation=theirs):
        assert titles() == [theirs.name]


def test_without_a_scope_there_is_nothing_to_see_and_with_scopes_off_everything(two):
    with scope(organisation=None):
        assert titles() == []
    with scopes_disabled():
        assert titles() == sorted(one.name for one in two)


def test_the_twin_that_is_told_every_organisation_does_see_and_change(two, monkeypatch):
    monkeypatch.setattr(base, "wanted", lambda: EVERY)
    assert len(titles()) == 2
    assert Project._base_manager.filter(organisation_id=two[1].pk).update(title="Gestolen") == 1


@pytest.mark.parametrize("savepoint", [True, False])
def test_what_a_rollback_took_back_is_told_again(two, savepoint):
    ours, theirs = two
    with pytest.raises(ZeroDivisionError), transaction.atomic(savepoint=True), transaction.atomic(savepoint=savepoint):
        with scope(organisation=theirs):
            assert titles() == [theirs.name]
        raise ZeroDivisionError
    assert titles() == [ours.name]
    with scope(organisation=theirs):
        assert titles() == [theirs.name]


def test_the_check_knows_a_role_that_goes_past_the_fence():
    with connection.cursor() as ours:
        assert check_installation.goes_past_the_fence(ours) is False
    host = connection.settings_dict["OPTIONS"].get("host") or connection.settings_dict["HOST"]
    with psycopg.connect(host=host, user="postgres", dbname="postgres") as superuser, superuser.cursor() as cursor:
        assert check_installation.goes_past_the_fence(cursor) is True
