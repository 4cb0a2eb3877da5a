"""When the set-up of an organisation is finished, its usual mandates are set; they stay editable rows."""

from typing import Any

from draagvlak.decisions.actions import set_usual_mandates
from draagvlak.journal.actions import subscribe
from draagvlak.journal.models import Record


def organisation_set_up(told: Record, _profile: Any) -> None:  # noqa: ANN401 -- the journal hands over any subject
    if told.by is not None:
        set_usual_mandates(by=told.by, at=told.at)


subscribe("stakeholders.set_up", organisation_set_up)
