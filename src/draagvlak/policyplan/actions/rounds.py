"""A consultation round on a draft: opened, written in, bundled, answered, concluded and published back (row A1.1)."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils.translation import override

from draagvlak.accounts.models import Account
from draagvlak.documents.actions import freeze
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.lib.refusals import Changed
from draagvlak.notices.actions import queue_many
from draagvlak.notices.figures import Note
from draagvlak.policyplan import queries, wording
from draagvlak.policyplan.models import Asked, Bundle, Consultation, Participation, Remark
from draagvlak.policyplan.queries import hearing
from draagvlak.policyplan.rules import FLOOR, RoundRefused
from draagvlak.policyplan.states import CONSULTATION_TRANSITIONS, ConsultationState, FollowUp
from draagvlak.ui.said import day_said


@transaction.atomic
def open_consultation(
    *,
    subject: hearing.Subject,
    facts: Mapping[str, Any],
    asked: Collection[Mapping[str, Any]],
    by: Account,
    at: datetime,
    root: str,
) -> tuple[Consultation, int]:
    """Freeze the draft as it stands, and ask. subject: the plan or the regulation. facts: title, question, starts_on, ends_on, is_named. asked: groups, each as the
    field of Asked with its row; none asks everybody at work. Returns the round and how many people get a message."""
    type(subject).objects.select_for_update().get(pk=subject.pk)
    version, running = hearing.draft_about(subject), queries.consultation_open(subject)
    today = clock.day_of(at)
    if version is None:
        raise RoundRefused(str(wording.ROUND_NO_DRAFT))
    if running is not None:
        raise RoundRefused(str(wording.ROUND_RUNS).format(title=running.title))
    if facts["ends_on"] < today:
        raise RoundRefused(str(wording.ROUND_PAST))
    if facts["ends_on"] < facts["starts_on"]:
        raise RoundRefused(str(wording.ROUND_ORDER))
    title = f"{subject.title} ({version.number}): {facts['title']}"
    document = freeze(title=title, text=hearing.words_of_draft(version, at=at), at=at)
    consultation = Consultation.objects.create(
        **hearing.about(subject, version), document=document, opened_by=by, opened_at=at, **facts
    )
    Asked.objects.bulk_create([Asked(consultation=consultation, **group) for group in asked])
    people = sum(share.people for share in queries.shares_of(consultation, on=today))
    if not people:
        raise RoundRefused(str(wording.ROUND_NOBODY))
    if not consultation.is_named and people < FLOOR:
        raise RoundRefused(str(wording.ROUND_TOO_FEW))
    record("policyplan.open_consultation", by=by, at=at, on=consultation, details={"version": version.number})
    words = (wording.ROUND_ASK_SUBJECT, wording.ROUND_ASK_BODY)
    return consultation, _tell(consultation, queries.accounts_asked(consultation, on=today), words, at=at, root=root)


def _tell(
    consultation: Consultation, people: Collection[Account], words: tuple[Any, Any], *, at: datetime, root: str
) -> int:
    """One message each, in his own language; as each receiver chose, at once or in his digest."""
    name = "consultation" if consultation.state == ConsultationState.OPENED else "consultation_result"
    link = root + _address(consultation, name)
    notes = []
    for one in people:
        with override(one.language):
            facts = {
                "title": consultation.title,
                "question": consultation.question,
                "reason": consultation.reason,
                "day": day_said(consultation.ends_on),
                "naming": str(wording.WITH_NAME if consultation.is_named else wording.WITHOUT_NAME),
                "link": link,
                "name": one.name,
            }
            subject, body = (str(one_word).format(**facts) for one_word in words)
        notes.append(Note(one.email, one.language, subject, body))
    return queue_many(notes, at=at, is_required=False)


def _address(consultation: Consultation, name: str) -> str:
    words = {"organisation": consultation.organisation.slug, "pk": consultation.pk}
    return reverse(f"policyplan:{name}", kwargs=words)


def _held(consultation: Consultation) -> Consultation:
    """The round as it stands, locked; a concluded one does not change any more."""
    held = Consultation.objects.select_for_update().get(pk=consultation.pk)
    if held.state == ConsultationState.CONCLUDED:
        raise RoundRefused(str(wording.ROUND_CONCLUDED))
    return held


@transaction.atomic
def extend_consultation(
    *, consultation: Consultation, ends_on: date, reason: str, by: Account, at: datetime, root: str = ""
) -> Consultation:
    """More time, with the reason. Everybody who is asked hears of it: mail to the silent alone would tell who they are. A round that is over opens again, unless it is without names: by then the remarks can be
    read, and of what came in after that it would be known who wrote it."""
    held = _held(consultation)
    if not held.is_named and held.is_over(on=clock.day_of(at)):
        raise RoundRefused(str(wording.ROUND_STAYS_OVER))
    if not reason.strip():
        raise RoundRefused(str(wording.ROUND_REASON))
    if ends_on <= held.ends_on and held.closed_on is None:
        raise RoundRefused(str(wording.ROUND_LATER).format(day=day_said(held.ends_on)))
    if ends_on < clock.day_of(at):
        raise RoundRefused(str(wording.ROUND_PAST))
    held.ends_on, held.closed_on, held.reason = ends_on, None, reason.strip()
    held.save()
    details = {"until": ends_on.isoformat(), "reason": held.reason}
    record("policyplan.extend_consultation", by=by, at=at, on=held, details=details)
    people = queries.accounts_asked(held, on=clock.day_of(at))
    _tell(held, people, (wording.ROUND_LONGER_SUBJECT, wording.ROUND_LONGER_BODY), at=at, root=root)
    return held


@transaction.atomic
def close_consultation(
    *, consultation: Consultation, reason: str, by: Account, at: datetime, root: str = ""
) -> Consultation:
    """Nobody writes any more from now on, before the last day. Everybody who counted on that day hears it, with the reason."""
    held = _held(consultation)
    if not reason.strip():
        raise RoundRefused(str(wording.ROUND_REASON))
    if held.is_over(on=clock.day_of(at)):
        raise RoundRefused(str(wording.ROUND_OVER_SHORT))
    held.closed_on, held.reason = clock.day_of(at), reason.strip()
    held.save()
    record("policyplan.close_consultation", by=by, at=at, on=held, details={"reason": held.reason})
    words = (wording.CLOSED_EARLY_SUBJECT, wording.CLOSED_EARLY_BODY)
    _tell(held, queries.accounts_asked(held, on=clock.day_of(at)), words, at=at, root=root)
    return held


def _writable(consultation: Consultation, *, at: datetime) -> Consultation:
    held = Consultation.objects.select_for_update().select_related("document").get(pk=consultation.pk)
    today = clock.day_of(at)
    if held.takes_remarks(on=today):
        return held
    if today < held.starts_on and held.closed_on is None:
        raise RoundRefused(str(wording.ROUND_NOT_YET).format(day=day_said(held.starts_on)))
    raise RoundRefused(str(wording.ROUND_OVER))


@transaction.atomic
def say(*, consultation: Consultation, facts: Mapping[str, Any], by: Account, at: datetime) -> Remark:
    """Say something about a passage. facts: passage (empty: the whole), kind, text, behalf_of and heard.

    Without names neither the remark nor the journal knows who wrote it, nor when.
    """
    held = _writable(consultation, at=at)
    if facts["passage"] and queries.passage_of(held, facts["passage"]) is None:
        raise LookupError(facts["passage"])
    if facts.get("behalf_of") and not facts.get("heard", "").strip():
        raise RoundRefused(str(wording.ROUND_HEARD))
    author = {"by": by, "on": clock.day_of(at)} if held.is_named else {}
    bundle = Bundle.objects.create(consultation=held)
    remark = Remark.objects.create(consultation=held, bundle=bundle, **facts, **author)
    _count_in(held, by=None if facts.get("behalf_of") else by, at=at)
    return remark


@transaction.atomic
def say_nothing(*, consultation: Consultation, by: Account, at: datetime) -> None:
    """Read it, and nothing to add: that counts as taking part."""
    _count_in(_writable(consultation, at=at), by=by, at=at)


def _count_in(consultation: Consultation, *, by: Account | None, at: datetime) -> None:
    """by: who took part himself; nobody when he only wrote down what others said. The journal never says who."""
    if by is not None:
        Participation.objects.get_or_create(consultation=consultation, account=by)
    # Without names the journal tells no moment either: beside who did what at that minute it would be a name.
    told = at if consultation.is_named else clock.start_of(clock.day_of(at))
    record("policyplan.take_part", by=None, at=told, on=consultation)


@transaction.atomic
def change_remark(*, remark: Remark, facts: Mapping[str, Any], version: int, by: Account, at: datetime) -> Remark:
    """Change one's own words while the round takes remarks. version: the one the writer saw."""
    _writable(remark.consultation, at=at)
    held = Remark.objects.select_for_update().get(pk=remark.pk)
    if held.version != version:
        theirs = {name: getattr(held, name) for name in facts}
        raise Changed(str(wording.SOMEONE_CHANGED).format(name=by), theirs=theirs, version=held.version)
    if held.behalf_of and not facts.get("heard", held.heard).strip():
        raise RoundRefused(str(wording.ROUND_HEARD))
    for name, value in facts.items():
        setattr(held, name, value)
    held.version += 1
    held.save()
    # What was answered in between was an answer to other words.
    Bundle.objects.filter(pk=held.bundle_id).update(verdict="", because="", version=F("version") + 1)
    record("policyplan.change_remark", by=by, at=at, on=held.consultation)
    return held


