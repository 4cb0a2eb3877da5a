"""Everyone at work is counted once, on any day."""

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draagvlak.lib.sought import TABLE
from draagvlak.staff import queries
from draagvlak.staff.actions import change_function, end_employment
from draagvlak.staff.figures import AGE_CLASSES, age_borders, age_class
from draagvlak.staff.models import Employment, Post

BORN = st.dates(date(1940, 1, 1), date(2010, 12, 31))


@given(BORN, st.sampled_from([date(2024, 2, 29), date(2025, 2, 28), date(2025, 3, 1), date(2026, 11, 22)]))
def test_the_borders_that_the_database_counts_with_are_those_of_the_age_class(born, on):
    counted = next((name for day, name in age_borders(on) if born > day), AGE_CLASSES[-1])
    assert counted == age_class(born, on=on)


@pytest.mark.parametrize(
    ("age", "name"),
    [(25, "<26"), (26, "26-34"), (34, "26-34"), (44, "35-44"), (49, "45-49"), (50, "50-54"), (55, "55+")],
)
def test_somebody_moves_to_the_next_class_on_the_birthday(age, name):
    assert age_class(date(1990, 6, 15), on=date(1990 + age, 6, 15)) == name


def test_somebody_without_a_birth_date_has_no_age_class():
    assert age_class(None, on=date(2025, 1, 1)) == ""


def test_somebody_with_two_posts_counts_once_in_the_largest(employ, today):
    member = employ("Bo", group="Zorg", fraction=Decimal("0.4"), birth_date=today - timedelta(days=365 * 40), sex="f")
    second = Employment.objects.create(member=member, starts_on=date(2021, 1, 1))
    Post.objects.create(
        member=member, employment=second, starts_on=date(2021, 1, 1), fraction=Decimal("0.5"), function="Kok"
    )
    counted = queries.headcount(on=today)
    assert (counted.total, counted.fte, dict(counted.by["function_group"])) == (1, "0.90", {"": 1})
    assert (dict(counted.by["sex"]), dict(counted.by["age_class"])) == ({"f": 1}, {"35-44": 1})
    assert [person.function for person in queries.people_at_work(on=today)] == ["Kok"]


def test_volunteers_count_as_people_and_not_as_workers(employ, today):
    employ("An")
    employ("Vic", statute="volunteer", fraction=None)
    assert (queries.headcount(on=today).total, queries.headcount(on=today, workers_only=True).total) == (2, 1)
    assert queries.headcount(on=today, workers_only=True).fte == "1.00"


def test_every_way_of_counting_agrees(employ, today):
    for number in range(12):
        born = date(1960 + 4 * number, 1, 1) if number % 5 else None
        employ(f"P{number}", group=["Zorg", "Keuken", ""][number % 3], shift=["", "night"][number % 2], birth_date=born)
    counted, people = queries.headcount(on=today), queries.people_at_work(on=today)
    again = {name: Counter(person.categories[name] for person in people) for name in counted.by}
    assert (counted.total, counted.by) == (len(people), again)


def test_a_past_day_shows_what_was_true_then(employ, koen, now):
    member = employ("An", team="Beuk")
    one = Employment.objects.get()
    change_function(
        employment=one, post={"function": "Kok", "team": "Keuken"}, starts_on=date(2024, 1, 1), by=koen, at=now
    )
    end_employment(employment=one, ends_on=date(2024, 12, 31), by=koen, at=now)
    seen = {
        day: [(p.function, p.team) for p in queries.people_at_work(on=day)]
        for day in (date(2019, 1, 1), date(2023, 12, 31), date(2024, 12, 31), date(2025, 1, 1))
    }
    assert list(seen.values()) == [[], [("Zorg", "Beuk")], [("Kok", "Keuken")], []]
    assert not queries.is_at_work(member, on=date(2025, 1, 1))


def test_the_list_of_people_finds_who_works_here_who_left_and_everybody(employ, koen, now, today):
    employ("An", last_name="Peeters", team="Beuk")
    employ("Bo", last_name="Claes", function="Kok")
    end_employment(
        employment=Employment.objects.get(member__first_name="Bo"), ends_on=today - timedelta(days=1), by=koen, at=now
    )

    def names(**words):
        return [str(post.member) for post in queries.people_list(on=today, **words)]

    assert (names(), names(scope="left"), names(scope="all")) == (
        ["An Peeters"],
        ["Bo Claes"],
        ["Bo Claes", "An Peeters"],
    )
    assert (names(search="beuk pee"), names(search="kok", scope="all"), names(search="niemand")) == (
        ["An Peeters"],
        ["Bo Claes"],
        [],
    )


@pytest.mark.parametrize("typed", ["zoe celik", "ZOË", "Çelik", "CELIK zoë", "d'hon", "D’HON", "zoe\u0308"])
def test_a_name_is_found_however_its_accents_are_typed(employ, today, typed):
    employ("Zoë", last_name="Çelik-D’Hondt", team="Beuk")
    employ("Bo", last_name="Claes", function="Kok")
    assert [str(post.member) for post in queries.people_list(on=today, search=typed)] == ["Zoë Çelik-D’Hondt"]


def test_both_databases_write_a_letter_without_its_accent_as_the_program_does(employ, today):
    letters = "".join(TABLE)
    for at in range(0, len(letters), 40):
        employ("Bo", last_name=letters[at : at + 40])
    for at in range(0, len(letters), 40):
        found = queries.people_list(on=today, search=letters[at : at + 40])
        assert [post.member.last_name for post in found] == [letters[at : at + 40]]
