"""A body's own room: for who sits in it, with what lies before it; the board's has more, the delegation's other things."""

from datetime import time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from draagvlak.decisions import actions as decisions
from draagvlak.decisions.models import Part
from draagvlak.decisions.states import DossierKind
from draagvlak.desk.queries.room import asked_of, rooms_of
from draagvlak.documents.actions import freeze
from draagvlak.initiatives import actions as initiatives
from draagvlak.meetings import actions as meetings
from tests.standing import inform


def room(organisation, kind):
    return reverse("desk:room", kwargs={"organisation": organisation.slug, "kind": kind})


@pytest.fixture
def open_one(set_up, koen, now):
    """Put a text to the bodies: open_one("Plan")."""

    def make(title):
        document = freeze(title=title, text=title, at=now)
        return decisions.open_dossier(kind=DossierKind.POLICY_PLAN, title=title, document=document, by=koen, at=now)

    return make


def speak(dossier, kind, by, now, **facts):
    part = Part.objects.select_related("dossier__document", "dossier__organisation", "body").get(
        dossier=dossier, body__kind=kind
    )
    votes = {"for": 0, "against": 0, "abstained": 0}
    said = {"votes": votes, "points": [], "note": "", "document_sha256": dossier.document.sha256, **facts}
    return decisions.record_voice(part=part, said=said, by=by, at=now)


def test_the_council_sees_what_lies_before_it_with_its_strength_and_the_days_that_are_left(
    set_up, dirk, open_one, signed_in
):
    open_one("Plan 2027")
    page = signed_in(dirk).get(room(set_up, "works_council")).content.decode()
    assert "1. Plan 2027" in page
    assert "jullie geven advies" in page
    assert "cao nr. 9" in page
    (asked,) = signed_in(dirk).get(room(set_up, "works_council")).context["asked"]
    assert (asked.state, asked.days_left) == ("wait", (asked.due_on - asked.opened_on).days)


def test_the_board_waits_for_the_advice_and_then_decides_and_the_day_stands_there(
    set_up, dirk, els, open_one, now, today, signed_in
):
    dossier, page = open_one("Plan 2027"), signed_in(els)
    first = page.get(room(set_up, "board"))
    assert [one.state for one in first.context["asked"]] == ["blocked"]
    assert "nog geen" in first.content.decode()
    speak(dossier, "works_council", dirk, now, verdict="favourable")
    assert [one.state for one in page.get(room(set_up, "board")).context["asked"]] == ["blocked"]
    inform(dossier, dirk, now)
    assert [one.state for one in page.get(room(set_up, "board")).context["asked"]] == ["wait"]
    speak(dossier, "board", els, now, verdict="approved", met_on=today)
    after = page.get(room(set_up, "board"))
    assert (after.context["asked"], [one.title for one in after.context["decided"]]) == ([], ["Plan 2027"])
    assert after.context["last"] == dossier


def test_what_was_stopped_was_decided_by_nobody(set_up, dirk, open_one, koen, now, signed_in):
    decisions.withdraw_dossier(dossier=open_one("Plan 2027"), reason="Te vroeg.", by=koen, at=now)
    seen = signed_in(dirk).get(room(set_up, "works_council")).context
    assert (seen["asked"], seen["decided"]) == ([], [])


def test_what_the_body_said_and_what_waits_for_an_answer_stands_there(set_up, dirk, open_one, now, signed_in):
    dossier = open_one("Plan 2027")
    speak(dossier, "works_council", dirk, now, verdict="with_remarks", points=["De nacht.", "De tijd."])
    (asked,) = signed_in(dirk).get(room(set_up, "works_council")).context["asked"]
    assert (asked.state, asked.points, asked.unanswered) == ("said", 2, 2)


def test_a_term_that_passed_is_late(set_up, dirk, open_one, today, now):
    from draagvlak.decisions import queries

    open_one("Plan 2027")
    part = Part.objects.get(body__kind="works_council")
    after = part.due_on + timedelta(days=1)
    ((dossier, mine, where),) = queries.before(part.body, today=after)
    assert asked_of(dossier, mine, where, today=after).state == "late"
    assert queries.standing(dossier, today=after) == where


def test_a_meeting_that_comes_too_late_for_the_advice_stands_out(
    set_up, bodies, dirk, koen, open_one, today, now, signed_in
):
    open_one("Plan 2027")
    late = Part.objects.get(body__kind="works_council").due_on + timedelta(days=1)
    words, page = "De volgende vergadering valt na de laatste dag.", signed_in(dirk)
    assert words not in page.get(room(set_up, "works_council")).content.decode()
    hours = {"title": "", "starts": time(8), "ends": time(10), "place": "", "day": late}
    meetings.convene(body=bodies["works_council"], facts=hours, by=koen, at=now, root="")
    assert words in page.get(room(set_up, "works_council")).content.decode()


