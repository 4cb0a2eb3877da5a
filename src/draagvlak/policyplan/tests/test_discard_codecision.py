import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from draagvlak.journal.models import Record
from draagvlak.notices.models import Message
from draagvlak.policyplan import actions
from draagvlak.policyplan.models import Article, Codecision, CodecisionGroup, Line
from draagvlak.policyplan.rules import CodecisionRefused


def test_a_round_in_preparation_is_thrown_away_after_a_question_and_nothing_else_is_lost(codecision, amina, ask):
    articles = Article.objects.count()
    page = ask(amina, "codecision", pk=codecision.pk).content.decode()
    assert "Gooi weg" in page
    asked = ask(amina, "discard_codecision", pk=codecision.pk).content.decode()
    assert "Weggooien?" in asked
    assert codecision.title in asked
    assert Codecision.objects.exists()
    for _turn in range(2):
        assert ask(amina, "discard_codecision", {"once": "a"}, pk=codecision.pk).status_code == 302
    assert [kind.objects.count() for kind in (Codecision, Line, CodecisionGroup)] == [0, 0, 0]
    assert Article.objects.count() == articles
    told = Record.objects.get(act="policyplan.discard_codecision")
    assert (told.subject_name, len(told.details["lines"])) == (codecision.title, 3)
    assert not Message.objects.filter(subject__startswith="Beslis mee").exists()


def test_who_comes_after_it_was_thrown_away_is_told_and_others_find_nothing(
    codecision, amina, koen, els, greet, ask, signed_in, now
):
    actions.discard_codecision(codecision=codecision, by=koen, at=now)
    address = reverse("policyplan:codecision", args=[codecision.organisation.slug, codecision.pk])
    shown = signed_in(amina).get(address, follow=True)
    assert "Koen gooide deze ronde weg" in shown.content.decode()
    assert ask(amina, "open_codecision", {"once": "z"}, pk=codecision.pk).status_code == 302
    for account in (els, greet):
        assert ask(account, "codecision", pk=codecision.pk).status_code == 404
    assert ask(amina, "codecision", pk=codecision.pk + 99).status_code == 404


def test_one_that_was_opened_stays_also_in_the_database(running, amina, ask, now):
    with pytest.raises(CodecisionRefused, match="open"):
        actions.discard_codecision(codecision=running, by=amina, at=now)
    answer = ask(amina, "discard_codecision", {"once": "a"}, pk=running.pk)
    assert answer.status_code == 409
    assert "Ze blijft bewaard" in answer.content.decode()
    with pytest.raises(IntegrityError), transaction.atomic():
        Codecision.objects.filter(pk=running.pk)._raw_delete("default")


def test_nobody_else_throws_it_away(codecision, els, bram, greet, ask):
    for account, status in ((els, 403), (bram, 403), (greet, 404)):
        assert ask(account, "discard_codecision", {"once": "a"}, pk=codecision.pk).status_code == status
    assert Codecision.objects.exists()
