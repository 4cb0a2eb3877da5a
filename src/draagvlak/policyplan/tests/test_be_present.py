from datetime import timedelta

import pytest
from django.urls import reverse

from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.models import Presence


@pytest.fixture
def place(set_up):
    return reverse("policyplan:be_present", kwargs={"organisation": set_up.slug, "part": "why"})


def test_who_has_a_part_open_is_told_to_the_others_for_minutes(plan, amina, koen, now):
    actions.be_present(plan=plan, part="why", by=amina, at=now)
    assert queries.present_in(plan, "why", at=now, besides=koen) == [amina]
    assert queries.present_in(plan, "why", at=now, besides=amina) == []
    assert queries.present_in(plan, "means", at=now, besides=koen) == []
    assert queries.present_in(plan, "why", at=now + timedelta(minutes=4), besides=koen) == []


def test_old_rows_go_away_and_one_person_is_one_row(plan, amina, koen, now):
    for minute in range(3):
        actions.be_present(plan=plan, part="why", by=amina, at=now + timedelta(minutes=minute))
    assert Presence.objects.count() == 1
    actions.be_present(plan=plan, part="why", by=koen, at=now + timedelta(minutes=30))
    assert Presence.objects.get().account == koen


def test_the_script_hears_who_else_is_there(plan, amina, koen, signed_in, place):
    assert signed_in(amina).post(place).json() == {"words": ""}
    words = signed_in(koen).post(place).json()["words"]
    assert words.startswith("Amina heeft dit deel nu ook open.")
    assert signed_in(amina).post(place).json()["words"].startswith("Koen heeft")


def test_asking_alone_says_nothing_of_oneself_and_nothing_is_in_the_journal(plan, amina, koen, signed_in, place):
    before = Record.objects.count()
    signed_in(amina).get(place)
    assert Presence.objects.count() == 0
    signed_in(amina).post(place)
    assert Record.objects.count() == before


def test_only_who_writes_the_plan_is_present(plan, bram, els, greet, signed_in, place):
    assert [signed_in(one).post(place).status_code for one in (bram, els, greet)] == [403, 403, 404]


def test_a_part_that_is_none_is_not_found(plan, amina, signed_in, set_up):
    words = {"organisation": set_up.slug, "part": "iets"}
    assert signed_in(amina).post(reverse("policyplan:be_present", kwargs=words)).status_code == 404


def test_the_writing_page_names_the_script_and_works_without_it(plan, amina, signed_in, set_up, place):
    where = reverse("policyplan:write_section", kwargs={"organisation": set_up.slug, "key": "why"})
    page = signed_in(amina).get(where).content.decode()
    assert f'data-present="{place}" hidden' in page
    assert clock.now() is not None
