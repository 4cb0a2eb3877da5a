"""The number of statements of a page does not depend on the number of rows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from draagvlak.initiatives import actions
from draagvlak.initiatives.tests.conftest import ASKED, here


@pytest.fixture
def statements(signed_in):
    def count(account, address):
        page = signed_in(account)
        page.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert page.get(address).status_code == 200
        return len(asked)

    return count


@pytest.mark.parametrize(("name", "who"), [("mine", "bram"), ("register", "ria")])
def test_one_question_costs_as_much_as_many(name, who, house, asked, now, statements, request):
    account = request.getfixturevalue(who)
    first = statements(account, here(house, name))
    for turn in range(3):
        actions.ask(facts={"kind": "question", "text": f"{ASKED} {turn}"}, by=request.getfixturevalue("bram"), at=now)
    assert statements(account, here(house, name)) == first


def test_one_word_costs_as_much_as_many(house, asked, ria, bodies, now, statements):
    actions.answer(question=asked, text="Ja.", version=1, by=ria, at=now)
    facts = {"title": "Punt", "text": "Neutraal."}
    actions.raise_point(question=asked, body=bodies["works_council"], facts=facts, by=ria, at=now)
    first = statements(ria, here(house, "question", asked))
    for turn in range(3):
        actions.add_words(question=asked, text=f"Nog iets {turn}", at=now)
        actions.raise_point(question=asked, body=bodies["works_council"], facts=facts, by=ria, at=now)
    assert statements(ria, here(house, "question", asked)) == first


def test_the_register_shows_one_state(house, asked, nameless, ria, now, signed_in):
    actions.answer(question=asked, text="Ja.", version=1, by=ria, at=now)
    page = signed_in(ria)
    for state, found in (("", 2), ("waiting", 1), ("answered", 1), ("closed", 0), ("onzin", 2)):
        assert len(page.get(here(house, "register"), {"state": state}).context["page"]) == found
