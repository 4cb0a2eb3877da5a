"""For whom a member of the group speaks, and what goes back and forth; counted with the support."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from draagvlak.lib.refusals import Changed
from draagvlak.planproject import actions, queries
from draagvlak.planproject.models import Constituency, GroupSeat
from draagvlak.planproject.rules import NotPossibleNow
from draagvlak.planproject.states import Direction
from draagvlak.stakeholders import actions as roles
from draagvlak.stakeholders.models import Stakeholder
from draagvlak.stakeholders.states import AttitudeLevel

FACTS = {"text": "De nacht", "function_group": None, "team": None}


def here(organisation, name, **words):
    return reverse(f"planproject:{name}", kwargs={"organisation": organisation.slug, **words})


def test_a_member_writes_it_for_the_own_seat_and_the_coordinator_for_all(organisation, group, bram, amina, signed_in):
    sent = {"text": "De nachtdienst", "once": "a"}
    assert signed_in(bram).post(here(organisation, "set_constituency", pk=group.pk), sent).status_code == 302
    assert Constituency.objects.get().text == "De nachtdienst"
    other = GroupSeat.objects.exclude(pk=group.pk).get()
    for name in ("set_constituency", "add_errand"):
        assert signed_in(bram).get(here(organisation, name, pk=other.pk)).status_code == 403
        assert signed_in(amina).get(here(organisation, name, pk=other.pk)).status_code == 200


def test_two_at_once_both_keep_their_text(group, bram, amina, now):
    actions.set_constituency(seat=group, facts=FACTS, version=0, by=bram, at=now)
    with pytest.raises(Changed) as changed:
        actions.set_constituency(seat=group, facts={**FACTS, "text": "x"}, version=0, by=amina, at=now)
    assert changed.value.theirs == {"text": "De nacht"}
    actions.set_constituency(seat=group, facts={**FACTS, "text": "x"}, version=1, by=amina, at=now)
    assert Constituency.objects.get().text == "x"


def test_what_goes_back_and_forth_is_logged_and_counted(organisation, group, bram, amina, now, today, signed_in):
    client, address = signed_in(bram), here(organisation, "add_errand", pk=group.pk)
    for number, direction in enumerate(("back", "back", "in")):
        sent = {"direction": direction, "on": today, "what": "Verteld", "once": f"{number}"}
        assert client.post(address, sent).status_code == 302
    assert queries.errands_counted() == {"back": 2, "in": 1}
    voice = next(one for one in queries.voices(on=today) if one.seat == group)
    assert (voice.back, voice.brought_in) == (2, 1)
    page = signed_in(amina).get(here(organisation, "support")).content.decode()
    assert "Naar de achterban gebracht" in page
    with pytest.raises(NotPossibleNow):
        later = today + timedelta(days=1)
        actions.add_errand(seat=group, on=later, direction=Direction.IN, what="x", by=bram, at=now)


def test_a_seat_that_fell_free_is_no_longer_written_for(organisation, group, bram, amina, now, today, signed_in):
    actions.vacate_seats_of(member=group.member, ends_on=today, by=amina, at=now)
    assert signed_in(amina).get(here(organisation, "set_constituency", pk=group.pk)).status_code == 404


def test_the_support_shows_the_trend_per_group_with_its_numbers(
    organisation, group, employ, amina, now, today, signed_in
):
    roles.propose_register(by=amina, at=now)
    one = Stakeholder.objects.filter(function_group__name="Zorg").get()
    for level, ago in ((2, 60), (4, 0)):
        roles.measure_attitude(
            stakeholder=one, level=AttitudeLevel(level), on=today - timedelta(days=ago), why="", by=amina, at=now
        )
    page = signed_in(amina).get(here(organisation, "support")).content.decode()
    assert "Gemiddeld 4,0 van 5, over 1 van de" in page
    assert "+2,0" in page
    assert page.count("<polyline") == 3  # the group, its kind, and everybody
    assert "style=" not in page


def test_an_empty_support_page_says_what_comes_here(organisation, group, amina, signed_in):
    page = signed_in(amina).get(here(organisation, "support")).content.decode()
    assert "Nog niemand keek hoe de betrokkenen tegenover het plan staan." in page


def test_the_support_asks_as_many_statements_with_more_in_it(organisation, group, amina, employ, now, today, signed_in):
    client, address = signed_in(amina), here(organisation, "support")

    def measured(number):
        facts = {"name": f"Groep {number}", "interest": 3, "influence": 3, "mode": "inform", "questions": []}
        one = roles.add_stakeholder(who="", facts=facts, by=amina, at=now)
        roles.measure_attitude(stakeholder=one, level=AttitudeLevel.NEUTRAL, on=today, why="", by=amina, at=now)
        actions.add_errand(seat=group, on=today, direction=Direction.IN, what="x", by=amina, at=now)

    measured(0)
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    few = len(asked)
    for number in range(1, 7):
        measured(number)
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    assert len(asked) == few
