"""What negotiations and signed agreements ask: an answer, a signature, a registration number, a yearly look (row B5.4)."""

from collections.abc import Iterator

from draagvlak.desk import wording
from draagvlak.desk.figures import Task
from draagvlak.desk.queries.view import Desk
from draagvlak.policyplan.queries import agreement, negotiation
from draagvlak.policyplan.states import TableSide


def tasks_of_agreements(desk: Desk) -> Iterator[Task]:
    if desk.has("negotiations"):
        yield from _at_the_table(desk)
    if desk.has("watches"):
        yield from _to_follow_up(desk)


def _at_the_table(desk: Desk) -> Iterator[Task]:
    every = desk.ask("negotiations", negotiation.every_running)
    mine = {one.pk for one in negotiation.negotiations_of(desk.account, desk.organisation, on=desk.today)}
    running = [one for one in every if one.pk in mine]
    clauses = negotiation.clauses_running(running) if running else {}
    for one in running:
        side = negotiation.side_of(desk.account, one, on=desk.today)
        address = desk.to("policyplan:negotiation", number=one.number)
        if not negotiation.speaks_for(side):
            continue
        waiting = negotiation.waits_for(clauses[one.pk], side)
        if waiting:
            title = str(wording.TASK_ANSWER_CLAUSES).format(subject=one.subject)
            why = str(wording.TASK_ANSWER_CLAUSES_WHY % {"number": len(waiting)})
            yield Task(title, address, why, one.aim_on, minutes=10 * len(waiting), is_private=True)
        elif negotiation.is_ready(clauses[one.pk]):
            title = str(wording.TASK_SIGN).format(subject=one.subject)
            yield Task(title, address, str(wording.TASK_SIGN_WHY), one.aim_on, minutes=15, is_private=True)


def _to_follow_up(desk: Desk) -> Iterator[Task]:
    """For who follows it up; for management when that person left."""
    directs = negotiation.side_by_part(desk.account, desk.organisation, on=desk.today) == TableSide.EMPLOYER
    asking = desk.ask("watches", lambda: agreement.watches_that_ask(desk.organisation, on=desk.today))
    for watch, is_here in asking:
        if not (watch.follower_id == desk.account.pk if is_here else directs):
            continue
        subject = watch.agreement.subject
        if watch.clause is None:
            title = str(wording.TASK_REGISTRATION).format(subject=subject)
            address = desk.to("policyplan:file_agreement" if is_here else "policyplan:agreement", pk=watch.agreement_id)
            yield Task(title, address, str(wording.TASK_REGISTRATION_WHY), minutes=5)
            continue
        title = str(wording.TASK_CHECK_CLAUSE).format(title=watch.clause.title)
        words = {"pk": watch.agreement_id, "point": watch.clause.number}
        why = str(wording.TASK_CHECK_CLAUSE_WHY).format(subject=subject)
        yield Task(title, desk.to("policyplan:check_clause", **words), why, watch.check_on, minutes=15)
