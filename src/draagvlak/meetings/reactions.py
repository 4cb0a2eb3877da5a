"""Who comes into a body is asked to its coming meetings; who leaves is no longer asked. Who gets an account finds what was asked before."""

from typing import Any

from django.conf import settings

from draagvlak.journal.actions import subscribe
from draagvlak.journal.models import Record
from draagvlak.meetings.actions import match_coming, recognise
from draagvlak.stakeholders.models import Body
from draagvlak.stakeholders.states import BodyKind, RoleKind


def seat_changed(told: Record, seat: Any) -> None:  # noqa: ANN401 -- the journal hands over any subject
    _match(told, seat.body)


def role_changed(told: Record, role: Any) -> None:  # noqa: ANN401 -- the journal hands over any subject
    body = Body.objects.filter(kind=BodyKind.MANAGEMENT, ends_on=None).first()
    if role.kind == RoleKind.MANAGEMENT and body is not None:
        _match(told, body)


def account_given(_told: Record, account: Any) -> None:  # noqa: ANN401 -- the journal hands over any subject
    recognise(account=account)


def _match(told: Record, body: Body) -> None:
    if told.by is not None:
        match_coming(body=body, by=told.by, at=told.at, root=settings.ADDRESS)


subscribe("stakeholders.seat", seat_changed)
subscribe("stakeholders.unseat", seat_changed)
subscribe("stakeholders.assign_role", role_changed)
subscribe("stakeholders.end_role", role_changed)
subscribe("stakeholders.invite", account_given)
