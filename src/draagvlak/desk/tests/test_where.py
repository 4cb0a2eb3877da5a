from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from draagvlak.decisions.actions import record_voice
from draagvlak.decisions.models import Part
from draagvlak.desk import wording
from draagvlak.desk.queries import where_we_are
from draagvlak.lib import clock
from draagvlak.planproject import actions as project_actions
from draagvlak.planproject.models import Phase
from draagvlak.planproject.tests.factories import a_project, planned
from draagvlak.policyplan import actions as plan_actions
from draagvlak.policyplan.models import FrameworkItem
from draagvlak.policyplan.states import CoreQuestion, SectionKey
from draagvlak.staff.actions import end_employment
from draagvlak.stakeholders import actions as stakeholders
from draagvlak.stakeholders.models import Role
from draagvlak.stakeholders.states import RoleKind
from tests.standing import inform


@pytest.fixture
def project(set_up, koen, now):
    return a_project(by=koen, at=now)


def test_every_step_has_its_gates_and_the_days_the_project_gave_it(project, amina, koen, organisation, now, today):
    phases = planned(project, by=koen, at=now, days=199)
    where = where_we_are(amina, organisation, today=today)
    assert [one.step.number for one in where.stations] == list(range(1, 9))
    assert [len(one.gates) for one in where.stations] == [4, 2, 4, 0, 0, 0, 0, 0]
    assert [one.due_on for one in where.stations[:3]] == [phases[0].ends_on, phases[1].ends_on, phases[4].ends_on]
    assert (where.stations[2].starts_on, where.years) == (phases[2].starts_on, (2027, 2030))


def test_a_step_whose_last_day_is_past_stands_out(project, amina, koen, signed_in, organisation, now, today):
    planned(project, by=koen, at=now)
    Phase.objects.filter(key="start").update(starts_on=today - timedelta(days=9), ends_on=today - timedelta(days=1))
    page = signed_in(amina).get(reverse("desk:where", kwargs={"organisation": organisation.slug}))
    assert [one.is_late for one in page.context["where"].stations] == [True] + [False] * 7
    assert "te laat" in page.content.decode()


def test_without_a_project_the_steps_stand_there_without_days(set_up, amina, signed_in, organisation):
    page = signed_in(amina).get(reverse("desk:where", kwargs={"organisation": organisation.slug}))
    assert {one.due_on for one in page.context["where"].stations} == {None}
    assert "De dagen komen er als het project gepland is." in page.content.decode()


def test_an_earlier_project_is_chosen_in_the_address(project, amina, koen, signed_in, organisation, now, today):
    planned(project, by=koen, at=now)
    address = reverse("desk:where", kwargs={"organisation": organisation.slug})
    assert "Welk project toon je?" not in signed_in(amina).get(address).content.decode()
    type(project).objects.filter(pk=project.pk).update(ends_on=today, no_group_reason="Klein.", state="finished")
    a_project(by=koen, at=now, title="Het volgende plan", first_year=2031, last_year=2034)
    page = signed_in(amina).get(address)
    assert (page.context["where"].title, page.context["where"].measured_on) == ("Het volgende plan", None)
    assert {one.due_on for one in page.context["where"].stations} == {None}
    page = signed_in(amina).get(address + f"?project={project.pk}")
    where, text = page.context["where"], page.content.decode()
    assert (where.years, where.measured_on) == ((2027, 2030), today)
    assert where.stations[0].due_on is not None
    assert where.stations[0].gates[-1].state == "done"  # the reason for no group was that of this project
    assert f'<option value="{project.pk}" selected>Plan (2027–2030)</option>' in text
    assert "hier zijn we nu" not in text.split("<main", 1)[1]


@pytest.fixture
def adopted(project, set_up, amina, dirk, els, koen, now):
    """A plan that went the whole way, in one day."""
    project_actions.choose_no_group(project=project, reason="Klein.", by=koen, at=now)
    for question in CoreQuestion:
        facts = {"text": "<p>Antwoord.</p>", "facts": {}, "is_settled": True}
        plan_actions.settle_answer(project=project, question=question, facts=facts, version=0, by=koen, at=now)
    plan_actions.adopt_vision(project=project, by=koen, at=now)
    facts = {"title": "Een regel", "kind": "policy", "bearing": "goal"}
    FrameworkItem.objects.create(**facts)
    plan = plan_actions.start_plan(project=project, title="Plan", by=amina, at=now)
    for key in SectionKey:
        plan_actions.write_section(plan=plan, key=key, body="<p>Tekst.</p>", revision=1, by=amina, at=now)
    rests_on = plan_actions.add_organisation_goal(title="Blijven", source="", by=koen, at=now)
    goal = {"title": "Mentor", "organisation_goal": rests_on, "indicator": "met mentor", "target": "100 %"}
    plan_actions.set_goal(plan=plan, facts={**goal, "due_on": date(2030, 1, 1)}, items=[], by=amina, at=now)
    dossier = plan_actions.submit_version(plan=plan, by=amina, at=now)
    inform(dossier, dirk, now)
    for kind, verdict, by in (("works_council", "favourable", dirk), ("board", "approved", els)):
        said = {"votes": {"for": 0, "against": 0, "abstained": 0}, "points": [], "note": "", "verdict": verdict}
        part = Part.objects.get(dossier=dossier, body__kind=kind)
        record_voice(part=part, said={**said, "document_sha256": dossier.document.sha256}, by=by, at=now)
    return plan


