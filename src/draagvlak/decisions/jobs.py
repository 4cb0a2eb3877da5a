"""What nobody asks for by an act: a ballot whose last moment came is counted."""

import logging
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django_scopes import scope, scopes_disabled

from draagvlak.decisions import queries
from draagvlak.decisions.actions import close_ballot
from draagvlak.lib.refusals import Refused
from draagvlak.tenancy.models import Organisation

log = logging.getLogger(__name__)


def count_due(*, at: datetime) -> int:
    """Count every ballot, of any organisation, that is over; one statement when there is none. Returns how many were counted.

    Hands that nobody else confirmed are left for people. Who counts at the same moment comes first or second, never twice.
    """
    with scopes_disabled():
        waiting = [(ballot.organisation_id, ballot) for ballot in queries.due_ballots(at=at)]
    counted = 0
    for key, ballot in waiting:
        organisation = Organisation.objects.get(pk=key)
        try:
            with scope(organisation=organisation), transaction.atomic():
                organisation.hold()
                close_ballot(ballot=ballot, by=None, at=at, root=settings.ADDRESS)
            counted += 1
        except Refused:
            log.info("Ballot %s of %s was counted or stopped in between", ballot.number, organisation.slug)
        except Exception:
            # The others must not wait for this one; it is tried again at the next call.
            log.exception("Ballot %s of %s could not be counted", ballot.number, organisation.slug)
    return counted
