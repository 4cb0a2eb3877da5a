"""A thin front of the solver HiGHS, with every choice that could differ between two runs fixed.

HiGHS: Huangfu and Hall, "Parallelizing the dual revised simplex method", Mathematical Programming Computation 10, 2018.
It is loaded at the first use: it brings numpy, and most processes never draw.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from draagvlak.lib.draw.figures import Unsolved

TOLERANCE = 1e-9
"""How exact the solver works on a linear program, in seats."""
FREE = float("inf")
PRIMAL = 4
"""HiGHS's number for the primal simplex method, the right one when columns are added to a solved program."""
# Searches inside HiGHS that cost more than they find on programs as small as ours (measured: half the time without).
_NOT_WORTH_IT = ("feasibility_jump", "rins", "rens", "root_reduced_cost")

Terms = Iterable[tuple[int, float]]
"""Index and factor."""


@dataclass(frozen=True, slots=True)
class Answer:
    """values: of the variables; prices: per row, what the goal gains when the bound of that row is one higher; losses: per
    variable, what the goal changes when the variable must be one higher."""

    values: Sequence[float]
    prices: Sequence[float]
    losses: Sequence[float]


class Program:
    """A linear program, or one in whole numbers, that is made as large as possible."""

    def __init__(self, *, is_whole: bool = False, simplex: int | None = None) -> None:
        import highspy  # noqa: PLC0415 -- numpy is loaded only by who draws

        self._highspy = highspy
        self._solver = highspy.Highs()
        self._is_whole = is_whole
        options: dict[str, bool | int | float | str] = {
            "output_flag": False,
            "threads": 1,
            "random_seed": 0,
            "primal_feasibility_tolerance": TOLERANCE,
            "dual_feasibility_tolerance": TOLERANCE,
        }
        if simplex is not None:
            options["simplex_strategy"] = simplex
        if is_whole:
            options |= {"mip_rel_gap": 0.0, "mip_abs_gap": 1e-9}
            options |= {f"mip_heuristic_run_{search}": False for search in _NOT_WORTH_IT}
        for name, value in options.items():
            if self._solver.setOptionValue(name, value) != highspy.HighsStatus.kOk:
                raise Unsolved(f"HiGHS does not know {name}")
        self._solver.changeObjectiveSense(highspy.ObjSense.kMaximize)
        self._variables = self._rows = 0

    def variable(self, low: float, high: float, *, gain: float = 0.0, rows: Terms = ()) -> int:
        """Add a variable to the rows named; gives its index."""
        indices, factors = _split(rows)
        self._solver.addCol(gain, low, high, len(indices), indices, factors)
        if self._is_whole:
            self._solver.changeColIntegrality(self._variables, self._highspy.HighsVarType.kInteger)
        self._variables += 1
        return self._variables - 1

    def row(self, low: float, high: float, terms: Terms) -> int:
        """Add a row over the variables named; gives its index."""
        indices, factors = _split(terms)
        self._solver.addRow(low, high, len(indices), indices, factors)
        self._rows += 1
        return self._rows - 1

    def bound_variable(self, index: int, low: float, high: float) -> None:
        self._solver.changeColBounds(index, low, high)

    def bound_variables(self, bounds: Sequence[tuple[float, float]]) -> None:
        """Lowest and highest value of each variable, from the first on."""
        lows, highs = [float(low) for low, _ in bounds], [float(high) for _, high in bounds]
        self._solver.changeColsBounds(len(bounds), list(range(len(bounds))), lows, highs)

    def bound_row(self, index: int, low: float, high: float) -> None:
        self._solver.changeRowBounds(index, low, high)

    def gains(self, values: Sequence[float]) -> None:
        """What one more of each variable, from the first on, adds to the goal."""
        self._solver.changeColsCost(len(values), list(range(len(values))), list(values))

    def solve(self) -> Answer | None:
        """The best answer, or None when no values keep all bounds. Raises Unsolved when HiGHS ends otherwise."""
        self._solver.run()
        status, known = self._solver.getModelStatus(), self._highspy.HighsModelStatus
        if status in {known.kInfeasible, known.kUnboundedOrInfeasible}:
            return None
        if status != known.kOptimal:
            raise Unsolved(f"HiGHS ended with {status}")
        solution = self._solver.getSolution()
        return Answer(list(solution.col_value), list(solution.row_dual), list(solution.col_dual))


def _split(terms: Terms) -> tuple[list[int], list[float]]:
    pairs = list(terms)
    return [index for index, _ in pairs], [float(factor) for _, factor in pairs]
