"""Plain writing; the journal stands one floor higher, so the station that calls these records the act."""

from datetime import datetime

from draagvlak.accounts.models import Account
from draagvlak.tenancy.models import Membership, Organisation


def found(*, slug: str, name: str, joint_committee: str = "") -> Organisation:
    return Organisation.objects.create(slug=slug, name=name, joint_committee=joint_committee)


def admit(*, account: Account, organisation: Organisation, at: datetime, is_guest: bool = False) -> Membership:
    """Give the account access; someone who has it already keeps the same membership.

    A guest who comes to belong to the house is a guest no longer; who belongs to it never becomes a guest.
    """
    membership, _is_new = Membership.objects.get_or_create(
        account=account, organisation=organisation, ends_at=None, defaults={"starts_at": at, "is_guest": is_guest}
    )
    if membership.is_guest and not is_guest:
        membership.is_guest = False
        membership.save()
    account.forget()
    return membership


def dismiss(*, account: Account, organisation: Organisation, at: datetime) -> int:
    """End the account's access. Returns how many memberships ended (0 or 1)."""
    return Membership.objects.filter(account=account, organisation=organisation, ends_at=None).update(ends_at=at)
