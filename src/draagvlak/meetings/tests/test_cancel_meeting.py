import icalendar
import pytest
import vobject

from draagvlak.meetings import actions, queries
from draagvlak.meetings.rules import NoReason, NotPossibleNow
from draagvlak.meetings.tests.conftest import ROOT, acts, event_in, fresh, here, mails
from draagvlak.notices.models import Message
from draagvlak.stakeholders.actions import answer_bodies


def cancel(meeting, by, now, reason="Te weinig volk door ziekte."):
    return actions.cancel_meeting(meeting=meeting, reason=reason, by=by, at=now, root=ROOT)


def test_everybody_hears_why_and_the_appointment_goes(group, amina, call, now):
    meeting = call(group, amina)
    cancel(meeting, amina, now)
    (mail,) = mails("farid@example.org", "CANCEL")
    assert mail.subject.startswith("Gaat niet door: Werkgroep")
    assert "Waarom: Te weinig volk door ziekte." in mail.body
    event = event_in(mail)
    assert (event["uid"], event["sequence"], event["status"]) == (meeting.uid, 1, "CANCELLED")
    assert icalendar.Calendar.from_ical(mail.calendar)["method"] == "CANCEL"
    assert vobject.readOne(mail.calendar).vevent.status.value == "CANCELLED"
    assert (fresh(meeting).state, acts()[-1]) == ("cancelled", "meetings.cancel_meeting")


def test_without_a_reason_it_goes_on(group, amina, call, now):
    meeting = call(group, amina)
    with pytest.raises(NoReason):
        cancel(meeting, amina, now, reason="  ")
    assert fresh(meeting).state == "planned"


def test_it_is_called_off_once(group, amina, call, now):
    meeting = cancel(call(group, amina), amina, now)
    with pytest.raises(NotPossibleNow):
        cancel(meeting, amina, now)


def test_one_of_a_series_is_called_off_alone(group, amina, call, now):
    second = call(group, amina, many=True, every="weekly", count=3)[1]
    cancel(second, amina, now)
    event = event_in(mails("farid@example.org", "CANCEL")[0])
    assert (event["uid"], event["recurrence-id"].dt) == (second.series, second.starts_at)


def test_its_points_go_to_the_next_meeting(group, amina, call, item, now):
    meeting, later = call(group, amina), call(group, amina, in_days=14)
    kept = item(meeting, amina, title="Vervanging", preparation="<p>Cijfers</p>")
    cancel(meeting, amina, now)
    (brought,) = queries.items_of(later)
    assert (brought.title, brought.preparation, brought.came_from_id) == ("Vervanging", "<p>Cijfers</p>", kept.pk)


def test_a_meeting_that_did_not_take_place_is_called_off_afterwards(council, nadia, held, now):
    meeting = held(council, nadia)
    assert cancel(meeting, nadia, now).state == "cancelled"


def test_the_page_asks_why(council, nadia, call, set_up, signed_in):
    meeting = call(council, nadia)
    client, address = signed_in(nadia), here(set_up, "cancel_meeting", pk=meeting.pk)
    assert client.post(address, {"reason": ""}).status_code == 422
    text = client.post(address, {"reason": "Staking bij het spoor."}, follow=True).content.decode()
    assert "Afgelast: Staking bij het spoor." in text


def test_the_meetings_of_a_body_that_ends_are_called_off(council, nadia, dirk, koen, call, set_up, now):
    first, second = (call(council, nadia, in_days=days) for days in (5, 10))
    answer_bodies(present={"board": "Raad van bestuur"}, by=koen, at=now)
    assert {fresh(one).state for one in (first, second)} == {"cancelled"}
    told = Message.objects.filter(to=dirk.email, subject__startswith="Gaat niet door")
    assert (told.count(), "Ondernemingsraad is er niet meer." in told[0].body) == (2, True)
    assert told[0].calendar_method == "CANCEL"
