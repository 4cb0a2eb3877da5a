import json
from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from django.urls import reverse

from draagvlak.decisions import actions, queries
from draagvlak.decisions.figures import Counts
from draagvlak.decisions.jobs import count_due
from draagvlak.decisions.models import Vote
from draagvlak.decisions.rules import BallotRefused, NotNow, VotesDisagree
from draagvlak.decisions.states import DossierState
from draagvlak.desk.queries.tasks import tasks_for
from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.lib.verify import examine
from draagvlak.notices.models import Message
from draagvlak.stakeholders.models import Seat

NOTHING = {"votes": {"for": 9, "against": 0, "abstained": 0}, "points": [], "note": ""}


def said(dossier, verdict, **more):
    return {**NOTHING, "verdict": verdict, "document_sha256": dossier.document.sha256, **more}


def test_it_is_counted_by_hand_once_everybody_voted(open_ballot, vote_all, vote, council, now, set_up):
    ballot = open_ballot()
    vote_all(ballot, "for for against abstained")
    with pytest.raises(BallotRefused, match="Nog niet iedereen stemde"):
        actions.close_ballot(ballot=ballot, by=council["Anna"], at=now)
    vote(ballot, council["Dirk"], "for")
    titles = {task.title for task in tasks_for(council["Anna"], set_up, today=clock.today())}
    assert f"Tel de stemmen van stemming {ballot.number}" in titles
    closed = actions.close_ballot(ballot=ballot, by=council["Anna"], at=now)
    told = queries.counted(closed)
    assert (closed.result, told.counts, told.took_part, told.seats) == ("passed", Counts(3, 1, 1), 5, 5)


def test_a_seat_that_ended_is_not_waited_for_but_still_counts_in_the_quorum(open_ballot, council, vote, now):
    ballot = open_ballot(quorum="two_thirds")
    yesterday = clock.day_of(now) - timedelta(days=1)
    Seat.objects.filter(holder__in=[council["Daan"], council["Dirk"]]).update(starts_on=yesterday, ends_on=yesterday)
    for name in ("Anna", "Bert", "Cleo"):
        vote(ballot, council[name], "for")
    closed = actions.close_ballot(ballot=ballot, by=council["Anna"], at=now)
    assert (closed.result, queries.counted(closed).seats) == ("no_quorum", 5)


def test_the_time_counts_it_by_itself_once(open_ballot, vote, council, now, asked):
    ballot = open_ballot(quorum="none")
    for name in ("Anna", "Bert"):
        vote(ballot, council[name], "against")
    closes_at = now + timedelta(days=1)
    assert (count_due(at=closes_at - timedelta(seconds=1)), count_due(at=closes_at), count_due(at=closes_at)) == (
        0,
        1,
        0,
    )
    ballot.refresh_from_db()
    entry = queries.entries_of(asked)[-1]
    assert (ballot.result, entry.act, entry.by) == ("failed", "ballot_count", "Draagvlak zelf")


def test_hands_that_wait_for_a_second_member_are_not_counted_by_the_time(open_ballot, council, line, now):
    ballot = open_ballot()
    words = {"present": {line(ballot, council["Cleo"]).pk}, "raised": Counts(1, 0, 0)}
    actions.enter_hands(ballot=ballot, **words, by=council["Anna"], at=now)
    after = now + timedelta(days=2)
    assert count_due(at=after) == 0
    actions.confirm_hands(ballot=ballot, by=council["Cleo"], at=after)
    assert count_due(at=after) == 1


def test_a_second_count_is_refused_and_the_chain_holds_one(open_ballot, vote_all, council, now, asked):
    ballot = open_ballot()
    vote_all(ballot, "for for for for for")
    actions.close_ballot(ballot=ballot, by=council["Anna"], at=now)
    with pytest.raises(NotNow, match="al geteld"):
        actions.close_ballot(ballot=ballot, by=council["Dirk"], at=now)
    assert [entry.act for entry in queries.entries_of(asked)] == ["open", "ballot_open", "ballot_count"]


def test_what_was_counted_is_frozen_in_the_database(open_ballot, vote_all, council, now):
    ballot = open_ballot()
    vote_all(ballot, "for for for for for")
    actions.close_ballot(ballot=ballot, by=council["Anna"], at=now)
    for change in (lambda rows: rows.update(choice="against"), lambda rows: rows.delete()):
        with pytest.raises(Exception, match="may not be changed"), transaction.atomic():
            change(Vote.objects.filter(ballot=ballot))


