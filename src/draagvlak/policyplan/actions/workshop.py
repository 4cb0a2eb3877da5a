from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib.refusals import Changed
from draagvlak.policyplan import queries, wording
from draagvlak.policyplan.models import ActivityGroup, Goal, Plan, PossibleActivity
from draagvlak.policyplan.rules import NotWritable, as_written_before
from draagvlak.staff.models import FunctionGroup


@transaction.atomic
def add_activity(
    *, plan: Plan, goal_number: int, facts: Mapping[str, Any], by: Account, at: datetime
) -> PossibleActivity:
    """Write down something one could learn by for a goal (row A6.3). facts: fields of PossibleActivity by name; groups: the function
    groups it is meant for, none when that is not said.

    Raises NotWritable when the version that is shown has no such goal (any more).
    """
    Plan.objects.select_for_update().get(pk=plan.pk)
    _refuse_without_goal(plan, goal_number)
    fields = _in_one_spelling(plan, facts)
    groups = fields.pop("groups", [])
    made = PossibleActivity.objects.create(plan=plan, goal_number=goal_number, made_by=by, made_at=at, **fields)
    _name_groups(made, groups)
    record("policyplan.add_activity", by=by, at=at, on=made, details={"goal": goal_number})
    return made


@transaction.atomic
def change_activity(
    *, activity: PossibleActivity, facts: Mapping[str, Any], version: int, by: Account, at: datetime
) -> PossibleActivity:
    """facts: fields by name, also goal_number; groups stay as they are when left out. Raises Changed when somebody was first."""
    kept = PossibleActivity.objects.select_for_update().select_related("plan").get(pk=activity.pk)
    if kept.version != version:
        theirs = {name: getattr(kept, name) for name in facts if name != "groups"}
        raise Changed(str(wording.SOMEONE_CHANGED).format(name=wording.SOMEONE), theirs=theirs, version=kept.version)
    if facts["goal_number"] != kept.goal_number:
        _refuse_without_goal(kept.plan, facts["goal_number"])
    fields = _in_one_spelling(kept.plan, facts)
    groups = fields.pop("groups", None)
    for name, value in fields.items():
        setattr(kept, name, value)
    kept.version += 1
    kept.save()
    if groups is not None:
        ActivityGroup.objects.filter(activity=kept).delete()
        _name_groups(kept, groups)
    record("policyplan.change_activity", by=by, at=at, on=kept, details={"goal": kept.goal_number})
    return kept


@transaction.atomic
def remove_activity(*, activity: PossibleActivity, by: Account, at: datetime) -> None:
    kept = PossibleActivity.objects.select_for_update().get(pk=activity.pk)
    record("policyplan.remove_activity", by=by, at=at, on=kept, details={"goal": kept.goal_number})
    kept.delete()


def _name_groups(activity: PossibleActivity, groups: Collection[FunctionGroup]) -> None:
    ActivityGroup.objects.bulk_create([ActivityGroup(activity=activity, function_group=one) for one in groups])


def _in_one_spelling(plan: Plan, facts: Mapping[str, Any]) -> dict[str, Any]:
    competence = as_written_before(facts.get("competence", ""), queries.competences_of(plan))
    return {**facts, "competence": competence}


def _refuse_without_goal(plan: Plan, number: int) -> None:
    version = queries.version_to_show(plan)
    if version is None or not Goal.objects.filter(version=version, number=number).exists():
        raise NotWritable(str(wording.GOAL_GONE))
