"""Candidates and quotas as numbers: kinds of candidates that no binding quota can tell apart, and bounds over kinds."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from draagvlak.lib.draw.figures import MAX_SEATS, Candidates, Kind, Quota, Unreadable
from draagvlak.lib.draw.solving import Program
from draagvlak.lib.refusals import Trouble


@dataclass(frozen=True, slots=True)
class Bound:
    """A quota that can bind: of the kinds (by index) that it counts, least to most people sit in the group."""

    quota: Quota
    kinds: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """A draw in numbers."""

    seats: int
    kinds: tuple[Kind, ...]
    bounds: tuple[Bound, ...]

    @property
    def sizes(self) -> list[int]:
        """Candidates per kind."""
        return [len(kind.candidates) for kind in self.kinds]

    def is_met_by(self, places: Sequence[int]) -> bool:
        """Whether a division of the seats (per kind) is a group that meets all quotas."""
        fits = all(0 <= taken <= size for taken, size in zip(places, self.sizes, strict=True))
        counted = ((bound.quota, sum(places[kind] for kind in bound.kinds)) for bound in self.bounds)
        return fits and sum(places) == self.seats and all(quota.least <= n <= quota.most for quota, n in counted)

    def program(self, *, is_whole: bool) -> Program:
        """A program whose first variables are the seats per kind, held to the quotas."""
        program = Program(is_whole=is_whole)
        for size in self.sizes:
            program.variable(0, size)
        program.row(self.seats, self.seats, [(kind, 1) for kind in range(len(self.kinds))])
        for bound in self.bounds:
            program.row(bound.quota.least, bound.quota.most, [(kind, 1) for kind in bound.kinds])
        return program


def problem_of(candidates: Candidates, quotas: Sequence[Quota], seats: int) -> Problem:
    """Raises Unreadable: seats_too_few, seats_too_many, too_few_candidates."""
    if seats < 1:
        raise Unreadable("seats_too_few")
    if seats > MAX_SEATS:
        raise Unreadable("seats_too_many", limit=MAX_SEATS)
    if len(candidates) < seats:
        raise Unreadable("too_few_candidates", candidates=len(candidates), seats=seats)
    counted = Counter(pair for values in candidates.values() for pair in values.items())
    binding = [
        quota
        for quota in sorted(quotas)
        if quota.least or quota.most < min(seats, counted[quota.category, quota.value])
    ]
    telling = {(quota.category, quota.value) for quota in binding}
    groups: dict[tuple[tuple[str, str], ...], list[str]] = defaultdict(list)
    for one, values in sorted(candidates.items()):
        groups[tuple(sorted(telling & set(values.items())))].append(one)
    kinds = tuple(Kind(marks, tuple(ones)) for marks, ones in sorted(groups.items()))
    bounds = tuple(
        Bound(quota, tuple(n for n, kind in enumerate(kinds) if (quota.category, quota.value) in kind.marks))
        for quota in binding
    )
    return Problem(seats, kinds, bounds)


def reasons(problem: Problem, candidates: Candidates, quotas: Sequence[Quota]) -> list[Trouble]:
    """What can be pointed at when no group meets the quotas: a value or a category that cannot do on its own."""
    counted = Counter(pair for values in candidates.values() for pair in values.items())
    found = []
    for quota in sorted(quotas):
        here = counted[quota.category, quota.value]
        if quota.least > here:
            details = {"category": quota.category, "value": quota.value, "least": quota.least, "candidates": here}
            found.append(Trouble("too_few_with_value", **details))
    for category, group in groupby(sorted(quotas), key=lambda quota: quota.category):
        ones = list(group)
        least = sum(quota.least for quota in ones)
        most = sum(min(quota.most, counted[category, quota.value]) for quota in ones)
        free = len(candidates) - sum(counted[category, quota.value] for quota in ones)
        if least > problem.seats:
            found.append(Trouble("least_over_seats", category=category, least=least, seats=problem.seats))
        if most + free < problem.seats:
            found.append(Trouble("most_under_seats", category=category, most=most + free, seats=problem.seats))
    return found