def test_the_next_meeting_stands_there_with_its_agenda(set_up, bodies, dirk, koen, today, now, signed_in):
    hours = {"title": "", "starts": time(8), "ends": time(10), "place": "", "day": today + timedelta(days=9)}
    (meeting,) = meetings.convene(body=bodies["works_council"], facts=hours, by=koen, at=now, root="")
    item = {"title": "Vorming op zaterdag", "kind": "discussion", "minutes": None, "preparation": ""}
    meetings.propose_item(meeting=meeting, facts=item, by=dirk, at=now)
    page = signed_in(dirk).get(room(set_up, "works_council")).content.decode()
    assert "Vorming op zaterdag" in page


def test_a_room_opens_only_for_who_sits_there(set_up, bodies, dirk, ria, els, koen, amina, bram, signed_in):
    doors = {"works_council": {dirk}, "union_delegation": {ria}, "board": {els}}
    for kind, inside in doors.items():
        for one in (dirk, ria, els, koen, amina, bram):
            wanted = 200 if one in inside else 403
            assert signed_in(one).get(room(set_up, kind)).status_code == wanted
    for kind in ("safety_committee", "management", "onzin"):
        assert signed_in(dirk).get(room(set_up, kind)).status_code == 404


def test_only_who_reads_the_questions_sees_how_many_there_are(set_up, bodies, ria, dirk, bram, now, signed_in):
    initiatives.ask(facts={"kind": "question", "text": "Mag dat?"}, by=bram, at=now)
    mine = signed_in(ria).get(room(set_up, "union_delegation"))
    assert mine.context["register"] == {"waiting": 1, "late": 0}
    assert signed_in(dirk).get(room(set_up, "works_council")).context["register"] is None


def test_the_menu_and_the_tasks_lead_to_the_own_rooms(set_up, dirk, els, bram, signed_in):
    tasks = reverse("desk:tasks", args=[set_up.slug])
    for one, kind in ((dirk, "works_council"), (els, "board")):
        assert signed_in(one).get(tasks).content.decode().count(room(set_up, kind)) == 2
    assert "/kamer/" not in signed_in(bram).get(tasks).content.decode()


def test_who_represents_the_workers_twice_has_one_door_and_goes_on_from_there():
    assert rooms_of(frozenset({"union_delegation", "safety_committee", "working_group"})) == [
        "union_delegation",
        "safety_committee",
    ]


@pytest.mark.parametrize(("kind", "who"), [("works_council", "dirk"), ("board", "els")])
def test_a_room_costs_as_many_statements_for_one_dossier_as_for_four(
    kind, who, set_up, bodies, open_one, koen, dirk, today, now, signed_in, request
):
    hours = {"title": "", "starts": time(8), "ends": time(10), "place": "", "day": today + timedelta(days=9)}
    for body in ("works_council", "board"):
        by = koen if body == "board" else request.getfixturevalue("dirk")
        meetings.convene(body=bodies[body], facts=hours, by=by, at=now, root="")
    page, address = signed_in(request.getfixturevalue(who)), room(set_up, kind)

    def statements():
        page.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert page.get(address).status_code == 200
        return len(asked)

    open_one("Plan")
    speak(open_one("Met advies"), "works_council", dirk, now, verdict="with_remarks", points=["Eén."])
    first = statements()
    for turn in range(3):
        dossier = open_one(f"Plan {turn}")
        speak(dossier, "works_council", dirk, now, verdict="with_remarks", points=["Eén.", "Twee."])
    assert statements() == first


def test_the_sheet_for_the_board_says_what_is_known_and_what_is_open(set_up, els, koen, amina, dirk, signed_in):
    address = reverse("desk:board_sheet", args=[set_up.slug])
    for one in (els, koen, amina):
        page = signed_in(one).get(address).content.decode()
        assert "Wie van de raad draagt vorming?" in page
        assert "Wat verwachten we van vorming" in page
    assert signed_in(dirk).get(address).status_code == 403


def test_a_board_member_who_is_the_sponsor_carries_training(set_up, els, koen, now, signed_in):
    from draagvlak.planproject.actions import start_project
    from draagvlak.planproject.models import Project

    start_project(title="Plan", first_year=2027, last_year=2029, assignment="Schrijf.", by=koen, at=now)
    page = signed_in(els)
    assert page.get(room(set_up, "board")).context["is_of_board"] is False
    Project.objects.update(sponsor=els)
    from django.core.cache import cache

    cache.clear()
    found = page.get(room(set_up, "board"))
    assert (found.context["sponsor"], found.context["is_of_board"]) == (els, True)
    assert "Wie van de raad" not in page.get(reverse("desk:board_sheet", args=[set_up.slug])).content.decode()
