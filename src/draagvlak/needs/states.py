from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class GroupKind(TextChoices):
    FUNCTION_GROUP = "function_group", _("functiegroep")
    TEAM = "team", _("team")
    SITE = "site", _("site")
    ALL = "all", _("iedereen hier")
    WORDS = "words", _("in eigen woorden")


class HowOften(TextChoices):
    NOW_AND_THEN = "now_and_then", _("af en toe")
    WEEKLY = "weekly", _("elke week")
    DAILY = "daily", _("elke dag")


class Urgency(TextChoices):
    CAN_WAIT = "can_wait", _("kan wachten")
    THIS_YEAR = "this_year", _("dit jaar nog")
    NOW = "now", _("zo snel mogelijk")


class SignalState(TextChoices):
    RECEIVED = "received", _("nog niet beantwoord")
    ANSWERED = "answered", _("beantwoord")
    MERGED = "merged", _("samengevoegd")


SIGNAL_TRANSITIONS = {
    SignalState.RECEIVED: {SignalState.ANSWERED, SignalState.MERGED},
    SignalState.ANSWERED: {SignalState.ANSWERED},
    SignalState.MERGED: {SignalState.RECEIVED},
}


class AnswerKind(TextChoices):
    """What happens with a signal."""

    TAKEN_UP = "taken_up", _("we nemen het op als mogelijke activiteit")
    NOT_NOW = "not_now", _("nu niet")
    EXISTS = "exists", _("dit bestaat al")
