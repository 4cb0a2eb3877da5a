"""The training regulation: De Lindehof has one, changes it, and decides on lines of it together; Kompas has a short one."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from draagvlak.decisions.models import Dossier
from draagvlak.decisions.states import Answer
from draagvlak.installation.demo import lindehof_decides
from draagvlak.installation.demo.lindehof_decides import answer, inform, speak
from draagvlak.installation.demo.steps import ROOT, Calendar, Cast
from draagvlak.lib.example_articles import examples_for
from draagvlak.policyplan import actions as plan
from draagvlak.policyplan import queries
from draagvlak.policyplan.models import Article, Codecision, CodecisionPerson, Line, Plan, Regulation, RegulationVersion
from draagvlak.policyplan.states import LineKind, Stand
from draagvlak.staff import queries as staff
from draagvlak.stakeholders.models import Body

TITLE = "Reglement over vorming en opleiding"
# What version 2 proposes: by the title of the article, its new text; and one that is new.
NEW_TEXTS = {
    "Hoe je aanvraagt": "<p>Vraag een vorming aan bij je leidinggevende, minstens 14 dagen vooraf. Een zin volstaat: welke vorming, wanneer, en waarom. Wie ’s nachts werkt, vraagt het per telefoon of op papier.</p>",
    "Reistijd": "<p>Alle reistijd naar een vorming buitenshuis telt als werktijd.</p>",
    "Iemand neemt je dienst over": "<p>Je leidinggevende zoekt vervanging, niet jij. Lukt dat één keer niet, dan zoekt de directie mee.</p>",
}
NEW_ARTICLE: dict[str, Any] = {
    "chapter": "types",
    "title": "Leren op een ander moment dan overdag",
    "body": "<p>Van elke vorming voor meer dan één team is er minstens één keer per jaar een moment ’s avonds of op zaterdag.</p>",
    "source": "",
    "confidence": "own",
    "rule": "",
    "value": None,
}
BUDGET: tuple[tuple[str, str, str], ...] = (
    ("replacement", "Vervanging voor wie ’s nachts werkt en overdag leert", "7500.00"),
    ("registration", "Inschrijving voor de basisopleiding dementie", "4250.50"),
    ("travel", "Verplaatsing met het openbaar vervoer", "980.00"),
)
BEFORE = ("Vervanging en oefenmateriaal", "Eén afspraak en één bedrag. Zijn jullie akkoord?")
RUNNING = (
    "Aanvragen, reistijd en het geld ervoor",
    "Vier artikels van het reglement en drie bedragen voor volgend jaar. Zeg per regel of je akkoord gaat.",
)
Voices = tuple[tuple[str, str, str, str], ...]
BEFORE_AMOUNT: Voices = (
    ("Els", "if_changed", "Kan het met de helft? Dan past het in het budget.", ""),
    ("Dirk", "agreed", "", "Liefst voor de winter."),
)
# Who says what about which line, by its number: first name, stand, because, remark.
VOICES: dict[int, Voices] = {
    1: (
        ("Dirk", "agreed", "", "Zo haalt de nacht het ook."),
        (
            "Carine",
            "if_changed",
            "Drie weken is voor een dienstrooster nodig. Maak er 21 dagen van, behalve voor de nacht.",
            "",
        ),
        ("Els", "none", "", ""),
    ),
    2: (
        ("Dirk", "agreed", "", ""),
        ("Carine", "not_agreed", "Dan kan een team van vijf geen dag buitenshuis meer betalen.", ""),
    ),
    3: (("Dirk", "agreed", "", ""), ("Nadia", "agreed", "", "Eindelijk staat het er."), ("Carine", "agreed", "", "")),
    5: (
        ("Carine", "if_changed", "Tel ook de vervanging van wie deeltijds werkt mee.", ""),
        ("Dirk", "agreed", "", ""),
    ),
    6: (("Els", "agreed", "", "Past in wat de raad in gedachten had."),),
}


def decide_both(calendar: Calendar, cast: Cast, written: Plan) -> None:
    """The plan, and right after it the first training regulation."""
    lindehof_decides.decide(calendar, cast, written)
    lindehof(calendar, cast)


def lindehof(calendar: Calendar, cast: Cast) -> None:
    """Version 1: the council remarks, the employer answers, the board approves."""
    amina = cast["Amina"]
    words: dict[str, Any] = {"title": TITLE, "is_work_rule": False, "taken": examples_for("large")}
    regulation = plan.start_regulation(**words, by=amina, at=calendar.at(29))
    dossier = plan.submit_regulation(regulation=regulation, starts_on=None, by=amina, at=calendar.at(29), root=ROOT)
    said: dict[str, Any] = {"verdict": "with_remarks", "votes": (2, 0, 1)}
    points = ("Drie weken vooraf aanvragen is lang voor wie ’s nachts werkt.",)
    speak(dossier, "works_council", cast["Dirk"], calendar, 28, **said, points=points)
    text = "We nemen dit mee in een volgende versie, samen met de leidinggevenden."
    answer(dossier, 1, Answer.PARTLY, text, calendar, cast, 27)
    inform(dossier, calendar, amina, 27)
    board(dossier, cast["Els"], calendar, 26)
    before(calendar, cast)


def before(calendar: Calendar, cast: Cast) -> None:
    """A first round, short and concluded: an agreement that went through and an amount that became smaller."""
    amina, at = cast["Amina"], calendar.at
    made = start(calendar, cast, BEFORE, ends_on=calendar.day(20), ago=26)
    agreement = {"title": "Wie zoekt vervanging?", "new_text": "De hoofdverpleegkundige, niet wie op vorming gaat."}
    plan.add_line(codecision=made, kind=LineKind.PROCEDURE, facts=agreement, by=amina, at=at(26))
    words = {"category": "material", "title": "Oefenpoppen", "amount": Decimal("3600.00")}
    plan.add_line(codecision=made, kind=LineKind.BUDGET, facts=words, by=amina, at=at(26))
    plan.open_codecision(codecision=made, by=amina, at=at(26), root=ROOT)
    say(calendar, cast, made, {1: (("Dirk", "agreed", "", ""), ("Carine", "agreed", "", "")), 2: BEFORE_AMOUNT}, ago=26)
    plan.close_codecision(codecision=made, reason="Iedereen was erbij op het overleg.", by=amina, at=at(26), root=ROOT)
    concluded: tuple[dict[str, Any], ...] = (
        {"verdict": "kept", "because": "Wie antwoordde, is akkoord.", "text": "", "amount": None},
        {
            "verdict": "changed",
            "because": "Eén pop per twee afdelingen volstaat.",
            "text": "",
            "amount": Decimal("1800.00"),
        },
    )
    for line, facts in zip(Line.objects.filter(codecision=made).select_related("codecision"), concluded, strict=True):
        plan.conclude_line(line=line, facts=facts, version=0, by=amina, at=at(26))
    plan.conclude_codecision(
        codecision=made, conclusion="Dank voor de snelle antwoorden.", by=amina, at=at(26), root=ROOT
    )


def start(calendar: Calendar, cast: Cast, words: tuple[str, str], *, ends_on: date, ago: int) -> Codecision:
    """Put to who leads a team, the works council and the board, with names that everybody sees at once."""
    asked: list[dict[str, Any]] = [{"role": "line_manager"}]
    asked += [{"body_id": Body.objects.get(kind=kind, ends_on=None).pk} for kind in ("works_council", "board")]
    facts = {"title": words[0], "question": words[1], "ends_on": ends_on, "is_open": True}
    return plan.start_codecision(facts=facts, asked=asked, by=cast["Amina"], at=calendar.at(ago))


def say(calendar: Calendar, cast: Cast, made: Codecision, said: Mapping[int, Voices], *, ago: int) -> None:
    for number, voices in said.items():
        line = Line.objects.select_related("codecision").get(codecision=made, number=number)
        for first, stand, because, remark in voices:
            person = CodecisionPerson.objects.get(codecision=made, account=cast[first])
            words = {"stand": Stand(stand), "because": because, "remark": remark}
            plan.speak_on_line(
                line=line, person=person, facts=words, version=0, by=cast[first], at=calendar.at(ago, 20)
            )


def lindehof_ahead(calendar: Calendar, cast: Cast) -> None:
    """Half of the people read it; version 2 is a draft; a round on four articles and three amounts runs."""
    read(calendar, cast)
    change(calendar, cast)
    decide(calendar, cast)


def board(dossier: Dossier, by: Any, calendar: Calendar, ago: int) -> None:  # noqa: ANN401 -- an account
    """The board approves, with all its votes."""
    held: dict[str, Any] = {"met_on": calendar.day(ago), "minutes": "Het reglement wordt goedgekeurd."}
    speak(dossier, "board", by, calendar, ago, verdict="approved", votes=(2, 0, 0), points=(), **held)


def read(calendar: Calendar, cast: Cast) -> None:
    """Half of who is at work confirms: those with an account mostly themselves, the rest signed on paper."""
    amina, today = cast["Amina"], calendar.day(10)
    version = RegulationVersion.objects.select_related("document").get(number=1)
    if version.document is None:
        raise LookupError
    themselves = ("Carine", "Dirk", "Farid", "Hilde", "Nadia", "Rosa", "Sofie", "Tom")
    for first in themselves:
        plan.confirm_reading(version=version, sha256=version.document.sha256, by=cast[first], at=calendar.at(6))
    at_work = staff.members_at_work(on=today).filter(account=None).order_by("pk")
    half = staff.members_at_work(on=today).count() // 2 - len(themselves)
    for member in at_work[: 2 * half : 2]:
        plan.note_reading(version=version, member=member, read_on=calendar.day(7), by=amina, at=calendar.at(6))


def change(calendar: Calendar, cast: Cast) -> None:
    amina, regulation = cast["Amina"], Regulation.objects.get()
    why = "De ondernemingsraad vroeg een kortere termijn voor wie ’s nachts werkt."
    effect = "Wie een vorming vraagt, doet dat 14 dagen vooraf. Wie ’s nachts werkt, kiest ook een moment na 18 uur."
    version = plan.new_regulation_version(regulation=regulation, why=why, effect=effect, by=amina, at=calendar.at(6))
    for title, body in NEW_TEXTS.items():
        article = Article.objects.prefetch_related("items").get(version=version, title=title)
        names = ("chapter", "title", "source", "confidence", "rule", "value")
        facts = {**{name: getattr(article, name) for name in names}, "body": body}
        if article.rule == "request_days":
            facts["value"] = Decimal(14)
        plan.change_article(
            regulation=regulation,
            key=article.key,
            facts=facts,
            holds_for=[],
            items=list(article.items.all()),
            revision=article.revision,
            by=amina,
            at=calendar.at(6),
        )
    plan.add_article(regulation=regulation, facts=NEW_ARTICLE, holds_for=[], items=[], by=amina, at=calendar.at(6))


def decide(calendar: Calendar, cast: Cast) -> None:
    amina = cast["Amina"]
    made = start(calendar, cast, RUNNING, ends_on=calendar.ahead(9), ago=6)
    for title in (*NEW_TEXTS, NEW_ARTICLE["title"]):
        key = Article.objects.get(version=queries.regulation_at_work(), title=title).key
        plan.add_line(codecision=made, kind=LineKind.ARTICLE, facts={"article": key}, by=amina, at=calendar.at(6))
    for category, title, amount in BUDGET:
        words = {"category": category, "title": title, "amount": Decimal(amount)}
        plan.add_line(codecision=made, kind=LineKind.BUDGET, facts=words, by=amina, at=calendar.at(6))
    plan.open_codecision(codecision=made, by=amina, at=calendar.at(5), root=ROOT)
    say(calendar, cast, made, VOICES, ago=5)


def kompas(calendar: Calendar, cast: Cast) -> None:
    """No council: the text lies before the workers themselves, for as long as their term."""
    iris = cast["Iris"]
    words: dict[str, Any] = {"title": "Afspraken over leren", "is_work_rule": False, "taken": examples_for("small")}
    regulation = plan.start_regulation(**words, by=iris, at=calendar.at(33))
    plan.submit_regulation(regulation=regulation, starts_on=None, by=iris, at=calendar.at(32), root=ROOT)


def kompas_decides(calendar: Calendar, cast: Cast) -> None:
    """The term passed, the board approves, two read it."""
    board(Dossier.objects.get(), cast["Mia"], calendar, 10)
    version = RegulationVersion.objects.select_related("document").get(number=1)
    if version.document is None:
        raise LookupError
    for first in ("Karim", "Iris"):
        plan.confirm_reading(version=version, sha256=version.document.sha256, by=cast[first], at=calendar.at(10))
