"""A body is informed: it is written down that the papers went and on which day the point stood on its agenda; then one decides."""

import json
from datetime import timedelta

import pytest

from draagvlak.decisions import actions, queries
from draagvlak.decisions.models import Part
from draagvlak.decisions.rules import BallotRefused, NoReasonGiven, NotNow
from draagvlak.decisions.states import DossierState
from draagvlak.desk.queries.room import room_of, sheet_of
from draagvlak.desk.queries.tasks import tasks_for
from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.lib.verify import examine
from draagvlak.notices.models import Message
from draagvlak.stakeholders.models import Body, Role

TASK = "Leg vast: Syndicale delegatie is geïnformeerd over Plan"


@pytest.fixture
def dossier(ria, opened_with):
    return opened_with(union_delegation="inform", board="approval")


@pytest.fixture
def arrived(dossier, now):
    """The mail with the papers left for Ria."""
    Message.objects.filter(to="ria@example.org", kind="papers").update(state="sent", sent_at=now)


@pytest.fixture
def told(dossier, voice_of, amina, today):
    """told(met_on=…, handed_over=…): the coordinator writes down that the delegation was informed."""

    def make(*, by=amina, **more):
        return voice_of(dossier, "union_delegation", "informed", by=by, **{"met_on": today, **more})

    return make


def test_the_board_waits_until_it_is_written_down_and_then_decides(dossier, told, arrived, voice_of, els):
    with pytest.raises(NotNow, match="Syndicale delegatie is nog niet aantoonbaar geïnformeerd"):
        voice_of(dossier, "board", "approved", by=els)
    told()
    voice_of(dossier, "board", "approved", by=els)
    dossier.refresh_from_db()
    assert dossier.state == DossierState.ADOPTED
    assert examine(json.dumps(queries.exported(dossier), ensure_ascii=False).encode()).code == 0


def test_the_chain_tells_to_whom_the_papers_went_and_when(dossier, told, arrived, today, now):
    content = told().content
    at = now.astimezone(clock.BRUSSELS).isoformat()
    assert content["papers"] == [{"name": "Ria", "state": "sent", "at": at}]
    assert (content["met_on"], content["handed_over"]) == (today.isoformat(), "")
    said = queries.standing(dossier, today=today).parts[0].voice
    assert [(one.name, one.state, one.at) for one in said.papers] == [("Ria", "sent", now)]


def test_a_mail_that_still_waits_proves_nothing(told):
    with pytest.raises(NoReasonGiven, match="Niemand van Syndicale delegatie kreeg de stukken per mail"):
        told()
    assert told(handed_over="Op papier, aan Ria.").content["papers"][0]["state"] == "waiting"


def test_a_body_in_which_nobody_sits_is_informed_in_another_way(opened_with, voice_of, amina, today):
    opened = opened_with(union_delegation="inform", board="approval")
    with pytest.raises(NoReasonGiven):
        voice_of(opened, "union_delegation", "informed", by=amina, met_on=today, handed_over=" ")
    entry = voice_of(opened, "union_delegation", "informed", by=amina, met_on=today, handed_over="Aan de vakbond.")
    assert entry.content["papers"] == []
    assert entry.content["handed_over"] == "Aan de vakbond."


@pytest.mark.parametrize("days", [-1, 1])
def test_the_day_lies_between_the_opening_and_today(told, arrived, today, days):
    with pytest.raises(NotNow, match="valt niet tussen het voorleggen"):
        told(met_on=today + timedelta(days=days))


def test_without_a_day_there_is_no_proof(told, arrived):
    with pytest.raises(NotNow, match="Schrijf op welke dag"):
        told(met_on=None)


def test_it_does_not_lapse(dossier, told, arrived, voice_of, els, now):
    later = now + timedelta(days=400)
    with pytest.raises(NotNow, match="nog niet aantoonbaar"):
        voice_of(dossier, "board", "approved", by=els, at=later)
    told(at=later)
    voice_of(dossier, "board", "approved", by=els, at=later)


@pytest.mark.parametrize("verdict", ["favourable", "no_remarks", "consented", "approved"])
def test_who_is_informed_says_nothing(dossier, told, arrived, voice_of, amina, today, verdict):
    with pytest.raises(NotNow, match="past niet"):
        voice_of(dossier, "union_delegation", verdict, by=amina, met_on=today)


def test_there_is_nothing_to_vote_on(dossier, ria, now):
    part = Part.objects.select_related("dossier__document", "body").get(dossier=dossier, body__kind="union_delegation")
    with pytest.raises(BallotRefused, match="alleen geïnformeerd"):
        actions.open_ballot(part=part, facts={"document_sha256": dossier.document.sha256}, by=ria, at=now)


def test_it_has_its_own_verb_in_the_journal_and_its_own_receipt(told, arrived):
    entry = told()
    assert Record.objects.filter(act="decisions.record_information").count() == 1
    receipt = Message.objects.filter(kind="receipt", body__contains=f"{entry.number}:{entry.seal}").first()
    assert "Syndicale delegatie is geïnformeerd over Plan. Amina legde dat vast." in receipt.body


def test_the_coordinator_has_the_task_until_it_is_done(told, arrived, set_up, amina, koen, ria, today):
    task = next(one for one in tasks_for(amina, set_up, today=today) if one.title == TASK)
    assert task.due_on is None
    assert "/informatie/" in task.address
    for other in (koen, ria):
        assert TASK not in [one.title for one in tasks_for(other, set_up, today=today)]
    told()
    amina.forget()
    assert TASK not in [one.title for one in tasks_for(amina, set_up, today=today)]


