"""Who does what in the demo: the large preset half accepted, with a question and a task that two would decide on."""

from draagvlak.installation.demo.steps import Calendar, Cast
from draagvlak.stakeholders import actions as roles
from draagvlak.stakeholders.models import MatrixRole, Responsibility
from draagvlak.stakeholders.states import Size


def divide_tasks(calendar: Calendar, cast: Cast, size: Size, *, by: str, ago: int) -> None:
    roles.start_matrix(size=size, by=cast[by], at=calendar.at(ago))


def accept(calendar: Calendar, cast: Cast, kind: str, first: str, *, ago: int) -> None:
    role = MatrixRole.objects.get(kind=kind)
    roles.answer_role(role=role, is_yes=True, question="", read=role.asking, by=cast[first], at=calendar.at(ago))


def lindehof(calendar: Calendar, cast: Cast) -> None:
    divide_tasks(calendar, cast, Size.MEDIUM, by="Amina", ago=28)
    for kind, first in (
        ("management", "Koen"),
        ("training_coordinator", "Amina"),
        ("board", "Els"),
        ("works_council", "Dirk"),
        ("workers", "Bram"),
    ):
        accept(calendar, cast, kind, first, ago=26)
    asks = "Moet ik ook de opleidingen van de vrijwilligers in mijn team begeleiden?"
    role = MatrixRole.objects.get(kind="line_manager")
    roles.answer_role(role=role, is_yes=False, question=asks, read=role.asking, by=cast["Carine"], at=calendar.at(25))
    library = Responsibility.objects.get(key="b1_3")
    facts = {"title": library.title, "what": "Boeken, tijdschriften en video’s.", "weight": "light", "is_on": True}
    hr = MatrixRole.objects.get(kind="hr_officer").pk
    at = calendar.at(24)
    roles.set_line(line=library, facts=facts, letters={hr: "R"}, version=library.version, by=cast["Amina"], at=at)
    agreement = {
        "text": "Amina beslist zelf over opleidingen tot 500 euro. Daarboven beslist de directie binnen de week.",
        "between": "Koen Baert en Amina Haddad",
        "agreed_on": calendar.day(24),
    }
    roles.add_agreement(facts=agreement, by=cast["Amina"], at=calendar.at(24))
    duty = Responsibility.objects.get(key="b1_14")
    year = calendar.day(23).year
    roles.tick_duty(line=duty, year=year, note="Het plan is goedgekeurd.", by=cast["Amina"], at=calendar.at(23))


def kompas(calendar: Calendar, cast: Cast) -> None:
    divide_tasks(calendar, cast, Size.SMALL, by="Iris", ago=9)
    accept(calendar, cast, "training_coordinator", "Iris", ago=8)
