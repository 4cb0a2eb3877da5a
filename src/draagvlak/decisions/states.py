from itertools import combinations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DossierKind(TextChoices):
    """What is decided upon. Each organisation sets its mandates per kind."""

    POLICY_PLAN = "policy_plan", _("opleidingsbeleidsplan")
    TRAINING_REGULATION = "training_regulation", _("vormingsreglement")
    MEASURE = "measure", _("maatregel in het personeelsbeleid")


class Strength(TextChoices):
    """The strength of a body's voice. A row, never an `if`: the sources disagree on the works council (row C1).

    In the order in which they speak: the first ones beside each other, then who approves, then who ratifies (row B2.3).
    """

    INFORM = "inform", _("wordt geïnformeerd")
    CONSULT = "consult", _("wordt geraadpleegd")
    POST = "post", _("kan in het register schrijven")
    ADVICE = "advice", _("geeft advies")
    CONSENT = "consent", _("moet instemmen")
    NEGOTIATION = "negotiation", _("onderhandelt")
    APPROVAL = "approval", _("keurt goed")
    RATIFY = "ratify", _("bekrachtigt")


# As what a dossier stands on the agenda of a body with that strength: a kind of point in `meetings`. A register needs no meeting.
POINTS = {
    Strength.INFORM: "information",
    Strength.CONSULT: "discussion",
    Strength.ADVICE: "advice",
    Strength.CONSENT: "decision",
    Strength.NEGOTIATION: "discussion",
    Strength.APPROVAL: "decision",
    Strength.RATIFY: "decision",
}


class DossierState(TextChoices):
    OPEN = "open", _("loopt")
    ADOPTED = "adopted", _("goedgekeurd")
    REJECTED = "rejected", _("afgekeurd")
    WITHDRAWN = "withdrawn", _("stopgezet")


DOSSIER_TRANSITIONS = {
    DossierState.OPEN: {DossierState.ADOPTED, DossierState.REJECTED, DossierState.WITHDRAWN},
    DossierState.ADOPTED: set[DossierState](),
    DossierState.REJECTED: set[DossierState](),
    DossierState.WITHDRAWN: set[DossierState](),
}


class Verdict(TextChoices):
    """What a body says. Which ones it may say follows from its strength."""

    INFORMED = "informed", _("geïnformeerd")
    NO_REMARKS = "no_remarks", _("had geen opmerkingen")
    REMARKS = "remarks", _("gaf opmerkingen")
    NOTHING_WRITTEN = "nothing_written", _("schreef niets in het register")
    WRITTEN = "written", _("schreef opmerkingen in het register")
    FAVOURABLE = "favourable", _("gunstig")
    WITH_REMARKS = "with_remarks", _("gunstig met opmerkingen")
    UNFAVOURABLE = "unfavourable", _("ongunstig")
    CONSENTED = "consented", _("stemt in")
    IF_AMENDED = "if_amended", _("stemt in als de tekst wijzigt")
    REFUSED = "refused", _("stemt niet in")
    AGREED = "agreed", _("akkoord gesloten")
    NO_AGREEMENT = "no_agreement", _("geen akkoord")
    APPROVED = "approved", _("goedgekeurd")
    NOT_APPROVED = "not_approved", _("niet goedgekeurd")
    RATIFIED = "ratified", _("bekrachtigd")
    NOT_RATIFIED = "not_ratified", _("niet bekrachtigd")


VERDICTS = {
    Strength.INFORM: (Verdict.INFORMED,),
    Strength.CONSULT: (Verdict.NO_REMARKS, Verdict.REMARKS),
    Strength.POST: (Verdict.NOTHING_WRITTEN, Verdict.WRITTEN),
    Strength.ADVICE: (Verdict.FAVOURABLE, Verdict.WITH_REMARKS, Verdict.UNFAVOURABLE),
    Strength.CONSENT: (Verdict.CONSENTED, Verdict.IF_AMENDED, Verdict.REFUSED),
    Strength.NEGOTIATION: (Verdict.AGREED, Verdict.NO_AGREEMENT),
    Strength.APPROVAL: (Verdict.APPROVED, Verdict.NOT_APPROVED),
    Strength.RATIFY: (Verdict.RATIFIED, Verdict.NOT_RATIFIED),
}


