"""When a dossier about the plan or the regulation ends, its version ends with it: adopted or set aside."""

from typing import Any

from django.conf import settings

from draagvlak.journal.actions import subscribe
from draagvlak.journal.models import Record
from draagvlak.policyplan.actions import close_regulation, close_version


def dossier_ended(told: Record, dossier: Any) -> None:  # noqa: ANN401 -- the journal hands over any subject
    close_version(dossier=dossier, by=told.by, at=told.at)


def dossier_of_regulation_ended(told: Record, dossier: Any) -> None:  # noqa: ANN401 -- the journal hands over any subject
    close_regulation(dossier=dossier, by=told.by, at=told.at, root=settings.ADDRESS)


subscribe("decisions.settle", dossier_ended)
subscribe("decisions.withdraw", dossier_ended)
subscribe("decisions.settle", dossier_of_regulation_ended)
subscribe("decisions.withdraw", dossier_of_regulation_ended)
