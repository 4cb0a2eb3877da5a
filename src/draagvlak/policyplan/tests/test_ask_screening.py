"""Who represents workers asks to screen what nobody flagged."""

import pytest

from draagvlak.desk.queries import tasks_for
from draagvlak.lib.refusals import Changed
from draagvlak.lib.rights import may
from draagvlak.notices.models import Message
from draagvlak.policyplan import actions
from draagvlak.policyplan.models import Screening
from draagvlak.policyplan.rules import ScreeningRefused
from draagvlak.policyplan.tests.screening_world import NOTE, here, note

ASKED = {"title": "Nieuwe planningssoftware", "why": "Ploegen horen er niets over."}


@pytest.fixture
def asked(set_up, dirk, now):
    return actions.ask_screening(subject="project", facts=ASKED, by=dirk, at=now)


def test_the_question_becomes_a_task_and_a_mail_and_the_note_puts_it_before_the_body(
    asked, set_up, amina, dirk, today, signed_in
):
    assert Message.objects.filter(to=amina.email, body__contains=ASKED["why"]).count() == 1
    assert "Schrijf de nota: Nieuwe planningssoftware" in [one.title for one in tasks_for(amina, set_up, today=today)]
    page = signed_in(amina)
    assert ASKED["why"] in page.get(here(set_up, "write_screening_note", asked)).content.decode()
    page.post(here(set_up, "write_screening_note", asked), {**NOTE, "version": "1", "once": "a"})
    asked.refresh_from_db()
    assert (asked.state, asked.matter.title) == ("lying", "Raakt aan het personeelsbeleid: Nieuwe planningssoftware")
    assert Message.objects.filter(to=dirk.email, subject__contains="Nota voor").count() == 1


def test_a_note_that_changes_gives_the_body_its_days_again(set_up, amina, now, asked):
    first = actions.write_screening_note(screening=asked, facts=NOTE, version=1, by=amina, at=now)
    second = actions.write_screening_note(
        screening=first, facts={**NOTE, "effect": "Meer"}, version=2, by=amina, at=now
    )
    assert (second.version, second.matter_id) == (3, first.matter_id)
    with pytest.raises(Changed):
        actions.write_screening_note(screening=first, facts=NOTE, version=2, by=amina, at=now)


def test_why_is_needed(set_up, dirk, now):
    with pytest.raises(ScreeningRefused):
        actions.ask_screening(subject="project", facts={**ASKED, "why": " "}, by=dirk, at=now)


def test_who_represents_workers_asks_and_nobody_else(asked, set_up, dirk, ria, amina, bram):
    can = [may(one, "policyplan.ask_screening", set_up) for one in (dirk, ria, amina, bram)]
    assert can == [True, True, False, False]
    assert may(dirk, "policyplan.write_screening_note", asked) is False


def test_a_form_sent_twice_asks_once(set_up, dirk, signed_in):
    page, words = signed_in(dirk), {"subject": "project", **ASKED, "once": "same"}
    for _turn in range(2):
        page.post(here(set_up, "ask_screening"), words)
    assert Screening.objects.count() == 1


def test_a_project_without_a_name_keeps_what_was_typed(set_up, dirk, signed_in):
    sent = signed_in(dirk).post(here(set_up, "ask_screening"), {"subject": "project", "title": "", "why": ASKED["why"]})
    assert (sent.status_code, ASKED["why"] in sent.content.decode()) == (422, True)


def test_another_organisation_finds_nothing(asked, set_up, greet, signed_in):
    assert signed_in(greet).get(here(set_up, "screening", asked)).status_code == 404


def test_it_is_withdrawn_with_a_reason_and_leaves_the_agenda(asked, amina, now):
    held = actions.write_screening_note(screening=asked, facts=NOTE, version=1, by=amina, at=now)
    with pytest.raises(ScreeningRefused):
        actions.withdraw_screening(screening=held, reason=" ", version=2, by=amina, at=now)
    gone = actions.withdraw_screening(screening=held, reason="Te duur.", version=2, by=amina, at=now)
    gone.matter.refresh_from_db()
    assert (gone.state, gone.matter.withdrawn_at is None) == ("withdrawn", False)
    with pytest.raises(ScreeningRefused):
        actions.write_screening_note(screening=gone, facts=note(), version=3, by=amina, at=now)