class Answer(TextChoices):
    """The employer's answer to one point of an advice."""

    FOLLOWED = "followed", _("gevolgd")
    PARTLY = "partly", _("deels gevolgd, met reden")
    NOT_FOLLOWED = "not_followed", _("niet gevolgd, met reden")


class BallotState(TextChoices):
    """A ballot takes votes until it is counted, or until it is stopped with a reason."""

    OPEN = "open", _("loopt")
    COUNTED = "counted", _("geteld")
    STOPPED = "stopped", _("stopgezet")


BALLOT_TRANSITIONS = {
    BallotState.OPEN: {BallotState.COUNTED, BallotState.STOPPED},
    BallotState.COUNTED: set[BallotState](),
    BallotState.STOPPED: set[BallotState](),
}


class Choice(TextChoices):
    FOR = "for", _("stemde voor")
    AGAINST = "against", _("stemde tegen")
    ABSTAINED = "abstained", _("onthield zich")


class Quorum(TextChoices):
    """How many of those who may vote must take part before the outcome counts."""

    NONE = "none", _("Geen: het telt met hoeveel mensen ook.")
    HALF = "half", _("Meer dan de helft van de leden stemt mee.")
    TWO_THIRDS = "two_thirds", _("Minstens twee derde van de leden stemt mee.")


class Majority(TextChoices):
    """How many votes for are needed. Which one holds stands in the law, the statutes or the house rules of the body."""

    MORE = "more", _("Meer stemmen voor dan tegen.")
    ABSOLUTE = "absolute", _("Meer dan de helft van de uitgebrachte stemmen is voor.")
    OF_ALL = "of_all", _("Meer dan de helft van alle leden is voor.")
    TWO_THIRDS = "two_thirds", _("Minstens twee derde van de uitgebrachte stemmen is voor.")
    UNANIMITY = "unanimity", _("Iedereen die stemt, is voor.")


class Result(TextChoices):
    """What a ballot came to. Only the first two bind what the body says; after the others it may vote again."""

    PASSED = "passed", _("aangenomen")
    FAILED = "failed", _("verworpen")
    NO_QUORUM = "no_quorum", _("niet geldig, te weinig mensen stemden")
    TOO_FEW = "too_few", _("niet geteld, te weinig stemmen om geheim te blijven")


class Way(TextChoices):
    """How somebody's vote came in; empty while it did not."""

    NONE = "", _("stemde nog niet")
    DEVICE = "device", _("stemde zelf")
    PROXY = "proxy", _("via volmacht")
    HANDS = "hands", _("met de hand in de zaal")


class Duty(TextChoices):
    """What one person does in a dossier and another may have to check; in the order in which they come."""

    SUBMIT = "submit", _("de tekst voorleggen")
    SPEAK = "speak", _("opschrijven wat de werknemers zeggen")
    REPLY = "reply", _("antwoorden voor de werkgever")
    CLOSE = "close", _("de beslissing vastleggen")


class Together(TextChoices):
    """What holds when one person does two of them in the same dossier."""

    ALLOWED = "allowed", _("mag")
    NOTED = "noted", _("mag, en het dossier zegt het")
    REFUSED = "refused", _("mag niet")


# Every two of them, each once.
PAIRS = tuple(combinations(Duty, 2))
# What holds where an organisation chose nothing. Who writes for the workers and for the employer, or puts a text forward and
# notes its approval, is not stopped (in a small house there may be nobody else), and the dossier tells it.
USUALLY_TOGETHER = {
    pair: Together.NOTED if Duty.SPEAK in pair or pair == (Duty.SUBMIT, Duty.CLOSE) else Together.ALLOWED
    for pair in PAIRS
}
# Whose voice is that of the workers.
FOR_WORKERS = frozenset({"works_council", "union_delegation", "safety_committee", "workers"})
