"""What a consultation round asks: to read and say something, to answer, to conclude."""

from collections.abc import Iterator

from draagvlak.desk import wording
from draagvlak.desk.figures import Task
from draagvlak.desk.queries.view import Desk
from draagvlak.planproject import queries as planproject
from draagvlak.policyplan import queries as policyplan
from draagvlak.policyplan.models import Consultation


def tasks_of_rounds(desk: Desk) -> Iterator[Task]:
    """Of every round that is not concluded."""
    if not desk.has("consultations"):
        return
    for running in desk.ask("consultations", policyplan.consultations_open):
        yield from _tasks_in(desk, running)


def _tasks_in(desk: Desk, running: Consultation) -> Iterator[Task]:
    if running.is_over(on=desk.today):
        yield from _tasks_after(desk, running)
        return
    if not running.takes_remarks(on=desk.today) or policyplan.has_taken_part(desk.account, running):
        return
    if policyplan.is_asked(desk.account, running, on=desk.today):
        title = str(wording.TASK_READ_DRAFT).format(title=running.title)
        address = desk.to("policyplan:consultation", pk=running.pk)
        yield Task(title, address, str(wording.TASK_READ_DRAFT_WHY), running.ends_on, minutes=5)


def _tasks_after(desk: Desk, running: Consultation) -> Iterator[Task]:
    waiting = desk.ask("remarks waiting", lambda: _waiting(desk))[running.pk]
    sits = desk.group is not None and desk.ask("sits", lambda: planproject.is_group_member(desk.account, on=desk.today))
    if waiting and (desk.runs_it or sits):
        why = str(wording.TASK_ANSWER_REMARKS_WHY % {"number": waiting})
        title = str(wording.TASK_ANSWER_REMARKS).format(title=running.title)
        yield Task(title, desk.to("policyplan:remarks", pk=running.pk), why, minutes=30)
    elif not waiting and desk.runs_it:
        address = desk.to("policyplan:conclude_consultation", pk=running.pk)
        title = str(wording.TASK_CONCLUDE_ROUND).format(title=running.title)
        yield Task(title, address, str(wording.TASK_CONCLUDE_ROUND_WHY), minutes=10)


def _waiting(desk: Desk) -> dict[int, int]:
    """Of each round that is over, how many bundles have no answer yet; the same for everybody here."""
    running = desk.ask("consultations", policyplan.consultations_open)
    return {one.pk: policyplan.unanswered(one) for one in running if one.is_over(on=desk.today)}
