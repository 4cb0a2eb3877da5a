"""Calls that go on, people asked on purpose, and seats filled from the reserve list."""

from datetime import time, timedelta

import pytest
from django.urls import reverse

from draagvlak.lib import clock
from draagvlak.meetings.actions import convene
from draagvlak.notices.models import Message
from draagvlak.planproject import actions, queries
from draagvlak.planproject.models import Call, Candidacy, TargetedCall
from draagvlak.planproject.rules import NotPossibleNow, TooManySeats, compare
from draagvlak.planproject.states import CandidacyState
from draagvlak.staff.actions import end_employment
from draagvlak.staff.models import Employment, StaffMember
from draagvlak.stakeholders import queries as stakeholders

ANSWERS = {"motivation": "Ik wil.", "speaks_for": "team"}


def here(organisation, name, **words):
    return reverse(f"planproject:{name}", kwargs={"organisation": organisation.slug, **words})


@pytest.fixture
def project(set_up, koen, now):
    return actions.start_project(title="Plan", first_year=2027, last_year=2030, assignment="Maak het.", by=koen, at=now)


@pytest.fixture
def open_call(project, amina, today, now):
    def one(seats=2, **more):
        facts = {"title": "Oproep", "task": "Denk mee", "seats": seats, "opens_on": today, "closes_on": today}
        return actions.open_call(project=project, facts={**facts, "answer_by": today, **more}, by=amina, at=now)

    return one


@pytest.fixture
def composed(open_call, employ, amina, now):
    """Two seats, three candidates: An and Bo are in, Cis waits."""
    call = open_call()
    for first in ("An", "Bo", "Cis"):
        actions.submit_candidacy(call=call, member=employ(first, group="Zorg"), answers=ANSWERS, by=amina, at=now)
    actions.close_call(call=call, by=amina, at=now)
    chosen = list(Candidacy.objects.filter(member__first_name__in=["An", "Bo"]))
    words = {"to_others": "Je staat reserve.", "reserve": [Candidacy.objects.get(member__first_name="Cis").pk]}
    return actions.compose_group(call=call, chosen=chosen, answers=words, by=amina, at=now)


def candidacy(first):
    return Candidacy.objects.select_related("member__account", "call").get(member__first_name=first)


def test_a_seat_that_falls_free_goes_to_the_reserve_list(composed, amina, now, today):
    actions.withdraw_candidacy(candidacy=candidacy("An"), by=amina, at=now)
    assert queries.free_seats(composed, on=clock.day_of(now)) == 1
    actions.fill_seat(group=composed, candidacy=candidacy("Cis"), by=amina, at=now)
    assert {seat.member.first_name for seat in queries.seats_of(composed, on=clock.day_of(now))} == {"Bo", "Cis"}
    assert candidacy("Cis").state == CandidacyState.RETAINED
    body = stakeholders.body_of_kind("working_group", on=today)
    names = {seat.member.first_name for seat in stakeholders.seats_in(body, on=today + timedelta(days=1))}
    assert names == {"Bo", "Cis"}


def test_who_comes_from_the_reserve_list_reads_it_in_his_own_language(composed, amina, now):
    StaffMember.objects.filter(first_name="Cis").update(language="fr")
    actions.withdraw_candidacy(candidacy=candidacy("An"), by=amina, at=now)
    actions.fill_seat(group=composed, candidacy=candidacy("Cis"), by=amina, at=now)
    assert candidacy("Cis").reason == "Un siège s’est libéré, et tu étais sur la liste de réserve."


