"""What somebody asks about a text gets an answer in the dossier, before it is decided."""

import json

import pytest
from django.urls import reverse

from draagvlak.decisions import actions, queries
from draagvlak.decisions.rules import NoReasonGiven, NotNow
from draagvlak.decisions.states import DossierKind
from draagvlak.documents.actions import freeze
from draagvlak.lib.verify import examine
from draagvlak.notices.models import Message


@pytest.fixture
def dossier(set_up, amina, els, dirk, now):
    document = freeze(title="Plan", text='{"title": "Plan"}', at=now)
    return actions.open_dossier(kind=DossierKind.POLICY_PLAN, title="Plan", document=document, by=amina, at=now)


@pytest.fixture
def asked(dossier, els, now):
    return actions.add_remark(dossier=dossier, text="Wat kost de mentorwerking?", by=els, at=now)


def here(organisation, name, **words):
    return reverse(f"decisions:{name}", kwargs={"organisation": organisation.slug, **words})


def tasks(person, organisation, signed_in):
    return signed_in(person).get(reverse("desk:tasks", args=[organisation.slug])).content.decode()


def test_the_coordinator_answers_and_who_asked_reads_it_on_the_page_and_in_a_mail(
    dossier, asked, amina, els, dirk, set_up, signed_in
):
    assert "Antwoord op een vraag in een dossier" in tasks(amina, set_up, signed_in)
    assert "Antwoord op een vraag in een dossier" not in tasks(dirk, set_up, signed_in)
    address = here(set_up, "answer_remark", number=1, entry=asked.number)
    assert address in signed_in(amina).get(here(set_up, "dossier", number=1)).content.decode()
    assert "Wat kost de mentorwerking?" in signed_in(amina).get(address).content.decode()
    signed_in(amina).post(address, {"text": "Vier uur per nieuwe collega.", "once": "a"})
    assert "Vier uur per nieuwe collega." in signed_in(els).get(here(set_up, "dossier", number=1)).content.decode()
    mail = Message.objects.get(subject="Antwoord op je vraag: Plan")
    assert mail.to == els.email
    assert "Wat kost de mentorwerking?" in mail.body
    assert "Amina antwoordt:\nVier uur per nieuwe collega." in mail.body
    assert "Antwoord op een vraag in een dossier" not in tasks(amina, set_up, signed_in)


def test_an_answer_is_sealed_and_names_its_question(dossier, asked, amina, now):
    actions.answer_remark(dossier=dossier, remark=asked.number, text="Vier uur.", by=amina, at=now)
    exported = queries.exported(dossier)
    assert exported["records"][2]["content"]["remark"] == asked.number
    assert examine(json.dumps(exported).encode()).code == 0
    exported["records"][2]["content"]["text"] = "Tien uur."
    assert examine(json.dumps(exported).encode()).record == 3


def test_a_question_gets_one_answer_and_nothing_is_no_answer(dossier, asked, amina, koen, now, set_up, signed_in):
    with pytest.raises(NoReasonGiven):
        actions.answer_remark(dossier=dossier, remark=asked.number, text=" ", by=amina, at=now)
    actions.answer_remark(dossier=dossier, remark=asked.number, text="Vier uur.", by=amina, at=now)
    with pytest.raises(NotNow, match="kwam al een antwoord"):
        actions.answer_remark(dossier=dossier, remark=asked.number, text="Vijf uur.", by=koen, at=now)
    page = signed_in(koen).get(here(set_up, "answer_remark", number=1, entry=asked.number)).content.decode()
    assert "Hierop kwam al een antwoord." in page
    assert "Vier uur." in page


def test_only_a_remark_is_answered(dossier, amina, now, set_up, signed_in):
    with pytest.raises(NotNow, match="staat niet in het dossier"):
        actions.answer_remark(dossier=dossier, remark=1, text="Vier uur.", by=amina, at=now)
    assert signed_in(amina).get(here(set_up, "answer_remark", number=1, entry=1)).status_code == 404
    assert signed_in(amina).get(here(set_up, "answer_remark", number=1, entry=99)).status_code == 404


def test_who_may_not_answer_is_refused_and_another_organisation_finds_nothing(
    dossier, asked, dirk, els, greet, set_up, signed_in
):
    address = here(set_up, "answer_remark", number=1, entry=asked.number)
    assert {signed_in(person).post(address, {"text": "x", "once": "a"}).status_code for person in (dirk, els)} == {403}
    assert signed_in(greet).get(address).status_code == 404


def test_who_answers_himself_gets_no_mail(dossier, amina, now):
    own = actions.add_remark(dossier=dossier, text="Even noteren.", by=amina, at=now)
    actions.answer_remark(dossier=dossier, remark=own.number, text="Staat op punt 2.", by=amina, at=now)
    assert not Message.objects.filter(subject__startswith="Antwoord op je vraag")


def test_after_the_decision_nothing_is_answered(dossier, asked, amina, now):
    actions.withdraw_dossier(dossier=dossier, reason="Anders.", by=amina, at=now)
    with pytest.raises(NotNow):
        actions.answer_remark(dossier=dossier, remark=asked.number, text="Vier uur.", by=amina, at=now)
