"""A signed collective agreement: what was signed, by whom, where it was filed, and whether its clauses are kept (row B5.4)."""

from django.conf import settings
from django.db import models

from draagvlak.documents.models import StoredFile
from draagvlak.policyplan.models.negotiation import Negotiation, NegotiationVersion
from draagvlak.policyplan.models.plan import FrameworkItem
from draagvlak.policyplan.states import AgreementEnding, AgreementLevel, RuleKey, TableSide
from draagvlak.tenancy.models import OrganisationOwned


class Agreement(OrganisationOwned):
    """What both sides signed; for everybody to read. Never changed: filing, files and end are rows of their own.

    ends_on: the last day of a fixed duration. notice_months: of an indefinite one. One of both.
    """

    negotiation = models.OneToOneField(Negotiation, on_delete=models.PROTECT, related_name="+")
    of_version = models.ForeignKey(NegotiationVersion, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=150)
    level = models.CharField(max_length=10, choices=AgreementLevel)
    signed_on = models.DateField()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    notice_months = models.PositiveSmallIntegerField(null=True, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["-signed_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=False, notice_months=None)
                | models.Q(ends_on=None, notice_months__isnull=False),
                name="policyplan_an_agreement_is_fixed_or_has_notice",
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(ends_on__gte=models.F("starts_on")),
                name="policyplan_an_agreement_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return self.subject


class Signer(OrganisationOwned):
    """Who signed, by name as on the paper: he may have no account here."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="signers")
    side = models.CharField(max_length=10, choices=TableSide)
    name = models.CharField(max_length=150)
    signed_on = models.DateField()

    class Meta:
        ordering = ["side", "pk"]

    def __str__(self) -> str:
        return self.name


class AgreementClause(OrganisationOwned):
    """A clause as it was signed."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="clauses")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=150)
    body = models.TextField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "number"], name="policyplan_signed_clauses_are_numbered")
        ]

    def __str__(self) -> str:
        return self.title


class Filing(OrganisationOwned):
    """Deposited on a day. The registration number comes later, as a row of its own; the last row counts."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="filings")
    filed_on = models.DateField()
    registration = models.CharField(max_length=60, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.registration or str(self.filed_on)


class AgreementFile(OrganisationOwned):
    """The signed paper, as it was scanned."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="files")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.file)


class AgreementEnd(OrganisationOwned):
    """It ends: how, on which last day, and why."""

    agreement = models.OneToOneField(Agreement, on_delete=models.PROTECT, related_name="end")
    kind = models.CharField(max_length=10, choices=AgreementEnding)
    last_day = models.DateField()
    because = models.CharField(max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.agreement}: {self.last_day}"


class Watch(OrganisationOwned):
    """Who follows something of an agreement up. Without a clause: the agreement as a whole, its deposit.

    item, rule: what of the framework and of the regulation the clause is about. check_on: the day of the next yearly check.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="watches")
    clause = models.OneToOneField(
        AgreementClause, on_delete=models.PROTECT, related_name="watch", null=True, blank=True
    )
    follower = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey(FrameworkItem, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    rule = models.CharField(max_length=24, choices=RuleKey, blank=True)
    check_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement"],
                condition=models.Q(clause=None),
                name="policyplan_one_follows_an_agreement_up",
            ),
            models.CheckConstraint(
                condition=models.Q(clause=None, item=None, rule="", check_on=None)
                | models.Q(clause__isnull=False, check_on__isnull=False),
                name="policyplan_a_watched_clause_has_a_day",
            ),
        ]

    def __str__(self) -> str:
        return str(self.clause or self.agreement)


class ClauseCheck(OrganisationOwned):
    """On a day somebody looked whether a clause is kept."""

    clause = models.ForeignKey(AgreementClause, on_delete=models.PROTECT, related_name="checks")
    on = models.DateField()
    is_kept = models.BooleanField()
    note = models.CharField(max_length=1000, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_kept=True) | ~models.Q(note=""), name="policyplan_not_kept_has_a_note"
            )
        ]

    def __str__(self) -> str:
        return f"{self.clause}, {self.on}"