@transaction.atomic
def merge_remarks(
    *,
    consultation: Consultation,
    bundles: Collection[Bundle],
    heading: str,
    version: int,
    by: Account,
    at: datetime,
) -> Bundle:
    """Put everything in these bundles under one heading, to be answered together. An earlier answer has to be given again.

    version: of the bundling that the person saw; when somebody bundled in between, nothing is done.
    """
    held = _seen(consultation, version, at=at)
    if len(set(bundles)) <= 1:
        raise RoundRefused(str(wording.ROUND_TWO))
    if not heading.strip():
        raise RoundRefused(str(wording.ROUND_HEADING))
    if any(bundle.consultation_id != held.pk for bundle in bundles):
        raise RoundRefused(str(wording.ROUND_ELSEWHERE))
    made = Bundle.objects.create(consultation=held, heading=heading.strip())
    Remark.objects.filter(bundle__in=bundles).update(bundle=made)
    record("policyplan.merge_remarks", by=by, at=at, on=held, details={"bundles": len(bundles)})
    return made


@transaction.atomic
def move_remark(*, remark: Remark, to: Bundle | None, version: int, by: Account, at: datetime) -> Remark:
    """Move a remark to another bundle, or let it stand alone. version: of the bundling that the person saw.

    An answer that was there already was not given to this remark: it has to be given again, and its reason waits in the form.
    """
    held = _seen(remark.consultation, version, at=at)
    moved = Remark.objects.get(pk=remark.pk)
    if to is not None and to.consultation_id != held.pk:
        raise RoundRefused(str(wording.ROUND_ELSEWHERE))
    if to is None:
        moved.bundle = Bundle.objects.create(consultation=held)
    elif to.pk != moved.bundle_id:
        moved.bundle = Bundle.objects.select_for_update().get(pk=to.pk)
        moved.bundle.verdict, moved.bundle.version = "", moved.bundle.version + 1
        moved.bundle.save()
    moved.save()
    record("policyplan.move_remark", by=by, at=at, on=held)
    return moved


