"""Every saving is kept; what one read is remembered; who is writing is told to the others."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.lib.redline import merge
from draagvlak.lib.refusals import Changed
from draagvlak.lib.text import clean_html
from draagvlak.policyplan import queries, wording
from draagvlak.policyplan.models import FrameworkItem, Goal, Plan, PlanReading, Presence, Revision, Section, Version
from draagvlak.policyplan.rules import joined, joined_sets
from draagvlak.policyplan.states import RevisionKind


def brought_together(section: Section, *, plan: Plan, base: int, mine: str) -> str:
    """A text that was written upon the revision `base`, together with what stands there now. Raises Changed."""
    kept = queries.revision_of(plan, section.key, base)
    if kept is not None and queries.is_written_upon(plan, section.key, base=base, now=section.revision):
        together = merge(kept.body, section.body, mine)
        if together is not None:
            return clean_html(together)
    raise Changed(
        str(wording.SOMEONE_CHANGED).format(name=section.edited_by or wording.SOMEONE),
        theirs={"body": section.body},
        version=section.revision,
        by=str(section.edited_by or ""),
    )


# What says how far a goal wants to come is one answer: two people who each changed a part of it read each other's.
MEASURED = ("indicator", "baseline", "target")


def goal_brought_together(
    goal: Goal, *, plan: Plan, base: int, facts: Mapping[str, Any], items: Collection[FrameworkItem]
) -> tuple[dict[str, Any], set[FrameworkItem]]:
    """The fields of a goal that were filled in upon the revision `base`, together with how it stands now: of each field what
    one of both changed. Raises Changed when both changed the same one."""
    part = queries.part_of_goal(goal.number)
    before = queries.goal_as_it_was(plan, goal.number, base)
    if before and not before.gone and queries.is_written_upon(plan, part, base=base, now=goal.revision):
        fields = {name: value for name, value in facts.items() if name != "body"}
        stands = {name: getattr(goal, name) for name in fields}
        together = joined(before.fields, stands, fields, units=[MEASURED])
        body = merge(before.fields["body"], goal.body, clean_html(facts.get("body", "")))
        if together is not None and body is not None:
            held = joined_sets(before.fields["items"], goal.items.all(), items)
            return {**together, "body": clean_html(body)}, held
    kept = queries.revision_of(plan, part, goal.revision)
    who = str(kept.by) if kept and kept.by else str(wording.SOMEONE)
    raise Changed(
        str(wording.SOMEONE_CHANGED).format(name=who),
        theirs={name: getattr(goal, name) for name in facts},
        version=goal.revision,
        by=who,
    )


def keep_section(
    section: Section, *, plan: Plan, base: int, by: Account, at: datetime, kind: RevisionKind = RevisionKind.WRITTEN
) -> Revision:
    """Keep a section as it was just saved. base: the revision it was written upon."""
    kept = Revision.objects.create(
        plan=plan,
        part=section.key,
        number=section.revision,
        base=base,
        kind=kind,
        body=section.body,
        in_version=section.version.number,
        by=by,
        at=at,
    )
    _saw(plan, {section.key: section.revision}, by=by)
    return kept


def keep_goal(  # noqa: PLR0913 -- what a saving is
    goal: Goal,
    *,
    plan: Plan,
    by: Account,
    at: datetime,
    base: int = 0,
    removed_as: int = 0,
    kind: RevisionKind = RevisionKind.WRITTEN,
) -> Revision:
    """Keep a goal as it was just saved or, removed, as it last stood. removed_as: the number of its removal."""
    part = queries.part_of_goal(goal.number)
    kept = Revision.objects.create(
        plan=plan,
        part=part,
        number=removed_as or goal.revision,
        base=base,
        kind=RevisionKind.REMOVED if removed_as else kind,
        body=goal.body,
        values=queries.goal_words(goal),
        in_version=goal.version.number,
        by=by,
        at=at,
    )
    _saw(plan, {part: goal.revision}, by=by)
    return kept


def _saw(plan: Plan, seen: Mapping[str, int], *, by: Account) -> None:
    """Who writes a part has read it."""
    reading = PlanReading.objects.select_for_update().filter(plan=plan, account=by).first()
    if reading is None:
        reading = PlanReading(plan=plan, account=by)
    reading.seen = {**reading.seen, **seen}
    reading.save()


@transaction.atomic
def mark_plan_read(*, version: Version, seen: Mapping[str, int], by: Account, at: datetime) -> PlanReading:
    """Remember that somebody read this version. seen: part → revision, as his page showed it.

    A part that changed since his page was made stays unread, and so does one that he names a number for that does not stand
    there: nobody gets at a text this way that he may not see. What one reads is one's own: it is not in the journal.
    """
    stands = queries.revisions_in(version)
    plan = version.plan
    reading = PlanReading.objects.select_for_update().filter(plan=plan, account=by).first()
    if reading is None:
        reading = PlanReading(plan=plan, account=by)
    read = {part: number for part, number in stands.items() if seen.get(part) == number}
    before = {part: number for part, number in reading.seen.items() if part in stands and part not in read}
    reading.seen, reading.read_at = {**before, **read}, at
    reading.save()
    return reading


@transaction.atomic
def be_present(*, plan: Plan, part: str, by: Account, at: datetime) -> None:
    """Say that one has the writing page of a part open. Gone after minutes, and nobody looks back at it: not in the journal."""
    Presence.objects.filter(plan=plan, at__lt=at - queries.PRESENT).delete()
    Presence.objects.update_or_create(plan=plan, part=part, account=by, defaults={"at": at})
