"""One pure rule for every decision: which voices are needed, and what follows from them. No Django, no tables."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime

from draagvlak.decisions.figures import Apart, BallotRule, Counts, Need, Point, Said, Says, Voter
from draagvlak.lib import law
from draagvlak.lib.refusals import Refused

# What is needed of a body that did not speak yet, by its strength; of who is informed, the proof that it was (facts 2.3).
NEEDS = {
    "inform": "inform",
    "consult": "consult",
    "post": "register",
    "advice": "voice",
    "consent": "consent",
    "negotiation": "negotiation",
    "approval": "approval",
    "ratify": "ratify",
}
# Who ends the dossier, one after the other: ratifying comes after every approval (row B2.3). The others speak beside each other.
CLOSING = ("approval", "ratify")
# Asked only within the term: consulting and advising bind nobody to wait (collective agreement no. 9).
LAPSING = {"consult", "advice"}
# The text hangs out for the whole term, with a register beside it: closed no day earlier, and nothing is decided before
# (work regulations where there is no works council, law of 8 April 1965, to be checked).
WHOLE_TERM = {"post"}
# Strengths without a last day: an organisation informs when the body meets, and nobody is late.
WITHOUT_TERM = {"inform"}
# Strengths with nothing to vote on.
WITHOUT_BALLOT = {"inform", "consult", "post"}
# Given in points, each of which the employer answers: he tells what he does with them (collective agreement no. 9).
NEEDS_REPLY = {"with_remarks", "unfavourable", "remarks", "written"}
# Given in points as well, but nobody answers them: the text goes back, and what is asked stands beside the next one.
NEEDS_POINTS = {*NEEDS_REPLY, "if_amended"}
# Of who consents or refuses, nothing else is asked: a consent with amendments is a verdict of its own (facts 2.3).
WITHOUT_POINTS = {"consented", "refused"}
POSITIVE = {"favourable", "with_remarks", "consented", "agreed", "approved", "ratified"}
# Neither for nor against: no count of votes says anything about them.
NEUTRAL = {"informed", "no_remarks", "remarks", "nothing_written", "written"}
# Said only with the day on which the point stood on the agenda, and with how the papers came there (facts 2.3).
NEEDS_PROOF = {"informed"}
# Ends the dossier at once. A consent with amendments is one: it is no consent to this text.
REJECTING = {"if_amended", "refused", "no_agreement", "not_approved", "not_ratified"}
# A no needs a reason; the points of a consent with amendments are one.
NEEDS_REASON = REJECTING - NEEDS_POINTS
# Said only with the signed agreement beside it (law of 5 December 1968 on collective agreements, to be checked).
NEEDS_AGREEMENT = {"agreed"}
# A ballot with one of these results is what the body says; any other was void.
BINDING = {"passed", "failed"}
# Of fewer people than this, a secret ballot would tell too easily who voted what.
FEWEST_SECRET_VOTERS = 4
FEWEST_SECRET_VOTES = 3


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


class NoVote(Refused):
    """This vote cannot be cast, given away or counted now."""


class BallotRefused(Refused):
    """A ballot cannot be opened, counted or stopped like this."""


def needs_of(parts: Sequence[Says], *, today: date) -> tuple[Need, ...]:
    """What must still happen, in order: informing, consultation, posting, advice, consent and negotiation beside each other, then
    the employer's replies, then approval, then ratification.

    A consultation or an advice whose term passed is needed no longer (the term counts its last day), unless the body voted in
    time; informing, a register, consent and agreement are, whatever the day. Who closes is blocked until all that comes before is there.
    """
    awaited = [part for part in parts if is_awaited(part, today=today)]
    open_now = [part for part in awaited if part.strength not in CLOSING]
    needs = [_need_of(part, is_blocked=is_too_early(part, today=today)) for part in open_now]
    needs += [Need("reply", part.key, point) for part in parts for point in unanswered(part)]
    for strength in CLOSING:
        blocked = bool(needs)
        needs += [_need_of(part, is_blocked=blocked) for part in awaited if part.strength == strength]
    return tuple(needs)


def _need_of(part: Says, *, is_blocked: bool = False) -> Need:
    due_on = None if part.strength in WITHOUT_TERM else part.due_on
    return Need(NEEDS[part.strength], part.key, due_on=due_on, is_blocked=is_blocked)


def is_awaited(part: Says, *, today: date) -> bool:
    """Whether something is asked of this body that it did not say yet and can still say."""
    return part.voice is None and not is_too_late(part, today=today)


def is_too_late(part: Says, *, today: date) -> bool:
    """After the term nothing waits for a consultation or an advice any more; its last day itself is still in time.

    A ballot ends within the term (`open_ballot`). Who voted then has spoken in time: his voice does not lapse because nobody
    wrote it down yet.
    """
    return part.strength in LAPSING and today > part.due_on and not part.ballot


def is_too_early(part: Says, *, today: date) -> bool:
    """Whether the register of a text that hangs out is still open; its last day itself is one of them."""
    return part.strength in WHOLE_TERM and today <= part.due_on


def posting_days(*, on: date) -> int:
    """How many days a draft of the work regulations hangs out where there is no works council (law of 8 April 1965, article 12)."""
    return int(str(law.parameter("work_regulations_posting_days", on=on).value))


def ballots_by_part(entries: Iterable[Said]) -> dict[int, str]:
    """part → what its last ballot says, as the chain tells it: runs, binds, or "" where it was stopped or void."""
    found: dict[int, str] = {}
    for entry in entries:
        if entry.act in {"ballot_open", "ballot_count", "ballot_stop"}:
            binds = "binds" if entry.content.get("result") in BINDING else ""
            found[entry.content["part"]] = "runs" if entry.act == "ballot_open" else binds
    return found


def before_closing(needed: Iterable[Need]) -> list[Need]:
    """What must happen before anybody can close the dossier."""
    return [need for need in needed if need.what not in CLOSING]


def needed_before(strength: str, needed: Iterable[Need]) -> list[Need]:
    """What must happen before a body with this strength can speak; nothing for who does not close the dossier."""
    if strength not in CLOSING:
        return []
    later = CLOSING[CLOSING.index(strength) :]
    return [need for need in needed if need.what not in later]


def unanswered(part: Says) -> list[Point]:
    """The points of an advice or a consultation that the employer did not answer yet."""
    return [point for point in part.voice.points if point.reply is None] if part.voice else []


def outcome_of(parts: Sequence[Says], *, today: date) -> str:
    """adopted, rejected, or "" while something is needed.

    A consent that was refused or hangs on amendments, a refused approval or ratification rejects at once, and so does a negotiation without agreement; otherwise
    everything needed must be there, every approval given and every ratification too.
    """
    if any(part.voice.verdict in REJECTING for part in parts if part.voice):
        return "rejected"
    return "" if needs_of(parts, today=today) else "adopted"


def is_only_ratified(strengths: Collection[str]) -> bool:
    """Whether who closed a dossier only confirmed: nobody was asked to approve."""
    return "ratify" in strengths and "approval" not in strengths


def refuse_verdict(*, verdict: str, allowed: Collection[str], sentence: str) -> None:
    if verdict not in allowed:
        raise NotNow(sentence)


def gives_points(verdicts: Iterable[str]) -> bool:
    """Whether a body that may give these verdicts may have to give points."""
    return any(verdict in NEEDS_POINTS for verdict in verdicts)


def asks_replies(verdicts: Iterable[str]) -> bool:
    """Whether the employer may have to answer a body that may give these verdicts."""
    return any(verdict in NEEDS_REPLY for verdict in verdicts)


def refuse_nobody_closes(strengths: Iterable[str], *, sentence: str) -> None:
    """A dossier needs somebody who ends it: an approval or a ratification (row B2.3)."""
    if not any(strength in CLOSING for strength in strengths):
        raise NoMandate(sentence)


def refuse_without_agreement(*, verdict: str, has_agreement: bool, sentence: str) -> None:
    """That an agreement was made is said with the signed agreement, never with words alone."""
    if verdict in NEEDS_AGREEMENT and not has_agreement:
        raise NotNow(sentence)


def refuse_informed_without_day(*, verdict: str, met_on: date | None, sentence: str) -> None:
    if verdict in NEEDS_PROOF and met_on is None:
        raise NotNow(sentence)


def refuse_informed_without_papers(*, verdict: str, was_sent: bool, handed_over: str, sentence: str) -> None:
    """was_sent: whether a mail with the papers left for somebody who sits in the body. Else it is told how they came there."""
    if verdict in NEEDS_PROOF and not was_sent and not handed_over.strip():
        raise NoReasonGiven(sentence)


def refuse_advice_without_points(*, verdict: str, points: Iterable[str], sentence: str) -> None:
    """Remarks and an unfavourable advice are given in points, so that each can be answered; amendments, so that each can be checked."""
    if verdict in NEEDS_POINTS and not any(point.strip() for point in points):
        raise NoPoints(sentence)


def refuse_points_beside(*, verdict: str, points: Iterable[str], sentence: str) -> None:
    """Who consents, consents to the text as it is; what must change first is said with its own verdict."""
    if verdict in WITHOUT_POINTS and any(point.strip() for point in points):
        raise NoPoints(sentence)


def refuse_votes_against_verdict(*, verdict: str, votes: dict[str, int], sentence: str) -> None:
    """When votes were counted, a positive verdict has more votes for than against, and the reverse; a neutral one has neither."""
    if verdict in NEUTRAL or not any(votes.values()):
        return
    if (verdict in POSITIVE) != (votes["for"] > votes["against"]):
        raise VotesDisagree(sentence)


def refuse_meeting_outside(*, met_on: date | None, opened_on: date, today: date, sentence: str) -> None:
    """A body can only have spoken about a text from the day it was put to it until today."""
    if met_on is not None and not opened_on <= met_on <= today:
        raise NotNow(sentence)


def refuse_reply_without_reason(*, verdict: str, text: str, sentence: str) -> None:
    """The employer's reply is reasoned, always (collective agreement no. 9; advice procedure)."""
    if not text.strip():
        raise NoReasonGiven(sentence)


