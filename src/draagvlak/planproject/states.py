from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CandidacyState(TextChoices):
    SUBMITTED = "submitted", _("ingediend")
    RETAINED = "retained", _("in de groep")
    RESERVE = "reserve", _("reserve")
    NOT_RETAINED = "not_retained", _("niet gekozen")
    WITHDRAWN = "withdrawn", _("ingetrokken")


CANDIDACY_TRANSITIONS = {
    CandidacyState.SUBMITTED: {
        CandidacyState.RETAINED,
        CandidacyState.RESERVE,
        CandidacyState.NOT_RETAINED,
        CandidacyState.WITHDRAWN,
    },
    CandidacyState.RETAINED: {CandidacyState.WITHDRAWN},
    CandidacyState.RESERVE: {CandidacyState.RETAINED, CandidacyState.WITHDRAWN},
    CandidacyState.NOT_RETAINED: set[CandidacyState](),
    CandidacyState.WITHDRAWN: set[CandidacyState](),
}


class GroupState(TextChoices):
    COMPOSED = "composed", _("samengesteld")
    DISSOLVED = "dissolved", _("ontbonden")


class WantedRole(TextChoices):
    CHAIR = "chair", _("de groep voorzitten")
    REPORTER = "reporter", _("verslag maken")
    NEEDS = "needs", _("collega’s bevragen")
    COMMUNICATION = "communication", _("nieuws verspreiden")
    FIGURES = "figures", _("cijfers bekijken")
    MEMBER = "member", _("meedenken")


class Moment(TextChoices):
    """When somebody can usually come; night and weekend staff are asked as such."""

    MORNING = "morning", _("in de voormiddag")
    AFTERNOON = "afternoon", _("in de namiddag")
    EVENING = "evening", _("’s avonds, voor een nachtdienst")
    AFTER_NIGHT = "after_night", _("’s morgens, na een nachtdienst")
    WEEKEND = "weekend", _("in het weekend")
    ONLINE = "online", _("online, van thuis")


class SpeaksFor(TextChoices):
    SELF = "self", _("mezelf")
    TEAM = "team", _("mijn team")
    UNION = "union", _("de vakbondsafvaardiging")
    COUNCIL = "council", _("de ondernemingsraad")
    VOLUNTEERS = "volunteers", _("de vrijwilligers")


class AnnouncementState(TextChoices):
    DRAFT = "draft", _("ontwerp")
    PUBLISHED = "published", _("bekendgemaakt")
    WITHDRAWN = "withdrawn", _("ingetrokken")


ANNOUNCEMENT_TRANSITIONS = {
    AnnouncementState.DRAFT: {AnnouncementState.PUBLISHED},
    AnnouncementState.PUBLISHED: {AnnouncementState.WITHDRAWN},
    AnnouncementState.WITHDRAWN: set[AnnouncementState](),
}


class FeedbackAnswer(TextChoices):
    """What we do with somebody's feedback; the reason is always written beside it."""

    FOLLOWED = "followed", _("we volgen dit")
    PARTLY = "partly", _("we volgen dit deels")
    NOT = "not", _("we volgen dit niet")


class Direction(TextChoices):
    """Which way a member of the group brought something."""

    BACK = "back", _("van de groep naar de achterban")
    IN = "in", _("van de achterban naar de groep")
