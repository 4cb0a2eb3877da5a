"""Who enters which door of meetings, per kind of body; the oracle is written from the role descriptions."""

import pytest

from draagvlak.meetings import actions, queries
from draagvlak.meetings.tests.conftest import here, mails
from draagvlak.notices.models import Message

pytestmark = pytest.mark.long


@pytest.fixture
def people(koen, amina, dirk, els, ria, nadia, farid, bram):
    """Director (chairs the council), coordinator, council member, board member, delegate, council secretary, in the group,
    and a worker without any part."""
    found = {"director": koen, "coordinator": amina, "council": dirk, "board": els, "delegate": ria}
    return {**found, "secretary": nadia, "group": farid, "worker": bram}


def enters(people, signed_in, address):
    return {part for part, person in people.items() if signed_in(person).get(address).status_code == 200}


EMPLOYER = {"director", "coordinator"}
COUNCIL = {"director", "council", "secretary"}
CASES = {
    # kind: (who convenes it here, who sees, who proposes, who changes and minutes)
    "works_council": ("secretary", COUNCIL | {"coordinator"}, COUNCIL, {"director", "secretary"}),
    "board": ("director", EMPLOYER | {"board"}, EMPLOYER | {"board"}, {"director"}),
    "management": ("director", EMPLOYER, {"director"}, {"director"}),
    "working_group": ("coordinator", EMPLOYER | {"group"}, {"coordinator", "group"}, {"coordinator"}),
    "workers": ("coordinator", EMPLOYER | {"group", "worker"}, {"coordinator", "group", "worker"}, {"coordinator"}),
    "union_delegation": ("delegate", {"delegate"}, {"delegate"}, set()),
}


@pytest.mark.looks
@pytest.mark.parametrize("kind", CASES)
def test_who_enters_which_door(kind, people, group, bodies, call, set_up, signed_in):
    convener, sees, proposes, runs = CASES[kind]
    body = group if kind == "working_group" else bodies[kind]
    meeting = call(body, people[convener])
    for name in ("meeting", "print_agenda"):
        assert enters(people, signed_in, here(set_up, name, pk=meeting.pk)) == sees, name
    for name in ("propose_item", "add_paper"):
        assert enters(people, signed_in, here(set_up, name, pk=meeting.pk)) == proposes, name
    for name in (
        "change_meeting", "cancel_meeting", "invite_guest", "order_agenda", "send_papers", "record_attendance",
        "write_minutes", "send_minutes", "approve_minutes", "add_action",
    ):  # fmt: skip
        assert enters(people, signed_in, here(set_up, name, pk=meeting.pk)) == runs, name
    assert enters(people, signed_in, here(set_up, "convene", pk=body.pk)) == runs


def test_the_delegation_keeps_to_itself(people, bodies, call, item, now, set_up, signed_in):
    """Not in a list, not in the outbox, not in the journal, not even for management."""
    ria = people["delegate"]
    meeting = call(bodies["union_delegation"], ria, title="Stakingsaanzegging", place="Café Central")
    item(meeting, ria, title="Eisenbundel")
    actions.send_papers(meeting=meeting, by=ria, at=now)
    words = ("Stakingsaanzegging", "Eisenbundel", "Café Central", f"vergaderingen/{meeting.pk}/")
    places = [here(set_up, "meetings"), here(set_up, "actions")]
    places += [f"/o/{set_up.slug}/", f"/o/{set_up.slug}/mail/", f"/o/{set_up.slug}/logboek/"]
    for part in ("director", "coordinator", "secretary", "board"):
        client = signed_in(people[part])
        for place in places:
            text = client.get(place).content.decode()
            assert [word for word in words if word in text] == [], (part, place)
    assert all(mail.is_private for mail in mails("ria@example.org"))
    text = signed_in(ria).get(here(set_up, "meetings")).content.decode()
    assert "Stakingsaanzegging" in text


def test_private_mail_is_gone_once_it_left_and_so_is_its_file(people, bodies, call, now):
    from draagvlak.notices.actions import send_waiting

    call(bodies["union_delegation"], people["delegate"], title="Stakingsaanzegging")
    send_waiting(at=now)
    left = Message.objects.filter(to="ria@example.org").latest("pk")
    assert (left.state, left.body, left.calendar) == ("sent", "", "")


def test_a_seat_that_ended_opens_nothing_any_more(people, council, call, set_up, signed_in, today):
    from datetime import timedelta

    from draagvlak.stakeholders.models import Seat

    meeting = call(council, people["secretary"])
    dirk = people["council"]
    assert signed_in(dirk).get(here(set_up, "meeting", pk=meeting.pk)).status_code == 200
    Seat.objects.filter(holder=dirk).update(starts_on=today - timedelta(days=9), ends_on=today - timedelta(days=1))
    assert signed_in(dirk).get(here(set_up, "meeting", pk=meeting.pk)).status_code == 403


def test_another_organisation_finds_nothing(people, council, greet, call, set_up, signed_in):
    meeting = call(council, people["secretary"])
    client = signed_in(greet)
    assert client.get(here(set_up, "meeting", pk=meeting.pk)).status_code == 404
    assert client.get(f"/o/terweide/vergaderingen/{meeting.pk}/").status_code == 404
    assert "Ondernemingsraad" not in client.get("/o/terweide/vergaderingen/").content.decode()


def test_whoever_is_invited_answers_only_for_oneself(people, council, call, set_up, signed_in):
    meeting = call(council, people["secretary"])
    keys = {one.account_id: one.pk for one in queries.invitees_of(meeting)}
    address = here(set_up, "answer_invitation", pk=keys[people["council"].pk])
    assert enters(people, signed_in, address) == COUNCIL
