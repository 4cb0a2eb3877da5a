from django.db.models import QuerySet

from draagvlak.accounts.models import Account
from draagvlak.tenancy.models import Membership, Organisation


def organisations_of(account: Account) -> QuerySet[Organisation]:
    """The organisations that this account belongs to now, by name."""
    open_ones = Membership.objects.filter(account=account, ends_at=None).values("organisation")
    return Organisation.objects.filter(pk__in=open_ones).order_by("name")


def organisation_for(account: Account, *, slug: str) -> Organisation | None:
    """The organisation with this slug if the account belongs to it; else None, whether it exists or not."""
    found = organisations_of(account).filter(slug=slug).first()
    if found is not None:
        account.remembered["belongs", found.pk] = True
    return found


def belongs_to(account: Account, organisation: Organisation) -> bool:
    """Whether the account has access now; remembered on the account for the length of a request."""
    key = ("belongs", organisation.pk)
    if key not in account.remembered:
        account.remembered[key] = _belongs_to(account, organisation)
    return bool(account.remembered[key])


def _belongs_to(account: Account, organisation: Organisation) -> bool:
    return Membership.objects.filter(account=account, organisation=organisation, ends_at=None).exists()


def members_of(organisation: Organisation) -> QuerySet[Account]:
    """Everyone with access to the organisation now, by name."""
    open_ones = Membership.objects.filter(organisation=organisation, ends_at=None).values("account")
    return Account.objects.filter(pk__in=open_ones).order_by("name")
