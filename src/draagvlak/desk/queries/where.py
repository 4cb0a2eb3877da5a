"""The eight steps of one turn of the cycle, with their gates and the days the project gave them (row A0.2)."""

from datetime import date

from draagvlak.accounts.models import Account
from draagvlak.desk.figures import Choice, Gate, Station, Step, Where
from draagvlak.desk.queries.cycle import cycle_in, gates_of
from draagvlak.desk.queries.view import Desk, desk_of
from draagvlak.planproject import queries as planproject
from draagvlak.planproject.models import Phase, Project
from draagvlak.planproject.states import PhaseKey
from draagvlak.policyplan import queries as policyplan
from draagvlak.policyplan.states import VersionState
from draagvlak.staff import queries as staff
from draagvlak.tenancy.models import Organisation

# Which phases of the project make up which step; the last of them gives the step its day.
PHASES = {
    1: (PhaseKey.START,),
    2: (PhaseKey.FRAME,),
    3: (PhaseKey.WRITING, PhaseKey.CONSULTATION, PhaseKey.APPROVAL),
}

STEP_OF_PLAN = 3


def where_we_are(account: Account, organisation: Organisation, *, today: date, project: int | None = None) -> Where:
    """Every step with its gates, its day and whether that day is past; a fixed number of statements.

    project: the key of an earlier one, to see how far it came on the day it ended; without it the one that runs.
    """
    projects = list(planproject.projects())
    chosen = next((one for one in projects[1:] if one.pk == project), None)
    desk = _desk_of_then(account, organisation, chosen, today=today) if chosen else None
    desk = desk or desk_of(account, organisation, today=today)
    gates, phases, is_adjusted = gates_of(desk), _phases_of(desk), _is_adjusted(desk)
    stations = tuple(
        _station(
            step,
            gates=gates[step.number - 1] if step.number <= len(gates) else [],
            phases=phases,
            today=desk.today,
            is_adjusted=is_adjusted and step.number == STEP_OF_PLAN,
        )
        for step in cycle_in(desk).steps
    )
    shown = desk.project
    return Where(
        stations,
        (shown.first_year, shown.last_year) if shown else None,
        shown.title if shown else "",
        tuple(_choice(one) for one in projects),
        measured_on=desk.today if chosen else None,
    )


def _desk_of_then(account: Account, organisation: Organisation, project: Project, *, today: date) -> Desk:
    """The same view with an earlier project in the place of the one that runs, on the day on which it ended.

    The framework and the answers to the core questions are of today: no row says when they came.
    """
    day, plan = project.ends_on or today, policyplan.plan_of(project)
    desk = Desk(account, organisation, today=day)
    desk.known |= {
        "project": project,
        "plan": plan,
        "versions": policyplan.versions_on(plan, on=day) if plan else [],
        "has_staff": staff.members_at_work(on=day).exists(),
        "gaps": [],
    }
    return desk


def _is_adjusted(desk: Desk) -> bool:
    """Whether a new version is made while another one is in force."""
    states = {version.state for version in desk.versions}
    return VersionState.ADOPTED in states and not states.isdisjoint(policyplan.AT_WORK)


def _choice(project: Project) -> Choice:
    return Choice(project.pk, project.title, project.first_year, project.last_year)


def _phases_of(desk: Desk) -> dict[str, Phase]:
    """The proposed phases of the project by key; none without a project."""
    if desk.project is None:
        return {}
    stretches = planproject.stretches_of(desk.project, today=desk.today)
    return {one.phase.key: one.phase for one in stretches if one.phase.key}


def _station(step: Step, *, gates: list[Gate], phases: dict[str, Phase], today: date, is_adjusted: bool) -> Station:
    mine = [phases[key] for key in PHASES.get(step.number, ()) if key in phases]
    starts_on = min((phase.starts_on for phase in mine), default=None)
    due_on = max((phase.ends_on for phase in mine), default=None)
    is_late = step.state != "done" and due_on is not None and due_on < today and not is_adjusted
    return Station(step, tuple(gates), starts_on, due_on, is_late=is_late, is_adjusted=is_adjusted)
