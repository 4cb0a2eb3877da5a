"""A guest whose meeting is over and whose assignment ended has no access at all any more; the journal names nobody."""

from datetime import time, timedelta

import pytest

from draagvlak.desk import jobs
from draagvlak.desk.actions import close_doors
from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.meetings import actions
from draagvlak.meetings.models import Meeting
from draagvlak.stakeholders.models import Seat
from draagvlak.tenancy.queries import guests_in, members_of


@pytest.fixture
def leen(set_up, bodies, dirk, now):
    """Somebody from outside, asked to a meeting of the works council next week."""
    Seat.objects.filter(holder=dirk).update(function="secretary")
    day = clock.day_of(now) + timedelta(days=7)
    facts = {"title": "", "day": day, "starts": time(14), "ends": time(16), "place": ""}
    (meeting,) = actions.convene(body=bodies["works_council"], facts=facts, by=dirk, at=now)
    guest = {"name": "Leen", "email": "leen@fonds.example"}
    return actions.invite_guest(meeting=meeting, facts=guest, by=dirk, at=now).account


def test_the_door_stays_open_until_the_day_of_the_meeting_is_over(leen, set_up, now):
    before = members_of(set_up).count()
    assert close_doors(organisation=set_up, at=now + timedelta(days=7)) == 0
    assert list(guests_in(set_up)) == [leen]
    assert close_doors(organisation=set_up, at=now + timedelta(days=8)) == 1
    assert list(guests_in(set_up)) == []
    assert members_of(set_up).count() == before
    told = Record.objects.get(act="desk.close_doors")
    assert (told.details, told.subject_name) == ({"guests": 1}, "")


def test_taken_back_the_next_round_closes_the_door(leen, set_up, dirk, now):
    invitee = Meeting.objects.get().invitees.get(account=leen)
    actions.uninvite_guest(invitee=invitee, by=dirk, at=now)
    jobs.go_round(at=clock.start_of(clock.day_of(now)) + timedelta(days=1, hours=9))
    assert list(guests_in(set_up)) == []


def test_a_partner_keeps_his_door_as_long_as_the_assignment_runs(leen, set_up, amina, koen, now):
    from draagvlak.planproject.models import Assignment, AssignmentGuest
    from draagvlak.planproject.tests.factories import a_project
    from draagvlak.stakeholders.models import Partner

    day = clock.day_of(now)
    running = a_project(by=koen, at=now)
    partner = Partner.objects.create(name="De Brug")
    facts = {"title": "Bevraging", "question": "?", "deliverable": "Verslag", "starts_on": day, "ends_on": day}
    given = Assignment.objects.create(project=running, partner=partner, half_days=1, cost=0, **facts)
    AssignmentGuest.objects.create(assignment=given, account=leen, invited_at=now)
    assert close_doors(organisation=set_up, at=now + timedelta(days=30)) == 0
