"""WZC De Lindehof: from the first day to a plan that the board approved, with one turn on the way."""

from decimal import Decimal
from typing import Any

from django.db import transaction
from django_scopes import scope

from draagvlak.installation.demo import (
    ballots,
    charter,
    gatherings,
    hearing,
    individuals,
    mandates,
    matrix,
    negotiations,
    projects,
    regulations,
    representatives,
    rounds,
    support,
    texts,
    treated,
    voice,
    workshop,
    yearcalendar,
)
from draagvlak.installation.demo.lindehof_writes import write
from draagvlak.installation.demo.lots import draw_lots
from draagvlak.installation.demo.mail import mail
from draagvlak.installation.demo.people import Job, Named, Staff, payroll, volunteers
from draagvlak.installation.demo.steps import Calendar, Cast, read
from draagvlak.planproject import actions as project
from draagvlak.planproject.models import Project
from draagvlak.policyplan import actions as plan
from draagvlak.policyplan.models import FrameworkItem, Plan
from draagvlak.policyplan.states import Bearing, CoreQuestion, ItemKind
from draagvlak.staff.actions import register
from draagvlak.staff.models import FunctionGroup, Site, StaffMember, Team
from draagvlak.staff.states import Shift, Statute
from draagvlak.stakeholders import actions as roles
from draagvlak.stakeholders.models import Body
from draagvlak.stakeholders.states import RoleKind, SeatFunction, Side

CARE = ("Beuk", "Eik", "Linde")
STAFF = Staff(
    prefix="L",
    site="De Lindehof",
    jobs=(
        Job(44, "Zorgkundige", "Zorg", CARE),
        Job(18, "Verpleegkundige", "Verpleging", CARE),
        Job(10, "Keukenmedewerker", "Keuken en schoonmaak", ("Keuken",)),
        Job(8, "Schoonmaker", "Keuken en schoonmaak", ("Schoonmaak",)),
        Job(8, "Begeleider wonen en leven", "Paramedisch en begeleiding", CARE),
        Job(6, "Ergotherapeut", "Paramedisch en begeleiding", ("Paramedici",)),
        Job(9, "Logistiek medewerker", "Logistiek en techniek", ("Logistiek",)),
        Job(3, "Technisch medewerker", "Logistiek en techniek", ("Techniek",)),
        Job(5, "Administratief medewerker", "Administratie", ("Onthaal",)),
        Job(5, "Hoofdverpleegkundige", "Leiding", CARE),
    ),
    women=0.86,
    over_50=0.36,
    part_time=0.68,
    seed=330,
)
NAMED = tuple(
    Named(first, last, sex, function, f"{first.lower().replace('ş', 's')}@lindehof.example")
    for first, last, sex, function in (
        ("Amina", "Haddad", "V", "Administratief medewerker"),
        ("Bram", "Peeters", "M", "Zorgkundige"),
        ("Carine", "De Smet", "V", "Hoofdverpleegkundige"),
        ("Dirk", "Wouters", "M", "Verpleegkundige"),
        ("Farid", "Benali", "M", "Logistiek medewerker"),
        ("Nadia", "Peeters", "V", "Zorgkundige"),
        ("Rosa", "Gomes", "V", "Keukenmedewerker"),
        ("Sofie", "Maes", "V", "Administratief medewerker"),
        ("Tom", "Lievens", "M", "Ergotherapeut"),
        ("Johan", "De Smet", "M", "Technisch medewerker"),
        ("Ayşe", "Yıldız", "V", "Zorgkundige"),
        ("Griet", "Claes", "V", "Hoofdverpleegkundige"),
        ("Hilde", "Vermeulen", "V", "Administratief medewerker"),
        ("Ria", "Aerts", "V", "Verpleegkundige"),
    )
)


# Who works at night, by name.
NIGHT = (
    "Fatima El Idrissi",
    "Myriam Nys",
    "Rik Cools",
    "Leila Boukhari",
    "Chantal Dupont",
    "Stijn Thys",
    "Godelieve Aerts",
    "Karim Benali",
    "Lut Pauwels",
    "Tine Segers",
    "Noor Wauters",
    "Hanne Bogaert",
)
# Sentences of the house itself: kind, title, meaning.
OWN = (
    (
        ItemKind.MISSION,
        "Wonen en leven staan voorop, zorg volgt",
        "Wie hier werkt, leert kijken naar wat een bewoner nog kan.",
    ),
    (
        ItemKind.MISSION,
        "Iedereen die hier werkt, telt mee",
        "Ook wie geen diploma heeft of ’s nachts werkt, leert mee.",
    ),
    (
        ItemKind.FOUNDING_TEXT,
        "Visietekst dementie",
        "De basis is voor alle functies, niet alleen voor de zorg.",
    ),
)


