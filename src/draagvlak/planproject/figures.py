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
    wanted: int = 0


@dataclass(frozen=True)
class Share:
    """One row of the comparison of group and staff. seats: in the group now; fits: seats × share of the staff; wanted: the
    seats that the call means for a function group, 0 when it says nothing."""

    dimension: str
    category: str
    people: int
    seats: int
    fits: float
    is_missing: bool
    wanted: int = 0


@dataclass(frozen=True)
class Comparison:
    """How a group looks beside the staff. index: K36 per dimension, 1 = perfect; missing: the voices nobody brings."""

    seats: int
    people: int
    shares: tuple[Share, ...]
    index: dict[str, float]

    @property
    def missing(self) -> list[MissingVoice]:
        return [MissingVoice(s.dimension, s.category, s.people, s.fits, s.wanted) for s in self.shares if s.is_missing]
