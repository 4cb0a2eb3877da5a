from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Ended:
    """How many questions of one kind ended in one outcome."""

    kind: str
    outcome: str
    count: int


@dataclass(frozen=True)
class Waiting:
    """What waits for who listens: how many questions, the first day on which an answer was promised, how many are past it."""

    count: int = 0
    due_on: date | None = None
    late: int = 0
