from django.utils.translation import gettext_lazy as _

from draagvlak.decisions.wording.acts import ACTS, ACTS_OF_VOICES
from draagvlak.decisions.wording.letters import INFORMED_BODY, OPENED_BODY, OPENED_SUBJECT, POSTED_BODY

__all__ = ["ACTS", "ACTS_OF_VOICES", "INFORMED_BODY", "OPENED_BODY", "OPENED_SUBJECT", "POSTED_BODY"]

NO_APPROVER = _(
    "Niemand kan hierover beslissen. Geef eerst een orgaan het mandaat om goed te keuren of te bekrachtigen."
)
DOSSIER_ENDED = _("Dit dossier is afgelopen. Er kan niets meer bij.")
ALREADY_SPOKEN = _("{body} sprak zich al uit. Wat vastligt, wijzigt niet meer.")
INFORMED_ALREADY = _("{body} is geïnformeerd, en dat ligt al vast. Wat vastligt, wijzigt niet meer.")
WRONG_VERDICT = _("Dat antwoord past niet bij wat {body} in dit dossier doet.")
TWO_DUTIES = _(
    "In dit dossier deed je al dit: {done}. Bij jullie doet iemand anders dan dit: {asked}. Vraag het een collega die dat mag."
)
DONE_BEFORE = _("Dit doet iemand anders dan jij. Jij deed al dit: {done}.")
SEPARATION_SAVED = _("Bewaard. Dit geldt voor dossiers die je vanaf nu opent.")
SEPARATION_CHANGED = _("Iemand anders wijzigde dit intussen. Kijk wat er nu staat, en bewaar dan opnieuw.")
NOT_YET = _("Dit kan nog niet: {needed}.")
TERM_PASSED = {
    "consult": _("De termijn voor deze raadpleging liep af op {due}."),
    "advice": _("De termijn voor dit advies liep af op {due}."),
}
REGISTER_OPEN = _("Het register ligt open tot en met {due}. Daarna leg je vast wat erin staat.")
REGISTER_SHORT = _("Een register ligt minstens {days} dagen open (na te kijken).")
AGREEMENT_NEEDED = _("Een akkoord leg je vast met de getekende cao. Kies ze op de bladzijde van dit dossier.")
POINTS_NEEDED = _("Schrijf elke opmerking als een apart punt. Zo kan de directie op elk punt antwoorden.")
AMENDMENTS_NEEDED = _("Schrijf elke wijziging als een apart punt. Zo kan iedereen ze later nakijken.")
AMENDMENTS_BESIDE = _("Vraagt het orgaan wijzigingen? Kies dan dat het instemt als de tekst wijzigt.")
VOTES_DISAGREE = _("De stemmen passen niet bij het besluit. Kijk de aantallen na.")
REASON_NEEDED = _("Geef je reden. Zonder reden is het geen antwoord.")
NO_SUCH_POINT = _("Dat punt bestaat niet.")
ALREADY_ANSWERED = _("Op dit punt kwam al een antwoord.")
TEXT_CHANGED = _("De tekst die je zag, is niet de tekst van dit dossier. Lees hem opnieuw.")
MEETING_OUTSIDE = _("De vergadering valt niet tussen het voorleggen op {opened} en vandaag. Kijk de dag na.")
ANSWER_EMPTY = _("Schrijf een antwoord.")
REMARK_ANSWERED = _("Hierop kwam al een antwoord. Het staat in het dossier.")
NO_SUCH_REMARK = _("Deze vraag staat niet in het dossier.")
REMARK_ANSWERED_SUBJECT = _("Antwoord op je vraag: {title}")
REMARK_ANSWERED_BODY = _(
    "Dag {name}\n\nJe vroeg of zei over “{title}”:\n{question}\n\n{by} antwoordt:\n{answer}\n\nLees het in het dossier:\n{link}\n"
)
WHICH_DAY_INFORMED = _("Schrijf op welke dag het orgaan geïnformeerd is.")
HOW_HANDED_OVER = _("Niemand van {body} kreeg de stukken per mail. Schrijf hoe jullie ze bezorgden.")
REMARK_EMPTY = _("Schrijf eerst iets.")

