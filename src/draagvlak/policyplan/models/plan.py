from django.conf import settings
from django.db import models
from django.utils.translation import get_language

from draagvlak.documents.models import FrozenText, StoredFile
from draagvlak.lib import law
from draagvlak.planproject.models import Project
from draagvlak.policyplan.models.versions import DecidedVersion
from draagvlak.policyplan.states import (
    Bearing,
    Confidence,
    CoreQuestion,
    GoalState,
    ItemKind,
    SectionKey,
    VersionState,
)
from draagvlak.stakeholders.states import RoleKind
from draagvlak.tenancy.models import OrganisationOwned


class OrganisationGoal(OrganisationOwned):
    """A goal of the organisation itself, on which learning goals rest (row A0.1)."""

    title = models.CharField(max_length=250)
    source = models.CharField(max_length=250, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title


class FrameworkItem(OrganisationOwned):
    """An obligation, goal or opportunity from law, founding text or mission, with its extract and what it means for learning.

    library_key: the rule of the library it came from, empty for own items. confidence: how sure we are of a legal fact.
    """

    kind = models.CharField(max_length=24, choices=ItemKind)
    bearing = models.CharField(max_length=12, choices=Bearing)
    title = models.CharField(max_length=250)
    extract = models.TextField(blank=True)
    meaning = models.TextField(blank=True)
    for_whom = models.CharField(max_length=250, blank=True)
    deadline = models.CharField(max_length=250, blank=True)
    evidence = models.CharField(max_length=250, blank=True)
    source = models.CharField(max_length=300, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    confidence = models.CharField(max_length=10, choices=Confidence, default=Confidence.OWN)
    checked_on = models.DateField(null=True, blank=True)
    library_key = models.CharField(max_length=60, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["kind", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "library_key"],
                condition=~models.Q(library_key=""),
                name="policyplan_a_rule_is_taken_once",
            )
        ]

    def __str__(self) -> str:
        return self.title


class Deadline(OrganisationOwned):
    """A day by which something of a framework item must be done. From `warn_days` before it, it is a task.

    is_yearly: finishing it sets the same day of the next year. note: how it was done. parameter: the legal parameter from
    which the day came, empty when a person chose it. role: whose task it is; without one, of who follows the item up.
    """

    item = models.ForeignKey(FrameworkItem, on_delete=models.CASCADE, related_name="deadlines")
    what = models.CharField(max_length=300)
    on = models.DateField()
    is_yearly = models.BooleanField(default=False)
    warn_days = models.PositiveSmallIntegerField(default=30)
    parameter = models.CharField(max_length=60, blank=True)
    role = models.CharField(max_length=24, choices=RoleKind, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["item", "on", "what"], name="policyplan_a_deadline_stands_once_on_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.on}: {self.what}"


class CalendarChoice(OrganisationOwned):
    """What this organisation chose for one line of the yearly calendar in one year.

    key: of the line in the data. deadline: the day that it was taken over as; gone when that day is dropped. on, why: an own
    earlier day and the reason for it. refused_why: why it is not done here, empty when it is.
    """

    year = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=60)
    deadline = models.OneToOneField(Deadline, on_delete=models.SET_NULL, related_name="+", null=True, blank=True)
    on = models.DateField(null=True, blank=True)
    why = models.CharField(max_length=300, blank=True)
    refused_why = models.CharField(max_length=300, blank=True)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["year", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "year", "key"], name="policyplan_a_line_is_chosen_once_a_year"
            ),
            models.CheckConstraint(
                condition=models.Q(on=None) | ~models.Q(why=""), name="policyplan_an_earlier_day_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        line = next((line for line in law.in_use().lines if line.key == self.key), None)
        return f"{line.what.said(get_language() or 'nl')} ({self.year})" if line else f"{self.key} ({self.year})"


class ItemFile(OrganisationOwned):
    """A file with a framework item: the text itself, or the proof. Taken away means not shown any more."""

    item = models.ForeignKey(FrameworkItem, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    taken_away_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.file)


class Vision(OrganisationOwned):
    """The answers to the four core questions for one project, adopted as a whole."""

    project = models.OneToOneField(Project, on_delete=models.PROTECT, related_name="+")
    adopted_at = models.DateTimeField(null=True, blank=True)
    adopted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    def __str__(self) -> str:
        return str(self.project)


class VisionVersion(OrganisationOwned):
    """The answers as they were adopted, kept for good: the vision can be opened again, what was adopted stays (fields 1.8.15)."""

    vision = models.ForeignKey(Vision, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    document = models.ForeignKey(FrozenText, on_delete=models.PROTECT, related_name="+")
    adopted_at = models.DateTimeField()
    adopted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["vision", "number"], name="policyplan_versions_of_a_vision_are_numbered")
        ]

    def __str__(self) -> str:
        return f"{self.vision}, {self.number}"


