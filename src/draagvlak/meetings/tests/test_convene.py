from datetime import timedelta

import icalendar
import pytest
import vobject
from django.urls import reverse

from draagvlak.lib import clock
from draagvlak.meetings import actions, queries
from draagvlak.meetings.models import Invitee, Meeting
from draagvlak.meetings.rules import InThePast, NobodyInvited, NotPossibleNow, SeriesTooLong, TooManyInvited
from draagvlak.meetings.tests.conftest import ROOT, acts, event_in, here, mails


def test_everybody_with_a_seat_is_invited(group, amina, farid, rosa, call):
    meeting = call(group, amina)
    assert [one.person for one in queries.invitees_of(meeting)] == ["Farid", "Rosa Gomes"]
    assert acts() == ["meetings.convene"]


def test_whose_seat_in_the_group_falls_free_that_day_is_not_invited(group, amina, rosa, call, today):
    from draagvlak.stakeholders.actions import unseat_member

    unseat_member(member=rosa, ends_on=today + timedelta(days=7), today=today)
    assert [one.person for one in queries.invitees_of(call(group, amina, in_days=7))] == ["Farid"]


def test_the_mail_says_when_where_what_and_carries_the_appointment(group, amina, farid, call, today):
    meeting = call(group, amina, title="Eerste bijeenkomst")
    (mail,) = mails("farid@example.org", "REQUEST")
    assert mail.subject.startswith("Uitnodiging: Werkgroep, ")
    assert "van 14.00 tot 16.00 uur, Zaal Beuk" in mail.body
    assert f"{ROOT}/o/lindehof/vergaderingen/{meeting.pk}/" in mail.body
    event = event_in(mail)
    assert (event["uid"], event["sequence"], str(event["summary"])) == (meeting.uid, 0, "Werkgroep: Eerste bijeenkomst")
    assert event["attendee"] == "mailto:farid@example.org"
    assert event["organizer"] == "mailto:amina@example.org"
    assert event["dtstart"].dt == meeting.starts_at


def test_the_second_reader_takes_the_mail_in_as_well(group, amina, call):
    meeting = call(group, amina)
    read = vobject.readOne(mails("farid@example.org", "REQUEST")[0].calendar).vevent
    assert read.dtstart.value == meeting.starts_at
    assert read.dtend.value - read.dtstart.value == timedelta(hours=2)


def test_only_the_receiver_is_named_in_the_file(council, nadia, dirk, koen, call):
    call(council, nadia)
    for mail in mails(method="REQUEST"):
        text = mail.calendar.replace("\r\n ", "")
        others = {"dirk@example.org", "koen@example.org"} - {mail.to}
        assert [other for other in others if other in text] == []


def test_who_convenes_and_sits_there_gets_the_appointment_without_an_invitation(council, nadia, call):
    call(council, nadia)
    own = mails("nadia@example.org", "PUBLISH")
    assert len(own) == 1
    assert "attendee" not in event_in(own[0])


def test_each_is_written_to_in_the_own_language(group, amina, farid, call):
    farid.language = "en"
    farid.save()
    call(group, amina)
    (mail,) = mails("farid@example.org")
    assert "donderdag" not in mail.body


def test_somebody_without_an_address_gets_no_mail_and_stands_on_the_list_for_paper(
    group, amina, farid, rosa, call, set_up, signed_in
):
    meeting = call(group, amina)
    assert [mail.to for mail in mails()] == ["farid@example.org"]
    assert [one.person for one in queries.hand_out(meeting)] == ["Rosa Gomes"]
    page = signed_in(amina).get(here(set_up, "meeting", pk=meeting.pk)).content.decode()
    assert "Geen e-mailadres voor Rosa Gomes" in page
    paper = signed_in(amina).get(here(set_up, "print_agenda", pk=meeting.pk)).content.decode()
    assert "Rosa Gomes" in paper
    assert "Ik kom niet" in paper


def test_management_meets_as_who_holds_that_role(bodies, koen, call):
    meeting = call(bodies["management"], koen)
    assert [one.person for one in queries.invitees_of(meeting)] == ["Koen"]


