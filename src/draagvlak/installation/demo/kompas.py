"""Buurtwerk Kompas: sixteen people, no bodies but a board, the whole team in the group, busy with the vision."""

from decimal import Decimal

from django.db import transaction
from django_scopes import scope

from draagvlak.installation.demo import (
    charter,
    gatherings,
    margin,
    matrix,
    regulations,
    representatives,
    rounds,
    support,
    texts,
    yearcalendar,
)
from draagvlak.installation.demo.mail import mail
from draagvlak.installation.demo.people import Job, Named, Staff, payroll, volunteers
from draagvlak.installation.demo.steps import Calendar, Cast, read
from draagvlak.planproject import actions as project
from draagvlak.policyplan import actions as plan
from draagvlak.policyplan.states import CoreQuestion
from draagvlak.stakeholders import actions as roles
from draagvlak.stakeholders.models import Body
from draagvlak.stakeholders.states import SeatFunction

STAFF = Staff(
    prefix="K",
    site="Buurthuis",
    jobs=(
        Job(6, "Buurtwerker", "Educatief", ("Buurt",)),
        Job(4, "Jeugdwerker", "Educatief", ("Jeugd",)),
        Job(3, "Projectmedewerker", "Educatief", ("Projecten",)),
        Job(2, "Administratief medewerker", "Administratie en techniek", ("Huis",)),
        Job(1, "Conciërge", "Administratie en techniek", ("Huis",)),
    ),
    women=0.62,
    over_50=0.19,
    part_time=0.69,
    seed=329,
)
NAMED = tuple(
    Named(first, last, sex, function, f"{first.lower()}@kompas.example")
    for first, last, sex, function in (
        ("Iris", "Maes", "V", "Administratief medewerker"),
        ("Karim", "Benali", "M", "Jeugdwerker"),
        ("Lotte", "Claes", "V", "Buurtwerker"),
    )
)


@transaction.atomic
def found(calendar: Calendar, hashed: str) -> Cast:
    cast = Cast("kompas.example", hashed)
    jan = cast.enter("Jan Mertens")
    words = {"slug": "kompas", "name": "Buurtwerk Kompas", "joint_committee": "329.01"}
    organisation = roles.found_organisation(**words, manager=jan, at=calendar.at(40))
    with scope(organisation=organisation):
        read(payroll(STAFF, NAMED, today=calendar.today), "team.csv", by=jan, at=calendar.at(39))
        read(
            volunteers("K", 24, team="Vrijwilligers", seed=24, today=calendar.today),
            "vrijwilligers.csv",
            by=jan,
            at=calendar.at(39),
        )
        for one in NAMED:
            cast.welcome_member(one.first, one.last, by=jan, at=calendar.at(38))
        set_up(calendar, cast)
        regulations.kompas(calendar, cast)
        start(calendar, cast)
        regulations.kompas_decides(calendar, cast)
        matrix.kompas(calendar, cast)
        gatherings.kompas_ahead(calendar, cast)
        support.kompas(calendar, cast)
        yearcalendar.kompas(calendar, cast)
        rounds.kompas(calendar, cast)
        margin.kompas(calendar, cast)
        representatives.kompas(calendar, organisation, cast)
        mail(calendar, cast)
    return cast


def set_up(calendar: Calendar, cast: Cast) -> None:
    jan = cast["Jan"]
    chair = cast.welcome("Mia Devos", by=jan, at=calendar.at(37))
    facts = {
        "name": "Buurtwerk Kompas",
        "joint_committee": "329.01",
        "heads": 16,
        "fte": Decimal("11.4"),
        "hours_per_half_day": Decimal("3.8"),
    }
    roles.describe_organisation(facts=facts, by=jan, at=calendar.at(37))
    roles.answer_bodies(present={"board": "Bestuursorgaan"}, by=jan, at=calendar.at(37))
    roles.seat(
        body=Body.objects.get(kind="board", ends_on=None),
        holder=chair,
        function=SeatFunction.CHAIR,
        starts_on=calendar.day(37),
        by=jan,
        at=calendar.at(36),
    )
    appointment = {
        "starts_on": calendar.day(36),
        "half_days_per_week": Decimal(1),
        "mandate": "Iris doet dit naast haar andere werk, samen met het hele team.",
        "decided_by": "Bestuursorgaan",
    }
    iris = roles.appoint_coordinator(holder=cast["Iris"], facts=appointment, by=jan, at=calendar.at(36))
    roles.accept_role(role=iris, by=cast["Iris"], at=calendar.at(35))
    roles.finish_set_up(absent={"line_manager": "small", "hr_officer": "small"}, by=jan, at=calendar.at(35))


def start(calendar: Calendar, cast: Cast) -> None:
    year = calendar.today.year + 1
    assignment = "Een kort plan, op maat van een klein team: wat willen we leren, en hoe maken we er tijd voor?"
    running = project.start_project(
        title=f"Leerplan {year}–{year + 2}",
        first_year=year,
        last_year=year + 2,
        assignment=assignment,
        by=cast["Iris"],
        at=calendar.at(30),
    )
    project.seat_whole_team(
        project=running,
        mandate="Het team schrijft en beslist samen; het bestuursorgaan keurt goed.",
        by=cast["Iris"],
        at=calendar.at(29),
    )
    charter.kompas(calendar, cast, running)
    for turn, question in enumerate(CoreQuestion):
        by = cast[("Karim", "Lotte", "Iris", "Karim")[turn]]
        plan.contribute(
            project=running, question=question, text=texts.CONTRIBUTIONS[question][0], by=by, at=calendar.at(20 - turn)
        )
    facts = {"text": texts.ANSWERS["understanding"], "facts": texts.FACTS["understanding"], "is_settled": True}
    plan.settle_answer(
        project=running,
        question=CoreQuestion.UNDERSTANDING,
        facts=facts,
        version=0,
        by=cast["Iris"],
        at=calendar.at(12),
    )
