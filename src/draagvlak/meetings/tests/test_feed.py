import re
from datetime import timedelta

import icalendar
import pytest
import vobject
from django.test import Client
from django.urls import reverse
from django_scopes import scope

from draagvlak.journal.models import Record
from draagvlak.meetings import actions
from draagvlak.meetings.models import CalendarFeed, Invitee
from draagvlak.meetings.tests.conftest import here


def address_of(secret):
    return reverse("calendar_feed", kwargs={"secret": secret})


@pytest.fixture
def feed(dirk, now):
    return actions.make_feed(account=dirk, by=dirk, at=now)


def read(secret, **headers):
    return Client().get(address_of(secret), headers=headers)


def events(secret):
    return list(icalendar.Calendar.from_ical(read(secret).content).walk("VEVENT"))


def test_the_person_makes_an_address_on_the_page_and_it_is_told_once(dirk, set_up, signed_in):
    client, page = signed_in(dirk), here(set_up, "my_calendar")
    assert "Maak mijn adres" in client.get(page).content.decode()
    text = client.post(page, {"once": "a"}).content.decode()
    (secret,) = re.findall(r"/kalender/([\w-]+)\.ics", text)
    assert len(secret) >= 43
    assert read(secret).status_code == 200
    assert secret not in client.get(page).content.decode()
    assert secret not in str(list(CalendarFeed.objects.values())) + str(list(Record.objects.values()))


def test_both_readers_take_the_feed_in(council, nadia, dirk, call, feed):
    meeting = call(council, nadia)
    answer = read(feed)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    (event,) = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    assert (event["uid"], event["dtstart"].dt, str(event["location"])) == (meeting.uid, meeting.starts_at, "Zaal Beuk")
    assert str(event["url"]).endswith(f"/o/lindehof/vergaderingen/{meeting.pk}/")
    second = vobject.readOne(answer.content.decode()).vevent
    assert (second.uid.value, second.dtstart.value) == (meeting.uid, meeting.starts_at)


def test_each_meeting_of_a_series_stands_alone(group, amina, farid, call, now):
    made = call(group, amina, many=True, every="weekly", count=3)
    found = events(actions.make_feed(account=farid, by=farid, at=now))
    assert [one["uid"] for one in found] == [one.uid for one in made]
    assert not any("recurrence-id" in one or "rrule" in one for one in found)


def test_no_words_of_an_agenda_and_no_names_are_in_it(council, nadia, dirk, koen, call, item, feed, now):
    meeting = call(council, nadia, title="Sluiting van de keuken")
    item(meeting, nadia, title="Ontslagen", preparation="<p>Twaalf mensen</p>")
    Invitee.objects.filter(account=dirk).update(answer="declined", reason="Ziekenhuis")
    text = read(feed).content.decode().replace("\r\n ", "")
    for private in (
        "Sluiting",
        "Ontslagen",
        "Twaalf",
        "Ziekenhuis",
        "Nadia",
        "Koen",
        "Dirk",
        "@",
        "ATTENDEE",
        "ORGANIZER",
    ):
        assert private not in text
    assert "SUMMARY:Ondernemingsraad" in text


def test_a_revoked_address_is_not_there(dirk, feed, set_up, signed_in):
    assert read(feed).status_code == 200
    signed_in(dirk).post(here(set_up, "revoke_feed"), {"once": "a"})
    assert read(feed).status_code == 404


def test_a_new_address_stops_the_old_one(dirk, feed, now):
    second = actions.make_feed(account=dirk, by=dirk, at=now)
    assert (read(feed).status_code, read(second).status_code) == (404, 200)


@pytest.mark.parametrize("secret", ["x", "a" * 43, "..", "%00", "é"])
def test_a_wrong_address_is_not_there(secret, feed):
    assert read(secret).status_code == 404


def test_the_digest_itself_opens_nothing(feed):
    assert read(CalendarFeed.objects.get().secret_sha256).status_code == 404


