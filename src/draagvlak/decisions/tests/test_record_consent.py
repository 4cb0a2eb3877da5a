"""A body consents, refuses, or consents once the text changes: then the next text is held against what it asked."""

import json

import pytest

from draagvlak.decisions import exports, queries
from draagvlak.decisions.models import Part
from draagvlak.decisions.queries.earlier import amendments_asked_before
from draagvlak.decisions.rules import NoPoints, NotNow, VotesDisagree
from draagvlak.decisions.states import DossierState
from draagvlak.desk.queries.tasks import tasks_for
from draagvlak.lib.verify import examine

ASKED = ["Tel de reistijd mee.", "Ook voor wie ’s nachts werkt."]


@pytest.fixture
def opened(opened_with):
    """opened(): a dossier on the same plan in which the council must consent."""
    return lambda: opened_with(works_council="consent", board="approval")


@pytest.fixture
def amended(opened, voice_of, dirk):
    dossier = opened()
    voice_of(dossier, "works_council", "if_amended", by=dirk, points=ASKED)
    dossier.refresh_from_db()
    return dossier


def key_of(dossier):
    return Part.objects.get(dossier=dossier, body__kind="works_council").pk


def test_a_consent_with_amendments_ends_the_dossier_as_a_refusal_does(amended, voice_of, els, koen, set_up, today, now):
    assert amended.state == DossierState.REJECTED
    with pytest.raises(NotNow, match="afgelopen"):
        voice_of(amended, "board", "approved", by=els)
    assert examine(json.dumps(queries.exported(amended), ensure_ascii=False).encode()).code == 0
    assert not [task for task in tasks_for(koen, set_up, today=today) if "punt" in task.title]


def test_it_is_told_in_its_own_words_on_the_page_and_on_paper(amended, door_of, dirk, signed_in, today):
    shown = signed_in(dirk).get(door_of("dossier", amended)).content.decode()
    assert "Ondernemingsraad stemt pas in als de tekst wijzigt. Het plan gaat terug naar het ontwerp." in shown
    assert "Wat Ondernemingsraad gewijzigd wil zien" in shown
    assert "Wacht op de directie" not in shown
    assert "Nog geen antwoord" not in shown
    assert exports.how_it_ended(amended, queries.standing(amended, today=today)).startswith("Niet goedgekeurd op")


def test_it_is_given_in_points(opened, voice_of, dirk):
    with pytest.raises(NoPoints, match="Schrijf elke wijziging als een apart punt"):
        voice_of(opened(), "works_council", "if_amended", by=dirk, points=[" "])


@pytest.mark.parametrize("verdict", ["consented", "refused"])
def test_beside_a_plain_yes_or_no_no_amendments_are_asked(opened, voice_of, dirk, verdict):
    with pytest.raises(NoPoints, match="instemt als de tekst wijzigt"):
        voice_of(opened(), "works_council", verdict, by=dirk, points=ASKED, note="Daarom.")


def test_it_is_no_consent_to_this_text_so_more_votes_for_contradict_it(opened, voice_of, dirk):
    dossier = opened()
    with pytest.raises(VotesDisagree):
        voice_of(
            dossier,
            "works_council",
            "if_amended",
            by=dirk,
            points=ASKED,
            votes={"for": 5, "against": 1, "abstained": 0},
        )
    voice_of(
        dossier, "works_council", "if_amended", by=dirk, points=ASKED, votes={"for": 1, "against": 5, "abstained": 0}
    )


def test_the_next_dossier_shows_beside_the_body_what_it_asked(amended, opened, door_of, els, signed_in):
    after = opened()
    found = amendments_asked_before(after)[key_of(after)]
    assert (found.dossier, [point.text for point in found.points]) == (amended.number, ASKED)
    shown = signed_in(els).get(door_of("dossier", after)).content.decode()
    assert "Dit vroeg het orgaan de vorige keer" in shown
    assert all(text in shown for text in ASKED)
    assert amendments_asked_before(amended) == {}


def test_what_it_said_last_counts_and_after_an_adopted_text_nothing_is_left_of_it(amended, opened, voice_of, dirk, els):
    again = opened()
    voice_of(again, "works_council", "if_amended", by=dirk, points=["Alleen dit nog."])
    third = opened()
    assert [point.text for point in amendments_asked_before(third)[key_of(third)].points] == ["Alleen dit nog."]
    voice_of(third, "works_council", "consented", by=dirk)
    voice_of(third, "board", "approved", by=els)
    assert amendments_asked_before(opened()) == {}


def test_after_a_plain_refusal_the_earlier_amendments_are_no_longer_shown(amended, opened, voice_of, dirk):
    voice_of(opened(), "works_council", "refused", by=dirk, note="Nee.")
    assert amendments_asked_before(opened()) == {}


def test_through_the_form_it_is_offered_with_its_points(opened, door_of, dirk, signed_in):
    dossier = opened()
    page, door = signed_in(dirk), door_of("record_voice", dossier, "works_council")
    form = page.get(door).content.decode()
    assert "stemt in als de tekst wijzigt" in form
    assert "Eén wijziging per punt." in form
    assert "De directie moet op elk punt antwoorden" not in form
    words = {"verdict": "if_amended", "point_1": ASKED[0], "is_read": "on", "document_sha256": dossier.document.sha256}
    shown = page.post(door, words, follow=True).content.decode()
    assert "te wijzigen" in shown
