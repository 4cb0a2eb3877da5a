from decimal import Decimal

import pytest
from django.utils.translation import override

from draagvlak.ui.said import euro_said
from draagvlak.ui.templatetags.house import euro


@pytest.mark.parametrize(("language", "said"), [("nl", "€ 7.500,50"), ("fr", "7\u202f500,50 €"), ("en", "€7,500.50")])
def test_an_amount_is_written_as_each_language_does(language, said):
    with override(language):
        assert euro_said(Decimal("7500.5")).replace("\xa0", "\u202f" if language == "fr" else " ") == said


def test_no_amount_is_no_word():
    assert (euro(None), euro(Decimal(0))) == ("", "€ 0,00")
