"""What waits for a person about questions in confidence. These tasks name nobody, and no mail tells of them."""

from collections.abc import Iterator

from draagvlak.desk import wording
from draagvlak.desk.figures import Task
from draagvlak.desk.queries.view import Desk
from draagvlak.initiatives import queries as initiatives


def tasks_of_voice(desk: Desk) -> Iterator[Task]:
    """One statement for who only could have asked something, two more for who listens."""
    if desk.has("questions") and initiatives.unread_answers(desk.account):
        yield Task(
            str(wording.TASK_READ_VOICE),
            desk.to("initiatives:mine"),
            str(wording.TASK_READ_VOICE_WHY),
            minutes=5,
            is_private=True,
        )
    bodies = initiatives.listens_in(desk.account, desk.organisation, on=desk.today)
    if not bodies:
        return
    address = desk.to("initiatives:register")
    for account, title, why, minutes in (
        (None, wording.TASK_TAKE_UP, wording.TASK_TAKE_UP_WHY, 5),
        (desk.account, wording.TASK_ANSWER_VOICE, wording.TASK_ANSWER_VOICE_WHY, 20),
    ):
        waits = initiatives.waiting(bodies, on=desk.today, account=account)
        if waits.count:
            words = str(title % {"number": waits.count})
            yield Task(words, address, str(why), waits.due_on, minutes=minutes, is_private=True)
