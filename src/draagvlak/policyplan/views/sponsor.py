"""On the page of the plan: who carries it, and the one next step for who may take it."""

from typing import Any

from django.http import HttpRequest

from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.planproject.states import ProjectState
from draagvlak.policyplan.models import Plan
from draagvlak.policyplan.queries import sponsor


def who_carries(request: HttpRequest, plan: Plan | None) -> dict[str, Any]:
    """Nothing without a plan. Who names or confirms is asked of the project; what was confirmed is shown to who follows it."""
    if plan is None:
        return {}
    person, project = request.user, plan.project
    carried, runs = sponsor.carried_by(project, on=clock.today()), project.state != ProjectState.FINISHED
    needs_one = runs and not carried.can_carry
    return {
        "carried": carried,
        "carries_on": runs,
        "may_name_sponsor": needs_one and may(person, "planproject.name_sponsor", project),
        "may_confirm": runs and carried.confirmed_on is None and may(person, "planproject.confirm_project", project),
        "may_see_confirmed": bool(carried.confirmed) and may(person, "planproject.see_plan", project),
        "may_see_last": carried.last is not None and may(person, "decisions.see_dossier", carried.last),
        "may_set_up_board": not carried.has_board and may(person, "stakeholders.set_up", plan),
    }
