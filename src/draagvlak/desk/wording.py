from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

STEPS = (
    _("Opstart"),
    _("Visie"),
    _("Beleidsplan"),
    _("Noden"),
    _("Jaarplan"),
    _("Uitvoering"),
    _("Evaluatie"),
    _("Bijsturing"),
)

MY_TASKS = _("Mijn taken")
PEOPLE = _("Mensen")
PLAN = _("Beleidsplan")
MEETINGS = _("Overleg")
GATHERINGS = _("Vergaderingen")
FRAMEWORK = _("Kader")
WHO_DOES_WHAT = _("Wie doet wat")
GROUP = _("Werkgroep")
WHERE = _("Waar staan we?")
JOURNAL = _("Logboek")
OUTBOX = _("Mail die vertrekt")
MY_MAIL = _("Mijn mail")
MY_ASSIGNMENTS = _("Mijn opdracht")
VOICE = _("Vertrouwelijke vraag")
OUR_ROOM = _("Onze kamer")
BOARD_ROOM = _("Kamer van de raad")

TASK_SET_UP = _("Beschrijf je organisatie")
TASK_SET_UP_WHY = _("Hoe groot is ze, welke organen zijn er, wie coördineert? Daarna staat alles klaar.")
TASK_IMPORT = _("Lees de personeelslijst in")
TASK_IMPORT_WHY = _("Een bestand uit je personeelsprogramma volstaat. Je ziet eerst wat er zou veranderen.")
TASK_COORDINATOR = _("Stel een VTO-coördinator aan")
TASK_COORDINATOR_WHY = _("Zonder iemand met tijd en een opdracht komt er geen opleidingsbeleid.")
TASK_ACCEPT = _("Aanvaard je rol: {role}")
TASK_ACCEPT_WHY = _("Lees wat er van je verwacht wordt en zeg ja.")
TASK_PROJECT = _("Start het project voor het beleidsplan")
TASK_PROJECT_WHY = _("Voor welke jaren, en met welke opdracht?")
TASK_CALL = _("Zoek mensen voor de werkgroep")
TASK_CALL_WHY = _("Open een oproep, of zet het hele team in de groep.")
TASK_STAND = _("Doe mee met de werkgroep")
TASK_STAND_WHY = _("{call} Antwoorden duurt vijf minuten.")
TASK_DRAW = _("Trek de loten van de werkgroep")
TASK_DRAW_WHY = _("De kansen zijn bekend. Het startgetal komt uit: {source}, bekend op {day}.")
TASK_COMPOSE = _("Stel de werkgroep samen")
TASK_COMPOSE_WHY = _("{count} collega’s willen meedoen, er zijn {seats} zetels.")
TASK_CONTRIBUTE = _("Zeg wat jij vindt van leren in ons huis")
TASK_CONTRIBUTE_WHY = _("Vier vragen. Eén zin is genoeg.")
TASK_SETTLE = _("Schrijf het gezamenlijke antwoord op de kernvragen")
TASK_SETTLE_WHY = _("{count} van de vier vragen hebben een afgewerkt antwoord.")
TASK_ADOPT_VISION = _("Stel de visie vast")
TASK_ADOPT_VISION_WHY = _("De vier kernvragen hebben een afgewerkt antwoord.")
TASK_PLAN = _("Begin het beleidsplan")
TASK_PLAN_WHY = _("De visie staat er. Nu de doelen en de tekst.")
TASK_WRITE = _("Werk het ontwerp van het plan af")
TASK_WRITE_WHY = _("Er ontbreken nog {count} dingen voor je het kan voorleggen.")
TASK_SUBMIT = _("Leg het beleidsplan voor")
TASK_SUBMIT_WHY = _("Het ontwerp is volledig. Wie een stem heeft, krijgt het nu te lezen.")
# What is asked of a body in a dossier, by what is needed of it.
TASKS_DECIDE = {
    "inform": _("Leg vast: {body} is geïnformeerd over {title}"),
    "consult": _("Zeg wat jullie ervan vinden: {title}"),
    "register": _("Leg vast wat in het register staat: {title}"),
    "voice": _("Geef advies: {title}"),
    "consent": _("Zeg of jullie instemmen: {title}"),
    "negotiation": _("Rond de onderhandeling af: {title}"),
    "approval": _("Beslis over: {title}"),
    "ratify": _("Bekrachtig of zeg nee: {title}"),
}
TASK_VOICE_WHY = _("{body}, graag voor de laatste dag.")
TASK_REGISTER_WHY = _("Het register is gesloten. Zolang niet vastligt wat erin staat, kan niemand beslissen.")
TASK_INFORM_WHY = _("Zolang dat niet vastligt, kan niemand beslissen.")
TASKS_REPLY = {
    "consult": _("Antwoord op opmerking {point} bij de raadpleging"),
    "post": _("Antwoord op opmerking {point} in het register"),
    "advice": _("Antwoord op punt {point} van het advies"),
}
TASK_REPLY_WHY = _("{body}, over {title}. Zonder antwoord kan {what} niet goedgekeurd worden.")
TASK_DEADLINE_WHY = _("{item}, uit het kader.")
TASK_DEADLINE_OF_LAW = _("Volg op: {item}")
TASK_REVIEW = _("Evalueer het beleidsplan")
TASK_REVIEW_WHY = _("Het is een jaar geleden dat iemand keek hoe ver elk doel staat.")
TASK_ANSWER_ROLE = _("Zeg ja op je rol: {role}")
TASK_ANSWER_ROLE_WHY = _("Lees wat er van je verwacht wordt, of vraag wat niet duidelijk is.")
TASK_MATRIX = _("Verdeel de taken")
TASK_MATRIX_WHY = _("Wie beslist, wie voert uit, wie geeft raad? Je begint met een voorstel op maat.")
TASK_ROLE_QUESTION = _("Antwoord op een vraag over een rol")
TASK_ROLE_QUESTION_WHY = _("Iemand wil iets weten voor hij of zij ja zegt.")
TASK_MATRIX_REVIEW = _("Kijk na of de taakverdeling nog klopt")
TASK_MATRIX_REVIEW_WHY = _("Eén keer per jaar: doet iedereen nog wat er staat?")
TASK_CHARTER = _("Schrijf de afspraken van de werkgroep")
TASK_CHARTER_WHY = _("Hoe werken we, hoe beslissen we, en wat krijgen we daarvoor?")
TASK_START_WORK = _("Zet de werkgroep aan het werk")
TASK_BEFORE_WORK = _("Vul aan wat de werkgroep nog nodig heeft")
TASK_START_WORK_WHY = _("Met een doel, afspraken en een voorzitter kan de groep beginnen.")
TASK_ANSWER_CHARTER = _("Zeg ja op de afspraken van de werkgroep")
TASK_ANSWER_CHARTER_WHY = _("Lees hoe de groep werkt en beslist.")
TASK_FILL_SEAT = _("Vul de vrije zetel in de werkgroep")
TASK_FILL_SEAT_WHY = _("{count} vrij. Kijk eerst op de reservelijst.")
TASK_OF_GROUP_WHY = _("Je taak in de werkgroep.")
TASK_LEFT = _("Geef door aan iemand anders: {what}")
TASK_ACTION_LEFT_WHY = _("{name} werkt hier niet meer. Afgesproken in {body}.")
TASK_WHO_AM_I = _("Zeg of jij dit bent: {name}")
TASK_WHO_AM_I_WHY = _("Op de personeelslijst staat iemand met jouw e-mailadres.")
TASK_END_ACCESS = _("Stop de toegang van {name}")
TASK_END_ACCESS_WHY = _("Werkt hier niet meer, en heeft nog: {held}.")
TASK_LEFT_WHY = _("{name} zit niet meer in de werkgroep.")
TASK_MAIL = ngettext_lazy("Kijk één mail na", "Kijk %(number)s mails na", "number")
TASK_MAIL_WHY = _("We weten niet of ze aankwam, of de mailserver weigerde ze.")

