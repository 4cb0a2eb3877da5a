"""The fairest chances inside an outline: level by level, the smallest chance as large as possible, then the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from draagvlak.lib.draw.figures import Unsolved
from draagvlak.lib.draw.kinds import Problem
from draagvlak.lib.draw.solving import FREE, TOLERANCE

COUNTS = 1e-7
"""A price under this is noise of the solver: the kind is left for a later level, where it is looked at again."""
SLACK = (0, 1e-11, 1e-10, 1e-9, 1e-8, 1e-7)
"""How much a level that is fixed may give way, in seats, when the solver's own inexactness leaves no room."""


@dataclass(frozen=True, slots=True)
class Cut:
    """What no group exceeds: the sum over kinds of weight × seats is at most `most`."""

    weights: tuple[float, ...]
    most: float


def fairest(problem: Problem, cuts: Sequence[Cut]) -> list[Fraction]:
    """Per kind the chance of each of its candidates, when seats may be divided in parts inside the quotas and the cuts.

    At each level z, the smallest chance of those not fixed yet, is made as large as possible. A kind whose chance has a
    price in that program stands at z in every best answer (complementary slackness), so it is fixed there.
    """
    outline = _Outline(problem, cuts)
    while outline.is_open:
        outline.fix_next()
    return outline.levels()


class _Outline:
    def __init__(self, problem: Problem, cuts: Sequence[Cut]) -> None:
        self.sizes = problem.sizes
        self.program = problem.program(is_whole=False)
        for cut in cuts:
            terms = [(kind, weight) for kind, weight in enumerate(cut.weights) if weight]
            self.program.row(-FREE, cut.most, terms)
        self.smallest = self.program.variable(0, FREE, gain=1)
        self.rows = [
            self.program.row(0, FREE, [(kind, 1), (self.smallest, -size)]) for kind, size in enumerate(self.sizes)
        ]
        self.fixed: dict[int, Fraction] = {}
        self.slack = 0

    @property
    def is_open(self) -> bool:
        return len(self.fixed) < len(self.sizes)

    def fix_next(self) -> None:
        answer = self.program.solve()
        if answer is None:
            self._give_way()
            return
        level = exact(answer.values[self.smallest])
        free = [kind for kind in range(len(self.sizes)) if kind not in self.fixed]
        priced = [kind for kind in free if -answer.prices[self.rows[kind]] * self.sizes[kind] > COUNTS]
        if not priced:
            raise Unsolved("no kind holds the level down")
        for kind in priced:
            self.fixed[kind] = level
            self.program.bound_row(self.rows[kind], -FREE, FREE)
            self._bound(kind)

    def levels(self) -> list[Fraction]:
        return [self.fixed[kind] for kind in range(len(self.sizes))]

    def _bound(self, kind: int) -> None:
        low = float(self.fixed[kind]) * self.sizes[kind] - SLACK[self.slack]
        self.program.bound_variable(kind, max(0.0, low), self.sizes[kind])

    def _give_way(self) -> None:
        self.slack += 1
        if self.slack == len(SLACK):
            raise Unsolved("the levels do not fit together")
        for kind in self.fixed:
            self._bound(kind)


def exact(chance: float) -> Fraction:
    """The simple fraction that the solver meant, when there is one within its tolerance."""
    simple = Fraction(chance).limit_denominator(5_000)
    near = simple if abs(float(simple) - chance) <= 2 * TOLERANCE else Fraction(chance)
    return min(max(near, Fraction(0)), Fraction(1))
