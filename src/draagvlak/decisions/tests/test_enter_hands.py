from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from draagvlak.decisions import actions, queries
from draagvlak.decisions.figures import Counts
from draagvlak.decisions.models import Ballot
from draagvlak.decisions.rules import BallotRefused, NotNow, NoVote
from draagvlak.desk.queries.tasks import tasks_for
from draagvlak.lib import clock
from draagvlak.stakeholders.models import Seat


@pytest.fixture
def hands(line, council, now):
    def enter(ballot, names, counts, by="Anna"):
        present = {line(ballot, council[name]).pk for name in names.split()}
        return actions.enter_hands(ballot=ballot, present=present, raised=Counts(*counts), by=council[by], at=now)

    return enter


def test_hands_count_once_another_member_confirmed_them(open_ballot, hands, vote, council, now):
    ballot = open_ballot()
    vote(ballot, council["Anna"], "against")
    hands(ballot, "Bert Cleo Daan Dirk", (3, 0, 1))
    with pytest.raises(BallotRefused, match="Een tweede lid"):
        actions.close_ballot(ballot=ballot, by=council["Anna"], at=now)
    with pytest.raises(NotNow, match="Een ander lid"):
        actions.confirm_hands(ballot=ballot, by=council["Anna"], at=now)
    actions.confirm_hands(ballot=ballot, by=council["Dirk"], at=now)
    closed = actions.close_ballot(ballot=ballot, by=council["Anna"], at=now)
    told = queries.counted(closed)
    assert (told.result, told.counts, told.took_part) == ("passed", Counts(3, 1, 1), 5)
    entry = queries.entries_of(closed.part.dossier)[-1]
    assert entry.content["hands"] == {"for": 3, "against": 0, "abstained": 1, "by": "Anna", "confirmed_by": "Dirk"}
    assert {one["name"]: one.get("choice") for one in entry.content["took_part"]} == {
        "Anna": "against",
        "Bert": None,
        "Cleo": None,
        "Daan": None,
        "Dirk": None,
    }


def test_who_does_not_sit_in_the_body_confirms_nothing(open_ballot, hands, amina, now):
    ballot = open_ballot()
    hands(ballot, "Bert Cleo", (2, 0, 0))
    with pytest.raises(NotNow, match="Een ander lid"):
        actions.confirm_hands(ballot=ballot, by=amina, at=now)


@pytest.mark.parametrize("counts", [(3, 0, 0), (1, 0, 0), (0, 0, 0)])
def test_there_are_as_many_hands_as_people(open_ballot, hands, counts):
    with pytest.raises(NoVote, match="Dat moet gelijk zijn"):
        hands(open_ballot(), "Bert Cleo", counts)


def test_who_voted_on_a_device_is_not_counted_again(open_ballot, hands, vote, council):
    ballot = open_ballot()
    vote(ballot, council["Cleo"], "for")
    with pytest.raises(NotNow, match="stemde intussen zelf"):
        hands(ballot, "Bert Cleo", (2, 0, 0))


def test_who_raised_a_hand_does_not_vote_on_a_device_until_it_is_taken_back(open_ballot, hands, vote, council, now):
    ballot = open_ballot()
    hands(ballot, "Bert Cleo", (2, 0, 0))
    with pytest.raises(NotNow, match="in de zaal geteld"):
        vote(ballot, council["Cleo"], "against")
    with pytest.raises(NotNow, match="al ingevoerd"):
        hands(ballot, "Daan", (1, 0, 0))
    actions.take_back_hands(ballot=ballot, by=council["Anna"], at=now)
    vote(ballot, council["Cleo"], "against")
    with pytest.raises(NotNow, match="geen handen"):
        actions.take_back_hands(ballot=ballot, by=council["Anna"], at=now)


