"""Whose side somebody is on, who fills the seats of the delegation, and what hangs on a seat in the stations above."""

from collections.abc import Callable
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.functional import Promise

from draagvlak.accounts.models import Account
from draagvlak.stakeholders import wording
from draagvlak.stakeholders.models import Body, Role, Seat
from draagvlak.stakeholders.queries.organisation import KEEPERS, seats_in
from draagvlak.stakeholders.rules import is_for_the_employer, is_for_the_workers
from draagvlak.stakeholders.states import JOINT_BODIES, BodyKind, RoleKind, Side
from draagvlak.tenancy.queries import members_of

# Who holds one of these speaks for the employer: he never sits for the workers.
EMPLOYERS_ROLES = frozenset({RoleKind.MANAGEMENT, RoleKind.HR_OFFICER})
# Bodies that represent workers: everybody in them hears who comes and who goes.
WORKERS_BODIES = frozenset({BodyKind.WORKS_COUNCIL, BodyKind.UNION_DELEGATION, BodyKind.SAFETY_COMMITTEE})


# What somebody loses with his seat, each in one sentence.
Teller = Callable[[Seat], list[str]]
TELLERS: list[Teller] = []


def hang_on_seat(tell: Teller) -> None:
    """Let a later station say what somebody loses when his seat ends."""
    TELLERS.append(tell)


def ties_of(seat: Seat) -> list[str]:
    return [tie for tell in TELLERS for tie in tell(seat)]


def why_for_the_employer(account: Account, *, since: date) -> str:
    """What makes this person speak for the employer on that day or later, in words; empty when nothing does."""
    going_on = Q(ends_on=None) | Q(ends_on__gte=since)
    role = Role.objects.filter(going_on, holder=account, kind__in=EMPLOYERS_ROLES).first()
    if role is not None:
        return str(wording.HOLDS_ROLE).format(role=role.get_kind_display())
    for seat in _seats_of(account, since=since):
        if is_for_the_employer(seat.body.kind, seat.side):
            said: Promise = wording.SITS_IN if seat.body.kind == BodyKind.BOARD else wording.SITS_FOR_EMPLOYER
            return str(said).format(body=seat.body.name)
    return ""


def sits_for_the_workers_in(account: Account, *, since: date) -> Body | None:
    """The body in which this person sits for the workers on that day or later."""
    found = _seats_of(account, since=since)
    return next((seat.body for seat in found if is_for_the_workers(seat.body.kind, seat.side)), None)


def _seats_of(account: Account, *, since: date) -> QuerySet[Seat]:
    going_on = Q(ends_on=None) | Q(ends_on__gte=since)
    mine = Q(holder=account) | Q(member__account=account)
    return Seat.objects.filter(going_on, mine, body__ends_on=None).select_related("body")


def fills_its_own_seats(body: Body, *, on: date) -> bool:
    """Whether it is a delegation in which somebody sits who can sign in and does not direct: then nobody else seats people."""
    if body.kind != BodyKind.UNION_DELEGATION:
        return False
    leaders = Role.objects.filter(Q(ends_on=None) | Q(ends_on__gte=on), kind__in=EMPLOYERS_ROLES).values("holder")
    return seats_in(body, on=on).filter(holder__in=members_of(body.organisation)).exclude(holder__in=leaders).exists()


def leaves_it_to_the_workers(account: Account, body: Body, *, on: date) -> bool:
    """Whether this person sits in a joint body for the employer alone while somebody sits there for the workers who can sign in:
    what such a body says is then not for the employer to write down."""
    if body.kind not in JOINT_BODIES:
        return False
    sides: dict[int, set[str]] = {}
    for holder, side in (
        seats_in(body, on=on).filter(holder__in=members_of(body.organisation)).values_list("holder", "side")
    ):
        sides.setdefault(holder, set()).add(side)
    mine = sides.pop(account.pk, set())
    return mine == {Side.EMPLOYER} and any(Side.WORKERS in theirs for theirs in sides.values())


def needs_a_reason(seat: Seat, *, by: Account) -> bool:
    """Whether somebody who speaks for the workers is to be told why another ends his seat: he was elected or named to it."""
    return is_for_the_workers(seat.body.kind, seat.side) and seat.holder_id != by.pk


def to_tell_of(seat: Seat, *, on: date, has_ended: bool) -> list[Seat]:
    """The seats of who hears that this one begins or ends: its own person; in a body that represents workers everybody, and
    elsewhere who keeps the body, when one ends."""
    others = seats_in(seat.body, on=on).exclude(pk=seat.pk).order_by("pk")
    if seat.body.kind in WORKERS_BODIES:
        return [seat, *others]
    return [seat, *others.filter(function__in=KEEPERS)] if has_ended else []
