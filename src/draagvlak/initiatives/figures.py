from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Ended:
    """How many questions of one kind ended in each outcome, in the order of the outcomes."""

    kind: str
    counts: tuple[int, ...]
    total: int


@dataclass(frozen=True)
class Waiting:
    """What waits for who listens: how many questions, the first day on which an answer was promised, how many are past it."""

    count: int = 0
    due_on: date | None = None
    late: int = 0
