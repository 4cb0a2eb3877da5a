from dataclasses import dataclass

from django.db.models import QuerySet

from draagvlak.journal.models import Head, Record
from draagvlak.tenancy.models import Organisation


@dataclass(frozen=True)
class LastSeal:
    """How many acts the journal holds and the seal of the last one (64 hexadecimal digits, empty when there is none)."""

    count: int
    seal: str


def last_seal(organisation: Organisation) -> LastSeal:
    head = Head.objects.filter(organisation=organisation).first()
    return LastSeal(head.count, head.seal) if head else LastSeal(0, "")


def records() -> QuerySet[Record]:
    """Every act in the organisation whose scope is open, newest first."""
    return Record.objects.select_related("by").order_by("-number")
