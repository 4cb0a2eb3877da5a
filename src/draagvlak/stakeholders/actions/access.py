"""Access that ends: by a person's decision, or by itself for who no longer works here and holds nothing."""

from datetime import datetime

from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.stakeholders import queries
from draagvlak.stakeholders.actions.organisation import end_role, unseat
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
        for role in held.roles:
            end_role(role=role, ends_on=max(today, role.starts_on), by=by, at=at)
        for seat in held.seats:
            if seat.body.kind != BodyKind.WORKING_GROUP:
                unseat(seat=seat, ends_on=max(today, seat.starts_on), by=by, at=at)
    dismiss(account=account, organisation=organisation, at=at)
    account.forget()
    record("stakeholders.end_access", by=by, at=at, on=account)


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
