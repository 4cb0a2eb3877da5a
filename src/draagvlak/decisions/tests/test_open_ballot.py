from datetime import datetime, time, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from draagvlak.decisions import actions, queries
from draagvlak.decisions.models import Ballot, ElectorateEntry
from draagvlak.decisions.rules import BallotRefused, NotNow, TextChanged
from draagvlak.decisions.states import BallotState
from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.notices.models import Message
from draagvlak.stakeholders import actions as roles
from draagvlak.stakeholders.models import Seat
from draagvlak.stakeholders.states import SeatFunction, Side


def test_who_sits_there_now_may_vote_and_who_comes_later_may_not(open_ballot, bodies, koen, new_account, now):
    ballot = open_ballot()
    later = new_account("Later")
    words = {"function": SeatFunction.MEMBER, "side": Side.WORKERS, "starts_on": clock.day_of(now)}
    roles.seat(body=bodies["works_council"], holder=later, **words, by=koen, at=now)
    assert [one.name for one in queries.electorate(ballot)] == ["Anna", "Bert", "Cleo", "Daan", "Dirk"]
    assert queries.line_of(later, ballot) is None


def test_a_substitute_has_no_vote(open_ballot, council):
    Seat.objects.filter(holder=council["Daan"]).update(function=SeatFunction.SUBSTITUTE)
    assert ElectorateEntry.objects.filter(ballot=open_ballot()).count() == 4


def test_everybody_who_votes_gets_a_mail_with_the_text_and_the_head_of_the_chain(open_ballot, asked):
    open_ballot(is_secret=True)
    opened = queries.entries_of(asked)[-1]
    mails = [mail for mail in Message.objects.all() if mail.subject.startswith("Stem over")]
    assert {mail.to.split("@")[0] for mail in mails} == {"anna", "bert", "cleo", "daan", "dirk"}
    assert all(asked.document.sha256 in mail.body and f"{opened.number}:{opened.seal}" in mail.body for mail in mails)
    assert all("niemand kan later vinden wie wat stemde" in mail.body for mail in mails)
    assert (opened.act, opened.content["rule"]["majority"], opened.content["is_secret"]) == (
        "ballot_open",
        "more",
        True,
    )
    assert Record.objects.filter(act="decisions.open_ballot").count() == 1


def test_a_secret_ballot_of_three_is_refused_with_the_reason(open_ballot, council):
    Seat.objects.filter(holder__in=[council["Daan"], council["Cleo"]]).update(function=SeatFunction.SUBSTITUTE)
    with pytest.raises(BallotRefused, match="Geheim stemmen kan pas met vier"):
        open_ballot(is_secret=True)
    assert open_ballot().number == 1


def test_nobody_votes_alone(open_ballot, els, now, dirk, asked, part_of, inform):
    inform(asked)
    said = {
        "verdict": "favourable",
        "votes": dict.fromkeys(("for", "against", "abstained"), 0),
        "points": [],
        "note": "",
    }
    words = {**said, "document_sha256": asked.document.sha256}
    actions.record_voice(part=part_of(), said=words, by=dirk, at=now)
    with pytest.raises(BallotRefused, match="geen twee mensen"):
        open_ballot("board", by=els)


def test_the_board_does_not_vote_before_the_advice_is_there(open_ballot, els):
    with pytest.raises(NotNow, match="gaf nog geen advies"):
        open_ballot("board", by=els)


def test_a_body_that_is_only_informed_has_nothing_to_vote_on(open_ballot, ria, part_of, asked):
    with pytest.raises(BallotRefused, match="alleen geïnformeerd"):
        open_ballot("union_delegation", by=ria)


def test_a_body_votes_once_at_a_time_and_the_database_holds_it(open_ballot):
    ballot = open_ballot()
    with pytest.raises(NotNow, match="stemt hier al over"):
        open_ballot()
    with pytest.raises(IntegrityError, match=r"once_at_a_time|decisions_ballot"), transaction.atomic():
        Ballot.objects.create(**{name: getattr(ballot, name) for name in ("part", "question", "is_secret", "quorum", "majority", "counts_abstentions", "opened_at", "opened_by", "closes_at")}, number=9)  # fmt: skip


