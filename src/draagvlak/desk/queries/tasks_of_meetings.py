from collections.abc import Iterator

from draagvlak.desk import wording
from draagvlak.desk.figures import Task
from draagvlak.desk.queries.view import Desk
from draagvlak.lib import clock
from draagvlak.meetings import queries as meetings
from draagvlak.meetings.rules import runs
from draagvlak.meetings.states import MinutesState
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.states import BodyKind, RoleKind
from draagvlak.ui.said import day_said


def tasks_of_meetings(desk: Desk) -> Iterator[Task]:
    """What a person was asked or agreed to; and the working group that has no next date."""
    at = clock.now()
    for invitee in meetings.invitations_waiting(desk.account, at=at) if desk.has("invitations") else ():
        yield Task(
            str(wording.TASK_ANSWER).format(body=invitee.meeting.body.name),
            desk.to("meetings:answer_invitation", pk=invitee.pk),
            meetings.when_of(invitee.meeting),
            clock.day_of(invitee.meeting.starts_at),
            minutes=1,
            is_private=invitee.meeting.is_private,
        )
    for action in meetings.actions_waiting(desk.account) if desk.has("actions") else ():
        met = action.item.meeting
        why = str(wording.TASK_ACTION_WHY).format(body=met.body.name, day=day_said(clock.day_of(met.starts_at)))
        address = desk.to("meetings:finish_action", pk=action.pk)
        yield Task(action.what, address, why, action.due_on, is_private=met.is_private)
    yield from _actions_left(desk)
    if RoleKind.MANAGEMENT in desk.parts.roles and desk.has("advice"):
        for item in meetings.advice_without_reply():
            title = str(wording.TASK_ADVICE_REPLY).format(body=item.meeting.body.name)
            yield Task(title, desk.to("meetings:reply_to_advice", pk=item.pk), item.title, minutes=15)
    if RoleKind.TRAINING_COORDINATOR in desk.parts.roles and desk.has("working group"):
        group = stakeholders.body_of_kind(BodyKind.WORKING_GROUP, on=desk.today)
        if group is not None and meetings.next_of(group, at=at) is None:
            title = str(wording.TASK_CONVENE).format(body=group.name)
            yield Task(title, desk.to("meetings:convene", pk=group.pk), str(wording.TASK_CONVENE_WHY), minutes=5)


def _actions_left(desk: Desk) -> Iterator[Task]:
    """For who runs a body: what somebody who left took upon him there."""
    if not desk.has("actions") or not (desk.runs_it or desk.parts.chairs):
        return
    for action in meetings.actions_of_who_left(on=desk.today):
        body = action.item.meeting.body
        if runs(body.kind, meetings.part_in(desk.account, body, on=desk.today)):
            title = str(wording.TASK_LEFT).format(what=action.what)
            why = str(wording.TASK_ACTION_LEFT_WHY).format(name=action.doer, body=body.name)
            address, is_private = desk.to("meetings:hand_over_action", pk=action.pk), action.item.meeting.is_private
            yield Task(title, address, why, action.due_on, minutes=2, is_private=is_private)


def tasks_of_minutes(desk: Desk) -> Iterator[Task]:
    """For who runs a body: the minutes of what was held, and their approval once the next meeting was there."""
    if not desk.has("minutes") or not (desk.runs_it or desk.parts.chairs):
        return
    at = clock.now()
    waiting = meetings.meetings_to_minute(at=at)
    latest = meetings.latest_of({one.body_id for one in waiting}, at=at)
    for meeting in waiting:
        if not runs(meeting.body.kind, meetings.part_in(desk.account, meeting.body, on=desk.today)):
            continue
        is_sent = meeting.report is not None and meeting.report.state == MinutesState.SENT
        if is_sent and latest[meeting.body_id] <= meeting.starts_at:
            continue
        title, door = (
            (wording.TASK_APPROVE_MINUTES, "approve_minutes") if is_sent else (wording.TASK_MINUTES, "write_minutes")
        )
        why = meetings.when_of(meeting)
        place = desk.to(f"meetings:{door}", pk=meeting.pk)
        minutes, is_private = 5 if is_sent else 30, meeting.is_private
        yield Task(str(title).format(body=meeting.body.name), place, why, minutes=minutes, is_private=is_private)
