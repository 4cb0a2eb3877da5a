from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Part:
    """The part that one person takes in one body on one day.

    is_chair: chairs it; keeps: chairs it or is its secretary. directs, coordinates: holds that role in the organisation.
    """

    sits: bool = False
    is_chair: bool = False
    keeps: bool = False
    directs: bool = False
    coordinates: bool = False
    works_here: bool = False


@dataclass(frozen=True)
class Slot:
    """From when until when, aware, in Brussels time."""

    starts_at: datetime
    ends_at: datetime
