"""The chances of the fair draw, held against an oracle that writes out every group and counts in fractions."""

import random
import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from draagvlak.lib import draw
from draagvlak.lib.draw import Quota
from draagvlak.lib.tests.draw_cases import draws, house, tuples
from draagvlak.lib.tests.draw_oracle import groups, leximin

pytestmark = pytest.mark.long
EXACT = 1e-7


def pool_of(**counts):
    """pool_of(f=3, m=1): candidates f0, f1, f2 and m0 with that sex."""
    return {f"{value}{n}": {"sex": value} for value, count in counts.items() for n in range(count)}


def written_out(lottery):
    """Every lot of the lottery with its seats per (category, value)."""
    for lot in lottery.lots:
        counts = {}
        for number, places in lot.places:
            for mark in lottery.kinds[number].marks:
                counts[mark] = counts.get(mark, 0) + places
        yield lot, counts


# Cases whose answer is known


def test_without_quotas_everybody_has_seats_out_of_candidates():
    lottery = draw.lottery({f"p{n}": {} for n in range(7)}, [], 3)
    assert set(lottery.chances.values()) == {Fraction(3, 7)}
    assert lottery.minimum == Fraction(3, 7)


def test_one_tight_category_splits_its_seats_over_its_own_people():
    lottery = draw.lottery(pool_of(f=8, m=2), [Quota("sex", "f", 2, 2), Quota("sex", "m", 2, 2)], 4)
    assert {one: chance for one, chance in lottery.chances.items() if one[0] == "f"} == dict.fromkeys(
        [f"f{n}" for n in range(8)], Fraction(1, 4)
    )
    assert lottery.chances["m0"] == lottery.chances["m1"] == 1
    assert lottery.minimum == Fraction(1, 4)


def test_a_loose_quota_changes_nothing():
    loose = [Quota("sex", "f", 0, 4), Quota("sex", "m", 0, 9)]
    assert set(draw.lottery(pool_of(f=8, m=2), loose, 4).chances.values()) == {Fraction(2, 5)}


def test_a_quota_binds_only_as_far_as_it_must():
    """Equal chances would give the two men 0.8 of a seat; the minimum lifts them to one seat, and the rest is shared."""
    chances = draw.lottery(pool_of(f=8, m=2), [Quota("sex", "m", 1, 4)], 4).chances
    assert {float(chance) for one, chance in chances.items() if one[0] == "m"} == {0.5}
    assert {float(chance) for one, chance in chances.items() if one[0] == "f"} == {3 / 8}


def test_who_fits_in_no_group_has_no_chance_and_the_others_share():
    candidates = {"a": {"x": "1", "y": "1"}, "b": {"x": "1", "y": "2"}, "c": {"x": "2", "y": "1"}}
    lottery = draw.lottery(candidates, [Quota("y", "2", 1, 1)], 1)
    assert lottery.chances == {"a": 0, "b": 1, "c": 0}


def test_a_value_that_no_quota_names_has_no_bound():
    candidates = pool_of(f=2, x=6)
    assert set(draw.lottery(candidates, [Quota("sex", "f", 1, 1)], 4).chances.values()) == {Fraction(1, 2)}


def test_as_many_seats_as_candidates_seats_everybody():
    lottery = draw.lottery(pool_of(f=3, m=2), [Quota("sex", "f", 3, 3)], 5)
    assert set(lottery.chances.values()) == {1}


def test_where_parts_of_people_would_be_fairer_the_draw_keeps_to_whole_groups():
    """Three pairs that share a value, each value at most once: in halves all three could sit, whole only one can."""
    candidates = {
        "a": {"x": "1", "y": "1", "z": "1"},
        "b": {"x": "1", "y": "2", "z": "2"},
        "c": {"x": "2", "y": "1", "z": "2"},
        "d": {"x": "3", "y": "3", "z": "3"},
        "e": {"x": "3", "y": "3", "z": "3"},
    }
    quotas = [Quota("x", "1", 0, 1), Quota("y", "1", 0, 1), Quota("z", "2", 0, 1)]
    chances = draw.lottery(candidates, quotas, 3).chances
    assert {one: round(float(chance), 6) for one, chance in chances.items()} == {
        one: round(float(chance), 6) for one, chance in leximin(candidates, tuples(quotas), 3).items()
    }
    assert sum(chances[one] for one in "abc") == 1


