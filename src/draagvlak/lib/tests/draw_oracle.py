"""What the draw is held against: every group written out, and a simplex in fractions. It shares nothing with the product.

Slow on purpose: no solver, no columns, no prices. A level is fixed for exactly those candidates for whom a separate
program shows that they cannot have more.
"""

from fractions import Fraction
from itertools import combinations


def groups(candidates, quotas, seats):
    """Every set of candidates that meets the quotas; quotas: (category, value, least, most)."""
    found = []
    for group in combinations(sorted(candidates), seats):
        counts = [sum(candidates[one].get(category) == value for one in group) for category, value, _, _ in quotas]
        if all(least <= n <= most for n, (_, _, least, most) in zip(counts, quotas, strict=True)):
            found.append(group)
    return found


def leximin(candidates, quotas, seats):
    """Identifier → chance in the lottery whose smallest chance is largest, then the next; None when no group fits."""
    all_groups = groups(candidates, quotas, seats)
    if not all_groups:
        return None
    fixed = {}
    while len(fixed) < len(candidates):
        free = [one for one in sorted(candidates) if one not in fixed]
        level = _largest(all_groups, sorted(candidates), fixed, dict.fromkeys(free, (0, 1)), aim=None)
        for one in free:
            held = dict.fromkeys(free, (level, 0))
            if _largest(all_groups, sorted(candidates), fixed, held, aim=one) == level:
                fixed[one] = level
    return fixed


def _largest(all_groups, names, fixed, floors, *, aim):
    """The largest z (or chance of `aim`) over lotteries in which each chance is at least fixed, or floor + rise × z."""
    rows, sides = [[Fraction(1)] * len(all_groups) + [Fraction(0)]], [Fraction(1)]
    for name in names:
        low, rise = floors.get(name, (fixed.get(name, 0), 0))
        # -chance + rise × z <= -low
        rows.append([Fraction(-(name in group)) for group in all_groups] + [Fraction(rise)])
        sides.append(-Fraction(low))
    if aim is None:
        goal = [Fraction(0)] * len(all_groups) + [Fraction(1)]
    else:
        goal = [Fraction(int(aim in group)) for group in all_groups] + [Fraction(0)]
    return simplex(rows, sides, goal)


def simplex(rows, sides, goal):
    """The largest goal·x with rows·x <= sides and x >= 0, exact; Bland's rule, so that it ends."""
    table, basis = _any_start(rows, sides)
    return _climb(table, basis, [*goal, *[Fraction(0)] * (len(table[0]) - 1 - len(goal))])


def _climb(table, basis, costs):
    line = [*costs, Fraction(0)]
    for row, inside in zip(table, basis, strict=True):
        if line[inside]:
            factor = line[inside]
            line = [a - factor * b for a, b in zip(line, row, strict=True)]
    while True:
        enters = next((j for j, cost in enumerate(line[:-1]) if cost > 0), None)
        if enters is None:
            return -line[-1]
        leaves = min(
            ((row[-1] / row[enters], basis[i], i) for i, row in enumerate(table) if row[enters] > 0), default=None
        )
        assert leaves is not None, "without bound"
        i = leaves[2]
        _pivot(table, i, enters)
        if line[enters]:
            factor = line[enters]
            line = [a - factor * b for a, b in zip(line, table[i], strict=True)]
        basis[i] = enters


def _pivot(table, i, enters):
    pivot = table[i][enters]
    table[i] = [value / pivot for value in table[i]]
    for other, row in enumerate(table):
        if other != i and row[enters]:
            factor = row[enters]
            table[other] = [a - factor * b for a, b in zip(row, table[i], strict=True)]


def _any_start(rows, sides):
    """A table with a first basis, by the method of artificial variables."""
    count, width = len(rows), len(rows[0])
    table, basis, wrong = [], [], []
    for i, (row, side) in enumerate(zip(rows, sides, strict=True)):
        line = [*row, *(Fraction(int(i == j)) for j in range(count)), side]
        table.append([-value for value in line] if side < 0 else line)
        wrong += [i] if side < 0 else []
        basis.append(width + i)
    for number, i in enumerate(wrong):
        for j, line in enumerate(table):
            line.insert(-1, Fraction(int(i == j)))
        basis[i] = width + count + number
    costs = [Fraction(0)] * (width + count) + [Fraction(-1)] * len(wrong)
    assert _climb(table, basis, costs) == 0, "no lottery at all"
    for i, inside in enumerate(basis):
        if inside >= width + count:
            enters = next(j for j in range(width + count) if table[i][j])
            _pivot(table, i, enters)
            basis[i] = enters
    return [[*line[: width + count], line[-1]] for line in table], basis
