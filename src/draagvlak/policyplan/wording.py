from django.utils.translation import gettext_lazy as _

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
DOSSIER_VOIDED = _("De tekst is gewijzigd na het voorleggen (nieuwe versie {number}).")
STILL_LINKED = _("Dit kan niet weg: doel {goals} steunt erop.")
NOTHING_SAID = _("Schrijf eerst iets.")
VISION_OPEN = _("De visie kan nog niet vastgesteld worden: niet elke kernvraag heeft een afgewerkt antwoord.")
VISION_ADOPTED = _("De visie is vastgesteld. Wie wil wijzigen, opent ze eerst opnieuw.")
PLAN_EXISTS = _("Er is al een plan voor dit project.")
ALREADY_DRAFT = _("Er is al een ontwerp in de maak: versie {number}.")
NEW_VERSION = _("Bijsturing van versie {number}")
DAY_IN_THE_PAST = _("Deze dag is al voorbij. Kies een dag die nog komt.")
DEADLINE_EXISTS = _("Dit staat al op die dag.")
DEADLINE_DONE = _("Dit is al afgehandeld.")
DEADLINE_FINISHED = _("Bewaard. Dit is afgehandeld.")
FILE_ADDED = _("Bewaard. Iedereen die hier werkt, kan het bestand ophalen.")
ONLY_IN_FORCE = _("Alleen een plan dat van kracht is, kan je evalueren.")
REVIEWED = _("Bewaard. Wil je het plan bijsturen? Begin dan een nieuwe versie.")

ROUND_NO_DRAFT = _("Er is geen ontwerp om over te raadplegen. Begin eerst een nieuwe versie.")
ROUND_RUNS = _("Er loopt al een raadpleging over dit plan: “{title}”. Rond die eerst af.")
ROUND_PAST = _("Kies een laatste dag die nog komt.")
ROUND_ORDER = _("De laatste dag komt na de eerste.")
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
ROUND_WHOLE = _("Over het hele plan")
ROUND_ALONE = _("Ze staat alleen")
ROUND_ASK_SUBJECT = _("Wat vind jij van het ontwerp? {title}")
ROUND_ASK_BODY = _(
    "Dag {name},\n\n{question}\n\nLees het ontwerp en zeg iets over één alinea, of over meer. Dat kan tot en met {day}, {naming}.\n\n{link}\n"
)
ROUND_LONGER_SUBJECT = _("Er is nog tijd tot en met {day}: {title}")
ROUND_LONGER_BODY = _(
    "Dag {name},\n\nJe kan langer iets zeggen over het ontwerp: tot en met {day}, {naming}. De reden: {reason}\n\n{link}\n"
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
NOTE_SENT = _("Bewaard. Dit krijgt ook een mail en een taak: {names}.")
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

ACTS = {
    "policyplan.add_organisation_goal": _("voegde een organisatiedoel toe"),
    "policyplan.change_organisation_goal": _("wijzigde een organisatiedoel"),
    "policyplan.take_library": _("nam regels over uit de bibliotheek"),
    "policyplan.add_item": _("voegde iets toe aan het kader"),
    "policyplan.change_item": _("wijzigde iets in het kader"),
    "policyplan.remove_item": _("haalde iets uit het kader"),
    "policyplan.set_deadline": _("zette een dag bij iets in het kader"),
    "policyplan.finish_deadline": _("handelde iets uit het kader af"),
    "policyplan.drop_deadline": _("haalde een dag uit het kader"),
    "policyplan.take_line": _("nam een regel van de jaarkalender over"),
    "policyplan.refuse_line": _("schreef waarom een regel van de jaarkalender niet doorgaat"),
    "policyplan.move_line": _("zette een regel van de jaarkalender vroeger"),
    "policyplan.add_file": _("zette een bestand bij iets in het kader"),
    "policyplan.take_away_file": _("haalde een bestand uit het kader weg"),
    "policyplan.review_plan": _("evalueerde het plan"),
    "policyplan.contribute": _("antwoordde op een kernvraag"),
    "policyplan.withdraw_contribution": _("trok een antwoord op een kernvraag in"),
    "policyplan.settle_answer": _("schreef het gezamenlijke antwoord op een kernvraag"),
    "policyplan.adopt_vision": _("stelde de visie vast"),
    "policyplan.reopen_vision": _("opende de visie opnieuw"),
    "policyplan.start_plan": _("begon het beleidsplan"),
    "policyplan.write_section": _("schreef aan het plan"),
    "policyplan.set_goal": _("zette een doel in het plan"),
    "policyplan.change_goal": _("wijzigde een doel"),
    "policyplan.remove_goal": _("haalde een doel uit het plan"),
    "policyplan.add_activity": _("schreef op wat we kunnen leren voor een doel"),
    "policyplan.change_activity": _("wijzigde wat we kunnen leren voor een doel"),
    "policyplan.remove_activity": _("haalde weg wat we kunnen leren voor een doel"),
    "policyplan.new_version": _("begon een nieuwe versie"),
    "policyplan.submit_version": _("legde het plan voor"),
    "policyplan.adopt": _("het plan is goedgekeurd"),
    "policyplan.set_aside": _("het plan is niet aangenomen"),
    "policyplan.open_consultation": _("opende een raadpleging over het ontwerp"),
    "policyplan.extend_consultation": _("gaf een raadpleging meer tijd"),
    "policyplan.close_consultation": _("sloot een raadpleging"),
    "policyplan.take_part": _("er nam iemand deel aan een raadpleging"),
    "policyplan.change_remark": _("wijzigde de eigen opmerking"),
    "policyplan.merge_remarks": _("bundelde opmerkingen"),
    "policyplan.move_remark": _("verplaatste een opmerking"),
    "policyplan.answer_remarks": _("beantwoordde opmerkingen"),
    "policyplan.conclude_consultation": _("rondde een raadpleging af"),
    "policyplan.write_note": _("schreef een opmerking bij het ontwerp"),
    "policyplan.change_note": _("wijzigde de eigen opmerking bij het ontwerp"),
    "policyplan.withdraw_note": _("trok de eigen opmerking bij het ontwerp in"),
    "policyplan.answer_note": _("antwoordde op een opmerking bij het ontwerp"),
    "policyplan.read_note": _("las een opmerking bij het ontwerp"),
    "policyplan.assign_note": _("gaf een opmerking bij het ontwerp aan iemand"),
    "policyplan.settle_note": _("handelde een opmerking bij het ontwerp af"),
    "policyplan.reopen_note": _("heropende een opmerking bij het ontwerp"),
    "policyplan.take_over_note": _("nam een voorstel over in het ontwerp"),
    "policyplan.decline_note": _("nam een voorstel voor het ontwerp niet over"),
}
