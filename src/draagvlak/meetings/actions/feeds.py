import secrets
from datetime import datetime

from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.meetings import queries
from draagvlak.meetings.models import CalendarFeed

SECRET_BYTES = 32


@transaction.atomic
def make_feed(*, account: Account, by: Account, at: datetime) -> str:
    """A new secret for the person's calendar address; a former one stops. It is told now and never again."""
    CalendarFeed.objects.filter(account=account, revoked_at=None).update(revoked_at=at)
    secret = secrets.token_urlsafe(SECRET_BYTES)
    CalendarFeed.objects.create(account=account, secret_sha256=queries.digest_of(secret), made_at=at)
    record("meetings.make_feed", by=by, at=at, on=account)
    return secret


@transaction.atomic
def revoke_feed(*, account: Account, by: Account, at: datetime) -> int:
    """The address stops at once. Returns how many stopped (0 or 1)."""
    stopped = CalendarFeed.objects.filter(account=account, revoked_at=None).update(revoked_at=at)
    if stopped:
        record("meetings.revoke_feed", by=by, at=at, on=account)
    return stopped
