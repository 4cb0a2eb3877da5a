from datetime import timedelta

import pytest

from draagvlak.lib import clock
from draagvlak.policyplan.actions import individual as acts
from draagvlak.policyplan.models import ConcernedPerson, IndividualConsultation
from draagvlak.staff.models import StaffMember

WORDS = "Ik kan op dinsdag nooit."


def measure_facts(now, **more):
    return {
        "title": "Een andere nachtdienst",
        "what": "De nacht begint een uur vroeger.",
        "why": "De overdracht was te kort.",
        "from_when": "1 maart",
        "effect": "Je begint om 20 uur.",
        "last_on": clock.day_of(now) + timedelta(days=10),
        **more,
    }


def members(*names):
    return [StaffMember.objects.get(first_name=name).pk for name in names]


def person(name):
    return ConcernedPerson.objects.select_related("consultation", "member__account", "organisation").get(
        member__first_name=name
    )


def fresh(measure):
    return IndividualConsultation.objects.get(pk=measure.pk)


@pytest.fixture
def night(set_up, bram, ria, employ, amina, now):
    """In preparation, with Bram, who has an account, and Farid, who has none; Nora and Omar work here too."""
    for name in ("Farid", "Nora", "Omar", "Piet", "Quinten"):
        employ(name)
    made = acts.start_individual(facts=measure_facts(now), screening=None, by=amina, at=now)
    acts.choose_people(consultation=made, add=members("Bram", "Farid"), remove=[], by=amina, at=now)
    return made


@pytest.fixture
def measure(night, amina, now):
    return acts.ask_people(
        consultation=night, version=fresh(night).version, by=amina, at=now, root="https://vto.example"
    )


@pytest.fixture
def say(now):
    def make(name, by, text=WORDS, at=now, **more):
        return acts.speak_individually(person=person(name), facts={"text": text, **more}, by=by, at=at)

    return make


@pytest.fixture
def talk(amina, now):
    def make(name, text="", **more):
        facts = {"text": text, "has_none": not text, "talked_on": clock.day_of(now), "present": "Amina", **more}
        return acts.note_conversation(person=person(name), facts=facts, by=amina, at=now)

    return make


@pytest.fixture
def answer(koen, now):
    def make(name, upon, by=koen, is_given=True):
        facts = {"follow_up": "partly", "text": "Op dinsdag wisselen we."}
        words = {"upon": upon.pk, "is_given": is_given, "by": by, "at": now, "root": ""}
        return acts.answer_person(person=person(name), facts=facts, **words)

    return make


@pytest.fixture
def decide(koen, now):
    def make(measure, at=now, **more):
        facts = {"outcome": "changed", "text": "We wisselen op dinsdag.", **more}
        return acts.decide_individual(consultation=measure, facts=facts, version=fresh(measure).version, by=koen, at=at)

    return make
