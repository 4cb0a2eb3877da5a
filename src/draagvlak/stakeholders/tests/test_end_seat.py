"""A seat ends: what the person loses with it stands on the page, and a past day or a vote that runs asks a reason."""

from datetime import timedelta

import pytest
from django.urls import reverse

from draagvlak.decisions.actions import cast_vote, open_ballot
from draagvlak.decisions.actions.dossiers import open_dossier
from draagvlak.decisions.models import ElectorateEntry, Part
from draagvlak.decisions.states import Choice, DossierKind, Majority, Quorum
from draagvlak.documents.actions import freeze
from draagvlak.journal.models import Record
from draagvlak.notices.models import Message
from draagvlak.stakeholders import actions
from draagvlak.stakeholders.models import Seat
from draagvlak.stakeholders.rules import NeedsReason


@pytest.fixture
def seat(set_up, dirk):
    return Seat.objects.get(holder=dirk)


@pytest.fixture
def nadia(set_up, bodies, new_account, koen, now, today):
    """Keeps the papers of the council."""
    account = new_account("Nadia")
    words = {"function": "secretary", "side": "workers", "starts_on": today, "by": koen, "at": now}
    actions.seat(body=bodies["works_council"], holder=account, **words)
    return account


@pytest.fixture
def ballot(seat, nadia, amina, now):
    """The council votes on a plan until tomorrow."""
    document = freeze(title="Plan", text="Plan", at=now)
    dossier = open_dossier(kind=DossierKind.POLICY_PLAN, title="Plan", document=document, by=amina, at=now)
    rows = Part.objects.select_related("dossier__document", "dossier__organisation", "body__organisation")
    facts = {"question": "Een gunstig advies?", "is_secret": False, "quorum": Quorum.HALF, "majority": Majority.MORE}
    facts |= {"counts_abstentions": False, "most_proxies": 0, "closes_at": now + timedelta(days=1)}
    part = rows.get(dossier=dossier, body__kind="works_council")
    return open_ballot(part=part, facts={**facts, "document_sha256": document.sha256}, by=nadia, at=now)


def door(organisation, seat):
    return reverse("stakeholders:end_seat", kwargs={"organisation": organisation.slug, "pk": seat.pk})


def started_before(seat, today):
    Seat.objects.filter(pk=seat.pk).update(starts_on=today - timedelta(days=30))
    seat.refresh_from_db()
    return seat


def test_the_page_names_the_vote_that_the_person_loses(set_up, ballot, seat, koen, signed_in):
    page = signed_in(koen).get(door(set_up, seat)).content.decode()
    assert "Er loopt een stemming waarin Dirk een stem heeft" in page
    assert f"Stemming {ballot.number}, “Een gunstig advies?”" in page
    assert "Dirk stemde nog niet, en verliest die stem" in page


def test_of_a_vote_that_is_in_it_says_that_it_counts(set_up, ballot, seat, dirk, koen, signed_in, now):
    line = ElectorateEntry.objects.get(ballot=ballot, account=dirk)
    sealed = ballot.part.dossier.document.sha256
    cast_vote(line=line, choice=Choice.FOR, document_sha256=sealed, by=dirk, at=now)
    page = signed_in(koen).get(door(set_up, seat)).content.decode()
    assert "De stem van Dirk is binnen en telt mee" in page
    assert "verliest die stem" not in page


def test_without_a_vote_nothing_stands_there(set_up, seat, koen, signed_in):
    assert "Er loopt een stemming" not in signed_in(koen).get(door(set_up, seat)).content.decode()


def test_while_a_vote_runs_a_reason_is_asked(set_up, ballot, seat, koen, signed_in, today, now):
    sent = {"ends_on": today.isoformat(), "reason": "", "once": "a"}
    answer = signed_in(koen).post(door(set_up, seat), sent)
    assert answer.status_code == 422
    assert "Er loopt een stemming. Schrijf waarom de zetel nu eindigt." in answer.content.decode()
    with pytest.raises(NeedsReason, match="Er loopt een stemming waarin Dirk een stem heeft"):
        actions.unseat(seat=seat, ends_on=today, by=koen, at=now)
    seat.refresh_from_db()
    assert seat.ends_on is None


def test_a_day_that_is_past_asks_a_reason(set_up, els, koen, signed_in, today, now):
    yesterday, seat = today - timedelta(days=1), Seat.objects.get(holder=els)
    started_before(seat, today)
    sent = {"ends_on": yesterday.isoformat(), "reason": "", "once": "a"}
    answer = signed_in(koen).post(door(set_up, seat), sent)
    assert "Die dag is al voorbij. Schrijf waarom de zetel toen eindigde." in answer.content.decode()
    with pytest.raises(NeedsReason):
        actions.unseat(seat=seat, ends_on=yesterday, by=koen, at=now)


def test_who_sits_for_the_workers_is_told_why_another_ends_his_seat(
    set_up, seat, koen, dirk, els, signed_in, today, now
):
    sent = {"ends_on": today.isoformat(), "once": "b"}
    asked = signed_in(koen).post(door(set_up, seat), sent)
    assert (asked.status_code, "Dirk zit daar namens de werknemers" in asked.content.decode()) == (422, True)
    with pytest.raises(NeedsReason, match="namens de werknemers"):
        actions.unseat(seat=seat, ends_on=today, by=koen, at=now)
    # He himself says nothing to himself, and the board is the employer.
    other = Seat.objects.get(holder=els)
    assert signed_in(koen).post(door(set_up, other), {**sent, "once": "c"}).status_code == 302
    actions.unseat(seat=seat, ends_on=today, by=dirk, at=now)
    seat.refresh_from_db()
    assert seat.ends_on == today


def test_the_journal_keeps_the_last_day_and_the_reason(set_up, ballot, seat, koen, signed_in, today):
    yesterday = today - timedelta(days=1)
    started_before(seat, today)
    sent = {"ends_on": yesterday.isoformat(), "reason": "Uit  dienst", "once": "a"}
    assert signed_in(koen).post(door(set_up, seat), sent).status_code == 302
    kept = Record.objects.get(act="stakeholders.unseat")
    assert kept.details == {"ends_on": yesterday.isoformat(), "reason": "Uit dienst"}


def test_outside_the_bodies_of_workers_the_person_and_who_keeps_the_body_hear_it(
    set_up, bodies, els, new_account, koen, now, today
):
    griet, paul = new_account("Griet"), new_account("Paul")
    for account, function in ((griet, "chair"), (paul, "member")):
        words = {"function": function, "starts_on": today, "by": koen, "at": now}
        actions.seat(body=bodies["board"], holder=account, **words)
    Message.objects.all().delete()
    actions.unseat(seat=Seat.objects.get(holder=els), ends_on=today, by=koen, at=now)
    assert {one.to for one in Message.objects.all()} == {els.email, griet.email}


def test_taking_away_the_way_in_ends_seats_also_while_a_vote_runs(ballot, seat, dirk, koen, now, today):
    actions.end_access(account=dirk, by=koen, at=now)
    seat.refresh_from_db()
    assert seat.ends_on == today
    assert Record.objects.get(act="stakeholders.unseat").details["reason"] == "De toegang van deze persoon eindigde."
