"""Which days are working days in Belgium. The legal day of a deadline never moves; who plans looks at the day before it."""

from datetime import date, timedelta
from functools import lru_cache

from draagvlak.lib.law_data import Texts

A_DAY = timedelta(days=1)
SATURDAY, SUNDAY = 5, 6
NAMES = {
    SATURDAY: Texts("zaterdag", "samedi", "Saturday"),
    SUNDAY: Texts("zondag", "dimanche", "Sunday"),
}


@lru_cache(maxsize=64)
def holidays_of(year: int) -> dict[date, Texts]:
    """The public holidays of a year, with Easter and what depends on it, each with its name."""
    from holidays import country_holidays  # noqa: PLC0415 -- takes 1.4 s, and only the yearly calendar asks it

    named = [country_holidays("BE", years=year, language=language) for language in ("nl", "fr", "en_US")]
    return {day: Texts(*(names[day] for names in named)) for day in sorted(named[0])}


def why_no_working_day(day: date) -> Texts | None:
    """The name of the holiday, or of the day of the weekend; None on a working day."""
    return holidays_of(day.year).get(day) or NAMES.get(day.weekday())


def working_day_before(day: date) -> date:
    """The day itself if it is a working day, else the last working day before it."""
    while why_no_working_day(day) is not None:
        day -= A_DAY
    return day
