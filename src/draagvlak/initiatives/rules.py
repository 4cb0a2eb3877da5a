"""When something may be done with a question, and what a code looks like. Plain values in, refusal out."""

from collections.abc import Collection

from draagvlak.lib.refusals import Refused

# Without what is easily mistaken on paper: I, O, 0 and 1.
SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
LONG = 12
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


def plain_code(typed: str) -> str:
    """A code as it is kept and compared: capitals, without spaces and dashes."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())


def is_code(code: str) -> bool:
    return len(code) == LONG and set(code) <= set(SIGNS)


def in_fours(code: str) -> str:
    """A code as people copy it: ABCD-EFGH-JKLM."""
    return "-".join(code[place : place + 4] for place in range(0, len(code), 4))


def refuse_term(days: int, *, sentence: str) -> None:
    if not 1 <= days <= MOST_DAYS:
        raise NotNow(sentence)