def outcome_of_ballot(counts: Counts, *, seats: int, rule: BallotRule, is_secret: bool) -> str:
    """passed, failed, no_quorum or too_few. seats: everybody who could vote when the ballot was opened.

    In whole numbers only. Who votes by proxy or by hand takes part. Abstaining is taking part; whether it is a vote cast, the
    rule says. A tie never passes, and without any vote for nothing does.
    """
    if is_secret and counts.total < FEWEST_SECRET_VOTES:
        return "too_few"
    if not _has_quorum(counts.total, seats=seats, quorum=rule.quorum):
        return "no_quorum"
    return "passed" if _has_majority(counts, seats=seats, rule=rule) else "failed"


def _has_quorum(took_part: int, *, seats: int, quorum: str) -> bool:
    if quorum == "half":
        return 2 * took_part > seats
    if quorum == "two_thirds":
        return 3 * took_part >= 2 * seats
    return True


def _has_majority(counts: Counts, *, seats: int, rule: BallotRule) -> bool:
    cast = counts.votes_for + counts.votes_against + (counts.abstained if rule.counts_abstentions else 0)
    needed = {
        "more": counts.votes_for > counts.votes_against,
        "absolute": 2 * counts.votes_for > cast,
        "of_all": 2 * counts.votes_for > seats,
        "two_thirds": 3 * counts.votes_for >= 2 * cast,
        "unanimity": counts.votes_for == cast,
    }
    return counts.votes_for > 0 and needed[rule.majority]