@transaction.atomic
def found(calendar: Calendar, hashed: str) -> Cast:
    cast = Cast("lindehof.example", hashed)
    koen = cast.enter("Koen Baert")
    words = {"slug": "lindehof", "name": "WZC De Lindehof", "joint_committee": "330"}
    organisation = roles.found_organisation(**words, manager=koen, at=calendar.at(170))
    with scope(organisation=organisation):
        people(calendar, cast)
        bodies(calendar, cast)
        before(calendar, cast)
        gatherings.board_conversation(calendar, cast)
        running = group(calendar, cast)
        projects.lindehof_starts(calendar, cast, running)
        charter.lindehof(calendar, cast, running)
        gatherings.group_convened(calendar, cast)
        vision(calendar, cast, running)
        gatherings.group_met(calendar, cast, 1, 112)
        frame(calendar, cast)
        yearcalendar.lindehof_takes(calendar, cast)
        halfway(calendar, cast, running)
        gatherings.group_met(calendar, cast, 2, 98)
        written = write(calendar, cast, running)
        workshop.lindehof(calendar, cast, written)
        rounds.lindehof(calendar, cast, written)
        regulations.decide_both(calendar, cast, written)
        matrix.lindehof(calendar, cast)
        charter.follow_up(calendar, cast, running)
        projects.lindehof_ends(calendar, cast, running)
        lately(calendar, cast, written)
        ahead(calendar, cast)
        mail(calendar, cast)
    return cast


def halfway(calendar: Calendar, cast: Cast, running: Project) -> None:
    negotiations.lindehof_signed(calendar, cast)
    projects.lindehof_halfway(calendar, cast, running)


def lately(calendar: Calendar, cast: Cast, written: Plan) -> None:
    """Who was asked himself, who voted, and who asked something in confidence."""
    individuals.lindehof(calendar, cast)
    ballots.lindehof(calendar, cast, written)
    voice.lindehof(calendar, cast)


def ahead(calendar: Calendar, cast: Cast) -> None:
    """What still has to come on the day of the demo."""
    mandates.lindehof(calendar, cast)
    representatives.lindehof(calendar, cast)
    regulations.lindehof_ahead(calendar, cast)
    hearing.lindehof(calendar, cast)
    gatherings.lindehof_ahead(calendar, cast)
    support.lindehof(calendar, cast)
    yearcalendar.lindehof_ahead(calendar, cast)
    ballots.lindehof_ahead(calendar, cast)
    negotiations.lindehof_runs(calendar, cast)
    treated.lindehof(calendar, cast)


def people(calendar: Calendar, cast: Cast) -> None:
    koen = cast["Koen"]
    read(payroll(STAFF, NAMED, today=calendar.today), "personeel.csv", by=koen, at=calendar.at(169))
    read(
        volunteers("L", 45, team="Vrijwilligers", seed=45, today=calendar.today),
        "vrijwilligers.csv",
        by=koen,
        at=calendar.at(169),
    )
    night(calendar, cast)
    at = calendar.at(168)
    for one in NAMED:
        cast.welcome_member(one.first, one.last, by=koen, at=at)
    cast.welcome_member("Fatima", "El Idrissi", by=koen, at=at)


def night(calendar: Calendar, cast: Cast) -> None:
    """The night team was missing in the payroll's list and is put in by hand."""
    team, site = Team.objects.get_or_create(name="Nacht")[0], Site.objects.get(name="De Lindehof")
    for number, name in enumerate(NIGHT, start=1):
        first, last = name.split(" ", 1)
        is_nurse = number % 3 == 1
        group = FunctionGroup.objects.get(name="Verpleging" if is_nurse else "Zorg")
        person = {
            "personnel_number": f"LN{number:02}",
            "first_name": first,
            "last_name": last,
            "sex": "m" if first in {"Rik", "Stijn", "Karim"} else "f",
        }
        if number == 1:
            person["email"] = "fatima@lindehof.example"
        post = {
            "statute": Statute.PERMANENT,
            "function": "Verpleegkundige" if is_nurse else "Zorgkundige",
            "function_group": group,
            "team": team,
            "site": site,
            "fraction": Decimal("0.75"),
            "shift": Shift.NIGHT,
        }
        register(
            person=person, post=post, starts_on=calendar.day(2000 + number), by=cast["Koen"], at=calendar.at(169, 14)
        )


