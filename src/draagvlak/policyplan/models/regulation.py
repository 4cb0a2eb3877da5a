"""The training regulation: rights and duties in articles, in versions that the bodies decide on, and who read one."""

from decimal import Decimal

from django.conf import settings
from django.db import models

from draagvlak.policyplan.models.plan import FrameworkItem
from draagvlak.policyplan.models.versions import DecidedVersion
from draagvlak.policyplan.states import Chapter, Confidence, RuleKey, VersionState
from draagvlak.staff.models import FunctionGroup, StaffMember
from draagvlak.staff.states import Statute
from draagvlak.tenancy.models import OrganisationOwned


class Regulation(OrganisationOwned):
    """The rights and duties on learning in this organisation. One; its text lives in versions.

    is_work_rule: it is part of the work regulations, which a works council decides on (law of 8 April 1965, to be checked).
    """

    title = models.CharField(max_length=150)
    is_work_rule = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation"], name="policyplan_one_regulation")]

    def __str__(self) -> str:
        return self.title


class RegulationVersion(DecidedVersion):
    """One state of the regulation. starts_on: its first day in force; empty is the day of its adoption.

    reminded_on: when who had not read it was last asked again.
    """

    regulation = models.ForeignKey(Regulation, on_delete=models.PROTECT, related_name="versions")
    starts_on = models.DateField(null=True, blank=True)
    reminded_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["regulation", "number"], name="policyplan_regulation_versions_are_numbered"
            ),
            models.UniqueConstraint(
                fields=["regulation"],
                condition=models.Q(state__in=[VersionState.DRAFT, VersionState.SUBMITTED]),
                name="policyplan_one_regulation_at_work",
            ),
            models.UniqueConstraint(
                fields=["regulation"],
                condition=models.Q(state=VersionState.ADOPTED),
                name="policyplan_one_regulation_adopted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.regulation}, {self.number}"


class Article(OrganisationOwned):
    """A right or a duty. key: the same article in every version. place: its order in the chapter; the number that people read
    follows from both. rule and value: what a later station may ask, in the unit of the rule. revision: counts every saving.
    """

    version = models.ForeignKey(RegulationVersion, on_delete=models.PROTECT, related_name="articles")
    key = models.PositiveIntegerField()
    chapter = models.CharField(max_length=16, choices=Chapter)
    place = models.PositiveIntegerField()
    title = models.CharField(max_length=150)
    body = models.TextField()
    source = models.CharField(max_length=300, blank=True)
    confidence = models.CharField(max_length=10, choices=Confidence, default=Confidence.OWN)
    rule = models.CharField(max_length=24, choices=RuleKey, blank=True)
    value = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    items = models.ManyToManyField(FrameworkItem, related_name="+", through="ArticleItem")
    revision = models.PositiveIntegerField(default=1)
    edited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    edited_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["version", "key"], name="policyplan_an_article_stands_once_in_a_version"),
            models.UniqueConstraint(
                fields=["version", "rule"], condition=~models.Q(rule=""), name="policyplan_a_rule_has_one_article"
            ),
            models.CheckConstraint(
                condition=models.Q(rule="", value=None)
                | ~models.Q(rule="") & models.Q(value__isnull=False, value__gte=Decimal(0)),
                name="policyplan_a_rule_has_a_value",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ArticleFor(OrganisationOwned):
    """For whom an article holds: a function group or a statute, volunteers included. Without any it holds for everybody."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="holds_for")
    function_group = models.ForeignKey(FunctionGroup, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    statute = models.CharField(max_length=20, choices=Statute, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(function_group=None) & ~models.Q(statute="")
                | models.Q(function_group__isnull=False, statute=""),
                name="policyplan_an_article_holds_for_one_group_a_row",
            )
        ]

    def __str__(self) -> str:
        return str(self.function_group or self.get_statute_display())


class ArticleItem(OrganisationOwned):
    """An article rests on an item of the framework: a law, an agreement, a text of the house."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    item = models.ForeignKey(FrameworkItem, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "item"], name="policyplan_an_article_rests_on_an_item_once")
        ]

    def __str__(self) -> str:
        return f"{self.article} ← {self.item}"


class Reading(OrganisationOwned):
    """Somebody at work said to have read this exact text. entered_by: who noted it from paper; empty when one did it oneself."""

    version = models.ForeignKey(RegulationVersion, on_delete=models.PROTECT, related_name="readings")
    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    read_on = models.DateField()
    noted_at = models.DateTimeField()
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["version", "member"], name="policyplan_one_confirms_once")]

    def __str__(self) -> str:
        return f"{self.member}: {self.version}"