def test_who_has_no_access_any_more_has_no_feed(council, nadia, dirk, call, feed, now):
    from draagvlak.stakeholders.actions import end_access

    call(council, nadia)
    end_access(account=dirk, by=nadia, at=now)
    assert events(feed) == []
    dirk.is_active = False
    dirk.save()
    assert read(feed).status_code == 404


def test_who_left_the_body_is_no_longer_told_when_it_meets(council, nadia, dirk, call, feed, today):
    from draagvlak.stakeholders.models import Seat

    call(council, nadia)
    Seat.objects.filter(holder=dirk).update(starts_on=today - timedelta(days=9), ends_on=today - timedelta(days=1))
    assert events(feed) == []


def test_it_reaches_sixty_days_back(council, nadia, dirk, held, feed):
    held(council, nadia, days_ago=61)
    recent = held(council, nadia, days_ago=59)
    assert [one["uid"] for one in events(feed)] == [recent.uid]


def test_what_is_called_off_is_shown_as_off(council, nadia, dirk, call, feed, now):
    actions.cancel_meeting(meeting=call(council, nadia), reason="Sneeuw.", by=nadia, at=now)
    assert [(one["status"], one["sequence"]) for one in events(feed)] == [("CANCELLED", 1)]
    assert "Sneeuw" not in read(feed).content.decode()


def test_it_holds_the_meetings_of_every_organisation(council, nadia, dirk, greet, call, feed, now):
    from draagvlak.stakeholders.actions import install_body, seat
    from draagvlak.tenancy.models import Organisation

    call(council, nadia)
    with scope(organisation=Organisation.objects.get(slug="terweide")):
        board = install_body(kind="board", name="Raad van beheer", starts_on=now.date(), by=greet, at=now)
        seat(body=board, holder=dirk, function="member", starts_on=now.date(), by=greet, at=now)
        call(board, greet)
    assert [str(one["summary"]) for one in events(feed)] == ["Ondernemingsraad", "Raad van beheer"]


def test_a_reader_that_has_it_gets_nothing_until_something_changes(council, nadia, dirk, call, feed, now):
    meeting = call(council, nadia)
    first = read(feed)
    assert first.headers["Cache-Control"] == "private"
    assert first.headers["Last-Modified"]
    tag = first.headers["ETag"]
    again = read(feed, if_none_match=tag)
    assert (again.status_code, again.content) == (304, b"")
    actions.cancel_meeting(meeting=meeting, reason="Sneeuw.", by=nadia, at=now + timedelta(seconds=5))
    changed = read(feed, if_none_match=tag)
    assert (changed.status_code, changed.headers["ETag"] == tag) == (200, False)


def test_a_date_alone_does_not_hide_that_a_meeting_went(council, nadia, dirk, call, feed, today):
    from draagvlak.stakeholders.models import Seat

    call(council, nadia)
    when = read(feed).headers["Last-Modified"]
    Seat.objects.filter(holder=dirk).update(starts_on=today - timedelta(days=9), ends_on=today - timedelta(days=1))
    assert (read(feed, if_modified_since=when).status_code, events(feed)) == (200, [])


def test_it_is_only_read(feed):
    for method in ("post", "put", "delete"):
        assert getattr(Client(), method)(address_of(feed)).status_code == 405
    assert Client().head(address_of(feed)).status_code == 200


def test_it_leaves_no_cookie_and_asks_no_sign_in(feed):
    answer = read(feed)
    assert (answer.status_code, dict(answer.cookies)) == (200, {})


def test_the_number_of_statements_does_not_grow_with_the_meetings(
    council, nadia, dirk, call, feed, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    call(council, nadia)
    with CaptureQueriesContext(connection) as asked:
        read(feed)
    for days in range(8, 20):
        call(council, nadia, in_days=days)
    with django_assert_num_queries(len(asked)):
        read(feed)
