"""What a body gave this person to do, for its own list. No mail tells of the words."""

from collections.abc import Iterator

from draagvlak.desk import wording
from draagvlak.desk.figures import Task
from draagvlak.desk.queries.view import Desk
from draagvlak.stakeholders import queries as stakeholders


def tasks_of_bodies(desk: Desk) -> Iterator[Task]:
    """One statement, none for who sits nowhere."""
    if not desk.parts.bodies or not desk.has("body tasks"):
        return
    for one in stakeholders.body_tasks_waiting(desk.account, on=desk.today):
        why = str(wording.TASK_OF_BODY_WHY).format(body=one.body.name)
        address = desk.to("stakeholders:finish_body_task", pk=one.pk)
        yield Task(one.what, address, why, one.due_on, is_private=True)
