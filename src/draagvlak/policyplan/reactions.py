"""When a dossier about the plan ends, its version ends with it: adopted or set aside."""

from typing import Any

from draagvlak.journal.actions import subscribe
from draagvlak.journal.models import Record
from draagvlak.policyplan.actions import close_version


def dossier_ended(told: Record, dossier: Any) -> None:  # noqa: ANN401 -- the journal hands over any subject
    close_version(dossier=dossier, by=told.by, at=told.at)


subscribe("decisions.settle", dossier_ended)
subscribe("decisions.withdraw", dossier_ended)
