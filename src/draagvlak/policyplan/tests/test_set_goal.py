"""Goals of a plan: each rests on a goal of the organisation, answers items of the framework, and is written by two people."""

import pytest
from django.urls import reverse

from draagvlak.journal.models import Record
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.models import FrameworkItem, Goal, OrganisationGoal
from draagvlak.policyplan.rules import StillLinked


@pytest.fixture
def page(set_up, plan, signed_in):
    def ask(person, name, sent=None, **words):
        address = reverse(f"policyplan:{name}", kwargs={"organisation": set_up.slug, **words})
        client = signed_in(person)
        return client.get(address) if sent is None else client.post(address, {"once": f"{name}{sent}", **sent})

    return ask


@pytest.fixture
def sent():
    def make(**more):
        rests_on = OrganisationGoal.objects.first()
        return {
            "title": "Elke nachtdienst oefent reanimatie",
            "organisation_goal": rests_on.pk,
            "indicator": "nachtdiensten die oefenden",
            "target": "alle",
            "due_on": "2029-12-31",
            **more,
        }

    return make


@pytest.fixture
def item(koen, now):
    facts = {"kind": "law", "bearing": "obligation", "title": "Vijf dagen opleiding"}
    return actions.add_item(facts=facts, by=koen, at=now)


def test_a_goal_without_a_goal_of_the_organisation_is_not_kept(page, amina, sent):
    answer = page(amina, "set_goal", sent(organisation_goal=""))
    assert (answer.status_code, Goal.objects.count()) == (422, 1)
    assert page(amina, "set_goal", sent()).status_code == 302
    assert list(Goal.objects.values_list("number", flat=True)) == [1, 2]


def test_a_goal_answers_items_and_the_item_cannot_go_while_it_does(page, amina, item, sent, now):
    page(amina, "set_goal", sent(items=[item.pk]))
    assert page(amina, "remove_item", {}, pk=item.pk).status_code == 409
    with pytest.raises(StillLinked, match="doel 2"):
        actions.remove_item(item=item, by=amina, at=now)
    page(amina, "change_goal", {**sent(), "version": Goal.objects.get(number=2).revision}, number=2)
    assert page(amina, "remove_item", {}, pk=item.pk).status_code == 302
    assert FrameworkItem.objects.count() == 0
    assert Record.objects.filter(act="policyplan.remove_item").count() == 1


def test_the_second_of_two_who_change_a_goal_reads_field_by_field_what_the_first_kept(page, amina, koen, item, sent):
    seen = Goal.objects.get(number=1).revision
    assert (
        page(koen, "change_goal", {**sent(target="90 %", items=[item.pk]), "version": seen}, number=1).status_code
        == 302
    )
    answer = page(amina, "change_goal", {**sent(target="80 %"), "version": seen}, number=1)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert '>Waar willen we staan?</h3><div class="read"><p>90 %</p>' in text
    assert 'value="80 %"' in text
    assert 'een antwoord?</h3><div class="read"><p>Vijf dagen opleiding</p>' in text
    assert ">Tegen wanneer?</h3>" not in text  # both chose the same day
    assert "Koen wijzigde dit ondertussen." in text
    again = {**sent(target="80 %"), "version": Goal.objects.get(number=1).revision}
    assert page(amina, "change_goal", again, number=1).status_code == 302
    assert Goal.objects.get(number=1).target == "80 %"


def test_a_goal_that_is_taken_away_is_gone_for_the_other_window_too(page, amina, plan):
    assert page(amina, "remove_goal", {}, number=1).status_code == 302
    assert page(amina, "remove_goal", {"again": "1"}, number=1).status_code == 404
    assert page(amina, "change_goal", number=1).status_code == 404
    assert list(queries.goals_of(queries.version_at_work(plan))) == []


def test_who_does_not_write_the_plan_sets_no_goal(page, bram, dirk, sent):
    assert {page(person, "set_goal", sent()).status_code for person in (bram, dirk)} == {403}
