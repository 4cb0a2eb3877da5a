"""Notes in the margin: how the group of De Lindehof worked on its draft, and what is still open in the draft of Kompas."""

from typing import Any

from draagvlak.installation.demo.steps import ROOT, Calendar, Cast
from draagvlak.planproject import queries as planproject
from draagvlak.policyplan import actions as plan
from draagvlak.policyplan import queries
from draagvlak.policyplan.models import MarginNote, Plan

# Who, at which part, about which words, saying what, proposing which words, asking whom, giving it to whom by how many days.
Row = tuple[str, str, str, str, str | None, tuple[str, ...], tuple[str, int] | None]
AT_LINDEHOF: tuple[Row, ...] = (
    (
        "Amina",
        "means",
        "Een vijfde daarvan blijft vrij",
        "Is een vijfde genoeg? Vorig jaar was het in juni al op.",
        None,
        ("Carine",),
        None,
    ),
    (
        "Bram",
        "why",
        "Wie nieuw is, moet het zelf uitzoeken.",
        "Zo klinkt het minder hard voor wie nu al helpt.",
        "Wie nieuw is, zoekt het nu vaak zelf uit.",
        (),
        None,
    ),
    (
        "Dirk",
        "rights",
        "binnen tien werkdagen",
        "De raad vroeg vijf dagen.",
        "binnen vijf werkdagen",
        (),
        None,
    ),
    (
        "Bram",
        "follow_up",
        "in januari",
        "Januari is de drukste maand op de afdeling. Kan februari?",
        None,
        ("Carine",),
        None,
    ),
    (
        "Carine",
        "doel-3",
        "",
        "Hoe meten we dit bij wie nooit met een computer werkt?",
        None,
        (),
        ("Bram", 12),
    ),
)
AT_KOMPAS: tuple[Row, ...] = (
    (
        "Iris",
        "why",
        "Wie ’s nachts werkt, kan bijna nooit deelnemen.",
        "Dit past niet bij ons. Wie mist er bij ons?",
        None,
        ("Lotte",),
        None,
    ),
    (
        "Karim",
        "why",
        "Met dit plan maken we keuzes voor vier jaar",
        "Ons plan loopt drie jaar.",
        "Met dit plan maken we keuzes voor drie jaar",
        (),
        None,
    ),
    ("Lotte", "means", "38 000 euro", "Dat is niet ons bedrag. Wat is het wel?", None, (), ("Iris", 6)),
    (
        "Jan",
        "means",
        "de raad van bestuur",
        "Bij ons heet dat het bestuursorgaan.",
        "het bestuursorgaan",
        (),
        None,
    ),
    ("Iris", "target_groups", "", "Wie wil dit deel schrijven? Het is nog leeg.", None, ("Jan", "Karim"), None),
)
SAID = "Vorig jaar kwamen we toe omdat er veel uitviel. Laat het zo, en kijk in januari opnieuw."
NO = "Vijf dagen halen we niet in een vakantieperiode. Tien is zeker haalbaar."
ALSO = "Wie alleen ’s avonds werkt, zoals ik op woensdag. En de vrijwilligers."


def _write(written: Plan, row: Row, calendar: Calendar, cast: Cast, ago: int) -> MarginNote:
    first, part, quote, text, instead, named, given = row
    facts: dict[str, Any] = {"part": part, "quote": quote, "text": text, "replacement": instead or ""}
    facts["kind"] = "comment" if instead is None else "suggestion"
    facts["given"] = plan.Given(cast[given[0]], calendar.ahead(given[1])) if given else plan.Given()
    people = [cast[one] for one in named]
    return plan.write_note(plan=written, facts=facts, named=people, by=cast[first], at=calendar.at(ago, 11), root=ROOT)


def lindehof(calendar: Calendar, cast: Cast, written: Plan) -> None:
    """A few days before the council got the text. Two things were kept for the next version."""
    amina = cast["Amina"]
    free, sooner, council, *_later = [_write(written, row, calendar, cast, 81) for row in AT_LINDEHOF]
    plan.answer_note(note=free, text=SAID, named=[], by=cast["Carine"], at=calendar.at(81, 17), root=ROOT)
    plan.settle_note(note=free, by=amina, at=calendar.at(81, 18))
    plan.take_over_note(note=sooner, by=amina, at=calendar.at(81, 18))
    plan.decline_note(note=council, reason=NO, by=amina, at=calendar.at(81, 18))


def kompas(calendar: Calendar, cast: Cast) -> None:
    """The draft of a small team, while everybody can still say something about it."""
    running = planproject.current_project()
    written = queries.plan_of(running) if running else None
    if written is None:
        raise LookupError
    night, *_others = [_write(written, row, calendar, cast, 1) for row in AT_KOMPAS]
    plan.answer_note(note=night, text=ALSO, named=[], by=cast["Lotte"], at=calendar.at(1, 12), root=ROOT)
