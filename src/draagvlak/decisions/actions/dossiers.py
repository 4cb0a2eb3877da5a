from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.formats import date_format
from django.utils.translation import override

from draagvlak.accounts.models import Account
from draagvlak.decisions import queries, wording
from draagvlak.decisions.actions.chain import (
    add_entry,
    address_of,
    locked,
    refuse_too_early_or_late,
    send_receipts,
)
from draagvlak.decisions.actions.counting import stop_ballots
from draagvlak.decisions.figures import Counted, Standing
from draagvlak.decisions.models import Dossier, Entry, Part
from draagvlak.decisions.rules import (
    NEEDS_AGREEMENT,
    REJECTING,
    NotNow,
    TextChanged,
    refuse_advice_without_points,
    refuse_meeting_outside,
    refuse_nobody_closes,
    refuse_reply_without_reason,
    refuse_result,
    refuse_verdict,
    refuse_votes_against_verdict,
    refuse_without_agreement,
)
from draagvlak.decisions.states import POINTS, VERDICTS, Answer, DossierKind, DossierState, Strength, Verdict
from draagvlak.documents.models import FrozenText
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.lib.law import term_ends
from draagvlak.meetings.actions import put_matter, withdraw_matter
from draagvlak.meetings.models import AgendaItem
from draagvlak.notices.actions import queue_many
from draagvlak.notices.figures import Note
from draagvlak.notices.states import MessageKind
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.states import BodyKind


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
    """The body speaks in a meeting: the dossier comes on the agenda of its next one, or waits for it."""
    facts = {
        "title": str(wording.POINT_TITLE).format(title=part.dossier.title),
        "kind": POINTS[Strength(part.strength)],
        "link": address_of(part.dossier),
    }
    part.matter = put_matter(body=part.body, facts=facts, by=by, at=at)
    part.save()


def _take_off_agenda(parts: Iterable[Part], *, by: Account, at: datetime) -> None:
    """Nothing is asked of these bodies any more."""
    for part in parts:
        if part.matter is not None:
            withdraw_matter(matter=part.matter, by=by, at=at)


