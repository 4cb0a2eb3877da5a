"""A round to decide together, prepared and opened: its lines, and whose seats are asked (row B3.4)."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.urls import reverse
from django.utils.translation import override

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.lib.refusals import Changed
from draagvlak.lib.text import clean_html
from draagvlak.notices.actions import queue_many
from draagvlak.notices.figures import Note
from draagvlak.policyplan import queries, wording
from draagvlak.policyplan.models import Codecision, CodecisionGroup, CodecisionPerson, CodecisionSeat, Line
from draagvlak.policyplan.rules import CodecisionRefused
from draagvlak.policyplan.states import CODECISION_TRANSITIONS, CodecisionState, LineKind
from draagvlak.stakeholders.models import Body
from draagvlak.stakeholders.states import RoleKind
from draagvlak.ui.said import day_said


def locked(codecision: Codecision) -> Codecision:
    """The round as it stands, held until the act is done."""
    return Codecision.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=codecision.pk)


def move_round(codecision: Codecision, to: CodecisionState) -> None:
    """Raises CodecisionRefused when a round in this state does not go there."""
    if to not in CODECISION_TRANSITIONS[CodecisionState(codecision.state)]:
        done = codecision.state == CodecisionState.CONCLUDED
        raise CodecisionRefused(str(wording.CO_CONCLUDED if done else wording.CO_NOT_OPEN))
    codecision.state = to
    codecision.save()


def in_draft(codecision: Codecision) -> Codecision:
    """The round as it stands, held. Raises CodecisionRefused once it is open."""
    held = locked(codecision)
    if held.state != CodecisionState.DRAFT:
        raise CodecisionRefused(str(wording.CO_FIXED))
    return held


def _refuse_past(ends_on: date, *, at: datetime) -> None:
    if ends_on < clock.day_of(at):
        raise CodecisionRefused(str(wording.CO_PAST))


@transaction.atomic
def start_codecision(
    *, facts: Mapping[str, Any], asked: Collection[Mapping[str, Any]], by: Account, at: datetime
) -> Codecision:
    """Begin to prepare a round. facts: title, question, ends_on, is_open. asked: groups, as body_id or role."""
    _refuse_past(facts["ends_on"], at=at)
    made = Codecision.objects.create(made_by=by, made_at=at, **facts)
    _ask(made, asked)
    record("policyplan.start_codecision", by=by, at=at, on=made)
    return made


@transaction.atomic
def change_codecision(
    *,
    codecision: Codecision,
    facts: Mapping[str, Any],
    asked: Collection[Mapping[str, Any]],
    version: int,
    by: Account,
    at: datetime,
) -> Codecision:
    """The same facts again while it is prepared. Raises Changed, and CodecisionRefused once it is open."""
    held = in_draft(codecision)
    if held.version != version:
        theirs = {name: getattr(held, name) for name in facts}
        raise Changed(str(wording.SOMEONE_CHANGED).format(name=wording.SOMEONE), theirs=theirs, version=held.version)
    _refuse_past(facts["ends_on"], at=at)
    for name, value in facts.items():
        setattr(held, name, value)
    held.version += 1
    held.save()
    CodecisionGroup.objects.filter(codecision=held).delete()
    _ask(held, asked)
    record("policyplan.change_codecision", by=by, at=at, on=held)
    return held


def _ask(codecision: Codecision, asked: Collection[Mapping[str, Any]]) -> None:
    if not asked:
        raise CodecisionRefused(str(wording.CO_NO_GROUPS))
    for one in asked:
        body = Body.objects.get(pk=one["body_id"]) if "body_id" in one else None
        name = body.name if body else str(RoleKind(one["role"]).label)
        CodecisionGroup.objects.create(codecision=codecision, body=body, role=one.get("role", ""), name=name)


@transaction.atomic
def add_line(*, codecision: Codecision, kind: LineKind, facts: Mapping[str, Any], by: Account, at: datetime) -> Line:
    """Put a line last. facts: for an article its key as `article`; for a budget line category, amount and title; for a
    procedure title and new_text."""
    held = in_draft(codecision)
    number = (Line.objects.filter(codecision=held).aggregate(last=Max("number"))["last"] or 0) + 1
    line = Line.objects.create(codecision=held, number=number, kind=kind, **_words(held, kind, facts))
    record("policyplan.add_line", by=by, at=at, on=held, details={"line": number})
    return line


def _words(codecision: Codecision, kind: LineKind, facts: Mapping[str, Any]) -> dict[str, Any]:
    if kind != LineKind.ARTICLE:
        return {**facts, "new_text": clean_html(facts.get("new_text", ""))}
    key = facts["article"]
    if Line.objects.filter(codecision=codecision, article=key).exists():
        raise CodecisionRefused(str(wording.CO_SAME_ARTICLE))
    texts = queries.texts_of_article(key)
    if not texts["new_text"]:
        raise CodecisionRefused(str(wording.ARTICLE_GONE))
    return {"article": key, **texts}


@transaction.atomic
def change_line(*, line: Line, facts: Mapping[str, Any], version: int, by: Account, at: datetime) -> Line:
    """Other words for a budget line or a procedure. Raises Changed, and CodecisionRefused once the round is open."""
    codecision = in_draft(line.codecision)
    held = Line.objects.filter(pk=line.pk).first()
    if held is None:
        raise CodecisionRefused(str(wording.CO_LINE_GONE))
    if held.version != version:
        theirs = {name: getattr(held, name) for name in facts}
        raise Changed(str(wording.SOMEONE_CHANGED).format(name=wording.SOMEONE), theirs=theirs, version=held.version)
    for name, value in _words(codecision, LineKind(held.kind), facts).items():
        setattr(held, name, value)
    held.version += 1
    held.save()
    record("policyplan.change_line", by=by, at=at, on=codecision, details={"line": held.number})
    return held


@transaction.atomic
def remove_line(*, line: Line, by: Account, at: datetime) -> None:
    """Those after it move up."""
    codecision = in_draft(line.codecision)
    record("policyplan.remove_line", by=by, at=at, on=codecision, details={"line": line.number})
    line.delete()
    for number, one in enumerate(Line.objects.filter(codecision=codecision).order_by("number"), start=1):
        if one.number != number:
            one.number = number
            one.save()


@transaction.atomic
def open_codecision(*, codecision: Codecision, by: Account, at: datetime, root: str) -> tuple[Codecision, int]:
    """Fix who is asked and what is asked, and tell them. Returns the round and how many people get a message."""
    held, today = in_draft(codecision), clock.day_of(at)
    _refuse_past(held.ends_on, at=at)
    if not Line.objects.filter(codecision=held).exists():
        raise CodecisionRefused(str(wording.CO_NO_LINES))
    for line in Line.objects.filter(codecision=held, kind=LineKind.ARTICLE, article__isnull=False):
        for name, value in queries.texts_of_article(line.article or 0).items():
            setattr(line, name, value)
        if not line.new_text:
            raise CodecisionRefused(str(wording.ARTICLE_GONE))
        line.save()
    _seat(held, on=today)
    held.opened_at = at
    move_round(held, CodecisionState.OPENED)
    record("policyplan.open_codecision", by=by, at=at, on=held)
    return held, tell_asked(held, (wording.CO_ASK_SUBJECT, wording.CO_ASK_BODY), at=at, root=root)


def _seat(codecision: Codecision, *, on: date) -> None:
    """One row for each person, and one for each group he speaks for."""
    known: dict[Any, CodecisionPerson] = {}
    for group in queries.groups_of(codecision):
        people = queries.people_of(group, on=on)
        if not people:
            raise CodecisionRefused(str(wording.CO_NOBODY).format(name=group.name))
        for account, member, name in people:
            key = ("account", account.pk) if account else ("member", member.pk)
            if key not in known:
                words = {"account": account, "member": member, "name": name}
                known[key] = CodecisionPerson.objects.create(codecision=codecision, **words)
            CodecisionSeat.objects.get_or_create(person=known[key], group=group)


def tell_asked(
    codecision: Codecision,
    words: tuple[Any, Any],
    *,
    at: datetime,
    root: str,
    people: Iterable[CodecisionPerson] | None = None,
) -> int:
    """One message to each who is asked and can sign in, in his own language. Returns how many are told by mail.

    people: those of them who are told; everybody who is asked when it is left out.
    """
    where = {"organisation": codecision.organisation.slug, "pk": codecision.pk}
    link, notes = root + reverse("policyplan:codecision", kwargs=where), []
    for one in queries.people_asked(codecision) if people is None else people:
        if one.account is None or not one.account.is_active:
            continue
        with override(one.account.language):
            facts = {
                "name": one.account.name,
                "title": codecision.title,
                "question": codecision.question,
                "day": day_said(codecision.ends_on),
                "reason": codecision.reason,
                "naming": str(wording.CO_SEEN_NOW if codecision.is_open else wording.CO_SEEN_LATER),
                "link": link,
            }
            subject, body = (str(word).format(**facts) for word in words)
        notes.append(Note(one.account.email, one.account.language, subject, body))
    return queue_many(notes, at=at, is_required=False)
