from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce
from django_scopes import ScopedManager

from draagvlak.lib import clock
from draagvlak.tenancy.models import Organisation


class Record(models.Model):
    """One act. Never changed, never removed: triggers in the database refuse it on both engines.

    organisation: empty for acts on an account itself. seal: SHA-256 of this record and the seal before it.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    by_name = models.CharField(max_length=150)
    act = models.CharField(max_length=60)
    subject_type = models.CharField(max_length=60, blank=True)
    subject_id = models.CharField(max_length=40, blank=True)
    subject_name = models.CharField(max_length=250, blank=True)
    details = models.JSONField(default=dict, blank=True)
    previous = models.CharField(max_length=64)
    seal = models.CharField(max_length=64)

    objects = ScopedManager(organisation="organisation")

    class Meta:
        ordering = ["-number"]
        # Coalesce, because an empty organisation is one chain too and NULLs would all be different.
        constraints = [
            models.UniqueConstraint(Coalesce("organisation", 0), "number", name="journal_numbers_follow_each_other")
        ]
        indexes = [models.Index(fields=["organisation", "subject_type", "subject_id"], name="journal_by_subject")]

    def __str__(self) -> str:
        return f"{self.number}. {self.by_name} {self.act}"

    @property
    def is_of_a_day(self) -> bool:
        """Whether the day alone was told, because the moment would say who it was."""
        return self.by_id is None and self.at == clock.start_of(clock.day_of(self.at))


class Head(models.Model):
    """The last seal of an organisation's journal: one row each, locked while a record is added."""

    organisation = models.OneToOneField(Organisation, on_delete=models.PROTECT, related_name="+", null=True)
    count = models.PositiveIntegerField(default=0)
    seal = models.CharField(max_length=64, default="0" * 64)

    class Meta:
        constraints = [models.UniqueConstraint(Coalesce("organisation", 0), name="journal_one_head_per_chain")]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.count}"
