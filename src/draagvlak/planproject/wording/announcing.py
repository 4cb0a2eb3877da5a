"""What is said around news: made known, read, asked about and answered."""

from django.utils.translation import gettext_lazy as _

NEWS_FIXED = _("Dit bericht is al bekendgemaakt en ligt vast. Trek het in en schrijf een nieuw.")
NEWS_CHANGED = _("Iemand wijzigde dit bericht ondertussen. Jouw tekst is niet weg.")
NEWS_NOT_KNOWN = _("Dit bericht is nog niet bekendgemaakt, of het is ingetrokken.")
NEWS_EMPTY = _("Schrijf eerst de tekst van het bericht.")
NOBODY_TOLD = _("Zeg hoeveel mensen je bereikte: minstens één.")
IN_THE_FUTURE = _("Die dag moet nog komen.")
FEEDBACK_EMPTY = _("Schrijf wat je wilt vragen of zeggen.")
FEEDBACK_ANSWERED = _("Hierop is al geantwoord.")
REPLY_EMPTY = _("Schrijf ook waarom: zonder reden is het geen antwoord.")
CONSTITUENCY_CHANGED = _("Iemand wijzigde dit ondertussen. Jouw tekst is niet weg.")
NEWS_SAVED = _("Bewaard als ontwerp. Nog niemand leest het.")
NEWS_PUBLISHED = _(
    "Bekendgemaakt. {count} mensen lezen het in hun mail of hun overzicht. Hang ook de affiche uit voor wie geen "
    "e-mail heeft."
)
NEWS_DELETED = _("Het ontwerp is weg.")
NEWS_WITHDRAWN = _("Ingetrokken. Wie de link opent, leest nu dat het ingetrokken is.")
NEWS_READ = _("Dank je. We tellen het mee, zonder je naam.")
PAPER_SAVED = _("Bewaard. Het telt mee bij het bereik.")
FEEDBACK_GIVEN = _("Verstuurd. Je krijgt een antwoord, met een reden.")
FEEDBACK_SAVED = _("Bewaard. Wie het schreef, krijgt je antwoord per mail.")
ASSIGNMENT_TITLE = _("De werkgroep en haar opdracht")
ASSIGNMENT_WHAT = _("Dit is de opdracht:")
ASSIGNMENT_MAY = _("Dit mag de groep:")
ASSIGNMENT_WHO = _("In de groep zitten onder anderen {names}.")
ASSIGNMENT_COUNT = _("De groep telt {count} leden.")
ASSIGNMENT_ASK = _("Heb je een vraag of een idee? Spreek iemand van de groep aan, of zeg het onder dit bericht.")

NEWS_SUBJECT = _("Nieuws van {organisation}: {title}")
NEWS_BODY = _("""Dag {name}

{organisation} heeft nieuws over leren en opleiding:

{title}

{start}

Lees verder, en zeg dat je het las:
{link}
""")
NEWS_WHOLE = _("""Dag {name}

{organisation} heeft nieuws over leren en opleiding:

{title}

{text}

Heb je een vraag? Spreek {by} aan.
""")
REPLY_SUBJECT = _("Antwoord op je reactie: {title}")
REPLY_BODY = _("""Dag {name}

Je schreef bij “{title}”:
{text}

Het antwoord: {answer}.
{reply}

Het bericht staat hier:
{link}
""")
