from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class BodyKind(TextChoices):
    """Bodies that may have a say. The label is the usual one; each organisation may use its own (row C4)."""

    BOARD = "board", _("raad van bestuur")
    MANAGEMENT = "management", _("directie")
    WORKS_COUNCIL = "works_council", _("ondernemingsraad")
    SAFETY_COMMITTEE = "safety_committee", _("comité voor preventie en bescherming (CPBW)")
    UNION_DELEGATION = "union_delegation", _("syndicale delegatie")
    WORKERS = "workers", _("de medewerkers zelf")
    WORKING_GROUP = "working_group", _("werkgroep")


# Bodies whose existence the set-up asks; management and the workers themselves are always there.
ASKED_BODIES = (BodyKind.BOARD, BodyKind.WORKS_COUNCIL, BodyKind.UNION_DELEGATION, BodyKind.SAFETY_COMMITTEE)


# Bodies in which employer and workers sit at one table.
JOINT_BODIES = (BodyKind.WORKS_COUNCIL, BodyKind.SAFETY_COMMITTEE)


class SeatFunction(TextChoices):
    CHAIR = "chair", _("voorzitter")
    SECRETARY = "secretary", _("secretaris")
    MEMBER = "member", _("lid")
    SUBSTITUTE = "substitute", _("plaatsvervanger")


class Side(TextChoices):
    """In a joint body: for whom the seat speaks."""

    NONE = "", _("niet van toepassing")
    EMPLOYER = "employer", _("werkgever")
    WORKERS = "workers", _("werknemers")


class RoleKind(TextChoices):
    """Roles a person holds for a while. Never a flag on the account."""

    MANAGEMENT = "management", _("directie")
    LINE_MANAGER = "line_manager", _("leidinggevende")
    TRAINING_COORDINATOR = "training_coordinator", _("VTO-coördinator")
    HR_OFFICER = "hr_officer", _("personeelsverantwoordelijke")


class Actor(TextChoices):
    """The seven actors to whom responsibility is given (row B0.1); each is a person, a body, or recorded as not present."""

    BOARD = "board", _("raad van bestuur")
    MANAGEMENT = "management", _("directie")
    WORKS_COUNCIL = "works_council", _("ondernemingsraad")
    WORKER_REPRESENTATIVES = "union_delegation", _("werknemersafgevaardigden (syndicale delegatie)")
    LINE_MANAGERS = "line_manager", _("leidinggevenden")
    TRAINING_COORDINATOR = "training_coordinator", _("VTO-coördinator")
    HR_OFFICER = "hr_officer", _("personeelsverantwoordelijke")


class Letter(TextChoices):
    """The part somebody takes in a responsibility. One role decides; the rest carry out, are asked, are told or help."""

    RESPONSIBLE = "R", _("voert uit")
    ACCOUNTABLE = "A", pgettext_lazy("wat een rol doet", "beslist")
    CONSULTED = "C", _("geeft raad")
    INFORMED = "I", _("wordt verwittigd")
    SUPPORTS = "S", _("helpt")


class Weight(TextChoices):
    """How much a responsibility asks of who carries it out or decides (row B0.3)."""

    LIGHT = "light", _("licht")
    NORMAL = "normal", _("gewoon")
    HEAVY = "heavy", _("zwaar")


class MatrixRoleKind(TextChoices):
    """Who can take a part. The first ones follow bodies and roles; an own one is held by a named person (row C6)."""

    BOARD = "board", _("raad van bestuur")
    MANAGEMENT = "management", _("directie")
    LINE_MANAGER = "line_manager", _("leidinggevenden")
    TRAINING_COORDINATOR = "training_coordinator", _("VTO-coördinator")
    HR_OFFICER = "hr_officer", _("personeelsdienst")
    WORKS_COUNCIL = "works_council", _("ondernemingsraad")
    UNION_DELEGATION = "union_delegation", _("syndicale delegatie")
    WORKERS = "workers", _("medewerkers")
    PARTNERS = "partners", _("externe partners")
    OWN = "own", _("eigen rol")


class Region(TextChoices):
    """Where the houses of an organisation stand; some rules hold in one region only (domain facts, 2.7). Codes as in the law's data."""

    FLANDERS = "VL", _("Vlaanderen")
    BRUSSELS = "BR", _("Brussel")
    WALLONIA = "WA", _("Wallonië")


class Size(TextChoices):
    """The preset for an organisation (row B0.3)."""

    SMALL = "small", _("klein: enkele mensen nemen veel rollen op")
    MEDIUM = "medium", _("middelgroot: directie, coördinator en leidinggevenden delen")
    LARGE = "large", _("groot: elke rol heeft haar eigen taken")


class PartnerKind(TextChoices):
    """Where help from outside comes from (domain facts 6.5, shortened)."""

    SECTOR_FUND = "sector_fund", _("sectorfonds")
    KNOWLEDGE_CENTRE = "knowledge_centre", _("kenniscentrum")
    UNIVERSITY = "university", _("hogeschool of universiteit")
    FEDERATION = "federation", _("koepel of federatie")
    COMMERCIAL = "commercial", _("opleidings- of adviesbureau")
    FREELANCE = "freelance", _("zelfstandige begeleider")
    PUBLIC_BODY = "public_body", _("overheidsdienst")
    PREVENTION = "prevention", _("externe preventiedienst of sociaal secretariaat")
    OTHER = "other", _("iets anders")


class PartnerRole(TextChoices):
    ADVICE = "advice", _("advies geven")
    RESEARCH = "research", _("onderzoek doen")
    PROGRAMMES = "programmes", _("opleidingen geven")
    STRATEGY = "strategy", _("de strategie ondersteunen")
    GUIDANCE = "guidance", _("mensen of groepen begeleiden")
    EVALUATION = "evaluation", _("evalueren")


class AttitudeLevel(IntegerChoices):
    """How a stakeholder stands towards the plan, 1 to 5 (key figure K38)."""

    UNAWARE = 1, _("weet er nog niet van")
    RESISTANT = 2, _("wil het niet")
    NEUTRAL = 3, _("wacht af")
    SUPPORTIVE = 4, _("steunt het")
    CARRYING = 5, _("draagt het mee")


class Involvement(TextChoices):
    """How a stakeholder takes part, from being told to making it together."""

    INFORM = "inform", _("informeren")
    CONSULT = "consult", _("raadplegen")
    ADVISE = "advise", _("om advies vragen")
    DECIDE = "decide", _("laten beslissen")
    CO_CREATE = "co_create", _("samen maken")


class PlanQuestion(TextChoices):
    """The four questions about support that a stakeholder helps to answer (rows A1.1 to A1.4)."""

    EMPLOYEES = "a1_1", _("Hoe betrekken en informeren we de medewerkers?")
    COUNCIL = "a1_2", _("Hoe betrekken we de ondernemingsraad?")
    MANAGEMENT = "a1_3", _("Staat de directie achter het plan, ook als ze niet meeschrijft?")
    SUPERVISORS = "a1_4", _("Hoe weten leidinggevenden wat hun rol is bij leren?")
