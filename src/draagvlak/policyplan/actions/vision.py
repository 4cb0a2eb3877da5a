from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.documents.actions import freeze
from draagvlak.journal.actions import record
from draagvlak.lib.refusals import Changed
from draagvlak.lib.text import clean_html, plain
from draagvlak.planproject.models import Project
from draagvlak.policyplan import queries, wording
from draagvlak.policyplan.models import Answer, Contribution, Vision, VisionVersion
from draagvlak.policyplan.rules import NothingSaid, NotWritable
from draagvlak.policyplan.states import CoreQuestion


def vision_for(project: Project) -> Vision:
    return Vision.objects.get_or_create(project=project)[0]


def _refuse_adopted(vision: Vision) -> None:
    if vision.adopted_at is not None:
        raise NotWritable(str(wording.VISION_ADOPTED))


@transaction.atomic
def contribute(*, project: Project, question: CoreQuestion, text: str, by: Account, at: datetime) -> Contribution:
    """One person's words on a core question; everyone who works here may give them."""
    vision = vision_for(project)
    _refuse_adopted(vision)
    if not text.strip():
        raise NothingSaid(str(wording.NOTHING_SAID))
    contribution = Contribution.objects.create(vision=vision, question=question, text=text.strip(), by=by, at=at)
    record("policyplan.contribute", by=by, at=at, on=contribution)
    return contribution


@transaction.atomic
def withdraw_contribution(*, contribution: Contribution, by: Account, at: datetime) -> Contribution:
    _refuse_adopted(contribution.vision)
    contribution.is_withdrawn = True
    contribution.save()
    record("policyplan.withdraw_contribution", by=by, at=at, on=contribution)
    return contribution


@transaction.atomic
def settle_answer(
    *, project: Project, question: CoreQuestion, facts: Mapping[str, Any], version: int, by: Account, at: datetime
) -> Answer:
    """Write the merged answer. facts: `text` (rich), `facts` (see Answer), `is_settled`. version: 0 for a first answer."""
    vision = vision_for(project)
    _refuse_adopted(vision)
    answer = Answer.objects.select_for_update().filter(vision=vision, question=question).first()
    current = answer.version if answer else 0
    if current != version and answer is not None:
        raise Changed(
            str(wording.SOMEONE_CHANGED).format(name=answer.edited_by),
            theirs={"text": answer.text},
            version=current,
            by=str(answer.edited_by),
        )
    text = clean_html(facts["text"])
    if facts["is_settled"] and not plain(text):
        raise NothingSaid(str(wording.NOTHING_SAID))
    answer = answer or Answer(vision=vision, question=question, version=0)
    answer.text, answer.facts, answer.is_settled = text, dict(facts["facts"]), facts["is_settled"]
    answer.edited_by, answer.edited_at, answer.version = by, at, answer.version + 1
    answer.save()
    record("policyplan.settle_answer", by=by, at=at, on=answer, details={"is_settled": answer.is_settled})
    return answer


@transaction.atomic
def adopt_vision(*, project: Project, by: Account, at: datetime) -> Vision:
    """Fix the four answers as the organisation's vision (row A8.0)."""
    vision = vision_for(project)
    _refuse_adopted(vision)
    answers = queries.answers_of(vision)
    if any(question not in answers or not answers[question].is_settled for question in CoreQuestion):
        raise NotWritable(str(wording.VISION_OPEN))
    vision.adopted_at, vision.adopted_by = at, by
    vision.save()
    kept = _keep(vision, by=by, at=at)
    record("policyplan.adopt_vision", by=by, at=at, on=vision, details={"sha256": kept.document.sha256})
    return vision


def _keep(vision: Vision, *, by: Account, at: datetime) -> VisionVersion:
    number = queries.versions_of_vision(vision).count() + 1
    document = freeze(title=str(vision), text=queries.text_of_answers(queries.answers_of(vision)), at=at)
    return VisionVersion.objects.create(vision=vision, number=number, document=document, adopted_at=at, adopted_by=by)


@transaction.atomic
def reopen_vision(*, project: Project, by: Account, at: datetime) -> Vision:
    """Let the answers be written again. What was adopted stays, also when that was before its text was kept."""
    vision = vision_for(project)
    if vision.adopted_at and vision.adopted_by and not queries.versions_of_vision(vision).exists():
        _keep(vision, by=vision.adopted_by, at=vision.adopted_at)
    vision.adopted_at = vision.adopted_by = None
    vision.save()
    record("policyplan.reopen_vision", by=by, at=at, on=vision)
    return vision
