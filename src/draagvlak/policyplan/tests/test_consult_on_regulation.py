import json

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from draagvlak.lib.refusals import Changed
from draagvlak.notices.models import Message
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.models import Bundle, Consultation, Remark
from draagvlak.policyplan.queries import hearing
from draagvlak.policyplan.rules import RoundRefused
from draagvlak.policyplan.tests.regulation_world import article_facts


@pytest.fixture
def at(set_up):
    def address(name, *words):
        return reverse(f"policyplan:{name}", args=[set_up.slug, *words])

    return address


@pytest.fixture
def asked_about(regulation, colleagues, amina, round_facts, now):
    """A round with names on the draft of the regulation; everybody at work is asked."""
    return actions.open_consultation(
        subject=regulation, facts=round_facts(), asked=[], by=amina, at=now, root="https://huis.example"
    )[0]


def passage(key, number=1):
    return f"artikel-{key}-{number}"


def test_everybody_is_asked_about_the_articles_as_they_stood(asked_about, regulation, colleagues, amina, now):
    key = queries.articles_of(queries.regulation_at_work())[0].key
    facts = article_facts(body="<p>Anders.</p>", title="Hoe je aanvraagt")
    revision = queries.articles_of(queries.regulation_at_work())[0].revision
    words = {"facts": facts, "holds_for": [], "items": [], "revision": revision, "by": amina, "at": now}
    actions.change_article(regulation=regulation, key=key, **words)
    texts = [one.text for one in queries.passages_of(asked_about)]
    assert texts[:2] == ["Artikel 1: Hoe je aanvraagt", "Vraag het aan je leidinggevende."]
    assert json.loads(asked_about.document.text)["version"] == 1
    told = Message.objects.filter(subject__startswith="Wat vind jij van het ontwerp?")
    assert {one.to for one in told} == {one.email for one in colleagues}
    assert all("plan" not in one.body.replace("beleidsplan/raadplegingen", "") for one in told)


def test_what_an_article_fixes_and_for_whom_it_holds_can_be_spoken_about(
    regulation, colleagues, amina, round_facts, now
):
    facts = article_facts(title="Vooraf", rule="request_days", value=14)
    groups = [{"statute": "volunteer"}]
    actions.add_article(regulation=regulation, facts=facts, holds_for=groups, items=[], by=amina, at=now)
    opened, _told = actions.open_consultation(
        subject=regulation, facts=round_facts(), asked=[], by=amina, at=now, root=""
    )
    found = [one.text for one in queries.passages_of(opened)][-3:]
    assert found[1].endswith("14 dagen")
    assert found[2].startswith("Geldt voor: ")


def test_a_nurse_says_something_about_an_article_on_the_page(asked_about, bram, article_key, signed_in, at):
    page = signed_in(bram)
    shown = page.get(at("consultation", asked_about.pk)).content.decode()
    assert "Artikel 1: Hoe je aanvraagt" in shown
    say = at("say", asked_about.pk, passage(article_key))
    assert "Vraag het aan je leidinggevende." in page.get(say).content.decode()
    answer = page.post(say, {"kind": "objection", "text": "En de nacht?", "once": "a"}, follow=True)
    assert "En de nacht?" in answer.content.decode()
    assert Remark.objects.get().passage == passage(article_key)


def test_the_draft_itself_stays_closed_for_who_may_only_speak_in_the_round(asked_about, bram, signed_in, at):
    assert signed_in(bram).get(at("consultation", asked_about.pk)).status_code == 200
    assert signed_in(bram).get(at("regulation_version", 1)).status_code == 403


def test_a_round_on_the_plan_and_one_on_the_regulation_run_beside_each_other(
    opened, asked_about, bram, amina, signed_in, set_up, at
):
    shown = signed_in(bram).get(at("consultations")).content.decode()
    assert "Over het reglement:" in shown
    assert "Over het beleidsplan:" in shown
    desk = signed_in(bram).get(reverse("desk:tasks", args=[set_up.slug])).content.decode()
    assert at("consultation", opened.pk) in desk
    assert at("consultation", asked_about.pk) in desk


def test_there_is_one_round_at_a_time_on_the_regulation(asked_about, regulation, amina, round_facts, now):
    with pytest.raises(RoundRefused, match="Er loopt al een raadpleging"):
        actions.open_consultation(subject=regulation, facts=round_facts(), asked=[], by=amina, at=now, root="")
    asked_about.pk = None
    asked_about._state.adding = True
    with pytest.raises(IntegrityError), transaction.atomic():
        asked_about.save()


def test_a_round_is_about_one_text(asked_about, plan):
    facts = {name: getattr(asked_about, name) for name in ("document", "question", "opened_by", "opened_at", "title")}
    days = {name: getattr(asked_about, name) for name in ("starts_on", "ends_on", "is_named")}
    with pytest.raises(IntegrityError), transaction.atomic():
        Consultation.objects.create(**facts, **days)
    both = {"plan": plan, "of_version": queries.version_at_work(plan)}
    with pytest.raises(IntegrityError), transaction.atomic():
        Consultation.objects.create(**facts, **days, **both, regulation_version=asked_about.regulation_version)


def test_a_regulation_that_lies_before_the_bodies_takes_no_round(regulation, colleagues, amina, els, round_facts, now):
    actions.submit_regulation(regulation=regulation, starts_on=None, by=amina, at=now)
    with pytest.raises(RoundRefused, match="geen ontwerp"):
        actions.open_consultation(subject=regulation, facts=round_facts(), asked=[], by=amina, at=now, root="")


def test_under_five_readers_nobody_stays_without_a_name(regulation, bram, amina, round_facts, now):
    with pytest.raises(RoundRefused, match="minder dan vijf"):
        actions.open_consultation(
            subject=regulation, facts=round_facts(is_named=False), asked=[], by=amina, at=now, root=""
        )


