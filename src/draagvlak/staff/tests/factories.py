"""Lists as text, and the short way from a list to a trial or a finished import."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from draagvlak.lib import clock
from draagvlak.staff.actions import carry_out, store, try_list
from draagvlak.staff.models import StaffImport

HEADER = "Personeelsnr;Naam;Voornaam;Geboortedatum;Geslacht;Functie;Team;Statuut;Breuk;In dienst;Uit dienst"
LIST_DAY = date(2025, 1, 1)
AN = "1;Peeters;An;04/05/1980;V;Zorgkundige;Beuk;vast;0,75;01/03/2018;"
BO = "2;Claes;Bo;07/09/1971;M;Kok;Keuken;vast;1;01/09/2010;"
CAS = "3;Nys;Cas;12/12/1990;M;Zorgkundige;Linde;bepaalde duur;0,5;01/02/2024;"


def listed(*rows: str, header: str = HEADER) -> bytes:
    return "\r\n".join([header, *rows, ""]).encode()


def tried(
    *rows: str,
    header: str = HEADER,
    as_of: date = LIST_DAY,
    mapping: Mapping[str, int] | None = None,
    content: bytes | None = None,
) -> StaffImport:
    """The trial of a list."""
    facts = {"name": "lijst.csv", "sheet": "", "as_of": as_of}
    return try_list(
        content=content or listed(*rows, header=header), facts=facts, mapping=mapping, by=None, at=clock.now()
    )


def read(*rows: str, leavers: Iterable[int] = (), **facts: Any) -> StaffImport:
    """A list that was tried and carried out."""
    return carry_out(staff_import=tried(*rows, **facts), leavers=list(leavers), by=None, at=clock.now())


def people() -> dict[str, Any]:
    """Everyone as the tables have them, by first name."""
    return {person.values["first_name"]: person for person in store.load()}


def messages(staff_import: StaffImport) -> list[tuple[int, str, str]]:
    """Row, code and field of everything that the rows of a list say."""
    return [(row.number, one["code"], one["field"]) for row in staff_import.rows.all() for one in row.messages]
