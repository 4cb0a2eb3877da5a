from django.utils.translation import gettext_lazy as _

from draagvlak.policyplan.wording.acts import ACTS

__all__ = ["ACTS"]

NOT_COMPLETE = _("Dit kan nog niet. Er ontbreekt nog iets:")
GAPS = {
    "group": _("Er is nog geen werkgroep, en geen reden om het zonder te doen."),
    "answer": _("Op een kernvraag staat nog geen afgewerkt antwoord: {name}"),
    "vision": _("De visie is nog niet vastgesteld."),
    "section": _("Dit deel is nog leeg: {name}"),
    "goals": _("Er staat nog geen doel in het plan."),
}
NOT_WRITABLE = _("Deze versie ligt vast. Begin een nieuwe versie om iets te wijzigen.")
SOMEONE_CHANGED = _("{name} wijzigde dit ondertussen. Jouw tekst is niet weg: kijk hieronder wat het wordt.")
SOMEONE = _("Iemand anders")
DOSSIER_VOIDED = _("{name} wijzigde de tekst na het voorleggen (nieuwe versie {number}).")
STOPS_UNSEEN = _(
    "Over deze tekst loopt dossier {number}. Vink aan dat het mag stoppen, of bewaar niet. Je tekst staat er nog."
)
STILL_LINKED = _("Dit kan niet weg: doel {goals} steunt erop.")
NOTHING_SAID = _("Schrijf eerst iets.")
VISION_OPEN = _("De visie kan nog niet vastgesteld worden: niet elke kernvraag heeft een afgewerkt antwoord.")
VISION_ADOPTED = _("De visie is vastgesteld. Wie wil wijzigen, opent ze eerst opnieuw.")
PLAN_EXISTS = _("Er is al een plan voor dit project.")
ALREADY_DRAFT = _("Er is al een ontwerp in de maak: versie {number}.")
NEW_VERSION = _("Bijsturing van versie {number}")
GOAL_IN_THE_PAST = _("De dag van dit doel is al voorbij. Kies een dag waarop het nog gehaald kan worden.")
NOTHING_TO_SUBMIT = _(
    "Deze versie ligt al voor, of er is al over beslist. Begin een nieuwe versie om weer iets voor te leggen."
)
DAY_IN_THE_PAST = _("Deze dag is al voorbij. Kies een dag die nog komt.")
DEADLINE_EXISTS = _("Dit staat al op die dag.")
DEADLINE_DONE = _("Dit is al afgehandeld.")
DEADLINE_FINISHED = _("Bewaard. Dit is afgehandeld.")
FILE_ADDED = _("Bewaard. Iedereen die hier werkt, kan het bestand ophalen.")
ONLY_IN_FORCE = _("Alleen een plan dat van kracht is, kan je evalueren.")
REVIEWED = _("Bewaard. Wil je het plan bijsturen? Begin dan een nieuwe versie.")

