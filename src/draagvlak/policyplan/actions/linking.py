"""A dossier in which a body negotiates ends with a signed agreement: the one is quoted in the other, for good (row B5.4)."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse

from draagvlak.accounts.models import Account
from draagvlak.decisions.actions import record_voice
from draagvlak.decisions.models import Entry, Part
from draagvlak.decisions.states import Verdict
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.policyplan.models import Agreement
from draagvlak.policyplan.queries import agreement as register
from draagvlak.policyplan.rules import NegotiationRefused
from draagvlak.policyplan.wording import negotiation as wording

NO_VOTES = {"for": 0, "against": 0, "abstained": 0}


@transaction.atomic
def link_agreement(  # noqa: PLR0913 -- the voice, and what it rests on
    *, part: Part, agreement: Agreement, note: str, document_sha256: str, by: Account, at: datetime, root: str
) -> Entry:
    """Record that a body came to an agreement, with the agreement itself: its subject, the day it was signed, the seal of what
    was signed and where it stands. document_sha256: of the text of the dossier that was read.

    Raises NegotiationRefused for an agreement that this body did not sign or that holds no more; and what `record_voice` does.
    """
    found = register.agreements_signed_by(part.body, on=clock.day_of(at)).filter(pk=agreement.pk).first()
    if found is None:
        raise NegotiationRefused(str(wording.N_NOT_SIGNED_BY).format(body=part.body.name))
    said: dict[str, Any] = {
        "verdict": Verdict.AGREED,
        "votes": NO_VOTES,
        "points": [],
        "note": note,
        "document_sha256": document_sha256,
        "agreement": quoted(found),
    }
    entry = record_voice(part=part, said=said, by=by, at=at, root=root)
    record("policyplan.link_agreement", by=by, at=at, on=found, details={"dossier": part.dossier.number})
    return entry


def quoted(agreement: Agreement) -> dict[str, Any]:
    """The agreement as a dossier quotes it."""
    place = {"organisation": agreement.organisation.slug, "pk": agreement.pk}
    return {
        "subject": agreement.subject,
        "signed_on": agreement.signed_on,
        "sha256": agreement.of_version.document.sha256,
        "clauses": [(clause.number, clause.sha256) for clause in agreement.clauses.all()],
        "address": reverse("policyplan:agreement", kwargs=place),
    }
