"""A body without a chair or secretary, or without people, says why it cannot be called together and what to do."""

import pytest
from django.urls import reverse

from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.meetings.figures import Part
from draagvlak.meetings.rules import runs
from draagvlak.stakeholders import actions, queries
from draagvlak.stakeholders.models import Seat
from draagvlak.stakeholders.rules import AlreadyHeld, what_it_lacks
from draagvlak.stakeholders.states import BodyKind, SeatFunction

ALL = {"people": 3, "has_keeper": True, "is_directed": True, "is_coordinated": True}


def page(client, organisation, name="stakeholders:who_does_what", **words):
    return client.get(reverse(name, kwargs={"organisation": organisation.slug, **words})).content.decode()


@pytest.mark.parametrize("kind", BodyKind.values)
@pytest.mark.parametrize("has_keeper", [True, False])
@pytest.mark.parametrize("is_directed", [True, False])
@pytest.mark.parametrize("is_coordinated", [True, False])
def test_a_body_with_people_lacks_something_exactly_when_nobody_may_call_it_together(
    kind, has_keeper, is_directed, is_coordinated
):
    """The rule of who convenes stands in meetings, one floor higher; the two must say the same."""
    people = [Part(sits=True, keeps=has_keeper), Part(directs=is_directed), Part(coordinates=is_coordinated)]
    facts = {"has_keeper": has_keeper, "is_directed": is_directed, "is_coordinated": is_coordinated}
    assert bool(what_it_lacks(kind, people=1, **facts)) != any(runs(kind, one) for one in people)


@pytest.mark.parametrize("kind", BodyKind.values)
def test_a_body_without_people_cannot_be_called_together(kind):
    lacks = {"management": "", "workers": "staff"}.get(kind, "members")
    assert what_it_lacks(kind, **{**ALL, "people": 0}) == lacks


def test_its_page_says_why_and_leads_who_may_to_the_remedy(bodies, set_up, dirk, koen, signed_in):
    council = bodies["works_council"]
    sentence = "Ondernemingsraad heeft geen voorzitter of secretaris. Daarom kan niemand een vergadering bijeenroepen."
    text = page(signed_in(koen), set_up)
    assert sentence in text
    assert f"/orgaan/{council.pk}/zetel/?functie=chair" in text
    text = page(signed_in(dirk), set_up)
    assert sentence in text
    assert "Vraag het aan Koen" in text
    assert "/zetel/?functie=chair" not in text
    form = page(signed_in(koen), set_up, "stakeholders:seat_member", pk=council.pk)
    assert '<option value="member" selected>' in form
    address = reverse("stakeholders:seat_member", kwargs={"organisation": set_up.slug, "pk": council.pk})
    assert '<option value="chair" selected>' in signed_in(koen).get(address + "?functie=chair").content.decode()


def test_the_page_where_one_would_convene_says_it_too(bodies, set_up, dirk, koen, amina, signed_in):
    council = bodies["works_council"]
    text = page(signed_in(dirk), set_up, "meetings:meetings")
    assert "Ondernemingsraad heeft geen voorzitter of secretaris." in text
    assert "Vraag het aan Koen en Amina." in text
    text = page(signed_in(koen), set_up, "meetings:meetings")
    assert f"#orgaan-{council.pk}" in text
    # Nobody sits on the board; the director may convene it, so he finds the reason instead of a form.
    Seat.objects.filter(body=bodies["board"]).delete()
    text = page(signed_in(koen), set_up, "meetings:convene", pk=bodies["board"].pk)
    assert "Niemand heeft een zetel in Raad van bestuur." in text
    assert "Nodig iedereen uit" not in text


def test_a_member_becomes_chair_and_the_body_can_meet(bodies, set_up, dirk, koen, signed_in):
    seat = Seat.objects.get(holder=dirk)
    address = reverse("stakeholders:give_function", kwargs={"organisation": set_up.slug, "pk": seat.pk})
    assert signed_in(dirk).get(address).status_code == 403
    assert signed_in(koen).post(address, {"function": "chair"}).status_code == 302
    seat.refresh_from_db()
    assert seat.function == "chair"
    kept = Record.objects.get(act="stakeholders.give_function")
    assert kept.details == {"was": "member", "is": "chair"}
    assert seat.body_id not in queries.shortfalls([seat.body], on=clock.today())
    assert signed_in(dirk).get(
        reverse("meetings:convene", kwargs={"organisation": set_up.slug, "pk": seat.body_id})
    ).status_code == 200  # fmt: skip
    assert "geen voorzitter of secretaris" not in page(signed_in(dirk), set_up, "meetings:meetings")


def test_the_same_function_twice_is_refused(bodies, set_up, dirk, koen, now):
    with pytest.raises(AlreadyHeld, match="deze functie al"):
        actions.give_function(seat=Seat.objects.get(holder=dirk), function=SeatFunction.MEMBER, by=koen, at=now)


def test_the_statements_do_not_grow_with_the_bodies(bodies, set_up, dirk, els, django_assert_num_queries):
    found = list(queries.bodies(on=clock.today()))
    with django_assert_num_queries(3):
        queries.shortfalls(found, on=clock.today())
    with django_assert_num_queries(2):
        queries.shortfalls([bodies["board"]], on=clock.today())
