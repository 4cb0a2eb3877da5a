"""De Lindehof signed an agreement on training at work, and negotiates the next one."""

from typing import Any

from draagvlak.installation.demo.steps import ROOT, Calendar, Cast
from draagvlak.policyplan.actions import agreement as register
from draagvlak.policyplan.actions import negotiation as table
from draagvlak.policyplan.models import Agreement, AgreementClause, Clause, FrameworkItem, Negotiation
from draagvlak.policyplan.queries.negotiation import last_text, negotiation_text
from draagvlak.policyplan.states import RuleKey

SIGNED = "Vorming op het werk"
CLAUSES = (
    (
        "Vorming tijdens de werktijd",
        "<p>Vorming die het huis vraagt, telt als werktijd. Ook de reistijd ernaartoe telt mee.</p>",
    ),
    (
        "Vijf dagen per jaar, gemiddeld",
        "<p>Wie hier werkt, krijgt gemiddeld vijf dagen vorming per jaar. De directie toont elk jaar de cijfers aan de delegatie.</p>",
    ),
)
RUNNING = "Leren voor wie ’s nachts werkt"
NIGHT = (
    "<p>Elke vorming heeft minstens één moment na 18 uur.</p>",
    "<p>Elke vorming voor meer dan één team heeft minstens één moment na 18 uur of op zaterdag.</p>",
)
REST = "<p>Tussen een nachtdienst en een vorming liggen minstens elf uur.</p>"
MONEY = "<p>Wie in de vrije tijd leert, krijgt die uren terug binnen de drie maanden.</p>"


def lindehof_signed(calendar: Calendar, cast: Cast) -> None:
    """The first one: two points, agreed and signed, with a number and two people who follow it up."""
    koen, ria = cast["Koen"], cast["Ria"]
    facts = {"subject": SIGNED, "level": "company", "aim_on": calendar.day(95)}
    made = table.open_negotiation(facts=facts, by=ria, at=calendar.at(107), root=ROOT)
    for title, body in CLAUSES:
        words = {"title": title, "body": body, "because": ""}
        clause = table.add_clause(negotiation=made, words=words, by=ria, at=calendar.at(107), root=ROOT)
        agree(clause, (koen, ria), calendar, 104)
    _sign(made, calendar, cast)
    agreement = Agreement.objects.get(negotiation=made)
    number: dict[str, Any] = {"filed_on": calendar.day(102), "registration": "000123/CO/330"}
    register.file_agreement(agreement=agreement, **number, by=ria, at=calendar.at(101))
    _follow(agreement, calendar, cast)


def _sign(made: Negotiation, calendar: Calendar, cast: Cast) -> None:
    from_paper = register.Signed(
        signed_on=calendar.day(103),
        starts_on=calendar.day(100),
        signers={
            "employer": ("Koen Baert, algemeen directeur",),
            "workers": ("Ria Aerts, ACV Puls", "Guy Maes, BBTK"),
        },
        notice_months=3,
        filed_on=calendar.day(102),
    )
    version = table.freeze_negotiation(negotiation=made, why="Om te tekenen", by=cast["Koen"], at=calendar.at(103))
    paper = register.Paper("cao-vorming-op-het-werk.txt", negotiation_text(made).encode())
    register.sign_agreement(
        negotiation=made,
        signed=from_paper,
        seal=version.document.sha256,
        follower=cast["Ria"],
        paper=paper,
        by=cast["Koen"],
        at=calendar.at(102),
        root=ROOT,
    )


def _follow(agreement: Agreement, calendar: Calendar, cast: Cast) -> None:
    item = FrameworkItem.objects.filter(library_key__contains="right").first() or FrameworkItem.objects.first()
    rules = (RuleKey.TRAVEL_COUNTS, RuleKey.RIGHT_HOURS)
    days = (calendar.day(20), calendar.ahead(12))
    for clause, rule, day in zip(agreement.clauses.all(), rules, days, strict=True):
        facts: dict[str, Any] = {"follower": cast["Hilde"], "item": item, "rule": rule, "check_on": day}
        register.watch_clause(clause=clause, facts=facts, version=0, by=cast["Koen"], at=calendar.at(100))


def agree(clause: Clause, people: tuple[Any, ...], calendar: Calendar, ago: int) -> None:
    for one in people:
        words = {"sha256": last_text(clause).sha256, "by": one, "at": calendar.at(ago), "root": ROOT}
        table.agree_to_text(clause=Clause.objects.get(pk=clause.pk), **words)


def lindehof_runs(calendar: Calendar, cast: Cast) -> None:
    """The next one: one point is agreed, one waits for the delegation, one is on the table."""
    koen, ria = cast["Koen"], cast["Ria"]
    first = AgreementClause.objects.get(agreement__subject=SIGNED, number=1)
    seen: dict[str, Any] = {
        "on": calendar.day(15),
        "is_kept": True,
        "note": "In de uurroosters van het voorjaar nagekeken.",
    }
    register.check_clause(clause=first, **seen, by=cast["Hilde"], at=calendar.at(3))
    facts = {"subject": RUNNING, "level": "company", "aim_on": calendar.ahead(45)}
    made = table.open_negotiation(facts=facts, by=ria, at=calendar.at(3), root=ROOT)
    table.add_to_table(negotiation=made, account=cast["Hilde"], is_expert=True, by=koen, at=calendar.at(3), root=ROOT)
    texts = (
        (ria, "Rust voor en na een vorming", REST, ""),
        (ria, "Een moment buiten de kantooruren", NIGHT[0], "Van de nacht kwam er vorig jaar bijna niemand."),
        (ria, "Uren teruggeven", MONEY, ""),
    )
    points = [
        table.add_clause(
            negotiation=made,
            words={"title": title, "body": body, "because": because},
            by=by,
            at=calendar.at(3, 11),
            root=ROOT,
        )
        for by, title, body, because in texts
    ]
    agree(points[0], (ria, koen), calendar, 3)
    table.freeze_negotiation(negotiation=made, why="Voor de achterban van de delegatie", by=ria, at=calendar.at(2))
    words = {
        "title": "Een moment buiten de kantooruren",
        "body": NIGHT[1],
        "because": "Voor één team is dat niet vol te krijgen.",
    }
    table.propose_text(clause=points[1], words=words, version=1, by=koen, at=calendar.at(2), root=ROOT)
    told = "De directie rekent uit wat een zaterdag kost. Over de rust zijn we het eens."
    table.note_talk(negotiation=made, met_on=calendar.day(2), text=told, meeting=None, by=koen, at=calendar.at(2))
