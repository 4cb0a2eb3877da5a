"""What the organisation chooses per line of the yearly calendar (domain facts 2.14)."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import get_language

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib import clock, law
from draagvlak.lib.refusals import Changed
from draagvlak.lib.year_calendar import Entry
from draagvlak.policyplan import wording
from draagvlak.policyplan.actions.framework import add_item, item_of_rule
from draagvlak.policyplan.models import CalendarChoice, Deadline, FrameworkItem
from draagvlak.policyplan.rules import AlreadyDone, DayInThePast, NotEarlier, NothingSaid, TooLate
from draagvlak.policyplan.states import Bearing, Confidence, ItemKind
from draagvlak.tenancy.models import current_organisation

WARN_DAYS = 30


@transaction.atomic
def take_line(*, entry: Entry, year: int, facts: Mapping[str, Any], by: Account, at: datetime) -> CalendarChoice:
    """Make a day of the framework of it. facts: on, role (whose task), version. A refusal of before no longer holds.

    Raises DayInThePast, TooLate (after the legal day), AlreadyDone and Changed.
    """
    choice = _locked(entry, year, facts["version"])
    if choice.deadline is not None:
        raise AlreadyDone(str(wording.LINE_TAKEN))
    if facts["on"] < clock.day_of(at):
        raise DayInThePast(str(wording.DAY_IN_THE_PAST))
    if entry.last is not None and facts["on"] > entry.last:
        raise TooLate(str(wording.AFTER_THE_LEGAL_DAY))
    choice.deadline = _deadline(entry, _item_for(entry, by=by, at=at), facts)
    choice.refused_why = ""
    _keep(choice, by=by, at=at)
    record("policyplan.take_line", by=by, at=at, on=choice, details={"line": entry.key, "on": facts["on"].isoformat()})
    return choice


@transaction.atomic
def refuse_line(*, entry: Entry, year: int, facts: Mapping[str, Any], by: Account, at: datetime) -> CalendarChoice:
    """It is not done here this year. facts: why, version. Raises NothingSaid, AlreadyDone while it is a task, and Changed."""
    choice = _locked(entry, year, facts["version"])
    if not facts["why"].strip():
        raise NothingSaid(str(wording.REASON_MISSING))
    if choice.deadline is not None:
        raise AlreadyDone(str(wording.LINE_IS_A_TASK))
    choice.refused_why = facts["why"].strip()
    _keep(choice, by=by, at=at)
    record("policyplan.refuse_line", by=by, at=at, on=choice, details={"line": entry.key})
    return choice


@transaction.atomic
def move_line(*, entry: Entry, year: int, facts: Mapping[str, Any], by: Account, at: datetime) -> CalendarChoice:
    """Set an own day before the legal one. facts: on, why, version. An open task of it moves along.

    Raises NotEarlier (also for a line without a day), DayInThePast, NothingSaid, AlreadyDone and Changed.
    """
    choice = _locked(entry, year, facts["version"])
    _refuse_move(entry, facts["on"], today=clock.day_of(at))
    if not facts["why"].strip():
        raise NothingSaid(str(wording.REASON_MISSING))
    if choice.deadline is not None:
        if choice.deadline.done_at is not None:
            raise AlreadyDone(str(wording.DEADLINE_DONE))
        _refuse_double(choice.deadline, facts["on"])
        choice.deadline.on = facts["on"]
        choice.deadline.save()
    choice.on, choice.why = facts["on"], facts["why"].strip()
    _keep(choice, by=by, at=at)
    record("policyplan.move_line", by=by, at=at, on=choice, details={"line": entry.key, "on": facts["on"].isoformat()})
    return choice


def _refuse_move(entry: Entry, on: date, *, today: date) -> None:
    if entry.last is None or on >= entry.last:
        raise NotEarlier(str(wording.NOT_EARLIER))
    if on < today:
        raise DayInThePast(str(wording.DAY_IN_THE_PAST))


def _refuse_double(deadline: Deadline, on: date) -> None:
    same = Deadline.objects.filter(item=deadline.item_id, on=on, what=deadline.what).exclude(pk=deadline.pk)
    if same.exists():
        raise AlreadyDone(str(wording.DEADLINE_EXISTS))


def _locked(entry: Entry, year: int, version: int) -> CalendarChoice:
    """What was chosen for the line until now; Changed when somebody chose since this person looked."""
    rows = CalendarChoice.objects.select_for_update(of=("self",)).select_related("changed_by", "deadline")
    choice = rows.filter(year=year, key=entry.key).first() or CalendarChoice(year=year, key=entry.key)
    if choice.version != version:
        theirs = {"on": choice.on, "why": choice.why or choice.refused_why}
        # What was chosen may have been taken back since: then nobody stands beside it.
        name = str(choice.changed_by if choice.pk else wording.SOMEONE)
        sentence = str(wording.SOMEONE_CHANGED).format(name=name)
        raise Changed(sentence, theirs=theirs, version=choice.version, by=name)
    return choice


def _keep(choice: CalendarChoice, *, by: Account, at: datetime) -> None:
    choice.changed_by, choice.changed_at = by, at
    choice.version += 1
    choice.save()


def _deadline(entry: Entry, item: FrameworkItem, facts: Mapping[str, Any]) -> Deadline:
    """The day that the library set for the same term is used; else a new one stands beside it."""
    language, named = get_language() or "nl", entry.line.follows.day
    own: dict[str, Any] = {"on": facts["on"], "role": facts["role"]}
    chosen = CalendarChoice.objects.exclude(deadline=None).values("deadline")
    waiting = Deadline.objects.filter(item=item, done_at=None).exclude(pk__in=chosen)
    found = waiting.filter(parameter=named, on=entry.last).first() if named and entry.last else None
    if found is not None:
        _refuse_double(found, facts["on"])
        found.on, found.role = own["on"], own["role"]
        found.save()
        return found
    what = entry.line.what.said(language)[:300]
    if Deadline.objects.filter(item=item, on=facts["on"], what=what).exists():
        raise AlreadyDone(str(wording.DEADLINE_EXISTS))
    return Deadline.objects.create(item=item, what=what, warn_days=WARN_DAYS, **own)


def _item_for(entry: Entry, *, by: Account, at: datetime) -> FrameworkItem:
    """The item of the framework that the day belongs to: of the line's rule, or else one of the line itself."""
    line, language = entry.line, get_language() or "nl"
    key = line.rule or f"line.{line.key}"
    found = FrameworkItem.objects.filter(library_key=key).first()
    if found is not None:
        return found
    organisation = current_organisation()
    rule = next((one for one in law.in_use().rules if one.key == line.rule), None)
    if rule is not None:
        committee = organisation.joint_committee if organisation else ""
        filled = law.in_use().filled(rule, on=entry.last or clock.day_of(at), joint_committee=committee)
        return add_item(facts=item_of_rule(filled, language), by=by, at=at)
    facts = {
        "kind": ItemKind.LAW if entry.is_duty else ItemKind.HABIT,
        "bearing": Bearing.GOAL,
        "title": line.what.said(language)[:250],
        "meaning": line.why.said(language),
        "source": line.source.said(language)[:300],
        "confidence": Confidence(line.confidence) if entry.is_duty else Confidence.OWN,
        "library_key": key,
    }
    return add_item(facts=facts, by=by, at=at)
