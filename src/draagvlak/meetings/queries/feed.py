"""A person's own calendar, behind a secret address."""

import hashlib
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django_scopes import scope

from draagvlak.accounts.models import Account
from draagvlak.lib import clock
from draagvlak.meetings.models import CalendarFeed, Invitee, Meeting
from draagvlak.meetings.queries.meetings import meetings, part_in
from draagvlak.stakeholders.models import Body
from draagvlak.stakeholders.states import BodyKind
from draagvlak.tenancy.queries import organisations_of

FEED_REACHES_BACK = timedelta(days=60)


def digest_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def feed_of(account: Account) -> CalendarFeed | None:
    return CalendarFeed.objects.filter(account=account, revoked_at=None).first()


def feed_behind(secret: str) -> CalendarFeed | None:
    """The feed with this secret, looked up by its digest so that the time it takes tells nothing about the secret."""
    open_ones = CalendarFeed.objects.filter(revoked_at=None, account__is_active=True).select_related("account")
    return open_ones.filter(secret_sha256=digest_of(secret)).first()


def feed_meetings(account: Account, *, at: datetime) -> list[Meeting]:
    """The person's own meetings in every organisation, from 60 days back: those that the person is asked to and still may
    see. What was called off stays in, so that calendars learn of it."""
    found: list[Meeting] = []
    for organisation in organisations_of(account):
        with scope(organisation=organisation):
            asked = Invitee.objects.filter(account=account, meeting__ends_at__gte=at - FEED_REACHES_BACK)
            as_guest = dict(asked.values_list("meeting", "is_guest"))
            rows = meetings().filter(pk__in=list(as_guest))
            found += [one for one in rows if _stays_open(account, one, is_guest=as_guest[one.pk], on=clock.day_of(at))]
    return sorted(found, key=lambda one: (one.starts_at, one.pk))


def _stays_open(account: Account, meeting: Meeting, *, is_guest: bool, on: date) -> bool:
    """Whoever left the body since is no longer told when it meets."""
    if is_guest:
        return not meeting.is_private
    part = part_in(account, meeting.body, on=on)
    return part.sits or part.works_here or (part.directs and meeting.body.kind == BodyKind.MANAGEMENT)


def last_changed(found: Iterable[Meeting], feed: CalendarFeed) -> datetime:
    return max([feed.made_at, *(one.changed_at for one in found)])


def open_bodies(bodies: Iterable[Body], *, on: date) -> list[Body]:
    """Those that exist on a day."""
    return [body for body in bodies if body.ends_on is None or body.ends_on >= on]
