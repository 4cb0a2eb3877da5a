"""Whatever people do, in whatever order: the hash that every voter saw is the hash of what was approved."""

import os
import sys
import time
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from django.db import connection
from django.db.models import Q
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.database import DirectoryBasedExampleDatabase
from hypothesis.stateful import run_state_machine_as_test

from draagvlak.decisions import queries as decisions_queries
from draagvlak.decisions.actions import chain, remarks, voices
from draagvlak.decisions.models import Dossier
from draagvlak.lib import clock, triggers
from draagvlak.notices.actions import queue
from draagvlak.planproject import actions as planproject
from draagvlak.policyplan import actions as policyplan
from draagvlak.policyplan import queries
from draagvlak.policyplan.actions import plan as plan_actions
from draagvlak.policyplan.states import CoreQuestion, SectionKey
from draagvlak.stakeholders.queries import organisation
from tests.walks import machine
from tests.walks.machine import MAY_SAY, House, PlanWalk, Tally

pytestmark = [pytest.mark.django_db, pytest.mark.long]

# How far one run goes; DRAAGVLAK_WALK_STEPS asks for another length, and then the walks are new ones each time.
USUAL_STEPS = 10_000
STEPS_OF_A_WALK = 80
WALKS_AT_A_TIME = 30
FEW_WALKS = 10
MORE = 4
FOUND_WITHIN = 16_000
ASKED = int(os.environ.get("DRAAGVLAK_WALK_STEPS") or 0)
SEED = int(os.environ.get("DRAAGVLAK_WALK_SEED") or 0) or (int(time.time()) if ASKED else 4)


@pytest.fixture
def frozen_clock():
    with time_machine.travel(datetime(2027, 3, 20, 10, tzinfo=clock.BRUSSELS), tick=False) as travelling:
        yield travelling


@pytest.fixture
def house(frozen_clock, set_up, koen, amina, dirk, ria, els, bram, greet, new_account):
    """An organisation with a plan that misses nothing, before it is asked for a decision."""
    people = {"koen": koen, "amina": amina, "dirk": dirk, "ria": ria, "els": els, "bram": bram, "greet": greet}
    people["mia"] = new_account("Mia")
    at = clock.now()
    facts = {"title": "Plan", "first_year": 2028, "last_year": 2031, "assignment": "Maak het."}
    project = planproject.start_project(**facts, by=koen, at=at)
    planproject.choose_no_group(project=project, reason="Met te weinig.", by=koen, at=at)
    for question in CoreQuestion:
        answer = {"text": f"<p>{question.value}</p>", "facts": {}, "is_settled": True}
        policyplan.settle_answer(project=project, question=question, facts=answer, version=0, by=koen, at=at)
    policyplan.adopt_vision(project=project, by=koen, at=at)
    plan = policyplan.start_plan(project=project, title="Plan", by=amina, at=at)
    for key in SectionKey:
        policyplan.write_section(plan=plan, key=key, body=f"<p>{key.value}</p>", revision=1, by=amina, at=at)
    rests_on = policyplan.add_organisation_goal(title="Medewerkers blijven", source="", by=koen, at=at)
    goal = {"title": "Mentor", "organisation_goal": rests_on, "indicator": "aantal", "target": "100 %"}
    goal["due_on"] = date(2030, 1, 1)
    policyplan.set_goal(plan=plan, facts=goal, items=[], by=amina, at=at)
    begins_at = clock.now() + timedelta(days=1)
    return House(set_up, people, plan, frozen_clock, begins_at, goal)


