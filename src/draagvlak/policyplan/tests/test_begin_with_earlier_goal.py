"""A goal of earlier: its form begins with what was kept, and what it named and is gone is said by name."""

import pytest
from django.urls import reverse

from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.models import Goal


def door(organisation, name, **words):
    return reverse(f"policyplan:{name}", kwargs={"organisation": organisation.slug, **words})


@pytest.fixture
def change(plan, amina, now):
    """Save the goal once more; answers the goal, and the number under which it stood before."""

    def make(facts, items=(), by=amina):
        stood = Goal.objects.get()
        actions.change_goal(
            plan=plan, number=stood.number, facts=facts, items=items, revision=stood.revision, by=by, at=now
        )
        return Goal.objects.get(), stood.revision

    return make


@pytest.fixture
def changed(change, goal_facts):
    """Its title and its target are others now."""
    return change(goal_facts(title="Iets heel anders", target="40 %"))


def sent_of(page, once):
    form = page.context["form"]
    sent = {name: form[name].value() or "" for name in form.fields if name != "items"}
    return {**sent, "due_on": sent["due_on"].isoformat(), "once": once}


def test_the_form_begins_with_the_goal_as_it_was_and_saving_keeps_both(changed, set_up, signed_in, amina):
    goal, before = changed
    client, address = signed_in(amina), door(set_up, "change_goal", number=goal.number) + f"?als={before}"
    page = client.get(address)
    assert "Hieronder staat het doel zoals het was op" in page.content.decode()
    assert client.post(address, sent_of(page, "terug")).status_code == 302
    now = Goal.objects.get()
    assert (now.title, now.target) == ("Wie nieuw is, leert met een mentor", "100 %")
    kept = [one.values["title"] for one in queries.revisions_of(goal.version.plan, f"doel-{goal.number}")]
    assert kept == ["Wie nieuw is, leert met een mentor", "Iets heel anders", "Wie nieuw is, leert met een mentor"]


def test_who_saved_in_the_meantime_is_not_overwritten(changed, change, goal_facts, set_up, signed_in, amina, koen):
    goal, before = changed
    client, address = signed_in(amina), door(set_up, "change_goal", number=goal.number) + f"?als={before}"
    page = client.get(address)
    change(goal_facts(title="Van Koen"), by=koen)
    answer = client.post(address, sent_of(page, "te laat"))
    said = answer.content.decode()
    assert (answer.status_code, "Van Koen" in said, "Koen wijzigde dit" in said) == (409, True, True)
    assert Goal.objects.get().title == "Van Koen"


def test_the_history_leads_to_each_saving_but_the_one_that_stands(changed, set_up, signed_in, amina):
    goal, before = changed
    page = signed_in(amina).get(door(set_up, "goal_history", number=goal.number)).content.decode()
    assert (f"?als={before}" in page, f"?als={goal.revision}" in page) == (True, False)


def test_a_goal_that_was_removed_can_be_set_again(changed, plan, set_up, signed_in, amina, now):
    goal, _before = changed
    actions.remove_goal(plan=plan, number=goal.number, by=amina, at=now)
    client, asked = signed_in(amina), f"?doel={goal.number}&als={goal.revision}"
    history = client.get(door(set_up, "goal_history", number=goal.number)).content.decode()
    assert asked.replace("&", "&amp;") in history
    page = client.get(door(set_up, "set_goal") + asked)
    assert page.context["form"]["title"].value() == "Iets heel anders"


def test_what_is_gone_is_said_by_name(change, goal_facts, set_up, signed_in, amina, koen, now):
    facts = {"kind": "fundamental", "bearing": "obligation", "title": "Visietekst"}
    text = actions.add_item(facts=facts, by=koen, at=now)
    change(goal_facts(), [text])
    goal, before = change(goal_facts())
    actions.remove_item(item=text, by=amina, at=now)
    page = signed_in(amina).get(door(set_up, "change_goal", number=goal.number) + f"?als={before}").content.decode()
    assert "Dit is er niet meer, kies iets anders: Visietekst." in " ".join(page.split())


@pytest.mark.parametrize("asked", ["als=0", "als=x", "als=", "als=99999999999999999999", "als=-1"])
def test_a_saving_that_never_was_is_not_found(changed, set_up, signed_in, amina, asked):
    address = door(set_up, "change_goal", number=changed[0].number)
    assert signed_in(amina).get(f"{address}?{asked}").status_code == 404