def test_the_invitations_to_coming_meetings_follow_the_seats_of_the_group(composed, amina, now, today):
    body = stakeholders.body_of_kind("working_group", on=today)
    facts = {"title": "", "day": today + timedelta(days=14), "starts": time(14), "ends": time(16), "place": ""}
    [meeting] = convene(body=body, facts=facts, by=amina, at=now)
    asked = {invitee.member.first_name for invitee in meeting.invitees.all()}
    actions.withdraw_candidacy(candidacy=candidacy("An"), by=amina, at=now)
    left = {invitee.member.first_name for invitee in meeting.invitees.all()}
    actions.fill_seat(group=composed, candidacy=candidacy("Cis"), by=amina, at=now)
    assert (asked, left) == ({"An", "Bo"}, {"Bo"})
    assert {invitee.member.first_name for invitee in meeting.invitees.all()} == {"Bo", "Cis"}


def test_who_leaves_the_house_is_asked_to_no_meeting_of_the_group_after_it(composed, amina, koen, now, today):
    body = stakeholders.body_of_kind("working_group", on=today)
    facts = {"title": "", "day": today + timedelta(days=14), "starts": time(14), "ends": time(16), "place": ""}
    [meeting] = convene(body=body, facts=facts, by=amina, at=now)
    employment = Employment.objects.get(member__first_name="An")
    end_employment(employment=employment, ends_on=today + timedelta(days=7), by=koen, at=now)
    assert {invitee.member.first_name for invitee in meeting.invitees.all()} == {"Bo"}


def test_without_a_free_seat_nobody_is_added(composed, amina, now):
    with pytest.raises(NotPossibleNow, match="geen zetel vrij"):
        actions.fill_seat(group=composed, candidacy=candidacy("Cis"), by=amina, at=now)


def test_who_is_not_on_the_reserve_list_is_refused(composed, amina, now):
    actions.withdraw_candidacy(candidacy=candidacy("An"), by=amina, at=now)
    with pytest.raises(NotPossibleNow, match="niet"):
        actions.fill_seat(group=composed, candidacy=candidacy("Bo"), by=amina, at=now)


def test_the_coordinator_fills_the_seat_on_the_page_once(composed, amina, set_up, now, signed_in):
    actions.withdraw_candidacy(candidacy=candidacy("An"), by=amina, at=now)
    client, address = signed_in(amina), here(set_up, "fill_seat", pk=candidacy("Cis").pk)
    assert "Er is een zetel vrij" in client.get(here(set_up, "group")).content.decode()
    assert client.post(address, {"once": "a"}).status_code == 302
    assert client.post(address, {"once": "b"}).status_code == 404  # a second window: nobody waits there any more
    assert queries.free_seats(composed, on=clock.day_of(now)) == 0


def test_a_closed_call_goes_on_until_another_day(open_call, amina, today, now):
    call = actions.close_call(call=open_call(), by=amina, at=now)
    actions.extend_call(call=call, closes_on=today + timedelta(days=10), by=amina, at=now)
    assert call.is_open(on=today + timedelta(days=10))
    with pytest.raises(NotPossibleNow):
        actions.extend_call(call=call, closes_on=today - timedelta(days=1), by=amina, at=now)


def test_a_call_whose_group_stands_does_not_go_on(composed, amina, today, now):
    with pytest.raises(NotPossibleNow):
        actions.extend_call(call=Call.objects.get(), closes_on=today, by=amina, at=now)


def test_who_is_missing_is_asked_on_purpose_and_who_has_no_address_is_counted(
    open_call, employ, amina, set_up, now, signed_in
):
    call = open_call()
    employ("Nora", group="Keuken", email="nora@example.org")
    employ("Rik", group="Keuken")
    standing = employ("Tim", group="Keuken", email="tim@example.org")
    actions.submit_candidacy(call=call, member=standing, answers=ANSWERS, by=amina, at=now)
    sent = {"category": "function_group:Keuken", "text": "Niemand van de keuken.", "once": "a"}
    answer = signed_in(amina).post(here(set_up, "ask_category", pk=call.pk), sent)
    assert answer.status_code == 302
    asked = TargetedCall.objects.get()
    assert (asked.asked, asked.on_paper) == (1, 1)
    assert [m.to for m in Message.objects.filter(body__contains="Niemand van de keuken.")] == ["nora@example.org"]


