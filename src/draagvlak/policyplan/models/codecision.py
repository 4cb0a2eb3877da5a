"""Deciding together: a proposal in lines, what each seat said about each line, and what became of it (row B3.4)."""

from datetime import date
from decimal import Decimal

from django.conf import settings
from django.db import models

from draagvlak.policyplan.models.regulation import RegulationVersion
from draagvlak.policyplan.states import BudgetCategory, CodecisionState, LineKind, LineVerdict, Stand
from draagvlak.staff.models import StaffMember
from draagvlak.stakeholders.models import Body
from draagvlak.stakeholders.states import RoleKind
from draagvlak.tenancy.models import OrganisationOwned


class Codecision(OrganisationOwned):
    """A round on a proposal. ends_on: the last day, included. is_open: everybody who is asked sees at once what the others
    say; else only after the last day. Chosen before opening and never changed. results: as they were counted at the end.
    """

    title = models.CharField(max_length=150)
    question = models.TextField()
    ends_on = models.DateField()
    is_open = models.BooleanField(default=True)
    state = models.CharField(max_length=10, choices=CodecisionState, default=CodecisionState.DRAFT)
    closed_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    conclusion = models.TextField(blank=True)
    results = models.JSONField(default=dict, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)
    concluded_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=CodecisionState.DRAFT, opened_at=None)
                | ~models.Q(state=CodecisionState.DRAFT) & models.Q(opened_at__isnull=False),
                name="policyplan_an_opened_codecision_has_a_moment",
            ),
            models.CheckConstraint(
                condition=models.Q(state=CodecisionState.CONCLUDED, concluded_at__isnull=False)
                | ~models.Q(state=CodecisionState.CONCLUDED) & models.Q(concluded_at=None),
                name="policyplan_a_concluded_codecision_has_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def takes_voices(self, *, on: date) -> bool:
        return self.state == CodecisionState.OPENED and on <= self.ends_on

    def is_over(self, *, on: date) -> bool:
        """Whether the lines can be concluded: it was closed, or its last day passed."""
        return self.state == CodecisionState.CLOSED or (self.state == CodecisionState.OPENED and on > self.ends_on)


class CodecisionGroup(OrganisationOwned):
    """A body, or everybody with a role, whose seats are asked. name: as it was called when the round was opened."""

    codecision = models.ForeignKey(Codecision, on_delete=models.PROTECT, related_name="groups")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    role = models.CharField(max_length=24, choices=RoleKind, blank=True)
    name = models.CharField(max_length=120)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(body=None) & ~models.Q(role="") | models.Q(body__isnull=False, role=""),
                name="policyplan_a_group_is_a_body_or_a_role",
            ),
            models.UniqueConstraint(
                fields=["codecision", "body"],
                condition=models.Q(body__isnull=False),
                name="policyplan_a_body_is_asked_once",
            ),
            models.UniqueConstraint(
                fields=["codecision", "role"], condition=~models.Q(role=""), name="policyplan_a_role_is_asked_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class CodecisionPerson(OrganisationOwned):
    """Somebody who is asked, fixed at the opening. account: empty for who has none and answers on paper."""

    codecision = models.ForeignKey(Codecision, on_delete=models.PROTECT, related_name="people")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    name = models.CharField(max_length=170)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["codecision", "account"], name="policyplan_one_is_asked_once"),
            models.CheckConstraint(
                condition=models.Q(account__isnull=False) | models.Q(member__isnull=False),
                name="policyplan_who_is_asked_is_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class CodecisionSeat(OrganisationOwned):
    """For which group somebody speaks; one who sits in two is counted in both, and speaks once."""

    person = models.ForeignKey(CodecisionPerson, on_delete=models.PROTECT, related_name="seats")
    group = models.ForeignKey(CodecisionGroup, on_delete=models.PROTECT, related_name="seats")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["person", "group"], name="policyplan_one_sits_once_in_a_group")]

    def __str__(self) -> str:
        return f"{self.person}, {self.group}"


class Line(OrganisationOwned):
    """One thing to decide on. article: the key of the article, the same in every version; old_text and new_text: as they stood
    when the line was made. amount: in euro, of a budget line. version: counts every saving while the round is prepared."""

    codecision = models.ForeignKey(Codecision, on_delete=models.PROTECT, related_name="lines")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=LineKind)
    title = models.CharField(max_length=200)
    article = models.PositiveIntegerField(null=True, blank=True)
    old_text = models.TextField(blank=True)
    new_text = models.TextField(blank=True)
    category = models.CharField(max_length=20, choices=BudgetCategory, blank=True)
    amount = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["codecision", "number"], name="policyplan_lines_are_numbered"),
            models.CheckConstraint(
                condition=models.Q(kind=LineKind.BUDGET, amount__gte=Decimal(0)) & ~models.Q(category="")
                | ~models.Q(kind=LineKind.BUDGET) & models.Q(amount=None, category=""),
                name="policyplan_a_budget_line_has_an_amount",
            ),
            models.CheckConstraint(
                condition=models.Q(kind=LineKind.ARTICLE, article__isnull=False)
                | ~models.Q(kind=LineKind.ARTICLE) & models.Q(article=None),
                name="policyplan_an_article_line_names_its_article",
            ),
            models.UniqueConstraint(
                fields=["codecision", "article"],
                condition=models.Q(article__isnull=False),
                name="policyplan_an_article_is_asked_once_a_round",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"


class LineVoice(OrganisationOwned):
    """What somebody says about a line; it can change until the last day. entered_by: who noted it from paper."""

    line = models.ForeignKey(Line, on_delete=models.PROTECT, related_name="voices")
    person = models.ForeignKey(CodecisionPerson, on_delete=models.PROTECT, related_name="voices")
    stand = models.CharField(max_length=12, choices=Stand)
    because = models.TextField(blank=True)
    remark = models.TextField(blank=True)
    said_at = models.DateTimeField()
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["line", "person"], name="policyplan_one_speaks_once_on_a_line"),
            models.CheckConstraint(
                condition=models.Q(stand__in=[Stand.AGREED, Stand.NONE]) | ~models.Q(because=""),
                name="policyplan_who_does_not_agree_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_stand_display()}"


class LineConclusion(OrganisationOwned):
    """What became of a line, with the reason. text, amount: what it is changed to."""

    line = models.OneToOneField(Line, on_delete=models.PROTECT, related_name="concluded")
    verdict = models.CharField(max_length=10, choices=LineVerdict)
    because = models.TextField()
    text = models.TextField(blank=True)
    amount = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    concluded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    concluded_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["line__number"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(because=""), name="policyplan_a_conclusion_has_a_reason"),
            models.CheckConstraint(
                condition=models.Q(verdict=LineVerdict.CHANGED)
                & (~models.Q(text="") | models.Q(amount__gte=Decimal(0)))
                | ~models.Q(verdict=LineVerdict.CHANGED) & models.Q(text="", amount=None),
                name="policyplan_what_is_changed_says_to_what",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.line}: {self.get_verdict_display()}"


class TakenOver(OrganisationOwned):
    """What became of an article line was written into the draft of the regulation, once."""

    line = models.OneToOneField(Line, on_delete=models.PROTECT, related_name="taken")
    regulation_version = models.ForeignKey(RegulationVersion, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.line)