def test_what_was_voted_is_what_the_body_says(open_ballot, vote_all, council, now, part_of, asked):
    ballot = open_ballot()
    vote_all(ballot, "for against against against abstained")
    actions.close_ballot(ballot=ballot, by=council["Anna"], at=now)
    with pytest.raises(VotesDisagree, match="haalde dit de meerderheid niet"):
        actions.record_voice(part=part_of(), said=said(asked, "favourable"), by=council["Anna"], at=now)
    entry = actions.record_voice(
        part=part_of(), said=said(asked, "unfavourable", points=["Nee."]), by=council["Anna"], at=now
    )
    assert entry.content["votes"] == {"for": 1, "against": 3, "abstained": 1}
    assert entry.content["ballot"] == ballot.number
    with pytest.raises(NotNow):
        open_ballot()


def test_two_thirds_that_were_not_reached_bind_also_with_more_for_than_against(
    open_ballot, vote_all, council, now, part_of, asked
):
    ballot = open_ballot(majority="two_thirds")
    vote_all(ballot, "for for for against against")
    actions.close_ballot(ballot=ballot, by=council["Anna"], at=now)
    words = said(asked, "unfavourable", points=["Te weinig."])
    entry = actions.record_voice(part=part_of(), said=words, by=council["Anna"], at=now)
    assert entry.content["votes"] == {"for": 3, "against": 2, "abstained": 0}


def test_while_a_body_votes_nobody_writes_down_what_it_says(open_ballot, part_of, asked, council, now):
    open_ballot()
    with pytest.raises(NotNow, match="stemt hier nu over"):
        actions.record_voice(part=part_of(), said=said(asked, "favourable"), by=council["Anna"], at=now)


def test_without_enough_people_the_body_may_vote_again(open_ballot, vote, council, now):
    ballot = open_ballot()
    vote(ballot, council["Anna"], "for")
    at = now + timedelta(days=1)
    assert actions.close_ballot(ballot=ballot, by=council["Anna"], at=at).result == "no_quorum"
    assert open_ballot(at=at, closes_at=at + timedelta(days=1)).number == ballot.number + 1


def test_the_form_shows_the_votes_of_the_ballot_and_asks_no_others(
    open_ballot, vote_all, council, now, part_of, asked, signed_in, set_up
):
    ballot = open_ballot()
    vote_all(ballot, "for for for against abstained")
    actions.close_ballot(ballot=ballot, by=council["Anna"], at=now)
    where = {"organisation": set_up.slug, "number": asked.number, "part": part_of().pk}
    address, page = reverse("decisions:record_voice", kwargs=where), signed_in(council["Anna"])
    form = page.get(address).content.decode()
    assert f"De stemmen komen uit stemming {ballot.number}: voor 3, tegen 1, onthouding 1" in form
    assert ("votes_for" in form, 'value="unfavourable"' in form) == (False, False)
    sent = {"verdict": "favourable", "votes_for": 99, "is_read": "on", "document_sha256": asked.document.sha256}
    page.post(address, sent)
    assert queries.entries_of(asked)[-1].content["votes"] == {"for": 3, "against": 1, "abstained": 1}
    shown = page.get(reverse("decisions:dossier", args=[set_up.slug, asked.number])).content.decode()
    assert f"Geteld in stemming {ballot.number}" in shown


def test_an_exported_dossier_with_ballots_verifies_and_a_changed_count_does_not(
    open_ballot, vote_all, council, now, asked, part_of
):
    ballot = open_ballot(is_secret=True)
    vote_all(ballot, "for for for against abstained")
    actions.close_ballot(ballot=ballot, by=council["Anna"], at=now)
    actions.record_voice(part=part_of(), said=said(asked, "favourable"), by=council["Anna"], at=now)
    raw = json.dumps(queries.exported(asked), ensure_ascii=False).encode()
    receipts = [f"{entry.number}:{entry.seal}" for entry in queries.entries_of(asked)]
    assert examine(raw, receipts).code == 0
    verdict = examine(raw.replace(b'"counts": {"for": 3', b'"counts": {"for": 4'), receipts)
    assert (verdict.code, verdict.record) == (1, 3)


def test_everybody_in_the_dossier_gets_the_result_with_the_seal(open_ballot, vote_all, council, now, asked):
    ballot = open_ballot(is_secret=True)
    vote_all(ballot, "for for for against abstained")
    actions.close_ballot(ballot=ballot, by=council["Anna"], at=now)
    entry = queries.entries_of(asked)[-1]
    told = [mail for mail in Message.objects.all() if f"{entry.number}:{entry.seal}" in mail.body]
    assert {"amina@example.org", "els@example.org", "cleo@example.org"} <= {mail.to for mail in told}
    assert all("voor 3, tegen 1, onthouding 1. Aangenomen." in mail.body for mail in told)