VOTE_RUNS = _("{body} stemt hier nu over. Leg het besluit vast als de stemmen geteld zijn.")
VOTED_FOR = _("In stemming {number} haalde dit de meerderheid. Kies een antwoord dat daarbij past.")
VOTED_AGAINST = _("In stemming {number} haalde dit de meerderheid niet. Kies een antwoord dat daarbij past.")

# What is still needed, as half a sentence.
NEEDS = {
    "inform": _("{body} is nog niet aantoonbaar geïnformeerd"),
    "consult": _("{body} zei nog niet wat het ervan vindt"),
    "register": _("wat in het register staat, ligt nog niet vast"),
    "voted": _("{body} stemde, en dat ligt nog niet vast"),
    "register_open": _("het register ligt open tot en met {due}"),
    "voice": _("{body} gaf nog geen advies"),
    "consent": _("{body} stemde nog niet in"),
    "negotiation": _("met {body} is er nog geen getekend akkoord"),
    "reply": _("punt {point} heeft geen antwoord"),
    "approval": _("{body} keurde nog niet goed"),
    "ratify": _("{body} bekrachtigde nog niet"),
}
# What the page is called where one writes down what a body with this strength said, and the button that leads there.
VOICE_TITLES = {
    "inform": _("Leg vast: {body} is geïnformeerd"),
    "consult": _("Leg vast wat {body} zegt"),
    "post": _("Leg vast wat in het register staat"),
    "advice": _("Leg vast wat {body} zegt"),
    "consent": _("Leg vast wat {body} zegt"),
    "negotiation": _("Leg vast dat er geen akkoord is"),
    "approval": _("Leg de beslissing vast"),
    "ratify": _("Leg vast of {body} bekrachtigt"),
}
# Where nothing is needed but who closes. What was said before, if anything, differs: a term may have passed in silence.
READY_FOR = {
    "approval": _("Niets houdt dit nog tegen. Nu kan er beslist worden."),
    "ratify": _("Niets houdt dit nog tegen. Nu kan er bekrachtigd worden."),
}
POINT_FROM = {
    "consult": _("Opmerking van {body}"),
    "post": _("Opmerking in het register"),
    "advice": _("Advies van {body}"),
    "consent": _("Wat {body} gewijzigd wil zien"),
}

# What each strength means and when it fits, in one line, with the ground as a hint.
STRENGTHS_EXPLAINED = {
    "inform": _(
        "Krijgt de stukken en het punt op de agenda, en hoeft niet te antwoorden. Er wordt pas beslist als dat vastligt. Bijvoorbeeld de syndicale delegatie (cao nr. 5, na te kijken)."
    ),
    "consult": _(
        "Leest de tekst vooraf en geeft opmerkingen. De directie antwoordt op elke opmerking en beslist zelf. Voor de ondernemingsraad bij collectieve maatregelen (cao nr. 9)."
    ),
    "post": _(
        "De tekst hangt de hele termijn uit. Wie wil, schrijft een opmerking in het register. Pas daarna wordt er beslist, en de directie antwoordt op elke opmerking. Voor wat bij het arbeidsreglement hoort zonder ondernemingsraad: 15 dagen (wet van 8 april 1965, na te kijken)."
    ),
    "advice": _(
        "Geeft een gunstig of ongunstig advies. De directie antwoordt op elk punt en beslist zelf. Voor de ondernemingsraad (cao nr. 9) en het opleidingsplan van elk jaar (wet van 3 oktober 2022)."
    ),
    "consent": _(
        "Zonder ja gaat het niet door. Voor wat bij het arbeidsreglement hoort (wet van 8 april 1965, na te kijken), of wat jullie zelf toekennen."
    ),
    "negotiation": _(
        "Gaat pas door met een getekende cao. Voor de syndicale delegatie (wet van 5 december 1968, na te kijken)."
    ),
    "approval": _("Beslist als al de rest er is. Voor het bestuur of de directie (statuten, of een eigen afspraak)."),
    "ratify": _("Bevestigt als laatste wat een ander orgaan goedkeurde, of zegt nee. Voor het bestuur (statuten)."),
}
MEASURE_CONSULTED = _(
    "Over hoe collectieve maatregelen uitgevoerd worden, wordt de ondernemingsraad geraadpleegd (cao nr. 9 van 9 maart 1972). Wij stellen advies voor; kies raadpleging als jullie alleen dat willen."
)

