"""One pure rule for every decision: which voices are needed, and what follows from them. No Django, no tables."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from draagvlak.decisions.figures import Need, Point, Says
from draagvlak.lib.refusals import Refused

NEEDS_REPLY = {"with_remarks", "unfavourable"}


class NotNow(Refused):
    pass


class NoMandate(Refused):
    pass


class NoPoints(Refused):
    pass


class NoReasonGiven(Refused):
    pass


class VotesDisagree(Refused):
    pass


class TextChanged(Refused):
    pass


def needs_of(parts: Sequence[Says], *, today: date) -> tuple[Need, ...]:
    """What must still happen, in order: advice and consent, then the employer's replies, then approval.

    An advice whose term passed is needed no longer (the term counts its last day). Approval is blocked until the rest is there.
    """
    first = [_need_of_voice(part, today=today) for part in parts if part.strength in {"advice", "consent"}]
    needs = [need for need in first if need]
    needs += [Need("reply", part.key, point) for part in parts for point in unanswered(part)]
    blocked = bool(needs)
    needs += [
        Need("approval", part.key, due_on=part.due_on, is_blocked=blocked)
        for part in parts
        if part.strength == "approval" and part.voice is None
    ]
    return tuple(needs)


def _need_of_voice(part: Says, *, today: date) -> Need | None:
    if part.voice is not None:
        return None
    if part.strength == "consent":
        return Need("consent", part.key, due_on=part.due_on)
    return None if today > part.due_on else Need("voice", part.key, due_on=part.due_on)


def unanswered(part: Says) -> list[Point]:
    """The points of an advice that the employer did not answer yet."""
    return [point for point in part.voice.points if point.reply is None] if part.voice else []


def outcome_of(parts: Sequence[Says], *, today: date) -> str:
    """adopted, rejected, or "" while something is needed.

    A refused consent or approval rejects at once; otherwise everything needed must be there and every approval given.
    """
    said = [part.voice.verdict for part in parts if part.voice]
    if "refused" in said or "not_approved" in said:
        return "rejected"
    return "" if needs_of(parts, today=today) else "adopted"


def refuse_verdict(*, verdict: str, allowed: Collection[str], sentence: str) -> None:
    if verdict not in allowed:
        raise NotNow(sentence)


def refuse_advice_without_points(*, verdict: str, points: Iterable[str], sentence: str) -> None:
    """Remarks and an unfavourable advice are given in points, so that each can be answered."""
    if verdict in NEEDS_REPLY and not any(point.strip() for point in points):
        raise NoPoints(sentence)


def refuse_votes_against_verdict(*, verdict: str, votes: dict[str, int], sentence: str) -> None:
    """When votes were counted, a positive verdict has more votes for than against, and the reverse."""
    if not any(votes.values()):
        return
    positive = verdict in {"favourable", "with_remarks", "consented", "approved"}
    if positive != (votes["for"] > votes["against"]):
        raise VotesDisagree(sentence)


def refuse_meeting_outside(*, met_on: date | None, opened_on: date, today: date, sentence: str) -> None:
    """A body can only have spoken about a text from the day it was put to it until today."""
    if met_on is not None and not opened_on <= met_on <= today:
        raise NotNow(sentence)


def refuse_reply_without_reason(*, verdict: str, text: str, sentence: str) -> None:
    """The employer's reply is reasoned, always (collective agreement no. 9; advice procedure)."""
    if not text.strip():
        raise NoReasonGiven(sentence)
