"""What a consultation round can be about: the draft of the plan or of the regulation. Everything that differs between the two
stands here; the rest of a round asks these functions and knows neither.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from html import escape
from typing import Any

from django.db.models import QuerySet

from draagvlak.documents.models import FrozenText
from draagvlak.policyplan import wording
from draagvlak.policyplan.models import Article, Consultation, Plan, Regulation, RegulationVersion, Version
from draagvlak.policyplan.queries.plan import canonical_text, current_plan, fixed, version_at_work
from draagvlak.policyplan.queries.regulation import (
    WAS_ADOPTED,
    current_regulation,
    regulation_at_work,
    regulation_snapshot,
)
from draagvlak.policyplan.states import SectionKey, VersionState
from draagvlak.policyplan.wording import hearing as words

Subject = Plan | Regulation
ARTICLE = "artikel-"


def subjects() -> list[Subject]:
    """What this organisation has that a round can be about."""
    return [one for one in (current_plan(), current_regulation()) if one is not None]


def draft_about(subject: Subject) -> Version | RegulationVersion | None:
    """The version that people can be asked about; None while none is written."""
    at_work = version_at_work(subject) if isinstance(subject, Plan) else regulation_at_work()
    return at_work if at_work is not None and at_work.state == VersionState.DRAFT else None


def about(subject: Subject, version: Version | RegulationVersion) -> dict[str, Any]:
    """The fields of a round that say what it is about."""
    if isinstance(subject, Plan):
        return {"plan": subject, "of_version": version}
    return {"regulation_version": version}


def rows_about(subject: Subject) -> dict[str, Any]:
    """The same as a condition on rounds: every round about this subject."""
    if isinstance(subject, Plan):
        return {"plan": subject}
    return {"regulation_version__regulation": subject}


def words_of_draft(version: Version | RegulationVersion, *, at: datetime) -> str:
    """The text of a draft as it is frozen for a round."""
    if isinstance(version, RegulationVersion):
        return canonical_text(regulation_snapshot(version))
    return canonical_text(fixed(version, at=at))


def parts_of(consultation: Consultation) -> Iterator[tuple[str, str, str]]:
    """The parts of the frozen text in the order of the page: key, title, body as rich text."""
    return _read(consultation.document, consultation)


def _read(document: FrozenText, consultation: Consultation) -> Iterator[tuple[str, str, str]]:
    values = json.loads(document.text)
    return _articles(values) if consultation.is_on_regulation else _parts(values)


def changed_since_adopted(consultation: Consultation) -> dict[str, tuple[str, bool]]:
    """Of the frozen text, the parts that read otherwise than in the version adopted before it: key → title, and whether it is
    new. Empty where nothing was adopted before. One statement."""
    draft = consultation.draft
    rows: QuerySet[Any] = (
        RegulationVersion.objects.filter(regulation=draft.regulation_id)
        if isinstance(draft, RegulationVersion)
        else Version.objects.filter(plan=draft.plan_id)
    )
    before = rows.filter(number__lt=draft.number, state__in=WAS_ADOPTED, document__isnull=False)
    former = before.select_related("document").order_by("-number").first()
    if former is None:
        return {}
    known = {key: (_bare(title), body) for key, title, body in _read(former.document, consultation)}
    return {
        key: (title, key not in known)
        for key, title, body in parts_of(consultation)
        if known.get(key) != (_bare(title), body)
    }


def _bare(title: str) -> str:
    """The title without the number of an article: that moves when another one comes before it."""
    return title.partition(": ")[2] or title


def _articles(values: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """One part per article; what it fixes and for whom it holds can be spoken about as well."""
    for chapter in values["chapters"]:
        for one in chapter["articles"]:
            title = str(words.HEARING_ARTICLE).format(number=one["number"], title=one["title"])
            holds_for = str(words.HEARING_HOLDS).format(names=", ".join(one["holds_for"])) if one["holds_for"] else ""
            more = "".join(f"<p>{escape(line)}</p>" for line in (one["fixes"], holds_for) if line)
            yield f"{ARTICLE}{one['key']}", title, one["body"] + more


def _parts(values: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    for turn, section in enumerate(values["sections"]):
        yield section["key"], section["title"], section["body"]
        if turn:
            continue
        for number, answer in enumerate(values["vision"], start=1):
            facts = _items(": ".join(filter(None, row)) for row in answer["facts"])
            yield f"visie{number}", answer["question"], answer["text"] + facts
        lines = (": ".join(filter(None, (item["title"], item["meaning"]))) for item in values["framework"])
        yield "kader", str(wording.FRAME_TITLE), _items(lines)
        for goal in values["goals"]:
            row = f"{goal['indicator']}: {goal['baseline'] or '–'} → {goal['target']}"
            title = f"{goal['number']}. {goal['title']}"
            yield f"doel{goal['number']}", title, f"{goal['body']}<table><tr><td>{escape(row)}</td></tr></table>"


def _items(lines: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"


def places_of(consultation: Consultation) -> list[tuple[str, str]]:
    """Where an answer can be seen in the text, as key and name: the parts of the plan, or the articles as they are called now.
    One statement for the regulation."""
    version = consultation.regulation_version
    if version is None:
        return [(one.value, str(one.label)) for one in SectionKey]
    rows = Article.objects.filter(version__regulation=version.regulation_id).order_by("version__number")
    named = dict(rows.values_list("key", "title"))
    return [(f"{ARTICLE}{key}", title) for key, title in named.items()]
