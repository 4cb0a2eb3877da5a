"""The register as it is proposed to begin with."""

from collections.abc import Iterable
from datetime import date

from draagvlak.staff import queries as staff
from draagvlak.staff.models import FunctionGroup
from draagvlak.staff.states import Statute
from draagvlak.stakeholders import wording
from draagvlak.stakeholders.models import Stakeholder
from draagvlak.stakeholders.queries.organisation import bodies, roles
from draagvlak.stakeholders.states import BodyKind, Involvement, PlanQuestion, RoleKind

# The start set. Kind of body: interest, influence, how, and the question it answers. Design of the house.
USUAL = {
    BodyKind.BOARD: (4, 5, Involvement.DECIDE, PlanQuestion.MANAGEMENT),
    BodyKind.MANAGEMENT: (5, 5, Involvement.DECIDE, PlanQuestion.MANAGEMENT),
    BodyKind.WORKS_COUNCIL: (4, 5, Involvement.ADVISE, PlanQuestion.COUNCIL),
    BodyKind.UNION_DELEGATION: (4, 4, Involvement.ADVISE, PlanQuestion.COUNCIL),
    BodyKind.SAFETY_COMMITTEE: (3, 3, Involvement.CONSULT, PlanQuestion.COUNCIL),
    BodyKind.WORKERS: (4, 2, Involvement.CONSULT, PlanQuestion.EMPLOYEES),
}
# People at work without a contract who are easily forgotten (row B6.0).
FORGOTTEN = (Statute.VOLUNTEER, Statute.TRAINEE, Statute.AGENCY_WORKER)


def start_set(*, on: date) -> list[Stakeholder]:
    """Bodies, supervisors, function groups and statutes that there are on a day, not saved yet. Six statements."""
    return [*_usual_bodies(on), *_usual_people(on)]


def _usual_bodies(on: date) -> Iterable[Stakeholder]:
    has_groups = FunctionGroup.objects.exists()
    for body in bodies(on=on):
        kind = BodyKind(body.kind)
        if kind not in USUAL or (kind == BodyKind.WORKERS and has_groups):
            continue
        interest, influence, mode, question = USUAL[kind]
        yield Stakeholder(
            body=body,
            interest=interest,
            influence=influence,
            mode=mode,
            questions=[question.value],
            needs=str(wording.START_NEEDS[kind.value]),
        )


def _usual_people(on: date) -> Iterable[Stakeholder]:
    counted = staff.headcount(on=on).by
    consulted = {"mode": Involvement.CONSULT, "questions": [PlanQuestion.EMPLOYEES.value]}
    if roles(on=on).filter(kind=RoleKind.LINE_MANAGER).exists():
        needs, asked = str(wording.START_NEEDS["line_manager"]), [PlanQuestion.SUPERVISORS.value]
        usual = {"interest": 4, "influence": 4, "mode": Involvement.CONSULT}
        yield Stakeholder(role=RoleKind.LINE_MANAGER, questions=asked, needs=needs, **usual)
    needs = str(wording.START_NEEDS["function_group"])
    for group in FunctionGroup.objects.all():
        if counted.get("function_group", {}).get(group.name):
            yield Stakeholder(function_group=group, interest=4, influence=2, needs=needs, **consulted)
    needs = str(wording.START_NEEDS["statute"])
    for statute in FORGOTTEN:
        if counted.get("statute", {}).get(statute.value):
            yield Stakeholder(statute=statute, interest=3, influence=1, needs=needs, **consulted)
