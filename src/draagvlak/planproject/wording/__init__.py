from django.utils.translation import gettext_lazy as _

from draagvlak.planproject.wording.acts import ACTS
from draagvlak.planproject.wording.answering import (
    ANSWER_NOT_RETAINED,
    ANSWER_RESERVE,
    ANSWER_RETAINED,
    ANSWER_SUBJECT,
    CHOSEN_AMONG,
    CHOSEN_OF,
    DRAWN_AMONG,
    IN_LANGUAGE,
    WITHDRAWN_FOR,
)
from draagvlak.planproject.wording.drawing import draw_changes, draw_sentence, limit_said

__all__ = [
    "ACTS",
    "ANSWER_NOT_RETAINED",
    "ANSWER_RESERVE",
    "ANSWER_RETAINED",
    "ANSWER_SUBJECT",
    "CHOSEN_AMONG",
    "CHOSEN_OF",
    "DRAWN_AMONG",
    "IN_LANGUAGE",
    "WITHDRAWN_FOR",
    "draw_changes",
    "draw_sentence",
    "limit_said",
]

CALL_CLOSED = _("Deze oproep is gesloten. Je kon antwoorden van {opens} tot en met {closes}.")
ALREADY_CANDIDATE = _("Je stelde je al kandidaat voor deze oproep.")
NOT_AT_WORK = _("{name} werkt hier vandaag niet, en kan dus niet meedoen.")
ALREADY_DECIDED = _("Over deze kandidatuur is al beslist.")
GROUP_EXISTS = _("Er is al een werkgroep voor dit plan.")
CALL_STILL_OPEN = _("De oproep loopt nog tot en met {closes}. Sluit ze eerst, of wacht.")
CALL_OPEN_ALREADY = _("Er loopt al een oproep tot en met {closes}.")
DATES_REVERSED = _("Kies een laatste dag na {opens}.")
ANSWER_TOO_EARLY = _("Antwoorden kan pas als de oproep voorbij is. Kies daarvoor {closes} of een latere dag.")
TOO_FEW_IN_GROUP = _(
    "Te veel zetels voor {group}: je vraagt er {wanted}, en het aantal collega’s dat daar vandaag werkt is {people}."
)
WHOLE_TEAM_SEATED = _("De werkgroep is nu het hele team, zonder keuze tussen kandidaten.")
ENDED_WITHOUT_GROUP = _("Het project is afgerond. Er komt geen werkgroep meer.")
CLOSES_IN_THE_PAST = _("De laatste dag ligt in het verleden. Kies een dag na {today}.")
NOT_REPRESENTATIVE = _("Dit kan nog niet: voor {voices} is er geen zetel en geen reden.")
NO_ONE_CHOSEN = _("Kies minstens één kandidaat.")
TOO_MANY = _("Je koos er {chosen}, er zijn {seats} zetels.")
NO_STAFF = _("Er staat nog niemand in de personeelslijst. Lees die eerst in.")
NO_REASON = _("Schrijf in één zin waarom.")
ANSWER_NEEDS_REASON = _("Wie niet gekozen is, krijgt een antwoord met een reden. Schrijf die hieronder.")
PROJECT_EXISTS = _("Er loopt al een project voor een beleidsplan: {title}.")
YEARS_REVERSED = _("Het laatste jaar ligt voor het eerste.")

