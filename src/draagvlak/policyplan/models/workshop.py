from urllib.parse import urlencode

from django.conf import settings
from django.db import models

from draagvlak.policyplan.models.plan import Plan
from draagvlak.policyplan.states import LearningForm
from draagvlak.staff.models import FunctionGroup
from draagvlak.tenancy.models import OrganisationOwned


class PossibleActivity(OrganisationOwned):
    """Something one could learn by for a goal, thought of together and not decided (row A6.3); the year plan starts from these.

    goal_number: of the goal, the same in every version of the plan. competence: what one must be able to do, empty when it is
    for the goal as a whole. people: how many would take part. hours: per person; both are estimates, or not known yet.
    for_whom: in words. groups: the function groups it is meant for; none is not said.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+")
    goal_number = models.PositiveIntegerField()
    competence = models.CharField(max_length=150, blank=True)
    title = models.CharField(max_length=250)
    form = models.CharField(max_length=24, choices=LearningForm, blank=True)
    for_whom = models.CharField(max_length=150, blank=True)
    people = models.PositiveIntegerField(null=True, blank=True)
    hours = models.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)
    groups = models.ManyToManyField(FunctionGroup, related_name="+", through="ActivityGroup")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["goal_number", "competence", "pk"]

    @property
    def cell(self) -> str:
        """Its place in the matrix, as the query of an address."""
        return urlencode({"doel": self.goal_number, "competentie": self.competence})

    def __str__(self) -> str:
        return self.title


class ActivityGroup(OrganisationOwned):
    """A function group that a possible activity is meant for."""

    activity = models.ForeignKey(PossibleActivity, on_delete=models.CASCADE, related_name="+")
    function_group = models.ForeignKey(FunctionGroup, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "function_group"], name="policyplan_an_activity_names_a_group_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.activity}: {self.function_group}"
