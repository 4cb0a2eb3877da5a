"""What changes in the personnel policy ask of a person: the note, a place on an agenda, what came of it."""

from collections.abc import Iterator

from draagvlak.desk import wording
from draagvlak.desk.figures import Task
from draagvlak.desk.queries.view import Desk
from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.policyplan import queries as policyplan
from draagvlak.policyplan.states import ScreeningState


def tasks_of_screening(desk: Desk) -> Iterator[Task]:
    """Two statements, and none for who has no part in it."""
    if not desk.has("screenings") or not (desk.runs_it or desk.parts.bodies):
        return
    found = desk.ask("screenings", policyplan.running_screenings)
    points = desk.ask("screening points", lambda: policyplan.points_of_screenings(found))
    for one in found:
        address = desk.to("policyplan:screening", pk=one.pk)
        if one.state == ScreeningState.ASKED:
            if desk.runs_it:
                why = str(wording.TASK_SCREEN_NOTE_WHY).format(name=one.asked_by)
                yield Task(str(wording.TASK_SCREEN_NOTE).format(title=one.title), address, why, minutes=15)
            continue
        point = points.get(one.pk)
        if not may(desk.account, "meetings.run", one.body):
            continue
        if point is None:
            title = str(wording.TASK_SCREEN_AGENDA).format(title=one.title)
            yield Task(title, address, str(wording.TASK_SCREEN_AGENDA_WHY).format(body=one.body.name), one.not_before)
        elif point.meeting.starts_at <= clock.now():
            title = str(wording.TASK_SCREEN_OUTCOME).format(title=one.title)
            yield Task(title, address, str(wording.TASK_SCREEN_OUTCOME_WHY), minutes=5)
