from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from draagvlak.accounts.models import Account
from draagvlak.decisions.models import Dossier
from draagvlak.decisions.states import DossierKind
from draagvlak.journal import queries as journal
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.lib.text import clean_html
from draagvlak.planproject.models import Project
from draagvlak.policyplan import queries, wording
from draagvlak.policyplan.actions.history import brought_together, goal_brought_together, keep_goal, keep_section
from draagvlak.policyplan.actions.versions import end_with_dossier, make_way_for, put_to_bodies
from draagvlak.policyplan.models import (
    FrameworkItem,
    Goal,
    GoalItem,
    MarginNote,
    Plan,
    PossibleActivity,
    Section,
    Version,
)
from draagvlak.policyplan.rules import NotWritable, refuse_gaps, refuse_goal_in_the_past
from draagvlak.policyplan.states import PlanSize, RevisionKind, SectionKey, VersionState


@transaction.atomic
def start_plan(*, project: Project, title: str, by: Account, at: datetime, size: PlanSize = PlanSize.EMPTY) -> Plan:
    """Begin the plan of a project with a first version. size: whose starting texts stand in its sections."""
    if Plan.objects.filter(project=project).exists():
        raise NotWritable(str(wording.PLAN_EXISTS))
    plan = Plan.objects.create(project=project, title=title)
    version = Version.objects.create(plan=plan, number=1, made_by=by, made_at=at)
    texts = queries.starting_texts(size)
    rows = [Section(version=version, key=key, body=clean_html(texts.get(key, ""))) for key in SectionKey]
    for section in Section.objects.bulk_create(rows):
        keep_section(section, plan=plan, base=0, by=by, at=at, kind=RevisionKind.STARTED)
    record("policyplan.start_plan", by=by, at=at, on=plan)
    return plan


@transaction.atomic
def write_section(  # noqa: PLR0913 -- a section is named by plan and key
    *,
    plan: Plan,
    key: SectionKey,
    body: str,
    revision: int,
    by: Account,
    at: datetime,
    kind: RevisionKind = RevisionKind.WRITTEN,
) -> Section:
    """Save a section of the version at work, and keep it. revision: the one the writer saw.

    When somebody saved it since, both changes are brought together; Changed is raised when they touch the same block of text.
    When that version lies before the bodies, or none is at work, the text goes into a new version and a running dossier stops.
    Saving what stands there already does nothing of the kind.
    """
    Plan.objects.select_for_update().get(pk=plan.pk)
    rows = Section.objects.select_related("edited_by")
    section = rows.get(version=queries.version_to_show(plan), key=key)
    cleaned, stood = clean_html(body), section.revision
    if section.revision != revision:
        cleaned, kind = brought_together(section, plan=plan, base=revision, mine=cleaned), RevisionKind.MERGED
    if cleaned == section.body:
        return section
    version = _writable(plan, by=by, at=at)
    section = rows.get(version=version, key=key)
    # Over all versions: a version that was set aside may hold the next number with another text, which somebody saw.
    last = Section.objects.filter(version__plan=plan, key=key).aggregate(last=Max("revision"))["last"]
    section.body, section.revision, section.edited_by, section.edited_at = cleaned, last + 1, by, at
    section.save()
    keep_section(section, plan=plan, base=stood, by=by, at=at, kind=kind)
    record("policyplan.write_section", by=by, at=at, on=section, details={"version": version.number})
    return section


@transaction.atomic
def set_goal(
    *, plan: Plan, facts: Mapping[str, Any], items: Collection[FrameworkItem], by: Account, at: datetime
) -> Goal:
    """Add a goal to the version at work. facts: the fields of Goal by name; it always rests on an organisation goal (A0.1)."""
    version = _writable(plan, by=by, at=at)
    refuse_goal_in_the_past(facts["due_on"], today=clock.day_of(at), sentence=str(wording.GOAL_IN_THE_PAST))
    words = {**facts, "body": clean_html(facts.get("body", ""))}
    goal = Goal.objects.create(version=version, number=_next_number(plan), revision=_goal_revision(plan), **words)
    GoalItem.objects.bulk_create([GoalItem(goal=goal, item=item) for item in items])
    keep_goal(goal, plan=plan, by=by, at=at)
    record("policyplan.set_goal", by=by, at=at, on=goal, details={"version": version.number})
    return goal


@transaction.atomic
def change_goal(  # noqa: PLR0913 -- the goal is named by plan and number
    *,
    plan: Plan,
    number: int,
    facts: Mapping[str, Any],
    items: Collection[FrameworkItem],
    revision: int,
    by: Account,
    at: datetime,
) -> Goal:
    """Save a goal of the version at work, and keep it. revision: the one the writer saw. facts: the fields of Goal by name.

    When somebody saved it since, each keeps the fields that he alone changed; Changed is raised when both changed the same.
    """
    version, kind = _writable(plan, by=by, at=at), RevisionKind.WRITTEN
    goal = Goal.objects.select_for_update().get(version=version, number=number)
    # A day that was to come when it was chosen may pass while the goal is worked at.
    if (due_on := facts.get("due_on", goal.due_on)) != goal.due_on:
        refuse_goal_in_the_past(due_on, today=clock.day_of(at), sentence=str(wording.GOAL_IN_THE_PAST))
    if goal.revision != revision:
        facts, items = goal_brought_together(goal, plan=plan, base=revision, facts=facts, items=items)
        kind = RevisionKind.MERGED
    stood = goal.revision
    for name, value in {**facts, "body": clean_html(facts.get("body", ""))}.items():
        setattr(goal, name, value)
    goal.revision = _goal_revision(plan)
    goal.save()
    GoalItem.objects.filter(goal=goal).delete()
    GoalItem.objects.bulk_create([GoalItem(goal=goal, item=item) for item in items])
    keep_goal(goal, plan=plan, by=by, at=at, base=stood, kind=kind)
    record("policyplan.change_goal", by=by, at=at, on=goal, details={"version": version.number})
    return goal


