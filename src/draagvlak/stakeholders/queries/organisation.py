from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db.models import BigIntegerField, QuerySet, Value
from django.db.models.functions import Cast
from django.utils.translation import get_language
from django_scopes import scopes_disabled

from draagvlak.accounts.models import Account
from draagvlak.lib.composed import Composed, ComposedHere
from draagvlak.lib.law import fallback_for
from draagvlak.staff import queries as staff
from draagvlak.stakeholders import wording
from draagvlak.stakeholders.figures import Shortfall
from draagvlak.stakeholders.models import Body, HalfDay, Profile, Role, Seat
from draagvlak.stakeholders.rules import unanswered_actors, what_it_lacks
from draagvlak.stakeholders.states import Actor, BodyKind, Region, RoleKind, SeatFunction
from draagvlak.tenancy.models import Organisation

KEEPERS = {SeatFunction.CHAIR, SeatFunction.SECRETARY}


@dataclass(frozen=True)
class Parts:
    """The parts that an account takes in one organisation on one day."""

    roles: frozenset[str]
    bodies: frozenset[str]
    chairs: frozenset[str]
    teams: frozenset[int]


def _parts_held(*, organisation: int, account: int, on: date) -> QuerySet[Role, tuple[object, ...]]:
    """A row for each role and each seat: its kind, its team if it has one, and "role" or the function of the seat."""
    with scopes_disabled():
        mine = {"organisation": organisation, "holder": account}
        roles = Role.objects.filter(staff.in_force(on), **mine).order_by().values_list("kind", "team", Value("role"))
        seats = Seat.objects.filter(staff.in_force(on), **mine, body__ends_on=None).order_by()
        no_team = Cast(Value(None), BigIntegerField())
        return roles.union(seats.values_list("body__kind", no_team, "function"), all=True)


# Every page asks it, and each right on it.
PARTS_HELD = Composed(_parts_held)


def parts_of(account: Account, organisation: Organisation, *, on: date) -> Parts:
    """Roles held and bodies sat in; remembered on the account for the length of a request."""
    known, key = account.remembered, ("parts", organisation.pk, on)
    if key not in known:
        found = PARTS_HELD(organisation=organisation.pk, account=account.pk, on=on)
        known[key] = Parts(
            roles=frozenset(kind for kind, _team, part in found if part == "role"),
            bodies=frozenset(kind for kind, _team, part in found if part != "role"),
            chairs=frozenset(kind for kind, _team, part in found if part in KEEPERS),
            teams=frozenset(team for _kind, team, _part in found if team),
        )
    parts: Parts = known[key]
    return parts


PROFILE = ComposedHere(lambda: Profile.objects.order_by("pk")[:1])


def profile() -> Profile:
    """The organisation's profile; an unsaved one with the defaults when the set-up has not begun."""
    return next(iter(PROFILE()), None) or Profile()


# Where every house stands there, this is the language of what an employer hands his people: the Flemish decree of 19 July 1973
# and the decree of the French Community of 30 June 1982. Elsewhere it is that of who reads.
OF_THE_REGION = {frozenset({Region.FLANDERS.value}): "nl", frozenset({Region.WALLONIA.value}): "fr"}


def language_of_documents() -> str:
    """The language of the words that the product puts around a plan, a regulation or an agreement: nl, fr or en."""
    return OF_THE_REGION.get(frozenset(profile().regions), get_language() or "nl")


def bodies(*, on: date) -> QuerySet[Body]:
    """The bodies that exist on a day."""
    return Body.objects.filter(staff.in_force(on))


BODY_OF_KIND = ComposedHere(lambda *, kind, on: bodies(on=on).filter(kind=kind).order_by("pk")[:1])


def body_of_kind(kind: str, *, on: date) -> Body | None:
    return next(iter(BODY_OF_KIND(kind=str(kind), on=on)), None)


def body_that_speaks(*, on: date) -> Body | None:
    """The body that speaks for the workers, with the legal fall-backs."""
    return body_of_kind(fallback_for(set(bodies(on=on).values_list("kind", flat=True))), on=on)


def body_that_steers(*, on: date) -> Body | None:
    """The body that speaks of the importance and place of training (row B2.1): the board, and where there is none, management."""
    return body_of_kind(BodyKind.BOARD, on=on) or body_of_kind(BodyKind.MANAGEMENT, on=on)


def seats_in(body: Body | int, *, on: date) -> QuerySet[Seat]:
    return Seat.objects.filter(staff.in_force(on), body=body).select_related("holder", "member", "body")


def has_keeper(body: Body, *, on: date) -> bool:
    """Whether somebody with an account chairs the body or keeps its papers."""
    return seats_in(body, on=on).filter(function__in=KEEPERS, holder__isnull=False).exists()