CALL_DECIDED = _("Over deze oproep is al beslist. Ze loopt niet meer.")
CALL_NOT_OPEN = _("De oproep loopt nu niet. Verleng ze eerst, dan kan je gericht mensen vragen.")
TEXT_NEEDED = _("Schrijf in een paar zinnen waarom net hun stem nodig is.")
NOBODY_TO_ASK = _("In deze groep is niemand meer die je kan vragen: iedereen stelde zich al kandidaat.")
MORE_WANTED = _("Je bedoelt meer zetels voor functiegroepen dan er zijn ({seats}).")
NOT_ON_RESERVE = _("{name} staat niet (meer) op de reservelijst.")
NO_FREE_SEAT = _("Er is geen zetel vrij.")
FROM_RESERVE = _("Er kwam een zetel vrij, en jij stond op de reservelijst.")
CATEGORY_ASKED = _(
    "Verstuurd aan {asked} collega’s. {on_paper} hebben geen e-mailadres: geef hun het papieren formulier."
)
SEAT_FILLED = _("Bewaard. Het nieuwe lid krijgt een antwoord.")
ASKED_SUBJECT = _("We missen jouw stem: {call}")
ASKED_BODY = _("""Dag {name}

{text}

Je kan antwoorden tot en met {last}, in vijf minuten:
{link}
""")
SEED_IN_THE_PAST = _("Op die dag kan iemand de waarde al kennen. Kies een dag die nog moet komen.")
SEED_NOT_KNOWN_YET = _("De waarde is pas bekend op {day}. Dan kan je loten.")
POOL_CHANGED = _(
    "Sinds de kansen bekend zijn, stopte iemand of ging iemand weg. Trek de kansen in en maak nieuwe bekend."
)
LOTTERY_CHANGED = _(
    "De loting geeft niet dezelfde loten als de bekendgemaakte. Trek de kansen in en maak nieuwe bekend."
)
CHANCES_STAND = _("De kansen zijn bekend sinds {day}. Trek ze eerst in: elke kandidaat leest dan waarom.")
CHANCES_UNSEEN = _("Met wat er nu staat, zijn de kansen anders dan die je bekeek. Bekijk ze eerst opnieuw.")
DRAW_PUBLISHED = _("Bekendgemaakt. Iedereen ziet nu zijn kans. Loten kan als de waarde bekend is.")
DRAW_OVER = _("Deze loting is al getrokken of ingetrokken.")
SEED_IS_KNOWN = _(
    "De dag van het startgetal is er, dus iedereen kan al uitrekenen wie geloot is. Nu kan je alleen nog loten."
)
DRAW_NEEDS_REASON = _("Schrijf waarom je de kansen intrekt. Elke kandidaat leest het.")
DRAW_FIRST = _(
    "Op {day} zijn de kansen van een loting bekendgemaakt. Trek de loten, of trek de kansen eerst in met een reden."
)
DRAW_WITHDRAWN = _("Ingetrokken. Elke kandidaat leest waarom.")
DRAW_DONE = _("Geloot. De groep is samengesteld en iedereen krijgt een antwoord.")
CHARTER_CHANGED = _("Iemand wijzigde de afspraken ondertussen. Jouw tekst is niet weg: kijk hieronder wat het wordt.")
CHARTER_FIXED = _("Deze afspraken liggen vast. Schrijf een nieuwe versie om iets te wijzigen.")
CHARTER_REWRITTEN = _("De afspraken zijn intussen herschreven. Lees wat er nu staat, en antwoord dan.")
CHARTER_NOT_ASKED = _("Deze afspraken liggen nu niet voor.")
NO_NEEDS_REASON = _("Zeg ook waarom niet. Dan kan de groep er iets mee.")
ALREADY_WORKING = _("De groep is al aan het werk.")
NOT_READY = _("De groep kan nog niet aan het werk. Dit ontbreekt: {missing}.")
MISSING_BEFORE_WORK = {
    "sponsor": _("een sponsor die doel, geld en tijd bevestigde"),
    "goal": _("een doel van de groep"),
    "charter": _("afspraken die de leden goedkeurden"),
    "chair": _("een voorzitter"),
}
CHAIR_TAKEN = _("{name} is al voorzitter. Geef die eerst een andere rol.")
OWN_SUBSTITUTE = _("Niemand vervangt zichzelf. Kies een andere collega.")
GOAL_IN_THE_PAST = _("Die dag is al voorbij. Kies een dag waarop het doel nog gehaald kan worden.")
TASK_IN_THE_PAST = _("Die dag is al voorbij. Kies een dag die nog komt.")
SOMEONE_CHANGED = _("Iemand wijzigde dit ondertussen. Jouw keuze is niet weg: kijk hieronder wat het wordt.")
TASK_DONE = _("Deze taak is al klaar.")
CHARTER_SAVED = _("Bewaard. Leg de afspraken voor aan de leden als ze af zijn.")
CHARTER_ASKED = _("Voorgelegd. Elk lid krijgt de vraag om ja te zeggen.")
CHARTER_ANSWERED = _("Bewaard. Dank je.")
WORK_STARTED = _("De groep is aan het werk.")
CHARTER_SUBJECT = _("Zeg ja op de afspraken van de werkgroep")
CHARTER_BODY = _("""Dag {name}

De afspraken van de werkgroep liggen klaar: wat we doen, hoe we beslissen en wie wat doet.
Lees ze en zeg of je akkoord bent:
{link}
""")