def _opening(dossier: Dossier, parts: Sequence[Part], heard: Sequence[Mapping[str, Any]] | None) -> dict[str, Any]:
    """The first entry: the whole text, who speaks about it with which strength, and what people said about it before."""
    document = dossier.document
    return {
        **({} if heard is None else {"heard": [dict(one) for one in heard]}),
        "organisation": dossier.organisation.name,
        "dossier": dossier.number,
        "kind": str(dossier.kind),
        "document": {"title": document.title, "text": document.text, "sha256": document.sha256},
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


@transaction.atomic
def record_voice(*, part: Part, said: Mapping[str, Any], by: Account, at: datetime, root: str = "") -> Entry:
    """Write down what a body said about the exact text of the dossier.

    said: verdict, votes (for, against, abstained), points (list of text), note, document_sha256 (of the text that was read),
    and of the meeting, if it is known: met_on (a day) and minutes (what they say on this). Where the body voted here, the
    votes are those of its ballot, whatever is said. agreement, when it negotiated and agreed: subject, signed_on (a day),
    sha256 of what was signed, clauses (number and sha256 of each) and address.
    """
    dossier = locked(part.dossier_id)
    where = queries.standing(dossier, today=clock.day_of(at))
    voted = queries.ballot_that_binds(part)
    _refuse_voice(part, said, where, today=clock.day_of(at))
    _refuse_votes(part, said, voted)
    content = _told(part, said, voted)
    entry = add_entry(dossier, "voice", content, by=by, at=at)
    record(
        wording.ACTS_OF_VOICES[part.strength],
        by=by,
        at=at,
        on=dossier,
        details={"body": part.body.kind, "verdict": content["verdict"]},
    )
    _take_off_agenda([part], by=by, at=at)
    words = {"body": part.body.name, "title": dossier.title, "verdict": Verdict(content["verdict"]).label}
    send_receipts(dossier, entry, wording.WHAT_VOICE, words, root=root, at=at)
    _settle_if_done(dossier, by=by, at=at, root=root)
    return entry


def _told(part: Part, said: Mapping[str, Any], voted: Counted | None) -> dict[str, Any]:
    """What a body said, as the chain holds it."""
    votes = voted.counts.by_choice() if voted and voted.counts else said["votes"]
    points = [text.strip() for text in said["points"] if text.strip()]
    return {
        "part": part.pk,
        "body": part.body.name,
        "strength": part.strength,
        "verdict": str(said["verdict"]),
        "votes": {name: int(votes[name]) for name in ("for", "against", "abstained")},
        "points": [{"number": number, "text": text} for number, text in enumerate(points, start=1)],
        "note": said["note"].strip(),
        "met_on": said["met_on"].isoformat() if said.get("met_on") else "",
        "minutes": said.get("minutes", "").strip(),
        "document_sha256": part.dossier.document.sha256,
        **({"ballot": voted.ballot} if voted else {}),
        **({"agreement": _agreement(said["agreement"])} if said["verdict"] in NEEDS_AGREEMENT else {}),
    }


def _agreement(linked: Mapping[str, Any]) -> dict[str, Any]:
    """The signed agreement as the chain quotes it."""
    clauses = [{"number": number, "sha256": sha256} for number, sha256 in linked["clauses"]]
    words = {name: str(linked[name]) for name in ("subject", "sha256", "address")}
    return {**words, "signed_on": linked["signed_on"].isoformat(), "clauses": clauses}


def _refuse_votes(part: Part, said: Mapping[str, Any], voted: Counted | None) -> None:
    """The verdict follows the votes: those of the ballot, or those that were counted elsewhere and written down."""
    if queries.running_ballot(part) is not None:
        raise NotNow(str(wording.VOTE_RUNS).format(body=part.body.name))
    if voted is not None:
        sentence = wording.VOTED_FOR if voted.result == "passed" else wording.VOTED_AGAINST
        refuse_result(result=voted.result, verdict=said["verdict"], sentence=str(sentence).format(number=voted.ballot))
        return
    refuse_votes_against_verdict(
        verdict=said["verdict"], votes=dict(said["votes"]), sentence=str(wording.VOTES_DISAGREE)
    )


def _refuse_voice(part: Part, said: Mapping[str, Any], where: Standing, *, today: date) -> None:
    if part.dossier.document.sha256 != said["document_sha256"]:
        raise TextChanged(str(wording.TEXT_CHANGED))
    allowed = [verdict.value for verdict in VERDICTS[Strength(part.strength)]]
    refuse_verdict(
        verdict=said["verdict"], allowed=allowed, sentence=str(wording.WRONG_VERDICT).format(body=part.body.name)
    )
    refuse_without_agreement(
        verdict=said["verdict"], has_agreement=bool(said.get("agreement")), sentence=str(wording.AGREEMENT_NEEDED)
    )
    refuse_too_early_or_late(part, where, today=today)
    refuse_meeting_outside(
        met_on=said.get("met_on"),
        opened_on=clock.day_of(part.dossier.opened_at),
        today=today,
        sentence=str(wording.MEETING_OUTSIDE).format(opened=date_format(clock.day_of(part.dossier.opened_at))),
    )
    refuse_advice_without_points(verdict=said["verdict"], points=said["points"], sentence=str(wording.POINTS_NEEDED))
    if said["verdict"] in REJECTING:
        refuse_reply_without_reason(verdict=said["verdict"], text=said["note"], sentence=str(wording.REASON_NEEDED))


@transaction.atomic
def reply(  # noqa: PLR0913 -- a reply names its point twice over
    *, dossier: Dossier, voice: int, point: int, answer: Answer, text: str, by: Account, at: datetime, root: str = ""
) -> Entry:
    """The employer's reasoned reply to one point. voice: number of the entry; point: its number in the advice."""
    dossier = locked(dossier.pk)
    refuse_reply_without_reason(verdict=answer, text=text, sentence=str(wording.REASON_NEEDED))
    where = queries.standing(dossier, today=clock.day_of(at))
    points = [(part, p) for part in where.parts if part.voice for p in part.voice.points]
    found = next(((part, p) for part, p in points if (p.voice, p.number) == (voice, point)), None)
    if found is None:
        raise NotNow(str(wording.NO_SUCH_POINT))
    if found[1].reply is not None:
        raise NotNow(str(wording.ALREADY_ANSWERED))
    content = {
        "voice": voice,
        "point": point,
        "verdict": answer.value,
        "text": text.strip(),
        "document_sha256": dossier.document.sha256,
    }
    entry = add_entry(dossier, "reply", content, by=by, at=at)
    record("decisions.reply", by=by, at=at, on=dossier, details={"point": point, "verdict": answer.value})
    send_receipts(dossier, entry, wording.WHAT_REPLY, {"point": str(point), "body": found[0].body}, root=root, at=at)
    _settle_if_done(dossier, by=by, at=at, root=root)
    return entry


def _settle_if_done(dossier: Dossier, *, by: Account, at: datetime, root: str) -> None:
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
    asked = dossier.parts.exclude(strength=Strength.INFORM) if result == DossierState.ADOPTED else dossier.parts.all()
    _take_off_agenda(asked.select_related("matter__body"), by=by, at=at)
    send_receipts(
        dossier, entry, wording.WHAT_SETTLED, {"title": dossier.title, "result": result.label}, root=root, at=at
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
    _take_off_agenda(dossier.parts.select_related("matter__body"), by=by, at=at)
    send_receipts(dossier, entry, wording.WHAT_WITHDRAWN, {"title": dossier.title, "reason": reason}, root=root, at=at)
    record("decisions.withdraw", by=by, at=at, on=dossier)
    return entry


def _agenda_of(part: Part, place: AgendaItem | None) -> str:
    """When the body speaks on it. The delegation's days stand in no mail that others may read."""
    if part.body.kind == BodyKind.UNION_DELEGATION or part.matter is None:
        return ""
    if place is None:
        return str(wording.FOR_NEXT)
    return str(wording.ON_AGENDA).format(when=date_format(place.meeting.starts_at.astimezone(clock.BRUSSELS)))


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
                "due": date_format(part.due_on),
                "agenda": _agenda_of(part, place),
                "number": part.dossier.number,
                "seal": f"{entry.number}:{entry.seal}",
                "link": root + address_of(part.dossier),
            }
            said = str(wording.OPENED_SUBJECT).format(**words), str(wording.OPENED_BODY).format(**words)
        letters.append(Note(address, language, *said))
    queue_many(letters, at=at, kind=MessageKind.PAPERS)
