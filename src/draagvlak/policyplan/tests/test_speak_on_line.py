from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from draagvlak.lib import clock
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.models import Codecision, CodecisionPerson, LineVoice
from draagvlak.policyplan.rules import CodecisionRefused
from draagvlak.stakeholders.models import Seat


@pytest.fixture
def lines(running):
    return queries.lines_of(running)


def test_each_line_leads_to_the_next_one_until_all_are_answered(ask, els, lines):
    first = ask(els, "speak_on_line", {"stand": "agreed", "version": "0"}, pk=lines[0].pk)
    assert first.url.endswith(f"/regel/{lines[1].pk}/zeg/")
    for line in lines[1:]:
        last = ask(els, "speak_on_line", {"stand": "none", "version": "0"}, pk=line.pk)
    assert last.url.endswith("#regel-3")
    assert queries.lines_to_say(els, lines[0].codecision, on=clock.today()) == 0


def test_who_does_not_agree_says_why_and_loses_nothing(ask, els, lines):
    sent = {"stand": "not_agreed", "because": "  ", "remark": "Mijn lange uitleg", "version": "0"}
    page = ask(els, "speak_on_line", sent, pk=lines[0].pk)
    assert (page.status_code, "Mijn lange uitleg" in page.content.decode()) == (409, True)
    with pytest.raises(IntegrityError), transaction.atomic():
        person = CodecisionPerson.objects.get(account=els)
        LineVoice.objects.create(line=lines[0], person=person, stand="not_agreed", said_at=lines[0].codecision.made_at)


def test_two_windows_of_one_person_keep_both_answers(ask, els, lines):
    ask(els, "speak_on_line", {"stand": "if_changed", "because": "Eerste venster", "version": "0"}, pk=lines[0].pk)
    page = ask(els, "speak_on_line", {"stand": "agreed", "remark": "Tweede venster", "version": "0"}, pk=lines[0].pk)
    text = page.content.decode()
    assert (page.status_code, "Eerste venster" in text, "Tweede venster" in text) == (409, True, True)
    again = ask(els, "speak_on_line", {"stand": "agreed", "version": "1", "once": "2"}, pk=lines[0].pk)
    assert (again.status_code, LineVoice.objects.get().stand) == (302, "agreed")


def test_who_is_not_asked_cannot_speak_nor_read(ask, bram, amina, greet, lines):
    sent = {"stand": "agreed", "version": "0"}
    assert ask(bram, "speak_on_line", sent, pk=lines[0].pk).status_code == 403
    assert ask(amina, "speak_on_line", sent, pk=lines[0].pk).status_code == 403, "who opened it is not asked"
    assert ask(greet, "codecision", pk=lines[0].codecision.pk).status_code == 404


