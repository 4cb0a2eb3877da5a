"""What the demo's working group thought of, goal by goal, in an afternoon."""

from decimal import Decimal
from typing import Any

from draagvlak.installation.demo.steps import Calendar, Cast
from draagvlak.policyplan import actions as plan
from draagvlak.policyplan.models import Plan
from draagvlak.policyplan.states import LearningForm
from draagvlak.staff.models import FunctionGroup

# Goal, competence, what, form, for whom, people, hours per person.
IDEAS: tuple[tuple[int, str, str, str, str, int | None, str | None], ...] = (
    (
        1,
        "Een rooster lezen en er ruimte in zien",
        "Leidinggevenden plannen samen een maand met leermomenten",
        LearningForm.INTERVISION,
        "leidinggevenden",
        8,
        "4",
    ),
    (1, "", "Korte leermomenten van een kwartier bij de overdracht", LearningForm.BRIEFING, "alle teams", 110, "2"),
    (
        2,
        "Een nieuwe collega begeleiden",
        "Opleiding voor mentoren, met een terugkomdag",
        LearningForm.COURSE,
        "mentoren",
        12,
        "14",
    ),
    (
        2,
        "Een nieuwe collega begeleiden",
        "Mentoren bespreken om de twee maanden wat lastig is",
        LearningForm.INTERVISION,
        "mentoren",
        12,
        "6",
    ),
    (2, "", "Meelopen in een andere dienst in de eerste maand", LearningForm.ROTATION, "wie nieuw is", 19, "7.5"),
    (
        3,
        "Omgaan met wie dementie heeft",
        "Basisopleiding dementie, in groepen van twaalf",
        LearningForm.COURSE,
        "keuken, poets en onthaal",
        36,
        "7.5",
    ),
    (
        3,
        "Omgaan met wie dementie heeft",
        "Een casus per maand op het teamoverleg",
        LearningForm.CASE_DISCUSSION,
        "zorg en verpleging",
        70,
        "6",
    ),
    (3, "Praten met familie", "Oefenen van moeilijke gesprekken met een acteur", LearningForm.COURSE, "zorg", 24, None),
    (
        4,
        "Een gesprek voeren over wat iemand leerde",
        "Coaching van leidinggevenden op de werkvloer",
        LearningForm.COACHING,
        "leidinggevenden",
        8,
        "5",
    ),
)

# For which function groups, by what is for whom; "alle" is every one, and what does not stand here is not said.
CARE = ("Zorg", "Verpleging")
GROUPS: dict[str, tuple[str, ...]] = {
    "leidinggevenden": ("Leiding",),
    "alle teams": ("alle",),
    "mentoren": (*CARE, "Paramedisch en begeleiding"),
    "keuken, poets en onthaal": ("Keuken en schoonmaak", "Administratie"),
    "zorg en verpleging": CARE,
    "zorg": ("Zorg",),
}


def lindehof(calendar: Calendar, cast: Cast, written: Plan) -> None:
    """Nine ideas; one has no estimate yet, of one it is not said for which function groups it is."""
    known = {one.name: one for one in FunctionGroup.objects.all()}
    names = ("competence", "title", "form", "for_whom", "people")
    for turn, (goal, *words, hours) in enumerate(IDEAS):
        facts: dict[str, Any] = dict(zip(names, words, strict=True)) | {"hours": Decimal(hours) if hours else None}
        meant = GROUPS.get(str(facts["for_whom"]), ())
        facts["groups"] = list(known.values()) if "alle" in meant else [known[name] for name in meant]
        by = cast[("Amina", "Bram", "Carine")[turn % 3]]
        plan.add_activity(plan=written, goal_number=goal, facts=facts, by=by, at=calendar.at(92))
