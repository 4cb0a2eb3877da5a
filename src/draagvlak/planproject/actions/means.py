"""Time in half-days and money, promised and used (rows A6.2 and A6.4)."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.planproject import queries, wording
from draagvlak.planproject.models import MoneyPromise, MoneyUse, PlannedContact, Project, TimeEntry, TimePromise
from draagvlak.planproject.rules import NotPossibleNow, quarters_of, refuse_changed
from draagvlak.planproject.states import ProjectState, TimeKind
from draagvlak.staff import queries as staff
from draagvlak.staff.models import StaffMember
from draagvlak.ui.said import day_said


def _refuse_finished(project: Project) -> None:
    if project.state == ProjectState.FINISHED:
        raise NotPossibleNow(str(wording.PROJECT_FINISHED))


@transaction.atomic
def promise_time(
    *, project: Project, kind: TimeKind, facts: Mapping[str, Any], version: int, by: Account, at: datetime
) -> TimePromise:
    """facts: half_days, decided_by. version: 0 for the first promise of this kind."""
    _refuse_finished(project)
    quarters_of(facts["half_days"], sentence=str(wording.NOT_QUARTERS))
    promise = queries.promise_of(project, kind)
    if promise is None:
        promise = TimePromise.objects.create(project=project, kind=kind, **facts)
    else:
        refuse_changed(promise, facts, version=version, sentence=str(wording.CHANGED))
        promise.half_days, promise.decided_by = facts["half_days"], facts["decided_by"]
        promise.version += 1
        promise.save()
    details = {"kind": kind.value, "half_days": str(promise.half_days)}
    record("planproject.promise_time", by=by, at=at, on=promise, details=details)
    return promise


@transaction.atomic
def plan_contact(*, project: Project, facts: Mapping[str, Any], by: Account, at: datetime) -> PlannedContact:
    """Estimate the time that involving somebody takes. facts: who, times, half_days (of one contact)."""
    _refuse_finished(project)
    quarters = quarters_of(facts["half_days"], sentence=str(wording.NOT_QUARTERS))
    contact = PlannedContact.objects.create(project=project, who=facts["who"], times=facts["times"], quarters=quarters)
    record("planproject.plan_contact", by=by, at=at, on=contact, details={"half_days": str(contact.half_days)})
    return contact


@transaction.atomic
def drop_contact(*, contact: PlannedContact, by: Account, at: datetime) -> None:
    """The estimate does not hold any more: the line goes away, the journal keeps that it was there."""
    _refuse_finished(contact.project)
    record("planproject.drop_contact", by=by, at=at, on=contact, details={"half_days": str(contact.half_days)})
    contact.delete()


@transaction.atomic
def log_time(
    *, project: Project, facts: Mapping[str, Any], member: StaffMember | None, by: Account, at: datetime
) -> TimeEntry:
    """Write down time that went to the project. facts: kind, on, half_days, what.

    member: whose time, for who logs it for somebody else; None for one's own.
    """
    _refuse_finished(project)
    quarters = quarters_of(facts["half_days"], sentence=str(wording.NOT_QUARTERS))
    _refuse_day(project, facts["on"], today=clock.day_of(at))
    whose = member or staff.staff_member_of(by)
    entry = TimeEntry.objects.create(
        project=project,
        kind=facts["kind"],
        on=facts["on"],
        quarters=quarters,
        what=facts["what"],
        member=whose,
        account=None if whose else by,
        logged_by=by,
    )
    record("planproject.log_time", by=by, at=at, on=entry, details={"half_days": str(entry.half_days)})
    return entry


def _refuse_day(project: Project, on: date, *, today: date) -> None:
    if not project.starts_on <= on <= today:
        words = {"starts": day_said(project.starts_on), "today": day_said(today)}
        raise NotPossibleNow(str(wording.DAY_OUTSIDE).format(**words))


@transaction.atomic
def withdraw_time(*, entry: TimeEntry, by: Account, at: datetime) -> TimeEntry:
    """It was written down wrongly; the line does not count any more."""
    _refuse_finished(entry.project)
    if entry.withdrawn_at is not None:
        raise NotPossibleNow(str(wording.ALREADY_CLOSED))
    entry.withdrawn_at = at
    entry.save()
    record("planproject.withdraw_time", by=by, at=at, on=entry)
    return entry


@transaction.atomic
def promise_money(*, project: Project, facts: Mapping[str, Any], by: Account, at: datetime) -> MoneyPromise:
    """facts: amount, source, decided_by, on."""
    _refuse_finished(project)
    promise = MoneyPromise.objects.create(project=project, **facts)
    record("planproject.promise_money", by=by, at=at, on=promise, details={"amount": str(promise.amount)})
    return promise


@transaction.atomic
def use_money(*, project: Project, facts: Mapping[str, Any], by: Account, at: datetime) -> MoneyUse:
    """facts: amount, on, what, reference."""
    _refuse_finished(project)
    if facts["on"] > clock.day_of(at):
        raise NotPossibleNow(str(wording.NOT_YET_SPENT))
    used = MoneyUse.objects.create(project=project, **facts)
    record("planproject.use_money", by=by, at=at, on=used, details={"amount": str(used.amount)})
    return used


@transaction.atomic
def withdraw_money(*, line: MoneyPromise | MoneyUse, by: Account, at: datetime) -> None:
    """It was written down wrongly; the line does not count any more."""
    _refuse_finished(line.project)
    if line.withdrawn_at is not None:
        raise NotPossibleNow(str(wording.ALREADY_CLOSED))
    line.withdrawn_at = at
    line.save()
    record("planproject.withdraw_money", by=by, at=at, on=line, details={"amount": str(line.amount)})
