"""When a body meets, who takes which part, what minutes need. Plain values in, verdict or refusal out."""

import calendar
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

from draagvlak.lib.clock import BRUSSELS
from draagvlak.lib.refusals import Refused
from draagvlak.meetings.figures import Part, Slot

MOST_IN_SERIES = 52
# So many months behind the last year of a series still have a number.
LAST_YEAR = date.max.year - MOST_IN_SERIES // 12 - 1
MOST_INVITED = 500
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FIFTH = 4
WEEKS = {"weekly": 1, "two_weekly": 2}


class NotPossibleNow(Refused):
    pass


class InThePast(Refused):
    pass


class TimesReversed(Refused):
    pass


class NoSuchHour(Refused):
    """The hour that the clock skips on the last Sunday of March."""


class SeriesTooLong(Refused):
    pass


class NobodyInvited(Refused):
    pass


class TooManyInvited(Refused):
    pass


class AlreadyInvited(Refused):
    pass


class NoReason(Refused):
    pass


class NotComplete(Refused):
    pass


class NotALaterMeeting(Refused):
    pass


def slot_on(day: date, starts: time, ends: time, *, reversed_times: str, no_such_hour: str) -> Slot:
    """From one hour until another of the same day in Brussels; of an hour that comes twice, the first."""
    if ends <= starts:
        raise TimesReversed(reversed_times)
    found = [datetime.combine(day, hour, tzinfo=BRUSSELS) for hour in (starts, ends)]
    for moment in found:
        if moment.astimezone(UTC).astimezone(BRUSSELS).replace(tzinfo=None) != moment.replace(tzinfo=None):
            raise NoSuchHour(no_such_hour)
    return Slot(*found)


def refuse_past(starts_at: datetime, *, now: datetime, sentence: str) -> None:
    if starts_at <= now:
        raise InThePast(sentence)


def series_of(first: date, *, every: str, count: int, too_long: str, too_far: str) -> list[date]:
    """The days of a series, the first included. every: once, weekly, two_weekly or monthly (the same weekday of the month).

    A fifth weekday is the last one in a month that has only four. Raises SeriesTooLong, also for days after the calendar ends.
    """
    if every == "once":
        return [first]
    if not 1 <= count <= MOST_IN_SERIES:
        raise SeriesTooLong(too_long)
    if first.year > LAST_YEAR:
        raise SeriesTooLong(too_far)
    if every in WEEKS:
        return [first + timedelta(weeks=WEEKS[every] * turn) for turn in range(count)]
    return [_same_weekday(first, months=turn) for turn in range(count)]


def _same_weekday(first: date, *, months: int) -> date:
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    days = calendar.monthcalendar(year, month + 1)
    inside = [week[first.weekday()] for week in days if week[first.weekday()]]
    turn = (first.day - 1) // 7
    return date(year, month + 1, inside[-1] if turn >= FIFTH else inside[turn])


def repeats(first: date, *, every: str, count: int) -> tuple[tuple[str, str | int], ...]:
    """The same series as a rule that calendars understand (RRULE of RFC 5545); empty for a single day."""
    if every in WEEKS:
        return (("freq", "WEEKLY"), ("interval", WEEKS[every]), ("count", count))
    if every == "monthly":
        turn = (first.day - 1) // 7
        place = -1 if turn >= FIFTH else turn + 1
        return (("freq", "MONTHLY"), ("byday", f"{place}{WEEKDAYS[first.weekday()]}"), ("count", count))
    return ()


def sees(kind: str, part: Part) -> bool:
    """Whether meetings of a body of this kind are open to a person. The delegation's are its own."""
    if part.sits:
        return True
    if kind == "union_delegation":
        return False
    return part.directs or part.coordinates or (kind == "workers" and part.works_here)


def runs(kind: str, part: Part) -> bool:
    """Whether the person convenes, changes and minutes meetings of a body of this kind."""
    if kind == "management":
        return part.directs
    if part.keeps:
        return True
    if kind in {"working_group", "workers"}:
        return part.coordinates
    return kind == "board" and part.directs


def proposes(kind: str, part: Part) -> bool:
    """Whether the person may put a point on the agenda: who sits there; the coordinator prepares for the board."""
    if runs(kind, part) or part.sits:
        return True
    return (kind == "board" and part.coordinates) or (kind == "workers" and part.works_here)


def leads(kind: str, part: Part) -> bool:
    """Whether the person stands for the chair: the one who may approve minutes in writing."""
    if kind == "management":
        return part.directs
    return part.is_chair or (kind in {"working_group", "workers"} and part.coordinates)


def refuse_unless(holds: bool, sentence: str) -> None:  # noqa: FBT001 -- the claim itself
    if not holds:
        raise NotPossibleNow(sentence)


def refuse_number_invited(people: int, *, nobody: str, too_many: str) -> None:
    if not people:
        raise NobodyInvited(nobody)
    if people > MOST_INVITED:
        raise TooManyInvited(too_many)


def refuse_empty(text: str, sentence: str) -> None:
    if not text.strip():
        raise NoReason(sentence)


def refuse_incomplete_decision(*, how: str, decision: str, votes: Mapping[str, int], sentence: str) -> None:
    """A vote has counts, and a way of deciding has a decision."""
    if how and not decision.strip():
        raise NotComplete(sentence)
    if how == "vote" and not any(votes.values()):
        raise NotComplete(sentence)


def refuse_unless_later(
    *, minuted: tuple[int, datetime], approving: tuple[int, datetime], now: datetime, sentence: str
) -> None:
    """Minutes are approved by the same body, in a meeting that came after and has begun. Each: key of the body, start."""
    (body, starts_at), (other, later_at) = minuted, approving
    if body != other or not starts_at < later_at <= now:
        raise NotALaterMeeting(sentence)
