"""A change that touches the personnel policy comes with a note before the body that speaks for the workers (row B5.2)."""

from datetime import time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from draagvlak.desk.queries import tasks_for
from draagvlak.journal.models import Record
from draagvlak.lib.rights import may
from draagvlak.meetings import actions as meetings
from draagvlak.meetings.models import AgendaItem
from draagvlak.notices.models import Message
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.models import Screening
from draagvlak.policyplan.rules import ScreeningRefused
from draagvlak.policyplan.tests.screening_world import NOTE, here, note
from draagvlak.stakeholders.actions import seat
from draagvlak.stakeholders.models import Body


@pytest.fixture
def convene(set_up, bodies, koen, today, now):
    """Koen chairs the council: convene(in_days)."""
    seat(body=bodies["works_council"], holder=koen, function="chair", starts_on=today, by=koen, at=now)

    def make(in_days):
        facts = {"day": today + timedelta(days=in_days), "title": "", "starts": time(14), "ends": time(16), "place": ""}
        return meetings.convene(body=bodies["works_council"], facts=facts, by=koen, at=now, root="")[0]

    return make


def points_of(meeting):
    return [item.title for item in AgendaItem.objects.filter(meeting=meeting)]


def test_the_coordinator_flags_a_project_and_the_council_reads_the_note(set_up, amina, dirk, signed_in, today):
    words = {"subject": "project", **note(), "once": "a"}
    shown = signed_in(amina).post(here(set_up, "flag_change"), words, follow=True).content.decode()
    assert "De nota ligt nu bij" in shown
    made = Screening.objects.get()
    assert (made.state, made.body.kind, made.told_by) == ("lying", "works_council", amina)
    assert (made.readable_on, made.not_before) == (today, today + timedelta(days=15))
    read = signed_in(dirk).get(here(set_up, "screening", made)).content.decode()
    assert (NOTE["what"] in read, NOTE["effect"] in read) == (True, True)
    assert Message.objects.filter(to=dirk.email, subject__contains="Nieuwe uurroosters").count() == 1
    assert Record.objects.filter(act="policyplan.flag_change", by=amina).count() == 1


def test_without_a_meeting_who_runs_the_body_is_asked_to_put_it_on_an_agenda(set_up, convene, amina, koen, now, today):
    actions.flag_change(subject="project", facts=note(), by=amina, at=now)
    titles = [one.title for one in tasks_for(koen, set_up, today=today)]
    assert "Zet op de agenda: Nieuwe uurroosters" in titles


def test_it_comes_on_the_first_meeting_that_leaves_time_to_read(set_up, convene, amina, now):
    soon, later = convene(5), convene(20)
    actions.flag_change(subject="project", facts=note(), by=amina, at=now)
    point = "Raakt aan het personeelsbeleid: Nieuwe uurroosters"
    assert (point in points_of(soon), point in points_of(later)) == (False, True)


def test_a_meeting_called_afterwards_takes_it_only_when_there_is_time(set_up, convene, amina, now):
    actions.flag_change(subject="project", facts=note(), by=amina, at=now)
    point = "Raakt aan het personeelsbeleid: Nieuwe uurroosters"
    assert point not in points_of(convene(14))
    assert point in points_of(convene(15))


def test_a_version_of_the_plan_is_flagged_once(plan, amina, now):
    (key, name) = queries.what_can_be_screened()[0]
    assert (key.startswith("plan-"), name) == (True, "Plan 2027–2030, versie 1")
    made = actions.flag_change(subject=key, facts=note(title=""), by=amina, at=now)
    assert (made.about, made.title) == ("plan", "Plan 2027–2030, versie 1")
    with pytest.raises(ScreeningRefused, match="staat al op de lijst"):
        actions.flag_change(subject=key, facts=note(), by=amina, at=now)


@pytest.mark.parametrize("empty", ["what", "for_whom", "effect", "title"])
def test_a_note_without_its_words_or_a_project_without_a_name_is_refused(set_up, amina, now, empty):
    with pytest.raises(ScreeningRefused):
        actions.flag_change(subject="project", facts=note(**{empty: " "}), by=amina, at=now)


@pytest.mark.parametrize("key", ["plan-999999", "framework-x", "boo-1", "", "plan"])
def test_what_is_gone_is_refused(set_up, amina, now, key):
    with pytest.raises(ScreeningRefused, match="bestaat niet meer"):
        actions.flag_change(subject=key, facts=note(), by=amina, at=now)


def test_without_a_council_the_delegation_speaks_and_then_the_workers(set_up, bodies, ria, amina, now, today):
    def end(kind):
        before = today - timedelta(days=2)
        Body.objects.filter(kind=kind).update(starts_on=before, ends_on=today - timedelta(days=1))

    end("works_council")
    made = actions.flag_change(subject="project", facts=note(), by=amina, at=now)
    assert made.body.kind == "union_delegation"
    end("union_delegation")
    end("safety_committee")
    speaks = actions.flag_change
    if Body.objects.filter(kind="workers", ends_on=None).exists():
        assert speaks(subject="project", facts=note(), by=amina, at=now).body.kind == "workers"
    else:
        with pytest.raises(ScreeningRefused, match="geen orgaan"):
            speaks(subject="project", facts=note(), by=amina, at=now)


def test_who_prepares_flags_it_and_another_project_is_for_management_and_the_coordinator(
    set_up, amina, koen, dirk, bram
):
    can = [may(one, "policyplan.flag_change", set_up) for one in (amina, koen, dirk, bram)]
    assert can == [True, True, False, False]
    assert [may(one, "policyplan.flag_project", set_up) for one in (amina, dirk)] == [True, False]


def test_the_list_asks_as_much_for_one_as_for_three(set_up, amina, now, signed_in):
    page, counts = signed_in(amina), []
    for title in ("Een", "Twee", "Drie"):
        actions.flag_change(subject="project", facts=note(title=title), by=amina, at=now)
        page.get(here(set_up, "screenings"))
        with CaptureQueriesContext(connection) as asked:
            page.get(here(set_up, "screenings"))
        counts.append(len(asked))
    assert counts[0] == counts[2]
