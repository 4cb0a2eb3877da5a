from datetime import timedelta

import pytest
from django.urls import reverse

from draagvlak.decisions import actions
from draagvlak.decisions.models import ElectorateEntry, Vote
from draagvlak.decisions.rules import NotNow, NoVote
from draagvlak.lib import clock
from draagvlak.stakeholders.models import Seat


@pytest.fixture
def give(line, council, now):
    def make(ballot, giver, holder):
        words = {"line": line(ballot, council[giver]), "holder": line(ballot, council[holder])}
        return actions.give_proxy(**words, by=council[giver], at=now)

    return make


def test_who_holds_a_proxy_votes_twice_and_both_are_counted(
    open_ballot, give, council, vote, line, signed_in, set_up, asked
):
    ballot = open_ballot(is_secret=True)
    give(ballot, "Cleo", "Daan")
    vote(ballot, council["Daan"], "for")
    where = {"organisation": set_up.slug, "number": ballot.number, "line": line(ballot, council["Cleo"]).pk}
    page = signed_in(council["Daan"])
    assert "in de plaats van Cleo" in page.get(reverse("decisions:cast_vote", kwargs=where)).content.decode()
    sent = {"choice": "against", "document_sha256": asked.document.sha256, "once": "a"}
    assert (
        "In de plaats van Cleo."
        in page.post(reverse("decisions:cast_vote", kwargs=where), sent, follow=True).content.decode()
    )
    assert (Vote.objects.count(), line(ballot, council["Cleo"]).way) == (2, "proxy")


def test_who_gave_his_vote_away_takes_it_back_before_he_votes(open_ballot, give, council, vote, line, now):
    ballot = open_ballot()
    give(ballot, "Cleo", "Daan")
    with pytest.raises(NotNow, match="Je gaf Daan een volmacht"):
        vote(ballot, council["Cleo"], "for")
    actions.withdraw_proxy(line=line(ballot, council["Cleo"]), by=council["Cleo"], at=now)
    vote(ballot, council["Cleo"], "for")
    with pytest.raises(NotNow, match="niet jouw stem"):
        vote(ballot, council["Daan"], "for", of=council["Cleo"])


def test_a_proxy_that_was_used_does_not_come_back(open_ballot, give, council, vote, line, now):
    ballot = open_ballot()
    give(ballot, "Cleo", "Daan")
    vote(ballot, council["Daan"], "for", of=council["Cleo"])
    with pytest.raises(NotNow, match="stemde al in jouw plaats"):
        actions.withdraw_proxy(line=line(ballot, council["Cleo"]), by=council["Cleo"], at=now)
    with pytest.raises(NotNow, match="gaf geen volmacht"):
        actions.withdraw_proxy(line=line(ballot, council["Daan"]), by=council["Daan"], at=now)


def test_nobody_gets_more_proxies_than_the_rule_says(open_ballot, give):
    ballot = open_ballot()
    give(ballot, "Cleo", "Daan")
    with pytest.raises(NoVote, match="zoveel volmachten als mag"):
        give(ballot, "Dirk", "Daan")


@pytest.mark.parametrize(
    ("giver", "holder", "said"),
    [("Cleo", "Bert", "andere kant van de tafel"), ("Cleo", "Cleo", "iemand anders dan jezelf")],
)
def test_a_proxy_stays_on_its_side_of_the_table(open_ballot, give, giver, holder, said):
    with pytest.raises(NoVote, match=said):
        give(open_ballot(), giver, holder)


def test_a_proxy_is_not_passed_on(open_ballot, give):
    ballot = open_ballot()
    give(ballot, "Cleo", "Daan")
    with pytest.raises(NoVote, match="gaf zelf een volmacht"):
        give(ballot, "Dirk", "Cleo")


def test_who_left_yesterday_votes_for_nobody(open_ballot, give, council, vote, now):
    ballot = open_ballot()
    give(ballot, "Cleo", "Daan")
    yesterday = clock.day_of(now) - timedelta(days=1)
    Seat.objects.filter(holder=council["Daan"]).update(starts_on=yesterday, ends_on=yesterday)
    with pytest.raises(NotNow, match="De zetel van Daan"):
        vote(ballot, council["Daan"], "for", of=council["Cleo"])


def test_it_is_given_and_taken_back_through_the_pages(open_ballot, council, line, signed_in, set_up):
    ballot, page = open_ballot(), signed_in(council["Cleo"])
    where = {"organisation": set_up.slug, "number": ballot.number}
    give = reverse("decisions:give_proxy", kwargs=where)
    form = page.get(give).content.decode()
    assert ("Daan" in form, "Bert" in form) == (True, False)
    page.post(give, {"holder": line(ballot, council["Daan"]).pk, "once": "a"})
    assert line(ballot, council["Cleo"]).proxy.name == "Daan"
    page.post(reverse("decisions:withdraw_proxy", kwargs=where), {"once": "b"})
    assert not ElectorateEntry.objects.exclude(proxy=None).exists()


def test_who_holds_a_proxy_does_not_give_his_own_vote_away(open_ballot, give, council, line, now):
    ballot = open_ballot(most_proxies=2)
    give(ballot, "Cleo", "Daan")
    with pytest.raises(NoVote, match="Iemand gaf jou een volmacht"):
        give(ballot, "Daan", "Anna")
    actions.withdraw_proxy(line=line(ballot, council["Cleo"]), by=council["Cleo"], at=now)
    assert give(ballot, "Daan", "Anna").proxy == line(ballot, council["Anna"])
