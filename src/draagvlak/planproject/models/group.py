from datetime import date

from django.conf import settings
from django.db import models

from draagvlak.documents.models import FrozenText
from draagvlak.planproject.states import (
    CandidacyState,
    CharterState,
    DecisionRule,
    GoalProgress,
    GroupPower,
    GroupState,
    MemberRole,
    ProjectState,
    SpeaksFor,
)
from draagvlak.staff.models import StaffMember
from draagvlak.tenancy.models import OrganisationOwned


class Project(OrganisationOwned):
    """Making, or remaking, a policy plan as a project. no_group_reason: the motivated choice for no group (row A2.1).

    due_on: the planned last day; ends_on: the day it was really closed. confirmed: the goals, means and time as the
    sponsor confirmed them (row A1.3).
    """

    title = models.CharField(max_length=150)
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    assignment = models.TextField()
    no_group_reason = models.TextField(blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=ProjectState, default=ProjectState.PREPARING)
    sponsor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    sponsor_confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed = models.ForeignKey(FrozenText, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    closing_note = models.TextField(blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_year__gte=models.F("first_year")), name="planproject_last_year_follows_first"
            ),
            models.CheckConstraint(
                condition=~models.Q(state=ProjectState.WORKING)
                | models.Q(sponsor_confirmed_at__isnull=False, confirmed__isnull=False),
                name="planproject_no_work_before_the_sponsor_confirmed",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Call(OrganisationOwned):
    """A call for candidates, open from its first day to its last day included.

    wanted: function group → seats that are meant for it; the rest of the seats is for anybody.
    """

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="calls")
    title = models.CharField(max_length=150)
    task = models.TextField()
    seats = models.PositiveSmallIntegerField()
    opens_on = models.DateField()
    closes_on = models.DateField()
    answer_by = models.DateField()
    wanted = models.JSONField(default=dict, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closes_on__gte=models.F("opens_on")),
                name="planproject_a_call_opens_before_it_closes",
            ),
            models.CheckConstraint(condition=models.Q(seats__gte=1), name="planproject_a_call_has_a_seat"),
        ]

    def __str__(self) -> str:
        return self.title

    def is_open(self, *, on: date) -> bool:
        """Whether one may stand on a day: from its first to its last day, unless it was closed before."""
        return self.closed_at is None and self.decided_at is None and self.opens_on <= on <= self.closes_on

    def is_over(self, *, on: date) -> bool:
        """Whether nobody can stand any more, so that the candidates can be weighed."""
        return self.closed_at is not None or self.closes_on < on


class TargetedCall(OrganisationOwned):
    """People of one category were asked in so many words to stand, because their voice is missing (row A3.2).

    dimension and category: as in the comparison. asked: how many were written to; on_paper: how many have no address.
    """

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="targeted")
    dimension = models.CharField(max_length=20)
    category = models.CharField(max_length=120)
    text = models.TextField()
    asked = models.PositiveIntegerField()
    on_paper = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.call}: {self.category}"


class Candidacy(OrganisationOwned):
    """Somebody wants to sit in the working group (form of domain facts 1.8.1)."""

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="candidacies")
    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")
    motivation = models.TextField()
    experience = models.TextField(blank=True)
    wanted_roles = models.JSONField(default=list, blank=True)
    half_days_per_month = models.PositiveSmallIntegerField(default=1)
    moments = models.JSONField(default=list, blank=True)
    speaks_for = models.CharField(max_length=12, choices=SpeaksFor, default=SpeaksFor.SELF)
    needs = models.TextField(blank=True)
    supervisor_informed = models.BooleanField(default=False)
    supervisor_remark = models.TextField(blank=True)
    may_publish_name = models.BooleanField(default=False)
    state = models.CharField(max_length=12, choices=CandidacyState, default=CandidacyState.SUBMITTED)
    reason = models.TextField(blank=True)
    submitted_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["submitted_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["call", "member"],
                condition=~models.Q(state=CandidacyState.WITHDRAWN),
                name="planproject_one_candidacy_per_person_and_call",
            )
        ]

    def __str__(self) -> str:
        return f"{self.member}, {self.call}"


class Draw(OrganisationOwned):
    """A fair draw among the candidates of a call (lib/draw): first the chances are published, later a seed draws.

    quotas: rows of category, value, least, most. pool: identifier → category → value, as it was when published; the
    identifier is "K" and the key of the candidacy. lottery: what anybody needs to count the chances again. seed_source: the
    value from which the seed will come and that nobody at the table controls; seed_on: the day on which it is known.
    void_reason: why published chances were withdrawn; empty when new chances took their place.
    """

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="draws")
    quotas = models.JSONField()
    pool = models.JSONField()
    lottery = models.JSONField()
    chances = models.JSONField()
    inputs_sha256 = models.CharField(max_length=64)
    lottery_sha256 = models.CharField(max_length=64)
    seed_source = models.CharField(max_length=250)
    seed_on = models.DateField()
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    seed = models.CharField(max_length=1000, blank=True)
    panel = models.JSONField(default=list, blank=True)
    drawn_at = models.DateTimeField(null=True, blank=True)
    void_at = models.DateTimeField(null=True, blank=True)
    void_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-published_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["call"], condition=models.Q(void_at=None), name="planproject_one_draw_counts_for_a_call"
            )
        ]

    def __str__(self) -> str:
        return str(self.call)