def test_the_coordinator_opens_it_from_the_page_of_the_draft(
    regulation, colleagues, amina, bram, round_facts, signed_in, at
):
    page, address = signed_in(amina), at("open_consultation_on_regulation")
    assert address in page.get(at("regulation_version", 1)).content.decode()
    assert address in page.get(at("consultations")).content.decode()
    assert "Dit gaat over het reglement." in page.get(address).content.decode()
    sent = {**round_facts(), "naming": "named", "once": "a"}
    for _turn in range(2):
        page.post(address, sent)
    opened = Consultation.objects.get()
    assert opened.regulation_version == queries.regulation_at_work()
    shown = page.get(at("regulation_version", 1)).content.decode()
    assert (address in shown, at("consultation", opened.pk) in shown) == (False, True)
    assert signed_in(bram).get(address).status_code == 403


def test_without_a_regulation_there_is_nothing_to_ask_about(set_up, amina, signed_in, at):
    assert signed_in(amina).get(at("open_consultation_on_regulation")).status_code == 404
    assert "er is geen ontwerp" in signed_in(amina).get(at("consultations")).content.decode()


def test_submitting_the_regulation_while_a_round_is_not_concluded_warns(asked_about, amina, signed_in, at):
    assert "is nog niet afgerond" in signed_in(amina).get(at("submit_regulation")).content.decode()


def test_an_answer_says_in_which_article_it_is_seen_and_everybody_reads_it(
    asked_about, bram, dirk, amina, article_key, remark_on, close, signed_in, now, at
):
    remark_on(asked_about, bram, "De nacht?", passage=passage(article_key))
    close(asked_about)
    bundle, page = Bundle.objects.get(), signed_in(amina)
    address = at("answer_remarks", bundle.pk)
    assert "Wanneer je antwoord krijgt" in page.get(address).content.decode()
    sent = {"verdict": "partly", "because": "Bel mag ook.", "section": "why", "version": 1, "once": "a"}
    assert page.post(address, sent).status_code == 422
    page.post(address, {**sent, "section": f"artikel-{article_key}", "once": "b"})
    with pytest.raises(Changed):
        facts = {"verdict": "followed", "because": "", "section": ""}
        actions.answer_remarks(bundle=bundle, facts=facts, version=1, by=dirk, at=now)
    actions.conclude_consultation(consultation=asked_about, conclusion="", by=amina, at=now, root="")
    shown = signed_in(bram).get(at("consultation_result", asked_about.pk)).content.decode()
    assert "Te zien in: Hoe je aanvraagt" in shown
    assert "Bel mag ook." in shown
    assert "Over het hele plan" not in shown
    mail = Message.objects.get(to=bram.email, subject__startswith="Wat er met de opmerkingen gebeurt")
    assert "Bel mag ook." in mail.body


def test_the_paper_form_and_colleagues_without_an_account(asked_about, bram, article_key, signed_in, at):
    page = signed_in(bram)
    assert page.get(at("print_consultation", asked_about.pk)).content.startswith(b"%PDF")
    sent = {"kind": "question", "text": "Wie betaalt de bus?", "behalf_of": 3, "heard": "Aan tafel.", "once": "a"}
    page.post(at("say_for_others", asked_about.pk, passage(article_key)), sent)
    assert Remark.objects.get().behalf_of == 3


def test_another_organisation_finds_no_round(asked_about, greet, signed_in, at):
    for name in ("consultation", "say_nothing", "remarks"):
        assert signed_in(greet).get(at(name, asked_about.pk)).status_code == 404


def test_the_statements_do_not_grow_with_the_articles(
    asked_about, regulation, bram, amina, remark_on, close, signed_in, at, now
):
    key = queries.articles_of(queries.regulation_at_work())[0].key
    remark_on(asked_about, bram, passage=passage(key))
    page, address = signed_in(amina), at("remarks", asked_about.pk)

    def asked():
        page.get(address)
        with CaptureQueriesContext(connection) as statements:
            page.get(address)
        return len(statements)

    before = asked()
    for number in range(12):
        facts = article_facts(title=f"Nog een {number}")
        actions.add_article(regulation=regulation, facts=facts, holds_for=[], items=[], by=amina, at=now)
        remark_on(asked_about, bram, f"Nog iets {number}", passage=passage(key))
    assert asked() == before


def test_who_has_little_time_reads_first_what_is_new_or_otherwise(
    adopted, regulation, colleagues, bram, amina, round_facts, now, signed_in, at
):
    actions.new_regulation_version(regulation=regulation, why="", by=amina, at=now)
    first = queries.articles_of(queries.regulation_at_work())[0]
    words = {"holds_for": [], "items": [], "by": amina, "at": now}
    facts = article_facts(body="<p>Anders.</p>", title=first.title)
    actions.change_article(regulation=regulation, key=first.key, facts=facts, revision=first.revision, **words)
    added = actions.add_article(regulation=regulation, facts=article_facts(title="Erbij", chapter="scope"), **words)
    opened, _told = actions.open_consultation(
        subject=regulation, facts=round_facts(), asked=[], by=amina, at=now, root=""
    )
    found = hearing.changed_since_adopted(opened)
    assert {key: is_new for key, (_title, is_new) in found.items()} == {
        f"artikel-{added.key}": True,
        f"artikel-{first.key}": False,
    }
    page = signed_in(bram).get(at("consultation", opened.pk)).content.decode()
    assert ("Wat is er nieuw of anders?" in page, "Let op." in page) == (True, False)


def test_a_first_draft_has_nothing_to_compare_with(asked_about):
    assert hearing.changed_since_adopted(asked_about) == {}
