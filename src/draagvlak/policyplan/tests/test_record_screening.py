"""What the body said on a note is written down after its meeting; it can ask to give its advice first."""

from datetime import time, timedelta

import pytest
from django.urls import reverse

from draagvlak.decisions.models import Dossier
from draagvlak.desk.queries import tasks_for
from draagvlak.lib.refusals import Changed
from draagvlak.lib.rights import may
from draagvlak.meetings import actions as meetings
from draagvlak.notices.models import Message
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.rules import ScreeningRefused
from draagvlak.policyplan.tests.screening_world import here, note
from draagvlak.stakeholders.actions import seat


@pytest.fixture
def lying(set_up, amina, now):
    return actions.flag_change(subject="project", facts=note(), by=amina, at=now)


@pytest.fixture
def said(today):
    def make(outcome="no_remark", text="", **more):
        return {"outcome": outcome, "text": text, "on": today, **more}

    return make


def test_a_member_notes_a_remark_and_everyone_concerned_reads_it(lying, set_up, dirk, amina, today, signed_in):
    words = {"outcome": "remark", "text": "Liever na Pasen.", "on": today.isoformat(), "version": "1", "once": "a"}
    shown = signed_in(dirk).post(here(set_up, "record_screening", lying), words, follow=True).content.decode()
    assert "Liever na Pasen." in shown
    lying.refresh_from_db()
    assert (lying.state, lying.outcome, lying.outcome_on, lying.outcome_by) == ("screened", "remark", today, dirk)
    assert Message.objects.filter(to=amina.email, subject="Gescreend: Nieuwe uurroosters").count() == 1
    room = reverse("desk:room", kwargs={"organisation": set_up.slug, "kind": "works_council"})
    assert "Liever na Pasen." in signed_in(dirk).get(room).content.decode()
    assert "een opmerking" in signed_in(amina).get(here(set_up, "screenings")).content.decode()


def test_asking_for_advice_opens_a_dossier_about_the_note_for_who_has_a_voice(lying, said, dirk, now):
    held = actions.record_screening(
        screening=lying, facts=said("advice", "Over de nachtploeg."), version=1, by=dirk, at=now
    )
    dossier = Dossier.objects.get()
    assert (held.dossier, dossier.kind, dossier.title) == (dossier, "measure", "Nieuwe uurroosters")
    assert "Over de nachtploeg." in dossier.document.text
    strengths = {part.body.kind: part.strength for part in dossier.parts.select_related("body")}
    assert (strengths["works_council"], strengths["board"]) == ("advice", "approval")


def test_a_plan_that_lies_before_the_bodies_needs_no_second_dossier(plan, said, amina, dirk, now):
    made = actions.flag_change(subject=queries.what_can_be_screened()[0][0], facts=note(), by=amina, at=now)
    dossier = actions.submit_version(plan=plan, by=amina, at=now)
    held = actions.record_screening(screening=made, facts=said("advice", "Alles."), version=1, by=dirk, at=now)
    assert held.dossier_id == (dossier.pk if isinstance(dossier, Dossier) else Dossier.objects.get().pk)
    assert Dossier.objects.count() == 1


@pytest.mark.parametrize("outcome", ["remark", "advice"])
def test_a_remark_and_a_question_need_words(lying, said, dirk, now, outcome):
    with pytest.raises(ScreeningRefused):
        actions.record_screening(screening=lying, facts=said(outcome), version=1, by=dirk, at=now)


@pytest.mark.parametrize("days", [-1, 1])
def test_a_day_before_the_note_or_still_to_come_is_refused(lying, said, dirk, now, today, days):
    with pytest.raises(ScreeningRefused, match="Kies een dag"):
        facts = said(on=today + timedelta(days=days))
        actions.record_screening(screening=lying, facts=facts, version=1, by=dirk, at=now)


def test_before_its_meeting_nothing_is_noted_and_after_it_who_runs_the_body_is_asked(
    lying, set_up, bodies, said, koen, dirk, now, today
):
    seat(body=bodies["works_council"], holder=koen, function="chair", starts_on=today, by=koen, at=now)
    facts = {"day": today + timedelta(days=16), "title": "", "starts": time(14), "ends": time(16), "place": ""}
    met = meetings.convene(body=bodies["works_council"], facts=facts, by=koen, at=now, root="")[0]
    with pytest.raises(ScreeningRefused, match="nog niet geweest"):
        actions.record_screening(screening=lying, facts=said(), version=1, by=dirk, at=now)
    met.starts_at, met.ends_at = now - timedelta(hours=2), now - timedelta(hours=1)
    met.save()
    assert "Noteer wat ervan kwam: Nieuwe uurroosters" in [one.title for one in tasks_for(koen, set_up, today=today)]
    assert actions.record_screening(screening=lying, facts=said(), version=1, by=dirk, at=now).state == "screened"


def test_an_outcome_on_a_note_that_changed_meanwhile_is_not_kept(lying, said, amina, dirk, now):
    actions.write_screening_note(screening=lying, facts=note(effect="Meer"), version=1, by=amina, at=now)
    with pytest.raises(Changed):
        actions.record_screening(screening=lying, facts=said(), version=1, by=dirk, at=now)


def test_an_outcome_is_written_once(lying, said, dirk, now):
    held = actions.record_screening(screening=lying, facts=said(), version=1, by=dirk, at=now)
    with pytest.raises(ScreeningRefused, match="gescreend"):
        actions.record_screening(screening=held, facts=said(), version=2, by=dirk, at=now)


def test_who_sits_in_the_body_notes_it_and_not_who_wrote_the_note(lying, dirk, ria, amina, els, bram):
    can = [may(one, "policyplan.record_screening", lying) for one in (dirk, ria, amina, els, bram)]
    assert can == [True, False, False, False, False]
