"""What nobody asks for by an act, once a day in every organisation: digests, reminders, and the doors of guests who left."""

import logging
from datetime import date, datetime

from django_scopes import scope

from draagvlak.desk import queries
from draagvlak.desk.actions import close_doors
from draagvlak.lib import clock
from draagvlak.notices import queries as notices
from draagvlak.notices.actions import finish_round, publish
from draagvlak.notices.figures import Step
from draagvlak.notices.rules import DIGEST_HOUR
from draagvlak.tenancy.models import Organisation

BATCH = 50

log = logging.getLogger(__name__)


def go_round(*, at: datetime) -> int:
    """Put today's digests and reminders in the outbox. Returns how many.

    From seven in the morning in Brussels, once a day: a later call finds the round finished and costs one statement. Each
    batch is written by itself, so a round that broke off goes on where it was; a day that was missed is not made up for.
    """
    if at.astimezone(clock.BRUSSELS).hour < DIGEST_HOUR:
        return 0
    on, queued = clock.day_of(at), 0
    for organisation in notices.without_round(on=on):
        try:
            with scope(organisation=organisation):
                queued += _go_round(organisation, on=on, at=at)
        except Exception:
            # The others must not wait for this one; it is tried again at the next call.
            log.exception("The round of %s in %s broke off", on, organisation.slug)
    return queued


def _go_round(organisation: Organisation, *, on: date, at: datetime) -> int:
    queued = 0
    close_doors(organisation=organisation, at=at)
    while True:
        before = notices.reached(on=on)
        accounts = list(queries.readers(organisation, after=before, most=BATCH))
        if not accounts:
            finish_round(step=Step(on, before, before), organisation=organisation, at=at)
            return queued
        letters = queries.letters_for(accounts, organisation, on=on)
        step = Step(on, before, accounts[-1].pk)
        queued += publish(letters, step=step, organisation=organisation, at=at)
