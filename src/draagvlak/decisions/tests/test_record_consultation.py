"""A body is consulted: it gives remarks before the decision, and the employer says what he does with each."""

import json
from datetime import timedelta

import pytest

from draagvlak.decisions import actions, queries
from draagvlak.decisions.models import Part
from draagvlak.decisions.rules import BallotRefused, NoPoints, NotNow
from draagvlak.decisions.states import Answer, DossierState
from draagvlak.desk.queries import tasks_for
from draagvlak.journal.models import Record
from draagvlak.lib.verify import examine


@pytest.fixture
def dossier(opened_with):
    return opened_with(works_council="consult", board="approval")


def answer(dossier, voice, point, by, now):
    words = {"voice": voice.number, "point": point, "answer": Answer.FOLLOWED, "text": "Ja.", "by": by, "at": now}
    return actions.reply(dossier=dossier, **words)


def test_the_council_gives_remarks_through_the_form_without_any_votes(dossier, door_of, dirk, signed_in):
    page, door = signed_in(dirk), door_of("record_voice", dossier, "works_council")
    form = page.get(door).content.decode()
    assert "had geen opmerkingen" in form
    assert "gaf opmerkingen" in form
    assert "Hoeveel stemmen voor?" not in form
    assert "gunstig" not in form
    words = {"verdict": "remarks", "point_1": "Meer tijd.", "point_2": "Ook ’s nachts.", "is_read": "on"}
    sent = page.post(door, {**words, "document_sha256": dossier.document.sha256}, follow=True).content.decode()
    assert "Opmerking van Ondernemingsraad" in sent
    assert "wordt geraadpleegd" in sent
    voice = queries.entries_of(dossier)[-1]
    assert [point["text"] for point in voice.content["points"]] == ["Meer tijd.", "Ook ’s nachts."]
    assert (voice.content["verdict"], voice.content["votes"]) == (
        "remarks",
        {"for": 0, "against": 0, "abstained": 0},
    )


def test_remarks_without_a_point_stay_on_the_form(dossier, door_of, dirk, signed_in):
    words = {"verdict": "remarks", "is_read": "on", "document_sha256": dossier.document.sha256}
    sent = signed_in(dirk).post(door_of("record_voice", dossier, "works_council"), words)
    assert sent.status_code == 409
    assert "Schrijf elke opmerking als een apart punt" in sent.content.decode()


def test_every_remark_needs_its_reply_before_the_board_decides(dossier, voice_of, dirk, koen, els, now):
    voice = voice_of(dossier, "works_council", "remarks", by=dirk, points=["Een.", "Twee."])
    answer(dossier, voice, 1, koen, now)
    with pytest.raises(NotNow, match="punt 2 heeft geen antwoord"):
        voice_of(dossier, "board", "approved", by=els)
    answer(dossier, voice, 2, koen, now)
    voice_of(dossier, "board", "approved", by=els)
    dossier.refresh_from_db()
    assert dossier.state == DossierState.ADOPTED
    assert examine(json.dumps(queries.exported(dossier), ensure_ascii=False).encode()).code == 0


def test_a_remark_can_be_answered_after_the_term_and_still_must_be(dossier, voice_of, dirk, koen, els, now):
    voice = voice_of(dossier, "works_council", "remarks", by=dirk, points=["Een."])
    later = now + timedelta(days=40)
    with pytest.raises(NotNow, match="punt 1 heeft geen antwoord"):
        voice_of(dossier, "board", "approved", by=els, at=later)
    answer(dossier, voice, 1, koen, later)
    voice_of(dossier, "board", "approved", by=els, at=later)
    dossier.refresh_from_db()
    assert dossier.state == DossierState.ADOPTED


def test_on_the_last_day_it_still_speaks_and_the_day_after_nothing_waits_for_it(dossier, voice_of, dirk, els, now):
    last = now + timedelta(days=15)
    with pytest.raises(NotNow, match="zei nog niet wat het ervan vindt"):
        voice_of(dossier, "board", "approved", by=els, at=last)
    with pytest.raises(NotNow, match="termijn voor deze raadpleging liep af"):
        voice_of(dossier, "works_council", "no_remarks", by=dirk, at=last + timedelta(days=1))
    voice_of(dossier, "board", "approved", by=els, at=last + timedelta(days=1))
    dossier.refresh_from_db()
    assert dossier.state == DossierState.ADOPTED


def test_without_remarks_nobody_needs_to_answer(dossier, voice_of, dirk, els):
    voice_of(dossier, "works_council", "no_remarks", by=dirk)
    voice_of(dossier, "board", "approved", by=els)
    dossier.refresh_from_db()
    assert dossier.state == DossierState.ADOPTED


@pytest.mark.parametrize("verdict", ["favourable", "unfavourable", "consented", "ratified"])
def test_who_is_consulted_says_neither_yes_nor_no(dossier, voice_of, dirk, verdict):
    with pytest.raises(NotNow, match="past niet"):
        voice_of(dossier, "works_council", verdict, by=dirk, points=["x"], note="x")


def test_remarks_are_points(dossier, voice_of, dirk):
    with pytest.raises(NoPoints):
        voice_of(dossier, "works_council", "remarks", by=dirk)


def test_there_is_nothing_to_vote_on(dossier, door_of, dirk, koen, now, signed_in):
    part = Part.objects.select_related("dossier__document", "body").get(dossier=dossier, body__kind="works_council")
    facts = {"document_sha256": dossier.document.sha256}
    with pytest.raises(BallotRefused, match="geeft opmerkingen"):
        actions.open_ballot(part=part, facts=facts, by=dirk, at=now)
    page = signed_in(dirk).get(door_of("dossier", dossier)).content.decode()
    assert "Laat Ondernemingsraad stemmen" not in page
    assert "Leg vast wat Ondernemingsraad zegt" in page


def test_it_has_its_own_verb_in_the_journal_and_its_own_tasks(dossier, voice_of, dirk, koen, set_up, today):
    assert "Zeg wat jullie ervan vinden: Plan" in [one.title for one in tasks_for(dirk, set_up, today=today)]
    voice_of(dossier, "works_council", "remarks", by=dirk, points=["Een."])
    assert Record.objects.filter(act="decisions.record_consultation").count() == 1
    titles = [one.title for one in tasks_for(koen, set_up, today=today)]
    assert "Antwoord op opmerking 1 bij de raadpleging" in titles


def test_only_who_sits_in_the_council_records_it_and_another_organisation_sees_nothing(
    dossier, door_of, els, greet, signed_in
):
    door = door_of("record_voice", dossier, "works_council")
    assert signed_in(els).get(door).status_code == 403
    assert signed_in(greet).get(door).status_code == 404
    assert signed_in(greet).get(door_of("dossier", dossier)).status_code == 404
