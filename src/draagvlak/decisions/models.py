from django.conf import settings
from django.db import models

from draagvlak.decisions.states import DossierKind, DossierState, Strength
from draagvlak.documents.models import FrozenText
from draagvlak.meetings.models import Matter
from draagvlak.stakeholders.models import Body
from draagvlak.tenancy.models import OrganisationOwned


class Mandate(OrganisationOwned):
    """A body speaks on a kind of dossier with a strength, within a term, on a ground; from a day until a day.

    term_days: calendar days, the day of sending not counted.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=24, choices=DossierKind)
    strength = models.CharField(max_length=12, choices=Strength)
    term_days = models.PositiveSmallIntegerField()
    ground = models.CharField(max_length=300)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "body", "kind"],
                condition=models.Q(ends_on=None),
                name="decisions_one_mandate_per_body_and_kind",
            )
        ]

    def __str__(self) -> str:
        return f"{self.body}: {self.get_strength_display()}"


class Dossier(OrganisationOwned):
    """One question put to the bodies, bound to one exact text."""

    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=24, choices=DossierKind)
    title = models.CharField(max_length=250)
    document = models.ForeignKey(FrozenText, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=DossierState, default=DossierState.OPEN)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="decisions_dossiers_are_numbered"),
            models.CheckConstraint(
                condition=models.Q(state=DossierState.OPEN, settled_at=None)
                | ~models.Q(state=DossierState.OPEN) & models.Q(settled_at__isnull=False),
                name="decisions_an_ended_dossier_has_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"


class Part(OrganisationOwned):
    """A body's part in one dossier: the mandate as it stood when the dossier was opened. matter: the point for its agenda."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="parts")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    strength = models.CharField(max_length=12, choices=Strength)
    due_on = models.DateField()
    ground = models.CharField(max_length=300)
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["dossier", "body"], name="decisions_a_body_has_one_part")]

    def __str__(self) -> str:
        return f"{self.body}: {self.get_strength_display()}"


class Entry(OrganisationOwned):
    """A link of a dossier's chain. Append-only on both engines; `seal` covers every other value and the seal before it."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    act = models.CharField(max_length=20)
    at = models.CharField(max_length=40)
    by = models.JSONField()
    content = models.JSONField()
    previous = models.CharField(max_length=64)
    seal = models.CharField(max_length=64)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "number"], name="decisions_entries_follow_each_other")
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id}.{self.number} {self.act}"
