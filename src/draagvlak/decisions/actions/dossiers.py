from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.functional import Promise
from django.utils.translation import override

from draagvlak.accounts.models import Account
from draagvlak.decisions import queries, wording
from draagvlak.decisions.actions.chain import (
    add_entry,
    address_of,
    locked,
    send_receipts,
)
from draagvlak.decisions.actions.counting import stop_ballots
from draagvlak.decisions.models import Dossier, Entry, Part
from draagvlak.decisions.queries import separation
from draagvlak.decisions.rules import WHOLE_TERM, refuse_nobody_closes
from draagvlak.decisions.states import POINTS, DossierKind, DossierState, Strength
from draagvlak.documents.models import FrozenText
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.lib.law import term_ends
from draagvlak.meetings.actions import close_matter, put_matter, withdraw_matter
from draagvlak.meetings.models import AgendaItem
from draagvlak.notices.actions import queue_many
from draagvlak.notices.figures import Note
from draagvlak.notices.states import MessageKind
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.states import BodyKind
from draagvlak.ui.said import day_said


@transaction.atomic
def open_dossier(  # noqa: PLR0913 -- what a dossier begins with
    *,
    kind: DossierKind,
    title: str,
    document: FrozenText,
    by: Account,
    at: datetime,
    root: str = "",
    heard: Sequence[Mapping[str, Any]] | None = None,
) -> Dossier:
    """Put a frozen text to the bodies that have a mandate. root: address of this installation, for the links in the mail.

    heard: what people said about the draft beforehand, each round as the fields of Heard in plain values; it is sealed with the
    text. None for a text about which nobody is asked.
    """
    today = clock.day_of(at)
    mandates = list(queries.mandates(kind, on=today))
    refuse_nobody_closes((mandate.strength for mandate in mandates), sentence=str(wording.NO_APPROVER))
    last = Dossier.objects.aggregate(last=Max("number"))["last"] or 0
    dossier = Dossier.objects.create(
        number=last + 1, kind=kind, title=title[:250], document=document, opened_at=at, opened_by=by
    )
    parts = [
        Part.objects.create(
            dossier=dossier, body=m.body, strength=m.strength, due_on=term_ends(today, m.term_days), ground=m.ground
        )
        for m in mandates
    ]
    entry = add_entry(dossier, "open", _opening(dossier, parts, heard), by=by, at=at)
    record("decisions.open_dossier", by=by, at=at, on=dossier, details={"sha256": document.sha256})
    for part in parts:
        _put_on_agenda(part, by=by, at=at)
        _send_papers(part, entry, root=root, at=at)
    return dossier


def _put_on_agenda(part: Part, *, by: Account, at: datetime) -> None:
    """The body speaks in a meeting: the dossier comes on the agenda of its next one, or waits for it. A register needs none."""
    if part.strength not in POINTS:
        return
    facts = {
        "title": str(wording.POINT_TITLE).format(title=part.dossier.title),
        "kind": POINTS[Strength(part.strength)],
        "link": address_of(part.dossier),
    }
    part.matter = put_matter(body=part.body, facts=facts, by=by, at=at)
    part.save()


def take_off_agenda(parts: Iterable[Part], *, by: Account | None, at: datetime) -> None:
    """Nothing is asked of these bodies any more. by: who withdraws it; nobody where it was dealt with."""
    for part in parts:
        if part.matter is None:
            continue
        if by is None:
            close_matter(matter=part.matter, at=at)
        else:
            withdraw_matter(matter=part.matter, by=by, at=at)


def _opening(dossier: Dossier, parts: Sequence[Part], heard: Sequence[Mapping[str, Any]] | None) -> dict[str, Any]:
    """The first entry: the whole text, who speaks about it with which strength, which acts are kept apart, and what people said
    about it before."""
    document = dossier.document
    return {
        **({} if heard is None else {"heard": [dict(one) for one in heard]}),
        "organisation": dossier.organisation.name,
        "dossier": dossier.number,
        "kind": str(dossier.kind),
        "document": {"title": document.title, "text": document.text, "sha256": document.sha256},
        "separation": [
            {"first": str(first), "second": str(second), "together": str(together)}
            for (first, second), together in separation.chosen().items()
        ],
        "parts": [
            {
                "part": part.pk,
                "body": part.body.name,
                "kind": part.body.kind,
                "strength": str(part.strength),
                "due_on": part.due_on.isoformat(),
                "ground": part.ground,
            }
            for part in parts
        ],
    }


