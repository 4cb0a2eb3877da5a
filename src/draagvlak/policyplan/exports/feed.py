"""The days taken over from the yearly calendar, for a person's own calendar program."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import get_language

from draagvlak.lib import ics
from draagvlak.policyplan import wording
from draagvlak.policyplan.queries import Day


def events_of_days(days: Sequence[Day], *, root: str) -> list[ics.WholeDay]:
    """The words of the line itself and a link; no reason, no note and no name: a feed is read by programs we do not know."""
    return [_event(day, root=root) for day in days]


def _event(day: Day, *, root: str) -> ics.WholeDay:
    words = {"organisation": day.slug, "year": day.choice.year}
    link = f"{root}{reverse('policyplan:calendar_of_year', kwargs=words)}#{day.entry.key}"
    what = day.entry.line.what.said(get_language() or "nl")
    return ics.WholeDay(
        uid=f"calendar-{day.choice.pk}-{day.slug}@draagvlak",
        sequence=day.choice.version,
        on=day.on,
        summary=str(wording.FEED_DAY).format(what=what),
        stamped_at=day.choice.changed_at,
        description=link,
        link=link,
    )
