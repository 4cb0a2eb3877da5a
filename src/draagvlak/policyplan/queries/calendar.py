"""The yearly calendar of this organisation, what it chose per line, and whose days they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django_scopes import scope

from draagvlak.accounts.models import Account
from draagvlak.lib import clock
from draagvlak.lib.year_calendar import Entry, Facts, calendar_of
from draagvlak.policyplan.models import CalendarChoice, Deadline
from draagvlak.policyplan.rules import follows_up
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.states import RoleKind
from draagvlak.tenancy.models import Organisation
from draagvlak.tenancy.queries import belongs_to, organisations_of

FEED_REACHES_BACK = timedelta(days=60)


@dataclass(frozen=True)
class Row:
    """A line of the calendar with what the organisation chose. is_mine: it concerns a role or body of the reader."""

    entry: Entry
    choice: CalendarChoice
    is_mine: bool

    @property
    def deadline(self) -> Deadline | None:
        return self.choice.deadline

    @property
    def shown_on(self) -> date | None:
        """By which day it stands in its month: of a period the first day, but within the year."""
        if self.entry.first is None or self.entry.last is None:
            return self.deadline.on if self.deadline else None
        return max(min(self.entry.first, self.choice.on or self.entry.first), date(self.entry.last.year, 1, 1))


def facts_of(organisation: Organisation, *, on: date) -> Facts:
    """What the calendar asks about the organisation, as it is on that day."""
    heads, fte = stakeholders.heads_and_fte(on=on)
    bodies = stakeholders.bodies(on=on).values_list("kind", flat=True)
    profile = stakeholders.profile()
    return Facts(
        heads=heads,
        fte=fte,
        bodies=frozenset(bodies),
        joint_committee=organisation.joint_committee,
        year_end=profile.year_end,
        regions=frozenset(profile.regions),
    )


def entry_of(organisation: Organisation, *, year: int, key: str, on: date) -> Entry | None:
    """One line of the calendar of a year, if it holds for this organisation."""
    return next((one for one in calendar_of(year, facts_of(organisation, on=on)) if one.key == key), None)


def choice_of(*, year: int, key: str) -> CalendarChoice:
    """What was chosen for a line; an unsaved one of version 0 when nothing was."""
    found = CalendarChoice.objects.filter(year=year, key=key).select_related("deadline").first()
    return found or CalendarChoice(year=year, key=key)


def rows_of(account: Account, organisation: Organisation, *, facts: Facts, year: int, on: date) -> list[Row]:
    """The calendar of a year as this person sees it, by the day on which each line begins."""
    chosen = {
        one.key: one
        for one in CalendarChoice.objects.filter(year=year).select_related(
            "deadline", "deadline__done_by", "changed_by"
        )
    }
    parts = stakeholders.parts_of(account, organisation, on=on)
    mine = parts.roles | parts.bodies | ({"workers"} if belongs_to(account, organisation) else frozenset())
    rows = [
        Row(entry, chosen.get(entry.key) or CalendarChoice(year=year, key=entry.key), bool(mine & set(entry.who)))
        for entry in calendar_of(year, facts)
    ]
    return sorted(rows, key=lambda row: (row.shown_on or date.max, row.entry.last or date.max, row.entry.key))


# Whose day it is


def held_roles(*, on: date) -> frozenset[str]:
    """The roles that somebody holds on that day."""
    return frozenset(stakeholders.roles(on=on).values_list("kind", flat=True))


def is_task_of(account: Account, deadline: Deadline, *, on: date) -> bool:
    parts = stakeholders.parts_of(account, deadline.organisation, on=on)
    return follows_up(
        role=deadline.role, owner=deadline.item.owner_id, me=account.pk, mine=parts.roles, held=held_roles(on=on)
    )


def role_for(entry: Entry, *, on: date) -> str:
    """The role whose task a line becomes: the one of the line, or who coordinates where nobody holds it."""
    wanted = RoleKind(entry.line.task_for)
    return wanted if wanted in held_roles(on=on) else RoleKind.TRAINING_COORDINATOR


@dataclass(frozen=True)
class Day:
    """A day that was taken over from the calendar, for the person whose task it is."""

    choice: CalendarChoice
    on: date
    entry: Entry
    slug: str


def days_of(account: Account, *, at: datetime) -> list[Day]:
    """The days taken over that are this person's tasks, in every organisation, from 60 days back."""
    today, found = clock.day_of(at), list[Day]()
    for organisation in organisations_of(account):
        if not belongs_to(account, organisation):
            continue
        with scope(organisation=organisation):
            rows = CalendarChoice.objects.filter(
                deadline__done_at=None, deadline__on__gte=today - FEED_REACHES_BACK
            ).select_related("deadline__item", "organisation")
            found += _mine(account, organisation, rows, on=today)
    return sorted(found, key=lambda day: (day.on, day.choice.pk))


def _mine(account: Account, organisation: Organisation, rows: Iterable[CalendarChoice], *, on: date) -> list[Day]:
    chosen = [one for one in rows if one.deadline is not None]
    if not chosen:
        return []
    held, mine = held_roles(on=on), stakeholders.parts_of(account, organisation, on=on).roles
    facts = facts_of(organisation, on=on)
    entries = {(year, one.key): one for year in {one.year for one in chosen} for one in calendar_of(year, facts)}
    return [
        Day(choice, choice.deadline.on, entries[choice.year, choice.key], organisation.slug)
        for choice in chosen
        if choice.deadline is not None
        and (choice.year, choice.key) in entries
        and follows_up(
            role=choice.deadline.role, owner=choice.deadline.item.owner_id, me=account.pk, mine=mine, held=held
        )
    ]