ROUND_NO_DRAFT = _("Er is geen ontwerp om over te raadplegen. Begin eerst een nieuwe versie.")
ROUND_RUNS = _("Er loopt al een raadpleging over deze tekst: “{title}”. Rond die eerst af.")
ROUND_PAST = _("Kies een laatste dag die nog komt.")
ROUND_ORDER = _("De laatste dag moet na de eerste komen.")
ROUND_NOBODY = _("Er is niemand die je zo bereikt. Kies anders.")
ROUND_TOO_FEW = _("Je vraagt het aan minder dan vijf mensen. Dan blijft niemand echt zonder naam. Kies “met naam”.")
ROUND_NOT_YET = _("Je kan schrijven vanaf {day}. Jouw tekst staat hieronder nog.")
ROUND_OVER = _(
    "De raadpleging is voorbij. Jouw tekst staat hieronder nog: geef hem aan de coördinator of aan iemand van de werkgroep."
)
ROUND_OVER_SHORT = _("De raadpleging is voorbij.")
ROUND_STAYS_OVER = _(
    "Deze raadpleging is zonder naam en voorbij: de opmerkingen zijn nu te lezen. Van wat er nog bij zou komen, zou je weten "
    "wie het schreef. Rond ze af en open een nieuwe."
)
ROUND_STILL_OPEN = _("Er kan nog geschreven worden, tot en met {day}. Sluit eerst, of wacht tot daarna.")
ROUND_CONCLUDED = _("Deze raadpleging is afgerond. Er verandert niets meer aan.")
ROUND_LATER = _("Kies een dag na {day}: dat is nu de laatste dag.")
ROUND_REASON = _("Schrijf waarom.")
ROUND_HEARD = _("Schrijf hoe je je collega’s gehoord hebt.")
ROUND_BECAUSE = _("Schrijf waarom. Wie dit zei, leest het.")
ROUND_UNANSWERED = _("Nog niet elke opmerking heeft een antwoord. Beantwoord ze eerst, hieronder staan ze.")
ROUND_TWO = _("Kies minstens twee opmerkingen die hetzelfde zeggen.")
ROUND_HEADING = _("Schrijf boven de bundel wat deze opmerkingen zeggen.")
ROUND_ELSEWHERE = _("Een van deze opmerkingen hoort niet meer bij wat je zag. Kijk opnieuw.")
ROUND_MERGED = _("Iemand anders bundelde ondertussen opmerkingen. Kijk hieronder hoe ze nu staan, en kies opnieuw.")
ROUND_OPENED = _("De raadpleging is open. {count} mensen krijgen bericht.")
ROUND_SAID = _("Bewaard. Je krijgt een antwoord als de raadpleging is afgerond.")
ROUND_SAID_NAMELESS = _("Bewaard, zonder naam. Lees het antwoord op deze pagina als de raadpleging is afgerond.")
ROUND_READ = _("Bewaard. Dat je het gelezen hebt, telt ook mee.")
ROUND_ANSWERED = _("Bewaard. Wie dit zei, leest het antwoord als je afrondt.")
ROUND_CLOSED = _("Gesloten. Nu kan de werkgroep bundelen en antwoorden.")
ROUND_EXTENDED = _("Bewaard. Er is nu tijd tot en met {day}.")
ROUND_DONE = _("Afgerond. Iedereen kan lezen wat er gezegd is en wat ermee gebeurt.")
ROUND_WHOLE = _("Over het geheel")
ROUND_ALONE = _("Ze staat alleen")
ROUND_ASK_SUBJECT = _("Wat vind jij van het ontwerp? {title}")
ROUND_ASK_BODY = _(
    "Dag {name},\n\n{question}\n\nLees het ontwerp en zeg iets over één alinea, of over meer. Dat kan tot en met {day}, {naming}.\n\n{link}\n"
)
ROUND_LONGER_SUBJECT = _("Er is nog tijd tot en met {day}: {title}")
ROUND_LONGER_BODY = _(
    "Dag {name},\n\nJe kan langer iets zeggen over het ontwerp: tot en met {day}, {naming}. De reden: {reason}\n\n{link}\n"
)
CLOSED_EARLY_SUBJECT = _("Vroeger gesloten: {title}")
CLOSED_EARLY_BODY = _(
    "Dag {name},\n\nJe kon nog antwoorden tot en met {day}, maar dit is vroeger gesloten. De reden: {reason}\n\nJe leest later wat ermee gebeurt.\n\n{link}\n"
)
ROUND_DONE_SUBJECT = _("Wat er met de opmerkingen gebeurt: {title}")
ROUND_DONE_BODY = _(
    "Dag {name},\n\nDe raadpleging is afgerond. Lees wat er gezegd is en wat ermee gebeurt:\n\n{link}\n"
)
ROUND_YOURS_BODY = _("Dag {name},\n\nJe schreef:\n\n{said}\n\nLees alle antwoorden:\n\n{link}\n")
ROUND_YOUR_LINE = _("“{text}”\nHet antwoord: {verdict}. {because}")
ROUND_TEAM = _("Team {name}")
ROUND_SITE = _("Plaats {name}")
WITH_NAME = _("met naam voor de werkgroep")
WITHOUT_NAME = _("zonder naam")