def is_over(*, closes_at: datetime, at: datetime) -> bool:
    """Whether a ballot takes no more votes: its last moment itself is too late. The one place that decides it."""
    return at >= closes_at


def refuse_voters(*, voters: int, is_secret: bool, nobody: str, too_few: str) -> None:
    """A vote needs two people; a secret one so many that the counts do not tell who voted what."""
    if voters < 2:  # noqa: PLR2004 -- one person does not vote
        raise BallotRefused(nobody)
    if is_secret and voters < FEWEST_SECRET_VOTERS:
        raise BallotRefused(too_few)


def refuse_closing_moment(*, closes_at: datetime, at: datetime, last: datetime, too_soon: str, too_late: str) -> None:
    """last: no ballot runs beyond it."""
    if closes_at <= at:
        raise BallotRefused(too_soon)
    if closes_at > last:
        raise BallotRefused(too_late)


def refuse_result(*, result: str, verdict: str, sentence: str) -> None:
    """What was voted is what the body says."""
    if (result == "passed") != (verdict in POSITIVE):
        raise VotesDisagree(sentence)


def proxy_refused(giver: Voter, holder: Voter, *, held: int, own: int, most: int) -> str:
    """Why one cannot give his vote to the other, as the key of a sentence; "" when it can be.

    held: how many proxies the other holds already; own: how many the giver does, who is then there to vote. Both sit in the
    body; where it has sides, they sit on the same one.
    """
    if giver.key == holder.key:
        return "self"
    if giver.has_voted:
        return "voted"
    if giver.proxy is not None:
        return "given"
    if own:
        return "holds"
    if holder.proxy is not None:
        return "passed_on"
    if giver.side != holder.side:
        return "side"
    return "full" if held >= most else ""