def bodies(calendar: Calendar, cast: Cast) -> None:
    koen, at = cast["Koen"], calendar.at(167)
    els = cast.welcome("Els Van den Broeck", by=koen, at=at)
    paul = cast.welcome("Paul Jacobs", by=koen, at=at)
    facts = {
        "name": "WZC De Lindehof",
        "joint_committee": "330",
        "heads": 128,
        "fte": Decimal(86),
        "hours_per_half_day": Decimal("3.8"),
    }
    roles.describe_organisation(facts=facts, by=koen, at=calendar.at(167))
    names = {
        "board": "Raad van bestuur",
        "works_council": "Ondernemingsraad",
        "union_delegation": "Syndicale delegatie",
        "safety_committee": "CPBW",
    }
    roles.answer_bodies(present=names, by=koen, at=calendar.at(167))
    seats: tuple[tuple[str, Any, SeatFunction, Side], ...] = (
        ("board", els, SeatFunction.CHAIR, Side.NONE),
        ("board", paul, SeatFunction.MEMBER, Side.NONE),
        ("works_council", koen, SeatFunction.CHAIR, Side.EMPLOYER),
        ("works_council", cast["Dirk"], SeatFunction.SECRETARY, Side.WORKERS),
        ("works_council", cast["Nadia"], SeatFunction.MEMBER, Side.WORKERS),
        ("union_delegation", cast["Ria"], SeatFunction.MEMBER, Side.WORKERS),
        ("safety_committee", cast["Ria"], SeatFunction.MEMBER, Side.WORKERS),
    )
    for kind, holder, function, side in seats:
        body = Body.objects.get(kind=kind, ends_on=None)
        roles.seat(
            body=body,
            holder=holder,
            function=function,
            side=side,
            starts_on=calendar.day(167),
            by=koen,
            at=calendar.at(167),
        )
    hand_out_roles(calendar, cast, els)


def hand_out_roles(calendar: Calendar, cast: Cast, els: Any) -> None:  # noqa: ANN401 -- an account
    koen = cast["Koen"]
    facts = {
        "starts_on": calendar.day(166),
        "ends_on": None,
        "half_days_per_week": Decimal(1),
        "mandate": "Amina bewaakt het geheel, bereidt het plan voor en beslist zelf over opleidingen tot 500 euro.",
        "substitute": cast["Hilde"],
        "decided_by": "Raad van bestuur",
    }
    amina = roles.appoint_coordinator(holder=cast["Amina"], facts=facts, by=els, at=calendar.at(166))
    roles.accept_role(role=amina, by=cast["Amina"], at=calendar.at(165))
    for week in range(6):
        half_day = roles.plan_half_day(
            role=amina,
            on=calendar.day(150 - 7 * week),
            is_afternoon=bool(week % 2),
            by=cast["Amina"],
            at=calendar.at(165),
        )
        if week < len(CARE):
            roles.use_half_day(half_day=half_day, by=cast["Amina"], at=calendar.at(165))
    leads = roles.assign_role(
        kind=RoleKind.LINE_MANAGER,
        holder=cast["Carine"],
        team=Team.objects.get(name="Beuk"),
        starts_on=calendar.day(166),
        by=koen,
        at=calendar.at(165),
    )
    roles.accept_role(role=leads, by=cast["Carine"], at=calendar.at(165))
    roles.assign_role(
        kind=RoleKind.HR_OFFICER, holder=cast["Hilde"], starts_on=calendar.day(166), by=koen, at=calendar.at(165)
    )
    roles.finish_set_up(absent={}, by=koen, at=calendar.at(165))


