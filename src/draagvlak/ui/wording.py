"""Sentences of the shapes themselves."""

from django.utils.translation import gettext_lazy as _

READ_ONLY = "A page that is only looked at may not write: {statement}"
ALREADY_SENT = _("Dit formulier was al verstuurd. Er is niets dubbel gebeurd.")
BOTH_TEXTS_KEPT = _("Iemand anders wijzigde dit ondertussen. Jouw tekst is bewaard, kies hieronder wat het wordt.")
SAVED = _("Bewaard.")
EMPTY_OPTION = _("Kies …")
OPTIONAL = _("(mag leeg)")
