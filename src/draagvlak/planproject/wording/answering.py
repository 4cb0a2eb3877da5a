"""The answer that every candidate gets, by mail or on paper."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

ANSWER_SUBJECT = _("Antwoord op je kandidatuur: {call}")
ANSWER_RETAINED = _("Dag {name}\n\nJe zit in de werkgroep. Welkom!\n\n{reason}\n")
ANSWER_RESERVE = _(
    "Dag {name}\n\nJe staat op de reservelijst van de werkgroep. Valt iemand weg, dan vragen we je eerst.\n\n{reason}\n"
)
ANSWER_NOT_RETAINED = _(
    "Dag {name}\n\nDank je dat je wilde meedoen. Je zit deze keer niet in de werkgroep. Dit is de reden:\n\n{reason}\n"
)
WITHDRAWN_FOR = _("De kandidatuur van {name} is ingetrokken.")
CHOSEN_AMONG = _("Er waren {candidates} kandidaten voor {seats} zetels, en jij bent gekozen.")
CHOSEN_OF = _("Er waren {candidates} kandidaten, en jij bent gekozen.")
DRAWN_AMONG = _("Er waren {candidates} kandidaten voor {seats} zetels, en jij bent geloot.")

# The same answer in another language, by its code; how many candidates have that language.
IN_LANGUAGE = {
    "nl": ngettext_lazy(
        "In het Nederlands, voor {number} kandidaat", "In het Nederlands, voor {number} kandidaten", "number"
    ),
    "fr": ngettext_lazy("In het Frans, voor {number} kandidaat", "In het Frans, voor {number} kandidaten", "number"),
    "en": ngettext_lazy("In het Engels, voor {number} kandidaat", "In het Engels, voor {number} kandidaten", "number"),
}
