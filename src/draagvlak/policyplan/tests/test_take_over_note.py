"""A suggestion comes into the text in one act, or says why it cannot; or it is declined with a reason."""

import pytest

from draagvlak.decisions.states import DossierState
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.models import Goal, MarginNote, Section
from draagvlak.policyplan.rules import NoteRefused

BODY = "<p>De <strong>raad van bestuur</strong> keurt het plan goed.</p><ul><li><p>Elk jaar.</p></li></ul>"


@pytest.fixture
def written(plan, amina, now):
    return actions.write_section(plan=plan, key="roles", body=BODY, revision=2, by=amina, at=now)


@pytest.fixture
def propose(note_on, amina):
    def make(quote, instead, part="roles"):
        return note_on(amina, part, quote, "", instead)

    return make


def body(key="roles"):
    return Section.objects.order_by("pk").filter(key=key).last().body


def test_the_words_come_into_the_text_and_everything_else_stays(ask, written, propose, koen, amina):
    note = propose("keurt het plan goed", "keurt het plan en het budget goed")
    page = ask(koen, "take_over_note", pk=note.pk).content.decode()
    assert '<ins><span class="sr">[nieuw: </span>en het budget' in page
    assert ask(koen, "take_over_note", {"once": "a"}, pk=note.pk).status_code == 302
    assert body() == BODY.replace("het plan", "het plan en het budget")
    section, note = Section.objects.get(key="roles"), MarginNote.objects.get()
    assert (section.edited_by, section.revision) == (koen, written.revision + 1)
    assert (note.state, note.decided_by) == ("taken_over", koen)
    second = ask(amina, "take_over_note", {"once": "b"}, pk=note.pk)
    assert (second.status_code, "Koen nam dit voorstel al over in de tekst." in second.content.decode()) == (409, True)
    assert "Schrijf een nieuwe opmerking" in ask(amina, "reopen_note", {"once": "c"}, pk=note.pk).content.decode()


def test_across_bold_words_what_stays_keeps_its_markup(written, propose, koen, now):
    note = propose("De raad van bestuur keurt het plan goed", "De raad van bestuur bekijkt het plan")
    actions.take_over_note(note=note, by=koen, at=now)
    assert body().startswith("<p>De <strong>raad van bestuur</strong> bekijkt het plan.</p>")


def test_words_can_go_with_the_line_that_they_filled(written, propose, koen, now):
    actions.take_over_note(note=propose("Elk jaar.", ""), by=koen, at=now)
    assert body() == "<p>De <strong>raad van bestuur</strong> keurt het plan goed.</p>"


@pytest.mark.parametrize(
    ("now_stands", "sentence"),
    [
        ("<p>Heel iets anders.</p>", "staan niet meer in de tekst"),
        ("<p>Elk jaar. En nog eens: Elk jaar.</p>", "staan 2 keer in de tekst"),
        ("<p>Elk</p><p>jaar.</p>", "lopen over twee alinea"),
        ('<p>Elk <a href="https://huis.example/">jaar.</a></p>', "staat een link"),
    ],
)
def test_what_cannot_be_taken_over_says_why_and_leads_to_the_text_with_the_suggestion_beside_it(
    ask, written, propose, plan, amina, koen, now, now_stands, sentence
):
    note = propose("Elk jaar.", "Om de twee maanden.")
    seen = Section.objects.get(key="roles").revision
    actions.write_section(plan=plan, key="roles", body=now_stands, revision=seen, by=amina, at=now)
    page = ask(koen, "take_over_note", pk=note.pk).content.decode()
    assert sentence in page
    assert "/deel/roles/" in page
    refused = ask(koen, "take_over_note", {"once": "a"}, pk=note.pk)
    assert (refused.status_code, sentence in refused.content.decode()) == (409, True)
    assert (body(), MarginNote.objects.get().state) == (now_stands if "<a" not in now_stands else body(), "open")
    assert "<ins>Om de twee maanden</ins>." in ask(koen, "write_section", key="roles").content.decode()


def test_what_somebody_wrote_elsewhere_in_the_part_since_stays(written, propose, plan, amina, koen, now):
    note = propose("Elk jaar.", "Elke maand.")
    seen = Section.objects.get(key="roles").revision
    changed = BODY.replace("goed", "goed of niet")
    actions.write_section(plan=plan, key="roles", body=changed, revision=seen, by=amina, at=now)
    actions.take_over_note(note=note, by=koen, at=now)
    assert body() == changed.replace("Elk jaar", "Elke maand")


@pytest.mark.parametrize(
    ("quote", "instead", "field", "becomes"),
    [
        ("leert met een mentor", "leert mét een mentor & een maatje", "title", "Wie nieuw is, leert mét een mentor & een maatje"),
        ("Zo blijven ze.", "Zo blijven ze langer.", "body", "<p>Zo blijven ze langer.</p>"),
    ],
)  # fmt: skip
def test_a_goal_takes_over_words_of_its_title_and_of_its_text(
    plan, propose, amina, koen, now, goal_facts, quote, instead, field, becomes
):
    goal = Goal.objects.get()
    facts = {**goal_facts(), "body": "<p>Zo blijven ze.</p>"}
    actions.change_goal(plan=plan, number=1, facts=facts, items=[], revision=goal.revision, by=amina, at=now)
    actions.take_over_note(note=propose(quote, instead, part="doel-1"), by=koen, at=now)
    after = Goal.objects.get()
    assert getattr(after, field) == becomes
    assert (after.indicator, after.target, after.revision > goal.revision) == ("met een mentor", "100 %", True)


@pytest.mark.parametrize(("instead", "sentence"), [("", "kan niet zonder"), ("lang " * 60, "te lang")])
def test_a_title_stays_a_title(propose, koen, now, instead, sentence):
    note = propose("Wie nieuw is, leert met een mentor", instead, part="doel-1")
    with pytest.raises(NoteRefused, match=sentence):
        actions.take_over_note(note=note, by=koen, at=now)


def test_a_text_that_lies_before_the_bodies_begins_a_new_version_as_writing_does(
    ask, written, propose, plan, koen, amina, now
):
    note = propose("Elk jaar.", "Elke maand.")
    dossier = actions.submit_version(plan=plan, by=amina, at=now)
    assert "begint een nieuwe versie" in ask(koen, "take_over_note", pk=note.pk).content.decode()
    actions.take_over_note(note=note, by=koen, at=now)
    dossier.refresh_from_db()
    assert (dossier.state, queries.version_at_work(plan).number) == (DossierState.WITHDRAWN, 2)
    assert [one.body.count("Elke maand") for one in Section.objects.filter(key="roles").order_by("pk")] == [0, 1]


def test_a_suggestion_is_declined_with_a_reason(ask, written, propose, koen, amina, now, note_on):
    note = propose("Elk jaar.", "Elke maand.")
    assert ask(koen, "decline_note", {"reason": " ", "once": "a"}, pk=note.pk).status_code == 422
    assert ask(koen, "decline_note", {"reason": "Dat halen we niet.", "once": "b"}, pk=note.pk).status_code == 302
    assert "Dat halen we niet." in ask(amina, "note", pk=note.pk).content.decode()
    assert body() == BODY
    for act, more in ((actions.take_over_note, {}), (actions.decline_note, {"reason": "Nee."})):
        with pytest.raises(NoteRefused, match="Koen nam dit voorstel al niet over"):
            act(note=note, by=amina, at=now, **more)
        with pytest.raises(NoteRefused, match="geen voorstel"):
            act(note=note_on(amina), by=amina, at=now, **more)