def test_an_earlier_project_is_measured_on_the_day_it_ended(
    adopted, project, employ, amina, koen, signed_in, organisation, now, today
):
    """Afterwards the coordinator stopped, the only colleague left, and a new version of the plan was begun."""
    employment = employ("An").employments.get()
    type(project).objects.filter(pk=project.pk).update(ends_on=today, state="finished")
    later, ended = now + timedelta(days=30), today + timedelta(days=5)
    Role.objects.filter(kind="training_coordinator").update(ends_on=ended)
    end_employment(employment=employment, ends_on=ended, by=koen, at=now)
    plan_actions.new_version(plan=adopted, by=amina, at=later)
    a_project(by=koen, at=later, title="Het volgende plan")
    where = where_we_are(koen, organisation, today=clock.day_of(later), project=project.pk)
    assert where.measured_on == today
    assert [one.step.state for one in where.stations[:4]] == ["done", "done", "done", "now"]
    assert [gate.state for one in where.stations for gate in one.gates] == ["done"] * 11
    now_gates = where_we_are(koen, organisation, today=clock.day_of(later)).stations[0].gates
    assert [gate.state for gate in now_gates] == ["done", "done", "open", "open"]
    page = signed_in(amina).get(
        reverse("desk:where", kwargs={"organisation": organisation.slug}), {"project": project.pk}
    )
    assert "toen het eindigde. Alleen van vandaag weten we of er een kader is" in page.content.decode()


def test_what_came_after_an_earlier_project_does_not_count_for_it(
    adopted, project, employ, koen, organisation, now, today
):
    employ("An", starts_on=today - timedelta(days=1))
    before = today - timedelta(days=9)
    type(project).objects.filter(pk=project.pk).update(starts_on=before, ends_on=before, state="finished")
    a_project(by=koen, at=now, title="Het volgende plan")
    where = where_we_are(koen, organisation, today=today, project=project.pk)
    found = {gate.name: gate.state for one in where.stations for gate in one.gates}
    said = {str(wording.GATE_GROUP), str(wording.GATE_ANSWERS), str(wording.GATE_FRAME)}  # these have no day
    assert {name for name, state in found.items() if state == "done"} == said


def test_while_an_adopted_plan_is_adjusted_the_step_is_not_late(
    adopted, project, amina, koen, signed_in, organisation, now, today
):
    planned(project, by=koen, at=now)
    Phase.objects.all().update(starts_on=today - timedelta(days=9), ends_on=today - timedelta(days=1))
    address = reverse("desk:where", kwargs={"organisation": organisation.slug})
    plan_actions.new_version(plan=adopted, by=amina, at=now)
    page = signed_in(amina).get(address)
    station = page.context["where"].stations[2]
    assert (station.step.state, station.is_late, station.is_adjusted) == ("later", False, True)
    assert "Het plan blijft gelden. Er wordt aan een nieuwe versie gewerkt." in page.content.decode()


@pytest.mark.parametrize("asked", ["999999", "x", "²", "-1", ""])
def test_a_project_that_is_not_there_shows_the_last_one(project, amina, signed_in, organisation, asked):
    address = reverse("desk:where", kwargs={"organisation": organisation.slug})
    page = signed_in(amina).get(address, {"project": asked})
    assert page.context["where"].measured_on is None


def test_the_page_asks_the_same_statements_for_five_phases_as_for_many(
    project, amina, koen, signed_in, organisation, now, today, django_assert_num_queries
):
    planned(project, by=koen, at=now)
    client, address = signed_in(amina), reverse("desk:where", kwargs={"organisation": organisation.slug})
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
        few = len(captured)
    for number in range(6):
        facts = {"name": f"Nog {number}", "starts_on": today, "ends_on": today}
        project_actions.add_phase(project=project, facts=facts, by=koen, at=now)
    client.get(address)
    with django_assert_num_queries(few):
        client.get(address)


def test_the_one_button_stands_on_the_task_at_the_top(adopted, set_up, amina, dirk, koen, signed_in, now):
    plan_actions.new_version(plan=adopted, by=amina, at=now, why="De nacht.", effect="Wie ’s nachts werkt.")
    plan_actions.submit_version(plan=adopted, by=amina, at=now)
    stakeholders.assign_role(kind=RoleKind.LINE_MANAGER, holder=dirk, starts_on=now.date(), by=koen, at=now)
    page = signed_in(dirk).get(f"/o/{set_up.slug}/")
    assert {task.due_on is None for task in page.context["tasks"]} == {True, False}, "with a day and without"
    name, inside = page.context["groups"][0]
    assert (name, page.context["first"]) == ("Eerst dit", inside[0])