class Charter(OrganisationOwned):
    """How the group works, in versions (domain facts 1.8.2). The members approve a version; then it is fixed."""

    group = models.ForeignKey("planproject.WorkingGroup", on_delete=models.PROTECT, related_name="charters")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=CharterState, default=CharterState.DRAFT)
    may = models.CharField(max_length=8, choices=GroupPower, default=GroupPower.WRITE)
    assignment = models.TextField()
    method = models.TextField()
    decision_rule = models.CharField(max_length=12, choices=DecisionRule, default=DecisionRule.CONSENSUS)
    confidentiality = models.TextField(blank=True)
    means = models.TextField(blank=True)
    consultation = models.TextField(blank=True)
    ends_on = models.DateField(null=True, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    approved_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["group", "number"], name="planproject_charters_are_numbered"),
            models.UniqueConstraint(
                fields=["group"],
                condition=models.Q(state__in=[CharterState.DRAFT, CharterState.ASKED]),
                name="planproject_one_charter_at_work",
            ),
            models.UniqueConstraint(
                fields=["group"],
                condition=models.Q(state=CharterState.APPROVED),
                name="planproject_one_charter_in_force",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group} {self.number}"

    @property
    def edition(self) -> str:
        """Changes with every word that is written: who answers says which text he read."""
        return f"{self.number}.{self.version}"


class CharterAnswer(OrganisationOwned):
    """A member says yes or no to a version of the charter. written_by: who typed it in for a member without an account."""

    charter = models.ForeignKey(Charter, on_delete=models.PROTECT, related_name="answers")
    seat = models.ForeignKey("planproject.GroupSeat", on_delete=models.PROTECT, related_name="+")
    is_yes = models.BooleanField()
    remark = models.TextField(blank=True)
    at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["charter", "seat"], name="planproject_a_member_answers_a_charter_once")
        ]

    def __str__(self) -> str:
        return f"{self.seat}: {self.is_yes}"


class GroupGoal(OrganisationOwned):
    """A goal of the group itself: what will be there, how it is measured, by when, and who watches it (row A4.1)."""

    group = models.ForeignKey("planproject.WorkingGroup", on_delete=models.PROTECT, related_name="goals")
    title = models.CharField(max_length=250)
    measure = models.CharField(max_length=250)
    target = models.CharField(max_length=100)
    due_on = models.DateField()
    owner = models.ForeignKey("planproject.GroupSeat", on_delete=models.PROTECT, related_name="+", null=True)
    state = models.CharField(max_length=10, choices=GoalProgress, default=GoalProgress.OPEN)
    note = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return self.title


class GroupTask(OrganisationOwned):
    """Something a member does by a day. remind_days: from how many days before it stands in his list (row A4.3)."""

    group = models.ForeignKey("planproject.WorkingGroup", on_delete=models.PROTECT, related_name="tasks")
    what = models.CharField(max_length=250)
    owner = models.ForeignKey("planproject.GroupSeat", on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    remind_days = models.PositiveSmallIntegerField(default=7)
    done_at = models.DateTimeField(null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return self.what


class WorkingGroup(OrganisationOwned):
    """The group. comparison: how it looked beside the staff on the day it was composed; reason: why a voice is missing.

    working_since: when it went to work, with a goal and an approved charter (row A4.1).
    """

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="groups")
    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    mandate = models.TextField(blank=True)
    is_whole_team = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=GroupState, default=GroupState.COMPOSED)
    reason = models.TextField(blank=True)
    comparison = models.JSONField(default=dict)
    composed_at = models.DateTimeField()
    composed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    working_since = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project"],
                condition=models.Q(state=GroupState.COMPOSED),
                name="planproject_one_group_per_project",
            )
        ]

    def __str__(self) -> str:
        return str(self.project)


class GroupSeat(OrganisationOwned):
    """A seat in the working group; vacated when somebody leaves; removed only together with the list that brought the
    person. substitute: who stands in (row A4.3)."""

    group = models.ForeignKey(WorkingGroup, on_delete=models.PROTECT, related_name="seats")
    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")
    speaks_for = models.CharField(max_length=12, choices=SpeaksFor, default=SpeaksFor.SELF)
    role = models.CharField(max_length=12, choices=MemberRole, default=MemberRole.MEMBER)
    substitute = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    half_days_per_month = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "member"],
                condition=models.Q(ends_on=None),
                name="planproject_one_seat_per_person_in_a_group",
            )
        ]

    def __str__(self) -> str:
        return str(self.member)
