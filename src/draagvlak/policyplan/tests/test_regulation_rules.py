from datetime import date
from decimal import Decimal

import pytest

from draagvlak.lib.example_articles import examples
from draagvlak.policyplan.rules import RULE_UNITS, budget_sums, counted, holds_from, is_value_of
from draagvlak.policyplan.states import BudgetCategory, Chapter, RuleKey, Stand


def test_who_sits_in_two_groups_counts_in_both_and_who_is_silent_is_missing():
    found = counted({"raad": ["a", "b"], "directie": ["b", "c"]}, {"b": "agreed", "a": "none"}, stands=Stand.values)
    assert [(one.people, one.counts["agreed"], one.counts["none"], one.missing) for one in found] == [
        (2, 1, 1, ()),
        (2, 1, 0, ("c",)),
    ]


def test_amounts_are_added_exactly_and_what_was_agreed_is_unknown_while_a_line_waits():
    lines = [("travel", Decimal("0.10"), "kept", None), ("travel", Decimal("0.20"), "changed", Decimal("0.05"))]
    rows, whole = budget_sums([*lines, ("room", Decimal("1000000.01"), "dropped", None)])
    assert [(row.category, row.proposed, row.agreed) for row in rows] == [
        ("travel", Decimal("0.30"), Decimal("0.15")),
        ("room", Decimal("1000000.01"), Decimal(0)),
    ]
    assert (whole.proposed, whole.agreed) == (Decimal("1000000.31"), Decimal("0.15"))
    assert budget_sums([*lines, ("room", Decimal(1), "", None)])[1].agreed is None


@pytest.mark.parametrize(
    ("unit", "value", "fits"),
    [("days", "14", True), ("days", "1.5", False), ("hours", "1.5", True), ("yes", "2", False), ("euro", "-1", False)],
)
def test_a_value_stands_in_the_unit_of_its_rule(unit, value, fits):
    assert is_value_of(unit, Decimal(value)) is fits


def test_a_text_never_holds_before_it_was_adopted():
    day = date(2026, 5, 4)
    assert holds_from(adopted_on=day, starts_on=date(2026, 5, 1)) == day
    assert holds_from(adopted_on=day, starts_on=date(2026, 6, 1)) == date(2026, 6, 1)
    assert holds_from(adopted_on=None, starts_on=day) is None


def test_every_rule_has_a_unit_and_every_chapter_an_example_in_three_languages():
    assert set(RULE_UNITS) == set(RuleKey.values)
    assert {one.chapter for one in examples()} == set(Chapter.values)
    assert all(text for one in examples() for said in (one.title, one.body) for text in (said.nl, said.fr, said.en))
    assert all(one.rule in {"", *RuleKey.values} for one in examples())
    assert all(bool(one.source) == (one.confidence != "own") for one in examples())
    assert all(is_value_of(RULE_UNITS[one.rule], one.value) for one in examples() if one.rule)
    assert len(BudgetCategory.values) == 15
