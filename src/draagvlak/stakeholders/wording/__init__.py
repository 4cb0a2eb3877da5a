from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

PERIOD_REVERSED = _("De laatste dag ligt voor de eerste dag.")
ALREADY_HELD = _("{name} heeft deze rol al.")
ALREADY_SEATED = _("{name} zit al in {body}.")
FOR_THE_EMPLOYER = _("{name} kan niet namens de werknemers zetelen in {body}: {name} {why}.")
HOLDS_ROLE = _("heeft de rol {role}")
SITS_IN = _("zit in {body}")
SITS_FOR_EMPLOYER = _("zit voor de werkgever in {body}")
FOUNDED_SUBJECT = _("{organisation} staat klaar in Draagvlak")
FOUNDED_BODY = _("""Dag {name}

{organisation} staat klaar in Draagvlak. Jij richt het in: welke organen er zijn en wie de vorming coördineert.

Kies hier je wachtwoord:
{link}

De link werkt drie dagen.
""")

FOR_THE_WORKERS_IN = _("{name} zit namens de werknemers in {body}. Dat gaat niet samen met spreken voor de werkgever.")
REASON_FOR_PAST = _("Die dag is al voorbij. Schrijf waarom de zetel toen eindigde.")
REASON_FOR_BALLOT = _("Er loopt een stemming. Schrijf waarom de zetel nu eindigt.")
REASON_FOR_WORKERS = _(
    "{name} zit daar namens de werknemers. Schrijf waarom de zetel eindigt: wie in het orgaan zit, leest het."
)
REASON_FOR_VOTE = _("Er loopt een stemming waarin {name} een stem heeft. Schrijf waarom de zetel nu eindigt.")
REASON_OF_ACCESS = _("De toegang van deze persoon eindigde.")
SEATED_SUBJECT = _("{name} zit nu in {body}")
SEATED_YOU = _("""Dag {reader}

{by} gaf je een zetel in {body}, als {function}, vanaf {day}.

Hier zie je wie er zit:
{link}
""")
SEATED_BODY = _("""Dag {reader}

{by} gaf {name} een zetel in {body}, als {function}, vanaf {day}.

Hier zie je wie er zit:
{link}
""")
UNSEATED_SUBJECT = _("De zetel van {name} in {body} eindigt")
UNSEATED_YOU = _("""Dag {reader}

{by} beëindigde je zetel in {body}. De laatste dag is {day}.
{reason}
Hier zie je wie er zit:
{link}
""")
UNSEATED_BODY = _("""Dag {reader}

{by} beëindigde de zetel van {name} in {body}. De laatste dag is {day}.
{reason}
Hier zie je wie er zit:
{link}
""")
SEAT_REASON = _("De reden: {reason}")
DELEGATION_KEEPS_SEAT = _(
    "{name} zit in {body} en werkt hier nog. Alleen de leden van {body} beëindigen die zetel. Daarna kan de toegang eindigen."
)
DELEGATION_HAS_MEMBERS = _(
    "In {body} zit nog iemand. Dit orgaan kan pas stoppen als zijn leden hun zetels beëindigden."
)
LAST_MANAGER = _("Er moet altijd iemand met de rol directie blijven. Duid eerst iemand anders aan.")
NO_TIME = _("Geef de coördinator tijd: minstens een halve dag per week. Een opleidingsbeleid doe je er niet even bij.")
ROLE_TAKEN = _("Deze rol was al aanvaard.")
ALREADY_INVITED = _("{name} kan al aanmelden, een nieuwe uitnodiging is niet nodig.")
NO_ADDRESS = _("Zonder e-mailadres kunnen we niemand uitnodigen. Vul het eerst in bij de persoon.")
ACTOR_OPEN = _("Zeg ook wie dit is, of dat het er niet is: {actors}.")
NOT_AT_WORK = _("{name} werkt hier niet meer.")
HALF_DAY_PLANNED = _("Die halve dag staat al gepland.")

LACKS = {
    "management": _("Niemand heeft de rol directie. Daarom kan niemand een vergadering van {body} bijeenroepen."),
    "staff": _(
        "Er staat nog niemand op de personeelslijst. Daarom kan niemand een vergadering van {body} bijeenroepen."
    ),
    "members": _("Niemand heeft een zetel in {body}. Daarom kan niemand een vergadering bijeenroepen."),
    "keeper": _("{body} heeft geen voorzitter of secretaris. Daarom kan niemand een vergadering bijeenroepen."),
    "coordinator": _("Er is geen VTO-coördinator. Daarom kan niemand een vergadering van {body} bijeenroepen."),
}
FUNCTION_KEPT = _("{name} heeft deze functie al.")
FUNCTION_SAVED = _("Bewaard.")

