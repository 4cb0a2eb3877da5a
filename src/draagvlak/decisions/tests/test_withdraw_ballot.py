import pytest
from django.urls import reverse

from draagvlak.decisions import actions, queries
from draagvlak.decisions.models import Ballot, Vote
from draagvlak.decisions.rules import NoReasonGiven, NotNow
from draagvlak.desk.queries.tasks import tasks_for
from draagvlak.lib import clock
from draagvlak.notices.models import Message

VOTES = ("for", "against", "abstained")


def test_it_stops_with_a_reason_and_the_votes_are_taken_away(open_ballot, vote, council, signed_in, set_up, asked):
    ballot = open_ballot()
    vote(ballot, council["Cleo"], "for")
    address = reverse("decisions:withdraw_ballot", args=[set_up.slug, ballot.number])
    assert signed_in(council["Cleo"]).get(address).status_code == 403
    sent = {"reason": "De vraag was fout.", "once": "a"}
    page = signed_in(council["Anna"]).post(address, sent, follow=True).content.decode()
    assert "De vraag was fout. De stemmen zijn niet geteld." in page
    assert (Vote.objects.count(), queries.entries_of(asked)[-1].content["took_part"]) == (0, 1)
    with pytest.raises(NotNow, match="stopgezet: De vraag was fout"):
        vote(ballot, council["Dirk"], "for")


def test_without_a_reason_it_goes_on(open_ballot, council, now):
    ballot = open_ballot()
    with pytest.raises(NoReasonGiven):
        actions.withdraw_ballot(ballot=ballot, reason=" ", by=council["Anna"], at=now)
    assert Ballot.objects.get().state == "open"


def test_a_text_that_changes_during_the_vote_ends_it_and_says_so(
    open_ballot, vote, council, asked, amina, now, set_up, line, signed_in
):
    ballot = open_ballot(is_secret=True)
    vote(ballot, council["Cleo"], "for")
    actions.withdraw_dossier(dossier=asked, reason="De tekst wijzigde.", by=amina, at=now)
    assert [entry.act for entry in queries.entries_of(asked)][-2:] == ["ballot_stop", "withdraw"]
    ballot.refresh_from_db()
    assert (ballot.state, ballot.reason, Vote.objects.count()) == ("stopped", "De tekst wijzigde.", 0)
    told = [mail for mail in Message.objects.filter(to="daan@example.org") if "is stopgezet" in mail.body]
    assert any("Stemming 1 van Ondernemingsraad" in mail.body and "De tekst wijzigde." in mail.body for mail in told)
    assert not [t for t in tasks_for(council["Daan"], set_up, today=clock.today()) if t.title.startswith("Stem over")]
    where = {"organisation": set_up.slug, "number": ballot.number, "line": line(ballot, council["Daan"]).pk}
    sent = {"choice": "for", "document_sha256": asked.document.sha256, "once": "a"}
    answer = signed_in(council["Daan"]).post(reverse("decisions:cast_vote", kwargs=where), sent)
    assert (answer.status_code, "stopgezet: De tekst wijzigde." in answer.content.decode()) == (409, True)


def test_after_a_stop_the_body_can_vote_again(open_ballot, council, now):
    first = open_ballot()
    actions.withdraw_ballot(ballot=first, reason="Fout.", by=council["Anna"], at=now)
    assert open_ballot().number == first.number + 1


def test_a_dossier_that_was_stopped_asks_nothing_of_anybody_on_its_page(
    asked, council, amina, els, koen, now, set_up, part_of, signed_in
):
    said = {"verdict": "with_remarks", "points": ["Te laat."], "note": "", "votes": dict.fromkeys(VOTES, 0)}
    words = {"document_sha256": asked.document.sha256}
    actions.record_voice(part=part_of(), said={**said, **words}, by=council["Anna"], at=now)
    address = reverse("decisions:dossier", args=[set_up.slug, asked.number])
    asks = {els: "Leg de beslissing vast", koen: "Schrijf het antwoord op punt 1"}
    assert [words in signed_in(one).get(address).content.decode() for one, words in asks.items()] == [True, True]
    actions.withdraw_dossier(dossier=asked, reason="De tekst wijzigde.", by=amina, at=now)
    assert [words in signed_in(one).get(address).content.decode() for one, words in asks.items()] == [False, False]


def test_what_is_over_is_counted_and_not_stopped(open_ballot, vote, council, now, set_up, signed_in):
    ballot = open_ballot()
    vote(ballot, council["Cleo"], "against")
    late = ballot.closes_at
    with pytest.raises(NotNow, match="Deze stemming is voorbij"):
        actions.withdraw_ballot(ballot=ballot, reason="De uitslag bevalt me niet.", by=council["Anna"], at=late)
    assert (Ballot.objects.get().state, Vote.objects.count()) == ("open", 1)
    assert actions.close_ballot(ballot=ballot, by=council["Anna"], at=late).state == "counted"
