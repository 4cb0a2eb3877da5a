from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from draagvlak.desk.queries.tasks import tasks_for
from draagvlak.notices.models import Message
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.models import Codecision, CodecisionPerson, Line
from draagvlak.policyplan.rules import CodecisionRefused
from draagvlak.policyplan.states import LineKind
from draagvlak.stakeholders.models import Body, Seat


def sent(**more):
    board = Body.objects.get(kind="board").pk
    words = {"title": "Samen", "question": "Akkoord?", "asked": [f"body_id:{board}"], "sight": "now"}
    return {**words, "ends_on": "2030-01-01", **more}


def test_a_round_is_prepared_with_lines_and_only_then_asked(ask, amina, els, bram, regulation, article_key):
    assert ask(amina, "start_codecision", sent()).status_code == 302
    made = Codecision.objects.get()
    assert ask(els, "codecision", pk=made.pk).status_code == 403, "nobody is asked before it opens"
    lines = {
        "article": {"article": str(article_key)},
        "budget": {"category": "travel", "title": "De trein", "amount": "1.234,50"},
        "procedure": {"title": "Vervanging", "new_text": "De leidinggevende zoekt."},
    }
    for kind, words in lines.items():
        assert ask(amina, "add_line", words, pk=made.pk, kind=kind).status_code == 302
    assert [line.amount for line in Line.objects.all()] == [None, Decimal("1234.50"), None]
    assert ask(amina, "open_codecision", {}, pk=made.pk).status_code == 302
    assert ask(els, "codecision", pk=made.pk).status_code == 200
    assert ask(bram, "codecision", pk=made.pk).status_code == 403
    assert ask(bram, "start_codecision", sent()).status_code == 403


def test_who_sits_there_on_the_day_is_asked_once_by_mail_and_by_task(running, els, dirk, organisation, today):
    assert set(CodecisionPerson.objects.values_list("name", flat=True)) == {"Els", "Dirk"}
    mails = Message.objects.filter(subject="Beslis mee: Samen")
    assert {m.to for m in mails} == {"els@example.org", "dirk@example.org"}
    els.forget()
    assert "Beslis mee: Samen" in [task.title for task in tasks_for(els, organisation, today=today)]


def test_a_line_can_be_changed_and_removed_only_before_the_opening(codecision, amina, now, ask):
    budget = Line.objects.get(kind="budget")
    words = {"category": "room", "title": "Zaal", "amount": Decimal(5)}
    actions.change_line(line=budget, facts=words, version=1, by=amina, at=now)
    again = ask(
        amina, "change_line", {"category": "stay", "title": "Hotel", "amount": "9", "version": "1"}, pk=budget.pk
    )
    assert (again.status_code, "Zaal" in again.content.decode()) == (409, True)
    actions.remove_line(line=Line.objects.get(number=1), by=amina, at=now)
    assert [line.number for line in Line.objects.all()] == [1, 2]
    actions.open_codecision(codecision=codecision, by=amina, at=now, root="")
    with pytest.raises(CodecisionRefused, match="verandert niets meer"):
        actions.remove_line(line=Line.objects.get(number=1), by=amina, at=now)
    for act in (
        lambda: Line.objects.update(title="Anders"),
        lambda: Line.objects.all().delete(),
        lambda: Line.objects.create(codecision=codecision, number=9, kind=LineKind.PROCEDURE, title="Nog een"),
        lambda: CodecisionPerson.objects.update(name="Iemand"),
        lambda: Codecision.objects.all().delete(),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            act()


def test_what_cannot_be_opened_says_why(codecision, regulation, amina, now):
    words = {"codecision": codecision, "by": amina, "at": now, "root": ""}
    Seat.objects.filter(body__kind="board").delete()
    with pytest.raises(CodecisionRefused, match="zit nu niemand"):
        actions.open_codecision(**words)
    with pytest.raises(CodecisionRefused, match="Kies een laatste dag"):
        actions.open_codecision(**{**words, "at": now + timedelta(days=9)})
    Line.objects.all().delete()
    with pytest.raises(CodecisionRefused, match="nog geen regel"):
        actions.open_codecision(**words)


def test_an_article_stands_once_in_a_round_with_the_text_at_the_opening(codecision, amina, now, article_key):
    with pytest.raises(CodecisionRefused, match="staat al in deze ronde"):
        actions.add_line(codecision=codecision, kind=LineKind.ARTICLE, facts={"article": article_key}, by=amina, at=now)


@pytest.mark.parametrize("rounds", [1, 3])
def test_the_list_asks_the_same_number_of_statements_for_many(
    codecision, rounds, koen, dirk, django_assert_num_queries
):
    asked = [{"body_id": Body.objects.get(kind="board").pk}]
    for _turn in range(rounds - 1):
        facts = {"title": "x", "question": "y", "ends_on": codecision.ends_on, "is_open": True}
        actions.start_codecision(facts=facts, asked=asked, by=koen, at=codecision.made_at)
    with django_assert_num_queries(2):
        queries.progress_of(list(queries.codecisions_for(koen, keeps=True)))
    assert list(queries.codecisions_for(dirk, keeps=False)) == []


@pytest.mark.parametrize("more", [0, 4])
def test_a_round_asks_the_same_number_of_statements_for_many_lines(
    codecision, amina, now, more, django_assert_num_queries
):
    for turn in range(more):
        words = {"category": "room", "title": f"Zaal {turn}", "amount": Decimal(5)}
        actions.add_line(codecision=codecision, kind=LineKind.BUDGET, facts=words, by=amina, at=now)
    actions.open_codecision(codecision=codecision, by=amina, at=now, root="")
    with django_assert_num_queries(4):
        queries.budget_of(queries.lines_of(codecision))
