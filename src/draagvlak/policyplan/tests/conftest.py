from datetime import timedelta

import pytest
from django.urls import reverse

from draagvlak.lib import clock
from draagvlak.planproject import actions as project_actions
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.states import CoreQuestion, SectionKey
from draagvlak.tenancy.actions import admit


@pytest.fixture
def project(set_up, koen, now):
    started = project_actions.start_project(
        title="Plan 2027–2030", first_year=2027, last_year=2030, assignment="Maak het.", by=koen, at=now
    )
    return project_actions.choose_no_group(project=started, reason="We zijn met te weinig.", by=koen, at=now)


@pytest.fixture
def vision(project, koen, now):
    for question in CoreQuestion:
        facts = {"text": f"<p>Antwoord op {question.value}.</p>", "facts": {}, "is_settled": True}
        actions.settle_answer(project=project, question=question, facts=facts, version=0, by=koen, at=now)
    return actions.adopt_vision(project=project, by=koen, at=now)


@pytest.fixture
def goal_facts(koen, now):
    def make(**more):
        rests_on = actions.add_organisation_goal(title="Medewerkers blijven graag", source="", by=koen, at=now)
        facts = {
            "title": "Wie nieuw is, leert met een mentor",
            "organisation_goal": rests_on,
            "indicator": "met een mentor",
            "target": "100 %",
        }
        return {**facts, "due_on": clock.day_of(now) + timedelta(days=900), **more}

    return make


@pytest.fixture
def plan(vision, project, amina, goal_facts, now):
    """A plan with everything in it, not submitted yet."""
    written = actions.start_plan(project=project, title="Plan 2027–2030", by=amina, at=now)
    for key in SectionKey:
        actions.write_section(
            plan=written, key=key, body=f"<p>Tekst van {key.value}.</p>", revision=1, by=amina, at=now
        )
    actions.set_goal(plan=written, facts=goal_facts(), items=[], by=amina, at=now)
    return written


@pytest.fixture
def line(set_up, today):
    """A line of next year's calendar, by its key."""

    def found(key, year=None):
        entry = queries.entry_of(set_up, year=year or today.year + 1, key=key, on=today)
        assert entry is not None, key
        return entry

    return found


@pytest.fixture
def take(line, amina, now, today):
    """Take a line of next year over, on the day and by the role that the calendar proposes."""

    def over(key, **more):
        entry = line(key)
        facts = {"on": entry.working_day, "role": entry.line.task_for, "version": 0, **more}
        return actions.take_line(entry=entry, year=today.year + 1, facts=facts, by=amina, at=now)

    return over


@pytest.fixture
def round_facts(now):
    today = clock.day_of(now)

    def make(**more):
        facts = {"title": "Wat vind jij?", "question": "Herken je jouw dienst?", "is_named": True}
        return {**facts, "starts_on": today, "ends_on": today + timedelta(days=10), **more}

    return make


@pytest.fixture
def colleagues(bram, new_account, organisation, employ, now):
    """Seven at work in care, Bram among them, each with an account."""
    people = [bram]
    for first in ("Nadia", "Rosa", "Farid", "Tom", "Carine", "Johan"):
        account = new_account(first)
        admit(account=account, organisation=organisation, at=now)
        employ(first, account=account)
        people.append(account)
    return people


@pytest.fixture
def opened(plan, colleagues, amina, round_facts, now):
    """A round with names on the draft; everybody at work is asked."""
    return actions.open_consultation(plan=plan, facts=round_facts(), asked=[], by=amina, at=now, root="")[0]


@pytest.fixture
def nameless(plan, colleagues, amina, round_facts, now):
    facts = round_facts(is_named=False)
    return actions.open_consultation(plan=plan, facts=facts, asked=[], by=amina, at=now, root="")[0]


@pytest.fixture
def remark_on(now):
    def make(consultation, by, text="Dit mis ik.", **more):
        facts = {"passage": "why-1", "kind": "proposal", "text": text, **more}
        return actions.say(consultation=consultation, facts=facts, by=by, at=now)

    return make


@pytest.fixture
def close(amina, now):
    def make(consultation):
        return actions.close_consultation(consultation=consultation, reason="Iedereen zei iets.", by=amina, at=now)

    return make


@pytest.fixture
def note_facts():
    """What a note says: note_facts("why", "Tekst", "Waarom?"), or with other words a suggestion."""

    def make(part="why", quote="", text="Klopt dit?", instead=None, **more):
        words = {"part": part, "quote": quote, "text": text, "replacement": instead or ""}
        return {**words, "kind": "comment" if instead is None else "suggestion", **more}

    return make


@pytest.fixture
def note_on(plan, note_facts, now):
    def make(by, *words, named=(), root="", **more):
        facts = note_facts(*words, **more)
        return actions.write_note(plan=plan, facts=facts, named=named, by=by, at=now, root=root)

    return make


@pytest.fixture
def ask(set_up, plan, signed_in):
    """A page of the margin: ask(amina, "note", pk=1), or what is sent to it."""

    def go(person, name, sent=None, query="", **words):
        address = reverse(f"policyplan:{name}", kwargs={"organisation": set_up.slug, **words}) + query
        client = signed_in(person)
        return client.get(address) if sent is None else client.post(address, sent)

    return go
