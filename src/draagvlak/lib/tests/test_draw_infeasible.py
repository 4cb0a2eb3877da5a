"""When no group meets the quotas: why, and what is the smallest change."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from draagvlak.lib import draw
from draagvlak.lib.draw import Change, Infeasible, Quota, Unreadable
from draagvlak.lib.tests.draw_cases import draws, tuples
from draagvlak.lib.tests.draw_oracle import groups


def refused(candidates, quotas, seats):
    with pytest.raises(Infeasible) as refusal:
        draw.lottery(candidates, quotas, seats)
    found = refusal.value
    return [(reason.code, *reason.details.values()) for reason in found.reasons], list(found.changes)


def pool_of(**counts):
    return {f"{value}{n}": {"sex": value} for value, count in counts.items() for n in range(count)}


def test_too_few_with_a_value():
    assert refused(pool_of(f=8, m=2), [Quota("sex", "m", 3, 4)], 5) == (
        [("too_few_with_value", "sex", "m", 3, 2)],
        [Change("sex", "m", "least", 3, 2)],
    )


def test_a_value_that_nobody_has():
    assert refused(pool_of(f=8), [Quota("sex", "x", 1, 4)], 5) == (
        [("too_few_with_value", "sex", "x", 1, 0)],
        [Change("sex", "x", "least", 1, 0)],
    )


def test_minimums_that_are_more_than_the_seats():
    reasons, changes = refused(pool_of(f=8, m=8), [Quota("sex", "f", 4, 8), Quota("sex", "m", 3, 8)], 5)
    assert reasons == [("least_over_seats", "sex", 7, 5)]
    assert sum(change.now - change.needed for change in changes) == 2
    assert {change.bound for change in changes} == {"least"}
    assert len(changes) == 1


def test_maximums_that_leave_seats_empty():
    assert refused(pool_of(f=8, m=8), [Quota("sex", "f", 0, 2), Quota("sex", "m", 2, 2)], 6)[0] == [
        ("most_under_seats", "sex", 4, 6)
    ]


def test_candidates_without_a_bound_can_fill_what_maximums_leave():
    assert draw.lottery(pool_of(f=8, x=3), [Quota("sex", "f", 0, 2)], 5).minimum == 0.25
    assert refused(pool_of(f=8, x=3), [Quota("sex", "f", 0, 2)], 6) == (
        [("most_under_seats", "sex", 5, 6)],
        [Change("sex", "f", "most", 2, 3)],
    )


def test_quotas_that_can_each_be_met_but_not_together():
    """Both who work at night are men, so two of the night and one man cannot be had at once."""
    candidates = {
        "a": {"sex": "m", "shift": "night"},
        "b": {"sex": "m", "shift": "night"},
        "c": {"sex": "f", "shift": "day"},
        "d": {"sex": "f", "shift": "day"},
    }
    reasons, changes = refused(candidates, [Quota("sex", "m", 0, 1), Quota("shift", "night", 2, 2)], 3)
    assert reasons == []
    assert changes in (
        [Change("sex", "m", "most", 1, 2)],
        [Change("shift", "night", "least", 2, 1)],
    )
    again = refused(dict(reversed(candidates.items())), [Quota("shift", "night", 2, 2), Quota("sex", "m", 0, 1)], 3)
    assert again == (reasons, changes)


def applied(quotas, changes):
    relaxed = {(quota.category, quota.value): [quota.least, quota.most] for quota in quotas}
    for change in changes:
        bounds = relaxed[change.category, change.value]
        assert bounds[change.bound == "most"] == change.now
        bounds[change.bound == "most"] = change.needed
    return [Quota(category, value, *bounds) for (category, value), bounds in relaxed.items()]


def smallest_sum(candidates, quotas, seats):
    """Over all groups, the fewest steps by which the quotas miss it."""

    def steps(group):
        for quota in quotas:
            inside = sum(candidates[one][quota.category] == quota.value for one in group)
            yield max(0, quota.least - inside) + max(0, inside - quota.most)

    return min(sum(steps(group)) for group in combinations(sorted(candidates), seats))


@effort(deadline=None, max_examples=80)
@given(draws(largest=9), st.lists(st.tuples(st.integers(-2, 3), st.integers(-2, 2)), min_size=9, max_size=9))
def test_no_smaller_change_makes_a_group_possible(case, shifts):
    candidates, quotas, seats = case
    moved = []
    for quota, (up, down) in zip(quotas, shifts, strict=False):
        least = max(0, quota.least + up)
        moved.append(Quota(quota.category, quota.value, least, max(least, quota.most + down)))
    if groups(candidates, tuples(moved), seats):
        assert draw.lottery(candidates, moved, seats).chances
        return
    _, changes = refused(candidates, moved, seats)
    assert sum(abs(change.now - change.needed) for change in changes) == smallest_sum(candidates, moved, seats)
    relaxed = applied(moved, changes)
    assert groups(candidates, tuples(relaxed), seats)
    assert draw.lottery(candidates, relaxed, seats).chances


@pytest.mark.parametrize(
    ("candidates", "seats", "code"),
    [
        (pool_of(f=3), 4, "too_few_candidates"),
        (pool_of(f=3), 0, "seats_too_few"),
        (pool_of(f=3), -1, "seats_too_few"),
        (pool_of(f=300), 201, "seats_too_many"),
        ({}, 1, "too_few_candidates"),
    ],
)
def test_seats_that_cannot_be_filled(candidates, seats, code):
    with pytest.raises(Unreadable) as refusal:
        draw.lottery(candidates, [], seats)
    assert refusal.value.code == code
