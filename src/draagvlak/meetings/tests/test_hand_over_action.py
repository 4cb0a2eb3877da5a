"""Somebody leaves or cannot: what was agreed with him goes to somebody else, and the minutes stay what they were."""

import pytest
from django.urls import reverse

from draagvlak.meetings import actions, queries
from draagvlak.meetings.models import ActionPoint
from draagvlak.meetings.rules import NoReason, NotPossibleNow
from draagvlak.meetings.tests.conftest import acts, fresh, here
from draagvlak.notices.models import Message
from draagvlak.stakeholders.actions import end_access

NOBODY = {"account": None, "member": None, "owner_name": ""}


@pytest.fixture
def point(council, nadia, held, item):
    return item(held(council, nadia), nadia, title="Vorming")


@pytest.fixture
def action(point, nadia, dirk, now):
    return actions.add_action(item=point, facts={"what": "Vraag prijzen op", "account": dirk}, by=nadia, at=now)


def hand(action, to, by, now, **more):
    words = {"seen": ActionPoint.objects.get(pk=action.pk).doer, **more}
    return actions.hand_over_action(action=action, to={**NOBODY, **to}, by=by, at=now, **words)


def tasks_of(client, organisation):
    return client.get(reverse("desk:tasks", kwargs={"organisation": organisation.slug})).content.decode()


def test_what_somebody_who_left_had_to_do_waits_for_the_secretary_who_gives_it_to_another_member(
    action, nadia, dirk, koen, now, set_up, signed_in
):
    client, address = signed_in(nadia), here(set_up, "hand_over_action", pk=action.pk)
    assert address not in tasks_of(client, set_up)
    end_access(account=dirk, by=koen, at=now)
    assert address in tasks_of(client, set_up)
    page = client.get(address).content.decode()
    assert "Dirk" in page
    assert f"account-{dirk.pk}" not in page
    sent = {"who": f"account-{koen.pk}", "owner_name": "", "seen": "Dirk", "once": "a"}
    assert "Doorgegeven" in client.post(address, sent, follow=True).content.decode()
    assert address not in tasks_of(client, set_up)
    assert "Vraag prijzen op" in tasks_of(signed_in(koen), set_up)
    assert acts()[-1] == "meetings.hand_over_action"
    mail = Message.objects.get(to=koen.email, subject__contains="actiepunt")
    assert "toon=mijn" in mail.body


def test_minutes_that_were_sent_say_what_was_agreed_and_the_list_says_who_does_it_now(
    action, point, nadia, koen, reported, now, set_up, signed_in
):
    reported(point.meeting, nadia)
    before = queries.minutes_in_words(fresh(point.meeting))
    hand(action, {"account": koen}, nadia, now)
    assert queries.minutes_in_words(fresh(point.meeting)) == before
    assert "(overgenomen van Dirk)" in signed_in(nadia).get(here(set_up, "actions")).content.decode()
    hand(action, {"owner_name": "De technische dienst"}, nadia, now)
    assert queries.minutes_in_words(fresh(point.meeting)) == before


def test_before_the_minutes_leave_they_name_who_does_it(action, point, nadia, koen, now):
    hand(action, {"account": koen}, nadia, now)
    assert "Koen" in queries.minutes_in_words(fresh(point.meeting))
    assert "Dirk" not in queries.minutes_in_words(fresh(point.meeting))


def test_after_approval_it_can_still_be_handed_over(action, point, nadia, koen, reported, now):
    minutes = reported(point.meeting, nadia)
    actions.approve_minutes(minutes=minutes, approved_in=None, remarks="", version=minutes.version, by=nadia, at=now)
    kept = minutes.document.sha256
    assert hand(action, {"account": koen}, nadia, now).doer == "Koen"
    minutes.refresh_from_db()
    assert minutes.document.sha256 == kept


def test_who_hands_over_sees_that_another_was_first(action, nadia, koen, now, set_up, signed_in):
    hand(action, {"account": koen}, nadia, now)
    sent = {"who": "", "owner_name": "De firma", "seen": "Dirk", "once": "a"}
    late = signed_in(nadia).post(here(set_up, "hand_over_action", pk=action.pk), sent)
    assert (late.status_code, "Intussen doet Koen dit" in late.content.decode()) == (409, True)
    assert ActionPoint.objects.get().account == koen


def test_it_goes_to_somebody_else_and_to_somebody(action, nadia, dirk, now):
    with pytest.raises(NoReason, match="wie dit doet"):
        hand(action, {"owner_name": " "}, nadia, now)
    with pytest.raises(NotPossibleNow, match="Dirk doet dit al"):
        hand(action, {"account": dirk}, nadia, now)
    actions.finish_action(action=action, note="", by=dirk, at=now)
    with pytest.raises(NotPossibleNow, match="al afgewerkt"):
        hand(action, {"owner_name": "De firma"}, nadia, now)


def test_only_who_runs_the_body_hands_over_and_finds_it_on_the_list(action, nadia, dirk, set_up, signed_in):
    address = here(set_up, "hand_over_action", pk=action.pk)
    assert signed_in(dirk).get(address).status_code == 403
    assert address not in signed_in(dirk).get(here(set_up, "actions")).content.decode()
    assert address in signed_in(nadia).get(here(set_up, "actions")).content.decode()


def test_a_colleague_without_an_account_who_left_is_not_offered(
    point, nadia, rosa, now, today, held, group, amina, item
):
    from draagvlak.staff.models import Employment

    met = item(held(group, amina), amina)
    action = actions.add_action(item=met, facts={"what": "Proef het menu", "member": rosa}, by=amina, at=now)
    other = actions.add_action(item=met, facts={"what": "Bel de kok", "owner_name": "Jo"}, by=amina, at=now)
    names = [str(one) for one in queries.who_can_take_over(other, on=today)]
    assert any("Rosa" in name for name in names)
    assert queries.actions_of_who_left(on=today) == []
    Employment.objects.filter(member=rosa).update(ends_on=today.replace(year=today.year - 1))
    assert [one.pk for one in queries.actions_of_who_left(on=today)] == [action.pk]
    assert not any("Rosa" in str(one) for one in queries.who_can_take_over(other, on=today))