NOT_ON_THE_LIST = _("Op de personeelslijst staat nu niemand met jouw adres {email}, of meer dan één mens.")
RECOGNISED = _("Je staat nu op de personeelslijst als {name}.")

INVITATION_SUBJECT = _("Je bent uitgenodigd bij {organisation} in Draagvlak")
INVITATION_BODY = _("""Dag {name}

{by} nodigt je uit bij {organisation} in Draagvlak. Daar maken we samen het opleidingsbeleid.

Kies hier je wachtwoord:
{link}

De link werkt drie dagen. Ken je {organisation} niet? Dan mag je deze mail weggooien.
""")

FOR_THE_WORKERS = _("namens de medewerkers")

MATRIX_EXISTS = _("De taken zijn al verdeeld. Wijzig ze per taak.")
TWO_DECIDE = _("Er kan maar één rol beslissen. Kies wie van de twee.")
LINE_CHANGED = _("Iemand wijzigde deze taak ondertussen. Jouw keuze is niet weg: kijk hieronder wat het wordt.")
ROLE_NOT_FREE = _("Deze rol heeft nog een deel in {count} taken. Geef die eerst aan iemand anders.")
PARTS_ADDED = _("Er kwam intussen iets bij. Lees wat er nu staat, en zeg dan ja.")
QUESTION_EMPTY = _("Schrijf wat je wilt vragen, of zeg ja.")
FIELD_NAMES = {"title": _("Taak"), "what": _("Uitleg"), "parts": _("Wie doet wat")}
DECIDES_AND_DOES = _("beslist en voert uit")
FAULTS = {
    "nobody_decides": _("niemand beslist"),
    "two_decide": _("twee beslissen"),
    "nobody_does": _("niemand voert uit"),
    "nobody_holds": _("niemand heeft deze rol"),
    "overload": _("heeft te veel op zich"),
}
MATRIX_STARTED = _("Klaar. {count} taken staan aan. Kijk ze na en wijzig wat bij jullie anders is.")
LINE_SAVED = _("Bewaard. Wie er werk bij krijgt, wordt gevraagd om ja te zeggen.")
ROLE_ANSWERED = _("Bewaard. Dank je.")
DUTY_TICKED = _("Bewaard.")
MATRIX_REVIEWED = _("Bewaard. Volgend jaar vragen we het opnieuw.")
SHEET_TASK = _("Taak")
SHEET_GROUP = _("Groep")
SHEET_WEIGHT = _("Gewicht")

PARTNER_CHANGED = _("Iemand wijzigde deze partner intussen.")
NOT_A_KBO_NUMBER = _("Dit is geen ondernemingsnummer. Het telt tien cijfers, en de laatste twee zijn een controle.")
PARTNER_EXISTS = _("Dit ondernemingsnummer staat al bij {name}.")

ROLE_SAVED = _("Bewaard. {name} ziet deze rol nu bij haar of zijn taken.")
SEAT_SAVED = _("Bewaard.")
WELCOME_SUBJECT = _("Je kan je weer aanmelden bij {organisation}")
WELCOME_BODY = _("""Dag {name}

{by} geeft je weer toegang tot {organisation} in Draagvlak. Je meldt je aan zoals voordien:

{link}
""")
ACCESS_ENDED = _("{name} kan zich hier niet meer aanmelden.")
INVITED = _("{name} krijgt een mail om aan te melden.")
SET_UP_SAVED = _("Bewaard.")
SET_UP_CHANGED = _("Iemand anders beschreef de organisatie ondertussen anders. Kies hieronder wat het wordt.")
BODIES_CHANGED = _("Iemand anders zei ondertussen iets anders over de organen. Kies hieronder wat het wordt.")
OUTSIDE_MANDATE = _("Op die dag ben je geen coördinator. Kies een dag binnen je mandaat.")
BODY_EMPTIED = _(
    "Je liet dit leeg. Dan stopt het orgaan: zijn zetels tellen niet meer en zijn vergaderingen gaan niet door. Vink aan als dat klopt."
)
SET_UP_DONE = _("Klaar. Je organisatie staat klaar om te beginnen.")

