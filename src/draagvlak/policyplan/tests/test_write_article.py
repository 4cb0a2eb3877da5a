from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from draagvlak.journal.models import Record
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.models import Article
from draagvlak.policyplan.rules import NotWritable, RegulationRefused, StillLinked
from draagvlak.policyplan.tests.regulation_world import article_facts


def titles():
    return [one.title for one in queries.articles_of(queries.regulation_to_show())]


def sent(**more):
    words = {"chapter": "request", "title": "Beroep", "body": "Vraag het opnieuw.", "confidence": "own", "rule": ""}
    return {**words, "value": "", "source": "", "version": "0", **more}


def test_an_article_is_written_through_the_page_with_its_value_and_whom_it_is_for(ask, amina, bram, regulation):
    answer = ask(amina, "add_article", sent(rule="appeal_days", value="14", holds_for=["statute:volunteer"]))
    assert answer.status_code == 302
    made = queries.articles_of(queries.regulation_to_show())[-1]
    assert (made.title, made.rule, made.value, [str(one) for one in made.holds_for.all()]) == (
        "Beroep",
        "appeal_days",
        Decimal(14),
        ["vrijwilliger"],
    )
    assert Record.objects.filter(act="policyplan.add_article").count() == 3
    assert ask(bram, "add_article", sent()).status_code == 403


@pytest.mark.parametrize(
    ("rule", "value", "says"),
    [
        ("appeal_days", "", "Schrijf ook de waarde"),
        ("appeal_days", "veel", "Deze waarde past niet bij de regel"),
        ("appeal_days", "1e99", "Deze waarde past niet bij de regel"),
        ("appeal_days", "NaN", "Deze waarde past niet bij de regel"),
        ("travel_counts", "14", "Schrijf ja of nee"),
        ("", "14", "Kies bij deze waarde ook de regel"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_and_what_was_typed_stays(ask, amina, regulation, rule, value, says):
    page = ask(amina, "add_article", sent(rule=rule, value=value, body="Mijn lange tekst"))
    assert page.status_code == 422
    assert says in page.content.decode()
    assert "Mijn lange tekst" in page.content.decode()


def test_two_articles_cannot_fix_the_same_rule(regulation, amina, now):
    words = {"holds_for": [], "items": [], "by": amina, "at": now}
    facts = article_facts(rule="appeal_days", value=Decimal(14))
    actions.add_article(regulation=regulation, facts=facts, **words)
    with pytest.raises(RegulationRefused, match="staat al in het artikel"):
        actions.add_article(regulation=regulation, facts=facts, **words)


def test_what_is_pasted_from_a_word_processor_is_cleaned(regulation, amina, now):
    body = '<p class="MsoNormal" style="color:red" onclick="x()">Tekst<script>alert(1)</script><o:p></o:p></p>'
    made = actions.add_article(
        regulation=regulation, facts=article_facts(body=body), holds_for=[], items=[], by=amina, at=now
    )
    assert made.body == "<p>Tekst</p>"


def test_the_second_writer_keeps_both_texts(ask, amina, koen, regulation, article_key, now):
    seen = Article.objects.get(key=article_key).revision
    mine = {"version": str(seen), "title": "Hoe je aanvraagt"}
    assert ask(koen, "change_article", sent(**mine, body="Van Koen"), key=article_key).status_code == 302
    page = ask(amina, "change_article", sent(**mine, body="Van Amina"), key=article_key)
    assert page.status_code == 409
    assert "Van Koen" in page.content.decode()
    assert "Van Amina" in page.content.decode()


def test_moving_and_removing_number_the_rest_anew(regulation, amina, now, article_key):
    actions.move_article(
        regulation=regulation,
        key=article_key,
        after=queries.articles_of(queries.regulation_to_show())[1].key,
        by=amina,
        at=now,
    )
    assert titles() == ["Wanneer je antwoord krijgt", "Hoe je aanvraagt"]
    actions.remove_article(regulation=regulation, key=article_key, by=amina, at=now)
    assert titles() == ["Wanneer je antwoord krijgt"]
    with pytest.raises(RegulationRefused, match="niet meer in het ontwerp"):
        actions.remove_article(regulation=regulation, key=article_key, by=amina, at=now)
    fresh = actions.add_article(regulation=regulation, facts=article_facts(), holds_for=[], items=[], by=amina, at=now)
    assert fresh.key != article_key or Article.objects.filter(key=article_key).count() == 1


def test_an_article_and_an_item_of_the_framework_show_each_other(regulation, amina, now, ask):
    facts = {"kind": "law", "bearing": "obligation", "title": "Een wet"}
    item = actions.add_item(facts=facts, by=amina, at=now)
    actions.add_article(
        regulation=regulation, facts=article_facts(title="Volgens de wet"), holds_for=[], items=[item], by=amina, at=now
    )
    assert "Steunt op: Een wet" in ask(amina, "regulation").content.decode()
    assert "art. 3: Volgens de wet" in ask(amina, "item", pk=item.pk).content.decode()
    with pytest.raises(StillLinked, match="Volgens de wet"):
        actions.remove_item(item=item, by=amina, at=now)


def test_what_lies_before_the_bodies_takes_no_change_not_even_past_the_program(regulation, amina, now, article_key):
    actions.submit_regulation(regulation=regulation, starts_on=None, by=amina, at=now)
    with pytest.raises(NotWritable, match="ligt vast"):
        actions.remove_article(regulation=regulation, key=article_key, by=amina, at=now)
    for act in (
        lambda: Article.objects.filter(key=article_key).update(title="Anders"),
        lambda: Article.objects.filter(key=article_key).delete(),
        lambda: Article.objects.create(version=queries.regulation_to_show(), key=99, place=9, **article_facts()),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            act()
