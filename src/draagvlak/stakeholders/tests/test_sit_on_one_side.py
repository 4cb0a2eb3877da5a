"""Nobody sits for the workers who speaks for the employer, and the delegation seats its own people."""

from datetime import timedelta

import pytest
from django.urls import reverse

from draagvlak.lib.rights import may
from draagvlak.notices.models import Message
from draagvlak.stakeholders import actions
from draagvlak.stakeholders.models import Role, Seat
from draagvlak.stakeholders.rules import NotYours, TwoSides
from draagvlak.stakeholders.states import RoleKind


@pytest.fixture
def sits(bodies, koen, now, today):
    """sits(account, kind, side): by the action itself, whoever may use the page."""

    def take(account, kind, side="", **facts):
        words = {"function": "member", "starts_on": today, "by": koen, "at": now, **facts}
        return actions.seat(body=bodies[kind], holder=account, side=side, **words)

    return take


@pytest.fixture
def has_role(koen, now, today):
    def give(account, kind):
        return actions.assign_role(kind=RoleKind(kind), holder=account, starts_on=today, by=koen, at=now)

    return give


def sent(account, body, today):
    return {"name": account.name, "email": account.email, "function": "member", "side": "workers", "starts_on": today}


@pytest.mark.parametrize("kind", ["management", "hr_officer"])
@pytest.mark.parametrize(("body", "side"), [("union_delegation", ""), ("works_council", "workers")])
def test_who_directs_or_keeps_the_staff_records_never_sits_for_the_workers(
    set_up, new_account, has_role, sits, kind, body, side
):
    hilde = new_account("Hilde")
    has_role(hilde, kind)
    with pytest.raises(TwoSides, match="Hilde kan niet namens de werknemers zetelen"):
        sits(hilde, body, side)


@pytest.mark.parametrize(("other", "side"), [("board", ""), ("works_council", "employer")])
def test_who_sits_for_the_employer_never_sits_in_the_delegation(set_up, new_account, sits, other, side):
    griet = new_account("Griet")
    sits(griet, other, side)
    with pytest.raises(TwoSides):
        sits(griet, "union_delegation", "workers")


@pytest.mark.parametrize(("other", "side"), [("board", ""), ("works_council", "employer")])
def test_who_sits_in_the_delegation_never_sits_for_the_employer(ria, sits, other, side):
    with pytest.raises(TwoSides, match="Ria zit namens de werknemers in Syndicale delegatie"):
        sits(ria, other, side)


@pytest.mark.parametrize("kind", ["management", "hr_officer"])
def test_who_sits_for_the_workers_gets_no_role_of_the_employer(ria, dirk, has_role, kind):
    for account in (ria, dirk):
        with pytest.raises(TwoSides, match="zit namens de werknemers in"):
            has_role(account, kind)
    assert not Role.objects.filter(holder__in=[ria, dirk]).exists()


def test_who_stopped_may_change_sides(ria, has_role, koen, now, today):
    seat = Seat.objects.get(holder=ria)
    Seat.objects.filter(pk=seat.pk).update(starts_on=today - timedelta(days=30))
    seat.refresh_from_db()
    actions.unseat(seat=seat, ends_on=today - timedelta(days=1), reason="Verkiezing.", by=koen, at=now)
    has_role(ria, "management")


def test_the_director_enters_only_the_first_of_the_delegation(set_up, bodies, koen, new_account, signed_in, today):
    body = bodies["union_delegation"]
    address = reverse("stakeholders:seat_member", kwargs={"organisation": set_up.slug, "pk": body.pk})
    director = signed_in(koen)
    refused = director.post(address, {**sent(koen, body, today), "once": "a"})
    assert refused.status_code == 409
    assert "Koen kan niet namens de werknemers zetelen in Syndicale delegatie" in refused.content.decode()
    ria, bea = new_account("Ria"), new_account("Bea")
    assert director.post(address, {**sent(ria, body, today), "once": "b"}).status_code == 302
    koen.forget()
    assert director.get(address).status_code == 403
    assert director.post(address, {**sent(bea, body, today), "once": "c"}).status_code == 403
    assert signed_in(ria).post(address, {**sent(bea, body, today), "once": "d"}).status_code == 302
    assert {seat.person for seat in Seat.objects.filter(body=body)} == {"Ria", "Bea"}


