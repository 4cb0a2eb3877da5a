from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from draagvlak.ui.said import day_said

NO_NAMES = _("Zeg welke kolom de naam of het personeelsnummer is. Zonder weten we niet over wie een rij gaat.")
CONTRADICTION = _(
    "De lijst spreekt zichzelf tegen: twee mensen zouden hetzelfde personeelsnummer krijgen. Er is niets gewijzigd."
)
IMPORT_ENDED = _("Met deze lijst gebeurt niets meer: ze is {state}.")
TRIAL_OUTDATED = _(
    "Sinds deze proef wijzigde er iets bij de mensen. Vergelijk opnieuw, dan zie je wat de lijst nu zou doen."
)
NOT_THE_LAST = _("Na deze lijst is nog een andere ingelezen. Maak die eerst ongedaan.")
IMPORT_QUOTED = _(
    "Dit kan je niet meer ongedaan maken: iemand die door deze lijst bijkwam, zit in een werkgroep of stelde zich kandidaat, of iemand deed sindsdien iets anders met die persoon."
)
INVITED_SINCE = _(
    "Dit kan je niet meer ongedaan maken: wie door deze lijst bijkwam, kan zich al aanmelden. Het gaat over {names}."
)
CHANGED_SINCE = _("Dit kan je niet meer ongedaan maken: na deze lijst wijzigde iemand de gegevens van {names}.")
BIRTH_UNLIKELY = _("Deze geboortedatum kan niet kloppen. Kijk het jaar na, of laat dit leeg.")
FIRST_DAY_UNLIKELY = _("Deze dag kan niet kloppen. Kies een dag vanaf 1940, en hoogstens twee jaar na vandaag.")
NUMBER_TAKEN = _("Personeelsnummer {number} is al van iemand anders.")
ENDS_BEFORE_START = _("De laatste dag ligt voor de eerste dag.")
OUTSIDE_EMPLOYMENT = _("Kies een dag binnen de tewerkstelling. Daarbuiten werkte deze persoon hier niet.")
EMPLOYMENT_GONE = _("Deze tewerkstelling is er niet meer. De lijst die ze bracht, is ongedaan gemaakt.")
SOMEONE_CHANGED = _(
    "Iemand anders wijzigde deze persoon ondertussen. Jouw tekst is bewaard, kies hieronder wat het wordt."
)
UNKNOWN = _("Dit bestand kunnen we niet lezen ({code}).")
NOT_FILLED_IN = _("niet ingevuld")

REGISTERED = _("{name} staat in de personeelslijst.")
PERSON_CHANGED = _("Bewaard.")
FUNCTION_CHANGED = _("Bewaard. Wat {name} vroeger deed, blijft staan.")
EMPLOYMENT_ENDED = _("Bewaard. De laatste dag van {name} is {day}.")
LIST_RECEIVED = _("Het bestand is gelezen. Kijk na of elke kolom juist staat.")
LIST_TRIED = _("Dit is een proef. Er is nog niets gewijzigd.")
LIST_CARRIED_OUT = _("Klaar. De personeelslijst is bijgewerkt.")
LIST_DROPPED = _("De proef is weg. Er is niets gewijzigd.")
LIST_UNDONE = _("Ongedaan gemaakt. Iedereen staat weer zoals voor deze lijst.")
FUNCTIONS_GROUPED = _("Bewaard. De groepen gelden voor iedereen met die functie, ook vroeger.")
UNDO_NOT_TICKED = _("Vink aan dat je dit wilt.")
CHOSEN_TWICE = _("Deze kolom koos je ook bij “{field}”. Elke kolom kan maar één ding zijn.")
NAME_OR_BOTH = _("Kies ofwel één kolom met de hele naam, ofwel aparte kolommen.")
MORE_THAN_ONE = _(
    "Dit past bij meer dan één collega. Kies uit de lijst, of typ de hele naam met wat tussen haakjes staat: {names}"
)
NOBODY_NEAR = _("Geen collega heet “{typed}”. Bedoel je {names}?")
NOBODY_CALLED_SO = _("Geen collega heet “{typed}”. Typ de naam zoals hij in de personeelslijst staat.")
NOT_USED = _("staat niet in de lijst")
OTHERS = _("andere, elk minder dan 5")

# The function groups that most organisations use; each may change them.
USUAL_GROUPS = (
    _("Zorg en begeleiding"),
    _("Verpleging"),
    _("Paramedisch"),
    _("Sociaal en educatief"),
    _("Logistiek en techniek"),
    _("Keuken en schoonmaak"),
    _("Administratie"),
    _("Directie en staf"),
)

