"""What nobody asks for by an act, in every organisation: moments, digests, reminders, and the doors of guests who left."""

import logging
from collections.abc import Callable
from datetime import date, datetime

from django.conf import settings
from django.db.models import QuerySet
from django_scopes import scope

from draagvlak.desk import queries
from draagvlak.desk.actions import close_doors
from draagvlak.lib import clock
from draagvlak.notices import queries as notices
from draagvlak.notices.actions import finish_round, publish
from draagvlak.notices.figures import Step
from draagvlak.notices.rules import DIGEST_HOUR
from draagvlak.planproject.actions import seat_newcomers
from draagvlak.stakeholders.actions import let_go, tell_of_moments
from draagvlak.tenancy.models import Organisation

BATCH = 50

log = logging.getLogger(__name__)


def go_round(*, at: datetime) -> int:
    """Tell people of their moments, and put today's digests and reminders in the outbox. Returns how many mails.

    From seven in the morning in Brussels, so that no telephone sounds at night. Digests are made once a day: a later call
    finds the round finished and costs one statement for it. Each batch is written by itself, so a round that broke off
    goes on where it was; a day that was missed is not made up for.
    """
    if at.astimezone(clock.BRUSSELS).hour < DIGEST_HOUR:
        return 0
    on = clock.day_of(at)

    def tell(_organisation: Organisation) -> int:
        return tell_of_moments(at=at, root=settings.ADDRESS)

    def bundle(organisation: Organisation) -> int:
        return _go_round(organisation, on=on, at=at)

    # Moments first: what is told of them stands in the digest of the same morning.
    return _in_each(Organisation.objects.order_by("pk"), tell) + _in_each(notices.without_round(on=on), bundle)


def _in_each(organisations: QuerySet[Organisation], job: Callable[[Organisation], int]) -> int:
    queued = 0
    for organisation in organisations:
        try:
            with scope(organisation=organisation):
                queued += job(organisation)
        except Exception:
            # The others must not wait for this one; it is tried again at the next call.
            log.exception("The round in %s broke off", organisation.slug)
    return queued


def _go_round(organisation: Organisation, *, on: date, at: datetime) -> int:
    queued = 0
    close_doors(organisation=organisation, at=at)
    let_go(organisation=organisation, at=at)
    seat_newcomers(by=None, at=at)
    while True:
        before = notices.reached(on=on)
        accounts = list(queries.readers(organisation, after=before, most=BATCH))
        if not accounts:
            finish_round(step=Step(on, before, before), organisation=organisation, at=at)
            return queued
        letters = queries.letters_for(accounts, organisation, on=on)
        step = Step(on, before, accounts[-1].pk)
        queued += publish(letters, step=step, organisation=organisation, at=at)
