"""Days by which something of the framework must be done, and the files that go with it (rows A9.1 to A9.3)."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import get_language

from draagvlak.accounts.models import Account
from draagvlak.documents.actions import keep_file
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.lib.law import Parameter, Rule, UnknownParameter, parameter
from draagvlak.policyplan import wording
from draagvlak.policyplan.models import Deadline, FrameworkItem, ItemFile
from draagvlak.policyplan.rules import AlreadyDone, DayInThePast, next_year


@transaction.atomic
def set_deadline(*, item: FrameworkItem, facts: Mapping[str, Any], by: Account, at: datetime) -> Deadline:
    """facts: what, on, is_yearly, warn_days. Raises DayInThePast."""
    if facts["on"] < clock.day_of(at):
        raise DayInThePast(str(wording.DAY_IN_THE_PAST))
    if Deadline.objects.filter(item=item, on=facts["on"], what=facts["what"]).exists():
        raise AlreadyDone(str(wording.DEADLINE_EXISTS))
    deadline = Deadline.objects.create(item=item, **facts)
    record("policyplan.set_deadline", by=by, at=at, on=deadline)
    return deadline


@transaction.atomic
def finish_deadline(*, deadline: Deadline, note: str, by: Account, at: datetime) -> Deadline:
    """It was done. A yearly one stands ready for the next year. Raises AlreadyDone."""
    if deadline.done_at is not None:
        raise AlreadyDone(str(wording.DEADLINE_DONE))
    deadline.done_at, deadline.done_by, deadline.note = at, by, note.strip()
    deadline.save()
    if deadline.is_yearly:
        kept: dict[str, Any] = {"what": deadline.what, "warn_days": deadline.warn_days}
        kept |= {"parameter": deadline.parameter, "role": deadline.role}
        Deadline.objects.get_or_create(
            item=deadline.item, on=_next_time(deadline), what=deadline.what, defaults={**kept, "is_yearly": True}
        )
    record("policyplan.finish_deadline", by=by, at=at, on=deadline)
    return deadline


def _next_time(deadline: Deadline) -> date:
    """The same day of the next year; of a day that the law names, the law's own day, also where this year's was moved."""
    later = next_year(deadline.on)
    try:
        named = parameter(deadline.parameter, on=later)
    except UnknownParameter:
        return later
    return named.day_in(later.year) if named.kind == "day" else later


@transaction.atomic
def drop_deadline(*, deadline: Deadline, by: Account, at: datetime) -> None:
    """It does not hold for us: the day goes away, the journal keeps that it was there. Raises AlreadyDone."""
    if deadline.done_at is not None:
        raise AlreadyDone(str(wording.DEADLINE_DONE))
    record("policyplan.drop_deadline", by=by, at=at, on=deadline)
    deadline.delete()


def deadlines_of_rule(item: FrameworkItem, rule: Rule, *, today: date, joint_committee: str) -> list[Deadline]:
    """The days that the law itself names in a rule of the library: the next time each comes. Not saved yet."""
    language = get_language() or "nl"
    return [
        Deadline(
            item=item,
            what=one.note.said(language)[:300] or item.title,
            on=day,
            is_yearly=one.kind == "day",
            parameter=one.key,
        )
        for one, day in days_named_in(rule, today=today, joint_committee=joint_committee)
    ]


def days_named_in(rule: Rule, *, today: date, joint_committee: str) -> Iterator[tuple[Parameter, date]]:
    """The parameters that are a day, in the text that says how often and until when; each with its next day."""
    for key in sorted(rule.days):
        try:
            found = parameter(key, on=today, joint_committee=joint_committee)
        except UnknownParameter:
            continue
        if found.kind == "day":
            here = found.day_in(today.year)
            yield found, here if here >= today else found.day_in(today.year + 1)
        elif found.kind == "date" and found.calendar_date >= today:
            yield found, found.calendar_date


@transaction.atomic
def add_file(*, item: FrameworkItem, name: str, content: bytes, by: Account, at: datetime) -> ItemFile:
    """Put a file with an item: the text itself or the proof (row A9.3). Raises NotKept."""
    kept = ItemFile.objects.create(item=item, file=keep_file(name=name, content=content, by=by, at=at))
    record("policyplan.add_file", by=by, at=at, on=item, details={"sha256": kept.file.sha256})
    return kept


@transaction.atomic
def take_away_file(*, item_file: ItemFile, by: Account, at: datetime) -> ItemFile:
    """Show the file no longer. Its bytes stay: a plan that was decided may have leaned on it."""
    item_file.taken_away_at = at
    item_file.save()
    record("policyplan.take_away_file", by=by, at=at, on=item_file.item, details={"sha256": item_file.file.sha256})
    return item_file
