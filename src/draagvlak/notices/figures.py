from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Note:
    """What is written to one address, in which language."""

    to: str
    language: str
    subject: str
    body: str


@dataclass(frozen=True, kw_only=True)
class Letter(Note):
    """A digest or a reminder for one person, ready to leave. held: the messages that waited for it and are told in it."""

    account: int
    kind: str
    held: tuple[int, ...] = ()


@dataclass(frozen=True)
class Step:
    """One step of a day's round: from the account that was last looked at (before) to the last one of this step."""

    on: date
    before: int
    reached: int


@dataclass(frozen=True)
class Standing:
    """How the outbox stands: so many messages in each state, and what the mail server last said to one that waits."""

    counts: dict[str, int]
    trouble: str = ""
