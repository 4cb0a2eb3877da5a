"""Questions in confidence: asked, taken up, answered, raised in other words, closed, and opened again by who asked.

The journal hears that something happened and never to what, by whom or in which words: these acts are recorded without a person.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.urls import reverse
from django.utils.translation import override
from django_scopes import scopes_disabled

from draagvlak.accounts.models import Account
from draagvlak.initiatives import queries, wording
from draagvlak.initiatives.models import Point, Promise, Question, Words
from draagvlak.initiatives.rules import (
    CodeTaken,
    NobodyListens,
    NotNow,
    NotThere,
    refuse_empty,
    refuse_step,
    refuse_term,
)
from draagvlak.initiatives.states import HEARING, QUESTION_TRANSITIONS, REOPENS, QuestionState
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.lib.codes import digest_of, is_code, plain_code
from draagvlak.lib.law import term_ends
from draagvlak.lib.refusals import Changed
from draagvlak.meetings.actions import put_matter
from draagvlak.meetings.states import ItemKind
from draagvlak.notices.actions import queue
from draagvlak.stakeholders.models import Body
from draagvlak.tenancy.models import Organisation


@transaction.atomic
def ask(*, facts: Mapping[str, Any], by: Account, at: datetime, root: str = "") -> Question:
    """Put a question to who listens, with a name: they know who asks, and nobody else. facts: kind, text."""
    return _put(facts, {"asked_by": by}, at=at, root=root)


@transaction.atomic
def ask_nameless(*, facts: Mapping[str, Any], code: str, at: datetime, root: str = "") -> Question:
    """The same without a name: no argument says who, and the answer is read with the code. Sending twice asks once."""
    plain = plain_code(code)
    if not is_code(plain):
        raise CodeTaken(str(wording.CODE_TAKEN))
    earlier = queries.behind(plain)
    if earlier is not None:
        if [words.text for words in queries.words_in(earlier)] == [facts["text"].strip()]:
            return earlier
        raise CodeTaken(str(wording.CODE_TAKEN))
    return _put(facts, {"code_sha256": digest_of(plain)}, at=at, root=root)


@transaction.atomic
def speak_for(*, facts: Mapping[str, Any], by: Account, at: datetime, root: str = "") -> Question:
    """A listener writes down what a colleague without an account asks. facts: kind, text, spoken_for (may be empty)."""
    who = {"written_by": by, "spoken_for": facts["spoken_for"].strip(), "taken_by": by, "state": QuestionState.TAKEN}
    return _put(facts, who, at=at, root=root, but=by)


def _put(
    facts: Mapping[str, Any], who: Mapping[str, Any], *, at: datetime, root: str, but: Account | None = None
) -> Question:
    refuse_empty(facts["text"], sentence=str(wording.EMPTY))
    today = clock.day_of(at)
    body = queries.body_that_listens(on=today)
    readers = queries.listeners_in(body, on=today) if body else []
    if body is None or not readers:
        raise NobodyListens(str(wording.NOBODY_LISTENS))
    due_on = term_ends(today, queries.promise_of(body).days)
    question = Question.objects.create(body=body, kind=facts["kind"], asked_on=today, due_on=due_on, **who)
    _say(question, facts["text"], by=None, at=at)
    # The journal is read by the employer: of who asks in confidence it tells the day alone, as the question does.
    record("initiatives.ask", by=None, at=clock.start_of(today))
    _tell([one for one in readers if one != but], body.organisation, at=at, root=root)
    return question


def _say(question: Question, text: str, *, by: Account | None, at: datetime) -> None:
    last = Words.objects.filter(question=question).aggregate(last=Max("number"))["last"] or 0
    Words.objects.create(question=question, number=last + 1, text=text.strip(), by=by, on=clock.day_of(at))


def _tell(people: Iterable[Account], organisation: Organisation, *, at: datetime, root: str) -> None:
    """The same mail for everybody. It belongs to no organisation's outbox: who runs one sees neither that it left nor to whom."""
    link = root + reverse("desk:tasks", kwargs={"organisation": organisation.slug})
    for one in people:
        with override(one.language), scopes_disabled():
            body = str(wording.NEWS_BODY).format(name=one.name, link=link)
            queue(to=one.email, subject=str(wording.NEWS_SUBJECT), body=body, at=at, is_private=True)


def _held(question: Question, to: QuestionState, *, version: int | None = None) -> Question:
    """The question as it stands, locked, when this step can be taken and nobody took one since this person looked."""
    held = Question.objects.select_for_update(of=("self",)).select_related("body__organisation").get(pk=question.pk)
    if version is not None and held.version != version:
        last = queries.words_in(held)[-1]
        name = str(last.by or held.taken_by or wording.SOMEONE)
        sentence = str(wording.ANSWERED_MEANWHILE).format(name=name)
        raise Changed(sentence, theirs={"text": last.text}, version=held.version, by=name)
    sentence = str(wording.NOT_NOW).format(state=held.get_state_display())
    refuse_step(to, allowed=QUESTION_TRANSITIONS[QuestionState(held.state)], sentence=sentence)
    return held


def _keep(held: Question, *, at: datetime, **facts: Any) -> Question:  # noqa: ANN401 -- fields of the row
    for name, value in facts.items():
        setattr(held, name, value)
    held.version += 1
    held.save()
    record("initiatives.handle", by=None, at=at)
    return held


