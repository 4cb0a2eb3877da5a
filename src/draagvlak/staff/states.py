from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Statute(TextChoices):
    """Employment status. Who counts for the social balance follows from it (domain facts, section 6.3)."""

    PERMANENT = "permanent", _("vast, onbepaalde duur")
    FIXED_TERM = "fixed_term", _("bepaalde duur")
    REPLACEMENT = "replacement", _("vervangingscontract")
    DEFINED_WORK = "defined_work", _("duidelijk omschreven werk")
    STUDENT_WORKER = "student_worker", _("jobstudent")
    TARGET_GROUP = "target_group", _("doelgroepmedewerker")
    ART60 = "art60", _("artikel 60 (OCMW)")
    AGENCY_WORKER = "agency_worker", _("interim")
    TRAINEE = "trainee", _("stagiair")
    APPRENTICE = "apprentice", _("leerling alternerend leren")
    IBO = "ibo", _("individuele beroepsopleiding")
    VOLUNTEER = "volunteer", _("vrijwilliger")
    SELF_EMPLOYED = "self_employed", _("zelfstandige")
    SECONDED = "seconded", _("gedetacheerd")
    UNKNOWN = "unknown", _("niet ingevuld")


# At work under a contract with the organisation: the people whom the size thresholds and the social balance count.
WORKERS = frozenset(
    {
        Statute.PERMANENT,
        Statute.FIXED_TERM,
        Statute.REPLACEMENT,
        Statute.DEFINED_WORK,
        Statute.STUDENT_WORKER,
        Statute.TARGET_GROUP,
        Statute.UNKNOWN,
    }
)


class Sex(TextChoices):
    """The column of the social balance, asked apart from gender; the model has two columns (domain facts, U15)."""

    FEMALE = "f", _("vrouw")
    MALE = "m", _("man")
    OTHER = "x", _("x")
    UNKNOWN = "", _("niet ingevuld")


class Shift(TextChoices):
    """Working-time regime."""

    DAY = "day", _("dag")
    CHANGING = "changing", _("wisselend")
    EVENING = "evening", _("avond")
    NIGHT = "night", _("nacht")
    WEEKEND = "weekend", _("weekend")
    UNKNOWN = "", _("niet ingevuld")


class ImportState(TextChoices):
    """A list is read as a trial; carried out all or nothing; may be undone. Nothing else."""

    TRIAL = "trial", _("proef")
    DONE = "done", _("uitgevoerd")
    UNDONE = "undone", _("ongedaan gemaakt")
    DROPPED = "dropped", _("niet uitgevoerd")


class Verdict(TextChoices):
    """What one row of a list does."""

    NEW = "new", _("nieuw")
    CHANGED = "changed", _("gewijzigd")
    UNCHANGED = "unchanged", _("ongewijzigd")
    REFUSED = "refused", _("niet bruikbaar")
    GONE = "gone", _("niet meer op de lijst")


IMPORT_TRANSITIONS = {
    ImportState.TRIAL: {ImportState.DONE, ImportState.DROPPED},
    ImportState.DONE: {ImportState.UNDONE},
    ImportState.UNDONE: set(),
    ImportState.DROPPED: set(),
}
