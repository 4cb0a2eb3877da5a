from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from draagvlak.lib import clock
from draagvlak.stakeholders import actions, forms, queries
from draagvlak.stakeholders.models import Body, BodyTask
from draagvlak.stakeholders.wording import body_tasks as wording
from draagvlak.ui.forms import VersionedForm
from draagvlak.ui.views import ActPage, Door, ListPage


class ShowBodyTasks(ListPage):
    """What this body set itself to do, for who sits in it."""

    right = "stakeholders.keep_body_tasks"
    template_name = "stakeholders/body_tasks.html"

    def thing(self) -> Body:
        return get_object_or_404(Body, pk=self.kwargs["pk"], ends_on=None)

    def rows(self) -> QuerySet[BodyTask]:
        return queries.body_tasks_of(self.subject)

    def show(self, status: int = 200, **more: Any) -> Any:  # noqa: ANN401 -- the base's own words
        on = clock.today()
        for one in more["page"]:
            one.is_held = queries.seat_still_held(one.seat, on=on)
            one.is_late = one.done_on is None and one.due_on is not None and one.due_on < on
        return super().show(status, **more)


class AddBodyTask(ActPage):
    right = "stakeholders.keep_body_tasks"
    template_name = "stakeholders/body_task.html"
    form_class = forms.BodyTaskForm
    done = wording.TASK_ADDED

    def thing(self) -> Body:
        return get_object_or_404(Body, pk=self.kwargs["pk"], ends_on=None)

    def form_words(self) -> dict[str, Any]:
        return {"seats": queries.seats_in(self.subject, on=clock.today())}

    def content(self) -> dict[str, Any]:
        return {"body": self.subject}

    def act(self, data: dict[str, Any]) -> str:
        del data["version"]
        actions.add_body_task(body=self.subject, facts=data, by=self.person, at=clock.now(), root=settings.ADDRESS)
        return self.to("stakeholders:body_tasks", pk=self.subject.pk)


class OnBodyTask(Door):
    right = "stakeholders.keep_body_tasks"

    def thing(self) -> BodyTask:
        return get_object_or_404(queries.body_tasks(), pk=self.kwargs["pk"], body__ends_on=None)

    def initial(self) -> dict[str, Any]:
        return {"version": self.subject.version}

    def content(self) -> dict[str, Any]:
        return {"body": self.subject.body}

    def at_list(self) -> str:
        return self.to("stakeholders:body_tasks", pk=self.subject.body_id)


class ChangeBodyTask(OnBodyTask, ActPage):
    template_name = "stakeholders/body_task.html"
    form_class = forms.BodyTaskForm

    def form_words(self) -> dict[str, Any]:
        return {"seats": queries.seats_in(self.subject.body, on=clock.today())}

    def initial(self) -> dict[str, Any]:
        one = self.subject
        return {**super().initial(), "what": one.what, "seat": one.seat_id, "due_on": one.due_on}

    def act(self, data: dict[str, Any]) -> str:
        version, at = data.pop("version"), clock.now()
        actions.change_body_task(
            task=self.subject, facts=data, version=version, by=self.person, at=at, root=settings.ADDRESS
        )
        return self.at_list()


class FinishBodyTask(OnBodyTask, ActPage):
    template_name = "stakeholders/body_task_finish.html"
    form_class = forms.FinishBodyTaskForm
    done = wording.TASK_FINISHED

    def act(self, data: dict[str, Any]) -> str:
        actions.finish_body_task(task=self.subject, **data, by=self.person, at=clock.now())
        return self.at_list()


class ReopenBodyTask(OnBodyTask, ActPage):
    template_name = "stakeholders/body_task_reopen.html"
    form_class = VersionedForm
    done = wording.TASK_REOPENED

    def act(self, data: dict[str, Any]) -> str:
        actions.reopen_body_task(task=self.subject, **data, by=self.person, at=clock.now())
        return self.at_list()


class RemoveBodyTask(OnBodyTask, ActPage):
    template_name = "stakeholders/body_task_remove.html"
    form_class = VersionedForm
    done = wording.TASK_REMOVED

    def act(self, data: dict[str, Any]) -> str:
        where = self.at_list()
        actions.remove_body_task(task=self.subject, **data, by=self.person, at=clock.now())
        return where