# What a file, or the words that map its columns, can have that keeps us from reading it. The names in braces are filled in.
TROUBLES: dict[str, Promise] = {
    "empty_file": _("Het bestand “{name}” is leeg."),
    "password": _(
        "Het bestand “{name}” is beveiligd met een wachtwoord. Bewaar het zonder wachtwoord en kies het opnieuw."
    ),
    "macro": _("In het bestand “{name}” zitten macro’s. Bewaar het als gewone werkmap (.xlsx) en kies het opnieuw."),
    "damaged_file": _(
        "Het bestand “{name}” is beschadigd. Open het in je rekenblad, bewaar het opnieuw en kies het dan."
    ),
    "file_too_large": _("Het bestand “{name}” is {megabytes} MB groot. Het mag hoogstens {limit_mb} MB zijn."),
    "not_a_list": _(
        "Het bestand “{name}” is geen lijst maar {kind}. Kies een werkmap (.xlsx of .ods) of een csv-bestand."
    ),
    "unsupported_workbook": _("Het bestand “{name}” is {kind}. Bewaar het als .xlsx en kies het opnieuw."),
    "asks_too_much": _(
        "Het bestand “{name}” vraagt te veel geheugen of tijd. Bewaar de lijst alleen, als .xlsx, en kies het bestand opnieuw."
    ),
    "unpacks_too_large": _("Uitgepakt is dit bestand groter dan {limit_mb} MB. Dat is geen gewone personeelslijst."),
    "unsafe_xml": _(
        "In dit bestand staat iets dat in een lijst niet thuishoort ({part}). Bewaar het opnieuw in je rekenblad."
    ),
    "too_many_rows": _(
        "De lijst heeft {rows} rijen, en het mogen er hoogstens {limit} zijn. Staat er nog iets anders op het blad?"
    ),
    "too_many_columns": _("De lijst heeft {columns} kolommen, en het mogen er hoogstens {limit} zijn."),
    "formulas_without_values": _(
        "In {count} cellen staat een formule zonder uitkomst, de eerste in {first}. Open het bestand in je rekenblad en bewaar "
        "het opnieuw, of kopieer alleen de waarden."
    ),
    "no_such_sheet": _("Er is geen blad “{sheet}”. Deze bladen zijn er: {sheets}."),
    "no_header": _(
        "We vinden geen rij met titels van kolommen. Zet bovenaan wat elke kolom is, zoals Naam en Functie."
    ),
    "no_rows": _("Onder de titels van de kolommen staat niemand. Kies een ander blad of een ander bestand."),
    "mixed_encodings": _(
        "In dit bestand zijn letters met een accent op twee manieren bewaard (rij {row}). Open het in je rekenblad en bewaar "
        "het als csv UTF-8."
    ),
    "unknown_letters": _(
        "De letters met een accent in dit bestand kunnen we niet lezen. Open het in je rekenblad en bewaar het als csv UTF-8."
    ),
    "unclosed_quote": _("Op rij {row} begint een tekst tussen aanhalingstekens die nergens eindigt."),
    "cell_too_long": _(
        "Op rij {row} staat een cel met veel te veel tekst. Haal die eruit en kies het bestand opnieuw."
    ),
    "not_a_mapping": _("“{word}” zegt niet welke kolom wat is. Schrijf KOLOM=veld."),
    "no_such_column": _("Er is geen kolom “{column}”. Deze kolommen zijn er: {columns}."),
    "no_such_field": _("“{field}” is geen veld dat we kennen. Deze zijn er: {fields}."),
    "column_mapped_twice": _("Je zegt twee keer wat kolom “{column}” is."),
    "field_mapped_twice": _("Je geeft twee kolommen voor {field}."),
}

KINDS = {
    "image": _("een foto of tekening"),
    "pdf": _("een pdf"),
    "markup": _("een webpagina"),
    "json": _("een JSON-bestand"),
    "document": _("een tekstdocument"),
    "archive": _("een ingepakte map"),
    "binary": _("iets dat we niet herkennen"),
    "xlsb": _("een binair Excel-bestand (.xlsb)"),
    "numbers": _("een Numbers-bestand"),
}