def test_a_closed_call_asks_nobody(open_call, employ, amina, now):
    call = actions.close_call(call=open_call(), by=amina, at=now)
    with pytest.raises(NotPossibleNow):
        actions.ask_category(call=call, voice=("sex", "f"), text="x", by=amina, at=now)


def test_more_seats_meant_than_there_are_is_refused(open_call):
    with pytest.raises(TooManySeats):
        open_call(seats=2, wanted={"Zorg": 2, "Keuken": 1})


def test_a_seat_that_the_call_meant_is_missing_until_it_is_filled():
    staff = {"function_group": {"Zorg": 20, "Keuken": 4}}
    one = compare(
        staff=staff, group={"function_group": {"Zorg": 1, "Keuken": 1}}, people=24, seats=4, wanted={"Keuken": 2}
    )
    assert [(voice.category, voice.wanted) for voice in one.missing] == [("Keuken", 2)]
    two = compare(
        staff=staff, group={"function_group": {"Zorg": 2, "Keuken": 2}}, people=24, seats=4, wanted={"Keuken": 2}
    )
    assert two.missing == []


def test_the_form_takes_seats_per_function_group_as_far_as_there_are_people_for_them(
    project, employ, amina, set_up, today, signed_in
):
    employ("Nora", group="Keuken")
    employ("Omer", group="Keuken")
    client, address = signed_in(amina), here(set_up, "open_call")
    page = client.get(address).content.decode()
    assert "Zetels per functiegroep" in page
    key = page.split('name="wanted_')[1].split('"')[0]
    day = today.isoformat()
    sent = {
        "title": "Oproep",
        "task": "x",
        "seats": "3",
        "opens_on": day,
        "closes_on": day,
        "answer_by": day,
        "once": "a",
    }
    too_many = client.post(address, {**sent, f"wanted_{key}": "3"})
    said = "Te veel zetels voor Keuken: je vraagt er 3, en het aantal collega’s dat daar vandaag werkt is 2."
    assert (too_many.status_code, said in too_many.content.decode()) == (409, True)
    assert client.post(address, {**sent, f"wanted_{key}": "2"}).status_code == 302
    assert Call.objects.get().wanted == {"Keuken": 2}


def test_who_brings_what_the_group_misses_stands_first_on_the_reserve_list(
    open_call, employ, amina, set_up, now, signed_in
):
    call = open_call(seats=2)
    for first, group in (("An", "Zorg"), ("Kim", "Keuken"), ("Cis", "Zorg"), ("Kas", "Keuken")):
        actions.submit_candidacy(call=call, member=employ(first, group=group), answers=ANSWERS, by=amina, at=now)
    actions.close_call(call=call, by=amina, at=now)
    chosen = list(Candidacy.objects.filter(member__first_name__in=["An", "Kim"]))
    words = {"to_others": "Je staat reserve.", "reserve": [candidacy("Cis").pk, candidacy("Kas").pk]}
    group = actions.compose_group(call=call, chosen=chosen, answers=words, by=amina, at=now)
    actions.withdraw_candidacy(candidacy=candidacy("Kim"), by=amina, at=now)
    voices, waiting = queries.reserves_weighed(group, today=call.closes_on)
    assert [voice.category for voice in voices if voice.dimension == "function_group"] == ["Keuken"]
    assert [one.member.first_name for one, _brings in waiting] == ["Kas", "Cis"]
    page = signed_in(amina).get(here(set_up, "group")).content.decode()
    assert page.index("Kas Test") < page.index("Cis Test")
    assert "Nu ontbreekt in de groep: Keuken." in page


def test_in_a_group_that_was_composed_nobody_gets_a_seat_by_coming_to_work(composed, employ, today):
    group = queries.group_of(queries.current_project())
    before = queries.seats_of(group, on=today).count()
    employ("Cas", starts_on=today)
    assert queries.seats_of(group, on=today).count() == before