TASK_SPONSOR = _("Duid een sponsor aan")
TASK_SPONSOR_WHY = _("Iemand van de directie of het bestuur bevestigt doel, geld en tijd voor het werk begint.")
TASK_CONFIRM = _("Bevestig doel, geld en tijd van het project")
TASK_CONFIRM_WHY = _("Je bent de sponsor. De werkgroep begint pas als jij bevestigt.")
TASK_POINT = _("Maak duidelijk: {what}")
TASK_POINT_WHY = _("Een open punt van het project.")
TASK_MILESTONE = _("Haal de mijlpaal: {title}")
TASK_MILESTONE_WHY = _("Ze had er moeten zijn. Is ze er, of moet de dag verschuiven?")
TASK_REPORT = _("Schrijf een stand van zaken")
TASK_REPORT_WHY = _("Eén keer per maand: wat lukt, wat niet, en wat heb je nodig?")
TASK_TIME = _("Schrijf op hoeveel tijd het plan je kostte")
TASK_TIME_WHY = _("Voor vorige maand. Was er geen tijd, schrijf dan 0.")
TASK_PARTNER = _("Beslis over een externe partner")
TASK_PARTNER_WHY = _("De vragen zijn beantwoord, het advies ligt klaar.")
TASK_ASSIGNMENT = _("Rond de opdracht af: {title}")
TASK_ASSIGNMENT_WHY = _("De laatste dag van {partner} is voorbij.")
TASK_ANSWER = _("Zeg of je komt: {body}")
TASK_ACTION_WHY = _("Afgesproken in {body}, {day}.")
TASK_ADVICE_REPLY = _("Antwoord op het advies van {body}")
TASK_CONVENE = _("Plan de volgende vergadering van {body}")
TASK_CONVENE_WHY = _("Er staat nog geen volgende datum vast.")
TASK_MINUTES = _("Schrijf het verslag: {body}")
TASK_APPROVE_MINUTES = _("Leg de goedkeuring van het verslag vast: {body}")
TASK_REGISTER = _("Breng in kaart wie met het plan te maken heeft")
TASK_REGISTER_WHY = _("Je begint met een voorstel: jullie organen en functiegroepen staan klaar.")
TASK_NEVER = _("Plan een contact met wie nog niets hoorde")
TASK_NEVER_WHY = _("Met {count} betrokkenen sprak nog niemand.")
TASK_CONTACT = _("Spreek met: {who}")
TASK_FEEDBACK_OF = _("Schrijf op wat jullie doen met wat zij zeiden: {who}")
TASK_FEEDBACK_OF_WHY = _("Wie iets zegt en niets terughoort, zegt de volgende keer niets meer.")
TASK_MEASURE = _("Kijk opnieuw hoe zij tegenover het plan staan: {who}")
TASK_MEASURE_WHY = _("Zo zie je of het draagvlak groeit.")
TASK_MOMENT = _("Jouw moment: {what}")
TASK_READ = _("Lees het nieuws: {title}")
TASK_READ_ALL = _("Lees het nieuws: {count} berichten")
TASK_READ_WHY = _("Klik op Gelezen als je klaar bent. Niemand ziet wie het las.")
TASK_ANSWER_FEEDBACK = _("Antwoord op een reactie: {title}")
TASK_ANSWER_FEEDBACK_WHY = _("Een collega vroeg of zei iets en wacht op een antwoord.")
TASK_CONSTITUENCY = _("Schrijf op voor wie je spreekt in de werkgroep")
TASK_CONSTITUENCY_WHY = _("Zo weten collega’s wie hun stem meeneemt.")
NEWS = _("Nieuws")
MOMENTS = _("Jouw moment")
STAKEHOLDERS = _("Betrokkenen")
SUPPORT = _("Draagvlak")

