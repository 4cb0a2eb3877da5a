"""Whatever people do, in whatever order: the hash that every voter saw is the hash of what was approved."""

import os
import sys
import time
from datetime import date, datetime, timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.conf import settings as installation
from hypothesis import HealthCheck, Phase, settings
from hypothesis.database import DirectoryBasedExampleDatabase
from hypothesis.stateful import run_state_machine_as_test

from draagvlak.lib import clock
from draagvlak.planproject import actions as planproject
from draagvlak.policyplan import actions as policyplan
from draagvlak.policyplan.states import CoreQuestion, SectionKey
from tests.walks.machine import House, PlanWalk, Tally

pytestmark = pytest.mark.django_db

STEPS_OF_A_WALK = 80
ASKED = int(os.environ.get("DRAAGVLAK_WALK_STEPS", "0"))
BUDGET = 2_000


@pytest.fixture
def frozen_clock():
    with time_machine.travel(datetime(2027, 3, 20, 10, tzinfo=clock.BRUSSELS), tick=False) as travelling:
        yield travelling


@pytest.fixture
def house(frozen_clock, request):
    """An organisation with a plan that misses nothing, before it is asked for a decision."""
    found = SimpleNamespace(**{name: request.getfixturevalue(name) for name in ("set_up", "new_account", "greet")})
    names = ("koen", "amina", "dirk", "ria", "els", "bram")
    people = {name: request.getfixturevalue(name) for name in names}
    people.update(mia=found.new_account("Mia"), greet=found.greet)
    at, koen, amina = clock.now(), people["koen"], people["amina"]
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
    return House(found.set_up, people, plan, frozen_clock, begins_at, goal)


def walk(house, steps, **more):
    """Walk about so many steps in this house. Answers what it came to; any fault raises."""
    tally = Tally()
    machine = type("PlanWalk", (PlanWalk,), {"house": house, "tally": tally})
    rules = {
        "max_examples": max(steps // STEPS_OF_A_WALK, 1),
        "stateful_step_count": STEPS_OF_A_WALK,
        "deadline": None,
        "derandomize": True,
        "database": None,
        "suppress_health_check": list(HealthCheck),
        **more,
    }
    run_state_machine_as_test(machine, settings=settings(**rules))
    return tally


def test_the_hash_that_every_voter_saw_is_the_hash_that_was_approved(house, capsys):
    start = time.process_time()
    tally = walk(house, BUDGET, phases=[Phase.generate])
    spent = time.process_time() - start
    with capsys.disabled():
        print(
            tally.steps,
            tally.walks,
            spent,
            spent / tally.steps * 1000,
            tally.ended,
            tally.done,
            tally.refused,
            file=sys.stderr,
        )
