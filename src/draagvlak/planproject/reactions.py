"""When somebody leaves, the seat in the working group falls free; who goes on in another employment keeps it.

Whoever came with a list that is undone sat there of himself, and does so no more."""

from datetime import date, timedelta
from typing import Any

from draagvlak.journal.actions import subscribe
from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.planproject.actions import seat_newcomers, unseat_newcomers, vacate_seats_of
from draagvlak.staff import queries as staff


def employment_ended(told: Record, employment: Any) -> None:  # noqa: ANN401 -- the journal hands over any subject
    day_after = min(employment.ends_on, date.max - timedelta(days=1)) + timedelta(days=1)
    if not staff.is_at_work(employment.member, on=day_after):
        vacate_seats_of(member=employment.member, ends_on=employment.ends_on, by=told.by, at=told.at)


def access_ended(told: Record, account: Any) -> None:  # noqa: ANN401 -- the journal hands over any subject
    member = staff.staff_member_of(account)
    if member is not None:
        vacate_seats_of(member=member, ends_on=clock.day_of(told.at), by=told.by, at=told.at)


def staff_came(told: Record, _subject: Any) -> None:  # noqa: ANN401 -- the journal hands over any subject
    seat_newcomers(by=told.by, at=told.at)


def list_undone(told: Record, staff_import: Any) -> None:  # noqa: ANN401 -- the journal hands over any subject
    unseat_newcomers(since=staff_import.done_at, by=told.by, at=told.at)


subscribe("staff.end_employment", employment_ended)
subscribe("staff.register", staff_came)
subscribe("staff.read_list", staff_came)
subscribe("staff.undo_import", list_undone)
subscribe("stakeholders.end_access", access_ended)
