from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MeetingState(TextChoices):
    PLANNED = "planned", _("gepland")
    HELD = "held", _("gehouden")
    CANCELLED = "cancelled", _("afgelast")


MEETING_TRANSITIONS = {
    MeetingState.PLANNED: {MeetingState.HELD, MeetingState.CANCELLED},
    MeetingState.HELD: set[MeetingState](),
    MeetingState.CANCELLED: set[MeetingState](),
}


class Repeat(TextChoices):
    """How a series goes on. Monthly keeps the weekday: the second Tuesday stays the second Tuesday."""

    ONCE = "once", _("één keer")
    WEEKLY = "weekly", _("elke week")
    TWO_WEEKLY = "two_weekly", _("om de twee weken")
    MONTHLY = "monthly", _("elke maand, op dezelfde weekdag (bijvoorbeeld de tweede dinsdag)")


class ItemKind(TextChoices):
    INFORMATION = "information", _("ter informatie")
    DISCUSSION = "discussion", _("bespreking")
    DECISION = "decision", _("beslissing")
    ADVICE = "advice", _("advies")


class ItemSource(TextChoices):
    """Who put a point on the agenda: a person, what an earlier meeting left open, or a question put to the body."""

    PERSON = "person", _("voorgesteld")
    MINUTES = "minutes", _("verslag dat nog goedgekeurd moet worden")
    ACTIONS = "actions", _("actiepunten die nog open staan")
    AGAIN = "again", _("komt terug")
    MATTER = "matter", _("voorgelegd")


class Method(TextChoices):
    """How a body came to its decision."""

    NONE = "", _("geen beslissing")
    CONSENSUS = "consensus", _("met eenparigheid, zonder stemming")
    VOTE = "vote", _("met een stemming")


class Answer(TextChoices):
    NONE = "", _("nog geen antwoord")
    ACCEPTED = "accepted", _("komt")
    TENTATIVE = "tentative", _("misschien")
    DECLINED = "declined", _("komt niet")


class Presence(TextChoices):
    NONE = "", _("niet genoteerd")
    PRESENT = "present", _("aanwezig")
    EXCUSED = "excused", _("verontschuldigd")
    ABSENT = "absent", _("afwezig")


class MinutesState(TextChoices):
    DRAFT = "draft", _("ontwerp")
    SENT = "sent", _("verstuurd, nog goed te keuren")
    APPROVED = "approved", _("goedgekeurd")


# Minutes that were sent and are written on become a draft again, to be sent anew.
MINUTES_TRANSITIONS = {
    MinutesState.DRAFT: {MinutesState.SENT},
    MinutesState.SENT: {MinutesState.DRAFT, MinutesState.APPROVED},
    MinutesState.APPROVED: set[MinutesState](),
}