def test_the_workers_themselves_are_everyone_at_work(bodies, amina, bram, employ, call):
    employ("Weg", starts_on=clock.today() + timedelta(days=90))
    meeting = call(bodies["workers"], amina)
    assert [one.person for one in queries.invitees_of(meeting)] == ["Bram"]


def test_too_many_at_once_are_refused(bodies, amina, bram, call, monkeypatch):
    monkeypatch.setattr("draagvlak.meetings.rules.MOST_INVITED", 0)
    with pytest.raises(TooManyInvited):
        call(bodies["workers"], amina)


def test_a_body_without_seats_meets_not(bodies, koen, call):
    with pytest.raises(NobodyInvited, match="Geef eerst iemand een zetel"):
        call(bodies["works_council"], koen)
    assert Meeting.objects.count() == 0


def test_a_body_that_ended_meets_no_more(council, nadia, call, today):
    council.ends_on = today
    with pytest.raises(NotPossibleNow):
        call(council, nadia)


@pytest.mark.parametrize("in_days", [-1, -400])
def test_a_day_in_the_past_is_refused(council, nadia, call, in_days):
    with pytest.raises(InThePast):
        call(council, nadia, in_days=in_days)
    assert (Meeting.objects.count(), mails()) == (0, [])


def test_a_series_of_twelve_is_twelve_meetings_and_one_mail(group, amina, farid, call):
    made = call(group, amina, many=True, every="monthly", count=12)
    assert len(made) == 12
    assert len({one.uid for one in made}) == 12
    assert {one.series for one in made} == {made[0].series} != {""}
    assert Invitee.objects.count() == 24
    (mail,) = mails("farid@example.org")
    assert "voor 12 vergaderingen" in mail.body
    assert mail.body.count("tot 16.00 uur") == 12
    assert event_in(mail)["uid"] == made[0].series
    dates = list(vobject.readOne(mail.calendar).vevent.rruleset)
    assert [one.replace(tzinfo=None) for one in dates] == [
        one.starts_at.astimezone(clock.BRUSSELS).replace(tzinfo=None) for one in made
    ]


def test_a_series_keeps_its_hour_over_both_changes_of_the_clock(group, amina, call):
    made = call(group, amina, many=True, every="weekly", count=52)
    local = [one.starts_at.astimezone(clock.BRUSSELS) for one in made]
    assert {(one.hour, one.minute) for one in local} == {(14, 0)}
    assert {str(one.utcoffset()) for one in local} == {"1:00:00", "2:00:00"}


def test_a_series_without_end_is_refused(group, amina, call):
    with pytest.raises(SeriesTooLong):
        call(group, amina, every="weekly", count=53)


def test_what_stays_open_comes_on_the_agenda_of_the_next_meeting(group, amina, held, item, reported, now, call):
    was = held(group, amina)
    again, over = item(was, amina, title="Vervanging"), item(was, amina, title="Rondvraag")
    reported(was, amina, {again: {"outcome": "Nog niet klaar.", "comes_back": True}, over: {"outcome": "Niets."}})
    facts = {"what": "Vraag de cijfers op", "owner_name": "Amina"}
    actions.add_action(item=over, facts=facts, by=amina, at=now)
    meeting = call(group, amina)
    items = queries.items_of(meeting)
    assert [(one.number, one.source) for one in items] == [(1, "minutes"), (2, "actions"), (3, "again")]
    assert items[0].title.startswith("Goedkeuring verslag van ")
    assert (items[0].about_id, items[2].title, items[2].came_from_id) == (was.pk, "Vervanging", again.pk)


def test_what_stays_open_is_brought_once(group, amina, held, item, reported, call):
    was = held(group, amina)
    again = item(was, amina)
    reported(was, amina, {again: {"comes_back": True}})
    first = call(group, amina)
    second = call(group, amina, in_days=14)
    assert [one.source for one in queries.items_of(first)] == ["minutes", "again"]
    assert queries.items_of(second) == []


def test_the_coordinator_convenes_the_group_through_the_page(group, amina, farid, set_up, signed_in, today):
    client, address = signed_in(amina), here(set_up, "convene", pk=group.pk)
    assert "Nodig iedereen uit" in client.get(address).content.decode()
    sent = {
        "day": (today + timedelta(days=9)).isoformat(),
        "starts": "9:30",
        "ends": "11:30",
        "place": "Zaal",
        "every": "weekly",
        "once": "a",
    }
    missing = client.post(address, sent)
    assert (missing.status_code, "hoeveel vergaderingen het worden" in missing.content.decode()) == (422, True)
    done = client.post(address, {**sent, "count": "4"}, follow=True).content.decode()
    assert "Zonder e-mailadres: Rosa Gomes" in done
    assert Meeting.objects.count() == 4