@pytest.mark.parametrize(
    ("days", "said"),
    [(-1, "al voorbij"), (16, "Laat de stemming ten laatste die dag om 20 uur eindigen"), (90, "ten laatste")],
)
def test_a_closing_moment_in_the_past_or_after_the_term_is_refused(open_ballot, now, days, said):
    with pytest.raises(BallotRefused, match=said):
        open_ballot(closes_at=now + timedelta(days=days))


@pytest.mark.parametrize(("hour", "is_taken"), [(19, True), (20, True), (21, False)])
def test_on_the_last_day_a_vote_leaves_the_evening_to_write_the_advice_down(open_ballot, part_of, hour, is_taken):
    closes_at = datetime.combine(part_of().due_on, time(hour), tzinfo=clock.BRUSSELS)
    if is_taken:
        assert open_ballot(closes_at=closes_at).closes_at == closes_at
    else:
        with pytest.raises(BallotRefused, match="om 20 uur eindigen"):
            open_ballot(closes_at=closes_at)


def test_the_text_that_was_read_is_the_text_of_the_dossier(open_ballot):
    with pytest.raises(TextChanged):
        open_ballot(document_sha256="0" * 64)


def test_the_secretary_opens_it_through_the_form_and_a_member_has_no_door(
    asked, part_of, council, signed_in, set_up, now
):
    words = {"organisation": set_up.slug, "number": asked.number, "part": part_of().pk}
    address = reverse("decisions:open_ballot", kwargs=words)
    assert signed_in(council["Dirk"]).get(address).status_code == 403
    page = signed_in(council["Anna"])
    form = page.get(address).content.decode()
    assert "Geven we een gunstig advies over Plan?" in form
    assert "Wie er later bij komt, stemt niet mee" in form
    sent = {
        "question": "Gunstig?", "naming": "secret", "quorum": "half", "majority": "two_thirds", "most_proxies": "1",
        "closes_on": (clock.day_of(now) + timedelta(days=3)).isoformat(), "closes_time": "17:00",
        "document_sha256": asked.document.sha256, "once": "a",
    }  # fmt: skip
    answer = page.post(address, sent, follow=True)
    assert "0 van de 5 stemmen zijn binnen" in answer.content.decode()
    ballot = Ballot.objects.get()
    closes_at = datetime.combine(clock.day_of(now) + timedelta(days=3), time(17), tzinfo=clock.BRUSSELS)
    assert (ballot.closes_at, ballot.is_secret, ballot.majority) == (closes_at, True, "two_thirds")


def test_an_hour_that_the_clock_skips_is_no_hour(asked, part_of, council, signed_in, set_up):
    words = {"organisation": set_up.slug, "number": asked.number, "part": part_of().pk}
    sent = {
        "question": "Gunstig?", "naming": "open", "quorum": "half", "majority": "more", "most_proxies": "1",
        "closes_on": "2027-03-28", "closes_time": "02:30", "document_sha256": asked.document.sha256, "once": "a",
    }  # fmt: skip
    answer = signed_in(council["Anna"]).post(reverse("decisions:open_ballot", kwargs=words), sent)
    assert answer.status_code == 422
    assert "Dat uur bestaat die dag niet" in answer.content.decode()


def test_a_body_without_chair_or_secretary_is_asked_by_any_member(asked, part_of, dirk, signed_in, set_up):
    words = {"organisation": set_up.slug, "number": asked.number, "part": part_of().pk}
    assert signed_in(dirk).get(reverse("decisions:open_ballot", kwargs=words)).status_code == 200


def test_a_ballot_that_ended_does_not_change_any_more(open_ballot, council, now):
    ballot = open_ballot()
    actions.withdraw_ballot(ballot=ballot, reason="Fout.", by=council["Anna"], at=now)
    rows = Ballot.objects.filter(pk=ballot.pk)
    for change in (
        lambda: rows.update(state=BallotState.OPEN, ended_at=None, reason=""),
        lambda: ElectorateEntry.objects.filter(ballot=ballot).update(way="device"),
        lambda: ElectorateEntry.objects.filter(ballot=ballot)._raw_delete(connection.alias),
    ):
        with pytest.raises(Exception, match="may not be changed"), transaction.atomic():
            change()