GROUND_ADVICE = _(
    "cao nr. 9 van 9 maart 1972, beroepsopleiding (artikelnummer na te kijken); wet van 3 oktober 2022, opleidingsplan"
)
GROUND_WORKERS = _("wet van 3 oktober 2022: zonder overlegorgaan aan de medewerkers zelf voorgelegd")
GROUND_REGULATION = _(
    "cao nr. 9 van 9 maart 1972, personeelsbeleid en beroepsopleiding (artikelnummers na te kijken). Hoort het bij het arbeidsreglement, dan beslist de raad mee (wet van 8 april 1965, na te kijken)"
)
GROUND_REGULATION_WORKERS = _(
    "zonder overlegorgaan aan de medewerkers zelf voorgelegd. Hoort het bij het arbeidsreglement, dan hangt het 15 dagen uit met een register (wet van 8 april 1965, na te kijken)"
)
GROUND_POSTED = _(
    "hoort bij het arbeidsreglement: zonder ondernemingsraad hangt het ontwerp 15 dagen uit, met een register (wet van 8 april 1965, na te kijken)"
)
GROUND_MEASURE = _(
    "cao nr. 9 van 9 maart 1972, maatregelen die het personeelsbeleid wijzigen (artikelnummer na te kijken)"
)
GROUND_MEASURE_WORKERS = _("zonder overlegorgaan aan de medewerkers zelf voorgelegd")
GROUNDS = {"policy_plan": GROUND_ADVICE, "training_regulation": GROUND_REGULATION, "measure": GROUND_MEASURE}
GROUNDS_OF_WORKERS = {
    "policy_plan": GROUND_WORKERS,
    "training_regulation": GROUND_REGULATION_WORKERS,
    "measure": GROUND_MEASURE_WORKERS,
}
GROUND_INFORM = _("cao nr. 5 van 24 mei 1971, informatie aan de syndicale delegatie (na te kijken)")
GROUND_BOARD = _("statuten: het bestuursorgaan keurt het beleid goed")
GROUND_MANAGEMENT = _("afspraak van de organisatie: de directie keurt goed")

# What a dossier is about, by its kind: in a sentence on it, in full, and what follows when it is not approved.
ABOUT = {
    "policy_plan": (_("het plan"), _("het opleidingsbeleidsplan"), _("Het plan gaat terug naar het ontwerp.")),
    "training_regulation": (
        _("het reglement"),
        _("het vormingsreglement"),
        _("Het reglement gaat terug naar het ontwerp."),
    ),
    "measure": (
        _("de maatregel"),
        _("een maatregel in het personeelsbeleid"),
        _("De maatregel gaat niet door zoals ze voorlag."),
    ),
}

# What a ballot asks, as a proposal.
QUESTIONS = {
    "advice": _("Geven we een gunstig advies over {title}?"),
    "consent": _("Stemmen we in met {title}?"),
    "negotiation": _("Sluiten we dit akkoord over {title}?"),
    "approval": _("Keuren we {title} goed?"),
    "ratify": _("Bekrachtigen we {title}?"),
}
BALLOT_NOTHING_ASKED = {
    "inform": _("{body} wordt alleen geïnformeerd. Daar valt niets te stemmen."),
    "consult": _("{body} wordt geraadpleegd en geeft opmerkingen. Daar valt niets te stemmen."),
    "post": _("In een register schrijft ieder voor zich. Daar valt niets te stemmen."),
}
BALLOT_EXISTS = _("{body} stemt hier al over, of deed dat al. Een tweede stemming kan niet.")
BALLOT_NOBODY = _("In {body} zitten geen twee mensen die kunnen stemmen. Vul eerst de zetels in.")
BALLOT_TOO_FEW = _(
    "Geheim stemmen kan pas met vier. In {body} stemmen er {count}, en dan verraden de aantallen wie wat stemde. Stem open."
)
BALLOT_PAST = _("Dat moment is al voorbij. Kies een later einde.")
BALLOT_TOO_LONG = _("Een stemming loopt ten hoogste {count} dagen. Kies een vroeger einde.")
BALLOT_AFTER_TERM = _(
    "Het advies moet er zijn op {due}. Laat de stemming ten laatste die dag om {hour} uur eindigen: dan kan iemand het advies "
    "nog vastleggen."
)
BALLOT_OVER = _("De stemming is voorbij. Je stem telt niet meer mee.")
BALLOT_COUNTED = _("De stemmen zijn al geteld. Er kan niets meer bij.")
BALLOT_STOPPED = _("Deze stemming is stopgezet: {reason}")
BALLOT_IS_OVER = _("Deze stemming is voorbij. Ze wordt geteld, en kan niet meer stoppen.")
BALLOT_RUNS = _("Nog niet iedereen stemde. Tellen kan vanaf {day}, {hour} uur.")
NO_SUCH_HOUR = _("Dat uur bestaat die dag niet, omdat de klok verspringt. Kies een ander uur.")
DECIDED_WITHOUT = _("over het dossier is intussen beslist")

