from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from django.db.models import Count, Q, QuerySet

from draagvlak.accounts.models import Account
from draagvlak.decisions.figures import (
    Answered,
    BallotRule,
    Counted,
    Counts,
    Heard,
    HeardAnswer,
    Linked,
    Point,
    Received,
    Remark,
    Reply,
    Said,
    Says,
    Standing,
    Told,
    Voice,
    Voter,
)
from draagvlak.decisions.models import Ballot, Dossier, ElectorateEntry, Entry, Mandate, Part, Vote
from draagvlak.decisions.queries.lapsed import stands
from draagvlak.decisions.rules import BINDING, CLOSING, ballots_by_part, needs_of, outcome_of
from draagvlak.decisions.states import BallotState, Choice, DossierKind, DossierState, Way
from draagvlak.lib import clock
from draagvlak.lib.composed import ComposedHere
from draagvlak.meetings import queries as meetings
from draagvlak.meetings.models import AgendaItem
from draagvlak.meetings.states import MinutesState
from draagvlak.staff.queries import in_force
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.models import Body, Seat
from draagvlak.stakeholders.states import BodyKind, SeatFunction

NO_REPLIES: Mapping[Any, Reply] = MappingProxyType({})


def mandates(kind: str, *, on: date) -> QuerySet[Mandate]:
    """The mandates in force on a day for a kind of dossier, of bodies that still exist."""
    return Mandate.objects.filter(in_force(on), kind=kind, body__ends_on=None).select_related("body")


def kinds_with_voice(body: Body, *, on: date) -> list[DossierKind]:
    """The kinds of dossier on which a body has a mandate on a day, also when the body itself has just ended."""
    held = Mandate.objects.filter(in_force(on), body=body).order_by("kind").values_list("kind", flat=True)
    return [DossierKind(kind) for kind in dict.fromkeys(held)]


def dossiers() -> QuerySet[Dossier]:
    return Dossier.objects.select_related("document", "opened_by")


def dossiers_for_all() -> QuerySet[Dossier]:
    """Those in which the workers themselves have a part: who works here reads them."""
    return dossiers().filter(parts__body__kind=BodyKind.WORKERS).distinct()


def open_dossiers() -> QuerySet[Dossier]:
    return dossiers().filter(state=DossierState.OPEN)


def last_decision_of(kind: str) -> Dossier | None:
    """The dossier that a body of this kind decided on last, of those that it closes: by approving or by ratifying."""
    closes = {"parts__body__kind": kind, "parts__strength__in": CLOSING}
    decided = dossiers().filter(state__in=[DossierState.ADOPTED, DossierState.REJECTED], **closes)
    return decided.order_by("-settled_at").first()


ENTRIES = ComposedHere(lambda *, dossier: Entry.objects.filter(dossier=dossier).order_by("number"))
PARTS = ComposedHere(lambda *, dossier: Part.objects.filter(dossier=dossier).select_related("body"))
OPEN_DOSSIERS = ComposedHere(open_dossiers)


def every_open_dossier() -> list[Dossier]:
    """The dossiers that run, in full, for what is asked again and again."""
    return OPEN_DOSSIERS()


def entries_of(dossier: Dossier) -> list[Said]:
    """The dossier's chain, as it is sealed."""
    return [said_in(e) for e in ENTRIES(dossier=dossier.pk)]


def said_in(e: Entry) -> Said:
    return Said(e.number, e.act, datetime.fromisoformat(e.at), e.by["name"], e.content, e.seal, e.by["email"])


def heard_in(opening: Said) -> list[Heard] | None:
    """What people said about the draft beforehand, as the dossier was opened with it; None where nobody looked for it."""
    told = opening.content.get("heard")
    return None if told is None else [_heard(one) for one in told]


def _heard(told: dict[str, Any]) -> Heard:
    days = {name: date.fromisoformat(told[name]) for name in ("starts_on", "ends_on", "concluded_on")}
    return Heard(**{**told, **days, "answers": tuple(HeardAnswer(**answer) for answer in told["answers"])})


