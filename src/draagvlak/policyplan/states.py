from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class VersionState(TextChoices):
    """Draft is written; submitted lies before the bodies; adopted is in force; the rest is history."""

    DRAFT = "draft", pgettext_lazy("versie", "ontwerp")
    SUBMITTED = "submitted", pgettext_lazy("versie", "voorgelegd")
    ADOPTED = "adopted", pgettext_lazy("versie", "goedgekeurd")
    SUPERSEDED = "superseded", pgettext_lazy("versie", "vervangen")
    SET_ASIDE = "set_aside", pgettext_lazy("versie", "niet aangenomen")


VERSION_TRANSITIONS = {
    VersionState.DRAFT: {VersionState.SUBMITTED},
    VersionState.SUBMITTED: {VersionState.ADOPTED, VersionState.SET_ASIDE},
    VersionState.ADOPTED: {VersionState.SUPERSEDED},
    VersionState.SUPERSEDED: set[VersionState](),
    VersionState.SET_ASIDE: set[VersionState](),
}


class GoalState(TextChoices):
    """How far a goal is when the plan is evaluated."""

    REACHED = "reached", _("bereikt")
    ON_THE_WAY = "on_the_way", _("op weg")
    BEHIND = "behind", _("loopt achter")
    DROPPED = "dropped", _("losgelaten")


class ItemKind(TextChoices):
    """Where an item of the framework comes from (rows A9.2 to A9.4)."""

    LAW = "law", _("wet of besluit")
    SUBSIDY_RULE = "subsidy_rule", _("subsidieregel")
    RECOGNITION_NORM = "recognition_norm", _("erkenningsnorm")
    COLLECTIVE_AGREEMENT = "collective_agreement", _("cao")
    FOUNDING_TEXT = "founding_text", _("fundamentele tekst")
    MISSION = "mission", _("missie of visie")
    POLICY = "policy", _("beleid van de overheid")
    HABIT = "habit", _("eigen gewoonte")


class Bearing(TextChoices):
    OBLIGATION = "obligation", _("verplichting")
    GOAL = "goal", _("doelstelling")
    OPPORTUNITY = "opportunity", _("mogelijkheid")


class Confidence(TextChoices):
    VERIFIED = "verified", _("bron gelezen")
    TO_CHECK = "to_check", _("na te kijken")
    OWN = "own", _("eigen tekst")


class CoreQuestion(TextChoices):
    """The four core questions (rows A8.1 to A8.4)."""

    UNDERSTANDING = "understanding", _("Wat verstaan wij onder leren en VTO?")
    POSITION = "position", _("Wat betekent VTO voor onze strategie? Welke plaats krijgt het?")
    CONTRIBUTION = (
        "contribution",
        _("Wat moet het VTO-beleid waarmaken voor personeel, organisatie en algemeen beleid?"),
    )
    ROLE = "role", _("Welke rol speelt VTO in onze organisatie?")


class Position(TextChoices):
    """The place of VTO, from support on the shop floor to an instrument of strategy (row A8.2)."""

    ONE = "1", _("1. We lossen op wat zich aandient")
    TWO = "2", _("2. We ondersteunen de diensten als ze het vragen")
    THREE = "3", _("3. We plannen opleiding per jaar")
    FOUR = "4", _("4. Opleiding volgt uit de doelen van de organisatie")
    FIVE = "5", _("5. Leren stuurt mee de strategie")


class LearningForm(TextChoices):
    """Forms of learning that the organisation may let count (row A8.1). The first group is formal, the rest is not."""

    COURSE = "course", _("opleiding of cursus, binnen of buiten het huis")
    EXTERNAL_DAY = "external_day", _("studiedag of congres")
    E_LEARNING = "e_learning", _("e-leren")
    ON_THE_JOB = "on_the_job", _("leren op de werkvloer")
    ROTATION = "rotation", _("meelopen, jobrotatie, uitwisseling")
    STUDY_VISIT = "study_visit", _("studiebezoek")
    INTERVISION = "intervision", _("intervisie")
    SUPERVISION = "supervision", _("supervisie")
    COACHING = "coaching", _("coaching en mentorschap")
    CASE_DISCUSSION = "case_discussion", _("casusbespreking")
    SELF_STUDY = "self_study", _("zelfstudie")
    BRIEFING = "briefing", _("briefing na een opleiding")


