"""An agreement that was signed: recorded once, filed, followed up, ended (row B5.4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import override

from draagvlak.accounts.models import Account
from draagvlak.documents.actions import keep_file
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.lib.refusals import Changed
from draagvlak.lib.verify import text_seal
from draagvlak.notices.actions import queue_many
from draagvlak.notices.figures import Note
from draagvlak.policyplan.actions.negotiation import close, hold, keep_version
from draagvlak.policyplan.models import (
    Agreement,
    AgreementClause,
    AgreementEnd,
    AgreementFile,
    Clause,
    ClauseCheck,
    Filing,
    Negotiation,
    NegotiationVersion,
    Signer,
    Watch,
)
from draagvlak.policyplan.queries import negotiation as table
from draagvlak.policyplan.rules import AlreadyDone, NegotiationRefused, TextMoved, next_year
from draagvlak.policyplan.states import ClauseState, NegotiationState, TableSide
from draagvlak.policyplan.wording import SOMEONE_CHANGED
from draagvlak.policyplan.wording import negotiation as wording
from draagvlak.tenancy.queries import belongs_to
from draagvlak.ui.said import day_said


@dataclass(frozen=True)
class Paper:
    """A file as somebody sent it."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Signed:
    """What is on the paper. signers: side → names. ends_on or notice_months: one of both."""

    signed_on: date
    starts_on: date
    signers: Mapping[str, Sequence[str]]
    ends_on: date | None = None
    notice_months: int | None = None
    filed_on: date | None = None
    registration: str = ""


@transaction.atomic
def sign_agreement(  # noqa: PLR0913 -- everything that is on the paper
    *,
    negotiation: Negotiation,
    signed: Signed,
    seal: str,
    follower: Account,
    paper: Paper | None,
    by: Account,
    at: datetime,
    root: str,
) -> Agreement:
    """Record what both sides signed: from now on everybody reads it, and nobody changes it.

    seal: of the text that this person saw. Raises NegotiationRefused.
    """
    held, today = hold(negotiation), clock.day_of(at)
    clauses = table.clauses_of(held)
    _refuse_open(clauses)
    _refuse_days(signed, opened_on=clock.day_of(held.opened_at), today=today)
    text = table.negotiation_text(held)
    if text_seal(text) != seal:
        raise TextMoved(str(wording.N_TEXT_MOVED))
    _refuse_gone(follower, held)
    version = _version_with(text, held, seal, by=by, at=at)
    days = {name: getattr(signed, name) for name in ("signed_on", "starts_on", "ends_on", "notice_months")}
    words = {"subject": held.subject, "level": held.level, "recorded_by": by, "recorded_at": at, **days}
    made = Agreement.objects.create(negotiation=held, of_version=version, **words)
    _keep_parts(made, clauses, signed)
    Watch.objects.create(agreement=made, follower=follower)
    if signed.filed_on:
        _file(made, signed.filed_on, signed.registration, by=by, at=at)
    if paper:
        _keep_paper(made, paper, by=by, at=at)
    close(held, NegotiationState.SIGNED, at=at)
    record("policyplan.sign_agreement", by=by, at=at, on=made, details={"sha256": seal})
    _tell(made, held, follower, by=by, at=at, root=root)
    return made


def _version_with(text: str, held: Negotiation, seal: str, *, by: Account, at: datetime) -> NegotiationVersion:
    """The frozen version with this seal: the last one, or one that is made now."""
    last = table.versions_of_negotiation(held).last()
    if last is not None and last.document.sha256 == seal:
        return last
    return keep_version(held, text, why="", by=by, at=at)


def _refuse_open(clauses: Sequence[Clause]) -> None:
    states = [(clause.number, table.state_of(clause)) for clause in clauses]
    numbers = [str(number) for number, state in states if state == ClauseState.OPEN]
    if numbers:
        raise NegotiationRefused(str(wording.N_NOT_ALL).format(numbers=", ".join(numbers)))
    if not any(state == ClauseState.AGREED for _number, state in states):
        raise NegotiationRefused(str(wording.N_NONE_AGREED))


