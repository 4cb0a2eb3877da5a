"""Votes that a seat takes along when it ends, and what somebody voted in the open."""

from datetime import date

from django.db.models import Q

from draagvlak.decisions import wording
from draagvlak.decisions.models import Ballot, ElectorateEntry, Vote
from draagvlak.decisions.states import BallotState, Choice, Way
from draagvlak.lib import clock
from draagvlak.stakeholders.models import Seat
from draagvlak.ui.said import day_said, time_said


def stands(*, on: date) -> Q:
    """The lines of a ballot that count as somebody who may vote: not who can no more and never did, while it runs."""
    goes_on = Q(electorate__seat__ends_on=None) | Q(electorate__seat__ends_on__gte=on)
    return goes_on | ~Q(electorate__way=Way.NONE) | ~Q(state=BallotState.OPEN)


def has_lapsed(line: ElectorateEntry, ballot: Ballot) -> bool:
    """Whether the seat ended while the ballot ran, before the person voted."""
    last = line.seat.ends_on
    until = clock.day_of(ballot.ended_at) if ballot.ended_at else clock.today()
    return not line.has_voted and last is not None and last < until


def votes_of_seat(seat: Seat) -> list[str]:
    """Each running ballot in which this seat has a vote, and what becomes of it when the seat ends."""
    lines = ElectorateEntry.objects.filter(seat=seat, ballot__state=BallotState.OPEN).select_related("ballot")
    return [_becomes(line, line.ballot) for line in lines.order_by("ballot__closes_at")]


def _becomes(line: ElectorateEntry, ballot: Ballot) -> str:
    closes = ballot.closes_at.astimezone(clock.BRUSSELS)
    words = {"number": ballot.number, "question": ballot.question, "name": line.name}
    said = wording.SEAT_VOTED if line.has_voted else wording.SEAT_LOSES_VOTE
    return str(said).format(**words, day=day_said(closes), hour=time_said(closes))


def open_choice(line: ElectorateEntry) -> Choice | None:
    """What was voted on this line in an open ballot; nothing of a secret one. Asked only by who cast it."""
    vote = Vote.objects.filter(by=line, ballot__is_secret=False).first()
    return Choice(vote.choice) if vote else None
