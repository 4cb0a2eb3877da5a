"""A negotiation towards a collective agreement: its parties, the texts of each clause, and who agreed to which (row B5.4)."""

from django.conf import settings
from django.db import models

from draagvlak.documents.models import FrozenText
from draagvlak.meetings.models import Meeting
from draagvlak.policyplan.states import SPEAKING_SIDES, AgreementLevel, NegotiationState, TableSide
from draagvlak.policyplan.wording.negotiation import NEGOTIATION_NAME
from draagvlak.stakeholders.models import Body
from draagvlak.tenancy.models import OrganisationOwned

SPEAKS = models.Q(side__in=SPEAKING_SIDES)


class Negotiation(OrganisationOwned):
    """Employer and delegation talk about an agreement. Only they, and who they ask by name, see it.

    body: the union delegation. aim_on: by when they want to be ready. Its name is a number: the journal is read by more people
    than the table.
    """

    number = models.PositiveIntegerField()
    subject = models.CharField(max_length=150)
    level = models.CharField(max_length=10, choices=AgreementLevel, default=AgreementLevel.COMPANY)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    aim_on = models.DateField()
    state = models.CharField(max_length=10, choices=NegotiationState, default=NegotiationState.RUNNING)
    why_stopped = models.CharField(max_length=500, blank=True)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="policyplan_negotiations_are_numbered"),
            models.CheckConstraint(
                condition=models.Q(state=NegotiationState.RUNNING, closed_at=None)
                | ~models.Q(state=NegotiationState.RUNNING) & models.Q(closed_at__isnull=False),
                name="policyplan_a_closed_negotiation_has_a_moment",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=NegotiationState.STOPPED) | ~models.Q(why_stopped=""),
                name="policyplan_a_stopped_negotiation_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return str(NEGOTIATION_NAME).format(number=self.number)


class AtTheTable(OrganisationOwned):
    """Somebody who was asked by name. Management and delegation sit there by their role and seat, and have no row.

    added_for: the side that asked. left_at: from when he sees nothing any more.
    """

    negotiation = models.ForeignKey(Negotiation, on_delete=models.PROTECT, related_name="people")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=10, choices=TableSide)
    added_for = models.CharField(max_length=10, choices=TableSide)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["negotiation", "account"],
                condition=models.Q(left_at=None),
                name="policyplan_one_sits_at_the_table_once",
            )
        ]

    def __str__(self) -> str:
        return str(self.account)


class Clause(OrganisationOwned):
    """A point that they talk about. Its words stand in its texts. withdrawn: no longer asked, until there is a new text."""

    negotiation = models.ForeignKey(Negotiation, on_delete=models.PROTECT, related_name="clauses")
    number = models.PositiveIntegerField()
    side = models.CharField(max_length=10, choices=TableSide)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    why_withdrawn = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["negotiation", "number"], name="policyplan_clauses_are_numbered"),
            models.CheckConstraint(condition=SPEAKS, name="policyplan_a_clause_comes_from_a_side"),
        ]

    def __str__(self) -> str:
        return f"{self.negotiation}, {self.number}"


class ClauseText(OrganisationOwned):
    """One proposal for a clause, for good. sha256: the seal of title and text together, to which people agree."""

    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, related_name="texts")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=150)
    body = models.TextField()
    sha256 = models.CharField(max_length=64)
    because = models.CharField(max_length=1000, blank=True)
    side = models.CharField(max_length=10, choices=TableSide)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["clause", "number"], name="policyplan_texts_of_a_clause_are_numbered"),
            models.CheckConstraint(condition=SPEAKS, name="policyplan_a_text_comes_from_a_side"),
        ]

    def __str__(self) -> str:
        return f"{self.clause}, {self.number}"


class ClauseConsent(OrganisationOwned):
    """A side agrees to exactly one text. A next text has consents of its own."""

    text = models.ForeignKey(ClauseText, on_delete=models.PROTECT, related_name="consents")
    side = models.CharField(max_length=10, choices=TableSide)
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["text", "side"], name="policyplan_a_side_agrees_once_to_a_text"),
            models.UniqueConstraint(fields=["text", "by"], name="policyplan_nobody_agrees_for_both_sides"),
            models.CheckConstraint(condition=SPEAKS, name="policyplan_a_consent_comes_from_a_side"),
        ]

    def __str__(self) -> str:
        return f"{self.text}: {self.side}"


class TalkNote(OrganisationOwned):
    """What they talked about on a day, in plain words, or a meeting where it was minuted."""

    negotiation = models.ForeignKey(Negotiation, on_delete=models.PROTECT, related_name="talks")
    met_on = models.DateField()
    text = models.TextField(blank=True)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-met_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(text="") | models.Q(meeting__isnull=False),
                name="policyplan_a_talk_says_something",
            )
        ]

    def __str__(self) -> str:
        return f"{self.negotiation}, {self.met_on}"


class NegotiationVersion(OrganisationOwned):
    """Every clause as it stood at one moment, frozen and numbered."""

    negotiation = models.ForeignKey(Negotiation, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    document = models.ForeignKey(FrozenText, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=300, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["negotiation", "number"], name="policyplan_versions_of_a_negotiation_are_numbered"
            )
        ]

    def __str__(self) -> str:
        return f"{self.negotiation}, {self.number}"
