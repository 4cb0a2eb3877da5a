"""Measures for some people, who were asked themselves: one that was decided, and one that runs."""

from typing import Any

from draagvlak.installation.demo.steps import ROOT, Calendar, Cast
from draagvlak.policyplan.actions import individual as acts
from draagvlak.policyplan.models import ConcernedPerson, IndividualConsultation, Statement
from draagvlak.staff.models import StaffMember

MENTOR = {
    "title": "Eén vaste mentor op Linde",
    "what": "Nieuwe collega’s op Linde krijgen één vaste mentor in plaats van twee.",
    "why": "Nieuwe collega’s vroegen naar één aanspreekpunt.",
    "from_when": "volgende maand",
    "effect": "Wie mentor blijft, krijgt er een uur per week voor. Wie stopt, werkt dat uur weer mee in de dienst.",
}
NIGHT = {
    "title": "Overdracht van de nacht een kwartier vroeger",
    "what": "De overdracht van de avond naar de nacht begint om 20.45 uur in plaats van 21 uur.",
    "why": "De nacht krijgt te weinig tijd om vragen te stellen.",
    "from_when": "",
    "effect": "Je begint een kwartier vroeger en stopt een kwartier vroeger. Je loon blijft gelijk.",
}
SAID = "Een kwartier vroeger lukt mij niet op woensdag: dan breng ik mijn dochter naar de muziekles."
REPLY = "Op woensdag begin je zoals nu. Op de andere dagen vragen we het kwartier wel."


def lindehof(calendar: Calendar, cast: Cast) -> None:
    _decided(calendar, cast)
    _running(calendar, cast)


def _decided(calendar: Calendar, cast: Cast) -> None:
    measure = _asked(calendar, cast, MENTOR, ("Nadia", "Tom"), ago=16)
    for first in ("Nadia", "Tom"):
        facts = {"text": "", "has_none": True}
        acts.speak_individually(person=_person(measure, first), facts=facts, by=cast[first], at=calendar.at(15))
    facts = {"outcome": "goes_on", "text": "Jullie hadden geen opmerkingen. Na een half jaar kijken we of het werkt."}
    held = IndividualConsultation.objects.get(pk=measure.pk)
    words: dict[str, Any] = {"version": held.version, "by": cast["Koen"], "at": calendar.at(15), "root": ROOT}
    acts.decide_individual(consultation=held, facts=facts, **words)


def _running(calendar: Calendar, cast: Cast) -> None:
    """Fatima spoke and has an answer, Bram waits with Ria beside him, Rik has no account and spoke in a conversation."""
    measure = _asked(calendar, cast, NIGHT, ("Fatima", "Bram", "Rik"), ago=15)
    bram, rik = _person(measure, "Bram"), _person(measure, "Rik")
    acts.choose_delegate(person=bram, delegate=cast["Ria"], by=cast["Bram"], at=calendar.at(15), root=ROOT)
    said = acts.speak_individually(
        person=_person(measure, "Fatima"), facts={"text": SAID}, by=cast["Fatima"], at=calendar.at(15)
    )
    acts.hand_over_sheet(person=rik, on=calendar.day(15), by=cast["Amina"], at=calendar.at(15))
    talk = {"text": "", "has_none": True, "talked_on": calendar.day(14), "present": "Rik, Amina en Ria"}
    acts.note_conversation(person=rik, facts=talk, by=cast["Amina"], at=calendar.at(14))
    _answer(calendar, cast, said)


def _answer(calendar: Calendar, cast: Cast, said: Statement) -> None:
    facts = {"follow_up": "partly", "text": REPLY}
    words: dict[str, Any] = {"upon": said.pk, "is_given": True, "by": cast["Koen"], "at": calendar.at(14), "root": ROOT}
    acts.answer_person(person=said.person, facts=facts, **words)


def _asked(
    calendar: Calendar, cast: Cast, note: dict[str, str], names: tuple[str, ...], *, ago: int
) -> IndividualConsultation:
    amina = cast["Amina"]
    facts = {**note, "last_on": calendar.ahead(9)}
    made = acts.start_individual(facts=facts, screening=None, by=amina, at=calendar.at(ago))
    add = [_member(first, cast).pk for first in names]
    acts.choose_people(consultation=made, add=add, remove=[], by=amina, at=calendar.at(ago))
    made.refresh_from_db()
    return acts.ask_people(consultation=made, version=made.version, by=amina, at=calendar.at(ago), root=ROOT)


def _member(first: str, cast: Cast) -> StaffMember:
    """By account, or somebody of the night team without one."""
    if first in cast.known:
        return StaffMember.objects.get(account=cast[first])
    return StaffMember.objects.filter(first_name=first, personnel_number__startswith="LN").earliest("pk")


def _person(measure: IndividualConsultation, first: str) -> ConcernedPerson:
    rows = ConcernedPerson.objects.select_related("consultation", "member__account")
    return rows.get(consultation=measure, member__first_name=first)
