from datetime import timedelta

import pytest
from django.core.cache import cache

from draagvlak.desk.queries import letters_for, tasks_for
from draagvlak.initiatives import actions, queries
from draagvlak.initiatives.models import Question
from draagvlak.initiatives.rules import NotNow
from draagvlak.initiatives.tests.conftest import ASKED, CODE, here, mails
from draagvlak.lib.refusals import Changed
from draagvlak.ui.models import SentForm


def fresh(question):
    return queries.questions().get(pk=question.pk)


def test_the_delegate_takes_it_up_and_answers_and_the_asker_reads_it(house, asked, bram, ria, signed_in):
    delegate, asker = signed_in(ria), signed_in(bram)
    delegate.post(here(house, "take_up", asked), {"once": "a"})
    assert (fresh(asked).state, fresh(asked).taken_by) == ("taken", ria)
    words = {"text": "Vraag de reden schriftelijk.", "version": fresh(asked).version, "once": "b"}
    delegate.post(here(house, "answer", asked), words)
    assert (fresh(asked).state, fresh(asked).is_read) == ("answered", False)
    (mail,) = mails(bram.email)
    assert "schriftelijk" not in mail.body
    page = asker.get(here(house, "question", asked)).content.decode()
    assert "Vraag de reden schriftelijk." in page
    asker.post(here(house, "confirm_read", asked), {"once": "c"})
    assert fresh(asked).is_read


def test_the_answer_to_a_question_without_a_name_is_read_with_the_code_and_leaves_no_trace(
    house, nameless, bram, ria, now, signed_in
):
    actions.answer(question=nameless, text="Ja, dat telt mee.", version=1, by=ria, at=now)
    page = signed_in(bram)
    shown = page.post(here(house, "read_with_code"), {"code": CODE.lower()})
    assert "Ja, dat telt mee." in shown.content.decode()
    more = page.post(here(house, "read_with_code"), {"code": CODE, "text": "En op zondag?"})
    assert "En op zondag?" in more.content.decode()
    assert fresh(nameless).state == "reopened"
    assert not SentForm.objects.exists()
    page.post(here(house, "read_with_code"), {"code": CODE, "text": "En op zondag?"})
    assert len(queries.words_in(nameless)) == 3


def test_a_wrong_code_opens_nothing(house, nameless, bram, signed_in):
    answer = signed_in(bram).post(here(house, "read_with_code"), {"code": "ABCD-EFGH-JKLN"})
    assert (answer.status_code, ASKED in answer.content.decode()) == (409, False)


def test_nobody_but_the_asker_and_the_delegation_opens_it(house, asked, amina, koen, dirk, els, signed_in):
    for one in (amina, koen, dirk, els):
        for name in ("question", "answer", "take_up", "close", "raise_point", "add_words"):
            assert signed_in(one).get(here(house, name, asked)).status_code == 404
            assert signed_in(one).post(here(house, name, asked), {"text": "x", "once": name}).status_code == 404
    assert len(queries.words_in(asked)) == 1


def test_pages_in_confidence_are_kept_by_no_browser(house, asked, bram, signed_in):
    for name in ("mine", "question"):
        answer = signed_in(bram).get(here(house, name, asked if name == "question" else None))
        assert answer.headers["Cache-Control"] == "private, no-store"


def test_two_delegates_do_not_answer_past_each_other(house, asked, ria, now):
    actions.answer(question=asked, text="Eerst dit.", version=1, by=ria, at=now)
    with pytest.raises(Changed) as changed:
        actions.answer(question=asked, text="En dat.", version=1, by=ria, at=now)
    assert changed.value.theirs == {"text": "Eerst dit."}


def test_the_second_delegate_gets_both_texts(house, asked, ria, now, signed_in):
    actions.answer(question=asked, text="Eerst dit.", version=1, by=ria, at=now)
    words = {"text": "En dat.", "version": 1, "once": "a"}
    answer = signed_in(ria).post(here(house, "answer", asked), words)
    page = answer.content.decode()
    assert (answer.status_code, "Eerst dit." in page, "En dat." in page) == (409, True, True)
    signed_in(ria).post(here(house, "answer", asked), {**words, "version": 2, "once": "b"})
    assert len(queries.words_in(asked)) == 3


def test_who_took_it_up_does_not_take_it_up_again(asked, ria, now):
    actions.take_up(question=asked, by=ria, at=now)
    with pytest.raises(NotNow, match="Jij nam deze vraag al op"):
        actions.take_up(question=asked, by=ria, at=now)


def test_an_asker_who_says_more_opens_it_again_with_a_new_term(house, asked, bram, ria, now, signed_in):
    closed = {"outcome": "settled", "text": "Klaar."}
    actions.close(question=asked, facts=closed, version=1, by=ria, at=now)
    Question.objects.update(due_on=now.date() - timedelta(days=3))
    signed_in(bram).post(here(house, "add_words", asked), {"text": "Toch niet.", "once": "a"})
    again = fresh(asked)
    assert (again.state, again.outcome, again.closed_on) == ("reopened", "", None)
    assert again.due_on == now.date() + timedelta(days=14)


def test_late_is_shown_to_the_delegation_alone(house, asked, bram, ria, koen, amina, today, signed_in):
    Question.objects.update(due_on=today - timedelta(days=1))
    assert "beloofd tegen" in signed_in(ria).get(here(house, "register")).content.decode()
    assert 'd="M8 .6' not in signed_in(bram).get(here(house, "mine")).content.decode()
    (task,) = [one for one in tasks_for(ria, house, today=today) if one.is_private]
    assert (task.title, task.due_on) == ("Neem een vertrouwelijke vraag op", today - timedelta(days=1))
    for one in (koen, amina, bram):
        assert not [task for task in tasks_for(one, house, today=today) if "vertrouwelijke" in task.title]


def test_no_digest_and_no_reminder_tells_of_it(house, asked, bram, ria, now, today):
    actions.answer(question=asked, text="Ja.", version=1, by=ria, at=now)
    assert [task.is_private for task in tasks_for(bram, house, today=today)].count(True) == 1
    cache.clear()
    bram.forget()
    for rhythm in ("at_once", "daily"):
        from draagvlak.notices.models import Preference

        Preference.objects.update_or_create(account=bram, defaults={"rhythm": rhythm, "reminder_days": [0, 1, 7, 14]})
        for letter in letters_for([bram], house, on=today):
            assert "vertrouwelijke" not in letter.body
