"""Voices of other strengths: Ter Weide consults, ratifies and consents if a text changes, De Lindehof waits for an agreement with
the delegation."""

from typing import Any

from draagvlak.decisions.actions import reply, set_mandate
from draagvlak.decisions.models import Dossier
from draagvlak.decisions.states import Answer, DossierKind, Strength
from draagvlak.installation.demo.lindehof_decides import inform, speak
from draagvlak.installation.demo.steps import ROOT, Calendar, Cast
from draagvlak.lib import clock
from draagvlak.policyplan import actions as plan
from draagvlak.stakeholders.models import Body

ON_CONSULTING = "cao nr. 9 van 9 maart 1972: de raad wordt geraadpleegd over hoe collectieve maatregelen uitgevoerd worden (artikelnummer na te kijken)"
TERWEIDE = (
    ("works_council", Strength.CONSULT, 15, ON_CONSULTING),
    ("management", Strength.APPROVAL, 30, "afspraak van de organisatie: de directie keurt goed"),
    ("board", Strength.RATIFY, 60, "statuten: de raad van beheer bekrachtigt wat het personeel raakt"),
)
SHARED_DAY = {
    "title": "Elke woning één gezamenlijke vormingsdag",
    "what": "Elke woning sluit één dag per jaar de dagbesteding. Het hele team volgt dan samen vorming.",
    "for_whom": "Alle begeleiders, ook wie ’s nachts werkt",
    "from_when": "1 maart",
    "effect": "Wie die dag niet werkt, komt toch en krijgt de uren terug. Het dagcentrum vangt de bewoners op.",
    "means": "Vier dagen vervanging door vaste interimkrachten.",
}
ASKED = "Wij willen onze opmerkingen geven voor de directie beslist."
REMARKS = (
    "Leg de dag drie maanden vooraf vast, anders raken opvang en vervoer niet geregeld.",
    "Wie ’s nachts werkt, slaapt overdag. Geef die collega’s de avond ervoor vrij.",
)
REPLIES = (
    (Answer.FOLLOWED, "De dag staat drie maanden vooraf in het uurrooster."),
    (Answer.PARTLY, "De nacht ervoor is vrij voor wie dat vraagt. Voor iedereen kan niet: dan is er geen nachtdienst."),
)
FREE_DAY = {
    "title": "Vorming op een vrije dag",
    "what": "Wie op een vrije dag vorming volgt, krijgt die uren later terug.",
    "for_whom": "Iedereen die deeltijds werkt",
    "from_when": "1 april",
    "effect": "Vorming kan ook op een dag waarop iemand niet werkt.",
    "means": "",
}
IF_AMENDED = (
    "Zet erbij binnen welke termijn iemand de uren terugkrijgt.",
    "Zet erbij dat niemand verplicht is om op een vrije dag te komen.",
)
AMENDED = "Wie op een vrije dag vorming volgt, kiest daar zelf voor en krijgt die uren terug binnen de drie maanden."
ON_CONSENTING = "afspraak: over uren op een vrije dag stemt de vakbondsafvaardiging in"
NIGHT = {
    "title": "Vorming buiten de daguren",
    "what": "Elke vorming voor meer dan één team krijgt ook een moment na 18 uur. Wie ’s nachts werkt, volgt dan voor of na de dienst.",
    "for_whom": "Iedereen die ’s nachts werkt",
    "from_when": "1 januari",
    "effect": "De rusttijd en de vergoeding wijzigen. Daarom sluiten we eerst een akkoord met de delegatie.",
    "means": "",
}
ON_NEGOTIATING = (
    "afspraak: over rusttijd en vergoeding onderhandelt de delegatie (wet van 5 december 1968, na te kijken)"
)


def terweide(calendar: Calendar, cast: Cast) -> None:
    """The council was consulted and got its answers, the delegation was informed, the director approved, the board still ratifies.

    Of another change the delegation did not want the first text; the next one lies before it with what it had asked.
    """
    lut, martine = cast["Lut"], cast["Martine"]
    for kind, strength, days, ground in TERWEIDE:
        _mandate(kind, strength, days, ground, by=lut, at=calendar.at(17))
    dossier = _asked(SHARED_DAY, calendar, ago=17, flagged_by=cast["Greet"], said_by=martine)
    speak(dossier, "works_council", martine, calendar, 12, verdict="remarks", votes=(0, 0, 0), points=REMARKS)
    for point, (answer, text) in enumerate(REPLIES, start=1):
        words: dict[str, Any] = {"voice": 2, "point": point, "answer": answer, "text": text}
        reply(dossier=dossier, **words, by=lut, at=calendar.at(9), root=ROOT)
    inform(dossier, calendar, cast["Greet"], 8)
    held: dict[str, Any] = {"met_on": calendar.day(6)}
    speak(dossier, "management", lut, calendar, 6, verdict="approved", votes=(0, 0, 0), points=(), **held)
    _mandate("union_delegation", Strength.CONSENT, 15, ON_CONSENTING, by=lut, at=calendar.at(5))
    first = _asked(FREE_DAY, calendar, ago=5, flagged_by=cast["Greet"], said_by=martine)
    said: dict[str, Any] = {
        "verdict": "if_amended",
        "votes": (0, 3, 0),
        "points": IF_AMENDED,
        "met_on": calendar.day(4),
    }
    speak(first, "union_delegation", cast["Jef"], calendar, 4, **said)
    _asked({**FREE_DAY, "what": AMENDED}, calendar, ago=3, flagged_by=cast["Greet"], said_by=martine)


def lindehof(calendar: Calendar, cast: Cast) -> None:
    """The council advised; what the delegation still negotiates keeps the dossier open."""
    _mandate("union_delegation", Strength.NEGOTIATION, 60, ON_NEGOTIATING, by=cast["Koen"], at=calendar.at(6))
    dossier = _asked(NIGHT, calendar, ago=6, flagged_by=cast["Amina"], said_by=cast["Dirk"])
    speak(dossier, "works_council", cast["Dirk"], calendar, 5, verdict="favourable", votes=(4, 0, 1), points=())


def _mandate(kind: str, strength: Strength, days: int, ground: str, **words: Any) -> None:  # noqa: ANN401 -- who and when
    facts = {"strength": strength, "term_days": days, "ground": ground}
    set_mandate(body=Body.objects.get(kind=kind, ends_on=None), kind=DossierKind.MEASURE, facts=facts, **words)


def _asked(facts: dict[str, Any], calendar: Calendar, *, ago: int, flagged_by: Any, said_by: Any) -> Dossier:  # noqa: ANN401 -- accounts
    """A change that was flagged, and about which the council wants to speak before it is decided."""
    made = plan.flag_change(subject="project", facts=facts, by=flagged_by, at=calendar.at(ago), root=ROOT)
    at = calendar.at(ago)
    said = {"outcome": "advice", "text": ASKED, "on": clock.day_of(at)}
    screened = plan.record_screening(screening=made, facts=said, version=1, by=said_by, at=at, root=ROOT)
    if screened.dossier is None:
        raise LookupError
    return screened.dossier
