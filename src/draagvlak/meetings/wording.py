from django.utils.translation import gettext_lazy as _

BODY_ENDED = _("{body} bestaat niet meer.")
IN_THE_PAST = _("Die dag of dat uur is voorbij. Kies een moment in de toekomst.")
TIMES_REVERSED = _("Het einde ligt niet na het begin. Kijk de uren na.")
NO_SUCH_HOUR = _("Op {day} slaat de klok dat uur over: dan begint het zomeruur. Kies een ander uur.")
SERIES_TOO_LONG = _("Een reeks telt 1 tot 52 vergaderingen.")
SERIES_TOO_FAR = _("Die dag ligt te ver weg voor een reeks. Kijk het jaar na.")
NOBODY_INVITED = _("Niemand heeft op die dag een zetel in {body}. Geef eerst iemand een zetel.")
TOO_MANY_INVITED = _("Dit zijn {count} mensen. Meer dan 500 tegelijk uitnodigen kan niet.")
NOT_PLANNED = _("Deze vergadering is niet meer gepland. Er kan niets meer aan wijzigen.")
BEGUN = _("Deze vergadering is al begonnen.")
NOT_BEGUN = _("Dit kan pas als de vergadering begonnen is.")
IS_CANCELLED = _("Deze vergadering is afgelast.")
NO_CANCEL_REASON = _("Zeg waarom de vergadering niet doorgaat. Iedereen die uitgenodigd is, leest het.")
SOMEONE_CHANGED = _("{name} wijzigde dit intussen. Jouw tekst is niet verloren.")
SOMEONE = _("Iemand anders")
ALREADY_INVITED = _("{name} is al uitgenodigd.")
NOT_A_GUEST = _("Dit is geen gast. Wie een zetel heeft, is altijd uitgenodigd.")
AGENDA_CLOSED = _("Het verslag van deze vergadering is verstuurd. De agenda ligt vast.")
ITEM_IN_USE = _("Dit punt staat in het verslag. Het kan niet meer weg.")
ITEM_IS_ASKED = _(
    "Dit punt kan niet weg: iemand wacht op wat jullie zeggen. Bespreken jullie het nu niet, zet dan in het verslag dat het terugkomt."
)
NOTHING_TO_SEND = _("Er staat nog niets op de agenda en er zijn geen stukken.")
MINUTES_FIXED = _("Dit verslag is goedgekeurd. Het wijzigt niet meer.")
NO_MINUTES_YET = _("Er is nog geen verslag.")
MINUTES_NOT_SENT = _("Dit verslag is nog niet verstuurd. Niemand kan goedkeuren wat nog niet gelezen is.")
MINUTES_SENT_ALREADY = _("Dit verslag is al verstuurd.")
NOT_A_LATER_MEETING = _(
    "Een verslag wordt goedgekeurd in een latere vergadering van hetzelfde orgaan, die al begonnen is."
)
DECISION_INCOMPLETE = _("Punt {number}: schrijf de beslissing op, en na een stemming ook de aantallen.")
NO_OWNER = _("Zeg wie dit doet: kies iemand, of schrijf een naam.")
NO_WHAT = _("Schrijf op wat er moet gebeuren.")
ALREADY_DONE = _("Dit was al afgewerkt.")
BODY_ENDED = _("{body} is er niet meer.")
TAKEN_OVER_ALREADY = _("Intussen doet {name} dit. Kijk na of het nog moet veranderen.")
DOES_IT_ALREADY = _("{name} doet dit al.")
HANDED_SUBJECT = _("Jij neemt een actiepunt over van {body}")
HANDED_BODY = _("""Dag {name}

Een actiepunt van {body} is voortaan van jou. Je leest hier wat er moet gebeuren, en tegen wanneer:

{link}
""")
NOT_AN_ADVICE = _("Bij dit punt hoort geen advies waarop de werkgever antwoordt.")
ALREADY_REPLIED = _("Op dit advies kwam al een antwoord.")
NO_REPLY = _("Schrijf wat je met het advies doet, en waarom.")
NO_TITLE = _("Geef het punt een titel.")

ITEM_MINUTES = _("Goedkeuring verslag van {day}")
ITEM_ACTIONS = _("Overlopen van de actiepunten")
FROM_UNTIL = _("{day} van {starts} tot {ends} uur")
AT_PLACE = _(", {place}")

