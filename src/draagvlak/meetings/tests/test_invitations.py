from datetime import timedelta

import pytest

from draagvlak.journal.models import Record
from draagvlak.meetings import actions, queries
from draagvlak.meetings.rules import AlreadyInvited, NotPossibleNow
from draagvlak.meetings.states import Answer
from draagvlak.meetings.tests.conftest import ROOT, event_in, here, mails
from draagvlak.staff.actions import end_employment
from draagvlak.staff.models import Employment
from draagvlak.stakeholders.models import Body

GUEST = {"name": "Prof. Jansen", "email": "jansen@example.com"}


def guest(meeting, by, now, **more):
    return actions.invite_guest(meeting=meeting, facts={**GUEST, **more}, by=by, at=now, root=ROOT)


def answer(invitee, said, by, now, reason=""):
    return actions.answer_invitation(invitee=invitee, answer=said, reason=reason, by=by, at=now)


def own(meeting, account):
    return next(one for one in queries.invitees_of(meeting) if one.account_id == account.pk)


def test_a_guest_who_works_here_sees_this_one_meeting(council, nadia, bram, call, now, set_up, signed_in):
    meeting, other = call(council, nadia), call(council, nadia, in_days=14)
    client = signed_in(bram)
    assert client.get(here(set_up, "meeting", pk=meeting.pk)).status_code == 403
    guest(meeting, nadia, now, email="bram@example.org")
    assert client.get(here(set_up, "meeting", pk=meeting.pk)).status_code == 200
    assert client.get(here(set_up, "meeting", pk=other.pk)).status_code == 403
    assert client.get(here(set_up, "meetings")).content.decode().count("kom je?") == 1


def test_nobody_is_invited_twice(council, nadia, dirk, call, now):
    meeting = call(council, nadia)
    guest(meeting, nadia, now)
    for email in ("JANSEN@example.com", "dirk@example.org"):
        with pytest.raises(AlreadyInvited):
            guest(meeting, nadia, now, email=email)


def test_who_is_asked_answers_on_the_page(council, nadia, dirk, call, set_up, signed_in):
    meeting = call(council, nadia)
    address = here(set_up, "answer_invitation", pk=own(meeting, dirk).pk)
    sent = {"answer": "declined", "reason": "Ik heb dan de nacht.", "once": "a"}
    text = signed_in(dirk).post(address, sent, follow=True).content.decode()
    assert "Ik heb dan de nacht." in text
    assert own(meeting, dirk).answer == "declined"


def test_the_reason_of_a_no_is_read_by_who_convenes_and_by_nobody_else(
    council, nadia, dirk, koen, amina, new_account, call, now, set_up, signed_in
):
    from draagvlak.lib import clock
    from draagvlak.stakeholders.actions import seat

    tom = new_account("Tom")
    seat(body=council, holder=tom, function="member", starts_on=clock.day_of(now), by=koen, at=now)
    meeting = call(council, nadia)
    answer(own(meeting, dirk), Answer.DECLINED, dirk, now, reason="Mijn behandeling in het ziekenhuis.")
    address = here(set_up, "meeting", pk=meeting.pk)
    readers = {
        one.name for one in (dirk, nadia, koen, tom, amina)
        if "behandeling" in signed_in(one).get(address).content.decode()
    }  # fmt: skip
    assert readers == {"Dirk", "Nadia", "Koen"}
    assert not any("behandeling" in mail.body for mail in mails())
    assert not any("behandeling" in f"{one.details}{one.subject_name}" for one in Record.objects.all())


def test_who_changes_a_no_into_a_yes_leaves_no_reason_behind(council, nadia, dirk, call, now):
    mine = own(call(council, nadia), dirk)
    answer(mine, Answer.DECLINED, dirk, now, reason="Ziek.")
    assert answer(mine, Answer.ACCEPTED, dirk, now, reason="Ziek.").reason == ""


def test_the_secretary_notes_what_somebody_said_aloud_and_a_member_does_not(
    council, nadia, dirk, koen, call, set_up, signed_in
):
    meeting = call(council, nadia)
    address = here(set_up, "answer_invitation", pk=own(meeting, koen).pk)
    assert signed_in(dirk).get(address).status_code == 403
    assert signed_in(nadia).post(address, {"answer": "accepted"}).status_code == 302
    assert own(meeting, koen).answer == "accepted"


def test_after_the_meeting_there_is_nothing_to_answer(council, nadia, dirk, held, now):
    meeting = held(council, nadia)
    with pytest.raises(NotPossibleNow):
        answer(own(meeting, dirk), Answer.ACCEPTED, dirk, now)
    with pytest.raises(NotPossibleNow):
        guest(meeting, nadia, now)


def test_a_change_reaches_the_guests_too(council, nadia, call, now):
    from draagvlak.meetings.tests.test_change_meeting import change

    meeting = call(council, nadia)
    guest(meeting, nadia, now)
    change(meeting, nadia, now, place="Elders")
    assert [event_in(mail)["sequence"] for mail in mails("jansen@example.com", "REQUEST")] == [0, 1]


def test_a_guest_who_gets_a_seat_is_a_guest_no_longer(council, nadia, bram, koen, call, now):
    from draagvlak.lib import clock
    from draagvlak.stakeholders.actions import seat

    meeting = call(council, nadia)
    guest(meeting, nadia, now, email="bram@example.org")
    seat(body=council, holder=bram, function="member", starts_on=clock.day_of(now), by=koen, at=now)
    assert [(one.person, one.is_guest) for one in queries.invitees_of(meeting) if one.account == bram] == [
        ("Bram", False)
    ]
    assert len(mails("bram@example.org", "REQUEST")) == 1


def test_who_gets_an_account_finds_the_invitation_and_the_action(group, amina, rosa, held, call, item, now):
    from draagvlak.stakeholders.actions import invite_member

    meeting = call(group, amina)
    point = item(held(group, amina), amina)
    action = actions.add_action(item=point, facts={"what": "Vraag rond", "member": rosa}, by=amina, at=now)
    rosa.email = "rosa@example.org"
    rosa.save()
    account = invite_member(member=rosa, by=amina, at=now, root=ROOT)
    action.refresh_from_db()
    assert (own(meeting, account).member, action.account) == (rosa, account)


def test_the_workers_themselves_are_asked_as_they_come_and_go(bodies, set_up, amina, bram, employ, call, now, today):
    workers = Body.objects.get(kind="workers")
    meeting = call(workers, amina)
    assert {one.person for one in queries.invitees_of(meeting)} == {"Bram"}
    employ("Cas")
    assert {one.person for one in queries.invitees_of(meeting)} == {"Bram", "Cas Test"}
    employment = Employment.objects.get(member__account=bram)
    Employment.objects.filter(pk=employment.pk).update(starts_on=today - timedelta(days=99))
    employment.refresh_from_db()
    end_employment(employment=employment, ends_on=today - timedelta(days=1), by=amina, at=now)
    assert {one.person for one in queries.invitees_of(meeting)} == {"Cas Test"}
