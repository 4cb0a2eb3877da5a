"""Where the workers themselves are the body, everybody at work with an address gets the note of a screening (row B5.2)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from draagvlak.notices.models import Message
from draagvlak.notices.states import MessageKind
from draagvlak.policyplan import actions
from draagvlak.policyplan.tests.screening_world import here, note
from draagvlak.staff.actions import end_employment
from draagvlak.staff.models import Employment
from draagvlak.stakeholders.models import Body


@pytest.fixture
def workers_speak(set_up, bodies, today):
    """No council, delegation or committee: the end of the chain."""
    kinds = ["works_council", "union_delegation", "safety_committee"]
    days = {"starts_on": today - timedelta(days=2), "ends_on": today - timedelta(days=1)}
    Body.objects.filter(kind__in=kinds).update(**days)
    return Body.objects.get(kind="workers", ends_on=None)


def told():
    return Message.objects.filter(subject__startswith="Nota voor ")


def test_everybody_at_work_with_an_address_gets_the_note_once(
    workers_speak, set_up, amina, els, bram, employ, new_account, signed_in, now, today
):
    employ("Farid", email="farid@example.org", language="fr")
    employ("Rosa")
    gone = employ("Weg", email="weg@example.org")
    before = today - timedelta(days=1)
    end_employment(employment=Employment.objects.get(member=gone), ends_on=before, by=amina, at=now)
    asleep = new_account("Slaap")
    employ("Slaap", account=asleep)
    asleep.is_active = False
    asleep.save()
    words = {"subject": "project", **note(), "once": "a"}
    for _turn in range(2):
        signed_in(amina).post(here(set_up, "flag_change"), words)
    assert sorted(one.to for one in told()) == [bram.email]
    farid = Message.objects.get(to="farid@example.org")
    assert (farid.language, farid.subject.startswith("Nota voor ")) == ("fr", False)
    assert not Message.objects.filter(to__in=["weg@example.org", asleep.email]).exists()


def test_a_mended_note_is_sent_again_through_the_same_queue(workers_speak, amina, bram, now):
    made = actions.flag_change(subject="project", facts=note(), by=amina, at=now, root="https://huis.example")
    assert made.body == workers_speak
    first = told().get(to=bram.email)
    assert (first.kind, first.is_required) == (MessageKind.PAPERS, True)
    assert f"https://huis.example/o/{made.organisation.slug}/" in first.body
    actions.write_screening_note(screening=made, facts=note(effect="Meer."), version=1, by=amina, at=now)
    assert told().filter(to=bram.email).count() == 2


def test_who_got_the_note_may_read_it(workers_speak, set_up, amina, bram, signed_in, now):
    made = actions.flag_change(subject="project", facts=note(), by=amina, at=now)
    assert signed_in(bram).get(here(set_up, "screening", made)).status_code == 200


def test_where_a_council_speaks_only_its_members_hear(set_up, amina, dirk, bram, now):
    actions.flag_change(subject="project", facts=note(), by=amina, at=now)
    assert [one.to for one in told()] == [dirk.email]


def test_as_many_statements_for_many_people_as_for_few(workers_speak, amina, bram, employ, now):
    def asked(title):
        with CaptureQueriesContext(connection) as statements:
            actions.flag_change(subject="project", facts=note(title=title), by=amina, at=now)
        return len(statements)

    asked("Nul")
    before = asked("Een")
    for number in range(40):
        employ(f"Persoon {number}", email=f"persoon{number}@example.org")
    assert asked("Twee") == before
    assert told().filter(subject__contains="Twee").count() == 41