GROUP_NAME = _("Werkgroep leren")
PLAN_TITLE = _("Opleidingsbeleidsplan {first}–{last}")
CALL_TITLE = _("Wie denkt mee over leren in ons huis?")
CANDIDACY_SENT = _(
    "Verstuurd. De coördinator en de directie lezen je antwoord. Je hoort of je in de groep zit, en waarom."
)
CANDIDACY_CHANGED = _("Bewaard. De coördinator en de directie lezen nu je nieuwe antwoord.")
CANDIDACY_WITHDRAWN = _("Je kandidatuur is ingetrokken. Loopt de oproep nog, dan kan je je opnieuw kandidaat stellen.")
PAPER_ENTERED = _("Bewaard. De kandidatuur van {name} telt mee zoals elke andere.")

DIMENSIONS = {
    "function_group": _("Functiegroep"),
    "shift": _("Ploeg"),
    "statute": _("Contract"),
    "site": _("Vestiging"),
    "sex": _("Geslacht"),
    "age_class": _("Leeftijd"),
}

CHANGED = _("Iemand wijzigde dit intussen.")
PROJECT_FINISHED = _("Dit project is afgerond. Er verandert niets meer aan.")
NOT_A_SPONSOR = _("{name} heeft vandaag geen directierol en geen zetel in het bestuur, en kan dus geen sponsor zijn.")
CONFIRM_CHANGED = _("De tekst is intussen gewijzigd. Lees wat er nu staat en bevestig dan.")
CONFIRMED_TITLE = _("Doel, middelen en tijd van {project}")
DAY_GONE = _("Die dag is voorbij. Kies vandaag of een latere dag.")
ALREADY_CLOSED = _("Dit was al gedaan. Er is niets veranderd.")
DUE_IN_THE_PAST = _("Kies een laatste dag na {today}.")
PHASES_EXIST = _("Er zijn al fasen. Wijzig ze een voor een.")
PERIOD_REVERSED = _("De laatste dag ligt voor {starts}. Kies dezelfde dag of een latere.")
STARTS_IN_THE_PAST = _("Een nieuwe fase begint niet in het verleden. Kies vandaag of een latere dag.")
MILESTONE_WAITS = _("Dit kan nog niet: de mijlpaal “{title}” is er nog niet.")
REPORTED_TODAY = _("Vandaag is er al een verslag. Een vastgelegd verslag wijzigt niet meer: schrijf morgen een nieuw.")
NO_WORDS = _("Schrijf minstens één zin.")
REPORT_TITLE = _("Stand van {project} op {on}")
NOT_QUARTERS = _("Schrijf dagdelen in kwarten: 0,25 of 0,5 of 0,75 of 1.")
DAY_OUTSIDE = _("Kies een dag tussen {starts} en {today}.")
NOT_YET_SPENT = _("Die dag moet nog komen. Schrijf op wat al uitgegeven is.")
ALREADY_DECIDED_PARTNER = _("Hierover is al beslist. Vul de vragen opnieuw in om opnieuw te beslissen.")
NO_PARTNER_DECIDED = _("Dit kan nog niet: er is nog niet beslist om met een externe partner te werken.")
ALREADY_RECEIVED = _("Deze opdracht is afgerond. Er verandert niets meer aan.")
NO_CLAUSE = _("Dit kan nog niet: met {partner} is er nog geen afspraak over persoonsgegevens. Noteer die eerst.")
OF_THE_HOUSE = _("{name} hoort bij jullie organisatie, en heeft geen toegang als gast nodig.")
GUEST_ALREADY = _("{name} heeft al toegang tot deze opdracht.")

