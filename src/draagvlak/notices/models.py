import re

from django.conf import settings
from django.db import models

from draagvlak.accounts.states import Language
from draagvlak.notices.rules import USUAL_REMINDERS
from draagvlak.notices.states import EditionKind, MessageKind, MessageState, Rhythm
from draagvlak.tenancy.models import Organisation, OrganisationOwned


class Message(models.Model):
    """One mail to one address. organisation: empty for mail about an account itself (password, second factor).

    is_private: holds a secret such as a sign-in link; its body is shown to nobody but the receiver.
    is_required: leaves at once whatever the receiver chose (legal papers, receipts, invitations, security).
    calendar: an iCalendar object that travels with the mail, with its method (REQUEST, CANCEL; RFC 5546); usually empty.
    claimed_at: when a worker began to send it. drop_after: when it is of no use any more; empty: never.
    bundled_in: the digest that tells of it; when that one could not leave, it waits for the next.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", null=True)
    to = models.EmailField()
    kind = models.CharField(max_length=10, choices=MessageKind, default=MessageKind.NOTE)
    language = models.CharField(max_length=2, choices=Language, default=Language.NL)
    subject = models.CharField(max_length=250)
    body = models.TextField()
    calendar = models.TextField(blank=True)
    calendar_method = models.CharField(max_length=10, blank=True)
    is_private = models.BooleanField(default=False)
    is_required = models.BooleanField(default=True)
    state = models.CharField(max_length=10, choices=MessageState, default=MessageState.WAITING)
    queued_at = models.DateTimeField()
    try_after = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True, blank=True)
    drop_after = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=250, blank=True)
    bundled_in = models.ForeignKey("self", on_delete=models.PROTECT, related_name="bundled", null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["state", "try_after"], name="notices_waiting"),
            models.Index(fields=["organisation", "-queued_at", "-id"], name="notices_outbox"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=MessageState.SENT, sent_at__isnull=False)
                | ~models.Q(state=MessageState.SENT) & models.Q(sent_at=None),
                name="notices_sent_has_a_moment",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=[MessageState.HELD, MessageState.BUNDLED])
                | models.Q(is_required=False, is_private=False, organisation__isnull=False),
                name="notices_what_is_required_never_waits_for_a_digest",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.to}: {self.subject}"

    @property
    def is_to_guest(self) -> bool:
        """Whom the delegation asks from outside is nobody's business but its own. is_known comes with the question for the mail."""
        return self.is_private and not getattr(self, "is_known", True)

    @property
    def trouble_shown(self) -> str:
        """What the mail server said, without the address of somebody whose name is not shown: servers repeat it."""
        return re.sub(re.escape(self.to), "…", self.trouble, flags=re.IGNORECASE) if self.is_to_guest else self.trouble

    @property
    def message_id(self) -> str:
        """The same at every try, so that a mail that did arrive twice can be known as one."""
        return f"<{self.pk}.{int(self.queued_at.timestamp())}.draagvlak@{settings.HOST}>"


def usual_reminders() -> list[int]:
    return list(USUAL_REMINDERS)


class Preference(OrganisationOwned):
    """What somebody wants by mail from one organisation, beside what is required. Without a row: the usual.

    reminder_days: so many days before the last day of a task, 0 to 30. quiet_days: days of the week on which nothing
    comes that is not required, 0 = Monday.
    """

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    rhythm = models.CharField(max_length=10, choices=Rhythm, default=Rhythm.AT_ONCE)
    reminder_days = models.JSONField(default=usual_reminders, blank=True)
    quiet_days = models.JSONField(default=list, blank=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "account"], name="notices_one_preference_per_person")
        ]

    def __str__(self) -> str:
        return f"{self.account}: {self.get_rhythm_display()}"


class Edition(OrganisationOwned):
    """The digest or the reminder of one person on one day; there is never a second one."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    kind = models.CharField(max_length=10, choices=EditionKind)
    message = models.OneToOneField(Message, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "account", "on", "kind"], name="notices_one_edition_per_person_and_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.account}, {self.on}: {self.get_kind_display()}"


class MailRound(OrganisationOwned):
    """The passing by of everyone in an organisation on one day. reached: the key of the last account that was looked at,
    so that a round that broke off goes on where it was."""

    on = models.DateField()
    reached = models.BigIntegerField(default=0)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "on"], name="notices_one_round_a_day")]

    def __str__(self) -> str:
        return str(self.on)
