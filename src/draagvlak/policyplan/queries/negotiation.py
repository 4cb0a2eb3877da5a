"""Negotiations: who sits at the table, where each clause stands, and the text as a whole (row B5.4)."""

import json
from collections.abc import Collection, Iterable
from datetime import date
from html import escape
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from draagvlak.accounts.models import Account
from draagvlak.lib import clock
from draagvlak.lib.composed import ComposedHere
from draagvlak.lib.redline import compare
from draagvlak.meetings import queries as meetings
from draagvlak.meetings.models import Meeting
from draagvlak.policyplan.figures import ClauseShown, Difference, TextShown
from draagvlak.policyplan.models import (
    AtTheTable,
    Clause,
    ClauseConsent,
    ClauseText,
    Negotiation,
    NegotiationVersion,
    TalkNote,
)
from draagvlak.policyplan.queries.differences import redlines
from draagvlak.policyplan.rules import clause_state
from draagvlak.policyplan.states import SPEAKING_SIDES, ClauseState, NegotiationState, TableSide
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.states import BodyKind, RoleKind
from draagvlak.tenancy.models import Organisation
from draagvlak.tenancy.queries import members_of

MOST_MEETINGS = 12


def negotiations() -> QuerySet[Negotiation]:
    return Negotiation.objects.select_related("organisation", "body", "opened_by")


def side_by_part(account: Account, organisation: Organisation, *, on: date) -> str:
    """The side of who sits at every table: management for the employer, the delegation for the workers; else empty."""
    parts = stakeholders.parts_of(account, organisation, on=on)
    if RoleKind.MANAGEMENT in parts.roles:
        return TableSide.EMPLOYER
    return TableSide.WORKERS if BodyKind.UNION_DELEGATION in parts.bodies else ""


def side_of(account: Account, negotiation: Negotiation, *, on: date) -> str:
    """For whom this person sits at the table: by role or seat, else as he was asked by name; empty for anybody else.

    Whom the employer asked does not speak for the workers, also when he came into the delegation since.
    """
    side = side_by_part(account, negotiation.organisation, on=on)
    if side == TableSide.EMPLOYER:
        return side
    known, key = account.remembered, ("table", negotiation.pk)
    if key not in known:
        asked = AtTheTable.objects.filter(negotiation=negotiation, account=account, left_at=None).first()
        known[key] = (asked.side, asked.added_for) if asked else ("", "")
    by_name, asked_for = known[key]
    return str(by_name if not side or asked_for == TableSide.EMPLOYER else side)


def negotiations_of(account: Account, organisation: Organisation, *, on: date) -> QuerySet[Negotiation]:
    """Every negotiation where this person sits at the table, the last one first."""
    if side_by_part(account, organisation, on=on):
        return negotiations()
    asked = AtTheTable.objects.filter(account=account, left_at=None).values("negotiation")
    return negotiations().filter(pk__in=asked)


def running(found: QuerySet[Negotiation]) -> QuerySet[Negotiation]:
    return found.filter(state=NegotiationState.RUNNING).order_by("aim_on", "pk")


RUNNING = ComposedHere(lambda: running(negotiations()))


def every_running() -> list[Negotiation]:
    """Every negotiation that runs, in full, for what is asked again and again."""
    return RUNNING()


def people_at(negotiation: Negotiation) -> QuerySet[AtTheTable]:
    """Who was asked by name and still is."""
    rows = AtTheTable.objects.filter(negotiation=negotiation, left_at=None)
    return rows.select_related("account", "added_by").order_by("side", "account__name")


def table_of(negotiation: Negotiation, *, on: date) -> dict[str, list[Any]]:
    """Who sits at the table today: side → accounts (by role or seat) and rows of who was asked by name."""
    leaders = stakeholders.roles(on=on).filter(kind=RoleKind.MANAGEMENT)
    asked = list(people_at(negotiation))
    employers = {role.holder_id for role in leaders}
    employers |= {one.account_id for one in asked if one.added_for == TableSide.EMPLOYER}
    seats = stakeholders.seats_in(negotiation.body, on=on)
    speaking = [seat for seat in seats if seat.holder_id is None or seat.holder_id not in employers]
    return {
        "employer": list(dict.fromkeys(role.holder for role in leaders)),
        "workers": list(dict.fromkeys(str(seat.holder or seat.member) for seat in speaking)),
        **{f"{side}_asked": [one for one in asked if one.side == side] for side in TableSide.values},
    }


def accounts_at(negotiation: Negotiation, *, on: date) -> list[Account]:
    """Everybody at the table who still has access, each once."""
    leaders = stakeholders.roles(on=on).filter(kind=RoleKind.MANAGEMENT).values("holder")
    seats = stakeholders.seats_in(negotiation.body, on=on).filter(holder__isnull=False).values("holder")
    asked = people_at(negotiation).order_by().values("account")
    here = members_of(negotiation.organisation)
    return list(here.filter(Q(pk__in=leaders) | Q(pk__in=seats) | Q(pk__in=asked)))


def texts_with_consents() -> QuerySet[ClauseText]:
    consents = Prefetch("consents", ClauseConsent.objects.select_related("by").order_by("pk"))
    return ClauseText.objects.select_related("by").prefetch_related(consents).order_by("number")


