from decimal import Decimal
from typing import Any, ClassVar

from django import forms as django_forms
from django.http import Http404
from django.shortcuts import get_object_or_404

from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.planproject import actions, forms, queries, wording
from draagvlak.planproject.figures import Line
from draagvlak.planproject.models import MoneyPromise, MoneyUse, PlannedContact, Project, TimeEntry
from draagvlak.planproject.states import TimeKind
from draagvlak.planproject.views.project import ActOnProject, ProjectAct
from draagvlak.staff import queries as staff
from draagvlak.stakeholders.permissions import coordinates_training
from draagvlak.ui.said import euro_said
from draagvlak.ui.views import ListPage

MEANS = "planproject:means"


class ShowMeans(ListPage):
    """Time and money of the project, promised beside used, and every line of time below it."""

    right = "planproject.see_plan"
    template_name = "planproject/means_show.html"

    def rows(self) -> Any:  # noqa: ANN401 -- lines of time, none without a project
        project = queries.current_project()
        self.project: Project | None = project
        return queries.time_entries_of(project) if project else TimeEntry.objects.none()

    def content(self) -> dict[str, Any]:
        if self.project is None:
            return {"project": None}
        means = queries.means_of(self.project, today=clock.today())
        return {
            "project": self.project,
            "means": means,
            "names": wording.MEANS,
            "warnings": wording.WARNINGS,
            "rows": [self.row(line, means.hours) for line in (*means.time, means.total)],
            "longest": max(means.total.promised, means.total.used),
            "most_money": max(means.money.promised, means.money.used),
            "contacts": list(queries.contacts_of(self.project)),
            "promises": list(queries.money_promises_of(self.project)),
            "uses": list(queries.money_uses_of(self.project)),
            "may_promise": may(self.request.user, "planproject.promise_means", self.project),
            "may_log": may(self.request.user, "planproject.log_time", self.project),
            "logs_for_all": coordinates_training(self.person, self.project),
        }

    @staticmethod
    def row(line: Line, hours: Decimal) -> dict[str, Any]:
        """A kind of time with its hours beside its half-days; only what the organisation promises itself is promised here."""
        by_hand = line.kind in {TimeKind.COORDINATOR, TimeKind.MEMBERS}
        words = {"promised_hours": line.promised * hours, "used_hours": line.used * hours, "by_hand": by_hand}
        return {"line": line, "name": wording.MEANS[line.kind], **words}


class OnMeans(ActOnProject):
    leads_to = MEANS
    right = "planproject.promise_means"


class PromiseTime(OnMeans):
    act_name, form_class = "promise_time", forms.TimePromiseForm

    def thing(self) -> Project:
        if self.kwargs["kind"] not in {TimeKind.COORDINATOR, TimeKind.MEMBERS}:
            raise Http404
        self.kind = TimeKind(self.kwargs["kind"])
        return super().thing()

    def about(self) -> str:
        return str(self.kind.label)

    def content(self) -> dict[str, Any]:
        suggested = queries.suggested_time(self.subject, self.kind, today=clock.today())
        return {**super().content(), "suggested": suggested, "kind": self.kind.value}

    def initial(self) -> dict[str, Any]:
        promise = queries.promise_of(self.subject, self.kind)
        if promise is None:
            return {"half_days": queries.suggested_time(self.subject, self.kind, today=clock.today()), "version": 0}
        return {name: getattr(promise, name) for name in ("half_days", "decided_by", "version")}

    def act(self, data: dict[str, Any]) -> str:
        version = data.pop("version")
        words: dict[str, Any] = {"facts": data, "version": version, "by": self.person, "at": clock.now()}
        actions.promise_time(project=self.subject, kind=self.kind, **words)
        return self.back()


class PlanContact(OnMeans):
    act_name, form_class = "plan_contact", forms.ContactForm

    def act(self, data: dict[str, Any]) -> str:
        actions.plan_contact(project=self.subject, facts=data, by=self.person, at=clock.now())
        return self.back()