def _refuse_days(signed: Signed, *, opened_on: date, today: date) -> None:
    if signed.signed_on < opened_on:
        raise NegotiationRefused(str(wording.N_SIGN_EARLY).format(day=day_said(opened_on)))
    if signed.signed_on > today:
        raise NegotiationRefused(str(wording.N_SIGN_FUTURE))
    if (signed.ends_on is None) == (signed.notice_months is None):
        raise NegotiationRefused(str(wording.N_SIGN_DURATION))
    if signed.ends_on and signed.ends_on < signed.starts_on:
        raise NegotiationRefused(str(wording.N_SIGN_ORDER))
    if signed.filed_on:
        _refuse_filing(signed.signed_on, signed.filed_on, today=today)
    elif signed.registration:
        raise NegotiationRefused(str(wording.N_FILED_FIRST))


def _refuse_filing(signed_on: date, filed_on: date, *, today: date) -> None:
    if not signed_on <= filed_on <= today:
        raise NegotiationRefused(str(wording.N_FILED_ORDER).format(day=day_said(signed_on)))


def _refuse_gone(follower: Account, owned: Negotiation | Agreement) -> None:
    if not belongs_to(follower, owned.organisation):
        raise NegotiationRefused(str(wording.N_NOBODY))


def _keep_parts(made: Agreement, clauses: Sequence[Clause], signed: Signed) -> None:
    """Each under the number that it has in the text that was signed."""
    for clause in (one for one in clauses if table.state_of(one) == ClauseState.AGREED):
        text = table.last_text(clause)
        words = {"title": text.title, "body": text.body, "sha256": text.sha256}
        AgreementClause.objects.create(agreement=made, number=clause.number, **words)
    for side in (TableSide.EMPLOYER, TableSide.WORKERS):
        for name in signed.signers[side]:
            Signer.objects.create(agreement=made, side=side, name=name[:150], signed_on=signed.signed_on)


def _file(agreement: Agreement, filed_on: date, registration: str, *, by: Account, at: datetime) -> Filing:
    words = {"filed_on": filed_on, "registration": registration.strip()}
    return Filing.objects.create(agreement=agreement, by=by, at=at, **words)


def _keep_paper(agreement: Agreement, paper: Paper, *, by: Account, at: datetime) -> AgreementFile:
    kept = keep_file(name=paper.name, content=paper.content, by=by, at=at)
    return AgreementFile.objects.create(agreement=agreement, file=kept)


def _tell(
    made: Agreement, negotiation: Negotiation, follower: Account, *, by: Account, at: datetime, root: str
) -> None:
    where = {"organisation": negotiation.organisation.slug, "pk": made.pk}
    link, notes = root + reverse("policyplan:agreement", kwargs=where), []
    people = {one.pk: one for one in [*table.accounts_at(negotiation, on=clock.day_of(at)), follower]}
    for one in people.values():
        if one.pk == by.pk:
            continue
        with override(one.language):
            facts = {"name": one.name, "subject": made.subject, "link": link}
            subject, body = (str(word).format(**facts) for word in (wording.N_SIGNED_SUBJECT, wording.N_SIGNED_BODY))
        notes.append(Note(one.email, one.language, subject, body))
    queue_many(notes, at=at, is_required=False)


@transaction.atomic
def file_agreement(*, agreement: Agreement, filed_on: date, registration: str, by: Account, at: datetime) -> Filing:
    """Note when it was deposited, or the number that came later. Raises NegotiationRefused; AlreadyDone with a number there."""
    _hold(agreement)
    known = Filing.objects.filter(agreement=agreement).exclude(registration="").first()
    if known is not None:
        raise AlreadyDone(str(wording.N_FILED_ALREADY).format(number=known.registration))
    _refuse_filing(agreement.signed_on, filed_on, today=clock.day_of(at))
    row = _file(agreement, filed_on, registration, by=by, at=at)
    record("policyplan.file_agreement", by=by, at=at, on=agreement, details={"registration": row.registration})
    return row


def _hold(agreement: Agreement) -> None:
    """Acts on an agreement take turns by its negotiation: the agreement itself is never written again."""
    Negotiation.objects.select_for_update().get(pk=agreement.negotiation_id)