def clauses_of(negotiation: Negotiation) -> list[Clause]:
    """Every clause with its texts and who agreed to which. Three statements."""
    return _with_texts(Clause.objects.filter(negotiation=negotiation))


def _with_texts(found: QuerySet[Clause]) -> list[Clause]:
    return list(found.select_related("withdrawn_by").prefetch_related(Prefetch("texts", texts_with_consents())))


def last_text(clause: Clause) -> ClauseText:
    """A clause has a text from the start."""
    return list(clause.texts.all())[-1]


def state_of(clause: Clause) -> ClauseState:
    agreed = [one.side for one in last_text(clause).consents.all()]
    return clause_state(agreed, is_withdrawn=clause.withdrawn_at is not None)


def shown_clauses(negotiation: Negotiation, *, side: str) -> list[ClauseShown]:
    """side: of who reads."""
    return [_shown(clause, side) for clause in clauses_of(negotiation)]


def _shown(clause: Clause, side: str) -> ClauseShown:
    texts = list(clause.texts.all())
    agreed = {one.side: one for one in texts[-1].consents.all()}
    state = state_of(clause)
    changed = changed_in(texts[-2], texts[-1]) if len(texts) > 1 and state == ClauseState.OPEN else ""
    return ClauseShown(clause, texts[-1], state, agreed, side in agreed, changed, len(texts))


def changed_in(before: ClauseText, after: ClauseText) -> str:
    """The later text with <ins> and <del>; the title is part of what people agree to."""
    was, now = (
        f"<h3>{escape(one.title)}</h3>{one.body}" if before.title != after.title else one.body
        for one in (before, after)
    )
    return "".join(segment.html for segment in compare(was, now))


def clause_at(negotiation: Negotiation, number: int) -> Clause | None:
    found = _with_texts(Clause.objects.filter(negotiation=negotiation, number=number))
    return found[0] if found else None


def history_of_clause(clause: Clause) -> list[TextShown]:
    """Every text of a clause, the last one first."""
    texts = list(clause.texts.all())
    before: list[ClauseText | None] = [None, *texts]
    pairs = zip(before, texts, strict=False)
    rows = [TextShown(now, changed_in(was, now) if was else "", list(now.consents.all())) for was, now in pairs]
    return rows[::-1]


def waits_for(clauses: Iterable[Clause], side: str) -> list[Clause]:
    """The open clauses where the other side spoke last, or agreed, and this side did not answer."""
    found = []
    for clause in clauses:
        text = last_text(clause)
        agreed = {one.side for one in text.consents.all()}
        if state_of(clause) == ClauseState.OPEN and side not in agreed and (text.side != side or agreed):
            found.append(clause)
    return found


def clauses_running(found: Collection[Negotiation]) -> dict[int, list[Clause]]:
    """The clauses of these negotiations, by the key of each; as many statements for one as for ten."""
    rows: dict[int, list[Clause]] = {one.pk: [] for one in found}
    for clause in _with_texts(Clause.objects.filter(negotiation__in=rows)):
        rows[clause.negotiation_id].append(clause)
    return rows


def is_ready(clauses: Collection[Clause]) -> bool:
    """Whether it can be signed: nothing is open, and something is agreed."""
    states = {state_of(clause) for clause in clauses}
    return ClauseState.OPEN not in states and ClauseState.AGREED in states


def talks_of(negotiation: Negotiation) -> QuerySet[TalkNote]:
    return TalkNote.objects.filter(negotiation=negotiation).select_related("by", "meeting__body__organisation")


def meetings_to_quote(account: Account, *, on: date) -> list[Meeting]:
    """The last meetings that this person may see and that are over, for a note to point to."""
    bodies = meetings.bodies_seen(account, on=on)
    return list(meetings.past(meetings.meetings_seen(account, bodies), at=clock.now())[:MOST_MEETINGS])


def versions_of_negotiation(negotiation: Negotiation) -> QuerySet[NegotiationVersion]:
    rows = NegotiationVersion.objects.filter(negotiation=negotiation)
    return rows.select_related("document", "made_by", "negotiation__organisation").order_by("number")


def negotiation_text(negotiation: Negotiation) -> str:
    """The whole as it stands, in the one way in which it is sealed."""
    clauses = [
        {
            "number": clause.number,
            "title": text.title,
            "body": text.body,
            "sha256": text.sha256,
            "state": state_of(clause).value,
        }
        for clause, text in ((one, last_text(one)) for one in clauses_of(negotiation))
    ]
    values = {
        "title": negotiation.subject,
        "organisation": negotiation.organisation.name,
        "level": negotiation.level,
        "body": negotiation.body.name,
        "clauses": clauses,
    }
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def values_of(version: NegotiationVersion) -> dict[str, Any]:
    return dict(json.loads(version.document.text))


def negotiation_differences(older: NegotiationVersion, newer: NegotiationVersion) -> list[Difference]:
    """What changed between two versions, clause by clause."""
    before, after = _titled(older), _titled(newer)
    return redlines(before, after)


def _titled(version: NegotiationVersion) -> dict[str, str]:
    """A part per clause; its words and whether it was withdrawn."""
    rows = values_of(version)["clauses"]
    kept = [one for one in rows if one["state"] != ClauseState.WITHDRAWN]
    return {f"{one['number']}. {one['title']}": one["body"] for one in kept}


def speaks_for(side: str) -> bool:
    return side in SPEAKING_SIDES
