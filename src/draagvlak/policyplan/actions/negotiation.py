"""At the table: open a negotiation, ask people, propose texts, agree to exactly one of them, freeze the whole (row B5.4)."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.urls import reverse
from django.utils.translation import override

from draagvlak.accounts.models import Account
from draagvlak.documents.actions import freeze
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.lib.refusals import Changed
from draagvlak.lib.text import clean_html, plain
from draagvlak.lib.verify import text_seal
from draagvlak.meetings.models import Meeting
from draagvlak.notices.actions import queue_many
from draagvlak.notices.figures import Note
from draagvlak.policyplan.models import (
    AtTheTable,
    Clause,
    ClauseConsent,
    ClauseText,
    Negotiation,
    NegotiationVersion,
    TalkNote,
)
from draagvlak.policyplan.queries import negotiation as table
from draagvlak.policyplan.rules import AlreadyDone, NegotiationRefused, TextMoved, clause_seal
from draagvlak.policyplan.states import NEGOTIATION_TRANSITIONS, ClauseState, NegotiationState, TableSide
from draagvlak.policyplan.wording import NOTHING_SAID, SOMEONE_CHANGED
from draagvlak.policyplan.wording import negotiation as wording
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.states import BodyKind
from draagvlak.tenancy.queries import belongs_to

FACTS = ("subject", "level", "aim_on")


@transaction.atomic
def open_negotiation(*, facts: Mapping[str, Any], by: Account, at: datetime, root: str) -> Negotiation:
    """Begin to talk with the delegation. facts: subject, level, aim_on. root: address of this installation, for links."""
    today = clock.day_of(at)
    body = stakeholders.body_of_kind(BodyKind.UNION_DELEGATION, on=today)
    if body is None:
        raise NegotiationRefused(str(wording.N_NO_DELEGATION))
    _refuse_past(facts["aim_on"], today=today)
    last = Negotiation.objects.aggregate(last=Max("number"))["last"] or 0
    made = Negotiation.objects.create(number=last + 1, body=body, opened_by=by, opened_at=at, **facts)
    record("policyplan.open_negotiation", by=by, at=at, on=made)
    tell(made, but=by, at=at, root=root)
    return made


@transaction.atomic
def change_negotiation(
    *, negotiation: Negotiation, facts: Mapping[str, Any], version: int, by: Account, at: datetime
) -> Negotiation:
    """Raises Changed when somebody else changed it first."""
    held = hold(negotiation)
    if held.version != version:
        theirs = {name: getattr(held, name) for name in FACTS}
        raise Changed(str(SOMEONE_CHANGED).format(name=wording.N_SOMEONE), theirs=theirs, version=held.version)
    if facts["aim_on"] != held.aim_on:
        _refuse_past(facts["aim_on"], today=clock.day_of(at))
    for name, value in facts.items():
        setattr(held, name, value)
    held.version += 1
    held.save()
    record("policyplan.change_negotiation", by=by, at=at, on=held)
    return held


def hold(negotiation: Negotiation) -> Negotiation:
    """The negotiation, locked. Raises NegotiationRefused when it is over."""
    held = Negotiation.objects.select_for_update(of=("self",)).select_related("organisation", "body")
    found = held.get(pk=negotiation.pk)
    if found.state != NegotiationState.RUNNING:
        raise NegotiationRefused(str(wording.N_CLOSED))
    return found


def _refuse_past(day: date, *, today: date) -> None:
    if day < today:
        raise NegotiationRefused(str(wording.N_PAST))


def close(negotiation: Negotiation, to: NegotiationState, *, at: datetime, why: str = "") -> None:
    """Called inside acts only, with the negotiation locked."""
    if to not in NEGOTIATION_TRANSITIONS[NegotiationState(negotiation.state)]:
        raise NegotiationRefused(str(wording.N_CLOSED))
    negotiation.state, negotiation.closed_at, negotiation.why_stopped = to, at, why
    negotiation.save()


def tell(negotiation: Negotiation, *, but: Account, at: datetime, root: str, only: Collection[int] = ()) -> int:
    """A mail that there is something new, without a word of it. only: keys of accounts; empty is everybody at the table."""
    link = root + reverse(
        "policyplan:negotiation",
        kwargs={"organisation": negotiation.organisation.slug, "number": negotiation.number},
    )
    notes = []
    for one in table.accounts_at(negotiation, on=clock.day_of(at)):
        if one.pk == but.pk or (only and one.pk not in only):
            continue
        with override(one.language):
            body = str(wording.N_MAIL_BODY).format(name=one.name, link=link)
            notes.append(Note(one.email, one.language, str(wording.N_MAIL_SUBJECT), body))
    return queue_many(notes, at=at, is_required=False)


@transaction.atomic
def add_to_table(
    *, negotiation: Negotiation, account: Account, is_expert: bool, by: Account, at: datetime, root: str
) -> AtTheTable:
    """Ask somebody by name, for one's own side or as an expert. Raises NegotiationRefused and AlreadyDone."""
    held, today = hold(negotiation), clock.day_of(at)
    mine = table.side_of(by, held, on=today)
    if not belongs_to(account, held.organisation):
        raise NegotiationRefused(str(wording.N_NOBODY))
    account.forget()
    if table.side_of(account, held, on=today):
        raise AlreadyDone(str(wording.N_SITS_ALREADY).format(name=account.name))
    side = TableSide.EXPERT if is_expert else mine
    row = AtTheTable.objects.create(
        negotiation=held, account=account, side=side, added_for=mine, added_by=by, added_at=at
    )
    account.forget()
    record("policyplan.add_to_table", by=by, at=at, on=held)
    tell(held, but=by, at=at, root=root, only=[account.pk])
    return row