def remarks_in(entries: Iterable[Said]) -> list[Remark]:
    """What was asked and said about the text, each with its answer; no statement."""
    found = list(entries)
    answers = {e.content["remark"]: Answered(e.content["text"], e.by, e.at) for e in found if e.act == "answer"}
    asked = [e for e in found if e.act == "remark"]
    return [Remark(e.number, e.content["text"], e.by, e.email, e.at, answers.get(e.number)) for e in asked]


def standing(dossier: Dossier, *, today: date) -> Standing:
    """Where the dossier stands on a day, read from its chain as it was then."""
    entries = [entry for entry in entries_of(dossier) if clock.day_of(entry.at) <= today]
    return _stands(PARTS(dossier=dossier.pk), entries, today=today)


def _stands(parts: Iterable[Part], entries: Sequence[Said], *, today: date) -> Standing:
    replies = {(e.content["voice"], e.content["point"]): _reply(e) for e in entries if e.act == "reply"}
    voices = {e.content["part"]: voice_in(e, replies) for e in entries if e.act == "voice"}
    voted = ballots_by_part(entries)
    says = tuple(
        Says(p.pk, p.body.kind, p.body.name, p.strength, p.due_on, p.ground, voices.get(p.pk), voted.get(p.pk, ""))
        for p in parts
    )
    return Standing(says, needs_of(says, today=today), outcome_of(says, today=today), tuple(entries))


def has_spoken(part: Part) -> bool:
    """Whether the body said what it had to say in this dossier; it speaks once."""
    return any(e.act == "voice" and e.content["part"] == part.pk for e in entries_of(part.dossier))


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


def voice_in(entry: Said, replies: Mapping[Any, Reply] = NO_REPLIES) -> Voice:
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
        said.get("ballot", 0),
        _linked(said["agreement"]) if said.get("agreement") else None,
        tuple(_received(one) for one in said.get("papers", ())),
        said.get("handed_over", ""),
    )


def _received(said: dict[str, str]) -> Received:
    return Received(said["name"], said["state"], datetime.fromisoformat(said["at"]) if said["at"] else None)


def _linked(said: dict[str, Any]) -> Linked:
    clauses = tuple((clause["number"], clause["sha256"]) for clause in said["clauses"])
    signed_on = date.fromisoformat(said["signed_on"])
    return Linked(said["subject"], signed_on, said["sha256"], clauses, said["address"])


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


def ballots() -> QuerySet[Ballot]:
    rows = Ballot.objects.select_related("part__dossier__document", "part__dossier__organisation", "part__body")
    return rows.select_related("opened_by", "hands_by", "hands_confirmed_by")


def ballots_of(dossier: Dossier) -> list[Ballot]:
    """The ballots about a dossier, the first one first, each with `may_vote` and `have_voted`: how many lines there are."""
    may_vote = Count("electorate", filter=stands(on=clock.today()))
    counted = {"may_vote": may_vote, "have_voted": Count("electorate", filter=~Q(electorate__way=Way.NONE))}
    return list(ballots().filter(part__dossier=dossier).annotate(**counted).order_by("number"))


def running_ballot(part: Part) -> Ballot | None:
    return Ballot.objects.filter(part=part, state=BallotState.OPEN).first()


def ballot_that_binds(part: Part) -> Counted | None:
    """The ballot in which the body decided, with its votes as the chain holds them; none that was not valid."""
    bound = Ballot.objects.filter(part=part, result__in=BINDING).first()
    return counted(bound) if bound else None


def counted(ballot: Ballot) -> Counted | None:
    """What the chain says of a ballot that was counted."""
    for entry in Entry.objects.filter(dossier=ballot.part.dossier_id, act="ballot_count").order_by("number"):
        said = entry.content
        if said["ballot"] == ballot.number:
            votes = said["counts"]
            counts = Counts(votes["for"], votes["against"], votes["abstained"]) if votes else None
            taken = len(said["took_part"])
            return Counted(entry.number, ballot.number, said["result"], counts, taken, said["seats"], entry.seal)
    return None


