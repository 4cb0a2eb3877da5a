from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from draagvlak.lib import clock
from draagvlak.lib.keys import key_in
from draagvlak.lib.rights import may
from draagvlak.meetings import actions, forms, queries, wording
from draagvlak.meetings.models import Invitee, Meeting
from draagvlak.meetings.states import Answer, MeetingState, MinutesState
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.models import Body
from draagvlak.ui.views import ActPage, ListPage, ShowPage


class Meetings(ListPage):
    """What is coming and what was, of every body whose meetings are open to this person; the next date always in sight."""

    right = "meetings.see_meetings"
    template_name = "meetings/meetings.html"
    per_page = 25

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().setup(request, *args, **kwargs)
        self.at = clock.now()

    def seen(self) -> tuple[list[Body], QuerySet[Meeting]]:
        bodies = queries.bodies_seen(self.person, on=clock.day_of(self.at))
        found = queries.meetings_seen(self.person, bodies)
        wanted = key_in(self.request.GET.get("orgaan", ""))
        return bodies, found if wanted is None else found.filter(body=wanted)

    def rows(self) -> QuerySet[Meeting]:
        return queries.past(self.seen()[1], at=self.at)

    def content(self) -> dict[str, Any]:
        bodies, found = self.seen()
        coming = list(queries.coming(found, at=self.at))
        on = clock.day_of(self.at)
        first = queries.first_per_body(bodies, at=self.at)
        here = queries.open_bodies(bodies, on=on)
        wanted = self.request.GET.get("orgaan", "")
        return {
            "coming": coming,
            "bodies": [(body, first.get(body.pk), may(self.person, "meetings.run", body)) for body in here],
            "chosen": next((body for body in bodies if str(body.pk) == wanted), None),
            "answers": queries.answers_of(self.person, coming),
            "waiting": queries.waiting_per_body(here),
            "shortfalls": stakeholders.shortfalls(here, on=on),
            "may_mend": may(self.person, "stakeholders.assign_role", self.subject),
        }


class OfMeeting:
    """Pages on one meeting."""

    kwargs: dict[str, Any]

    def thing(self) -> Any:  # noqa: ANN401 -- each page has its own subject
        return get_object_or_404(queries.meetings(), pk=self.kwargs["pk"])


class ShowMeeting(OfMeeting, ShowPage):
    """Agenda, papers, who comes, and what came of it."""

    right = "meetings.see_meeting"
    template_name = "meetings/meeting_show.html"

    def content(self) -> dict[str, Any]:
        meeting, at = self.subject, clock.now()
        runs = may(self.person, "meetings.run", meeting)
        report = meeting.report
        invitees = queries.invitees_of(meeting)
        is_planned = meeting.state == MeetingState.PLANNED
        is_open = report is None or report.state == MinutesState.DRAFT
        return {
            "items": queries.items_of(meeting),
            "papers": list(queries.papers_of(meeting)),
            "invitees": invitees,
            "mine": next((one for one in invitees if one.account_id == self.person.pk), None),
            "on_paper": [one.person for one in invitees if not one.address],
            "when": queries.when_of(meeting),
            "report": report,
            "reads_report": report is not None and (runs or report.state != MinutesState.DRAFT),
            "runs": runs,
            "may_propose": may(self.person, "meetings.propose_item", meeting)
            and is_open
            and meeting.state != MeetingState.CANCELLED,
            "follows_matters": may(self.person, "meetings.follow_matters", meeting),
            "may_reply": may(self.person, "meetings.reply_to_advice", meeting),
            "may_approve": runs and queries.later_meetings(meeting, at=at).exists(),
            "may_sign": may(self.person, "meetings.approve_in_writing", meeting),
            "is_coming": is_planned and meeting.starts_at > at,
            "is_planned": is_planned,
            "has_begun": meeting.starts_at <= at and meeting.state != MeetingState.CANCELLED,
            "steers": meeting.body == stakeholders.body_that_steers(on=clock.today()),
        }


