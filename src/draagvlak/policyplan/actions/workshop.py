from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib.refusals import Changed
from draagvlak.policyplan import queries, wording
from draagvlak.policyplan.models import Goal, Plan, PossibleActivity
from draagvlak.policyplan.rules import NotWritable, as_written_before


@transaction.atomic
def add_activity(
    *, plan: Plan, goal_number: int, facts: Mapping[str, Any], by: Account, at: datetime
) -> PossibleActivity:
    """Write down something one could learn by for a goal (row A6.3). facts: fields of PossibleActivity by name.

    Raises NotWritable when the version that is shown has no such goal (any more).
    """
    Plan.objects.select_for_update().get(pk=plan.pk)
    _refuse_without_goal(plan, goal_number)
    made = PossibleActivity.objects.create(
        plan=plan, goal_number=goal_number, made_by=by, made_at=at, **_in_one_spelling(plan, facts)
    )
    record("policyplan.add_activity", by=by, at=at, on=made, details={"goal": goal_number})
    return made


@transaction.atomic
def change_activity(
    *, activity: PossibleActivity, facts: Mapping[str, Any], version: int, by: Account, at: datetime
) -> PossibleActivity:
    """facts: fields by name, also goal_number. Raises Changed when somebody else was first."""
    kept = PossibleActivity.objects.select_for_update().select_related("plan").get(pk=activity.pk)
    if kept.version != version:
        theirs = {name: getattr(kept, name) for name in facts}
        raise Changed(str(wording.SOMEONE_CHANGED).format(name=wording.SOMEONE), theirs=theirs, version=kept.version)
    if facts["goal_number"] != kept.goal_number:
        _refuse_without_goal(kept.plan, facts["goal_number"])
    for name, value in _in_one_spelling(kept.plan, facts).items():
        setattr(kept, name, value)
    kept.version += 1
    kept.save()
    record("policyplan.change_activity", by=by, at=at, on=kept, details={"goal": kept.goal_number})
    return kept


@transaction.atomic
def remove_activity(*, activity: PossibleActivity, by: Account, at: datetime) -> None:
    kept = PossibleActivity.objects.select_for_update().get(pk=activity.pk)
    record("policyplan.remove_activity", by=by, at=at, on=kept, details={"goal": kept.goal_number})
    kept.delete()


def _in_one_spelling(plan: Plan, facts: Mapping[str, Any]) -> dict[str, Any]:
    competence = as_written_before(facts.get("competence", ""), queries.competences_of(plan))
    return {**facts, "competence": competence}


def _refuse_without_goal(plan: Plan, number: int) -> None:
    version = queries.version_to_show(plan)
    if version is None or not Goal.objects.filter(version=version, number=number).exists():
        raise NotWritable(str(wording.GOAL_GONE))
