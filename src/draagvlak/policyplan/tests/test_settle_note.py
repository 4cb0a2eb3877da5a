"""What becomes of a note: answered, changed, taken back, given, settled, opened again."""

from datetime import timedelta

import pytest

from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.lib.refusals import Changed
from draagvlak.policyplan import actions
from draagvlak.policyplan.models import MarginNote, MarginReply
from draagvlak.policyplan.rules import NoteRefused


@pytest.fixture
def note(note_on, amina):
    return note_on(amina, "why", "Tekst", "Van wie?")


def test_an_answer_stands_under_the_note_for_everybody_who_writes(ask, note, koen, amina):
    assert ask(koen, "note", {"text": "Van ons.", "once": "a"}, pk=note.pk).status_code == 302
    assert ask(koen, "note", {"text": "Van ons.", "once": "a"}, pk=note.pk).status_code == 302
    assert MarginReply.objects.get().text == "Van ons."
    assert "Van ons." in ask(amina, "note", pk=note.pk).content.decode()
    assert "1 antwoord" in ask(amina, "plan").content.decode()
    assert ask(koen, "note", {"text": "  ", "once": "b"}, pk=note.pk).status_code == 422


def test_two_settle_at_once_and_the_second_reads_who_was_first(ask, note, amina, koen):
    assert ask(koen, "settle_note", {"once": "a"}, pk=note.pk).status_code == 302
    second = ask(amina, "settle_note", {"once": "b"}, pk=note.pk)
    assert (second.status_code, "Koen handelde deze opmerking al af." in second.content.decode()) == (409, True)
    assert Record.objects.filter(act="policyplan.settle_note").count() == 1
    assert "Van wie?" not in ask(amina, "plan").content.decode()


def test_what_is_settled_takes_no_answer_and_loses_no_word_of_it(ask, note, amina, koen, now):
    actions.settle_note(note=note, by=koen, at=now)
    page = ask(amina, "note", {"text": "Mijn antwoord", "once": "a"}, pk=note.pk)
    assert (page.status_code, "Mijn antwoord" in page.content.decode()) == (409, True)
    assert ask(amina, "reopen_note", {"once": "b"}, pk=note.pk).status_code == 302
    assert MarginNote.objects.get().decided_by is None
    assert ask(amina, "note", {"text": "Mijn antwoord", "once": "c"}, pk=note.pk).status_code == 302
    with pytest.raises(NoteRefused, match="staat al open"):
        actions.reopen_note(note=note, by=koen, at=now)


def test_one_takes_back_ones_own_note_while_nobody_else_answered(ask, note, note_on, amina, koen, now):
    assert ask(koen, "withdraw_note", {"once": "a"}, pk=note.pk).status_code == 403
    actions.answer_note(note=note, text="Zelf nog iets.", named=[], by=amina, at=now)
    assert ask(amina, "withdraw_note", {"once": "b"}, pk=note.pk).status_code == 302
    for page in (ask(koen, "plan"), ask(koen, "notes", query="?toon=alles"), ask(koen, "note", pk=note.pk)):
        assert "Van wie?" not in page.content.decode()
    other = note_on(amina, "why", "", "Nog een")
    actions.answer_note(note=other, text="Gelezen.", named=[], by=koen, at=now)
    refused = ask(amina, "withdraw_note", {"once": "c"}, pk=other.pk)
    assert (refused.status_code, "Er is al op geantwoord" in refused.content.decode()) == (409, True)
    assert "Trek je opmerking in" not in ask(amina, "note", pk=other.pk).content.decode()


def test_in_two_windows_both_texts_are_kept(ask, note, amina):
    sent = {"quote": "Tekst", "kind": "comment", "text": "Eerste venster", "replacement": "", "version": "1"}
    assert ask(amina, "change_note", {**sent, "once": "a"}, pk=note.pk).status_code == 302
    page = ask(amina, "change_note", {**sent, "text": "Tweede venster", "once": "b"}, pk=note.pk)
    text = page.content.decode()
    assert (page.status_code, "Eerste venster" in text, "Tweede venster" in text) == (409, True, True)
    again = ask(amina, "change_note", {**sent, "text": "Samen", "version": "2", "once": "c"}, pk=note.pk)
    assert (again.status_code, MarginNote.objects.get().text) == (302, "Samen")


def test_a_note_whose_words_went_can_still_be_said_better(note, plan, amina, now, note_facts):
    actions.write_section(plan=plan, key="why", body="<p>Iets anders.</p>", revision=2, by=amina, at=now)
    facts = note_facts("why", "Tekst", "Beter gezegd")
    del facts["part"]
    assert actions.change_note(note=note, facts=facts, version=1, by=amina, at=now).text == "Beter gezegd"
    with pytest.raises(NoteRefused, match="staan niet in de tekst"):
        actions.change_note(note=note, facts={**facts, "quote": "van why"}, version=2, by=amina, at=now)


def test_two_give_it_away_and_the_second_sees_to_whom_it_went(ask, note, amina, koen, now):
    day = clock.day_of(now) + timedelta(days=4)
    sent = {"assigned_to": koen.pk, "due_on": day.isoformat(), "version": "1"}
    assert ask(amina, "assign_note", {**sent, "once": "a"}, pk=note.pk).status_code == 302
    page = ask(koen, "assign_note", {**sent, "assigned_to": amina.pk, "once": "b"}, pk=note.pk)
    assert (page.status_code, "Koen" in page.content.decode()) == (409, True)
    away = {"assigned_to": "", "due_on": "", "version": "2", "once": "c"}
    assert ask(amina, "assign_note", away, pk=note.pk).status_code == 302
    assert MarginNote.objects.get().assigned_to is None


def test_an_earlier_day_that_passed_may_stay_when_somebody_else_takes_it(note, amina, koen, now):
    late = now + timedelta(days=10)
    given = actions.Given(koen, clock.day_of(now) + timedelta(days=2))
    actions.assign_note(note=note, given=given, version=1, by=amina, at=now)
    same_day = actions.Given(amina, given.due_on)
    assert actions.assign_note(note=note, given=same_day, version=2, by=koen, at=late).assigned_to == amina
    with pytest.raises(Changed):
        actions.assign_note(note=note, given=same_day, version=2, by=koen, at=late)


def test_who_does_not_write_any_more_has_no_task_and_the_note_says_so(ask, note, amina, koen, now, signed_in, set_up):
    from django.urls import reverse

    from draagvlak.stakeholders.models import Role

    given = actions.Given(amina, clock.day_of(now) + timedelta(days=2))
    actions.assign_note(note=note, given=given, version=1, by=koen, at=now)
    Role.objects.filter(holder=amina).update(starts_on="2020-01-01", ends_on="2020-02-01")
    assert "Amina schrijft niet meer mee." in ask(koen, "note", pk=note.pk).content.decode()
    assert "Handel af" not in signed_in(amina).get(reverse("desk:tasks", args=[set_up.slug])).content.decode()
    assert ask(amina, "note", pk=note.pk).status_code == 403
