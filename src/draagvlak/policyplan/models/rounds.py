"""Consultation rounds on a draft: what people said about it, and what was done with it.

Who took part stands apart from what was said. Without names nothing leads from one to the other: the keys are drawn by
lot, so that they hold no order, and a remark has no author, no moment and no day.

What this does not hold back: who reads the files of the database itself (on PostgreSQL the number of the transaction and the
place of a row) can still see which rows were written together.
"""

from datetime import date

from django.conf import settings
from django.db import models

from draagvlak.documents.models import FrozenText
from draagvlak.lib.keys import drawn_key
from draagvlak.policyplan.models.plan import Plan, Version
from draagvlak.policyplan.models.regulation import RegulationVersion
from draagvlak.policyplan.states import ConsultationState, FollowUp, RemarkKind
from draagvlak.staff.models import FunctionGroup, Site, Team
from draagvlak.stakeholders.models import Body
from draagvlak.tenancy.models import OrganisationOwned


class Consultation(OrganisationOwned):
    """A round: who may say something about which frozen text, from the first until the last day, both included.

    It is about a draft of the plan (plan, of_version) or of the regulation (regulation_version), never both. is_named: whether the group reads who wrote a remark; chosen before opening and never changed. closed_on: when it ended
    before its last day. version: counts every change in how remarks are bundled. results: participation as it was counted
    at the conclusion.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    of_version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    regulation_version = models.ForeignKey(
        RegulationVersion, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    document = models.ForeignKey(FrozenText, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=150)
    question = models.TextField()
    starts_on = models.DateField()
    ends_on = models.DateField()
    is_named = models.BooleanField()
    state = models.CharField(max_length=10, choices=ConsultationState, default=ConsultationState.OPENED)
    closed_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    conclusion = models.TextField(blank=True)
    concluded_at = models.DateTimeField(null=True, blank=True)
    results = models.JSONField(default=dict, blank=True)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="policyplan_a_round_ends_after_it_starts",
            ),
            models.UniqueConstraint(
                fields=["plan"],
                condition=models.Q(state=ConsultationState.OPENED),
                name="policyplan_one_round_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["organisation"],
                condition=models.Q(state=ConsultationState.OPENED, regulation_version__isnull=False),
                name="policyplan_one_round_on_the_regulation",
            ),
            models.CheckConstraint(
                condition=models.Q(plan__isnull=False, of_version__isnull=False, regulation_version=None)
                | models.Q(plan=None, of_version=None, regulation_version__isnull=False),
                name="policyplan_a_round_is_about_one_text",
            ),
            models.CheckConstraint(
                condition=models.Q(state=ConsultationState.OPENED, concluded_at=None)
                | models.Q(state=ConsultationState.CONCLUDED, concluded_at__isnull=False),
                name="policyplan_a_concluded_round_has_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_on_regulation(self) -> bool:
        return self.regulation_version_id is not None

    @property
    def draft(self) -> Version | RegulationVersion:
        """The version that people were asked about."""
        found = self.regulation_version or self.of_version
        if found is None:
            raise LookupError(self.pk)
        return found

    def takes_remarks(self, *, on: date) -> bool:
        """Whether one may write on a day: the first and the last day count, unless it was closed early."""
        return self.closed_on is None and self.starts_on <= on <= self.ends_on

    def is_over(self, *, on: date) -> bool:
        return self.closed_on is not None or on > self.ends_on


class Asked(OrganisationOwned):
    """A group that is asked: a function group, a team, a site or a body. Without any, everybody at work is asked."""

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="asked")
    function_group = models.ForeignKey(FunctionGroup, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.function_group or self.team or self.site or self.body)


class Participation(OrganisationOwned):
    """Somebody took part: wrote something, or said to have read it. It does not say which of the two, nor when."""

    id = models.BigAutoField(primary_key=True, default=drawn_key)
    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "account"], name="policyplan_one_takes_part_once")
        ]

    def __str__(self) -> str:
        return str(self.consultation)


class Bundle(OrganisationOwned):
    """What gets one answer: a remark alone, or several that say the same under one heading.

    because: why it is followed in part or not. section: where in the text one sees it: a key of `places_of` the round.
    """

    id = models.BigAutoField(primary_key=True, default=drawn_key)
    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="+")
    heading = models.CharField(max_length=150, blank=True)
    verdict = models.CharField(max_length=10, choices=FollowUp, blank=True)
    because = models.TextField(blank=True)
    section = models.CharField(max_length=24, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(verdict__in=["", FollowUp.FOLLOWED]) | ~models.Q(because=""),
                name="policyplan_what_is_not_followed_says_why",
            )
        ]

    def __str__(self) -> str:
        return self.heading or str(self.consultation)


class Remark(OrganisationOwned):
    """What was said about one passage of the frozen text; an empty passage is the text as a whole. Never removed.

    by and on: only in a round with names. behalf_of: for how many colleagues without an account, heard: how they were heard.
    """

    id = models.BigAutoField(primary_key=True, default=drawn_key)
    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="+")
    bundle = models.ForeignKey(Bundle, on_delete=models.PROTECT, related_name="remarks")
    passage = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=10, choices=RemarkKind)
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    on = models.DateField(null=True, blank=True)
    behalf_of = models.PositiveSmallIntegerField(default=0)
    heard = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(by=None, on=None) | models.Q(by__isnull=False, on__isnull=False),
                name="policyplan_a_remark_without_a_name_has_no_day",
            ),
            models.CheckConstraint(
                condition=models.Q(behalf_of=0) | ~models.Q(heard=""),
                name="policyplan_on_behalf_says_how_they_were_heard",
            ),
        ]

    def __str__(self) -> str:
        return str(self.consultation)
