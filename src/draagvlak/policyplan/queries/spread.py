"""What the plan foresees per function group (row B5.6): from the ideas of the workshop, in counts and never per person."""

from collections import defaultdict
from datetime import date

from draagvlak.policyplan.figures import Foreseen, Spread
from draagvlak.policyplan.models import ActivityGroup, Goal, PossibleActivity, Version
from draagvlak.policyplan.rules import spread_of
from draagvlak.staff import queries as staff


def spread(version: Version, *, on: date) -> Spread:
    """Of the ideas for the goals of a version. Three statements, and those of the headcount."""
    numbers = Goal.objects.filter(version=version).order_by().values("number")
    ideas = PossibleActivity.objects.filter(plan=version.plan_id, goal_number__in=numbers)
    groups: dict[int, set[str]] = defaultdict(set)
    rows = ActivityGroup.objects.filter(activity__plan=version.plan_id).order_by()
    for key, name in rows.values_list("activity", "function_group__name"):
        groups[key].add(name)
    found = [
        Foreseen(frozenset(groups[key]), people * hours if people is not None and hours is not None else None)
        for key, people, hours in ideas.order_by().values_list("pk", "people", "hours")
    ]
    return spread_of(staff.headcount_shown(on=on).by["function_group"], found)
