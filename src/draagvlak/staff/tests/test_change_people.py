"""People by hand: taken in, corrected, given another function, gone."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.lib.refusals import Changed
from draagvlak.staff.actions import change_function, change_person, end_employment, group_functions, register
from draagvlak.staff.forms import PersonForm, PostForm
from draagvlak.staff.models import Employment, FunctionGroup, FunctionName, Post, Team
from draagvlak.staff.rules import EndsBeforeStart, NumberTaken

START = date(2020, 1, 1)
PERSON = {"first_name": "Farid", "last_name": "Haddad", "personnel_number": "A7"}


@pytest.fixture
def farid(organisation, amina, now):
    post = {
        "function": "Klusser",
        "team": "Techniek",
        "site": "",
        "function_group": "Logistiek",
        "statute": "permanent",
    }
    return register(person=PERSON, post=post, starts_on=START, by=amina, at=now)


def posts():
    return list(Post.objects.values_list("starts_on", "ends_on", "function", "team__name", "function_group__name"))


# -- register --------------------------------------------------------------------------------------------------------


def test_somebody_taken_in_has_an_employment_and_a_post_and_the_journal_knows(farid, amina):
    assert posts() == [(START, None, "Klusser", "Techniek", "Logistiek")]
    told = Record.objects.get(act="staff.register")
    assert (told.by, told.subject_name) == (amina, "Farid Haddad")


def test_a_volunteer_is_taken_in_like_everybody_and_known_places_are_found_again(farid, amina, now):
    post = {"function": "Vrijwilliger", "team": "TECHNIEK", "statute": "volunteer"}
    register(person={"last_name": "Vos"}, post=post, starts_on=START, by=amina, at=now)
    assert (Team.objects.count(), Post.objects.last().get_statute_display()) == (1, "vrijwilliger")


def test_the_function_group_that_was_decided_goes_before_what_is_typed(farid, amina, now):
    group_functions(groups={"Klusser": "Techniek"}, by=amina, at=now)
    post = {"function": "Klusser", "function_group": "Iets"}
    register(person={"last_name": "Vos"}, post=post, starts_on=START, by=amina, at=now)
    assert {row[4] for row in posts()} == {"Techniek"}


@pytest.mark.parametrize("number", ["A7", "a7"])
def test_a_number_of_somebody_else_is_refused(farid, amina, now, number):
    with pytest.raises(NumberTaken, match=f"Personeelsnummer {number} is al van iemand anders"):
        register(person={"last_name": "Vos", "personnel_number": number}, post={}, starts_on=START, by=amina, at=now)


# -- change ----------------------------------------------------------------------------------------------------------


def test_somebodys_own_data_are_corrected(farid, amina, now):
    changed = change_person(member=farid, facts={**PERSON, "email": "f@x.be"}, version=1, by=amina, at=now)
    assert (changed.email, changed.version, Record.objects.filter(act="staff.change_person").count()) == (
        "f@x.be",
        2,
        1,
    )


def test_the_second_writer_is_told_what_stands_there_and_nothing_is_lost(farid, amina, now):
    change_person(member=farid, facts={"sex": "m", "birth_date": date(1980, 5, 4)}, version=1, by=amina, at=now)
    with pytest.raises(Changed) as caught:
        facts = {**PERSON, "sex": "f", "birth_date": None, "email": ""}
        change_person(member=farid, facts=facts, version=1, by=amina, at=now)
    assert caught.value.version == 2
    assert caught.value.theirs == {"sex": "m", "birth_date": date(1980, 5, 4)}
    farid.refresh_from_db()
    assert farid.sex == "m"


def test_nobody_takes_the_number_of_somebody_else(farid, amina, now, employ):
    other = employ("Vic")
    with pytest.raises(NumberTaken):
        change_person(member=other, facts={"personnel_number": "a7"}, version=1, by=amina, at=now)
    change_person(member=farid, facts={"personnel_number": "a7"}, version=1, by=amina, at=now)


# -- another function ------------------------------------------------------------------------------------------------


def test_another_function_counts_from_its_day_and_the_past_stays(farid, amina, now):
    one = Employment.objects.get()
    post = {"function": "Kok", "team": "Keuken", "function_group": "Keuken"}
    change_function(employment=one, post=post, starts_on=date(2023, 1, 1), by=amina, at=now)
    assert posts() == [
        (START, date(2022, 12, 31), "Klusser", "Techniek", "Logistiek"),
        (date(2023, 1, 1), None, "Kok", "Keuken", "Keuken"),
    ]
    change_function(employment=one, post={"function": "Chef"}, starts_on=date(2023, 1, 1), by=amina, at=now)
    assert [row[2] for row in posts()] == ["Klusser", "Chef"]
    assert Record.objects.filter(act="staff.change_function").count() == 2


@pytest.mark.parametrize("day", [START - timedelta(days=1), date(2024, 1, 1)])
def test_a_day_outside_the_employment_is_refused(farid, amina, now, day):
    one = end_employment(employment=Employment.objects.get(), ends_on=date(2023, 12, 31), by=amina, at=now)
    with pytest.raises(EndsBeforeStart, match="binnen de tewerkstelling"):
        change_function(employment=one, post={"function": "Kok"}, starts_on=day, by=amina, at=now)


# -- the end ---------------------------------------------------------------------------------------------------------


def test_an_employment_ends_with_its_posts_and_what_was_planned_after_never_happens(farid, amina, now):
    one = Employment.objects.get()
    change_function(employment=one, post={"function": "Kok"}, starts_on=date(2024, 1, 1), by=amina, at=now)
    end_employment(employment=one, ends_on=date(2023, 6, 30), by=amina, at=now)
    assert posts() == [(START, date(2023, 6, 30), "Klusser", "Techniek", "Logistiek")]
    assert Record.objects.get(act="staff.end_employment").subject_name == "Farid Haddad 2020-01-01"


def test_a_last_day_before_the_first_is_refused(farid, amina, now):
    with pytest.raises(EndsBeforeStart, match="ligt voor de eerste dag"):
        end_employment(employment=Employment.objects.get(), ends_on=START - timedelta(days=1), by=amina, at=now)


def test_of_two_windows_on_one_person_the_second_sees_what_the_first_wrote(farid, amina, set_up, signed_in):
    """Two people give Farid another function at the same time: the second keeps both texts and chooses."""
    client, one = signed_in(amina), Employment.objects.get()
    address = reverse("staff:change_function", kwargs={"organisation": set_up.slug, "pk": one.pk})
    form = client.get(address).context["form"]
    sent = {name: form[name].value() if form[name].value() is not None else "" for name in form.fields}
    assert client.post(address, {**sent, "function": "Chef", "once": "a"}).status_code == 302
    second = client.post(address, {**sent, "function": "Kok", "once": "b"})
    page = second.content.decode()
    assert (second.status_code, "Chef" in page, 'value="Kok"' in page) == (409, True, True)
    assert Post.objects.order_by("-starts_on").first().function == "Chef"
    again = {**sent, "function": "Kok", "version": second.context["form"]["version"].value(), "once": "c"}
    assert client.post(address, again).status_code == 302
    assert Post.objects.order_by("-starts_on").first().function == "Kok"


# -- function groups -------------------------------------------------------------------------------------------------


def test_a_group_counts_for_everyone_with_the_function_from_the_first_post_on(farid, employ, amina, now):
    employ("Vic", function="Klusser", group="")
    assert group_functions(groups={"Klusser": "Techniek"}, by=amina, at=now) == 2
    assert set(Post.objects.values_list("function_group__name", flat=True)) == {"Techniek"}
    assert group_functions(groups={"Klusser": "techniek"}, by=amina, at=now) == 0
    assert group_functions(groups={"Klusser": ""}, by=amina, at=now) == 2
    assert list(FunctionName.objects.values_list("name", "group")) == [("Klusser", None)]
    assert FunctionGroup.objects.filter(name__iexact="techniek").count() == 1


def test_a_fraction_is_a_share_of_full_time(farid, amina, now):
    one = Employment.objects.get()
    change_function(
        employment=one, post={"function": "Kok", "fraction": Decimal("0.5")}, starts_on=START, by=amina, at=now
    )
    assert Post.objects.get().fraction == Decimal("0.5")


@pytest.mark.parametrize("born", ["2031-01-01", "1800-01-01", "2025-06-01"])
def test_a_birth_date_that_cannot_be_is_asked_again(born):
    form = PersonForm({"last_name": "Aerts", "birth_date": born})
    assert "birth_date" in form.errors
    assert PersonForm({"last_name": "Aerts", "birth_date": "2006-01-01"}).errors.get("birth_date") is None


def asked_again(day):
    return PostForm({"statute": "permanent", "function": "Kok", "starts_on": day.isoformat()}).errors.get(
        "starts_on", []
    )


def test_a_first_day_that_cannot_be_is_asked_again():
    today = clock.today()
    ahead = date(today.year + 2, today.month, min(today.day, 28))
    sentence = ["Deze dag kan niet kloppen. Kies een dag vanaf 1940, en hoogstens twee jaar na vandaag."]
    assert [asked_again(day) for day in (date(1800, 1, 1), date(1939, 12, 31), ahead + timedelta(days=4))] == [
        sentence
    ] * 3
    assert [asked_again(day) for day in (date(1940, 1, 1), today, ahead)] == [[]] * 3