GREETING = _("Dag {name}")
INVITED_SUBJECT = _("Uitnodiging: {what}")
INVITED_BODY = _("""{by} nodigt je uit voor een vergadering van {body}.

{when}
{agenda}
{answer}""")
SERIES_BODY = _("""{by} nodigt je uit voor {count} vergaderingen van {body}.

{when}
{agenda}
{answer}""")
CHANGED_SUBJECT = _("Gewijzigd: {what}")
CHANGED_BODY = _("""Een vergadering van {body} is gewijzigd. Dit geldt nu:

{when}
{agenda}
{answer}""")
CANCELLED_SUBJECT = _("Gaat niet door: {what}")
CANCELLED_BODY = _("""Deze vergadering van {body} gaat niet door:

{when}

Waarom: {reason}
""")
UNINVITED_SUBJECT = _("Je bent niet meer uitgenodigd: {what}")
SEAT_ENDED_BODY = _("""Je bent niet meer uitgenodigd voor deze vergadering van {body}, omdat je zetel in {body} eindigde. De vergadering zelf gaat wel door.

{when}
""")
UNINVITED_BODY = _("""Je bent niet meer uitgenodigd voor deze vergadering van {body}. De vergadering zelf gaat wel door.

{when}
""")
PAPERS_SUBJECT = _("Agenda en stukken: {what}")
PAPERS_BODY = _("""Dit zijn de agenda en de stukken voor de vergadering van {body}.

{when}
{agenda}
{papers}
{answer}""")
MINUTES_SUBJECT = _("Verslag: {what}")
MINUTES_BODY = _("""Het verslag van de vergadering van {body} is klaar.

{when}

{rest}
""")
READ_HERE = _("Lees het hier: {link}")
AGENDA = _("Agenda:")
PAPERS = _("Stukken:")
NO_AGENDA_YET = _("De agenda volgt.")
ANSWER_HERE = _("Lees alles en zeg of je komt: {link}")
ANSWER_BY_MAIL = _("Laat aan {by} weten of je komt.")
IN_CALENDAR = _("Alles over deze vergadering: {link}")
FEED_NAME = _("Vergaderingen")

TEXT_PRESENT = _("Aanwezig: {names}")
TEXT_EXCUSED = _("Verontschuldigd: {names}")
TEXT_ABSENT = _("Afwezig: {names}")
TEXT_SUBSTITUTE = _("{name} (vervangen door {substitute})")
TEXT_DECISION = _("Beslissing: {text}")
TEXT_ADVICE = _("Advies: {text}")
TEXT_VOTES = _("voor {votes_for}, tegen {votes_against}, onthouding {votes_abstained}")
TEXT_CONSENSUS = _("met eenparigheid, zonder stemming")
TEXT_ACTION = _("Actie: {what} ({owner}, {due})")
TEXT_ACTION_UNDATED = _("Actie: {what} ({owner})")
TEXT_COMES_BACK = _("Dit punt komt terug.")

SHEET_TITLE = _("Gesprek over het belang en de plaats van vorming")
SHEET = _(
    """<h2>Cijfers</h2><ul><li><p>Hier werken {heads} mensen, samen {fte} voltijdse equivalenten.</p></li><li><p>Per functiegroep: {groups}.</p></li><li><p>Wat gaven we vorig jaar uit aan vorming, en hoeveel mensen volgden iets? Vul aan.</p></li></ul><h2>Vragen</h2><ol><li><p>Wat verwachten we van vorming: wat moet er over drie jaar anders zijn?</p></li><li><p>Welke plaats krijgt vorming naast de andere keuzes van het huis?</p></li><li><p>Wie dreigt uit de boot te vallen?</p></li><li><p>Hoeveel tijd en geld willen we vrijmaken?</p></li><li><p>Wat vragen we aan de directie en de VTO-coördinator, en tegen wanneer?</p></li></ol>"""
)
SHEET_NO_GROUPS = _("nog niet ingevuld")

