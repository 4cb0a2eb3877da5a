"""The line of sight: from why the organisation must, wants or can, over each goal, to what could be learnt for it."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import QuerySet

from draagvlak.policyplan.figures import GoalRow, Matrix, Rest, Sight
from draagvlak.policyplan.models import Goal, Plan, PossibleActivity, Version
from draagvlak.policyplan.queries.plan import answers_of, coverage, framework, goals_of, organisation_goals, vision_of
from draagvlak.policyplan.rules import effort_of
from draagvlak.policyplan.states import Bearing, ItemKind


def possible_activities(plan: Plan) -> QuerySet[PossibleActivity]:
    """What was thought of for the goals of a plan; what a year plan starts from."""
    return PossibleActivity.objects.filter(plan=plan).select_related("made_by").prefetch_related("groups")


def competences_of(plan: Plan) -> list[str]:
    """Every competence that an activity of this plan names, in the order of the alphabet."""
    named = PossibleActivity.objects.filter(plan=plan).exclude(competence="").values_list("competence", flat=True)
    return sorted(set(named), key=str.casefold)


def matrix(version: Version) -> Matrix:
    """Goals beside competences. Five statements, whatever the number of rows."""
    activities = list(possible_activities(version.plan))
    competences = sorted({one.competence for one in activities}, key=lambda name: (name == "", name.casefold()))
    goals = list(Goal.objects.filter(version=version))
    rows = [_row(goal, competences, [one for one in activities if one.goal_number == goal.number]) for goal in goals]
    numbers = {goal.number for goal in goals}
    here = [one for one in activities if one.goal_number in numbers]
    return Matrix(
        [name for name in competences if name],
        rows,
        effort_of(_estimates(here)),
        [one for one in activities if one.goal_number not in numbers],
    )


def _row(goal: Goal, competences: Sequence[str], activities: Sequence[PossibleActivity]) -> GoalRow:
    named = [name for name in competences if name]
    cells = [(name, [one for one in activities if one.competence == name]) for name in [*named, ""]]
    return GoalRow(goal, cells, effort_of(_estimates(activities)))


def _estimates(activities: Iterable[PossibleActivity]) -> list[tuple[Any, Any]]:
    return [(one.people, one.hours) for one in activities]


def sight(version: Version) -> Sight:
    """Everything that the drawing and the lists show of one version. The number of statements does not grow with the plan."""
    goals = list(goals_of(version))
    answered = coverage(version)
    answers = answers_of(vision_of(version.plan.project))
    activities = list(possible_activities(version.plan))
    rests = [
        Rest(
            goal,
            sorted(goal.items.all(), key=lambda item: item.pk),
            answers.get(goal.question),
            [one for one in activities if one.goal_number == goal.number],
        )
        for goal in goals
    ]
    covered = [(item, answered.get(item.pk, [])) for item in framework()]
    wanted = [(goal, [one for one in goals if one.organisation_goal_id == goal.pk]) for goal in organisation_goals()]
    return Sight(rests, covered, wanted, _loose(rests, covered, wanted))


def _loose(rests: Sequence[Rest], covered: Sequence[Any], wanted: Sequence[Any]) -> dict[str, Sequence[Any]]:
    found: dict[str, Sequence[Any]] = {
        "obligation": [item for item, goals in covered if item.bearing == Bearing.OBLIGATION and not goals],
        "organisation_goal": [goal for goal, goals in wanted if not goals],
        "frame": [rest.goal for rest in rests if not rest.items],
        "mission": [rest.goal for rest in rests if rest.goal.mission_id is None],
        "question": [rest.goal for rest in rests if not rest.goal.question],
        "activity": [rest.goal for rest in rests if not rest.activities],
        "sentence": [item for item, goals in covered if item.kind == ItemKind.MISSION and not goals],
    }
    return {name: things for name, things in found.items() if things}


def rest_of(goal: Goal) -> Rest:
    """One goal with both its ends."""
    answers = answers_of(vision_of(goal.version.plan.project)) if goal.question else {}
    activities = list(possible_activities(goal.version.plan).filter(goal_number=goal.number))
    return Rest(goal, sorted(goal.items.all(), key=lambda item: item.pk), answers.get(goal.question), activities)


def goals_per_question(version: Version) -> dict[str, list[Goal]]:
    """Core question → the goals of this version that make its answer true."""
    found: dict[str, list[Goal]] = {}
    for goal in Goal.objects.filter(version=version).exclude(question=""):
        found.setdefault(goal.question, []).append(goal)
    return found
