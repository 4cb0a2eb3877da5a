from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from draagvlak.desk.queries import where_we_are
from draagvlak.planproject import actions
from draagvlak.planproject.models import Phase
from draagvlak.planproject.tests.factories import a_project, planned


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
    assert (page.context["where"].title, page.context["where"].is_earlier) == ("Het volgende plan", False)
    assert {one.due_on for one in page.context["where"].stations} == {None}
    page = signed_in(amina).get(address + f"?project={project.pk}")
    where, text = page.context["where"], page.content.decode()
    assert (where.years, where.is_earlier) == ((2027, 2030), True)
    assert where.stations[0].due_on is not None
    assert where.stations[0].gates[-1].state == "done"  # the reason for no group was that of this project
    assert f'<option value="{project.pk}" selected>Plan (2027–2030)</option>' in text
    assert "hier zijn we nu" not in text.split("<main", 1)[1]


@pytest.mark.parametrize("asked", ["999999", "x", "²", "-1", ""])
def test_a_project_that_is_not_there_shows_the_last_one(project, amina, signed_in, organisation, asked):
    address = reverse("desk:where", kwargs={"organisation": organisation.slug})
    page = signed_in(amina).get(address, {"project": asked})
    assert page.context["where"].is_earlier is False


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
        actions.add_phase(project=project, facts=facts, by=koen, at=now)
    client.get(address)
    with django_assert_num_queries(few):
        client.get(address)