SEAT_LOSES_VOTE = _(
    "Stemming {number}, “{question}”, tot {day} om {hour}. {name} stemde nog niet, en verliest die stem na de laatste dag van de zetel."
)
SEAT_VOTED = _(
    "Stemming {number}, “{question}”, tot {day} om {hour}. De stem van {name} is binnen en telt mee, maar kan dan niet meer wijzigen."
)
SEAT_ENDED = _("De zetel van {name} in {body} liep af op {day}. Daarom kan deze stem er niet meer bij.")
NOT_YOUR_VOTE = _("Dit is niet jouw stem.")
VOTE_GIVEN_AWAY = _("Je gaf {name} een volmacht. Trek die eerst in als je zelf wil stemmen.")
VOTED_ALREADY = _("Deze stem is al binnen. In een geheime stemming kan niemand ze nog terugvinden of wijzigen.")
VOTED_BY_HAND = _("Deze stem is in de zaal geteld, met de hand.")

PROXY_NONE = _("Je gaf geen volmacht.")
PROXY_USED = _("{name} stemde al in jouw plaats. De volmacht kan niet meer terug.")
PROXY_NO_ACCOUNT = _("{name} heeft geen account en kan dus niet voor jou stemmen. Kies iemand anders.")
PROXY_REFUSED = {
    "self": _("Kies iemand anders dan jezelf."),
    "voted": _("Je stem is al binnen. Een volmacht heeft geen zin meer."),
    "given": _("Je gaf al een volmacht. Trek die eerst in."),
    "holds": _("Iemand gaf jou een volmacht, dus jij stemt zelf. Vraag om die eerst in te trekken."),
    "passed_on": _("{name} gaf zelf een volmacht. Kies iemand die zelf stemt."),
    "side": _("{name} zit aan de andere kant van de tafel. Kies iemand van jouw kant."),
    "full": _("{name} heeft al zoveel volmachten als mag. Kies iemand anders."),
}

HANDS_SECRET = _("In een geheime stemming steekt niemand zijn hand op.")
HANDS_ENTERED = _("De handen zijn al ingevoerd. Neem ze eerst weg als ze niet kloppen.")
HANDS_NOT_FREE = _("Iemand die je aanduidde, stemde intussen zelf of gaf een volmacht. Kijk de namen na.")
HANDS_DIFFER = _(
    "Je duidde {people} mensen aan en telde {raised} handen. Dat moet gelijk zijn; wie zich onthoudt, telt ook."
)
HANDS_NONE = _("Er zijn geen handen om te bevestigen of weg te nemen.")
HANDS_BY_ANOTHER = _("Een ander lid dan wie de handen invoerde, moet ze bevestigen.")
HANDS_STAND = _("De handen zijn bevestigd en de stemming is voorbij. Ze blijven staan.")
HANDS_WAIT = _("Een tweede lid moet de handen eerst bevestigen. Of neem ze weg.")