def seats(*, on: date) -> QuerySet[Seat]:
    return Seat.objects.filter(staff.in_force(on), body__ends_on=None).select_related("holder", "member", "body")


def roles(*, on: date) -> QuerySet[Role]:
    """Every role held on a day or still to begin, with its holder."""
    return Role.objects.filter(staff.in_force(on)).select_related("holder", "team", "substitute")


# The same in full, for pages that ask it again and again.
BODIES_HELD, ROLES_HELD, SEATS_HELD = ComposedHere(bodies), ComposedHere(roles), ComposedHere(seats)


def bodies_held(*, on: date) -> list[Body]:
    return BODIES_HELD(on=on)


def roles_held(*, on: date) -> list[Role]:
    return ROLES_HELD(on=on)


def seats_held(*, on: date) -> list[Seat]:
    return SEATS_HELD(on=on)


def bodies_of(account: Account, *, on: date) -> set[int]:
    """The keys of the bodies in which this person sits, by account or by the staff list."""
    return {
        seat.body_id
        for seat in seats_held(on=on)
        if account.pk in {seat.holder_id, seat.member.account_id if seat.member else None}
    }


def coordinators(*, on: date) -> QuerySet[Role]:
    return roles(on=on).filter(kind=RoleKind.TRAINING_COORDINATOR)


class Held(NamedTuple):
    """Everything that is held on one day, read once."""

    bodies: Sequence[Body]
    seats: Sequence[Seat]
    roles: Sequence[Role]


def held(*, on: date) -> Held:
    """Three statements."""
    return Held(list(bodies(on=on)), list(seats(on=on)), list(roles(on=on)))


def shortfalls(found: Iterable[Body], *, on: date, known: Held | None = None) -> dict[int, Shortfall]:
    """body → why nobody can call it together, for those bodies. Four statements at most, whatever their number."""
    wanted = list(found)
    known = known or Held(wanted, list(seats(on=on)), list(roles(on=on)))
    taken: dict[int, list[Seat]] = {}
    for seat in known.seats:
        taken.setdefault(seat.body_id, []).append(seat)
    kinds = {role.kind for role in known.roles}
    at_work = any(one.kind == BodyKind.WORKERS for one in wanted) and staff.anybody_at_work(on=on)
    missing = {}
    for body in wanted:
        sits = taken.get(body.pk, [])
        lack = what_it_lacks(
            body.kind,
            people=int(at_work) if body.kind == BodyKind.WORKERS else len(sits),
            has_keeper=any(seat.holder_id and seat.function in KEEPERS for seat in sits),
            is_directed=RoleKind.MANAGEMENT in kinds,
            is_coordinated=RoleKind.TRAINING_COORDINATOR in kinds,
        )
        if lack:
            missing[body.pk] = Shortfall(lack, str(wording.LACKS[lack]).format(body=body.name), _menders(known.roles))
    return missing


def _menders(roles: Iterable[Role]) -> tuple[str, ...]:
    """Who gives seats and roles: management and the coordinator."""
    mending = {RoleKind.MANAGEMENT, RoleKind.TRAINING_COORDINATOR}
    return tuple(dict.fromkeys(str(role.holder) for role in roles if role.kind in mending))


def half_days(role: Role) -> QuerySet[HalfDay]:
    return HalfDay.objects.filter(role=role)


def half_days_used(*, since: date, until: date) -> int:
    """How many half-days of any coordinator really went to the training policy, from a day to a day."""
    return HalfDay.objects.filter(is_used=True, on__gte=since, on__lte=until).count()


def heads_and_fte(*, on: date) -> tuple[int, Decimal]:
    """The size by which the law's thresholds are shown: from the staff list if there is one, else as typed."""
    counted = staff.headcount(on=on, workers_only=True)
    typed = profile()
    return (counted.total, Decimal(counted.fte)) if counted.total else (typed.heads, typed.fte)


def open_actors(*, on: date) -> list[str]:
    """The actors of row B0.1 that nobody holds and that are not recorded as absent."""
    here = held(on=on)
    return unheld(here, absent=profile().absent)


def actors_without_holder(*, on: date) -> list[str]:
    """The same, with those of whom it was said that they are not there: the last step of the set-up asks it again. A body that
    is not there was said one step before."""
    return unheld(held(on=on), absent=set(profile().absent) & set(BodyKind.values))


def unheld(known: Held, *, absent: Collection[str]) -> list[str]:
    """The actors of row B0.1 that none of these holds. absent: those that are recorded as not there."""
    kinds = {one.kind for one in known.bodies} | {one.kind for one in known.roles}
    return unanswered_actors(actors=[actor.value for actor in Actor], held=kinds, absent=absent)
