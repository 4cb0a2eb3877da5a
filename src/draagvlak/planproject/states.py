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


class CharterState(TextChoices):
    DRAFT = "draft", _("ontwerp")
    ASKED = "asked", _("ligt voor aan de leden")
    APPROVED = "approved", _("goedgekeurd")
    SUPERSEDED = "superseded", _("vervangen")


CHARTER_TRANSITIONS = {
    CharterState.DRAFT: {CharterState.ASKED},
    CharterState.ASKED: {CharterState.APPROVED, CharterState.DRAFT},
    CharterState.APPROVED: {CharterState.SUPERSEDED},
    CharterState.SUPERSEDED: set[CharterState](),
}


class GroupPower(TextChoices):
    """What the group may do with the plan."""

    ADVISE = "advise", _("adviseren")
    WRITE = "write", _("het ontwerp schrijven")
    DECIDE = "decide", _("beslissen binnen afgesproken grenzen")


class DecisionRule(TextChoices):
    CONSENSUS = "consensus", _("we zoeken tot iedereen ermee kan leven")
    MAJORITY = "majority", _("gewone meerderheid")
    TWO_THIRDS = "two_thirds", _("twee derde van de stemmen")
    CHAIR = "chair", _("de voorzitter beslist als we er niet uitkomen")


class MemberRole(TextChoices):
    CHAIR = "chair", _("voorzitter")
    SECRETARY = "secretary", _("verslaggever")
    MEMBER = "member", _("lid")
    SPONSOR = "sponsor", _("sponsor")
    ADVISER = "adviser", _("adviseur")


class GoalProgress(TextChoices):
    OPEN = "open", _("nog niet begonnen")
    BUSY = "busy", _("bezig")
    REACHED = "reached", _("bereikt")
    DROPPED = "dropped", _("losgelaten")


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