# What holds for every draw


@effort(deadline=None, max_examples=120)
@given(draws())
def test_the_chances_are_those_of_the_oracle_for_everybody(case):
    candidates, quotas, seats = case
    expected = leximin(candidates, tuples(quotas), seats)
    lottery = draw.lottery(*case)
    for one, chance in lottery.chances.items():
        assert abs(float(chance) - float(expected[one])) < EXACT, one
    assert abs(lottery.optimum - float(min(expected.values()))) < EXACT
    assert float(min(expected.values()) - lottery.minimum) <= lottery.rounding


@effort(deadline=None, max_examples=60)
@given(draws(largest=14))
def test_chances_sum_to_the_seats_and_every_group_meets_the_quotas(case):
    candidates, quotas, seats = case
    lottery = draw.lottery(*case)
    assert sum(lottery.chances.values()) == seats
    assert sum(lot.tickets for lot in lottery.lots) == draw.TICKETS
    assert sorted(one for kind in lottery.kinds for one in kind.candidates) == sorted(candidates)
    for lot, counts in written_out(lottery):
        assert lot.tickets > 0
        assert sum(places for _, places in lot.places) == seats
        assert all(places <= len(lottery.kinds[number].candidates) for number, places in lot.places)
        for quota in quotas:
            binds = quota.least or (quota.category, quota.value) in counts
            assert not binds or quota.least <= counts[quota.category, quota.value] <= quota.most


@effort(deadline=None, max_examples=60)
@given(draws(largest=12), st.randoms(use_true_random=False))
def test_the_order_of_rows_and_the_names_change_nothing(case, chance):
    candidates, quotas, seats = case
    first = draw.lottery(*case)
    rows = list(candidates.items())
    chance.shuffle(rows)
    shuffled = dict(rows)
    again = draw.lottery(shuffled, chance.sample(quotas, len(quotas)), seats)
    assert again == first
    assert draw.pick(again, "zaad") == draw.pick(first, "zaad")
    names = {one: f"n{number}" for number, one in enumerate(chance.sample(sorted(candidates), len(candidates)))}
    renamed = draw.lottery({names[one]: values for one, values in candidates.items()}, quotas, seats)
    assert {names[one]: value for one, value in first.chances.items()} == renamed.chances


@effort(deadline=None, max_examples=60)
@given(draws(largest=12))
def test_equal_candidates_have_equal_chances(case):
    candidates, _, _ = case
    seen = {}
    for one, value in draw.lottery(*case).chances.items():
        assert seen.setdefault(tuple(sorted(candidates[one].items())), value) == value


@effort(deadline=None, max_examples=40)
@given(st.lists(st.integers(1, 6), min_size=2, max_size=3), st.data())
def test_with_one_category_another_candidate_of_a_value_never_helps_anybody_else(counts, data):
    candidates = pool_of(**{f"v{n}": count for n, count in enumerate(counts)})
    seats = data.draw(st.integers(1, sum(counts)))
    quotas = [Quota("sex", "v0", data.draw(st.integers(0, min(seats, counts[0]))), seats)]
    before = draw.lottery(candidates, quotas, seats).chances
    value = data.draw(st.sampled_from([f"v{n}" for n in range(len(counts))]))
    after = draw.lottery({**candidates, "new": {"sex": value}}, quotas, seats).chances
    assert all(float(after[one]) <= float(chance) + EXACT for one, chance in before.items())


def test_with_more_categories_another_candidate_can_help_somebody_else():
    """Why the property above names one category: b2 makes a group possible in which d sits, which there was not before."""
    candidates = {
        "a": {"x": "1", "y": "1"},
        "b": {"x": "2", "y": "1"},
        "c": {"x": "2", "y": "2"},
        "d": {"x": "1", "y": "2"},
    }
    quotas = [Quota("y", "1", 2, 3), Quota("x", "1", 0, 1)]
    assert draw.lottery(candidates, quotas, 3).chances["d"] == 0
    with_twin = {**candidates, "b2": candidates["b"]}
    assert draw.lottery(with_twin, quotas, 3).chances["d"] > 0
    assert groups(with_twin, tuples(quotas), 3) != groups(candidates, tuples(quotas), 3)