FIRST = _("Eerst dit")
THIS_WEEK = _("Deze week")
NEXT_WEEK = _("Volgende week")
LATER = _("Later")

GATE_SET_UP = _("De organisatie is beschreven")
GATE_STAFF = _("De personeelslijst is ingelezen")
GATE_COORDINATOR = _("Er is een VTO-coördinator met tijd")
GATE_GROUP = _("Er is een werkgroep")
GATE_ANSWERS = _("De vier kernvragen zijn beantwoord")
GATE_VISION = _("De visie is vastgesteld")
GATE_FRAME = _("Het kader is ingevuld")
GATE_DRAFT = _("Het ontwerp is voorgelegd")
GATE_ADVICE = _("Het advies is er, met een antwoord op elk punt")
GATE_INFORMED = _("Er ligt vast dat wie geïnformeerd wordt, de stukken kreeg")
GATE_APPROVAL = _("Het plan is goedgekeurd")
GATE_NEW_APPROVAL = _("De nieuwe versie is goedgekeurd")
GATE_RATIFIED = _("Het plan is bekrachtigd")
NOTE_ANSWERS = _("{count} van 4")
NOTE_GAPS = _("nog {count} te doen")

GREETING = _("Dag {name}")
DIGEST_SUBJECT = ngettext_lazy(
    "Eén taak wacht op jou bij %(organisation)s", "%(count)s taken wachten op jou bij %(organisation)s", "count"
)
DIGEST_NOTES_SUBJECT = _("Nieuws voor jou bij {organisation}")
DIGEST_TASKS = ngettext_lazy(
    "Er wacht één taak op jou bij %(organisation)s:", "Er wachten %(count)s taken op jou bij %(organisation)s:", "count"
)
DIGEST_NOTES = _("Verder is er voor jou:")
REMINDER_SUBJECT = ngettext_lazy(
    "Herinnering: een laatste dag komt dichterbij", "Herinnering: %(count)s laatste dagen komen dichterbij", "count"
)
REMINDER_TASKS = ngettext_lazy(
    "Bij %(organisation)s wacht een taak met een laatste dag:",
    "Bij %(organisation)s wachten %(count)s taken met een laatste dag:",
    "count",
)
TASK_READ_DRAFT = _("Lees het ontwerp en zeg iets: {title}")
TASK_READ_DRAFT_WHY = _("Eén zin over één alinea is genoeg.")
TASK_VOTE = _("Stem over {title}")
TASK_VOTE_FOR = _("Stem over {title} in de plaats van {name}")
TASK_VOTE_WHY = _("Stemmen kan tot {day}, {hour} uur.")
TASK_HANDS = _("Kijk de handen van stemming {number} na")
TASK_HANDS_WHY = _("{name} telde ze in de zaal. Zonder een tweede lid telt het niet.")
TASK_COUNT = _("Tel de stemmen van stemming {number}")
TASK_COUNT_WHY = _("Iedereen stemde.")
TASK_ANSWER_REMARKS = _("Bundel en beantwoord de opmerkingen: {title}")
TASK_ANSWER_REMARKS_WHY = ngettext_lazy(
    "Eén opmerking wacht op een antwoord.", "%(number)s opmerkingen of bundels wachten op een antwoord.", "number"
)
TASK_NOTE_ASKED = _("Lees en antwoord: {part}")
TASK_NOTE_ASKED_WHY = _("{name} noemde je.")
TASK_NOTES_ASKED = _("Lees de opmerkingen bij het plan waarin je genoemd wordt")
TASK_NOTES_ASKED_WHY = _("Het zijn er {count}.")
TASK_NOTE_GIVEN = _("Handel af: {part}")
TASK_NOTE_GIVEN_WHY = _("{name} schreef ze.")
TASK_CONCLUDE_ROUND = _("Rond de raadpleging af: {title}")
TASK_CONCLUDE_ROUND_WHY = _("Elke opmerking heeft een antwoord. Maak ze nu bekend.")

