"""A text that hangs out for fifteen days, with a register: work regulations where no works council decides (row B3.4, facts 2.3)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from draagvlak.decisions import actions, exports, queries
from draagvlak.decisions.models import Mandate, Part
from draagvlak.decisions.rules import NotNow
from draagvlak.decisions.states import Answer, DossierKind, Strength
from draagvlak.desk.queries.tasks import tasks_for
from draagvlak.lib import clock
from draagvlak.policyplan.actions import start_regulation
from draagvlak.stakeholders.actions import answer_bodies
from draagvlak.stakeholders.models import Body
from draagvlak.stakeholders.queries import profile

REGULATION = DossierKind.TRAINING_REGULATION


@pytest.fixture
def dossier(opened_with):
    return opened_with(workers="post", board="approval")


@pytest.fixture
def after(dossier, now):
    """The moment after the last day of the register."""
    due_on = Part.objects.get(dossier=dossier, body__kind="workers").due_on
    return now + timedelta(days=(due_on - clock.day_of(now)).days + 1)


def named(bodies, *kinds):
    """Which bodies there still are, as who sets up answers."""
    return {kind: bodies[kind].name for kind in kinds}


def voices(on):
    return {(one.body.kind, one.strength) for one in queries.mandates(REGULATION, on=on)}


def test_until_the_last_day_nothing_is_written_down_and_nobody_decides(dossier, amina, els, voice_of, after, now):
    for at in (now, after - timedelta(days=1)):
        with pytest.raises(NotNow, match="Het register ligt open tot en met"):
            voice_of(dossier, "workers", "nothing_written", by=amina, at=at)
        with pytest.raises(NotNow, match="Dit kan nog niet: het register ligt open"):
            voice_of(dossier, "board", "approved", by=els, at=at)
    assert [entry.act for entry in queries.entries_of(dossier)] == ["open"]


def test_the_day_after_it_is_written_down_and_then_decided(dossier, amina, els, voice_of, after):
    where = queries.standing(dossier, today=clock.day_of(after))
    assert [(need.what, need.is_blocked) for need in where.needed] == [("register", False), ("approval", True)]
    with pytest.raises(NotNow, match="het register"):
        voice_of(dossier, "board", "approved", by=els, at=after)
    voice_of(dossier, "workers", "nothing_written", by=amina, at=after)
    voice_of(dossier, "board", "approved", by=els, at=after)
    dossier.refresh_from_db()
    assert dossier.state == "adopted"


def test_each_remark_in_the_register_is_answered_before_it_is_decided(dossier, amina, koen, els, voice_of, after):
    entry = voice_of(dossier, "workers", "written", by=amina, at=after, points=["De nacht staat er niet in."])
    with pytest.raises(NotNow, match="punt 1 heeft geen antwoord"):
        voice_of(dossier, "board", "approved", by=els, at=after)
    words = {"voice": entry.number, "point": 1, "answer": Answer.FOLLOWED, "text": "Artikel 4 noemt ze nu."}
    actions.reply(dossier=dossier, **words, by=koen, at=after)
    voice_of(dossier, "board", "approved", by=els, at=after)


def test_the_coordinator_gets_the_task_when_the_register_is_over_and_sees_until_when_it_runs(
    dossier, set_up, amina, after, now, signed_in, today
):
    def tasks(day):
        return {task.title for task in tasks_for(amina, set_up, today=day) if "register" in task.title}

    assert (tasks(today), len(tasks(clock.day_of(after)))) == (set(), 1)
    place = reverse("decisions:dossier", kwargs={"organisation": set_up.slug, "number": dossier.number})
    page = signed_in(amina).get(place).content.decode()
    assert "Dit kan nog niet: het register ligt open tot en met" in page
    assert exports.advice_paper(Part.objects.get(body__kind="workers"), today=today, root="", suffix="pdf")


def test_a_work_regulation_without_a_council_hangs_out_and_the_next_body_still_advises(
    set_up, bodies, koen, amina, today, now
):
    answer_bodies(present=named(bodies, "board", "union_delegation"), version=profile().version, by=koen, at=now)
    start_regulation(title="Reglement", is_work_rule=True, taken=[], by=amina, at=now)
    found = voices(clock.day_of(now))
    assert {("workers", "post"), ("union_delegation", "advice"), ("board", "approval")} <= found


def test_without_any_body_the_workers_write_in_the_register_and_advise_nothing_else(set_up, koen, amina, now):
    answer_bodies(present={}, version=profile().version, by=koen, at=now)
    start_regulation(title="Reglement", is_work_rule=True, taken=[], by=amina, at=now)
    assert voices(clock.day_of(now)) == {("workers", "post"), ("management", "approval")}
    (posted,) = Mandate.objects.filter(strength=Strength.POST)
    assert (posted.term_days, "8 april 1965" in posted.ground) == (15, True)


def test_with_a_council_it_decides_and_nothing_hangs_out_until_that_council_ends(
    set_up, bodies, koen, amina, now, today
):
    start_regulation(title="Reglement", is_work_rule=True, taken=[], by=amina, at=now)
    assert ("works_council", "consent") in voices(today)
    assert ("workers", "post") not in voices(today)
    answer_bodies(present=named(bodies, "board", "union_delegation"), version=profile().version, by=koen, at=now)
    assert {("workers", "post"), ("union_delegation", "advice")} <= voices(today)


def test_only_the_workers_get_a_register(set_up, koen, signed_in):
    for kind, offered in (("workers", True), ("works_council", False), ("board", False)):
        words = {"organisation": set_up.slug, "pk": Body.objects.get(kind=kind, ends_on=None).pk}
        page = signed_in(koen).get(reverse("decisions:set_mandate", kwargs=words)).content.decode()
        assert ('value="post"' in page) == offered
