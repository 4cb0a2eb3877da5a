"""What a body is asked to speak on, by a station above this one: it comes on the next agenda, or waits for one."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.meetings import queries, wording
from draagvlak.meetings.actions.agenda import carry_over, renumber
from draagvlak.meetings.models import AgendaItem, Matter
from draagvlak.meetings.rules import refuse_empty
from draagvlak.meetings.states import MeetingState
from draagvlak.stakeholders.models import Body


@transaction.atomic
def put_matter(*, body: Body, facts: Mapping[str, Any], by: Account, at: datetime) -> Matter:
    """Ask a body to speak on something. facts: title, kind (an ItemKind), link (a page inside the installation), and perhaps
    not_before (the first day of a meeting on which it can stand).

    It comes on the agenda of the next planned meeting that fits; without one it waits until the body is convened.
    """
    refuse_empty(facts["title"], str(wording.NO_TITLE))
    title = " ".join(facts["title"].split())[:200]
    words = {name: facts.get(name) for name in ("kind", "link", "not_before")}
    matter = Matter.objects.create(body=body, title=title, asked_by=by, asked_at=at, **words)
    record("meetings.put_matter", by=by, at=at, on=matter)
    carry_over(body=body, by=by, at=at)
    return matter


@transaction.atomic
def withdraw_matter(*, matter: Matter, by: Account, at: datetime) -> Matter:
    """Nobody asks it any more: it leaves the agenda of a meeting that has not begun. What was minuted stays."""
    if matter.withdrawn_at is None:
        record("meetings.withdraw_matter", by=by, at=at, on=matter)
        _take_off(matter, at=at)
    return matter


@transaction.atomic
def close_matter(*, matter: Matter, at: datetime) -> Matter:
    """The body spoke, or what it was asked about was decided: nothing is left to ask, and nobody withdrew it."""
    if matter.withdrawn_at is None:
        record("meetings.close_matter", by=None, at=at, on=matter)
        _take_off(matter, at=at)
    return matter


def _take_off(matter: Matter, *, at: datetime) -> None:
    matter.withdrawn_at = at
    matter.save()
    ahead = AgendaItem.objects.filter(matter=matter, meeting__state=MeetingState.PLANNED, meeting__starts_at__gt=at)
    for item in ahead.select_related("meeting"):
        meeting = item.meeting
        item.delete()
        renumber(queries.items_of(meeting))
