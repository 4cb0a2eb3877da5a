"""The workshop: goals beside competences, ideas written down while people talk, an estimate, a sheet for the year plan."""

import io
from decimal import Decimal

import openpyxl
import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from draagvlak.lib.refusals import Changed
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.models import Goal, PossibleActivity
from draagvlak.policyplan.rules import NotWritable, as_written_before, effort_of


@pytest.fixture
def page(set_up, plan, signed_in):
    def ask(person, name, sent=None, **words):
        query = words.pop("query", "")
        address = reverse(f"policyplan:{name}", kwargs={"organisation": set_up.slug, **words}) + query
        client = signed_in(person)
        return client.get(address) if sent is None else client.post(address, {"once": f"{name}{sent}", **sent})

    return ask


def idea(**more):
    sent = {"goal": "1", "competence": "Een collega begeleiden", "title": "Opleiding voor mentoren", "form": "course"}
    return {**sent, "for_whom": "mentoren", "people": "12", "hours": "7,5", **more}


@pytest.fixture
def add(plan, amina, now):
    def make(title="Mentoren", goal=1, **facts):
        return actions.add_activity(plan=plan, goal_number=goal, facts={"title": title, **facts}, by=amina, at=now)

    return make


def test_an_idea_stands_where_its_goal_and_its_competence_meet_and_the_next_one_begins_there(page, amina):
    answer = page(amina, "add_activity", idea())
    assert answer.status_code == 302
    assert answer["Location"].endswith("/leren/nieuw/?doel=1&competentie=Een+collega+begeleiden")
    again = page(amina, "add_activity", query="?" + answer["Location"].split("?")[1]).content.decode()
    assert 'value="Een collega begeleiden"' in again
    assert '<option value="1" selected>' in again
    shown = page(amina, "workshop").content.decode()
    assert "12 mensen × 7,5 uur" in shown
    assert "ongeveer 90 uur: 24 dagdelen" in shown


def test_sent_twice_it_stands_once(page, amina):
    page(amina, "add_activity", idea())
    page(amina, "add_activity", idea())
    assert PossibleActivity.objects.count() == 1


def test_two_spellings_are_one_competence(page, amina):
    page(amina, "add_activity", idea())
    page(amina, "add_activity", idea(competence="  een COLLEGA   begeleiden ", title="Meelopen"))
    assert queries.competences_of(PossibleActivity.objects.first().plan) == ["Een collega begeleiden"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""},
        {"goal": "99"},
        {"goal": ""},
        {"people": "0"},
        {"people": "-3"},
        {"hours": "0"},
        {"hours": "veel"},
        {"form": "dansen"},
    ],
)
def test_what_cannot_be_is_asked_again_and_what_was_typed_stays(page, amina, wrong):
    answer = page(amina, "add_activity", idea(**wrong))
    assert (answer.status_code, PossibleActivity.objects.count()) == (422, 0)
    assert "mentoren" in answer.content.decode()


def test_what_is_not_estimated_is_counted_and_not_guessed(page, amina, add):
    add(people=10, hours=Decimal("3.8"))
    add("Coaching", people=4)
    add("Casus", hours=Decimal(2))
    effort = queries.matrix(queries.version_to_show(add("Nog iets").plan)).effort
    assert (effort.hours, effort.unknown) == (Decimal("38.00"), 3)
    assert "3 ideeën zijn nog niet geschat." in page(amina, "workshop").content.decode()


@given(st.lists(st.tuples(st.none() | st.integers(1, 5000), st.none() | st.decimals(0.25, 2000, places=2))))
def test_the_hours_are_the_sum_of_what_is_known(estimates):
    found = effort_of(estimates)
    known = [(people, hours) for people, hours in estimates if people is not None and hours is not None]
    assert found.unknown + len(known) == len(estimates)
    assert found.hours == sum((people * hours for people, hours in known), Decimal(0))


@given(st.text(), st.lists(st.text()))
def test_a_spelling_is_one_that_stands_or_the_typed_one_without_loose_spaces(typed, before):
    found = as_written_before(typed, before)
    assert found in before or found == " ".join(typed.split())
    assert as_written_before(found, [found]) == found


