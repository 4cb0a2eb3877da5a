from django.db.models import IntegerChoices, TextChoices
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


class ProjectState(TextChoices):
    """Work begins when the sponsor confirmed goals, means and time (row A1.3)."""

    PREPARING = "preparing", _("in voorbereiding")
    WORKING = "working", _("bezig")
    FINISHED = "finished", _("afgerond")


# A new sponsor confirms again, so a project at work can go back to its preparation.
PROJECT_TRANSITIONS = {
    ProjectState.PREPARING: {ProjectState.WORKING, ProjectState.FINISHED},
    ProjectState.WORKING: {ProjectState.PREPARING, ProjectState.FINISHED},
    ProjectState.FINISHED: set[ProjectState](),
}


class PhaseKey(TextChoices):
    """The phases that are proposed; an own one carries no key."""

    START = "start", _("Opstart")
    FRAME = "frame", _("Visie en kader")
    WRITING = "writing", _("Schrijven")
    CONSULTATION = "consultation", _("Overleg")
    APPROVAL = "approval", _("Goedkeuring")


class Degree(IntegerChoices):
    """How likely a risk is, or how much harm it would do."""

    SMALL = 1, _("klein")
    MIDDLE = 2, _("gemiddeld")
    GREAT = 3, _("groot")


class TimeKind(TextChoices):
    COORDINATOR = "coordinator", _("De coördinator")
    MEMBERS = "members", _("De leden van de werkgroep")
    CONTACTS = "contacts", _("Contacten met wie betrokken is")


class AidPart(TextChoices):
    """What the aid for an external partner weighs. The first two are the fields of experience (row A7.2)."""

    STRATEGY = "strategy", _("Ervaring met strategisch plannen")
    TRAINING = "training", _("Ervaring met VTO en zijn procedures")
    TIME = "time", _("Tijd")
    NEUTRALITY = "neutrality", _("Een neutrale blik")
    MONEY = "money", _("Geld")


class AidQuestion(TextChoices):
    """The questions of the aid; each is answered from 0 (not at all) to 3 (completely)."""

    MADE_A_PLAN = "made_a_plan", _("Iemand van ons maakte al eens een plan over meer jaren.")
    SETS_GOALS = "sets_goals", _("We kunnen doelen zo schrijven dat je later ziet of ze gehaald zijn.")
    FINDS_NEEDS = "finds_needs", _("We weten hoe je opspoort wat mensen willen en moeten leren.")
    KNOWS_RULES = "knows_rules", _("We kennen de regels: het opleidingsplan, het overleg, de subsidies.")
    FOLLOWS_UP = "follows_up", _("We weten hoe je nakijkt of een opleiding iets veranderde.")
    HAS_TIME = "has_time", _("Wie het plan trekt, heeft er elke week echt tijd voor.")
    IS_NEUTRAL = "is_neutral", _("Iemand van ons kan de gesprekken leiden zonder zelf partij te zijn.")
    HAS_MONEY = "has_money", _("Er is geld om een partner te betalen, of een partner die gratis helpt.")


class AidAnswer(IntegerChoices):
    NOT = 0, _("helemaal niet")
    BIT = 1, _("een beetje")
    MOSTLY = 2, _("grotendeels")
    WHOLLY = 3, _("helemaal")


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
