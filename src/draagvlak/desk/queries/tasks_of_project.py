"""What the plan as a project asks of a person: to confirm, to finish, to report, to write down time."""

from collections.abc import Iterator
from datetime import timedelta

from draagvlak.desk import wording
from draagvlak.desk.figures import Task
from draagvlak.desk.queries.view import Desk
from draagvlak.lib import clock
from draagvlak.planproject import queries as planproject
from draagvlak.planproject.rules import month_after, month_to_log
from draagvlak.planproject.states import ProjectState
from draagvlak.stakeholders.states import RoleKind

# Time of a month is written down within this many days after it.
DAYS_TO_LOG = 7


def tasks_of_project(desk: Desk) -> Iterator[Task]:
    project = desk.project
    if project is None or project.state == ProjectState.FINISHED:
        yield from _tasks_of_assignments(desk)
        return
    yield from _tasks_of_sponsor(desk)
    for point in planproject.open_points_of(desk.account, project) if desk.has("points") else ():
        title = str(wording.TASK_POINT).format(what=point.what)
        yield Task(title, desk.to("planproject:close_point", pk=point.pk), str(wording.TASK_POINT_WHY), point.due_on)
    if RoleKind.TRAINING_COORDINATOR in desk.parts.roles:
        yield from _tasks_of_coordinator(desk)
    yield from _tasks_of_time(desk)
    yield from _tasks_of_partner(desk)
    yield from _tasks_of_assignments(desk)


def _tasks_of_sponsor(desk: Desk) -> Iterator[Task]:
    project = desk.project
    if project.sponsor_confirmed_at is not None:
        return
    if project.sponsor_id is None and desk.runs_it:
        address = desk.to("planproject:name_sponsor")
        yield Task(str(wording.TASK_SPONSOR), address, str(wording.TASK_SPONSOR_WHY), minutes=5)
    if project.sponsor_id == desk.account.pk:
        address = desk.to("planproject:confirm_project")
        yield Task(str(wording.TASK_CONFIRM), address, str(wording.TASK_CONFIRM_WHY), minutes=10)


def _tasks_of_coordinator(desk: Desk) -> Iterator[Task]:
    project = desk.project
    for milestone in planproject.late_milestones(project, today=desk.today) if desk.has("milestones") else ():
        title = str(wording.TASK_MILESTONE).format(title=milestone.title)
        address = desk.to("planproject:finish_milestone", pk=milestone.pk)
        yield Task(title, address, str(wording.TASK_MILESTONE_WHY), milestone.due_on)
    if project.state != ProjectState.WORKING:
        return
    last = planproject.reports_of(project).first()
    due_on = month_after(last.on if last else clock.day_of(project.sponsor_confirmed_at))
    if due_on <= desk.today:
        address = desk.to("planproject:write_report")
        yield Task(str(wording.TASK_REPORT), address, str(wording.TASK_REPORT_WHY), due_on, minutes=20)


def _tasks_of_time(desk: Desk) -> Iterator[Task]:
    """Once a month, of everybody who sits in the group: how much time did it take?"""
    month = month_to_log(starts_on=desk.project.starts_on, today=desk.today)
    if month is None or desk.project.state != ProjectState.WORKING:
        return
    first, last = month
    if not planproject.is_group_member(desk.account, on=desk.today):
        return
    if not planproject.has_logged(desk.account, desk.project, since=first, until=last):
        address, due_on = desk.to("planproject:log_time"), last + timedelta(days=DAYS_TO_LOG)
        yield Task(str(wording.TASK_TIME), address, str(wording.TASK_TIME_WHY), due_on, minutes=2)


def _tasks_of_partner(desk: Desk) -> Iterator[Task]:
    if RoleKind.MANAGEMENT not in desk.parts.roles:
        return
    aid = planproject.aid_of(desk.project)
    if aid is not None and aid.is_wanted is None:
        address = desk.to("planproject:decide_partner", pk=aid.pk)
        yield Task(str(wording.TASK_PARTNER), address, str(wording.TASK_PARTNER_WHY), minutes=10)


def _tasks_of_assignments(desk: Desk) -> Iterator[Task]:
    """An assignment whose last day is past, also after the project: the result is there, or the day moves."""
    if RoleKind.TRAINING_COORDINATOR not in desk.parts.roles or not desk.has("assignments"):
        return
    for one in planproject.late_assignments(on=desk.today):
        title, why = str(wording.TASK_ASSIGNMENT).format(title=one.title), str(wording.TASK_ASSIGNMENT_WHY)
        yield Task(title, desk.to("planproject:assignment", pk=one.pk), why.format(partner=one.partner), one.ends_on)
