"""News, who read it, what people said about it; and for whom a member of the group speaks."""

from django.conf import settings
from django.db import models

from draagvlak.documents.models import FrozenText
from draagvlak.planproject.models.group import GroupSeat
from draagvlak.planproject.states import AnnouncementState, Direction, FeedbackAnswer
from draagvlak.staff.models import FunctionGroup, Team
from draagvlak.staff.states import Statute
from draagvlak.tenancy.models import OrganisationOwned


class Announcement(OrganisationOwned):
    """News for everyone at work, or for some groups. document: the text as it was published; it never changes after that.

    is_assignment: it makes the assignment of the working group known (row A5.1).
    """

    title = models.CharField(max_length=150)
    body = models.TextField()
    is_assignment = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=AnnouncementState, default=AnnouncementState.DRAFT)
    document = models.ForeignKey(FrozenText, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)
    mails = models.PositiveIntegerField(default=0)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdraw_reason = models.CharField(max_length=250, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-published_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=AnnouncementState.DRAFT, document=None)
                | ~models.Q(state=AnnouncementState.DRAFT)
                & models.Q(document__isnull=False, published_at__isnull=False),
                name="planproject_what_was_published_is_frozen",
            )
        ]

    def __str__(self) -> str:
        return self.title


class Addressee(OrganisationOwned):
    """A group for which an announcement is meant: a function group or a statute. Without any it is for everyone."""

    announcement = models.ForeignKey(Announcement, on_delete=models.CASCADE, related_name="addressees")
    function_group = models.ForeignKey(FunctionGroup, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    statute = models.CharField(max_length=20, choices=Statute, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(function_group__isnull=False, statute="")
                | models.Q(function_group=None) & ~models.Q(statute=""),
                name="planproject_an_addressee_is_a_group_or_a_statute",
            )
        ]

    def __str__(self) -> str:
        return str(self.function_group or self.get_statute_display())


class Reading(OrganisationOwned):
    """Somebody said that he read an announcement. Shown to nobody but himself; others see counts with a floor of five."""

    announcement = models.ForeignKey(Announcement, on_delete=models.PROTECT, related_name="readings")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["announcement", "account"], name="planproject_an_announcement_is_read_once")
        ]

    def __str__(self) -> str:
        return str(self.announcement)


class PaperReach(OrganisationOwned):
    """Where an announcement hung or was told, and how many people it reached who have no account."""

    announcement = models.ForeignKey(Announcement, on_delete=models.PROTECT, related_name="on_paper")
    place = models.CharField(max_length=150)
    on = models.DateField()
    people = models.PositiveSmallIntegerField()
    function_group = models.ForeignKey(FunctionGroup, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    statute = models.CharField(max_length=20, choices=Statute, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.place}, {self.on}"


class Feedback(OrganisationOwned):
    """What somebody asks or finds after an announcement. The name is read only by who answers and by who wrote it.

    answer: whether we follow it; reply: why. is_shown: whether both stand under the announcement, without a name.
    """

    announcement = models.ForeignKey(Announcement, on_delete=models.PROTECT, related_name="feedback")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    at = models.DateTimeField()
    answer = models.CharField(max_length=8, choices=FeedbackAnswer, blank=True)
    reply = models.TextField(blank=True)
    is_shown = models.BooleanField(default=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answer="", answered_at=None)
                | ~models.Q(answer="") & ~models.Q(reply="") & models.Q(answered_at__isnull=False),
                name="planproject_an_answer_has_its_reason",
            )
        ]

    def __str__(self) -> str:
        return str(self.announcement)


class Constituency(OrganisationOwned):
    """For whom a seat in the working group speaks, and where that member brings things back (row A2.2)."""

    seat = models.OneToOneField(GroupSeat, on_delete=models.PROTECT, related_name="constituency")
    text = models.CharField(max_length=250)
    function_group = models.ForeignKey(FunctionGroup, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return f"{self.seat}: {self.text}"


class Errand(OrganisationOwned):
    """What a member of the group brought to the people he speaks for, or brought in from them."""

    seat = models.ForeignKey(GroupSeat, on_delete=models.PROTECT, related_name="errands")
    on = models.DateField()
    direction = models.CharField(max_length=8, choices=Direction)
    what = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.seat}, {self.on}"