TODAY = _("Vandaag")
WANTED = _("Gewenst")
FRAME_TITLE = _("Het kader waarin we werken")
POLICIES = {
    "personnel": _("Personeelsbeleid"),
    "organisation": _("Organisatiebeleid"),
    "general": _("Algemeen beleid"),
}

SAVED_DRAFT = _("Bewaard.")
SUBMITTED = _("Voorgelegd. Wie in het dossier een stem heeft, krijgt nu de tekst en het zegel.")
GOAL_SAVED = _("Bewaard.")
LIBRARY_TAKEN = _("{count} regels staan nu in je kader. Kijk ze na.")

# The line of sight and the workshop
GOAL_GONE = _("Dit doel staat niet meer in het plan. Kies een ander doel.")
ACTIVITY_SAVED = _("Bewaard. Schrijf meteen het volgende op, of ga terug naar het overzicht.")
LOOSE = {
    "obligation": _("Verplichtingen zonder doel"),
    "organisation_goal": _("Doelen van de organisatie zonder leerdoel"),
    "sentence": _("Zinnen uit de missie zonder doel"),
    "frame": _("Doelen die op niets uit het kader steunen"),
    "mission": _("Doelen zonder zin uit de missie"),
    "question": _("Doelen zonder kernvraag"),
    "activity": _("Doelen waarvoor nog niets bedacht is om te leren"),
}
SHEET = (
    _("Doel"),
    _("Waaraan zien we dat het lukt?"),
    _("Wat moet iemand daarvoor kunnen?"),
    _("Wat kunnen we doen om het te leren?"),
    _("Vorm"),
    _("Voor wie"),
    _("Mensen"),
    _("Uren per persoon"),
    _("Uren samen"),
)

# The yearly calendar
LINE_TAKEN = _("Dit staat al bij de dagen van het kader.")
LINE_IS_A_TASK = _("Dit is al een taak. Haal eerst die dag weg.")
AFTER_THE_LEGAL_DAY = _("Deze dag komt na de laatste dag. Kies een vroegere dag.")
NOT_EARLIER = _("Kies een dag die vroeger komt dan de laatste dag.")
REASON_MISSING = _("Schrijf waarom. Wie later kijkt, begrijpt het dan.")
LINE_TAKEN_OVER = _("Bewaard. Op tijd wordt dit een taak.")
LINE_REFUSED = _("Bewaard. De reden staat nu in de kalender.")
LINE_MOVED = _("Bewaard. De dag van jullie staat nu vooraan, de laatste dag blijft erbij staan.")
FEED_DAY = _("Laatste dag: {what}")
WHO = {
    "management": _("directie"),
    "line_manager": _("leidinggevenden"),
    "training_coordinator": _("VTO-coördinator"),
    "hr_officer": _("personeelsverantwoordelijke"),
    "board": _("raad van bestuur"),
    "works_council": _("ondernemingsraad"),
    "union_delegation": _("syndicale delegatie"),
    "safety_committee": _("comité voor preventie en bescherming (CPBW)"),
    "workers": _("iedereen die hier werkt"),
}
STEP_FROM = _("Deze dag hangt af van een andere regel: {line}.")
STEPS = {
    "named": _("De regel noemt deze dag zelf: {day}."),
    "year_end": _("Het boekjaar eindigt op {day}."),
    "months_after": _("Tel vanaf {start} zoveel maanden verder: {amount}. Dat geeft {day}."),
    "days_after": _("Tel vanaf {start} zoveel dagen verder: {amount}. Die dag zelf telt niet mee. Dat geeft {day}."),
    "days_before": _("Tel vanaf {start} zoveel dagen terug: {amount}. Die dag zelf telt niet mee. Dat geeft {day}."),
    "period": _("Dit loopt van {start} tot en met {day}."),
    "each": _("Dit begint telkens opnieuw. Er is geen vaste dag."),
}
STEP_END = _("Op tijd is tot het einde van die dag, om middernacht in België.")
STEP_WORKING_DAY = _("Die dag is geen werkdag ({why}). De werkdag ervoor is {day}. De laatste dag zelf verandert niet.")

