"""The time of the house. Only the web face and the commands ask it; actions get the moment as an argument."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

BRUSSELS = ZoneInfo("Europe/Brussels")


def now() -> datetime:
    """This moment, aware, in Brussels time."""
    return datetime.now(tz=BRUSSELS)


def today() -> date:
    """The calendar day in Brussels; a deadline is always such a day."""
    return now().date()


def day_of(moment: datetime) -> date:
    """The Brussels calendar day on which a moment falls."""
    return moment.astimezone(BRUSSELS).date()


def start_of(day: date) -> datetime:
    """The first moment of a day in Brussels."""
    return datetime.combine(day, time.min, tzinfo=BRUSSELS)
