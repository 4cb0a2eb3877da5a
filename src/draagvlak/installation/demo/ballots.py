"""How De Lindehof votes: the council in secret on a small change of the plan, and the board, which is still voting."""

from datetime import datetime, time, timedelta
from typing import Any

from draagvlak.accounts.models import Account
from draagvlak.decisions import actions
from draagvlak.decisions.models import Ballot, Dossier, ElectorateEntry, Part
from draagvlak.decisions.states import Choice, DossierKind, Majority, Quorum
from draagvlak.installation.demo.lindehof_decides import inform, speak
from draagvlak.installation.demo.steps import ROOT, Calendar, Cast
from draagvlak.lib import clock
from draagvlak.policyplan import actions as plan
from draagvlak.policyplan.models import Plan, Section
from draagvlak.policyplan.queries import version_at_work
from draagvlak.policyplan.states import SectionKey
from draagvlak.stakeholders import actions as roles
from draagvlak.stakeholders.models import Body
from draagvlak.stakeholders.states import SeatFunction, Side

USUAL: dict[str, Any] = {
    "quorum": Quorum.HALF,
    "majority": Majority.MORE,
    "counts_abstentions": False,
    "most_proxies": 1,
}
EVENING = "<p>Het plan is er voor iedereen die hier werkt: vast of tijdelijk, overdag of ’s nachts, met of zonder diploma, en ook voor vrijwilligers en stagiairs.</p><ul><li><p>Nieuwe collega’s krijgen het eerste half jaar extra aandacht.</p></li><li><p>Wie vijftig of ouder is, krijgt een aanbod op maat.</p></li><li><p>Een opleiding start minstens twee keer per jaar ook om 20 uur of op zaterdag. Wie buiten de diensturen volgt, krijgt die uren terug.</p></li></ul>"
ASK_COUNCIL = "Geven we een gunstig advies over twee avonden per jaar in plaats van één?"
ASK_BOARD = "Keuren we goed dat er twee avonden per jaar komen in plaats van één?"
SECRET_VOTES = {
    "Koen": Choice.FOR,
    "Dirk": Choice.FOR,
    "Nadia": Choice.ABSTAINED,
    "Farid": Choice.FOR,
    "Tom": Choice.AGAINST,
}


def lindehof(calendar: Calendar, cast: Cast, written: Plan) -> None:
    """The council grew by two, the plan changes in one sentence, and this time the council votes here."""
    seats(calendar, cast)
    dossier = changed(calendar, cast, written)
    council(calendar, cast, dossier)


def lindehof_ahead(calendar: Calendar, cast: Cast) -> None:
    """In the open, until next week; one of the three on the board voted already."""
    closes_at = datetime.combine(calendar.ahead(5), time(17), tzinfo=clock.BRUSSELS)
    facts = {"question": ASK_BOARD, "is_secret": False, "closes_at": closes_at}
    dossier = Dossier.objects.filter(kind=DossierKind.POLICY_PLAN).order_by("-number")[0]
    ballot = opened(dossier, "board", cast["Els"], calendar.at(2), **facts)
    cast_one(ballot, cast["Griet"], Choice.FOR, calendar.at(1))


ADJUSTED = {
    "why": "Wie ’s nachts werkt, haalt de vormingen overdag niet.",
    "effect": "Elke vorming krijgt een moment na 18 uur. De leidinggevenden van de nacht plannen mee; het geld blijft hetzelfde.",
}


def seats(calendar: Calendar, cast: Cast) -> None:
    for kind, first, side in (
        ("works_council", "Farid", Side.WORKERS),
        ("works_council", "Tom", Side.EMPLOYER),
        ("board", "Griet", Side.NONE),
    ):
        body = Body.objects.get(kind=kind, ends_on=None)
        at = calendar.at(12)
        words: dict[str, Any] = {"side": side, "starts_on": clock.day_of(at), "by": cast["Koen"], "at": at}
        roles.seat(body=body, holder=cast[first], function=SeatFunction.MEMBER, **words)


def changed(calendar: Calendar, cast: Cast, written: Plan) -> Dossier:
    amina = cast["Amina"]
    plan.new_version(plan=written, by=amina, at=calendar.at(11), **ADJUSTED)
    section = Section.objects.get(version=version_at_work(written), key=SectionKey.TARGET_GROUPS)
    words: dict[str, Any] = {"key": SectionKey.TARGET_GROUPS, "body": EVENING, "revision": section.revision}
    plan.write_section(plan=written, **words, by=amina, at=calendar.at(11))
    return plan.submit_version(plan=written, by=amina, at=calendar.at(10), root=ROOT)


def opened(dossier: Dossier, kind: str, by: Account, at: datetime, **facts: Any) -> Ballot:  # noqa: ANN401 -- the facts of a ballot
    rows = Part.objects.select_related("dossier__document", "body")
    part = rows.get(dossier=dossier, body__kind=kind)
    words = {**USUAL, "document_sha256": dossier.document.sha256, **facts}
    return actions.open_ballot(part=part, facts=words, by=by, at=at, root=ROOT)


def cast_one(ballot: Ballot, who: Account, choice: Choice, at: datetime) -> None:
    line = ElectorateEntry.objects.get(ballot=ballot, account=who)
    sha256 = ballot.part.dossier.document.sha256
    actions.cast_vote(line=line, choice=choice, document_sha256=sha256, by=who, at=at)


def council(calendar: Calendar, cast: Cast, dossier: Dossier) -> None:
    """In secret, with everybody there; the secretary counts and writes down what the council says."""
    at = calendar.at(8)
    facts = {"question": ASK_COUNCIL, "is_secret": True, "closes_at": at + timedelta(days=4)}
    ballot = opened(dossier, "works_council", cast["Dirk"], at, **facts)
    for first, choice in SECRET_VOTES.items():
        cast_one(ballot, cast[first], choice, calendar.at(7))
    actions.close_ballot(ballot=ballot, by=cast["Dirk"], at=calendar.at(6), root=ROOT)
    speak(dossier, "works_council", cast["Dirk"], calendar, 6, verdict="favourable", votes=(0, 0, 0), points=())
    inform(dossier, calendar, cast["Amina"], 5)
