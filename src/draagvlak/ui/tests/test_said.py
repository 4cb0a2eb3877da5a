from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils.translation import override

from draagvlak.ui.said import day_said, euro_said, half_days_said
from draagvlak.ui.templatetags.house import euro


@pytest.mark.parametrize(("language", "said"), [("nl", "€ 7.500,50"), ("fr", "7\u202f500,50 €"), ("en", "€7,500.50")])
def test_an_amount_is_written_as_each_language_does(language, said):
    with override(language):
        assert euro_said(Decimal("7500.5")).replace("\xa0", "\u202f" if language == "fr" else " ") == said


def test_no_amount_is_no_word():
    assert (euro(None), euro(Decimal(0))) == ("", "€ 0,00")


@pytest.mark.parametrize(
    ("language", "amount", "said"),
    [
        ("nl", "1", "1 dagdeel"),
        ("nl", "1.50", "1,5 dagdelen"),
        ("nl", "0.5", "0,5 dagdelen"),
        ("nl", "0", "0 dagdelen"),
        ("fr", "1.5", "1,5 demi-journée"),
        ("fr", "2", "2 demi-journées"),
        ("en", "0.5", "0.5 half-days"),
        ("en", "10.00", "10 half-days"),
    ],
)
def test_one_half_day_is_one_in_each_language(language, amount, said):
    with override(language):
        assert half_days_said(Decimal(amount)) == said


@pytest.mark.parametrize(
    ("language", "day", "said"),
    [
        ("nl", date(2027, 8, 1), "zondag 1 augustus 2027"),
        ("fr", date(2027, 8, 1), "dimanche 1er août 2027"),
        ("fr", date(2027, 8, 21), "samedi 21 août 2027"),
        ("en", datetime(2027, 7, 31, 22, 30, tzinfo=UTC), "Sunday 1 August 2027"),
    ],
)
def test_the_first_of_a_month_is_said_as_each_language_says_it(language, day, said):
    with override(language):
        assert day_said(day, with_weekday=True) == said
        assert day_said(day) == said.split(" ", 1)[1]