BALLOT_SECRET = _("De stemming is geheim: niemand kan later vinden wie wat stemde.")
BALLOT_NAMED = _("De stemming is open: wie aan het dossier deelneemt, leest na het tellen wie wat stemde.")
BALLOT_SUBJECT = _("Stem over {title}")
BALLOT_BODY = _("""Dag {name}

{body} stemt over {title}.
{question}
{naming}

Stemmen kan tot {day}, {hour} uur:
{link}

Bewaar deze mail. Je stemt over de tekst met dit zegel:
{text_seal}
Dossier {number}, zegel {seal}
""")
WHAT_PASSED = _(
    "{body} stemde over {title}, stemming {number}: voor {for}, tegen {against}, onthouding {abstained}. Aangenomen."
)
WHAT_FAILED = _(
    "{body} stemde over {title}, stemming {number}: voor {for}, tegen {against}, onthouding {abstained}. Verworpen."
)
WHAT_NO_QUORUM = _(
    "{body} stemde over {title}, stemming {number}, maar te weinig mensen deden mee. De stemming geldt niet."
)
WHAT_TOO_FEW = _(
    "{body} stemde over {title}, stemming {number}, maar met te weinig stemmen om geheim te blijven. Ze zijn gewist zonder te tellen."
)
WHAT_STOPPED = _("Stemming {number} van {body} over {title} is stopgezet: {reason}. De stemmen zijn niet geteld.")

POINT_TITLE = _("Dossier: {title}")
ON_AGENDA = _("Dit staat op de agenda van de vergadering op {when}.")
FOR_NEXT = _("Dit komt op de agenda van de volgende vergadering, zodra die gepland is.")

RECEIPT_SUBJECT = _("Bewijs bij dossier {number}: {title}")
RECEIPT_BODY = _("""Dag {name}

{what}

Bewaar deze mail. Met het zegel hieronder kan je altijd nakijken dat niemand het dossier achteraf veranderde:
{seal_number}:{seal}

Zo doe je dat: haal het dossier op ({link}) en kijk het na met het programma dat erbij staat.
""")
WHAT_VOICE = _("{body} sprak zich uit over {title}: {verdict}. {by} legde dat vast.")
WHAT_INFORMED = _("{body} is geïnformeerd over {title}. {by} legde dat vast.")
WHAT_REPLY = _("De werkgever antwoordde op punt {point} van {body}.")
WHAT_SETTLED = _("Over {title} is beslist: {result}.")
WHAT_WITHDRAWN = _("Het dossier over {title} is stopgezet: {reason}")

VOICE_SAVED = _("Vastgelegd. Iedereen in het dossier krijgt een bewijs met het zegel.")
REPLY_SAVED = _("Je antwoord ligt vast.")
BALLOT_OPENED = _("De stemming loopt. Wie mag stemmen, krijgt een taak en een mail.")
VOTE_CAST = _("Je stem is geteld.")
VOTE_CAST_AS = _("Je stem is geteld: {choice}.")
VOTE_REPLACED = _("Je eerdere stem ({before}) is vervangen door {choice}.")
VOTE_KEPT = _("Je stemde opnieuw hetzelfde: {choice}.")
CHOICES = {"for": _("Voor"), "against": _("Tegen"), "abstained": _("Onthouding")}
PROXY_GIVEN = _("Je volmacht is gegeven. Je kan ze terugnemen tot er in jouw plaats gestemd is.")
PROXY_WITHDRAWN = _("Je volmacht is terug. Je stemt weer zelf.")
HANDS_SAVED = _("Bewaard. Een ander lid moet de handen nog bevestigen.")
HANDS_CONFIRMED = _("De handen zijn bevestigd.")
HANDS_TAKEN_BACK = _("De handen zijn weg. Wie geteld was, kan weer stemmen.")
BALLOT_CLOSED = _("De stemmen zijn geteld. Iedereen in het dossier krijgt een bewijs met het zegel.")
BALLOT_WITHDRAWN = _("De stemming is stopgezet. Wie in het dossier zit, krijgt bericht.")
MANDATE_SAVED = _("Bewaard. Dit geldt voor dossiers die je vanaf nu opent.")