REGISTER_EXISTS = _("Het overzicht is al begonnen. Voeg er betrokkenen aan toe.")
STANDS_ALREADY = _("{name} staat al in het overzicht.")
NOBODY_NAMED = _("Kies wie het is, of schrijf een naam.")
STAKEHOLDER_CHANGED = _("Iemand wijzigde deze betrokkene ondertussen. Jouw tekst is niet weg.")
CONTACT_CHANGED = _("Iemand wijzigde dit contact ondertussen. Jouw tekst is niet weg.")
STILL_PLANNED = _("Er is nog een contact gepland. Laat het doorgaan, of zeg eerst dat het niet doorgaat.")
CONTACT_DONE = _("Dit contact is al geweest.")
CONTACT_DROPPED = _("Dit contact gaat niet door. Plan een nieuw.")
IN_THE_FUTURE = _("Die dag moet nog komen.")
KINDS = {
    "body": _("Organen"),
    "role": _("Rollen"),
    "function_group": _("Functiegroepen"),
    "team": _("Teams"),
    "statute": _("Statuten"),
    "other": _("Anderen"),
}
# The people of a role or a statute, as a group.
PEOPLE = {
    "management": _("directie"),
    "line_manager": _("leidinggevenden"),
    "training_coordinator": _("VTO-coördinatoren"),
    "hr_officer": _("personeelsdienst"),
    "permanent": _("vaste medewerkers"),
    "fixed_term": _("medewerkers van bepaalde duur"),
    "replacement": _("vervangers"),
    "defined_work": _("medewerkers voor omschreven werk"),
    "student_worker": _("jobstudenten"),
    "target_group": _("doelgroepmedewerkers"),
    "art60": _("medewerkers artikel 60"),
    "agency_worker": _("interimmers"),
    "trainee": _("stagiairs"),
    "apprentice": _("leerlingen alternerend leren"),
    "ibo": _("mensen in een beroepsopleiding"),
    "volunteer": _("vrijwilligers"),
    "self_employed": _("zelfstandigen"),
    "seconded": _("gedetacheerden"),
    "unknown": _("wie geen statuut heeft ingevuld"),
}
QUADRANTS = {
    "close": _("nauw betrekken"),
    "content": _("tevreden houden"),
    "informed": _("goed informeren"),
    "watched": _("volgen"),
}
# What happens to the people concerned: in the mail, and on the timeline.
INVOLVED = {
    "inform": _("Je krijgt uitleg."),
    "consult": _("We vragen wat jij ervan vindt."),
    "advise": _("Jullie geven advies."),
    "decide": _("Jullie beslissen."),
    "co_create": _("We maken het samen."),
}
THEY = {
    "inform": _("krijgen uitleg"),
    "consult": _("worden gehoord"),
    "advise": _("geven advies"),
    "decide": _("beslissen"),
    "co_create": _("maken het mee"),
}
STAKEHOLDERS_PROPOSED = _("Klaar. {count} betrokkenen staan in het overzicht. Kijk na of het klopt.")
STAKEHOLDER_SAVED = _("Bewaard.")
STAKEHOLDER_ENDED = _("Staat niet meer in het overzicht. Wat gebeurde, blijft in het logboek staan.")
ATTITUDE_MEASURED = _("Bewaard. Alleen wie het plan maakt, ziet dit.")
CONTACT_PLANNED = _("Bewaard. Het staat nu op de tijdlijn.")
CONTACT_FINISHED = _("Bewaard.")
CONTACT_IS_DROPPED = _("Bewaard. Wie al een bericht kreeg, hoort nu dat het niet doorgaat.")

MOMENT_SUBJECT = _("Jouw moment op {day}: {what}")
MOMENT_BODY = _("""Dag {name}

Op {day} is het jouw moment in het opleidingsbeleid van {organisation}.

{what}
{how}

Alle momenten staan hier:
{link}
""")
DROPPED_SUBJECT = _("Gaat niet door op {day}: {what}")
DROPPED_BODY = _("""Dag {name}

Dit moment gaat niet door op {day}:
{what}

{reason}

Alle momenten staan hier:
{link}
""")
# The start set: what we usually need from a body or a group. An example to change.
START_NEEDS = {
    "board": _("Een opdracht, middelen, en een beslissing over het plan."),
    "management": _("Tijd en middelen, en zichtbaar achter het plan staan."),
    "works_council": _("Advies over het plan, op tijd en met alle stukken."),
    "union_delegation": _("Weten wat bij de achterban leeft."),
    "safety_committee": _("Weten welke opleidingen over veiligheid nodig zijn."),
    "workers": _("Horen wat zij nodig hebben om goed te werken."),
    "function_group": _("Horen wat deze groep nodig heeft, en wanneer ze kan."),
    "line_manager": _("Tijd maken voor leren in het rooster, en noden melden."),
    "statute": _("Weten dat het plan er ook voor hen is."),
}