# The history of the text
FACT_GOAL = _("Doel van de organisatie")
FACT_MISSION = _("Zin uit de missie")
FACT_QUESTION = _("Kernvraag")
FACT_ANSWER = _("Antwoord op")
FACT_MEASURE = _("Wat we meten")
FACT_TARGET = _("Van nu naar doel")
FACT_DUE = _("Klaar tegen")
FACT_OWNER = _("Trekker")
GOAL_WRITTEN_TOGETHER = _(
    "Bewaard. {name} wijzigde intussen iets anders aan dit doel; beide zijn bewaard. Lees het even na."
)
WRITTEN_TOGETHER = _("Bewaard. {name} schreef intussen aan een ander stuk; beide zijn bewaard. Lees het even na.")
RESTORED = _("Teruggezet. Wat er daarvoor stond, staat in de geschiedenis.")
CHANGED_BEFORE_RESTORING = _("{name} wijzigde dit deel ondertussen. Kijk of je de oude tekst nog terug wil.")
STANDS_ALREADY = _("Deze tekst staat er nu al.")
MARKED_READ = _("Bewaard. Vanaf nu zie je hier wat er verandert.")
PRESENT_ONE = _("{name} heeft dit deel nu ook open. Schrijf gerust verder: jullie overschrijven elkaar niet.")
PRESENT_MORE = _("{names} hebben dit deel nu ook open. Schrijf gerust verder: jullie overschrijven elkaar niet.")

