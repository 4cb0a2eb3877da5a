"""What the register, the timeline and the news ask of a person, on his own list."""

from datetime import timedelta
from decimal import Decimal

import pytest

from draagvlak.desk.queries import tasks_for
from draagvlak.planproject import actions as project
from draagvlak.stakeholders import actions as roles
from draagvlak.stakeholders.models import Stakeholder


@pytest.fixture
def running(set_up, employ, amina, bram, koen, now):
    started = project.start_project(
        title="Plan", first_year=2027, last_year=2030, assignment="Maak het.", by=koen, at=now
    )
    project.seat_whole_team(project=started, mandate="", by=amina, at=now)
    bram.forget()
    return set_up


def titles(account, organisation, today):
    account.forget()
    return [task.title for task in tasks_for(account, organisation, today=today)]


def contact_with(one, *, planned_on, by, now):
    facts = {
        "planned_on": planned_on,
        "mode": "consult",
        "channel": "",
        "what": "Wat heb je nodig?",
        "half_days": Decimal("0.5"),
        "notice_days": 7,
    }
    return roles.plan_contact(stakeholder=one, facts=facts, by=by, at=now)


def test_the_coordinator_is_asked_to_begin_and_then_to_speak_with_everybody(running, amina, koen, now, today):
    assert "Breng in kaart wie met het plan te maken heeft" in titles(amina, running, today)
    assert "Breng in kaart wie met het plan te maken heeft" not in titles(koen, running, today)
    roles.propose_register(by=amina, at=now)
    assert "Plan een contact met wie nog niets hoorde" in titles(amina, running, today)


def test_a_contact_that_comes_stands_on_the_list_of_who_sees_to_it_and_of_whose_moment_it_is(
    running, amina, bram, now, today
):
    roles.propose_register(by=amina, at=now)
    care = Stakeholder.objects.get(function_group__name="Zorg")
    contact_with(care, planned_on=today + timedelta(days=5), by=amina, now=now)
    assert "Spreek met: Zorg" in titles(amina, running, today)
    assert "Jouw moment: Wat heb je nodig?" in titles(bram, running, today)
    assert "Spreek met: Zorg" not in titles(bram, running, today)
    assert "Jouw moment: Wat heb je nodig?" not in titles(bram, running, today - timedelta(days=3))
    assert "Jouw moment: Wat heb je nodig?" not in titles(bram, running, today + timedelta(days=6))


def test_the_news_is_one_line_until_it_is_read(running, amina, bram, now, today):
    facts = {"title": "Eerste", "body": "<p>x</p>", "is_assignment": False}
    known = []
    for title in ("Eerste", "Tweede"):
        draft = project.write_announcement(facts={**facts, "title": title}, by=amina, at=now)
        known.append(project.publish_announcement(announcement=draft, by=amina, at=now))
    assert "Lees het nieuws: 2 berichten" in titles(bram, running, today)
    project.mark_read(announcement=known[0], by=bram, at=now)
    assert "Lees het nieuws: Tweede" in titles(bram, running, today)
    project.mark_read(announcement=known[1], by=bram, at=now)
    assert not [title for title in titles(bram, running, today) if title.startswith("Lees het nieuws")]


def test_feedback_waits_on_the_coordinators_list(running, amina, bram, now, today):
    facts = {"title": "Eerste", "body": "<p>x</p>", "is_assignment": False}
    draft = project.write_announcement(facts=facts, by=amina, at=now)
    known = project.publish_announcement(announcement=draft, by=amina, at=now)
    project.give_feedback(announcement=known, text="Geheim woord", by=bram, at=now)
    found = [
        task for task in tasks_for(amina, running, today=today) if task.title.startswith("Antwoord op een reactie")
    ]
    assert len(found) == 1
    assert "Geheim" not in f"{found[0].title}{found[0].why}"


def test_a_member_of_the_group_is_asked_for_whom_he_speaks(running, amina, bram, now, today):
    from draagvlak.planproject.models import GroupSeat

    asks = "Schrijf op voor wie je spreekt in de werkgroep"
    assert asks in titles(bram, running, today)
    seat = GroupSeat.objects.get(member__account=bram)
    facts = {"text": "De zorg", "function_group": None, "team": None}
    project.set_constituency(seat=seat, facts=facts, version=0, by=bram, at=now)
    assert asks not in titles(bram, running, today)
