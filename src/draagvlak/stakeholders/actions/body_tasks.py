"""What a body sets itself to do: put on its list, changed, finished, opened again, taken away.

The journal tells that somebody did this for a body, never what the task is.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import override
from django_scopes import scopes_disabled

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.lib.refusals import Changed
from draagvlak.notices.actions import queue
from draagvlak.stakeholders import queries
from draagvlak.stakeholders.models import Body, BodyTask, Seat
from draagvlak.stakeholders.rules import BodyTaskRefused
from draagvlak.stakeholders.wording import body_tasks as wording


@transaction.atomic
def add_body_task(*, body: Body, facts: Mapping[str, Any], by: Account, at: datetime, root: str = "") -> BodyTask:
    """facts: what, seat (of this body, or None), due_on (or None). Raises BodyTaskRefused."""
    made = BodyTask.objects.create(body=body, added_by=by, added_at=at, **_checked(body, facts, at=at))
    record("stakeholders.add_body_task", by=by, at=at, on=made)
    _tell(made, by=by, at=at, root=root)
    return made


@transaction.atomic
def change_body_task(
    *, task: BodyTask, facts: Mapping[str, Any], version: int, by: Account, at: datetime, root: str = ""
) -> BodyTask:
    """Raises Changed when somebody else was first, and BodyTaskRefused once it is done."""
    held = _held(task, version=version)
    if held.done_on is not None:
        raise BodyTaskRefused(str(wording.TASK_DONE_ALREADY))
    former = held.seat_id
    for name, value in _checked(held.body, facts, at=at, but=held.pk).items():
        setattr(held, name, value)
    _keep(held)
    record("stakeholders.change_body_task", by=by, at=at, on=held)
    if held.seat_id != former:
        _tell(held, by=by, at=at, root=root)
    return held


@transaction.atomic
def finish_body_task(*, task: BodyTask, note: str, version: int, by: Account, at: datetime) -> BodyTask:
    """note: what came of it, may be empty."""
    held = _held(task, version=version)
    if held.done_on is not None:
        raise BodyTaskRefused(str(wording.TASK_DONE_ALREADY))
    held.done_on, held.done_by, held.note = clock.day_of(at), by, note.strip()
    _keep(held)
    record("stakeholders.finish_body_task", by=by, at=at, on=held)
    return held


@transaction.atomic
def reopen_body_task(*, task: BodyTask, version: int, by: Account, at: datetime) -> BodyTask:
    held = _held(task, version=version)
    if held.done_on is None:
        raise BodyTaskRefused(str(wording.TASK_STILL_OPEN))
    held.done_on, held.done_by, held.note = None, None, ""
    _keep(held)
    record("stakeholders.reopen_body_task", by=by, at=at, on=held)
    return held


@transaction.atomic
def remove_body_task(*, task: BodyTask, version: int, by: Account, at: datetime) -> None:
    """Nothing of it stays but that it was taken away."""
    held = _held(task, version=version)
    record("stakeholders.remove_body_task", by=by, at=at, on=held)
    held.delete()


def _checked(body: Body, facts: Mapping[str, Any], *, at: datetime, but: int | None = None) -> dict[str, Any]:
    what = " ".join(facts["what"].split())[:250]
    if not what:
        raise BodyTaskRefused(str(wording.TASK_EMPTY))
    if queries.same_body_task(body, what, but=but) is not None:
        raise BodyTaskRefused(str(wording.TASK_TWICE).format(what=what))
    seat: Seat | None = facts.get("seat")
    if seat is not None and (seat.body_id != body.pk or not queries.seat_still_held(seat, on=clock.day_of(at))):
        raise BodyTaskRefused(str(wording.TASK_NOT_OURS))
    return {"what": what, "seat": seat, "due_on": facts.get("due_on")}


def _held(task: BodyTask, *, version: int) -> BodyTask:
    """The task as it stands, locked, when nobody changed it since this person looked."""
    held = BodyTask.objects.select_for_update(of=("self",)).select_related("body__organisation").get(pk=task.pk)
    if held.version != version:
        theirs = {"what": held.what, "due_on": held.due_on}
        raise Changed(str(wording.TASK_CHANGED), theirs=theirs, version=held.version)
    return held


def _keep(held: BodyTask) -> None:
    held.version += 1
    held.save()


def _tell(task: BodyTask, *, by: Account, at: datetime, root: str) -> None:
    """Who is given a task by somebody else hears that there is one. The mail stands in no organisation's outbox."""
    holder = task.seat.holder if task.seat else None
    if holder is None or holder == by:
        return
    link = root + reverse(
        "stakeholders:body_tasks", kwargs={"organisation": task.body.organisation.slug, "pk": task.body_id}
    )
    with override(holder.language), scopes_disabled():
        words = {"name": holder.name, "body": task.body.name, "link": link}
        subject = str(wording.TASK_SUBJECT).format(**words)
        queue(to=holder.email, subject=subject, body=str(wording.TASK_BODY).format(**words), at=at, is_private=True)