def test_what_two_stood_for_is_not_taken_away_by_one_after_the_end(open_ballot, hands, council, now):
    ballot, after = open_ballot(), now + timedelta(days=1)
    hands(ballot, "Bert Cleo", (2, 0, 0))
    actions.confirm_hands(ballot=ballot, by=council["Dirk"], at=now)
    with pytest.raises(NotNow, match="Ze blijven staan"):
        actions.take_back_hands(ballot=ballot, by=council["Anna"], at=after)
    actions.take_back_hands(ballot=ballot, by=council["Anna"], at=now)


def test_a_secret_ballot_knows_no_hands_and_the_database_holds_it(open_ballot, hands, koen):
    ballot = open_ballot(is_secret=True)
    with pytest.raises(NotNow, match="geheime stemming"):
        hands(ballot, "Bert Cleo", (2, 0, 0))
    with pytest.raises(IntegrityError, match="hands_are_raised_in_the_open"), transaction.atomic():
        Ballot.objects.update(hands_by=koen, hands_for=1)


def test_the_one_who_entered_them_is_never_the_one_who_confirms(open_ballot, hands, council):
    ballot = open_ballot()
    hands(ballot, "Bert Cleo", (2, 0, 0))
    with pytest.raises(IntegrityError, match="another_person_confirms_hands"), transaction.atomic():
        Ballot.objects.update(hands_confirmed_by=council["Anna"])


def test_it_goes_through_the_pages_and_waits_on_the_desk_of_the_others(open_ballot, council, line, signed_in, set_up):
    ballot = open_ballot()
    where = {"organisation": set_up.slug, "number": ballot.number}
    sent = {"present": [line(ballot, council[name]).pk for name in ("Bert", "Cleo")], "votes_for": 1}
    sent |= {"votes_against": 1, "votes_abstained": 0, "once": "a"}
    signed_in(council["Anna"]).post(reverse("decisions:enter_hands", kwargs=where), sent)
    waiting = {task.title for task in tasks_for(council["Dirk"], set_up, today=clock.today())}
    assert f"Kijk de handen van stemming {ballot.number} na" in waiting
    confirm = reverse("decisions:confirm_hands", kwargs=where)
    page = signed_in(council["Dirk"])
    assert "Anna telde in de zaal: voor 1, tegen 1, onthouding 0" in page.get(confirm).content.decode()
    page.post(confirm, {"once": "b"})
    ballot.refresh_from_db()
    assert ballot.hands_confirmed_by == council["Dirk"]
    signed_in(council["Anna"]).post(reverse("decisions:take_back_hands", kwargs=where), {"once": "c"})
    ballot.refresh_from_db()
    assert (ballot.hands, ballot.hands_by, ballot.hands_confirmed_by) == (0, None, None)


def test_a_mandate_that_ended_yesterday_raises_no_hand(client, open_ballot, hands, line, council, now):
    yesterday = clock.day_of(now) - timedelta(days=1)
    ballot = open_ballot()
    Seat.objects.filter(holder=council["Cleo"]).update(starts_on=yesterday, ends_on=yesterday)
    with pytest.raises(NotNow, match="liep af"):
        hands(ballot, "Bert Cleo", (2, 0, 0))
    client.force_login(council["Anna"])
    words = {"organisation": ballot.organisation.slug, "number": ballot.number}
    page = client.get(reverse("decisions:enter_hands", kwargs=words)).content.decode()
    assert f'value="{line(ballot, council["Bert"]).pk}"' in page
    assert f'value="{line(ballot, council["Cleo"]).pk}"' not in page


def test_a_mandate_that_ended_yesterday_confirms_no_hands(open_ballot, hands, council, now):
    yesterday = clock.day_of(now) - timedelta(days=1)
    ballot = open_ballot()
    hands(ballot, "Bert Cleo", (2, 0, 0))
    Seat.objects.filter(holder=council["Dirk"]).update(starts_on=yesterday, ends_on=yesterday)
    with pytest.raises(NotNow, match="Een ander lid"):
        actions.confirm_hands(ballot=ballot, by=council["Dirk"], at=now)
