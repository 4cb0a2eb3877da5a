import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import models, transaction

from draagvlak.accounts.models import Account
from draagvlak.journal.models import Head, Record
from draagvlak.journal.wording import ACTS, BY_THE_SYSTEM, UNKNOWN_ACT
from draagvlak.lib.verify import seal_of
from draagvlak.tenancy.models import Organisation, current_organisation

Reaction = Callable[[Record, Any], None]
REACTIONS: dict[str, list[Reaction]] = {}


def subscribe(act: str, reaction: Reaction) -> None:
    """Let a later station do its part, in the same transaction, when an earlier one tells of this act."""
    REACTIONS.setdefault(act, []).append(reaction)


@transaction.atomic
def record(
    act: str, *, by: Account | None, at: datetime, on: models.Model | None = None, details: dict[str, Any] | None = None
) -> Record:
    """Write an act in the journal of the organisation whose scope is open, then tell whoever subscribed.

    details: plain values only, never private words: the journal is read by many.
    """
    if act not in ACTS:
        raise KeyError(UNKNOWN_ACT.format(act=act))
    organisation = current_organisation()
    plain: dict[str, Any] = json.loads(json.dumps(details or {}))
    head = _locked_head(organisation)
    subject = [on._meta.label, str(on.pk), str(on)[:250]] if on is not None else []
    line: dict[str, Any] = {
        "organisation": organisation.slug if organisation else "",
        "number": head.count + 1,
        "at": at.isoformat(),
        "by": by.email if by else "",
        "act": act,
        "subject": subject,
        "details": plain,
        "previous": head.seal,
    }
    shared = {name: line[name] for name in ("number", "act", "details", "previous")}
    about = dict(zip(("subject_type", "subject_id", "subject_name"), subject, strict=False))
    written = Record.objects.create(
        organisation=organisation, at=at, by=by, by_name=str(by or BY_THE_SYSTEM), seal=seal_of(line), **shared, **about
    )
    head.count, head.seal = written.number, written.seal
    head.save()
    for reaction in REACTIONS.get(act, []):
        reaction(written, on)
    return written


def _locked_head(organisation: Organisation | None) -> Head:
    """The end of the chain, held until this act is written. Only the first act of an organisation makes it."""
    locked = Head.objects.select_for_update().filter(organisation=organisation)
    head = locked.first()
    if head is None:
        Head.objects.get_or_create(organisation=organisation)
        head = locked.get()
    return head
