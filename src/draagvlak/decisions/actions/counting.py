"""A ballot ends: it is counted, or it is stopped with a reason. Counting takes from a secret vote the last thread to its moment."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.urls import reverse
from django.utils.functional import Promise

from draagvlak.accounts.models import Account
from draagvlak.decisions import queries, wording
from draagvlak.decisions.actions.chain import add_entry, send_receipts
from draagvlak.decisions.models import Ballot, Dossier, ElectorateEntry, Entry, Vote
from draagvlak.decisions.rules import BallotRefused, NotNow, is_over, outcome_of_ballot, refuse_reply_without_reason
from draagvlak.decisions.states import BALLOT_TRANSITIONS, BallotState, Choice, DossierState, Result, Way
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.ui.said import day_said, time_said

SAID = {
    Result.PASSED: wording.WHAT_PASSED,
    Result.FAILED: wording.WHAT_FAILED,
    Result.NO_QUORUM: wording.WHAT_NO_QUORUM,
    Result.TOO_FEW: wording.WHAT_TOO_FEW,
}


def address_of_ballot(ballot: Ballot) -> str:
    """Where the ballot stands, without the address of the installation."""
    words = {"organisation": ballot.organisation.slug, "number": ballot.number}
    return reverse("decisions:ballot", kwargs=words)


def held_open(key: int) -> Ballot:
    """The ballot, locked so that votes and counts come one after the other; refused when it has ended."""
    rows = Ballot.objects.select_related("part__dossier__document", "part__body")
    ballot: Ballot = rows.select_for_update(of=("self",)).get(pk=key)
    if ballot.state != BallotState.OPEN:
        sentence = wording.BALLOT_COUNTED if ballot.state == BallotState.COUNTED else wording.BALLOT_STOPPED
        raise NotNow(str(sentence).format(reason=ballot.reason))
    if ballot.part.dossier.state != DossierState.OPEN:
        raise NotNow(str(wording.DOSSIER_ENDED))
    return ballot


def _held_with_chain(ballot: Ballot) -> Ballot:
    """The same for an act that adds to the chain: first the dossier, as every other act on it does, then the ballot."""
    Dossier.objects.select_for_update().get(pk=ballot.part.dossier_id)
    return held_open(ballot.pk)


@transaction.atomic
def close_ballot(*, ballot: Ballot, by: Account | None, at: datetime, root: str = "") -> Ballot:
    """Count the votes, once its last moment has come or everybody who still can has voted. by: nobody when the time did it."""
    held = _held_with_chain(ballot)
    if held.hands_wait:
        raise BallotRefused(str(wording.HANDS_WAIT))
    if not is_over(closes_at=held.closes_at, at=at) and queries.still_to_vote(held, on=clock.day_of(at)):
        closes = held.closes_at.astimezone(clock.BRUSSELS)
        words = {"day": day_said(closes), "hour": time_said(closes)}
        raise BallotRefused(str(wording.BALLOT_RUNS).format(**words))
    counts, lines = queries.counts_of(held), list(held.electorate.all())
    result = outcome_of_ballot(counts, seats=len(lines), rule=queries.rule_of(held), is_secret=held.is_secret)
    content = {
        "ballot": held.number,
        "part": held.part_id,
        "body": held.part.body.name,
        "question": held.question,
        "is_secret": held.is_secret,
        "rule": queries.rule_in_chain(held),
        "seats": len(lines),
        "took_part": queries.who_took_part(held, lines),
        "hands": _hands(held),
        "counts": {} if result == Result.TOO_FEW else counts.by_choice(),
        "result": str(result),
        "document_sha256": held.part.dossier.document.sha256,
    }
    if held.is_secret:
        _cut_the_thread(held, keep=result != Result.TOO_FEW)
    _end(held, BallotState.COUNTED, result=result, at=at)
    entry = add_entry(held.part.dossier, "ballot_count", content, by=by, at=at)
    record("decisions.close_ballot", by=by, at=at, on=held, details={"result": str(result)})
    facts = counts.by_choice() if result != Result.TOO_FEW else {}
    _tell(held, entry, SAID[Result(result)], facts, root=root, at=at)
    return held


def _hands(ballot: Ballot) -> dict[str, Any]:
    """What was raised in the room, and the two who stand for it; nothing when no hand was counted."""
    if ballot.hands_by is None:
        return {}
    return {
        "for": ballot.hands_for,
        "against": ballot.hands_against,
        "abstained": ballot.hands_abstained,
        "by": str(ballot.hands_by),
        "confirmed_by": str(ballot.hands_confirmed_by),
    }


def _cut_the_thread(ballot: Ballot, *, keep: bool) -> None:
    """Write the votes anew, all in this one transaction and under new keys: until now a vote and the line that says that this
    person voted were written together, and the database's own bookkeeping shows that. keep: otherwise they are taken away."""
    choices: Sequence[str] = sorted(Vote.objects.filter(ballot=ballot).values_list("choice", flat=True))
    _erase_votes(ballot)
    if keep:
        Vote.objects.bulk_create(Vote(ballot=ballot, choice=Choice(choice)) for choice in choices)
    # Every line is written again as well, so that the order in which people came goes with it.
    for line in ballot.electorate.all():
        line.save()


