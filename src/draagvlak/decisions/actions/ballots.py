"""A ballot is opened, people give their vote away or cast it. Of a secret one nothing keeps who voted what (record 19)."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import override

from draagvlak.accounts.models import Account
from draagvlak.decisions import queries, wording
from draagvlak.decisions.actions.chain import add_entry, locked, refuse_too_early_or_late
from draagvlak.decisions.actions.counting import address_of_ballot, held_open
from draagvlak.decisions.models import Ballot, ElectorateEntry, Entry, Part, Vote
from draagvlak.decisions.rules import (
    LAPSING,
    WITHOUT_BALLOT,
    BallotRefused,
    NotNow,
    TextChanged,
    is_over,
    proxy_refused,
    refuse,
    refuse_closing_moment,
    refuse_voters,
)
from draagvlak.decisions.states import Choice, Way
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.notices.actions import queue_many
from draagvlak.notices.figures import Note
from draagvlak.notices.states import MessageKind
from draagvlak.stakeholders.models import Seat
from draagvlak.ui.said import day_said, time_said

LONGEST_DAYS = 60
# Of the last day of a term, so that somebody can still write down before midnight what the vote said.
LAST_HOUR = time(20)


@transaction.atomic
def open_ballot(*, part: Part, facts: Mapping[str, Any], by: Account, at: datetime, root: str = "") -> Ballot:
    """Let a body vote on the text of the dossier. Who sits there now may vote, nobody else; substitutes have no vote.

    facts: question, is_secret, quorum, majority, counts_abstentions, most_proxies, closes_at, and document_sha256 of the text
    that was read.
    """
    dossier = locked(part.dossier_id)
    today = clock.day_of(at)
    facts = dict(facts)
    if facts.pop("document_sha256") != dossier.document.sha256:
        raise TextChanged(str(wording.TEXT_CHANGED))
    if part.strength in WITHOUT_BALLOT:
        raise BallotRefused(str(wording.BALLOT_NOTHING_ASKED[part.strength]).format(body=part.body.name))
    refuse_too_early_or_late(part, queries.standing(dossier, today=today), today=today)
    if queries.running_ballot(part) is not None or queries.ballot_that_binds(part) is not None:
        raise NotNow(str(wording.BALLOT_EXISTS).format(body=part.body.name))
    _refuse_moment(part, facts["closes_at"], at=at)
    seats = queries.seats_that_vote(part.body, on=today)
    refuse_voters(
        voters=len(seats),
        is_secret=facts["is_secret"],
        nobody=str(wording.BALLOT_NOBODY).format(body=part.body.name),
        too_few=str(wording.BALLOT_TOO_FEW).format(count=len(seats), body=part.body.name),
    )
    last = Ballot.objects.aggregate(last=Max("number"))["last"] or 0
    ballot = Ballot.objects.create(part=part, number=last + 1, opened_at=at, opened_by=by, **facts)
    ElectorateEntry.objects.bulk_create(_line(ballot, seat) for seat in seats)
    entry = add_entry(dossier, "ballot_open", _opening(ballot, seats), by=by, at=at)
    record("decisions.open_ballot", by=by, at=at, on=ballot, details={"is_secret": ballot.is_secret})
    _ask(ballot, entry, root=root, at=at)
    return ballot


def _refuse_moment(part: Part, closes_at: datetime, *, at: datetime) -> None:
    """A vote on an advice ends within its term, in time to write it down on the last day; then it is heard, also written down later."""
    last = at + timedelta(days=LONGEST_DAYS)
    too_late = str(wording.BALLOT_TOO_LONG).format(count=LONGEST_DAYS)
    if part.strength in LAPSING:
        last = min(last, datetime.combine(part.due_on, LAST_HOUR, tzinfo=clock.BRUSSELS))
        too_late = str(wording.BALLOT_AFTER_TERM).format(due=day_said(part.due_on), hour=LAST_HOUR.hour)
    refuse_closing_moment(closes_at=closes_at, at=at, last=last, too_soon=str(wording.BALLOT_PAST), too_late=too_late)


def _line(ballot: Ballot, seat: Seat) -> ElectorateEntry:
    return ElectorateEntry(ballot=ballot, seat=seat, account=seat.holder, name=seat.person[:150], side=seat.side)


def _opening(ballot: Ballot, seats: Sequence[Seat]) -> dict[str, Any]:
    return {
        "ballot": ballot.number,
        "part": ballot.part_id,
        "body": ballot.part.body.name,
        "question": ballot.question,
        "is_secret": ballot.is_secret,
        "rule": queries.rule_in_chain(ballot),
        "closes_at": ballot.closes_at.isoformat(),
        "electorate": [{"name": seat.person, "side": str(seat.side)} for seat in seats],
        "document_sha256": ballot.part.dossier.document.sha256,
    }


def _ask(ballot: Ballot, entry: Entry, *, root: str, at: datetime) -> None:
    """One mail to each who can vote on a device, with what the vote is about and the chain's head."""
    dossier, notes = ballot.part.dossier, []
    for line in ballot.electorate.select_related("account"):
        if line.account is None:
            continue
        with override(line.account.language):
            closes = ballot.closes_at.astimezone(clock.BRUSSELS)
            words = {
                "name": line.account.name,
                "body": ballot.part.body.name,
                "title": dossier.title,
                "question": ballot.question,
                "naming": wording.BALLOT_SECRET if ballot.is_secret else wording.BALLOT_NAMED,
                "day": day_said(closes),
                "hour": time_said(closes),
                "number": dossier.number,
                "text_seal": dossier.document.sha256,
                "seal": f"{entry.number}:{entry.seal}",
                "link": root + address_of_ballot(ballot),
            }
            subject, body = (str(one).format(**words) for one in (wording.BALLOT_SUBJECT, wording.BALLOT_BODY))
        notes.append(Note(line.account.email, line.account.language, subject, body))
    queue_many(notes, at=at, kind=MessageKind.PAPERS)


