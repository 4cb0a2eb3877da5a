"""When an employment ends, the person's seat in the working group falls free."""

from typing import Any

from draagvlak.journal.actions import subscribe
from draagvlak.journal.models import Record
from draagvlak.planproject.actions import vacate_seats_of


def employment_ended(told: Record, employment: Any) -> None:  # noqa: ANN401 -- the journal hands over any subject
    vacate_seats_of(member=employment.member, ends_on=employment.ends_on, by=told.by, at=told.at)


subscribe("staff.end_employment", employment_ended)
