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
    email: str = ""


@dataclass(frozen=True)
class Reply:
    number: int
    verdict: str
    text: str
    by: str
    at: datetime


@dataclass(frozen=True)
class HeardAnswer:
    """What was done with what people said about one thing. on: its heading, or the part of the text. remarks: how many said it."""

    on: str
    remarks: int
    verdict: str
    because: str
    place: str


@dataclass(frozen=True)
class Heard:
    """A round on the draft before it was put to the bodies. people, took_part: 0 where too few took part to be counted.

    behalf: for how many colleagues without an account others spoke. verdicts: followed, partly and not, each with how many
    answers. address: its page, without the address of the installation.
    """

    title: str
    question: str
    version: int
    starts_on: date
    ends_on: date
    concluded_on: date
    people: int
    took_part: int
    remarks: int
    behalf: int
    verdicts: dict[str, int]
    conclusion: str
    address: str
    answers: tuple[HeardAnswer, ...]


@dataclass(frozen=True)
class Answered:
    """What was answered on a remark."""

    text: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Remark:
    """A question or a remark in a dossier. number: of its entry. email: of who wrote it."""

    number: int
    text: str
    by: str
    email: str
    at: datetime
    answer: Answered | None


@dataclass(frozen=True)
class Point:
    """One point of an advice with the employer's reply, or none yet."""

    voice: int
    number: int
    text: str
    reply: Reply | None = None


@dataclass(frozen=True)
class Linked:
    """The signed agreement that a voice rests on. sha256: seal of its signed version, with every clause in it.

    clauses: number and seal of each clause as it was signed. address: its page, without the address of the installation.
    """

    subject: str
    signed_on: date
    sha256: str
    clauses: tuple[tuple[int, str], ...]
    address: str


@dataclass(frozen=True)
class Received:
    """Who sat in a body that was informed, and what became of the mail with the papers. state: as of a message; "" = no mail."""

    name: str
    state: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class Voice:
    """What a body said. number: of its entry. votes: for, against, abstained. met_on, minutes: of its meeting, if told.

    ballot: the number of the ballot that the votes come from, 0 when they were counted elsewhere. agreement: only of a
    negotiation that came to one. papers, handed_over: only of who was informed; how they came there when not by mail.
    """

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
    ballot: int = 0
    agreement: Linked | None = None
    papers: tuple[Received, ...] = ()
    handed_over: str = ""


@dataclass(frozen=True)
class Amendments:
    """What a body asked to change in an earlier dossier before it consents."""

    dossier: int
    on: date
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Before:
    """An earlier dossier on the same thing that ended without being adopted. ended: in one sentence."""

    number: int
    ended: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True)
class Counts:
    """The votes of a ballot, counted."""

    votes_for: int
    votes_against: int
    abstained: int

    @property
    def total(self) -> int:
        return self.votes_for + self.votes_against + self.abstained

    def by_choice(self) -> dict[str, int]:
        """In the words in which a chain holds them: for, against, abstained."""
        return {"for": self.votes_for, "against": self.votes_against, "abstained": self.abstained}


@dataclass(frozen=True)
class BallotRule:
    """By which rule a ballot is decided. quorum and majority: as in states; counts_abstentions: whether they are votes cast."""

    quorum: str
    majority: str
    counts_abstentions: bool


@dataclass(frozen=True)
class Voter:
    """Somebody who may vote, as a ballot knows him. key: of his line. proxy: key of who holds his proxy, if somebody does."""

    key: int
    side: str
    has_voted: bool
    proxy: int | None = None


@dataclass(frozen=True)
class Counted:
    """A ballot as it was counted in the chain. entry: number of that link. counts: None when they may not be told."""

    entry: int
    ballot: int
    result: str
    counts: Counts | None
    took_part: int
    seats: int
    seal: str


@dataclass(frozen=True)
class Says:
    """A body's part in one dossier: with which strength, on what ground, and until which day (included).

    ballot: "runs" while the body votes, "binds" once it was counted and valid and what it said is still to be written down.
    """

    key: int
    kind: str
    body: str
    strength: str
    due_on: date
    ground: str
    voice: Voice | None = None
    ballot: str = ""


@dataclass(frozen=True)
class Standing:
    """Where a dossier stands: the parts, what is still needed, and the outcome that follows ("" = none yet)."""

    parts: tuple[Says, ...]
    needed: tuple["Need", ...]
    outcome: str
    entries: tuple[Said, ...] = field(default=())


@dataclass(frozen=True)
class Need:
    """Something that must happen before the dossier can be settled. what: as in `rules.NEEDS`, or reply."""

    what: str
    part: int
    point: Point | None = None
    due_on: date | None = None
    is_blocked: bool = False


@dataclass(frozen=True)
class Sent:
    """Who sat in a body when its papers left, and what became of the mail. mail: None where none was sent to this person."""

    body: str
    person: str
    mail: Any = None


@dataclass(frozen=True)
class Told:
    """A ballot as a paper tells of it: what was asked, what it came to, and never who voted what."""

    ballot: Any
    result: str
    counts: Counts | None
    took_part: int
    seats: int


@dataclass(frozen=True)
class Apart:
    """What holds when one person does both in the same dossier. first, second: as in `states.Duty`; together: as in Together."""

    first: str
    second: str
    together: str

    @property
    def pair(self) -> set[str]:
        return {self.first, self.second}


@dataclass(frozen=True)
class Doubled:
    """Somebody who did more in a dossier than one person should, without being stopped. duties: in their order."""

    name: str
    duties: tuple[str, ...]
