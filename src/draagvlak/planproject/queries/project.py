from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.template.loader import render_to_string

from draagvlak.accounts.models import Account
from draagvlak.journal import queries as journal
from draagvlak.lib import clock
from draagvlak.planproject import wording
from draagvlak.planproject.models import Milestone, OpenPoint, Phase, Project, Risk, StatusReport
from draagvlak.planproject.queries.means import contacts_of, means_of
from draagvlak.staff import queries as staff
from draagvlak.stakeholders.models import Role, Seat
from draagvlak.stakeholders.states import BodyKind, RoleKind


@dataclass(frozen=True)
class Stretch:
    """A phase on a day: how it stands (done, busy, open or late) and its milestones, each with how it stands."""

    phase: Phase
    state: str
    milestones: tuple[tuple[Milestone, str], ...]

    @property
    def late(self) -> int:
        return sum(state == "late" for _milestone, state in self.milestones) + (self.state == "late")


def stretches_of(project: Project, *, today: date) -> list[Stretch]:
    """The phases in their order, each with its milestones; two statements."""
    phases = Phase.objects.filter(project=project).prefetch_related(
        Prefetch("milestones", queryset=Milestone.objects.order_by("due_on", "pk"))
    )
    return [Stretch(phase, _state_of_phase(phase, today), tuple(_milestones(phase, today))) for phase in phases]


def _state_of_phase(phase: Phase, today: date) -> str:
    if phase.done_at is not None:
        return "done"
    if phase.ends_on < today:
        return "late"
    return "busy" if phase.starts_on <= today else "open"


def _milestones(phase: Phase, today: date) -> Iterator[tuple[Milestone, str]]:
    for milestone in phase.milestones.all():
        is_late = milestone.due_on < today
        yield milestone, "done" if milestone.done_at is not None else "late" if is_late else "open"


def late_milestones(project: Project, *, today: date) -> QuerySet[Milestone]:
    return Milestone.objects.filter(phase__project=project, done_at=None, due_on__lt=today)


def points_of(project: Project) -> QuerySet[OpenPoint]:
    """Open points first, then those that were closed."""
    return OpenPoint.objects.filter(project=project).select_related("owner").order_by("closed_at", "due_on", "pk")


def open_points_of(account: Account, project: Project) -> QuerySet[OpenPoint]:
    return OpenPoint.objects.filter(project=project, owner=account, closed_at=None)


def risks_of(project: Project) -> list[Risk]:
    """Open ones first, the heaviest on top: chance times impact."""
    found = Risk.objects.filter(project=project).select_related("owner")
    return sorted(found, key=lambda risk: (risk.closed_at is not None, -risk.weight, -risk.impact, risk.pk))


def reports_of(project: Project) -> QuerySet[StatusReport]:
    return StatusReport.objects.filter(project=project).select_related("by")


def possible_sponsors(*, on: date) -> QuerySet[Account]:
    """Who holds management or sits on the board: only they can promise goals, means and time (row A1.3)."""
    managers = Role.objects.filter(staff.in_force(on), kind=RoleKind.MANAGEMENT).values("holder")
    board = Seat.objects.filter(
        staff.in_force(on), body__kind=BodyKind.BOARD, body__ends_on=None, holder__isnull=False
    ).values("holder")
    return Account.objects.filter(Q(pk__in=managers) | Q(pk__in=board)).order_by("name")


def sponsor_since(project: Project) -> date | None:
    """The day on which this sponsor was named; None without one. The same person named again does not count anew."""
    if project.sponsor is None:
        return None
    acts = journal.records().filter(act="planproject.name_sponsor", subject_type="planproject.Project")
    since = None
    for act in acts.filter(subject_id=str(project.pk)):
        if act.details.get("sponsor") != project.sponsor.email:
            break
        since = clock.day_of(act.at)
    return since


def _whole(project: Project, *, today: date) -> dict[str, Any]:
    return {
        "project": project,
        "stretches": stretches_of(project, today=today),
        "means": means_of(project, today=today),
        "contacts": list(contacts_of(project)),
        "points": [point for point in points_of(project) if point.closed_at is None],
        "today": today,
        "names": wording.MEANS,
        "warnings": wording.WARNINGS,
    }


def text_to_confirm(project: Project, *, today: date) -> str:
    """The goals, the means and the time as the sponsor confirms them, as rich text."""
    return render_to_string("planproject/frozen/confirmation.html", _whole(project, today=today)).strip()


def status_text(project: Project, *, words: str, today: date) -> str:
    """How the project stands on a day, with the words of who reports, as rich text."""
    whole = {
        **_whole(project, today=today),
        "words": words,
        "risks": [r for r in risks_of(project) if r.closed_at is None],
    }
    return render_to_string("planproject/frozen/status.html", whole).strip()
