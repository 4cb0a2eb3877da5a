"""What a ballot asks: to vote, to look at the hands that another counted, to count."""

from collections.abc import Iterator
from datetime import date

from draagvlak.decisions import queries as decisions
from draagvlak.decisions.models import Ballot, ElectorateEntry
from draagvlak.desk import wording
from draagvlak.desk.figures import Task
from draagvlak.desk.queries.view import Desk
from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.ui.said import day_said, time_said


def tasks_of_ballots(desk: Desk) -> Iterator[Task]:
    """Two statements when a ballot runs."""
    if not desk.has("ballots"):
        return
    for ballot in desk.ask("ballots", decisions.ballots_that_run):
        closes_on = clock.day_of(ballot.closes_at)
        at_ballot = desk.to("decisions:ballot", number=ballot.number)
        if closes_on >= desk.today:
            yield from _votes(desk, ballot)
        mine = any(line.account_id == desk.account.pk for line in ballot.lines if _still_sits(line, desk.today))  # type: ignore[attr-defined]
        if ballot.hands_wait and mine and ballot.hands_by_id != desk.account.pk:
            why = str(wording.TASK_HANDS_WHY).format(name=ballot.hands_by)
            place = desk.to("decisions:confirm_hands", number=ballot.number)
            yield Task(str(wording.TASK_HANDS).format(number=ballot.number), place, why, closes_on, minutes=2)
        elif all(line.has_voted for line in ballot.lines if _still_sits(line, desk.today)) and may(
            desk.account, "decisions.run_ballot", ballot
        ):  # type: ignore[attr-defined]
            why = str(wording.TASK_COUNT_WHY)
            yield Task(str(wording.TASK_COUNT).format(number=ballot.number), at_ballot, why, closes_on, minutes=2)


def _still_sits(line: ElectorateEntry, today: date) -> bool:
    return line.seat.ends_on is None or line.seat.ends_on >= today


def _votes(desk: Desk, ballot: Ballot) -> Iterator[Task]:
    closes = ballot.closes_at.astimezone(clock.BRUSSELS)
    why = str(wording.TASK_VOTE_WHY).format(day=day_said(closes), hour=time_said(closes))
    for line in decisions.votes_waiting(ballot, desk.account, on=desk.today):
        place = desk.to("decisions:cast_vote", number=ballot.number, line=line.pk)
        title = wording.TASK_VOTE if line.account_id == desk.account.pk else wording.TASK_VOTE_FOR
        words = {"title": ballot.part.dossier.title, "name": line.name}
        yield Task(str(title).format(**words), place, why, clock.day_of(closes), minutes=5)