# What is odd about the whole table and does not stop the reading.
WARNINGS: dict[str, Promise] = {
    "formulas_read_by_value": _(
        "In {count} cellen staat een formule, de eerste in {first}. We namen de uitkomst die bewaard was."
    ),
    "columns_left_out": _("De lijst heeft {columns} kolommen. We lazen de eerste {kept}."),
    "other_sheets": _("We lazen alleen blad “{sheet}”. Ook hier staat een lijst met mensen: {sheets}."),
    "header_uncertain": _(
        "We denken dat rij {row} de titels van de kolommen zijn. Klopt dat niet? Haal weg wat erboven staat."
    ),
    "repeated_headers_left_out": _(
        "De titels stonden {count} keer opnieuw in de lijst, op rij {rows}. Die rijen telden we niet mee."
    ),
    "foot_left_out": _("Onderaan staat iets dat geen persoon is, op rij {rows}. Dat lieten we weg."),
    "between_left_out": _(
        "Op rij {rows} staat een totaal of de naam van een afdeling, geen persoon. Dat lieten we weg."
    ),
    "national_number_column": _(
        "In kolom “{column}” staan rijksregisternummers. Die lezen we niet en die bewaren we niet."
    ),
    "no_start_date": _(
        "Geen kolom zegt sinds wanneer iemand hier werkt. Wie nieuw is, begint op de dag van de lijst. In deze kolommen staan datums, en die gebruiken we niet: {columns}."
    ),
    "older_list": _("Er is al een lijst van {day} ingelezen. Deze is ouder: wat ze zegt, geldt vanaf haar eigen dag."),
    "same_title": _("Meer dan één kolom heet “{column}”. We lazen er één van; kies zelf welke."),
    "no_first_days": _("Geen kolom zegt sinds wanneer iemand hier werkt. Wie nieuw is, begint op de dag van de lijst."),
    "other_end_dates": _(
        "De laatste dag lezen we uit kolom “{column}”. Ook deze kolommen kunnen dat zijn, en die gebruiken we niet: {columns}."
    ),
    "fraction_in_hours": _("In kolom “{column}” staan uren per week. We rekenden met 38 uren voor een voltijdse."),
    "sex_by_number": _(
        "In kolom “{column}” staan cijfers. We lazen 1 als man en 2 als vrouw. Kijk een paar mensen na."
    ),
    "month_before_day": _(
        "In kolom “{column}” staat de maand voor de dag, op zijn Amerikaans. Zo lazen we ze. Kijk een paar datums na."
    ),
}

# What is wrong with one row. {value}: what stood in the file. {field}: what it was for.
PROBLEMS: dict[str, Promise] = {
    "looks_like_formula": _("{field}: “{value}” kan een formule zijn. Die voeren we niet uit."),
    "nobody": _("Er staat geen naam en geen nummer."),
    "end_before_start": _("De laatste dag ({value}) ligt voor de eerste dag."),
    "duplicate_row": _("Deze persoon staat al op de lijst met dezelfde eerste dag (rij {value})."),
    "starts_twice": _("Deze persoon staat al op de lijst met een eerste dag op {value}."),
    "number_used_twice": _("Dit personeelsnummer staat op rij {value} bij iemand anders."),
    "number_of_someone_else": _("Dit personeelsnummer is bij ons van {value}, met een andere naam en geboortedatum."),
    "number_of_other_name": _(
        "Dit personeelsnummer is bij ons van {value}. Is dat dezelfde persoon, verbeter de naam dan bij die persoon. Zo niet, verbeter het nummer."
    ),
    "too_many_cells": _(
        "Op deze rij staan meer cellen dan er kolommen zijn. Zet een tekst met een scheidingsteken erin tussen aanhalingstekens."
    ),
    "names_nobody": _("“{value}” is geen naam van een persoon. Deze rij lieten we weg."),
    "beside_name": _("{field}: bij “{value}” lieten we weg wat niet bij de naam hoort."),
    "starts_before_birth": _("De eerste dag ({value}) ligt voor de geboortedatum. Kijk beide na."),
    "young_on_first_day": _(
        "Op de eerste dag was deze persoon {value} jaar. Kijk de eerste dag en de geboortedatum na."
    ),
    "email_twice": _("Op rij {value} staat iemand anders met hetzelfde e-mailadres. Kijk dit na."),
    "national_number_inside": _("{field}: hierin stond een rijksregisternummer. Dat lieten we weg en bewaren we niet."),
    "not_a_date": _("{field}: “{value}” is geen datum. We lieten die leeg."),
    "impossible_date": _("{field}: “{value}” bestaat niet. We lieten die leeg."),
    "year_unclear": _("{field}: bij “{value}” is niet duidelijk welk jaar het is. We lieten die leeg."),
    "date_unlikely": _("{field}: “{value}” kan niet kloppen. We lieten die leeg."),
    "age_unlikely": _("{field}: met “{value}” zou deze persoon wel heel jong of oud zijn. Kijk dit na."),
    "fraction_not_recognised": _("{field}: “{value}” begrijpen we niet. Schrijf bijvoorbeeld 0,75 of 75 %."),
    "fraction_out_of_range": _("{field}: “{value}” is meer dan voltijds of niets. We lieten die leeg."),
    "sex_not_recognised": _("{field}: “{value}” begrijpen we niet. Schrijf M, V of X."),
    "shift_not_recognised": _("{field}: “{value}” kennen we niet. Schrijf dag, avond, nacht, weekend of wisselend."),
    "national_number": _("{field}: dit is een rijksregisternummer. Dat lezen we niet en bewaren we niet."),
    "statute_not_recognised": _(
        "{field}: “{value}” kennen we niet. We lieten het open, niemand kreeg een statuut dat niet klopt."
    ),
    "language_not_recognised": _("{field}: “{value}” kennen we niet. Schrijf NL, FR of EN."),
    "email_invalid": _("{field}: “{value}” is geen e-mailadres. We lieten het leeg."),
    "number_unreadable": _("{field}: “{value}” is geen nummer. We lieten het leeg."),
    "too_long": _("{field}: “{value}” is te lang. We namen alleen het begin."),
    "last_name_missing": _("Er staat geen achternaam."),
    "same_name_twice": _(
        "Op rij {value} staat iemand met dezelfde naam. We rekenen op twee mensen. Een nummer of geboortedatum maakt het zeker."
    ),
    "first_day_missing": _("{field}: er staat geen dag. We rekenen vanaf {value}. Verbeter dat bij de persoon."),
    "another_between": _(
        "In dienst op {value} kan niet: sindsdien kennen we nog een andere tewerkstelling. Kijk dit na."
    ),
    "gone": _("Staat niet op deze lijst. {value}"),
}