class DropContact(ProjectAct):
    act_name, right, leads_to = "drop_contact", "planproject.promise_means", MEANS

    def thing(self) -> PlannedContact:
        return get_object_or_404(PlannedContact.objects.select_related("project"), pk=self.kwargs["pk"])

    def about(self) -> str:
        return str(self.subject)

    def act(self, _data: dict[str, Any]) -> str:
        actions.drop_contact(contact=self.subject, by=self.person, at=clock.now())
        return self.back()


class LogTime(OnMeans):
    """A member writes down his own time; the coordinator everybody's."""

    act_name, right = "log_time", "planproject.log_time"
    done = wording.TIME_LOGGED

    def form(self, *sent: Any) -> django_forms.Form:  # noqa: ANN401 -- POST and FILES, or nothing
        words: dict[str, Any] = {"initial": self.initial()}
        if coordinates_training(self.person, self.subject):
            today, numbers = clock.today(), may(self.person, "staff.see_person", self.subject)
            roll = staff.Roll(queries.people_who_give_time(self.subject, on=today), on=today, numbers=numbers)
            return forms.TimeOfAnybodyForm(*sent, roll=roll, **words)
        return forms.TimeForm(*sent, is_coordinator=False, **words)

    def initial(self) -> dict[str, Any]:
        is_coordinator = coordinates_training(self.person, self.subject)
        return {"on": clock.today(), "kind": TimeKind.COORDINATOR if is_coordinator else TimeKind.MEMBERS}

    def back(self) -> str:
        return self.to(MEANS)

    def act(self, data: dict[str, Any]) -> str:
        member = data.pop("member", None)
        actions.log_time(project=self.subject, facts=data, member=member, by=self.person, at=clock.now())
        return self.back()


class WithdrawTime(ProjectAct):
    act_name, right, leads_to = "withdraw_time", "planproject.withdraw_time", MEANS

    def thing(self) -> TimeEntry:
        entries = TimeEntry.objects.select_related("project", "member", "account")
        return get_object_or_404(entries, pk=self.kwargs["pk"], withdrawn_at=None)

    def about(self) -> str:
        return f"{self.subject}: {self.subject.what}"

    def act(self, _data: dict[str, Any]) -> str:
        actions.withdraw_time(entry=self.subject, by=self.person, at=clock.now())
        return self.back()


class PromiseMoney(OnMeans):
    act_name, form_class = "promise_money", forms.MoneyPromiseForm

    def initial(self) -> dict[str, Any]:
        return {"on": clock.today()}

    def act(self, data: dict[str, Any]) -> str:
        actions.promise_money(project=self.subject, facts=data, by=self.person, at=clock.now())
        return self.back()


class UseMoney(OnMeans):
    act_name, form_class = "use_money", forms.MoneyUseForm

    def initial(self) -> dict[str, Any]:
        return {"on": clock.today()}

    def act(self, data: dict[str, Any]) -> str:
        actions.use_money(project=self.subject, facts=data, by=self.person, at=clock.now())
        return self.back()


class WithdrawMoney(ProjectAct):
    """A line of money is a promise or a use; each has its own door."""

    act_name, right, leads_to = "withdraw_money", "planproject.promise_means", MEANS
    line: ClassVar[type[MoneyPromise] | type[MoneyUse]]

    def thing(self) -> MoneyPromise | MoneyUse:
        found: MoneyPromise | MoneyUse = get_object_or_404(
            self.line.objects.select_related("project"), pk=self.kwargs["pk"], withdrawn_at=None
        )
        return found

    def about(self) -> str:
        return f"{self.subject}: {euro_said(self.subject.amount)}"

    def act(self, _data: dict[str, Any]) -> str:
        actions.withdraw_money(line=self.subject, by=self.person, at=clock.now())
        return self.back()


class WithdrawMoneyPromise(WithdrawMoney):
    line = MoneyPromise


class WithdrawMoneyUse(WithdrawMoney):
    line = MoneyUse
