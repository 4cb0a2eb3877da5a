"""Where the whole team is the working group, a list seats and invites of itself; undoing it takes that back as well."""

from datetime import time, timedelta

import pytest

from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.meetings.actions import convene
from draagvlak.meetings.models import Invitee
from draagvlak.notices.models import Message
from draagvlak.planproject import actions as planproject
from draagvlak.planproject.models import GroupSeat
from draagvlak.staff.actions import store, undo_import
from draagvlak.staff.rules import ImportQuoted
from draagvlak.staff.tests.factories import AN, BO, CAS, HEADER, read
from draagvlak.stakeholders.actions import give_function
from draagvlak.stakeholders.models import Body, Seat

pytestmark = [pytest.mark.long]
WITH_MAIL = f"{HEADER};E-mailadres"
NEW = (f"{BO};bo@example.org", f"{CAS};cas@example.org")


@pytest.fixture
def team(set_up, amina, koen, now):
    """An is the whole team, and its group meets next week."""
    read(AN)
    project = planproject.start_project(
        title="Plan", first_year=2027, last_year=2030, assignment="Maak het plan.", by=koen, at=now
    )
    group = planproject.seat_whole_team(project=project, mandate="De groep schrijft.", by=amina, at=now)
    day = clock.day_of(now) + timedelta(days=7)
    facts = {"title": "Start", "day": day, "starts": time(14), "ends": time(16), "place": "Zaal"}
    convene(body=Body.objects.get(kind="working_group"), facts=facts, by=amina, at=now)
    return group


def undo(staff_import, by=None):
    return undo_import(staff_import=staff_import, by=by, at=clock.now())


def asked():
    return sorted(one.member.first_name for one in Invitee.objects.exclude(member=None))


def test_undoing_takes_back_the_seats_invitations_and_mail_that_the_list_brought(team, amina):
    before, records = store.load(), Record.objects.count()
    done = read(f"{AN};", *NEW, header=WITH_MAIL)
    assert (asked(), GroupSeat.objects.count()) == (["An", "Bo", "Cas"], 3)
    assert Message.objects.filter(to="bo@example.org", state="waiting").count() == 1
    told = list(Record.objects.order_by("number").values_list("number", "seal"))
    undo(done, by=amina)
    assert (store.load(), asked()) == (before, ["An"])
    assert (GroupSeat.objects.count(), Seat.objects.filter(body__kind="working_group").count()) == (1, 1)
    assert set(
        Message.objects.filter(to__in=["bo@example.org", "cas@example.org"]).values_list("state", flat=True)
    ) == {"skipped"}
    after = list(Record.objects.order_by("number").values_list("number", "seal"))
    assert (after[: len(told)], len(after) > len(told) > records) == (told, True)


def test_whoever_got_the_invitation_hears_that_it_is_taken_back(team):
    done = read(f"{AN};", *NEW, header=WITH_MAIL)
    Message.objects.filter(to="bo@example.org").update(state="sent", sent_at=clock.now())
    undo(done)
    states = {to: sorted(Message.objects.filter(to=to).values_list("state", flat=True)) for to in ("bo@example.org",)}
    assert states == {"bo@example.org": ["sent", "waiting"]}
    assert set(Message.objects.filter(to="cas@example.org").values_list("state", flat=True)) == {"skipped"}


def test_mail_to_an_address_that_somebody_else_has_too_still_leaves(team):
    read(f"{AN};deel@example.org", header=WITH_MAIL)
    done = read(f"{AN};deel@example.org", f"{BO};deel@example.org", header=WITH_MAIL)
    undo(done)
    assert "skipped" not in Message.objects.filter(to="deel@example.org").values_list("state", flat=True)


@pytest.mark.parametrize("act", ["function", "substitute"])
def test_what_a_person_did_with_a_newcomer_since_keeps_the_list(team, amina, act):
    done = read(AN, BO)
    before = store.load()
    if act == "function":
        seat = Seat.objects.get(body__kind="working_group", member__first_name="Bo")
        give_function(seat=seat, function="secretary", by=amina, at=clock.now())
    else:
        seat = GroupSeat.objects.get(member__first_name="Bo")
        facts = {"role": "secretary", "substitute": None, "half_days_per_month": None}
        planproject.give_member_role(seat=seat, facts=facts, version=seat.version, by=amina, at=clock.now())
    with pytest.raises(ImportQuoted, match="werkgroep"):
        undo(done)
    done.refresh_from_db()
    assert (store.load(), done.state, asked()) == (before, "done", ["An", "Bo"])