class SectionKey(TextChoices):
    """The parts of a plan that people write; vision, framework, goals and making-of are filled from their own records."""

    WHY = "why", _("Waarom dit plan")
    TARGET_GROUPS = "target_groups", _("Voor wie")
    ROLES = "roles", _("Wie doet wat")
    RIGHTS = "rights", _("Rechten en plichten")
    MEANS = "means", _("Tijd en middelen")
    FOLLOW_UP = "follow_up", _("Hoe we opvolgen")


class ConsultationState(TextChoices):
    """A round is opened once, and concluded when every remark has an answer. Whether one may write depends on the day."""

    OPENED = "opened", _("loopt")
    CONCLUDED = "concluded", _("afgerond")


CONSULTATION_TRANSITIONS = {
    ConsultationState.OPENED: {ConsultationState.CONCLUDED},
    ConsultationState.CONCLUDED: set[ConsultationState](),
}


class RemarkKind(TextChoices):
    QUESTION = "question", _("Een vraag")
    PROPOSAL = "proposal", _("Een voorstel")
    AGREEMENT = "agreement", _("Hier ga ik mee akkoord")
    OBJECTION = "objection", _("Een bezwaar")


class FollowUp(TextChoices):
    """What was done with a remark."""

    FOLLOWED = "followed", _("gevolgd")
    PARTLY = "partly", _("deels gevolgd")
    NOT = "not", _("niet gevolgd")


class Chapter(TextChoices):
    """The chapters of a training regulation, in their order (domain facts 1.8.13)."""

    SCOPE = "scope", _("Voor wie dit geldt")
    DEFINITIONS = "definitions", _("Wat de woorden betekenen")
    RIGHT = "right", _("Recht op vorming en op informatie")
    DUTY = "duty", _("Wanneer vorming verplicht is")
    TYPES = "types", _("Soorten vorming")
    REQUEST = "request", _("Aanvragen: termijnen, wie beslist, en beroep")
    WORKING_TIME = "working_time", _("Werktijd en compensatie")
    COST = "cost", _("Kosten die het huis betaalt")
    REPLACEMENT = "replacement", _("Vervanging")
    ATTENDANCE = "attendance", _("Aanwezig en afwezig")
    EXAMS = "exams", _("Examens")
    SHARING = "sharing", _("Vertellen en delen wat je leerde")
    EVALUATION = "evaluation", _("Zeggen wat de vorming waard was")
    CERTIFICATES = "certificates", _("Attesten en getuigschriften")
    ACCOUNT = "account", _("Individuele opleidingsrekening")
    LEAVE = "leave", _("Vlaams opleidingsverlof")
    STUDY = "study", _("Studieovereenkomst")
    REIMBURSEMENT = "reimbursement", _("Terugbetalen bij misbruik of stoppen zonder reden")
    EQUALITY = "equality", _("Iedereen gelijk behandeld")
    PRIVACY = "privacy", _("Privacy")
    START = "start", _("Vanaf wanneer dit geldt")


class RuleKey(TextChoices):
    """What an article can fix so that later stations may ask it: one value from a day on."""

    REQUEST_DAYS = "request_days", _("zoveel dagen vooraf vraag je een vorming aan")
    ANSWER_DAYS = "answer_days", _("binnen zoveel dagen krijg je antwoord op je aanvraag")
    APPEAL_DAYS = "appeal_days", _("binnen zoveel dagen kan je in beroep gaan")
    APPEAL_ANSWER_DAYS = "appeal_answer_days", _("binnen zoveel dagen krijg je antwoord op je beroep")
    TRAVEL_COUNTS = "travel_counts", _("reistijd telt als werktijd")
    FREE_DAY_COUNTS = "free_day_counts", _("vorming op een vrije dag telt als werktijd")
    TRAVEL_PAID = "travel_paid", _("het huis betaalt de verplaatsing")
    RIGHT_HOURS = "right_hours", _("recht op zoveel uren vorming per jaar")
    REPORT_DAYS = "report_days", _("binnen zoveel dagen vertel je wat je leerde")
    EVALUATION_DAYS = "evaluation_days", _("binnen zoveel dagen vul je de evaluatie in")
    CANCEL_DAYS = "cancel_days", _("tot zoveel dagen vooraf kan je kosteloos afzeggen")
    COORDINATOR_AMOUNT = "coordinator_amount", _("tot dit bedrag beslist de coördinator zelf (euro)")
    STUDY_MONTHS = "study_months", _("zoveel maanden na een lange opleiding geldt de afspraak over terugbetalen")


