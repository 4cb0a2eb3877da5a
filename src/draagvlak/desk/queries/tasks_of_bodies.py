"""What a body gave this person to do, for its own list. No mail tells of the words."""

from collections.abc import Iterator

from draagvlak.desk import wording
from draagvlak.desk.figures import Task
from draagvlak.desk.queries.view import Desk
from draagvlak.lib.rights import may
from draagvlak.staff import queries as staff
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.ui.templatetags.house import in_words


def tasks_of_bodies(desk: Desk) -> Iterator[Task]:
    """One statement, none for who sits nowhere."""
    if not desk.parts.bodies or not desk.has("body tasks"):
        return
    for one in stakeholders.body_tasks_waiting(desk.account, on=desk.today):
        why = str(wording.TASK_OF_BODY_WHY).format(body=one.body.name)
        address = desk.to("stakeholders:finish_body_task", pk=one.pk)
        yield Task(one.what, address, why, one.due_on, is_private=True)


def tasks_of_people(desk: Desk) -> Iterator[Task]:
    """Who could sign in before the staff list came, says who he is on it. One statement, none for who is known there."""
    if not desk.has_staff or desk.member is not None:
        return
    found = staff.person_with_address(desk.account.email, on=desk.today)
    if found is not None:
        title = str(wording.TASK_WHO_AM_I).format(name=found)
        yield Task(title, desk.to("stakeholders:recognise_me"), str(wording.TASK_WHO_AM_I_WHY), minutes=1)


def tasks_of_access(desk: Desk) -> Iterator[Task]:
    """Who left and still holds a role or a seat: for who runs the organisation, never for that person."""
    if not desk.runs_it or not desk.has("gone"):
        return
    for one in stakeholders.left_with_access(desk.organisation, on=desk.today):
        if one.is_asked and may(desk.account, "stakeholders.end_access", one.membership):
            title = str(wording.TASK_END_ACCESS).format(name=one.account)
            why = str(wording.TASK_END_ACCESS_WHY).format(held=in_words(one.holds))
            yield Task(title, desk.to("stakeholders:end_access", pk=one.membership.pk), why, minutes=2)
