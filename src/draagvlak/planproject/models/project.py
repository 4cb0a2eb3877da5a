from django.conf import settings
from django.db import models

from draagvlak.documents.models import FrozenText
from draagvlak.planproject.models.group import Project
from draagvlak.planproject.states import Degree, PhaseKey
from draagvlak.tenancy.models import OrganisationOwned


class Phase(OrganisationOwned):
    """A stretch of the project. key: one of the proposed phases, empty for an own one."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="phases")
    key = models.CharField(max_length=12, choices=PhaseKey, blank=True)
    name = models.CharField(max_length=120)
    starts_on = models.DateField()
    ends_on = models.DateField()
    done_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["starts_on", "ends_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="planproject_a_phase_ends_after_it_starts"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Milestone(OrganisationOwned):
    """Something that must be there on a day."""

    phase = models.ForeignKey(Phase, on_delete=models.PROTECT, related_name="milestones")
    title = models.CharField(max_length=200)
    due_on = models.DateField()
    done_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return self.title


class Risk(OrganisationOwned):
    """What could go wrong, and what we do about it."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="risks")
    title = models.CharField(max_length=200)
    chance = models.PositiveSmallIntegerField(choices=Degree)
    impact = models.PositiveSmallIntegerField(choices=Degree)
    measure = models.TextField(blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def weight(self) -> int:
        """Chance times impact, 1 to 9."""
        return self.chance * self.impact


class OpenPoint(OrganisationOwned):
    """Something that still has to be cleared up for the sponsor (row A1.3)."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="points")
    what = models.CharField(max_length=300)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    closed_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)

    class Meta:
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return self.what[:80]


class StatusReport(OrganisationOwned):
    """How the project stood on a day, fixed with the words of who reported."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="reports")
    on = models.DateField()
    frozen = models.ForeignKey(FrozenText, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [models.UniqueConstraint(fields=["project", "on"], name="planproject_one_report_a_day")]

    def __str__(self) -> str:
        return f"{self.project} {self.on}"
