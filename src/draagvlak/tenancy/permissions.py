from django_scopes import scopes_disabled

from draagvlak.accounts.models import Account
from draagvlak.lib.rights import fact
from draagvlak.tenancy import queries
from draagvlak.tenancy.models import Membership, Organisation, OrganisationOwned


def organisation_of(thing: Organisation | OrganisationOwned | Membership) -> Organisation:
    """The organisation that a thing is, or belongs to."""
    return thing if isinstance(thing, Organisation) else thing.organisation


@fact
def belongs_here(account: Account, thing: Organisation | OrganisationOwned) -> bool:
    """Whether the account is of the house to which this thing belongs; a guest is not."""
    with scopes_disabled():
        return queries.belongs_to(account, organisation_of(thing))


@fact
def is_guest_here(account: Account, thing: Organisation | OrganisationOwned) -> bool:
    """Whether the account is a guest of the organisation of this thing: it opens the doors for guests, and no other."""
    with scopes_disabled():
        return queries.is_guest_of(account, organisation_of(thing))
