"""The history of a plan's text: every saving, what somebody read of it, and who is writing now."""

from django.conf import settings
from django.db import models

from draagvlak.policyplan.models.plan import Plan
from draagvlak.policyplan.states import RevisionKind
from draagvlak.tenancy.models import OrganisationOwned


class Revision(OrganisationOwned):
    """A saving of a part of the plan, kept for good: triggers in the database refuse every change.

    part: the key of a section, or "doel-" with the number of a goal. number: the revision that the part got. base: the one it was
    written upon, 0 for the first. body: the text. values: of a goal, its facts in words. in_version: the number of the version in
    which it was written. by: nobody, when it stood there before savings were kept and nobody had written yet.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=24)
    number = models.PositiveIntegerField()
    base = models.PositiveIntegerField(default=0)
    kind = models.CharField(max_length=10, choices=RevisionKind, default=RevisionKind.WRITTEN)
    body = models.TextField(blank=True)
    values = models.JSONField(default=dict, blank=True)
    in_version = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "part", "number"], name="policyplan_a_revision_is_kept_once")
        ]

    def __str__(self) -> str:
        return f"{self.part}, {self.number}"


class PlanReading(OrganisationOwned):
    """What somebody last saw of a plan. Shown to nobody but himself, and not in the journal.

    seen: part → revision. read_at: when he said that he had read it all; nothing when he only wrote.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    seen = models.JSONField(default=dict)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "account"], name="policyplan_a_plan_is_read_once_by_each")
        ]

    def __str__(self) -> str:
        return str(self.plan)


class Presence(OrganisationOwned):
    """Somebody has the writing page of a part open, or had it minutes ago. One row per person and part; it says nothing later."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=24)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "part", "account"], name="policyplan_one_is_present_once")
        ]

    def __str__(self) -> str:
        return self.part
