"""Whose seat ended without a vote is not waited for: the page and the counts say so."""

from datetime import timedelta

from django.urls import reverse

from draagvlak.decisions import actions
from draagvlak.lib import clock
from draagvlak.stakeholders.models import Seat


def page_of(client, organisation, name, **words):
    return client.get(
        reverse(f"decisions:{name}", kwargs={"organisation": organisation.slug, **words})
    ).content.decode()


def left(account, now):
    yesterday = clock.day_of(now) - timedelta(days=1)
    Seat.objects.filter(holder=account).update(starts_on=yesterday, ends_on=yesterday)


def test_the_list_says_that_the_seat_ended_and_counts_four(open_ballot, council, vote, set_up, signed_in, now, asked):
    ballot = open_ballot()
    vote(ballot, council["Cleo"], "for")
    left(council["Dirk"], now)
    client = signed_in(council["Anna"])
    text = page_of(client, set_up, "ballot", number=ballot.number)
    assert "zetel liep af" in text
    assert "<small>1/4</small>" in text
    assert "1 van de 4 stemmen is binnen" in text
    assert text.count("stemde nog niet") == 3
    assert "1 van de 4 stemmen is binnen, tot" in page_of(client, set_up, "dossier", number=asked.number)


def test_a_vote_that_came_in_before_the_seat_ended_still_counts(open_ballot, council, vote, set_up, signed_in, now):
    ballot = open_ballot()
    vote(ballot, council["Dirk"], "for")
    left(council["Dirk"], now)
    text = page_of(signed_in(council["Anna"]), set_up, "ballot", number=ballot.number)
    assert "zetel liep af" not in text
    assert "<small>1/5</small>" in text


def test_once_counted_it_still_says_why_somebody_did_not_vote(
    open_ballot, council, vote, set_up, signed_in, now, asked
):
    ballot = open_ballot()
    for name in ("Anna", "Bert", "Cleo", "Daan"):
        vote(ballot, council[name], "for")
    left(council["Dirk"], now)
    actions.close_ballot(ballot=ballot, by=council["Anna"], at=now + timedelta(days=1))
    text = page_of(signed_in(council["Anna"]), set_up, "ballot", number=ballot.number)
    assert "zetel liep af" in text
