"""Signals: sent without a source, brought together, answered.

The journal hears that one came in, by nobody and about nothing; what the coordinator does is recorded with a name.
"""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import override

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.lib.codes import digest_of, is_code, plain_code
from draagvlak.lib.refusals import Changed
from draagvlak.needs import queries, wording
from draagvlak.needs.models import Signal
from draagvlak.needs.rules import CodeTaken, NoSuchGroup, NotNow, refuse_empty, refuse_step
from draagvlak.needs.states import SIGNAL_TRANSITIONS, AnswerKind, SignalState
from draagvlak.notices.actions import queue
from draagvlak.policyplan import queries as policyplan
from draagvlak.policyplan.actions import add_activity
from draagvlak.policyplan.models import PossibleActivity
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.tenancy.models import Organisation

WORDS = ("what", "how_often", "urgency", "helps")


@transaction.atomic
def signal(*, facts: Mapping[str, Any], organisation: Organisation, code: str, at: datetime, root: str = "") -> Signal:
    """Tell what a group misses. No argument says who. facts: what, group (a key of `groups`, all or words), group_words,
    how_often, urgency, helps. The answer is read with the code; sending the same twice tells it once."""
    plain = plain_code(code)
    if not is_code(plain):
        raise CodeTaken(str(wording.CODE_TAKEN))
    refuse_empty(facts["what"], sentence=str(wording.EMPTY))
    earlier = queries.behind(plain)
    if earlier is not None:
        if earlier.what == facts["what"].strip():
            return earlier
        raise CodeTaken(str(wording.CODE_TAKEN))
    group = queries.group_behind(facts["group"], facts.get("group_words", ""))
    if group is None:
        raise NoSuchGroup(str(wording.GROUP_GONE))
    refuse_empty(group.get("group_words", "-"), sentence=str(wording.NO_GROUP))
    words = {name: facts[name].strip() for name in WORDS}
    made = Signal.objects.create(**words, **group, code_sha256=digest_of(plain), came_on=clock.day_of(at))
    # The day alone, as the signal keeps it.
    record("needs.signal", by=None, at=clock.start_of(clock.day_of(at)))
    _tell(organisation, at=at, root=root)
    return made


def _tell(organisation: Organisation, *, at: datetime, root: str) -> None:
    """The same mail for every signal, to who answers."""
    link = root + reverse("needs:signals", kwargs={"organisation": organisation.slug})
    for role in stakeholders.coordinators(on=clock.day_of(at)):
        one = role.holder
        with override(one.language):
            body = str(wording.NEWS_BODY).format(name=one.name, link=link)
            queue(to=one.email, subject=str(wording.NEWS_SUBJECT), body=body, at=at)


@transaction.atomic
def answer(*, signal: Signal, facts: Mapping[str, Any], version: int, by: Account, at: datetime) -> Signal:
    """Say what happens with it, to who told it and to everybody. facts: kind, heard (in one's own words), answer, and for what
    is taken up goal and activity. Taking it up puts it with what one could learn for that goal of the plan, once."""
    held = _held(signal, SignalState.ANSWERED, version=version)
    refuse_empty(facts["heard"], sentence=str(wording.NO_HEARD))
    refuse_empty(facts["answer"], sentence=str(wording.NO_ANSWER))
    if facts["kind"] == AnswerKind.TAKEN_UP and held.activity is None:
        held.activity = _take_up(held, facts, by=by, at=at)
    held.answer_kind, held.heard, held.answer = facts["kind"], facts["heard"].strip(), facts["answer"].strip()
    held.answered_on, held.answered_by = clock.day_of(at), by
    _move(held, SignalState.ANSWERED)
    record("needs.answer", by=by, at=at, on=held, details={"kind": str(facts["kind"])})
    return held


def _take_up(signal: Signal, facts: Mapping[str, Any], *, by: Account, at: datetime) -> PossibleActivity:
    plan = policyplan.current_plan()
    if plan is None or not facts.get("goal"):
        raise NotNow(str(wording.NO_GOAL))
    refuse_empty(facts["activity"], sentence=str(wording.NO_ACTIVITY))
    whom = queries.group_for_others(signal, queries.people_in_groups(on=clock.day_of(at)))
    words = {"title": " ".join(facts["activity"].split())[:250], "for_whom": whom[:150], "competence": "", "form": ""}
    return add_activity(plan=plan, goal_number=facts["goal"], facts=words, by=by, at=at)


@transaction.atomic
def merge(*, signal: Signal, others: Collection[int], version: int, by: Account, at: datetime) -> Signal:
    """Others say the same: they go into this one, and are answered with it. others: their keys."""
    held = _held(signal, None, version=version)
    if not others:
        raise NotNow(str(wording.NOTHING_CHOSEN))
    if held.state != SignalState.RECEIVED:
        raise NotNow(str(wording.NOT_NOW).format(state=held.get_state_display()))
    rows = list(Signal.objects.select_for_update().filter(pk__in=others, state=SignalState.RECEIVED))
    if len(rows) != len(set(others)) or any(one.pk == held.pk for one in rows):
        raise NotNow(str(wording.MERGE_GONE))
    for one in rows:
        one.merged_into = held
        _move(one, SignalState.MERGED)
    held.version += 1
    held.save()
    record("needs.merge", by=by, at=at, on=held, details={"signals": len(rows) + 1})
    return held


@transaction.atomic
def part(*, signal: Signal, version: int, by: Account, at: datetime) -> Signal:
    """It was not the same after all: it stands on its own again, and waits for its own answer."""
    held = _held(signal, SignalState.RECEIVED, version=version)
    held.merged_into = None
    _move(held, SignalState.RECEIVED)
    record("needs.part", by=by, at=at, on=held)
    return held


def _held(signal: Signal, to: SignalState | None, *, version: int) -> Signal:
    """The signal as it stands, locked, when this step can be taken and nobody changed it since this person looked."""
    held = Signal.objects.select_for_update(of=("self",)).get(pk=signal.pk)
    if held.version != version:
        theirs = {"kind": held.answer_kind, "heard": held.heard, "answer": held.answer}
        raise Changed(str(wording.CHANGED), theirs=theirs, version=held.version, by=str(held.answered_by or ""))
    if to is not None:
        sentence = str(wording.NOT_NOW).format(state=held.get_state_display())
        refuse_step(to, allowed=SIGNAL_TRANSITIONS[SignalState(held.state)], sentence=sentence)
    return held


def _move(held: Signal, to: SignalState) -> None:
    held.state = to
    held.version += 1
    held.save()