def test_after_the_last_day_nobody_speaks_not_even_past_the_program(running, lines, els, now, voice_on, amina):
    voice_on(lines[0], els)
    person = CodecisionPerson.objects.get(account=els)
    facts = {"stand": "none", "because": "", "remark": ""}
    with pytest.raises(CodecisionRefused, match="laatste dag is voorbij"):
        actions.speak_on_line(line=lines[1], person=person, facts=facts, version=0, by=els, at=now + timedelta(days=6))
    actions.close_codecision(codecision=running, reason="Iedereen sprak.", by=amina, at=now)
    with pytest.raises(CodecisionRefused, match=r"Gesloten op .*: Iedereen sprak\. Jouw tekst"):
        actions.speak_on_line(line=lines[1], person=person, facts=facts, version=0, by=els, at=now)
    for act in (
        lambda: LineVoice.objects.update(stand="none"),
        lambda: LineVoice.objects.all().delete(),
        lambda: LineVoice.objects.create(line=lines[1], person=person, stand="agreed", said_at=now),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            act()


def test_in_an_open_round_names_show_at_once_and_in_a_closed_one_to_nobody_before_the_end(
    ask, codecision, els, dirk, amina, now, voice_on
):
    facts = {"title": "Samen", "question": "?", "ends_on": codecision.ends_on, "is_open": False}
    groups = [{"body_id": group.body_id} for group in queries.groups_of(codecision)]
    actions.change_codecision(codecision=codecision, facts=facts, asked=groups, version=1, by=amina, at=now)
    actions.open_codecision(codecision=codecision, by=amina, at=now, root="")
    line = queries.lines_of(codecision)[0]
    voice_on(line, els, "not_agreed", "Te duur voor ons")
    for reader in (dirk, amina):
        assert "Te duur voor ons" not in ask(reader, "codecision", pk=codecision.pk).content.decode()
        assert "Te duur voor ons" not in ask(amina, "conclude_line", pk=line.pk).content.decode()
    actions.close_codecision(codecision=codecision, reason="Klaar.", by=amina, at=now)
    assert "Te duur voor ons" in ask(dirk, "codecision", pk=codecision.pk).content.decode()


def test_in_an_open_round_the_others_read_along(ask, running, lines, els, dirk, voice_on):
    voice_on(lines[0], els, "not_agreed", "Te duur voor ons")
    assert "Te duur voor ons" in ask(dirk, "codecision", pk=running.pk).content.decode()


def test_a_sheet_is_noted_with_who_noted_it_and_never_over_ones_own_words(ask, amina, els, dirk, lines, voice_on):
    voice_on(lines[0], els)
    person = CodecisionPerson.objects.get(account=dirk)
    sent = {"stand": "agreed", "version": "0"}
    assert ask(amina, "speak_on_paper", sent, pk=lines[0].pk, person=person.pk).status_code == 302
    assert LineVoice.objects.get(person=person).entered_by == amina
    own = CodecisionPerson.objects.get(account=els)
    page = ask(amina, "speak_on_paper", {"stand": "none", "version": "1"}, pk=lines[0].pk, person=own.pk)
    assert (page.status_code, LineVoice.objects.get(person=own).stand) == (409, "agreed")
    assert ask(els, "speak_on_paper", sent, pk=lines[0].pk, person=own.pk).status_code == 403


def test_the_result_counts_per_body_and_names_who_is_missing(lines, running, els, voice_on):
    voice_on(lines[0], els)
    found = {row.name: row for row in queries.lines_of(running)[0].result}
    assert found["Raad van bestuur"].counts["agreed"] == 1
    assert found["Ondernemingsraad"].missing == ("Dirk",)
    assert Codecision.objects.get().results == {}


def test_who_notes_sheets_does_not_read_what_somebody_said_himself(ask, amina, els, dirk, lines, voice_on):
    voice_on(lines[0], els, stand="if_changed", because="Geheim tot het einde")
    own = CodecisionPerson.objects.get(account=els)
    page = ask(amina, "speak_on_paper", pk=lines[0].pk, person=own.pk).content.decode()
    assert ("Geheim tot het einde" in page, "checked" in page) == (False, False)
    sheet = CodecisionPerson.objects.get(account=dirk)
    ask(amina, "speak_on_paper", {"stand": "agreed", "version": "0", "once": "a"}, pk=lines[0].pk, person=sheet.pk)
    assert "checked" in ask(amina, "speak_on_paper", pk=lines[0].pk, person=sheet.pk).content.decode()
    assert "Geheim tot het einde" in ask(els, "speak_on_line", pk=lines[0].pk).content.decode()


def test_a_seat_that_ended_yesterday_speaks_no_more_and_asks_for_nothing(ask, els, lines, running, now, amina):
    yesterday, person = clock.day_of(now) - timedelta(days=1), CodecisionPerson.objects.get(account=els)
    ask(els, "speak_on_line", {"stand": "agreed", "version": "0"}, pk=lines[0].pk)
    assert queries.lines_to_say(els, running, on=clock.day_of(now)) == len(lines) - 1
    Seat.objects.filter(holder=els).update(starts_on=yesterday, ends_on=yesterday)
    page = ask(
        els, "speak_on_line", {"stand": "none", "remark": "Mijn tekst", "version": "0", "once": "2"}, pk=lines[1].pk
    )
    text = page.content.decode()
    assert (page.status_code, "liep af" in text, "Mijn tekst" in text) == (409, True, True)
    assert queries.lines_to_say(els, running, on=clock.day_of(now)) == 0
    shown = ask(els, "codecision", pk=running.pk).content.decode()
    assert ("Je zetel of je rol liep af" in shown, "Zeg wat je vindt" in shown) == (True, False)
    assert ask(els, "speak_on_line", pk=lines[1].pk).status_code == 302
    words = {"facts": {"stand": "none", "because": "", "remark": ""}, "version": 0}
    with pytest.raises(CodecisionRefused, match="liep af"):
        actions.speak_on_paper(line=lines[1], person=person, **words, by=amina, at=now)
    assert LineVoice.objects.count() == 1
