"""The doors of a guest: one meeting, what of it is meant for guests, and his own answer. Nothing else opens (row B0.2)."""

from typing import Any

from django.conf import settings
from django.shortcuts import get_object_or_404

from draagvlak.lib import clock
from draagvlak.meetings import actions, forms, queries, wording
from draagvlak.meetings.models import Invitee
from draagvlak.meetings.states import Answer, MeetingState
from draagvlak.meetings.views.agenda import DownloadPaper
from draagvlak.meetings.views.meeting import OfMeeting
from draagvlak.ui.views import ActPage, ShowPage


def invitees() -> Any:  # noqa: ANN401 -- rows with all that their pages need
    rows = Invitee.objects.select_related("meeting__body__organisation", "meeting__organisation", "meeting__minutes")
    return rows.select_related("account", "member", "meeting__body__organisation")


class InviteGuest(OfMeeting, ActPage):
    right = "meetings.run"
    template_name = "meetings/guest.html"
    form_class = forms.GuestForm
    done = wording.GUEST_INVITED

    def act(self, data: dict[str, Any]) -> str:
        actions.invite_guest(meeting=self.subject, facts=data, by=self.person, at=clock.now(), root=settings.ADDRESS)
        return self.to("meetings:meeting", pk=self.subject.pk)


class UninviteGuest(ActPage):
    right = "meetings.run"
    template_name = "meetings/guest_uninvite.html"
    done = wording.GUEST_UNINVITED

    def thing(self) -> Invitee:
        found: Invitee = get_object_or_404(invitees(), pk=self.kwargs["pk"], is_guest=True)
        return found

    def content(self) -> dict[str, Any]:
        return {"meeting": self.subject.meeting, "when": queries.when_of(self.subject.meeting)}

    def act(self, _data: dict[str, Any]) -> str:
        meeting = self.subject.meeting_id
        actions.uninvite_guest(invitee=self.subject, by=self.person, at=clock.now(), root=settings.ADDRESS)
        return self.to("meetings:meeting", pk=meeting)


class SeeAsGuest(OfMeeting, ShowPage):
    """The agenda without what the body prepared for itself, and the papers that are meant for guests."""

    right = "meetings.see_as_guest"
    template_name = "meetings/as_guest.html"
    opens_to_guests = True

    def content(self) -> dict[str, Any]:
        meeting, at = self.subject, clock.now()
        return {
            "items": queries.items_of(meeting),
            "papers": list(queries.papers_of(meeting).filter(is_for_guests=True)),
            "mine": Invitee.objects.filter(meeting=meeting, account=self.person, is_guest=True).first(),
            "when": queries.when_of(meeting),
            "is_coming": meeting.state == MeetingState.PLANNED and meeting.starts_at > at,
        }


class AnswerAsGuest(OfMeeting, ActPage):
    right = "meetings.see_as_guest"
    template_name = "meetings/answer_as_guest.html"
    form_class = forms.AnswerForm
    done = wording.ANSWERED
    opens_to_guests = True

    @property
    def own(self) -> Invitee:
        """The guest's own invitation; the right is only his who has one."""
        found: Invitee = invitees().get(meeting=self.subject, account=self.person, is_guest=True)
        return found

    def initial(self) -> dict[str, Any]:
        return {"answer": self.own.answer, "reason": self.own.reason}

    def content(self) -> dict[str, Any]:
        return {"meeting": self.subject, "when": queries.when_of(self.subject)}

    def act(self, data: dict[str, Any]) -> str:
        words = {"answer": Answer(data["answer"]), "reason": data["reason"]}
        actions.answer_invitation(invitee=self.own, **words, by=self.person, at=clock.now())
        return self.to("meetings:see_as_guest", pk=self.subject.pk)


class DownloadAsGuest(DownloadPaper):
    right = "meetings.see_paper_as_guest"
    opens_to_guests = True