@transaction.atomic
def add_agreement_file(*, agreement: Agreement, paper: Paper, by: Account, at: datetime) -> AgreementFile:
    """Put the signed paper with it. Raises NotKept."""
    kept = _keep_paper(agreement, paper, by=by, at=at)
    record("policyplan.add_agreement_file", by=by, at=at, on=agreement, details={"sha256": kept.file.sha256})
    return kept


@transaction.atomic
def hand_over_agreement(*, agreement: Agreement, follower: Account, version: int, by: Account, at: datetime) -> Watch:
    """Somebody else follows the agreement as a whole. Raises Changed and NegotiationRefused."""
    _hold(agreement)
    _refuse_gone(follower, agreement)
    watch = Watch.objects.select_for_update(of=("self",)).select_related("follower")
    row = watch.get(agreement=agreement, clause=None)
    _save_watch(row, {"follower": follower}, version)
    record("policyplan.hand_over_agreement", by=by, at=at, on=agreement)
    return row


def _save_watch(row: Watch, facts: Mapping[str, Any], version: int) -> None:
    if row.version != version:
        theirs = {name: getattr(row, name) for name in facts}
        raise Changed(str(SOMEONE_CHANGED).format(name=wording.N_SOMEONE), theirs=theirs, version=row.version)
    for name, value in facts.items():
        setattr(row, name, value)
    row.version += 1
    row.save()


@transaction.atomic
def watch_clause(
    *, clause: AgreementClause, facts: Mapping[str, Any], version: int, by: Account, at: datetime
) -> Watch:
    """Who follows a clause, what it is about, and when it is looked at next. facts: follower, item, rule, check_on."""
    agreement = clause.agreement
    _hold(agreement)
    _refuse_gone(facts["follower"], agreement)
    row = Watch.objects.select_for_update(of=("self",)).filter(clause=clause).first()
    if facts["check_on"] < clock.day_of(at) and (row is None or facts["check_on"] != row.check_on):
        raise NegotiationRefused(str(wording.N_PAST))
    if row is None and version:
        version = 0
    if row is None:
        row = Watch(agreement=agreement, clause=clause, version=0, follower=facts["follower"])
    _save_watch(row, facts, version)
    record("policyplan.watch_clause", by=by, at=at, on=clause)
    return row


@transaction.atomic
def check_clause(
    *, clause: AgreementClause, on: date, is_kept: bool, note: str, by: Account, at: datetime
) -> ClauseCheck:
    """Say whether a clause is kept; the next look is a year later. Raises NegotiationRefused."""
    agreement = clause.agreement
    _hold(agreement)
    if on > clock.day_of(at):
        raise NegotiationRefused(str(wording.N_CHECK_FUTURE))
    if on < agreement.starts_on:
        raise NegotiationRefused(str(wording.N_CHECK_BEFORE).format(day=day_said(agreement.starts_on)))
    if not is_kept and not note.strip():
        raise NegotiationRefused(str(wording.N_CHECK_WHY))
    watch = Watch.objects.select_for_update(of=("self",)).filter(clause=clause).first()
    if watch is None:
        raise NegotiationRefused(str(wording.N_UNWATCHED))
    check = ClauseCheck.objects.create(clause=clause, on=on, is_kept=is_kept, note=note.strip(), by=by, at=at)
    # An old look that is noted afterwards does not bring the next one nearer.
    watch.check_on = max(next_year(on), watch.check_on or on)
    watch.version += 1
    watch.save()
    record("policyplan.check_clause", by=by, at=at, on=clause, details={"is_kept": is_kept})
    return check


@transaction.atomic
def end_agreement(
    *, agreement: Agreement, kind: str, last_day: date, because: str, by: Account, at: datetime
) -> AgreementEnd:
    """Denounced, ended together or replaced: its last day, and why. Raises AlreadyDone and NegotiationRefused."""
    _hold(agreement)
    if AgreementEnd.objects.filter(agreement=agreement).exists():
        raise AlreadyDone(str(wording.N_ENDED_ALREADY))
    if last_day < agreement.starts_on:
        raise NegotiationRefused(str(wording.N_END_ORDER).format(day=day_said(agreement.starts_on)))
    words = {"kind": kind, "last_day": last_day, "because": because.strip()}
    end = AgreementEnd.objects.create(agreement=agreement, by=by, at=at, **words)
    record("policyplan.end_agreement", by=by, at=at, on=agreement)
    return end
