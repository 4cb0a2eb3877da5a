"""What a negotiation and a collective agreement say."""

from django.utils.translation import gettext_lazy as _

NEGOTIATION_NAME = _("Onderhandeling {number}")

N_SOMEONE = _("Iemand anders")
N_CLOSED = _("Deze onderhandeling is afgelopen. Er komt niets meer bij.")
N_PAST = _("Kies een dag die nog komt.")
N_NO_DELEGATION = _("Er is geen syndicale delegatie in deze organisatie. Vul eerst in welke organen er zijn.")
N_SAME_TEXT = _("Dit is precies de tekst die er al staat. Wijzig iets, of ga akkoord met wat er staat.")
N_OTHER_TEXT = _("Er staat intussen een andere tekst. Je ging nog niet akkoord: lees hem en beslis dan.")
N_AGREED_ALREADY = _("Jullie kant ging al akkoord met deze tekst.")
N_BOTH_SIDES = _("Je ging al akkoord voor de andere kant. Iemand anders doet dat voor deze kant.")
N_WITHDRAWN = _("Dit punt is ingetrokken. Wie het terug wil, stelt een nieuwe tekst voor.")
N_WITHDRAWN_ALREADY = _("Dit punt was al ingetrokken.")
N_NOT_YOURS = _("Alleen de kant die dit punt op tafel legde, kan het intrekken.")
N_BOTH_AGREED = _("Beide kanten gaan akkoord met dit punt. Wie het anders wil, stelt een nieuwe tekst voor.")
N_NOBODY = _("Deze persoon werkt hier niet meer of heeft geen toegang.")
N_SITS_ALREADY = _("{name} zit al mee aan tafel.")
N_TALK_EMPTY = _("Schrijf wat jullie bespraken, of kies een vergadering.")
N_TALK_FUTURE = _("Deze dag moet nog komen. Noteer het na het gesprek.")
N_NO_CLAUSE = _("Er staat nog geen punt in. Voeg eerst een punt toe.")
N_SAME_VERSION = _("Sinds versie {number} is er niets gewijzigd. Die versie ligt al vast.")
N_NOT_ALL = _("Dit kan nog niet: punt {numbers} staat nog open. Ga akkoord of trek het in.")
N_NONE_AGREED = _("Dit kan nog niet: er is geen punt waarmee beide kanten akkoord gaan.")
N_SIGN_EARLY = _("Deze onderhandeling begon op {day}. Ze kan niet eerder getekend zijn. Kijk het jaar na.")
N_TEXT_MOVED = _("De tekst is gewijzigd sinds je deze bladzijde opende. Kijk hem na. Klopt het, verstuur dan nog eens.")
N_SIGN_FUTURE = _("De dag van ondertekenen moet al voorbij zijn, of vandaag zijn.")
N_SIGN_ORDER = _("De laatste dag valt voor de eerste dag.")
N_SIGN_DURATION = _("Kies: een laatste dag, of een aantal maanden opzeg.")
N_FILED_ORDER = _("Neerleggen kan pas vanaf de dag van ondertekenen ({day}), en niet in de toekomst.")
N_FILED_FIRST = _("Vul eerst in wanneer de cao neergelegd is.")
N_FILED_ALREADY = _("Het registratienummer staat er al: {number}.")
N_ENDED_ALREADY = _("Deze cao is al beëindigd.")
N_END_ORDER = _("De laatste dag kan niet voor de eerste dag van de cao vallen ({day}).")
N_CHECK_FUTURE = _("Deze dag moet nog komen.")
N_CHECK_BEFORE = _("Kies een dag vanaf de eerste dag van de cao ({day}).")
N_CHECK_WHY = _("Schrijf wat er niet nageleefd wordt.")
N_UNWATCHED = _("Kies eerst wie dit punt opvolgt.")
STILL_IN_CLAUSE = _("Dit kan niet weg: een punt van een cao steunt erop: “{title}”.")

N_NOT_SIGNED_BY = _("{body} tekende deze cao niet, of ze geldt niet meer. Kies een andere.")
AGREEMENT_CHOICE = _("{subject}, getekend op {when}")

N_LINKED = _("Vastgelegd. De cao staat nu in het dossier, met haar zegel.")
N_OPENED = _("De onderhandeling is begonnen. Alleen wie aan tafel zit, ziet ze. Zij krijgen bericht.")
N_PROPOSED = _("Bewaard. De andere kant krijgt bericht.")
N_AGREED_HALF = _("Bewaard. Nu is de andere kant aan zet.")
N_AGREED_BOTH = _("Beide kanten gaan akkoord met precies deze tekst.")
N_FROZEN = _("Versie {number} ligt vast.")
N_ADDED = _("{name} ziet nu alles van deze onderhandeling en krijgt bericht.")
N_LEFT = _("{name} ziet deze onderhandeling niet meer.")
N_SIGNED = _("De cao staat in het register. Iedereen die hier werkt, kan ze lezen.")
N_STOPPED = _("De onderhandeling is gestopt.")
N_WITHDREW = _("Het punt is ingetrokken.")
N_WATCHED = _("Bewaard. Op tijd wordt dit een taak.")
N_CHECKED = _("Bewaard. Over een jaar is dit opnieuw een taak.")
N_ENDED = _("Bewaard. De cao blijft leesbaar, met haar laatste dag.")

# The outbox is read by more people than the table: the mail says nothing but that there is something.
N_MAIL_SUBJECT = _("Er is iets nieuws in een onderhandeling waar je aan tafel zit")
N_MAIL_BODY = _("Dag {name},\n\nKijk wat er nieuw is. Alleen wie aan tafel zit, kan dit openen:\n\n{link}\n")
N_SIGNED_SUBJECT = _("Getekend: {subject}")
N_SIGNED_BODY = _("Dag {name},\n\nDe cao is getekend. Iedereen die hier werkt, kan ze nu lezen:\n\n{link}\n")

N_SIDES = {
    "employer": _("de werkgever"),
    "workers": _("de werknemers"),
}
N_AGREED_FIRST = {
    "employer": _("Wat zeggen jullie? De werkgever ging al akkoord."),
    "workers": _("Wat zeggen jullie? De werknemers gingen al akkoord."),
}
