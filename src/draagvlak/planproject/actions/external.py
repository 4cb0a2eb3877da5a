"""An external partner: the aid, the decision, the assignment and the guests who enter it (rows A7.1, A7.2 and B0.2)."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import override

from draagvlak.accounts.models import Account
from draagvlak.documents.actions import keep_file
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.meetings import queries as meetings
from draagvlak.notices.actions import queue
from draagvlak.planproject import queries, wording
from draagvlak.planproject.models import (
    Assignment,
    AssignmentFile,
    AssignmentGuest,
    AssignmentMessage,
    PartnerAid,
    Project,
)
from draagvlak.planproject.rules import (
    NoClause,
    NoReason,
    NotPossibleNow,
    OfTheHouse,
    advice_on,
    refuse_changed,
    refuse_wrong_dates,
)
from draagvlak.planproject.wording import announcing as news
from draagvlak.staff import queries as staff
from draagvlak.staff.models import StaffMember
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.actions import end_access, invite, person
from draagvlak.tenancy.queries import belongs_to, is_guest_of
from draagvlak.ui.said import day_said

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


@transaction.atomic
def weigh_partner(
    *, project: Project, answers: Mapping[str, int], remark: str, by: Account, at: datetime
) -> PartnerAid:
    """Fill in the aid. answers: question → 0 to 3."""
    aid = PartnerAid.objects.create(
        project=project, answers=dict(answers), remark=remark.strip(), weighed_by=by, weighed_at=at
    )
    record("planproject.weigh_partner", by=by, at=at, on=aid, details={"is_advised": advice_on(answers).is_advised})
    return aid


@transaction.atomic
def decide_partner(*, aid: PartnerAid, is_wanted: bool, reason: str, by: Account, at: datetime) -> PartnerAid:
    """The organisation decides, whatever the aid says; with a reason."""
    if aid.is_wanted is not None:
        raise NotPossibleNow(str(wording.ALREADY_DECIDED_PARTNER))
    if not reason.strip():
        raise NoReason(str(wording.NO_REASON))
    aid.is_wanted, aid.reason, aid.decided_by, aid.decided_at = is_wanted, reason.strip(), by, at
    aid.save()
    record("planproject.decide_partner", by=by, at=at, on=aid, details={"is_wanted": is_wanted})
    return aid


@transaction.atomic
def give_assignment(*, project: Project, facts: Mapping[str, Any], by: Account, at: datetime) -> Assignment:
    """facts: the fields of Assignment by name. Only after the organisation decided for a partner."""
    aid = queries.aid_of(project)
    if aid is None or not aid.is_wanted:
        raise NotPossibleNow(str(wording.NO_PARTNER_DECIDED))
    _refuse_dates(facts)
    assignment = Assignment.objects.create(project=project, **facts)
    record("planproject.give_assignment", by=by, at=at, on=assignment, details={"partner": str(assignment.partner)})
    return assignment


@transaction.atomic
def change_assignment(
    *, assignment: Assignment, facts: Mapping[str, Any], version: int, by: Account, at: datetime
) -> Assignment:
    _refuse_received(assignment)
    refuse_changed(assignment, facts, version=version, sentence=str(wording.CHANGED))
    _refuse_dates(facts)
    for name, value in facts.items():
        setattr(assignment, name, value)
    assignment.version += 1
    assignment.save()
    record("planproject.change_assignment", by=by, at=at, on=assignment)
    return assignment


def _refuse_dates(facts: Mapping[str, Any]) -> None:
    words = str(wording.PERIOD_REVERSED).format(starts=day_said(facts["starts_on"]))
    refuse_wrong_dates(
        starts_on=facts["starts_on"], ends_on=facts["ends_on"], today=None, reversed_sentence=words, past_sentence=""
    )


def _refuse_received(assignment: Assignment) -> None:
    if assignment.received_on is not None:
        raise NotPossibleNow(str(wording.ALREADY_RECEIVED))


@transaction.atomic
def receive_result(*, assignment: Assignment, received_on: date, verdict: str, by: Account, at: datetime) -> Assignment:
    """The result is there: the assignment closes, and so does the door of its guests. Not before it came."""
    _refuse_received(assignment)
    if received_on > clock.day_of(at):
        raise NotPossibleNow(str(news.IN_THE_FUTURE))
    assignment.received_on, assignment.verdict = received_on, verdict.strip()
    assignment.save()
    for guest in queries.guests_of(assignment):
        _end_guest(guest, by=by, at=at)
    record("planproject.receive_result", by=by, at=at, on=assignment)
    return assignment


@transaction.atomic
def invite_guest(
    *, assignment: Assignment, email: str, name: str, by: Account, at: datetime, root: str
) -> AssignmentGuest:
    """Let somebody of the partner in, to this assignment only. Raises NoClause and OfTheHouse."""
    _refuse_received(assignment)
    if assignment.partner.clause_on is None:
        raise NoClause(str(wording.NO_CLAUSE).format(partner=assignment.partner))
    account = person(email=email, name=name, language=by.language)
    today = clock.day_of(at)
    known = StaffMember.objects.filter(email__iexact=account.email)
    if belongs_to(account, assignment.organisation) or any(staff.is_at_work(one, on=today) for one in known):
        raise OfTheHouse(str(wording.OF_THE_HOUSE).format(name=account))
    if queries.guests_of(assignment).filter(account=account).exists():
        raise OfTheHouse(str(wording.GUEST_ALREADY).format(name=account))
    guest = AssignmentGuest.objects.create(assignment=assignment, account=account, invited_at=at)
    invite(account=account, by=by, at=at, root=root, is_guest=True)
    if account.has_usable_password():
        _write_to([account], wording.GUEST_SUBJECT, wording.GUEST_BODY, assignment, by=by, at=at)
    record("planproject.invite_guest", by=by, at=at, on=guest)
    return guest


@transaction.atomic
def end_guest(*, guest: AssignmentGuest, by: Account, at: datetime) -> AssignmentGuest:
    """Take the access to this assignment away."""
    if guest.ended_at is not None:
        raise NotPossibleNow(str(wording.ALREADY_CLOSED))
    _end_guest(guest, by=by, at=at)
    return guest


def _end_guest(guest: AssignmentGuest, *, by: Account, at: datetime) -> None:
    """Who is a guest for nothing else any more has no access to the organisation at all."""
    guest.ended_at = at
    guest.save()
    record("planproject.end_guest", by=by, at=at, on=guest)
    account = guest.account
    account.forget()
    still = AssignmentGuest.objects.filter(account=account, ended_at=None).exists()
    if not still and not meetings.open_as_guest(account, at=at).exists() and is_guest_of(account, guest.organisation):
        end_access(account=account, by=by, at=at)


@transaction.atomic
def add_paper(*, assignment: Assignment, name: str, content: bytes, by: Account, at: datetime) -> AssignmentFile:
    """Put a paper with the assignment. Raises NotKept."""
    _refuse_received(assignment)
    file = keep_file(name=name, content=content, by=by, at=at)
    paper = AssignmentFile.objects.create(assignment=assignment, file=file)
    record("planproject.add_paper", by=by, at=at, on=assignment, details={"sha256": file.sha256})
    return paper


@transaction.atomic
def take_away_paper(*, paper: AssignmentFile, by: Account, at: datetime) -> AssignmentFile:
    """Nobody reads it here any more; the journal keeps that it was there."""
    paper.taken_away_at = at
    paper.save()
    record("planproject.take_away_paper", by=by, at=at, on=paper.assignment)
    return paper


@transaction.atomic
def write_message(*, assignment: Assignment, text: str, by: Account, at: datetime) -> AssignmentMessage:
    """A message about the assignment; the other side gets a mail that says it is there, not what it says."""
    _refuse_received(assignment)
    if not text.strip():
        raise NoReason(str(wording.NO_WORDS))
    message = AssignmentMessage.objects.create(assignment=assignment, by=by, text=text.strip(), at=at)
    record("planproject.write_message", by=by, at=at, on=assignment)
    guests = [guest.account for guest in queries.guests_of(assignment)]
    ours = [role.holder for role in stakeholders.coordinators(on=clock.day_of(at))]
    others = ours if any(guest.pk == by.pk for guest in guests) else guests
    _write_to(others, wording.MESSAGE_SUBJECT, wording.MESSAGE_BODY, assignment, by=by, at=at)
    return message


def _write_to(
    people: Iterable[Account],
    subject: "StrPromise",
    body: "StrPromise",
    assignment: Assignment,
    *,
    by: Account,
    at: datetime,
) -> None:
    for one in people:
        with override(one.language):
            facts = {
                "name": one.name,
                "by": str(by),
                "title": assignment.title,
                "organisation": assignment.organisation,
            }
            queue(to=one.email, subject=str(subject).format(**facts), body=str(body).format(**facts), at=at)