TASK_UNTIL = _("{title} (laatste dag: {day})")
TASK_LATE = _("{title} (te laat, de laatste dag was {day})")
MORE_TASKS = ngettext_lazy("en nog één taak", "en nog %(count)s taken", "count")
SEE_TASKS = _("Bekijk je taken:")

MY_MAIL_SAVED = _("Bewaard. Zo krijg je je mail voortaan.")
SENT_AGAIN = _("De mail vertrekt opnieuw. Na enkele seconden zie je hier wat ervan kwam.")
ARRIVAL_CONFIRMED = _("Bewaard. De mail staat als verstuurd.")
WHICH_DAYS = _("Schrijf getallen van 0 tot 30, met een komma ertussen.")
TOO_MANY_DAYS = _("Kies hoogstens vijf dagen.")

TASK_TAKE_UP = ngettext_lazy("Neem een vertrouwelijke vraag op", "Neem %(number)s vertrouwelijke vragen op", "number")
TASK_TAKE_UP_WHY = _("Jullie beloofden een antwoord tegen deze dag.")
TASK_ANSWER_VOICE = ngettext_lazy(
    "Antwoord op een vertrouwelijke vraag", "Antwoord op %(number)s vertrouwelijke vragen", "number"
)
TASK_ANSWER_VOICE_WHY = _("Jij nam op wat een collega vroeg.")
TASK_READ_VOICE = _("Lees het antwoord op je vertrouwelijke vraag")
TASK_READ_VOICE_WHY = _("Alleen jij ziet deze taak.")

