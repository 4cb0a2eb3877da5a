from django.conf import settings
from django.db import models

from draagvlak.documents.models import FrozenText, StoredFile
from draagvlak.lib.clock import day_of
from draagvlak.meetings.states import (
    Answer,
    ItemKind,
    ItemSource,
    MeetingState,
    Method,
    MinutesState,
    Presence,
)
from draagvlak.staff.models import StaffMember
from draagvlak.stakeholders.models import Body
from draagvlak.stakeholders.states import BodyKind
from draagvlak.tenancy.models import OrganisationOwned


class Meeting(OrganisationOwned):
    """A body meets, once. Made together with others it has the key of their series.

    uid, sequence: of the calendar file; first_starts_at: the moment the series has for it. changed_at: when day, hour, place
    or title last changed. agenda_grew_at: when a point or a paper came after the agenda was sent, until it is sent again.
    version: of these facts, so that two people cannot overwrite each other unseen.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=150, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=200, blank=True)
    uid = models.CharField(max_length=36, unique=True)
    series = models.CharField(max_length=36, blank=True)
    first_starts_at = models.DateTimeField()
    sequence = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=MeetingState, default=MeetingState.PLANNED)
    cancel_reason = models.CharField(max_length=500, blank=True)
    convened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    convened_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    papers_sent_on = models.DateField(null=True, blank=True)
    agenda_grew_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["starts_at", "pk"]
        indexes = [models.Index(fields=["body", "starts_at"], name="meetings_by_body_and_day")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="meetings_a_meeting_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=~models.Q(state=MeetingState.CANCELLED) | ~models.Q(cancel_reason=""),
                name="meetings_cancelled_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        """For the journal, which many read: never the title; of the delegation not even the day."""
        return self.body.name if self.is_private else f"{self.body.name} {day_of(self.starts_at):%d/%m/%Y}"

    @property
    def is_private(self) -> bool:
        """Whether nobody outside the body may know of it."""
        return self.body.kind == BodyKind.UNION_DELEGATION

    @property
    def name(self) -> str:
        """What it is called on a page."""
        return self.title or self.body.name

    @property
    def report(self) -> "Minutes | None":
        """Its minutes, or none yet."""
        return getattr(self, "minutes", None)


class Matter(OrganisationOwned):
    """Something that a body is asked to speak on. It waits until the body meets, and then stands on that agenda.

    link: the page that it is about, inside the installation. withdrawn_at: since then nobody asks it any more. not_before: the
    first day on which a meeting can speak on it, so that its papers lie there long enough; empty for any.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=ItemKind)
    link = models.CharField(max_length=200)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    not_before = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["asked_at", "pk"]

    def __str__(self) -> str:
        """For the journal, which many read: never the title."""
        return self.body.name

    def fits(self, meeting: Meeting) -> bool:
        """Whether it can stand on the agenda of this meeting."""
        return self.not_before is None or self.not_before <= day_of(meeting.starts_at)


