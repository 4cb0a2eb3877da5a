"""A dossier about the regulation or a measure never calls it a plan: not on its pages, in its mails, nor in a task."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from lxml import html as markup

from draagvlak.decisions.actions import open_ballot, record_voice
from draagvlak.decisions.models import Dossier, Part
from draagvlak.desk.queries import tasks_for
from draagvlak.lib import clock
from draagvlak.notices.models import Message
from draagvlak.policyplan import actions
from draagvlak.policyplan.tests.regulation_world import speak
from draagvlak.policyplan.tests.screening_world import note
from draagvlak.stakeholders.actions import seat
from draagvlak.stakeholders.states import SeatFunction, Side
from tests.standing import inform

PLAN = re.compile(r"\b(?:\w*beleids|opleidings)?plan\b", re.IGNORECASE)


def read(client, address):
    """What stands in the page itself, without the menu around it and without addresses."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(markup.fromstring(answer.content.decode()).find(".//main").text_content().split())


def names_a_plan(words):
    """Whether a plan is named, addresses left out."""
    return PLAN.search(re.sub(r"\S*/o/\S+", "", words)) is not None


@pytest.fixture
def regulation_dossier(regulation, amina, now):
    return actions.submit_regulation(
        regulation=regulation, starts_on=None, by=amina, at=now, root="https://huis.example"
    )


@pytest.fixture
def measure_dossier(set_up, amina, dirk, now):
    lying = actions.flag_change(subject="project", facts=note(), by=amina, at=now)
    facts = {"outcome": "advice", "text": "Over de nachtploeg.", "on": now.date()}
    return actions.record_screening(screening=lying, facts=facts, version=1, by=dirk, at=now, root="").dossier


@pytest.fixture
def advise(now):
    def make(dossier, by):
        part = Part.objects.select_related("dossier__document", "body").get(dossier=dossier, body__kind="works_council")
        said = {
            "verdict": "with_remarks",
            "note": "",
            "votes": {"for": 0, "against": 0, "abstained": 0},
            "points": ["Ook voor de nacht."],
            "document_sha256": dossier.document.sha256,
            "met_on": None,
            "minutes": "",
        }
        record_voice(part=part, said=said, by=by, at=now, root="https://huis.example")

    return make


@pytest.fixture(params=["regulation_dossier", "measure_dossier"])
def dossier(request):
    return request.getfixturevalue(request.param)


def places(dossier, set_up):
    def at(name, **words):
        return reverse(f"decisions:{name}", kwargs={"organisation": set_up.slug, **words})

    return at, dossier.number


def test_the_pages_the_mails_and_the_tasks_name_what_it_is_about(
    dossier, advise, set_up, amina, dirk, els, koen, signed_in, today, now
):
    at, number = places(dossier, set_up)
    part = Part.objects.get(dossier=dossier, body__kind="works_council")
    seen = [read(signed_in(dirk), at("dossier", number=number))]
    seen.append(read(signed_in(dirk), at("record_voice", number=number, part=part.pk)))
    seen.append(read(signed_in(dirk), at("add_remark", number=number)))
    advise(dossier, dirk)
    shown = read(signed_in(koen), at("dossier", number=number))
    assert f"Zonder antwoord kan {dossier.about} niet goedgekeurd worden." in shown
    seen += [shown, read(signed_in(koen), at("dossiers"))]
    for account in (amina, dirk, els, koen):
        account.forget()
        for task in tasks_for(account, set_up, today=today):
            if "dossier" in task.address or "overleg" in task.address:
                seen += [task.title, str(task.why)]
    seen += [f"{one.subject} {one.body}" for one in Message.objects.all()]
    assert [words for words in seen if names_a_plan(words)] == []


def test_a_ballot_on_it_names_no_plan(dossier, bodies, set_up, dirk, koen, new_account, signed_in, now):
    words = {"side": Side.WORKERS, "starts_on": clock.day_of(now), "by": koen, "at": now}
    anna, cleo = new_account("Anna"), new_account("Cleo")
    seat(body=bodies["works_council"], holder=anna, function=SeatFunction.SECRETARY, **words)
    seat(body=bodies["works_council"], holder=cleo, function=SeatFunction.MEMBER, **words)
    at, number = places(dossier, set_up)
    part = Part.objects.select_related("dossier__document", "body", "dossier__organisation").get(
        dossier=dossier, body__kind="works_council"
    )
    seen = [read(signed_in(anna), at("open_ballot", number=number, part=part.pk))]
    facts = {"quorum": "half", "majority": "more", "counts_abstentions": False, "most_proxies": 1, "is_secret": False}
    facts |= {"question": "Een gunstig advies?", "closes_at": now + timedelta(days=1)}
    facts["document_sha256"] = dossier.document.sha256
    ballot = open_ballot(part=part, facts=facts, by=anna, at=now)
    names = ("ballot", "give_proxy", "enter_hands", "withdraw_ballot")
    seen += [read(signed_in(anna), at(name, number=ballot.number)) for name in names]
    seen += [f"{one.subject} {one.body}" for one in Message.objects.all()]
    assert [words for words in seen if names_a_plan(words)] == []


def test_the_text_of_every_dossier_can_be_read(dossier, set_up, dirk, els, bram, signed_in):
    address = reverse("policyplan:document", args=[set_up.slug, dossier.number])
    for account in (dirk, els):
        assert not names_a_plan(read(signed_in(account), address).replace("Beleidsplan", ""))
    if dossier.kind == "measure":
        assert "Over de nachtploeg." in read(signed_in(dirk), address)
        assert signed_in(bram).get(address).status_code == 403


def test_what_follows_a_no_is_said_of_what_it_was_about(dossier, set_up, dirk, els, koen, signed_in, now):
    speak(dossier, "works_council", dirk, now, "favourable")
    inform(dossier, dirk, now)
    speak(dossier, "board", els, now, "not_approved")
    at, number = places(dossier, set_up)
    shown = read(signed_in(koen), at("dossier", number=number))
    assert {"training_regulation": "Het reglement gaat terug", "measure": "De maatregel gaat niet door"}[
        dossier.kind
    ] in shown
    assert not names_a_plan(shown)


def test_the_page_of_the_voices_speaks_of_a_measure_as_dutch_does(set_up, koen, signed_in):
    address = reverse("decisions:mandates", args=[set_up.slug])
    assert "Over een maatregel in het personeelsbeleid." in read(signed_in(koen), f"{address}?soort=measure")
    assert "Over het opleidingsbeleidsplan." in read(signed_in(koen), address)


def test_another_organisation_finds_no_text(measure_dossier, set_up, greet, signed_in):
    address = reverse("policyplan:document", args=[set_up.slug, measure_dossier.number])
    assert signed_in(greet).get(address).status_code == 404
    assert Dossier.objects.count() == 1
