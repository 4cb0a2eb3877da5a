"""Access that ends: by a person's decision, or by itself for who no longer works here and holds nothing."""

from datetime import date, datetime

from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.stakeholders import queries, wording
from draagvlak.stakeholders.actions.organisation import end_role
from draagvlak.stakeholders.actions.seats import unseat
from draagvlak.stakeholders.rules import NotYours
from draagvlak.stakeholders.states import BodyKind
from draagvlak.tenancy.actions import dismiss
from draagvlak.tenancy.models import Membership, Organisation, current_organisation


@transaction.atomic
def end_access(*, account: Account, by: Account, at: datetime) -> None:
    """Take away somebody's access to this organisation, with the roles and seats that go with it; what he did stays in the
    journal. A seat in the working group is freed by the station that keeps it. Raises NobodyLeft for the last manager.
    """
    organisation, today = current_organisation(), clock.day_of(at)
    if organisation is None:
        raise LookupError
    found = Membership.objects.filter(organisation=organisation, account=account, ends_at=None)
    for held in queries.access_of(list(found.select_related("account", "organisation")), on=today):
        _refuse_delegate(held, by=by, today=today)
        for role in held.roles:
            end_role(role=role, ends_on=max(today, role.starts_on), by=by, at=at)
        for seat in held.seats:
            if seat.body.kind != BodyKind.WORKING_GROUP:
                reason = str(wording.REASON_OF_ACCESS)
                unseat(seat=seat, ends_on=max(today, seat.starts_on), by=by, at=at, reason=reason)
    dismiss(account=account, organisation=organisation, at=at)
    account.forget()
    record("stakeholders.end_access", by=by, at=at, on=account)


def _refuse_delegate(held: queries.Access, *, by: Account, today: date) -> None:
    """Taking away the way in would end a seat that only the delegation ends, unless the person no longer works here."""
    for seat in held.seats:
        if not held.has_left and queries.fills_its_own_seats(seat.body, on=today):
            if queries.sits_for_the_workers_in(by, since=today) == seat.body:
                continue
            raise NotYours(str(wording.DELEGATION_KEEPS_SEAT).format(name=seat.person, body=seat.body.name))


@transaction.atomic
def let_go(*, organisation: Organisation, at: datetime) -> int:
    """End the access of who no longer works here and holds no role and no seat. Who does is for a person to decide.

    Returns how many.
    """
    gone = [one.account for one in queries.left_with_access(organisation, on=clock.day_of(at)) if not one.holds]
    for account in gone:
        dismiss(account=account, organisation=organisation, at=at)
        account.forget()
        record("stakeholders.end_access", by=None, at=at, on=account)
    return len(gone)
