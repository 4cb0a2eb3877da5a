from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from draagvlak.decisions import queries as decisions
from draagvlak.decisions.models import Dossier
from draagvlak.decisions.states import DossierKind
from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.lib.text import whole_number
from draagvlak.planproject import queries as planproject
from draagvlak.policyplan import actions, exports, forms, queries, wording
from draagvlak.policyplan.figures import GoalAsItWas
from draagvlak.policyplan.models import Goal, Plan, RegulationVersion, Version
from draagvlak.policyplan.rules import SMALL_HOUSE
from draagvlak.policyplan.states import PlanSize, VersionState
from draagvlak.policyplan.views.beside import beside, open_at, open_everywhere
from draagvlak.policyplan.views.sponsor import who_carries
from draagvlak.policyplan.views.starting import StartsNew
from draagvlak.policyplan.views.unread import unread_on_plan
from draagvlak.staff import queries as staff
from draagvlak.ui.templatetags.house import in_words
from draagvlak.ui.views import ActPage, ShowPage


class ShowPlan(ShowPage):
    """The plan as it is read: the version at work for who writes it, the one in force for everybody."""

    right = "policyplan.see_plan"
    template_name = "policyplan/plan_show.html"

    def content(self) -> dict[str, Any]:
        plan = queries.current_plan()
        version = version_for(self.request, plan)
        versions = list(queries.versions_of(plan)) if plan else []
        reading = _reading(version) if version else {}
        return {
            "plan": plan,
            "version": version,
            "versions": _rights_on(self.request, versions),
            "has_project": planproject.current_project() is not None,
            "may_start": may(self.request.user, "policyplan.start_plan", self.subject),
            "may_write": may(self.request.user, "policyplan.write", self.subject),
            "may_flag": may(self.request.user, "policyplan.flag_change", self.subject),
            "may_see_individuals": may(self.request.user, "policyplan.see_individuals", self.subject),
            "may_submit": may(self.request.user, "policyplan.submit_version", self.subject),
            "reviews": list(queries.reviews_of(plan)) if plan else [],
            "may_review": plan is not None
            and may(self.request.user, "policyplan.review_plan", self.subject)
            and queries.version_in_force(plan) is not None,
            "may_see_dossier": _may_see_dossier(self.request, version),
            "lines": version is not None,
            **self._margin(plan, reading),
            **who_carries(self.request, plan),
            **reading,
            **unread_on_plan(self.request, version),
        }

    def _margin(self, plan: Plan | None, reading: dict[str, Any]) -> dict[str, Any]:
        """The notes beside a draft, for who writes it."""
        if plan is None or not reading.get("is_draft") or not may(self.request.user, "policyplan.write_notes", plan):
            return {"margin": None}
        margin = beside(plan, reading["values"])
        return {"margin": margin, "notes_open": sum(len(one.notes) for one in margin.values())}


def _may_see_dossier(request: HttpRequest, version: Version | RegulationVersion | None) -> bool:
    """Whether this person may follow the way to the dossier of the version. False without a dossier."""
    dossier = version.dossier if version else None
    return dossier is not None and may(request.user, "decisions.see_dossier", dossier)


def _rights_on(request: HttpRequest, versions: Sequence[Version]) -> list[tuple[Version, bool, bool]]:
    """Each version, oldest first: may this person read it, and lay it beside the one before it."""
    sees = [may(request.user, "policyplan.see_version", one) for one in versions]
    return [(one, here, here and before) for one, here, before in zip(versions, sees, [False, *sees], strict=False)]


def version_for(request: HttpRequest, plan: Plan | None) -> Version | None:
    """The version that this person reads first: the one at work for who may see it, else the one in force; or none."""
    if plan is None:
        return None
    first = queries.version_to_show(plan)
    if first is not None and may(request.user, "policyplan.see_version", first):
        return first
    return queries.version_in_force(plan)


def _reading(version: Version) -> dict[str, Any]:
    values = queries.snapshot(version, on=clock.today())
    gaps = queries.gaps(version) if version.state == VersionState.DRAFT else []
    return {
        "values": values,
        "gaps": [str(wording.GAPS[gap.what]).format(name=gap.name) for gap in gaps],
        "starting": queries.starting_parts(version) if version.state == VersionState.DRAFT else (),
        "is_draft": version.state == VersionState.DRAFT,
        "is_submitted": version.state == VersionState.SUBMITTED,
        "in_force": version.state == VersionState.ADOPTED,
    }


class ShowVersion(ShowPage):
    """One version as it was, or is."""

    right = "policyplan.see_version"
    template_name = "policyplan/plan_show.html"

    def thing(self) -> Version:
        return get_object_or_404(
            Version.objects.select_related("plan", "dossier", "document"),
            number=self.kwargs["number"],
            plan=queries.current_plan(),
        )

    def content(self) -> dict[str, Any]:
        return {
            "plan": self.subject.plan,
            "version": self.subject,
            "versions": _rights_on(self.request, list(queries.versions_of(self.subject.plan))),
            "may_see_dossier": _may_see_dossier(self.request, self.subject),
            **_reading(self.subject),
        }


