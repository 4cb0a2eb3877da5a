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
NEWS_PUBLISHED = _("Bekendgemaakt. {count} mails vertrekken. Hang ook de affiche uit voor wie geen e-mail heeft.")
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
BY_STATUTE = _("Per statuut")
BY_FUNCTION_GROUP = _("Per functiegroep")

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
    "planproject.write_announcement": _("schreef een bericht"),
    "planproject.change_announcement": _("wijzigde een bericht"),
    "planproject.publish_announcement": _("maakte een bericht bekend"),
    "planproject.withdraw_announcement": _("trok een bericht in"),
    "planproject.count_reading": _("telde een lezer van het bericht"),
    "planproject.add_paper_reach": _("schreef op wie op papier bereikt werd"),
    "planproject.receive_feedback": _("kreeg een reactie op het bericht"),
    "planproject.answer_feedback": _("antwoordde op een reactie"),
    "planproject.set_constituency": _("schreef op voor wie een lid van de werkgroep spreekt"),
    "planproject.add_errand": _("schreef op wat van of naar de achterban ging"),
}
