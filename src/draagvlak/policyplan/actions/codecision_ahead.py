"""A round to decide together gets more time while it runs, or is thrown away while it is prepared."""

from datetime import date, datetime

from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.lib.refusals import Changed
from draagvlak.policyplan.actions.codecision import in_draft, locked, tell_asked
from draagvlak.policyplan.models import Codecision, CodecisionGroup, Line
from draagvlak.policyplan.queries import who_still_speak
from draagvlak.policyplan.rules import CodecisionRefused
from draagvlak.policyplan.states import CodecisionState
from draagvlak.policyplan.wording import CO_CONCLUDED, CO_PAST, CO_REASON, SOMEONE, SOMEONE_CHANGED
from draagvlak.policyplan.wording import codecision as wording
from draagvlak.ui.said import day_said


@transaction.atomic
def extend_codecision(  # noqa: PLR0913 -- more time takes a day and a reason
    *, codecision: Codecision, ends_on: date, reason: str, version: int, by: Account, at: datetime, root: str
) -> tuple[Codecision, int]:
    """More time, with the reason, told to everybody who is asked. version: the one that was seen.

    Raises CodecisionRefused before the opening, once it is over (by then what others said may have been read), without a
    reason and for a day that is not later; Changed. Returns the round and how many people get a message.
    """
    held = locked(codecision)
    _refuse_unless_it_runs(held, on=clock.day_of(at))
    if held.version != version:
        theirs = {"ends_on": held.ends_on, "reason": held.reason}
        raise Changed(str(SOMEONE_CHANGED).format(name=SOMEONE), theirs=theirs, version=held.version)
    if not reason.strip():
        raise CodecisionRefused(str(CO_REASON))
    if ends_on < clock.day_of(at):
        raise CodecisionRefused(str(CO_PAST))
    if ends_on <= held.ends_on:
        raise CodecisionRefused(str(wording.CO_LATER).format(day=day_said(held.ends_on)))
    held.ends_on, held.reason = ends_on, reason.strip()[:300]
    held.version += 1
    held.save()
    details = {"until": ends_on.isoformat(), "reason": held.reason}
    record("policyplan.extend_codecision", by=by, at=at, on=held, details=details)
    words, people = (wording.CO_LONGER_SUBJECT, wording.CO_LONGER_BODY), who_still_speak(held, on=clock.day_of(at))
    return held, tell_asked(held, words, at=at, root=root, people=people)


def _refuse_unless_it_runs(codecision: Codecision, *, on: date) -> None:
    if codecision.state == CodecisionState.DRAFT:
        raise CodecisionRefused(str(wording.CO_NOT_YET))
    if codecision.state == CodecisionState.CONCLUDED:
        raise CodecisionRefused(str(CO_CONCLUDED))
    if codecision.is_over(on=on):
        raise CodecisionRefused(str(wording.CO_STAYS_OVER))


@transaction.atomic
def discard_codecision(*, codecision: Codecision, by: Account, at: datetime) -> None:
    """Throw away a round that nobody was asked about yet, with its lines. Articles and everything else stay as they are; the
    journal keeps what it was. Raises CodecisionRefused once it was opened."""
    held = in_draft(codecision)
    lines = Line.objects.filter(codecision=held)
    record("policyplan.discard_codecision", by=by, at=at, on=held, details={"lines": [str(line) for line in lines]})
    lines.delete()
    CodecisionGroup.objects.filter(codecision=held).delete()
    held.delete()
