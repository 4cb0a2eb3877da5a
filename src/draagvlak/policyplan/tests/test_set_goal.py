"""Goals of a plan: each rests on a goal of the organisation, answers items of the framework, and is written by two people."""

from datetime import timedelta

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from draagvlak.journal.models import Record
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.models import FrameworkItem, Goal, OrganisationGoal, Revision
from draagvlak.policyplan.rules import StillLinked, joined, joined_sets
from draagvlak.policyplan.states import RevisionKind


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


@pytest.fixture
def as_it_stands(set_up, plan):
    """Goal 1 as its form sends it when nothing is changed."""
    goal = Goal.objects.get(number=1)
    names = ("title", "indicator", "baseline", "target", "owner", "question", "body")
    words = {name: getattr(goal, name) for name in names}
    return {**words, "organisation_goal": goal.organisation_goal_id, "due_on": goal.due_on, "version": goal.revision}


def test_who_changes_another_field_of_the_same_goal_keeps_it_beside_what_the_first_kept(
    set_up, page, amina, koen, item, as_it_stands, signed_in
):
    first = {**as_it_stands, "target": "90 %", "items": [item.pk]}
    assert page(koen, "change_goal", first, number=1).status_code == 302
    second = {**as_it_stands, "title": "Elke nacht", "body": "<p>Met twee.</p>", "owner": "Zorg", "once": "a"}
    address = reverse("policyplan:change_goal", kwargs={"organisation": set_up.slug, "number": 1})
    text = signed_in(amina).post(address, second, follow=True).content.decode()
    assert "Koen wijzigde intussen iets anders aan dit doel; beide zijn bewaard." in text
    goal = Goal.objects.get(number=1)
    assert (goal.title, goal.target, goal.owner, list(goal.items.all())) == ("Elke nacht", "90 %", "Zorg", [item])
    assert "Met twee." in goal.body
    kept = Revision.objects.filter(part="doel-1").first()
    assert (kept.kind, kept.values["target"], kept.by) == (RevisionKind.MERGED, "90 %", amina)


def test_what_says_how_far_a_goal_wants_to_come_is_one_answer(page, amina, koen, as_it_stands):
    """An indicator of one and a target of the other would measure something that nobody meant."""
    assert page(koen, "change_goal", {**as_it_stands, "target": "90"}, number=1).status_code == 302
    assert page(amina, "change_goal", {**as_it_stands, "indicator": "teams"}, number=1).status_code == 409
    assert Goal.objects.get(number=1).indicator == as_it_stands["indicator"]


def test_with_what_nobody_kept_nothing_is_merged(page, amina, as_it_stands):
    answer = page(amina, "change_goal", {**as_it_stands, "owner": "Zorg", "version": 99}, number=1)
    assert (answer.status_code, Goal.objects.get(number=1).owner) == (409, as_it_stands["owner"])


def test_a_goal_that_is_taken_away_is_gone_for_the_other_window_too(page, amina, plan):
    assert page(amina, "remove_goal", {}, number=1).status_code == 302
    assert page(amina, "remove_goal", {"again": "1"}, number=1).status_code == 404
    assert page(amina, "change_goal", number=1).status_code == 404
    assert list(queries.goals_of(queries.version_at_work(plan))) == []


def test_who_does_not_write_the_plan_sets_no_goal(page, bram, dirk, sent):
    assert {page(person, "set_goal", sent()).status_code for person in (bram, dirk)} == {403}


WORDS = st.sampled_from(["", "a", "b", "c"])
SIDE = st.fixed_dictionaries(dict.fromkeys(("title", "indicator", "baseline", "target"), WORDS))
MEASURED = [("indicator", "baseline", "target")]


@given(SIDE, SIDE, SIDE)
def test_of_each_field_what_one_changed_is_kept_and_who_was_first_makes_no_difference(before, theirs, mine):
    together = joined(before, theirs, mine, units=MEASURED)
    assert together == joined(before, mine, theirs, units=MEASURED)
    assert joined(before, before, mine, units=MEASURED) == mine
    if together is None:
        return
    for name, value in together.items():
        assert value in {theirs[name], mine[name]}
        assert value != before[name] or before[name] in {theirs[name], mine[name]}
        changed = {side[name] for side in (theirs, mine)} - {before[name]}
        assert not changed or value in changed


CHOICE = st.sets(st.integers(0, 5))


@given(CHOICE, CHOICE, CHOICE)
def test_of_a_choice_what_either_added_stands_and_what_either_took_away_is_gone(before, theirs, mine):
    found = joined_sets(before, theirs, mine)
    assert (theirs | mine) - before <= found
    assert not found & ((before - theirs) | (before - mine))
    assert found == joined_sets(before, mine, theirs)


@pytest.mark.parametrize("key", ["9" * 18, str(2**63), "9" * 5000, "x", "-1", "\x00"])
def test_a_key_that_no_row_can_have_is_no_choice(page, amina, sent, key):
    assert page(amina, "set_goal", sent(items=[key])).status_code == 422


def test_a_goal_lies_ahead_when_it_is_set_and_may_be_worked_at_when_its_day_has_passed(page, plan, amina, sent, today):
    past = (today - timedelta(days=1)).isoformat()
    assert page(amina, "set_goal", sent(due_on=past)).status_code == 409
    assert Goal.objects.count() == 1
    goal = Goal.objects.get()
    moved = {**sent(due_on=past), "version": goal.revision}
    assert page(amina, "change_goal", moved, number=1).status_code == 409
    Goal.objects.update(due_on=today - timedelta(days=1))
    kept = {**sent(due_on=past, title="Nog altijd nodig"), "version": goal.revision}
    assert page(amina, "change_goal", kept, number=1).status_code == 302
    assert Goal.objects.get().title == "Nog altijd nodig"
