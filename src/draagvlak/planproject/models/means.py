from decimal import Decimal

from django.conf import settings
from django.db import models

from draagvlak.planproject.models.group import Project
from draagvlak.planproject.states import TimeKind
from draagvlak.staff.models import StaffMember
from draagvlak.tenancy.models import OrganisationOwned


class TimePromise(OrganisationOwned):
    """Half-days promised to the project for a kind of time; for contacts they follow from the estimates."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="time_promises")
    kind = models.CharField(max_length=12, choices=TimeKind)
    half_days = models.DecimalField(max_digits=7, decimal_places=2)
    decided_by = models.CharField(max_length=150, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["project", "kind"], name="planproject_time_of_a_kind_is_promised_once"),
            models.CheckConstraint(
                condition=models.Q(half_days__gte=0), name="planproject_promised_time_is_not_negative"
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class PlannedContact(OrganisationOwned):
    """The time that involving somebody takes (row A6.4): so many contacts of so many quarters of a half-day."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="contacts")
    who = models.CharField(max_length=150)
    times = models.PositiveSmallIntegerField()
    quarters = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.who

    @property
    def half_days(self) -> Decimal:
        return Decimal(self.times * self.quarters) / 4


class TimeEntry(OrganisationOwned):
    """Time that really went to the project, in quarters of a half-day. Zero says: none this month.

    member: whose time it was; account: the same for who is not on the staff list. One of the two is always there.
    """

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="time_entries")
    kind = models.CharField(max_length=12, choices=TimeKind)
    on = models.DateField()
    quarters = models.PositiveSmallIntegerField()
    what = models.CharField(max_length=200)
    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+", null=True)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    logged_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(member__isnull=False) | models.Q(account__isnull=False),
                name="planproject_time_is_somebodys",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.on}"

    @property
    def person(self) -> str:
        return str(self.member or self.account)

    @property
    def half_days(self) -> Decimal:
        return Decimal(self.quarters) / 4


class MoneyPromise(OrganisationOwned):
    """Money that was promised to the project, with where it comes from and who decided so."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="money_promises")
    amount = models.DecimalField(max_digits=10, decimal_places=2)
    source = models.CharField(max_length=150)
    decided_by = models.CharField(max_length=150)
    on = models.DateField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="planproject_promised_money_is_an_amount")
        ]

    def __str__(self) -> str:
        return self.source


class MoneyUse(OrganisationOwned):
    """Money that the project cost. reference: of the invoice, if there is one."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="money_uses")
    amount = models.DecimalField(max_digits=10, decimal_places=2)
    on = models.DateField()
    what = models.CharField(max_length=200)
    reference = models.CharField(max_length=60, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="planproject_used_money_is_an_amount")
        ]

    def __str__(self) -> str:
        return self.what
