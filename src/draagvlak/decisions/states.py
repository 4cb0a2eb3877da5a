from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DossierKind(TextChoices):
    """What is decided upon. Each organisation sets its mandates per kind."""

    POLICY_PLAN = "policy_plan", _("opleidingsbeleidsplan")


class Strength(TextChoices):
    """The strength of a body's voice. A row, never an `if`: the sources disagree on the works council (row C1)."""

    INFORM = "inform", _("wordt geïnformeerd")
    ADVICE = "advice", _("geeft advies")
    CONSENT = "consent", _("moet instemmen")
    APPROVAL = "approval", _("keurt goed")


# As what a dossier stands on the agenda of a body with that strength: a kind of point in `meetings`.
POINTS = {
    Strength.INFORM: "information",
    Strength.ADVICE: "advice",
    Strength.CONSENT: "decision",
    Strength.APPROVAL: "decision",
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

    FAVOURABLE = "favourable", _("gunstig")
    WITH_REMARKS = "with_remarks", _("gunstig met opmerkingen")
    UNFAVOURABLE = "unfavourable", _("ongunstig")
    CONSENTED = "consented", _("stemt in")
    REFUSED = "refused", _("stemt niet in")
    APPROVED = "approved", _("goedgekeurd")
    NOT_APPROVED = "not_approved", _("niet goedgekeurd")


VERDICTS = {
    Strength.INFORM: (),
    Strength.ADVICE: (Verdict.FAVOURABLE, Verdict.WITH_REMARKS, Verdict.UNFAVOURABLE),
    Strength.CONSENT: (Verdict.CONSENTED, Verdict.REFUSED),
    Strength.APPROVAL: (Verdict.APPROVED, Verdict.NOT_APPROVED),
}


class Answer(TextChoices):
    """The employer's answer to one point of an advice."""

    FOLLOWED = "followed", _("gevolgd")
    PARTLY = "partly", _("deels gevolgd, met reden")
    NOT_FOLLOWED = "not_followed", _("niet gevolgd, met reden")
