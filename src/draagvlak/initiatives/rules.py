"""When something may be done with a question. Plain values in, refusal out."""

from collections.abc import Collection

from draagvlak.lib.refusals import Refused

USUAL_DAYS = 14
MOST_DAYS = 60


class NotNow(Refused):
    pass


class NobodyListens(Refused):
    pass


class NothingWritten(Refused):
    pass


class NoSuchCode(Refused):
    pass


class CodeTaken(Refused):
    pass


class NotThere(Refused):
    pass


def refuse_empty(text: str, *, sentence: str) -> None:
    if not text.strip():
        raise NothingWritten(sentence)


def refuse_step(to: str, *, allowed: Collection[str], sentence: str) -> None:
    """Only a step that the table allows from where the question is."""
    if to not in allowed:
        raise NotNow(sentence)


def refuse_term(days: int, *, sentence: str) -> None:
    if not 1 <= days <= MOST_DAYS:
        raise NotNow(sentence)
