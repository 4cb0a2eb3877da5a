"""Sentences about a measure that concerns some people, who are asked themselves."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

IND_STATE = _("Dit kan niet meer: deze raadpleging is {state}.")
IND_NO_WORDS = _("Schrijf wat er verandert, waarom, en wat de mensen ervan merken.")
IND_PAST = _("Kies een laatste dag die nog komt.")
IND_NOBODY = _("Kies eerst wie het aangaat.")
IND_GONE = _("Wie je koos, werkt hier niet meer. Kies opnieuw.")
IND_STAYS = _("Wie al gevraagd is, blijft gevraagd.")
IND_SAY_SOMETHING = _("Schrijf wat je wil zeggen, of kruis aan dat je geen opmerkingen hebt.")
IND_SAY_ONE = _("Je schreef iets en kruiste ook aan dat je geen opmerkingen hebt. Kies één van de twee.")
IND_TALK_SOMETHING = _("Schrijf wat er gezegd is, of kruis aan dat er geen opmerkingen waren.")
IND_TALK_ONE = _("Je schreef iets en kruiste ook aan dat er geen opmerkingen waren. Kies één van de twee.")
IND_NO_PRESENT = _("Schrijf wie erbij was.")
IND_DAY = _("Kies een dag vanaf {first} tot vandaag.")
IND_NOT_A_DELEGATE = _("Kies iemand die vandaag in de syndicale delegatie zit.")
IND_NO_REMARKS = _("Er zijn geen opmerkingen om op te antwoorden.")
IND_MEANWHILE = _("Er is intussen nog iets gezegd. Lees het eerst, je antwoord staat hieronder nog.")
IND_NO_ANSWER = _("Schrijf waarom je dit volgt, deels volgt of niet volgt.")
IND_NO_REASON = _("Schrijf waarom. De mensen die het aangaat, lezen dat.")
IND_NOT_YET = _("Beslissen kan nog niet: {missing}.")

MISSING_UNREACHED = ngettext_lazy(
    "%(number)d mens is nog niet bereikt", "%(number)d mensen zijn nog niet bereikt", "number"
)
MISSING_SILENT = ngettext_lazy(
    "%(number)d mens antwoordde nog niet en heeft nog tijd",
    "%(number)d mensen antwoordden nog niet en hebben nog tijd",
    "number",
)
MISSING_ANSWER = ngettext_lazy(
    "%(number)d mens met opmerkingen wacht op een antwoord",
    "%(number)d mensen met opmerkingen wachten op een antwoord",
    "number",
)

IND_STARTED = _("Bewaard. Kies nu wie het aangaat.")
IND_CHOSEN = _("Bewaard.")
IND_ASKED = _("Gevraagd. Wie een account heeft, kreeg een mail. Geef de anderen het blad.")
IND_SPOKEN = _("Bewaard. Je krijgt een antwoord als je iets opmerkte.")
IND_SPOKEN_FOR = _("Bewaard, namens {name}.")
IND_BESIDE = _("Bewaard. {name} krijgt een mail en kan jouw blad lezen.")
IND_ALONE = _("Bewaard. Niemand anders leest nu mee om je bij te staan.")
IND_HANDED = _("Genoteerd dat het blad afgegeven is.")
IND_TALKED = _("Genoteerd. Er staat bij dat jij dit noteerde.")
IND_ANSWERED = _("Verstuurd. Het antwoord staat op de pagina van wie het aangaat.")
IND_PREPARED = _("Bewaard. De directie kijkt het na en geeft het antwoord.")
IND_DECIDED = _("Beslist. Wie een account heeft, krijgt een mail; vertel het zelf aan de anderen.")
IND_WITHDRAWN = _("Ingetrokken.")

IND_ASK_SUBJECT = _("Jouw mening telt: {title}")
IND_ASK_BODY = _("""Dag {name}

Er komt misschien een verandering die jou aangaat: {title}.
Lees de nota en zeg wat je vindt, ten laatste op {day}. Daarna pas wordt er beslist.

Je mag je laten bijstaan door een vakbondsafgevaardigde.

{link}
""")
IND_DELEGATE_SUBJECT = _("{who} vraagt je bijstand")
IND_DELEGATE_BODY = _("""Dag {name}

{who} wordt persoonlijk geraadpleegd over een maatregel en vraagt of jij wil bijstaan.
Je kan de nota lezen en mee schrijven, ten laatste op {day}:

{link}
""")
IND_ANSWER_SUBJECT = _("Er is een antwoord op wat je zei: {title}")
IND_ANSWER_BODY = _("""Dag {name}

De directie antwoordde op wat je zei over: {title}.
Lees het antwoord hier. Je kan er nog iets aan toevoegen tot er beslist is.

{link}
""")
IND_DECISION_SUBJECT = _("Beslist: {title}")
IND_DECISION_BODY = _("""Dag {name}

De directie besliste over {title}: {outcome}.
Waarom, lees je hier:

{link}
""")
IND_WITHDRAWN_SUBJECT = _("Ingetrokken: {title}")
IND_WITHDRAWN_BODY = _("""Dag {name}

Je werd gevraagd wat je vindt van {title}. Dat is ingetrokken.
Waarom, lees je hier:

{link}
""")

SHEET_TITLE = _("Wat vind jij hiervan? {title}")
SHEET_FACT_NAME = _("Voor")
SHEET_FACT_LAST = _("Antwoord ten laatste op")
SHEET_FACT_WHAT = _("Wat verandert er?")
SHEET_FACT_WHY = _("Waarom?")
SHEET_FACT_WHEN = _("Vanaf wanneer?")
SHEET_FACT_EFFECT = _("Wat betekent dit voor jou?")
SHEET_SIGN_PERSON = _("Wie gevraagd is")
SHEET_SIGN_BESIDE = _("Wie bijstaat")


# So many people are named in one sentence; where everybody stands, the page says below it.
MOST_NAMED = 5
AND_MORE = _("en nog {number}")


def in_words(missing: Any) -> str:  # noqa: ANN401 -- a figure of this station
    """What is still missing, as the middle of one sentence, with counts and the first names."""
    rows: tuple[tuple[Any, Sequence[str]], ...] = (
        (MISSING_UNREACHED, missing.unreached),
        (MISSING_SILENT, missing.silent),
        (MISSING_ANSWER, missing.unanswered),
    )
    return "; ".join(f"{words % {'number': len(names)}} ({_named(names)})" for words, names in rows if names)


def _named(names: Sequence[str]) -> str:
    more = len(names) - MOST_NAMED
    said = ", ".join(names[:MOST_NAMED])
    return f"{said} {str(AND_MORE).format(number=more)}" if more > 0 else said