def _erase_votes(ballot: Ballot) -> None:
    """Take the votes away so that what they said does not stay behind in the files either, as far as the engine lets us."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")
    Vote.objects.filter(ballot=ballot).delete()
    if connection.vendor == "postgresql":
        transaction.on_commit(_sweep, robust=True)


def _sweep() -> None:
    """PostgreSQL keeps what was taken away until it is swept; with so few rows it would not do so by itself."""
    if connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        for model in (Vote, ElectorateEntry):
            cursor.execute(f"VACUUM {connection.ops.quote_name(model._meta.db_table)}")


def _end(ballot: Ballot, state: BallotState, *, at: datetime, result: str = "", reason: str = "") -> None:
    if state not in BALLOT_TRANSITIONS[BallotState(ballot.state)]:
        raise NotNow(str(wording.BALLOT_COUNTED))
    ballot.state, ballot.result, ballot.reason, ballot.ended_at = state, result, reason, at
    ballot.save()


def _tell(ballot: Ballot, entry: Entry, what: Promise, facts: dict[str, Any], *, root: str, at: datetime) -> None:
    words = {"number": ballot.number, "body": ballot.part.body.name, "title": ballot.part.dossier.title, **facts}
    send_receipts(ballot.part.dossier, entry, what, words, root=root, at=at)


@transaction.atomic
def withdraw_ballot(*, ballot: Ballot, reason: str, by: Account, at: datetime, root: str = "") -> Ballot:
    """Stop a ballot that runs; what was voted is taken away uncounted. One that is over is counted, whatever came of it."""
    refuse_reply_without_reason(verdict="", text=reason, sentence=str(wording.REASON_NEEDED))
    held = _held_with_chain(ballot)
    if is_over(closes_at=held.closes_at, at=at):
        raise NotNow(str(wording.BALLOT_IS_OVER))
    _stop(held, reason.strip(), by=by, at=at, root=root)
    return held


@transaction.atomic
def stop_ballots(*, dossier: Dossier, reason: str, by: Account, at: datetime, root: str = "") -> None:
    """The dossier ends: so does every ballot about it that still runs, and who votes in it hears why."""
    for ballot in Ballot.objects.filter(part__dossier=dossier, state=BallotState.OPEN):
        _stop(held_open(ballot.pk), reason, by=by, at=at, root=root)


def _stop(ballot: Ballot, reason: str, *, by: Account, at: datetime, root: str) -> None:
    voted = ballot.electorate.exclude(way=Way.NONE).count()
    _erase_votes(ballot)
    _end(ballot, BallotState.STOPPED, reason=reason[:300], at=at)
    content = {
        "ballot": ballot.number,
        "part": ballot.part_id,
        "body": ballot.part.body.name,
        "reason": reason,
        "took_part": voted,
        "document_sha256": ballot.part.dossier.document.sha256,
    }
    entry = add_entry(ballot.part.dossier, "ballot_stop", content, by=by, at=at)
    record("decisions.withdraw_ballot", by=by, at=at, on=ballot)
    _tell(ballot, entry, wording.WHAT_STOPPED, {"reason": reason.rstrip(". ")}, root=root, at=at)