NO_SUCH_DAY = _("Die dag is er niet elk jaar. Kies een andere dag van die maand.")

ACTS = {
    "stakeholders.found_organisation": _("richtte de organisatie in Draagvlak op"),
    "stakeholders.describe_organisation": _("beschreef de organisatie"),
    "stakeholders.set_up": _("rondde de opstart van de organisatie af"),
    "stakeholders.install_body": _("installeerde een orgaan"),
    "stakeholders.end_body": _("beëindigde een orgaan"),
    "stakeholders.seat": _("gaf iemand een zetel"),
    "stakeholders.give_function": _("gaf iemand een andere functie in een orgaan"),
    "stakeholders.unseat": _("beëindigde een zetel"),
    "stakeholders.assign_role": _("gaf iemand een rol"),
    "stakeholders.appoint_coordinator": _("stelde de VTO-coördinator aan"),
    "stakeholders.accept_role": _("aanvaardde een rol"),
    "stakeholders.end_role": _("beëindigde een rol"),
    "stakeholders.invite": _("nodigde iemand uit"),
    "stakeholders.recognise_me": _("zei wie hij of zij is op de personeelslijst"),
    "stakeholders.rename_body": _("gaf een orgaan een andere naam"),
    "stakeholders.end_access": _("beëindigde een toegang"),
    "stakeholders.start_matrix": _("verdeelde de taken"),
    "stakeholders.set_line": _("wijzigde wie wat doet"),
    "stakeholders.add_line": _("voegde een eigen taak toe"),
    "stakeholders.add_matrix_role": _("voegde een eigen rol toe"),
    "stakeholders.end_matrix_role": _("haalde een rol uit de taakverdeling"),
    "stakeholders.answer_role": _("antwoordde op de vraag om een rol op te nemen"),
    "stakeholders.tick_duty": _("vinkte een eigen taak af"),
    "stakeholders.review_matrix": _("keek na of de taakverdeling nog klopt"),
    "stakeholders.add_agreement": _("schreef een afspraak op"),
    "stakeholders.end_agreement": _("beëindigde een afspraak"),
    "stakeholders.plan_half_day": _("hield een halve dag vrij"),
    "stakeholders.use_half_day": _("gebruikte een halve dag"),
    "stakeholders.add_partner": _("voegde een externe partner toe"),
    "stakeholders.change_partner": _("wijzigde een externe partner"),
    "stakeholders.propose_register": _("begon het overzicht van betrokkenen"),
    "stakeholders.add_stakeholder": _("zette iemand in het overzicht van betrokkenen"),
    "stakeholders.change_stakeholder": _("wijzigde een betrokkene"),
    "stakeholders.end_stakeholder": _("haalde iemand uit het overzicht van betrokkenen"),
    "stakeholders.measure_attitude": _("keek hoe een betrokkene tegenover het plan staat"),
    "stakeholders.plan_contact": _("plande een contact"),
    "stakeholders.change_contact": _("wijzigde een contact"),
    "stakeholders.finish_contact": _("schreef op hoe een contact verliep"),
    "stakeholders.drop_contact": _("liet een contact niet doorgaan"),
    "stakeholders.tell_of_moment": _("kondigde een moment aan"),
    "stakeholders.add_body_task": _("zette een eigen taak op de lijst van een orgaan"),
    "stakeholders.change_body_task": _("wijzigde een eigen taak van een orgaan"),
    "stakeholders.finish_body_task": _("rondde een eigen taak van een orgaan af"),
    "stakeholders.reopen_body_task": _("opende een eigen taak van een orgaan opnieuw"),
    "stakeholders.remove_body_task": _("haalde een eigen taak van een orgaan weg"),
}


def called(names: Iterable[str | None], own: str, people: str) -> str:
    """The name of a stakeholder: its own, else that of its body, group or team, else the words for a role or statute."""
    said = own or next(filter(None, names), "") or str(PEOPLE.get(people, ""))
    return said[:1].upper() + said[1:]
