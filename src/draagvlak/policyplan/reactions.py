"""When a dossier about the plan or the regulation ends, its version ends with it: adopted or set aside."""

from typing import Any

from django.conf import settings

from draagvlak.decisions.actions import see_to_the_register
from draagvlak.decisions.states import DossierKind
from draagvlak.journal.actions import subscribe
from draagvlak.journal.models import Record
from draagvlak.policyplan.actions import close_regulation, close_version
from draagvlak.policyplan.models import Regulation


def dossier_ended(told: Record, dossier: Any) -> None:  # noqa: ANN401 -- the journal hands over any subject
    close_version(dossier=dossier, by=told.by, at=told.at)


def dossier_of_regulation_ended(told: Record, dossier: Any) -> None:  # noqa: ANN401 -- the journal hands over any subject
    close_regulation(dossier=dossier, by=told.by, at=told.at, root=settings.ADDRESS)


def bodies_changed(told: Record, _body: Any) -> None:  # noqa: ANN401 -- the journal hands over any subject
    """A regulation that belongs to the work regulations hangs out with a register while there is no works council."""
    if told.by is not None and Regulation.objects.filter(is_work_rule=True).exists():
        see_to_the_register(kind=DossierKind.TRAINING_REGULATION, by=told.by, at=told.at)


subscribe("decisions.settle", dossier_ended)
subscribe("decisions.withdraw", dossier_ended)
subscribe("decisions.settle", dossier_of_regulation_ended)
subscribe("decisions.withdraw", dossier_of_regulation_ended)
subscribe("stakeholders.install_body", bodies_changed)
subscribe("stakeholders.end_body", bodies_changed)
