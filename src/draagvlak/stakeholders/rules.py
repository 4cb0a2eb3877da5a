"""What must hold for bodies and roles. Plain values in, verdict or refusal out."""

from collections.abc import Collection, Mapping
from datetime import date

from draagvlak.lib.refusals import Refused


class PeriodReversed(Refused):
    pass


class AlreadyHeld(Refused):
    pass


class NobodyLeft(Refused):
    pass


class NoTimeGiven(Refused):
    pass


class NoAddress(Refused):
    pass


def refuse_reversed_period(*, starts_on: date, ends_on: date | None, sentence: str) -> None:
    if ends_on is not None and ends_on < starts_on:
        raise PeriodReversed(sentence)


def unanswered_actors(
    *, actors: Collection[str], held: Collection[str], absent: Mapping[str, str] | Collection[str]
) -> list[str]:
    """The actors that are neither held by a person or body nor recorded as not present, in the order given (row B0.1)."""
    return [actor for actor in actors if actor not in held and actor not in absent]