class ShowDocument(ShowPage):
    """The exact text of a dossier, for who has a voice in it."""

    right = "policyplan.see_version"
    template_name = "policyplan/document_show.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401 -- Django's own
        """A measure has no versions: its text is the note, and who may read it is asked of the dossier."""
        if ShowNoteOfMeasure.dossiers(kwargs["number"]).exists():
            return ShowNoteOfMeasure.as_view()(request, *args, **kwargs)
        return super().dispatch(request, *args, **kwargs)

    def thing(self) -> Version | RegulationVersion:
        """Of the plan, or else of the training regulation."""
        number = self.kwargs["number"]
        version = Version.objects.select_related("plan", "dossier", "document").filter(dossier__number=number).first()
        return version or get_object_or_404(queries.regulation_versions(), dossier__number=number)

    def content(self) -> dict[str, Any]:
        version, is_plan = self.subject, isinstance(self.subject, Version)
        dossier = version.dossier
        return {
            "version": version,
            "is_plan": is_plan,
            "values": queries.snapshot(version, on=clock.today()) if is_plan else queries.regulation_snapshot(version),
            "dossier": dossier,
            "may_see_dossier": _may_see_dossier(self.request, version),
            "befores": self._before(version),
        }

    def _before(self, version: Version | RegulationVersion) -> list[int]:
        """The version whose place this one would take (or else the one before it) and the last that the bodies had before them;
        only what this person may lay side by side (row B2.8)."""
        versions = queries.versions_of(version.plan) if isinstance(version, Version) else queries.regulation_versions()
        earlier = [one for one in versions if one.number < version.number and may(self.person, self.right, one)]
        adopted = [one for one in earlier if one.adopted_at]
        asked = [one.number for one in earlier if one.dossier_id]
        return sorted({max(one.number for one in adopted or earlier), *asked[-1:]}) if earlier else []


class ShowNoteOfMeasure(ShowPage):
    """The exact text of a dossier about a measure: the note as the body had it."""

    right = "decisions.see_dossier"
    template_name = "policyplan/document_note.html"

    @staticmethod
    def dossiers(number: int) -> QuerySet[Dossier]:
        return decisions.dossiers().filter(kind=DossierKind.MEASURE, number=number)

    def thing(self) -> Dossier:
        return get_object_or_404(self.dossiers(self.kwargs["number"]))


class CompareVersions(ShowPage):
    """What changed between two versions, part by part."""

    right = "policyplan.see_version"
    template_name = "policyplan/versions_compare.html"

    def thing(self) -> Version:
        plan = queries.current_plan()
        self.older: Any = get_object_or_404(
            Version.objects.select_related("document", "plan"), number=self.kwargs["older"], plan=plan
        )
        if not may(self.request.user, self.right, self.older):
            raise PermissionDenied
        return get_object_or_404(
            Version.objects.select_related("document", "plan"), number=self.kwargs["newer"], plan=plan
        )

    def content(self) -> dict[str, Any]:
        is_whole = "alles" in self.request.GET
        found = queries.differences(self.older, self.subject, on=clock.today(), is_whole=is_whole)
        parts = {"changed_parts": [d for d in found if d.is_changed], "same": [d for d in found if not d.is_changed]}
        return {"older": self.older, "newer": self.subject, "is_whole": is_whole, **parts}


class DownloadPlan(ShowPage):
    """The plan as PDF or DOCX."""

    right = "policyplan.see_version"

    def thing(self) -> Version:
        return get_object_or_404(
            Version.objects.select_related("plan", "dossier", "document"),
            number=self.kwargs["number"],
            plan=queries.current_plan(),
        )

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        suffix = self.kwargs["suffix"]
        content = exports.pdf(self.subject) if suffix == "pdf" else exports.docx(self.subject)
        name = f"beleidsplan-{self.subject.organisation.slug}-v{self.subject.number}.{suffix}"
        return HttpResponse(
            content,
            content_type=exports.MEDIA_TYPES[suffix],
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )


class StartPlan(ActPage):
    right = "policyplan.start_plan"
    template_name = "policyplan/plan_start.html"
    form_class = forms.StartForm

    def thing(self) -> Any:  # noqa: ANN401 -- the organisation
        self.project: Any = planproject.current_project()
        if self.project is None:
            raise Http404
        return super().thing()

    def initial(self) -> dict[str, Any]:
        size = (
            PlanSize.SHORT
            if staff.headcount(on=clock.today(), workers_only=True).total <= SMALL_HOUSE
            else PlanSize.LONG
        )
        return {"title": self.project.title, "size": size}  # type: ignore[union-attr]

    def act(self, data: dict[str, Any]) -> str:
        size = PlanSize(data["size"])
        actions.start_plan(project=self.project, title=data["title"], size=size, by=self.person, at=clock.now())
        return self.to("policyplan:plan")


