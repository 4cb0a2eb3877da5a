"""From why to what one could learn: every goal with both its ends, every link both ways, and what hangs loose."""

import re

import pytest
from django.urls import reverse

from draagvlak.policyplan import actions, exports, queries
from draagvlak.policyplan.models import Goal, GoalItem


@pytest.fixture
def look(set_up, plan, signed_in):
    def ask(person, name, **words):
        return signed_in(person).get(reverse(f"policyplan:{name}", kwargs={"organisation": set_up.slug, **words}))

    return ask


@pytest.fixture
def item(koen, now):
    def make(title="Vijf dagen opleiding", bearing="obligation", kind="law"):
        return actions.add_item(facts={"kind": kind, "bearing": bearing, "title": title}, by=koen, at=now)

    return make


def loose(plan):
    found = queries.sight(queries.version_to_show(plan)).loose
    return {name: [str(one) for one in things] for name, things in found.items()}


def change(plan, goal, by, at, items=(), **more):
    names = "title organisation_goal question mission body indicator baseline target due_on owner"
    facts = {name: getattr(goal, name) for name in names.split()} | more
    return actions.change_goal(
        plan=plan, number=goal.number, facts=facts, items=items, revision=goal.revision, by=by, at=at
    )


def test_each_end_that_is_missing_is_named_and_goes_away_when_it_is_there(plan, item, amina, now):
    duty, sentence = item(), item("Iedereen leert", "goal", "mission")
    goal = Goal.objects.get()
    assert loose(plan) == {
        "obligation": [duty.title],
        "frame": [str(goal)],
        "mission": [str(goal)],
        "question": [str(goal)],
        "activity": [str(goal)],
        "sentence": [sentence.title],
    }
    change(plan, goal, amina, now, [duty], mission=sentence, question="role")
    actions.add_activity(plan=plan, goal_number=1, facts={"title": "Mentoren"}, by=amina, at=now)
    assert loose(plan) == {}
    wanted = actions.add_organisation_goal(title="Niemand valt uit", source="", by=amina, at=now)
    assert loose(plan) == {"organisation_goal": [wanted.title]}


def test_every_link_leads_both_ways(look, plan, item, amina, now):
    duty, sentence = item(), item("Iedereen leert", "goal", "mission")
    change(plan, Goal.objects.get(), amina, now, [duty], mission=sentence, question="role")
    idea = actions.add_activity(plan=plan, goal_number=1, facts={"title": "Mentoren"}, by=amina, at=now)
    goal = reverse("policyplan:goal", kwargs={"organisation": plan.organisation.slug, "number": 1})
    up = {
        "item": reverse("policyplan:item", kwargs={"organisation": plan.organisation.slug, "pk": duty.pk}),
        "vision": reverse("policyplan:vision", kwargs={"organisation": plan.organisation.slug}) + "#role",
        "workshop": reverse("policyplan:workshop", kwargs={"organisation": plan.organisation.slug})
        + f"#idee-{idea.pk}",
    }
    for name in ("goal", "sight"):
        page = look(amina, name, **({"number": 1} if name == "goal" else {})).content.decode()
        assert [address for address in up.values() if f'href="{address}"' not in page] == []
    for name in ("framework", "vision", "workshop", "plan", "sight"):
        assert f'href="{goal}"' in look(amina, name).content.decode(), name
    for one in (duty, sentence):
        assert f'href="{goal}"' in look(amina, "item", pk=one.pk).content.decode(), one


def test_an_obligation_leads_to_what_could_be_learnt_for_it(look, plan, item, amina, bram, now):
    duty = item()
    change(plan, Goal.objects.get(), amina, now, [duty])
    assert "Wat we kunnen leren" not in look(amina, "item", pk=duty.pk).content.decode()
    actions.add_activity(plan=plan, goal_number=1, facts={"title": "Mentoren leren begeleiden"}, by=amina, at=now)
    assert "Wat we kunnen leren: Mentoren leren begeleiden" in look(amina, "item", pk=duty.pk).content.decode()
    assert "Mentoren leren begeleiden" not in look(bram, "item", pk=duty.pk).content.decode()


def test_the_drawing_holds_every_line_once_and_marks_what_hangs_loose(look, plan, item, amina, goal_facts, now):
    covered, open_duty = item("Gedekt"), item("Niet gedekt")
    item("Een kans die niemand gebruikt", "opportunity")
    change(plan, Goal.objects.get(), amina, now, [covered])
    actions.set_goal(plan=plan, facts=goal_facts(title="Een tweede doel"), items=[covered], by=amina, at=now)
    actions.add_activity(plan=plan, goal_number=2, facts={"title": "Oefenen"}, by=amina, at=now)
    drawn = exports.drawing(queries.sight(queries.version_to_show(plan)))
    kinds = [box.key[0] for box in drawn.boxes]
    assert (kinds.count("item"), kinds.count("goal"), kinds.count("activity")) == (2, 2, 1)
    assert [box.title for box in drawn.boxes if box.is_loose] == [open_duty.title]
    assert len(drawn.curves) == len(set(drawn.curves)) == 5
    assert all(box.y + box.height <= drawn.height for box in drawn.boxes)
    page = look(amina, "sight").content.decode()
    assert len(re.findall('class="web-line"', page)) == 5
    assert 'style="' not in page


def test_a_title_of_any_length_stays_inside_its_box(plan, item, amina, now):
    item("x" * 250)
    item("<script>alert(1)</script> " + "lang woord " * 20)
    drawn = exports.drawing(queries.sight(queries.version_to_show(plan)))
    assert max(len(line) for box in drawn.boxes for line in box.lines) <= 40
    assert max(len(box.lines) for box in drawn.boxes) == 2


def test_a_worker_does_not_see_the_lines_of_a_draft(look, plan, item, amina, bram, now):
    change(plan, Goal.objects.get(), amina, now, [item()], question="role")
    for name in ("sight", "workshop", "download_workshop"):
        assert (look(amina, name).status_code, look(bram, name).status_code) == (200, 404)
    for name in ("framework", "vision", "plan"):
        page = look(bram, name)
        assert (page.status_code, "/lijn/" in page.content.decode()) == (200, False), name


def test_the_number_of_statements_does_not_grow_with_the_plan(
    look, plan, item, amina, goal_facts, now, django_assert_max_num_queries
):
    def ask():
        with django_assert_max_num_queries(120) as asked:
            assert look(amina, "sight").status_code == 200
            assert look(amina, "workshop").status_code == 200
        return len(asked)

    actions.add_activity(plan=plan, goal_number=1, facts={"title": "Mentoren"}, by=amina, at=now)
    actions.set_goal(plan=plan, facts=goal_facts(), items=[item()], by=amina, at=now)
    ask()
    before = ask()
    for turn in range(15):
        goal = actions.set_goal(plan=plan, facts=goal_facts(), items=[item(f"Regel {turn}")], by=amina, at=now)
        facts = {"title": f"Idee {turn}", "competence": f"Kunnen {turn}"}
        actions.add_activity(plan=plan, goal_number=goal.number, facts=facts, by=amina, at=now)
    assert GoalItem.objects.count() == 16
    ask()  # the tasks are counted anew after each act
    assert ask() == before


def test_the_question_of_a_goal_is_part_of_the_text_and_of_the_difference(plan, amina, now):
    change(plan, Goal.objects.get(), amina, now, question="role")
    values = queries.snapshot(queries.version_to_show(plan))
    assert values["goals"][0]["question"] == "Welke rol speelt VTO in onze organisatie?"
