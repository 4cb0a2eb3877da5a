"""Pools for the tests of the draw: small ones for hypothesis, and one as large and as crooked as a house really has."""

import random
from math import ceil, floor

from hypothesis import strategies as st

from draagvlak.lib.draw import Quota

HOUSE = {
    "function": {"care": 50, "logistics": 20, "administration": 10, "paramedical": 12, "lead": 8},
    "sex": {"f": 75, "m": 25},
    "age": {"-30": 25, "30-44": 35, "45-54": 22, "55+": 18},
    "shift": {"day": 50, "late": 35, "night": 15},
    "site": {"Beuk": 50, "Linde": 30, "Eik": 20},
    "statute": {"permanent": 75, "temporary": 18, "agency": 7},
}


@st.composite
def draws(draw, largest=8):
    """(candidates, quotas, seats) that some group meets: the bounds lie around a group that was chosen beforehand."""
    count = draw(st.integers(2, largest))
    seats = draw(st.integers(1, min(count, 4)))
    categories = {name: draw(st.integers(1, 3)) for name in "abc"}
    candidates = {
        f"p{number}": {name: f"{name}{draw(st.integers(0, most - 1))}" for name, most in categories.items()}
        for number in range(count)
    }
    group = draw(st.permutations(sorted(candidates)))[:seats]
    quotas = []
    for name, most in categories.items():
        for value in (f"{name}{number}" for number in range(most)):
            inside = sum(candidates[one][name] == value for one in group)
            least = max(0, inside - draw(st.integers(0, 2)))
            quotas.append(Quota(name, value, least, inside + draw(st.integers(0, 2))))
    return candidates, quotas, seats


def house(people, seats, *, seed):
    """A pool in which those who have time volunteer more, and quotas of the staff's own composition, rounded both ways."""
    chance = random.Random(seed)
    staff = [
        {category: chance.choices(list(values), list(values.values()))[0] for category, values in HOUSE.items()}
        for _ in range(5 * people)
    ]
    eager = [
        (2 if one["function"] in {"lead", "administration"} else 1) * (0.5 if one["shift"] == "night" else 1)
        for one in staff
    ]
    pool = chance.choices(staff, eager, k=people)
    quotas = []
    for category, values in HOUSE.items():
        for value in values:
            share = seats * sum(one[category] == value for one in staff) / len(staff)
            quotas.append(Quota(category, value, floor(share), ceil(share)))
    return {f"k{number:04}": values for number, values in enumerate(pool)}, quotas, seats


def tuples(quotas):
    return [(quota.category, quota.value, quota.least, quota.most) for quota in quotas]
