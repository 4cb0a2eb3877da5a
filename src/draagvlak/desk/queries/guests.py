"""Guests for whom nothing is open any more; only the top floor knows all that can be."""

from datetime import datetime

from django.db.models import QuerySet

from draagvlak.accounts.models import Account
from draagvlak.meetings import queries as meetings
from draagvlak.planproject import queries as planproject
from draagvlak.tenancy.models import Organisation
from draagvlak.tenancy.queries import guests_in


def guests_with_nothing_open(organisation: Organisation, *, at: datetime) -> QuerySet[Account]:
    """Whose assignment ended and whose meeting is over."""
    found = guests_in(organisation).exclude(pk__in=planproject.guests_with_assignment().values("account"))
    return found.exclude(pk__in=meetings.guests_expected(at=at).values("account"))
