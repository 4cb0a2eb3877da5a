"""Belgian law on training as dated data, and the deadlines that follow from it. Never advice: a value with its source.

The values and the library of rules stand in law_be.toml, the lines of the yearly calendar in calendar_be.toml. `valid_to` is the last day on which a value
holds. A fact that nobody compared with the official text has `checked_on` None; "to_check" is shown on the page.
"""

import calendar
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum

from draagvlak.lib.clock import BRUSSELS
from draagvlak.lib.law_data import BrokenLaw, Law, Parameter, Rule, Texts, UnknownParameter
from draagvlak.lib.law_reading import load

__all__ = [
    "Body",
    "BrokenLaw",
    "Certainty",
    "ExpectedBody",
    "Law",
    "Parameter",
    "Rule",
    "Texts",
    "UnknownParameter",
    "bodies_expected",
    "body_for_employment_information",
    "body_for_training_plan",
    "end_of_day",
    "fallback_for",
    "in_use",
    "latest_sending_day",
    "load",
    "months_after",
    "parameter",
    "parameters",
    "rules_for",
    "so_many_days_before",
    "term_ends",
    "use",
]


class Body(StrEnum):
    """Who is informed and consulted in an enterprise."""

    WORKS_COUNCIL = "works_council"
    UNION_DELEGATION = "union_delegation"
    SAFETY_COMMITTEE = "safety_committee"
    WORKERS = "workers"


class Certainty(StrEnum):
    """How sure it is that a body is expected."""

    EXPECTED = "expected"
    RENEWAL = "renewal"  # only where one existed before; otherwise the committee's members hold its mandate
    SECTOR = "sector"  # depends on the agreement of the joint committee, which is not in the data


@dataclass(frozen=True)
class ExpectedBody:
    """A body that the law expects at this size, how sure that is, and the threshold it follows from."""

    body: Body
    certainty: Certainty
    threshold: Parameter | None


# Which law is in use


_in_use: list[Law] = []


def use(law: Law) -> None:
    """Take this law from now on; called once at the start, with the operator's own files: use(load(paths))."""
    _in_use[:] = [law]


def in_use() -> Law:
    """The law in use: what `use` was given, else the built-in data alone."""
    return _in_use[0] if _in_use else load()


def parameter(key: str, *, on: date, joint_committee: str = "") -> Parameter:
    """The value of a parameter on a day; raises UnknownParameter."""
    return in_use().parameter(key, on=on, joint_committee=joint_committee)


def parameters(*, on: date) -> list[Parameter]:
    """Every parameter in force on that day, by key."""
    return sorted((p for p in in_use().parameters if p.holds_on(on)), key=lambda p: (p.key, p.joint_committee))


def rules_for(
    *,
    heads: int,
    fte: Decimal,
    bodies: Collection[str],
    joint_committee: str,
    on: date,
    regions: Collection[str] = ("VL",),
) -> list[Rule]:
    """The rules for an organisation of this size with these bodies on that day, texts filled. regions: VL, BR and WA, those in which it
    has a house."""
    law, present = in_use(), frozenset(bodies) or frozenset({"none"})
    return [
        law.filled(rule, on=on, joint_committee=joint_committee)
        for rule in law.rules
        if rule.valid_from <= on
        and (rule.valid_to is None or on <= rule.valid_to)
        and law.fits(rule, heads=heads, fte=fte, on=on)
        and rule.conditions.allows(present, joint_committee, regions)
    ]


# Bodies


def bodies_expected(heads: int, on: date, *, joint_committee: str = "") -> list[ExpectedBody]:
    """The bodies that the law expects at this number of heads (yearly average of the technical business unit).

    Works council from 100, from 50 only as a renewal (law of 20 September 1948, art. 14, and the rules of the social
    elections); committee from 50 (law of 4 August 1996, art. 49); union delegation by agreement of the joint committee.
    """
    law = in_use()

    def threshold(key: str) -> Parameter:
        return law.parameter(key, on=on, joint_committee=joint_committee)

    found = []
    council, renewal = threshold("works_council_min_heads"), threshold("works_council_renewal_min_heads")
    if heads >= renewal.whole:
        certainty = Certainty.EXPECTED if heads >= council.whole else Certainty.RENEWAL
        found.append(ExpectedBody(Body.WORKS_COUNCIL, certainty, council if heads >= council.whole else renewal))
    if heads >= (committee := threshold("safety_committee_min_heads")).whole:
        found.append(ExpectedBody(Body.SAFETY_COMMITTEE, Certainty.EXPECTED, committee))
    try:
        delegation = threshold("union_delegation_min_heads")
    except UnknownParameter:
        return [*found, ExpectedBody(Body.UNION_DELEGATION, Certainty.SECTOR, None)]
    if heads >= delegation.whole:
        found.append(ExpectedBody(Body.UNION_DELEGATION, Certainty.EXPECTED, delegation))
    return found


def body_for_training_plan(bodies: Collection[str]) -> Body:
    """Who gives advice on the yearly training plan: works council, else union delegation, else the workers themselves.

    Source: law of 3 October 2022, chapter on the training plan (art. 34-38). The committee has no part in it.
    """
    order = (Body.WORKS_COUNCIL, Body.UNION_DELEGATION)
    return next((body for body in order if body in bodies), Body.WORKERS)


def body_for_employment_information(bodies: Collection[str]) -> Body:
    """Who is informed and consulted on employment and training policy: without council and delegation the committee.

    Source: collective agreement no. 9 of 9 March 1972; welfare law of 4 August 1996 as changed by the law of 23 April
    2008 for the committee. Without any body the workers themselves are told.
    """
    return fallback_for(bodies)


def fallback_for(bodies: Collection[str]) -> Body:
    """The first that exists of works council, union delegation, committee, workers: the general order of 2.4."""
    order = (Body.WORKS_COUNCIL, Body.UNION_DELEGATION, Body.SAFETY_COMMITTEE)
    return next((body for body in order if body in bodies), Body.WORKERS)


# Deadlines: a deadline is a local date in Belgium


def end_of_day(day: date) -> datetime:
    """The first moment in Brussels that is no longer that day: on time means moment < end_of_day(day).

    The clock never changes at midnight in Belgium, so this moment exists once; a day lasts 23, 24 or 25 hours.
    """
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=BRUSSELS)


def term_ends(started: date, days: int) -> date:
    """The last day of a term of so many calendar days; the day it starts or is sent is not counted, the last day is.

    Same rule as art. 52 and 53 of the Judicial Code, but without moving on from a weekend or a holiday: a term for
    advice inside an enterprise has no such extension. ValueError on fewer than 0 days.
    """
    if days < 0:
        raise ValueError("a term counts at least 0 days")
    return started + timedelta(days=days)


def so_many_days_before(day: date, days: int) -> date:
    """The day that lies so many calendar days before another; every reminder and every term that counts back asks this.

    ValueError on fewer than 0 days.
    """
    if days < 0:
        raise ValueError("a term counts at least 0 days")
    return day - timedelta(days=days)


def latest_sending_day(meeting: date, *, days_before: int) -> date:
    """The last day to send a document that must be there so many days before the meeting; the sending day is not counted.

    With 15 days and a meeting on the 31st: the 16th. Who reads "at least 15 days" as fifteen whole days in between
    asks for 16. ValueError on fewer than 0 days.
    """
    return so_many_days_before(meeting, days_before)


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month if it has no such day (31 January, 1: 28/29)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
