"""Hands raised in the room: entered by one, confirmed by another. They name who was counted, never who raised a hand for what."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.decisions import queries, wording
from draagvlak.decisions.actions.ballots import refuse_ended_seat, running
from draagvlak.decisions.actions.counting import held_open
from draagvlak.decisions.figures import Counts
from draagvlak.decisions.models import Ballot
from draagvlak.decisions.rules import NotNow, is_over, refuse_hands
from draagvlak.decisions.states import Way
from draagvlak.journal.actions import record
from draagvlak.lib import clock


@transaction.atomic
def enter_hands(*, ballot: Ballot, present: Collection[int], raised: Counts, by: Account, at: datetime) -> Ballot:
    """Count the hands of people in the room who did not vote on a device. present: keys of their lines in the electorate."""
    held = running(ballot.pk, at=at)
    if held.is_secret:
        raise NotNow(str(wording.HANDS_SECRET))
    if held.hands_by_id is not None:
        raise NotNow(str(wording.HANDS_ENTERED))
    rows = held.electorate.select_related("seat")
    lines = list(rows.filter(pk__in=set(present), way=Way.NONE, proxy=None))
    if len(lines) != len(set(present)):
        raise NotNow(str(wording.HANDS_NOT_FREE))
    for line in lines:
        refuse_ended_seat(line, held, at=at)
    words = {"raised": raised.total, "people": len(lines)}
    refuse_hands(raised=raised.total, people=len(lines), sentence=str(wording.HANDS_DIFFER).format(**words))
    for line in lines:
        line.way = Way.HANDS
        line.save()
    held.hands_for, held.hands_against = raised.votes_for, raised.votes_against
    held.hands_abstained, held.hands_by = raised.abstained, by
    held.save()
    record("decisions.enter_hands", by=by, at=at, on=held, details=raised.by_choice())
    return held


@transaction.atomic
def confirm_hands(*, ballot: Ballot, by: Account, at: datetime) -> Ballot:
    """A second member saw the same hands. Until then the ballot is not counted."""
    held = held_open(ballot.pk)
    if not held.hands_wait:
        raise NotNow(str(wording.HANDS_NONE))
    if held.hands_by_id == by.pk or not queries.still_sit(held, on=clock.day_of(at)).filter(account=by).exists():
        raise NotNow(str(wording.HANDS_BY_ANOTHER))
    held.hands_confirmed_by = by
    held.save()
    record("decisions.confirm_hands", by=by, at=at, on=held)
    return held


@transaction.atomic
def take_back_hands(*, ballot: Ballot, by: Account, at: datetime) -> Ballot:
    """They were counted wrongly: as if nobody had raised a hand. Who was counted can vote again while the ballot runs.

    What two stood for is not taken away by one when nobody can vote again.
    """
    held = held_open(ballot.pk)
    if held.hands_by_id is None:
        raise NotNow(str(wording.HANDS_NONE))
    if held.hands_confirmed_by_id is not None and is_over(closes_at=held.closes_at, at=at):
        raise NotNow(str(wording.HANDS_STAND))
    held.electorate.filter(way=Way.HANDS).update(way=Way.NONE)
    held.hands_for = held.hands_against = held.hands_abstained = 0
    held.hands_by = held.hands_confirmed_by = None
    held.save()
    record("decisions.take_back_hands", by=by, at=at, on=held)
    return held
