"""What signals ask of who answers them."""

from collections.abc import Iterator

from draagvlak.desk import wording
from draagvlak.desk.figures import Task
from draagvlak.desk.queries.view import Desk
from draagvlak.needs import queries as needs
from draagvlak.stakeholders.states import RoleKind


def tasks_of_needs(desk: Desk) -> Iterator[Task]:
    """One statement, for the coordinator only."""
    if RoleKind.TRAINING_COORDINATOR not in desk.parts.roles or not desk.has("signals"):
        return
    number = needs.waiting()
    if number:
        title = str(wording.TASK_SIGNALS % {"number": number})
        yield Task(title, desk.to("needs:signals"), str(wording.TASK_SIGNALS_WHY), minutes=10)
