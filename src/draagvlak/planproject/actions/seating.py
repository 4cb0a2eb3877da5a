"""Calls that go on longer, people asked on purpose, and seats filled from the reserve list (rows A3.1 to A3.4)."""

from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import override

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.meetings.actions import match_coming
from draagvlak.notices.actions import queue
from draagvlak.planproject import queries, wording
from draagvlak.planproject.actions.charter import approve_if_enough
from draagvlak.planproject.actions.group import answer_candidate
from draagvlak.planproject.models import Call, Candidacy, GroupSeat, TargetedCall, WorkingGroup
from draagvlak.planproject.rules import NoReason, NotAtWork, NotPossibleNow, refuse_past
from draagvlak.planproject.states import CandidacyState, SpeaksFor
from draagvlak.staff import queries as staff
from draagvlak.staff.models import StaffMember
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.actions import seat_one_more
from draagvlak.stakeholders.models import Seat
from draagvlak.stakeholders.states import BodyKind, SeatFunction
from draagvlak.ui.said import day_said


@transaction.atomic
def extend_call(*, call: Call, closes_on: date, by: Account, at: datetime) -> Call:
    """Let a call go on until another day; one that was closed opens again. Refused once the group is composed."""
    if call.decided_at is not None:
        raise NotPossibleNow(str(wording.CALL_DECIDED))
    today = clock.day_of(at)
    refuse_past(closes_on, today=today, sentence=str(wording.CLOSES_IN_THE_PAST).format(today=day_said(today)))
    call.closes_on, call.closed_at = max(closes_on, call.opens_on), None
    call.answer_by = max(call.answer_by, call.closes_on)
    call.save()
    record("planproject.extend_call", by=by, at=at, on=call, details={"closes_on": call.closes_on.isoformat()})
    return call


@transaction.atomic
def ask_category(
    *, call: Call, voice: tuple[str, str], text: str, by: Account, at: datetime, root: str = ""
) -> TargetedCall:
    """Write to everyone of a category whose voice is missing. Who has no address is counted, for the paper form.

    voice: dimension and category, as in the comparison.
    """
    dimension, category = voice
    if not call.is_open(on=clock.day_of(at)):
        raise NotPossibleNow(str(wording.CALL_NOT_OPEN))
    if not text.strip():
        raise NoReason(str(wording.TEXT_NEEDED))
    people = queries.people_to_ask(call, dimension=dimension, category=category, today=clock.day_of(at))
    if not people:
        raise NotPossibleNow(str(wording.NOBODY_TO_ASK))
    reached = sum(_write_to(member, call, text.strip(), root=root, at=at) for member in people)
    asked = TargetedCall.objects.create(
        call=call,
        dimension=dimension,
        category=category,
        text=text.strip(),
        asked=reached,
        on_paper=len(people) - reached,
        at=at,
        by=by,
    )
    record("planproject.ask_category", by=by, at=at, on=call, details={"category": category, "asked": len(people)})
    return asked


def _write_to(member: StaffMember, call: Call, text: str, *, root: str, at: datetime) -> bool:
    """Whether there was an address to write to."""
    address = member.account.email if member.account else member.email
    if not address:
        return False
    with override(queries.language_of(member)):
        facts = {
            "name": member.first_name,
            "text": text,
            "last": day_said(call.closes_on),
            "link": f"{root}/o/{call.organisation.slug}/werkgroep/oproep/{call.pk}/",
        }
        subject = str(wording.ASKED_SUBJECT).format(call=call.title)
        queue(to=address, subject=subject, body=str(wording.ASKED_BODY).format(**facts), at=at)
    return True


@transaction.atomic
def fill_seat(*, group: WorkingGroup, candidacy: Candidacy, by: Account, at: datetime) -> GroupSeat:
    """Give a free seat to somebody of the reserve list, who gets an answer like everybody else and is asked to the meetings."""
    today = clock.day_of(at)
    if candidacy.state != CandidacyState.RESERVE or candidacy.call_id != group.call_id:
        raise NotPossibleNow(str(wording.NOT_ON_RESERVE).format(name=candidacy.member))
    if queries.free_seats(group, on=today) == 0:
        raise NotPossibleNow(str(wording.NO_FREE_SEAT))
    if not staff.is_at_work(candidacy.member, on=today):
        raise NotAtWork(str(wording.NOT_AT_WORK).format(name=candidacy.member))
    seat = GroupSeat.objects.create(
        group=group, member=candidacy.member, speaks_for=candidacy.speaks_for, starts_on=today
    )
    taken = seat_one_more(member=candidacy.member, at=at)
    if taken is not None:
        match_coming(body=taken.body, by=by, at=at, root=settings.ADDRESS)
    with override(queries.language_of(candidacy.member)):
        reason = str(wording.FROM_RESERVE)
    answer_candidate(candidacy, state=CandidacyState.RETAINED, reason=reason, by=by, at=at)
    record("planproject.fill_seat", by=by, at=at, on=seat)
    return seat


@transaction.atomic
def seat_newcomers(*, by: Account | None, at: datetime) -> int:
    """Where the whole team is the working group, whoever came to work since sits in it too (row A3.3). Returns how many."""
    today = clock.day_of(at)
    group = queries.group_of(queries.current_project())
    if group is None or not group.is_whole_team:
        return 0
    seated = queries.seats_of(group, on=today).values("member")
    new = list(staff.members_at_work(on=today).exclude(pk__in=seated).select_related("account"))
    body = None
    for member in new:
        seat = GroupSeat.objects.create(group=group, member=member, speaks_for=SpeaksFor.SELF, starts_on=today)
        taken = seat_one_more(member=member, at=at)
        body = taken.body if taken else body
        record("planproject.seat_newcomer", by=by, at=at, on=seat)
    if body is not None:
        match_coming(body=body, by=by or group.composed_by, at=at, root=settings.ADDRESS)
    return len(new)


@transaction.atomic
def unseat_newcomers(*, since: datetime, by: Account | None, at: datetime) -> int:
    """A list is undone: the seats that came of themselves since then go, of whoever does not work here after all.

    The person goes as well, so the seat is taken out; the journal keeps that it was there. Raises ProtectedError when
    somebody did something in that seat. Returns how many.
    """
    today = clock.day_of(at)
    told = Record.objects.filter(act="planproject.seat_newcomer", at__gte=since).values_list("subject_id", flat=True)
    seats = GroupSeat.objects.filter(pk__in=[int(key) for key in told], ends_on=None, substitute=None, version=1)
    gone = [
        one for one in seats.select_related("group", "member__account") if not staff.is_at_work(one.member, on=today)
    ]
    for seat in gone:
        record("planproject.vacate_seat", by=by, at=at, on=seat)
        # Only as it came: who became chair since keeps the seat, and with it the list that brought him.
        Seat.objects.filter(
            member=seat.member,
            body__kind=BodyKind.WORKING_GROUP,
            starts_on=seat.starts_on,
            ends_on=None,
            function=SeatFunction.MEMBER,
        ).delete()
        if seat.member.account is not None:
            seat.member.account.forget()
        seat.delete()
    body = stakeholders.body_of_kind(BodyKind.WORKING_GROUP, on=today)
    if gone and body is not None:
        match_coming(body=body, by=by or gone[0].group.composed_by, at=at, root=settings.ADDRESS)
        charter = queries.charter_at_work(gone[0].group)
        if charter is not None:
            approve_if_enough(charter, by=by, at=at)
    return len(gone)
