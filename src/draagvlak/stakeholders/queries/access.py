"""Who can sign in to the organisation, what each of them holds, and who of them no longer works here."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, When

from draagvlak.accounts.models import Account
from draagvlak.lib.composed import ComposedHere
from draagvlak.lib.sought import plain
from draagvlak.staff.models import Employment, StaffMember
from draagvlak.stakeholders.models import Role, Seat
from draagvlak.stakeholders.states import BodyKind
from draagvlak.tenancy.models import Membership, Organisation, OrganisationOwned


@dataclass(frozen=True)
class Access:
    """Somebody who can sign in. has_left: worked here, and no longer does."""

    membership: Membership
    roles: tuple[Role, ...]
    seats: tuple[Seat, ...]
    has_left: bool

    @property
    def account(self) -> Account:
        return self.membership.account

    @property
    def holds(self) -> list[str]:
        """Roles and bodies in words."""
        return [str(one.get_kind_display()) for one in self.roles] + [one.body.name for one in self.seats]

    @property
    def is_asked(self) -> bool:
        """Whether somebody must decide: who sits on the board need not work here, and who holds nothing goes by itself."""
        return self.has_left and any(one for one in (*self.roles, *self.seats) if not _is_of_board(one))


def _is_of_board(held: OrganisationOwned) -> bool:
    return isinstance(held, Seat) and held.body.kind == BodyKind.BOARD


def memberships(organisation: Organisation) -> QuerySet[Membership]:
    """Everyone of the house who can sign in, by name; guests have doors of their own."""
    found = Membership.objects.filter(organisation=organisation, ends_at=None, is_guest=False)
    return found.select_related("account", "organisation").order_by("account__name", "pk")


def who_can_sign_in(organisation: Organisation, *, on: date, search: str = "") -> QuerySet[Membership]:
    """The same, and first who left: there something may have to be done. search: words of a name or an address."""
    found, left = memberships(organisation), accounts_left(on=on)
    for word in plain(search).split()[:5]:
        found = found.filter(Q(account__name__plain__contains=word) | Q(account__email__plain__contains=word))
    return found.order_by(Case(When(account__in=left, then=0), default=1), "account__name", "pk") if left else found


def _left(*, on: date) -> QuerySet[StaffMember, tuple[object, ...]]:
    """Accounts of people who worked here, do not any more, and will not again."""
    ended = Employment.objects.filter(member=OuterRef("pk"), ends_on__lt=on)
    going_on = Employment.objects.filter(Q(ends_on=None) | Q(ends_on__gte=on), member=OuterRef("pk"))
    gone = StaffMember.objects.filter(Exists(ended), ~Exists(going_on), account__isnull=False)
    here = Membership.objects.filter(organisation=OuterRef("organisation"), account=OuterRef("account"), ends_at=None)
    return gone.filter(Exists(here.filter(is_guest=False))).order_by("pk").values_list("account")


LEFT = ComposedHere(_left)


def gone_with_access() -> QuerySet[StaffMember]:
    """Whether anybody could be among who left and can still sign in, on any day: one who has no employment without an end."""
    going_on = Employment.objects.filter(member=OuterRef("pk"), ends_on=None)
    here = Membership.objects.filter(organisation=OuterRef("organisation"), account=OuterRef("account"), ends_at=None)
    return StaffMember.objects.filter(~Exists(going_on), Exists(here.filter(is_guest=False)), account__isnull=False)


def left_with_access(organisation: Organisation, *, on: date) -> list[Access]:
    """Who left and can still sign in, by name. Three statements."""
    left = accounts_left(on=on)
    if not left:
        return []
    return access_of(list(memberships(organisation).filter(account__in=left)), on=on, left=left)


def accounts_left(*, on: date) -> set[Any]:
    """Keys of accounts of who left and can still sign in."""
    return {account for (account,) in LEFT(on=on)}


def access_of(found: Collection[Membership], *, on: date, left: Collection[Any] | None = None) -> list[Access]:
    """What each of these holds on a day or will hold. left: who left, where that is known already."""
    keys = [one.account_id for one in found]
    running = Q(ends_on=None) | Q(ends_on__gte=on)
    roles = Role.objects.filter(running, holder__in=keys).select_related("holder", "team")
    seats = Seat.objects.filter(running, Q(holder__in=keys) | Q(member__account__in=keys)).select_related(
        "body", "member"
    )
    gone = accounts_left(on=on) if left is None else left
    held: dict[int, list[Role]] = {}
    sits: dict[int, list[Seat]] = {}
    for role in roles:
        held.setdefault(role.holder_id, []).append(role)
    for seat in seats:
        key = seat.holder_id or (seat.member.account_id if seat.member else None)
        if key is not None:
            sits.setdefault(key, []).append(seat)
    return [
        Access(one, tuple(held.get(one.account_id, ())), tuple(sits.get(one.account_id, ())), one.account_id in gone)
        for one in found
    ]
