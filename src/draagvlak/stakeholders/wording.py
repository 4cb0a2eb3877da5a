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
    "stakeholders.plan_half_day": _("hield een halve dag vrij"),
    "stakeholders.use_half_day": _("gebruikte een halve dag"),
}
