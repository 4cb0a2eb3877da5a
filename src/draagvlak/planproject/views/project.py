from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.utils.text import slugify

from draagvlak.documents.exports import PDF
from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.lib.verify import text_seal
from draagvlak.planproject import actions, exports, forms, queries, wording
from draagvlak.planproject.models import Milestone, OpenPoint, Phase, Risk, StatusReport
from draagvlak.planproject.views.group import OfProject
from draagvlak.tenancy.queries import members_of
from draagvlak.ui.views import ActPage, ShowPage


class ShowPlan(ShowPage):
    """The plan as a project: sponsor, open points, phases with their milestones, risks, reports."""

    right = "planproject.see_plan"
    template_name = "planproject/plan_show.html"

    def content(self) -> dict[str, Any]:
        project, today = queries.current_project(), clock.today()
        if project is None:
            return {"project": None}
        asks = {
            name: may(self.request.user, f"planproject.{name}", project)
            for name in ("name_sponsor", "confirm_project", "add_point", "keep_plan", "end_project")
        }
        stretches = queries.stretches_of(project, today=today)
        return {
            "project": project,
            "today": today,
            "stretches": stretches,
            "late": sum(stretch.late for stretch in stretches),
            "points": list(queries.points_of(project)),
            "risks": queries.risks_of(project),
            "reports": list(queries.reports_of(project)[:12]),
            "is_other_now": self.is_other_now(project, today),
            "asks": asks,
        }

    @staticmethod
    def is_other_now(project: Any, today: Any) -> bool:  # noqa: ANN401 -- a project and a day
        """Whether goals, means or time are not any more what the sponsor confirmed."""
        if project.confirmed is None:
            return False
        return bool(project.confirmed.text != queries.text_to_confirm(project, today=today))


class ProjectAct(ActPage):
    """An act of the project: its words stand in `wording.PAGES` under the name of the act."""

    act_name: ClassVar[str]
    template_name = "planproject/project_act.html"
    leads_to: ClassVar[str] = "planproject:plan"

    def content(self) -> dict[str, Any]:
        heading, lead, button = wording.PAGES[self.act_name]
        return {"heading": heading, "sentence": lead, "button": button, "about": self.about(), "back": self.back()}

    def about(self) -> str:
        """What stands above the form as known already."""
        return ""

    def back(self) -> str:
        return self.to(self.leads_to)


class ActOnProject(ProjectAct, OfProject):
    """An act on the project that runs."""

    template_name = "planproject/project_act.html"


class NameSponsor(ActOnProject):
    act_name, right, form_class = "name_sponsor", "planproject.name_sponsor", forms.SponsorForm

    def form_words(self) -> dict[str, Any]:
        return {"sponsors": queries.possible_sponsors(on=clock.today())}

    def initial(self) -> dict[str, Any]:
        return {"sponsor": self.subject.sponsor_id}

    def act(self, data: dict[str, Any]) -> str:
        self.sponsor = data["sponsor"]
        actions.name_sponsor(project=self.subject, sponsor=self.sponsor, by=self.person, at=clock.now())
        return self.back()

    def said(self) -> str:
        return str(wording.SPONSOR_NAMED).format(name=self.sponsor)


class ConfirmProject(OfProject):
    """The sponsor reads goals, means and time and says yes to each."""

    right = "planproject.confirm_project"
    template_name = "planproject/project_confirm.html"
    form_class = forms.ConfirmForm
    done = wording.PROJECT_CONFIRMED

    def content(self) -> dict[str, Any]:
        today = clock.today()
        text = queries.text_to_confirm(self.subject, today=today)
        means = queries.means_of(self.subject, today=today)
        lacks = [line.kind for line in means.lines if "nothing_promised" in line.warnings]
        return {"text": text, "seal": text_seal(text), "lacks": [str(wording.MEANS[kind]).lower() for kind in lacks]}

    def act(self, _data: dict[str, Any]) -> str:
        seal = self.request.POST.get("seal", "")
        actions.confirm_project(project=self.subject, seal=seal, by=self.person, at=clock.now())
        return self.to("planproject:plan")


class EndProject(ActOnProject):
    act_name, right, form_class = "end_project", "planproject.end_project", forms.EndProjectForm
    done = wording.PROJECT_ENDED

    def act(self, data: dict[str, Any]) -> str:
        actions.end_project(project=self.subject, note=data["note"], by=self.person, at=clock.now())
        return self.back()


class AddPoint(ActOnProject):
    act_name, right, form_class = "add_point", "planproject.add_point", forms.PointForm

    def form_words(self) -> dict[str, Any]:
        return {"people": members_of(self.request.organisation)}  # type: ignore[attr-defined]

    def act(self, data: dict[str, Any]) -> str:
        actions.add_point(project=self.subject, facts=data, by=self.person, at=clock.now())
        return self.back()


class ClosePoint(ProjectAct):
    """Closing leads to one's tasks for who may not see the plan itself."""

    act_name, right, form_class = "close_point", "planproject.close_point", forms.ClosePointForm

    def thing(self) -> OpenPoint:
        return get_object_or_404(OpenPoint.objects.select_related("project", "owner"), pk=self.kwargs["pk"])

    def about(self) -> str:
        return str(self.subject.what)

    def back(self) -> str:
        sees = may(self.request.user, "planproject.see_plan", self.subject.project)
        return self.to("planproject:plan" if sees else "desk:tasks")

    def act(self, data: dict[str, Any]) -> str:
        actions.close_point(point=self.subject, answer=data["answer"], by=self.person, at=clock.now())
        return self.back()


