"""A body's own room: what is asked of it, when it meets, what was decided, and what it may know of the whole (rows B2.0, B5.0).

Aggregates only: nobody is named but who can be asked something, and no number stands for fewer than five people.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from draagvlak.accounts.models import Account
from draagvlak.decisions import queries as decisions
from draagvlak.decisions.figures import Says, Standing
from draagvlak.decisions.models import Ballot, Dossier
from draagvlak.decisions.rules import WITHOUT_TERM
from draagvlak.decisions.states import DossierState, Strength
from draagvlak.desk import wording
from draagvlak.desk.figures import AskedOf, Known, RoomDay, Task
from draagvlak.desk.queries.view import Desk, desk_of
from draagvlak.initiatives import queries as initiatives
from draagvlak.lib import clock
from draagvlak.meetings import queries as meetings
from draagvlak.planproject import queries as planproject
from draagvlak.policyplan import queries as policyplan
from draagvlak.policyplan.queries import agreement, negotiation
from draagvlak.policyplan.rules import shares
from draagvlak.policyplan.states import VersionState
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.models import Body
from draagvlak.stakeholders.states import BodyKind, Letter, RoleKind

# The bodies that have a room.
ROOMS = (BodyKind.BOARD, BodyKind.WORKS_COUNCIL, BodyKind.UNION_DELEGATION, BodyKind.SAFETY_COMMITTEE)
NO_BALLOTS: Mapping[int, Ballot] = MappingProxyType({})
LAST = 5
AHEAD = timedelta(days=180)


def rooms_of(bodies: frozenset[str]) -> list[str]:
    """The rooms that are open to who sits in these bodies, the board's first."""
    return [kind.value for kind in ROOMS if kind.value in bodies]


def room_of(account: Account, body: Body, *, today: date) -> dict[str, Any]:
    """Everything in a room; as many statements for one dossier as for fifty."""
    desk = desk_of(account, body.organisation, today=today)
    ended = decisions.dossiers().filter(parts__body=body).exclude(state__in=[DossierState.OPEN, DossierState.WITHDRAWN])
    is_board = body.kind == BodyKind.BOARD
    running = {ballot.part_id: ballot for ballot in decisions.ballots_that_run() if ballot.part.body_id == body.pk}
    return {
        "asked": [asked_of(*row, today=today, running=running) for row in decisions.before(body, today=today)],
        "decided": list(ended.order_by("-settled_at", "-number").prefetch_related("parts")[:LAST]),
        **_gathering(body, voted_on={ballot.part.matter_id for ballot in running.values()}),
        "lines": _lines_of(desk, body),
        "days": _days_of(desk, body),
        "reach": _reach(desk),
        "rounds": _rounds(desk),
        "contacts": [role.holder for role in desk.coordinators],
        "leaders": [role.holder for role in desk.roles if role.kind == RoleKind.MANAGEMENT],
        "register": None if is_board else _register(desk, body),
        "own_tasks": list(stakeholders.open_body_tasks(body)[:LAST]),
        "screened": [] if is_board else list(policyplan.screenings_of(body)[:LAST]),
        **(sponsorship(desk) if is_board else {}),
        "agreements": body.kind == BodyKind.UNION_DELEGATION and _agreements(desk),
    }