SHEET_ROW = _("Rij")
SHEET_VERDICT = _("Wat gebeurt er")
SHEET_NAME = _("Naam")
SHEET_WORDS = _("In woorden")
CHANGE = _("{field}: {before} wordt {after}")
FILLED_IN = _("{field}: {after}")
TAKEN_AWAY = _("{field}: {before} valt weg")

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
    "shift": _("Werkrooster"),
    "start_date": _("In dienst"),
    "end_date": _("Uit dienst"),
    "language": _("Taal"),
}
# Fields of a message that are no column of a list.
DAYS = frozenset({"start_date", "end_date", "birth_date", "employment"})
MORE_FIELDS = {"employment": _("Nieuwe tewerkstelling vanaf")}

ACTS = {
    "staff.register": _("nam iemand op in de personeelslijst"),
    "staff.change_person": _("wijzigde de gegevens van iemand"),
    "staff.change_function": _("gaf iemand een andere functie"),
    "staff.end_employment": _("beëindigde een tewerkstelling"),
    "staff.group_functions": _("bepaalde de functiegroepen"),
    "staff.read_list": _("las een personeelslijst in"),
    "staff.drop_list": _("legde een personeelslijst weg"),
    "staff.undo_import": _("maakte het inlezen van een personeelslijst ongedaan"),
}


MOST_NAMED = 40
"""How many names of sheets or columns a sentence holds."""


def field_name(name: str) -> str:
    """What a field is called on a page."""
    return str(FIELDS.get(name) or MORE_FIELDS.get(name) or name)


def plain(value: object) -> str:
    """A value as people write it: a day in words, nothing for nothing."""
    if isinstance(value, date):
        return day_said(value)
    return "" if value is None else str(value)


def sentence_for(code: str, details: Mapping[str, object]) -> str:
    """The sentence for a trouble with a file, or for what is odd about it."""
    words = TROUBLES.get(code) or WARNINGS.get(code)
    return str(words).format(**_readable(details)) if words else str(UNKNOWN).format(code=code)


def _readable(details: Mapping[str, object]) -> dict[str, str]:
    shown = {}
    for name, value in details.items():
        if name == "kind":
            shown[name] = str(KINDS.get(str(value), value))
        elif name == "field":
            shown[name] = field_name(str(value))
        elif isinstance(value, list | tuple):
            shown[name] = ", ".join(str(one) for one in value[:MOST_NAMED]) or say("geen")
            shown[name] += " …" if len(value) > MOST_NAMED else ""
        else:
            shown[name] = str(value)
    return shown


def message_in_words(message: Mapping[str, str]) -> str:
    """One message of a row, as a sentence."""
    code, field = message["code"], field_name(message.get("field", ""))
    if code == "change":
        before, after = message.get("from", ""), message.get("to", "")
        words = CHANGE if before and after else FILLED_IN if after else TAKEN_AWAY
        return str(words).format(field=field, before=before, after=after)
    return str(PROBLEMS.get(code, UNKNOWN)).format(field=field, value=message.get("value", ""), code=code).strip()
