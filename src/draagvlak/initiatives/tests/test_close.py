import pytest
from django.db import IntegrityError, transaction

from draagvlak.initiatives import actions, queries
from draagvlak.initiatives.models import Question
from draagvlak.initiatives.rules import NotNow
from draagvlak.initiatives.tests.conftest import here


def test_a_closed_question_counts_by_kind_and_outcome(house, asked, nameless, ria, now, signed_in):
    page = signed_in(ria)
    page.post(here(house, "close", asked), {"outcome": "partly", "text": "", "version": 1, "once": "a"})
    counted = queries.ended([asked.body])
    assert [(one.kind, one.outcome, one.count) for one in counted] == [("klacht", "deels opgelost", 1)]
    assert "Hoe liepen ze af?" in page.get(here(house, "register")).content.decode()


def test_what_is_closed_is_not_closed_or_answered_again(asked, ria, now):
    ended = {"outcome": "settled", "text": ""}
    actions.close(question=asked, facts=ended, version=1, by=ria, at=now)
    with pytest.raises(NotNow, match="afgesloten"):
        actions.close(question=asked, facts=ended, version=2, by=ria, at=now)
    with pytest.raises(NotNow):
        actions.answer(question=asked, text="Nog iets.", version=2, by=ria, at=now)


def test_only_what_is_closed_has_an_outcome(asked):
    with pytest.raises(IntegrityError), transaction.atomic():
        Question.objects.filter(pk=asked.pk).update(outcome="settled")