def asked_of(
    dossier: Dossier, mine: Says, where: Standing, *, today: date, running: Mapping[int, Ballot] = NO_BALLOTS
) -> AskedOf:
    """A running dossier as this body sees it: its strength, its ground, the days of its term, and the vote that runs on it.

    running: part → the ballot of this body that is not counted yet.
    """
    ballot = running.get(mine.key)
    need = next((one for one in where.needed if one.part == mine.key and one.what != "reply"), None)
    if mine.strength == Strength.INFORM:
        state = "untold" if mine.voice is None else "told"
    elif mine.voice is not None:
        state = "said"
    elif ballot is not None:
        state = "votes" if ballot.closes_at > clock.now() else "counts"
    elif need is None:
        state = "late"
    elif need.is_blocked:
        state = "blocked"
    elif mine.ballot == "binds":
        state = "voted"
    else:
        state = "late" if mine.due_on < today else "wait"
    return AskedOf(
        number=dossier.number,
        title=dossier.title,
        asks=str(wording.ROOM_ASKS[mine.strength]),
        waits=str(wording.ROOM_WAITS.get(mine.strength, "")),
        has_term=mine.strength not in WITHOUT_TERM,
        ground=mine.ground,
        opened_on=clock.day_of(dossier.opened_at),
        due_on=mine.due_on,
        days_left=(mine.due_on - today).days,
        state=state,
        ballot=ballot.number if ballot else 0,
        closes_at=ballot.closes_at if ballot else None,
        points=len(mine.voice.points) if mine.voice else 0,
        unanswered=sum(point.reply is None for point in mine.voice.points) if mine.voice else 0,
    )


def _gathering(body: Body, *, voted_on: Collection[int | None]) -> dict[str, Any]:
    """The next meeting with its agenda, or what waits for one: not what the body votes on now. voted_on: keys of matters."""
    meeting = meetings.next_of(body, at=clock.now())
    if meeting is not None:
        words = {"items": meetings.items_of(meeting), "when": meetings.when_of(meeting)}
        return {"meeting": meeting, "meets_on": clock.day_of(meeting.starts_at), **words}
    matters = [one for one in meetings.waiting_for(body) if one.pk not in voted_on]
    return {"meeting": None, "meets_on": None, "matters": matters[:LAST]}


def _lines_of(desk: Desk, body: Body) -> list[tuple[str, str]]:
    """What the body does in who does what: a line and its part in words."""
    found = desk.parts_found
    role = next((one for one in found.roles if one.kind == body.kind), None)
    if role is None:
        return []
    parts = [(line.title, found.letters.get(line.pk, {}).get(role.pk, "")) for line in found.lines if line.is_on]
    return [(title, ", ".join(str(Letter(one).label) for one in letters)) for title, letters in parts if letters]


def _days_of(desk: Desk, body: Body) -> list[RoomDay]:
    """The days of the yearly calendar that concern this body, from today on for half a year."""
    organisation, today = desk.organisation, desk.today
    facts = policyplan.facts_of(organisation, on=today)
    found = []
    for year in sorted({today.year, (today + AHEAD).year}):
        for row in policyplan.rows_of(desk.account, organisation, facts=facts, year=year, on=today):
            until = row.choice.on or row.entry.last
            if until and today <= until <= today + AHEAD and body.kind in row.entry.who and not row.choice.refused_why:
                address = desk.to("policyplan:calendar_of_year", year=year) + f"#{row.entry.key}"
                found.append(RoomDay(until, row.entry.line.what, row.entry.is_duty, address))
    return sorted(found, key=lambda day: day.on)[:LAST]


def _agreements(desk: Desk) -> dict[str, Any]:
    """What the delegation negotiates, and how many agreements it signed."""
    mine = negotiation.negotiations_of(desk.account, desk.organisation, on=desk.today)
    return {"running": list(negotiation.running(mine)), "signed": agreement.agreements().count()}


def _reach(desk: Desk) -> dict[str, Any]:
    """Whom the news and the calls reached, per function group; groups under five stand together."""
    rows, whole = planproject.inclusion(desk.organisation, on=desk.today)["function_group"]
    return {"rows": rows, "whole": whole}


def _rounds(desk: Desk) -> list[dict[str, Any]]:
    """The consultations that run, in counts: who took part only when five people or more did."""
    found = []
    for running in desk.ask("consultations", policyplan.consultations_open):
        _rows, whole = shares(policyplan.shares_of(running, on=desk.today))
        is_open = running.takes_remarks(on=desk.today)
        remarks = policyplan.count_remarks(running)
        found.append({"round": running, "remarks": remarks, "whole": whole, "is_open": is_open})
    return found


