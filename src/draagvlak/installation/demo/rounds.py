"""Consultations on the draft: De Lindehof concluded one on the plan that was adopted; in Kompas one is open, without names."""

from typing import Any

from draagvlak.installation.demo import gatherings, texts
from draagvlak.installation.demo.steps import ROOT, Calendar, Cast
from draagvlak.planproject import queries as planproject
from draagvlak.policyplan import actions as plan
from draagvlak.policyplan import queries
from draagvlak.policyplan.models import Plan, Remark
from draagvlak.policyplan.states import PlanSize, SectionKey

# Who says what about which part: first name, part, kind, words, for how many others, how they were heard.
SAID: tuple[tuple[str, str, str, str, int, str], ...] = (
    (
        "Fatima",
        "target_groups-1",
        "objection",
        "Elke opleiding valt overdag. Wie alleen ’s nachts werkt, kan nooit mee.",
        0,
        "",
    ),
    ("Rosa", "rights-2", "question", "Telt de tijd van een opleiding op een vrije dag als werktijd?", 0, ""),
    ("Dirk", "means-1", "question", "Hoeveel uren per persoon zijn dat, en waar staat het?", 0, ""),
    ("Bram", "why-1", "agreement", "Zo is het. Dit mag in elk onthaal gezegd worden.", 0, ""),
    ("Nadia", "target_groups-1", "proposal", "Geef elke opleiding minstens één keer ’s avonds.", 0, ""),
    ("Carine", "roles-1", "proposal", "Schrijf erbij hoeveel tijd een leidinggevende hiervoor krijgt.", 0, ""),
    (
        "Carine",
        "target_groups-1",
        "objection",
        "De nacht komt er weer niet aan te pas.",
        3,
        "Aan de koffie, bij de wissel van de ploeg.",
    ),
    ("Farid", "means-1", "proposal", "Zet er ook de heftruck en het materiaal van logistiek bij.", 0, ""),
    (
        "Rosa",
        "roles-1",
        "proposal",
        "Maak van elk deel een versie op één blad, met foto’s.",
        4,
        "In de keuken, na de middag.",
    ),
    ("Tom", "follow_up-1", "proposal", "Kijk niet alleen of iemand ging, maar of het hielp.", 0, ""),
    ("Ayşe", "rights-2", "question", "Kan ik een taalcursus volgen, ook als mijn dienst ze niet nodig vindt?", 0, ""),
    (
        "Johan",
        "means-1",
        "objection",
        "Techniek staat nergens. Ook wij moeten elk jaar bijscholen.",
        2,
        "In de werkplaats, op het papieren formulier.",
    ),
    ("Ria", "rights-2", "proposal", "Schrijf erbij wat je doet als je aanvraag geweigerd wordt.", 0, ""),
    ("Griet", "", "agreement", "Eindelijk een plan dat je kan lezen.", 0, ""),
)
READ_ONLY = ("Sofie", "Hilde")
BUNDLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("De nacht kan nooit deelnemen", ("Elke opleiding", "Geef elke", "De nacht")),
    ("Logistiek en techniek ontbreken", ("Zet er ook", "Techniek staat")),
)
# By the first words of a remark or of a bundle: what is done with it, why, and where one sees it.
ANSWERS: tuple[tuple[str, str, str, str], ...] = (
    ("De nacht", "followed", "We passen “Voor wie” aan.", "target_groups"),
    ("Logistiek", "followed", "", "means"),
    ("Telt de tijd", "followed", "Ja. Het staat nu in het deel over rechten.", "rights"),
    ("Hoeveel uren", "partly", "Het totaal staat erin. Per persoon hangt het af van het jaarplan.", "means"),
    ("Zo is het", "followed", "", ""),
    ("Schrijf erbij hoeveel", "not", "De tijd van leidinggevenden regelt het jaarplan, niet dit plan.", ""),
    ("Maak van elk deel", "partly", "Er komt één blad over het hele plan. Per deel is te veel werk.", ""),
    ("Kijk niet alleen", "followed", "", "follow_up"),
    (
        "Kan ik een taalcursus",
        "partly",
        "Vraag ze aan. De coördinator beslist, ook over de grens van je dienst.",
        "rights",
    ),
    ("Schrijf erbij wat je doet", "followed", "", "rights"),
    ("Eindelijk", "followed", "", ""),
)


