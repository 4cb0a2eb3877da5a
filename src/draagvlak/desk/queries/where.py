"""The eight steps of one turn of the cycle, with their gates and the days the project gave them (row A0.2)."""

from datetime import date

from draagvlak.accounts.models import Account
from draagvlak.desk.figures import Gate, Station, Step, Where
from draagvlak.desk.queries.cycle import cycle_of, gates_of
from draagvlak.desk.queries.view import Desk, desk_of
from draagvlak.planproject import queries as planproject
from draagvlak.planproject.models import Phase
from draagvlak.planproject.states import PhaseKey
from draagvlak.tenancy.models import Organisation

# Which phases of the project make up which step; the last of them gives the step its day.
PHASES = {
    1: (PhaseKey.START,),
    2: (PhaseKey.FRAME,),
    3: (PhaseKey.WRITING, PhaseKey.CONSULTATION, PhaseKey.APPROVAL),
}


def where_we_are(account: Account, organisation: Organisation, *, today: date) -> Where:
    """Every step with its gates, its day and whether that day is past; a fixed number of statements."""
    desk = desk_of(account, organisation, today=today)
    steps = cycle_of(account, organisation, today=today).steps
    gates, phases = gates_of(desk), _phases_of(desk)
    stations = tuple(
        _station(step, gates=gates[step.number - 1] if step.number <= len(gates) else [], phases=phases, today=today)
        for step in steps
    )
    project = desk.project
    years = (project.first_year, project.last_year) if project else None
    return Where(stations, years, project.title if project else "")


def _phases_of(desk: Desk) -> dict[str, Phase]:
    """The proposed phases of the project by key; none without a project."""
    if desk.project is None:
        return {}
    stretches = planproject.stretches_of(desk.project, today=desk.today)
    return {one.phase.key: one.phase for one in stretches if one.phase.key}


def _station(step: Step, *, gates: list[Gate], phases: dict[str, Phase], today: date) -> Station:
    mine = [phases[key] for key in PHASES.get(step.number, ()) if key in phases]
    starts_on = min((phase.starts_on for phase in mine), default=None)
    due_on = max((phase.ends_on for phase in mine), default=None)
    is_late = step.state != "done" and due_on is not None and due_on < today
    return Station(step, tuple(gates), starts_on, due_on, is_late=is_late)
