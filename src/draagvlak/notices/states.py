from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MessageState(TextChoices):
    """A message waits, is being sent by one worker, and was sent; or nobody knows whether it arrived, or it was given up.

    Or it does not leave by itself: held for the receiver's next digest and then told in it, or skipped because the
    receiver wants only what is required, because it came too late to be of use or because what it told was taken back.
    """

    WAITING = "waiting", _("wacht")
    SENDING = "sending", _("wordt verstuurd")
    SENT = "sent", _("verstuurd")
    UNKNOWN = "unknown", _("onbekend of ze aankwam")
    GIVEN_UP = "given_up", _("niet gelukt")
    HELD = "held", _("komt in het overzicht")
    BUNDLED = "bundled", _("stond in het overzicht")
    SKIPPED = "skipped", _("niet verstuurd")


MESSAGE_TRANSITIONS = {
    MessageState.WAITING: {MessageState.SENDING, MessageState.SKIPPED},
    MessageState.SENDING: {MessageState.SENT, MessageState.WAITING, MessageState.UNKNOWN, MessageState.GIVEN_UP},
    MessageState.UNKNOWN: {MessageState.SENT, MessageState.WAITING},
    MessageState.GIVEN_UP: {MessageState.WAITING},
    MessageState.HELD: {MessageState.BUNDLED, MessageState.WAITING, MessageState.SKIPPED},
    MessageState.SENT: set[MessageState](),
    MessageState.BUNDLED: set[MessageState](),
    MessageState.SKIPPED: set[MessageState](),
}
# A person must look at these: the program may not decide alone, or has given up.
ASKS_A_PERSON = (MessageState.UNKNOWN, MessageState.GIVEN_UP)


class MessageKind(TextChoices):
    """What a mail is about; it decides the sentence at its foot, and one can filter by it."""

    PAPERS = "papers", _("stukken voor een overleg")
    RECEIPT = "receipt", _("bewijs met een zegel")
    INVITATION = "invitation", _("uitnodiging")
    ANSWER = "answer", _("antwoord aan een kandidaat")
    NOTE = "note", _("bericht")
    REMINDER = "reminder", _("herinnering")
    DIGEST = "digest", _("overzicht")
    ACCOUNT = "account", _("over een account")


class Rhythm(TextChoices):
    """How often somebody wants mail that is not required."""

    AT_ONCE = "at_once", _("Meteen, met een herinnering voor de laatste dag")
    DAILY = "daily", _("Eén keer per dag, in een overzicht")
    WEEKLY = "weekly", _("Eén keer per week, op maandag, in een overzicht")
    REQUIRED = "required", _("Alleen wat moet")


class EditionKind(TextChoices):
    REMINDER = "reminder", _("herinnering")
    DIGEST = "digest", _("overzicht")
