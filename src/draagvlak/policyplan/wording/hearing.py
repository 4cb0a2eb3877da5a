"""Sentences about what a consultation round is about."""

from django.utils.translation import gettext_lazy as _

HEARING_ARTICLE = _("Artikel {number}: {title}")
HEARING_HOLDS = _("Geldt voor: {names}")
HEARING_OPEN_PLAN = _("Raadpleeg over het beleidsplan")
HEARING_OPEN_REGULATION = _("Raadpleeg over het reglement")
