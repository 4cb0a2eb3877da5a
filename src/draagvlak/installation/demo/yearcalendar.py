"""The yearly calendar in the demo: a house that took its lines over, and one for which few lines hold."""

from datetime import timedelta

from draagvlak.accounts.models import Account
from draagvlak.installation.demo.steps import Calendar, Cast
from draagvlak.lib import clock
from draagvlak.lib.year_calendar import Entry
from draagvlak.policyplan import actions as plan
from draagvlak.policyplan import queries
from draagvlak.policyplan.models import Deadline
from draagvlak.tenancy.models import Organisation, current_organisation

REFUSED = ("fund_calls", "Wij volgen de oproepen al via de nieuwsbrief van het fonds.")
MOVED = ("plan_adopted", "De raad van bestuur komt in de week ervoor samen.")


def lindehof_takes(calendar: Calendar, cast: Cast, *, ago: int = 110) -> None:
    """What was still to come in the year in which the house began with it."""
    day = calendar.day(ago)
    take(calendar, cast["Amina"], year=day.year, ago=ago)


def lindehof_ahead(calendar: Calendar, cast: Cast) -> None:
    """What has passed was done; the next year was taken over whole, one line earlier and one not."""
    amina, year = cast["Amina"], calendar.today.year + 1
    late = Deadline.objects.filter(done_at=None, on__lte=calendar.today).exclude(role="")
    for deadline in late:
        plan.finish_deadline(deadline=deadline, note="", by=amina, at=calendar.at(0, 8))
    if calendar.day(110).year != calendar.today.year:
        take(calendar, amina, year=calendar.today.year, ago=0)
    refused, moved = (entry_of(year, key, calendar) for key in (REFUSED[0], MOVED[0]))
    plan.refuse_line(entry=refused, year=year, facts={"why": REFUSED[1], "version": 0}, by=amina, at=calendar.at(0, 8))
    if moved.last is not None:
        facts = {"on": moved.last - timedelta(days=7), "why": MOVED[1], "version": 0}
        plan.move_line(entry=moved, year=year, facts=facts, by=amina, at=calendar.at(0, 8))
    take(calendar, amina, year=year, ago=0)


def kompas(calendar: Calendar, cast: Cast) -> None:
    """A small house: what comes back there is mostly habit. It plans one of them."""
    year = calendar.today.year + 1
    entry = entry_of(year, "draft_year_plan", calendar)
    facts = {"on": entry.working_day, "role": "training_coordinator", "version": 0}
    plan.take_line(entry=entry, year=year, facts=facts, by=cast["Iris"], at=calendar.at(0, 8))


def take(calendar: Calendar, by: Account, *, year: int, ago: int) -> None:
    """Every line of a year that has a day that still comes, and that is not refused, by its own day or the working day."""
    at = calendar.at(ago, 8)
    today = clock.day_of(at)
    for row in queries.rows_of(by, here(), facts=queries.facts_of(here(), on=today), year=year, on=today):
        entry, choice = row.entry, row.choice
        on = choice.on or entry.working_day
        if on is None or on < today or choice.refused_why or choice.deadline is not None:
            continue
        facts = {"on": on, "role": queries.role_for(entry, on=today), "version": choice.version}
        plan.take_line(entry=entry, year=year, facts=facts, by=by, at=calendar.at(ago, 8))


def entry_of(year: int, key: str, calendar: Calendar) -> Entry:
    found = queries.entry_of(here(), year=year, key=key, on=calendar.today)
    assert found is not None, key  # noqa: S101 -- the demo asks for lines that hold for everyone
    return found


def here() -> Organisation:
    organisation = current_organisation()
    assert organisation is not None  # noqa: S101 -- the demo is founded inside a scope
    return organisation
