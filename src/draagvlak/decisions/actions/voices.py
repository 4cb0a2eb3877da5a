"""What a body says in a dossier is written down, and the employer answers each point of it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.decisions import queries, wording
from draagvlak.decisions.actions.chain import (
    add_entry,
    locked,
    refuse_too_early_or_late,
    refuse_two_duties,
    send_receipts,
)
from draagvlak.decisions.actions.dossiers import settle_if_done, take_off_agenda
from draagvlak.decisions.figures import Counted, Sent, Standing
from draagvlak.decisions.models import Dossier, Entry, Part
from draagvlak.decisions.queries import papers, separation
from draagvlak.decisions.rules import (
    NEEDS_AGREEMENT,
    NEEDS_PROOF,
    NEEDS_REASON,
    NotNow,
    TextChanged,
    refuse_advice_without_points,
    refuse_informed_without_day,
    refuse_informed_without_papers,
    refuse_meeting_outside,
    refuse_points_beside,
    refuse_reply_without_reason,
    refuse_result,
    refuse_verdict,
    refuse_votes_against_verdict,
    refuse_without_agreement,
)
from draagvlak.decisions.states import VERDICTS, Answer, Duty, Strength, Verdict
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.ui.said import day_said


@transaction.atomic
def record_voice(*, part: Part, said: Mapping[str, Any], by: Account, at: datetime, root: str = "") -> Entry:
    """Write down what a body said about the exact text of the dossier.

    said: verdict, votes (for, against, abstained), points (list of text), note, document_sha256 (of the text that was read),
    and of the meeting, if it is known: met_on (a day) and minutes (what they say on this). Where the body voted here, the
    votes are those of its ballot, whatever is said. agreement, when it negotiated and agreed: subject, signed_on (a day),
    sha256 of what was signed, clauses (number and sha256 of each) and address. Of a body that was informed, met_on is the day
    on which the point stood on its agenda, and handed_over how the papers came there when nobody got them by mail.
    """
    dossier = locked(part.dossier_id)
    where = queries.standing(dossier, today=clock.day_of(at))
    voted = queries.ballot_that_binds(part)
    refuse_two_duties(separation.duty_in(part), where, by=by)
    _refuse_voice(part, said, where, today=clock.day_of(at))
    _refuse_votes(part, said, voted)
    content = {**_told(part, said, voted), **_proof(part, said)}
    entry = add_entry(dossier, "voice", content, by=by, at=at)
    record(
        wording.ACTS_OF_VOICES[part.strength],
        by=by,
        at=at,
        on=dossier,
        details={"body": part.body.kind, "verdict": content["verdict"]},
    )
    take_off_agenda([part], by=None, at=at)
    words = {
        "body": part.body.name,
        "title": dossier.title,
        "verdict": Verdict(content["verdict"]).label,
        "by": str(by),
    }
    what = wording.WHAT_INFORMED if content["verdict"] in NEEDS_PROOF else wording.WHAT_VOICE
    send_receipts(dossier, entry, what, words, root=root, at=at)
    settle_if_done(dossier, by=by, at=at, root=root)
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


def _proof(part: Part, said: Mapping[str, Any]) -> dict[str, Any]:
    """To whom the papers went and when, and how else they came there; nothing for who was more than informed."""
    if said["verdict"] not in NEEDS_PROOF:
        return {}
    sent, handed_over = papers.papers_of(part), said.get("handed_over", "")
    refuse_informed_without_papers(
        verdict=said["verdict"],
        was_sent=papers.left_by_mail(sent),
        handed_over=handed_over,
        sentence=str(wording.HOW_HANDED_OVER).format(body=part.body.name),
    )
    return {"papers": [_received(one) for one in sent], "handed_over": handed_over.strip()}


def _received(one: Sent) -> dict[str, str]:
    """A line of who got the papers, as the chain quotes it; without a mail there is no state and no moment."""
    if one.mail is None:
        return {"name": one.person, "state": "", "at": ""}
    at = (one.mail.sent_at or one.mail.queued_at).astimezone(clock.BRUSSELS)
    return {"name": one.person, "state": str(one.mail.state), "at": at.isoformat()}


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
    refuse_informed_without_day(
        verdict=said["verdict"], met_on=said.get("met_on"), sentence=str(wording.WHICH_DAY_INFORMED)
    )
    refuse_meeting_outside(
        met_on=said.get("met_on"),
        opened_on=clock.day_of(part.dossier.opened_at),
        today=today,
        sentence=str(wording.MEETING_OUTSIDE).format(opened=day_said(clock.day_of(part.dossier.opened_at))),
    )
    _refuse_points(part, said)
    if said["verdict"] in NEEDS_REASON:
        refuse_reply_without_reason(verdict=said["verdict"], text=said["note"], sentence=str(wording.REASON_NEEDED))


def _refuse_points(part: Part, said: Mapping[str, Any]) -> None:
    consents = part.strength == Strength.CONSENT
    needed = wording.AMENDMENTS_NEEDED if consents else wording.POINTS_NEEDED
    refuse_advice_without_points(verdict=said["verdict"], points=said["points"], sentence=str(needed))
    refuse_points_beside(verdict=said["verdict"], points=said["points"], sentence=str(wording.AMENDMENTS_BESIDE))


@transaction.atomic
def reply(  # noqa: PLR0913 -- a reply names its point twice over
    *, dossier: Dossier, voice: int, point: int, answer: Answer, text: str, by: Account, at: datetime, root: str = ""
) -> Entry:
    """The employer's reasoned reply to one point. voice: number of the entry; point: its number in the advice."""
    dossier = locked(dossier.pk)
    refuse_reply_without_reason(verdict=answer, text=text, sentence=str(wording.REASON_NEEDED))
    where = queries.standing(dossier, today=clock.day_of(at))
    refuse_two_duties(Duty.REPLY, where, by=by)
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
    settle_if_done(dossier, by=by, at=at, root=root)
    return entry
