from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from draagvlak.documents.exports import XLSX
from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.policyplan import actions, exports, forms, queries, wording
from draagvlak.policyplan.figures import Box
from draagvlak.policyplan.models import Goal, PossibleActivity, Version
from draagvlak.policyplan.views.plan import version_for
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.ui.views import ActPage, ShowPage


class OfVersion(ShowPage):
    """Something of the version that this person reads: the one at work, or the one in force."""

    right = "policyplan.see_version"

    def thing(self) -> Version:
        version = version_for(self.request, queries.current_plan())
        if version is None:
            raise Http404
        return version


class ShowSight(OfVersion):
    """From why to what one could learn, for the whole plan: what hangs loose, the drawing, and every line in words."""

    template_name = "policyplan/sight_show.html"

    def content(self) -> dict[str, Any]:
        sight = queries.sight(self.subject)
        drawn = exports.drawing(sight)
        return {
            "sight": sight,
            "loose": [(name, wording.LOOSE[name], things) for name, things in sight.loose.items()],
            "drawing": drawn,
            "boxes": [(box, self._address_of(box)) for box in drawn.boxes],
            "may_write": may(self.request.user, "policyplan.write", self.request.organisation),  # type: ignore[attr-defined]
        }

    def _address_of(self, box: Box) -> str:
        kind, key = box.key
        return {
            "item": lambda: self.to("policyplan:item", pk=key),
            "goal": lambda: self.to("policyplan:goal", number=key),
            "activity": lambda: self.to("policyplan:workshop") + f"#idee-{key}",
            "wanted": lambda: self.to("policyplan:framework") + "#orgdoelen",
        }[kind]()


class ShowGoal(OfVersion):
    """One goal with both its ends: what it rests on, and what could be learnt for it."""

    template_name = "policyplan/goal_show.html"

    def content(self) -> dict[str, Any]:
        goals = queries.goals_of(self.subject).select_related("version__plan__project")
        goal: Goal = get_object_or_404(goals, number=self.kwargs["number"])
        organisation = self.request.organisation  # type: ignore[attr-defined]
        return {
            "goal": goal,
            "rest": queries.rest_of(goal),
            "review": queries.last_review_of(goal),
            "may_write": may(self.request.user, "policyplan.write", organisation),
        }


class ShowWorkshop(OfVersion):
    """Goals beside competences, with what could be learnt where they meet (row A6.3)."""

    template_name = "policyplan/workshop_show.html"

    def content(self) -> dict[str, Any]:
        organisation = self.request.organisation  # type: ignore[attr-defined]
        return {
            **_table(self.subject),
            "may_fill": may(self.request.user, "policyplan.fill_workshop", organisation),
        }


def _table(version: Version) -> dict[str, Any]:
    found = queries.matrix(version)
    return {"matrix": found, "half_days": round(found.effort.hours / stakeholders.profile().hours_per_half_day)}


class DownloadWorkshop(OfVersion):
    """The workshop as a sheet, to take to the year plan."""

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        content = exports.workshop_sheet(queries.matrix(self.subject))
        name = f"doelen-en-leren-{self.subject.organisation.slug}.xlsx"
        return HttpResponse(
            content, content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{name}"'}
        )


class OfWorkshop(ActPage):
    """An act on what was thought of; version: the one that is written, whose goals one chooses from."""

    right = "policyplan.fill_workshop"
    version: Version

    def thing(self) -> Any:  # noqa: ANN401 -- the organisation
        plan = queries.current_plan()
        version = queries.version_to_show(plan) if plan else None
        if version is None:
            raise Http404
        self.version = version
        return super().thing()

    def idea(self) -> PossibleActivity:
        return get_object_or_404(queries.possible_activities(self.version.plan), pk=self.kwargs["pk"])


class AddActivity(OfWorkshop):
    """Write down one idea after another, for the same goal and competence as the last one."""

    template_name = "policyplan/activity_add.html"
    form_class = forms.ActivityForm
    done = wording.ACTIVITY_SAVED

    def form_words(self) -> dict[str, Any]:
        return {"version_shown": self.version}

    def initial(self) -> dict[str, Any]:
        return {"goal": self.request.GET.get("doel", ""), "competence": self.request.GET.get("competentie", "")[:150]}

    def content(self) -> dict[str, Any]:
        return {"so_far": queries.possible_activities(self.version.plan).order_by("-pk")[:5]}

    def act(self, data: dict[str, Any]) -> str:
        made = actions.add_activity(
            plan=self.version.plan,
            goal_number=data["goal"],
            facts=self.filled.facts(),
            by=self.person,
            at=clock.now(),
        )
        return f"{self.to('policyplan:add_activity')}?{made.cell}"


class ChangeActivity(AddActivity):
    template_name = "policyplan/activity_change.html"
    done = wording.GOAL_SAVED

    def thing(self) -> PossibleActivity:
        super().thing()
        return self.idea()

    def initial(self) -> dict[str, Any]:
        names = "competence title form for_whom people hours version"
        kept = {name: getattr(self.subject, name) for name in names.split()}
        groups = [str(one.pk) for one in self.subject.groups.all()]
        return {**kept, "goal": self.subject.goal_number, "groups": groups}

    def act(self, data: dict[str, Any]) -> str:
        facts = {**self.filled.facts(), "goal_number": data["goal"]}
        actions.change_activity(
            activity=self.subject, facts=facts, version=data["version"], by=self.person, at=clock.now()
        )
        return self.to("policyplan:workshop") + f"#idee-{self.subject.pk}"


class RemoveActivity(OfWorkshop):
    template_name = "policyplan/activity_remove.html"

    def thing(self) -> PossibleActivity:
        super().thing()
        return self.idea()

    def act(self, _data: dict[str, Any]) -> str:
        actions.remove_activity(activity=self.subject, by=self.person, at=clock.now())
        return self.to("policyplan:workshop")