def walk(house, steps, *, apart=True, until=None, **more):
    """Walk at least so many steps in this house. Answers what it came to; any fault raises.

    until: says whether the walk came everywhere; while it did not, it goes on, at most MORE times as far. The seed fixes the way,
    but one choice more in a rule (a strength, a page) sends every later step elsewhere.
    """
    tally = Tally()
    start = time.process_time()
    # The two databases walk different ways; apart=False: the same ones.
    first = SEED + 1_000_000 * (apart and connection.vendor == "postgresql")
    sys.stdout.write(f"DRAAGVLAK_WALK_SEED={SEED} {connection.vendor}" + "\n")
    walker = type("PlanWalk", (PlanWalk,), {"house": house, "tally": tally})
    rules = {
        "stateful_step_count": STEPS_OF_A_WALK,
        "deadline": None,
        "database": DirectoryBasedExampleDatabase(Path(__file__).parents[2] / ".hypothesis") if ASKED else None,
        "suppress_health_check": list(HealthCheck),
        "phases": [Phase.reuse, Phase.generate, Phase.shrink],
        **more,
    }
    while tally.steps < steps or (until and tally.steps < MORE * steps and not until(tally)):
        left = -(-(steps - tally.steps) // STEPS_OF_A_WALK)
        walks = min(WALKS_AT_A_TIME, left) if left > 0 else FEW_WALKS
        walker.turn = tally.walks // WALKS_AT_A_TIME
        run_state_machine_as_test(seed(first + tally.walks)(walker), settings=settings(max_examples=walks, **rules))
    sys.stdout.write(f"{time.process_time() - start:.1f} s of processor time: {tally}\n")
    return tally


ACTS = {"write", "submit_version", "add_remark", "record_voice", "reply", "set_mandate", "assign_role"}
REASONS = {"NoRight", "NotNow", "TextChanged", "NotWritable", "NoMandate", "NotComplete", "Changed", "NoReasonGiven"}


def never_reached(tally):
    """What a walk should come to and did not: how a dossier can end, who can act and speak, and why it can be refused."""
    return {
        *({"open", "adopted", "rejected", "withdrawn"} - {state for state, times in tally.ended.items() if times}),
        *(ACTS - set(tally.done)),
        *(set(MAY_SAY) - set(tally.spoke)),
        *(REASONS - {refused.split()[1] for refused in tally.refused}),
    }


def test_the_hash_that_every_voter_saw_is_the_hash_that_was_approved(house):
    tally = walk(house, ASKED or USUAL_STEPS, until=lambda tally: not never_reached(tally))
    assert never_reached(tally) == set(), tally


def finds(house, sentence):
    """The twin: with a fault planted, the same walk stops at it."""
    with pytest.raises(AssertionError, match=sentence):
        walk(house, FOUND_WITHIN, apart=False, phases=[Phase.generate], report_multiple_bugs=False)


def test_it_finds_a_text_that_can_be_edited_while_a_dossier_is_open(house, monkeypatch):
    """Also the fence in the database is away, else that would stop it first."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in ("policyplan_section", "policyplan_goal"):
            for statement in triggers.undone(table, connection.vendor, name="frozen"):
                cursor.execute(statement)
    monkeypatch.setattr(plan_actions, "_writable", lambda plan, **_: queries.version_to_show(plan))
    finds(house, r"version \d changed")


@pytest.mark.looks
def test_it_finds_a_hash_that_is_not_compared_when_somebody_votes(house, monkeypatch):
    real = voices._refuse_voice

    def careless(part, said, where, *, today):
        real(part, {**said, "document_sha256": part.dossier.document.sha256}, where, today=today)

    monkeypatch.setattr(voices, "_refuse_voice", careless)
    finds(house, "a voter read|record_(voice|information): it happened")


@pytest.mark.looks
def test_it_finds_a_voice_that_is_heard_after_the_dossier_ended(house, monkeypatch):
    for act in (voices, remarks):
        monkeypatch.setattr(act, "locked", lambda key: Dossier.objects.get(pk=key))
    finds(house, "it happened|does not verify")


@pytest.mark.looks
def test_it_finds_a_closing_voice_that_does_not_wait_for_what_comes_before(house, monkeypatch):
    monkeypatch.setattr(chain, "needed_before", lambda _strength, _needed: [])
    finds(house, "it happened|ratified before")


@pytest.mark.looks
def test_it_finds_a_body_that_was_informed_without_papers(house, monkeypatch):
    monkeypatch.setattr(voices, "refuse_informed_without_papers", lambda **_words: None)
    finds(house, "it happened|informed without papers")


@pytest.mark.looks
def test_it_finds_an_agreement_that_nobody_signed(house, monkeypatch):
    monkeypatch.setattr(voices, "refuse_without_agreement", lambda **_words: None)
    real = voices._agreement
    monkeypatch.setattr(voices, "_agreement", lambda linked: real(linked) if linked else {})
    finds(house, "it happened|without its seal")


@pytest.mark.looks
def test_it_finds_a_seat_that_ended_and_still_speaks(house, monkeypatch):
    monkeypatch.setattr(organisation.staff, "in_force", lambda on: Q(starts_on__lte=on))
    monkeypatch.setattr(organisation.PARTS_HELD, "composed", {})
    finds(house, "may ")


@pytest.mark.looks
def test_it_finds_an_outcome_of_its_own(house, monkeypatch):
    def hasty(parts, *, today):
        return "adopted" if any(part.voice for part in parts) else ""

    monkeypatch.setattr(decisions_queries, "outcome_of", hasty)
    finds(house, "the rule says")


@pytest.mark.looks
def test_it_finds_a_refusal_that_leaves_something_behind(house, monkeypatch):
    real = machine.decisions.add_remark

    def untidy(*, dossier, text, by, at):
        queue(to=by.email, subject="Bewaard", body="Bewaard.", at=at)
        return real(dossier=dossier, text=text, by=by, at=at)

    monkeypatch.setattr(machine.decisions, "add_remark", untidy)
    finds(house, "a refused act changed")