class OfPlan(StartsNew):
    """An act on the current plan."""

    right = "policyplan.write"

    def thing(self) -> Plan:
        plan = queries.current_plan()
        if plan is None:
            raise Http404
        self.version = queries.version_to_show(plan)
        return plan

    def content(self) -> dict[str, Any]:
        return self.warning()


class SetGoal(OfPlan):
    """Set a goal. ?doel=D&als=N: the form begins with goal D as it was saved for the N-th time."""

    template_name = "policyplan/goal_set.html"
    form_class = forms.GoalForm
    done = wording.GOAL_SAVED

    @cached_property
    def earlier(self) -> GoalAsItWas | None:
        asked = self.request.GET
        if "als" not in asked:
            return None
        number = self.kwargs.get("number") or whole_number(asked.get("doel", ""))
        found = queries.goal_as_it_was(self.subject, number, whole_number(asked["als"]))
        if found is None:
            raise Http404
        return found

    def initial(self) -> dict[str, Any]:
        return dict(self.earlier.fields) if self.earlier else {}

    def content(self) -> dict[str, Any]:
        return {**super().content(), "earlier": self.earlier}

    def act(self, data: dict[str, Any]) -> str:
        goal = actions.set_goal(
            plan=self.subject, facts=self.filled.facts(), items=data["items"], by=self.person, at=clock.now()
        )
        return self.to("policyplan:plan") + f"#doel-{goal.number}"


class OfGoal(OfPlan):
    """An act on a goal of the version that is shown; in another window it may be gone by now."""

    def thing(self) -> Any:  # noqa: ANN401 -- the plan
        plan = super().thing()
        self.goal: Goal = get_object_or_404(Goal, version=self.version, number=self.kwargs["number"])
        return plan

    def content(self) -> dict[str, Any]:
        return {**super().content(), "goal": self.goal, "notes": open_at(self.subject, f"doel-{self.goal.number}")}


class ChangeGoal(OfGoal, SetGoal):
    def initial(self) -> dict[str, Any]:
        goal = self.goal
        names = "title organisation_goal question mission body indicator baseline target due_on owner"
        return {
            **{name: getattr(goal, name) for name in names.split()},
            "items": list(goal.items.all()),
            **super().initial(),
            "version": goal.revision,
        }

    def act(self, data: dict[str, Any]) -> str:
        goal = actions.change_goal(
            plan=self.subject,
            number=self.kwargs["number"],
            facts=self.filled.facts(),
            items=data["items"],
            revision=data["version"],
            by=self.person,
            at=clock.now(),
        )
        part = queries.part_of_goal(goal.number)
        self.others = queries.brought_together_with(part, goal.revision, plan=self.subject, seen=data["version"])
        return self.to("policyplan:plan") + f"#doel-{goal.number}"

    def said(self) -> Any:  # noqa: ANN401 -- a lazy sentence
        if self.others:
            return wording.GOAL_WRITTEN_TOGETHER.format(name=in_words(self.others))
        return super().said()


class RemoveGoal(OfGoal):
    template_name = "policyplan/goal_remove.html"

    def act(self, _data: dict[str, Any]) -> str:
        actions.remove_goal(plan=self.subject, number=self.kwargs["number"], by=self.person, at=clock.now())
        return self.to("policyplan:plan")


class NewVersion(OfPlan):
    """Begin an adjustment of an adopted plan (row B1.14)."""

    template_name = "policyplan/version_new.html"
    form_class = forms.NewVersionForm

    def act(self, data: dict[str, Any]) -> str:
        actions.new_version(plan=self.subject, by=self.person, at=clock.now(), **data)
        return self.to("policyplan:plan")


class SubmitVersion(OfPlan):
    right = "policyplan.submit_version"
    template_name = "policyplan/version_submit.html"
    done = wording.SUBMITTED

    def content(self) -> dict[str, Any]:
        gaps = queries.gaps(self.version) if self.version and self.version.state == VersionState.DRAFT else []
        return {
            **super().content(),
            "gaps": [str(wording.GAPS[gap.what]).format(name=gap.name) for gap in gaps],
            "running": queries.consultation_open(self.subject),
            "notes": open_everywhere(self.subject, self.version),
            "mandates": decisions.mandates(DossierKind.POLICY_PLAN, on=clock.today()),
        }

    def act(self, _data: dict[str, Any]) -> str:
        dossier = actions.submit_version(plan=self.subject, by=self.person, at=clock.now(), root=settings.ADDRESS)
        return self.to("decisions:dossier", number=dossier.number)