def _seen(consultation: Consultation, version: int, *, at: datetime) -> Consultation:
    """The round, locked, when its bundling is still as the person saw it; it counts one change."""
    held = _held(consultation)
    if not held.is_named:
        _refuse_while_it_runs(held, at=at)
    if held.version != version:
        raise Changed(str(wording.ROUND_MERGED), theirs={}, version=held.version)
    held.version += 1
    held.save()
    return held


def _refuse_while_it_runs(consultation: Consultation, *, at: datetime) -> None:
    """Without names nobody reads along while people write: who watches what comes in could tell who wrote it."""
    if not consultation.is_over(on=clock.day_of(at)):
        raise RoundRefused(str(wording.ROUND_STILL_OPEN).format(day=day_said(consultation.ends_on)))


@transaction.atomic
def answer_remarks(*, bundle: Bundle, facts: Mapping[str, Any], version: int, by: Account, at: datetime) -> Bundle:
    """Say what is done with it. facts: verdict, because (needed unless it is followed), section. version: as it was seen."""
    consultation = _held(bundle.consultation)
    _refuse_while_it_runs(consultation, at=at)
    held = Bundle.objects.select_for_update().get(pk=bundle.pk)
    if held.version != version:
        theirs = {name: getattr(held, name) for name in facts}
        raise Changed(str(wording.SOMEONE_CHANGED).format(name=held.answered_by), theirs=theirs, version=held.version)
    if not Remark.objects.filter(bundle=held).exists():
        raise RoundRefused(str(wording.ROUND_ELSEWHERE))
    if facts["verdict"] != FollowUp.FOLLOWED and not facts["because"].strip():
        raise RoundRefused(str(wording.ROUND_BECAUSE))
    held.verdict, held.because, held.section = facts["verdict"], facts["because"].strip(), facts["section"]
    held.answered_by = by
    held.version += 1
    held.save()
    record("policyplan.answer_remarks", by=by, at=at, on=consultation)
    return held


