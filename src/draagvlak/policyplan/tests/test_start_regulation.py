import pytest

from draagvlak.decisions import queries as decisions
from draagvlak.lib.example_articles import examples_for
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.rules import RegulationRefused


def test_a_small_organisation_begins_with_examples_and_the_usual_voices_are_set(ask, amina, set_up, today):
    sent = {"title": "Afspraken", "start": "small", "once": "eens"}
    assert ask(amina, "start_regulation", sent).status_code == 302
    assert ask(amina, "start_regulation", sent).status_code == 302, "a double click is the same act"
    version = queries.regulation_to_show()
    assert len(queries.articles_of(version)) == len(examples_for("small"))
    voices = {m.body.kind: m.strength for m in decisions.mandates("training_regulation", on=today)}
    assert voices == {"works_council": "advice", "union_delegation": "inform", "board": "approval"}


def test_a_second_regulation_is_refused(regulation, amina, now):
    with pytest.raises(RegulationRefused, match="al een reglement"):
        actions.start_regulation(title="Nog een", is_work_rule=False, taken=[], by=amina, at=now)


def test_examples_come_in_the_language_of_who_takes_them_and_never_twice(regulation, amina, now):
    taken = examples_for("large")
    assert actions.take_examples(regulation=regulation, taken=taken, by=amina, at=now) == len(taken) - 2
    assert actions.take_examples(regulation=regulation, taken=taken, by=amina, at=now) == 0
    assert queries.examples_not_taken(queries.regulation_to_show(), size="large") == []


def test_law_in_an_example_says_its_source_and_how_sure_we_are(ask, amina, regulation, now):
    actions.take_examples(regulation=regulation, taken=examples_for("large"), by=amina, at=now)
    page = ask(amina, "regulation").content.decode()
    assert "Bron: Wet van 7 oktober 2022 (omzetting van richtlijn 2019/1152) (na te kijken)" in page


def test_without_a_regulation_everybody_reads_what_will_stand_here(ask, bram, set_up):
    assert "Er is nog geen reglement" in ask(bram, "regulation").content.decode()
