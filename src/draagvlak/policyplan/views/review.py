from typing import Any

from django.http import Http404

from draagvlak.lib import clock
from draagvlak.policyplan import actions, forms, queries, wording
from draagvlak.policyplan.models import Version
from draagvlak.ui.views import ActPage


class ReviewPlan(ActPage):
    """Evaluate the plan in force, goal by goal (row B1.14)."""

    right = "policyplan.review_plan"
    template_name = "policyplan/review.html"
    form_class = forms.ReviewForm
    done = wording.REVIEWED

    def thing(self) -> Version:
        plan = queries.current_plan()
        version = queries.version_in_force(plan) if plan else None
        if version is None:
            raise Http404
        return version

    def form_words(self) -> dict[str, Any]:
        return {"goals": queries.goals_of(self.subject)}

    def act(self, data: dict[str, Any]) -> str:
        actions.review_plan(
            version=self.subject,
            goals=self.filled.answers(),
            conclusion=data["conclusion"],
            by=self.person,
            at=clock.now(),
        )
        return self.to("policyplan:plan") + "#evaluatie"
