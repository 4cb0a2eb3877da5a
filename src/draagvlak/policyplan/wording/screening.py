"""Sentences about what can change the personnel policy, and what the body that speaks for the workers says on it."""

from django.utils.translation import gettext_lazy as _

SCREEN_NO_BODY = _("Er is hier geen orgaan dat voor het personeel spreekt. Stel er eerst een in bij Wie doet wat.")
SCREEN_NO_TITLE = _("Geef het project of de maatregel een naam.")
SCREEN_NO_WORDS = _("Schrijf wat er verandert, voor wie, en wat het werk ervan merkt.")
SCREEN_NO_WHY = _("Schrijf waarom dit gescreend moet worden.")
SCREEN_TWICE = _("Dit staat al op de lijst: {title}. Open die screening, je tekst staat hieronder nog.")
SCREEN_STATE = _("Dit kan niet meer: deze screening is {state}.")
SCREEN_GONE = _("Waar het over ging, bestaat niet meer. Kies een ander onderwerp.")
SCREEN_NOT_MET = _("De vergadering waarop dit staat, is nog niet geweest: {day}. Noteer daarna wat ervan kwam.")
SCREEN_DAY = _("Kies een dag vanaf {first} tot vandaag: vroeger lag de nota er nog niet.")
SCREEN_NO_REMARK_TEXT = _("Schrijf welke opmerking het orgaan maakt.")
SCREEN_NO_ASK_TEXT = _("Schrijf waarover het orgaan wil spreken.")
SCREEN_NO_REASON = _("Schrijf waarom dit niet doorgaat. Het orgaan leest dat.")

SCREEN_FLAGGED = _("Bewaard. De nota ligt nu bij {body}, en het punt komt op de agenda.")
SCREEN_ASKED = _("Verstuurd. Wie de verandering voorbereidt, krijgt de taak om de nota te schrijven.")
SCREEN_NOTED = _("Bewaard. De nota ligt bij {body}.")
SCREEN_DONE = _("Genoteerd wat ervan kwam.")
SCREEN_DONE_DOSSIER = _("Genoteerd. Dossier {number} is open: wie een stem heeft, krijgt de nota.")
SCREEN_WITHDRAWN = _("Ingetrokken. Het punt is van de agenda.")

SCREEN_POINT = _("Raakt aan het personeelsbeleid: {title}")
SCREEN_VERSION = _("{title}, versie {number}")
SCREEN_ITEM = _("Kader: {title}")

SCREEN_TEXT_WHAT = _("Wat verandert er?")
SCREEN_TEXT_WHOM = _("Voor wie?")
SCREEN_TEXT_WHEN = _("Vanaf wanneer?")
SCREEN_TEXT_EFFECT = _("Wat merkt het werk ervan?")
SCREEN_TEXT_MEANS = _("Met welke middelen?")
SCREEN_TEXT_ASKS = _("Waarover wil {body} spreken?")

SCREEN_NOTE_SUBJECT = _("Nota voor {body}: {title}")
SCREEN_NOTE_BODY = _("""Dag {name}

Deze verandering raakt aan het personeelsbeleid: {title}.
De nota ligt klaar. {body} bespreekt ze op een vergadering vanaf {day}.

Lees de nota:
{link}
""")
SCREEN_ASK_SUBJECT = _("{body} vraagt een nota: {title}")
SCREEN_ASK_BODY = _("""Dag {name}

{who} vraagt om dit te screenen: {title}.

{why}

Schrijf de nota hier, dan komt het punt op de agenda:
{link}
""")
SCREEN_OUTCOME_SUBJECT = _("Gescreend: {title}")
SCREEN_OUTCOME_BODY = _("""Dag {name}

{body} besprak dit op {day}: {title}.
De uitkomst: {outcome}.

{link}
""")
