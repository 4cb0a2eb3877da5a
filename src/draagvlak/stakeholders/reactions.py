"""Who leaves loses the way in: at once when the last day is past, else on the morning after it. A role or body that comes
gets its place among who does what. Who sits in a body hears who comes and goes."""

from typing import Any

from django.conf import settings

from draagvlak.journal.actions import subscribe
from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.stakeholders.actions import let_go, tell_of_seat, widen_matrix


def employment_ended(told: Record, employment: Any) -> None:  # noqa: ANN401 -- the journal hands over any subject
    if employment.ends_on < clock.day_of(told.at):
        let_go(organisation=employment.organisation, at=told.at)


def part_came(told: Record, _part: Any) -> None:  # noqa: ANN401 -- the journal hands over any subject
    widen_matrix(by=told.by, at=told.at)


def seat_changed(told: Record, seat: Any) -> None:  # noqa: ANN401 -- the journal hands over any subject
    if told.by is not None:
        reason = str(told.details.get("reason", ""))
        tell_of_seat(seat=seat, reason=reason, by=told.by, at=told.at, root=settings.ADDRESS)


subscribe("stakeholders.seat", seat_changed)
subscribe("stakeholders.unseat", seat_changed)
subscribe("staff.end_employment", employment_ended)
subscribe("stakeholders.assign_role", part_came)
subscribe("stakeholders.install_body", part_came)