def test_the_second_of_two_windows_keeps_both_texts(page, amina, koen, add, now):
    kept = add()
    seen = page(amina, "change_activity", pk=kept.pk)
    assert seen.status_code == 200
    page(koen, "change_activity", idea(title="Van Koen", version="1"), pk=kept.pk)
    answer = page(amina, "change_activity", idea(title="Van Amina", version="1"), pk=kept.pk)
    assert answer.status_code == 409
    body = answer.content.decode()
    assert "Van Koen" in body
    assert "Van Amina" in body
    with pytest.raises(Changed):
        actions.change_activity(activity=kept, facts={"title": "x", "goal_number": 1}, version=1, by=amina, at=now)


def test_an_idea_moves_to_another_goal_of_the_plan_and_to_no_other(page, amina, add, plan, goal_facts, now):
    kept = add()
    actions.set_goal(plan=plan, facts=goal_facts(), items=[], by=amina, at=now)
    assert page(amina, "change_activity", idea(goal="2", version="1"), pk=kept.pk).status_code == 302
    kept.refresh_from_db()
    assert (kept.goal_number, kept.version) == (2, 2)
    with pytest.raises(NotWritable, match="staat niet meer in het plan"):
        actions.change_activity(activity=kept, facts={"title": "x", "goal_number": 9}, version=2, by=amina, at=now)


def test_an_idea_is_taken_away_once(page, amina, add):
    kept = add()
    assert page(amina, "remove_activity", {}, pk=kept.pk).status_code == 302
    assert page(amina, "remove_activity", {}, pk=kept.pk).status_code in {302, 404}
    assert PossibleActivity.objects.count() == 0


def test_when_a_goal_goes_its_ideas_stay_and_no_new_goal_inherits_them(page, amina, add, plan, goal_facts, now):
    actions.set_goal(plan=plan, facts=goal_facts(title="Gaat weg"), items=[], by=amina, at=now)
    add("Idee van doel 2", goal=2)
    actions.remove_goal(plan=plan, number=2, by=amina, at=now)
    fresh = actions.set_goal(plan=plan, facts=goal_facts(title="Komt erbij"), items=[], by=amina, at=now)
    assert fresh.number == 3
    shown = page(amina, "workshop").content.decode()
    assert "Van doelen die niet meer in het plan staan" in shown
    assert "Idee van doel 2" in shown.split("Van doelen die niet meer")[1]


def test_a_number_that_an_earlier_version_used_is_not_used_again(plan, amina, koen, goal_facts, now):
    actions.set_goal(plan=plan, facts=goal_facts(), items=[], by=amina, at=now)
    actions.submit_version(plan=plan, by=koen, at=now)
    actions.remove_goal(plan=plan, number=2, by=amina, at=now)
    assert actions.set_goal(plan=plan, facts=goal_facts(), items=[], by=amina, at=now).number == 3


def test_a_goal_without_an_idea_has_a_line_in_the_sheet_and_nothing_becomes_a_formula(
    page, amina, add, plan, goal_facts, now
):
    add('=HYPERLINK("http://x")', people=3, hours=Decimal("100"), competence="Kunnen")
    actions.set_goal(plan=plan, facts=goal_facts(title="Nog leeg"), items=[], by=amina, at=now)
    answer = page(amina, "download_workshop")
    assert answer["Content-Disposition"].endswith('.xlsx"')
    rows = list(openpyxl.load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True))
    assert rows[1][2:9] == ("Kunnen", '=HYPERLINK("http://x")', "", "", "3", "100", "300")
    assert rows[2][0] == "2. Nog leeg"
    assert openpyxl.load_workbook(io.BytesIO(answer.content)).active["D2"].data_type == "s"


def test_who_does_not_write_the_plan_reads_and_does_not_fill_in(page, bram, add):
    kept = add()
    for name, words in (
        ("add_activity", {}),
        ("change_activity", {"pk": kept.pk}),
        ("remove_activity", {"pk": kept.pk}),
    ):
        assert page(bram, name, **words).status_code == 403
        assert page(bram, name, idea(), **words).status_code == 403
    assert Goal.objects.count() == 1