class AgendaItem(OrganisationOwned):
    """A point of a meeting, with what came of it: outcome is what the minutes say, decision what was decided or advised.

    came_from: the point of an earlier meeting that comes back; about: the meeting whose minutes are approved here; matter:
    what the body is asked to speak on.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=ItemKind, default=ItemKind.DISCUSSION)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    preparation = models.TextField(blank=True)
    source = models.CharField(max_length=10, choices=ItemSource, default=ItemSource.PERSON)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    came_from = models.ForeignKey("self", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    about = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    outcome = models.TextField(blank=True)
    decision = models.TextField(blank=True)
    how = models.CharField(max_length=10, choices=Method, default=Method.NONE, blank=True)
    votes_for = models.PositiveSmallIntegerField(default=0)
    votes_against = models.PositiveSmallIntegerField(default=0)
    votes_abstained = models.PositiveSmallIntegerField(default=0)
    comes_back = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["number", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "came_from"], name="meetings_a_point_comes_back_once"),
            models.UniqueConstraint(fields=["meeting", "about"], name="meetings_minutes_stand_once_on_an_agenda"),
            models.UniqueConstraint(fields=["meeting", "matter"], name="meetings_a_matter_stands_once_on_an_agenda"),
            models.CheckConstraint(
                condition=models.Q(how=Method.VOTE) | models.Q(votes_for=0, votes_against=0, votes_abstained=0),
                name="meetings_votes_only_after_a_vote",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting}, {self.number}"

    @property
    def is_asked(self) -> bool:
        """Whether somebody still waits for what the body says on it."""
        return self.matter is not None and self.matter.withdrawn_at is None


class Reply(OrganisationOwned):
    """What the employer does with an advice, told at once or at a next meeting (collective agreement no. 9)."""

    item = models.OneToOneField(AgendaItem, on_delete=models.PROTECT, related_name="reply")
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.item)


class Invitee(OrganisationOwned):
    """Somebody who is asked to come: from the seats of the body, or a guest by name and address.

    reason: why not, in this person's own words; nobody reads it but the person and who convenes.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="invitees")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    guest_name = models.CharField(max_length=150, blank=True)
    guest_address = models.EmailField(blank=True)
    is_guest = models.BooleanField(default=False)
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.NONE, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    presence = models.CharField(max_length=10, choices=Presence, default=Presence.NONE, blank=True)
    substitute = models.CharField(max_length=150, blank=True)

    class Meta:
        ordering = ["is_guest", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "account"], name="meetings_an_account_is_invited_once"),
            models.UniqueConstraint(fields=["meeting", "member"], name="meetings_a_colleague_is_invited_once"),
            models.CheckConstraint(
                condition=models.Q(account__isnull=False) | models.Q(member__isnull=False) | ~models.Q(guest_name=""),
                name="meetings_an_invitation_is_somebodys",
            ),
            models.CheckConstraint(
                condition=models.Q(reason="") | models.Q(answer=Answer.DECLINED),
                name="meetings_only_a_no_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting}, {self.person}"

    @property
    def person(self) -> str:
        return self.guest_name or str(self.account or self.member)

    @property
    def address(self) -> str:
        """Where mail reaches this person; empty for who has no e-mail and gets the invitation on paper."""
        if self.guest_address:
            return self.guest_address
        return self.account.email if self.account else self.member.email if self.member else ""

    @property
    def language(self) -> str:
        spoken = self.account.language if self.account else self.member.language if self.member else ""
        return spoken or "nl"


class Paper(OrganisationOwned):
    """A file that goes with a meeting. Taken away it is no longer shown, but stays kept.

    is_for_guests: also meant for who was invited from outside the body.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="papers")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    taken_away_at = models.DateTimeField(null=True, blank=True)
    is_for_guests = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.meeting)


class Minutes(OrganisationOwned):
    """The state of a meeting's minutes; their words stand with the points. document: the text as it was approved."""

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="minutes")
    state = models.CharField(max_length=10, choices=MinutesState, default=MinutesState.DRAFT)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    approved_on = models.DateField(null=True, blank=True)
    approved_in = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    remarks = models.TextField(blank=True)
    document = models.ForeignKey(FrozenText, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    state=MinutesState.APPROVED,
                    approved_on__isnull=False,
                    document__isnull=False,
                    sent_at__isnull=False,
                )
                | ~models.Q(state=MinutesState.APPROVED) & models.Q(approved_on=None, document=None),
                name="meetings_approved_minutes_are_kept_word_for_word",
            )
        ]

    def __str__(self) -> str:
        return str(self.meeting)


class ActionPoint(OrganisationOwned):
    """Something that somebody does after a meeting. Who does it: an account, a colleague without one, or just a name.

    agreed_with: the name that stands in the minutes, once somebody else took it over after they were sent.
    """

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="actions")
    what = models.CharField(max_length=300)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    owner_name = models.CharField(max_length=150, blank=True)
    agreed_with = models.CharField(max_length=150, blank=True)
    due_on = models.DateField(null=True, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = [models.F("due_on").asc(nulls_last=True), "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(account__isnull=False) | models.Q(member__isnull=False) | ~models.Q(owner_name=""),
                name="meetings_an_action_is_somebodys",
            )
        ]

    def __str__(self) -> str:
        return str(self.item)

    @property
    def owner(self) -> str:
        """Who took it upon him in the meeting: what the minutes say."""
        return self.agreed_with or self.doer

    @property
    def doer(self) -> str:
        """Who does it now."""
        return self.owner_name or str(self.account or self.member)


class CalendarFeed(models.Model):
    """A secret address under which a person's meetings can be read. Only the digest of the secret is kept."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    secret_sha256 = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account"], condition=models.Q(revoked_at=None), name="meetings_one_feed_per_person"
            )
        ]

    def __str__(self) -> str:
        return str(self.account)
