"""Somebody who could sign in before the staff list came says which person on it he is."""

from datetime import datetime

from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.staff import queries as staff
from draagvlak.staff.models import StaffMember
from draagvlak.stakeholders import wording
from draagvlak.stakeholders.models import Seat
from draagvlak.stakeholders.rules import NotYours


@transaction.atomic
def recognise_me(*, by: Account, at: datetime) -> StaffMember:
    """The person on the list with the address of this account is this account. A second time nothing more happens.

    Raises NotYours when nobody at work, or more than one person, has that address.
    """
    known = staff.staff_member_of(by)
    if known is not None:
        return known
    found = staff.person_with_address(by.email, on=clock.day_of(at))
    member = StaffMember.objects.select_for_update().filter(pk=found.pk, account=None).first() if found else None
    if member is None:
        raise NotYours(str(wording.NOT_ON_THE_LIST).format(email=by.email))
    member.account = by
    member.save()
    Seat.objects.filter(member=member, holder=None).update(holder=by)
    by.forget()
    record("stakeholders.recognise_me", by=by, at=at, on=by)
    return member
