from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header

from draagvlak.documents.queries import content_of
from draagvlak.documents.rules import LARGEST
from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.meetings import queries as meetings
from draagvlak.planproject import actions, forms, queries, wording
from draagvlak.planproject.models import Assignment, AssignmentFile, AssignmentGuest, PartnerAid
from draagvlak.planproject.rules import AID_PARTS, advice_on
from draagvlak.planproject.states import AidAnswer, AidPart, AidQuestion
from draagvlak.planproject.views.project import ActOnProject, ProjectAct
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.tenancy.queries import is_guest_of
from draagvlak.ui.views import ShowPage

EXTERNAL = "planproject:external"


def steps_of(aid: PartnerAid) -> list[dict[str, Any]]:
    """The advice with its steps: per part its questions with the answers in words, the points and the threshold."""
    words, questions = dict(AidAnswer.choices), dict(AidQuestion.choices)
    return [
        {
            "name": AidPart(field.part).label,
            "field": field,
            "answers": [
                (questions[key], words[aid.answers[key]], aid.answers[key]) for key in AID_PARTS[AidPart(field.part)]
            ],
        }
        for field in advice_on(aid.answers).fields
    ]


class ShowExternal(ShowPage):
    """Is an external partner desirable? The aid, the decision, and what partners do for us."""

    right = "planproject.see_plan"
    template_name = "planproject/external_show.html"

    def content(self) -> dict[str, Any]:
        project = queries.current_project()
        aid = queries.aid_of(project)
        return {
            "project": project,
            "aid": aid,
            "advice": advice_on(aid.answers) if aid else None,
            "steps": steps_of(aid) if aid else [],
            "assignments": list(queries.assignments()),
            "today": clock.today(),
            "may_weigh": may(self.request.user, "planproject.weigh_partner", self.subject),
            "may_decide": may(self.request.user, "planproject.decide_partner", self.subject),
            "may_keep": may(self.request.user, "planproject.keep_assignments", self.subject),
        }


class WeighPartner(ActOnProject):
    act_name, right, form_class, leads_to = "weigh_partner", "planproject.weigh_partner", forms.AidForm, EXTERNAL
    done = wording.PARTNER_WEIGHED

    def act(self, data: dict[str, Any]) -> str:
        remark = data.pop("remark")
        actions.weigh_partner(project=self.subject, answers=data, remark=remark, by=self.person, at=clock.now())
        return self.back()


class DecidePartner(ProjectAct):
    act_name, right, form_class, leads_to = "decide_partner", "planproject.decide_partner", forms.DecisionForm, EXTERNAL

    def thing(self) -> PartnerAid:
        return get_object_or_404(PartnerAid.objects.select_related("project"), pk=self.kwargs["pk"])

    def initial(self) -> dict[str, Any]:
        return {"is_wanted": "1" if advice_on(self.subject.answers).is_advised else ""}

    def about(self) -> str:
        is_advised = advice_on(self.subject.answers).is_advised
        return str(wording.ADVICE_YES if is_advised else wording.ADVICE_NO)

    def act(self, data: dict[str, Any]) -> str:
        words = {"is_wanted": bool(data["is_wanted"]), "reason": data["reason"]}
        actions.decide_partner(aid=self.subject, **words, by=self.person, at=clock.now())
        return self.back()


class GiveAssignment(ActOnProject):
    act_name, right, form_class = "give_assignment", "planproject.keep_assignments", forms.AssignmentForm
    leads_to = EXTERNAL

    def form_words(self) -> dict[str, Any]:
        return {"partners": stakeholders.partners()}

    def content(self) -> dict[str, Any]:
        return {**super().content(), "adds_partner": not stakeholders.partners().exists()}

    def initial(self) -> dict[str, Any]:
        return {"starts_on": clock.today(), "half_days": 0, "cost": 0}

    def act(self, data: dict[str, Any]) -> str:
        del data["version"]
        assignment = actions.give_assignment(project=self.subject, facts=data, by=self.person, at=clock.now())
        return self.to("planproject:assignment", pk=assignment.pk)


class OfAssignment(ProjectAct):
    """An act on one assignment."""

    right = "planproject.keep_assignments"

    def thing(self) -> Assignment:
        return get_object_or_404(queries.assignments(), pk=self.kwargs["pk"])

    def about(self) -> str:
        return str(self.subject)

    def back(self) -> str:
        return self.to("planproject:assignment", pk=self.subject.pk)


class ChangeAssignment(OfAssignment):
    act_name, form_class = "change_assignment", forms.AssignmentForm

    def form_words(self) -> dict[str, Any]:
        return {"partners": stakeholders.partners()}

    def initial(self) -> dict[str, Any]:
        names = ("title", "question", "deliverable", "starts_on", "ends_on", "half_days", "cost", "version")
        return {**{name: getattr(self.subject, name) for name in names}, "partner": self.subject.partner_id}

    def act(self, data: dict[str, Any]) -> str:
        version = data.pop("version")
        actions.change_assignment(assignment=self.subject, facts=data, version=version, by=self.person, at=clock.now())
        return self.back()


