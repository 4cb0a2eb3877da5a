"""What every form of the house does with what is typed, and how a value is said to who was second."""

from datetime import date
from decimal import Decimal

import pytest
from django import forms
from django.utils.translation import override

from draagvlak.ui.forms import AmountField, HouseForm, NumberField, RichText, said


class Asked(HouseForm):
    name = forms.CharField()
    day = forms.DateField(required=False)
    is_done = forms.BooleanField(required=False)
    one = forms.ChoiceField(choices=[("", "Kies …"), ("a", "Eerste"), ("b", "Tweede")], required=False)
    many = forms.MultipleChoiceField(choices=[("Groep", [("a", "Eerste"), ("b", "Tweede")])], required=False)
    amount = forms.DecimalField(min_value=0.01, max_value=2000, localize=True, required=False)
    text = forms.CharField(widget=RichText, required=False)


def test_a_name_cannot_turn_its_line_around():
    form = Asked({"name": "Jan\u202e neiD\u2066 x\u2069"})
    assert form.is_valid()
    assert form.cleaned_data["name"] == "Jan neiD x"


def test_words_that_run_from_right_to_left_stay_as_they_are():
    form = Asked({"name": "أمينة"})
    assert form.is_valid()
    assert form.cleaned_data["name"] == "أمينة"


@pytest.mark.parametrize(
    ("language", "least", "most"),
    [
        ("nl", "minstens 0,01 is.", "hoogstens 2000 is."),
        ("fr", "supérieure ou égale à 0,01.", "inférieure ou égale à 2000."),
        ("en", "greater than or equal to 0.01.", "less than or equal to 2000."),
    ],
)
def test_a_number_in_what_is_wrong_is_written_as_the_language_does(language, least, most):
    with override(language):
        small, large = Asked({"amount": "0"}), Asked({"amount": "3000"})
        assert small.errors["amount"][0].endswith(least)
        assert large.errors["amount"][0].endswith(most)


@pytest.mark.parametrize("typed", ["NaN", "Infinity", "-inf"])
def test_what_reads_as_no_number_is_refused_in_words(typed):
    assert Asked({"name": "Els", "amount": typed}).errors["amount"] == ["Voer een getal in."]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize(("typed", "number"), [("1,5", "1.5"), ("1.5", "1.5"), ("0,125", "0.125"), ("-2,25", "-2.25")])
def test_a_comma_parts_decimals_in_every_language_of_the_page(language, typed, number):
    with override(language):
        assert NumberField(localize=True).clean(typed) == NumberField().clean(typed) == Decimal(number)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1234,56", "1234.56"),
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("€ 1 234,5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
    ],
)
def test_an_amount_is_read_however_its_thousands_are_parted(language, typed, amount):
    with override(language):
        assert AmountField().clean(typed) == Decimal(amount)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("name", "Nachtdienst", "Nachtdienst"),
        ("name", None, "–"),
        ("day", date(2027, 3, 1), "1 maart 2027"),
        ("is_done", True, "ja"),
        ("is_done", None, "nee"),
        ("one", "b", "Tweede"),
        ("one", "", "–"),
        ("many", ["b", "a"], "Eerste, Tweede"),
        ("many", [], "–"),
        ("text", "<p onclick='x'>Dag</p>", "<p>Dag</p>"),
    ],
)
def test_a_value_is_said_as_people_read_it(name, value, words):
    assert said(Asked(), name, value) == words
