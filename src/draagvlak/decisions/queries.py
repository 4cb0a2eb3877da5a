from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from draagvlak.decisions.figures import Point, Reply, Said, Says, Standing, Voice
from draagvlak.decisions.models import Dossier, Entry, Mandate, Part
from draagvlak.decisions.rules import needs_of, outcome_of
from draagvlak.decisions.states import DossierState
from draagvlak.lib import clock
from draagvlak.meetings import queries as meetings
from draagvlak.meetings.models import AgendaItem
from draagvlak.meetings.states import MinutesState
from draagvlak.staff.queries import in_force
from draagvlak.stakeholders.models import Body


def mandates(kind: str, *, on: date) -> QuerySet[Mandate]:
    """The mandates in force on a day for a kind of dossier, of bodies that still exist."""
    return Mandate.objects.filter(in_force(on), kind=kind, body__ends_on=None).select_related("body")


def dossiers() -> QuerySet[Dossier]:
    return Dossier.objects.select_related("document", "opened_by")


def open_dossiers() -> QuerySet[Dossier]:
    return dossiers().filter(state=DossierState.OPEN)


def entries_of(dossier: Dossier) -> list[Said]:
    """The dossier's chain, as it is sealed."""
    rows = Entry.objects.filter(dossier=dossier).order_by("number")
    return [Said(e.number, e.act, datetime.fromisoformat(e.at), e.by["name"], e.content, e.seal) for e in rows]


def standing(dossier: Dossier, *, today: date) -> Standing:
    """Where the dossier stands on a day, read from its chain as it was then."""
    entries = [entry for entry in entries_of(dossier) if clock.day_of(entry.at) <= today]
    replies = {(e.content["voice"], e.content["point"]): _reply(e) for e in entries if e.act == "reply"}
    voices = {e.content["part"]: _voice(e, replies) for e in entries if e.act == "voice"}
    parts = tuple(
        Says(p.pk, p.body.kind, p.body.name, p.strength, p.due_on, p.ground, voices.get(p.pk))
        for p in Part.objects.filter(dossier=dossier).select_related("body")
    )
    return Standing(parts, needs_of(parts, today=today), outcome_of(parts, today=today), tuple(entries))


def places_of(parts: Iterable[Part]) -> dict[int, AgendaItem]:
    """part → the point on an agenda where its body speaks on it, for those that have one."""
    asked = {part.pk: part.matter_id for part in parts if part.matter_id}
    found = meetings.places_of(list(asked.values()))
    return {key: found[matter] for key, matter in asked.items() if matter in found}


def minuted(part: Part) -> dict[str, Any]:
    """What the minutes that were sent say on this dossier, as a voice begins: met_on, minutes, votes. Empty without them."""
    place = places_of([part]).get(part.pk)
    report = place.meeting.report if place else None
    if place is None or report is None or report.state == MinutesState.DRAFT:
        return {}
    words = "\n".join(meetings.said_on(place))
    votes = {name: getattr(place, name) for name in ("votes_for", "votes_against", "votes_abstained")}
    return {"met_on": clock.day_of(place.meeting.starts_at), "minutes": words, **(votes if any(votes.values()) else {})}


def _reply(entry: Said) -> Reply:
    return Reply(entry.number, entry.content["verdict"], entry.content["text"], entry.by, entry.at)


def _voice(entry: Said, replies: dict[Any, Reply]) -> Voice:
    said = entry.content
    points = tuple(
        Point(entry.number, point["number"], point["text"], replies.get((entry.number, point["number"])))
        for point in said["points"]
    )
    return Voice(
        entry.number,
        said["part"],
        said["body"],
        said["strength"],
        said["verdict"],
        said["votes"],
        said["note"],
        entry.by,
        entry.at,
        points,
        date.fromisoformat(said["met_on"]) if said.get("met_on") else None,
        said.get("minutes", ""),
    )


def exported(dossier: Dossier) -> dict[str, Any]:
    """The dossier as a file that can be checked without us (format in lib/verify.py)."""
    rows = Entry.objects.filter(dossier=dossier).order_by("number")
    records = [
        {
            "number": e.number,
            "previous": e.previous,
            "act": e.act,
            "at": e.at,
            "by": e.by,
            "content": e.content,
            "seal": e.seal,
        }
        for e in rows
    ]
    return {"format": "draagvlak-dossier/1", "records": records, "head": records[-1]["seal"]}


def before(body: Body, *, today: date) -> list[tuple[Dossier, Says, Standing]]:
    """The running dossiers in which a body speaks, the first day first: the dossier, its own part, where it stands. Three
    statements, whatever their number."""
    found = {one.pk: one for one in open_dossiers().filter(parts__body=body)}
    parts: dict[int, list[Part]] = {}
    for part in Part.objects.filter(dossier__in=found).select_related("body"):
        parts.setdefault(part.dossier_id, []).append(part)
    entries: dict[int, list[Said]] = {}
    for e in Entry.objects.filter(dossier__in=found).order_by("number"):
        said = Said(e.number, e.act, datetime.fromisoformat(e.at), e.by["name"], e.content, e.seal)
        entries.setdefault(e.dossier_id, []).append(said)
    rows = []
    for key, dossier in found.items():
        replies = {(e.content["voice"], e.content["point"]): _reply(e) for e in entries[key] if e.act == "reply"}
        voices = {e.content["part"]: _voice(e, replies) for e in entries[key] if e.act == "voice"}
        says = tuple(
            Says(p.pk, p.body.kind, p.body.name, p.strength, p.due_on, p.ground, voices.get(p.pk)) for p in parts[key]
        )
        where = Standing(says, needs_of(says, today=today), outcome_of(says, today=today), tuple(entries[key]))
        rows += [(dossier, mine, where) for p, mine in zip(parts[key], says, strict=True) if p.body_id == body.pk]
    return sorted(rows, key=lambda row: (row[1].due_on, row[0].number))
