from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from draagvlak.lib import clock
from draagvlak.lib.refusals import Refused
from draagvlak.lib.rights import may
from draagvlak.meetings import actions, forms, queries, wording
from draagvlak.meetings.models import ActionPoint, AgendaItem, Invitee
from draagvlak.meetings.rules import runs
from draagvlak.meetings.states import MinutesState
from draagvlak.meetings.views.agenda import OfItem
from draagvlak.meetings.views.meeting import OfMeeting
from draagvlak.ui.forms import HouseForm
from draagvlak.ui.views import ActPage, ListPage, ShowPage


class RecordAttendance(OfMeeting, ActPage):
    right = "meetings.run"
    template_name = "meetings/attendance.html"
    form_class = forms.AttendanceForm
    done = wording.ATTENDANCE_SAVED

    def form_words(self) -> dict[str, Any]:
        return {"invitees": queries.invitees_of(self.subject)}

    def act(self, _data: dict[str, Any]) -> str:
        people = self.filled.people()
        actions.record_attendance(meeting=self.subject, people=people, by=self.person, at=clock.now())
        return self.to("meetings:write_minutes", pk=self.subject.pk)


class WriteMinutes(OfMeeting, ActPage):
    """One form with every point; two secretaries at once both keep their words."""

    right = "meetings.run"
    template_name = "meetings/minutes_write.html"
    form_class = forms.MinutesForm
    done = wording.MINUTES_SAVED

    def initial(self) -> dict[str, Any]:
        return {"version": self.subject.report.version if self.subject.report else 0}

    def form_words(self) -> dict[str, Any]:
        return {"items": queries.items_of(self.subject)}

    def content(self) -> dict[str, Any]:
        return {"report": self.subject.report, "when": queries.when_of(self.subject)}

    def act(self, data: dict[str, Any]) -> str:
        said, version = self.filled.said(), data["version"]
        actions.write_minutes(meeting=self.subject, said=said, version=version, by=self.person, at=clock.now())
        return self.to("meetings:meeting", pk=self.subject.pk)


class SendMinutes(OfMeeting, ActPage):
    right = "meetings.run"
    template_name = "meetings/minutes_send.html"
    done = wording.MINUTES_SENT

    def content(self) -> dict[str, Any]:
        return {
            "items": queries.items_of(self.subject),
            "on_paper": [one.person for one in queries.hand_out(self.subject)],
            "next": queries.next_of(self.subject.body, at=clock.now()),
        }

    def act(self, _data: dict[str, Any]) -> str:
        actions.send_minutes(meeting=self.subject, by=self.person, at=clock.now(), root=settings.ADDRESS)
        return self.to("meetings:meeting", pk=self.subject.pk)


class ApproveMinutes(OfMeeting, ActPage):
    """The next meeting approved them."""

    right = "meetings.run"
    template_name = "meetings/minutes_approve.html"
    form_class: ClassVar[type[HouseForm]] = forms.ApproveForm
    done = wording.MINUTES_APPROVED

    def form_words(self) -> dict[str, Any]:
        return {"meetings": queries.later_meetings(self.subject, at=clock.now())}

    def initial(self) -> dict[str, Any]:
        last = queries.later_meetings(self.subject, at=clock.now()).last()
        return {"approved_in": last, **self.version()}

    def version(self) -> dict[str, int]:
        """Of the words as they stand when the page is shown."""
        return {"version": self.subject.report.version} if self.subject.report else {}

    def content(self) -> dict[str, Any]:
        return {"when": queries.when_of(self.subject), "in_writing": False}

    def act(self, data: dict[str, Any]) -> str:
        if self.subject.report is None:
            raise Refused(str(wording.NO_MINUTES_YET))
        facts = {"approved_in": data.get("approved_in"), "remarks": data["remarks"], "version": data["version"] or None}
        actions.approve_minutes(minutes=self.subject.report, **facts, by=self.person, at=clock.now())
        return self.to("meetings:meeting", pk=self.subject.pk)


class ApproveInWriting(ApproveMinutes):
    """Its chair approves them, without a meeting."""

    right = "meetings.approve_in_writing"
    form_class = forms.ApproveInWritingForm

    def form_words(self) -> dict[str, Any]:
        return {}

    def initial(self) -> dict[str, Any]:
        return self.version()

    def content(self) -> dict[str, Any]:
        return {**super().content(), "in_writing": True}


