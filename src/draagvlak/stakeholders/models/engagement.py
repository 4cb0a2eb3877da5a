"""The register of stakeholders: who has to do with the plan, how they stand towards it, and when we speak with them."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Q

from draagvlak.staff.models import FunctionGroup, Team
from draagvlak.staff.states import Statute
from draagvlak.stakeholders import wording
from draagvlak.stakeholders.models.organisation import Body
from draagvlak.stakeholders.states import AttitudeLevel, Involvement, RoleKind
from draagvlak.tenancy.models import OrganisationOwned
from draagvlak.ui.said import day_said

NOW = Q(ends_on=None)


class Stakeholder(OrganisationOwned):
    """A group or body that has to do with the plan (domain facts, section 1.8.3).

    One of body, function_group, team, role and statute says who it is; without any of them it is a group of which no list
    is kept, such as families, under its own name. interest, influence: 1 (little) to 5 (much). questions: which of the
    questions A1.1 to A1.4 it answers. responsible: who sees to the contacts.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    function_group = models.ForeignKey(FunctionGroup, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    role = models.CharField(max_length=24, choices=RoleKind, blank=True)
    statute = models.CharField(max_length=20, choices=Statute, blank=True)
    name = models.CharField(max_length=120, blank=True)
    interest = models.PositiveSmallIntegerField(default=3)
    influence = models.PositiveSmallIntegerField(default=3)
    needs = models.TextField(blank=True)
    questions = models.JSONField(default=list, blank=True)
    mode = models.CharField(max_length=10, choices=Involvement, default=Involvement.INFORM)
    channel = models.CharField(max_length=150, blank=True)
    message = models.TextField(blank=True)
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    ends_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-influence", "-interest", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(interest__range=(1, 5), influence__range=(1, 5)),
                name="stakeholders_interest_and_influence_are_one_to_five",
            ),
            models.UniqueConstraint(fields=["body"], condition=NOW, name="stakeholders_a_body_stands_once"),
            models.UniqueConstraint(fields=["function_group"], condition=NOW, name="stakeholders_a_group_stands_once"),
            models.UniqueConstraint(fields=["team"], condition=NOW, name="stakeholders_a_team_stands_once"),
            models.UniqueConstraint(
                fields=["organisation", "role"], condition=NOW & ~Q(role=""), name="stakeholders_a_role_stands_once"
            ),
            models.UniqueConstraint(
                fields=["organisation", "statute"],
                condition=NOW & ~Q(statute=""),
                name="stakeholders_a_statute_stands_once",
            ),
        ]

    def __str__(self) -> str:
        names = (str(one) if one else "" for one in (self.body, self.function_group, self.team))
        return wording.called(names, self.name, self.role or self.statute)

    @property
    def kind(self) -> str:
        """What sort of group it is: body, role, function_group, team, statute or other."""
        if self.body_id or self.function_group_id or self.team_id:
            return "body" if self.body_id else "function_group" if self.function_group_id else "team"
        return "role" if self.role else "statute" if self.statute else "other"


class Attitude(OrganisationOwned):
    """How a stakeholder stood towards the plan on a day, as we judged it. Only those who keep the register read it."""

    stakeholder = models.ForeignKey(Stakeholder, on_delete=models.PROTECT, related_name="attitudes")
    level = models.PositiveSmallIntegerField(choices=AttitudeLevel)
    on = models.DateField()
    why = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["on", "pk"]
        constraints = [models.UniqueConstraint(fields=["stakeholder", "on"], name="stakeholders_one_attitude_on_a_day")]

    def __str__(self) -> str:
        return f"{self.stakeholder}, {day_said(self.on)}"


class Contact(OrganisationOwned):
    """A planned or done contact with a stakeholder.

    what: read by everyone who works here, on the timeline. half_days: the estimate; half_days_used: what it took.
    feedback, answer: what they said and what we did with it, for those who keep the register. measure_on: when to look again
    how they stand towards the plan. notice_days: how many days before it the people concerned are told; 0: they are not.
    """

    stakeholder = models.ForeignKey(Stakeholder, on_delete=models.PROTECT, related_name="contacts")
    planned_on = models.DateField()
    mode = models.CharField(max_length=10, choices=Involvement)
    channel = models.CharField(max_length=150, blank=True)
    what = models.CharField(max_length=250)
    half_days = models.DecimalField(max_digits=5, decimal_places=2, default=Decimal("0.5"))
    notice_days = models.PositiveSmallIntegerField(default=7)
    done_on = models.DateField(null=True, blank=True)
    half_days_used = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    evidence = models.TextField(blank=True)
    feedback = models.TextField(blank=True)
    answer = models.TextField(blank=True)
    measure_on = models.DateField(null=True, blank=True)
    dropped_on = models.DateField(null=True, blank=True)
    drop_reason = models.CharField(max_length=250, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["planned_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(done_on=None) | Q(dropped_on=None), name="stakeholders_a_contact_is_done_or_dropped"
            ),
            models.CheckConstraint(
                condition=Q(done_on=None) | Q(half_days_used__isnull=False),
                name="stakeholders_a_done_contact_took_time",
            ),
            models.CheckConstraint(condition=Q(half_days__gte=0), name="stakeholders_an_estimate_is_not_negative"),
        ]
        indexes = [models.Index(fields=["organisation", "planned_on"], name="stakeholders_contacts_by_day")]

    def __str__(self) -> str:
        return f"{self.stakeholder}, {day_said(self.planned_on)}"


class MomentNotice(OrganisationOwned):
    """Somebody was told of a moment, once for each day on which it was planned."""

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="notices")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["contact", "account", "on"], name="stakeholders_a_moment_is_told_once")
        ]

    def __str__(self) -> str:
        return f"{self.account}: {self.contact}"