def test_the_director_neither_ends_nor_changes_a_seat_of_the_delegation(set_up, ria, koen, signed_in):
    seat = Seat.objects.get(holder=ria)
    for name in ("stakeholders:end_seat", "stakeholders:give_function"):
        address = reverse(name, kwargs={"organisation": set_up.slug, "pk": seat.pk})
        assert signed_in(koen).get(address).status_code == 403
        assert signed_in(ria).get(address).status_code == 200
    page = reverse("stakeholders:who_does_what", kwargs={"organisation": set_up.slug})
    link = reverse("stakeholders:seat_member", kwargs={"organisation": set_up.slug, "pk": seat.body_id})
    assert link not in signed_in(koen).get(page).content.decode()
    assert link in signed_in(ria).get(page).content.decode()


def test_a_director_who_stands_in_the_delegation_from_before_is_no_member_who_seats(bodies, koen, now, today):
    Seat.objects.create(body=bodies["union_delegation"], holder=koen, starts_on=today)
    ria = actions.person(email="ria@example.org", name="Ria")
    actions.seat(body=bodies["union_delegation"], holder=ria, function="member", starts_on=today, by=koen, at=now)
    koen.forget()
    assert not may(koen, "stakeholders.keep_seats", bodies["union_delegation"])
    assert may(ria, "stakeholders.keep_seats", bodies["union_delegation"])


def test_taking_the_way_in_away_does_not_empty_the_delegation(ria, koen, now, today):
    with pytest.raises(NotYours, match="Alleen de leden van Syndicale delegatie beëindigen die zetel"):
        actions.end_access(account=ria, by=koen, at=now)
    assert Seat.objects.get(holder=ria).ends_on is None


def test_who_sits_there_hears_who_came_by_whom_and_since_when(dirk, koen, new_account, sits, today):
    nadia = new_account("Nadia", language="fr")
    Message.objects.all().delete()
    sits(nadia, "works_council", "workers")
    told = {one.to: one for one in Message.objects.all()}
    assert set(told) == {dirk.email, nadia.email}
    assert told[dirk.email].subject == "Nadia zit nu in Ondernemingsraad"
    assert "Koen gaf Nadia een zetel in Ondernemingsraad, als lid, vanaf" in told[dirk.email].body
    assert "Koen" in told[nadia.email].body
    assert "Bonjour Nadia" in told[nadia.email].body


def test_who_sits_there_hears_who_left_until_when_and_why(dirk, new_account, sits, koen, now, today):
    nadia = new_account("Nadia")
    taken = sits(nadia, "works_council", "workers")
    Message.objects.all().delete()
    actions.unseat(seat=taken, ends_on=today, reason="Ander werk", by=koen, at=now)
    told = {one.to: one.body for one in Message.objects.all()}
    assert set(told) == {dirk.email, nadia.email}
    assert "Koen beëindigde de zetel van Nadia in Ondernemingsraad. De laatste dag is" in told[dirk.email]
    assert "De reden: Ander werk" in told[dirk.email]
    assert "Koen beëindigde je zetel in Ondernemingsraad." in told[nadia.email]


def test_the_employer_does_not_take_a_delegation_away_in_which_somebody_sits(ria, koen, now):
    left = {"board": "Raad van bestuur", "works_council": "Ondernemingsraad"}
    with pytest.raises(NotYours, match="In Syndicale delegatie zit nog iemand"):
        actions.answer_bodies(present=left, by=koen, at=now)
    Seat.objects.filter(holder=ria).delete()
    actions.answer_bodies(present=left, by=koen, at=now)


def test_in_a_joint_body_it_is_asked_for_whom_somebody_speaks(set_up, bodies, koen, new_account, signed_in, today):
    bea, client = new_account("Bea"), signed_in(koen)

    def answer(body, **more):
        address = reverse("stakeholders:seat_member", kwargs={"organisation": set_up.slug, "pk": body.pk})
        facts = {"name": "Bea", "email": bea.email, "function": "member", "starts_on": today.isoformat(), **more}
        return client.post(address, facts)

    council, board = bodies["works_council"], bodies["board"]
    assert answer(council, once="a").status_code == 422
    assert answer(council, once="b", side="").status_code == 422
    assert answer(council, once="c", side="employer").status_code == 302
    assert answer(board, once="d", side="workers").status_code == 302
    assert dict(Seat.objects.filter(holder=bea).values_list("body__kind", "side")) == {
        "works_council": "employer",
        "board": "",
    }
