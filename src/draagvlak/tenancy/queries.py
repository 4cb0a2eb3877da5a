from django.db import DEFAULT_DB_ALIAS
from django.db.models import QuerySet

from draagvlak.accounts.models import Account
from draagvlak.lib.composed import Composed
from draagvlak.tenancy.models import Membership, Organisation

MEMBER, GUEST, STRANGER = "member", "guest", ""


def organisations_of(account: Account) -> QuerySet[Organisation]:
    """The organisations that this account may enter now, as a member or a guest, by name."""
    open_ones = Membership.objects.filter(account=account, ends_at=None).values("organisation")
    return Organisation.objects.filter(pk__in=open_ones).order_by("name")


# What a page reads of the organisation; the rest is fetched by who asks for it.
FACTS = ("id", "slug", "name", "joint_committee", "version")


def _door(*, account: int, slug: str) -> QuerySet[Membership, tuple[object, ...]]:
    entered = Membership.objects.filter(account=account, ends_at=None, organisation__slug=slug).order_by("pk")
    return entered.values_list("is_guest", *(f"organisation__{name}" for name in FACTS))


# Every page goes through it.
DOOR = Composed(_door)


def organisation_for(account: Account, *, slug: str) -> Organisation | None:
    """The organisation with this slug if the account may enter it; else None, whether it exists or not."""
    found = DOOR(account=account.pk, slug=slug)
    if not found:
        return None
    is_guest, *facts = found[0]
    organisation = Organisation.from_db(DEFAULT_DB_ALIAS, FACTS, facts)
    account.remembered["belongs", organisation.pk] = GUEST if is_guest else MEMBER
    return organisation


def belongs_to(account: Account, organisation: Organisation) -> bool:
    """Whether the account is of the house now; a guest is not. Remembered on the account for the length of a request."""
    return _standing_of(account, organisation) == MEMBER


def is_guest_of(account: Account, organisation: Organisation) -> bool:
    """Whether the account may enter only what is put there for guests."""
    return _standing_of(account, organisation) == GUEST


STANDING = Composed(
    lambda *, account, organisation: Membership.objects.filter(
        account=account, organisation=organisation, ends_at=None
    ).values_list("is_guest")
)


def _standing_of(account: Account, organisation: Organisation) -> str:
    key = ("belongs", organisation.pk)
    if key not in account.remembered:
        found = STANDING(account=account.pk, organisation=organisation.pk)
        account.remembered[key] = STRANGER if not found else GUEST if found[0][0] else MEMBER
    return str(account.remembered[key])


def guests_in(organisation: Organisation) -> QuerySet[Account]:
    """Everyone from outside who may enter what was put there for them."""
    open_ones = Membership.objects.filter(organisation=organisation, ends_at=None, is_guest=True).values("account")
    return Account.objects.filter(pk__in=open_ones)


def members_of(organisation: Organisation) -> QuerySet[Account]:
    """Everyone of the house with access now, by name; guests are not among them."""
    open_ones = Membership.objects.filter(organisation=organisation, ends_at=None, is_guest=False).values("account")
    return Account.objects.filter(pk__in=open_ones).order_by("name")
