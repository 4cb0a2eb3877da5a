from django.conf import settings
from django.db import models

from draagvlak.documents.models import StoredFile
from draagvlak.planproject.models.group import Project
from draagvlak.stakeholders.models import Partner
from draagvlak.tenancy.models import OrganisationOwned


class PartnerAid(OrganisationOwned):
    """The aid for an external partner as it was filled in, and what was decided with it (rows A7.1 and A7.2).

    answers: question → 0 to 3; the score follows from them. is_wanted: what the organisation decided, with its reason.
    """

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="aids")
    answers = models.JSONField()
    remark = models.TextField(blank=True)
    weighed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    weighed_at = models.DateTimeField()
    is_wanted = models.BooleanField(null=True)
    reason = models.TextField(blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-weighed_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_wanted=None) | (models.Q(decided_at__isnull=False) & ~models.Q(reason="")),
                name="planproject_a_partner_is_decided_on_with_a_reason",
            )
        ]

    def __str__(self) -> str:
        return str(self.project)


class Assignment(OrganisationOwned):
    """What a partner does for us. received_on: the day the result was there; then its guests have no access any more."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="assignments")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=150)
    question = models.TextField()
    deliverable = models.TextField()
    starts_on = models.DateField()
    ends_on = models.DateField()
    half_days = models.DecimalField(max_digits=6, decimal_places=2, default=0)
    cost = models.DecimalField(max_digits=10, decimal_places=2, default=0)
    received_on = models.DateField(null=True, blank=True)
    verdict = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="planproject_an_assignment_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return self.title


class AssignmentFile(OrganisationOwned):
    """A paper put with an assignment, by us or by the partner."""

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="files")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    taken_away_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.file)


class AssignmentGuest(OrganisationOwned):
    """Somebody of the partner who enters the page of one assignment, until that is ended (row B0.2)."""

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="guests")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "account"],
                condition=models.Q(ended_at=None),
                name="planproject_one_guest_access_per_assignment",
            )
        ]

    def __str__(self) -> str:
        return f"{self.account}, {self.assignment}"


class AssignmentMessage(OrganisationOwned):
    """A message between us and the partner about an assignment."""

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="messages")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return str(self.assignment)
