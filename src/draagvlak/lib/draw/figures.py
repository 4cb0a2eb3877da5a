"""The plain shapes of a fair draw, and how it says that something stands in the way."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from draagvlak.lib.refusals import Trouble

MAX_BYTES = 2 * 1024 * 1024
"""Largest file accepted, in bytes."""
MAX_CANDIDATES = 5_000
MAX_SEATS = 200
MAX_QUOTAS = 300
MAX_SEED = 1_000
"""Most characters in a seed."""
TICKETS = 1_000_000_000
"""Tickets in every lottery: each is drawn with the same chance."""

Candidates = Mapping[str, Mapping[str, str]]
"""Identifier → category → value. A value without a quota, or a category left out, binds nothing."""


class Unreadable(Trouble):
    """A file, the number of seats or the seed is not what a draw can start from."""


class Infeasible(Trouble):
    """No group meets all quotas.

    reasons: what can be pointed at, as troubles of their own; empty when only the quotas together are too much.
    changes: the smallest change that makes a group possible: no other set of changes has a smaller sum of steps.
    """

    def __init__(self, *, reasons: Sequence[Trouble], changes: Sequence["Change"]) -> None:
        super().__init__("infeasible")
        self.reasons = tuple(reasons)
        self.changes = tuple(changes)


class Unsolved(Exception):
    """The solver did not reach an answer that passes our own check: a fault of ours, never of the person."""


@dataclass(frozen=True, order=True, slots=True)
class Quota:
    """Of this category's value at least `least` and at most `most` people sit in the group."""

    category: str
    value: str
    least: int
    most: int


@dataclass(frozen=True, order=True, slots=True)
class Change:
    """One bound of a quota to relax. bound: "least" or "most"; now and needed: numbers of people."""

    category: str
    value: str
    bound: str
    now: int
    needed: int


@dataclass(frozen=True, slots=True)
class Kind:
    """Candidates whom no binding quota can tell apart; they have the same chance by definition.

    marks: the (category, value) pairs that bind them; candidates: their identifiers, in order.
    """

    marks: tuple[tuple[str, str], ...]
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lot:
    """A division of the seats and the number of tickets that stand for it. places: per kind (by its index) the seats."""

    tickets: int
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Lottery:
    """What is published before the draw.

    inputs: SHA-256 of the candidates, quotas and seats (see `inputs_print`). lots: TICKETS tickets in all, numbered from 0
    in the order of the lots. optimum: the smallest chance that the solver found to be the largest possible; the smallest
    chance of this lottery is at most `rounding` less.
    """

    seats: int
    inputs: str
    kinds: tuple[Kind, ...]
    lots: tuple[Lot, ...]
    optimum: float

    @cached_property
    def chances(self) -> dict[str, Fraction]:
        """Identifier → chance of a seat, exact; they sum to the seats."""
        seats = [0] * len(self.kinds)
        for lot in self.lots:
            for kind, places in lot.places:
                seats[kind] += lot.tickets * places
        tickets = sum(lot.tickets for lot in self.lots)
        found = {
            one: Fraction(seats[number], tickets * len(kind.candidates))
            for number, kind in enumerate(self.kinds)
            for one in kind.candidates
        }
        return dict(sorted(found.items()))

    @property
    def minimum(self) -> Fraction:
        """The smallest chance of any candidate."""
        return min(self.chances.values())

    @property
    def rounding(self) -> float:
        """How much less than the fairest chance anybody can have: one ticket per lot, and the solver's tolerance."""
        return len(self.lots) / TICKETS + 1e-6

    @cached_property
    def print_of_lots(self) -> str:
        """SHA-256 of the kinds and lots: who publishes it cannot change the lottery afterwards."""
        return _sha256_of(
            {
                "kinds": [kind.candidates for kind in self.kinds],
                "lots": [[lot.tickets, lot.places] for lot in self.lots],
            }
        )


def inputs_print(candidates: Candidates, quotas: Sequence[Quota], seats: int) -> str:
    """SHA-256 of what goes into a draw, the same whatever the order of rows, columns or the form of the files.

    The bytes are JSON in UTF-8 without spaces: {"candidates": [[identifier, [[category, value], …]], …], "quotas":
    [[category, value, least, most], …], "seats": n}, every list in the order of its characters.
    """
    return _sha256_of(
        {
            "candidates": sorted([one, sorted(values.items())] for one, values in candidates.items()),
            "quotas": sorted([quota.category, quota.value, quota.least, quota.most] for quota in quotas),
            "seats": seats,
        }
    )


def _sha256_of(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
