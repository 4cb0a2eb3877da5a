from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils.translation import pgettext

from draagvlak.decisions.models import Dossier
from draagvlak.decisions.states import DossierState
from draagvlak.documents.models import FrozenText
from draagvlak.policyplan.states import VersionState
from draagvlak.tenancy.models import OrganisationOwned


class DecidedVersion(OrganisationOwned):
    """One state of a text that the bodies decide on: written, submitted, adopted or set aside. Frozen once it is submitted.

    document: the exact text that the bodies were shown. dossier: in which it was, or is, decided. why, effect: of an adjustment,
    the reason and what changes by it, for whom (row B2.8).
    """

    number = models.PositiveIntegerField()
    state = models.CharField(max_length=12, choices=VersionState, default=VersionState.DRAFT)
    document = models.ForeignKey(FrozenText, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    why = models.CharField(max_length=300, blank=True)
    # It came later, in tables on which guards rest: what may be empty SQLite adds without making the table anew.
    effect = models.CharField(max_length=500, blank=True, null=True)  # noqa: DJ001
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    adopted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def state_said(self) -> str:
        """Its state in words. That its dossier was stopped is no vote against it."""
        if self.state == VersionState.SET_ASIDE and self.dossier and self.dossier.state == DossierState.WITHDRAWN:
            return pgettext("versie", "stopgezet")
        return str(self.get_state_display())

    @property
    def since(self) -> datetime | None:
        """When it came into its state; None where another version took its place."""
        if self.state == VersionState.ADOPTED:
            return self.adopted_at
        if self.state == VersionState.SUBMITTED and self.dossier:
            return self.dossier.opened_at
        if self.state == VersionState.SET_ASIDE and self.dossier:
            return self.dossier.settled_at
        return self.made_at if self.state == VersionState.DRAFT else None
