"""A consultation on the draft of the regulation: De Lindehof asks everybody about version 2, article by article."""

from datetime import timedelta
from typing import Any

from draagvlak.installation.demo.regulations import NEW_ARTICLE
from draagvlak.installation.demo.steps import ROOT, Calendar, Cast
from draagvlak.policyplan import actions as plan
from draagvlak.policyplan import queries
from draagvlak.policyplan.models import Article, Codecision, Regulation
from draagvlak.policyplan.states import CodecisionState

NEW: str = NEW_ARTICLE["title"]
# First name, title of the article, kind, words, on behalf of how many, how they were heard.
SAID: tuple[tuple[str, str, str, str, int, str], ...] = (
    ("Rosa", "Reistijd", "agreement", "Met de bus ben ik soms langer weg dan de vorming duurt.", 0, ""),
    ("Tom", "Hoe je aanvraagt", "question", "Telt een bericht aan de teamleider ook als aanvraag?", 0, ""),
    (
        "Farid",
        NEW,
        "proposal",
        "De keuken begint om zes uur. Voor ons is ’s namiddags beter dan ’s avonds.",
        3,
        "In de pauze, aan tafel in de keuken.",
    ),
    ("Sofie", NEW, "objection", "Op zaterdag heb ik geen opvang voor de kinderen.", 0, ""),
)


def lindehof(calendar: Calendar, cast: Cast) -> None:
    """Asked with names, beside the round in which council, board and team leaders decide on four articles."""
    regulation, amina = Regulation.objects.get(), cast["Amina"]
    facts: dict[str, Any] = {
        "title": "Wat vind jij van het nieuwe reglement?",
        "question": "Vier artikels zijn nieuw of anders. Kan jij er op jouw dienst mee werken?",
        "starts_on": calendar.day(5),
        "ends_on": calendar.ahead(9),
        "is_named": True,
    }
    opened, _told = plan.open_consultation(
        subject=regulation, facts=facts, asked=[], by=amina, at=calendar.at(5), root=ROOT
    )
    for turn, (first, title, kind, text, behalf, heard) in enumerate(SAID):
        key = Article.objects.get(version=queries.regulation_at_work(), title=title).key
        words = {"passage": f"artikel-{key}-1", "kind": kind, "text": text, "behalf_of": behalf, "heard": heard}
        plan.say(consultation=opened, facts=words, by=cast[first], at=calendar.at(4 - turn // 2, 20))
    plan.say_nothing(consultation=opened, by=cast["Hilde"], at=calendar.at(3))
    more_time(calendar, cast)


def more_time(calendar: Calendar, cast: Cast) -> None:
    """The round in which council, board and leaders decide waits for the meeting of the council."""
    running = Codecision.objects.get(state=CodecisionState.OPENED)
    plan.extend_codecision(
        codecision=running,
        ends_on=running.ends_on + timedelta(days=3),
        reason="De ondernemingsraad spreekt er eerst nog samen over.",
        version=running.version,
        by=cast["Amina"],
        at=calendar.at(2),
        root=ROOT,
    )
