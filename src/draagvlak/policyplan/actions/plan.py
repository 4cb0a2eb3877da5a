from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from draagvlak.accounts.models import Account
from draagvlak.decisions.actions import open_dossier, withdraw_dossier
from draagvlak.decisions.models import Dossier
from draagvlak.decisions.states import DossierKind, DossierState
from draagvlak.documents.actions import freeze
from draagvlak.journal import queries as journal
from draagvlak.journal.actions import record
from draagvlak.lib.refusals import Changed
from draagvlak.lib.text import clean_html
from draagvlak.planproject.models import Project
from draagvlak.policyplan import queries, wording
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
from draagvlak.policyplan.rules import NotWritable, refuse_gaps
from draagvlak.policyplan.states import VERSION_TRANSITIONS, SectionKey, VersionState


@transaction.atomic
def start_plan(*, project: Project, title: str, by: Account, at: datetime) -> Plan:
    """Begin the plan of a project with an empty first version."""
    if Plan.objects.filter(project=project).exists():
        raise NotWritable(str(wording.PLAN_EXISTS))
    plan = Plan.objects.create(project=project, title=title)
    version = Version.objects.create(plan=plan, number=1, made_by=by, made_at=at)
    Section.objects.bulk_create([Section(version=version, key=key) for key in SectionKey])
    record("policyplan.start_plan", by=by, at=at, on=plan)
    return plan


@transaction.atomic
def write_section(*, plan: Plan, key: SectionKey, body: str, revision: int, by: Account, at: datetime) -> Section:
    """Save a section of the version at work. revision: the one the writer saw.

    When that version lies before the bodies, or none is at work, the text goes into a new version and a running dossier stops.
    Saving what stands there already does nothing of the kind.
    """
    Plan.objects.select_for_update().get(pk=plan.pk)
    rows = Section.objects.select_related("edited_by")
    section = rows.get(version=queries.version_to_show(plan), key=key)
    if section.revision != revision:
        raise Changed(
            str(wording.SOMEONE_CHANGED).format(name=section.edited_by),
            theirs={"body": section.body},
            version=section.revision,
            by=str(section.edited_by),
        )
    cleaned = clean_html(body)
    if cleaned == section.body:
        return section
    version = _writable(plan, by=by, at=at)
    section = rows.get(version=version, key=key)
    # Over all versions: a version that was set aside may hold the next number with another text, which somebody saw.
    last = Section.objects.filter(version__plan=plan, key=key).aggregate(last=Max("revision"))["last"]
    section.body, section.revision, section.edited_by, section.edited_at = cleaned, last + 1, by, at
    section.save()
    record("policyplan.write_section", by=by, at=at, on=section, details={"version": version.number})
    return section


@transaction.atomic
def set_goal(
    *, plan: Plan, facts: Mapping[str, Any], items: Collection[FrameworkItem], by: Account, at: datetime
) -> Goal:
    """Add a goal to the version at work. facts: the fields of Goal by name; it always rests on an organisation goal (A0.1)."""
    version = _writable(plan, by=by, at=at)
    words = {**facts, "body": clean_html(facts.get("body", ""))}
    goal = Goal.objects.create(version=version, number=_next_number(plan), revision=_goal_revision(plan), **words)
    GoalItem.objects.bulk_create([GoalItem(goal=goal, item=item) for item in items])
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
    version = _writable(plan, by=by, at=at)
    goal = Goal.objects.select_for_update().get(version=version, number=number)
    if goal.revision != revision:
        raise Changed(
            str(wording.SOMEONE_CHANGED).format(name=wording.SOMEONE),
            theirs={name: getattr(goal, name) for name in facts},
            version=goal.revision,
        )
    for name, value in {**facts, "body": clean_html(facts.get("body", ""))}.items():
        setattr(goal, name, value)
    goal.revision = _goal_revision(plan)
    goal.save()
    GoalItem.objects.filter(goal=goal).delete()
    GoalItem.objects.bulk_create([GoalItem(goal=goal, item=item) for item in items])
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
def new_version(*, plan: Plan, by: Account, at: datetime, why: str = "") -> Version:
    """A new draft as a copy of the version that is shown; a running dossier about it stops."""
    former = queries.version_to_show(plan)
    if former is None:
        raise LookupError
    if former.state == VersionState.DRAFT:
        raise NotWritable(str(wording.ALREADY_DRAFT).format(number=former.number))
    number = (Version.objects.filter(plan=plan).aggregate(last=Max("number"))["last"] or 0) + 1
    if former.state == VersionState.SUBMITTED and former.dossier is not None:
        withdraw_dossier(dossier=former.dossier, reason=str(wording.DOSSIER_VOIDED).format(number=number), by=by, at=at)
    version = Version.objects.create(
        plan=plan,
        number=number,
        made_by=by,
        made_at=at,
        why=why or str(wording.NEW_VERSION).format(number=former.number),
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


def _move(version: Version, to: VersionState) -> None:
    if to not in VERSION_TRANSITIONS[VersionState(version.state)]:
        raise NotWritable(str(wording.NOT_WRITABLE))
    version.state = to
    version.save()


@transaction.atomic
def submit_version(*, plan: Plan, by: Account, at: datetime, root: str = "") -> Dossier:
    """Freeze the draft and put it to the bodies. root: address of this installation, for links in mail."""
    Plan.objects.select_for_update().get(pk=plan.pk)
    version = queries.version_at_work(plan)
    if version is None or version.state != VersionState.DRAFT:
        raise NotWritable(str(wording.NOT_WRITABLE))
    refuse_gaps(queries.gaps(version), sentence=str(wording.NOT_COMPLETE))
    title = f"{plan.title} ({version.number})"
    document = freeze(title=title, text=queries.canonical_text(queries.snapshot(version)), at=at)
    dossier = open_dossier(kind=DossierKind.POLICY_PLAN, title=title, document=document, by=by, at=at, root=root)
    version.document, version.dossier = document, dossier
    _move(version, VersionState.SUBMITTED)
    record("policyplan.submit_version", by=by, at=at, on=version, details={"sha256": document.sha256})
    return dossier


@transaction.atomic
def close_version(*, dossier: Dossier, by: Account | None, at: datetime) -> None:
    """The version ends with its dossier: adopted, with the former one superseded, or set aside, also when it was stopped."""
    version = Version.objects.filter(dossier=dossier).first()
    if version is None:
        return
    if dossier.state == DossierState.ADOPTED:
        for former in Version.objects.filter(plan=version.plan, state=VersionState.ADOPTED):
            _move(former, VersionState.SUPERSEDED)
        version.adopted_at = at
        _move(version, VersionState.ADOPTED)
        record("policyplan.adopt", by=by, at=at, on=version)
    else:
        _move(version, VersionState.SET_ASIDE)
        record("policyplan.set_aside", by=by, at=at, on=version)
