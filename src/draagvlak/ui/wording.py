"""Sentences of the shapes themselves."""

from django.utils.translation import gettext_lazy as _

READ_ONLY = "A page that is only looked at may not write: {statement}"
ALREADY_SENT = _("Dit formulier was al verstuurd. Er is niets dubbel gebeurd.")
SAVED = _("Bewaard.")
EMPTY_OPTION = _("Kies …")
TYPE_A_NAME = _("Typ een deel van de naam en kies uit de lijst.")
YES, NO = _("ja"), _("nee")
