from django.utils.translation import gettext_lazy as _

NO_APPROVER = _("Niemand kan dit goedkeuren. Geef eerst een orgaan het mandaat om goed te keuren.")
DOSSIER_ENDED = _("Dit dossier is afgelopen. Er kan niets meer bij.")
ALREADY_SPOKEN = _("{body} sprak zich al uit. Wat vastligt, wijzigt niet meer.")
WRONG_VERDICT = _("Dat antwoord past niet bij wat {body} in dit dossier doet.")
NOT_YET = _("Dit kan nog niet: {needed}.")
TERM_PASSED = _("De termijn voor dit advies liep af op {due}.")
POINTS_NEEDED = _("Schrijf elke opmerking als een apart punt. Zo kan de directie op elk punt antwoorden.")
VOTES_DISAGREE = _("De stemmen passen niet bij het besluit. Kijk de aantallen na.")
REASON_NEEDED = _("Geef je reden. Zonder reden is het geen antwoord.")
NO_SUCH_POINT = _("Dat punt bestaat niet.")
ALREADY_ANSWERED = _("Op dit punt kwam al een antwoord.")
TEXT_CHANGED = _("De tekst die je zag, is niet de tekst van dit dossier. Lees ze opnieuw.")
MEETING_OUTSIDE = _("De vergadering valt niet tussen het voorleggen op {opened} en vandaag. Kijk de dag na.")
REMARK_EMPTY = _("Schrijf eerst iets.")

NEED_VOICE = _("{body} gaf nog geen advies")
NEED_CONSENT = _("{body} stemde nog niet in")
NEED_REPLY = _("punt {point} heeft geen antwoord")
NEED_APPROVAL = _("{body} keurde nog niet goed")

GROUND_ADVICE = _(
    "cao nr. 9 van 9 maart 1972, beroepsopleiding (artikelnummer na te kijken); wet van 3 oktober 2022, opleidingsplan"
)
GROUND_WORKERS = _("wet van 3 oktober 2022: zonder overlegorgaan aan de medewerkers zelf voorgelegd")
GROUND_INFORM = _("cao nr. 5 van 24 mei 1971, informatie aan de syndicale delegatie (na te kijken)")
GROUND_BOARD = _("statuten: het bestuursorgaan keurt het beleid goed")
GROUND_MANAGEMENT = _("afspraak van de organisatie: de directie keurt goed")

POINT_TITLE = _("Dossier: {title}")
ON_AGENDA = _("Dit staat op de agenda van de vergadering op {when}.")
FOR_NEXT = _("Dit komt op de agenda van de volgende vergadering, zodra die gepland is.")

OPENED_SUBJECT = _("Ter bespreking: {title}")
OPENED_BODY = _("""Dag {name}

{body} {strength}: {title}.
Graag ten laatste op {due}. {agenda}

Lees de tekst en antwoord hier:
{link}

Bewaar deze mail. Het zegel hieronder bewijst later welke tekst je kreeg.
Dossier {number}, zegel {seal}
""")
RECEIPT_SUBJECT = _("Bewijs bij dossier {number}: {title}")
RECEIPT_BODY = _("""Dag {name}

{what}

Bewaar deze mail. Met het zegel hieronder kan je altijd nakijken dat niemand het dossier achteraf veranderde:
{seal_number}:{seal}

Zo doe je dat: haal het dossier op ({link}) en kijk het na met het programma dat erbij staat.
""")
WHAT_VOICE = _("{body} sprak zich uit over {title}: {verdict}.")
WHAT_REPLY = _("De werkgever antwoordde op punt {point} van {body}.")
WHAT_SETTLED = _("Over {title} is beslist: {result}.")
WHAT_WITHDRAWN = _("Het dossier over {title} is stopgezet: {reason}")

VOICE_SAVED = _("Vastgelegd. Iedereen in het dossier krijgt een bewijs met het zegel.")
REPLY_SAVED = _("Je antwoord ligt vast.")
MANDATE_SAVED = _("Bewaard. Dit geldt voor dossiers die je vanaf nu opent.")

ACTS = {
    "decisions.set_mandate": _("gaf een orgaan een mandaat"),
    "decisions.end_mandate": _("beëindigde een mandaat"),
    "decisions.open_dossier": _("legde een tekst voor"),
    "decisions.record_voice": _("legde de stem van een orgaan vast"),
    "decisions.add_remark": _("zei iets over een tekst die voorligt"),
    "decisions.reply": _("antwoordde op een punt van het advies"),
    "decisions.settle": _("sloot een dossier af"),
    "decisions.withdraw": _("zette een dossier stop"),
}
