from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MessageState(TextChoices):
    """A message waits, is being sent by one worker, was sent, or was given up after too many tries."""

    WAITING = "waiting", _("wacht")
    SENDING = "sending", _("wordt verstuurd")
    SENT = "sent", _("verstuurd")
    GIVEN_UP = "given_up", _("niet gelukt")
