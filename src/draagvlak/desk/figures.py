from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True)
class Task:
    """Something that waits for one person. title starts with a verb; why is one line; minutes is an estimate, 0 = unknown.

    is_private: told on the person's own page alone, in no mail: others see which mail leaves.
    """

    title: str
    address: str
    why: str = ""
    due_on: date | None = None
    button: str = ""
    minutes: int = 0
    is_private: bool = False


@dataclass(frozen=True)
class Step:
    """One of the eight steps of the cycle. state: done, now or later."""

    number: int
    name: str
    state: str
    address: str = ""


@dataclass(frozen=True)
class Gate:
    """What the next step needs. state: done, busy or open."""

    name: str
    state: str
    note: str = ""
    address: str = ""


@dataclass(frozen=True)
class MenuEntry:
    name: str
    address: str
    count: int = 0
    is_here: bool = False


@dataclass(frozen=True)
class Shell:
    """What every page shows around its own content."""

    menu: tuple[MenuEntry, ...]
    more: tuple[MenuEntry, ...]
    steps: tuple[Step, ...]
    records: int
    seal: str
    tasks_open: int = 0
    # A guest sees no steps, no journal and no tasks around what was put there for him.
    is_guest: bool = False
    # Whether the journal is open to this person.
    may_check: bool = False
    # Whether the dossiers are.
    may_follow: bool = False
    # The rooms of the bodies in which this person sits.
    rooms: tuple[MenuEntry, ...] = ()


@dataclass(frozen=True)
class Cycle:
    steps: tuple[Step, ...]
    gates: tuple[Gate, ...] = field(default=())


@dataclass(frozen=True)
class Station:
    """A step as the dashboard shows it: what it needs, and the days that the project gave it.

    is_adjusted: it was done once, and is done again for a new version while the former one holds.
    """

    step: Step
    gates: tuple[Gate, ...]
    starts_on: date | None
    due_on: date | None
    is_late: bool = False
    is_adjusted: bool = False


@dataclass(frozen=True)
class Choice:
    """A project that one can look at."""

    key: int
    title: str
    first_year: int
    last_year: int


@dataclass(frozen=True)
class Where:
    """The whole turn of the cycle. years: first and last year of the plan, None when no project runs. choices: every project,
    the last one first. measured_on: the day on which the earlier project that is shown ended, None for the last one."""

    stations: tuple[Station, ...]
    years: tuple[int, int] | None
    title: str
    choices: tuple[Choice, ...] = ()
    measured_on: date | None = None


@dataclass(frozen=True)
class Surroundings:
    """One person's view over one organisation, as it stands after the last act in the journal."""

    tasks: tuple[Task, ...]
    cycle: Cycle
    shell: Shell


@dataclass(frozen=True)
class AskedOf:
    """A running dossier as one body sees it. state: wait, blocked, votes, counts, voted, late or said; of who is informed, told
    or untold. ballot: the number of the vote that runs on it, until closes_at.

    points: of its advice, and how many of them the employer did not answer yet. days_left: calendar days until the last one,
    negative when it has passed.
    """

    number: int
    title: str
    asks: str
    waits: str
    has_term: bool
    ground: str
    opened_on: date
    due_on: date
    days_left: int
    state: str
    points: int = 0
    unanswered: int = 0
    ballot: int = 0
    closes_at: datetime | None = None


@dataclass(frozen=True)
class RoomDay:
    """A day of the yearly calendar. what: a text of the law library, in three languages."""

    on: date
    what: object
    is_duty: bool
    address: str


@dataclass(frozen=True)
class Known:
    """A fact on the sheet: a day, or words where there is none."""

    name: str
    on: date | None
    words: str


@dataclass(frozen=True)
class Span:
    """A calendar year in Brussels. start, until: its first moment, and the first one after it. is_now: it still runs."""

    year: int
    first: date
    last: date
    start: datetime
    until: datetime
    is_now: bool


@dataclass(frozen=True)
class Treated:
    """Something that was asked or said, and what was done with it. answer: a value of Treatment.

    where: what it was said in, and who said it. said: the words, the most important first. on: the day of the answer, or since
    when it waits. word: how its own page calls the answer. address: where it stands, of a page that the reader may open.
    """

    where: str
    said: tuple[str, ...]
    answer: str
    on: date
    address: str
    word: str = ""
    reason: str = ""
    by: str = ""
    days: int = 0


@dataclass(frozen=True)
class TreatedOf:
    """What one kind of source gave in a year. counts: by answer; None for waiting where that is not told."""

    key: str
    name: str
    what: str
    total: int
    counts: dict[str, int | None]
