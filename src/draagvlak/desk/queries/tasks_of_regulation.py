"""What the training regulation and deciding together ask: to read a new version, to say what one thinks, to conclude."""

from collections.abc import Iterator

from draagvlak.desk import wording
from draagvlak.desk.figures import Task
from draagvlak.desk.queries.view import Desk
from draagvlak.policyplan import queries as policyplan
from draagvlak.staff import queries as staff


def tasks_of_regulation(desk: Desk) -> Iterator[Task]:
    if desk.has("regulation"):
        yield from _to_read(desk)
    for codecision in desk.ask("codecisions", policyplan.codecisions_open) if desk.has("codecisions") else ():
        address = desk.to("policyplan:codecision", pk=codecision.pk)
        if codecision.takes_voices(on=desk.today):
            left = policyplan.lines_to_say(desk.account, codecision, on=desk.today)
            if left:
                title = str(wording.TASK_SPEAK_ON_LINES).format(title=codecision.title)
                why = str(wording.TASK_SPEAK_ON_LINES_WHY % {"number": left})
                yield Task(title, address, why, codecision.ends_on, minutes=2 * left)
        elif desk.runs_it and codecision.is_over(on=desk.today):
            title = str(wording.TASK_CONCLUDE_LINES).format(title=codecision.title)
            yield Task(title, address, str(wording.TASK_CONCLUDE_LINES_WHY), minutes=20)


def _to_read(desk: Desk) -> Iterator[Task]:
    """Everybody at work is asked to read a version after its adoption, until it is confirmed."""
    version = desk.ask("regulation", policyplan.version_to_read)
    if version is None:
        return
    if desk.member is None or policyplan.reading_of(version, desk.member) is not None:
        return
    if not desk.ask("works here", lambda: staff.is_at_work(desk.member, on=desk.today)):
        return
    title = str(wording.TASK_READ_REGULATION).format(title=version.regulation.title)
    address = desk.to("policyplan:regulation_version", number=version.number)
    yield Task(title, address, str(wording.TASK_READ_REGULATION_WHY), minutes=5)