def test_without_a_coordinator_the_task_is_for_who_directs(dossier, set_up, koen, today):
    Role.objects.filter(kind="training_coordinator").delete()
    assert TASK in [one.title for one in tasks_for(koen, set_up, today=today)]


def test_through_the_form_the_papers_are_shown_and_the_proof_stands_on_the_page(
    dossier, arrived, door_of, amina, els, signed_in, today
):
    page, door = signed_in(amina), door_of("record_information", dossier, "union_delegation")
    assert "Nog nodig: Syndicale delegatie is nog niet aantoonbaar geïnformeerd." in (
        signed_in(els).get(door_of("dossier", dossier)).content.decode()
    )
    assert door in page.get(door_of("dossier", dossier)).content.decode()
    form = page.get(door).content.decode()
    assert "Ria</b> per mail, " in form
    assert "Op welke dag stond het op de agenda?" in form
    assert "Hoeveel stemmen" not in form
    words = {"met_on": today.isoformat(), "is_read": "on", "document_sha256": dossier.document.sha256}
    shown = page.post(door, words, follow=True).content.decode()
    assert "Syndicale delegatie: geïnformeerd" in shown
    assert "Stond op de agenda van" in shown
    assert "Gezegd op de vergadering" not in shown
    assert "Ria</b> per mail, " in shown
    assert door not in shown


def test_where_no_mail_left_the_form_asks_how_the_papers_came_there(dossier, door_of, amina, signed_in, today):
    door = door_of("record_information", dossier, "union_delegation")
    words = {"met_on": today.isoformat(), "is_read": "on", "document_sha256": dossier.document.sha256}
    assert signed_in(amina).post(door, words).status_code == 422
    shown = signed_in(amina).post(door, {**words, "handed_over": "Op papier."}, follow=True).content.decode()
    assert "Hoe de stukken bezorgd zijn: Op papier." in shown


def test_once_written_down_the_door_leads_to_the_dossier(dossier, told, arrived, door_of, amina, signed_in):
    told()
    answer = signed_in(amina).get(door_of("record_information", dossier, "union_delegation"), follow=True)
    assert answer.redirect_chain[0][0] == door_of("dossier", dossier)
    assert "ligt al vast" in answer.content.decode()


def test_the_door_is_for_who_informs_and_for_the_body_itself(dossier, door_of, ria, koen, dirk, els, bram, signed_in):
    door = door_of("record_information", dossier, "union_delegation")
    allowed = {one.name: signed_in(one).get(door).status_code for one in (ria, koen, dirk, els, bram)}
    assert allowed == {"Ria": 200, "Koen": 200, "Dirk": 403, "Els": 403, "Bram": 403}
    assert signed_in(ria).get(door_of("record_voice", dossier, "union_delegation")).url == door
    assert signed_in(els).get(door_of("record_information", dossier, "board")).status_code in {403, 404}


def test_the_room_and_the_sheet_of_the_board_tell_it(dossier, told, arrived, bodies, ria, els, today):
    row = room_of(ria, bodies["union_delegation"], today=today)["asked"][0]
    assert (row.asks, row.state, row.has_term) == ("jullie worden geïnformeerd", "untold", False)
    asks = [str(one.title) for one in sheet_of(els, bodies["board"], today=today)["open"]]
    assert "Wie weet ervan? Van één orgaan ligt nog niet vast dat het geïnformeerd is." in asks
    told()
    assert room_of(ria, bodies["union_delegation"], today=today)["asked"][0].state == "told"
    asks = [str(one.title) for one in sheet_of(els, bodies["board"], today=today)["open"]]
    assert not [one for one in asks if one.startswith("Wie weet ervan?")]


def test_the_workers_themselves_have_no_agenda_it_is_the_day_on_which_it_was_announced(
    organisation, koen, amina, now, today, signed_in, door_of
):
    from draagvlak.decisions.states import DossierKind, Strength
    from draagvlak.documents.actions import freeze
    from draagvlak.stakeholders import actions as roles

    facts = {"name": "Kompas", "joint_committee": "331", "heads": 8, "fte": 6, "hours_per_half_day": "3.8"}
    roles.describe_organisation(facts=facts, by=koen, at=now)
    roles.answer_bodies(present={}, by=koen, at=now)
    roles.finish_set_up(absent={"line_manager": "test", "hr_officer": "test"}, by=koen, at=now)
    for kind, strength in (("workers", Strength.INFORM), ("management", Strength.APPROVAL)):
        words = {"strength": strength, "term_days": 0, "ground": "afspraak"}
        actions.set_mandate(
            body=Body.objects.get(kind=kind), kind=DossierKind.POLICY_PLAN, facts=words, by=koen, at=now
        )
    document = freeze(title="Plan", text="x", at=now)
    opened = actions.open_dossier(kind=DossierKind.POLICY_PLAN, title="Plan", document=document, by=amina, at=now)
    part = Part.objects.get(dossier=opened, body__kind="workers")
    door = f"/o/{organisation.slug}/overleg/{opened.number}/informatie/{part.pk}/"
    form = signed_in(amina).get(door).content.decode()
    assert "Op welke dag is het bekendgemaakt?" in form
    assert f'value="{today:%Y-%m-%d}"' in form
    words = {"met_on": today.isoformat(), "is_read": "on", "document_sha256": document.sha256}
    assert signed_in(amina).post(door, words).status_code == 422
    shown = signed_in(amina).post(door, {**words, "handed_over": "Aan het prikbord."}, follow=True).content.decode()
    assert "Bekendgemaakt op" in shown
    assert "Aan het prikbord." in shown
