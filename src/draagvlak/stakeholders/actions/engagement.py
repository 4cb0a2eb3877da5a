"""Acts on the register of stakeholders: who is in it, how they stand, when we speak with them, and who is told of it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import override

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.lib.refusals import Changed
from draagvlak.notices.actions import queue_many
from draagvlak.notices.figures import Note
from draagvlak.staff.models import FunctionGroup, Team
from draagvlak.stakeholders import queries, wording
from draagvlak.stakeholders.models import Attitude, Body, Contact, MomentNotice, Stakeholder
from draagvlak.stakeholders.rules import (
    AlreadyInRegister,
    ContactEnded,
    NobodyNamed,
    StillPlanned,
    is_time_to_tell,
    refuse_future,
)
from draagvlak.stakeholders.states import AttitudeLevel
from draagvlak.tenancy.models import Organisation, current_organisation
from draagvlak.ui.said import day_said

PLACES: dict[str, Any] = {"body": Body, "function_group": FunctionGroup, "team": Team}


@transaction.atomic
def propose_register(*, by: Account, at: datetime) -> int:
    """Begin the register with the bodies, supervisors, function groups and statutes that there are. Returns how many."""
    today = clock.day_of(at)
    if queries.has_register():
        raise AlreadyInRegister(str(wording.REGISTER_EXISTS))
    found = queries.start_set(on=today)
    for one in found:
        one.responsible = by
    Stakeholder.objects.bulk_create(found)
    record("stakeholders.propose_register", by=by, at=at, details={"stakeholders": len(found)})
    return len(found)


@transaction.atomic
def add_stakeholder(*, who: str, facts: Mapping[str, Any], by: Account, at: datetime) -> Stakeholder:
    """Put a group in the register. who: "body:3", "function_group:2", "team:1", "role:…", "statute:…" or empty, and then
    facts give the name. facts: the other fields of Stakeholder. Raises AlreadyInRegister and NobodyNamed."""
    kind, _colon, key = who.partition(":")
    # Somebody else's body, group or team is not found: each is asked inside the scope.
    keys: dict[str, Any] = {kind: PLACES[kind].objects.get(pk=key) if kind in PLACES else key} if key else {}
    name = "" if keys else facts.get("name", "").strip()
    if not keys and not name:
        raise NobodyNamed(str(wording.NOBODY_NAMED))
    same = queries.stakeholders().filter(**(keys or {"name__iexact": name})).first()
    if same is not None:
        raise AlreadyInRegister(str(wording.STANDS_ALREADY).format(name=same))
    one = Stakeholder.objects.create(**{**facts, **keys, "name": name})
    record("stakeholders.add_stakeholder", by=by, at=at, on=one)
    return one


@transaction.atomic
def change_stakeholder(
    *, stakeholder: Stakeholder, facts: Mapping[str, Any], version: int, by: Account, at: datetime
) -> Stakeholder:
    """Change what we know of a stakeholder. version: the one that was seen. Raises Changed and AlreadyInRegister."""
    one = Stakeholder.objects.select_for_update().get(pk=stakeholder.pk)
    _refuse_changed(one, facts, version=version, sentence=str(wording.STAKEHOLDER_CHANGED))
    named = queries.stakeholders().filter(name__iexact=facts.get("name", "")).exclude(name="").exclude(pk=one.pk)
    if (same := named.first()) is not None:
        raise AlreadyInRegister(str(wording.STANDS_ALREADY).format(name=same))
    _write(one, facts)
    record("stakeholders.change_stakeholder", by=by, at=at, on=one)
    return one


def _refuse_changed(row: Stakeholder | Contact, facts: Mapping[str, Any], *, version: int, sentence: str) -> None:
    if row.version == version:
        return
    theirs = {name: getattr(row, name) for name in facts if getattr(row, name) != facts[name]}
    raise Changed(sentence, theirs=theirs, version=row.version)


def _write(row: Stakeholder | Contact, facts: Mapping[str, Any]) -> None:
    for name, value in facts.items():
        setattr(row, name, value)
    row.version += 1
    row.save()


@transaction.atomic
def end_stakeholder(*, stakeholder: Stakeholder, by: Account, at: datetime) -> Stakeholder:
    """Take a group out of the register; refused while a contact with it is still planned."""
    if Contact.objects.filter(stakeholder=stakeholder, done_on=None, dropped_on=None).exists():
        raise StillPlanned(str(wording.STILL_PLANNED))
    stakeholder.ends_on = clock.day_of(at)
    stakeholder.save()
    record("stakeholders.end_stakeholder", by=by, at=at, on=stakeholder)
    return stakeholder


@transaction.atomic
def measure_attitude(
    *, stakeholder: Stakeholder, level: AttitudeLevel, on: date, why: str, by: Account, at: datetime
) -> Attitude:
    """Write down how a stakeholder stands towards the plan; a second measure of the same day takes the place of the first.

    The journal says that it was measured and not what it was: how people stand is read only by those who keep the register.
    """
    refuse_future(on, today=clock.day_of(at), sentence=str(wording.IN_THE_FUTURE))
    measured, _is_new = Attitude.objects.update_or_create(
        stakeholder=stakeholder, on=on, defaults={"level": level, "why": why.strip(), "by": by}
    )
    record("stakeholders.measure_attitude", by=by, at=at, on=stakeholder)
    return measured


@transaction.atomic
def plan_contact(*, stakeholder: Stakeholder, facts: Mapping[str, Any], by: Account, at: datetime) -> Contact:
    """facts: planned_on, mode, channel, what, half_days, notice_days."""
    contact = Contact.objects.create(stakeholder=stakeholder, **facts)
    record("stakeholders.plan_contact", by=by, at=at, on=contact)
    return contact


@transaction.atomic
def change_contact(
    *, contact: Contact, facts: Mapping[str, Any], version: int, by: Account, at: datetime, root: str = ""
) -> Contact:
    """Change a contact that is still to come; on another day its people are told again: who knew of the former one at once,
    however far the new one is. root: address of this installation. Raises Changed, ContactEnded."""
    held = Contact.objects.select_for_update().get(pk=contact.pk)
    _refuse_changed(held, facts, version=version, sentence=str(wording.CONTACT_CHANGED))
    _refuse_ended(held, is_done_too=True)
    former, knew = held.planned_on, list(queries.told_of(held).values_list("account", flat=True))
    _write(held, facts)
    if held.planned_on != former:
        _tell_new_day(held, knew if former >= clock.day_of(at) else [], at=at, root=root)
    record("stakeholders.change_contact", by=by, at=at, on=held)
    return held


def _tell_new_day(contact: Contact, knew: Sequence[int], *, at: datetime, root: str) -> None:
    """Who knew of another day hears the new one now, unless everybody hears it today. knew: keys of their accounts."""
    today, organisation = clock.day_of(at), contact.organisation
    # Who heard of this day before it moved away from it hears it again.
    MomentNotice.objects.filter(contact=contact, on=contact.planned_on).delete()
    is_near = is_time_to_tell(planned_on=contact.planned_on, notice_days=contact.notice_days, today=today)
    if is_near or contact.planned_on < today:
        return
    concerned = queries.accounts_concerned(contact.stakeholder, organisation, on=today)
    _tell(contact, concerned.filter(pk__in=knew), organisation, at=at, root=root)


def _refuse_ended(contact: Contact, *, is_done_too: bool) -> None:
    if contact.dropped_on is not None:
        raise ContactEnded(str(wording.CONTACT_DROPPED))
    if is_done_too and contact.done_on is not None:
        raise ContactEnded(str(wording.CONTACT_DONE))


@transaction.atomic
def finish_contact(*, contact: Contact, facts: Mapping[str, Any], version: int, by: Account, at: datetime) -> Contact:
    """Write down how a contact went, or add to it later. facts: done_on, half_days_used, evidence, feedback, answer,
    measure_on. Raises Changed, ContactEnded, NotYet."""
    held = Contact.objects.select_for_update().get(pk=contact.pk)
    _refuse_changed(held, facts, version=version, sentence=str(wording.CONTACT_CHANGED))
    _refuse_ended(held, is_done_too=False)
    refuse_future(facts["done_on"], today=clock.day_of(at), sentence=str(wording.IN_THE_FUTURE))
    _write(held, facts)
    record("stakeholders.finish_contact", by=by, at=at, on=held, details={"half_days": str(held.half_days_used)})
    return held


@transaction.atomic
def drop_contact(*, contact: Contact, reason: str, by: Account, at: datetime, root: str = "") -> Contact:
    """A contact does not go on. Who was told of it is told so, with the reason. root: address of this installation."""
    held = Contact.objects.select_for_update().get(pk=contact.pk)
    _refuse_ended(held, is_done_too=True)
    held.dropped_on, held.drop_reason = clock.day_of(at), reason.strip()
    held.version += 1
    held.save()
    record("stakeholders.drop_contact", by=by, at=at, on=held)
    organisation = held.organisation
    words = wording.DROPPED_SUBJECT, wording.DROPPED_BODY
    people = [notice.account for notice in queries.told_of(held)]
    queue_many([_letter(account, held, words, organisation, root) for account in people], at=at)
    return held


@transaction.atomic
def tell_of_moments(*, at: datetime, root: str = "") -> int:
    """Tell everybody whose moment is near and who does not know it yet, once for each day on which it is planned.

    Returns how many mails were queued. Runs in the scope of one organisation; doing it twice changes nothing.
    """
    organisation, today = current_organisation(), clock.day_of(at)
    assert organisation is not None  # noqa: S101 -- an action without a scope is a fault of ours
    if not queries.contacts_to_tell(on=today):
        return 0
    organisation.hold()
    sent = 0
    for contact in queries.contacts_to_tell(on=today):
        known = queries.told_of(contact).values("account")
        people = queries.accounts_concerned(contact.stakeholder, organisation, on=today).exclude(pk__in=known)
        sent += _tell(contact, people, organisation, at=at, root=root)
    return sent


def _tell(contact: Contact, accounts: Iterable[Account], organisation: Organisation, *, at: datetime, root: str) -> int:
    """Mail these people about a moment and keep that they know. Returns how many."""
    people = list(accounts)
    words = wording.MOMENT_SUBJECT, wording.MOMENT_BODY
    queue_many([_letter(account, contact, words, organisation, root) for account in people], at=at)
    MomentNotice.objects.bulk_create(
        [MomentNotice(contact=contact, account=account, on=contact.planned_on, at=at) for account in people]
    )
    if people:
        record("stakeholders.tell_of_moment", by=None, at=at, on=contact, details={"people": len(people)})
    return len(people)


def _letter(account: Account, contact: Contact, words: tuple[Any, Any], organisation: Organisation, root: str) -> Note:
    """A mail about a moment, in the person's language."""
    with override(account.language):
        facts = {
            "name": account.name,
            "organisation": organisation.name,
            "day": day_said(contact.planned_on),
            "what": contact.what,
            "how": str(wording.INVOLVED[contact.mode]),
            "reason": contact.drop_reason,
            "link": root + reverse("stakeholders:moments", kwargs={"organisation": organisation.slug}),
        }
        subject, body = (str(sentence).format(**facts) for sentence in words)
    return Note(account.email, account.language, subject, body)
