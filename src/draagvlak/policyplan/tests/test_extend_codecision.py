from datetime import timedelta

import pytest

from draagvlak.journal.models import Record
from draagvlak.lib.refusals import Changed
from draagvlak.notices.models import Message
from draagvlak.policyplan import actions
from draagvlak.policyplan.models import Codecision, LineVoice
from draagvlak.policyplan.rules import CodecisionRefused

LONGER = "Er is nog tijd tot en met"


@pytest.fixture
def extend(amina, now):
    def more(codecision, days=5, reason="De vakantie.", at=now):
        words = {"reason": reason, "version": codecision.version, "by": amina, "at": at, "root": "https://huis.example"}
        return actions.extend_codecision(
            codecision=codecision, ends_on=codecision.ends_on + timedelta(days=days), **words
        )

    return more


def test_more_time_is_told_to_everybody_who_is_asked_with_the_reason(running, els, dirk, amina, ask, voice_on):
    voice_on(running.lines.first(), els)
    until = running.ends_on + timedelta(days=5)
    sent = {"ends_on": until.isoformat(), "reason": "De vakantie.", "version": str(running.version), "once": "a"}
    for _turn in range(2):
        assert ask(amina, "extend_codecision", sent, pk=running.pk).status_code == 302
    told = Message.objects.filter(subject__startswith=LONGER)
    assert {one.to for one in told} == {els.email, dirk.email}
    assert all("De reden: De vakantie." in one.body for one in told)
    running.refresh_from_db()
    assert (running.ends_on, running.reason, LineVoice.objects.count()) == (until, "De vakantie.", 1)
    assert Record.objects.get(act="policyplan.extend_codecision").details["until"] == until.isoformat()
    assert "Meer tijd: De vakantie." in ask(els, "codecision", pk=running.pk).content.decode()


@pytest.mark.parametrize(("days", "reason"), [(0, "Vakantie"), (-1, "Vakantie"), (5, "  ")])
def test_it_is_never_shorter_and_always_has_a_reason(running, extend, days, reason):
    with pytest.raises(CodecisionRefused):
        extend(running, days=days, reason=reason)
    assert not Message.objects.filter(subject__startswith=LONGER).exists()


def test_of_two_windows_the_second_sees_what_the_first_gave_and_keeps_its_words(running, extend, amina, ask):
    until = running.ends_on + timedelta(days=9)
    seen = str(running.version)
    extend(running)
    words = {"ends_on": until.isoformat(), "reason": "Twee ploegen zijn ziek.", "version": seen, "once": "b"}
    answer = ask(amina, "extend_codecision", words, pk=running.pk)
    page = answer.content.decode()
    assert (answer.status_code, "Twee ploegen zijn ziek." in page, "De vakantie." in page) == (409, True, True)
    with pytest.raises(Changed):
        extend(running)


def test_a_round_that_is_over_closed_or_not_open_yet_gets_none(codecision, running, extend, amina, now):
    after = now + timedelta(days=(running.ends_on - now.date()).days + 1)
    with pytest.raises(CodecisionRefused, match="voorbij"):
        extend(running, days=30, at=after)
    closed = actions.close_codecision(codecision=running, reason="Klaar.", by=amina, at=now)
    with pytest.raises(CodecisionRefused, match="voorbij"):
        extend(closed)


def test_one_in_preparation_gets_its_day_elsewhere(codecision, extend):
    with pytest.raises(CodecisionRefused, match="nog niet open"):
        extend(codecision)


def test_nobody_else_gives_more_time_and_another_organisation_finds_nothing(running, els, bram, greet, ask):
    for account, status in ((els, 403), (bram, 403), (greet, 404)):
        assert ask(account, "extend_codecision", pk=running.pk).status_code == status
    assert Codecision.objects.get().reason == ""


def test_closing_before_the_last_day_is_told_to_everybody_who_could_still_answer(running, els, dirk, amina, ask):
    assert ask(amina, "close_codecision", {"reason": "Iedereen sprak.", "once": "a"}, pk=running.pk).status_code == 302
    told = Message.objects.filter(subject__startswith="Vroeger gesloten")
    assert {one.to for one in told} == {els.email, dirk.email}
    assert all(
        "De reden: Iedereen sprak." in one.body and f"/samen-beslissen/{running.pk}/" in one.body for one in told
    )


def test_closing_after_it_is_no_news(running, amina, now):
    late = now + timedelta(days=30)
    actions.close_codecision(codecision=running, reason="Voorbij.", by=amina, at=late)
    assert not Message.objects.filter(subject__startswith="Vroeger gesloten").exists()
