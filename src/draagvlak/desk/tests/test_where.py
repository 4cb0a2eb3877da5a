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