def settle_if_done(dossier: Dossier, *, by: Account, at: datetime, root: str) -> None:
    result = queries.standing(dossier, today=clock.day_of(at)).outcome
    if result:
        settle(dossier=dossier, result=DossierState(result), by=by, at=at, root=root)


def settle(*, dossier: Dossier, result: DossierState, by: Account, at: datetime, root: str = "") -> Entry:
    """Close the dossier with the outcome that the rule gave; the journal tells, later stations react."""
    stop_ballots(dossier=dossier, reason=str(wording.DECIDED_WITHOUT), by=by, at=at, root=root)
    entry = add_entry(
        dossier, "settle", {"result": result.value, "document_sha256": dossier.document.sha256}, by=by, at=at
    )
    dossier.state, dossier.settled_at = result, at
    dossier.save()
    take_off_agenda(dossier.parts.select_related("matter__body"), by=None, at=at)
    send_receipts(
        dossier, entry, wording.WHAT_SETTLED, {"title": dossier.title, "result": dossier.said_state}, root=root, at=at
    )
    record("decisions.settle", by=by, at=at, on=dossier, details={"result": result.value, "seal": entry.seal})
    return entry


@transaction.atomic
def withdraw_dossier(*, dossier: Dossier, reason: str, by: Account, at: datetime, root: str = "") -> Entry:
    """Stop a running dossier, because its text is no longer the text."""
    dossier = locked(dossier.pk)
    stop_ballots(dossier=dossier, reason=reason, by=by, at=at, root=root)
    entry = add_entry(dossier, "withdraw", {"reason": reason}, by=by, at=at)
    dossier.state, dossier.settled_at = DossierState.WITHDRAWN, at
    dossier.save()
    take_off_agenda(dossier.parts.select_related("matter__body"), by=by, at=at)
    send_receipts(dossier, entry, wording.WHAT_WITHDRAWN, {"title": dossier.title, "reason": reason}, root=root, at=at)
    record("decisions.withdraw", by=by, at=at, on=dossier)
    return entry


def _letter_of(part: Part) -> Promise:
    """Of who is informed nothing is asked, so no day either."""
    if part.strength == Strength.INFORM:
        return wording.INFORMED_BODY
    return wording.POSTED_BODY if part.strength in WHOLE_TERM else wording.OPENED_BODY


def _agenda_of(part: Part, place: AgendaItem | None) -> str:
    """When the body speaks on it. The delegation's days stand in no mail that others may read."""
    if part.body.kind == BodyKind.UNION_DELEGATION or part.matter is None:
        return ""
    if place is None:
        return str(wording.FOR_NEXT)
    return str(wording.ON_AGENDA).format(when=day_said(place.meeting.starts_at.astimezone(clock.BRUSSELS)))


def _send_papers(part: Part, entry: Entry, *, root: str, at: datetime) -> None:
    """To who has a seat; of the workers themselves, to everybody at work."""
    letters, place = [], queries.places_of([part]).get(part.pk)
    for address, (name, language) in stakeholders.reached_in(part.body, on=clock.day_of(at)).items():
        with override(language):
            words = {
                "name": name,
                "title": part.dossier.title,
                "body": part.body.name,
                "strength": part.get_strength_display(),
                "due": day_said(part.due_on),
                "agenda": _agenda_of(part, place),
                "number": part.dossier.number,
                "seal": f"{entry.number}:{entry.seal}",
                "link": root + address_of(part.dossier),
            }
            text = str(_letter_of(part)).format(**words)
            said = str(wording.OPENED_SUBJECT).format(**words), text.replace(" \n", "\n")
        letters.append(Note(address, language, *said))
    queue_many(letters, at=at, kind=MessageKind.PAPERS)