PAPER_DOSSIER = _("Dossier {number}: {title}")
PAPERS_SAID = {
    "inform": _("Informatie aan {body}"),
    "consult": _("Opmerkingen van {body}"),
    "post": _("Register van opmerkingen: {body}"),
    "advice": _("Advies van {body}"),
    "consent": _("Beslissing van {body}"),
    "negotiation": _("Onderhandeling met {body}"),
    "approval": _("Beslissing van {body}"),
    "ratify": _("Bekrachtiging door {body}"),
}
HEADINGS_SAID = {
    "inform": _("Hoe het orgaan geïnformeerd is"),
    "consult": _("De opmerkingen"),
    "post": _("Wat in het register staat"),
    "advice": _("Het advies"),
    "consent": _("De beslissing"),
    "negotiation": _("Wat de onderhandeling opleverde"),
    "approval": _("De beslissing"),
    "ratify": _("De bekrachtiging"),
}
PAPERS_TO_SIGN = {
    "inform": _("Informatie om te tekenen"),
    "consult": _("Opmerkingen om te tekenen"),
    "post": _("Register om te tekenen"),
    "advice": _("Advies om te tekenen"),
    "consent": _("Beslissing om te tekenen"),
    "negotiation": _("Uitkomst om te tekenen"),
    "approval": _("Beslissing om te tekenen"),
    "ratify": _("Bekrachtiging om te tekenen"),
}
GOES_ON_WITHOUT = {
    "consult": _("De termijn is voorbij. Het dossier gaat verder zonder opmerkingen van dit orgaan."),
    "advice": _("De termijn is voorbij. Het dossier gaat verder zonder dit advies."),
}
PAPER_FORM = _("Blad om in te vullen: {body}")
FACT_KIND = _("Waarover")
FACT_OPENED = _("Voorgelegd")
FACT_STATE = _("Waar het staat")
FACT_TEXT = _("Tekst")
FACT_VERSION = _("Versie")
FACT_SEAL = _("Zegel van de tekst (SHA-256)")
FACT_ABOUT = _("Waarover")
FACT_DOSSIER = _("Dossier")
FACT_STRENGTH = _("Welke stem")
FACT_DUE = _("Ten laatste op")
FACT_GROUND = _("Rechtsgrond")
FACT_SAID = _("Wat het orgaan zegt")
FACT_MET = _("Vergadering van")
FACT_ON_AGENDA = _("Op de agenda van")
FACT_ANNOUNCED = _("Bekendgemaakt op")
FACT_BY_MAIL = _("Stukken per mail")
FACT_HANDED_OVER = _("Hoe de stukken bezorgd zijn")
FACT_VOTES = _("Stemmen")
FACT_BALLOT = _("Stemming in Draagvlak, nummer")
FACT_AGREEMENT = _("Getekende cao")
FACT_AGREEMENT_SEAL = _("Zegel van de getekende tekst (SHA-256)")
FACT_AGREEMENT_ADDRESS = _("Waar de cao staat")
AGREEMENT_SIGNED = _("{subject}, getekend op {when}")
FACT_NOTED = _("Vastgelegd")
SAID_WHEN = _("{when}, door {name}")
VOTES_COUNTED = _("voor {a}, tegen {b}, onthouding {c}")
ENDED_ADOPTED = _("Goedgekeurd op {when}.")
ENDED_RATIFIED = _("Bekrachtigd op {when}.")
ENDED_REJECTED = _("Niet goedgekeurd op {when}.")
ENDED_AMENDED = _("Niet goedgekeurd op {when}: {body} stemt pas in als de tekst wijzigt.")
ENDED_WITHDRAWN = _("Stopgezet op {when}. Reden: {reason}")
HAND_IN = _(
    "Geef dit blad aan de voorzitter of de secretaris. Een lid van {body} legt in Draagvlak vast wat erop staat."
)
HAND_IN_WORKERS = _("Geef dit blad aan de VTO-coördinator. Die legt in Draagvlak vast wat erop staat.")
HAND_IN_MANAGEMENT = _("Geef dit blad aan de directie. Die legt in Draagvlak vast wat erop staat.")

# What was done with what people said in a round, by the key that the round gives it.
DONE_WITH = {"followed": _("gevolgd"), "partly": _("deels gevolgd"), "not": _("niet gevolgd")}
