"""When the set-up of an organisation is finished, its usual mandates are set; they stay editable rows. Who ends a seat reads
which votes go with it."""

from typing import Any

from draagvlak.decisions.actions import set_usual_mandates
from draagvlak.decisions.queries import kinds_with_voice
from draagvlak.decisions.queries.lapsed import votes_of_seat
from draagvlak.journal.actions import subscribe
from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.stakeholders.queries import hang_on_seat


def organisation_set_up(told: Record, _profile: Any) -> None:  # noqa: ANN401 -- the journal hands over any subject
    if told.by is not None:
        set_usual_mandates(by=told.by, at=told.at)


def body_ended(told: Record, body: Any) -> None:  # noqa: ANN401 -- the journal hands over any subject
    """Who is next in the fall-back speaks for the workers, on every kind of dossier on which the body that ended had a voice."""
    if told.by is None:
        return
    for kind in kinds_with_voice(body, on=clock.day_of(told.at)):
        set_usual_mandates(by=told.by, at=told.at, kind=kind)


hang_on_seat(votes_of_seat)
subscribe("stakeholders.set_up", organisation_set_up)
subscribe("stakeholders.end_body", body_ended)
