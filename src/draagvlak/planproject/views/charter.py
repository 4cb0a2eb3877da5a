from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from draagvlak.documents.exports import PDF
from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.planproject import actions, exports, forms, queries, wording
from draagvlak.planproject.models import Charter, GroupGoal, GroupSeat, GroupTask, WorkingGroup
from draagvlak.planproject.states import CharterState
from draagvlak.staff import queries as staff
from draagvlak.ui.views import ActPage, ShowPage

FIELDS = ("assignment", "may", "method", "decision_rule", "confidentiality", "means", "consultation", "ends_on")


def group_here() -> WorkingGroup:
    group = queries.group_of(queries.current_project())
    if group is None:
        raise Http404
    return group


class ShowGroup(ShowPage):
    """The group at work: agreements, goals, roles, tasks. What is agreed is open to everyone who works here (row A5.1)."""

    right = "planproject.see_group"
    template_name = "planproject/group_show.html"

    def thing(self) -> WorkingGroup:
        return group_here()

    def content(self) -> dict[str, Any]:
        today = clock.today()
        where = queries.at_work(self.subject, on=today)
        mine = queries.seat_of(self.person, self.subject, on=today)
        return {
            "where": where,
            "missing": [wording.MISSING_BEFORE_WORK[what] for what in where.missing],
            "seats": list(queries.seats_of(self.subject, on=today).select_related("member", "substitute")),
            "goals": list(queries.goals_of_group(self.subject)),
            "tasks": [
                (task, may(self.request.user, "planproject.finish_group_task", task))
                for task in queries.tasks_of_group(self.subject)
            ],
            "charters": list(queries.charters_of(self.subject)),
            "mine": mine,
            **self.waiting(),
            "may_compose": may(self.request.user, "planproject.compose_group", self.subject),
            "answered": mine is not None and mine.pk in {answer.seat_id for answer in where.answers},
            "may_write": may(self.request.user, "planproject.write_charter", self.subject),
            "may_answer_for_others": may(self.request.user, "planproject.answer_for_others", self.subject),
            "today": today,
        }

    def waiting(self) -> dict[str, Any]:
        """The free seats, and for who composes also who can take them."""
        free = queries.free_seats(self.subject, on=clock.today())
        if not free or not may(self.request.user, "planproject.compose_group", self.subject):
            return {"free": free}
        voices, reserves = queries.reserves_weighed(self.subject, today=clock.today())
        names = queries.category_names()
        return {
            "free": free,
            "voices": [names.get(voice.category, voice.category) for voice in voices],
            "reserves": [(one, [names.get(c, c) for c in brings]) for one, brings in reserves],
        }


class CharterPoster(ShowPage):
    """The agreements that hold, as a poster for who has no e-mail."""

    right = "planproject.see_group"

    def thing(self) -> Charter:
        charter = queries.charter_in_force(group_here())
        if charter is None:
            raise Http404
        return charter

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        content = exports.charter_poster(self.subject, on=clock.today())
        return HttpResponse(
            content, content_type=PDF, headers={"Content-Disposition": 'attachment; filename="werkgroep.pdf"'}
        )


class OfGroup(ActPage):
    """An act on the working group."""

    right = "planproject.write_charter"

    def thing(self) -> WorkingGroup:
        return group_here()

    def back(self) -> str:
        return self.to("planproject:group")


class WriteCharter(OfGroup):
    template_name = "planproject/charter_write.html"
    form_class = forms.CharterForm
    done = wording.CHARTER_SAVED

    def content(self) -> dict[str, Any]:
        where = queries.at_work(self.subject, on=clock.today())
        lies = where.charter is not None and where.charter.state == CharterState.ASKED
        return {"lies": lies, "answered": len(where.answers) if lies else 0}

    def initial(self) -> dict[str, Any]:
        draft = queries.charter_at_work(self.subject)
        shown = draft or queries.charter_in_force(self.subject)
        if shown is None:
            return {"version": 0, "assignment": self.subject.mandate}
        return {**{name: getattr(shown, name) for name in FIELDS}, "version": draft.version if draft else 0}

    def act(self, data: dict[str, Any]) -> str:
        version = data.pop("version")
        actions.write_charter(group=self.subject, facts=data, version=version, by=self.person, at=clock.now())
        return self.back()


class OfCharter(OfGroup):
    """An act on the version that is at work."""

    def thing(self) -> Charter:  # type: ignore[override]
        charter = queries.charter_at_work(group_here())
        if charter is None:
            raise Http404
        return charter


class AskMembers(OfCharter):
    template_name = "planproject/charter_ask.html"
    done = wording.CHARTER_ASKED

    def content(self) -> dict[str, Any]:
        seats = queries.seats_of(self.subject.group, on=clock.today()).select_related("member__account")
        return {
            "asked": [s for s in seats if s.member.account],
            "unasked": [s.member for s in seats if not s.member.account],
        }

    def act(self, _data: dict[str, Any]) -> str:
        actions.ask_members(charter=self.subject, by=self.person, at=clock.now(), root=settings.ADDRESS)
        return self.back()


