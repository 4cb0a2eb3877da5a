from typing import Any

from django.shortcuts import get_object_or_404

from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.policyplan import actions, forms, queries, wording
from draagvlak.policyplan.models import FrameworkItem, OrganisationGoal
from draagvlak.policyplan.states import Bearing, Confidence
from draagvlak.tenancy.queries import members_of
from draagvlak.ui.views import ActPage, ShowPage


class ShowFramework(ShowPage):
    """The register: obligations, goals and opportunities, each with the plan goals that answer it."""

    right = "policyplan.see_framework"
    template_name = "policyplan/framework_show.html"

    def content(self) -> dict[str, Any]:
        plan = queries.current_plan()
        version = queries.version_to_show(plan) if plan else None
        covered = queries.coverage(version)
        rows = [(item, covered.get(item.pk, [])) for item in queries.framework()]
        groups = [(bearing.label, [row for row in rows if row[0].bearing == bearing]) for bearing in Bearing]
        goals = list(queries.goals_of(version)) if version else []
        carried = {goal.organisation_goal_id for goal in goals}
        return {
            "groups": [(label, inside) for label, inside in groups if inside],
            "uncovered": sum(1 for item, goals_of in rows if item.bearing == Bearing.OBLIGATION and not goals_of),
            "to_check": sum(1 for item, _goals in rows if item.confidence == Confidence.TO_CHECK),
            "organisation_goals": [(goal, goal.pk in carried) for goal in queries.organisation_goals()],
            "may_keep": may(self.request.user, "policyplan.keep_framework", self.subject),
            "has_plan": version is not None,
        }


class TakeLibrary(ActPage):
    right = "policyplan.keep_framework"
    template_name = "policyplan/library_take.html"

    def act(self, _data: dict[str, Any]) -> str:
        self.count = actions.take_library(by=self.person, at=clock.now())
        return self.to("policyplan:framework")

    def said(self) -> str:
        return str(wording.LIBRARY_TAKEN).format(count=self.count)


class AddItem(ActPage):
    right = "policyplan.keep_framework"
    template_name = "policyplan/item_add.html"
    form_class = forms.ItemForm

    def form_words(self) -> dict[str, Any]:
        return {"people": members_of(self.request.organisation)}  # type: ignore[attr-defined]

    def initial(self) -> dict[str, Any]:
        return {
            "kind": self.request.GET.get("soort", ""),
            "bearing": Bearing.GOAL if self.request.GET.get("soort") == "mission" else "",
        }

    def act(self, data: dict[str, Any]) -> str:
        actions.add_item(
            facts={name: value for name, value in data.items() if name != "version"},
            by=self.person,
            at=clock.now(),
        )
        return self.to("policyplan:framework")


class ChangeItem(AddItem):
    template_name = "policyplan/item_change.html"

    def thing(self) -> FrameworkItem:
        return get_object_or_404(FrameworkItem.objects.select_related("owner"), pk=self.kwargs["pk"])

    def initial(self) -> dict[str, Any]:
        names = (
            "kind",
            "bearing",
            "title",
            "extract",
            "meaning",
            "for_whom",
            "deadline",
            "evidence",
            "source",
            "owner",
            "checked_on",
            "version",
        )
        return {name: getattr(self.subject, name) for name in names}

    def act(self, data: dict[str, Any]) -> str:
        version = data.pop("version") or 0
        actions.change_item(item=self.subject, facts=data, version=version, by=self.person, at=clock.now())
        return self.to("policyplan:framework")


class RemoveItem(ActPage):
    right = "policyplan.keep_framework"
    template_name = "policyplan/item_remove.html"

    def thing(self) -> FrameworkItem:
        return get_object_or_404(FrameworkItem, pk=self.kwargs["pk"])

    def act(self, _data: dict[str, Any]) -> str:
        actions.remove_item(item=self.subject, by=self.person, at=clock.now())
        return self.to("policyplan:framework")


class AddOrganisationGoal(ActPage):
    right = "policyplan.keep_framework"
    template_name = "policyplan/organisation_goal.html"
    form_class = forms.OrganisationGoalForm

    def act(self, data: dict[str, Any]) -> str:
        actions.add_organisation_goal(title=data["title"], source=data["source"], by=self.person, at=clock.now())
        return self.to("policyplan:framework")


class ChangeOrganisationGoal(ActPage):
    right = "policyplan.keep_framework"
    template_name = "policyplan/organisation_goal.html"
    form_class = forms.OrganisationGoalForm

    def thing(self) -> OrganisationGoal:
        return get_object_or_404(OrganisationGoal, pk=self.kwargs["pk"])

    def initial(self) -> dict[str, Any]:
        return {"title": self.subject.title, "source": self.subject.source, "version": self.subject.version}

    def act(self, data: dict[str, Any]) -> str:
        version = data.pop("version") or 0
        actions.change_organisation_goal(goal=self.subject, facts=data, version=version, by=self.person, at=clock.now())
        return self.to("policyplan:framework")
