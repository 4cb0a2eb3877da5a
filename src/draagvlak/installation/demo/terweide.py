"""Ter Weide, disability care: half-way, with the candidates to be weighed."""

from decimal import Decimal

from django.db import transaction
from django_scopes import scope

from draagvlak.accounts.actions import change_me
from draagvlak.installation.demo import gatherings, mandates, projects, representatives, support, voice
from draagvlak.installation.demo.mail import mail
from draagvlak.installation.demo.people import Job, Named, Staff, payroll, volunteers
from draagvlak.installation.demo.steps import Calendar, Cast, read
from draagvlak.planproject import actions as project
from draagvlak.planproject.models import Project
from draagvlak.staff.models import StaffMember
from draagvlak.stakeholders import actions as roles
from draagvlak.stakeholders.models import Body
from draagvlak.stakeholders.states import RoleKind, SeatFunction, Side

HOMES = ("De Brem", "De Vlier", "Het Erf", "Dagcentrum")
STAFF = Staff(
    prefix="W",
    site="Ter Weide",
    jobs=(
        Job(104, "Begeleider", "Opvoeding en begeleiding", HOMES),
        Job(20, "Nachtbegeleider", "Opvoeding en begeleiding", HOMES),
        Job(22, "Atelierbegeleider", "Dagbesteding", ("Dagcentrum",)),
        Job(14, "Verpleegkundige", "Verpleging en paramedici", HOMES),
        Job(10, "Orthopedagoog", "Staf", ("Staf",)),
        Job(26, "Logistiek medewerker", "Logistiek en techniek", ("Keuken", "Schoonmaak", "Vervoer")),
        Job(10, "Administratief medewerker", "Administratie", ("Onthaal",)),
        Job(8, "Clusterverantwoordelijke", "Leiding", HOMES),
    ),
    women=0.74,
    over_50=0.31,
    part_time=0.57,
    seed=319,
)
STORY = (
    ("Greet", "Hermans", "V", "Administratief medewerker", "Ik coördineer en wil weten wat er leeft."),
    (
        "Jef",
        "Nys",
        "M",
        "Begeleider",
        "Wij krijgen steeds vaker bewoners met een dubbele diagnose. Daar wil ik meer over leren.",
    ),
    ("Lies", "Cools", "V", "Begeleider", "Op het Erf leren we vooral van elkaar. Dat mag meer tellen."),
    ("Hassan", "Demir", "M", "Nachtbegeleider", "’s Nachts sta je alleen. Wij kunnen nooit mee naar een studiedag."),
    ("Emma", "Thys", "V", "Atelierbegeleider", "In het dagcentrum werken we anders dan in de woningen."),
    ("Filip", "Segers", "M", "Orthopedagoog", "Ik geef zelf vorming en zie wat ervan blijft hangen, en wat niet."),
    ("Martine", "Wauters", "V", "Verpleegkundige", "Medicatie verandert elk jaar. Bijscholing is geen luxe."),
    (
        "Peter",
        "Lambrechts",
        "M",
        "Logistiek medewerker",
        "Wij rijden elke dag met bewoners en kregen nooit een opleiding.",
    ),
    ("Charlotte", "Pauwels", "V", "Clusterverantwoordelijke", "Ik wil leren beter in het rooster krijgen."),
    ("Sam", "Michiels", "M", "Begeleider", "Ik begon in januari en leerde alles van één collega."),
    ("Zeynep", "Şahin", "V", "Begeleider", "Ondersteunde communicatie zou iedereen moeten kennen."),
)


@transaction.atomic
def found(calendar: Calendar, hashed: str) -> Cast:
    cast = Cast("terweide.example", hashed)
    lut = cast.enter("Lut Bogaert")
    words = {"slug": "terweide", "name": "Ter Weide", "joint_committee": "319.01"}
    organisation = roles.found_organisation(**words, manager=lut, at=calendar.at(60))
    with scope(organisation=organisation):
        named = tuple(
            Named(first, last, sex, function, f"{first.lower()}@terweide.example")
            for first, last, sex, function, _why in STORY
        )
        read(payroll(STAFF, named, today=calendar.today), "medewerkers.csv", by=lut, at=calendar.at(59))
        read(
            volunteers("W", 60, team="Vrijwilligers", seed=80, today=calendar.today),
            "vrijwilligers.csv",
            by=lut,
            at=calendar.at(59),
        )
        for first, last, _sex, _function, _why in STORY:
            cast.welcome_member(first, last, by=lut, at=calendar.at(58))
        set_up(calendar, cast)
        projects.terweide(calendar, cast, call(calendar, cast))
        mandates.terweide(calendar, cast)
        gatherings.terweide_ahead(calendar, cast)
        voice.terweide(calendar, cast)
        support.terweide(calendar, cast)
        representatives.terweide(calendar, organisation)
        mail(calendar, cast)
    return cast


