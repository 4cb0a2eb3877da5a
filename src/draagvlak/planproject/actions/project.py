"""The plan as a project: its sponsor, phases, milestones, risks, open points and reports (rows A1.3 and A6.1)."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.documents.actions import freeze
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.lib.verify import text_seal
from draagvlak.planproject import queries, wording
from draagvlak.planproject.actions.group import end_calls, refuse_passing_over_a_draw
from draagvlak.planproject.models import Milestone, OpenPoint, Phase, Project, Risk, StatusReport
from draagvlak.planproject.rules import (
    NoReason,
    NotASponsor,
    NotPossibleNow,
    proposed_phases,
    refuse_changed,
    refuse_wrong_dates,
)
from draagvlak.planproject.states import PROJECT_TRANSITIONS, PhaseKey, ProjectState
from draagvlak.ui.said import day_said


def _refuse_finished(project: Project) -> None:
    if project.state == ProjectState.FINISHED:
        raise NotPossibleNow(str(wording.PROJECT_FINISHED))


def _move(project: Project, to: ProjectState) -> None:
    if to not in PROJECT_TRANSITIONS[ProjectState(project.state)]:
        raise NotPossibleNow(str(wording.PROJECT_FINISHED))
    project.state = to


@transaction.atomic
def name_sponsor(*, project: Project, sponsor: Account, by: Account, at: datetime) -> Project:
    """Name who stands behind the project. A new sponsor confirms anew, and the work waits for that (row A1.3)."""
    _refuse_finished(project)
    if not queries.possible_sponsors(on=clock.day_of(at)).filter(pk=sponsor.pk).exists():
        raise NotASponsor(str(wording.NOT_A_SPONSOR).format(name=sponsor))
    if project.sponsor_id != sponsor.pk:
        if project.state == ProjectState.WORKING:
            _move(project, ProjectState.PREPARING)
        project.sponsor, project.sponsor_confirmed_at, project.confirmed = sponsor, None, None
    project.save()
    record("planproject.name_sponsor", by=by, at=at, on=project, details={"sponsor": sponsor.email})
    return project


@transaction.atomic
def confirm_project(*, project: Project, seal: str, by: Account, at: datetime) -> Project:
    """The sponsor says yes to goals, means and time, as they were read. seal: SHA-256 of the text that was shown.

    Raises NotASponsor, and NotPossibleNow when the text is another one by now.
    """
    _refuse_finished(project)
    today = clock.day_of(at)
    if project.sponsor_id != by.pk or not queries.possible_sponsors(on=today).filter(pk=by.pk).exists():
        raise NotASponsor(str(wording.NOT_A_SPONSOR).format(name=by))
    text = queries.text_to_confirm(project, today=today)
    if text_seal(text) != seal:
        raise NotPossibleNow(str(wording.CONFIRM_CHANGED))
    title = str(wording.CONFIRMED_TITLE).format(project=project)
    project.confirmed, project.sponsor_confirmed_at = freeze(title=title, text=text, at=at), at
    if project.state == ProjectState.PREPARING:
        _move(project, ProjectState.WORKING)
    project.save()
    record("planproject.confirm_project", by=by, at=at, on=project, details={"sha256": project.confirmed.sha256})
    return project


@transaction.atomic
def end_project(*, project: Project, note: str, by: Account, at: datetime) -> Project:
    """Management closes the project with a note."""
    _refuse_finished(project)
    if not note.strip():
        raise NoReason(str(wording.NO_REASON))
    _move(project, ProjectState.FINISHED)
    refuse_passing_over_a_draw(project)
    project.closing_note, project.ends_on = note.strip(), clock.day_of(at)
    project.save()
    record("planproject.end_project", by=by, at=at, on=project)
    end_calls(project, reason=wording.ENDED_WITHOUT_GROUP, by=by, at=at)
    return project


@transaction.atomic
def add_point(*, project: Project, facts: Mapping[str, Any], by: Account, at: datetime) -> OpenPoint:
    """facts: what, owner, due_on."""
    _refuse_finished(project)
    if facts["due_on"] < clock.day_of(at):
        raise NotPossibleNow(str(wording.DAY_GONE))
    point = OpenPoint.objects.create(project=project, **facts)
    record("planproject.add_point", by=by, at=at, on=point)
    return point


@transaction.atomic
def close_point(*, point: OpenPoint, answer: str, by: Account, at: datetime) -> OpenPoint:
    if point.closed_at is not None:
        raise NotPossibleNow(str(wording.ALREADY_CLOSED))
    point.closed_at, point.answer = at, answer.strip()
    point.save()
    record("planproject.close_point", by=by, at=at, on=point)
    return point


@transaction.atomic
def plan_project(*, project: Project, due_on: date, by: Account, at: datetime) -> list[Phase]:
    """Set the last day and put the usual phases over the days that are left."""
    _refuse_finished(project)
    today = clock.day_of(at)
    refuse_wrong_dates(
        starts_on=today,
        ends_on=due_on,
        today=None,
        reversed_sentence=str(wording.DUE_IN_THE_PAST).format(today=day_said(today)),
        past_sentence="",
    )
    if Phase.objects.filter(project=project).exists():
        raise NotPossibleNow(str(wording.PHASES_EXIST))
    project.due_on = due_on
    project.save()
    phases = Phase.objects.bulk_create(
        Phase(
            project=project,
            key=span.key,
            name=str(PhaseKey(span.key).label),
            starts_on=span.starts_on,
            ends_on=span.ends_on,
        )
        for span in proposed_phases(starts_on=today, ends_on=due_on)
    )
    record("planproject.plan_project", by=by, at=at, on=project, details={"due_on": due_on.isoformat()})
    return phases


@transaction.atomic
def add_phase(*, project: Project, facts: Mapping[str, Any], by: Account, at: datetime) -> Phase:
    """facts: name, starts_on, ends_on. The last phase decides the last day of the project."""
    _refuse_finished(project)
    _refuse_phase(facts, today=clock.day_of(at))
    phase = Phase.objects.create(project=project, **facts)
    record("planproject.add_phase", by=by, at=at, on=phase)
    _reach(phase)
    return phase


def _reach(phase: Phase) -> None:
    """A project lasts as long as its last phase."""
    project = phase.project
    if project.due_on is not None and phase.ends_on > project.due_on:
        project.due_on = phase.ends_on
        project.save()


@transaction.atomic
def change_phase(*, phase: Phase, facts: Mapping[str, Any], version: int, by: Account, at: datetime) -> Phase:
    """facts: name, starts_on, ends_on. The last phase decides the last day of the project."""
    _refuse_finished(phase.project)
    refuse_changed(phase, facts, version=version, sentence=str(wording.CHANGED))
    has_moved = facts["starts_on"] != phase.starts_on
    _refuse_phase(facts, today=clock.day_of(at) if has_moved and facts["starts_on"] < phase.starts_on else None)
    _write(phase, facts)
    record("planproject.change_phase", by=by, at=at, on=phase)
    _reach(phase)
    return phase


def _refuse_phase(facts: Mapping[str, Any], *, today: date | None) -> None:
    refuse_wrong_dates(
        starts_on=facts["starts_on"],
        ends_on=facts["ends_on"],
        today=today,
        reversed_sentence=str(wording.PERIOD_REVERSED).format(starts=day_said(facts["starts_on"])),
        past_sentence=str(wording.STARTS_IN_THE_PAST),
    )


def _write(row: Phase | Milestone | Risk, facts: Mapping[str, Any]) -> None:
    for name, value in facts.items():
        setattr(row, name, value)
    row.version += 1
    row.save()


@transaction.atomic
def finish_phase(*, phase: Phase, by: Account, at: datetime) -> Phase:
    """The phase is done; a phase with a milestone that is not there is not."""
    if phase.done_at is not None:
        raise NotPossibleNow(str(wording.ALREADY_CLOSED))
    waiting = Milestone.objects.filter(phase=phase, done_at=None).first()
    if waiting is not None:
        raise NotPossibleNow(str(wording.MILESTONE_WAITS).format(title=waiting.title))
    phase.done_at = at
    phase.save()
    record("planproject.finish_phase", by=by, at=at, on=phase)
    return phase


@transaction.atomic
def add_milestone(*, phase: Phase, facts: Mapping[str, Any], by: Account, at: datetime) -> Milestone:
    """facts: title, due_on."""
    _refuse_finished(phase.project)
    if phase.done_at is not None:
        raise NotPossibleNow(str(wording.ALREADY_CLOSED))
    if facts["due_on"] < clock.day_of(at):
        raise NotPossibleNow(str(wording.DAY_GONE))
    milestone = Milestone.objects.create(phase=phase, **facts)
    record("planproject.add_milestone", by=by, at=at, on=milestone)
    return milestone


@transaction.atomic
def change_milestone(
    *, milestone: Milestone, facts: Mapping[str, Any], version: int, by: Account, at: datetime
) -> Milestone:
    """facts: title, due_on. A day that moves moves forward, never into the past."""
    refuse_changed(milestone, facts, version=version, sentence=str(wording.CHANGED))
    if facts["due_on"] != milestone.due_on and facts["due_on"] < clock.day_of(at):
        raise NotPossibleNow(str(wording.DAY_GONE))
    _write(milestone, facts)
    record("planproject.change_milestone", by=by, at=at, on=milestone)
    return milestone


@transaction.atomic
def finish_milestone(*, milestone: Milestone, by: Account, at: datetime) -> Milestone:
    if milestone.done_at is not None:
        raise NotPossibleNow(str(wording.ALREADY_CLOSED))
    milestone.done_at = at
    milestone.save()
    record("planproject.finish_milestone", by=by, at=at, on=milestone)
    return milestone


@transaction.atomic
def add_risk(*, project: Project, facts: Mapping[str, Any], by: Account, at: datetime) -> Risk:
    """facts: title, chance, impact, measure, owner."""
    _refuse_finished(project)
    risk = Risk.objects.create(project=project, **facts)
    record("planproject.add_risk", by=by, at=at, on=risk, details={"weight": risk.weight})
    return risk


@transaction.atomic
def change_risk(*, risk: Risk, facts: Mapping[str, Any], version: int, by: Account, at: datetime) -> Risk:
    """facts: title, chance, impact, measure, owner, and is_closed."""
    plain = {name: value for name, value in facts.items() if name != "is_closed"}
    refuse_changed(risk, plain, version=version, sentence=str(wording.CHANGED))
    risk.closed_at = (risk.closed_at or at) if facts.get("is_closed") else None
    _write(risk, plain)
    record("planproject.change_risk", by=by, at=at, on=risk, details={"weight": risk.weight})
    return risk


@transaction.atomic
def write_report(*, project: Project, words: str, by: Account, at: datetime) -> StatusReport:
    """Fix how the project stands today, with one's own words above it."""
    today = clock.day_of(at)
    if StatusReport.objects.filter(project=project, on=today).exists():
        raise NotPossibleNow(str(wording.REPORTED_TODAY))
    if not words.strip():
        raise NoReason(str(wording.NO_WORDS))
    title = str(wording.REPORT_TITLE).format(project=project, on=day_said(today))
    frozen = freeze(title=title, text=queries.status_text(project, words=words.strip(), today=today), at=at)
    report = StatusReport.objects.create(project=project, on=today, frozen=frozen, by=by)
    record("planproject.write_report", by=by, at=at, on=report, details={"sha256": frozen.sha256})
    return report