# Figures in the text
LIVE_PEOPLE_NAME = _("medewerkers")
LIVE_FTE_NAME = _("voltijds")
LIVE_SEATS_NAME = _("zetels")
LIVE_ANSWERS_NAME = _("antwoorden")
LIVE_GROUP_NAME = _("medewerkers {name}")
LIVE_PEOPLE = _("aantal medewerkers, zonder vrijwilligers en stagiairs")
LIVE_FTE = _("aantal voltijdsequivalenten")
LIVE_SEATS = _("zetels in de werkgroep")
LIVE_ANSWERS = _("antwoorden van collega’s op de kernvragen")
LIVE_GROUP = _("medewerkers in de functiegroep {name}")
LIVE_TODAY = _("{value} (cijfer van vandaag)")
LIVE_FIXED = _("{value} (op {day})")
# Notes in the margin
NOTE_NO_DRAFT = _("Er is nu geen ontwerp in de maak. Bij een tekst die vastligt, schrijf je geen opmerkingen meer.")
NOTE_NO_PART = _("Dit deel staat niet meer in het plan. Kies een ander deel.")
NOTE_EMPTY = _("Schrijf wat je wil zeggen.")
NOTE_NO_QUOTE = _("Zeg over welke woorden je voorstel gaat.")
NOTE_SAME = _("Je voorstel is hetzelfde als wat er staat. Schrijf andere woorden, of maak er een opmerking van.")
NOTE_NOT_THERE = _(
    "Deze woorden staan niet in de tekst. Neem ze letterlijk over zoals ze er nu staan, of laat het vak leeg voor het hele deel."
)
NOTE_MORE_WORDS = _(
    "Deze woorden staan {count} keer in de tekst. Neem er een woord bij, dan is het zeker welke je bedoelt."
)
NOTE_GIVEN_TO_NOBODY = _("Kies ook wie het doet.")
NOTE_GIVEN_WITHOUT_DAY = _("Kies ook tegen wanneer.")
NOTE_NOT_A_WRITER = _("{name} schrijft niet mee aan het plan. Kies iemand anders.")
NOTE_IS = {
    "settled": _("{name} handelde deze opmerking al af."),
    "taken_over": _("{name} nam dit voorstel al over in de tekst."),
    "declined": _("{name} nam dit voorstel al niet over."),
    "withdrawn": _("{name} trok deze opmerking in."),
    "open": _("Deze opmerking staat al open."),
}
NOTE_ANSWERED = _("Er is al op geantwoord. Zet wat je nog wil zeggen in een antwoord.")
NOTE_CLOSED = _("Deze opmerking is niet meer open. Heropen ze eerst.")
NOTE_STAYS_TAKEN_OVER = _("Dit voorstel staat al in de tekst. Schrijf een nieuwe opmerking.")
NOTE_NO_SUGGESTION = _("Dit is geen voorstel: er zijn geen woorden om over te nemen.")
NOTE_BECAUSE = _("Schrijf waarom niet. Wie het voorstelde, leest het.")
NOTE_GONE = _("Deze woorden staan niet meer in de tekst. Schrijf zelf wat er moet komen.")
NOTE_TWICE = _(
    "Deze woorden staan {count} keer in de tekst, dus is niet zeker welke bedoeld zijn. Schrijf zelf wat er moet komen."
)
NOTE_BLOCKS = _("Deze woorden lopen over twee alinea’s. Schrijf zelf wat er moet komen.")
NOTE_LINK = _("In deze woorden staat een link, die zou verdwijnen. Schrijf zelf wat er moet komen.")
NOTE_TOO_LONG = _("Deze zin wordt te lang: er passen {most} tekens in. Schrijf zelf wat er moet komen.")
NOTE_TITLE_GOES = _("Een doel kan niet zonder deze woorden. Schrijf zelf wat er moet komen.")
NOTE_SAVED = _("Bewaard. Wie meeschrijft, ziet het bij de tekst.")
NOTE_SENT = _("Bewaard. Wie dit ook in de mail en bij de taken krijgt: {names}.")
NOTE_REPLIED = _("Je antwoord staat erbij.")
NOTE_SETTLED = _("Afgehandeld. Je vindt ze terug bij “Klaar”.")
NOTE_REOPENED = _("De opmerking staat weer open.")
NOTE_TAKEN_OVER = _("Overgenomen: de nieuwe woorden staan nu in de tekst.")
NOTE_DECLINED = _("Bewaard. De reden staat bij het voorstel.")
NOTE_WITHDRAWN = _("Je opmerking is ingetrokken. Niemand leest ze nog.")
NOTE_READ = _("Bewaard. De taak is weg.")
NOTE_GIVEN = _("Bewaard. Dit is nu een taak van {name}.")
NOTE_GIVEN_AWAY = _("Bewaard. Dit is van niemand meer een taak.")
NOTE_ASK_SUBJECT = _("{by} vraagt je iets bij het plan")
NOTE_ASK_BODY = _("Dag {name},\n\n{by} noemde je bij {part}:\n\n{said}\n\nAntwoord, of zeg dat je het las:\n\n{link}\n")
NOTE_GIVEN_SUBJECT = _("Voor jou tegen {day}: een opmerking bij het plan")
NOTE_GIVEN_BODY = _(
    "Dag {name},\n\n{by} vraagt dat jij deze opmerking bij {part} afhandelt, tegen {day}:\n\n{said}\n\n{link}\n"
)
NOTE_QUOTED = _("Over “{quote}”")
NOTE_PROPOSED = _("Voorstel: “{words}”")
NOTE_STRUCK = _("Voorstel: deze woorden weg")
NOTE_DOES = {
    "withdraw": (
        _("Trek je opmerking in"),
        _("Niemand leest ze dan nog, en wie je noemde, heeft de taak niet meer."),
        _("Trek in"),
    ),
    "settle": (
        _("Handel de opmerking af"),
        _("Ze staat dan niet meer naast de tekst. Heropenen kan altijd."),
        _("Afgehandeld"),
    ),
    "reopen": (
        _("Heropen de opmerking"),
        _("Ze staat dan weer naast de tekst, met alles wat erbij gezegd is."),
        _("Heropen"),
    ),
    "read": (_("Ik heb het gelezen"), _("De taak gaat weg. Antwoorden kan nog altijd."), _("Gelezen")),
}
NOTE_WORD = _("opmerking")
GOAL_PART = _("Doel {number}: {title}")
GOAL_GONE_PART = _("Doel {number}, dat niet meer in het plan staat")


