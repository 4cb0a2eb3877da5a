"""What a body reads when a text is put before it: asked for its voice, only informed, or with a register that lies open."""

from django.utils.translation import gettext_lazy as _

OPENED_SUBJECT = _("Ter bespreking: {title}")
OPENED_BODY = _("""Dag {name}

{body} {strength}: {title}.
Graag ten laatste op {due}. {agenda}

Lees de tekst en antwoord hier:
{link}

Bewaar deze mail. Het zegel hieronder bewijst later welke tekst je kreeg.
Dossier {number}, zegel {seal}
""")
INFORMED_BODY = _("""Dag {name}

{body} {strength}: {title}. {agenda}

Lees de tekst hier:
{link}

Je hoeft niets te antwoorden. Heb je een vraag, stel ze dan op dezelfde bladzijde.
Bewaar deze mail. Het zegel hieronder bewijst later welke tekst je kreeg.
Dossier {number}, zegel {seal}
""")
POSTED_BODY = _("""Dag {name}

Dit ontwerp hangt uit tot en met {due}: {title}.
Wil je er iets over zeggen? Schrijf het in het register dat ernaast hangt. De werkgever antwoordt op elke opmerking, en beslist pas daarna.

Lees de tekst hier:
{link}

Bewaar deze mail. Het zegel hieronder bewijst later welke tekst je kreeg.
Dossier {number}, zegel {seal}
""")
