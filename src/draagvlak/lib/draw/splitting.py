"""Writes chances as a lottery over groups, or shows that no lottery gives them.

Column generation (Flanigan, Gölz, Gupta, Hennig and Procaccia, "Fair algorithms for selecting citizens' assemblies",
Nature 596, 2021): the prices of a small program over the groups known so far ask for the group that would help most.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from draagvlak.lib.draw.figures import Unsolved
from draagvlak.lib.draw.kinds import Problem
from draagvlak.lib.draw.levels import Cut
from draagvlak.lib.draw.solving import FREE, PRIMAL, TOLERANCE, Answer, Program

OUTSIDE = 1e-7
"""The part of the chances that must be out of reach before they are called impossible; less is the solver's noise."""
LARGEST_WEIGHT = 1_000
"""Cuts in whole numbers stay small; prices that need larger ones stand as they are."""
NEAR = 1e-5
"""How near a price must be to a whole number to be meant as one."""
FREED = (40, 80)
"""Kinds that may change when a group is sought near an answer in parts; more when there is none with fewer."""

Places = tuple[int, ...]
"""A group: the seats per kind."""


class Groups:
    """The groups that meet the quotas, asked for one at a time; those that were found are kept."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._parts = problem.program(is_whole=False)
        self._whole = problem.program(is_whole=True)
        self.known: dict[Places, None] = {}

    def any(self) -> Places | None:
        """Some group, or None when no group meets the quotas."""
        answer = self._whole.solve()
        return None if answer is None else self._kept(answer.values)

    def best(self, weights: Sequence[float]) -> Places:
        """A group with the largest sum of weight × seats. Where parts of seats need not be used, that is proof enough."""
        answer = self._in_parts(weights)
        if _is_whole(answer.values):
            return self._kept(answer.values)
        whole = self._in_whole(weights, [(0, size) for size in self._problem.sizes])
        if whole is None:
            raise Unsolved("the quotas can be met no longer")
        return self._kept(whole.values)

    def good(self, weights: Sequence[float]) -> Places:
        """A group with a large sum, found faster: most kinds keep the seats that they have when parts are allowed."""
        answer = self._in_parts(weights)
        if _is_whole(answer.values):
            return self._kept(answer.values)
        sizes = self._problem.sizes
        order = sorted(range(len(sizes)), key=lambda kind: (_is_whole([answer.values[kind]]), abs(answer.losses[kind])))
        for freed in FREED:
            bounds = [(round(value), round(value)) for value in answer.values]
            for kind in order[:freed]:
                bounds[kind] = (0, sizes[kind])
            near = self._in_whole(weights, bounds)
            if near is not None:
                return self._kept(near.values)
        return self.best(weights)

    def _in_parts(self, weights: Sequence[float]) -> Answer:
        self._parts.gains(weights)
        answer = self._parts.solve()
        if answer is None:
            raise Unsolved("the quotas can be met no longer")
        return answer

    def _in_whole(self, weights: Sequence[float], bounds: Sequence[tuple[int, int]]) -> Answer | None:
        self._whole.gains(weights)
        self._whole.bound_variables(bounds)
        return self._whole.solve()

    def _kept(self, values: Sequence[float]) -> Places:
        places = tuple(round(value) for value in values)
        if not self._problem.is_met_by(places):
            raise Unsolved("the solver gave a group that does not meet the quotas")
        self.known[places] = None
        return places


@dataclass(frozen=True, slots=True)
class Split:
    """A lottery: groups and the share of the draws for each; the shares sum to one."""

    groups: tuple[Places, ...]
    shares: tuple[float, ...]


def spread(target: Sequence[float], groups: Groups, *, rounds: int) -> None:
    """Find groups that together lie around the target: each time one that makes up for most of what lags behind.

    Not needed for a right answer, but it is what makes it quick: the average of these groups nears the target.
    """
    behind = list(target)
    for _ in range(rounds):
        found = groups.good(behind)
        behind = [b + aim - taken for b, aim, taken in zip(behind, target, found, strict=True)]


def split(target: Sequence[float], groups: Groups) -> Split | Cut:
    """A lottery in which each kind gets its target (seats on average), or a cut that the target breaks and no group does.

    The program makes the part s of every target that a lottery over the known groups gives as large as possible; s is 1
    for a complete lottery, because target and group have the same number of seats. When even the best group is worth less
    at its prices than the target, no lottery reaches the target.
    """
    program = _Master(target)
    for places in groups.known:
        program.add(places)
    while True:
        reached, prices = program.solve()
        if reached >= 1 - TOLERANCE:
            return program.split()
        asked = dot(prices, target)
        found = groups.good(prices)
        if dot(prices, found) < asked:
            found = groups.best(prices)
        worth = dot(prices, found)
        if worth < asked - OUTSIDE:
            return nice_cut(prices, target, groups)
        if worth <= reached + TOLERANCE or found in program.groups:
            if reached < 1 - 2 * OUTSIDE:
                raise Unsolved("the lottery does not come nearer")
            return program.split()
        program.add(found)


class _Master:
    def __init__(self, target: Sequence[float]) -> None:
        self.count = len(target)
        self.program = Program(simplex=PRIMAL)
        self.program.row(1, 1, [])
        self.rows = {kind: self.program.row(0, FREE, []) for kind, aim in enumerate(target) if aim > TOLERANCE}
        self.program.variable(0, FREE, gain=1, rows=[(row, -target[kind]) for kind, row in self.rows.items()])
        self.groups: dict[Places, None] = {}
        self.values: Sequence[float] = ()

    def add(self, places: Places) -> None:
        inside = [(row, places[kind]) for kind, row in self.rows.items() if places[kind]]
        self.program.variable(0, FREE, rows=[(0, 1), *inside])
        self.groups[places] = None

    def solve(self) -> tuple[float, list[float]]:
        """The part of the target that is reached, and the price of a seat per kind."""
        answer = self.program.solve()
        if answer is None:
            raise Unsolved("a lottery over known groups must exist")
        self.values = answer.values
        prices = [0.0] * self.count
        for kind, row in self.rows.items():
            prices[kind] = max(0.0, -answer.prices[row])
        return answer.values[0], prices

    def split(self) -> Split:
        used = [(places, share) for places, share in zip(self.groups, self.values[1:], strict=True) if share > 0]
        used.sort(reverse=True)
        total = sum(share for _, share in used)
        return Split(tuple(places for places, _ in used), tuple(share / total for _, share in used))


def _is_whole(values: Sequence[float]) -> bool:
    return all(abs(value - round(value)) <= TOLERANCE * 10 for value in values)


def nice_cut(prices: Sequence[float], target: Sequence[float], groups: Groups) -> Cut:
    """The cut in whole numbers when the prices are a multiple of small ones, as they mostly are; else as they stand."""
    smallest = min(price for price in prices if price > TOLERANCE)
    for step in range(1, 13):
        scaled = [price * step / smallest for price in prices]
        whole = [round(one) for one in scaled]
        if max(whole) <= LARGEST_WEIGHT and all(
            abs(one - near) < NEAR for one, near in zip(scaled, whole, strict=True)
        ):
            most = dot(whole, groups.best(whole))
            if most < dot(whole, target) * (1 - OUTSIDE):
                return Cut(tuple(whole), most)
    return Cut(tuple(prices), dot(prices, groups.best(prices)))


def dot(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(left * right for left, right in zip(one, other, strict=True))
