"""Who comes into a body, what he is in it, and until when. Nobody sits on two sides of one table."""

from datetime import date, datetime

from django.db import transaction
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import override

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.notices.actions import queue_many
from draagvlak.notices.figures import Note
from draagvlak.stakeholders import queries, wording
from draagvlak.stakeholders.models import Body, Seat
from draagvlak.stakeholders.rules import (
    AlreadyHeld,
    NeedsReason,
    TwoSides,
    is_for_the_employer,
    is_for_the_workers,
    refuse_reversed_period,
)
from draagvlak.stakeholders.states import SeatFunction
from draagvlak.tenancy.actions import admit
from draagvlak.ui.said import day_said


@transaction.atomic
def seat(  # noqa: PLR0913 -- who, where, as what, since when
    *, body: Body, holder: Account, function: str, starts_on: date, by: Account, at: datetime, side: str = ""
) -> Seat:
    """Raises TwoSides for who speaks for the employer and would sit for the workers, or the other way around."""
    if Seat.objects.filter(body=body, holder=holder, ends_on=None).exists():
        raise AlreadyHeld(str(wording.ALREADY_SEATED).format(name=holder, body=body))
    if is_for_the_workers(body.kind, side) and (why := queries.why_for_the_employer(holder, since=starts_on)):
        raise TwoSides(str(wording.FOR_THE_EMPLOYER).format(name=holder, body=body.name, why=why))
    if is_for_the_employer(body.kind, side):
        refuse_who_sits_for_workers(holder, since=starts_on)
    admit(account=holder, organisation=body.organisation, at=at)
    taken = Seat.objects.create(body=body, holder=holder, function=function, side=side, starts_on=starts_on)
    holder.forget()
    record("stakeholders.seat", by=by, at=at, on=taken)
    return taken


@transaction.atomic
def give_function(*, seat: Seat, function: SeatFunction, by: Account, at: datetime) -> Seat:
    """Somebody who sits in a body becomes its chair, its secretary or something else in it; the journal keeps what it was."""
    if seat.function == function:
        raise AlreadyHeld(str(wording.FUNCTION_KEPT).format(name=seat.person))
    details = {"was": seat.function, "is": str(function)}
    seat.function = function
    seat.save()
    if seat.holder is not None:
        seat.holder.forget()
    record("stakeholders.give_function", by=by, at=at, on=seat, details=details)
    return seat


@transaction.atomic
def unseat(*, seat: Seat, ends_on: date, by: Account, at: datetime, reason: str = "") -> Seat:
    """End a seat on a day. A day that is past, a vote that runs, and a seat for the workers that somebody else ends, ask a
    reason: raises NeedsReason without one."""
    refuse_reversed_period(starts_on=seat.starts_on, ends_on=ends_on, sentence=str(wording.PERIOD_REVERSED))
    reason = " ".join(reason.split())
    if not reason and ends_on < clock.day_of(at):
        raise NeedsReason(str(wording.REASON_FOR_PAST))
    if not reason and queries.ties_of(seat):
        raise NeedsReason(str(wording.REASON_FOR_VOTE).format(name=seat.person))
    if not reason and queries.needs_a_reason(seat, by=by):
        raise NeedsReason(str(wording.REASON_FOR_WORKERS).format(name=seat.person))
    seat.ends_on = ends_on
    seat.save()
    if seat.holder is not None:
        seat.holder.forget()
    details = {"ends_on": ends_on.isoformat(), **({"reason": reason} if reason else {})}
    record("stakeholders.unseat", by=by, at=at, on=seat, details=details)
    return seat


def refuse_who_sits_for_workers(account: Account, *, since: date) -> None:
    """Called inside acts only."""
    if body := queries.sits_for_the_workers_in(account, since=since):
        raise TwoSides(str(wording.FOR_THE_WORKERS_IN).format(name=account, body=body.name))


def tell_of_seat(*, seat: Seat, reason: str, by: Account, at: datetime, root: str) -> int:
    """A mail to who must know that a seat began or ends: who did it, whose it is, since or until when. Returns how many."""
    has_ended = seat.ends_on is not None
    told = queries.to_tell_of(seat, on=clock.day_of(at), has_ended=has_ended)
    found: dict[str, Note] = {}
    for one in told:
        if one.address and one.address.lower() != by.email.lower():
            found.setdefault(one.address.lower(), _note(seat, one, reason, by=by, root=root))
    return queue_many(list(found.values()), at=at)


def _note(seat: Seat, reader: Seat, reason: str, *, by: Account, root: str) -> Note:
    is_own = reader.pk == seat.pk
    with override(reader.language):
        facts = {
            "reader": reader.person,
            "name": seat.person,
            "by": str(by),
            "body": seat.body.name,
            "function": seat.get_function_display(),
            "day": day_said(seat.ends_on or seat.starts_on),
            "reason": f"{str(wording.SEAT_REASON).format(reason=reason)}\n" if reason else "",
            "link": root + reverse("stakeholders:who_does_what", kwargs={"organisation": seat.organisation.slug}),
        }
        subject, body = (str(one).format(**facts) for one in _words(seat, is_own=is_own))
    return Note(reader.address, reader.language, subject, body)


def _words(seat: Seat, *, is_own: bool) -> tuple[Promise, Promise]:
    if seat.ends_on is None:
        return wording.SEATED_SUBJECT, wording.SEATED_YOU if is_own else wording.SEATED_BODY
    return wording.UNSEATED_SUBJECT, wording.UNSEATED_YOU if is_own else wording.UNSEATED_BODY
