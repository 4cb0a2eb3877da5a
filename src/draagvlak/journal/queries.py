from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from django.core.cache import cache
from django.db.models import QuerySet

from draagvlak.journal.models import Head, Record
from draagvlak.lib.composed import Composed
from draagvlak.tenancy.models import Organisation, current_organisation


@dataclass(frozen=True)
class LastSeal:
    """How many acts the journal holds and the seal of the last one (64 hexadecimal digits, empty when there is none)."""

    count: int
    seal: str


def _head(*, organisation: int) -> QuerySet[Head, tuple[int, str]]:
    return Head.objects.filter(organisation=organisation).values_list("count", "seal")


# Every page asks it.
HEAD = Composed(_head)


def last_seal(organisation: Organisation) -> LastSeal:
    found = HEAD(organisation=organisation.pk)
    return LastSeal(*found[0]) if found else LastSeal(0, "")


Answer = TypeVar("Answer")


def until_next_act(name: str, answer: Callable[[], Answer]) -> Answer:
    """An answer for pages that follows from acts alone: worked out again when the journal grew, and after an hour.

    name: what is answered, with all that it depends on besides acts (a day, a language). Not for an action, which reads its
    own writes: an answer in the middle of an act would be kept under the seal of the act before.
    """
    organisation = current_organisation()
    if organisation is None:
        return answer()
    seal = last_seal(organisation)
    place = f"until:{name}:{organisation.pk}:{seal.count}:{seal.seal[:16]}"
    found: tuple[Answer] | None = cache.get(place)
    if found is None:
        found = (answer(),)
        cache.set(place, found, 3600)
    return found[0]


def records() -> QuerySet[Record]:
    """Every act in the organisation whose scope is open, newest first."""
    return Record.objects.select_related("by").order_by("-number")
