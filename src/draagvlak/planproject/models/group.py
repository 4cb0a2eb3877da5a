from datetime import date

from django.conf import settings
from django.db import models

from draagvlak.planproject.states import CandidacyState, GroupState, SpeaksFor
from draagvlak.staff.models import StaffMember
from draagvlak.tenancy.models import OrganisationOwned


class Project(OrganisationOwned):
    """Making, or remaking, a policy plan as a project. no_group_reason: the motivated choice for no group (row A2.1)."""

    title = models.CharField(max_length=150)
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    assignment = models.TextField()
    no_group_reason = models.TextField(blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_year__gte=models.F("first_year")), name="planproject_last_year_follows_first"
            )
        ]

    def __str__(self) -> str:
        return self.title


class Call(OrganisationOwned):
    """A call for candidates, open from its first day to its last day included."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="calls")
    title = models.CharField(max_length=150)
    task = models.TextField()
    seats = models.PositiveSmallIntegerField()
    opens_on = models.DateField()
    closes_on = models.DateField()
    answer_by = models.DateField()
    closed_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closes_on__gte=models.F("opens_on")),
                name="planproject_a_call_opens_before_it_closes",
            ),
            models.CheckConstraint(condition=models.Q(seats__gte=1), name="planproject_a_call_has_a_seat"),
        ]

    def __str__(self) -> str:
        return self.title

    def is_open(self, *, on: date) -> bool:
        """Whether one may stand on a day: from its first to its last day, unless it was closed before."""
        return self.closed_at is None and self.decided_at is None and self.opens_on <= on <= self.closes_on

    def is_over(self, *, on: date) -> bool:
        """Whether nobody can stand any more, so that the candidates can be weighed."""
        return self.closed_at is not None or self.closes_on < on


class Candidacy(OrganisationOwned):
    """Somebody wants to sit in the working group (form of domain facts 1.8.1)."""

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="candidacies")
    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")
    motivation = models.TextField()
    experience = models.TextField(blank=True)
    wanted_roles = models.JSONField(default=list, blank=True)
    half_days_per_month = models.PositiveSmallIntegerField(default=1)
    moments = models.JSONField(default=list, blank=True)
    speaks_for = models.CharField(max_length=12, choices=SpeaksFor, default=SpeaksFor.SELF)
    needs = models.TextField(blank=True)
    supervisor_informed = models.BooleanField(default=False)
    supervisor_remark = models.TextField(blank=True)
    may_publish_name = models.BooleanField(default=False)
    state = models.CharField(max_length=12, choices=CandidacyState, default=CandidacyState.SUBMITTED)
    reason = models.TextField(blank=True)
    submitted_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["submitted_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["call", "member"],
                condition=~models.Q(state=CandidacyState.WITHDRAWN),
                name="planproject_one_candidacy_per_person_and_call",
            )
        ]

    def __str__(self) -> str:
        return f"{self.member}, {self.call}"


class WorkingGroup(OrganisationOwned):
    """The group. comparison: how it looked beside the staff on the day it was composed; reason: why a voice is missing."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="groups")
    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    mandate = models.TextField(blank=True)
    is_whole_team = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=GroupState, default=GroupState.COMPOSED)
    reason = models.TextField(blank=True)
    comparison = models.JSONField(default=dict)
    composed_at = models.DateTimeField()
    composed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project"],
                condition=models.Q(state=GroupState.COMPOSED),
                name="planproject_one_group_per_project",
            )
        ]

    def __str__(self) -> str:
        return str(self.project)


class GroupSeat(OrganisationOwned):
    """A seat in the working group; vacated when somebody leaves, never removed."""

    group = models.ForeignKey(WorkingGroup, on_delete=models.PROTECT, related_name="seats")
    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")
    speaks_for = models.CharField(max_length=12, choices=SpeaksFor, default=SpeaksFor.SELF)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "member"],
                condition=models.Q(ends_on=None),
                name="planproject_one_seat_per_person_in_a_group",
            )
        ]

    def __str__(self) -> str:
        return str(self.member)
