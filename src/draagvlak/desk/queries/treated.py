"""What was asked or said, and what was done with it: followed, in part, not, answered, or still waiting (row B5.6).

Every kind of source is one function, on the list at the foot: it gives what the reader may read of it. What a later station brings
(a request, an activity) joins by one more function. Questions in confidence and what was proposed at the table where an agreement is
negotiated are no sources, and never become one.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.utils.translation import get_language

from draagvlak.accounts.models import Account
from draagvlak.decisions import queries as decisions
from draagvlak.decisions.states import Answer, DossierState
from draagvlak.desk import wording
from draagvlak.desk.figures import Span, Treated, TreatedOf
from draagvlak.desk.queries.view import Desk, desk_of
from draagvlak.desk.states import Treatment
from draagvlak.journal import queries as journal
from draagvlak.journal.queries import until_next_act
from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.needs import queries as needs
from draagvlak.needs.states import AnswerKind
from draagvlak.policyplan.models import Bundle, ClauseCheck, Consultation, Line, Screening
from draagvlak.policyplan.queries import agreement, answered, codecision
from draagvlak.policyplan.queries.spread import spread
from draagvlak.policyplan.states import FollowUp, LineVerdict, ScreeningState
from draagvlak.tenancy.models import Organisation


def span_of(year: int, *, today: date) -> Span:
    first, after = date(year, 1, 1), date(year + 1, 1, 1)
    moments = (clock.start_of(first), clock.start_of(after))
    return Span(year, first, after - timedelta(days=1), *moments, is_now=year == today.year)


def years_of(*, today: date) -> list[int]:
    """The years of which something can be told, the running one first: since the first act that was recorded."""
    first = journal.records().order_by("number").values_list("at", flat=True).first()
    begun = clock.day_of(first).year if first else today.year
    return list(range(today.year, min(begun, today.year) - 1, -1))


def treated_in(account: Account, organisation: Organisation, *, year: int, today: date) -> dict[str, list[Treated]]:
    """Per kind of source what was answered in a year, and with the running one what waits: what this person may read of it.

    As many statements for fifty rows as for five; kept until the next act, because all of it follows from acts.
    """
    key = f"treated:{account.pk}:{get_language()}:{today}:{year}"
    return until_next_act(key, lambda: _read(account, organisation, year=year, today=today))


def _read(account: Account, organisation: Organisation, *, year: int, today: date) -> dict[str, list[Treated]]:
    desk, span = desk_of(account, organisation, today=today), span_of(year, today=today)
    found = {}
    for source in SOURCES:
        rows = [replace(one, days=(today - one.on).days) for one in source.read(desk, span)]
        found[source.key] = [one for one in rows if _belongs(one, span)]
    return found


def _belongs(one: Treated, span: Span) -> bool:
    """What waits stands with the running year, whenever it was asked: so it is never lost."""
    return span.is_now if one.answer == Treatment.WAITS else span.first <= one.on <= span.last


def counted_per_source(found: dict[str, list[Treated]]) -> list[TreatedOf]:
    """How much of each kind got which answer, in the order of the list."""
    rows = []
    for source in SOURCES:
        each = Counter(one.answer for one in found[source.key])
        counts: dict[str, int | None] = {answer.value: each[answer.value] for answer in Treatment}
        if not source.tells_waiting:
            counts[Treatment.WAITS.value] = None
        words = (str(source.name), str(source.what))
        rows.append(TreatedOf(source.key, *words, sum(each.values()), counts))
    return rows


def in_order(rows: Collection[Treated]) -> list[Treated]:
    """What waits first, the oldest of it first; then what was answered, the latest first."""
    waits = sorted((one for one in rows if one.answer == Treatment.WAITS), key=lambda one: one.on)
    said = sorted((one for one in rows if one.answer != Treatment.WAITS), key=lambda one: one.on, reverse=True)
    return waits + said


def spread_over_groups(account: Account, organisation: Organisation, *, today: date) -> Any:  # noqa: ANN401 -- a spread or None
    """What the plan foresees per function group; None while there is no plan. Kept until the next act."""

    def found() -> Any:  # noqa: ANN401 -- the same
        version = desk_of(account, organisation, today=today).version
        return spread(version, on=today) if version else None

    return until_next_act(f"spread:{today}", found)


# The sources

ANSWERS = {
    Answer.FOLLOWED: Treatment.FOLLOWED,
    Answer.PARTLY: Treatment.PARTLY,
    Answer.NOT_FOLLOWED: Treatment.NOT,
    FollowUp.FOLLOWED: Treatment.FOLLOWED,
    FollowUp.PARTLY: Treatment.PARTLY,
    FollowUp.NOT: Treatment.NOT,
    LineVerdict.KEPT: Treatment.FOLLOWED,
    LineVerdict.CHANGED: Treatment.PARTLY,
    LineVerdict.DROPPED: Treatment.NOT,
    AnswerKind.TAKEN_UP: Treatment.FOLLOWED,
    AnswerKind.EXISTS: Treatment.PARTLY,
    AnswerKind.NOT_NOW: Treatment.NOT,
}


def advice(desk: Desk, _span: Span) -> Iterator[Treated]:
    """Points of advice; of a dossier that ended without an answer nobody waits any more."""
    if not may(desk.account, "decisions.see_every_dossier", desk.organisation):
        return
    for dossier, voice, point in decisions.points_of_advice():
        where = str(wording.TREATED_BY).format(where=dossier, body=voice.body)
        words: dict[str, Any] = {"where": where, "said": (point.text,)}
        words["address"] = desk.to("decisions:dossier", number=dossier.number)
        reply = point.reply
        if reply is not None:
            answer = ANSWERS[Answer(reply.verdict)]
            yield Treated(**words, answer=answer, on=clock.day_of(reply.at), reason=reply.text, by=reply.by)
        elif dossier.state == DossierState.OPEN:
            yield Treated(**words, answer=Treatment.WAITS, on=clock.day_of(voice.at))


def questions(desk: Desk, _span: Span) -> Iterator[Treated]:
    """What was asked or said in a dossier about its text; of one that ended without an answer nobody waits any more."""
    if not may(desk.account, "decisions.see_every_dossier", desk.organisation):
        return
    for dossier, asked in decisions.asked_in_dossiers():
        where = str(wording.TREATED_BY).format(where=dossier, body=asked.by)
        words: dict[str, Any] = {"where": where, "said": (asked.text,)}
        words["address"] = desk.to("decisions:dossier", number=dossier.number) + f"#vraag-{asked.number}"
        told = asked.answer
        if told is not None:
            words |= {"reason": told.text, "by": told.by}
            yield Treated(**words, answer=Treatment.ANSWERED, on=clock.day_of(told.at))
        elif dossier.state == DossierState.OPEN:
            yield Treated(**words, answer=Treatment.WAITS, on=clock.day_of(asked.at))


def rounds(desk: Desk, span: Span) -> Iterator[Treated]:
    """Remarks in consultations: of the concluded ones, which everybody reads, and of those that wait for who follows them."""
    done = answered.rounds_concluded(span.start, span.until)
    waits = answered.rounds_that_wait(today=desk.today) if span.is_now else []
    waits = [one for one in waits if may(desk.account, "policyplan.see_remarks", one)]
    bundles = answered.bundles_in([*done, *waits])
    for one in [*done, *waits]:
        for bundle in bundles.get(one.pk, []):
            yield _of_round(desk, one, bundle)


def _of_round(desk: Desk, one: Consultation, bundle: Bundle) -> Treated:
    texts = [remark.text for remark in bundle.remarks.all()]
    said = (bundle.heading, *texts) if bundle.heading else tuple(texts)
    where = str(wording.TREATED_ROUND).format(title=one.title)
    if one.concluded_at is None:
        since = one.closed_on or one.ends_on
        return Treated(where, said, Treatment.WAITS, since, desk.to("policyplan:remarks", pk=one.pk))
    return Treated(
        where=where,
        said=said,
        answer=ANSWERS[FollowUp(bundle.verdict)],
        on=clock.day_of(one.concluded_at),
        address=desk.to("policyplan:consultation_result", pk=one.pk),
        reason=bundle.because,
        by=str(bundle.answered_by or ""),
    )


def together(desk: Desk, span: Span) -> Iterator[Treated]:
    """Proposals in rounds to decide together, of the rounds that this person may read."""
    keeps = may(desk.account, "policyplan.keep_codecision", desk.organisation)
    mine = codecision.codecisions_for(desk.account, keeps=keeps)
    yield from (_of_line(desk, line) for line in answered.lines_concluded(mine, span.start, span.until))
    if span.is_now:
        yield from (_of_line(desk, line) for line in answered.lines_that_wait(mine, today=desk.today))


def _of_line(desk: Desk, line: Line) -> Treated:
    asked = line.codecision
    words: dict[str, Any] = {
        "where": str(wording.TREATED_LINE).format(title=asked.title),
        "said": (line.title,),
        "address": desk.to("policyplan:codecision", pk=asked.pk) + f"#regel-{line.number}",
    }
    if asked.concluded_at is None:
        return Treated(**words, answer=Treatment.WAITS, on=asked.closed_on or asked.ends_on)
    told = line.concluded
    return Treated(
        **words,
        answer=ANSWERS[LineVerdict(told.verdict)],
        on=clock.day_of(asked.concluded_at),
        word=told.get_verdict_display(),
        reason=told.because,
        by=told.concluded_by.name,
    )


def signals(desk: Desk, span: Span) -> Iterator[Treated]:
    """What was answered, as everybody reads it: no words as they were told, and no group of fewer than five."""
    if not may(desk.account, "needs.see_heard", desk.organisation):
        return
    heard = list(needs.heard().filter(answered_on__gte=span.first, answered_on__lte=span.last))
    people = needs.people_in_groups(on=desk.today) if heard else {}
    for one in heard:
        if one.answered_on is not None:
            yield Treated(
                where=str(wording.TREATED_SIGNAL).format(group=needs.group_for_others(one, people)),
                said=(one.heard,),
                answer=ANSWERS[AnswerKind(one.answer_kind)],
                on=one.answered_on,
                address=desk.to("needs:heard"),
                word=one.get_answer_kind_display(),
                reason=one.answer,
                by=str(one.answered_by or ""),
            )


def screenings(desk: Desk, _span: Span) -> Iterator[Treated]:
    """Notes that a body asked for: there, withdrawn with a reason, or still to be written."""
    if not may(desk.account, "policyplan.see_screenings", desk.organisation):
        return
    asked = list(answered.screenings_asked())
    withdrawn = answered.withdrawals(asked)
    for one in asked:
        told = _answer_to(one, withdrawn)
        where = str(wording.TREATED_SCREENING).format(body=one.body)
        said = (one.title, one.asked_why) if one.asked_why else (one.title,)
        yield Treated(where=where, said=said, address=desk.to("policyplan:screening", pk=one.pk), **told)


def _answer_to(one: Screening, withdrawn: dict[int, Any]) -> dict[str, Any]:
    if one.state == ScreeningState.ASKED:
        return {"answer": Treatment.WAITS, "on": one.asked_on}
    if one.state == ScreeningState.WITHDRAWN:
        at, name = withdrawn[one.pk]
        words = {"word": str(wording.TREATED_WITHDRAWN), "reason": one.withdrawn_why, "by": name}
        return {"answer": Treatment.NOT, "on": clock.day_of(at), **words}
    by = str(one.told_by or "")
    on = one.readable_on or one.asked_on
    return {"answer": Treatment.ANSWERED, "on": on, "word": str(wording.TREATED_NOTE_LIES), "by": by}


def clauses(desk: Desk, span: Span) -> Iterator[Treated]:
    """Whether signed clauses are kept, as often as somebody looked; a check whose day passed waits."""
    if not may(desk.account, "policyplan.see_agreements", desk.organisation):
        return
    yield from (_of_check(desk, one) for one in answered.checks_between(span.first, span.last))
    if not span.is_now:
        return
    for watch, _is_here in agreement.watches_that_ask(desk.organisation, on=desk.today):
        if watch.clause is not None and watch.check_on is not None and watch.check_on < desk.today:
            yield Treated(
                where=str(wording.TREATED_CLAUSE).format(subject=watch.agreement),
                said=(watch.clause.title,),
                answer=Treatment.WAITS,
                on=watch.check_on,
                address=desk.to("policyplan:agreement", pk=watch.agreement_id),
                word=str(wording.TREATED_TO_CHECK),
            )


def _of_check(desk: Desk, one: ClauseCheck) -> Treated:
    return Treated(
        where=str(wording.TREATED_CLAUSE).format(subject=one.clause.agreement),
        said=(one.clause.title,),
        answer=Treatment.FOLLOWED if one.is_kept else Treatment.NOT,
        on=one.on,
        address=desk.to("policyplan:agreement", pk=one.clause.agreement_id),
        word=str(wording.TREATED_KEPT if one.is_kept else wording.TREATED_NOT_KEPT),
        reason=one.note,
        by=one.by.name,
    )


@dataclass(frozen=True)
class Source:
    """A kind of source. key: stands in addresses. tells_waiting: whether the reader may know that something waits."""

    key: str
    name: Any
    what: Any
    read: Callable[[Desk, Span], Iterable[Treated]]
    tells_waiting: bool = True


SOURCES = (
    Source("advies", wording.TREATED_ADVICE, wording.TREATED_ADVICE_WHAT, advice),
    Source(
        "vraag",
        wording.TREATED_QUESTIONS,
        wording.TREATED_QUESTIONS_WHAT,
        questions,
    ),
    Source("raadpleging", wording.TREATED_ROUNDS, wording.TREATED_ROUNDS_WHAT, rounds),
    Source("samen", wording.TREATED_TOGETHER, wording.TREATED_TOGETHER_WHAT, together),
    Source(
        "signaal",
        wording.TREATED_SIGNALS,
        wording.TREATED_SIGNALS_WHAT,
        signals,
        tells_waiting=False,
    ),
    Source(
        "nota",
        wording.TREATED_SCREENINGS,
        wording.TREATED_SCREENINGS_WHAT,
        screenings,
    ),
    Source("cao", wording.TREATED_CLAUSES, wording.TREATED_CLAUSES_WHAT, clauses),
)
