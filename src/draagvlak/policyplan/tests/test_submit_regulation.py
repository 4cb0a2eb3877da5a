import json
from datetime import timedelta
from decimal import Decimal

import pytest

from draagvlak.decisions.rules import NoMandate
from draagvlak.lib.verify import text_seal
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.rules import NotWritable, RegulationRefused
from draagvlak.policyplan.states import VersionState
from draagvlak.policyplan.tests.regulation_world import adopt, article_facts, speak
from tests.standing import inform


def test_a_draft_is_frozen_put_to_the_bodies_and_adopted(regulation, amina, dirk, els, now):
    version = adopt(regulation, amina=amina, dirk=dirk, els=els, now=now)
    assert version.state == VersionState.ADOPTED
    assert version.document.sha256 == text_seal(version.document.text)
    assert json.loads(version.document.text)["chapters"][0]["articles"][0]["title"] == "Hoe je aanvraagt"


def test_a_new_version_supersedes_the_former_when_it_is_adopted(adopted, regulation, amina, dirk, els, now):
    actions.new_regulation_version(regulation=regulation, why="Korter.", by=amina, at=now)
    second = adopt(regulation, amina=amina, dirk=dirk, els=els, now=now)
    assert [one.state for one in queries.regulation_versions()] == ["superseded", "adopted"]
    assert queries.regulation_in_force(on=now.date()) == second


def test_a_version_that_begins_later_leaves_the_former_in_force_until_then(adopted, regulation, amina, dirk, els, now):
    today, first = now.date(), now.date() + timedelta(days=30)
    actions.new_regulation_version(regulation=regulation, why="Later.", by=amina, at=now)
    later = adopt(regulation, amina=amina, dirk=dirk, els=els, now=now, starts_on=first)
    assert queries.regulation_in_force(on=today) == adopted
    assert queries.regulation_in_force(on=first - timedelta(days=1)) == adopted
    assert queries.regulation_in_force(on=first) == later


def test_what_the_board_does_not_approve_is_set_aside(regulation, amina, dirk, els, now):
    dossier = actions.submit_regulation(regulation=regulation, starts_on=None, by=amina, at=now)
    speak(dossier, "works_council", dirk, now, "favourable")
    inform(dossier, dirk, now)
    speak(dossier, "board", els, now, "not_approved")
    assert queries.regulation_to_show().state == VersionState.SET_ASIDE
    assert queries.regulation_in_force(on=now.date()) is None
    actions.new_regulation_version(regulation=regulation, why="Opnieuw.", by=amina, at=now)
    assert [one.title for one in queries.articles_of(queries.regulation_at_work())] == [
        "Hoe je aanvraagt",
        "Wanneer je antwoord krijgt",
    ]


def test_an_empty_one_a_past_day_and_a_second_time_are_refused(set_up, amina, now):
    empty = actions.start_regulation(title="Leeg", is_work_rule=False, taken=[], by=amina, at=now)
    words = {"regulation": empty, "by": amina, "at": now}
    with pytest.raises(RegulationRefused, match="nog geen artikel"):
        actions.submit_regulation(starts_on=None, **words)
    actions.add_article(facts=article_facts(), holds_for=[], items=[], **words)
    with pytest.raises(RegulationRefused, match="al voorbij"):
        actions.submit_regulation(starts_on=now.date() - timedelta(days=1), **words)
    actions.submit_regulation(starts_on=None, **words)
    with pytest.raises(NotWritable):
        actions.submit_regulation(starts_on=None, **words)


def test_nobody_who_may_approve_is_said_so(organisation, koen, now):
    made = actions.start_regulation(title="R", is_work_rule=False, taken=[], by=koen, at=now)
    actions.add_article(regulation=made, facts=article_facts(), holds_for=[], items=[], by=koen, at=now)
    from draagvlak.decisions.models import Mandate

    Mandate.objects.update(ends_on=now.date() - timedelta(days=1))
    with pytest.raises(NoMandate):
        actions.submit_regulation(regulation=made, starts_on=None, by=koen, at=now)


def test_the_rule_that_holds_on_a_day_can_be_asked(regulation, amina, dirk, els, now, article_key):
    facts = article_facts(rule="request_days", value=Decimal(21))
    revision = queries.articles_of(queries.regulation_to_show())[0].revision
    words = {"holds_for": [], "items": [], "revision": revision, "by": amina, "at": now}
    actions.change_article(regulation=regulation, key=article_key, facts=facts, **words)
    assert queries.regulation_rule("request_days", on=now.date()) is None, "a draft fixes nothing"
    adopt(regulation, amina=amina, dirk=dirk, els=els, now=now)
    found = queries.regulation_rule("request_days", on=now.date())
    assert (found.value, found.unit, found.article, found.version) == (Decimal(21), "days", 1, 1)
    assert queries.regulation_rule("request_days", on=now.date() - timedelta(days=1)) is None
    assert queries.regulation_rule("appeal_days", on=now.date()) is None


def test_the_text_of_its_dossier_is_read_by_who_speaks_and_not_by_everybody(ask, regulation, amina, dirk, bram, now):
    dossier = actions.submit_regulation(regulation=regulation, starts_on=None, by=amina, at=now)
    page = ask(dirk, "document", number=dossier.number)
    assert "Art. 1. Hoe je aanvraagt" in page.content.decode()
    assert ask(bram, "document", number=dossier.number).status_code == 403
    assert ask(bram, "regulation_version", number=1).status_code == 403


def test_before_and_after_stand_beside_each_other(ask, adopted, regulation, amina, bram, now, article_key):
    actions.new_regulation_version(regulation=regulation, why="Korter.", by=amina, at=now)
    revision = queries.articles_of(queries.regulation_at_work())[0].revision
    facts = article_facts(body="<p>Vraag het aan de coördinator.</p>")
    words = {"holds_for": [], "items": [], "revision": revision, "by": amina, "at": now}
    actions.change_article(regulation=regulation, key=article_key, facts=facts, **words)
    page = ask(amina, "compare_regulation", older=1, newer=2).content.decode()
    assert "Eén artikel is gewijzigd." in page
    assert "<del>" in page
    assert "coördinator" in page
    assert ask(bram, "compare_regulation", older=1, newer=2).status_code == 403
