from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest

from draagvlak.planproject.rules import (
    NotPossibleNow,
    NotQuarters,
    advice_on,
    in_quarters,
    line_of,
    month_after,
    month_to_log,
    proposed_phases,
    quarters_of,
    refuse_wrong_dates,
    share_gone,
)
from draagvlak.planproject.states import AidQuestion, PhaseKey

FIRST = date(2027, 1, 4)
ALL = dict.fromkeys(AidQuestion.values, 2)


@pytest.mark.parametrize("days", [1, 2, 3, 5, 6, 100, 270])
def test_the_proposed_phases_cover_every_day_of_the_project(days):
    last = FIRST + timedelta(days=days - 1)
    spans = proposed_phases(starts_on=FIRST, ends_on=last)
    assert [span.key for span in spans] == PhaseKey.values
    assert (spans[0].starts_on, spans[-1].ends_on) == (FIRST, last)
    assert all(span.starts_on <= span.ends_on for span in spans)
    assert all(later.starts_on >= earlier.starts_on for earlier, later in pairwise(spans))


def test_in_a_project_of_some_months_no_two_phases_share_a_day():
    spans = proposed_phases(starts_on=FIRST, ends_on=FIRST + timedelta(days=199))
    assert all(later.starts_on == earlier.ends_on + timedelta(days=1) for earlier, later in pairwise(spans))
    assert [(span.ends_on - span.starts_on).days + 1 for span in spans] == [30, 40, 60, 50, 20]


def test_a_period_does_not_end_before_it_starts_and_a_new_one_is_not_past():
    words = {"reversed_sentence": "omgekeerd", "past_sentence": "voorbij"}
    with pytest.raises(NotPossibleNow, match="omgekeerd"):
        refuse_wrong_dates(starts_on=FIRST, ends_on=FIRST - timedelta(days=1), today=None, **words)
    with pytest.raises(NotPossibleNow, match="voorbij"):
        refuse_wrong_dates(starts_on=FIRST, ends_on=FIRST, today=FIRST + timedelta(days=1), **words)
    refuse_wrong_dates(starts_on=FIRST, ends_on=FIRST, today=FIRST, **words)


@pytest.mark.parametrize(
    ("promised", "used", "gone", "warnings"),
    [
        ("0", "0", 0.9, ("nothing_promised",)),
        ("0", "1", 0.1, ("nothing_promised", "over")),
        ("4", "4", 0.9, ()),
        ("4", "4.25", 0.9, ("over",)),
        ("4", "0", 0.49, ()),
        ("4", "0", 0.5, ("unused",)),
        ("4", "0.25", 1.0, ()),
    ],
)
def test_what_stands_out_between_promised_and_used(promised, used, gone, warnings):
    assert line_of("members", promised=Decimal(promised), used=Decimal(used), gone=gone).warnings == warnings


def test_half_days_are_written_in_quarters_and_nothing_between():
    assert [quarters_of(Decimal(n), sentence="kwarten") for n in ("0", "0.25", "1.5", "10")] == [0, 1, 6, 40]
    for wrong in ("0.1", "0.3", "-0.25"):
        with pytest.raises(NotQuarters):
            quarters_of(Decimal(wrong), sentence="kwarten")
    assert [in_quarters(Decimal(n)) for n in ("0.12", "0.125", "7.4")] == [Decimal(0), Decimal("0.25"), Decimal("7.5")]


def test_the_share_of_time_that_went_by_stays_between_nothing_and_all():
    last = FIRST + timedelta(days=9)
    days = (FIRST - timedelta(days=5), FIRST, FIRST + timedelta(days=4), last, last + timedelta(days=9))
    assert [share_gone(starts_on=FIRST, ends_on=last, today=day) for day in days] == [0, 0.1, 0.5, 1, 1]


@pytest.mark.parametrize(
    ("day", "after"),
    [
        (date(2027, 1, 15), date(2027, 2, 15)),
        (date(2027, 1, 31), date(2027, 2, 28)),
        (date(2028, 1, 31), date(2028, 2, 29)),
        (date(2027, 11, 30), date(2027, 12, 30)),
        (date(2027, 10, 31), date(2027, 11, 30)),
        (date(2027, 12, 31), date(2028, 1, 31)),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last_of_the_month(day, after):
    assert month_after(day) == after


def test_the_month_to_write_down_is_the_last_whole_one_in_which_the_project_ran():
    assert month_to_log(starts_on=date(2027, 1, 20), today=date(2027, 2, 3)) == (date(2027, 1, 1), date(2027, 1, 31))
    assert month_to_log(starts_on=date(2027, 2, 1), today=date(2027, 2, 28)) is None
    assert month_to_log(starts_on=date(2026, 12, 31), today=date(2027, 1, 1)) == (date(2026, 12, 1), date(2026, 12, 31))


def test_enough_of_everything_needs_no_partner():
    advice = advice_on(ALL)
    assert (advice.is_advised, advice.own, advice.own_most, advice.own_threshold) == (False, 14, 21, 10.5)


@pytest.mark.parametrize("question", ["made_a_plan", "sets_goals"])
def test_half_of_the_points_of_a_field_is_enough_and_one_less_is_not(question):
    half = {**ALL, "made_a_plan": 2, "sets_goals": 2, question: 1}
    assert not advice_on(half).is_advised
    less = {**half, "made_a_plan": 1, "sets_goals": 1}
    assert advice_on(less).is_advised
    assert [field.part for field in advice_on(less).fields if field.is_low] == ["strategy"]


def test_little_experience_with_training_alone_is_enough_to_advise_a_partner():
    few = {**dict.fromkeys(AidQuestion.values, 3), "finds_needs": 1, "knows_rules": 1, "follows_up": 2}
    assert advice_on(few).is_advised


def test_no_time_and_no_neutral_look_weigh_in_the_whole_but_not_alone():
    lacking = {**ALL, "has_time": 0, "is_neutral": 0}
    assert (advice_on(lacking).own, advice_on(lacking).is_advised) == (10, True)
    assert not advice_on({**ALL, "has_time": 0}).is_advised


def test_money_says_whether_a_partner_can_be_paid_and_nothing_else():
    poor = advice_on({**ALL, "has_money": 0})
    assert (poor.is_advised, poor.has_money) == (False, False)
