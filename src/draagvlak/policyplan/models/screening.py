"""What can change the personnel policy, put before the body that speaks for the workers (row B5.2)."""

from django.conf import settings
from django.db import models

from draagvlak.decisions.models import Dossier
from draagvlak.meetings.models import Matter
from draagvlak.policyplan.models.plan import FrameworkItem, Version
from draagvlak.policyplan.models.regulation import RegulationVersion
from draagvlak.policyplan.states import ScreeningAbout, ScreeningOutcome, ScreeningState
from draagvlak.stakeholders.models import Body
from draagvlak.tenancy.models import OrganisationOwned


class Screening(OrganisationOwned):
    """One change with its information note, and what the body said on it.

    what, for_whom, from_when, effect, means: the note. asked_why: why a body asked for it, where nobody had flagged it.
    readable_on: the day since which the note as it stands lies with the body. not_before: the first day on which the body can
    speak on it. outcome_on: the day it did. dossier: in which it gives its advice, where it wants to.
    """

    about = models.CharField(max_length=12, choices=ScreeningAbout)
    plan_version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    regulation_version = models.ForeignKey(
        RegulationVersion, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    item = models.ForeignKey(FrameworkItem, on_delete=models.SET_NULL, related_name="+", null=True, blank=True)
    title = models.CharField(max_length=200)
    what = models.TextField(blank=True)
    for_whom = models.CharField(max_length=300, blank=True)
    from_when = models.CharField(max_length=150, blank=True)
    effect = models.TextField(blank=True)
    means = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=ScreeningState)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    matter = models.OneToOneField(Matter, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    asked_why = models.TextField(blank=True)
    asked_on = models.DateField()
    told_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    readable_on = models.DateField(null=True, blank=True)
    not_before = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=ScreeningOutcome, blank=True)
    outcome_text = models.TextField(blank=True)
    outcome_on = models.DateField(null=True, blank=True)
    outcome_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    withdrawn_why = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-asked_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=ScreeningState.SCREENED, outcome_on__isnull=False) & ~models.Q(outcome="")
                | ~models.Q(state=ScreeningState.SCREENED) & models.Q(outcome="", outcome_on=None),
                name="policyplan_only_what_is_screened_has_an_outcome",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=[ScreeningState.LYING, ScreeningState.SCREENED])
                | models.Q(readable_on__isnull=False) & ~models.Q(what=""),
                name="policyplan_what_lies_before_a_body_has_a_note",
            ),
        ]

    def __str__(self) -> str:
        return self.title
