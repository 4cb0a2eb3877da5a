"""Acts on mail, and the doors of guests. The desk owns no table: the outbox and the memberships do what is asked, and the
journal hears of it here."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.desk import queries
from draagvlak.journal.actions import record
from draagvlak.notices.actions import choose, confirm_arrival, send_again
from draagvlak.notices.models import Message, Preference
from draagvlak.tenancy.actions import dismiss
from draagvlak.tenancy.models import Organisation


@transaction.atomic
def choose_mail(*, account: Account, facts: Mapping[str, Any], version: int, at: datetime) -> Preference:
    """What somebody wants by mail. What was chosen is nobody else's business, so only that it was is recorded."""
    wanted = choose(account=account, facts=facts, version=version, at=at)
    record("desk.choose_mail", by=account, at=at)
    return wanted


@transaction.atomic
def send_mail_again(*, message: Message, by: Account, at: datetime) -> Message:
    again = send_again(message, at=at)
    record("desk.send_mail_again", by=by, at=at, details=_which(message))
    return again


@transaction.atomic
def confirm_mail(*, message: Message, by: Account, at: datetime) -> Message:
    known = confirm_arrival(message, at=at)
    record("desk.confirm_mail", by=by, at=at, details=_which(message))
    return known


@transaction.atomic
def close_doors(*, organisation: Organisation, at: datetime) -> int:
    """End the access of guests for whom nothing is open any more. The journal counts them: whom the delegation asked, it
    does not tell. Returns how many."""
    gone = [
        dismiss(account=account, organisation=organisation, at=at)
        for account in queries.guests_with_nothing_open(organisation, at=at)
    ]
    if gone:
        record("desk.close_doors", by=None, at=at, details={"guests": len(gone)})
    return len(gone)


def _which(message: Message) -> dict[str, Any]:
    """Number and kind, no address and no subject: the journal has more readers than the outbox."""
    return {"message": message.pk, "kind": message.kind}
