"""What notes in the margin of the draft ask of a person: to look, or to see to one by a day."""

from collections.abc import Iterator

from draagvlak.desk import wording
from draagvlak.desk.figures import Task
from draagvlak.desk.queries.view import Desk
from draagvlak.planproject import queries as planproject
from draagvlak.policyplan import queries as policyplan

# More than this many questions are one task: a list of them.
MOST_ALONE = 3


def tasks_of_margin(desk: Desk) -> Iterator[Task]:
    """For who writes along only: who does not any more, cannot open them."""
    if not desk.has("notes") or desk.plan is None or not _writes(desk):
        return
    for note in policyplan.notes_given_to(desk.account, desk.plan):
        title = str(wording.TASK_NOTE_GIVEN).format(part=note)
        why = str(wording.TASK_NOTE_GIVEN_WHY).format(name=note.by)
        yield Task(title, desk.to("policyplan:note", pk=note.pk), why, note.due_on, minutes=10)
    asked = policyplan.mentions_waiting(desk.account, desk.plan) if desk.has("mentions") else []
    if len(asked) > MOST_ALONE:
        why = str(wording.TASK_NOTES_ASKED_WHY).format(count=len(asked))
        address = desk.to("policyplan:notes") + "?toon=voor-mij"
        yield Task(str(wording.TASK_NOTES_ASKED), address, why, minutes=15)
        return
    for one in asked:
        title = str(wording.TASK_NOTE_ASKED).format(part=one.note)
        why = str(wording.TASK_NOTE_ASKED_WHY).format(name=one.by)
        yield Task(title, desk.to("policyplan:note", pk=one.note_id), why, minutes=5)


def _writes(desk: Desk) -> bool:
    sits = desk.ask("sits", lambda: planproject.is_group_member(desk.account, on=desk.today))
    return bool(desk.runs_it or sits)