class AnswerCharter(OfGroup):
    """A member reads and says yes or no, also when enough others agreed already."""

    def thing(self) -> Charter:  # type: ignore[override]
        group = group_here()
        charter = queries.charter_at_work(group)
        if charter is None or charter.state == CharterState.DRAFT:
            # Who was still reading when the text was taken back is told so, with his remark kept.
            waits = charter if self.request.method == "POST" else None
            charter = queries.charter_in_force(group) or waits
        if charter is None:
            raise Http404
        return charter

    def said_of(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"is_yes": data["is_yes"], "remark": data["remark"], "read": self.request.POST.get("read", "")}

    right = "planproject.answer_charter"
    template_name = "planproject/charter_answer.html"
    form_class = forms.AnswerCharterForm
    done = wording.CHARTER_ANSWERED

    def act(self, data: dict[str, Any]) -> str:
        seat = queries.seat_of(self.person, self.subject.group, on=clock.today())
        if seat is None:
            raise Http404
        actions.answer_charter(charter=self.subject, seat=seat, said=self.said_of(data), by=self.person, at=clock.now())
        return self.back()


class AnswerForOther(AnswerCharter):
    right = "planproject.answer_for_others"
    template_name = "planproject/charter_answer.html"
    form_class = forms.PaperAnswerForm
    done = wording.CHARTER_ANSWERED

    def form_words(self) -> dict[str, Any]:
        return {"seats": queries.seats_of(self.subject.group, on=clock.today()).filter(member__account=None)}

    def act(self, data: dict[str, Any]) -> str:
        said = self.said_of(data)
        actions.answer_charter(charter=self.subject, seat=data["seat"], said=said, by=self.person, at=clock.now())
        return self.back()


class StartWork(OfGroup):
    template_name = "planproject/start_work.html"
    done = wording.WORK_STARTED

    def content(self) -> dict[str, Any]:
        missing = queries.at_work(self.subject, on=clock.today()).missing
        return {"missing": [wording.MISSING_BEFORE_WORK[what] for what in missing]}

    def act(self, _data: dict[str, Any]) -> str:
        actions.start_work(group=self.subject, by=self.person, at=clock.now())
        return self.back()


class GiveMemberRole(OfGroup):
    template_name = "planproject/member_role.html"
    form_class = forms.MemberRoleForm

    def thing(self) -> GroupSeat:  # type: ignore[override]
        return get_object_or_404(queries.seats_of(group_here(), on=clock.today()), pk=self.kwargs["pk"])

    def form_words(self) -> dict[str, Any]:
        today, numbers = clock.today(), may(self.person, "staff.see_person", self.subject)
        return {"roll": staff.Roll(staff.members_at_work(on=today), on=today, numbers=numbers)}

    def initial(self) -> dict[str, Any]:
        return {name: getattr(self.subject, name) for name in ("role", "substitute", "half_days_per_month", "version")}

    def act(self, data: dict[str, Any]) -> str:
        version = data.pop("version")
        actions.give_member_role(seat=self.subject, facts=data, version=version, by=self.person, at=clock.now())
        return self.back()


class WithSeats(OfGroup):
    """A goal or a task: its owner is somebody of the group."""

    row: Any = None

    def form_words(self) -> dict[str, Any]:
        return {"seats": queries.seats_of(self.subject, on=clock.today())}

    def initial(self) -> dict[str, Any]:
        if self.row is None:
            return {"version": 0}
        return {name: getattr(self.row, name) for name in (*self.names, "version")}

    names: tuple[str, ...] = ()


class SetGroupGoal(WithSeats):
    template_name = "planproject/group_goal.html"
    form_class = forms.GroupGoalForm
    names = ("title", "measure", "target", "due_on", "owner", "state", "note")

    def thing(self) -> WorkingGroup:
        group = group_here()
        if "pk" in self.kwargs:
            self.row = get_object_or_404(GroupGoal, pk=self.kwargs["pk"], group=group)
        return group

    def act(self, data: dict[str, Any]) -> str:
        actions.set_group_goal(
            group=self.subject,
            goal=self.row,
            facts=self.filled.facts(),
            version=data["version"],
            by=self.person,
            at=clock.now(),
        )
        return self.back()


class SetGroupTask(WithSeats):
    template_name = "planproject/group_task.html"
    form_class = forms.GroupTaskForm
    names = ("what", "owner", "due_on", "remind_days")

    def thing(self) -> WorkingGroup:
        group = group_here()
        if "pk" in self.kwargs:
            self.row = get_object_or_404(GroupTask, pk=self.kwargs["pk"], group=group, done_at=None)
        return group

    def act(self, data: dict[str, Any]) -> str:
        actions.set_group_task(
            group=self.subject,
            task=self.row,
            facts=self.filled.facts(),
            version=data["version"],
            by=self.person,
            at=clock.now(),
        )
        return self.back()


class FinishGroupTask(OfGroup):
    right = "planproject.finish_group_task"
    template_name = "planproject/group_task_finish.html"
    form_class = forms.FinishTaskForm

    def thing(self) -> GroupTask:  # type: ignore[override]
        tasks = GroupTask.objects.select_related("owner__member", "owner__substitute")
        return get_object_or_404(tasks, pk=self.kwargs["pk"], group=group_here())

    def act(self, data: dict[str, Any]) -> str:
        actions.finish_group_task(task=self.subject, note=data["note"], by=self.person, at=clock.now())
        return self.back()
