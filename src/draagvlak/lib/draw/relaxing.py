"""When no group meets all quotas: the smallest change of the quotas that makes one possible."""

import hashlib
from collections.abc import Callable, Sequence

from draagvlak.lib.draw.figures import Change, Unsolved
from draagvlak.lib.draw.kinds import Bound, Problem
from draagvlak.lib.draw.solving import Answer, Program


class _Relaxed:
    """The problem with every bound loose: per bound how far its minimum sinks, its maximum rises, and whether either does."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.program = Program(is_whole=True)
        kinds = [self.program.variable(0, size) for size in problem.sizes]
        self.program.row(problem.seats, problem.seats, [(kind, 1) for kind in kinds])
        self.sinks, self.rises, self.touched = [], [], []
        for bound in problem.bounds:
            least, most = bound.quota.least, bound.quota.most
            sinks, rises = self.program.variable(0, least), self.program.variable(0, problem.seats)
            touched = self.program.variable(0, 1)
            inside = [(kind, 1) for kind in bound.kinds]
            self.program.row(least, problem.seats + least, [*inside, (sinks, 1)])
            self.program.row(-problem.seats, most, [*inside, (rises, -1)])
            reach = least + problem.seats
            self.program.row(-reach, 0, [(sinks, 1), (rises, 1), (touched, -reach)])
            self.sinks.append(sinks)
            self.rises.append(rises)
            self.touched.append(touched)

    def fewest(self, cost: Callable[[int], int]) -> Answer:
        """Make the sum of the costs of the variables (by index) as small as possible, and keep it so from then on."""
        count = len(self.problem.sizes) + 3 * len(self.problem.bounds)
        costs = [cost(index) for index in range(count)]
        self.program.gains([-float(one) for one in costs])
        answer = self.program.solve()
        if answer is None:
            raise Unsolved("a pool with enough candidates has no group even without quotas")
        reached = sum(one * round(value) for one, value in zip(costs, answer.values, strict=True))
        self.program.row(0, reached, [(index, one) for index, one in enumerate(costs) if one])
        return answer


def smallest_changes(problem: Problem) -> list[Change]:
    """The changes with the smallest sum of steps; among those the fewest quotas; among those always the same ones.

    A step is one person: a minimum that goes one down or a maximum that goes one up.
    """
    relaxed = _Relaxed(problem)
    steps = {*relaxed.sinks, *relaxed.rises}
    touched = set(relaxed.touched)
    preference = dict(zip(relaxed.touched, map(_preference, problem.bounds), strict=True))
    relaxed.fewest(lambda index: int(index in steps))
    relaxed.fewest(lambda index: int(index in touched))
    answer = relaxed.fewest(lambda index: preference.get(index, 0))
    return _changes(relaxed, answer.values)


def _preference(bound: Bound) -> int:
    """An arbitrary but fixed number, so that of several smallest changes everybody gets the same."""
    quota = bound.quota
    return 1 + int(hashlib.sha256(f"{quota.category}\0{quota.value}".encode()).hexdigest()[:4], 16)


def _changes(relaxed: _Relaxed, values: Sequence[float]) -> list[Change]:
    found = []
    for bound, sinks, rises in zip(relaxed.problem.bounds, relaxed.sinks, relaxed.rises, strict=True):
        quota = bound.quota
        for kind, now, step in (
            ("least", quota.least, -round(values[sinks])),
            ("most", quota.most, round(values[rises])),
        ):
            if step:
                found.append(Change(quota.category, quota.value, kind, now, now + step))
    return found
