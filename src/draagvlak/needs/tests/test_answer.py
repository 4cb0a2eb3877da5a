"""The coordinator answers: to who told it, with the code, and to everybody in other words."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from draagvlak.journal.models import Record
from draagvlak.lib.refusals import Changed
from draagvlak.lib.rights import may
from draagvlak.needs import actions, queries
from draagvlak.needs.models import Signal
from draagvlak.needs.rules import NothingWritten, NotNow
from draagvlak.needs.tests.conftest import CODE, OTHER, TOLD, facts, here
from draagvlak.policyplan.models import PossibleActivity
from draagvlak.policyplan.tests.conftest import (  # noqa: F401 -- fixtures of the plan
    goal_facts,
    plan,
    plan_written,
    project,
    project_started,
    vision,
    vision_adopted,
)

NOT_NOW = {"kind": "not_now", "heard": "De tillift is nieuw.", "answer": "In maart.", "goal": None, "activity": ""}


def test_the_answer_is_read_with_the_code_and_on_the_list_for_everybody_without_the_words_told(
    told, house, amina, bram, signed_in
):
    page = signed_in(amina)
    assert TOLD in page.get(here(house, "signals")).content.decode()
    sent = page.post(here(house, "answer", told), {**NOT_NOW, "goal": "", "version": "1", "once": "a"}, follow=True)
    assert "nu niet" in sent.content.decode()
    reader = signed_in(bram)
    heard = reader.get(here(house, "heard")).content.decode()
    assert ("De tillift is nieuw." in heard, "In maart." in heard, TOLD in heard) == (True, True, False)
    assert "Een kleine groep" in heard  # one person at work here
    shown = reader.post(here(house, "read_with_code"), {"code": CODE.lower().replace("-", " ")}).content.decode()
    assert (TOLD in shown, "In maart." in shown) == (True, True)
    wrong = reader.post(here(house, "read_with_code"), {"code": OTHER})
    assert (wrong.status_code, "Met deze code vinden we niets" in wrong.content.decode()) == (409, True)


def test_what_is_taken_up_becomes_a_possible_activity_of_a_goal_once(told, plan, amina, now):  # noqa: F811 -- fixtures of the plan
    taken = {**NOT_NOW, "kind": "taken_up", "goal": 1, "activity": "Twee uur oefenen"}
    held = actions.answer(signal=told, facts=taken, version=1, by=amina, at=now)
    made = PossibleActivity.objects.get()
    assert (held.activity, made.title, made.goal_number, made.for_whom) == (
        made,
        "Twee uur oefenen",
        1,
        "een kleine groep",
    )
    actions.answer(signal=held, facts={**taken, "answer": "Nog eens."}, version=2, by=amina, at=now)
    assert PossibleActivity.objects.count() == 1


def test_taking_up_needs_a_goal_of_the_plan(told, amina, now):
    with pytest.raises(NotNow):
        actions.answer(signal=told, facts={**NOT_NOW, "kind": "taken_up", "goal": 1}, version=1, by=amina, at=now)


@pytest.mark.parametrize("name", ["heard", "answer"])
def test_an_empty_answer_is_refused(told, amina, now, name):
    with pytest.raises(NothingWritten):
        actions.answer(signal=told, facts={**NOT_NOW, name: " "}, version=1, by=amina, at=now)


def test_who_answers_second_keeps_both_texts(told, house, amina, now, signed_in):
    actions.answer(signal=told, facts=NOT_NOW, version=1, by=amina, at=now)
    words = {"kind": "exists", "heard": "Ik hoorde iets", "answer": "Dat bestaat al", "goal": "", "version": "1"}
    sent = signed_in(amina).post(here(house, "answer", told), words)
    shown = sent.content.decode()
    assert (sent.status_code, "In maart." in shown, "Dat bestaat al" in shown) == (409, True, True)
    with pytest.raises(Changed):
        actions.answer(signal=told, facts=NOT_NOW, version=1, by=amina, at=now)


def test_the_journal_names_who_answered_and_no_word(told, amina, now):
    actions.answer(signal=told, facts=NOT_NOW, version=1, by=amina, at=now)
    record = Record.objects.get(act="needs.answer")
    assert (record.by, record.subject_name, record.details) == (amina, "", {"kind": "not_now"})


def test_only_the_coordinator_sees_what_was_told(told, house, amina, bram, koen, dirk):
    assert [may(one, "needs.see_to_signals", house) for one in (amina, bram, koen, dirk)] == [True, False, False, False]


@pytest.mark.parametrize("name", ["signals", "heard"])
def test_a_list_asks_as_much_for_one_signal_as_for_three(house, amina, now, signed_in, name):
    page = signed_in(amina)

    def asked(code):
        made = actions.signal(facts=facts(), organisation=house, code=code, at=now)
        actions.answer(signal=made, facts=NOT_NOW, version=1, by=amina, at=now)
        page.get(here(house, name))
        with CaptureQueriesContext(connection) as counted:
            page.get(here(house, name))
        return len(counted)

    first = asked("ABCDEFGHJKLM")
    asked("ABCDEFGHJKLN")
    assert asked("ABCDEFGHJKLP") == first
    assert Signal.objects.count() == 3
    assert queries.waiting() == 0
