"""The answer that every candidate gets, by mail or on paper."""

from django.utils.translation import gettext_lazy as _

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
DRAWN_AMONG = _("Er waren {candidates} kandidaten voor {seats} zetels, en jij bent geloot.")
