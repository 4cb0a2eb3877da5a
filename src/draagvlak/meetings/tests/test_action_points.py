from datetime import timedelta

import pytest
from django.urls import reverse

from draagvlak.lib import clock
from draagvlak.meetings import actions
from draagvlak.meetings.models import ActionPoint, Reply
from draagvlak.meetings.rules import NoReason, NotPossibleNow
from draagvlak.meetings.tests.conftest import acts, fresh, here


@pytest.fixture
def point(council, nadia, held, item):
    return item(held(council, nadia), nadia, title="Vorming", kind="advice")


def agree(item, by, now, **facts):
    return actions.add_action(item=item, facts={"what": "Vraag prijzen op", **facts}, by=by, at=now)


def test_an_action_lands_with_who_does_it_on_the_day_it_is_due(point, nadia, dirk, koen, now, today, set_up, signed_in):
    agree(point, nadia, now, account=dirk, due_on=today + timedelta(days=3))
    tasks = reverse("desk:tasks", kwargs={"organisation": set_up.slug})
    text = signed_in(dirk).get(tasks).content.decode()
    assert "Vraag prijzen op" in text
    assert "Vraag prijzen op" not in signed_in(koen).get(tasks).content.decode()


def test_what_is_finished_leaves_the_tasks(point, nadia, dirk, now, set_up, signed_in):
    action = agree(point, nadia, now, account=dirk)
    client, tasks = signed_in(dirk), reverse("desk:tasks", kwargs={"organisation": set_up.slug})
    sent = {"note": "Drie prijzen in de map.", "once": "a"}
    done = client.post(here(set_up, "finish_action", pk=action.pk), sent, follow=True)
    assert "Vraag prijzen op" not in client.get(tasks).content.decode()
    assert "Drie prijzen in de map." in client.get(here(set_up, "actions") + "?toon=klaar").content.decode()
    assert "Drie prijzen in de map." not in done.content.decode()
    assert acts()[-1] == "meetings.finish_action"


def test_finishing_twice_is_refused(point, nadia, dirk, now):
    action = agree(point, nadia, now, account=dirk)
    actions.finish_action(action=action, note="", by=dirk, at=now)
    with pytest.raises(NotPossibleNow):
        actions.finish_action(action=action, note="", by=dirk, at=now)


def test_another_member_does_not_finish_it_and_the_secretary_does(point, nadia, dirk, now, set_up, signed_in):
    action = agree(point, nadia, now, owner_name="De firma")
    address = here(set_up, "finish_action", pk=action.pk)
    assert signed_in(dirk).get(address).status_code == 403
    assert signed_in(nadia).get(address).status_code == 200


def test_somebody_does_it(point, nadia, now):
    with pytest.raises(NoReason, match="wie dit doet"):
        agree(point, nadia, now, owner_name=" ")
    with pytest.raises(NoReason, match="wat er moet gebeuren"):
        agree(point, nadia, now, what=" ", owner_name="An")


def test_before_the_meeting_nothing_is_agreed(council, nadia, call, item, now):
    with pytest.raises(NotPossibleNow):
        agree(item(call(council, nadia), nadia), nadia, now, owner_name="An")


def test_the_page_offers_who_was_invited_or_a_name(point, nadia, dirk, set_up, signed_in, today):
    client, address = signed_in(nadia), here(set_up, "add_action", pk=point.meeting_id)
    text = client.get(address).content.decode()
    assert all(name in text for name in ("Dirk", "Koen", "1. Vorming"))
    who = next(one for one in point.meeting.invitees.all() if one.account_id == dirk.pk)
    sent = {"item": point.pk, "what": "Bel de school", "who": who.pk, "due_on": today.isoformat(), "once": "a"}
    assert client.post(address, sent).status_code == 302
    assert ActionPoint.objects.get().account == dirk
    other = {"item": point.pk, "what": "Bel de school", "owner_name": "De technische dienst", "once": "b"}
    client.post(address, other)
    assert ActionPoint.objects.last().owner == "De technische dienst"
    nobody = client.post(address, {"item": point.pk, "what": "Bel", "once": "c"})
    assert (nobody.status_code, "Zeg wie dit doet" in nobody.content.decode()) == (409, True)


def test_the_list_shows_only_what_is_open_to_the_person(point, nadia, bram, ria, now, set_up, signed_in):
    agree(point, nadia, now, owner_name="An")
    address = here(set_up, "actions")
    assert "Vraag prijzen op" in signed_in(nadia).get(address).content.decode()
    for person in (bram, ria):
        assert "Vraag prijzen op" not in signed_in(person).get(address).content.decode()


def advised(point, reported, nadia):
    reported(point.meeting, nadia, {point: {"decision": "Voorzie vervanging."}})
    point.refresh_from_db()
    point.meeting = fresh(point.meeting)
    return point


def test_the_employer_answers_an_advice(point, nadia, dirk, koen, reported, set_up, signed_in):
    advised(point, reported, nadia)
    tasks = reverse("desk:tasks", kwargs={"organisation": set_up.slug})
    assert "Antwoord op het advies van Ondernemingsraad" in signed_in(koen).get(tasks).content.decode()
    address = here(set_up, "reply_to_advice", pk=point.pk)
    assert "Voorzie vervanging." in signed_in(koen).get(address).content.decode()
    signed_in(koen).post(address, {"text": "Wij volgen dit vanaf mei.", "once": "a"})
    text = signed_in(dirk).get(here(set_up, "meeting", pk=point.meeting_id)).content.decode()
    assert "Wij volgen dit vanaf mei." in text
    assert clock.day_of(Reply.objects.get().at) == clock.today()
    assert "Antwoord op het advies van" not in signed_in(koen).get(tasks).content.decode()
    assert signed_in(dirk).get(address).status_code == 403


def test_an_advice_is_answered_once_with_words_and_only_when_it_was_given(point, nadia, koen, reported, now):
    with pytest.raises(NotPossibleNow, match="hoort geen advies"):
        actions.reply_to_advice(item=point, text="Ja.", by=koen, at=now)
    told = advised(point, reported, nadia)
    with pytest.raises(NoReason):
        actions.reply_to_advice(item=told, text=" ", by=koen, at=now)
    actions.reply_to_advice(item=told, text="Ja.", by=koen, at=now)
    with pytest.raises(NotPossibleNow, match="al een antwoord"):
        actions.reply_to_advice(item=told, text="Neen.", by=koen, at=now)