def set_up(calendar: Calendar, cast: Cast) -> None:
    lut = cast["Lut"]
    chair = cast.welcome("Wim Verhaeghe", by=lut, at=calendar.at(57))
    facts = {
        "name": "Ter Weide",
        "joint_committee": "319.01",
        "heads": 214,
        "fte": Decimal(152),
        "hours_per_half_day": Decimal("3.8"),
    }
    roles.describe_organisation(facts=facts, by=lut, at=calendar.at(57))
    names = {
        "board": "Raad van beheer",
        "works_council": "Ondernemingsraad",
        "union_delegation": "Vakbondsafvaardiging",
        "safety_committee": "CPBW",
    }
    roles.answer_bodies(present=names, by=lut, at=calendar.at(57))
    for kind, holder, side in (
        ("board", chair, Side.NONE),
        ("works_council", cast["Martine"], Side.WORKERS),
        ("union_delegation", cast["Jef"], Side.WORKERS),
    ):
        body = Body.objects.get(kind=kind, ends_on=None)
        roles.seat(
            body=body,
            holder=holder,
            function=SeatFunction.MEMBER,
            side=side,
            starts_on=calendar.day(57),
            by=lut,
            at=calendar.at(56),
        )
    coordinate(calendar, cast)
    roles.finish_set_up(absent={"hr_officer": "combined"}, by=lut, at=calendar.at(53))


def coordinate(calendar: Calendar, cast: Cast) -> None:
    lut = cast["Lut"]
    appointment = {
        "starts_on": calendar.day(55),
        "half_days_per_week": Decimal(3),
        "mandate": "Greet bereidt het plan voor en volgt alle aanvragen op.",
        "decided_by": "Raad van beheer",
    }
    greet = roles.appoint_coordinator(holder=cast["Greet"], facts=appointment, by=lut, at=calendar.at(55))
    roles.accept_role(role=greet, by=cast["Greet"], at=calendar.at(54))
    roles.assign_role(
        kind=RoleKind.LINE_MANAGER, holder=cast["Charlotte"], starts_on=calendar.day(55), by=lut, at=calendar.at(54)
    )


def call(calendar: Calendar, cast: Cast) -> Project:
    year = calendar.today.year + 1
    assignment = "Eén plan voor de woningen, het dagcentrum en de mobiele begeleiding."
    running = project.start_project(
        title=f"Vormingsplan {year}–{year + 2}",
        first_year=year,
        last_year=year + 2,
        assignment=assignment,
        by=cast["Lut"],
        at=calendar.at(50),
    )
    facts = {
        "title": "Werkgroep leren: wie doet mee?",
        "task": "Zes bijeenkomsten van een halve dag, tijdens de werkuren. We beginnen met wat er nu gebeurt.",
        "seats": 8,
        "opens_on": calendar.day(45),
        "closes_on": calendar.day(4),
        "answer_by": calendar.today.fromordinal(calendar.today.toordinal() + 10),
    }
    hassan = cast["Hassan"]  # he is answered in French
    change_me(account=hassan, facts={"name": hassan.name, "language": "fr", "theme": hassan.theme})
    opened = project.open_call(project=running, facts=facts, by=cast["Greet"], at=calendar.at(45))
    for number, (first, _last, _sex, _function, why) in enumerate(STORY[1:]):
        member = StaffMember.objects.get(account=cast[first])
        answers = {
            "motivation": why,
            "moments": ["afternoon"],
            "half_days_per_month": 1 + number % 2,
            "wanted_roles": ["member"],
            "speaks_for": "team",
            "supervisor_informed": True,
        }
        project.submit_candidacy(
            call=opened, member=member, answers=answers, by=cast[first], at=calendar.at(40 - 2 * number, 20)
        )
    return running
