"""A note at words of the draft: who may, what it needs, where it stands, and what it asks of others."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from draagvlak.lib import clock
from draagvlak.notices.models import Message
from draagvlak.policyplan import actions, exports, queries
from draagvlak.policyplan.exports import documents
from draagvlak.policyplan.models import Goal, MarginMention, MarginNote
from draagvlak.policyplan.rules import DayInThePast, NoteRefused, named_in


def desk(signed_in, person, house):
    return signed_in(person).get(reverse("desk:tasks", args=[house.slug])).content.decode()


def test_a_note_stands_beside_its_words_with_the_version_and_the_revision(ask, note_on, amina, koen):
    note = note_on(amina, "why", "Tekst van", "Van wie?")
    assert (note.version_number, note.revision, note.part, str(note)) == (1, 2, "why", "opmerking bij Waarom dit plan")
    page = ask(koen, "plan").content.decode()
    assert f'<mark class="anchor" id="bij-{note.pk}">Tekst van</mark><sup class="ref">' in page
    assert "Van wie?" in page
    assert "1 opmerking</summary>" in page


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("why", "", "  "), "Schrijf wat je wil zeggen"),
        (("why", "", "", "nieuw"), "Zeg over welke woorden"),
        (("why", "Tekst", "", "Tekst"), "hetzelfde"),
        (("why", "staat er niet", "Wat?"), "staan niet in de tekst"),
        (("doel-1", "met een mentor", "", "alleen"), "staan 2 keer in de tekst"),
        (("nergens", "", "Wat?"), "staat niet meer in het plan"),
        (("doel-9", "", "Wat?"), "staat niet meer in het plan"),
    ],
)
def test_a_note_that_says_nothing_or_stands_nowhere_is_refused(note_on, amina, words, sentence):
    with pytest.raises(NoteRefused, match=sentence):
        note_on(amina, *words)
    assert MarginNote.objects.count() == 0


def test_what_was_typed_stays_when_it_is_refused(ask, amina):
    sent = {"quote": "staat er niet", "kind": "comment", "text": "Mijn lange gedachte", "once": "a"}
    page = ask(amina, "write_note", sent, query="?deel=why")
    assert (page.status_code, MarginNote.objects.count()) == (409, 0)
    assert "Mijn lange gedachte" in page.content.decode()
    longer = ask(amina, "write_note", {**sent, "quote": "", "text": "x" * 4001, "once": "b"}, query="?deel=why")
    assert (longer.status_code, "x" * 4001 in longer.content.decode()) == (422, True)


def test_sent_twice_it_stands_once_and_leads_to_its_place(ask, amina):
    sent = {"quote": "", "kind": "comment", "text": "Eén keer", "once": "a"}
    for _ in range(2):
        page = ask(amina, "write_note", sent, query="?deel=doel-1")
    note = MarginNote.objects.get()
    assert (page["Location"].split("/")[-1], note.part) == (f"#o{note.pk}", "doel-1")


def test_without_a_part_one_chooses_and_selected_words_are_filled_in(ask, amina):
    assert "?deel=follow_up" in ask(amina, "write_note").content.decode()
    page = ask(amina, "write_note", query="?deel=why&woorden=Tekst+van").content.decode()
    assert "Tekst van</textarea>" in page


def test_pasted_markup_is_only_words(ask, note_on, amina):
    note_on(amina, "why", "", "<script>alert(1)</script>")
    page = ask(amina, "plan").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_signs_in_a_title_are_shown_as_they_were_typed(ask, note_on, plan, amina, now, goal_facts):
    goal = Goal.objects.get()
    facts = goal_facts(title="Zorg & <leven> 'nu'")
    actions.change_goal(plan=plan, number=1, facts=facts, items=[], revision=goal.revision, by=amina, at=now)
    assert "Zorg &amp; &lt;leven&gt; &#x27;nu" in ask(amina, "note", pk=note_on(amina, "doel-1").pk).content.decode()
    page = ask(amina, "write_note", query="?deel=doel-1").content.decode()
    assert "<p>Zorg &amp; &lt;leven&gt; 'nu'</p>" in page
    note = note_on(amina, "doel-1", "& <leven>", "", "& leven")
    change = ask(amina, "take_over_note", pk=note.pk).content.decode()
    assert '<del><span class="sr">[weg: </span>&lt;leven&gt;' in change
    actions.take_over_note(note=note, by=amina, at=now)
    assert Goal.objects.get().title == "Zorg & leven 'nu'"


def test_who_reads_along_but_does_not_write_sees_no_note(
    ask, note_on, amina, bram, dirk, els, greet, signed_in, set_up
):
    note = note_on(amina, "why", "", "Geheim van de schrijvers")
    for person in (bram, dirk, els):
        assert ask(person, "notes").status_code == 403
        assert ask(person, "note", pk=note.pk).status_code == 403
        assert "Geheim" not in ask(person, "plan").content.decode()
    assert signed_in(greet).get(reverse("policyplan:note", args=["terweide", note.pk])).status_code == 404
    assert signed_in(greet).get(reverse("policyplan:note", args=[set_up.slug, note.pk])).status_code == 404


def test_no_word_of_a_note_leaves_with_the_text_or_stands_in_the_journal(
    ask, note_on, plan, amina, now, signed_in, set_up
):
    note_on(amina, "why", "Tekst van", "Geheim van de schrijvers")
    version = queries.version_at_work(plan)
    assert "Geheim" not in queries.canonical_text(queries.snapshot(version))
    with zipfile.ZipFile(io.BytesIO(exports.docx(version))) as word:
        assert b"Geheim" not in word.read("word/document.xml")
    assert "Geheim" not in str(documents.contents(version))
    assert "Geheim" not in ask(amina, "version", number=1).content.decode()
    assert "Geheim" not in signed_in(amina).get(reverse("desk:journal", args=[set_up.slug])).content.decode()
    dossier = actions.submit_version(plan=plan, by=amina, at=now)
    assert "Geheim" not in dossier.document.text
    assert "Geheim" not in ask(amina, "plan").content.decode()


def test_open_notes_are_told_before_the_plan_is_put_to_the_bodies_and_do_not_stop_it(ask, note_on, plan, amina, now):
    for text in ("Eén", "Twee"):
        note_on(amina, "why", "", text)
    assert "Er staan nog 2 opmerkingen open." in ask(amina, "submit_version").content.decode()
    assert ask(amina, "submit_version", {"once": "a"}).status_code == 302
    with pytest.raises(NoteRefused, match="geen ontwerp"):
        note_on(amina, "why", "", "Te laat")
    assert "geen ontwerp in de maak" in ask(amina, "write_note").content.decode()


def test_a_note_outlives_the_draft_and_says_so_when_its_words_are_gone(ask, note_on, plan, amina, now):
    note = note_on(amina, "why", "Tekst van", "Van wie?")
    actions.submit_version(plan=plan, by=amina, at=now)
    actions.write_section(plan=plan, key="why", body="<p>Iets anders.</p>", revision=2, by=amina, at=now)
    page = ask(amina, "plan").content.decode()
    assert queries.version_at_work(plan).number == 2
    assert f'id="o{note.pk}"' in page
    assert "Deze woorden staan er niet meer." in page
    assert "Geschreven bij versie 1" in ask(amina, "note", pk=note.pk).content.decode()


def test_the_number_of_a_goal_that_went_is_not_given_again_while_a_note_hangs_under_it(
    ask, note_on, plan, amina, goal_facts, now
):
    note_on(amina, "doel-1", "", "Te vaag.")
    actions.remove_goal(plan=plan, number=1, by=amina, at=now)
    assert actions.set_goal(plan=plan, facts=goal_facts(), items=[], by=amina, at=now).number == 2
    assert "Dit doel staat niet meer in het plan." in ask(amina, "notes").content.decode()


def test_who_is_named_gets_a_mail_and_a_task_until_he_answers_or_read_it(
    ask, note_on, amina, koen, now, signed_in, set_up
):
    note = note_on(amina, "why", "Tekst", "Weet jij dit?", named=[koen], root="https://huis.example")
    mail = Message.objects.get(to=koen.email, subject__contains="vraagt je iets")
    assert "Weet jij dit?" in mail.body
    assert f"https://huis.example/o/{set_up.slug}/beleidsplan/opmerkingen/{note.pk}/" in mail.body
    assert "Lees en antwoord: opmerking bij Waarom dit plan" in desk(signed_in, koen, set_up)
    assert "Lees en antwoord" not in desk(signed_in, amina, set_up)
    assert ask(amina, "read_note", {"once": "a"}, pk=note.pk).status_code == 403
    assert ask(koen, "read_note", {"once": "b"}, pk=note.pk).status_code == 302
    assert "Lees en antwoord" not in desk(signed_in, koen, set_up)
    actions.answer_note(note=note, text="Toch nog, @Koen?", named=[], by=amina, at=now)
    assert "Lees en antwoord" in desk(signed_in, koen, set_up)
    actions.answer_note(note=note, text="Ja.", named=[], by=koen, at=now)
    assert "Lees en antwoord" not in desk(signed_in, koen, set_up)


def test_more_than_three_questions_are_one_task(note_on, amina, koen, signed_in, set_up):
    for text in "abcd":
        note_on(amina, "why", "", text, named=[koen])
    tasks = desk(signed_in, koen, set_up)
    assert "Het zijn er 4." in tasks
    assert "Lees en antwoord" not in tasks


def test_only_who_writes_can_be_named_or_get_it_as_a_task(ask, note_on, amina, koen, bram, now):
    with pytest.raises(NoteRefused, match="Bram schrijft niet mee"):
        note_on(amina, "why", "", "Weet jij dit?", named=[bram])
    with pytest.raises(NoteRefused, match="Bram schrijft niet mee"):
        note_on(amina, "why", "", "Doe jij dit?", given=actions.Given(bram, clock.day_of(now)))
    assert "Bram" not in ask(amina, "write_note", query="?deel=why").content.decode()


def test_a_note_is_a_task_by_its_day_and_names_who_and_when(note_on, amina, koen, now, signed_in, set_up, ask):
    day = clock.day_of(now) + timedelta(days=3)
    note_on(amina, "why", "", "Zoek dit op.", given=actions.Given(koen, day), named=[koen])
    assert "Handel af: opmerking bij Waarom dit plan" in desk(signed_in, koen, set_up)
    assert MarginMention.objects.count() == 0
    assert Message.objects.filter(to=koen.email, subject__startswith="Voor jou tegen").count() == 1
    assert "Voor Koen, tegen" in ask(amina, "plan").content.decode()
    for given, refused, sentence in (
        (actions.Given(koen, clock.day_of(now) - timedelta(days=1)), DayInThePast, "al voorbij"),
        (actions.Given(koen), NoteRefused, "tegen wanneer"),
        (actions.Given(None, day), NoteRefused, "wie het doet"),
    ):
        with pytest.raises(refused, match=sentence):
            note_on(amina, "why", "", "x", given=given)


def test_a_first_name_that_two_have_names_nobody():
    people = {1: "Bram Peeters", 2: "Bram Maes", 3: "Ayşe Yıldız", 4: "Lut"}
    assert named_in("@Bram en @ayşe, en lut@huis.be. @Lut!", people) == {3, 4}
    assert named_in("@", people) == set()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"section": "", "goal_number": None}, "stands_at_one_part"),
        ({"text": ""}, "says_something"),
        ({"kind": "suggestion", "quote": ""}, "says_something"),
        ({"state": "settled"}, "has_a_moment"),
        ({"due_on": "2027-01-01"}, "has_a_day"),
    ],
)
def test_the_database_holds_what_a_note_is(note_on, amina, change, sentence):
    note = note_on(amina, "why", "", "x")
    with pytest.raises(IntegrityError, match=sentence), transaction.atomic():
        MarginNote.objects.filter(pk=note.pk).update(**change)


@pytest.mark.parametrize("name", ["plan", "notes", "write_section", "submit_version"])
def test_a_page_asks_as_many_statements_with_sixty_notes(ask, note_on, amina, koen, name):
    words = {"key": "why"} if name == "write_section" else {}

    def asked():
        ask(amina, name, **words)
        with CaptureQueriesContext(connection) as statements:
            assert ask(amina, name, **words).status_code == 200
        return len(statements)

    note_on(amina, "why", "Tekst", "Eén", named=[koen])
    before = asked()
    for turn in range(59):
        note_on(koen, ("why", "doel-1", "means")[turn % 3], "", f"Nog {turn}", named=[amina])
    assert asked() == before


def test_of_many_notes_at_one_part_the_first_stand_beside_it_with_a_way_to_all(ask, note_on, amina):
    for turn in range(60):
        note_on(amina, "why", "", f"Nummer {turn}.")
    page = ask(amina, "plan").content.decode()
    assert page.count('class="remark"') == 8
    assert "Bekijk alle 60 opmerkingen bij dit deel" in page
    listed = ask(amina, "notes", query="?deel=why&page=2").content.decode()
    assert "Nummer 20." in listed
    assert "Nummer 19." not in listed


def test_the_list_is_in_the_order_of_the_text_and_shows_what_is_asked(ask, note_on, amina, koen, now):
    note_on(koen, "follow_up", "", "Van Koen")
    note_on(amina, "why", "van why", "Verder in de zin")
    note_on(amina, "why", "Tekst", "Voor Koen", named=[koen])
    done = note_on(amina, "why", "", "Al klaar")
    actions.settle_note(note=done, by=koen, at=now)

    def said(query):
        page = ask(koen, "notes", query=query).content.decode()
        found = [words for words in ("Voor Koen", "Verder in de zin", "Van Koen", "Al klaar") if words in page]
        return sorted(found, key=page.index)

    assert said("") == ["Voor Koen", "Verder in de zin", "Van Koen"]
    assert said("?toon=mijn") == ["Van Koen"]
    assert said("?toon=voor-mij") == ["Voor Koen"]
    assert said("?toon=klaar") == ["Al klaar"]
    assert said("?toon=alles") == ["Al klaar", "Voor Koen", "Verder in de zin", "Van Koen"]
    assert said("?toon=onzin&deel=onzin") == ["Voor Koen", "Verder in de zin", "Van Koen"]
