from datetime import timedelta

import pytest
from django.urls import reverse

from draagvlak.decisions import actions, queries
from draagvlak.decisions.models import Part
from draagvlak.decisions.rules import NoReasonGiven, NotNow
from draagvlak.decisions.states import DossierKind
from draagvlak.documents.actions import freeze
from draagvlak.lib.verify import examine

VOTES = {"for": 0, "against": 0, "abstained": 0}


@pytest.fixture
def dossier(set_up, amina, els, dirk, now):
    document = freeze(title="Plan", text='{"title": "Plan"}', at=now)
    return actions.open_dossier(kind=DossierKind.POLICY_PLAN, title="Plan", document=document, by=amina, at=now)


def here(organisation, name, **words):
    return reverse(f"decisions:{name}", kwargs={"organisation": organisation.slug, **words})


def voice_of(dossier, kind, verdict, **more):
    part = Part.objects.select_related("dossier__document", "body").get(dossier=dossier, body__kind=kind)
    said = {"verdict": verdict, "votes": VOTES, "points": [], "note": "", "document_sha256": dossier.document.sha256}
    return {"part": part, "said": {**said, **more}}


def test_a_board_member_asks_and_everyone_who_takes_part_reads_it(dossier, els, dirk, set_up, signed_in):
    sent = {"text": "Wat kost de mentorwerking?", "once": "a"}
    assert signed_in(els).post(here(set_up, "add_remark", number=1), sent).status_code == 302
    page = signed_in(dirk).get(here(set_up, "dossier", number=1)).content.decode()
    assert "Wat kost de mentorwerking?" in page
    assert [entry.act for entry in queries.entries_of(dossier)] == ["open", "remark"]


def test_a_remark_is_sealed_like_the_rest(dossier, els, now):
    import json

    actions.add_remark(dossier=dossier, text="Waarom?", by=els, at=now)
    exported = queries.exported(dossier)
    assert examine(json.dumps(exported).encode()).code == 0
    exported["records"][1]["content"]["text"] = "Daarom."
    assert examine(json.dumps(exported).encode()).record == 2


def test_nothing_is_no_remark(dossier, els, now):
    with pytest.raises(NoReasonGiven):
        actions.add_remark(dossier=dossier, text="  ", by=els, at=now)


def test_after_the_decision_nothing_is_added(dossier, inform, dirk, els, now):
    inform(dossier)
    actions.record_voice(**voice_of(dossier, "works_council", "favourable"), by=dirk, at=now)
    actions.record_voice(**voice_of(dossier, "board", "approved"), by=els, at=now)
    with pytest.raises(NotNow):
        actions.add_remark(dossier=dossier, text="Toch nog iets.", by=els, at=now)


def test_the_approval_carries_the_day_of_the_meeting_and_the_minutes(
    dossier, inform, dirk, els, today, now, set_up, signed_in
):
    inform(dossier)
    actions.record_voice(**voice_of(dossier, "works_council", "favourable"), by=dirk, at=now)
    part = Part.objects.get(dossier=dossier, body__kind="board")
    sent = {
        "verdict": "approved",
        "met_on": today.isoformat(),
        "minutes": "De raad keurt het plan goed en vraagt een tussentijds verslag.",
        "document_sha256": dossier.document.sha256,
        "is_read": "on",
        "once": "a",
    }
    address = here(set_up, "record_voice", number=1, part=part.pk)
    assert signed_in(els).post(address, {**sent, "met_on": ""}).status_code == 422
    assert signed_in(els).post(address, sent).status_code == 302
    page = signed_in(dirk).get(here(set_up, "dossier", number=1)).content.decode()
    assert "vraagt een tussentijds verslag" in page


@pytest.mark.parametrize("days", [-1, 1])
def test_a_meeting_before_the_papers_or_after_today_is_refused(dossier, dirk, today, now, days):
    words = voice_of(dossier, "works_council", "favourable", met_on=today + timedelta(days=days))
    with pytest.raises(NotNow, match="valt niet tussen"):
        actions.record_voice(**words, by=dirk, at=now)
