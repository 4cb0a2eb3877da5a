from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from draagvlak.decisions import actions
from draagvlak.decisions.models import Ballot, ElectorateEntry, Vote
from draagvlak.decisions.rules import NotNow, TextChanged
from draagvlak.decisions.states import Choice
from draagvlak.desk.queries.tasks import tasks_for
from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.stakeholders import actions as roles
from draagvlak.stakeholders.models import Seat
from draagvlak.stakeholders.states import SeatFunction, Side


def titles(account, organisation):
    account.forget()
    return [task.title for task in tasks_for(account, organisation, today=clock.today())]


def test_a_vote_on_the_telephone_ends_with_the_seal_of_the_text(open_ballot, council, signed_in, set_up, line, asked):
    ballot = open_ballot(is_secret=True)
    cleo = council["Cleo"]
    assert "Stem over Plan" in titles(cleo, set_up)
    words = {"organisation": set_up.slug, "number": ballot.number, "line": line(ballot, cleo).pk}
    address = reverse("decisions:cast_vote", kwargs=words)
    page = signed_in(cleo)
    form = page.get(address).content.decode()
    assert [word for word in ("Voor", "Tegen", "Onthouding") if word in form] == ["Voor", "Tegen", "Onthouding"]
    # What somebody is about to vote may not stay behind in his browser.
    assert "data-draft" not in form
    sent = {"choice": "against", "document_sha256": asked.document.sha256, "once": "a"}
    done = page.post(address, sent, follow=True).content.decode()
    assert "Je stem is geteld" in done
    assert " ".join(asked.document.sha256[i : i + 8] for i in range(0, 64, 8)) in done
    assert "Stem over Plan" not in titles(cleo, set_up)
    assert Record.objects.filter(act="decisions.secret_vote", by=None).count() == 1
    again = page.post(address, sent, follow=True).content.decode()
    assert "Je stem is geteld" in again
    assert Vote.objects.count() == 1


def test_a_secret_vote_stands(open_ballot, council, vote):
    ballot = open_ballot(is_secret=True)
    vote(ballot, council["Cleo"], "for")
    with pytest.raises(NotNow, match="al binnen"):
        vote(ballot, council["Cleo"], "against")
    assert list(Vote.objects.values_list("choice", "by")) == [("for", None)]


def test_an_open_vote_can_be_cast_anew_until_the_end_and_counts_once(open_ballot, council, vote, now):
    ballot = open_ballot()
    vote(ballot, council["Cleo"], "for")
    vote(ballot, council["Cleo"], "against")
    assert list(Vote.objects.values_list("choice", flat=True)) == ["against"]
    with pytest.raises(NotNow, match="voorbij"):
        vote(ballot, council["Cleo"], "for", at=now + timedelta(days=1))


def test_the_last_moment_itself_is_too_late_and_the_moment_before_is_not(open_ballot, council, vote, now):
    ballot = open_ballot()
    closes_at = now + timedelta(days=1)
    vote(ballot, council["Cleo"], "for", at=closes_at - timedelta(microseconds=1))
    with pytest.raises(NotNow, match="De stemming is voorbij"):
        vote(ballot, council["Dirk"], "for", at=closes_at)
    assert Vote.objects.count() == 1


def test_a_seat_that_ended_yesterday_reads_why_it_does_not_vote(
    open_ballot, council, line, signed_in, set_up, asked, now
):
    ballot = open_ballot()
    yesterday = clock.day_of(now) - timedelta(days=1)
    Seat.objects.filter(holder=council["Cleo"]).update(starts_on=yesterday, ends_on=yesterday)
    words = {"organisation": set_up.slug, "number": ballot.number, "line": line(ballot, council["Cleo"]).pk}
    sent = {"choice": "for", "document_sha256": asked.document.sha256, "once": "a"}
    answer = signed_in(council["Cleo"]).post(reverse("decisions:cast_vote", kwargs=words), sent)
    assert answer.status_code == 409
    assert "De zetel van Cleo in Ondernemingsraad liep af op" in answer.content.decode()
    assert Vote.objects.count() == 0


