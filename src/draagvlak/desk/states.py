from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Treatment(TextChoices):
    """What was done with something that was asked or said; the values stand in addresses."""

    FOLLOWED = "gevolgd", _("gevolgd")
    PARTLY = "deels", _("deels gevolgd")
    NOT = "niet", _("niet gevolgd")
    # A question asks for an answer and a request for a note: nobody is followed by that.
    ANSWERED = "beantwoord", _("beantwoord")
    WAITS = "wacht", _("wacht op antwoord")
