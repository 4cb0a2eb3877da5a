from django.utils.translation import gettext_lazy as _

EMPTY = _("Schrijf wat de groep mist of nog niet goed kan.")
NO_GROUP = _("Schrijf over welke groep het gaat.")
GROUP_GONE = _("Die groep bestaat niet meer. Kies een andere, of schrijf ze in je eigen woorden.")
NOT_THIS_CODE = _(
    "Met deze code vinden we niets. Kijk ze na: twaalf tekens, zonder de letters I en O en zonder 0 en 1."
)
CODE_TAKEN = _("Deze code is al gebruikt. Open de pagina opnieuw, dan krijg je een andere.")
NOT_NOW = _("Dit kan niet meer: dit signaal is {state}.")
CHANGED = _(
    "Iemand anders deed ondertussen iets met dit signaal. Lees eerst wat er nu staat. Wat jij schreef, staat er nog."
)
NO_ANSWER = _("Schrijf wat ermee gebeurt. Wie het meldde, leest dat.")
NO_HEARD = _("Schrijf in je eigen woorden wat je hoorde. Dat komt op de lijst voor iedereen.")
NO_GOAL = _(
    "Kies bij welk doel van het plan dit hoort. Is er nog geen plan met doelen, kies dan ‘nu niet’ en zeg wanneer wel."
)
NO_ACTIVITY = _("Schrijf wat we kunnen doen om het te leren.")
NOTHING_CHOSEN = _("Duid minstens één signaal aan dat over hetzelfde gaat.")
MERGE_GONE = _("Een van die signalen is ondertussen beantwoord of samengevoegd. Kijk opnieuw.")

ANSWERED = _("Bewaard. Wie het meldde, leest je antwoord met de code. Op de lijst voor iedereen staat het ook.")
MERGED = _("Samengevoegd. Je antwoordt nu één keer voor allemaal.")
PARTED = _("Weer apart.")

EVERYONE = _("iedereen hier")
SMALL_GROUP = _("een kleine groep")
IN_WORDS = _("een andere groep, in mijn woorden")
FUNCTION_GROUPS = _("Functiegroep")
TEAMS = _("Team")
SITES = _("Site")

# The same words for every signal: who sees the mail leave, learns nothing from it.
NEWS_SUBJECT = _("Er is een nieuw signaal over wat mensen willen leren")
NEWS_BODY = _("""Dag {name}

Er kwam een signaal binnen. Niemand ziet van wie, ook jij niet.

Lees het en antwoord hier:
{link}
""")

ACTS = {
    "needs.signal": _("kreeg een signaal over wat mensen missen"),
    "needs.answer": _("antwoordde op een signaal"),
    "needs.merge": _("voegde signalen samen"),
    "needs.part": _("haalde een signaal weer apart"),
}