SHEET_LAST = _("Laatste beslissing over vorming")
SHEET_NEVER = _("nog geen")
SHEET_PLAN = _("Beleidsplan")
SHEET_IN_FORCE = _("goedgekeurd en van kracht")
SHEET_DRAFT = _("in ontwerp")
SHEET_NO_PLAN = _("er is er nog geen")
SHEET_SPONSOR = _("Sponsor van het project")
SHEET_NOBODY = _("nog niemand")
ASK_SPONSOR = _("Wie van de raad draagt vorming? De sponsor zetelt nu niet in de raad.")
ASK_BASELINE = ngettext_lazy(
    "Waar staan we nu? Eén doel heeft nog geen beginwaarde.",
    "Waar staan we nu? %(number)s doelen hebben nog geen beginwaarde.",
    "number",
)
ASK_LATE = ngettext_lazy(
    "Wat houdt ons tegen? Eén termijn van het kader is voorbij.",
    "Wat houdt ons tegen? %(number)s termijnen van het kader zijn voorbij.",
    "number",
)
ASK_INFORMED = ngettext_lazy(
    "Wie weet ervan? Van één orgaan ligt nog niet vast dat het geïnformeerd is.",
    "Wie weet ervan? Van %(number)s organen ligt nog niet vast dat ze geïnformeerd zijn.",
    "number",
)
ASK_REPLIES = ngettext_lazy(
    "Wat zegt de directie? Eén punt van een advies heeft nog geen antwoord.",
    "Wat zegt de directie? %(number)s punten van een advies hebben nog geen antwoord.",
    "number",
)
ASK_REACH = ngettext_lazy(
    "Wie missen we? Eén collega werd nog nooit bereikt.",
    "Wie missen we? %(number)s collega’s werden nog nooit bereikt.",
    "number",
)

TASK_READ_REGULATION = _("Lees en bevestig: {title}")
TASK_READ_REGULATION_WHY = _("Er is een nieuwe versie goedgekeurd. Ze zegt op welke vorming je recht hebt.")
TASK_SPEAK_ON_LINES = _("Beslis mee: {title}")
TASK_SPEAK_ON_LINES_WHY = ngettext_lazy(
    "Op één regel antwoordde je nog niet.", "Op %(number)s regels antwoordde je nog niet.", "number"
)
TASK_CONCLUDE_LINES = _("Schrijf wat het wordt: {title}")
TASK_CONCLUDE_LINES_WHY = _("De antwoorden zijn binnen. Wie gevraagd is, wacht op je besluit per regel.")

ACTS = {
    "desk.close_doors": _("sloot de deur van gasten voor wie niets meer openstaat"),
    "desk.choose_mail": _("koos welke mail hij of zij krijgt"),
    "desk.send_mail_again": _("liet een mail opnieuw vertrekken"),
    "desk.confirm_mail": _("zei dat een mail aangekomen is"),
}

TASK_SCREEN_NOTE = _("Schrijf de nota: {title}")
TASK_SCREEN_NOTE_WHY = _("{name} vraagt om dit te screenen.")
TASK_SCREEN_AGENDA = _("Zet op de agenda: {title}")
TASK_SCREEN_AGENDA_WHY = _("De nota ligt klaar en wacht op een vergadering van {body}.")
TASK_SCREEN_OUTCOME = _("Noteer wat ervan kwam: {title}")
TASK_SCREEN_OUTCOME_WHY = _("De vergadering is geweest.")
TASK_SIGNALS = ngettext_lazy(
    "Antwoord op een signaal over wat mensen missen", "Antwoord op %(number)s signalen over wat mensen missen", "number"
)
TASK_ANSWER_QUESTIONS = ngettext_lazy(
    "Antwoord op een vraag in een dossier", "Antwoord op %(number)s vragen in een dossier", "number"
)
TASK_SIGNALS_WHY = _("Wie het meldde, leest je antwoord met een code.")
TASK_OF_BODY_WHY = _("Een eigen taak van {body}.")
HEARD = _("Wat we hoorden")
TREATED = _("Wat is ermee gedaan?")
TASK_ANSWER_CLAUSES = _("Antwoord in de onderhandeling: {subject}")
TASK_ANSWER_CLAUSES_WHY = ngettext_lazy(
    "Op één punt is jullie kant aan zet.", "Op %(number)d punten is jullie kant aan zet.", "number"
)
TASK_SIGN = _("Onderteken en registreer: {subject}")
TASK_SIGN_WHY = _("Er staat geen punt meer open.")
TASK_REGISTRATION = _("Vul het registratienummer in: {subject}")
TASK_REGISTRATION_WHY = _("Deze cao is nog niet neergelegd, of haar nummer ontbreekt nog.")
TASK_CHECK_CLAUSE = _("Kijk na of dit nageleefd wordt: {title}")
TASK_CHECK_CLAUSE_WHY = _("Een punt uit de cao “{subject}”.")

