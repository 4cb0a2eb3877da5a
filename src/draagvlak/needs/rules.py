"""When something may be done with a signal, and when a group may be named. Plain values in, verdict or refusal out."""

from collections.abc import Collection

from draagvlak.lib.refusals import Refused

# No group of fewer people is named to others.
FLOOR = 5


class NothingWritten(Refused):
    pass


class NoSuchGroup(Refused):
    pass


class NoSuchCode(Refused):
    pass


class CodeTaken(Refused):
    pass


class NotNow(Refused):
    pass


def refuse_empty(text: str, *, sentence: str) -> None:
    if not text.strip():
        raise NothingWritten(sentence)


def refuse_step(to: str, *, allowed: Collection[str], sentence: str) -> None:
    """Only a step that the table allows from where the signal is."""
    if to not in allowed:
        raise NotNow(sentence)


def may_be_named(people: int) -> bool:
    """Whether a group is large enough to be named in a list for others."""
    return people >= FLOOR
