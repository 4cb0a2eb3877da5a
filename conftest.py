"""The recurring persons and what every test may lean on."""

import fcntl
import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection
from django.test import Client
from django_scopes import scope, scopes_disabled
from hypothesis import HealthCheck, settings

from draagvlak.accounts.models import Account
from draagvlak.lib import clock
from draagvlak.stakeholders import actions as roles
from draagvlak.stakeholders.states import Side
from draagvlak.tenancy.models import Organisation
from tests import databases, standing

# A run makes millions of rows and forms that are soon gone; looking for circles among them so often takes a twentieth of it.
gc.freeze()
gc.set_threshold(100_000, 50, 100)


# How long an example takes says something of the machine, and of who else uses it at that moment.
settings.register_profile("house", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


@pytest.fixture(autouse=True)
def _no_memory_between_tests() -> None:
    from django.core.cache import cache

    cache.clear()


@pytest.fixture
def transactional_db(transactional_db: Any) -> Iterator[None]:
    """Emptying tables after a test with real transactions must pass the triggers that refuse every deletion."""
    yield
    if connection.vendor == "sqlite":
        _empty_sqlite()


@pytest.fixture(scope="module")
def once_per_module(django_db_setup: Any, django_db_blocker: Any) -> Iterator[None]:
    """Rows that a whole module reads are written once, for good, and taken away after its last test."""
    with django_db_blocker.unblock():
        yield
        if connection.vendor == "sqlite":
            _empty_sqlite()
        else:
            call_command("flush", interactive=False, verbosity=0)


def _empty_sqlite() -> None:
    with connection.cursor() as cursor:
        kept = cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _sql in kept:
            cursor.execute(f"DROP TRIGGER {name}")
        cursor.execute("PRAGMA foreign_keys = OFF")
        tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
        for statement in connection.ops.sql_flush(
            no_style(), [t for t in tables if t not in {"django_migrations", "django_content_type", "auth_permission"}]
        ):
            cursor.execute(statement)
        for _name, statement in kept:
            cursor.execute(statement)
        cursor.execute("PRAGMA foreign_keys = ON")


@pytest.fixture
def today() -> date:
    return clock.today()


@pytest.fixture
def now() -> datetime:
    return clock.now()


@pytest.fixture
def new_account(db: None) -> Callable[..., Account]:
    return standing.account


@pytest.fixture
def standing_steps(request: pytest.FixtureRequest, db: None) -> set[str]:
    """The usual organisation stands as far as the test asks of it, before anything else is written: the steps that it took."""
    return standing.stands(request.fixturenames)


@pytest.fixture
def koen(standing_steps: set[str]) -> Account:
    """Directs the organisation."""
    return Account.objects.get(name="Koen") if standing_steps else standing.account("Koen")


@pytest.fixture
def organisation(koen: Account) -> Iterator[Organisation]:
    """An organisation with bodies and roles, its scope open."""
    founded = Organisation.objects.get(slug="lindehof")
    with scope(organisation=founded):
        yield founded


@pytest.fixture
def bodies(organisation: Organisation) -> dict[str, Any]:
    """A board, a works council and a union delegation."""
    from draagvlak.stakeholders.models import Body

    return {body.kind: body for body in Body.objects.all()}


@pytest.fixture
def amina(standing_steps: set[str], organisation: Organisation, koen: Account, now: datetime) -> Account:
    """Coordinates training."""
    return Account.objects.get(name="Amina") if "set_up" in standing_steps else standing.coordinator(koen, now)


@pytest.fixture
def dirk(standing_steps: set[str], bodies: dict[str, Any], koen: Account, now: datetime) -> Account:
    """Sits in the works council."""
    if "set_up" in standing_steps:
        return Account.objects.get(name="Dirk")
    return standing.seated(standing.account("Dirk"), bodies["works_council"], koen, now, Side.WORKERS)


@pytest.fixture
def ria(bodies: dict[str, Any], koen: Account, now: datetime) -> Account:
    """Sits in the union delegation."""
    return standing.seated(standing.account("Ria"), bodies["union_delegation"], koen, now, Side.WORKERS)


@pytest.fixture
def els(standing_steps: set[str], bodies: dict[str, Any], koen: Account, now: datetime) -> Account:
    """Is on the board."""
    if "set_up" in standing_steps:
        return Account.objects.get(name="Els")
    return standing.seated(standing.account("Els"), bodies["board"], koen, now)


@pytest.fixture
def set_up(bodies: dict[str, Any], amina: Account, dirk: Account, els: Account) -> Organisation:
    """The organisation with its set-up finished, so that the usual mandates stand."""
    return bodies["board"].organisation  # type: ignore[no-any-return]


@pytest.fixture
def inform(amina: Account, now: datetime) -> Callable[..., None]:
    """inform(dossier): it is written down that who is informed in it was; nothing keeps it from being decided but the others."""

    def make(dossier: Any, *, by: Account = amina, at: datetime = now) -> None:
        standing.inform(dossier, by, at)

    return make


@pytest.fixture
def employ(organisation: Organisation, koen: Account, now: datetime) -> Callable[..., Any]:
    """Take somebody into the staff list: employ("Farid", group="Logistiek", account=…)."""
    from draagvlak.staff.actions import register
    from draagvlak.staff.models import FunctionGroup, Site, Team

    def make(first: str, *, group: str = "Zorg", account: Account | None = None, **facts: Any) -> Any:
        post = {
            "function": facts.pop("function", group),
            "function_group": FunctionGroup.objects.get_or_create(name=group)[0] if group else None,
            "team": Team.objects.get_or_create(name=facts.pop("team", "Beuk"))[0],
            "site": Site.objects.get_or_create(name=facts.pop("site", "Hoofdhuis"))[0],
            "statute": facts.pop("statute", "permanent"),
            "fraction": facts.pop("fraction", Decimal(1)),
            "shift": facts.pop("shift", ""),
        }
        starts_on = facts.pop("starts_on", date(2020, 1, 1))
        person = {"first_name": first, "last_name": facts.pop("last_name", "Test"), "account": account, **facts}
        return register(person=person, post=post, starts_on=starts_on, by=koen, at=now)

    return make


@pytest.fixture
def bram(
    new_account: Callable[..., Account], organisation: Organisation, employ: Callable[..., Any], now: datetime
) -> Account:
    """Works in care, with an account and no other part."""
    from draagvlak.tenancy.actions import admit

    account = new_account("Bram")
    admit(account=account, organisation=organisation, at=now)
    employ("Bram", account=account)
    return account


@pytest.fixture
def greet(new_account: Callable[..., Account], now: datetime) -> Account:
    """Coordinates and directs another organisation, and must see nothing of ours."""
    account = new_account("Greet")
    with scopes_disabled():
        elsewhere = roles.found_organisation(slug="terweide", name="Ter Weide", manager=account, at=now)
    with scope(organisation=elsewhere):
        facts = {"starts_on": clock.day_of(now), "half_days_per_week": Decimal(1), "mandate": "Alles."}
        roles.appoint_coordinator(holder=account, facts=facts, by=account, at=now)
    return account


@pytest.fixture
def signed_in() -> Callable[[Account], Client]:
    def make(account: Account) -> Client:
        client = Client()
        client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return make


@contextmanager
def shared_place(factory: pytest.TempPathFactory, name: str) -> Iterator[Path]:
    """A folder that all workers of this run share, while no other worker is in it."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID")
    place = factory.getbasetemp().parent / f"{name} {run}" if run else factory.mktemp(name)
    place.mkdir(exist_ok=True)
    with (place / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield place


def made_once(place: Path, *words: str, begins_with: Path | None = None) -> Path:
    """The folder, in which the program ran once, on SQLite, and what it said in said.txt; to copy, not to change."""
    if not (place / "said.txt").exists():
        if begins_with:
            shutil.copytree(begins_with, place, dirs_exist_ok=True, ignore=shutil.ignore_patterns("said.txt", "lock"))
        env = databases.without_what_tests_set({**os.environ, "DRAAGVLAK_DIRECTORY": str(place)})
        program = Path(sys.executable).parent / "draagvlak"
        done = subprocess.run([program, *words], env=env, check=True, capture_output=True, text=True)
        (place / "said.txt").write_text(done.stdout, encoding="utf-8")
    return place


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory, with_tables: Path) -> Path:
    """The demo, which takes as long to found as a hundred tests."""
    with shared_place(tmp_path_factory, "founded") as place:
        return made_once(place, "demo", "--no-serve", begins_with=with_tables)


COLLECTING = """import django; django.setup()
from draagvlak.installation.management.commands.serve import collect_static_files; collect_static_files()"""


@pytest.fixture(scope="session")
def with_what_pages_load(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What an installation collects and squeezes when it first starts, which takes longer than the rest of that start."""
    with shared_place(tmp_path_factory, "with what pages load") as place:
        if not (place / "static").exists():
            own = databases.without_what_tests_set({**os.environ, "DRAAGVLAK_DIRECTORY": str(place)})
            env = {**own, "DJANGO_SETTINGS_MODULE": "draagvlak.installation.settings"}
            subprocess.run([sys.executable, "-c", COLLECTING], env=env, check=True)
            (place / "secret.key").unlink()
        return place


@pytest.fixture(scope="session")
def with_tables(tmp_path_factory: pytest.TempPathFactory, with_what_pages_load: Path) -> Path:
    """An installation with every table and nothing in them."""
    with shared_place(tmp_path_factory, "with tables") as place:
        made_once(place, "manage", "migrate", "--verbosity", "0")
        if not (place / "static").exists():
            shutil.copytree(with_what_pages_load / "static", place / "static")
        return place


@pytest.fixture(scope="session")
def brought_up(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> tuple[Path, str]:
    """The same on the kind of database that the tests run on: a folder to copy, and the name of a template."""
    if not databases.ADDRESS:
        return request.getfixturevalue("with_tables"), ""
    with shared_place(tmp_path_factory, "brought up") as place:
        return request.getfixturevalue("with_what_pages_load"), databases.template_with_tables(place)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, brought_up: tuple[Path, str]
) -> None:
    """The tables of the tests are a copy of those: making them takes as long as two hundred tests, so it is done once."""
    databases.begin_as(connection, *brought_up)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What takes long goes first, so that both workers are busy until the end; before it what needs no tables, because while
    one worker makes those the other has something to do."""
    here = [item for item in items if connection.vendor in databases_of(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(here)])
    items[:] = here
    slow = {item.path for item in items if SLOW & _marks(item)}
    asking = {item.path for item in items if _asks_tables(item)}
    items.sort(key=lambda item: (item.path not in slow, item.path in asking))


SLOW = {"story", "production", "looks", "long"}


def _marks(item: pytest.Item) -> set[str]:
    return {mark.name for mark in item.iter_markers()}


def databases_of(item: pytest.Item) -> set[str]:
    """On which databases a test runs: on one at least. What asks none would be the same again on the second."""
    fixtures, marks = set(getattr(item, "fixturenames", ())), _marks(item)
    # What is made once for all workers stands on SQLite, whatever the tests run on.
    if {"founded", "with_tables"} & fixtures or "looks" in marks:
        return {"sqlite"}
    if "production" in marks:
        return {"postgresql"}
    asks = fixtures & {"db", "transactional_db"} or marks & {"django_db", "story", "own_database"}
    return {"sqlite", "postgresql"} if asks else {"sqlite"}


def _asks_tables(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    asked = fixtures & {"db", "transactional_db", "brought_up", "with_tables", "founded"}
    return bool(asked or "django_db" in _marks(item))
