from django.db import models

from draagvlak.notices.states import MessageState
from draagvlak.tenancy.models import Organisation


class Message(models.Model):
    """One mail to one address. organisation: empty for mail about an account itself (password, second factor).

    is_private: holds a secret such as a sign-in link; its body is shown to nobody but the receiver.
    calendar: an iCalendar object that travels with the mail, with its method (REQUEST, CANCEL; RFC 5546); usually empty.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", null=True)
    to = models.EmailField()
    subject = models.CharField(max_length=250)
    body = models.TextField()
    calendar = models.TextField(blank=True)
    calendar_method = models.CharField(max_length=10, blank=True)
    is_private = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=MessageState, default=MessageState.WAITING)
    queued_at = models.DateTimeField()
    try_after = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=250, blank=True)

    class Meta:
        indexes = [models.Index(fields=["state", "try_after"], name="notices_waiting")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=MessageState.SENT, sent_at__isnull=False)
                | ~models.Q(state=MessageState.SENT) & models.Q(sent_at=None),
                name="notices_sent_has_a_moment",
            )
        ]

    def __str__(self) -> str:
        return f"{self.to}: {self.subject}"
