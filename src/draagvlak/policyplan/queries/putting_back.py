from datetime import date
from typing import Any

from draagvlak.policyplan.figures import GoalAsItWas
from draagvlak.policyplan.models import Plan
from draagvlak.policyplan.queries.history import part_of_goal, revision_of
from draagvlak.policyplan.queries.plan import framework, missions, organisation_goals
from draagvlak.policyplan.states import RevisionKind


def goal_as_it_was(plan: Plan, number: int, revision: int) -> GoalAsItWas | None:
    """What a form about a goal begins with, from an earlier saving of it. None when nothing was kept under that number.

    A saving keeps names, for what they name may be gone: what is gone is answered by name, and left open in the form.
    """
    kept = revision_of(plan, part_of_goal(number), revision)
    if kept is None or not kept.values or kept.kind == RevisionKind.REMOVED:
        return None
    values = dict(kept.values)
    wanted = list(values.pop("answers", []))
    items = [item for item in framework() if item.title in wanted]
    rests_on = organisation_goals().filter(title=values["organisation_goal"]).first()
    mission = missions().filter(title=values.get("mission", "")).first()
    gone = [title for title in wanted if title not in {item.title for item in items}]
    gone += [
        name
        for name, found in ((values["organisation_goal"], rests_on), (values.get("mission"), mission))
        if name and not found
    ]
    fields: dict[str, Any] = {
        **values,
        "organisation_goal": rests_on,
        "mission": mission,
        "items": items,
        "due_on": date.fromisoformat(values["due_on"]),
        "body": kept.body,
    }
    return GoalAsItWas(fields, kept.at, tuple(gone))
