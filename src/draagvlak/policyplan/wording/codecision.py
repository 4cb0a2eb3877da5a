"""Sentences about more time for a round to decide together, and about throwing one away."""

from django.utils.translation import gettext_lazy as _

CO_LATER = _("Kies een dag na {day}: dat is nu de laatste dag. Korter kan niet.")
CO_NOT_YET = _("Deze ronde is nog niet open. Kies de laatste dag bij “Wijzig vraag, mensen of dag”.")
CO_STAYS_OVER = _("Deze ronde is voorbij. Wie gevraagd is, leest al wat anderen zeiden. Meer tijd geven kan niet meer.")
CO_EXTENDED = _("Bewaard. Er is nu tijd tot en met {day}. {count} mensen krijgen bericht.")
CO_DISCARDED = _("Weggegooid. De artikels van het reglement bleven zoals ze waren.")
CO_GONE = _("{name} gooide deze ronde weg op {day}.")
CO_LONGER_SUBJECT = _("Er is nog tijd tot en met {day}: {title}")
CO_LONGER_BODY = _(
    "Dag {name},\n\nJe kan langer meebeslissen: tot en met {day}. De reden: {reason}\n\nWat je al antwoordde, blijft staan.\n\n{link}\n"
)