# The training regulation
REGULATION_TITLE = _("Reglement over vorming")
PLACE_FIRST = _("vooraan in het hoofdstuk")
PLACE_BEHIND = _("na “{title}”")
REGULATION_EXISTS = _("Er is al een reglement.")
REGULATION_FIXED = _("Versie {number} ligt vast. Begin een nieuwe versie om iets te wijzigen.")
REGULATION_EMPTY = _("Er staat nog geen artikel in. Schrijf er eerst een, of neem een voorbeeld over.")
REGULATION_STARTED = _("Het reglement is begonnen. Lees elk artikel na en pas het aan.")
REGULATION_SUBMITTED = _("Voorgelegd. Wie in het dossier een stem heeft, krijgt nu de tekst en het zegel.")
STILL_IN_ARTICLE = _("Dit kan niet weg: het artikel “{title}” van het reglement steunt erop.")
ARTICLE_GONE = _("Dit artikel staat niet meer in het ontwerp. Iemand haalde het weg.")
ARTICLE_SAVED = _("Bewaard.")
ARTICLE_REMOVED = _("Het artikel is weg uit dit ontwerp. In een vorige versie blijft het staan.")
RULE_TAKEN = _("Deze waarde staat al in het artikel “{title}”. Zet ze daar, of haal ze daar eerst weg.")
RULE_WITHOUT_VALUE = _("Schrijf ook de waarde, of kies geen regel.")
VALUE_WITHOUT_RULE = _("Kies bij deze waarde ook de regel, of maak de waarde leeg.")
VALUE_WRONG = _("Deze waarde past niet bij de regel. Schrijf {unit}.")
RULE_ASKS = {
    "days": _("een aantal dagen, zonder komma"),
    "months": _("een aantal maanden, zonder komma"),
    "hours": _("een aantal uren"),
    "euro": _("een bedrag in euro"),
    "yes": _("ja of nee"),
}
RULE_SAYS = {
    "days": _("{value} dagen"),
    "months": _("{value} maanden"),
    "hours": _("{value} uur"),
    "euro": _("{value} euro"),
}
RULE_YES, RULE_NO = _("ja"), _("nee")
FOR_OTHERS = _("zonder groep")
START_PAST = _("Deze dag is al voorbij. Kies een dag die nog komt, of laat het leeg.")
EXAMPLES_TAKEN = _("{count} artikels staan nu in het ontwerp. Lees ze na en pas ze aan.")
READ_NOT_IN_FORCE = _("Deze versie is niet meer van kracht, of nog niet goedgekeurd. Lees de versie die nu geldt.")
READ_OTHER_TEXT = _("De tekst die je zag, is niet de tekst van deze versie. Lees hem opnieuw.")
READ_NOT_AT_WORK = _("Bevestigen kan alleen wie hier werkt.")
READ_BEFORE = _("Dit was al bevestigd.")
READ_DAY = _("Kies een dag vanaf de goedkeuring tot vandaag.")
READ_DONE = _("Bewaard. Je las deze versie, met dit zegel: {seal}.")
READ_NOTED = _("Bewaard. {name} staat nu bij wie het las.")
REMINDED = _("{count} collega’s krijgen een herinnering.")
REMINDED_TODAY = _("Je stuurde vandaag al een herinnering. Morgen kan het opnieuw.")
READ_ASK_SUBJECT = _("Lees het nieuwe reglement over vorming")
READ_ASK_BODY = _(
    "Dag {name},\n\n{title} is goedgekeurd, versie {number}. Het zegt op welke vorming je recht hebt en wat we van je vragen. Lees het en bevestig dat je het las:\n\n{link}\n\nOok zonder je bevestiging geldt het reglement.\n"
)
READ_REMIND_SUBJECT = _("Herinnering: lees het reglement over vorming")
READ_REMIND_BODY = _(
    "Dag {name},\n\nJe bevestigde nog niet dat je {title}, versie {number}, gelezen hebt. Het duurt vijf minuten:\n\n{link}\n"
)

