from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.policyplan import wording
from draagvlak.policyplan.models import Goal, GoalReview, Review, Version
from draagvlak.policyplan.rules import NothingSaid, NotWritable
from draagvlak.policyplan.states import VersionState


@transaction.atomic
def review_plan(
    *, version: Version, goals: Sequence[tuple[Goal, Mapping[str, Any]]], conclusion: str, by: Account, at: datetime
) -> Review:
    """Evaluate the plan in force (row B1.14). goals: each goal with its state, value and note.

    Raises NotWritable when the version is not in force, NothingSaid without a conclusion.
    """
    if version.state != VersionState.ADOPTED:
        raise NotWritable(str(wording.ONLY_IN_FORCE))
    if not conclusion.strip():
        raise NothingSaid(str(wording.NOTHING_SAID))
    review = Review.objects.create(
        version=version, on=clock.day_of(at), conclusion=conclusion.strip(), made_at=at, made_by=by
    )
    GoalReview.objects.bulk_create([GoalReview(review=review, goal=goal, **facts) for goal, facts in goals])
    record("policyplan.review_plan", by=by, at=at, on=version, details={"goals": len(goals)})
    return review