class Answer(OrganisationOwned):
    """The merged answer to one core question. facts: learning forms that count, position today and wanted, or the
    contribution with its indicator per policy; which of these depends on the question."""

    vision = models.ForeignKey(Vision, on_delete=models.PROTECT, related_name="answers")
    question = models.CharField(max_length=16, choices=CoreQuestion)
    text = models.TextField(blank=True)
    facts = models.JSONField(default=dict, blank=True)
    is_settled = models.BooleanField(default=False)
    edited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    edited_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["vision", "question"], name="policyplan_one_answer_per_question")
        ]

    def __str__(self) -> str:
        return str(self.get_question_display())


class Contribution(OrganisationOwned):
    """What one person says on a core question."""

    vision = models.ForeignKey(Vision, on_delete=models.PROTECT, related_name="contributions")
    question = models.CharField(max_length=16, choices=CoreQuestion)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    at = models.DateTimeField()
    is_withdrawn = models.BooleanField(default=False)

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"{self.by}: {self.get_question_display()}"


class Plan(OrganisationOwned):
    """The policy plan that comes out of a project. One per project; its text lives in versions."""

    project = models.OneToOneField(Project, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=150)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.title


class Version(DecidedVersion):
    """One state of the plan's text. Once submitted, its sections and goals are frozen by triggers in the database."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="versions")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="policyplan_versions_are_numbered"),
            models.UniqueConstraint(
                fields=["plan"],
                condition=models.Q(state__in=[VersionState.DRAFT, VersionState.SUBMITTED]),
                name="policyplan_one_version_at_work",
            ),
            models.UniqueConstraint(
                fields=["plan"], condition=models.Q(state=VersionState.ADOPTED), name="policyplan_one_version_in_force"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan}, {self.number}"


class Section(OrganisationOwned):
    """A part of the text in rich text. revision: counts every saving, so that nobody overwrites another unseen."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="sections")
    key = models.CharField(max_length=16, choices=SectionKey)
    body = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    edited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    edited_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["version", "key"], name="policyplan_a_section_stands_once_in_a_version")
        ]

    def __str__(self) -> str:
        return str(self.get_key_display())


class Goal(OrganisationOwned):
    """A learning goal: it rests on an organisation goal, on a sentence of the mission, on obligations; it is measured.

    number: the same goal in every version of the plan. question: the core question whose answer it makes true.
    """

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="goals")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=250)
    body = models.TextField(blank=True)
    organisation_goal = models.ForeignKey(OrganisationGoal, on_delete=models.PROTECT, related_name="+")
    mission = models.ForeignKey(FrameworkItem, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    items = models.ManyToManyField(FrameworkItem, related_name="+", through="GoalItem")
    question = models.CharField(max_length=16, choices=CoreQuestion, blank=True)
    indicator = models.CharField(max_length=250)
    baseline = models.CharField(max_length=60, blank=True)
    target = models.CharField(max_length=60)
    due_on = models.DateField()
    owner = models.CharField(max_length=150, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["version", "number"], name="policyplan_goals_are_numbered")]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"


class GoalItem(OrganisationOwned):
    """A goal answers an item of the framework."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="+")
    item = models.ForeignKey(FrameworkItem, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["goal", "item"], name="policyplan_a_goal_answers_an_item_once")]

    def __str__(self) -> str:
        return f"{self.goal} ← {self.item}"


class Review(OrganisationOwned):
    """The evaluation of an adopted plan on a day (row B1.14): one state per goal, a conclusion, and what comes of it."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="reviews")
    on = models.DateField()
    conclusion = models.TextField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.version}, {self.on}"


class GoalReview(OrganisationOwned):
    """How far one goal is. value: of its indicator on that day, as people write it."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="goals")
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=GoalState)
    value = models.CharField(max_length=60, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["goal__number"]
        constraints = [models.UniqueConstraint(fields=["review", "goal"], name="policyplan_a_goal_is_reviewed_once")]

    def __str__(self) -> str:
        return f"{self.goal}: {self.get_state_display()}"
