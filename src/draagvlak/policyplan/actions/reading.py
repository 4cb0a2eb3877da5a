"""Who read the regulation: asked by mail, confirmed by oneself or noted from paper. Never a condition for its validity."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import override

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.notices.actions import queue_many
from draagvlak.notices.figures import Note
from draagvlak.policyplan import queries, wording
from draagvlak.policyplan.models import Reading, RegulationVersion
from draagvlak.policyplan.rules import AlreadyDone, RegulationRefused
from draagvlak.policyplan.states import VersionState
from draagvlak.staff import queries as staff
from draagvlak.staff.models import StaffMember


def ask_to_read(version: RegulationVersion, *, at: datetime, root: str) -> int:
    """Mail to everybody at work with an account who did not confirm yet. Returns how many are told by mail."""
    words = (wording.READ_ASK_SUBJECT, wording.READ_ASK_BODY)
    return _tell(version, queries.accounts_to_read(version, on=clock.day_of(at)), words, at=at, root=root)


def _tell(
    version: RegulationVersion, people: Collection[Account], words: tuple[Any, Any], *, at: datetime, root: str
) -> int:
    where = {"organisation": version.organisation.slug, "number": version.number}
    link, notes = root + reverse("policyplan:regulation_version", kwargs=where), []
    for one in people:
        with override(one.language):
            facts = {"name": one.name, "title": version.regulation.title, "number": version.number, "link": link}
            subject, body = (str(word).format(**facts) for word in words)
        notes.append(Note(one.email, one.language, subject, body))
    return queue_many(notes, at=at, is_required=False)


@transaction.atomic
def confirm_reading(*, version: RegulationVersion, sha256: str, by: Account, at: datetime) -> Reading:
    """Say that one read exactly this text. Raises RegulationRefused, and AlreadyDone the second time."""
    member = queries.reader_of(by, on=clock.day_of(at))
    if member is None:
        raise RegulationRefused(str(wording.READ_NOT_AT_WORK))
    held = _to_be_read(version)
    if held.document is None or held.document.sha256 != sha256:
        raise RegulationRefused(str(wording.READ_OTHER_TEXT))
    reading = _keep(held, member, read_on=clock.day_of(at), entered_by=None, at=at)
    record("policyplan.confirm_reading", by=by, at=at, on=held, details={"sha256": sha256})
    return reading


@transaction.atomic
def note_reading(
    *, version: RegulationVersion, member: StaffMember, read_on: date, by: Account, at: datetime
) -> Reading:
    """Note that a colleague read it on paper, with who noted it. Raises RegulationRefused and AlreadyDone."""
    held, today = _to_be_read(version), clock.day_of(at)
    if not staff.is_at_work(member, on=today):
        raise RegulationRefused(str(wording.READ_NOT_AT_WORK))
    if held.adopted_at is None or not clock.day_of(held.adopted_at) <= read_on <= today:
        raise RegulationRefused(str(wording.READ_DAY))
    reading = _keep(held, member, read_on=read_on, entered_by=by, at=at)
    record("policyplan.note_reading", by=by, at=at, on=held)
    return reading


def _to_be_read(version: RegulationVersion) -> RegulationVersion:
    held = RegulationVersion.objects.select_for_update(of=("self",)).select_related("document").get(pk=version.pk)
    if held.state != VersionState.ADOPTED:
        raise RegulationRefused(str(wording.READ_NOT_IN_FORCE))
    return held


def _keep(
    version: RegulationVersion, member: StaffMember, *, read_on: date, entered_by: Account | None, at: datetime
) -> Reading:
    if queries.reading_of(version, member) is not None:
        raise AlreadyDone(str(wording.READ_BEFORE))
    return Reading.objects.create(
        version=version,
        member=member,
        sha256=version.document.sha256 if version.document else "",
        read_on=read_on,
        noted_at=at,
        entered_by=entered_by,
    )


@transaction.atomic
def remind_readers(*, version: RegulationVersion, by: Account, at: datetime, root: str) -> int:
    """Ask again who did not confirm yet, once a day at most. Returns how many are told by mail."""
    held = _to_be_read(version)
    if held.reminded_on == clock.day_of(at):
        raise AlreadyDone(str(wording.REMINDED_TODAY))
    held.reminded_on = clock.day_of(at)
    held.save()
    words = (wording.READ_REMIND_SUBJECT, wording.READ_REMIND_BODY)
    told = _tell(version, queries.accounts_to_read(held, on=clock.day_of(at)), words, at=at, root=root)
    record("policyplan.remind_readers", by=by, at=at, on=held, details={"told": told})
    return told
