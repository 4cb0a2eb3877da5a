"""What a body sets itself to do (row B5.11). Nobody reads it but who sits in that body."""

from django.conf import settings
from django.db import models

from draagvlak.stakeholders.models.organisation import Body, Seat
from draagvlak.tenancy.models import OrganisationOwned


class BodyTask(OrganisationOwned):
    """A task of a body. seat: who of the body does it, empty while nobody does."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=250)
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    done_on = models.DateField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    note = models.CharField(max_length=500, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = [models.F("due_on").asc(nulls_last=True), "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(done_on=None, done_by=None) | models.Q(done_on__isnull=False, done_by__isnull=False),
                name="stakeholders_a_task_is_done_by_somebody",
            )
        ]

    def __str__(self) -> str:
        """For the journal, which many read: never what it is."""
        return self.body.name