TASK_SPEAK_SELF = _("Zeg wat je vindt: {title}")
TASK_SPEAK_SELF_WHY = _("Dit gaat jou aan. Je mag je laten bijstaan door een vakbondsafgevaardigde.")
TASK_STAND_BESIDE = _("Sta {name} bij")
TASK_STAND_BESIDE_WHY = _("Je bent gevraagd om bij te staan. Lees het blad.")
TASK_ANSWER_PEOPLE = ngettext_lazy(
    "Antwoord op wat %(number)d mens zei over een maatregel",
    "Antwoord op wat %(number)d mensen zeiden over een maatregel",
    "number",
)
TASK_PREPARE_ANSWERS = ngettext_lazy(
    "Bereid het antwoord aan %(number)d mens voor", "Bereid het antwoord aan %(number)d mensen voor", "number"
)
TASK_REACH_PEOPLE = ngettext_lazy(
    "Bereik %(number)d mens zonder account", "Bereik %(number)d mensen zonder account", "number"
)
TASK_REACH_PEOPLE_WHY = _("Geef het blad af of voer een gesprek, en noteer het: {title}")
TASK_DECIDE_MEASURE = _("Beslis: {title}")
TASK_DECIDE_MEASURE_WHY = _("Iedereen kon spreken en kreeg antwoord.")

# In a body's own room: what is asked of it, and what it waits for before it can close a dossier.
ROOM_ASKS = {
    "inform": _("jullie worden geïnformeerd"),
    "consult": _("jullie worden geraadpleegd"),
    "post": _("jullie kunnen in het register schrijven"),
    "advice": _("jullie geven advies"),
    "consent": _("jullie moeten instemmen"),
    "negotiation": _("jullie onderhandelen"),
    "approval": _("jullie keuren goed"),
    "ratify": _("jullie bekrachtigen"),
}
ROOM_WAITS = {
    "approval": _("eerst de andere organen en de antwoorden"),
    "ratify": _("eerst de andere organen, de antwoorden en de goedkeuring"),
}

TREATED_ADVICE = _("Adviezen van de organen")
TREATED_ADVICE_WHAT = _("elk punt van een advies, met het antwoord van de directie")
TREATED_QUESTIONS = _("Vragen in dossiers")
TREATED_QUESTIONS_WHAT = _("wat iemand vroeg of zei over een tekst die voorligt")
TREATED_ROUNDS = _("Raadplegingen over plan en reglement")
TREATED_ROUNDS_WHAT = _("elke opmerking, of opmerkingen die hetzelfde zeggen; geteld vanaf de afronding")
TREATED_TOGETHER = _("Samen beslissen")
TREATED_TOGETHER_WHAT = _("elk voorstel; geteld vanaf de afronding van de ronde")
TREATED_SIGNALS = _("Signalen over wat groepen missen")
TREATED_SIGNALS_WHAT = _("wat beantwoord is; wat al bestaat, telt als deels")
TREATED_SCREENINGS = _("Gevraagde nota’s")
TREATED_SCREENINGS_WHAT = _("een orgaan vroeg een nota over een verandering; beantwoord: de nota ligt voor")
TREATED_CLAUSES = _("Afspraken in cao’s")
TREATED_CLAUSES_WHAT = _("elke keer dat iemand nakeek of een afspraak nageleefd wordt")
TREATED_BY = _("{where}, {body}")
TREATED_KEPT = _("nageleefd")
TREATED_NOT_KEPT = _("niet nageleefd")
TREATED_TO_CHECK = _("nog na te kijken")
TREATED_NOTE_LIES = _("de nota ligt voor")
TREATED_WITHDRAWN = _("de verandering komt er niet")
TREATED_ROUND = _("Raadpleging: {title}")
TREATED_LINE = _("Samen beslissen: {title}")
TREATED_SIGNAL = _("Signaal: {group}")
TREATED_SCREENING = _("Nota gevraagd door {body}")
TREATED_CLAUSE = _("Cao: {subject}")
