import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from draagvlak.meetings import actions
from draagvlak.meetings.tests.conftest import here


def statements(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.fixture
def fill(council, nadia, dirk, held, call, item, reported, now):
    """More of everything: meetings past and to come, points, actions."""

    def make(times):
        for turn in range(times):
            call(council, nadia, in_days=7 + turn)
            was = held(council, nadia, days_ago=40 + turn)
            points = [item(was, nadia, title=f"Punt {turn}.{n}", kind="advice") for n in range(1 + turn)]
            for point in points:
                facts = {"what": "Doe iets", "account": dirk}
                actions.add_action(item=point, facts=facts, by=nadia, at=now)
            reported(was, nadia, {point: {"decision": "Ja."} for point in points})
        return was

    return make


@pytest.mark.parametrize("name", ["meetings", "actions"])
def test_lists_ask_as_many_statements_with_many_rows(name, fill, nadia, set_up, signed_in):
    client, address = signed_in(nadia), here(set_up, name)
    fill(1)
    few = statements(client, address)
    fill(4)
    assert statements(client, address) == few


@pytest.mark.parametrize("name", ["meeting", "print_agenda", "print_minutes", "write_minutes"])
def test_a_meeting_asks_as_many_statements_with_many_points(name, fill, nadia, set_up, signed_in):
    client = signed_in(nadia)
    few = statements(client, here(set_up, name, pk=fill(1).pk))
    assert statements(client, here(set_up, name, pk=fill(4).pk)) == few


@pytest.mark.parametrize("person", ["dirk", "nadia", "koen"])
def test_the_tasks_ask_as_many_statements_with_many_meetings(person, fill, set_up, signed_in, request):
    from django.core.cache import cache

    client = signed_in(request.getfixturevalue(person))
    address = reverse("desk:tasks", kwargs={"organisation": set_up.slug})

    def counted():
        client.get(address)
        cache.clear()
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        return len(asked)

    fill(1)
    few = counted()
    fill(4)
    assert counted() == few


def test_the_list_says_the_next_date_of_every_body(council, group, nadia, amina, call, set_up, signed_in):
    call(council, nadia)
    text = signed_in(amina).get(here(set_up, "meetings")).content.decode()
    assert "De eerstvolgende: Ondernemingsraad" in text
    assert text.count("nog geen datum") == text.count("volgende keer:") + 3


def test_the_list_of_one_body(council, group, nadia, amina, call, set_up, signed_in):
    call(council, nadia, title="Van de raad")
    call(group, amina, title="Van de groep")
    client = signed_in(amina)
    text = client.get(here(set_up, "meetings") + f"?orgaan={group.pk}").content.decode()
    assert "Van de groep" in text
    assert "Van de raad" not in text
    for nonsense in ("x", "9" * 25, "²"):
        assert client.get(here(set_up, "meetings") + f"?orgaan={nonsense}").status_code == 200
    assert client.get(here(set_up, "meetings") + "?orgaan=%00").status_code == 404


def test_who_takes_no_part_gets_a_page_that_helps(set_up, els, greet, signed_in, new_account, now):
    from draagvlak.tenancy.actions import admit

    visitor = new_account("Vera")
    admit(account=visitor, organisation=set_up, at=now)
    text = signed_in(visitor).get(here(set_up, "meetings")).content.decode()
    assert "Je zit in geen orgaan dat hier vergadert" in text
