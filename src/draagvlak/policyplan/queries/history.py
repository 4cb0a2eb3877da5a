"""What was kept of a plan's text, and what somebody has not read of it yet."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from html import escape
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from draagvlak.accounts.models import Account
from draagvlak.lib.redline import Segment, compare
from draagvlak.lib.text import clean_html
from draagvlak.policyplan import wording
from draagvlak.policyplan.figures import PartChange
from draagvlak.policyplan.models import Goal, Plan, PlanReading, Presence, Revision, Section, Version
from draagvlak.policyplan.queries.starting import is_still_starting
from draagvlak.policyplan.states import CoreQuestion, RevisionKind, SectionKey
from draagvlak.ui.said import day_said

GOAL = "doel-"
# Who was silent for longer has closed the page.
PRESENT = timedelta(minutes=3)


def part_of_goal(number: int) -> str:
    return f"{GOAL}{number}"


def goal_words(goal: Goal) -> dict[str, Any]:
    """The facts of a goal in words, so that they can be read when what they name is gone."""
    return {
        "title": goal.title,
        "organisation_goal": goal.organisation_goal.title,
        "mission": goal.mission.title if goal.mission else "",
        "question": goal.question,
        "answers": [item.title for item in goal.items.all()],
        "indicator": goal.indicator,
        "baseline": goal.baseline,
        "target": goal.target,
        "due_on": goal.due_on.isoformat(),
        "owner": goal.owner,
    }


def text_of(revision: Revision | None) -> str:
    """What was kept, as one rich text: of a goal, its facts above its words. Empty where nothing was, or it was taken away."""
    if revision is None or revision.kind == RevisionKind.REMOVED:
        return ""
    values = revision.values
    if not values:
        return clean_html(revision.body)
    question = str(CoreQuestion(values["question"]).label) if values.get("question") else ""
    from_to = f"{values['baseline']} → {values['target']}" if values.get("baseline") else values["target"]
    rows = [
        (wording.FACT_GOAL, values["organisation_goal"]),
        (wording.FACT_MISSION, values.get("mission", "")),
        (wording.FACT_QUESTION, question),
        *[(wording.FACT_ANSWER, title) for title in values.get("answers", [])],
        (wording.FACT_MEASURE, values["indicator"]),
        (wording.FACT_TARGET, from_to),
        (wording.FACT_DUE, _day(values["due_on"])),
        (wording.FACT_OWNER, values.get("owner", "")),
    ]
    facts = "".join(f"<li>{escape(str(name))}: {escape(str(value))}</li>" for name, value in rows if value)
    return clean_html(f"<h3>{escape(values['title'])}</h3><ul>{facts}</ul>{revision.body}")


def _read(revision: Revision | None) -> str:
    """The same, as a reader gets it: a text to begin with is no text of the plan yet."""
    text = text_of(revision)
    return "" if revision and not revision.values and is_still_starting(revision.part, text) else text


def _day(value: str) -> str:
    return day_said(date.fromisoformat(value))


def title_of(part: str, *, values: Mapping[str, Any] | None = None) -> str:
    """How a part is called: the title of a section, or the number of a goal and its title where that is known."""
    if not part.startswith(GOAL):
        return str(SectionKey(part).label)
    number = part.removeprefix(GOAL)
    return f"{number}. {values['title']}" if values else _("Doel {number}").format(number=number)


def is_part(part: str) -> bool:
    return part in SectionKey.values or (part.startswith(GOAL) and part.removeprefix(GOAL).isdecimal())


def revisions_of(plan: Plan, part: str) -> QuerySet[Revision]:
    """Every saving of a part, the newest first."""
    return Revision.objects.filter(plan=plan, part=part).select_related("by").order_by("-number")


def revision_of(plan: Plan, part: str, number: int) -> Revision | None:
    return revisions_of(plan, part).filter(number=number).first()


def bases_of(plan: Plan, part: str, revisions: Sequence[Revision]) -> dict[int, Revision]:
    """The savings upon which these were written, by number. One statement."""
    numbers = {revision.base for revision in revisions}
    return {one.number: one for one in revisions_of(plan, part).filter(number__in=numbers)}


def is_written_upon(plan: Plan, part: str, *, base: int, now: int) -> bool:
    """Whether what stands now grew out of the revision `base`: only then can a change to that one be brought together with it."""
    upon = dict(Revision.objects.filter(plan=plan, part=part, number__lte=now).values_list("number", "base"))
    while now > base:
        now = upon.get(now, 0)
    return now == base


def writers_since(plan: Plan, part: str, *, base: int, now: int) -> list[Account]:
    """Who saved the part after one revision, up to another, each once."""
    rows = Revision.objects.filter(plan=plan, part=part, number__gt=base, number__lte=now, by__isnull=False)
    found = {row.by_id: row.by for row in rows.select_related("by").order_by("number")}
    return [account for account in found.values() if account is not None]


def revisions_in(version: Version) -> dict[str, int]:
    """Part → revision, as this version has them. Two statements."""
    sections = Section.objects.filter(version=version).order_by("pk").values_list("key", "revision")
    goals = Goal.objects.filter(version=version).order_by("number").values_list("number", "revision")
    return {**dict(sections), **{part_of_goal(number): revision for number, revision in goals}}


def plan_reading_of(plan: Plan, account: Account) -> PlanReading | None:
    return PlanReading.objects.filter(plan=plan, account=account).first()


def unread(
    version: Version, reading: PlanReading | None, *, stands: Mapping[str, int] | None = None
) -> list[PartChange]:
    """What stands otherwise in this version than somebody last saw it, part by part, in the order of the plan. Three statements.

    A part that he never saw is new to him only when he said before that he had read it all.
    """
    if reading is None:
        return []
    now = revisions_in(version) if stands is None else stands
    seen: dict[str, int] = reading.seen
    pairs: dict[str, tuple[int | None, int | None]] = {
        part: (seen.get(part), number) for part, number in now.items() if seen.get(part) != number
    }
    if reading.read_at is None:
        pairs = {part: both for part, both in pairs.items() if part in seen}
    pairs |= {part: (number, None) for part, number in seen.items() if part not in now}
    return _changes(version.plan, pairs)


def _changes(plan: Plan, pairs: Mapping[str, tuple[int | None, int | None]]) -> list[PartChange]:
    wanted = Q(pk=None)
    for part, both in pairs.items():
        wanted |= Q(part=part, number__in=[number for number in both if number is not None])
    rows = Revision.objects.filter(wanted, plan=plan).select_related("by") if pairs else []
    kept = {(row.part, row.number): row for row in rows}
    found = []
    for part, (was, now) in pairs.items():
        old, new = kept.get((part, was or -1)), kept.get((part, now or -1))
        before, after = _read(old), _read(new)
        if before != after:
            named = new or old
            found.append(
                PartChange(
                    part=part,
                    title=title_of(part, values=named.values if named else None),
                    before=before,
                    after=after,
                    by=str(new.by) if new and new.by else "",
                    at=new.at if new else None,
                )
            )
    return found


def present_in(plan: Plan, part: str, *, at: datetime, besides: Account) -> list[Account]:
    """Who else had the writing page of a part open in the last minutes, by name."""
    rows = Presence.objects.filter(plan=plan, part=part, at__gte=at - PRESENT).exclude(account=besides)
    return [one.account for one in rows.select_related("account").order_by("account__name")]


def segments_of(change: PartChange, *, is_whole: bool = False) -> list[Segment]:
    """A change, readable."""
    return compare(change.before, change.after, is_whole=is_whole)


def difference_of(revision: Revision, base: Revision | None) -> list[Segment]:
    """What a saving changed in the one it was written upon; the first one as it was."""
    if base is None:
        return compare(text_of(revision), text_of(revision), is_whole=True)
    return compare(text_of(base), text_of(revision))


def difference_between(was: str, now: str) -> list[Segment]:
    """The same for two texts of a section."""
    return compare(clean_html(was), clean_html(now))


def changes_since(section: Section, *, plan: Plan, seen: int) -> list[Segment]:
    """What changed in a section since the revision that somebody saw; nothing when that one was never kept."""
    base = revision_of(plan, section.key, seen)
    return difference_between(base.body, section.body) if base is not None else []


def brought_together_with(part: str, revision: int, *, plan: Plan, seen: int) -> list[Account]:
    """With whose changes the last saving of a part was brought together; nobody when it was written as it stands."""
    last = revision_of(plan, part, revision)
    if last is None or last.kind != RevisionKind.MERGED or last.number <= seen:
        return []
    return writers_since(plan, part, base=seen, now=last.base)