class PlanProject(ActOnProject):
    act_name, right, form_class = "plan_project", "planproject.keep_plan", forms.PlanForm
    done = wording.PROJECT_PLANNED

    def initial(self) -> dict[str, Any]:
        today = clock.today()
        return {"due_on": self.subject.due_on or today.fromordinal(today.toordinal() + 240)}

    def act(self, data: dict[str, Any]) -> str:
        actions.plan_project(project=self.subject, due_on=data["due_on"], by=self.person, at=clock.now())
        return self.back()


class AddPhase(ActOnProject):
    act_name, right, form_class = "add_phase", "planproject.keep_plan", forms.PhaseForm

    def act(self, data: dict[str, Any]) -> str:
        del data["version"]
        actions.add_phase(project=self.subject, facts=data, by=self.person, at=clock.now())
        return self.back()


class OfPhase(ProjectAct):
    right = "planproject.keep_plan"

    def thing(self) -> Phase:
        return get_object_or_404(Phase.objects.select_related("project"), pk=self.kwargs["pk"])

    def about(self) -> str:
        return str(self.subject)


class ChangePhase(OfPhase):
    act_name, form_class = "change_phase", forms.PhaseForm

    def initial(self) -> dict[str, Any]:
        return {name: getattr(self.subject, name) for name in ("name", "starts_on", "ends_on", "version")}

    def act(self, data: dict[str, Any]) -> str:
        version = data.pop("version")
        actions.change_phase(phase=self.subject, facts=data, version=version, by=self.person, at=clock.now())
        return self.back()


class FinishPhase(OfPhase):
    act_name = "finish_phase"

    def act(self, _data: dict[str, Any]) -> str:
        actions.finish_phase(phase=self.subject, by=self.person, at=clock.now())
        return self.back()


class AddMilestone(OfPhase):
    act_name, form_class = "add_milestone", forms.MilestoneForm

    def initial(self) -> dict[str, Any]:
        return {"due_on": self.subject.ends_on}

    def act(self, data: dict[str, Any]) -> str:
        del data["version"]
        actions.add_milestone(phase=self.subject, facts=data, by=self.person, at=clock.now())
        return self.back()


class OfMilestone(ProjectAct):
    right = "planproject.keep_plan"

    def thing(self) -> Milestone:
        return get_object_or_404(Milestone.objects.select_related("phase__project"), pk=self.kwargs["pk"])

    def about(self) -> str:
        return str(self.subject)


class ChangeMilestone(OfMilestone):
    act_name, form_class = "change_milestone", forms.MilestoneForm

    def initial(self) -> dict[str, Any]:
        return {name: getattr(self.subject, name) for name in ("title", "due_on", "version")}

    def act(self, data: dict[str, Any]) -> str:
        version = data.pop("version")
        actions.change_milestone(milestone=self.subject, facts=data, version=version, by=self.person, at=clock.now())
        return self.back()


class FinishMilestone(OfMilestone):
    act_name = "finish_milestone"

    def act(self, _data: dict[str, Any]) -> str:
        actions.finish_milestone(milestone=self.subject, by=self.person, at=clock.now())
        return self.back()


class AddRisk(ActOnProject):
    act_name, right, form_class = "add_risk", "planproject.keep_plan", forms.RiskForm

    def form_words(self) -> dict[str, Any]:
        return {"people": members_of(self.request.organisation)}  # type: ignore[attr-defined]

    def act(self, data: dict[str, Any]) -> str:
        del data["version"]
        actions.add_risk(project=self.subject, facts=data, by=self.person, at=clock.now())
        return self.back()


class ChangeRisk(ProjectAct):
    act_name, right, form_class = "change_risk", "planproject.keep_plan", forms.ChangeRiskForm

    def thing(self) -> Risk:
        return get_object_or_404(Risk.objects.select_related("project"), pk=self.kwargs["pk"])

    def form_words(self) -> dict[str, Any]:
        return {"people": members_of(self.request.organisation)}  # type: ignore[attr-defined]

    def initial(self) -> dict[str, Any]:
        names = ("title", "chance", "impact", "measure", "owner", "version")
        return {**{name: getattr(self.subject, name) for name in names}, "is_closed": bool(self.subject.closed_at)}

    def act(self, data: dict[str, Any]) -> str:
        version = data.pop("version")
        actions.change_risk(risk=self.subject, facts=data, version=version, by=self.person, at=clock.now())
        return self.back()


class WriteReport(ActOnProject):
    act_name, right, form_class = "write_report", "planproject.keep_plan", forms.ReportForm
    done = wording.REPORT_WRITTEN

    def act(self, data: dict[str, Any]) -> str:
        report = actions.write_report(project=self.subject, words=data["words"], by=self.person, at=clock.now())
        return self.to("planproject:report", pk=report.pk)


class ShowReport(ShowPage):
    """A report as it was fixed; the page prints."""

    right = "planproject.see_plan"
    template_name = "planproject/report_show.html"

    def thing(self) -> StatusReport:
        return get_object_or_404(StatusReport.objects.select_related("project", "frozen", "by"), pk=self.kwargs["pk"])


class DownloadReport(ShowReport):
    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        name = f"{slugify(str(self.subject))}.pdf"
        headers = {"Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or ""}
        return HttpResponse(exports.report_pdf(self.subject), content_type=PDF, headers=headers)
