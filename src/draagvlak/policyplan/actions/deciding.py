"""A round to decide together, once it is open: what people say, what becomes of each line, and what is taken over."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.lib.refusals import Changed
from draagvlak.lib.text import clean_html, plain
from draagvlak.policyplan import queries, wording
from draagvlak.policyplan.actions.codecision import locked, move_round, tell_asked
from draagvlak.policyplan.actions.regulation import article_in_draft, write
from draagvlak.policyplan.models import (
    Codecision,
    CodecisionPerson,
    Line,
    LineConclusion,
    LineVoice,
    Regulation,
    TakenOver,
)
from draagvlak.policyplan.rules import CodecisionRefused
from draagvlak.policyplan.states import CodecisionState, LineKind, LineVerdict, Stand
from draagvlak.ui.said import day_said


@transaction.atomic
def speak_on_line(
    *, line: Line, person: CodecisionPerson, facts: Mapping[str, Any], version: int, by: Account, at: datetime
) -> LineVoice:
    """Say what one thinks of a line, or change it. facts: stand, because, remark. version: the one that was seen, 0 for none.

    Raises CodecisionRefused when the round takes no voices or a reason is missing, and Changed.
    """
    codecision = _taking_voices(line, person, at=at)
    voice = _say(line, person, facts, version=version, entered_by=None, at=at)
    record("policyplan.speak_on_line", by=by, at=at, on=codecision, details={"line": line.number})
    return voice


@transaction.atomic
def speak_on_paper(
    *, line: Line, person: CodecisionPerson, facts: Mapping[str, Any], version: int, by: Account, at: datetime
) -> LineVoice:
    """Note what somebody filled in on the sheet, with who noted it. Never over what he said himself."""
    codecision = _taking_voices(line, person, at=at)
    if LineVoice.objects.filter(line=line, person=person, entered_by=None).exists():
        raise CodecisionRefused(str(wording.CO_ON_PAPER_SELF))
    voice = _say(line, person, facts, version=version, entered_by=by, at=at)
    record("policyplan.speak_on_paper", by=by, at=at, on=codecision, details={"line": line.number})
    return voice


def _taking_voices(line: Line, person: CodecisionPerson, *, at: datetime) -> Codecision:
    held = locked(line.codecision)
    if held.takes_voices(on=clock.day_of(at)):
        # A seat that ended yesterday speaks no more today; what was said before stays.
        if not queries.still_speaks(person, on=clock.day_of(at)):
            raise CodecisionRefused(str(wording.CO_NO_SEAT).format(name=person))
        return held
    if held.closed_on is not None and held.closed_on <= held.ends_on:
        words = {"day": day_said(held.closed_on), "reason": held.reason.rstrip(". ")}
        raise CodecisionRefused(str(wording.CO_CLOSED_EARLY).format(**words))
    raise CodecisionRefused(str(wording.CO_OVER if held.is_over(on=clock.day_of(at)) else wording.CO_NOT_OPEN))


def _say(
    line: Line,
    person: CodecisionPerson,
    facts: Mapping[str, Any],
    *,
    version: int,
    entered_by: Account | None,
    at: datetime,
) -> LineVoice:
    if facts["stand"] in {Stand.IF_CHANGED, Stand.NOT_AGREED} and not facts["because"].strip():
        raise CodecisionRefused(str(wording.CO_BECAUSE))
    voice = LineVoice.objects.filter(line=line, person=person).first() or LineVoice(line=line, person=person, version=0)
    if voice.version != version:
        theirs = {name: getattr(voice, name) for name in facts}
        raise Changed(str(wording.SOMEONE_CHANGED).format(name=person), theirs=theirs, version=voice.version)
    for name, value in facts.items():
        setattr(voice, name, value.strip())
    voice.said_at, voice.entered_by = at, entered_by
    voice.version += 1
    voice.save()
    return voice


@transaction.atomic
def close_codecision(*, codecision: Codecision, reason: str, by: Account, at: datetime, root: str = "") -> Codecision:
    """Nobody answers any more from now on. Before the last day everybody who is asked hears it, with the reason."""
    held = locked(codecision)
    if not reason.strip():
        raise CodecisionRefused(str(wording.CO_REASON))
    is_early = not held.is_over(on=clock.day_of(at))
    held.closed_on, held.reason = clock.day_of(at), reason.strip()[:300]
    move_round(held, CodecisionState.CLOSED)
    record("policyplan.close_codecision", by=by, at=at, on=held, details={"reason": held.reason})
    if is_early:
        tell_asked(held, (wording.CLOSED_EARLY_SUBJECT, wording.CLOSED_EARLY_BODY), at=at, root=root)
    return held


@transaction.atomic
def conclude_line(*, line: Line, facts: Mapping[str, Any], version: int, by: Account, at: datetime) -> LineConclusion:
    """Write what became of a line. facts: verdict, because, text, amount; the last two only where it is changed.

    Raises CodecisionRefused while people can answer, after the end, and without a reason or what it is changed to; Changed.
    """
    codecision = _over(line.codecision, at=at)
    words = _concluded(line, facts)
    known = LineConclusion.objects.filter(line=line).select_related("concluded_by").first()
    held = known or LineConclusion(line=line, version=0)
    if held.version != version:
        theirs = {name: getattr(held, name) for name in facts}
        name = str(held.concluded_by if known else wording.SOMEONE)
        raise Changed(str(wording.SOMEONE_CHANGED).format(name=name), theirs=theirs, version=held.version, by=name)
    for name, value in {**words, "concluded_by": by, "concluded_at": at}.items():
        setattr(held, name, value)
    held.version += 1
    held.save()
    record("policyplan.conclude_line", by=by, at=at, on=codecision, details={"line": line.number})
    return held


def _over(codecision: Codecision, *, at: datetime) -> Codecision:
    """The round whose time is over; one whose last day passed is closed now, so that the database holds it too."""
    held = locked(codecision)
    if held.state == CodecisionState.CONCLUDED:
        raise CodecisionRefused(str(wording.CO_CONCLUDED))
    if not held.is_over(on=clock.day_of(at)):
        raise CodecisionRefused(str(wording.CO_STILL_OPEN).format(day=day_said(held.ends_on)))
    if held.state == CodecisionState.OPENED:
        move_round(held, CodecisionState.CLOSED)
    return held


def _concluded(line: Line, facts: Mapping[str, Any]) -> dict[str, Any]:
    if not facts["because"].strip():
        raise CodecisionRefused(str(wording.CO_REASON))
    words: dict[str, Any] = {
        "verdict": facts["verdict"],
        "because": facts["because"].strip(),
        "text": "",
        "amount": None,
    }
    if facts["verdict"] != LineVerdict.CHANGED:
        return words
    if line.kind == LineKind.BUDGET:
        if facts.get("amount") is None:
            raise CodecisionRefused(str(wording.CO_NEW_AMOUNT))
        return {**words, "amount": facts["amount"]}
    text = clean_html(facts.get("text", ""))
    if not plain(text):
        raise CodecisionRefused(str(wording.CO_NEW_TEXT))
    return {**words, "text": text}


@transaction.atomic
def conclude_codecision(*, codecision: Codecision, conclusion: str, by: Account, at: datetime, root: str) -> Codecision:
    """Fix the whole result and tell everybody who was asked. Raises CodecisionRefused while a line waits."""
    held = _over(codecision, at=at)
    lines = queries.lines_of(held)
    if any(line.conclusion is None for line in lines):
        raise CodecisionRefused(str(wording.CO_LINES_WAIT))
    held.results, held.conclusion, held.concluded_at = queries.results_of_codecision(lines), conclusion.strip(), at
    move_round(held, CodecisionState.CONCLUDED)
    record("policyplan.conclude_codecision", by=by, at=at, on=held)
    tell_asked(held, (wording.CO_DONE_SUBJECT, wording.CO_DONE_BODY), at=at, root=root)
    return held


@transaction.atomic
def take_over_line(*, line: Line, revision: int, by: Account, at: datetime) -> TakenOver:
    """Write what became of an article into the draft of the regulation: its new text, or the old one where the proposal does not
    go on; an article that is new and does not go on leaves the draft. Once. revision: of the article as it was read.

    Raises CodecisionRefused, NotWritable without a draft, RegulationRefused when the article is gone, and Changed.
    """
    codecision = locked(line.codecision)
    known = LineConclusion.objects.filter(line=line).first()
    regulation = Regulation.objects.first()
    if (
        regulation is None
        or known is None
        or line.article is None
        or known.verdict == LineVerdict.KEPT
        or codecision.state != CodecisionState.CONCLUDED
    ):
        raise CodecisionRefused(str(wording.CO_NOT_ARTICLE))
    if TakenOver.objects.filter(line=line).exists():
        raise CodecisionRefused(str(wording.CO_TAKEN))
    article = article_in_draft(regulation, line.article)
    if article.revision != revision:
        name = str(article.edited_by or wording.SOMEONE)
        sentence = str(wording.CO_ARTICLE_CHANGED).format(name=name)
        raise Changed(sentence, theirs={"body": article.body}, version=article.revision, by=name)
    version = article.version
    text = known.text if known.verdict == LineVerdict.CHANGED else line.old_text
    # What does not go on takes its title and the rule that it fixes along: words and rule never say two things.
    whole = {} if known.verdict == LineVerdict.CHANGED else queries.facts_of_adopted_article(line.article)
    if text:
        write(article, {**whole, "body": text}, by=by, at=at)
    else:
        article.delete()
    taken = TakenOver.objects.create(line=line, regulation_version=version, taken_by=by, taken_at=at)
    record("policyplan.take_over_line", by=by, at=at, on=codecision, details={"line": line.number})
    return taken
