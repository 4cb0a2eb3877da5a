from django.utils.translation import gettext_lazy as _

CALL_CLOSED = _("Deze oproep is gesloten. Je kon antwoorden van {opens} tot en met {closes}.")
ALREADY_CANDIDATE = _("Je stelde je al kandidaat voor deze oproep.")
NOT_AT_WORK = _("{name} werkt hier vandaag niet, en kan dus niet meedoen.")
ALREADY_DECIDED = _("Over deze kandidatuur is al beslist.")
GROUP_EXISTS = _("Er is al een werkgroep voor dit plan.")
CALL_STILL_OPEN = _("De oproep loopt nog tot en met {closes}. Sluit ze eerst, of wacht.")
CALL_OPEN_ALREADY = _("Er loopt al een oproep tot en met {closes}.")
DATES_REVERSED = _("Kies een laatste dag na {opens}.")
CLOSES_IN_THE_PAST = _("De laatste dag ligt in het verleden. Kies een dag na {today}.")
NOT_REPRESENTATIVE = _("Dit kan nog niet: voor {voices} is er geen zetel en geen reden.")
NO_ONE_CHOSEN = _("Kies minstens één kandidaat.")
TOO_MANY = _("Je koos er {chosen}, er zijn {seats} zetels.")
NO_STAFF = _("Er staat nog niemand in de personeelslijst. Lees die eerst in.")
NO_REASON = _("Schrijf in één zin waarom.")
ANSWER_NEEDS_REASON = _("Wie niet gekozen is, krijgt een antwoord met een reden. Schrijf die hieronder.")
PROJECT_EXISTS = _("Er loopt al een project voor een beleidsplan: {title}.")
YEARS_REVERSED = _("Het laatste jaar ligt voor het eerste.")

GROUP_NAME = _("Werkgroep leren")
PLAN_TITLE = _("Opleidingsbeleidsplan {first}–{last}")
CALL_TITLE = _("Wie denkt mee over leren in ons huis?")
CANDIDACY_SENT = _("Verstuurd. De coördinator leest je antwoord. Je hoort of je in de groep zit, en waarom.")
CANDIDACY_CHANGED = _("Bewaard. De coördinator leest nu je nieuwe antwoord.")
CANDIDACY_WITHDRAWN = _("Je kandidatuur is ingetrokken. Je kan je opnieuw kandidaat stellen zolang de oproep loopt.")
PAPER_ENTERED = _("Bewaard. De kandidatuur telt mee zoals elke andere.")

DIMENSIONS = {
    "function_group": _("Functiegroep"),
    "shift": _("Ploeg"),
    "statute": _("Contract"),
    "site": _("Vestiging"),
    "sex": _("Geslacht"),
    "age_class": _("Leeftijd"),
}

ANSWER_SUBJECT = _("Antwoord op je kandidatuur: {call}")
ANSWER_RETAINED = _("Dag {name}\n\nJe zit in de werkgroep. Welkom!\n\n{reason}\n")
ANSWER_RESERVE = _(
    "Dag {name}\n\nJe staat op de reservelijst van de werkgroep. Valt iemand weg, dan vragen we je eerst.\n\n{reason}\n"
)
ANSWER_NOT_RETAINED = _(
    "Dag {name}\n\nDank je dat je wilde meedoen. Je zit deze keer niet in de werkgroep. Dit is de reden:\n\n{reason}\n"
)

ACTS = {
    "planproject.start_project": _("startte het project"),
    "planproject.choose_no_group": _("koos met een reden voor geen werkgroep"),
    "planproject.open_call": _("opende de oproep"),
    "planproject.close_call": _("sloot de oproep"),
    "planproject.submit_candidacy": _("stelde zich kandidaat"),
    "planproject.change_candidacy": _("wijzigde een kandidatuur"),
    "planproject.withdraw_candidacy": _("trok een kandidatuur in"),
    "planproject.compose_group": _("stelde de werkgroep samen"),
    "planproject.seat_whole_team": _("zette het hele team in de werkgroep"),
    "planproject.answer_candidate": _("antwoordde een kandidaat"),
    "planproject.vacate_seat": _("maakte een zetel in de werkgroep vrij"),
}
