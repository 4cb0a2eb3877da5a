from django.utils.translation import gettext_lazy as _

PERIOD_REVERSED = _("De laatste dag ligt voor de eerste dag.")
ALREADY_HELD = _("{name} heeft deze rol al.")
ALREADY_SEATED = _("{name} zit al in {body}.")
LAST_MANAGER = _("Er moet altijd iemand met de rol directie blijven. Duid eerst iemand anders aan.")
NO_TIME = _("Geef de coördinator tijd: minstens een halve dag per week. Een opleidingsbeleid doe je er niet even bij.")
ROLE_TAKEN = _("Deze rol was al aanvaard.")
ALREADY_INVITED = _("{name} kan al aanmelden, een nieuwe uitnodiging is niet nodig.")
NO_ADDRESS = _("Zonder e-mailadres kunnen we niemand uitnodigen. Vul het eerst in bij de persoon.")
ACTOR_OPEN = _("Zeg ook wie dit is, of dat het er niet is: {actors}.")
NOT_AT_WORK = _("{name} werkt hier niet meer.")
HALF_DAY_PLANNED = _("Die halve dag staat al gepland.")

INVITATION_SUBJECT = _("Je bent uitgenodigd bij {organisation} in Draagvlak")
INVITATION_BODY = _("""Dag {name}

{by} nodigt je uit bij {organisation} in Draagvlak. Daar maken we samen het opleidingsbeleid.

Kies hier je wachtwoord:
{link}

De link werkt drie dagen. Ken je {organisation} niet? Dan mag je deze mail weggooien.
""")

MATRIX_EXISTS = _("De taken zijn al verdeeld. Wijzig ze per taak.")
TWO_DECIDE = _("Er kan maar één rol beslissen. Kies wie van de twee.")
LINE_CHANGED = _("Iemand wijzigde deze taak ondertussen. Jouw keuze is niet weg: kijk hieronder wat het wordt.")
ROLE_NOT_FREE = _("Deze rol heeft nog een deel in {count} taken. Geef die eerst aan iemand anders.")
QUESTION_EMPTY = _("Schrijf wat je wilt vragen, of zeg ja.")
FIELD_NAMES = {"title": _("Taak"), "what": _("Uitleg"), "parts": _("Wie doet wat")}
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
MATRIX_TITLE = _("Wie doet wat voor leren en opleiding")
SHEET_TASK = _("Taak")
SHEET_GROUP = _("Groep")
SHEET_WEIGHT = _("Gewicht")

PARTNER_CHANGED = _("Iemand wijzigde deze partner intussen.")
NOT_A_KBO_NUMBER = _("Dit is geen ondernemingsnummer. Het telt tien cijfers, en de laatste twee zijn een controle.")
PARTNER_EXISTS = _("Dit ondernemingsnummer staat al bij {name}.")

ROLE_SAVED = _("Bewaard. {name} ziet deze rol nu bij haar of zijn taken.")
SEAT_SAVED = _("Bewaard.")
INVITED = _("{name} krijgt een mail om aan te melden.")
SET_UP_SAVED = _("Bewaard.")
SET_UP_DONE = _("Klaar. Je organisatie staat klaar om te beginnen.")

ACTS = {
    "stakeholders.found_organisation": _("richtte de organisatie in Draagvlak op"),
    "stakeholders.describe_organisation": _("beschreef de organisatie"),
    "stakeholders.set_up": _("rondde de opstart van de organisatie af"),
    "stakeholders.install_body": _("installeerde een orgaan"),
    "stakeholders.end_body": _("beëindigde een orgaan"),
    "stakeholders.seat": _("gaf iemand een zetel"),
    "stakeholders.unseat": _("beëindigde een zetel"),
    "stakeholders.assign_role": _("gaf iemand een rol"),
    "stakeholders.appoint_coordinator": _("stelde de VTO-coördinator aan"),
    "stakeholders.accept_role": _("aanvaardde een rol"),
    "stakeholders.end_role": _("beëindigde een rol"),
    "stakeholders.invite": _("nodigde iemand uit"),
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
}