class ReceiveResult(OfAssignment):
    act_name, form_class = "receive_result", forms.ResultForm

    def initial(self) -> dict[str, Any]:
        return {"received_on": clock.today()}

    def act(self, data: dict[str, Any]) -> str:
        actions.receive_result(assignment=self.subject, **data, by=self.person, at=clock.now())
        return self.back()


class InviteGuest(OfAssignment):
    act_name, form_class = "invite_guest", forms.GuestForm

    def act(self, data: dict[str, Any]) -> str:
        self.name = data["name"]
        words = {"by": self.person, "at": clock.now(), "root": settings.ADDRESS}
        actions.invite_guest(assignment=self.subject, email=data["email"], name=self.name, **words)
        return self.back()

    def said(self) -> str:
        return str(wording.GUEST_INVITED).format(name=self.name)


class EndGuest(ProjectAct):
    act_name, right = "end_guest", "planproject.keep_assignments"

    def thing(self) -> AssignmentGuest:
        guests = AssignmentGuest.objects.select_related("assignment", "account")
        return get_object_or_404(guests, pk=self.kwargs["pk"], ended_at=None)

    def about(self) -> str:
        return str(self.subject)

    def back(self) -> str:
        return self.to("planproject:assignment", pk=self.subject.assignment_id)

    def act(self, _data: dict[str, Any]) -> str:
        actions.end_guest(guest=self.subject, by=self.person, at=clock.now())
        return self.back()


class ShowAssignment(ShowPage):
    """One assignment with its papers and messages: for us, and for the guests it names."""

    right = "planproject.see_assignment"
    template_name = "planproject/assignment_show.html"
    opens_to_guests = True

    def thing(self) -> Assignment:
        return get_object_or_404(queries.assignments(), pk=self.kwargs["pk"])

    def content(self) -> dict[str, Any]:
        return {
            "is_guest": is_guest_of(self.person, self.request.organisation),  # type: ignore[attr-defined]
            "papers": list(queries.papers_of(self.subject)),
            "messages_about": list(queries.messages_about(self.subject)),
            "guests": list(queries.guests_of(self.subject)),
            "today": clock.today(),
        }


class MyAssignments(ShowPage):
    """What a guest finds here: the assignments of his own."""

    right = "planproject.see_my_assignments"
    template_name = "planproject/my_assignments.html"
    opens_to_guests = True

    def content(self) -> dict[str, Any]:
        return {
            "assignments": list(queries.assignments_of_guest(self.person)),
            "meetings": list(meetings.open_as_guest(self.person, at=clock.now())),
        }


class AddPaper(OfAssignment):
    act_name, right, form_class = "add_paper", "planproject.see_assignment", forms.AssignmentPaperForm
    opens_to_guests = True

    def act(self, data: dict[str, Any]) -> str:
        words = {"name": data["file"].name, "content": data["file"].read(LARGEST + 1)}
        actions.add_paper(assignment=self.subject, **words, by=self.person, at=clock.now())
        return self.back()


class WriteMessage(OfAssignment):
    act_name, right, form_class = "write_message", "planproject.see_assignment", forms.MessageForm
    done = wording.MESSAGE_WRITTEN
    opens_to_guests = True

    def act(self, data: dict[str, Any]) -> str:
        actions.write_message(assignment=self.subject, text=data["text"], by=self.person, at=clock.now())
        return self.back()


class DownloadPaper(ShowPage):
    """The bytes as they were put in, always as a download. The right is asked of the assignment it lies with."""

    right = "planproject.see_assignment"
    opens_to_guests = True

    def thing(self) -> Assignment:
        papers = AssignmentFile.objects.select_related("assignment", "file")
        self.paper: AssignmentFile = get_object_or_404(papers, pk=self.kwargs["pk"], taken_away_at=None)
        assignment: Assignment = self.paper.assignment
        return assignment

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        file = self.paper.file
        name = content_disposition_header(as_attachment=True, filename=file.name) or "attachment"
        return HttpResponse(content_of(file), content_type=file.media_type, headers={"Content-Disposition": name})


class TakeAwayPaper(ProjectAct):
    act_name, right = "take_away_paper", "planproject.keep_assignments"

    def thing(self) -> AssignmentFile:
        papers = AssignmentFile.objects.select_related("assignment", "file")
        return get_object_or_404(papers, pk=self.kwargs["pk"], taken_away_at=None)

    def about(self) -> str:
        return str(self.subject)

    def back(self) -> str:
        return self.to("planproject:assignment", pk=self.subject.assignment_id)

    def act(self, _data: dict[str, Any]) -> str:
        actions.take_away_paper(paper=self.subject, by=self.person, at=clock.now())
        return self.back()
