"""What the delegation does, and whom it asks, reaches nobody through the mail that others may look at."""

from datetime import timedelta

import pytest
from django.urls import reverse

from draagvlak.desk import jobs
from draagvlak.lib import clock
from draagvlak.meetings import actions, queries
from draagvlak.notices.models import Message, Preference
from draagvlak.notices.states import MessageKind, MessageState
from draagvlak.stakeholders.actions import seat

ADDRESS = "luc@acv.example"


@pytest.fixture
def ria(new_account, bodies, set_up, koen, now):
    account = new_account("Ria")
    words = {"function": "chair", "starts_on": clock.day_of(now), "by": koen, "at": now}
    seat(body=bodies["union_delegation"], holder=account, **words)
    return account


def morning(now, days=1):
    return clock.start_of(clock.day_of(now) + timedelta(days=days)) + timedelta(hours=8)


@pytest.mark.parametrize("rhythm", ["daily", "at_once"])
def test_no_digest_and_no_reminder_tells_what_the_delegation_meets_about(
    rhythm,
    ria,
    koen,
    bodies,
    held,
    call,
    item,
    now,
    today,
    set_up,
    signed_in,
):
    for person in (koen, ria):
        signed_in(person).get(reverse("desk:tasks", kwargs={"organisation": "lindehof"}))
    Preference.objects.create(account=ria, rhythm=rhythm, reminder_days=[2, 1], quiet_days=[])
    point = item(held(bodies["union_delegation"], ria), ria)
    call(bodies["union_delegation"], ria, in_days=2)
    facts = {"what": "Stakingsaanzegging schrijven", "account": ria, "due_on": today + timedelta(days=3)}
    actions.add_action(item=point, facts=facts, by=ria, at=now)
    assert "Stakingsaanzegging" in signed_in(ria).get(reverse("desk:tasks", args=["lindehof"])).content.decode()
    for days in (1, 2):
        jobs.go_round(at=morning(now, days))
    told = Message.objects.filter(kind__in=[MessageKind.DIGEST, MessageKind.REMINDER], to=ria.email)
    words = " ".join(f"{one.subject} {one.body}" for one in told)
    assert not any(word in words for word in ("Stakingsaanzegging", "Syndicale delegatie"))


@pytest.mark.parametrize("door", ["send_mail_again", "confirm_mail", "outbox"])
def test_whom_the_delegation_asks_from_outside_stays_its_own_business(
    door,
    ria,
    koen,
    bodies,
    call,
    now,
    set_up,
    signed_in,
):
    meeting = call(bodies["union_delegation"], ria, in_days=5)
    actions.invite_guest(meeting=meeting, facts={"name": "Luc", "email": ADDRESS}, by=ria, at=now, root="https://x")
    mails = Message.objects.filter(to=ADDRESS, organisation=set_up)
    mails.update(state=MessageState.GIVEN_UP, trouble=f"550 5.1.1 <{ADDRESS.upper()}> onbekend")
    words = {} if door == "outbox" else {"pk": mails.first().pk}
    shown = signed_in(koen).get(reverse(f"desk:{door}", kwargs={"organisation": "lindehof", **words})).content.decode()
    assert ADDRESS not in shown.lower()
    assert "een gast" in shown
    assert "onbekend" in shown


def test_the_minutes_of_the_delegation_wait_for_its_chair_alone(ria, koen, bodies, held, set_up, signed_in):
    meeting = held(bodies["union_delegation"], ria)
    address = reverse("meetings:write_minutes", kwargs={"organisation": "lindehof", "pk": meeting.pk})
    tasks = reverse("desk:tasks", args=["lindehof"])
    assert address in signed_in(ria).get(tasks).content.decode()
    assert address not in signed_in(koen).get(tasks).content.decode()
    assert queries.meetings().get(pk=meeting.pk).is_private
