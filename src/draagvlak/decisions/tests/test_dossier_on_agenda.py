"""What is put to a body comes on the agenda of its meeting, and leaves it when nobody asks it any more."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from draagvlak.decisions import actions, queries
from draagvlak.decisions.models import Mandate, Part
from draagvlak.decisions.states import DossierKind
from draagvlak.documents.actions import freeze
from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.meetings import actions as gatherings
from draagvlak.meetings import queries as meetings
from draagvlak.meetings.models import AgendaItem, Matter, Meeting
from draagvlak.meetings.rules import NotPossibleNow
from draagvlak.notices.models import Message
from draagvlak.stakeholders.actions import seat
from draagvlak.stakeholders.models import Body, Role, Seat

HOURS = {"title": "", "place": "Zaal Beuk"}
PLAIN = {"votes": {"for": 0, "against": 0, "abstained": 0}, "points": [], "note": ""}


@pytest.fixture
def council(bodies, dirk, koen, now):
    """The works council; Koen chairs it and Dirk is a member."""
    seat(body=bodies["works_council"], holder=koen, function="chair", starts_on=clock.day_of(now), by=koen, at=now)
    return bodies["works_council"]


@pytest.fixture
def convene(koen, now):
    def make(body, *, in_days=7, at=None):
        from datetime import time

        day = clock.day_of(at or now) + timedelta(days=in_days)
        facts = {**HOURS, "day": day, "starts": time(14), "ends": time(16)}
        return gatherings.convene(body=body, facts=facts, by=koen, at=at or now)[0]

    return make


@pytest.fixture
def put(set_up, amina, els, now):
    def make(*, at=None):
        document = freeze(title="Plan", text='{"title": "Plan"}', at=at or now)
        words = {"kind": DossierKind.POLICY_PLAN, "title": "Plan", "document": document}
        return actions.open_dossier(**words, by=amina, at=at or now, root="https://vto.example.be")

    return make


@pytest.fixture
def long_ago(council, set_up, els):
    """As if the bodies, their seats and their mandates were there since long."""
    for model in (Body, Role, Seat, Mandate):
        model.objects.update(starts_on=date(2020, 1, 1))


def part_of(dossier, kind):
    found = Part.objects.select_related("dossier__document", "body", "matter__body")
    return found.get(dossier=dossier, body__kind=kind)


def titles(meeting):
    return [(one.number, one.title, one.kind, one.source) for one in meetings.items_of(meeting)]


def page(client, organisation, name, **words):
    return client.get(reverse(name, kwargs={"organisation": organisation.slug, **words})).content.decode()


def test_a_dossier_comes_on_the_agenda_of_the_next_meeting_of_each_body(
    council, bodies, convene, put, koen, dirk, set_up, signed_in
):
    next_one, later = convene(council), convene(council, in_days=30)
    dossier = put()
    assert titles(next_one) == [(1, "Dossier: Plan", "advice", "matter")]
    assert titles(later) == []
    assert meetings.waiting_for(bodies["board"]).get().kind == "decision"
    text = page(signed_in(dirk), set_up, "decisions:dossier", number=dossier.number)
    assert f"/vergaderingen/{next_one.pk}/#agenda" in text
    assert "wacht op de volgende vergadering" not in text  # the board keeps its agenda to itself
    assert "wacht op de volgende vergadering" in page(signed_in(koen), set_up, "decisions:dossier", number=1)
    text = page(signed_in(dirk), set_up, "meetings:meeting", pk=next_one.pk)
    assert "voorgelegd door" in text
    assert f"/overleg/{dossier.number}/" in text
    assert "meetings.put_matter" in Record.objects.values_list("act", flat=True)
    mail = Message.objects.filter(to="dirk@example.org", subject__startswith="Ter bespreking").get()
    assert "Dit staat op de agenda van de vergadering op" in mail.body


def test_without_a_meeting_it_waits_and_comes_once_the_body_is_convened(council, convene, put, koen, set_up, signed_in):
    put()
    client = signed_in(koen)
    assert "Dossier: Plan" in page(client, set_up, "meetings:convene", pk=council.pk)
    assert "1 punt wacht op een vergadering" in page(client, set_up, "meetings:meetings")
    meeting = convene(council)
    assert titles(meeting) == [(1, "Dossier: Plan", "advice", "matter")]
    assert "Dossier: Plan" not in page(client, set_up, "meetings:convene", pk=council.pk)
    mail = Message.objects.filter(to="dirk@example.org", subject__startswith="Ter bespreking").get()
    assert "zodra die gepland is" in mail.body


def test_called_off_the_point_goes_to_the_meeting_after_it(council, convene, put, koen, now):
    first, second = convene(council), convene(council, in_days=14)
    put()
    gatherings.cancel_meeting(meeting=first, reason="Ziek.", by=koen, at=now)
    assert titles(second) == [(1, "Dossier: Plan", "advice", "matter")]
    gatherings.cancel_meeting(meeting=second, reason="Nog ziek.", by=koen, at=now)
    assert titles(convene(council, in_days=21)) == [(1, "Dossier: Plan", "advice", "matter")]


def test_a_withdrawn_dossier_leaves_the_agenda(council, bodies, convene, put, koen, amina, now):
    meeting = convene(council)
    own = {"title": "Eigen punt", "kind": "discussion"}
    dossier = put()
    gatherings.propose_item(meeting=meeting, facts=own, by=koen, at=now)
    actions.withdraw_dossier(dossier=dossier, reason="De tekst wijzigt.", by=amina, at=now)
    assert titles(meeting) == [(1, "Eigen punt", "discussion", "person")]
    assert not Matter.objects.filter(withdrawn_at=None).exists()
    assert titles(convene(bodies["board"])) == []
    assert list(Record.objects.filter(act="meetings.withdraw_matter").values_list("subject_name", flat=True))


def test_who_spoke_already_or_was_informed_is_asked_no_more(council, bodies, convene, put, inform, dirk, els, ria, now):
    meeting = convene(council)
    board = convene(bodies["board"])
    dossier = put()
    words = {**PLAIN, "verdict": "favourable", "document_sha256": dossier.document.sha256}
    actions.record_voice(part=part_of(dossier, "works_council"), said=words, by=dirk, at=now)
    assert titles(meeting) == []
    assert titles(board) == [(1, "Dossier: Plan", "decision", "matter")]
    assert meetings.waiting_for(bodies["union_delegation"]).count() == 1
    inform(dossier)
    assert meetings.waiting_for(bodies["union_delegation"]).count() == 0
    actions.record_voice(part=part_of(dossier, "board"), said={**words, "verdict": "approved"}, by=els, at=now)
    assert titles(board) == []
    # Nobody withdrew anything, and the journal says so of nobody.
    assert not Record.objects.filter(act="meetings.withdraw_matter").exists()
    closed = Record.objects.filter(act="meetings.close_matter").values_list("by", "subject_name")
    assert {by for by, _name in closed} == {None}
    assert len(closed) == 3


def test_who_is_only_informed_is_told_no_day_and_asked_for_no_answer(put, ria, dirk):
    put()
    told, asked = (
        Message.objects.get(to=account.email, subject__startswith="Ter bespreking").body for account in (ria, dirk)
    )
    assert ("ten laatste" in told, "Je hoeft niets te antwoorden" in told) == (False, True)
    assert ("ten laatste" in asked, "Je hoeft niets te antwoorden" in asked) == (True, False)
    assert " \n" not in told + asked


def test_the_point_cannot_be_taken_away_while_somebody_waits_for_it(
    council, convene, put, koen, now, set_up, signed_in
):
    meeting = convene(council)
    put()
    point = meetings.items_of(meeting)[0]
    with pytest.raises(NotPossibleNow, match="het terugkomt"):
        gatherings.remove_item(item=point, by=koen, at=now)
    assert "Haal weg" not in page(signed_in(koen), set_up, "meetings:meeting", pk=meeting.pk)


def test_an_agenda_that_was_sent_says_that_something_came_after_it(council, convene, put, koen, now, set_up, signed_in):
    meeting = convene(council)
    gatherings.propose_item(meeting=meeting, facts={"title": "Eerst dit", "kind": "discussion"}, by=koen, at=now)
    gatherings.send_papers(meeting=meeting, by=koen, at=now)
    client = signed_in(koen)
    assert "Daarna kwam er nog iets bij" not in page(client, set_up, "meetings:meeting", pk=meeting.pk)
    put()
    assert "Daarna kwam er nog iets bij" in page(client, set_up, "meetings:meeting", pk=meeting.pk)
    gatherings.send_papers(meeting=meetings.meetings().get(pk=meeting.pk), by=koen, at=now)
    assert "Daarna kwam er nog iets bij" not in page(client, set_up, "meetings:meeting", pk=meeting.pk)
    sent = Message.objects.filter(to="dirk@example.org", subject__startswith="Agenda en stukken").latest("pk")
    assert "2. Dossier: Plan" in sent.body


def test_the_minutes_give_the_voice_its_day_votes_and_words(
    council, convene, put, koen, dirk, now, set_up, signed_in, els, long_ago
):
    """The minutes note the outcome; the advice itself is recorded in the dossier, and only there it is answered."""
    before = now - timedelta(days=5)
    meeting = convene(council, in_days=2, at=before)
    dossier = put(at=before)
    point = meetings.items_of(meeting)[0]
    said = {"outcome": "Besproken.", "decision": "Gunstig.", "how": "vote", "votes_for": 4, "comes_back": False}
    fresh = meetings.meetings().get(pk=meeting.pk)
    gatherings.write_minutes(meeting=fresh, said={point.pk: said}, version=0, by=koen, at=now)
    address = {"number": dossier.number, "part": part_of(dossier, "works_council").pk}
    assert "uit het verslag" not in page(signed_in(dirk), set_up, "decisions:record_voice", **address).replace(
        "in welk verslag", ""
    )
    gatherings.send_minutes(meeting=meetings.meetings().get(pk=meeting.pk), by=koen, at=now)
    text = page(signed_in(dirk), set_up, "decisions:record_voice", **address)
    assert "komen uit het verslag van de vergadering" in text
    assert f'value="{clock.day_of(meeting.starts_at):%Y-%m-%d}"' in text
    assert 'value="4"' in text
    assert "Besproken." in text
    assert list(meetings.advice_without_reply()) == []
    with pytest.raises(NotPossibleNow):
        gatherings.reply_to_advice(item=AgendaItem.objects.get(pk=point.pk), text="Ja.", by=koen, at=now)


def test_put_off_it_comes_back_until_the_dossier_ends(council, convene, put, koen, amina, els, long_ago, now):
    before = now - timedelta(days=5)
    meeting = convene(council, in_days=2, at=before)
    dossier = put(at=before)
    point = meetings.items_of(meeting)[0]
    said = {"outcome": "Uitgesteld.", "decision": "", "how": "", "comes_back": True}
    gatherings.write_minutes(
        meeting=meetings.meetings().get(pk=meeting.pk), said={point.pk: said}, version=0, by=koen, at=now
    )
    gatherings.send_minutes(meeting=meetings.meetings().get(pk=meeting.pk), by=koen, at=now)
    again = convene(council)
    assert [one.title for one in meetings.items_of(again) if one.matter_id] == ["Dossier: Plan"]
    assert queries.places_of([part_of(dossier, "works_council")]).popitem()[1].meeting_id == again.pk
    actions.withdraw_dossier(dossier=dossier, reason="De tekst wijzigt.", by=amina, at=now)
    assert [one for one in meetings.items_of(again) if one.matter_id] == []
    assert Meeting.objects.get(pk=meeting.pk).items.count() == 1  # what was minuted stays


def test_the_delegations_day_stands_in_no_mail_and_on_no_page_of_others(
    bodies, convene, put, ria, koen, set_up, signed_in
):
    meeting = convene(bodies["union_delegation"])
    dossier = put()
    assert titles(meeting) == [(1, "Dossier: Plan", "information", "matter")]
    mail = Message.objects.filter(to="ria@example.org", subject__startswith="Ter bespreking").get()
    assert "op de agenda" not in mail.body
    assert f"/vergaderingen/{meeting.pk}/" not in page(signed_in(koen), set_up, "decisions:dossier", number=1)
    assert f"/vergaderingen/{meeting.pk}/" in page(signed_in(ria), set_up, "decisions:dossier", number=dossier.number)


def test_who_may_see_the_agenda_finds_the_day_on_which_a_body_was_informed_filled_in(
    council, bodies, convene, put, ria, koen, amina, long_ago, now, set_up, signed_in
):
    """The delegation keeps its days to itself: the coordinator asks for the day, and writes it down."""
    for model in (Seat, Role):
        model.objects.update(starts_on=date(2020, 1, 1))
    before = now - timedelta(days=5)
    meeting = convene(bodies["union_delegation"], in_days=2, at=before)
    dossier = put(at=before)
    day = f'value="{clock.day_of(meeting.starts_at):%Y-%m-%d}"'
    address = {"number": dossier.number, "part": part_of(dossier, "union_delegation").pk}
    assert day in page(signed_in(ria), set_up, "decisions:record_information", **address)
    assert day not in page(signed_in(amina), set_up, "decisions:record_information", **address)


def test_a_meeting_that_is_still_to_come_is_no_day_on_which_anybody_was_informed(
    bodies, convene, put, ria, set_up, signed_in
):
    meeting = convene(bodies["union_delegation"])
    dossier = put()
    address = {"number": dossier.number, "part": part_of(dossier, "union_delegation").pk}
    day = f'value="{clock.day_of(meeting.starts_at):%Y-%m-%d}"'
    assert day not in page(signed_in(ria), set_up, "decisions:record_information", **address)
