from datetime import date

import pytest

from draagvlak.stakeholders.rules import NotYet, is_time_to_tell, quadrant, refuse_future, trend_of

MAY, JUNE, JULY = date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)


@pytest.mark.parametrize(
    ("interest", "influence", "place"),
    [(5, 5, "close"), (4, 4, "close"), (3, 4, "content"), (4, 3, "informed"), (3, 3, "watched"), (1, 1, "watched")],
)
def test_the_upper_two_steps_count_as_much(interest, influence, place):
    assert quadrant(interest=interest, influence=influence) == place


@pytest.mark.parametrize(
    ("planned_on", "notice_days", "is_told"),
    [
        (date(2026, 5, 8), 7, True),
        (date(2026, 5, 9), 7, False),
        (date(2026, 5, 1), 7, True),
        (date(2026, 4, 30), 7, False),
        (date(2026, 5, 1), 0, False),
    ],
)
def test_people_are_told_from_so_many_days_before_until_the_day_itself(planned_on, notice_days, is_told):
    assert is_time_to_tell(planned_on=planned_on, notice_days=notice_days, today=MAY) is is_told


def test_the_mean_on_each_day_is_of_everybodys_last_measure():
    trend = trend_of("x", [(1, MAY, 2), (2, MAY, 4), (1, JULY, 5), (3, JUNE, 1)], people=4)
    assert trend.points == ((MAY, 3.0), (JUNE, 7 / 3), (JULY, 10 / 3))
    assert (trend.now, trend.measured, trend.people) == (10 / 3, 3, 4)


def test_the_change_counts_only_who_was_measured_twice():
    """Somebody who joins later would look like a change of opinion."""
    trend = trend_of("x", [(1, MAY, 2), (1, JUNE, 4), (2, JUNE, 1)], people=2)
    assert trend.change == 2.0
    assert trend_of("x", [(1, MAY, 2)], people=1).change is None


def test_without_a_measure_there_is_no_mean():
    trend = trend_of("x", [], people=2)
    assert (trend.points, trend.now, trend.change, trend.measured) == ((), None, None, 0)


def test_what_is_done_lies_not_in_the_future():
    refuse_future(MAY, today=MAY, sentence="")
    with pytest.raises(NotYet, match="later"):
        refuse_future(JUNE, today=MAY, sentence="later")
