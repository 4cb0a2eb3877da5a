"""The register of the framework: rules of the library that hold for this house, and items of one's own."""

import pytest
from django.urls import reverse

from draagvlak.policyplan import actions
from draagvlak.policyplan.models import FrameworkItem
from draagvlak.policyplan.states import Confidence
from draagvlak.stakeholders.actions import describe_organisation


@pytest.fixture
def page(set_up, signed_in):
    def ask(person, name, sent=None, **words):
        address = reverse(f"policyplan:{name}", kwargs={"organisation": set_up.slug, **words})
        client = signed_in(person)
        return client.get(address) if sent is None else client.post(address, {"once": f"{name}{sent}", **sent})

    return ask


def test_taking_the_library_twice_adds_nothing_and_keeps_what_was_changed(set_up, amina, now):
    first = actions.take_library(by=amina, at=now)
    assert first == FrameworkItem.objects.count() > 0
    kept = FrameworkItem.objects.first()
    actions.change_item(item=kept, facts={"meaning": "Voor ons: elk jaar."}, version=1, by=amina, at=now)
    assert actions.take_library(by=amina, at=now) == 0
    kept.refresh_from_db()
    assert (kept.meaning, FrameworkItem.objects.count()) == ("Voor ons: elk jaar.", first)


def test_a_rule_for_larger_houses_is_not_taken_by_a_small_one(set_up, koen, amina, now):
    large = actions.take_library(by=amina, at=now)
    FrameworkItem.objects.all().delete()
    facts = {"name": "Klein", "joint_committee": "330", "heads": 8, "fte": 6, "hours_per_half_day": "3.8"}
    describe_organisation(facts=facts, by=koen, at=now)
    assert actions.take_library(by=amina, at=now) < large


@pytest.mark.parametrize(("regions", "is_taken"), [(["BR"], False), (["WA", "VL"], True)])
def test_a_rule_of_a_region_is_taken_by_who_has_a_house_there(set_up, koen, amina, now, regions, is_taken):
    facts = {"name": "Huis", "joint_committee": "330", "heads": 80, "fte": 60, "hours_per_half_day": "3.8"}
    describe_organisation(facts={**facts, "regions": regions}, by=koen, at=now)
    actions.take_library(by=amina, at=now)
    assert FrameworkItem.objects.filter(library_key="vov").exists() is is_taken


def test_what_was_not_checked_says_so_on_the_page(page, set_up, amina, bram, now):
    actions.take_library(by=amina, at=now)
    unsure = FrameworkItem.objects.exclude(confidence=Confidence.VERIFIED).first()
    assert unsure is not None
    assert "na te kijken" in page(bram, "item", pk=unsure.pk).content.decode().lower()


def test_the_source_names_the_article_and_not_a_bare_number(set_up, amina, now):
    actions.take_library(by=amina, at=now)
    duty = FrameworkItem.objects.get(title="Elk jaar een opleidingsplan")
    assert duty.source.endswith("(Arbeidsdeal), artikel 34-38")


def test_an_item_of_ones_own_is_added_changed_by_one_at_a_time_and_taken_out(page, amina, koen, bram, now):
    sent = {"kind": "mission", "bearing": "goal", "title": "Leren hoort bij zorgen", "extract": "Wij leren elke dag."}
    assert page(bram, "add_item", sent).status_code == 403
    assert page(amina, "add_item", {**sent, "title": ""}).status_code == 422
    assert page(amina, "add_item", sent).status_code == 302
    item = FrameworkItem.objects.get()
    facts = {"meaning": "Van Koen", "bearing": "opportunity"}
    actions.change_item(item=item, facts=facts, version=1, by=koen, at=now)
    answer = page(amina, "change_item", {**sent, "meaning": "Van Amina", "version": "1"}, pk=item.pk)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert 'in ons huis?</h3><div class="read"><p>Van Koen</p>' in text
    assert '>Wat is het voor ons?</h3><div class="read"><p>mogelijkheid</p>' in text
    assert page(amina, "remove_item", {}, pk=item.pk).status_code == 302
    assert FrameworkItem.objects.count() == 0
