from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import get_language, gettext, override

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.lib.law import Rule, rules_for
from draagvlak.lib.refusals import Changed
from draagvlak.policyplan import wording
from draagvlak.policyplan.actions.deadlines import deadlines_of_rule
from draagvlak.policyplan.models import Article, Deadline, FrameworkItem, Goal, OrganisationGoal
from draagvlak.policyplan.queries.agreement import clauses_on
from draagvlak.policyplan.rules import StillLinked
from draagvlak.policyplan.states import Confidence
from draagvlak.policyplan.wording.negotiation import STILL_IN_CLAUSE
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.tenancy.models import current_organisation


@transaction.atomic
def add_organisation_goal(*, title: str, source: str, by: Account, at: datetime) -> OrganisationGoal:
    goal = OrganisationGoal.objects.create(title=title.strip(), source=source.strip())
    record("policyplan.add_organisation_goal", by=by, at=at, on=goal)
    return goal


@transaction.atomic
def change_organisation_goal(
    *, goal: OrganisationGoal, facts: Mapping[str, Any], version: int, by: Account, at: datetime
) -> OrganisationGoal:
    goal = OrganisationGoal.objects.select_for_update().get(pk=goal.pk)
    _take_over(goal, facts, version)
    record("policyplan.change_organisation_goal", by=by, at=at, on=goal)
    return goal


@transaction.atomic
def take_library(*, by: Account, at: datetime) -> int:
    """Copy the library's rules that hold for this organisation's size and bodies and that are not there yet (row A9.2).

    Returns how many were added. Texts are in the person's language.
    """
    today = clock.day_of(at)
    heads, fte = stakeholders.heads_and_fte(on=today)
    organisation = current_organisation()
    bodies = set(stakeholders.bodies(on=today).values_list("kind", flat=True))
    language = get_language() or "nl"
    known = set(FrameworkItem.objects.exclude(library_key="").values_list("library_key", flat=True))
    rules = rules_for(
        heads=heads,
        fte=fte,
        bodies=bodies,
        joint_committee=organisation.joint_committee if organisation else "",
        on=today,
        regions=stakeholders.profile().regions,
    )
    new = [rule for rule in rules if rule.key not in known]
    committee = organisation.joint_committee if organisation else ""
    items = FrameworkItem.objects.bulk_create([FrameworkItem(**item_of_rule(rule, language)) for rule in new])
    Deadline.objects.bulk_create(
        deadline
        for item, rule in zip(items, new, strict=True)
        for deadline in deadlines_of_rule(item, rule, today=today, joint_committee=committee)
    )
    record("policyplan.take_library", by=by, at=at, details={"rules": len(new)})
    return len(new)


def item_of_rule(rule: Rule, language: str) -> dict[str, Any]:
    """The fields of an item that is copied from a rule of the library."""
    words = {name: text.said(language) for name, text in rule.texts().items()}
    return {
        "kind": rule.kind,
        "bearing": rule.bearing,
        "title": words["title"][:250],
        "extract": words["extract"],
        "meaning": words["meaning"],
        "for_whom": words["for_whom"][:250],
        "deadline": words["frequency"][:250],
        "evidence": words["evidence"][:250],
        "source": _source_of(rule, language)[:300],
        "confidence": Confidence(rule.confidence),
        "checked_on": rule.checked_on,
        "library_key": rule.key,
    }


def _source_of(rule: Rule, language: str) -> str:
    """The text that it comes from, and which article: a bare number says nothing."""
    said = rule.source.said(language)
    with override(language):
        return f"{said}, {gettext('artikel')} {rule.article}" if rule.article else said


@transaction.atomic
def add_item(*, facts: Mapping[str, Any], by: Account, at: datetime) -> FrameworkItem:
    item = FrameworkItem.objects.create(**facts)
    record("policyplan.add_item", by=by, at=at, on=item)
    return item


@transaction.atomic
def change_item(
    *, item: FrameworkItem, facts: Mapping[str, Any], version: int, by: Account, at: datetime
) -> FrameworkItem:
    item = FrameworkItem.objects.select_for_update().get(pk=item.pk)
    _take_over(item, facts, version)
    record("policyplan.change_item", by=by, at=at, on=item)
    return item


@transaction.atomic
def remove_item(*, item: FrameworkItem, by: Account, at: datetime) -> None:
    """Take an item out of the register; refused while a goal, an article or a clause of an agreement rests on it."""
    goals = Goal.objects.filter(items=item) | Goal.objects.filter(mission=item)
    numbers = sorted({goal.number for goal in goals})
    if numbers:
        raise StillLinked(str(wording.STILL_LINKED).format(goals=", ".join(map(str, numbers))))
    article = Article.objects.filter(items=item).first()
    if article is not None:
        raise StillLinked(str(wording.STILL_IN_ARTICLE).format(title=article.title))
    clause = next(iter(clauses_on(item)), None)
    if clause is not None:
        raise StillLinked(str(STILL_IN_CLAUSE).format(title=clause))
    record("policyplan.remove_item", by=by, at=at, on=item)
    item.delete()


def _take_over(row: OrganisationGoal | FrameworkItem, facts: Mapping[str, Any], version: int) -> None:
    if row.version != version:
        raise Changed(
            str(wording.SOMEONE_CHANGED).format(name=wording.SOMEONE),
            theirs={name: getattr(row, name) for name in facts},
            version=row.version,
        )
    for name, value in facts.items():
        setattr(row, name, value)
    row.version += 1
    row.save()