def _next_number(plan: Plan) -> int:
    """A number that no goal of the plan has or had in a version that is kept, and under which nobody thought of activities or
    wrote a note."""
    goals = Goal.objects.filter(version__plan=plan).aggregate(last=Max("number"))["last"] or 0
    thought_of = PossibleActivity.objects.filter(plan=plan).aggregate(last=Max("goal_number"))["last"] or 0
    noted = MarginNote.objects.filter(plan=plan).aggregate(last=Max("goal_number"))["last"] or 0
    return max(goals, thought_of, noted) + 1


def _goal_revision(plan: Plan) -> int:
    """A number that no goal had before, in any version, also not one that was removed: that of the act in the journal."""
    return journal.last_seal(plan.organisation).count + 1


@transaction.atomic
def remove_goal(*, plan: Plan, number: int, by: Account, at: datetime) -> None:
    version = _writable(plan, by=by, at=at)
    goal = Goal.objects.get(version=version, number=number)
    keep_goal(goal, plan=plan, by=by, at=at, base=goal.revision, removed_as=_goal_revision(plan))
    record("policyplan.remove_goal", by=by, at=at, on=goal, details={"version": version.number})
    goal.delete()


def _writable(plan: Plan, *, by: Account, at: datetime) -> Version:
    """The draft to write in, locked. A submitted version is set aside with its dossier; a copy becomes the new draft."""
    Plan.objects.select_for_update().get(pk=plan.pk)
    version = queries.version_at_work(plan)
    if version is not None and version.state == VersionState.DRAFT:
        return version
    return new_version(plan=plan, by=by, at=at)


@transaction.atomic
def new_version(*, plan: Plan, by: Account, at: datetime, why: str = "", effect: str = "") -> Version:
    """A new draft as a copy of the version that is shown; a running dossier about it stops."""
    former = queries.version_to_show(plan)
    if former is None:
        raise LookupError
    number = (Version.objects.filter(plan=plan).aggregate(last=Max("number"))["last"] or 0) + 1
    make_way_for(number, former=former, by=by, at=at)
    version = Version.objects.create(
        plan=plan,
        number=number,
        made_by=by,
        made_at=at,
        why=why or str(wording.NEW_VERSION).format(number=former.number),
        effect=effect,
    )
    _copy(former, version)
    record("policyplan.new_version", by=by, at=at, on=version)
    return version


def _copy(former: Version, version: Version) -> None:
    Section.objects.bulk_create(
        [
            Section(
                version=version,
                key=s.key,
                body=s.body,
                revision=s.revision,
                edited_by=s.edited_by,
                edited_at=s.edited_at,
            )
            for s in queries.sections_of(former)
        ]
    )
    for goal in queries.goals_of(former):
        items = list(goal.items.all())
        goal.pk, goal.version = None, version
        goal._state.adding = True
        goal.save()
        GoalItem.objects.bulk_create([GoalItem(goal=goal, item=item) for item in items])


@transaction.atomic
def submit_version(*, plan: Plan, by: Account, at: datetime, root: str = "") -> Dossier:
    """Freeze the draft and put it to the bodies. root: address of this installation, for links in mail."""
    Plan.objects.select_for_update().get(pk=plan.pk)
    version = queries.version_at_work(plan)
    if version is None or version.state != VersionState.DRAFT:
        raise NotWritable(str(wording.NOTHING_TO_SUBMIT))
    refuse_gaps(queries.gaps(version), sentence=str(wording.NOT_COMPLETE))
    title = f"{plan.title} ({version.number})"
    words = (title, queries.canonical_text(queries.fixed(version, at=at)))
    heard = queries.heard_before(version)
    dossier = put_to_bodies(version, kind=DossierKind.POLICY_PLAN, words=words, heard=heard, by=by, at=at, root=root)
    record("policyplan.submit_version", by=by, at=at, on=version, details={"sha256": dossier.document.sha256})
    return dossier


@transaction.atomic
def close_version(*, dossier: Dossier, by: Account | None, at: datetime) -> None:
    """The version ends with its dossier: adopted, with the former one superseded, or set aside, also when it was stopped."""
    version = Version.objects.filter(dossier=dossier).first()
    if version is None:
        return
    beside = Version.objects.filter(plan=version.plan, state=VersionState.ADOPTED)
    if end_with_dossier(version, beside=beside, dossier=dossier, at=at):
        record("policyplan.adopt", by=by, at=at, on=version)
    else:
        record("policyplan.set_aside", by=by, at=at, on=version)