def running(key: int, *, at: datetime) -> Ballot:
    """The ballot, locked, while it takes votes; refused from its last moment on, whoever comes first."""
    ballot = held_open(key)
    if is_over(closes_at=ballot.closes_at, at=at):
        raise NotNow(str(wording.BALLOT_OVER))
    return ballot


def _line_of(line: ElectorateEntry, ballot: Ballot) -> ElectorateEntry:
    return ElectorateEntry.objects.select_related("seat", "proxy__seat").get(pk=line.pk, ballot=ballot)


def refuse_ended_seat(line: ElectorateEntry, ballot: Ballot, *, at: datetime) -> None:
    """A mandate that ended yesterday votes no more today, on a device or with a hand."""
    ends_on = line.seat.ends_on
    if ends_on is not None and ends_on < clock.day_of(at):
        words = {"name": line.name, "body": ballot.part.body.name, "day": day_said(ends_on)}
        raise NotNow(str(wording.SEAT_ENDED).format(**words))


@transaction.atomic
def give_proxy(*, line: ElectorateEntry, holder: ElectorateEntry, by: Account, at: datetime) -> ElectorateEntry:
    """Let another member of the body vote in one's place; until that vote is cast it can be taken back."""
    ballot = running(line.ballot_id, at=at)
    giver, taker = _line_of(line, ballot), _line_of(holder, ballot)
    _refuse_other(giver, by)
    for one in (giver, taker):
        refuse_ended_seat(one, ballot, at=at)
    if taker.account_id is None:
        raise NotNow(str(wording.PROXY_NO_ACCOUNT).format(name=taker.name))
    held, own = (ballot.electorate.filter(proxy=one).count() for one in (taker, giver))
    voters = queries.as_voter(giver), queries.as_voter(taker)
    reason = proxy_refused(*voters, held=held, own=own, most=ballot.most_proxies)
    refuse(reason, str(wording.PROXY_REFUSED[reason]).format(name=taker.name) if reason else "")
    giver.proxy = taker
    giver.save()
    record("decisions.give_proxy", by=by, at=at, on=ballot, details={"to": taker.name})
    return giver


@transaction.atomic
def withdraw_proxy(*, line: ElectorateEntry, by: Account, at: datetime) -> ElectorateEntry:
    ballot = running(line.ballot_id, at=at)
    giver = _line_of(line, ballot)
    _refuse_other(giver, by)
    if giver.proxy is None:
        raise NotNow(str(wording.PROXY_NONE))
    if giver.has_voted:
        raise NotNow(str(wording.PROXY_USED).format(name=giver.proxy.name))
    giver.proxy = None
    giver.save()
    record("decisions.withdraw_proxy", by=by, at=at, on=ballot)
    return giver


def _refuse_other(line: ElectorateEntry, by: Account) -> None:
    if line.account_id != by.pk:
        raise NotNow(str(wording.NOT_YOUR_VOTE))


@transaction.atomic
def cast_vote(
    *, line: ElectorateEntry, choice: Choice, document_sha256: str, by: Account, at: datetime
) -> ElectorateEntry:
    """One vote for one line of the electorate: one's own, or of who gave a proxy. document_sha256: of the text that was read.

    In the open it can be cast anew until the end. In secret it stands: nobody could find it back.
    """
    ballot = running(line.ballot_id, at=at)
    mine = _line_of(line, ballot)
    _refuse_vote(mine, ballot, by=by, at=at)
    if document_sha256 != ballot.part.dossier.document.sha256:
        raise TextChanged(str(wording.TEXT_CHANGED))
    if mine.has_voted:
        Vote.objects.filter(ballot=ballot, by=mine).update(choice=choice)
    else:
        Vote.objects.create(ballot=ballot, choice=choice, by=None if ballot.is_secret else mine)
        mine.way = Way.PROXY if mine.proxy_id else Way.DEVICE
        mine.save()
    if ballot.is_secret:
        # The journal does not even keep who came at which moment.
        record("decisions.secret_vote", by=None, at=at, on=ballot)
    else:
        record("decisions.vote", by=by, at=at, on=ballot)
    return mine


def _refuse_vote(line: ElectorateEntry, ballot: Ballot, *, by: Account, at: datetime) -> None:
    if line.proxy is not None and line.account_id == by.pk:
        raise NotNow(str(wording.VOTE_GIVEN_AWAY).format(name=line.proxy.name))
    _refuse_other(line.proxy or line, by)
    for one in (line, line.proxy):
        if one is not None:
            refuse_ended_seat(one, ballot, at=at)
    if line.way == Way.HANDS:
        raise NotNow(str(wording.VOTED_BY_HAND))
    if line.has_voted and ballot.is_secret:
        raise NotNow(str(wording.VOTED_ALREADY))
