from django.utils.translation import gettext_lazy as _

NOBODY_LISTENS = _("Er is hier geen orgaan dat je vraag kan lezen. Ze is niet bewaard.")
EMPTY = _("Schrijf eerst iets.")
NOT_THIS_CODE = _(
    "Met deze code vinden we niets. Kijk ze na: twaalf tekens, zonder de letters I en O en zonder 0 en 1."
)
CODE_TAKEN = _("Deze code is al gebruikt. Open de pagina opnieuw, dan krijg je een andere.")
NOT_NOW = _("Dit kan nu niet: de vraag is {state}.")
YOURS_ALREADY = _("Jij nam deze vraag al op.")
ANSWERED_MEANWHILE = _(
    "{name} deed ondertussen iets met deze vraag. Lees eerst wat er nu staat. Wat jij schreef, staat er nog."
)
SOMEONE = _("Iemand anders")
PROMISE_CHANGED = _("Iemand anders wijzigde de termijn ondertussen.")
NOT_THIS_BODY = _("Bij dat orgaan kan je dit niet voorleggen.")
TERM_TOO_SHORT = _("Beloof minstens één dag en hoogstens zestig.")

ASKED = _("Verstuurd. Je leest het antwoord hier. Wie het leest, staat op deze pagina.")
SPOKEN = _("Bewaard. Alleen wie onder “Wie leest dit?” staat, leest dit.")
TAKEN = _("Jij neemt deze vraag op.")
ANSWER_SENT = _("Je antwoord staat er. Alleen wie de vraag stelde en wie ze leest, ziet het.")
WORDS_ADDED = _("Toegevoegd. De vraag staat weer open.")
READ = _("Genoteerd dat je het las.")
CLOSED = _("Afgesloten. Alleen de soort en de uitkomst tellen mee in de cijfers.")
RAISED = _("Het punt komt op de agenda. Er staat niet bij van wie de vraag komt.")
PROMISED = _("Bewaard. Dit geldt voor vragen die vanaf nu binnenkomen.")

# The same words for everybody and for everything: who sees the mail leave, learns nothing from it.
NEWS_SUBJECT = _("Er is iets nieuws voor jou in Draagvlak")
NEWS_BODY = _("""Dag {name}

Er is iets nieuws voor jou in Draagvlak. Het staat niet in deze mail.

Meld je aan en kijk hier:
{link}
""")

ACTS = {
    "initiatives.ask": _("kreeg een vraag aan wie het personeel vertegenwoordigt"),
    "initiatives.handle": _("kreeg iets nieuws bij een vraag aan wie het personeel vertegenwoordigt"),
    "initiatives.raise": _("zette een punt van het personeel op een agenda"),
    "initiatives.promise": _("beloofde een termijn voor vragen van het personeel"),
}
