from typing import Any

from django.db.models import QuerySet

from draagvlak.desk import queries
from draagvlak.journal import queries as journal
from draagvlak.journal.wording import words_for
from draagvlak.lib import clock
from draagvlak.notices import queries as notices
from draagvlak.ui.views import ListPage, ShowPage


class Tasks(ShowPage):
    """What waits for me."""

    right = "desk.see_my_tasks"
    template_name = "desk/tasks.html"

    def content(self) -> dict[str, Any]:
        today = clock.today()
        around = queries.surroundings_of(self.person, self.subject)
        tasks, cycle = list(around.tasks), around.cycle
        now = next((step for step in cycle.steps if step.state == "now"), None)
        return {
            "groups": queries.grouped(tasks, today=today),
            "tasks": tasks,
            "late": sum(1 for task in tasks if task.due_on and task.due_on < today),
            "first": tasks[0] if tasks else None,
            "cycle": cycle,
            "now": now,
            "today": today,
        }


class Where(ShowPage):
    """Where are we? The eight steps, what each needs, and by when."""

    right = "desk.see_where"
    template_name = "desk/where.html"

    def content(self) -> dict[str, Any]:
        return {"where": queries.where_we_are(self.person, self.subject, today=clock.today())}


class Journal(ListPage):
    """Who did what, when, on what."""

    right = "desk.see_journal"
    template_name = "desk/journal.html"

    def rows(self) -> QuerySet[Any]:
        return journal.records()

    def show(self, status: int = 200, **more: Any) -> Any:  # noqa: ANN401 -- the base's own words
        for row in more["page"]:
            row.words = words_for(row.act)
        return super().show(status, **more)


class Outbox(ListPage):
    """The mail that leaves, or would leave in the demo."""

    right = "desk.see_outbox"
    template_name = "desk/outbox.html"

    def rows(self) -> QuerySet[Any]:
        return notices.outbox(self.subject)
