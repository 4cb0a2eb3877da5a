from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from draagvlak.accounts.models import Account
from draagvlak.lib import clock
from draagvlak.planproject import actions as project_actions
from draagvlak.planproject.models import Project
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.models import CodecisionPerson, Plan, Vision
from draagvlak.policyplan.states import CoreQuestion, LineKind, SectionKey
from draagvlak.policyplan.tests.individual_world import answer, decide, measure, night, say, talk  # noqa: F401 -- fixtures
from draagvlak.policyplan.tests.regulation_world import adopt, article_facts
from draagvlak.stakeholders.models import Body
from draagvlak.tenancy.actions import admit
from tests import standing


@standing.step("project_started")
def _start_project():
    koen, at = Account.objects.get(name="Koen"), clock.now()
    started = project_actions.start_project(
        title="Plan 2027–2030", first_year=2027, last_year=2030, assignment="Maak het.", by=koen, at=at
    )
    project_actions.choose_no_group(project=started, reason="We zijn met te weinig.", by=koen, at=at)


@standing.step("vision_adopted")
def _adopt_vision():
    koen, at, project = Account.objects.get(name="Koen"), clock.now(), Project.objects.get()
    for question in CoreQuestion:
        facts = {"text": f"<p>Antwoord op {question.value}.</p>", "facts": {}, "is_settled": True}
        actions.settle_answer(project=project, question=question, facts=facts, version=0, by=koen, at=at)
    actions.adopt_vision(project=project, by=koen, at=at)


@standing.step("plan_written")
def _write_plan():
    koen, amina, at = Account.objects.get(name="Koen"), Account.objects.get(name="Amina"), clock.now()
    written = actions.start_plan(project=Project.objects.get(), title="Plan 2027–2030", by=amina, at=at)
    for key in SectionKey:
        actions.write_section(plan=written, key=key, body=f"<p>Tekst van {key.value}.</p>", revision=1, by=amina, at=at)
    actions.set_goal(plan=written, facts=a_goal(koen, at), items=[], by=amina, at=at)


@pytest.fixture
def project_started():
    """Asking for this is enough: the step has been taken before any other fixture."""


@pytest.fixture
def vision_adopted():
    """The same."""


@pytest.fixture
def plan_written():
    """The same."""


@pytest.fixture
def project(project_started, set_up):
    return Project.objects.get()


@pytest.fixture
def vision(vision_adopted, project):
    return Vision.objects.get()


def a_goal(koen, now, **more):
    rests_on = actions.add_organisation_goal(title="Medewerkers blijven graag", source="", by=koen, at=now)
    facts = {
        "title": "Wie nieuw is, leert met een mentor",
        "organisation_goal": rests_on,
        "indicator": "met een mentor",
        "target": "100 %",
    }
    return {**facts, "due_on": clock.day_of(now) + timedelta(days=900), **more}


@pytest.fixture
def goal_facts(koen, now):
    return lambda **more: a_goal(koen, now, **more)


@pytest.fixture
def plan(plan_written, vision, project, amina):
    """A plan with everything in it, not submitted yet."""
    return Plan.objects.get()


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
    return actions.open_consultation(subject=plan, facts=round_facts(), asked=[], by=amina, at=now, root="")[0]


@pytest.fixture
def nameless(plan, colleagues, amina, round_facts, now):
    facts = round_facts(is_named=False)
    return actions.open_consultation(subject=plan, facts=facts, asked=[], by=amina, at=now, root="")[0]


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
def regulation(set_up, amina, now):
    """A draft with two articles in one chapter."""
    made = actions.start_regulation(title="Reglement", is_work_rule=False, taken=[], by=amina, at=now)
    for title in ("Hoe je aanvraagt", "Wanneer je antwoord krijgt"):
        actions.add_article(regulation=made, facts=article_facts(title=title), holds_for=[], items=[], by=amina, at=now)
    return made


@pytest.fixture
def adopted(regulation, amina, dirk, els, now):
    """Version 1, adopted by the board."""
    return adopt(regulation, amina=amina, dirk=dirk, els=els, now=now)


@pytest.fixture
def article_key():
    return queries.articles_of(queries.regulation_to_show())[0].key


@pytest.fixture
def codecision(regulation, amina, dirk, els, koen, now):
    """A round in preparation: an article, an amount and an agreement, put to council and board."""
    facts = {
        "title": "Samen",
        "question": "Akkoord?",
        "ends_on": clock.day_of(now) + timedelta(days=5),
        "is_open": True,
    }
    asked = [{"body_id": body.pk} for body in Body.objects.filter(kind__in=["works_council", "board"])]
    made = actions.start_codecision(facts=facts, asked=asked, by=amina, at=now)
    key = queries.articles_of(queries.regulation_to_show())[0].key
    lines = {
        "article": {"article": key},
        "budget": {"category": "travel", "title": "De trein", "amount": Decimal("100.10")},
        "procedure": {"title": "Vervanging", "new_text": "De leidinggevende zoekt."},
    }
    for kind, words in lines.items():
        actions.add_line(codecision=made, kind=LineKind(kind), facts=words, by=amina, at=now)
    return made


@pytest.fixture
def running(codecision, amina, now):
    return actions.open_codecision(codecision=codecision, by=amina, at=now, root="https://vto.example")[0]


@pytest.fixture
def voice_on(now):
    def make(line, who, stand="agreed", because="", version=0):
        facts = {"stand": stand, "because": because, "remark": ""}
        person = CodecisionPerson.objects.get(codecision=line.codecision, account=who)
        return actions.speak_on_line(line=line, person=person, facts=facts, version=version, by=who, at=now)

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
    """A page as a person gets it, ask(amina, "note", pk=1), or a form as a person sends it."""

    def go(person, name, /, sent=None, query="", **words):
        address = reverse(f"policyplan:{name}", kwargs={"organisation": set_up.slug, **words}) + query
        client = signed_in(person)
        return client.get(address) if sent is None else client.post(address, sent)

    return go
