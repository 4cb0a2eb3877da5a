"""Acts of a member of the group: for whom do I speak, and what did I bring back and forth (row A2.2)."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.lib.refusals import Changed
from draagvlak.planproject.models import Constituency, Errand, GroupSeat
from draagvlak.planproject.rules import NotPossibleNow
from draagvlak.planproject.states import Direction
from draagvlak.planproject.wording import announcing as news


@transaction.atomic
def set_constituency(
    *, seat: GroupSeat, facts: Mapping[str, Any], version: int, by: Account, at: datetime
) -> Constituency:
    """Write down for whom this seat speaks. facts: text, function_group, team. version: 0 when nothing stood there."""
    held = Constituency.objects.select_for_update().filter(seat=seat).first()
    if held is not None and held.version != version:
        raise Changed(str(news.CONSTITUENCY_CHANGED), theirs={"text": held.text}, version=held.version)
    one = held or Constituency(seat=seat, version=0)
    for name, value in facts.items():
        setattr(one, name, value)
    one.version += 1
    one.save()
    record("planproject.set_constituency", by=by, at=at, on=seat)
    return one


@transaction.atomic
def add_errand(*, seat: GroupSeat, on: date, direction: Direction, what: str, by: Account, at: datetime) -> Errand:
    """Write down what this member brought to the people he speaks for, or brought in from them."""
    if on > clock.day_of(at):
        raise NotPossibleNow(str(news.IN_THE_FUTURE))
    errand = Errand.objects.create(seat=seat, on=on, direction=direction, what=what.strip(), by=by)
    record("planproject.add_errand", by=by, at=at, on=seat, details={"direction": direction.value})
    return errand