@pytest.mark.parametrize("is_secret", [False, True])
def test_the_page_shows_who_voted_and_in_the_open_also_what(
    open_ballot, vote_all, council, now, signed_in, set_up, amina, is_secret
):
    ballot = open_ballot(is_secret=is_secret)
    vote_all(ballot, "for for for against abstained")
    address = reverse("decisions:close_ballot", args=[set_up.slug, ballot.number])
    assert signed_in(council["Cleo"]).get(address).status_code == 403
    page = signed_in(council["Anna"]).post(address, {"once": "a"}, follow=True).content.decode()
    shown = signed_in(amina).get(reverse("decisions:ballot", args=[set_up.slug, ballot.number])).content.decode()
    for html in (page, shown):
        assert "Aangenomen" in html
        assert "5 van de 5 deden mee" in html
        assert ("<span>stemde tegen</span>" in html) == (not is_secret)
        assert ("<span>geheim</span>" in html) == is_secret


def test_a_ballot_does_not_settle_the_dossier_by_itself(open_ballot, vote_all, council, now, asked):
    ballot = open_ballot()
    vote_all(ballot, "for for for for for")
    actions.close_ballot(ballot=ballot, by=council["Anna"], at=now)
    asked.refresh_from_db()
    assert asked.state == DossierState.OPEN


@pytest.fixture
def after_the_term(part_of):
    return part_of().due_on + timedelta(days=2)


@pytest.mark.parametrize("is_counted", [True, False])
def test_a_body_that_voted_within_its_term_is_heard_however_late_that_is_written_down(
    open_ballot, vote_all, council, asked, part_of, after_the_term, now, is_counted
):
    ballot = open_ballot()
    vote_all(ballot, "against against for against against")
    if is_counted:
        actions.close_ballot(ballot=ballot, by=council["Anna"], at=now)
    where = queries.standing(asked, today=after_the_term)
    needs = {(need.what, need.is_blocked) for need in where.needed}
    assert (where.outcome, needs) == ("", {("inform", False), ("voice", False), ("approval", True)})


def test_what_a_body_voted_is_written_down_after_its_term(
    open_ballot, vote_all, council, asked, part_of, after_the_term, now
):
    ballot = open_ballot()
    vote_all(ballot, "against against for against against")
    actions.close_ballot(ballot=ballot, by=council["Anna"], at=now)
    late = now + timedelta(days=(after_the_term - clock.day_of(now)).days)
    words = said(asked, "unfavourable", points=["Nee."])
    entry = actions.record_voice(part=part_of(), said=words, by=council["Dirk"], at=late)
    assert (entry.content["ballot"], entry.content["verdict"]) == (ballot.number, "unfavourable")


def test_a_void_or_a_stopped_vote_does_not_stretch_the_term(
    open_ballot, vote, council, asked, part_of, after_the_term, now
):
    void = open_ballot(quorum="two_thirds")
    vote(void, council["Anna"], "for")
    assert count_due(at=now + timedelta(days=1)) == 1
    stopped = open_ballot()
    actions.withdraw_ballot(ballot=stopped, reason="Verkeerde vraag.", by=council["Anna"], at=now)
    assert "voice" not in [need.what for need in queries.standing(asked, today=after_the_term).needed]
    with pytest.raises(NotNow, match="De termijn voor dit advies liep af"):
        late = now + timedelta(days=(after_the_term - clock.day_of(now)).days)
        actions.record_voice(part=part_of(), said=said(asked, "favourable"), by=council["Anna"], at=late)


def test_a_vote_that_runs_is_not_said_to_have_been_held(
    open_ballot, asked, part_of, council, vote_all, now, door_of, signed_in
):
    ballot, page = open_ballot(), signed_in(council["Dirk"])
    here = door_of("dossier", asked)
    shown = page.get(here).content.decode()
    assert ("stemt nu" in shown, "stemde, nog niet vastgelegd" in shown) == (True, False)
    vote_all(ballot, "for for for for for")
    actions.close_ballot(ballot=ballot, by=council["Anna"], at=now)
    assert "stemde, nog niet vastgelegd" in page.get(here).content.decode()


def test_who_voted_and_writes_nothing_down_stops_nobody_for_ever(
    open_ballot, vote_all, council, asked, part_of, after_the_term, now, amina, koen, els, set_up
):
    ballot = open_ballot()
    vote_all(ballot, "against against for against against")
    actions.close_ballot(ballot=ballot, by=council["Anna"], at=now)
    part = part_of()
    assert not any(may(one, "decisions.record_voice", part) for one in (amina, koen, els))
    with time_machine.travel(now + timedelta(days=(after_the_term - clock.day_of(now)).days), tick=False):
        for one in (amina, koen, els):
            one.forget()
        assert [may(one, "decisions.record_voice", part) for one in (amina, koen, els)] == [True, True, False]
        assert "Geef advies: Plan" in {task.title for task in tasks_for(amina, set_up, today=clock.today())}
        with pytest.raises(VotesDisagree):
            actions.record_voice(part=part, said=said(asked, "favourable"), by=koen, at=clock.now())
