from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class VersionState(TextChoices):
    """Draft is written; submitted lies before the bodies; adopted is in force; the rest is history."""

    DRAFT = "draft", _("ontwerp")
    SUBMITTED = "submitted", _("voorgelegd")
    ADOPTED = "adopted", _("goedgekeurd")
    SUPERSEDED = "superseded", _("vervangen")
    SET_ASIDE = "set_aside", _("niet aangenomen")


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
