from dataclasses import dataclass


@dataclass(frozen=True)
class MissingVoice:
    """A category of staff large enough for a seat, in which nobody sits.

    dimension: function_group, shift, statute, site, sex or age_class. people: at work in it. fits: seats that fit its share.
    """

    dimension: str
    category: str
    people: int
    fits: float


@dataclass(frozen=True)
class Share:
    """One row of the comparison of group and staff. seats: in the group now; fits: seats × share of the staff."""

    dimension: str
    category: str
    people: int
    seats: int
    fits: float
    is_missing: bool
    merged: int = 0


@dataclass(frozen=True)
class Comparison:
    """How a group looks beside the staff. index: K36 per dimension, 1 = perfect; missing: the voices nobody brings."""

    seats: int
    people: int
    shares: tuple[Share, ...]
    index: dict[str, float]

    @property
    def missing(self) -> list[MissingVoice]:
        return [MissingVoice(s.dimension, s.category, s.people, s.fits) for s in self.shares if s.is_missing]


@dataclass(frozen=True)
class Counted:
    """People at work in one category, each counted once. accounts: with access; read: who said to have read it (one or
    more announcements); stood: who was a candidate; heard: read or stood; on_paper: reached by a poster or a talk."""

    category: str
    people: int
    accounts: int = 0
    read: int = 0
    stood: int = 0
    heard: int = 0
    on_paper: int = 0


@dataclass(frozen=True)
class Reached:
    """A row that may be shown. merged: how many categories are in it. shows_reading: false where fewer than five people
    could have read it, or where they could be worked out from the other rows.

    never: people whom nothing reached; at_least: that it could be more, because the reading is not shown.
    """

    counted: Counted
    merged: int
    shows_reading: bool
    never: int
    at_least: bool

    @property
    def without(self) -> int:
        """People without an account."""
        return self.counted.people - self.counted.accounts

    @property
    def unread(self) -> int:
        """People who could have read it and did not say so; only meant where the reading is shown."""
        return self.counted.accounts - self.counted.read
