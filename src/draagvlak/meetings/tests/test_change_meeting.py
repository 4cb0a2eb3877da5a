from datetime import time, timedelta

import pytest

from draagvlak.lib import clock
from draagvlak.lib.refusals import Changed
from draagvlak.meetings import actions
from draagvlak.meetings.models import Invitee
from draagvlak.meetings.rules import InThePast, NotPossibleNow
from draagvlak.meetings.tests.conftest import ROOT, acts, event_in, fresh, here, mails


def facts_of(meeting, **more):
    starts, ends = (one.astimezone(clock.BRUSSELS) for one in (meeting.starts_at, meeting.ends_at))
    kept = {"title": meeting.title, "place": meeting.place, "day": starts.date(), "starts": starts.time()}
    return {**kept, "ends": ends.time(), **more}


def change(meeting, by, now, *, version=1, **more):
    facts = facts_of(meeting, **more)
    return actions.change_meeting(meeting=meeting, facts=facts, version=version, by=by, at=now, root=ROOT)


def test_another_hour_updates_the_appointment_of_everybody(group, amina, farid, call, now):
    meeting = call(group, amina)
    changed = change(meeting, amina, now, starts=time(10), ends=time(12), place="Zaal Eik")
    first, second = mails("farid@example.org", "REQUEST")
    assert second.subject.startswith("Gewijzigd: Werkgroep")
    assert "van 10.00 tot 12.00 uur, Zaal Eik" in second.body
    before, after = event_in(first), event_in(second)
    assert before["uid"] == after["uid"]
    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert (after["dtstart"].dt, str(after["location"])) == (changed.starts_at, "Zaal Eik")
    assert acts() == ["meetings.convene", "meetings.change_meeting"]


def test_the_sequence_grows_with_each_change_and_with_the_cancellation(group, amina, call, now):
    meeting = call(group, amina)
    for version, place in enumerate(("B", "C", "D"), start=1):
        meeting = change(meeting, amina, now, version=version, place=place)
    actions.cancel_meeting(meeting=meeting, reason="Sneeuw.", by=amina, at=now, root=ROOT)
    assert [event_in(mail)["sequence"] for mail in mails("farid@example.org")] == [0, 1, 2, 3, 4]


def test_one_of_a_series_is_changed_alone(group, amina, call, now):
    second = call(group, amina, many=True, every="weekly", count=3)[1]
    was = second.starts_at
    change(second, amina, now, starts=time(17), ends=time(18))
    event = event_in(mails("farid@example.org")[-1])
    assert (event["uid"], event["recurrence-id"].dt, event["sequence"]) == (second.series, was, 1)
    change(fresh(second), amina, now, version=2, starts=time(18), ends=time(19))
    again = event_in(mails("farid@example.org")[-1])
    assert (again["recurrence-id"].dt, again["sequence"]) == (was, 2)


def test_at_another_moment_everybody_is_asked_again_elsewhere_not(group, amina, call, now):
    meeting = call(group, amina)
    Invitee.objects.update(answer="declined", reason="Dan werk ik.")
    change(meeting, amina, now, place="Zaal Eik")
    assert set(Invitee.objects.values_list("answer", flat=True)) == {"declined"}
    change(fresh(meeting), amina, now, version=2, starts=time(9))
    assert set(Invitee.objects.values_list("answer", "reason")) == {("", "")}


def test_saving_the_same_is_no_change_and_no_mail(group, amina, call, now):
    meeting = call(group, amina)
    assert change(meeting, amina, now).sequence == 0
    assert len(mails("farid@example.org")) == 1


def test_a_moment_in_the_past_is_refused(group, amina, call, now):
    meeting = call(group, amina)
    with pytest.raises(InThePast):
        change(meeting, amina, now, day=clock.day_of(now) - timedelta(days=1))


def test_a_meeting_that_has_begun_stays_as_it_was(council, nadia, held, now):
    with pytest.raises(NotPossibleNow, match="al begonnen"):
        change(held(council, nadia), nadia, now, place="Elders")


def test_the_second_writer_sees_how_it_stands(council, nadia, koen, call, now, set_up, signed_in):
    meeting = call(council, nadia)
    change(meeting, nadia, now, place="Zaal Eik")
    with pytest.raises(Changed) as changed:
        change(meeting, koen, now, place="Zaal Linde")
    assert changed.value.theirs["place"] == "Zaal Eik"
    sent = {**facts_of(meeting), "place": "Zaal Linde", "version": 1, "starts": "14:00", "ends": "16:00"}
    page = signed_in(koen).post(here(set_up, "change_meeting", pk=meeting.pk), sent)
    text = page.content.decode()
    assert (page.status_code, "Zaal Eik" in text, "Zaal Linde" in text) == (409, True, True)
    done = signed_in(koen).post(here(set_up, "change_meeting", pk=meeting.pk), {**sent, "version": 2})
    assert (done.status_code, fresh(meeting).place) == (302, "Zaal Linde")


def test_the_page_shows_what_stands(council, nadia, call, set_up, signed_in):
    meeting = call(council, nadia)
    text = signed_in(nadia).get(here(set_up, "change_meeting", pk=meeting.pk)).content.decode()
    assert 'value="14:00"' in text
    assert f'value="{clock.day_of(meeting.starts_at).isoformat()}"' in text