@transaction.atomic
def conclude_consultation(
    *, consultation: Consultation, conclusion: str, by: Account, at: datetime, root: str
) -> Consultation:
    """Publish back: counts and answers for everybody, and to each who wrote with a name his own words with their answer."""
    held, today = _held(consultation), clock.day_of(at)
    _refuse_while_it_runs(held, at=at)
    if queries.unanswered(held):
        raise RoundRefused(str(wording.ROUND_UNANSWERED))
    if ConsultationState.CONCLUDED not in CONSULTATION_TRANSITIONS[ConsultationState(held.state)]:
        raise RoundRefused(str(wording.ROUND_CONCLUDED))
    held.results = queries.results_of(held, on=today)
    held.state, held.conclusion, held.concluded_at = ConsultationState.CONCLUDED, conclusion.strip(), at
    held.save()
    record("policyplan.conclude_consultation", by=by, at=at, on=held)
    _answer_each(held, at=at, root=root)
    return held


def _answer_each(consultation: Consultation, *, at: datetime, root: str) -> None:
    written: dict[int, tuple[Account, list[tuple[Remark, Bundle]]]] = {}
    for bundle in queries.bundles_of(consultation):
        for remark in bundle.said:
            if remark.by is not None:
                written.setdefault(remark.by_id, (remark.by, []))[1].append((remark, bundle))
    others = [one for one in queries.accounts_asked(consultation, on=clock.day_of(at)) if one.pk not in written]
    _tell(consultation, others, (wording.ROUND_DONE_SUBJECT, wording.ROUND_DONE_BODY), at=at, root=root)
    link, notes = root + _address(consultation, "consultation_result"), []
    for author, remarks in written.values():
        if not author.is_active:
            continue
        with override(author.language):
            said = "\n\n".join(
                str(wording.ROUND_YOUR_LINE).format(
                    text=remark.text, verdict=bundle.get_verdict_display(), because=bundle.because
                )
                for remark, bundle in remarks
            )
            subject = str(wording.ROUND_DONE_SUBJECT).format(title=consultation.title)
            body = str(wording.ROUND_YOURS_BODY).format(name=author.name, said=said, link=link)
        notes.append(Note(author.email, author.language, subject, body))
    queue_many(notes, at=at, is_required=False)