class Convene(ActPage):
    right = "meetings.run"
    template_name = "meetings/convene.html"
    form_class = forms.ConveneForm

    def thing(self) -> Body:
        return get_object_or_404(Body.objects.select_related("organisation"), pk=self.kwargs["pk"], ends_on=None)

    def content(self) -> dict[str, Any]:
        asked = queries.asked_by(self.subject, on=clock.today())
        return {
            "asked": len(asked),
            "next": queries.next_of(self.subject, at=clock.now()),
            "short": stakeholders.shortfalls([self.subject], on=clock.today()).get(self.subject.pk),
            "may_mend": may(self.person, "stakeholders.assign_role", self.subject),
            "waiting": list(queries.waiting_for(self.subject).select_related("asked_by")),
        }

    def act(self, data: dict[str, Any]) -> str:
        words = {"body": self.subject, "facts": data, "by": self.person, "at": clock.now()}
        self.made = actions.convene(**words, root=settings.ADDRESS)
        return self.to("meetings:meeting", pk=self.made[0].pk)

    def said(self) -> str:
        names = [one.person for one in queries.hand_out(self.made[0])]
        return str(wording.CONVENED_ON_PAPER).format(names=", ".join(names)) if names else str(wording.CONVENED)


class ChangeMeeting(OfMeeting, ActPage):
    right = "meetings.run"
    template_name = "meetings/change.html"
    form_class = forms.MeetingForm
    done = wording.CHANGED

    def initial(self) -> dict[str, Any]:
        starts, ends = (one.astimezone(clock.BRUSSELS) for one in (self.subject.starts_at, self.subject.ends_at))
        kept = {name: getattr(self.subject, name) for name in ("title", "place", "version")}
        return {**kept, "day": starts.date(), "starts": starts.time(), "ends": ends.time()}

    def act(self, data: dict[str, Any]) -> str:
        actions.change_meeting(
            meeting=self.subject,
            facts=data,
            version=data["version"],
            by=self.person,
            at=clock.now(),
            root=settings.ADDRESS,
        )
        return self.to("meetings:meeting", pk=self.subject.pk)


class CancelMeeting(OfMeeting, ActPage):
    right = "meetings.run"
    template_name = "meetings/cancel.html"
    form_class = forms.CancelForm
    done = wording.CANCELLED

    def content(self) -> dict[str, Any]:
        return {"when": queries.when_of(self.subject), "invitees": len(queries.invitees_of(self.subject))}

    def act(self, data: dict[str, Any]) -> str:
        actions.cancel_meeting(
            meeting=self.subject, reason=data["reason"], by=self.person, at=clock.now(), root=settings.ADDRESS
        )
        return self.to("meetings:meeting", pk=self.subject.pk)


class AnswerInvitation(ActPage):
    """The person answers; or who convenes, for somebody who said it aloud."""

    right = "meetings.answer_invitation"
    template_name = "meetings/answer.html"
    form_class = forms.AnswerForm
    done = wording.ANSWERED

    def thing(self) -> Invitee:
        invitees = Invitee.objects.select_related("meeting__body__organisation", "meeting__organisation")
        return get_object_or_404(
            invitees.select_related("meeting__minutes", "account", "member", "meeting__body__organisation"),
            pk=self.kwargs["pk"],
        )

    def initial(self) -> dict[str, Any]:
        return {"answer": self.subject.answer, "reason": self.subject.reason}

    def content(self) -> dict[str, Any]:
        return {
            "meeting": self.subject.meeting,
            "when": queries.when_of(self.subject.meeting),
            "is_mine": self.subject.account_id == self.person.pk,
        }

    def act(self, data: dict[str, Any]) -> str:
        answer = Answer(data["answer"])
        actions.answer_invitation(
            invitee=self.subject, answer=answer, reason=data["reason"], by=self.person, at=clock.now()
        )
        if may(self.person, "meetings.see_meeting", self.subject.meeting):
            return self.to("meetings:meeting", pk=self.subject.meeting_id)
        if may(self.person, "meetings.see_as_guest", self.subject.meeting):
            return self.to("meetings:see_as_guest", pk=self.subject.meeting_id)
        return self.to("meetings:meetings")


class PrintAgenda(OfMeeting, ShowPage):
    """The invitation on paper: for who has no e-mail, and for on the table."""

    right = "meetings.see_meeting"
    template_name = "meetings/agenda_print.html"

    def content(self) -> dict[str, Any]:
        return {
            "items": queries.items_of(self.subject),
            "papers": list(queries.papers_of(self.subject)),
            "invitees": queries.invitees_of(self.subject),
            "when": queries.when_of(self.subject),
        }