def group(calendar: Calendar, cast: Cast) -> Project:
    amina, koen = cast["Amina"], cast["Koen"]
    year = calendar.today.year + 1
    running = project.start_project(
        title=f"Opleidingsbeleidsplan {year}–{year + 3}",
        first_year=year,
        last_year=year + 3,
        assignment="Maak een beleidsplan voor leren en opleiding dat elke dienst herkent, en leg het voor aan de raad van bestuur.",
        by=koen,
        at=calendar.at(160),
    )
    facts = {
        "title": "Wie denkt mee over leren in ons huis?",
        "task": "De werkgroep komt vier keer samen, telkens twee uur, en schrijft het beleidsplan. Je spreekt voor je ploeg en brengt terug wat er gezegd is.",
        "seats": 9,
        "opens_on": calendar.day(158),
        "closes_on": calendar.day(138),
        "answer_by": calendar.day(125),
    }
    call = project.open_call(project=running, facts=facts, by=amina, at=calendar.at(158))
    for number, (first, motivation) in enumerate(texts.MOTIVATIONS.items()):
        member = StaffMember.objects.get(account=cast[first])
        answers = {
            "motivation": motivation,
            "moments": ["evening"] if first == "Fatima" else ["morning", "afternoon"],
            "half_days_per_month": 1 + number % 2,
            "wanted_roles": ["member"],
            "speaks_for": "council" if first == "Dirk" else "team",
            "needs": "Vervanging, we staan ’s nachts met drie." if first == "Fatima" else "",
            "supervisor_informed": True,
            "may_publish_name": True,
        }
        project.submit_candidacy(
            call=call, member=member, answers=answers, by=cast[first], at=calendar.at(150 - number, 21)
        )
    draw_lots(calendar, call, by=amina)
    return running


def before(calendar: Calendar, cast: Cast) -> None:
    """The plan before this one was made on paper; what it answered is entered, so that one can compare (row A8.2)."""
    koen, amina, at = cast["Koen"], cast["Amina"], calendar.at(166)
    year = calendar.today.year
    former = project.start_project(
        title="Het vorige plan", first_year=year - 3, last_year=year, assignment=texts.BEFORE, by=koen, at=at
    )
    project.choose_no_group(project=former, reason=texts.BEFORE_NO_GROUP, by=koen, at=at)
    for question, words in texts.BEFORE_ANSWERS.items():
        facts = {"text": words, "facts": texts.BEFORE_FACTS.get(question, {}), "is_settled": True}
        plan.settle_answer(project=former, question=CoreQuestion(question), facts=facts, version=0, by=amina, at=at)
    plan.adopt_vision(project=former, by=koen, at=at)
    project.end_project(project=former, note=texts.BEFORE_NOTE, by=koen, at=at)


def vision(calendar: Calendar, cast: Cast, running: Project) -> None:
    voices = [cast[first] for first in ("Bram", "Fatima", "Rosa", "Dirk", "Carine", "Farid")]
    for turn, question in enumerate(CoreQuestion):
        for number, text in enumerate(texts.CONTRIBUTIONS[question]):
            by = voices[(turn + number) % len(voices)]
            plan.contribute(project=running, question=question, text=text, by=by, at=calendar.at(130 - turn, 20))
        facts = {"text": texts.ANSWERS[question], "facts": texts.FACTS[question], "is_settled": True}
        plan.settle_answer(
            project=running, question=question, facts=facts, version=0, by=cast["Amina"], at=calendar.at(122 - turn)
        )
    plan.adopt_vision(project=running, by=cast["Koen"], at=calendar.at(115))


def frame(calendar: Calendar, cast: Cast) -> None:
    amina = cast["Amina"]
    plan.take_library(by=amina, at=calendar.at(112))
    for title in ("Medewerkers blijven graag", "Bewoners krijgen zorg op maat", "We leren uit wat misloopt"):
        plan.add_organisation_goal(title=title, source="Beleidsnota van het huis", by=amina, at=calendar.at(111))
    for kind, title, meaning in OWN:
        facts = {
            "kind": kind,
            "bearing": Bearing.GOAL,
            "title": title,
            "extract": title,
            "meaning": meaning,
            "source": "Opdrachtverklaring van De Lindehof",
        }
        item = plan.add_item(facts=facts, by=amina, at=calendar.at(110))
        if kind == ItemKind.FOUNDING_TEXT:
            content = texts.DEMENTIA.encode()
            plan.add_file(item=item, name="visietekst-dementie.txt", content=content, by=amina, at=calendar.at(110))
    fund = FrameworkItem.objects.filter(bearing=Bearing.OPPORTUNITY, kind=ItemKind.SUBSIDY_RULE).first()
    if fund is not None:
        day: dict[str, Any] = {"what": texts.FUND_CALL, "on": calendar.ahead(16), "is_yearly": False, "warn_days": 30}
        plan.set_deadline(item=fund, facts=day, by=amina, at=calendar.at(109))
