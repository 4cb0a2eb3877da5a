from draagvlak.accounts.models import Account
from draagvlak.lib import clock
from draagvlak.lib.rights import fact, permit
from draagvlak.staff import queries as staff
from draagvlak.stakeholders.permissions import coordinates_training, sits_in
from draagvlak.stakeholders.states import BodyKind
from draagvlak.tenancy.models import Organisation, OrganisationOwned
from draagvlak.tenancy.permissions import belongs_here, organisation_of

Thing = Organisation | OrganisationOwned


@fact
def works_here(account: Account, thing: Thing) -> bool:
    """Is at work in the organisation, of every statute."""
    return staff.works_here(account, organisation_of(thing), on=clock.today())


# Anyone at work tells what a group misses, and who is delegated by a union; nobody sees who did (row B5.8).
permit("needs.signal", belongs_here & (works_here | sits_in(BodyKind.UNION_DELEGATION)))
permit("needs.see_heard", belongs_here)
permit("needs.see_to_signals", coordinates_training)
