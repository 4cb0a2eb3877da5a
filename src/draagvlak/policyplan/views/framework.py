from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header

from draagvlak.documents.queries import content_of
from draagvlak.documents.rules import LARGEST
from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.policyplan import actions, forms, queries, wording
from draagvlak.policyplan.models import Deadline, FrameworkItem, ItemFile, OrganisationGoal, Plan
from draagvlak.policyplan.queries.agreement import clauses_on
from draagvlak.policyplan.states import Bearing, Confidence
from draagvlak.policyplan.views.plan import version_for
from draagvlak.tenancy.queries import members_of
from draagvlak.ui.views import ActPage, ShowPage


class ShowFramework(ShowPage):
    """The register: obligations, goals and opportunities, each with the plan goals that answer it."""

    right = "policyplan.see_framework"
    template_name = "policyplan/framework_show.html"

    def content(self) -> dict[str, Any]:
        plan = queries.current_plan()
        version = version_for(self.request, plan)
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
            "ahead": list(queries.deadlines_ahead()[:8]),
            "today": clock.today(),
        }


class ShowItem(ShowPage):
    """One obligation, goal or opportunity: what it says, what rests on it, its days and its files."""

    right = "policyplan.see_framework"
    template_name = "policyplan/item_show.html"

    def thing(self) -> FrameworkItem:
        return get_object_or_404(FrameworkItem.objects.select_related("owner"), pk=self.kwargs["pk"])

    def content(self) -> dict[str, Any]:
        plan = queries.current_plan()
        version = version_for(self.request, plan)
        return {
            "goals": queries.coverage(version).get(self.subject.pk, []),
            "ideas": self._ideas(plan),
            "articles": queries.articles_on(self.subject),
            "clauses": clauses_on(self.subject),
            "deadlines": list(queries.deadlines_of(self.subject)),
            "files": list(queries.files_of(self.subject)),
            "may_keep": may(self.request.user, "policyplan.keep_framework", self.subject),
            "today": clock.today(),
        }

    @staticmethod
    def _ideas(plan: Plan | None) -> dict[int, list[str]]:
        """Number of a goal → what could be learnt for it, so that an obligation leads to activities (row A9.1)."""
        found: dict[int, list[str]] = {}
        for one in queries.possible_activities(plan) if plan else ():
            found.setdefault(one.goal_number, []).append(one.title)
        return found


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
        version = data.pop("version")
        actions.change_item(item=self.subject, facts=data, version=version, by=self.person, at=clock.now())
        return self.to("policyplan:item", pk=self.subject.pk)


class RemoveItem(ActPage):
    right = "policyplan.keep_framework"
    template_name = "policyplan/item_remove.html"

    def thing(self) -> FrameworkItem:
        return get_object_or_404(FrameworkItem, pk=self.kwargs["pk"])

    def content(self) -> dict[str, Any]:
        return {"beside": [*queries.deadlines_of(self.subject), *(one.file for one in queries.files_of(self.subject))]}

    def act(self, _data: dict[str, Any]) -> str:
        actions.remove_item(item=self.subject, by=self.person, at=clock.now())
        return self.to("policyplan:framework")


class OfItem(ActPage):
    """An act on one item of the framework."""

    right = "policyplan.keep_framework"

    def thing(self) -> FrameworkItem:
        return get_object_or_404(FrameworkItem, pk=self.kwargs["pk"])

    def back(self) -> str:
        return self.to("policyplan:item", pk=self.kwargs["pk"])


class SetDeadline(OfItem):
    template_name = "policyplan/deadline_set.html"
    form_class = forms.DeadlineForm

    def act(self, data: dict[str, Any]) -> str:
        actions.set_deadline(item=self.subject, facts=data, by=self.person, at=clock.now())
        return self.back()


class OfDeadline(ActPage):
    right = "policyplan.keep_framework"

    def thing(self) -> Deadline:
        return get_object_or_404(Deadline.objects.select_related("item"), pk=self.kwargs["pk"])

    def back(self) -> str:
        return self.to("policyplan:item", pk=self.subject.item_id)


class FinishDeadline(OfDeadline):
    right = "policyplan.finish_deadline"
    template_name = "policyplan/deadline_finish.html"
    form_class = forms.FinishForm
    done = wording.DEADLINE_FINISHED

    def act(self, data: dict[str, Any]) -> str:
        actions.finish_deadline(deadline=self.subject, note=data["note"], by=self.person, at=clock.now())
        return self.back()


class DropDeadline(OfDeadline):
    template_name = "policyplan/deadline_drop.html"

    def act(self, _data: dict[str, Any]) -> str:
        place = self.back()
        actions.drop_deadline(deadline=self.subject, by=self.person, at=clock.now())
        return place


class AddFile(OfItem):
    template_name = "policyplan/file_add.html"
    form_class = forms.FileForm
    done = wording.FILE_ADDED

    def act(self, data: dict[str, Any]) -> str:
        words = {"name": data["file"].name, "content": data["file"].read(LARGEST + 1)}
        actions.add_file(item=self.subject, **words, by=self.person, at=clock.now())
        return self.back()


class TakeAwayFile(ActPage):
    right = "policyplan.keep_framework"
    template_name = "policyplan/file_take_away.html"

    def thing(self) -> ItemFile:
        return get_object_or_404(
            ItemFile.objects.select_related("item", "file"), pk=self.kwargs["pk"], taken_away_at=None
        )

    def act(self, _data: dict[str, Any]) -> str:
        actions.take_away_file(item_file=self.subject, by=self.person, at=clock.now())
        return self.to("policyplan:item", pk=self.subject.item_id)


class DownloadFile(ShowPage):
    """The bytes as they were put in, always as a download: nothing in them is shown or run by our pages."""

    right = "policyplan.see_framework"

    def thing(self) -> ItemFile:
        return get_object_or_404(ItemFile.objects.select_related("file"), pk=self.kwargs["pk"], taken_away_at=None)

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        file = self.subject.file
        name = content_disposition_header(as_attachment=True, filename=file.name) or "attachment"
        return HttpResponse(content_of(file), content_type=file.media_type, headers={"Content-Disposition": name})


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
        version = data.pop("version")
        actions.change_organisation_goal(goal=self.subject, facts=data, version=version, by=self.person, at=clock.now())
        return self.to("policyplan:framework")