# Deciding together
CO_NO_LINES = _("Er staat nog geen regel in. Voeg eerst iets toe waarover jullie beslissen.")
CO_NO_GROUPS = _("Kies eerst aan wie je het vraagt.")
CO_NOBODY = _("In “{name}” zit nu niemand. Geef eerst iemand een zetel of een rol, of kies anders.")
CO_PAST = _("Kies een laatste dag die nog komt.")
CO_FIXED = _("De ronde is open. Aan het voorstel verandert niets meer.")
CO_NOT_OPEN = _("Deze ronde loopt niet. Jouw tekst staat hieronder nog.")
CO_NO_SEAT = _("De zetel of de rol van {name} liep af. Daarom kan hier niets meer bij.")
CO_CLOSED_EARLY = _("Gesloten op {day}: {reason}. Jouw tekst staat hieronder nog: geef hem aan wie de ronde opende.")
CO_OVER = _("De laatste dag is voorbij. Jouw tekst staat hieronder nog: geef hem aan wie de ronde opende.")
CO_STILL_OPEN = _("Er kan nog geantwoord worden, tot en met {day}. Sluit eerst, of wacht tot daarna.")
CO_CONCLUDED = _("Deze ronde is afgerond. Er verandert niets meer aan.")
CO_BECAUSE = _("Schrijf waarom, of wat er moet veranderen.")
CO_REASON = _("Schrijf waarom.")
CO_LINES_WAIT = _("Nog niet elke regel heeft een besluit. Schrijf dat eerst.")
CO_NEW_TEXT = _("Schrijf wat de nieuwe tekst wordt.")
CO_NEW_AMOUNT = _("Schrijf welk bedrag het wordt.")
CO_NOT_ARTICLE = _("Alleen wat bij een artikel gewijzigd of geschrapt is, kan je overnemen.")
CO_ARTICLE_CHANGED = _("{name} wijzigde dit artikel ondertussen. Lees hieronder wat er nu staat, en neem dan pas over.")
CO_TAKEN = _("Dit staat al in het ontwerp.")
CO_SAME_ARTICLE = _("Dit artikel staat al in deze ronde.")
CO_ON_PAPER_SELF = _("Deze persoon kan zelf aanmelden en antwoordde al. Een papieren antwoord komt daar niet over.")
CO_LINE_GONE = _("Deze regel staat niet meer in de ronde.")
CO_SAVED = _("Bewaard.")
CO_OPENED = _("De ronde is open. {count} mensen krijgen bericht.")
CO_SAID = _("Bewaard. Je kan dit wijzigen tot en met {day}.")
CO_SAID_ALL = _("Bewaard. Je antwoordde op elke regel. Wijzigen kan tot en met {day}.")
CO_CLOSED = _("Gesloten. Schrijf nu per regel wat het wordt.")
CO_DONE = _("Afgerond. Wie gevraagd is, leest wat het geworden is en waarom.")
CO_TAKEN_OVER = _("Overgenomen in het ontwerp van het reglement.")
CO_ASK_SUBJECT = _("Beslis mee: {title}")
CO_ASK_BODY = _(
    "Dag {name},\n\n{question}\n\nZeg per regel of je akkoord gaat. Dat kan tot en met {day}. {naming}\n\n{link}\n"
)
CO_DONE_SUBJECT = _("Wat het geworden is: {title}")
CO_DONE_BODY = _("Dag {name},\n\nDe ronde is afgerond. Lees per regel wat het wordt en waarom:\n\n{link}\n")
CO_SEEN_NOW = _("Iedereen die gevraagd is, ziet meteen wat je antwoordt, met je naam.")
CO_SEEN_LATER = _("Iedereen die gevraagd is, ziet na de laatste dag wat je antwoordde, met je naam.")
