from datetime import date

from django.db.models import F, QuerySet

from draagvlak.accounts.models import Account
from draagvlak.staff.queries import in_force
from draagvlak.stakeholders.models import Body, BodyTask, Seat


def body_tasks() -> QuerySet[BodyTask]:
    rows = BodyTask.objects.select_related("organisation", "body__organisation", "seat__holder", "seat__member")
    return rows.select_related("done_by", "added_by")


def body_tasks_of(body: Body) -> QuerySet[BodyTask]:
    """What is open first, the first day first; what is done after it, the last one first."""
    return (
        body_tasks()
        .filter(body=body)
        .order_by(F("done_on").desc(nulls_first=True), F("due_on").asc(nulls_last=True), "pk")
    )


def open_body_tasks(body: Body) -> QuerySet[BodyTask]:
    return body_tasks().filter(body=body, done_on=None)


def body_tasks_waiting(account: Account, *, on: date) -> QuerySet[BodyTask]:
    """What this person is to do for the bodies in which he still sits."""
    sits = Seat.objects.filter(in_force(on), holder=account, body__ends_on=None)
    return body_tasks().filter(seat__in=sits.values("pk"), done_on=None)


def seat_still_held(seat: Seat | None, *, on: date) -> bool:
    return seat is not None and seat.starts_on <= on and (seat.ends_on is None or on <= seat.ends_on)


def same_body_task(body: Body, what: str, *, but: int | None = None) -> BodyTask | None:
    """An open task with the same words."""
    found = BodyTask.objects.filter(body=body, done_on=None, what__iexact=what)
    return found.exclude(pk=but).first() if but else found.first()