def took_part(ballot: Ballot, told: Counted) -> list[dict[str, str]]:
    """Who voted in a ballot that was counted, as the chain holds it."""
    entry = Entry.objects.get(dossier=ballot.part.dossier_id, number=told.entry)
    found: list[dict[str, str]] = entry.content["took_part"]
    return found


def seats_that_vote(body: Body, *, on: date) -> list[Seat]:
    """Who votes in a body: everybody who sits there, but who only stands in for somebody."""
    return list(stakeholders.seats_in(body, on=on).exclude(function=SeatFunction.SUBSTITUTE))


def electorate(ballot: Ballot) -> list[ElectorateEntry]:
    """Everybody who may vote, by name, each with who holds his proxy."""
    return list(ballot.electorate.select_related("proxy", "seat"))


def line_of(account: Account, ballot: Ballot) -> ElectorateEntry | None:
    """The person's own line in the electorate."""
    return next((line for line in electorate(ballot) if line.account_id == account.pk), None)


def as_voter(line: ElectorateEntry) -> Voter:
    return Voter(line.pk, line.side, line.has_voted, line.proxy_id)


def rule_of(ballot: Ballot) -> BallotRule:
    return BallotRule(ballot.quorum, ballot.majority, ballot.counts_abstentions)


def rule_in_chain(ballot: Ballot) -> dict[str, Any]:
    """The rule of a ballot as its chain quotes it."""
    words = {name: str(getattr(ballot, name)) for name in ("quorum", "majority")}
    return {**words, "counts_abstentions": ballot.counts_abstentions, "most_proxies": ballot.most_proxies}


def counts_of(ballot: Ballot) -> Counts:
    """The votes that came in, those raised by hand included. Asked only by who counts: before that nobody reads them."""
    found = dict(Vote.objects.filter(ballot=ballot).values_list("choice").annotate(Count("pk")).order_by())
    return Counts(
        found.get(Choice.FOR, 0) + ballot.hands_for,
        found.get(Choice.AGAINST, 0) + ballot.hands_against,
        found.get(Choice.ABSTAINED, 0) + ballot.hands_abstained,
    )


def still_sit(ballot: Ballot, *, on: date) -> QuerySet[ElectorateEntry]:
    """The lines of whose seat did not end since the ballot opened."""
    return ballot.electorate.filter(Q(seat__ends_on=None) | Q(seat__ends_on__gte=on))


def still_to_vote(ballot: Ballot, *, on: date) -> int:
    """How many can still vote: not whose seat ended."""
    return still_sit(ballot, on=on).filter(way=Way.NONE).count()


def who_took_part(ballot: Ballot, lines: Iterable[ElectorateEntry]) -> list[dict[str, str]]:
    """Who voted and how it came in; in an open ballot also what, but for hands. As the chain holds it, by name."""
    chosen = {vote.by_id: vote.choice for vote in Vote.objects.filter(ballot=ballot)} if not ballot.is_secret else {}
    found = []
    for line in lines:
        if line.has_voted:
            choice = {"choice": str(chosen[line.pk])} if line.pk in chosen else {}
            found.append({"name": line.name, "way": str(line.way), **choice})
    return sorted(found, key=lambda one: one["name"])


OPEN_BALLOTS = ComposedHere(lambda: ballots().filter(state=BallotState.OPEN).order_by("closes_at"))


ELECTORATES = ComposedHere(
    lambda: ElectorateEntry.objects.filter(ballot__state=BallotState.OPEN).select_related("proxy", "seat")
)


def ballots_that_run() -> list[Ballot]:
    """The ballots that take votes or wait to be counted, each with its lines in `lines`. Two statements at most."""
    found = OPEN_BALLOTS()
    lines: dict[int, list[ElectorateEntry]] = {ballot.pk: [] for ballot in found}
    for line in ELECTORATES() if found else ():
        lines.setdefault(line.ballot_id, []).append(line)
    for ballot in found:
        ballot.lines = lines[ballot.pk]  # type: ignore[attr-defined]
    return found