def lindehof(calendar: Calendar, cast: Cast, written: Plan) -> None:
    """Opened with names on the first draft, after the third meeting answered, before the plan went to the council."""
    amina = cast["Amina"]
    facts: dict[str, Any] = {
        "title": "Wat vind jij van ons ontwerp?",
        "question": "Herken je jouw dienst in dit plan? Wat ontbreekt er, en waar ben je het niet mee eens?",
        "starts_on": calendar.day(93),
        "ends_on": calendar.day(85),
        "is_named": True,
    }
    opened, _told = plan.open_consultation(
        subject=written, facts=facts, asked=[], by=amina, at=calendar.at(93), root=ROOT
    )
    for turn, (first, passage, kind, text, behalf, heard) in enumerate(SAID):
        words = {"passage": passage, "kind": kind, "text": text, "behalf_of": behalf, "heard": heard}
        plan.say(consultation=opened, facts=words, by=cast[first], at=calendar.at(92 - turn // 3, 21))
    for first in READ_ONLY:
        plan.say_nothing(consultation=opened, by=cast[first], at=calendar.at(86))
    gatherings.group_met(calendar, cast, 3, 84)
    for heading, begins in BUNDLES:
        opened.refresh_from_db()
        bundles = [remark.bundle for words in begins for remark in Remark.objects.filter(text__startswith=words)]
        plan.merge_remarks(
            consultation=opened, bundles=bundles, heading=heading, version=opened.version, by=amina, at=calendar.at(83)
        )
    for bundle in queries.bundles_of(opened):
        words = bundle.heading or bundle.said[0].text
        _begin, verdict, because, section = next(row for row in ANSWERS if words.startswith(row[0]))
        answer = {"verdict": verdict, "because": because, "section": section}
        plan.answer_remarks(bundle=bundle, facts=answer, version=1, by=amina, at=calendar.at(82))
    plan.conclude_consultation(
        consultation=opened,
        conclusion="De nacht, logistiek en techniek kregen een plaats in het plan. Dank aan wie iets zei.",
        by=amina,
        at=calendar.at(81),
        root=ROOT,
    )


def kompas(calendar: Calendar, cast: Cast) -> None:
    """A first draft of two parts, put to everybody without names: with so few people nobody sees who took part."""
    iris, running = cast["Iris"], planproject.current_project()
    if running is None:
        raise LookupError
    written = plan.start_plan(project=running, title=running.title, by=iris, at=calendar.at(5), size=PlanSize.SHORT)
    why = f"{texts.SECTIONS[SectionKey.WHY]}<p>We zijn met {{{{medewerkers}}}}. Als één van ons iets niet kan, voelt iedereen dat.</p>"
    for key, body in ((SectionKey.WHY, why), (SectionKey.MEANS, texts.SECTIONS[SectionKey.MEANS])):
        plan.write_section(plan=written, key=key, body=body, revision=1, by=iris, at=calendar.at(5))
    facts: dict[str, Any] = {
        "title": "Wat vind jij van ons leerplan?",
        "question": "Dit is een eerste ontwerp. Wat zou jij anders doen?",
        "starts_on": calendar.day(4),
        "ends_on": calendar.ahead(8),
        "is_named": False,
    }
    opened, _told = plan.open_consultation(
        subject=written, facts=facts, asked=[], by=iris, at=calendar.at(4), root=ROOT
    )
    words = {
        "passage": "means-1",
        "kind": "question",
        "text": "Mag een halve dag per maand ook bij een andere organisatie?",
    }
    plan.say(consultation=opened, facts=words, by=cast["Karim"], at=calendar.at(3))
    plan.say_nothing(consultation=opened, by=iris, at=calendar.at(2))
