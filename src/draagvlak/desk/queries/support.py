"""What waits for a person in the register of stakeholders, on the timeline and in the news."""

from collections.abc import Iterator

from draagvlak.desk import wording
from draagvlak.desk.figures import Task
from draagvlak.desk.queries.view import Desk
from draagvlak.planproject import queries as planproject
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.states import BodyKind, RoleKind


def tasks_of_support(desk: Desk) -> Iterator[Task]:
    """The news and my moment for everybody; the contacts for who sees to them; answers for who runs it."""
    yield from _tasks_of_news(desk)
    if not desk.is_set_up:
        return
    coordinates = RoleKind.TRAINING_COORDINATOR in desk.parts.roles
    if desk.runs_it or BodyKind.WORKING_GROUP in desk.parts.bodies:
        yield from _tasks_of_contacts(desk, coordinates=coordinates)
    if BodyKind.WORKING_GROUP in desk.parts.bodies:
        yield from _tasks_of_seat(desk)
    if coordinates:
        yield from _tasks_of_coordinator(desk)


def _tasks_of_news(desk: Desk) -> Iterator[Task]:
    unread = planproject.unread_news(desk.account, on=desk.today) if desk.has("news") else []
    if len(unread) == 1:
        title = str(wording.TASK_READ).format(title=unread[0].title)
        address = desk.to("planproject:announcement", pk=unread[0].pk)
        yield Task(title, address, str(wording.TASK_READ_WHY), minutes=3)
    elif unread:
        title = str(wording.TASK_READ_ALL).format(count=len(unread))
        yield Task(title, desk.to("planproject:news"), str(wording.TASK_READ_WHY), minutes=3 * len(unread))
    if not desk.has("contacts"):
        return
    near = desk.ask("moments", lambda: stakeholders.contacts_to_tell(on=desk.today))
    for contact in stakeholders.moments_now(desk.account, near, on=desk.today):
        how = str(stakeholders.how_involved(contact))
        title = str(wording.TASK_MOMENT).format(what=contact.what)
        yield Task(title, desk.to("stakeholders:moments"), how, contact.planned_on)


def _tasks_of_contacts(desk: Desk, *, coordinates: bool) -> Iterator[Task]:
    if not desk.has("contacts"):
        return
    waits = stakeholders.waiting_for(desk.account, coordinates=coordinates, on=desk.today)
    for contact in waits.due:
        title = str(wording.TASK_CONTACT).format(who=contact.stakeholder)
        yield Task(
            title, desk.to("stakeholders:finish_contact", pk=contact.pk), contact.what, contact.planned_on, minutes=30
        )
    for contact in waits.unanswered:
        title = str(wording.TASK_FEEDBACK_OF).format(who=contact.stakeholder)
        address = desk.to("stakeholders:finish_contact", pk=contact.pk)
        yield Task(title, address, str(wording.TASK_FEEDBACK_OF_WHY), minutes=10)
    for contact in waits.to_measure:
        title = str(wording.TASK_MEASURE).format(who=contact.stakeholder)
        address = desk.to("stakeholders:measure_attitude", pk=contact.stakeholder_id)
        yield Task(title, address, str(wording.TASK_MEASURE_WHY), contact.measure_on, minutes=5)


def _tasks_of_seat(desk: Desk) -> Iterator[Task]:
    group = desk.group
    seat = desk.ask("seat", lambda: planproject.seat_of(desk.account, group, on=desk.today)) if group else None
    is_own = seat is not None and seat.member.account_id == desk.account.pk
    if seat is not None and is_own and planproject.constituency_of(seat) is None:
        address = desk.to("planproject:set_constituency", pk=seat.pk)
        yield Task(str(wording.TASK_CONSTITUENCY), address, str(wording.TASK_CONSTITUENCY_WHY), minutes=5)


def _tasks_of_coordinator(desk: Desk) -> Iterator[Task]:
    for one in planproject.every_feedback_to_answer() if desk.has("feedback") else ():
        title = str(wording.TASK_ANSWER_FEEDBACK).format(title=one.announcement)
        address = desk.to("planproject:answer_feedback", pk=one.pk)
        yield Task(title, address, str(wording.TASK_ANSWER_FEEDBACK_WHY), minutes=10)
    if desk.project is None:
        return
    if not desk.has("stakeholders"):
        address = desk.to("stakeholders:propose_register")
        yield Task(str(wording.TASK_REGISTER), address, str(wording.TASK_REGISTER_WHY), minutes=15)
    elif never := stakeholders.never_contacted():
        why = str(wording.TASK_NEVER_WHY).format(count=never)
        yield Task(str(wording.TASK_NEVER), desk.to("stakeholders:register"), why, minutes=15)
