"""Invented people, always the same ones: a list as a payroll office would send it."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

WOMEN = [
    "Fatima",
    "Nadia",
    "Ayşe",
    "Katrien",
    "Rosa",
    "Sofie",
    "Griet",
    "Marleen",
    "Hilde",
    "An",
    "Ingrid",
    "Lut",
    "Samira",
    "Els",
    "Veerle",
    "Kaat",
    "Myriam",
    "Chantal",
    "Nele",
    "Lies",
    "Ilse",
    "Greet",
    "Hanne",
    "Joke",
    "Bieke",
    "Zeynep",
    "Leila",
    "Yasmina",
    "Annelies",
    "Martine",
    "Rita",
    "Godelieve",
    "Tine",
    "Charlotte",
    "Emma",
    "Noor",
    "Femke",
    "Sarah",
]
MEN = [
    "Tom",
    "Johan",
    "Yusuf",
    "Bart",
    "Wim",
    "Mehmet",
    "Karim",
    "Luc",
    "Geert",
    "Stijn",
    "Pieter",
    "Mohamed",
    "Jef",
    "Dries",
    "Koen",
    "Rik",
    "Filip",
    "Hassan",
    "Peter",
    "Sam",
]
FAMILIES = [
    "Peeters",
    "Janssens",
    "Maes",
    "Jacobs",
    "Mertens",
    "Willems",
    "Claes",
    "Goossens",
    "Wouters",
    "De Smet",
    "Van den Broeck",
    "Yıldız",
    "El Idrissi",
    "Benali",
    "Demir",
    "Devos",
    "Lievens",
    "Martens",
    "Verhaeghe",
    "De Backer",
    "Van Damme",
    "Haddad",
    "Vermeulen",
    "Aerts",
    "Bogaert",
    "Cools",
    "De Wilde",
    "Hermans",
    "Lambrechts",
    "Michiels",
    "Nys",
    "Pauwels",
    "Segers",
    "Thys",
    "Van Acker",
    "Wauters",
    "Şahin",
    "Boukhari",
    "Dupont",
    "Lemmens",
]


@dataclass(frozen=True)
class Job:
    """So many people in one function. fractions and teams are taken in turn."""

    count: int
    function: str
    group: str
    teams: Sequence[str]


@dataclass(frozen=True)
class Staff:
    """What a list is made from. named: people of the story, put in before the others."""

    prefix: str
    site: str
    jobs: Sequence[Job]
    women: float
    over_50: float
    part_time: float
    seed: int


@dataclass(frozen=True)
class Named:
    """A person of the story."""

    first: str
    last: str
    sex: str
    function: str
    email: str = ""


HEADER = "Personeelsnr.;Naam;Voornaam;E-mail;M/V;Geboortedatum;Functie;Functiegroep;Dienst;Vestiging;Contract;Breuk;In dienst;Uit dienst;Taal"


def payroll(staff: Staff, named: Sequence[Named], *, today: date) -> bytes:
    """The list as a file: a title above it, semicolons, dates as people type them."""
    out = io.StringIO()
    out.write(f"Personeelslijst {staff.site}\n\n{HEADER}\n")
    writer = csv.writer(out, delimiter=";")
    for row in rows(staff, named, today=today):
        writer.writerow(row)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def rows(staff: Staff, named: Sequence[Named], *, today: date) -> Iterator[list[str]]:
    """One row per person, in the columns of the header."""
    chance = Random(staff.seed)  # noqa: S311 -- invented people, no secret
    waiting = list(named)
    number = 1000
    taken: set[tuple[str, str]] = {(one.first, one.last) for one in named}
    for job in staff.jobs:
        for place in range(job.count):
            number += 1
            who = next((one for one in waiting if one.function == job.function), None)
            if who is not None:
                waiting.remove(who)
            else:
                who = invent(chance, staff, job, taken)
            yield _row(staff, job, who, f"{staff.prefix}{number}", place, chance, today=today)


def invent(chance: Random, staff: Staff, job: Job, taken: set[tuple[str, str]]) -> Named:
    sex = "V" if chance.random() < staff.women else "M"
    while True:
        first, last = chance.choice(WOMEN if sex == "V" else MEN), chance.choice(FAMILIES)
        if (first, last) not in taken:
            taken.add((first, last))
            return Named(first, last, sex, job.function)


def _row(staff: Staff, job: Job, who: Named, number: str, place: int, chance: Random, *, today: date) -> list[str]:  # noqa: PLR0913 -- columns of a list
    age = chance.randint(50, 63) if chance.random() < staff.over_50 else chance.randint(21, 49)
    born = today - timedelta(days=age * 365 + chance.randint(0, 364))
    entered = max(born + timedelta(days=20 * 365), today - timedelta(days=chance.randint(200, 9000)))
    contract = ("vast", "vast", "vast", "vast", "vast", "vast", "bepaalde duur", "vervangingscontract")[
        chance.randrange(8)
    ]
    fraction = chance.choice(("0,5", "0,6", "0,75", "0,8")) if chance.random() < staff.part_time else "1"
    team = job.teams[place % len(job.teams)]
    return [
        number,
        who.last,
        who.first,
        who.email,
        who.sex,
        born.strftime("%d/%m/%Y"),
        job.function,
        job.group,
        team,
        staff.site,
        contract,
        fraction,
        entered.strftime("%d/%m/%Y"),
        "",
        "NL",
    ]


def volunteers(prefix: str, count: int, *, team: str, seed: int, today: date) -> bytes:
    """A list of volunteers: most without e-mail."""
    chance = Random(seed)  # noqa: S311 -- invented people, no secret
    lines = ["Nr,Voornaam,Achternaam,Statuut,Dienst,Sinds"]
    taken: set[tuple[str, str]] = set()
    shape = Staff(prefix, "", (), 0.7, 0.6, 0, seed)
    for number in range(1, count + 1):
        who = invent(chance, shape, Job(1, "vrijwilliger", "", ("",)), taken)
        since = today - timedelta(days=chance.randint(100, 3000))
        lines.append(f"{prefix}V{number:03},{who.first},{who.last},vrijwilliger,{team},{since.isoformat()}")
    return "\n".join(lines).encode()
