"""The staff list of a house of 1,200 people on four sites, as its payroll office prints it. All people are invented.

Nothing in it is neat: a title and a print date above, a heading and a subtotal per site between the people, capitals and
trailing spaces as they come, dates as dates and as text, hours in five ways of writing, leavers, people with two contracts,
a column with national numbers and a remark at the bottom. Always the same list.
"""

import datetime
import io
import random

import xlsxwriter

from draagvlak.installation.demo.people import FAMILIES, MEN, WOMEN

SITES = {"Kouterhof": 420, "De Meander": 340, "Ter Beke": 260, "Sint-Anna": 180}
# Per hundred people of a site: the group as the payroll writes it (never twice in the same way), its functions, its teams.
GROUPS = (
    (42, ("Zorg", "ZORG ", "zorg"), ("zorgkundige", "Zorgkundige nacht"), ("Beuk", "Linde", "Nachtploeg", "Den")),
    (20, ("Verpleging",), ("verpleegkundige", "hoofdverpleegkundige"), ("Beuk", "Linde", "Den")),
    (15, ("Keuken en schoonmaak", "Keuken en schoonmaak  "), ("keukenhulp", "medewerker schoonmaak"), ("Keuken",)),
    (9, ("Logistiek en techniek",), ("logistiek medewerker", "klusjesman"), ("Logistiek",)),
    (9, ("Administratie", "administratie"), ("administratief medewerker", "onthaalmedewerker"), ("Onthaal",)),
    (5, ("Begeleiding",), ("ergotherapeut", "maatschappelijk werker"), ("Dagcentrum",)),
)
FRACTIONS = (1, 1, "0,8", "80 %", "30,4/38", "19u00", 0.5, "1")
SHIFTS = ("dag", "dag", "Dag ", "wisseldienst", "avond", "weekend")
CONTRACTS = ("onbepaalde duur", "Onbep. duur", "vast", "vast", "bepaalde duur", "vervangingscontract")
HEADER = (
    "Pers.nr",
    "Naam",
    "Voornaam ",
    "Rijksregisternr.",
    "M/V",
    "Geb.datum",
    "E-mail",
    "Functie",
    "Categorie",
    "Dienst",
    "Vestiging",
    "Contract",
    "Tewerkst.breuk",
    "Werkrooster",
    "Dat. in dienst",
    "Dat. uit dienst",
    "Opm.",
)
COLUMN = {name: place for place, name in enumerate(HEADER)}
# Who plays in the story: number on the list → first name, last name, e-mail. The rest has an address one time in three.
NAMED = {
    100007: ("Bram", "Claes", "bram@kouterhof.example"),
    100215: ("Carine", "Mertens", "carine@kouterhof.example"),
    100350: ("Farid", "Benali", "farid@kouterhof.example"),
    100500: ("Nora", "Aerts", "nora@kouterhof.example"),
    101030: ("Wim", "Devos", "wim@kouterhof.example"),
}
PEOPLE, LEAVERS, TWICE = 1200, 48, 24


def payroll(today):
    """The list as a workbook, in bytes: PEOPLE at work, LEAVERS who left, TWICE rows more for a second contract."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet, day = book.add_worksheet("PERSLIJST"), book.add_format({"num_format": "dd/mm/yyyy"})
    book.add_worksheet("Legende").write_row(0, 0, ["V = vrouw", "M = man"])
    for number, row in enumerate(rows(today)):
        for place, cell in enumerate(row):
            if isinstance(cell, datetime.date):
                sheet.write_datetime(number, place, datetime.datetime(cell.year, cell.month, cell.day), day)  # noqa: DTZ001 -- a calendar day in a cell has no zone
            else:
                sheet.write(number, place, cell)
    book.close()
    return target.getvalue()


def rows(today):
    chance = random.Random(1200)
    yield ["Sociaal secretariaat Voorbeeld", "", "Personeelslijst"]
    yield [f"Afgedrukt op {today:%d/%m/%Y} 07:42", "", "", "", "blz. 1"]
    yield []
    yield list(HEADER)
    number, left = 100000, 600000
    for site, people in SITES.items():
        yield [site.upper()]
        for place in range(people):
            number += 1
            row = person(chance, number, site, place * 100 / people, today)
            yield row
            if number % (PEOPLE // TWICE) == 0:
                yield second_contract(row, today)
        for place in range(LEAVERS // len(SITES)):
            left += 1
            row = person(chance, left, site, place * 8, today)
            row[COLUMN["Dat. uit dienst"]] = today - datetime.timedelta(days=30)
            yield row
        yield ["", f"Totaal {site}", people]
        yield []
    yield ["Totaal", PEOPLE]
    yield ["* Langdurig afwezigen staan mee op de lijst."]


def group_at(share):
    """The group at this place of a hundred: the first 42 are Zorg, and so on."""
    so_far = 0
    for group in GROUPS:
        so_far += group[0]
        if share < so_far:
            return group
    return GROUPS[-1]


def person(chance, number, site, share, today):
    _part, spellings, functions, teams = group_at(share)
    is_woman = chance.random() < 0.78
    first, last = chance.choice(WOMEN if is_woman else MEN), chance.choice(FAMILIES)
    last = last.upper() + " " if number % 2 else last
    email = f"p{number}@kouterhof.example" if number % 3 == 0 else ""
    if number in NAMED:
        first, last, email = NAMED[number]
    elif (first, last.strip().title()) in {(one[0], one[1]) for one in NAMED.values()}:
        last = "Claessens"
    born = today - datetime.timedelta(days=365 * chance.randint(21, 63) + chance.randint(0, 364))
    entered = max(born + datetime.timedelta(days=7400), today - datetime.timedelta(days=chance.randint(200, 9000)))
    entered = min(entered, today - datetime.timedelta(days=60))
    function = functions[number % 5 == 0]
    return [
        str(number),
        last,
        f"{first} ",
        f"{born:%y.%m.%d}-{number % 997:03}.{97 - int(f'{born:%y%m%d}{number % 997:03}') % 97:02}",
        "V" if is_woman else "M",
        born if number % 2 else f"{born:%d/%m/%Y}",
        email.upper() if number % 6 == 0 else email,
        function,
        spellings[number % len(spellings)],
        f"{teams[number % len(teams)]} {site}",
        site,
        CONTRACTS[number % len(CONTRACTS)],
        FRACTIONS[number % len(FRACTIONS)],
        "nacht" if "nacht" in function else SHIFTS[number % len(SHIFTS)],
        entered if number % 3 else f"{entered:%d-%m-%Y}",
        "",
        "ouderschapsverlof" if number % 97 == 0 else "",
    ]


def second_contract(row, today):
    """The same person again, from last month on a few hours elsewhere in the house."""
    more = {
        "Functie": "mentor",
        "Tewerkst.breuk": "0,1",
        "Dat. in dienst": today - datetime.timedelta(days=31),
    }
    return [more.get(name, cell) for name, cell in zip(HEADER, row, strict=True)]
