"""When a mail is tried again, when a digest leaves and when a reminder does. Plain values in, days and verdicts out."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from draagvlak.lib.law import so_many_days_before
from draagvlak.lib.refusals import Refused
from draagvlak.notices.states import Rhythm

MOST_TRIES = 6
# A server that is away is asked again after this; that costs a message none of its tries.
AWAY = timedelta(minutes=1)
# Far longer than one mail can take, so that what is being sent right now is never taken for stuck.
LONGEST_SENDING = timedelta(minutes=15)
DIGEST_HOUR = 7
FURTHEST_REMINDER = 30
USUAL_REMINDERS = (7, 1)
DAYS_OF_THE_WEEK = range(7)


class NotThisState(Refused):
    pass


class NotADay(Refused):
    pass


class NoDayLeft(Refused):
    pass


def wait_after(tries: int) -> timedelta:
    """How long a message waits after so many tries: 2, 4, 8, 16, 32 minutes."""
    return timedelta(minutes=2**tries)


def digest_is_due(rhythm: str, *, on: date, quiet: Collection[int]) -> bool:
    """Whether somebody's digest leaves on this day. Weekly is on Monday, or on the first day that is not quiet."""
    if on.weekday() in quiet:
        return False
    if rhythm == Rhythm.WEEKLY:
        return on.weekday() == min(set(DAYS_OF_THE_WEEK) - set(quiet))
    return rhythm == Rhythm.DAILY


def is_reminded(due_on: date, *, on: date, before: Iterable[int], quiet: Collection[int]) -> bool:
    """Whether this day is one on which a task is recalled. What would fall on a quiet day comes the day before it."""
    return any(_heard(so_many_days_before(due_on, days), quiet) == on for days in before)


def _heard(day: date, quiet: Collection[int]) -> date:
    if len(set(quiet)) >= len(DAYS_OF_THE_WEEK):
        return day
    while day.weekday() in quiet:
        day -= timedelta(days=1)
    return day


def next_loud_day(day: date, *, quiet: Collection[int]) -> date:
    """This day, or the first one after it that is not quiet."""
    while day.weekday() in quiet and len(set(quiet)) < len(DAYS_OF_THE_WEEK):
        day += timedelta(days=1)
    return day
