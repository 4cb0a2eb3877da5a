from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from draagvlak.staff.queries import in_force
from draagvlak.stakeholders import wording
from draagvlak.stakeholders.models import Body, Seat
from draagvlak.stakeholders.queries.organisation import roles, seats_in
from draagvlak.stakeholders.states import BodyKind, RoleKind, SeatFunction

# Who speaks for a body without a chair or a secretary of its own.
SPEAKERS = {
    BodyKind.MANAGEMENT.value: RoleKind.MANAGEMENT,
    BodyKind.WORKING_GROUP.value: RoleKind.TRAINING_COORDINATOR,
}


class Signer(NamedTuple):
    """Somebody who signs a paper of a body. name: empty where nobody is known, to write in by hand."""

    as_what: str
    name: str


def signers(body: Body, *, on: date) -> list[Signer]:
    """Who signs for a body as it was on a day: its chair and its secretary; two of the workers themselves."""
    if body.kind == BodyKind.WORKERS:
        return [Signer(str(wording.FOR_THE_WORKERS), "")] * 2
    keepers = {SeatFunction.CHAIR: "", SeatFunction.SECRETARY: ""}
    for seat in seats_in(body, on=on).filter(function__in=list(keepers)):
        keepers[SeatFunction(seat.function)] = seat.person
    role = SPEAKERS.get(body.kind)
    if role and not any(keepers.values()):
        names = [str(held.holder) for held in roles(on=on).filter(kind=role)]
        return [Signer(str(role.label), name) for name in names or [""]]
    return [Signer(str(function.label), name) for function, name in keepers.items()]


def seats_per_body(bodies: Iterable[Body], *, on: date) -> dict[int, list[Seat]]:
    """body → who sat there on a day, also of a body that exists no more. One statement."""
    found: dict[int, list[Seat]] = {}
    rows = Seat.objects.filter(in_force(on), body__in=list(bodies))
    for seat in rows.select_related("holder", "member"):
        found.setdefault(seat.body_id, []).append(seat)
    return found