class CodecisionState(TextChoices):
    """A round is prepared, then takes what people say, then is concluded line by line, and as a whole."""

    DRAFT = "draft", _("in voorbereiding")
    OPENED = "opened", _("loopt")
    CLOSED = "closed", _("gesloten")
    CONCLUDED = "concluded", _("afgerond")


CODECISION_TRANSITIONS = {
    CodecisionState.DRAFT: {CodecisionState.OPENED},
    CodecisionState.OPENED: {CodecisionState.CLOSED},
    CodecisionState.CLOSED: {CodecisionState.CONCLUDED},
    CodecisionState.CONCLUDED: set[CodecisionState](),
}


class LineKind(TextChoices):
    """What a line of a co-decision round is about (row B3.4)."""

    ARTICLE = "article", _("een artikel van het reglement")
    BUDGET = "budget", _("een regel van het budget")
    PROCEDURE = "procedure", _("een afspraak of manier van werken")


class Stand(TextChoices):
    """What somebody says about a line."""

    AGREED = "agreed", _("Akkoord")
    IF_CHANGED = "if_changed", _("Akkoord, als dit verandert")
    NOT_AGREED = "not_agreed", _("Niet akkoord")
    NONE = "none", _("Geen mening")


class LineVerdict(TextChoices):
    """What became of a line."""

    KEPT = "kept", _("blijft zoals voorgesteld")
    CHANGED = "changed", _("wordt gewijzigd")
    DROPPED = "dropped", _("gaat niet door")


class BudgetCategory(TextChoices):
    """The lines of a training budget (domain facts 1.8.14)."""

    TRAINER_FEE = "trainer_fee", _("lesgever van buiten")
    REGISTRATION = "registration", _("inschrijvingsgeld")
    MATERIAL = "material", _("materiaal")
    ROOM = "room", _("lokaal en toestellen")
    TRAVEL = "travel", _("verplaatsing")
    STAY = "stay", _("verblijf en maaltijden")
    TRAINER_WAGE = "trainer_wage", _("loon van eigen lesgevers")
    PARTICIPANT_WAGE = "participant_wage", _("loon van wie deelneemt")
    REPLACEMENT = "replacement", _("vervanging")
    COORDINATION = "coordination", _("coördinatie en administratie")
    E_LEARNING = "e_learning", _("licentie voor e-leren")
    LIBRARY = "library", _("bibliotheek")
    EVALUATION = "evaluation", _("evaluatie")
    CERTIFICATION = "certification", _("attesten en certificaten")
    OTHER = "other", _("iets anders")


class RevisionKind(TextChoices):
    """How a saving of a part came about."""

    STARTED = "started", _("begintekst")
    WRITTEN = "written", _("geschreven")
    MERGED = "merged", _("samengevoegd")
    RESTORED = "restored", _("teruggezet")
    REMOVED = "removed", _("weggehaald")
    KEPT = "kept", _("zoals het stond")


class PlanSize(TextChoices):
    """With which starting texts a plan begins."""

    SHORT = "short", _("Kort: enkele zinnen per deel. Past bij een huis tot 50 mensen.")
    LONG = "long", _("Uitgebreid: per deel vragen, tussenkoppen en tabellen. Past bij een groter huis.")
    EMPTY = "empty", _("Leeg: ik schrijf alles zelf.")


class NoteKind(TextChoices):
    """A note in the margin says something about words of the draft, or proposes other words in their place."""

    COMMENT = "comment", _("Een opmerking")
    SUGGESTION = "suggestion", _("Een voorstel: andere woorden")


class NoteState(TextChoices):
    OPEN = "open", _("open")
    SETTLED = "settled", _("afgehandeld")
    TAKEN_OVER = "taken_over", _("overgenomen in de tekst")
    DECLINED = "declined", _("niet overgenomen")
    WITHDRAWN = "withdrawn", _("ingetrokken")


NOTE_TRANSITIONS = {
    NoteState.OPEN: {NoteState.SETTLED, NoteState.TAKEN_OVER, NoteState.DECLINED, NoteState.WITHDRAWN},
    NoteState.SETTLED: {NoteState.OPEN},
    NoteState.DECLINED: {NoteState.OPEN},
    # The text has changed: what is to be said now is about other words.
    NoteState.TAKEN_OVER: set[NoteState](),
    NoteState.WITHDRAWN: set[NoteState](),
}