def test_nobody_votes_for_somebody_else(open_ballot, council, line, asked, now, signed_in, set_up):
    ballot = open_ballot()
    words = {"choice": Choice.FOR, "document_sha256": asked.document.sha256}
    with pytest.raises(NotNow, match="niet jouw stem"):
        actions.cast_vote(line=line(ballot, council["Cleo"]), **words, by=council["Anna"], at=now)
    where = {"organisation": set_up.slug, "number": ballot.number, "line": line(ballot, council["Cleo"]).pk}
    assert signed_in(council["Anna"]).get(reverse("decisions:cast_vote", kwargs=where)).status_code == 403


def test_a_vote_on_another_text_is_refused(open_ballot, council, line, now):
    ballot = open_ballot()
    words = {"choice": Choice.FOR, "document_sha256": "0" * 64}
    with pytest.raises(TextChanged):
        actions.cast_vote(line=line(ballot, council["Cleo"]), **words, by=council["Cleo"], at=now)


def test_before_counting_nobody_reads_what_was_voted(open_ballot, council, vote, signed_in, set_up, amina):
    ballot = open_ballot()
    vote(ballot, council["Cleo"], "against")
    address = reverse("decisions:ballot", args=[set_up.slug, ballot.number])
    for person in (council["Anna"], council["Cleo"], amina):
        page = signed_in(person).get(address).content.decode()
        assert "1 van de 5 stemmen is binnen" in page
        assert "stemde tegen" not in page
        assert "Uitslag" not in page


def test_the_receipt_is_there_only_for_who_voted(open_ballot, council, line, signed_in, set_up):
    ballot = open_ballot()
    words = {"organisation": set_up.slug, "number": ballot.number, "line": line(ballot, council["Cleo"]).pk}
    assert signed_in(council["Cleo"]).get(reverse("decisions:vote_counted", kwargs=words)).status_code == 404


def test_a_ballot_of_another_organisation_is_not_found(open_ballot, council, greet, signed_in, set_up, line):
    ballot = open_ballot()
    words = {"organisation": set_up.slug, "number": ballot.number}
    assert signed_in(greet).get(reverse("decisions:ballot", kwargs=words)).status_code == 404
    words |= {"line": line(ballot, council["Cleo"]).pk}
    assert signed_in(greet).post(reverse("decisions:cast_vote", kwargs=words), {"choice": "for"}).status_code == 404
    assert not ElectorateEntry.objects.exclude(way="").exists()


def statements(page, address):
    page.get(address)  # what waits for a person is worked out once after each act
    with CaptureQueriesContext(connection) as asked:
        page.get(address)
    return len(asked.captured_queries)


def test_the_statements_of_the_page_do_not_grow_with_who_votes(
    open_ballot, council, vote, signed_in, set_up, new_account, bodies, koen, now
):
    page, ballot = signed_in(council["Anna"]), open_ballot()
    address = reverse("decisions:ballot", args=[set_up.slug, ballot.number])
    vote(ballot, council["Cleo"], "for")
    few = statements(page, address)
    actions.withdraw_ballot(ballot=ballot, reason="Later.", by=council["Anna"], at=now)
    for number in range(8):
        words = {"function": SeatFunction.MEMBER, "side": Side.WORKERS, "starts_on": clock.day_of(now)}
        roles.seat(body=bodies["works_council"], holder=new_account(f"N{number}"), **words, by=koen, at=now)
    more = open_ballot()
    for name in ("Bert", "Daan", "Dirk"):
        vote(more, council[name], "for")
    assert statements(page, reverse("decisions:ballot", args=[set_up.slug, more.number])) == few


def test_the_statements_of_the_dossier_do_not_grow_with_its_ballots(
    open_ballot, council, signed_in, set_up, asked, now
):
    page, address = signed_in(council["Anna"]), reverse("decisions:dossier", args=[set_up.slug, asked.number])
    open_ballot()
    few = statements(page, address)
    for _turn in range(3):
        running = Ballot.objects.get(state="open")
        actions.withdraw_ballot(ballot=running, reason="Later.", by=council["Anna"], at=now)
        open_ballot()
    assert statements(page, address) == few
