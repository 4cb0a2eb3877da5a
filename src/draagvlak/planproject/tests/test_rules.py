from datetime import date

import pytest

from draagvlak.planproject.figures import MissingVoice
from draagvlak.planproject.rules import (
    CallClosed,
    NotRepresentative,
    candidates_who_fill,
    compare,
    refuse_unless_open,
    refuse_unless_representative,
    representativeness,
)

CARE, LOGISTICS = MissingVoice("function_group", "Zorg", 60, 3.0), MissingVoice("function_group", "Logistiek", 20, 1.0)


@pytest.mark.parametrize("today", [date(2027, 3, 1), date(2027, 3, 31), date(2027, 3, 15)])
def test_a_call_is_open_on_its_first_and_last_day_and_between(today):
    refuse_unless_open(opens_on=date(2027, 3, 1), closes_on=date(2027, 3, 31), today=today, sentence="dicht")


@pytest.mark.parametrize("today", [date(2027, 2, 28), date(2027, 4, 1)])
def test_a_call_is_closed_the_day_before_and_the_day_after(today):
    with pytest.raises(CallClosed, match="dicht"):
        refuse_unless_open(opens_on=date(2027, 3, 1), closes_on=date(2027, 3, 31), today=today, sentence="dicht")


@pytest.mark.parametrize(
    ("staff", "group", "index"),
    [
        ({"a": 50, "b": 50}, {"a": 2, "b": 2}, 1.0),
        ({"a": 50, "b": 50}, {"a": 4}, 0.5),
        ({"a": 75, "b": 25}, {"a": 1, "b": 1}, 0.75),
        ({"a": 10}, {}, 0.0),
        ({}, {}, 0.0),
        ({"a": 50, "b": 50, "": 900}, {"a": 1, "b": 1, "": 5}, 1.0),
        ({"a": 10}, {"b": 3}, 0.0),
    ],
)
def test_representativeness_is_one_minus_half_the_differences_in_share(staff, group, index):
    assert representativeness(staff, group) == pytest.approx(index)


def test_a_category_is_missing_when_a_whole_seat_fits_and_nobody_sits():
    staff = {"sex": {"f": 80, "m": 20}, "site": {"A": 95, "B": 5}}
    found = compare(staff=staff, group={"sex": {"f": 9}, "site": {"A": 9}}, people=100, seats=9).missing
    assert [(voice.dimension, voice.category) for voice in found] == [("sex", "m")]


def test_every_function_group_is_missed_however_small():
    found = compare(
        staff={"function_group": {"Zorg": 99, "Administratie": 1}},
        group={"function_group": {"Zorg": 9}},
        people=100,
        seats=9,
    ).missing
    assert [voice.category for voice in found] == ["Administratie"]


def test_a_dimension_that_nobody_filled_in_is_left_out():
    seen = compare(staff={"shift": {"": 40}}, group={"shift": {"": 4}}, people=40, seats=4)
    assert (seen.shares, seen.index) == ((), {})


def test_a_dimension_that_is_not_known_of_most_people_is_not_compared_and_says_so():
    staff = {"age_class": {"55+": 1, "": 75}, "function_group": {"Zorg": 1, "": 75}, "sex": {"f": 38, "": 38}}
    seen = compare(staff=staff, group={}, people=76, seats=6)
    assert seen.unclear == ("age_class",)
    assert {(share.dimension, share.category) for share in seen.shares} == {("function_group", "Zorg"), ("sex", "f")}
    assert set(seen.index) == {"function_group", "sex"}


def test_a_statute_that_nobody_filled_in_is_no_voice():
    seen = compare(staff={"statute": {"permanent": 40, "unknown": 39}}, group={}, people=79, seats=6)
    assert [share.category for share in seen.shares] == ["permanent"]


def test_the_whole_team_misses_nobody_and_is_a_perfect_likeness():
    staff = {"function_group": {"Zorg": 7, "Staf": 1}, "sex": {"f": 5, "m": 3}}
    seen = compare(staff=staff, group=staff, people=8, seats=8)
    assert (seen.missing, set(seen.index.values())) == ([], {1.0})


def test_a_group_without_logistics_is_refused_until_a_reason_is_given():
    with pytest.raises(NotRepresentative) as refused:
        refuse_unless_representative([LOGISTICS], reason="  ", sentence="nog niet")
    assert refused.value.missing == [LOGISTICS]
    refuse_unless_representative([LOGISTICS], reason="Niemand kon.", sentence="nog niet")


def test_the_candidate_who_fills_most_voices_is_proposed_first_and_nobody_who_fills_none():
    candidates = {
        1: {"function_group": "Staf", "shift": "day"},
        2: {"function_group": "Logistiek", "shift": "day"},
        3: {"function_group": "Logistiek", "shift": "night"},
    }
    night = MissingVoice("shift", "night", 18, 1.3)
    assert candidates_who_fill([LOGISTICS, night], candidates) == [3]
    assert candidates_who_fill([CARE], candidates) == []