# As large as it comes


def test_two_hundred_candidates_and_twenty_seats_take_seconds():
    case = house(200, 20, seed=1)
    start = time.perf_counter()
    lottery = draw.lottery(*case)
    assert time.perf_counter() - start < 60  # two seconds on two quiet cores; the bar is ten
    assert sum(lottery.chances.values()) == 20
    assert lottery.optimum - float(lottery.minimum) <= lottery.rounding
    assert draw.lottery(*case) == lottery


def upper_bound(candidates, quotas, seats):
    """No lottery can give anybody in a value more than its maximum over its people; the smallest chance is under all."""
    counts = ((quota, sum(values[quota.category] == quota.value for values in candidates.values())) for quota in quotas)
    return min([seats / len(candidates), *(quota.most / people for quota, people in counts if people)])


@pytest.mark.parametrize(
    ("people", "seats", "seed", "smallest"),
    [
        (40, 8, 0, Fraction(1, 9)),
        (40, 8, 1, Fraction(1, 8)),
        (40, 8, 2, Fraction(2, 17)),
        (40, 8, 4, Fraction(4, 29)),
        (60, 10, 3, Fraction(1, 7)),
        (80, 12, 0, Fraction(1, 9)),
    ],
)
def test_the_smallest_chance_is_that_of_another_program(people, seats, seed, smallest):
    """Counted on these pools with the maximin of sortition-algorithms 0.12.15, another program by other people."""
    case = house(people, seats, seed=seed)
    lottery = draw.lottery(*case)
    assert abs(lottery.optimum - smallest) < EXACT
    assert 0 <= smallest - lottery.minimum <= lottery.rounding
    assert lottery.minimum <= upper_bound(*case)


# Where the solver's own inexactness could lead astray


@pytest.mark.parametrize("seed", range(4))
def test_quotas_without_any_play_are_solved(seed):
    """Bounds that are equal leave the solver no room: the group they were made from must stay possible."""
    chance = random.Random(seed)
    candidates = {
        f"k{n:03}": {f"c{j}": f"v{min(int(chance.expovariate(1.2)), 3)}" for j in range(6)} for n in range(60)
    }
    group = chance.sample(sorted(candidates), 8)
    quotas = []
    for category in (f"c{j}" for j in range(6)):
        for value in (f"v{n}" for n in range(4)):
            inside = sum(candidates[one][category] == value for one in group)
            quotas.append(Quota(category, value, inside, inside))
    lottery = draw.lottery(candidates, quotas, 8)
    assert sum(lottery.chances.values()) == 8
    assert all(lottery.chances[one] > 0 for one in group)


def test_near_ties_stay_apart():
    """Chances of 10/99, 10/100 and 10/101 are three levels, and none is taken for another."""
    candidates = {f"{v}{n:03}": {"x": v} for v, count in {"a": 99, "b": 100, "c": 101}.items() for n in range(count)}
    quotas = [Quota("x", value, 10, 10) for value in "abc"]
    chances = draw.lottery(candidates, quotas, 30).chances
    assert [chances[f"{value}000"] for value in "abc"] == [Fraction(10, 99), Fraction(1, 10), Fraction(10, 101)]


def test_levels_with_large_denominators_do_not_pile_up_noise():
    candidates = {f"k{n:03}": {"x": f"{n % 13}", "y": f"{n % 7}", "z": f"{n % 5}"} for n in range(120)}
    quotas = [Quota("x", "0", 2, 2), Quota("y", "0", 3, 3), Quota("z", "0", 4, 4), Quota("x", "1", 1, 1)]
    lottery = draw.lottery(candidates, quotas, 17)
    assert sum(lottery.chances.values()) == 17
    assert abs(lottery.optimum - float(lottery.minimum)) < 1e-6