def _register(desk: Desk, body: Body) -> dict[str, int] | None:
    """How many questions in confidence wait, for who reads them; the others in this room do not even see how many."""
    mine = initiatives.listens_in(desk.account, desk.organisation, on=desk.today)
    if body not in mine or not initiatives.keeps_register(desk.account, desk.organisation, on=desk.today):
        return None
    days = list(initiatives.register([body], state="waiting").values_list("due_on", flat=True))
    return {"waiting": len(days), "late": sum(day < desk.today for day in days)}


# For the board


def sponsorship(desk: Desk) -> dict[str, Any]:
    """Who carries training for those who answer for the whole, and when they last decided on it (row B2.0)."""
    sponsor = desk.project.sponsor if desk.project else None
    seats = stakeholders.seats(on=desk.today).filter(body__kind=BodyKind.BOARD)
    in_board = {seat.holder_id for seat in seats}
    return {
        "last": decisions.last_decision_of(BodyKind.BOARD),
        "project": desk.project,
        "sponsor": sponsor,
        "is_of_board": sponsor is not None and sponsor.pk in in_board,
    }


def sheet_of(account: Account, body: Body, *, today: date) -> dict[str, Any]:
    """What is known and what is open, before the board speaks about training (row B2.1)."""
    desk = desk_of(account, body.organisation, today=today)
    carried = sponsorship(desk)
    goals = list(policyplan.goals_of(desk.version)) if desk.version else []
    means = planproject.means_of(desk.project, today=today) if desk.project else None
    reach = _reach(desk)["whole"]
    return {
        **carried,
        "known": _known(desk, carried),
        "open": _open(desk, body, carried, goals, reach.never),
        "goals": goals,
        "means": means,
        "reach": reach,
        "sheet": meetings.preparation_sheet(on=today),
        "meeting": meetings.next_of(body, at=clock.now()),
    }


def _known(desk: Desk, carried: dict[str, Any]) -> list[Known]:
    in_force = next((one for one in desk.versions if one.state == VersionState.ADOPTED), None)
    last = carried["last"]
    return [
        Known(str(wording.SHEET_LAST), clock.day_of(last.settled_at) if last else None, str(wording.SHEET_NEVER)),
        Known(
            str(wording.SHEET_PLAN),
            None,
            str(wording.SHEET_IN_FORCE if in_force else wording.SHEET_DRAFT if desk.plan else wording.SHEET_NO_PLAN),
        ),
        Known(str(wording.SHEET_SPONSOR), None, str(carried["sponsor"] or wording.SHEET_NOBODY)),
    ]


def _open(desk: Desk, body: Body, carried: dict[str, Any], goals: list[Any], never: int) -> list[Task]:
    """Questions that the figures themselves put, each with the page that it is about."""
    found = []
    if not carried["is_of_board"]:
        found.append(Task(str(wording.ASK_SPONSOR), desk.to("planproject:project")))
    bare = sum(not goal.baseline for goal in goals)
    if bare:
        found.append(Task(str(wording.ASK_BASELINE % {"number": bare}), desk.to("policyplan:plan")))
    late = policyplan.deadlines_ahead().filter(on__lt=desk.today).count()
    if late:
        found.append(Task(str(wording.ASK_LATE % {"number": late}), desk.to("policyplan:framework")))
    asked = decisions.before(body, today=desk.today)
    needed = Counter(need.what for _dossier, _mine, where in asked for need in where.needed)
    if informed := needed["inform"]:
        found.append(Task(str(wording.ASK_INFORMED % {"number": informed}), desk.to("decisions:dossiers")))
    replies = needed["reply"]
    if replies:
        found.append(Task(str(wording.ASK_REPLIES % {"number": replies}), desk.to("decisions:dossiers")))
    if never:
        found.append(Task(str(wording.ASK_REACH % {"number": never}), desk.to("policyplan:plan")))
    return found