SPONSOR_NAMED = _("Bewaard. {name} ziet nu bij de taken dat je op een bevestiging wacht.")
PROJECT_CONFIRMED = _("Bevestigd. Wat je las, ligt vast met een zegel. Het project kan beginnen.")
PROJECT_PLANNED = _("Bewaard. De vijf fasen staan er. Pas de dagen aan zoals het bij jullie past.")
REPORT_WRITTEN = _("Vastgelegd. Het verslag van vandaag wijzigt niet meer.")
PROJECT_ENDED = _("Het project is afgerond.")
TIME_LOGGED = _("Bewaard. Dank je.")
PARTNER_WEIGHED = _("Bewaard. Hieronder lees je het advies met de stappen. De directie beslist.")
GUEST_INVITED = _("{name} krijgt een mail om aan te melden, en ziet alleen deze opdracht.")
MESSAGE_WRITTEN = _("Verstuurd. De andere kant krijgt een mail dat er een bericht is.")
GUEST_SUBJECT = _("Je hebt toegang tot een opdracht van {organisation}")
GUEST_BODY = _(
    "Dag {name}\n\n{by} gaf je toegang tot de opdracht “{title}” van {organisation}. Je meldt je aan zoals je gewoon bent.\n"
)
MESSAGE_SUBJECT = _("Nieuw bericht over: {title}")
MESSAGE_BODY = _("Dag {name}\n\n{by} schreef een bericht over de opdracht “{title}”. Je leest het in Draagvlak.\n")

WARNINGS = {
    "nothing_promised": _("niets beloofd"),
    "over": _("meer gebruikt dan beloofd"),
    "unused": _("nog niets gebruikt, en de helft van de tijd is voorbij"),
}
MEANS = {
    "coordinator": _("De coördinator"),
    "members": _("De leden van de werkgroep"),
    "contacts": _("Contacten met wie betrokken is"),
    "time": _("Alle tijd samen"),
    "money": _("Geld"),
}

ADVICE_YES = _("Advies: een externe partner helpt.")
ADVICE_NO = _("Advies: jullie kunnen het zelf.")

