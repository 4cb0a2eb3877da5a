"""Somebody is named in a text field: the browser proposes, the server knows who is meant or names who may be."""

import gzip

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from draagvlak.staff import queries
from draagvlak.staff.models import Employment, StaffMember
from draagvlak.staff.rules import NotNamed
from draagvlak.ui.forms import HouseForm, NamedField


@pytest.fixture
def roll(today):
    def make(*, numbers=True):
        return queries.Roll(queries.members_at_work(on=today), on=today, numbers=numbers)

    return make


@pytest.fixture
def people(employ):
    facts = {"last_name": "Peeters"}
    return {
        "12": employ("Jan", personnel_number="12", function="Kok", team="Keuken", **facts),
        "13": employ("Jan", personnel_number="13", function="Zorgkundige", team="Beuk", **facts),
        "14": employ("Éloïse", personnel_number="14", last_name="D’Hondt"),
    }


@pytest.mark.parametrize(
    "typed",
    [
        "Éloïse D’Hondt (14)",
        " eloise  d'hondt 14 ",
        "14",
        "ELOISE D'HONDT",
        "d'hondt, éloïse",
        "Eloïse",
        "hondt",
    ],
)
def test_a_line_of_the_list_a_number_or_a_name_finds_the_one_person(people, roll, typed):
    assert roll().called(typed) == people["14"]


def test_a_name_that_two_people_have_is_answered_with_both_their_work(people, roll):
    with pytest.raises(NotNamed) as refused:
        roll().called("jan peeters")
    assert "Jan Peeters (12), Kok, Keuken; Jan Peeters (13), Zorgkundige, Beuk" in str(refused.value)
    assert roll().called("Jan Peeters (13)") == people["13"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Jan Pieters", "Bedoel je Jan Peeters (12), Kok, Keuken; Jan Peeters (13), Zorgkundige, Beuk?"),
        ("Elo", "Bedoel je Éloïse D’Hondt (14), Zorg, Beuk?"),
        ("Xavier", "Typ de naam zoals hij in de personeelslijst staat."),
        ("– ?", "Geen collega heet “– ?”."),
    ],
)
def test_a_name_that_nobody_has_is_answered_with_who_comes_near(people, roll, typed, said):
    with pytest.raises(NotNamed) as refused:
        roll().called(typed)
    assert said in str(refused.value)


def test_of_many_only_the_first_are_named(employ, roll):
    for number in range(7):
        employ("An", last_name=f"De {'abcdefg'[number]}")
    with pytest.raises(NotNamed) as refused:
        roll().called("an")
    assert str(refused.value).count(", Zorg, Beuk") == 5
    assert str(refused.value).endswith(" …")


def test_who_may_not_see_personnel_numbers_tells_namesakes_apart_by_their_work(people, roll):
    labels = roll(numbers=False).labels()
    assert labels == ["Éloïse D’Hondt", "Jan Peeters (Kok, Keuken)", "Jan Peeters (Zorgkundige, Beuk)"]
    assert roll(numbers=False).called("Jan Peeters (Kok, Keuken)") == people["12"]
    with pytest.raises(NotNamed):
        roll(numbers=False).called("14")


def test_namesakes_without_a_number_at_the_same_work_still_have_a_label_each(employ, roll):
    first, second = employ("Jan"), employ("Jan")
    assert roll().labels() == ["Jan Test (Zorg, Beuk)", "Jan Test (Zorg, Beuk, 2)"]
    assert [roll().called(label) for label in roll().labels()] == [first, second]


def test_who_does_not_work_here_now_is_nobody(people, employ, roll, today):
    gone = employ("Weg", starts_on=today.replace(year=today.year + 1))
    assert str(gone) not in " ".join(roll().labels())
    with pytest.raises(NotNamed):
        roll().called("Weg Test")


class Form(HouseForm):
    who = NamedField(label="Wie?", required=False)

    def __init__(self, *args, roll, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["who"].roll = roll


def test_the_field_shows_who_stands_there_keeps_what_was_typed_and_may_stay_empty(people, roll):
    shown = str(Form(initial={"who": people["12"]}, roll=roll())["who"])
    assert 'value="Jan Peeters (12)"' in shown
    assert 'list="id_who_names"' in shown
    assert '<datalist id="id_who_names"><option value="Éloïse D’Hondt (14)">' in shown
    wrong = Form({"who": "jan"}, roll=roll())
    assert not wrong.is_valid()
    assert 'value="jan"' in str(wrong["who"])
    empty = Form({"who": " "}, roll=roll())
    assert (empty.is_valid(), empty.cleaned_data["who"]) == (True, None)


def test_twelve_hundred_names_are_one_statement_and_a_small_page(organisation, roll, today):
    first = [a + b for a in ("Am", "Br", "Cé", "Da", "El", "Fa") for b in ("ina", "am", "line", "vid", "se")]
    last = [
        a + b for a in ("Van ", "De ", "Ver", "Op") for b in ("damme", "smedt", "haegen", "brugge", "boeck", "ryck")
    ]
    new = StaffMember.objects.bulk_create(
        StaffMember(
            organisation=organisation,
            first_name=first[n % 30],
            last_name=last[n // 30 % 24] + "s" * (n // 720),
            personnel_number=str(7919 * n % 100003),
        )
        for n in range(1200)
    )
    Employment.objects.bulk_create(Employment(organisation=organisation, member=one, starts_on=today) for one in new)
    with CaptureQueriesContext(connection) as asked:
        shown = str(Form(roll=roll())["who"])
    assert (shown.count("<option"), len(asked)) == (1200, 1)
    assert len(gzip.compress(shown.encode())) < 30_000