class ScreeningAbout(TextChoices):
    """What changes (row B5.2)."""

    PLAN = "plan", _("het beleidsplan")
    REGULATION = "regulation", _("het vormingsreglement")
    FRAMEWORK = "framework", _("een punt van het kader")
    PROJECT = "project", _("een ander project of een andere maatregel")


class ScreeningState(TextChoices):
    """Asked by a body without a note yet; lying before it with its note; screened with an outcome; or withdrawn."""

    ASKED = "asked", _("gevraagd")
    LYING = "lying", _("ligt voor")
    SCREENED = "screened", _("gescreend")
    WITHDRAWN = "withdrawn", _("ingetrokken")


SCREENING_TRANSITIONS = {
    ScreeningState.ASKED: {ScreeningState.LYING, ScreeningState.WITHDRAWN},
    ScreeningState.LYING: {ScreeningState.LYING, ScreeningState.SCREENED, ScreeningState.WITHDRAWN},
    ScreeningState.SCREENED: set[ScreeningState](),
    ScreeningState.WITHDRAWN: set[ScreeningState](),
}


class ScreeningOutcome(TextChoices):
    NO_REMARK = "no_remark", _("geen opmerking")
    REMARK = "remark", _("een opmerking")
    ADVICE = "advice", _("het orgaan wil eerst advies geven of geraadpleegd worden")


class NegotiationState(TextChoices):
    """A negotiation runs until its agreement is signed, or until a side stops it."""

    RUNNING = "running", _("loopt")
    SIGNED = "signed", _("getekend")
    STOPPED = "stopped", _("gestopt zonder akkoord")


NEGOTIATION_TRANSITIONS = {
    NegotiationState.RUNNING: {NegotiationState.SIGNED, NegotiationState.STOPPED},
    NegotiationState.SIGNED: set[NegotiationState](),
    NegotiationState.STOPPED: set[NegotiationState](),
}


class AgreementLevel(TextChoices):
    """For whom an agreement is made (domain facts 1.8.15)."""

    COMPANY = "company", _("cao voor ons huis")
    GROUP = "group", _("cao voor meer dan één huis")
    SECTOR = "sector", _("cao van de sector")
    OTHER = "other", _("andere afspraak")


class TableSide(TextChoices):
    """For whom somebody sits at the table. An expert reads and gives advice; he agrees to nothing."""

    EMPLOYER = "employer", _("werkgever")
    WORKERS = "workers", _("werknemers")
    EXPERT = "expert", _("gevraagd als deskundige")


SPEAKING_SIDES = (TableSide.EMPLOYER, TableSide.WORKERS)


class ClauseState(TextChoices):
    """Follows from the texts and who agreed to the last one; kept nowhere but in them."""

    OPEN = "open", _("open")
    AGREED = "agreed", _("akkoord van beide kanten")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class AgreementEnding(TextChoices):
    DENOUNCED = "denounced", _("opgezegd")
    ENDED = "ended", _("beëindigd in overleg")
    REPLACED = "replaced", _("vervangen door een nieuwe")


class IndividualState(TextChoices):
    """Asking only the people whom a measure concerns: prepared, asked, decided; or withdrawn on the way (facts 2.2)."""

    DRAFT = "draft", _("in voorbereiding")
    ASKED = "asked", _("loopt")
    DECIDED = "decided", _("beslist")
    WITHDRAWN = "withdrawn", _("ingetrokken")


INDIVIDUAL_TRANSITIONS = {
    IndividualState.DRAFT: {IndividualState.ASKED, IndividualState.WITHDRAWN},
    IndividualState.ASKED: {IndividualState.DECIDED, IndividualState.WITHDRAWN},
    IndividualState.DECIDED: set[IndividualState](),
    IndividualState.WITHDRAWN: set[IndividualState](),
}


class SpokenBy(TextChoices):
    """Whose hand wrote down what a person said."""

    SELF = "self", _("zelf geschreven")
    DELEGATE = "delegate", _("namens")
    TALK = "talk", _("genoteerd na een gesprek")


class IndividualOutcome(TextChoices):
    GOES_ON = "goes_on", _("gaat door zoals in de nota")
    CHANGED = "changed", _("gaat door, maar anders")
    STOPS = "stops", _("gaat niet door")
