"""What a measure for some people asks of a person: to say what he thinks, to stand beside somebody, to reach, answer, decide."""

from collections.abc import Iterator, Sequence
from typing import Any

from draagvlak.desk import wording
from draagvlak.desk.figures import Task
from draagvlak.desk.queries.view import Desk
from draagvlak.policyplan.queries import individual as policyplan
from draagvlak.policyplan.rules import still_missing
from draagvlak.stakeholders.states import BodyKind, RoleKind


def tasks_of_individuals(desk: Desk) -> Iterator[Task]:
    """Five statements where something runs, whoever looks."""
    if not desk.has("individuals"):
        return
    running = desk.ask("individuals", lambda: policyplan.running_individuals(on=desk.today))
    for measure, people in running:
        yield from _of_people(desk, measure, people)
        if desk.runs_it:
            yield from _of_who_runs_it(desk, measure, people)


def _of_people(desk: Desk, measure: Any, people: Sequence[Any]) -> Iterator[Task]:  # noqa: ANN401 -- a measure
    """Until one spoke or the last day is past. Nobody else learns of it by a mail that everybody gets."""
    sits = BodyKind.UNION_DELEGATION in desk.parts.bodies
    for one in people:
        if one.spoke or one.is_over or one.has_left:
            continue
        address = desk.to("policyplan:individual_record", pk=one.key)
        if one.account == desk.account.pk:
            title = str(wording.TASK_SPEAK_SELF).format(title=measure.title)
            yield Task(title, address, str(wording.TASK_SPEAK_SELF_WHY), one.last_on, minutes=10)
        elif sits and one.delegate == desk.account.pk:
            title = str(wording.TASK_STAND_BESIDE).format(name=one.name)
            yield Task(title, address, str(wording.TASK_STAND_BESIDE_WHY), one.last_on, minutes=10)


def _of_who_runs_it(desk: Desk, measure: Any, people: Sequence[Any]) -> Iterator[Task]:  # noqa: ANN401 -- a measure
    address, missing = desk.to("policyplan:individual", pk=measure.pk), still_missing(people)
    directs = RoleKind.MANAGEMENT in desk.parts.roles
    unprepared = [one for one in people if one.has_remarks and not one.is_answered and not one.is_prepared]
    waiting = len(missing.unanswered) if directs else len(unprepared)
    if waiting:
        words = wording.TASK_ANSWER_PEOPLE if directs else wording.TASK_PREPARE_ANSWERS
        yield Task(str(words % {"number": waiting}), address, measure.title, minutes=15)
    if missing.unreached and RoleKind.TRAINING_COORDINATOR in desk.parts.roles:
        title = str(wording.TASK_REACH_PEOPLE % {"number": len(missing.unreached)})
        yield Task(title, address, str(wording.TASK_REACH_PEOPLE_WHY).format(title=measure.title), measure.last_on)
    if directs and not missing:
        title = str(wording.TASK_DECIDE_MEASURE).format(title=measure.title)
        yield Task(title, address, str(wording.TASK_DECIDE_MEASURE_WHY), minutes=10)
