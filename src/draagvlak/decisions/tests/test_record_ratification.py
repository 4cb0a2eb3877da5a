"""A body ratifies: the last act, after every approval (row B2.3)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from draagvlak.decisions import actions, exports, queries
from draagvlak.decisions.models import Part
from draagvlak.decisions.rules import NoMandate, NoReasonGiven, NotNow, VotesDisagree
from draagvlak.decisions.states import DossierKind, DossierState
from draagvlak.desk.queries import tasks_for
from draagvlak.documents.actions import freeze
from draagvlak.documents.tests.reading import words_of
from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.notices.models import Message
from draagvlak.stakeholders import actions as roles
from draagvlak.stakeholders.states import BodyKind


@pytest.fixture
def dossier(opened_with):
    return opened_with(works_council="advice", management="approval", board="ratify")


@pytest.fixture
def approved(dossier, voice_of, dirk, koen):
    voice_of(dossier, "works_council", "favourable", by=dirk)
    voice_of(dossier, "management", "approved", by=koen)
    return dossier


def test_the_board_ratifies_through_the_form_what_the_director_approved(approved, door_of, els, signed_in, today):
    assert queries.standing(approved, today=today).outcome == ""
    page, door = signed_in(els), door_of("record_voice", approved, "board")
    assert "Leg vast of Raad van bestuur bekrachtigt" in page.get(door_of("dossier", approved)).content.decode()
    words = {"verdict": "ratified", "met_on": today.isoformat(), "is_read": "on", "votes_for": "3"}
    sent = page.post(door, {**words, "document_sha256": approved.document.sha256}, follow=True).content.decode()
    approved.refresh_from_db()
    assert approved.state == DossierState.ADOPTED
    assert "Raad van bestuur: bekrachtigd" in sent
    assert Record.objects.filter(act="decisions.record_ratification").count() == 1
    assert Record.objects.filter(act="decisions.record_approval").count() == 1


def test_ratifying_before_the_approval_is_refused_with_one_sentence(dossier, voice_of, door_of, dirk, els, signed_in):
    voice_of(dossier, "works_council", "favourable", by=dirk)
    with pytest.raises(NotNow, match=r"^Dit kan nog niet: Directie keurde nog niet goed\.$"):
        voice_of(dossier, "board", "ratified", by=els)
    page = signed_in(els).get(door_of("dossier", dossier)).content.decode()
    assert "Dit kan nog niet: Directie keurde nog niet goed." in page


@pytest.mark.parametrize("verdict", ["ratified", "not_ratified"])
def test_neither_yes_nor_no_comes_before_the_advice(dossier, voice_of, els, verdict):
    with pytest.raises(NotNow, match="gaf nog geen advies"):
        voice_of(dossier, "board", verdict, by=els, note="Nee.")


def test_a_refused_ratification_needs_a_reason_and_rejects(approved, voice_of, els):
    with pytest.raises(NoReasonGiven):
        voice_of(approved, "board", "not_ratified", by=els)
    voice_of(approved, "board", "not_ratified", by=els, note="Te duur.")
    approved.refresh_from_db()
    assert approved.state == DossierState.REJECTED


def test_the_second_of_two_windows_is_refused(opened_with, voice_of, door_of, dirk, els, koen, signed_in, today):
    dossier = opened_with(management="approval", board="ratify", works_council="consult")
    voice_of(dossier, "works_council", "no_remarks", by=dirk)
    voice_of(dossier, "management", "approved", by=koen)
    page, door = signed_in(els), door_of("record_voice", dossier, "board")
    words = {"verdict": "ratified", "met_on": today.isoformat(), "is_read": "on"}
    words["document_sha256"] = dossier.document.sha256
    assert page.post(door, {**words, "once": "first"}).status_code == 302
    second = page.post(door, {**words, "verdict": "not_ratified", "note": "Nee.", "once": "second"})
    assert second.status_code == 409
    dossier.refresh_from_db()
    assert dossier.state == DossierState.ADOPTED
    assert [entry.act for entry in queries.entries_of(dossier)] == ["open", "voice", "voice", "voice", "settle"]


def test_two_who_ratify_come_one_after_the_other_and_the_second_window_of_the_first_is_refused(
    opened_with, voice_of, els, koen, dirk
):
    dossier = opened_with(management="approval", board="ratify", works_council="ratify")
    voice_of(dossier, "management", "approved", by=koen)
    voice_of(dossier, "board", "ratified", by=els)
    with pytest.raises(NotNow, match="sprak zich al uit"):
        voice_of(dossier, "board", "ratified", by=els)
    voice_of(dossier, "works_council", "ratified", by=dirk)
    dossier.refresh_from_db()
    assert dossier.state == DossierState.ADOPTED


def test_somebody_must_close_a_dossier_and_a_ratification_is_enough(opened_with, voice_of, els):
    dossier = opened_with(board="ratify")
    voice_of(dossier, "board", "ratified", by=els)
    dossier.refresh_from_db()
    assert dossier.state == DossierState.ADOPTED


def test_it_is_the_last_decision_of_the_board(approved, voice_of, els):
    assert queries.last_decision_of(BodyKind.BOARD) is None
    voice_of(approved, "board", "ratified", by=els)
    assert queries.last_decision_of(BodyKind.BOARD) == approved


def test_the_board_can_vote_on_it_and_the_result_binds(opened_with, voice_of, koen, els, new_account, bodies, now):
    mia = new_account("Mia")
    day = clock.day_of(now)
    roles.seat(body=bodies["board"], holder=mia, function="member", starts_on=day, by=koen, at=now)
    dossier = opened_with(management="approval", board="ratify")
    part = Part.objects.select_related("dossier__document", "body").get(dossier=dossier, body__kind="board")
    facts = {"question": "Bekrachtigen we het?", "is_secret": False, "quorum": "half", "majority": "more"}
    facts |= {"counts_abstentions": False, "most_proxies": 1, "closes_at": now + timedelta(days=1)}
    facts |= {"document_sha256": dossier.document.sha256}
    with pytest.raises(NotNow, match="Directie keurde nog niet goed"):
        actions.open_ballot(part=part, facts=facts, by=els, at=now)
    voice_of(dossier, "management", "approved", by=koen)
    ballot = actions.open_ballot(part=part, facts=facts, by=els, at=now)
    for line in ballot.electorate.all():
        words = {"line": line, "choice": "against", "document_sha256": dossier.document.sha256}
        actions.cast_vote(**words, by=line.account, at=now)
    actions.close_ballot(ballot=ballot, by=els, at=now)
    with pytest.raises(VotesDisagree, match="haalde dit de meerderheid niet"):
        voice_of(dossier, "board", "ratified", by=els)
    voice_of(dossier, "board", "not_ratified", by=els, note="Zo stemden we.")
    dossier.refresh_from_db()
    assert dossier.state == DossierState.REJECTED


def test_the_task_and_the_room_say_what_it_waits_for(dossier, voice_of, dirk, koen, els, set_up, today, signed_in):
    room = reverse("desk:room", kwargs={"organisation": set_up.slug, "kind": "board"})
    shown = signed_in(els).get(room).content.decode()
    assert "jullie bekrachtigen" in shown
    assert "eerst de andere organen, de antwoorden en de goedkeuring" in shown
    assert "Bekrachtig of zeg nee: Plan" not in [one.title for one in tasks_for(els, set_up, today=today)]
    voice_of(dossier, "works_council", "favourable", by=dirk)
    voice_of(dossier, "management", "approved", by=koen)
    els.forget()
    assert "Bekrachtig of zeg nee: Plan" in [one.title for one in tasks_for(els, set_up, today=today)]


def test_only_who_sits_on_the_board_ratifies_and_another_organisation_sees_nothing(
    approved, door_of, koen, greet, signed_in
):
    door = door_of("record_voice", approved, "board")
    assert signed_in(koen).get(door).status_code == 403
    assert signed_in(greet).post(door, {}).status_code == 404


def test_without_anybody_who_closes_no_dossier_opens(opened_with, amina, now):
    with pytest.raises(NoMandate, match="goed te keuren of te bekrachtigen"):
        opened_with(works_council="consult", union_delegation="negotiation")
    document = freeze(title="Plan", text="x", at=now)
    with pytest.raises(NoMandate):
        actions.open_dossier(kind=DossierKind.POLICY_PLAN, title="Plan", document=document, by=amina, at=now)


def test_from_consulting_to_ratifying_through_the_pages(opened_with, door_of, dirk, koen, els, signed_in, today):
    dossier = opened_with(works_council="consult", management="approval", board="ratify")
    read = {"is_read": "on", "document_sha256": dossier.document.sha256}
    council, director, board = signed_in(dirk), signed_in(koen), signed_in(els)
    told = council.get(door_of("dossier", dossier)).content.decode()
    assert all(words in told for words in ("wordt geraadpleegd", "keurt goed", "bekrachtigt"))
    assert "Nog nodig: Ondernemingsraad zei nog niet wat het ervan vindt." in told
    council.post(
        door_of("record_voice", dossier, "works_council"), {**read, "verdict": "remarks", "point_1": "Meer tijd."}
    )
    refused = director.post(
        door_of("record_voice", dossier, "management"),
        {**read, "verdict": "approved", "met_on": today.isoformat()},
    )
    assert "Dit kan nog niet: punt 1 heeft geen antwoord." in refused.content.decode()
    answered = director.post(
        door_of("reply", dossier, voice=2, point=1), {"verdict": "not_followed", "text": "Dat kan niet."}, follow=True
    )
    assert "niet gevolgd, met reden" in answered.content.decode()
    shown = director.get(door_of("dossier", dossier)).content.decode()
    assert "Niets houdt dit nog tegen. Nu kan er beslist worden." in shown
    director.post(
        door_of("record_voice", dossier, "management"),
        {**read, "verdict": "approved", "met_on": today.isoformat()},
    )
    shown = board.get(door_of("dossier", dossier)).content.decode()
    assert "Niets houdt dit nog tegen. Nu kan er bekrachtigd worden." in shown
    no = {**read, "verdict": "not_ratified", "met_on": today.isoformat()}
    assert board.post(door_of("record_voice", dossier, "board"), no).status_code == 409
    ended = board.post(door_of("record_voice", dossier, "board"), {**no, "note": "Te duur."}, follow=True)
    assert "Niet goedgekeurd op" in ended.content.decode()
    dossier.refresh_from_db()
    assert dossier.state == DossierState.REJECTED


def test_what_was_only_ratified_says_so_and_what_was_approved_first_does_not(
    opened_with, voice_of, door_of, koen, els, signed_in, today
):
    only = opened_with(board="ratify")
    voice_of(only, "board", "ratified", by=els, met_on=today)
    both = opened_with(management="approval", board="ratify")
    voice_of(both, "management", "approved", by=koen, met_on=today)
    voice_of(both, "board", "ratified", by=els, met_on=today)
    page = signed_in(els)
    for dossier, word, other in ((only, "Bekrachtigd", "Goedgekeurd"), (both, "Goedgekeurd", "Bekrachtigd")):
        dossier.refresh_from_db()
        shown = page.get(door_of("dossier", dossier)).content.decode()
        paper = words_of(exports.dossier_paper(dossier, today=today, root="", suffix="docx"))
        assert f'<p class="lead">{word} op ' in shown
        assert f"{word} op " in paper
        assert (f"{other} op " in shown, f"{other} op " in paper) == (False, False)
        assert f"<b>{word}</b>" in shown
        assert dossier.said_state == word.lower()
    listed = page.get(f"/o/{only.organisation.slug}/overleg/").content.decode()
    assert (listed.count("<span>bekrachtigd</span>"), listed.count("<span>goedgekeurd</span>")) == (1, 1)
    receipt = Message.objects.filter(kind="receipt", body__contains="Over Plan is beslist: bekrachtigd.")
    assert receipt.exists()


@pytest.mark.parametrize("before", [{}, {"works_council": "consult"}])
def test_the_page_claims_no_approval_and_no_advice_that_nobody_was_asked_for(
    opened_with, voice_of, door_of, dirk, els, signed_in, before
):
    dossier = opened_with(**before, board="ratify")
    if before:
        voice_of(dossier, "works_council", "no_remarks", by=dirk)
    shown = signed_in(els).get(door_of("dossier", dossier)).content.decode()
    assert '<p class="lead">Niets houdt dit nog tegen. Nu kan er bekrachtigd worden.</p>' in shown
