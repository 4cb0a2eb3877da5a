"""Acts on mail. The desk owns no table: the outbox does what is asked, and the journal, its neighbour, hears of it here."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.notices.actions import choose, confirm_arrival, send_again
from draagvlak.notices.models import Message, Preference


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


def _which(message: Message) -> dict[str, Any]:
    """Number and kind, no address and no subject: the journal has more readers than the outbox."""
    return {"message": message.pk, "kind": message.kind}
