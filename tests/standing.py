"""The usual organisation, written once for each worker and put back row by row for every test that asks for it."""

import re
from collections.abc import Callable, Collection
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import time_machine
from django.db import connection, transaction
from django_scopes import scope, scopes_disabled

from draagvlak.accounts.models import Account
from draagvlak.lib import clock
from draagvlak.notices.models import Message
from draagvlak.stakeholders import actions as roles
from draagvlak.stakeholders.models import Body
from draagvlak.stakeholders.states import SeatFunction, Side
from draagvlak.tenancy.models import Organisation

FACTS = {
    "name": "De Lindehof",
    "joint_committee": "330",
    "heads": 120,
    "fte": Decimal(80),
    "hours_per_half_day": Decimal("3.8"),
}
BODIES = {
    "board": "Raad van bestuur",
    "works_council": "Ondernemingsraad",
    "union_delegation": "Syndicale delegatie",
}

# How far it can stand, by the fixture that asks for it; a context adds what its own tests begin with.
STEPS: dict[str, Callable[[], None]] = {}
Table = tuple[str, list[str], list[tuple[Any, ...]]]
_kept: dict[tuple[str, date], list[Table]] = {}


def account(first: str, **facts: Any) -> Account:
    return Account.objects.create_user(f"{first.lower()}@example.org", "geheim-genoeg", name=first, **facts)


def seated(holder: Account, body: Body, by: Account, at: datetime, side: Side = Side.NONE) -> Account:
    starts_on = clock.day_of(at)
    roles.seat(body=body, holder=holder, function=SeatFunction.MEMBER, side=side, starts_on=starts_on, by=by, at=at)
    forget_mail()
    return holder


def forget_mail() -> None:
    """Who sits somewhere from the start of a test was told so long before it."""
    Message.objects.all().delete()


def inform(dossier: Any, by: Account, at: datetime) -> None:
    """Of every body that is informed in a dossier it is written down that it was, on the day itself and on paper."""
    from draagvlak.decisions.actions import record_voice
    from draagvlak.decisions.models import Part

    told = {"verdict": "informed", "met_on": clock.day_of(at), "handed_over": "Op papier.", "note": "", "points": []}
    told |= {"votes": {"for": 0, "against": 0, "abstained": 0}, "document_sha256": dossier.document.sha256}
    for part in Part.objects.select_related("dossier__document", "body").filter(dossier=dossier, strength="inform"):
        record_voice(part=part, said=told, by=by, at=at)


def coordinator(by: Account, at: datetime) -> Account:
    holder = account("Amina")
    facts = {"starts_on": clock.day_of(at), "half_days_per_week": Decimal(1), "mandate": "Bewaakt het geheel."}
    roles.appoint_coordinator(holder=holder, facts=facts, by=by, at=at)
    return holder


def step(name: str) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """The steps run in the order in which they were declared, each on what the ones before it left."""

    def declare(act: Callable[[], None]) -> Callable[[], None]:
        STEPS[name] = act
        return act

    return declare


@step("organisation")
def _found() -> None:
    roles.found_organisation(
        slug="lindehof", name="De Lindehof", joint_committee="330", manager=account("Koen"), at=clock.now()
    )


@step("bodies")
def _answer_bodies() -> None:
    koen, at = Account.objects.get(name="Koen"), clock.now()
    roles.describe_organisation(facts=FACTS, by=koen, at=at)
    roles.answer_bodies(present=BODIES, by=koen, at=at)


@step("set_up")
def _finish_set_up() -> None:
    koen, at = Account.objects.get(name="Koen"), clock.now()
    coordinator(koen, at)
    seated(account("Dirk"), Body.objects.get(kind="works_council"), koen, at, Side.WORKERS)
    seated(account("Els"), Body.objects.get(kind="board"), koen, at)
    roles.finish_set_up(absent={"line_manager": "test", "hr_officer": "test"}, by=koen, at=at)


def stands(asked: Collection[str]) -> set[str]:
    """Bring the usual organisation as far as the fixtures ask, through its actions or as they once left it; answers the steps.

    In a database where others are already, or under a clock that was moved, only through the actions.
    """
    names = list(STEPS)
    steps = names[: max((at for at, name in enumerate(names, 1) if name in asked), default=0)]
    if not steps:
        return set()
    key = (steps[-1], clock.today())
    with scopes_disabled(), transaction.atomic():
        alone = not Account.objects.exists() and not time_machine.escape_hatch.is_travelling()
        if alone and key in _kept:
            _put_back(_kept[key])
        elif alone:
            _kept[key] = _written_by(lambda: _walk(steps))
        else:
            _walk(steps)
    return set(steps)


def _walk(steps: list[str]) -> None:
    first, *further = steps
    STEPS[first]()
    with scope(organisation=Organisation.objects.get(slug="lindehof")):
        for name in further:
            STEPS[name]()


def _written_by(act: Callable[[], None]) -> list[Table]:
    """What stands, after the act, in each table to which it added: in the order in which it came to them."""
    order: dict[str, None] = {}

    def note(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        if found := re.match(r'INSERT (?:OR IGNORE )?INTO "(\w+)"', str(sql)):
            order[found[1]] = None
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        act()
    with connection.cursor() as cursor:
        found = [_whole(cursor, table) for table in order]
    return [table for table in found if table[2]]  # mail that was forgotten again leaves none


def _whole(cursor: Any, table: str) -> Table:
    cursor.execute(f'SELECT * FROM "{table}" ORDER BY 1')
    return table, [column[0] for column in cursor.description], cursor.fetchall()


def _put_back(tables: list[Table]) -> None:
    with connection.cursor() as cursor:
        for table, columns, rows in tables:
            one = f"({', '.join(['%s'] * len(columns))})"
            names = ", ".join(f'"{column}"' for column in columns)
            values = [value for row in rows for value in row]
            cursor.execute(f'INSERT INTO "{table}" ({names}) VALUES {", ".join([one] * len(rows))}', values)
        if connection.vendor == "postgresql":
            _go_on_counting(cursor, tables)


def _go_on_counting(cursor: Any, tables: list[Table]) -> None:
    """A number that was written out by hand is not taken from the sequence, which would give it once more."""
    last = [
        (table, rows[-1][0]) for table, columns, rows in tables if columns[0] == "id" and isinstance(rows[-1][0], int)
    ]
    asked = ", ".join(["setval(pg_get_serial_sequence(%s, 'id'), %s)"] * len(last))
    cursor.execute(f"SELECT {asked}", [value for pair in last for value in pair])