CONVENED = _("De vergadering staat gepland. Wie een e-mailadres heeft, krijgt de uitnodiging per mail.")
CONVENED_ON_PAPER = _("De vergadering staat gepland. Zonder e-mailadres: {names}. Druk voor hen de uitnodiging af.")
CHANGED = _("Bewaard. Iedereen krijgt een mail, en de agenda op hun toestel past zich aan.")
CANCELLED = _("Afgelast. Iedereen krijgt een mail, en de afspraak verdwijnt uit hun agenda.")
GUEST_UNINVITED = _("De uitnodiging is ingetrokken. De gast krijgt een mail, en zijn bladzijde is dicht.")
PAPER_SHARED = _("Bewaard.")
GUEST_INVITED = _("De gast krijgt een uitnodiging per mail.")
ANSWERED = _("Je antwoord is genoteerd.")
ITEM_PROPOSED = _("Het punt staat op de agenda.")
PAPER_ADDED = _("Het stuk staat bij de vergadering.")
PAPERS_SENT = _("Agenda en stukken zijn verstuurd.")
ATTENDANCE_SAVED = _("Bewaard. Nu het verslag.")
MINUTES_SAVED = _("Bewaard. Verstuur het verslag als het klaar is.")
MINUTES_SENT = _("Verstuurd. In de volgende vergadering keuren jullie het goed.")
MINUTES_APPROVED = _("Goedgekeurd. De tekst ligt nu vast.")
ACTION_ADDED = _("Het actiepunt staat bij de taken van wie het doet.")
ACTION_HANDED_OVER = _("Doorgegeven. Het staat nu bij de taken van wie het overneemt.")
ACTION_DONE = _("Afgewerkt.")
REPLIED = _("Je antwoord staat bij het advies.")
FEED_REVOKED = _("Het adres werkt niet meer.")

EXCERPT_TITLE = _("Uittreksel uit het verslag van {body}")
EXCERPT_NOT_YET = _("Een uittreksel kan pas als het verslag goedgekeurd is.")
APPROVED_IN_MEETING = _("{day}, in de vergadering van die dag")
APPROVED_IN_WRITING = _("{day}, schriftelijk door {name}")
FACT_BODY = _("Orgaan")
FACT_WHEN = _("Vergadering")
FACT_PRESENT = _("Aanwezig")
FACT_EXCUSED = _("Verontschuldigd")
FACT_ABSENT = _("Afwezig")
FACT_APPROVED = _("Verslag goedgekeurd")
FACT_SEAL = _("Zegel van het hele verslag (SHA-256)")
NAMED_GUEST = _("{name} (gast)")

ACTS = {
    "meetings.convene": _("riep een orgaan bijeen"),
    "meetings.change_meeting": _("wijzigde een vergadering"),
    "meetings.cancel_meeting": _("gelastte een vergadering af"),
    "meetings.match_invitees": _("paste de uitnodigingen aan de zetels aan"),
    "meetings.invite_guest": _("nodigde een gast uit"),
    "meetings.uninvite_guest": _("trok de uitnodiging van een gast in"),
    "meetings.share_paper": _("koos of gasten een stuk lezen"),
    "meetings.answer_invitation": _("beantwoordde een uitnodiging"),
    "meetings.propose_item": _("zette een punt op een agenda"),
    "meetings.change_item": _("wijzigde een agendapunt"),
    "meetings.remove_item": _("haalde een punt van een agenda"),
    "meetings.order_agenda": _("ordende een agenda"),
    "meetings.carry_over": _("bracht open punten naar de volgende vergadering"),
    "meetings.put_matter": _("legde een orgaan een punt voor"),
    "meetings.withdraw_matter": _("trok een punt voor een orgaan in"),
    "meetings.close_matter": _("haalde een punt van de agenda dat behandeld is"),
    "meetings.add_paper": _("voegde een stuk toe aan een vergadering"),
    "meetings.take_away_paper": _("haalde een stuk weg bij een vergadering"),
    "meetings.send_papers": _("verstuurde agenda en stukken"),
    "meetings.record_attendance": _("noteerde wie er was"),
    "meetings.write_minutes": _("schreef aan een verslag"),
    "meetings.send_minutes": _("verstuurde een verslag"),
    "meetings.approve_minutes": _("legde de goedkeuring van een verslag vast"),
    "meetings.reply_to_advice": _("antwoordde op een advies"),
    "meetings.add_action": _("voegde een actiepunt toe"),
    "meetings.finish_action": _("werkte een actiepunt af"),
    "meetings.hand_over_action": _("gaf een actiepunt door"),
    "meetings.make_feed": _("maakte een agenda-adres"),
    "meetings.revoke_feed": _("trok een agenda-adres in"),
}
