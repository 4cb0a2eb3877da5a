"""Notes in the margin: how the group of De Lindehof worked on its draft, and what is still open in the draft of Kompas."""

from typing import Any

from draagvlak.installation.demo.steps import ROOT, Calendar, Cast
from draagvlak.planproject import queries as planproject
from draagvlak.policyplan import actions as plan
from draagvlak.policyplan import queries
from draagvlak.policyplan.models import MarginNote, Plan


def _facts(part: str, quote: str, text: str, instead: str | None = None) -> dict[str, Any]:
    words = {"part": part, "quote": quote, "text": text, "replacement": instead or ""}
    return {**words, "kind": "comment" if instead is None else "suggestion"}


def lindehof(calendar: Calendar, cast: Cast, written: Plan) -> None:
    """A few days before the council got the text. Two things were kept for the next version."""

    def note(ago: int, first: str, *named: str, **facts: Any) -> MarginNote:  # noqa: ANN401 -- what a note says
        people = [cast[one] for one in named]
        return plan.write_note(
            plan=written, facts=facts, named=people, by=cast[first], at=calendar.at(ago, 16), root=ROOT
        )

    amina, bram, carine = cast["Amina"], cast["Bram"], cast["Carine"]
    free = note(
        81,
        "Amina",
        "Carine",
        **_facts("means", "Een vijfde daarvan blijft vrij", "Is een vijfde genoeg? Vorig jaar was het in juni al op."),
    )
    sooner = note(
        81,
        "Bram",
        **_facts(
            "why",
            "Wie nieuw is, moet het zelf uitzoeken.",
            "Zo klinkt het minder hard voor wie nu al helpt.",
            "Wie nieuw is, zoekt het nu vaak zelf uit.",
        ),
    )
    council = note(
        81,
        "Dirk",
        **_facts("rights", "binnen tien werkdagen", "De raad vroeg vijf dagen.", "binnen vijf werkdagen"),
    )
    text = "Vorig jaar kwamen we toe omdat er veel uitviel. Laat het zo, en kijk in januari opnieuw."
    plan.answer_note(note=free, text=text, named=[], by=carine, at=calendar.at(81, 17), root=ROOT)
    plan.settle_note(note=free, by=amina, at=calendar.at(81, 18))
    plan.take_over_note(note=sooner, by=amina, at=calendar.at(81, 18))
    reason = "Vijf dagen halen we niet in een vakantieperiode. Tien is zeker haalbaar."
    plan.decline_note(note=council, reason=reason, by=amina, at=calendar.at(81, 18))
    note(
        81,
        "Bram",
        "Carine",
        **_facts("follow_up", "in januari", "Januari is de drukste maand op de afdeling. Kan februari?"),
    )
    note(
        81,
        "Carine",
        "Bram",
        **_facts("doel-3", "", "Hoe meten we dit bij wie nooit met een computer werkt?"),
        given=plan.Given(bram, calendar.ahead(12)),
    )


def kompas(calendar: Calendar, cast: Cast) -> None:
    """The draft of a small team, while everybody can still say something about it."""
    running = planproject.current_project()
    written = queries.plan_of(running) if running else None
    if written is None:
        raise LookupError
    iris = cast["Iris"]
    ahead = plan.Given(iris, calendar.ahead(6))
    rows: tuple[tuple[str, tuple[str, ...], dict[str, Any]], ...] = (
        (
            "Iris",
            ("Lotte",),
            _facts(
                "why", "Wie ’s nachts werkt, kan bijna nooit deelnemen.", "Dit past niet bij ons. Wie mist er bij ons?"
            ),
        ),
        (
            "Karim",
            (),
            _facts(
                "why",
                "Met dit plan maken we keuzes voor vier jaar",
                "Ons plan loopt drie jaar.",
                "Met dit plan maken we keuzes voor drie jaar",
            ),
        ),
        ("Lotte", (), _facts("means", "38 000 euro", "Dat is niet ons bedrag. Wat is het wel?") | {"given": ahead}),
        (
            "Jan",
            (),
            _facts("means", "de raad van bestuur", "Bij ons heet dat het bestuursorgaan.", "het bestuursorgaan"),
        ),
        ("Iris", ("Jan", "Karim"), _facts("target_groups", "", "Wie wil dit deel schrijven? Het is nog leeg.")),
    )
    made = [
        plan.write_note(
            plan=written, facts=facts, named=[cast[one] for one in named], by=cast[first], at=calendar.at(1), root=ROOT
        )
        for first, named, facts in rows
    ]
    text = "Wie alleen ’s avonds werkt, zoals ik op woensdag. En de vrijwilligers."
    plan.answer_note(note=made[0], text=text, named=[], by=cast["Lotte"], at=calendar.at(1, 11), root=ROOT)
