from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NO_NAMES = _("Zeg welke kolom de naam of het personeelsnummer is. Zonder weten we niet over wie een rij gaat.")
CONTRADICTION = _("De lijst spreekt zichzelf tegen: twee mensen zouden hetzelfde personeelsnummer krijgen. Er is niets gewijzigd.")
IMPORT_ENDED = _("Met deze lijst gebeurt niets meer: ze is {state}.")
NOT_THE_LAST = _("Na deze lijst is nog een andere ingelezen. Maak die eerst ongedaan.")
IMPORT_QUOTED = _("Dit kan niet meer ongedaan: iemand van deze lijst zit al in een werkgroep of stelde zich kandidaat. Er is niets gewijzigd.")
NUMBER_TAKEN = _("Personeelsnummer {number} is al van iemand anders.")
ENDS_BEFORE_START = _("De laatste dag ligt voor de eerste dag.")
SOMEONE_CHANGED = _("Iemand anders wijzigde deze persoon ondertussen. Jouw tekst is bewaard, kies hieronder wat het wordt.")
UNKNOWN = _("Dit bestand kunnen we niet lezen ({code}).")

# What a file can have that keeps us from reading it. The names in brackets are filled in.
TROUBLES: dict[str, Promise] = {}

FIELDS = {
    "personnel_number": _("Personeelsnummer"),
    "name": _("Naam (voornaam en achternaam samen)"),
    "first_name": _("Voornaam"),
    "last_name": _("Achternaam"),
    "email": _("E-mailadres"),
    "sex": _("Geslacht"),
    "birth_date": _("Geboortedatum"),
    "function": _("Functie"),
    "function_group": _("Functiegroep"),
    "team": _("Team"),
    "site": _("Vestiging"),
    "statute": _("Statuut"),
    "fraction": _("Tewerkstellingsbreuk"),
    "start_date": _("In dienst"),
    "end_date": _("Uit dienst"),
    "language": _("Taal"),
}

ACTS = {
    "staff.register": _("nam iemand op in de personeelslijst"),
    "staff.change_person": _("wijzigde de gegevens van iemand"),
    "staff.end_employment": _("beëindigde een tewerkstelling"),
    "staff.group_functions": _("bepaalde de functiegroepen"),
    "staff.read_list": _("las een personeelslijst in"),
    "staff.drop_list": _("legde een personeelslijst weg"),
    "staff.undo_import": _("maakte het inlezen van een personeelslijst ongedaan"),
}


def sentence_for(code: str, details: Mapping[str, object]) -> str:
    """The sentence for a trouble with a file."""
    words = TROUBLES.get(code)
    return str(words).format(**details) if words else str(UNKNOWN).format(code=code)