@transaction.atomic
def leave_table(*, person: AtTheTable, by: Account, at: datetime) -> AtTheTable:
    """From now on this person sees nothing of it any more; what he wrote stays."""
    Negotiation.objects.select_for_update().get(pk=person.negotiation_id)
    person.left_at = at
    person.save()
    person.account.forget()
    record("policyplan.leave_table", by=by, at=at, on=person.negotiation)
    return person


@transaction.atomic
def add_clause(*, negotiation: Negotiation, words: Mapping[str, str], by: Account, at: datetime, root: str) -> Clause:
    """Put a point on the table. words: title, body, because. Raises NegotiationRefused."""
    held = hold(negotiation)
    side = table.side_of(by, held, on=clock.day_of(at))
    last = Clause.objects.filter(negotiation=held).aggregate(last=Max("number"))["last"] or 0
    clause = Clause.objects.create(negotiation=held, number=last + 1, side=side)
    _write(clause, words, number=1, side=side, by=by, at=at)
    record("policyplan.add_clause", by=by, at=at, on=clause)
    tell(held, but=by, at=at, root=root)
    return clause


def _write(
    clause: Clause, words: Mapping[str, str], *, number: int, side: str, by: Account, at: datetime
) -> ClauseText:
    title, body = " ".join(words["title"].split()), clean_html(words["body"])
    if not title or not plain(body).strip():
        raise NegotiationRefused(str(NOTHING_SAID))
    facts = {"title": title, "body": body, "sha256": clause_seal(title, body), "because": words["because"].strip()}
    return ClauseText.objects.create(clause=clause, number=number, side=side, by=by, at=at, **facts)


@transaction.atomic
def propose_text(
    *, clause: Clause, words: Mapping[str, str], version: int, by: Account, at: datetime, root: str
) -> ClauseText:
    """A next text for a clause; whatever was agreed, or withdrawn, is open again. version: of the text that was read.

    Raises Changed when there is another text by now, and NegotiationRefused for the same one again.
    """
    held = hold(clause.negotiation)
    found = _reread(clause)
    last = table.last_text(found)
    if last.number != version:
        theirs = {name: getattr(last, name) for name in ("title", "body")}
        raise Changed(str(SOMEONE_CHANGED).format(name=last.by.name), theirs=theirs, version=last.number)
    seal = clause_seal(" ".join(words["title"].split()), clean_html(words["body"]))
    if last.sha256 == seal and found.withdrawn_at is None:
        raise NegotiationRefused(str(wording.N_SAME_TEXT))
    side = table.side_of(by, held, on=clock.day_of(at))
    written = _write(found, words, number=last.number + 1, side=side, by=by, at=at)
    found.withdrawn_at, found.withdrawn_by, found.why_withdrawn = None, None, ""
    found.save()
    record("policyplan.propose_text", by=by, at=at, on=found, details={"text": written.number})
    tell(held, but=by, at=at, root=root)
    return written


def _reread(clause: Clause) -> Clause:
    found = table.clause_at(clause.negotiation, clause.number)
    if found is None:  # clauses are never removed
        raise NegotiationRefused(str(wording.N_CLOSED))
    return found