def test_a_past_day_comes_back_as_a_sentence_on_the_page(group, amina, set_up, signed_in, today):
    sent = {"day": (today - timedelta(days=1)).isoformat(), "starts": "9:30", "ends": "11:30", "every": "once"}
    answer = signed_in(amina).post(here(set_up, "convene", pk=group.pk), sent)
    assert (answer.status_code, "Kies een moment in de toekomst" in answer.content.decode()) == (409, True)


@pytest.mark.parametrize("every", ["weekly", "two_weekly", "monthly"])
def test_a_series_that_runs_out_of_the_calendar_comes_back_as_a_sentence(group, amina, set_up, signed_in, every):
    sent = {"day": "9999-12-31", "starts": "9:30", "ends": "11:30", "every": every, "count": "3"}
    answer = signed_in(amina).post(here(set_up, "convene", pk=group.pk), sent)
    assert (answer.status_code, Meeting.objects.count()) == (409, 0)
    assert "ligt te ver weg voor een reeks" in answer.content.decode()


def test_a_new_seat_is_asked_to_what_is_planned_and_a_former_one_no_longer(
    council, nadia, dirk, new_account, koen, now, call
):
    from draagvlak.stakeholders.actions import seat, unseat
    from draagvlak.stakeholders.models import Seat

    meeting = call(council, nadia)
    tom = new_account("Tom")
    seat(body=council, holder=tom, function="member", starts_on=clock.day_of(now), by=koen, at=now)
    assert event_in(mails("tom@example.org", "REQUEST")[0])["uid"] == meeting.uid
    unseat(seat=Seat.objects.get(holder=dirk), ends_on=clock.day_of(now), by=koen, at=now, reason="Verkiezing.")
    (told,) = mails("dirk@example.org", "CANCEL")
    assert event_in(told)["uid"] == meeting.uid
    # The meeting itself goes on: neither its subject nor its words say otherwise.
    assert told.subject.startswith("Je bent niet meer uitgenodigd: Ondernemingsraad")
    assert "omdat je zetel in Ondernemingsraad eindigde. De vergadering zelf gaat wel door." in told.body
    assert not [mail for mail in mails("dirk@example.org") if "Gaat niet door" in mail.subject]
    assert {one.person for one in queries.invitees_of(meeting)} == {"Koen", "Nadia", "Tom"}


def test_who_leaves_before_the_end_of_a_series_is_asked_to_the_days_before(council, nadia, dirk, call, today):
    from draagvlak.stakeholders.models import Seat

    Seat.objects.filter(holder=dirk).update(ends_on=today + timedelta(days=15))
    made = call(council, nadia, many=True, every="weekly", count=4)
    got = [event_in(mail) for mail in mails("dirk@example.org", "REQUEST")]
    assert [one["recurrence-id"].dt for one in got] == [one.starts_at for one in made[:2]]


def test_the_appointment_travels_with_the_mail(group, amina, call, now):
    from django.core import mail as post

    from draagvlak.notices.actions import send_waiting

    call(group, amina)
    send_waiting(at=now)
    (part,) = [part for part in post.outbox[0].message().walk() if part.get_content_type() == "text/calendar"]
    assert part.get_param("method") == "REQUEST"
    read = icalendar.Calendar.from_ical(part.get_payload(decode=True))
    assert read["method"] == "REQUEST"


def test_the_tasks_show_the_invitation_and_the_group_that_has_no_date(group, amina, farid, set_up, signed_in, call):
    tasks = reverse("desk:tasks", kwargs={"organisation": set_up.slug})
    assert "Plan de volgende vergadering van Werkgroep" in signed_in(amina).get(tasks).content.decode()
    call(group, amina)
    assert "Plan de volgende vergadering" not in signed_in(amina).get(tasks).content.decode()
    assert "Zeg of je komt: Werkgroep" in signed_in(farid).get(tasks).content.decode()