def votes_waiting(ballot: Ballot, account: Account, *, on: date) -> list[ElectorateEntry]:
    """The votes that this person can still cast in a ballot with `lines`: his own, and those for which he holds a proxy."""
    held = [line for line in ballot.lines if not line.has_voted and (line.proxy or line).account_id == account.pk]  # type: ignore[attr-defined]
    return [line for line in held if line.seat.ends_on is None or line.seat.ends_on >= on]


def due_ballots(*, at: datetime) -> list[Ballot]:
    """The ballots whose last moment came, and that nothing keeps from being counted."""
    rows = Ballot.objects.filter(state=BallotState.OPEN, closes_at__lte=at)
    return [ballot for ballot in rows if not ballot.hands_wait]


def before(body: Body, *, today: date) -> list[tuple[Dossier, Says, Standing]]:
    """The running dossiers in which a body speaks, the first day first: the dossier, its own part, where it stands. Three
    statements, whatever their number."""
    found = {one.pk: one for one in open_dossiers().filter(parts__body=body)}
    parts: dict[int, list[Part]] = {}
    for part in Part.objects.filter(dossier__in=found).select_related("body"):
        parts.setdefault(part.dossier_id, []).append(part)
    entries: dict[int, list[Said]] = {}
    for e in Entry.objects.filter(dossier__in=found).order_by("number"):
        entries.setdefault(e.dossier_id, []).append(said_in(e))
    rows = []
    for key, dossier in found.items():
        where = _stands(parts[key], entries[key], today=today)
        rows += [
            (dossier, mine, where) for p, mine in zip(parts[key], where.parts, strict=True) if p.body_id == body.pk
        ]
    return sorted(rows, key=lambda row: (row[1].due_on, row[0].number))


def ballots_told(dossier: Dossier, entries: Iterable[Said]) -> list[Told]:
    """Every ballot about a dossier with what the chain says of it. One statement, and no vote is read."""
    counted_in = {entry.content["ballot"]: entry.content for entry in entries if entry.act == "ballot_count"}
    found = []
    for ballot in ballots_of(dossier):
        said: dict[str, Any] = counted_in.get(ballot.number, {})
        votes = said.get("counts")
        counts = Counts(votes["for"], votes["against"], votes["abstained"]) if votes else None
        took_part = len(said["took_part"]) if said else ballot.have_voted  # type: ignore[attr-defined]
        seats: int = said["seats"] if said else ballot.may_vote  # type: ignore[attr-defined]
        found.append(Told(ballot, said.get("result", ""), counts, took_part, seats))
    return found


def asked_in_dossiers() -> list[tuple[Dossier, Remark]]:
    """Every question and remark in a dossier, with its answer where it has one. One statement, whatever the number."""
    rows = Entry.objects.filter(act__in=["remark", "answer"]).select_related("dossier").order_by("dossier", "number")
    each: dict[Dossier, list[Said]] = {}
    for e in rows:
        each.setdefault(e.dossier, []).append(said_in(e))
    return [(dossier, asked) for dossier, entries in each.items() for asked in remarks_in(entries)]


def points_of_advice() -> list[tuple[Dossier, Voice, Point]]:
    """Every point of what a body said last in a dossier, with its answer where it has one. One statement, whatever the number."""
    rows = Entry.objects.filter(act__in=["voice", "reply"]).select_related("dossier").order_by("dossier", "number")
    said: dict[tuple[int, int], tuple[Dossier, Said]] = {}
    replies: dict[int, dict[Any, Reply]] = {}
    for e in rows:
        entry = said_in(e)
        if e.act == "voice":
            said[e.dossier_id, e.content["part"]] = (e.dossier, entry)
        else:
            replies.setdefault(e.dossier_id, {})[e.content["voice"], e.content["point"]] = _reply(entry)
    voices = [(dossier, voice_in(entry, replies.get(dossier.pk, {}))) for dossier, entry in said.values()]
    return [(dossier, voice, point) for dossier, voice in voices for point in voice.points]