@transaction.atomic
def agree_to_text(*, clause: Clause, sha256: str, by: Account, at: datetime, root: str) -> bool:
    """A side agrees to exactly the text with this seal. Whether both sides now do. Raises NegotiationRefused, AlreadyDone."""
    held = hold(clause.negotiation)
    found = _reread(clause)
    text = table.last_text(found)
    if found.withdrawn_at is not None:
        raise NegotiationRefused(str(wording.N_WITHDRAWN))
    if text.sha256 != sha256:
        raise TextMoved(str(wording.N_OTHER_TEXT))
    side = table.side_of(by, held, on=clock.day_of(at))
    said = list(text.consents.all())
    if side in {one.side for one in said}:
        raise AlreadyDone(str(wording.N_AGREED_ALREADY))
    if by.pk in {one.by_id for one in said}:
        raise NegotiationRefused(str(wording.N_BOTH_SIDES))
    ClauseConsent.objects.create(text=text, side=side, sha256=sha256, by=by, at=at)
    record("policyplan.agree_to_text", by=by, at=at, on=found, details={"sha256": sha256})
    tell(held, but=by, at=at, root=root)
    return bool(said)


@transaction.atomic
def withdraw_clause(*, clause: Clause, reason: str, by: Account, at: datetime) -> Clause:
    """The side that put it on the table asks it no longer. Raises NegotiationRefused and AlreadyDone."""
    held = hold(clause.negotiation)
    found = _reread(clause)
    state = table.state_of(found)
    if state == ClauseState.WITHDRAWN:
        raise AlreadyDone(str(wording.N_WITHDRAWN_ALREADY))
    if state == ClauseState.AGREED:
        raise NegotiationRefused(str(wording.N_BOTH_AGREED))
    if table.side_of(by, held, on=clock.day_of(at)) != found.side:
        raise NegotiationRefused(str(wording.N_NOT_YOURS))
    found.withdrawn_at, found.withdrawn_by, found.why_withdrawn = at, by, reason.strip()
    found.save()
    record("policyplan.withdraw_clause", by=by, at=at, on=found)
    return found


@transaction.atomic
def note_talk(
    *, negotiation: Negotiation, met_on: date, text: str, meeting: Meeting | None, by: Account, at: datetime
) -> TalkNote:
    """Write what was said on a day, or point to a meeting. Raises NegotiationRefused."""
    held = hold(negotiation)
    if not text.strip() and meeting is None:
        raise NegotiationRefused(str(wording.N_TALK_EMPTY))
    if met_on > clock.day_of(at):
        raise NegotiationRefused(str(wording.N_TALK_FUTURE))
    note = TalkNote.objects.create(negotiation=held, met_on=met_on, text=text.strip(), meeting=meeting, by=by, at=at)
    record("policyplan.note_talk", by=by, at=at, on=held)
    return note


@transaction.atomic
def freeze_negotiation(*, negotiation: Negotiation, why: str, by: Account, at: datetime) -> NegotiationVersion:
    """Keep the whole as it stands as the next version. Raises NegotiationRefused when nothing changed since the last."""
    held = hold(negotiation)
    last = table.versions_of_negotiation(held).last()
    text = table.negotiation_text(held)
    if not Clause.objects.filter(negotiation=held).exists():
        raise NegotiationRefused(str(wording.N_NO_CLAUSE))
    if last is not None and last.document.sha256 == text_seal(text):
        raise NegotiationRefused(str(wording.N_SAME_VERSION).format(number=last.number))
    made = keep_version(held, text, why=why, by=by, at=at)
    record("policyplan.freeze_negotiation", by=by, at=at, on=made, details={"sha256": made.document.sha256})
    return made


def keep_version(negotiation: Negotiation, text: str, *, why: str, by: Account, at: datetime) -> NegotiationVersion:
    """Called inside acts only."""
    last = NegotiationVersion.objects.filter(negotiation=negotiation).aggregate(last=Max("number"))["last"] or 0
    document = freeze(title=str(negotiation), text=text, at=at)
    facts = {"number": last + 1, "document": document, "why": why.strip(), "made_by": by, "made_at": at}
    return NegotiationVersion.objects.create(negotiation=negotiation, **facts)


@transaction.atomic
def stop_negotiation(*, negotiation: Negotiation, reason: str, by: Account, at: datetime, root: str) -> Negotiation:
    held = hold(negotiation)
    close(held, NegotiationState.STOPPED, at=at, why=reason.strip())
    record("policyplan.stop_negotiation", by=by, at=at, on=held)
    tell(held, but=by, at=at, root=root)
    return held