@transaction.atomic
def take_up(*, question: Question, by: Account, at: datetime) -> Question:
    """This listener sees to the answer; another one can take it over."""
    held = _held(question, QuestionState.TAKEN)
    if held.taken_by_id == by.pk and held.state == QuestionState.TAKEN:
        raise NotNow(str(wording.YOURS_ALREADY))
    return _keep(held, at=at, state=QuestionState.TAKEN, taken_by=by)


@transaction.atomic
def answer(*, question: Question, text: str, version: int, by: Account, at: datetime, root: str = "") -> Question:
    """Answer who asked; answering takes it up."""
    refuse_empty(text, sentence=str(wording.EMPTY))
    held = _held(question, QuestionState.ANSWERED, version=version)
    _say(held, text, by=by, at=at)
    kept = _keep(
        held,
        at=at,
        state=QuestionState.ANSWERED,
        taken_by=held.taken_by or by,
        is_read=held.asked_by_id is None,
    )
    _tell_asker(kept, at=at, root=root)
    return kept


@transaction.atomic
def close(
    *, question: Question, facts: Mapping[str, Any], version: int, by: Account, at: datetime, root: str = ""
) -> Question:
    """End it. facts: outcome, text (a last word, may be empty). What is counted of it: its kind and its outcome."""
    held = _held(question, QuestionState.CLOSED, version=version)
    if facts["text"].strip():
        _say(held, facts["text"], by=by, at=at)
    kept = _keep(
        held,
        at=at,
        state=QuestionState.CLOSED,
        outcome=facts["outcome"],
        closed_on=clock.day_of(at),
        is_read=held.asked_by_id is None,
    )
    _tell_asker(kept, at=at, root=root)
    return kept


def _tell_asker(question: Question, *, at: datetime, root: str) -> None:
    """Who asked without a name looks with the code: there is nobody to write to."""
    if question.asked_by is not None:
        _tell([question.asked_by], question.body.organisation, at=at, root=root)


@transaction.atomic
def add_words(*, question: Question, text: str, at: datetime, root: str = "") -> Question:
    """The asker says more. What was answered or closed is open again, with a new term. Sending the same twice adds it once."""
    refuse_empty(text, sentence=str(wording.EMPTY))
    held = Question.objects.select_for_update(of=("self",)).select_related("body__organisation").get(pk=question.pk)
    last = queries.words_in(held)[-1]
    if last.by is None and last.text == text.strip():
        return held
    _say(held, text, by=None, at=at)
    facts: dict[str, Any] = {"is_read": True}
    if held.state in REOPENS:
        days = queries.promise_of(held.body).days
        facts |= {"state": QuestionState.REOPENED, "outcome": "", "closed_on": None}
        facts |= {"due_on": term_ends(clock.day_of(at), days)}
    kept = _keep(held, at=at, **facts)
    _tell(queries.listeners_in(held.body, on=clock.day_of(at)), held.body.organisation, at=at, root=root)
    return kept


@transaction.atomic
def confirm_read(*, question: Question, at: datetime) -> Question:
    """The asker read the answer, so it waits no longer."""
    held = Question.objects.select_for_update(of=("self",)).get(pk=question.pk)
    held.is_read = True
    held.save()
    record("initiatives.handle", by=None, at=at)
    return held


@transaction.atomic
def raise_point(*, question: Question, body: Body, facts: Mapping[str, Any], by: Account, at: datetime) -> Point:
    """Put it to the employer in a new text that names nobody. facts: title, text. The point stands on the agenda of the body's
    next meeting, or waits for one; from there nothing leads back to the question."""
    refuse_empty(facts["title"], sentence=str(wording.EMPTY))
    refuse_empty(facts["text"], sentence=str(wording.EMPTY))
    if body.kind not in HEARING:
        raise NotThere(str(wording.NOT_THIS_BODY))
    if question.state == QuestionState.CLOSED:
        raise NotNow(str(wording.NOT_NOW).format(state=question.get_state_display()))
    title = " ".join(facts["title"].split())
    point = Point.objects.create(
        question=question, body=body, title=title, text=facts["text"].strip(), raised_on=clock.day_of(at), raised_by=by
    )
    link = reverse("initiatives:point", kwargs={"organisation": body.organisation.slug, "pk": point.pk})
    matter = {"title": title, "kind": ItemKind.DISCUSSION, "link": link}
    point.matter = put_matter(body=body, facts=matter, by=by, at=at)
    point.save()
    record("initiatives.raise", by=by, at=at, on=point)
    return point


@transaction.atomic
def promise_term(*, body: Body, days: int, version: int, by: Account, at: datetime) -> Promise:
    """Within how many days the body promises an answer, from now on."""
    refuse_term(days, sentence=str(wording.TERM_TOO_SHORT))
    promise = queries.promise_of(body)
    if promise.version != version:
        raise Changed(str(wording.PROMISE_CHANGED), theirs={"days": promise.days}, version=promise.version)
    promise.days, promise.version = days, version + 1
    promise.save()
    record("initiatives.promise", by=by, at=at, on=promise, details={"days": days})
    return promise
