"""A dossier in which the delegation negotiates ends only with the signed agreement in it (domain facts, section 2.3)."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse

from draagvlak.decisions import actions as decisions
from draagvlak.decisions import queries
from draagvlak.decisions.exports import advice_paper, dossier_paper
from draagvlak.decisions.models import Part
from draagvlak.decisions.rules import NoReasonGiven, NotNow, TextChanged, VotesDisagree
from draagvlak.decisions.states import DossierKind, DossierState
from draagvlak.desk.queries import tasks_for
from draagvlak.documents.actions import freeze
from draagvlak.documents.tests.reading import words_of
from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.lib.verify import examine, text_seal
from draagvlak.policyplan.actions import agreement as register
from draagvlak.policyplan.actions.linking import link_agreement
from draagvlak.policyplan.models import Agreement
from draagvlak.policyplan.queries.agreement import agreements_signed_by
from draagvlak.policyplan.rules import NegotiationRefused
from draagvlak.policyplan.tests.negotiation_world import ROOT, agree, begin, paper_facts, put, sign, signed_agreement
from draagvlak.stakeholders import actions as roles
from draagvlak.stakeholders.models import Body


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "files")


@pytest.fixture
def dossier(set_up, amina, koen, ria, now):
    """The delegation negotiates on a measure, the board approves."""
    for kind, strength in (("union_delegation", "negotiation"), ("board", "approval")):
        facts = {"strength": strength, "term_days": 5, "ground": "afspraak"}
        body = Body.objects.get(kind=kind, ends_on=None)
        decisions.set_mandate(body=body, kind=DossierKind.MEASURE, facts=facts, by=koen, at=now)
    document = freeze(title="Nachtvorming", text="Elke vorming ook na 18 uur.", at=now)
    return decisions.open_dossier(kind=DossierKind.MEASURE, title="Nachtvorming", document=document, by=amina, at=now)


@pytest.fixture
def part(dossier):
    rows = Part.objects.select_related("dossier__document", "dossier__organisation", "body__organisation")
    return rows.get(dossier=dossier, body__kind="union_delegation")


@pytest.fixture
def agreement(set_up, koen, ria, now):
    return signed_agreement(koen, ria, now)


@pytest.fixture
def link(part, now):
    def make(agreement, by, at=now, **more):
        words = {"note": "", "document_sha256": part.dossier.document.sha256, **more}
        return link_agreement(part=part, agreement=agreement, **words, by=by, at=at, root=ROOT)

    return make


@pytest.fixture
def door(set_up, part):
    def find(name="policyplan:link_agreement"):
        words = {"organisation": set_up.slug, "number": part.dossier.number, "part": part.pk}
        return reverse(name, kwargs=words)

    return find


def say(part, verdict, by, now, **more):
    said = {"verdict": verdict, "votes": {"for": 0, "against": 0, "abstained": 0}, "points": [], "note": ""}
    said |= {"document_sha256": part.dossier.document.sha256, **more}
    return decisions.record_voice(part=part, said=said, by=by, at=now)


def board_of(dossier):
    return Part.objects.select_related("dossier__document", "body").get(dossier=dossier, body__kind="board")


def test_the_delegation_links_the_agreement_through_the_page_and_the_dossier_shows_it(
    dossier, agreement, door, ria, els, now, set_up, signed_in
):
    page = signed_in(ria)
    at_dossier = reverse("decisions:dossier", kwargs={"organisation": set_up.slug, "number": dossier.number})
    assert door() in page.get(at_dossier).content.decode()
    form = page.get(door()).content.decode()
    assert f"{agreement.subject}, getekend op" in form
    words = {"agreement": agreement.pk, "is_read": "on", "document_sha256": dossier.document.sha256}
    shown = page.post(door(), words, follow=True).content.decode()
    assert "akkoord gesloten" in shown
    assert reverse("policyplan:agreement", kwargs={"organisation": set_up.slug, "pk": agreement.pk}) in shown
    held = queries.entries_of(dossier)[-1].content["agreement"]
    assert held["subject"] == agreement.subject
    assert held["signed_on"] == agreement.signed_on.isoformat()
    assert held["sha256"] == agreement.of_version.document.sha256 == text_seal(agreement.of_version.document.text)
    assert held["clauses"] == [{"number": c.number, "sha256": c.sha256} for c in agreement.clauses.all()]
    say(board_of(dossier), "approved", els, now)
    dossier.refresh_from_db()
    assert dossier.state == DossierState.ADOPTED


def test_after_the_body_spoke_the_page_leads_to_the_dossier_and_sending_it_again_is_refused(
    dossier, agreement, link, door, ria, now, set_up, signed_in
):
    page = signed_in(ria)
    assert page.get(door()).status_code == 200
    link(agreement, ria)
    at_dossier = reverse("decisions:dossier", kwargs={"organisation": set_up.slug, "number": dossier.number})
    assert page.get(door()).headers["Location"] == at_dossier
    words = {"agreement": agreement.pk, "is_read": "on", "document_sha256": dossier.document.sha256, "once": "again"}
    assert page.post(door(), words).status_code == 409


def test_the_export_holds_the_agreement_and_verifies_and_another_seal_does_not(dossier, agreement, link, ria, els, now):
    link(agreement, ria)
    say(board_of(dossier), "approved", els, now)
    raw = json.dumps(queries.exported(dossier), ensure_ascii=False).encode()
    seal = agreement.of_version.document.sha256.encode()
    assert seal in raw
    assert examine(raw).code == 0
    assert examine(raw.replace(seal, b"0" * 64)).code == 1


def test_the_form_on_paper_asks_which_agreement_was_signed(dossier, part, today):
    form = words_of(advice_paper(part, today=today, root=ROOT, suffix="docx"))
    assert "Schrijf dan welke cao getekend is." in form
    assert "Onderwerp van de cao" in form
    board = board_of(dossier)
    assert "cao getekend" not in words_of(advice_paper(board, today=today, root=ROOT, suffix="docx"))


def test_the_papers_tell_of_the_agreement(dossier, part, agreement, link, ria, today):
    link(agreement, ria)
    for made in (
        dossier_paper(dossier, today=today, root=ROOT, suffix="docx"),
        advice_paper(part, today=today, root=ROOT, suffix="docx"),
    ):
        text = words_of(made)
        assert agreement.subject in text
        assert agreement.of_version.document.sha256 in text
        assert f"{ROOT}/o/" in text
    assert dossier_paper(dossier, today=today, root=ROOT, suffix="pdf").startswith(b"%PDF")


def test_the_ordinary_form_offers_only_that_there_is_no_agreement(door, agreement, dossier, ria, signed_in):
    page, place = signed_in(ria), door("decisions:record_voice")
    form = page.get(place).content.decode()
    assert "geen akkoord" in form
    assert "akkoord gesloten" not in form
    assert door() in form
    words = {"verdict": "agreed", "is_read": "on", "document_sha256": dossier.document.sha256}
    assert page.post(place, words).status_code == 422


def test_that_there_is_no_agreement_is_written_in_the_ordinary_form_with_a_reason(door, dossier, ria, signed_in):
    page, place = signed_in(ria), door("decisions:record_voice")
    words = {"verdict": "no_agreement", "is_read": "on", "document_sha256": dossier.document.sha256}
    refused = page.post(place, words)
    assert refused.status_code == 409
    assert "Geef je reden." in refused.content.decode()
    shown = page.post(place, {**words, "note": "Over de rusttijd niet."}, follow=True).content.decode()
    assert "geen akkoord" in shown
    dossier.refresh_from_db()
    assert dossier.state == DossierState.REJECTED


def test_an_agreement_is_not_recorded_with_words_alone(part, ria, now):
    with pytest.raises(NotNow, match="met de getekende cao"):
        say(part, "agreed", ria, now)


def test_no_agreement_needs_a_reason_and_rejects(dossier, part, ria, now):
    with pytest.raises(NoReasonGiven):
        say(part, "no_agreement", ria, now)
    say(part, "no_agreement", ria, now, note="Over de rusttijd werden we het niet eens.")
    dossier.refresh_from_db()
    assert dossier.state == DossierState.REJECTED
    assert Record.objects.filter(act="decisions.record_negotiation").count() == 1


def test_no_term_makes_it_lapse(dossier, agreement, link, ria, els, now):
    later = now + timedelta(days=300)
    with pytest.raises(NotNow, match="nog geen getekend akkoord"):
        say(board_of(dossier), "approved", els, later)
    link(agreement, ria, at=later)
    say(board_of(dossier), "approved", els, later)
    dossier.refresh_from_db()
    assert dossier.state == DossierState.ADOPTED


def test_the_second_of_two_windows_is_refused(agreement, door, dossier, ria, signed_in):
    page = signed_in(ria)
    words = {"agreement": agreement.pk, "is_read": "on", "document_sha256": dossier.document.sha256}
    assert page.post(door(), {**words, "once": "first"}).status_code == 302
    second = page.post(door(), {**words, "once": "second"})
    assert second.status_code == 409
    assert "sprak zich al uit" in second.content.decode()
    assert [entry.act for entry in queries.entries_of(dossier)] == ["open", "voice"]


def test_a_link_about_another_text_is_refused(agreement, link, ria):
    with pytest.raises(TextChanged):
        link(agreement, ria, document_sha256="0" * 64)


def test_only_an_agreement_that_this_body_signed_can_be_chosen(part, agreement, link, ria, now, koen):
    board = Body.objects.get(kind="board", ends_on=None)
    management = Body.objects.get(kind="management", ends_on=None)
    today = clock.day_of(now)
    assert list(agreements_signed_by(part.body, on=today)) == [agreement]
    assert list(agreements_signed_by(management, on=today)) == [agreement]
    assert list(agreements_signed_by(board, on=today)) == []
    part.body = board
    with pytest.raises(NegotiationRefused, match="tekende deze cao niet"):
        link(agreement, ria)


def test_an_agreement_that_is_over_cannot_be_linked_and_its_last_day_is_in_time(part, link, set_up, koen, ria, now):
    negotiation = begin(ria, now)
    agree(put(negotiation, ria, now), ria, koen, at=now)
    last = clock.day_of(now) + timedelta(days=10)
    made = sign(negotiation, ria, now, signed=paper_facts(now, notice_months=None, ends_on=last))
    assert list(agreements_signed_by(part.body, on=last)) == [made]
    assert list(agreements_signed_by(part.body, on=last + timedelta(days=1))) == []
    with pytest.raises(NegotiationRefused):
        link(made, ria, at=now + timedelta(days=11))


def test_an_agreement_that_was_ended_cannot_be_linked_after_its_last_day(part, agreement, ria, now, today):
    facts = {"kind": "denounced", "last_day": today + timedelta(days=3), "because": "Opgezegd."}
    register.end_agreement(agreement=agreement, **facts, by=ria, at=now)
    assert list(agreements_signed_by(part.body, on=today + timedelta(days=3))) == [agreement]
    assert list(agreements_signed_by(part.body, on=today + timedelta(days=4))) == []


def test_without_a_signed_agreement_the_page_says_what_to_do(door, ria, signed_in):
    page = signed_in(ria).get(door()).content.decode()
    assert "Er is nog geen getekende cao" in page
    assert "Zet ze eerst in het register" in page


def test_the_delegation_can_vote_first_and_the_result_binds(
    dossier, part, agreement, link, door, ria, bodies, koen, new_account, now, signed_in
):
    guy = new_account("Guy")
    day = clock.day_of(now)
    roles.seat(body=bodies["union_delegation"], holder=guy, function="member", starts_on=day, by=koen, at=now)
    facts = {"question": "Sluiten we dit akkoord?", "is_secret": False, "quorum": "half", "majority": "more"}
    facts |= {"counts_abstentions": False, "most_proxies": 1, "closes_at": now + timedelta(days=1)}
    ballot = decisions.open_ballot(
        part=part, facts={**facts, "document_sha256": dossier.document.sha256}, by=ria, at=now
    )
    for line in ballot.electorate.all():
        words = {"line": line, "choice": "for", "document_sha256": dossier.document.sha256}
        decisions.cast_vote(**words, by=line.account, at=now)
    decisions.close_ballot(ballot=ballot, by=ria, at=now)
    with pytest.raises(VotesDisagree):
        say(part, "no_agreement", ria, now, note="Toch niet.")
    assert signed_in(ria).get(door("decisions:record_voice")).url == door()
    entry = link(agreement, ria)
    assert (entry.content["ballot"], entry.content["votes"]["for"]) == (ballot.number, 2)


def test_the_delegation_has_a_task_and_the_journal_says_what_was_linked(part, agreement, link, ria, set_up, today):
    assert "Rond de onderhandeling af: Nachtvorming" in [one.title for one in tasks_for(ria, set_up, today=today)]
    link(agreement, ria)
    line = Record.objects.get(act="policyplan.link_agreement")
    assert (line.subject_id, line.details) == (str(agreement.pk), {"dossier": part.dossier.number})
    ria.forget()
    assert "Rond de onderhandeling af: Nachtvorming" not in [one.title for one in tasks_for(ria, set_up, today=today)]


def test_only_who_sits_in_the_delegation_links_and_another_organisation_sees_nothing(
    agreement, door, dossier, koen, els, greet, set_up, signed_in
):
    for person in (koen, els):
        assert signed_in(person).get(door()).status_code == 403
    assert signed_in(greet).get(door()).status_code == 404
    other = reverse(
        "policyplan:link_agreement",
        kwargs={"organisation": set_up.slug, "number": dossier.number, "part": board_of(dossier).pk},
    )
    assert signed_in(els).get(other).status_code == 404


def test_an_agreement_of_another_organisation_cannot_be_chosen(agreement, door, dossier, ria, signed_in):
    words = {"agreement": agreement.pk + 999, "is_read": "on", "document_sha256": dossier.document.sha256}
    assert signed_in(ria).post(door(), words).status_code == 422
    assert Agreement.objects.count() == 1
