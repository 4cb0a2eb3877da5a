"""Every saving is kept; what one read is remembered; who is writing is told to the others."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.lib.redline import merge
from draagvlak.lib.refusals import Changed
from draagvlak.lib.text import clean_html
from draagvlak.policyplan import queries, wording
from draagvlak.policyplan.models import Goal, Plan, PlanReading, Presence, Revision, Section, Version
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


def keep_goal(goal: Goal, *, plan: Plan, by: Account, at: datetime, base: int = 0, removed_as: int = 0) -> Revision:
    """Keep a goal as it was just saved or, removed, as it last stood. removed_as: the number of its removal."""
    part = queries.part_of_goal(goal.number)
    kept = Revision.objects.create(
        plan=plan,
        part=part,
        number=removed_as or goal.revision,
        base=base,
        kind=RevisionKind.REMOVED if removed_as else RevisionKind.WRITTEN,
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