def refuse_hands(*, raised: int, people: int, sentence: str) -> None:
    """Everybody in the room who did not vote on a device is counted once: no hand more, no hand less."""
    if raised != people or not people:
        raise NoVote(sentence)


def refuse(reason: str, sentence: str) -> None:
    """With the sentence that belongs to a reason, when there is one."""
    if reason:
        raise NoVote(sentence)


def may_still_speak(part: Says, *, is_open: bool, today: date) -> bool:
    """Whether something is asked of this body and it can still say it: a consultation and an advice only within the term."""
    return is_open and is_awaited(part, today=today)


def duty_of(entry: Said, *, for_workers: Collection[int]) -> str:
    """Which duty somebody fulfilled with this act; "" for an act that is none. for_workers: the parts of bodies of the workers.

    That a body was informed is proved by whoever can: that is none.
    """
    if entry.act in {"open", "reply"}:
        return {"open": "submit", "reply": "reply"}[entry.act]
    if entry.act != "voice":
        return ""
    return duty_of_voice(entry.content["strength"], speaks_for_workers=entry.content["part"] in for_workers)


def duty_of_voice(strength: str, *, speaks_for_workers: bool) -> str:
    if strength in CLOSING:
        return "close"
    return "speak" if speaks_for_workers and strength not in WITHOUT_TERM else ""


def duties_by_person(entries: Iterable[Said], *, for_workers: Collection[int]) -> dict[str, set[str]]:
    """address → what that person did. What the program did by itself, nobody did."""
    found: dict[str, set[str]] = {}
    for entry in entries:
        if entry.email and (duty := duty_of(entry, for_workers=for_workers)):
            found.setdefault(entry.email, set()).add(duty)
    return found


def kept_apart(duty: str, done: Collection[str], *, rules: Iterable[Apart]) -> list[str]:
    """Which of what this person did before keeps him from this duty, by the rules that the dossier was opened with."""
    refused = [one.pair for one in rules if one.together == "refused"]
    return [other for other in done if other != duty and {duty, other} in refused]


def doubled_by(done: Collection[str], *, rules: Iterable[Apart]) -> set[str]:
    """Of what one person did, that which the dossier tells because the same person did both."""
    told = [one.pair for one in rules if one.together != "allowed"]
    return {duty for pair in told if pair <= set(done) for duty in pair}
