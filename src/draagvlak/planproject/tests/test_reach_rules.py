"""The floor of five: what may be shown of who read something, and what cannot be worked out from it."""

import itertools
import random

import pytest

from draagvlak.planproject.figures import Counted
from draagvlak.planproject.rules import FLOOR, floored, total_of


def row(name, people, accounts=0, read=0, **more):
    return Counted(name, people, accounts, read, more.get("stood", 0), more.get("heard", read), more.get("on_paper", 0))


def shown(rows):
    return [(one.counted.category, one.counted.people, one.merged) for one in floored(rows)]


def test_categories_of_five_and_more_stand_by_themselves_largest_first():
    assert shown([row("a", 5), row("b", 9)]) == [("b", 9, 1), ("a", 5, 1)]


def test_categories_under_five_stand_together():
    assert shown([row("a", 20), row("b", 3), row("c", 4)]) == [("a", 20, 1), ("", 7, 2)]


def test_one_small_category_takes_the_next_smallest_with_it():
    """Alone it would be a category under five; and with the total it could be worked out."""
    assert shown([row("a", 20), row("b", 6), row("c", 2)]) == [("a", 20, 1), ("", 8, 2)]


def test_four_people_in_all_are_not_shown():
    assert floored([row("a", 2), row("b", 2)]) == []
    assert floored([]) == []


def test_where_one_to_four_could_read_it_the_reading_is_hidden():
    rows = floored([row("a", 30, 20, 10), row("b", 20, 10, 5), row("c", 15, 4, 4), row("d", 12, 1, 0)])
    hidden = {one.counted.category for one in rows if not one.shows_reading}
    assert hidden == {"c", "d"}
    assert [one.counted.read for one in rows if not one.shows_reading] == [0, 0]  # it does not even leave the rule


def test_one_hidden_category_hides_another_so_that_the_total_gives_nothing_away():
    rows = floored([row("a", 30, 20, 10), row("b", 20, 6, 5), row("c", 15, 4, 4)])
    assert {one.counted.category for one in rows if not one.shows_reading} == {"b", "c"}


def test_nobody_with_an_account_is_no_secret():
    (one,) = floored([row("a", 30, 0, 0)])
    assert (one.shows_reading, one.never) == (True, 30)


def test_never_reached_is_who_neither_read_nor_stood_nor_was_told_on_paper():
    (one,) = floored([row("a", 30, 10, 6, stood=3, heard=8, on_paper=5)])
    assert (one.never, one.at_least) == (17, False)


def test_of_a_hidden_category_only_who_has_no_account_is_sure_not_to_have_read_it():
    (one,) = floored([row("a", 30, 4, 4, stood=2, heard=4, on_paper=5)])
    assert (one.never, one.at_least) == (19, True)


def test_more_on_paper_than_there_are_people_leaves_nobody_and_not_fewer():
    (one,) = floored([row("a", 6, 0, 0, on_paper=40)])
    assert one.never == 0


@pytest.mark.parametrize("accounts", [1, 4])
def test_the_total_is_hidden_too_when_fewer_than_five_could_read_it(accounts):
    whole = total_of([row("a", 30, accounts, 1)], on_paper=0)
    assert (whole.shows_reading, whole.counted.read) == (False, 0)
    assert total_of([row("a", 30, 5, 1)], on_paper=7).counted.read == 1
    assert total_of([row("a", 30, 5, 1)], on_paper=7).counted.on_paper == 7


def test_no_hidden_number_can_be_worked_out_whatever_the_numbers_are():
    """What total minus shown rows leaves is always about five people or more who could have read it, or about nobody."""
    chance = random.Random(5)
    for _turn in range(3000):
        rows = [
            row(
                str(number),
                people := chance.randint(1, 14),
                accounts := chance.randint(0, people),
                chance.randint(0, accounts),
            )
            for number in range(chance.randint(1, 6))
        ]
        seen, whole = floored(rows), total_of(rows, on_paper=0)
        for one in seen:
            assert one.counted.people >= FLOOR
            assert not (one.shows_reading and 0 < one.counted.accounts < FLOOR)
        left = sum(one.counted.accounts for one in seen if not one.shows_reading)
        if whole.shows_reading and seen:
            assert left == 0 or left >= FLOOR
        # Two levels of the same people must agree.
        assert sum(one.counted.people for one in seen) in {0, whole.counted.people}
        assert all(a.counted.people >= 0 for a in itertools.chain(seen, [whole]))