# What an act page of the project says: heading, lead, button.
PAGES = {
    "name_sponsor": (
        _("Wie is de sponsor?"),
        _(
            "De sponsor staat achter het project: iemand van de directie of het bestuur. Pas na de bevestiging begint de werkgroep."
        ),
        _("Vraag de bevestiging"),
    ),
    "add_point": (
        _("Een open punt erbij"),
        _("Wat moet nog uitgeklaard worden, door wie en tegen wanneer?"),
        _("Zet het erbij"),
    ),
    "close_point": (_("Sluit een open punt"), _("Schrijf wat eruit kwam."), _("Sluit het punt")),
    "plan_project": (
        _("Plan het project"),
        _("Kies de laatste dag. We stellen vijf fasen voor, die je daarna kan wijzigen."),
        _("Stel de fasen voor"),
    ),
    "add_phase": (_("Een fase erbij"), _("Een stuk van het project met een begin en een einde."), _("Zet ze erbij")),
    "change_phase": (_("Wijzig een fase"), _("Wat klaar is, blijft klaar."), _("Bewaar")),
    "finish_phase": (_("Is deze fase klaar?"), _("Alle mijlpalen van de fase moeten er zijn."), _("De fase is klaar")),
    "add_milestone": (_("Een mijlpaal erbij"), _("Iets wat er op een dag moet zijn."), _("Zet ze erbij")),
    "change_milestone": (_("Wijzig een mijlpaal"), _("Een nieuwe dag ligt niet in het verleden."), _("Bewaar")),
    "finish_milestone": (_("Is deze mijlpaal er?"), _("Dan staat ze als klaar in het plan."), _("Ze is er")),
    "add_risk": (
        _("Een risico erbij"),
        _("Wat kan mislopen, hoe groot is de kans, en wat doen we eraan?"),
        _("Zet het erbij"),
    ),
    "change_risk": (_("Wijzig een risico"), _("Sluit het als het niet meer kan gebeuren."), _("Bewaar")),
    "write_report": (
        _("Schrijf een stand van zaken"),
        _(
            "Jouw woorden komen boven de fasen, de tijd, het geld en de risico’s van vandaag. Alles samen ligt dan vast."
        ),
        _("Leg het verslag vast"),
    ),
    "end_project": (
        _("Rond het project af"),
        _("Schrijf wat het opleverde en wat blijft liggen. Daarna verandert er niets meer aan het project."),
        _("Rond het af"),
    ),
    "promise_time": (
        _("Beloof tijd"),
        _("Een plan maak je er niet even bij. Hoeveel dagdelen krijgt het project?"),
        _("Leg de belofte vast"),
    ),
    "plan_contact": (
        _("Schat een contact"),
        _("Mensen betrekken vraagt tijd. Met wie praat je, hoe vaak, en hoe lang duurt één keer?"),
        _("Zet de schatting erbij"),
    ),
    "drop_contact": (_("Haal een schatting weg"), _("De beloofde tijd daalt mee."), _("Haal ze weg")),
    "log_time": (
        _("Schrijf je tijd op"),
        _("Eén regel per keer. Zo weet iedereen wat het plan echt vraagt."),
        _("Schrijf op"),
    ),
    "withdraw_time": (_("Trek een regel tijd in"), _("De regel telt dan niet meer mee."), _("Trek ze in")),
    "promise_money": (
        _("Beloof geld"),
        _("Hoeveel, waar komt het vandaan, en wie besliste het?"),
        _("Leg de belofte vast"),
    ),
    "use_money": (_("Schrijf een uitgave op"), _("Wat kostte het project, en voor wat?"), _("Schrijf op")),
    "withdraw_money": (_("Trek een regel geld in"), _("De regel telt dan niet meer mee."), _("Trek ze in")),
    "weigh_partner": (
        _("Is een externe partner nodig?"),
        _("Acht zinnen over jullie zelf. Antwoord eerlijk: het gaat om ervaring, tijd, een neutrale blik en geld."),
        _("Reken het advies uit"),
    ),
    "decide_partner": (
        _("Beslis over een externe partner"),
        _("Het advies is een rekensom. Jullie beslissen, met een reden."),
        _("Leg de beslissing vast"),
    ),
    "give_assignment": (
        _("Geef een opdracht"),
        _("Wat vraag je aan de partner, wat krijg je, en tegen wanneer?"),
        _("Bewaar de opdracht"),
    ),
    "change_assignment": (_("Wijzig de opdracht"), _("De partner ziet wat hier staat."), _("Bewaar")),
    "receive_result": (
        _("Het resultaat is er"),
        _("De opdracht sluit. Wie van de partner toegang had, kan er niet meer in."),
        _("Rond de opdracht af"),
    ),
    "invite_guest": (
        _("Nodig iemand van de partner uit"),
        _(
            "Die persoon ziet alleen deze opdracht: de vraag, de papieren en de berichten. Verder niets van jullie organisatie."
        ),
        _("Nodig uit"),
    ),
    "end_guest": (_("Sluit de toegang"), _("Die persoon kan niet meer bij deze opdracht."), _("Sluit de toegang")),
    "add_paper": (_("Voeg een papier toe"), _("Wie bij deze opdracht kan, kan het lezen."), _("Voeg toe")),
    "take_away_paper": (_("Haal een papier weg"), _("Niemand leest het hier dan nog."), _("Haal weg")),
    "write_message": (
        _("Schrijf een bericht"),
        _("De coördinator, de directie en de partner lezen het."),
        _("Verstuur"),
    ),
}
BY_STATUTE = _("Per statuut")
BY_FUNCTION_GROUP = _("Per functiegroep")
