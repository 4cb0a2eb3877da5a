from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.decisions import queries, wording
from draagvlak.decisions.models import Mandate
from draagvlak.decisions.rules import posting_days
from draagvlak.decisions.states import FOR_WORKERS, DossierKind, Strength
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.staff.queries import in_force
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.models import Body
from draagvlak.stakeholders.states import BodyKind


@transaction.atomic
def set_mandate(*, body: Body, kind: DossierKind, facts: Mapping[str, Any], by: Account, at: datetime) -> Mandate:
    """Give a body its voice on a kind of dossier; the former mandate ends the day before. facts: strength, term_days, ground."""
    today = clock.day_of(at)
    for former in Mandate.objects.filter(in_force(today), body=body, kind=kind):
        end_mandate(mandate=former, ends_on=today - timedelta(days=1), by=by, at=at)
    mandate = Mandate.objects.create(body=body, kind=kind, starts_on=today, **facts)
    record(
        "decisions.set_mandate",
        by=by,
        at=at,
        on=mandate,
        details={"strength": mandate.strength, "term_days": mandate.term_days},
    )
    return mandate


@transaction.atomic
def end_mandate(*, mandate: Mandate, ends_on: date, by: Account, at: datetime) -> Mandate:
    mandate.ends_on = ends_on
    mandate.save()
    record("decisions.end_mandate", by=by, at=at, on=mandate)
    return mandate


@transaction.atomic
def set_usual_mandates(
    *, by: Account, at: datetime, kind: DossierKind = DossierKind.POLICY_PLAN, council_decides: bool = False
) -> list[Mandate]:
    """What usually holds for a kind of dossier: the workers' body advises, the delegation is informed, the board approves.

    council_decides: the works council consents (work regulations, law of 8 April 1965, to be checked). Bodies that have a
    mandate already keep it; but where nobody speaks for the workers any more, the next body of the fall-back does.
    """
    today = clock.day_of(at)
    speaking, wanted = _usual(kind, council_decides=council_decides, today=today)
    known = list(queries.mandates(kind, on=today))
    is_heard = any(one.strength != Strength.INFORM and one.body.kind in FOR_WORKERS for one in known)
    held = {one.body_id for one in known if is_heard or one.body != speaking or one.strength != Strength.INFORM}
    return [
        set_mandate(
            body=body,
            kind=kind,
            facts={"strength": strength, "term_days": days, "ground": str(ground)},
            by=by,
            at=at,
        )
        for body, strength, days, ground in wanted
        if body is not None and body.pk not in held
    ]


Wanted = tuple[Body | None, Strength, int, Any]


def _usual(kind: DossierKind, *, council_decides: bool, today: date) -> tuple[Body | None, list[Wanted]]:
    """Who speaks for the workers, and each body with its strength, its days and the ground. A body that ends today is there
    until tonight, and speaks in nothing that begins from now on."""
    stays = today + timedelta(days=1)
    speaking = stakeholders.body_that_speaks(on=stays)
    board = stakeholders.body_of_kind(BodyKind.BOARD, on=stays)
    delegation = stakeholders.body_of_kind(BodyKind.UNION_DELEGATION, on=stays)
    management = stakeholders.body_of_kind(BodyKind.MANAGEMENT, on=stays) if board is None else None
    consents = council_decides and speaking is not None and speaking.kind == BodyKind.WORKS_COUNCIL
    themselves = speaking is not None and speaking.kind == BodyKind.WORKERS
    ground = wording.GROUNDS_OF_WORKERS[kind] if themselves else wording.GROUNDS[kind]
    return speaking, [
        (speaking, Strength.CONSENT if consents else Strength.ADVICE, 15, ground),
        (delegation if delegation != speaking else None, Strength.INFORM, 0, wording.GROUND_INFORM),
        (board, Strength.APPROVAL, 30, wording.GROUND_BOARD),
        (management, Strength.APPROVAL, 30, wording.GROUND_MANAGEMENT),
    ]


@transaction.atomic
def see_to_the_register(*, kind: DossierKind, by: Account, at: datetime) -> None:
    """What belongs to the work regulations hangs out with a register exactly where no works council decides on it (law of 8 April
    1965, article 12, to be checked): the workers get it where it is missing, and where a council is there it consents instead."""
    today = clock.day_of(at)
    council = stakeholders.body_of_kind(BodyKind.WORKS_COUNCIL, on=today + timedelta(days=1))
    known = list(queries.mandates(kind, on=today))
    posted = [mandate for mandate in known if mandate.strength == Strength.POST]
    if council is None:
        everybody = stakeholders.body_of_kind(BodyKind.WORKERS, on=today)
        if posted or everybody is None:
            return
        facts = {"strength": Strength.POST, "term_days": posting_days(on=today), "ground": str(wording.GROUND_POSTED)}
        set_mandate(body=everybody, kind=kind, facts=facts, by=by, at=at)
        return
    for mandate in posted:
        end_mandate(mandate=mandate, ends_on=today - timedelta(days=1), by=by, at=at)
    if council.pk not in {mandate.body_id for mandate in known}:
        facts = {"strength": Strength.CONSENT, "term_days": 15, "ground": str(wording.GROUNDS[kind])}
        set_mandate(body=council, kind=kind, facts=facts, by=by, at=at)
