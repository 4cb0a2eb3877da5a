"""A dossier as it reads from its entries."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True)
class Said:
    """One entry of the chain."""

    number: int
    act: str
    at: datetime
    by: str
    content: dict[str, Any]
    seal: str


@dataclass(frozen=True)
class Reply:
    number: int
    verdict: str
    text: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Point:
    """One point of an advice with the employer's reply, or none yet."""

    voice: int
    number: int
    text: str
    reply: Reply | None = None


@dataclass(frozen=True)
class Voice:
    """What a body said. number: of its entry. votes: for, against, abstained. met_on, minutes: of its meeting, if told."""

    number: int
    part: int
    body: str
    strength: str
    verdict: str
    votes: dict[str, int]
    note: str
    by: str
    at: datetime
    points: tuple[Point, ...] = ()
    met_on: date | None = None
    minutes: str = ""


@dataclass(frozen=True)
class Says:
    """A body's part in one dossier: with which strength, on what ground, and until which day (included)."""

    key: int
    kind: str
    body: str
    strength: str
    due_on: date
    ground: str
    voice: Voice | None = None


@dataclass(frozen=True)
class Standing:
    """Where a dossier stands: the parts, what is still needed, and the outcome that follows ("" = none yet)."""

    parts: tuple[Says, ...]
    needed: tuple["Need", ...]
    outcome: str
    entries: tuple[Said, ...] = field(default=())


@dataclass(frozen=True)
class Need:
    """Something that must happen before the dossier can be settled. what: voice, reply, consent or approval."""

    what: str
    part: int
    point: Point | None = None
    due_on: date | None = None
    is_blocked: bool = False