class PrintMinutes(OfMeeting, ShowPage):
    """The minutes as one page that prints well. A draft is only for who writes it."""

    right = "meetings.see_meeting"
    template_name = "meetings/minutes_print.html"

    def content(self) -> dict[str, Any]:
        report = self.subject.report
        is_draft = report is None or report.state == MinutesState.DRAFT
        if is_draft and not may(self.person, "meetings.run", self.subject):
            raise PermissionDenied
        return {
            "items": queries.items_of(self.subject),
            "invitees": queries.invitees_of(self.subject),
            "when": queries.when_of(self.subject),
            "report": report,
            "is_draft": is_draft,
        }


class AddAction(OfMeeting, ActPage):
    right = "meetings.run"
    template_name = "meetings/action_add.html"
    form_class = forms.ActionForm
    done = wording.ACTION_ADDED

    def form_words(self) -> dict[str, Any]:
        items = AgendaItem.objects.filter(meeting=self.subject).select_related("meeting__body", "meeting__minutes")
        invitees = Invitee.objects.filter(meeting=self.subject).select_related("account", "member")
        return {"items": items, "invitees": invitees}

    def initial(self) -> dict[str, Any]:
        return {"item": self.request.GET.get("punt", "")}

    def act(self, data: dict[str, Any]) -> str:
        actions.add_action(item=data["item"], facts=self.filled.facts(), by=self.person, at=clock.now())
        return self.to("meetings:meeting", pk=self.subject.pk)


class Actions(ListPage):
    """What was agreed to do: open first, what is done below."""

    right = "meetings.see_meetings"
    template_name = "meetings/actions.html"

    def rows(self) -> QuerySet[ActionPoint]:
        bodies = queries.bodies_seen(self.person, on=clock.today())
        found = queries.actions_seen(bodies, self.person)
        wanted = self.request.GET.get("toon", "")
        if wanted == "mijn":
            found = found.filter(account=self.person)
        return found.exclude(done_at=None).order_by("-done_at") if wanted == "klaar" else found.filter(done_at=None)

    def content(self) -> dict[str, Any]:
        on = clock.today()
        bodies = queries.bodies_seen(self.person, on=on)
        run = {body.pk for body in bodies if runs(body.kind, queries.part_in(self.person, body, on=on))}
        return {"shown": self.request.GET.get("toon", ""), "today": on, "run": run}


class OfAction(ActPage):
    def thing(self) -> ActionPoint:
        rows = ActionPoint.objects.select_related(
            "account", "member", "item__meeting__body__organisation", "item__meeting__organisation"
        )
        return get_object_or_404(rows, pk=self.kwargs["pk"])


class HandOverAction(OfAction):
    """Somebody else does it, because who took it left or cannot."""

    right = "meetings.hand_over_action"
    template_name = "meetings/action_hand_over.html"
    form_class = forms.HandOverForm
    done = wording.ACTION_HANDED_OVER

    def form_words(self) -> dict[str, Any]:
        return {"people": queries.who_can_take_over(self.subject, on=clock.today())}

    def initial(self) -> dict[str, Any]:
        return {"seen": self.subject.doer}

    def act(self, data: dict[str, Any]) -> str:
        to, root = self.filled.to(), settings.ADDRESS
        actions.hand_over_action(
            action=self.subject, to=to, seen=data["seen"], by=self.person, at=clock.now(), root=root
        )
        return self.to("meetings:actions")


class FinishAction(OfAction):
    right = "meetings.finish_action"
    template_name = "meetings/action_finish.html"
    form_class = forms.FinishForm
    done = wording.ACTION_DONE

    def content(self) -> dict[str, Any]:
        return {"may_hand_over": may(self.person, "meetings.hand_over_action", self.subject)}

    def act(self, data: dict[str, Any]) -> str:
        actions.finish_action(action=self.subject, note=data["note"], by=self.person, at=clock.now())
        return self.to("meetings:actions")


class ReplyToAdvice(OfItem, ActPage):
    right = "meetings.reply_to_advice"
    template_name = "meetings/reply.html"
    form_class = forms.ReplyForm
    done = wording.REPLIED

    def content(self) -> dict[str, Any]:
        return {"meeting": self.subject.meeting, "item": self.subject}

    def act(self, data: dict[str, Any]) -> str:
        actions.reply_to_advice(item=self.subject, text=data["text"], by=self.person, at=clock.now())
        return self.to("meetings:meeting", pk=self.subject.meeting_id)
