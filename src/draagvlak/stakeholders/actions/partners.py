from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib.refusals import Changed
from draagvlak.stakeholders import wording
from draagvlak.stakeholders.models import Partner
from draagvlak.stakeholders.rules import AlreadyHeld, kbo_digits


@transaction.atomic
def add_partner(*, facts: Mapping[str, Any], by: Account, at: datetime) -> Partner:
    """facts: the fields of Partner by name. Raises NotAKboNumber and AlreadyHeld."""
    partner = Partner.objects.create(**_checked(facts, other_than=None))
    record("stakeholders.add_partner", by=by, at=at, on=partner)
    return partner


@transaction.atomic
def change_partner(*, partner: Partner, facts: Mapping[str, Any], version: int, by: Account, at: datetime) -> Partner:
    """Raises Changed when somebody else was first, NotAKboNumber and AlreadyHeld."""
    if partner.version != version:
        theirs = {name: getattr(partner, name) for name in facts}
        raise Changed(str(wording.PARTNER_CHANGED), theirs=theirs, version=partner.version)
    for name, value in _checked(facts, other_than=partner.pk).items():
        setattr(partner, name, value)
    partner.version += 1
    partner.save()
    record("stakeholders.change_partner", by=by, at=at, on=partner)
    return partner


def _checked(facts: Mapping[str, Any], *, other_than: int | None) -> dict[str, Any]:
    kbo = kbo_digits(facts.get("kbo", ""), sentence=str(wording.NOT_A_KBO_NUMBER))
    if kbo and (known := Partner.objects.filter(kbo=kbo).exclude(pk=other_than or 0).first()):
        raise AlreadyHeld(str(wording.PARTNER_EXISTS).format(name=known))
    return {**facts, "kbo": kbo}
