"""Lists as the payrolls and programs of Belgian organisations print them, each in the image of a real layout; all people are
invented. What a careful person reads in them is what must come out."""

import io
from datetime import date, time, timedelta
from decimal import Decimal

import openpyxl
import pytest

from draagvlak.staff.imports import (
    RefusedRow,
    UnreadableFile,
    column_warnings,
    open_table,
    propose_mapping,
    read_rows,
)
from draagvlak.staff.tests.messy import raw_xlsx, xlsx_list

TODAY = date(2025, 11, 22)


def table_of(content):
    return open_table(content.encode() if isinstance(content, str) else content, name="lijst")


def rows_of(content):
    table = table_of(content)
    return read_rows(table, propose_mapping(table), today=TODAY)


def read(content, *fields):
    """The named fields of every row."""
    return [tuple(getattr(row, field) for field in fields) for row in rows_of(content)]


def column(header, field, *cells):
    """One field of a list of people with one column more."""
    lines = [f"P{n};V{n};{cell}" for n, cell in enumerate(cells)]
    return [value for (value,) in read("\n".join([f"Naam;Voornaam;{header}", *lines, ""]), field)]


def warnings(content):
    table = table_of(content)
    found = [*table.warnings, *column_warnings(table, propose_mapping(table))]
    return {warning.code: dict(warning.details) for warning in found}


def refusal(content):
    with pytest.raises(UnreadableFile) as caught:
        table_of(content)
    return caught.value.code


# -- whole layouts ---------------------------------------------------------------------------------------------------

DUTCH = """Werkgever;0412345678;;;;;;;;;
Periode: 01/11/2025 - 30/11/2025;;;;;;;;;;
;;;;;;;;;;
Werknemernr;Naam;Voornaam;Geslacht;Datum in dienst;Datum uit dienst;Soort contract;Tewerkst. %;Kostenplaats;Kostenplaats omschrijving;Functie
0000123;PEETERS;An;V;01/09/1999;;Onbepaalde duur;100,00;4100;Leefgroep Linde;Opvoeder klasse 1
0000124;LEFÈVRE;Élodie;V;01/01/2005;31/12/2027;Bepaalde duur;80,00;4200;Nacht;Verzorgende
Totaal: 2;;;;;;;;;;
"""
FRENCH = """Nr. travailleur;Nom et prénom;Sexe;Date naiss.;Entrée en service;Sortie de service;% occupation;Genre de contrat;Centre de coût;Libellé centre de coût
10;"DUPONT, Marie-Claire";F;03.02.1970;01.01.01;;80;CDI;100;Hébergement
11;"VAN HOVE, Luc";H;13.12.1981;15.03.15;31.12.26;100;CDD employé;200;Cuisine
"""
ENGLISH = """Employee #,Surname,Given Name,Gender,Birth Date,Hire Date,Termination Date,FTE %,Office Location
1,Peeters,An,Female,1980-02-01,2015-03-01,0000-00-00,80%,Ghent
2,Claes,Bo,Male,1975-04-03,2010-03-01,2025-12-31,100%,Ghent
"""
SHORT_HEADERS = """Stamnr.;Familienaam;Voornaam;Gesl.;Geb. dat.;Dat. in dienst;Dat. uit dienst;Cat.;Contr.;Afd.;Omschr. afd.
12;Peeters;An;V;01/02/80;01/03/15;;Bediende;OD;100;Leefgroep Linde
13;Claes;Bo;M;03/04/75;01/03/10;31/12/25;Arbeider;BD;200;Keuken
"""


def test_a_dutch_payroll_is_read_whole():
    fields = ("personnel_number", "last_name", "sex", "end_date", "statute", "fraction", "team", "function")
    assert read(DUTCH.encode("cp1252"), *fields) == [
        ("0000123", "Peeters", "f", None, "permanent", Decimal(1), "Leefgroep Linde", "Opvoeder klasse 1"),
        ("0000124", "Lefèvre", "f", date(2027, 12, 31), "fixed_term", Decimal("0.8"), "Nacht", "Verzorgende"),
    ]


def test_a_french_payroll_is_read_whole():
    fields = ("personnel_number", "last_name", "first_name", "birth_date", "start_date", "end_date", "fraction")
    assert read(FRENCH, *fields, "statute", "team") == [
        (
            "10",
            "Dupont",
            "Marie-Claire",
            date(1970, 2, 3),
            date(2001, 1, 1),
            None,
            Decimal("0.8"),
            "permanent",
            "Hébergement",
        ),
        (
            "11",
            "Van Hove",
            "Luc",
            date(1981, 12, 13),
            date(2015, 3, 15),
            date(2026, 12, 31),
            1,
            "fixed_term",
            "Cuisine",
        ),
    ]


def test_an_english_list_is_read_whole():
    fields = ("personnel_number", "last_name", "sex", "start_date", "end_date", "fraction", "site")
    assert read(ENGLISH, *fields) == [
        ("1", "Peeters", "f", date(2015, 3, 1), None, Decimal("0.8"), "Ghent"),
        ("2", "Claes", "m", date(2010, 3, 1), date(2025, 12, 31), Decimal(1), "Ghent"),
    ]


def test_headers_that_were_cut_short_and_years_of_two_digits_are_read():
    fields = ("personnel_number", "birth_date", "start_date", "end_date", "statute", "team")
    assert read(SHORT_HEADERS, *fields) == [
        ("12", date(1980, 2, 1), date(2015, 3, 1), None, "permanent", "Leefgroep Linde"),
        ("13", date(1975, 4, 3), date(2010, 3, 1), date(2025, 12, 31), "fixed_term", "Keuken"),
    ]


def test_a_number_and_a_name_merged_down_over_two_contracts_belong_to_both():
    rows = [
        ["Werknemer ID", "Naam", "Voornaam", "Contract", "", ""],
        ["", "", "", "Startdatum", "Einddatum", "Type"],
        [1, "Peeters", "An", date(2018, 1, 1), date(2019, 12, 31), "Bepaalde duur"],
        [None, None, None, date(2020, 1, 1), None, "Onbepaalde duur"],
        [2, "Claes", "Bo", date(2021, 1, 1), None, "Onbepaalde duur"],
    ]
    content = xlsx_list(rows, merged=["D1:F1", "A3:A4", "B3:B4", "C3:C4"])
    assert read(content, "personnel_number", "last_name", "start_date", "end_date", "statute") == [
        ("1", "Peeters", date(2018, 1, 1), date(2019, 12, 31), "fixed_term"),
        ("1", "Peeters", date(2020, 1, 1), None, "permanent"),
        ("2", "Claes", date(2021, 1, 1), None, "permanent"),
    ]


def test_a_team_merged_down_beside_its_people_is_the_team_of_each():
    rows = [["Team", "Naam", "Voornaam"], ["Linde", "Peeters", "An"], [None, "Claes", "Bo"], ["Beuk", "Maes", "Cas"]]
    assert read(xlsx_list(rows, merged=["A2:A3"]), "team") == [("Linde",), ("Linde",), ("Beuk",)]


# -- headers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "field", "cell", "value"),
    [
        ("Wn-nummer", "personnel_number", "0012", "0012"),
        ("Geb.", "birth_date", "1/02/1980", date(1980, 2, 1)),
        ("In", "start_date", "43497", date(2019, 2, 1)),
        ("Ind.", "start_date", "1-02-19", date(2019, 2, 1)),
        ("Ingang", "start_date", "1/02/2019", date(2019, 2, 1)),
        ("Aanvang contract", "start_date", "1/02/2019", date(2019, 2, 1)),
        ("Begin tewerkstelling", "start_date", "1/02/2019", date(2019, 2, 1)),
        ("Uit", "end_date", "43497", date(2019, 2, 1)),
        ("Uitd.", "end_date", "1/02/2019", date(2019, 2, 1)),
        ("Einde tewerkstelling", "end_date", "1/02/2019", date(2019, 2, 1)),
        ("Uren p/w", "fraction", "19,00", Decimal("0.5")),
        ("Voltijds equivalent", "fraction", "0,5", Decimal("0.5")),
        ("Ctr", "statute", "OD", "permanent"),
        ("Soort personeel", "statute", "VAST", "permanent"),
        ("Afdeling/Dienst", "team", "Linde", "Linde"),
    ],
)
def test_short_headers_of_payrolls_are_known(header, field, cell, value):
    assert column(header, field, cell) == [value]


def test_a_second_line_under_a_few_columns_belongs_to_the_header():
    content = "Pers.nr.;Naam;Voornaam;Contract;\n;;;van;tot\n7;Peeters;An;1/3/2020;\n8;Claes;Bo;1/3/2021;31/1/2026\n"
    assert read(content, "personnel_number", "start_date", "end_date") == [
        ("7", date(2020, 3, 1), None),
        ("8", date(2021, 3, 1), date(2026, 1, 31)),
    ]


def test_a_title_over_a_group_about_somebody_else_keeps_its_columns_apart():
    content = "Werknemer;;Partner;\nNaam;Voornaam;Naam;Voornaam\nPeeters;An;Claes;Bo\nMaes;Cas;Nys;Dirk\n"
    assert read(content, "last_name", "first_name") == [("Peeters", "An"), ("Maes", "Cas")]


def test_a_line_under_the_header_that_says_how_to_fill_in_is_nobody():
    assert read("Naam;Voornaam;In dienst;Breuk\n;;(dd/mm/jjjj);(%)\nPeeters;An;01/03/2020;80\n", "last_name") == [
        ("Peeters",)
    ]


def test_of_a_column_of_codes_and_one_of_words_the_words_are_the_team():
    header = "Pers.nr;Naam;Voornaam;Afdeling;Naam afdeling;Functie;Omschrijving"
    content = f"{header}\n1;Peeters;An;4100;Linde;F12;Opvoeder\n2;Claes;Bo;4200;Keuken;F20;Kok\n"
    assert read(content, "team", "function") == [("Linde", "Opvoeder"), ("Keuken", "Kok")]
    assert column("Afdeling", "team", "4100", "4200") == ["4100", "4200"]


def test_a_date_of_seniority_is_only_taken_when_there_is_no_first_day():
    content = "Naam;Voornaam;Anciënniteitsdatum;Datum in dienst\nPeeters;An;01/01/1999;01/01/2020\n"
    assert read(content, "start_date") == [(date(2020, 1, 1),)]
    assert column("Anciënniteitsdatum", "start_date", "01/01/1999") == [date(1999, 1, 1)]


def test_days_in_a_column_that_nobody_knows_are_named_when_nothing_else_says_since_when_people_are_at_work():
    content = "Naam;Voornaam;Eerste prikking\nPeeters;An;03/05/2019\nMaes;Cas;01/02/2020\n"
    assert warnings(content) == {"no_start_date": {"columns": ["Eerste prikking"]}}
    assert warnings(content.replace("Eerste prikking", "In dienst")) == {}
    assert warnings("Naam;Voornaam;Opmerking\nPeeters;An;deeltijds\nMaes;Cas;\n") == {}


# -- rows that are nobody --------------------------------------------------------------------------------------------


def test_totals_and_names_of_departments_between_the_people_are_nobody():
    content = (
        "Naam;Voornaam;VTE\nAfdeling Keuken;;\nPeeters;An;0,8\nSubtotaal Keuken;;0,8\nAfdeling: Linde;;\nMaes;Cas;0,5\n"
        "Subtotaal;;0,5\nAlgemeen totaal;;1,3\n"
    )
    assert read(content, "last_name") == [("Peeters",), ("Maes",)]
    assert warnings(content) == {
        "foot_left_out": {"rows": (7, 8)},
        "between_left_out": {"rows": (2, 4, 5), "count": 3},
    }


def test_the_bare_name_of_a_site_above_its_people_is_nobody():
    people = "".join(f"{n};Peeters;P{n};{site}\n" for n, site in enumerate(["Beuk", "Beuk", "Den", "Den"], start=1))
    content = (
        "Personeelsnr;Naam;Voornaam;Vestiging\nBEUK;;;\n" + people.replace("3;", "DEN ;;;2\n3;", 1) + "5;Den;;Beuk\n"
    )
    assert read(content, "personnel_number") == [("1",), ("2",), ("3",), ("4",), ("5",)]
    assert warnings(content)["between_left_out"] == {"rows": (2, 5), "count": 2}


COUNTED = ["2", "Aantal: 2", "2 werknemers", "Einde rapport", ";2 personen"]


@pytest.mark.parametrize("foot", ["\n".join(COUNTED), *COUNTED])
def test_how_many_people_stand_above_is_nobody(foot):
    assert read(f"Stamnr;Naam;Voornaam;Team\n24;Peeters;An;Linde\n2;Claes;Bo;Beuk\n{foot}\n", "personnel_number") == [
        ("24",),
        ("2",),
    ]


def test_how_many_people_stand_above_a_total_of_each_department_is_nobody():
    content = "Afdeling;Naam;VTE\n;Peeters An;1\nTotaal Linde;1 personen;\n;Claes Bo;1\n;1 medewerkers;\n;Maes Cas;1\n"
    assert read(content, "last_name") == [("Peeters",), ("Claes",), ("Maes",)]


def test_the_titles_of_the_page_printed_again_on_the_next_are_nobody():
    top = "Sociaal Secretariaat vzw;;;;Pagina {}\nWerkgever: 123456 - De Brug;;;;\n\n"
    header = "Stamnr;Naam;Voornaam;In dienst;Uren\n"
    people = "1;Peeters;An;1/02/2019;38,00\n", "2;Claes;Bo;1/02/2019;19,00\n"
    content = f"{top.format(1)}{header}{people[0]}{top.format(2)}{header}{people[1]}"
    assert read(content, "personnel_number", "fraction") == [("1", Decimal(1)), ("2", Decimal("0.5"))]


def test_a_list_that_cannot_be_read_is_not_passed_over_for_its_legend():
    rows = [["Naam", "Voornaam", "Rooster", "VTE"], ["Peeters", "An", "Dag", 1], ["Totaal", "", "", "=SUM(D2:D2)"]]
    with pytest.raises(UnreadableFile) as caught:
        table_of(sheets(Blad1=rows, Legende=[["Rooster", "Uitleg"], ["Dag", "06-22u"]]))
    assert caught.value.code == "formulas_without_values"


def sheets(**named):
    """A workbook of several sheets as a program writes it that does not work out formulas."""
    book, target = openpyxl.Workbook(), io.BytesIO()
    for name, rows in named.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    del book["Sheet"]
    book.save(target)
    return target.getvalue()


def test_remarks_under_the_list_are_nobody():
    foot = "Opmerking: lijst afgesloten op 1 november\n* = langdurig ziek\nVoor akkoord, de directie\n"
    assert read(f"Naam;Voornaam;Team\nPeeters;An;Linde\n\n{foot}", "last_name") == [("Peeters",)]


# -- names and numbers -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["00012 - Peeters An", "00012 Peeters An", "Peeters An (00012)", "PEETERS, An - 00012"]
)
def test_a_number_that_stands_with_the_name_is_the_number(name):
    content = f'Werknemer;Team\n"{name}";Linde\n"00013 - Claes Bo";Beuk\n'
    assert read(content, "personnel_number", "last_name", "first_name")[0] == ("00012", "Peeters", "An")


def test_numbers_with_the_names_that_two_people_share_are_left_out():
    content = "Werknemer;Team\nPeeters An (38);Linde\nClaes Bo (38);Beuk\n"
    assert read(content, "personnel_number", "last_name") == [("", "Peeters"), ("", "Claes")]


def test_a_name_next_to_the_first_name_is_the_last_name_also_under_another_header():
    content = "Naam medewerker;Voornaam\nPeeters;An\nClaes;Bo\n"
    assert read(content, "last_name", "first_name") == [("Peeters", "An"), ("Claes", "Bo")]
    content = "Naam medewerker;Voornaam\nVan den Broeck An;An\nBo Claes;Bo\n"
    assert read(content, "last_name", "first_name") == [("Van den Broeck", "An"), ("Claes", "Bo")]


def test_a_star_behind_a_name_is_no_part_of_it():
    assert read("Naam;Voornaam\nPeeters*;An\n", "last_name") == [("Peeters",)]


def test_a_quote_in_front_falls_off_and_a_shortened_number_is_no_number():
    content = "Personeelsnr;Naam;Voornaam\n'00012;Peeters;An\n1,23457E+12;Claes;Bo\n"
    assert read(content, "personnel_number") == [("00012",), ("",)]
    assert [(one.code, one.value) for one in rows_of(content)[1].problems] == [("number_unreadable", "1,23457E+12")]


@pytest.mark.parametrize("word", ["#N/B", "#N/A", "#VERW!", "#VALEUR!", "#NAAM?", "#DEEL/0!", "#NOM?"])
def test_a_cell_that_went_wrong_in_a_spreadsheet_is_empty(word):
    content = f"Naam;Voornaam;Team;Functie;Breuk\nPeeters;An;{word};{word};{word}\nClaes;Bo;Linde;kok;1\n"
    row = rows_of(content)[0]
    assert (row.team, row.function, row.fraction, row.problems) == ("", "", None, ())


def test_a_date_that_was_not_found_is_none_and_one_that_went_wrong_is_asked_about():
    content = "Naam;Voornaam;Uit dienst\nPeeters;An;#N/B\nClaes;Bo;#VERW!\nMaes;Cas;31/12/2024\n"
    assert [[one.code for one in row.problems] for row in rows_of(content)] == [[], ["not_a_date"], []]


# -- numbers of the National Register --------------------------------------------------------------------------------


def national(nine, *, born_2000=False):
    """An invented number that checks."""
    return f"{nine}{97 - (2_000_000_000 * born_2000 + int(nine)) % 97:02}"


NATIONAL = (national("800201123"), national("754403124"), national("030506011", born_2000=True))


@pytest.mark.parametrize("header", ["Identifiant", "Personeelsnummer", "Nummer werknemer", "Kolom 7"])
def test_national_numbers_are_known_by_their_digits_whatever_the_header(header):
    content = f"{header};Naam;Voornaam\n" + "".join(f"{number};P{number[-2:]};An\n" for number in NATIONAL)
    table = table_of(content)
    assert warnings(content) == {"national_number_column": {"column": header}}
    assert table.columns[0].samples == ()
    assert "personnel_number" not in propose_mapping(table)
    rows = read_rows(table, {"personnel_number": 0, "last_name": 1}, today=TODAY)
    assert {(row.personnel_number, row.problems[0].code, row.problems[0].value) for row in rows} == {
        ("", "national_number", "")
    }


def test_a_national_number_that_lost_its_zero_in_a_spreadsheet_is_still_one():
    rows = [["Personeelsnummer", "Naam", "Voornaam"], [int(NATIONAL[2]), "Peeters", "An"]]
    assert read(xlsx_list(rows), "personnel_number") == [("",)]


def test_one_national_number_among_others_is_known_by_its_signs():
    n = NATIONAL[0]
    content = f"Stamnr;Naam;Voornaam\n12;Peeters;An\n{n[:2]}.{n[2:4]}.{n[4:6]}-{n[6:9]}.{n[9:]};Claes;Bo\n13;Maes;Cas\n"
    assert read(content, "personnel_number") == [("12",), ("",), ("13",)]
    assert [one.value for row in rows_of(content) for one in row.problems] == [""]


def test_a_national_number_under_a_wrong_header_is_not_told_either():
    content = f"Naam;Voornaam;Geboortedatum\nPeeters;An;{NATIONAL[0]}\nClaes;Bo;1/1/1980\nMaes;Cas;1/2/1980\n"
    assert [(one.code, one.value) for one in rows_of(content)[0].problems] == [("not_a_date", "")]


def test_numbers_of_eleven_digits_that_check_by_chance_stay():
    numbers = [str(20_000_000_000 + 7 * place) for place in range(200)]
    content = "Stamnr;Naam;Voornaam\n" + "".join(f"{number};P{number};An\n" for number in numbers)
    assert read(content, "personnel_number") == [(number,) for number in numbers]


# -- dates -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["wo 01/01/2020", "sinds 01/01/2020", "mercredi 1/1/2020", "'01/01/2020", "01-JAN-20"])
def test_a_day_with_a_word_before_it_is_that_day(text):
    assert column("In dienst", "start_date", text, "1/1/2019")[0] == date(2020, 1, 1)


@pytest.mark.parametrize(("cell", "day"), [(1021970, date(1970, 2, 1)), (31121980, date(1980, 12, 31))])
def test_a_day_month_and_year_without_signs_is_a_date_also_as_a_number(cell, day):
    rows = [["Naam", "Voornaam", "Geboortedatum"], ["Peeters", "An", cell], ["Claes", "Bo", 19790301]]
    assert read(xlsx_list(rows), "birth_date") == [(day,), (date(1979, 3, 1),)]


def test_somebody_of_99_is_asked_about():
    content = "Naam;Voornaam;Geboortedatum\nPeeters;An;31/12/26\nClaes;Bo;31/12/66\n"
    assert [[one.code for one in row.problems] for row in rows_of(content)] == [["age_unlikely"], []]


@pytest.mark.parametrize("value", ["1e999", "-1e999", "NaN", "-5", "123456789012345678901234567890", "2958466"])
def test_a_number_that_no_day_has_is_no_date(value):
    def text(place, word):
        return f'<c r="{place}" t="inlineStr"><is><t>{word}</t></is></c>'

    sheet = (
        f'<row r="1">{text("A1", "Naam")}{text("B1", "In dienst")}{text("C1", "Breuk")}</row>'
        f'<row r="2">{text("A2", "Peeters An")}<c r="B2"><v>{value}</v></c><c r="C2"><v>{value}</v></c></row>'
        f'<row r="3">{text("A3", "Claes Bo")}<c r="B3"><v>43831</v></c><c r="C3"><v>1</v></c></row>'
    )
    assert read(raw_xlsx(sheet), "start_date", "fraction") == [(None, None), (date(2020, 1, 1), Decimal(1))]


# -- shares of full time ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "30u24",
        "30h24",
        "30u24min",
        "30 uur 24 min",
        "30:24",
        "30,4 u/week",
        "30u24/38u",
        "4/5de",
        "80 % (4/5)",
        "deeltijds 80%",
    ],
)
def test_four_fifths_are_read_in_every_way_a_payroll_writes_them(text):
    assert column("Regime", "fraction", text, "38u", "19u")[0] == Decimal("0.8")


def test_hours_are_counted_against_the_full_time_week_that_stands_beside_them():
    content = "Naam;Voornaam;Uren/week;Voltijds uren\nPeeters;An;18;36\nClaes;Bo;38;38\nMaes;Cas;18u15;36u30\n"
    assert read(content, "fraction") == [(Decimal("0.5"),), (Decimal(1),), (Decimal("0.5"),)]


@pytest.mark.parametrize(
    ("hours", "full_time"),
    [
        ("Gem. wekelijkse arbeidsduur", "Gem. wekelijkse arbeidsduur maatpersoon"),
        ("Wekelijkse arbeidsduur", "Arbeidsduur voltijds"),
        ("Q", "S"),
        ("Breuk teller", "Breuk noemer"),
        ("Wk uren", "FT uren"),
    ],
)
def test_the_full_time_week_is_found_under_its_many_names_before_or_behind_the_hours(hours, full_time):
    people = "Peeters;An;{};{}\nClaes;Bo;{};{}\n"
    content = f"Naam;Voornaam;{hours};{full_time}\n" + people.format("18,00", "36,00", "36,00", "36,00")
    assert read(content, "fraction") == [(Decimal("0.5"),), (Decimal(1),)]
    content = f"Naam;Voornaam;{full_time};{hours}\n" + people.format("36,00", "18,00", "36,00", "36,00")
    assert read(content, "fraction") == [(Decimal("0.5"),), (Decimal(1),)]


def test_a_percentage_of_full_time_is_a_share():
    assert column("% voltijds", "fraction", "80", "100") == [Decimal("0.8"), Decimal(1)]


def test_a_column_in_which_nobody_has_more_than_38_is_one_of_hours_and_says_so():
    content = "Naam;Voornaam;Tewerkstellingsbreuk\nPeeters;An;38\nClaes;Bo;19\nMaes;Cas;30,4\n"
    assert read(content, "fraction") == [(Decimal(1),), (Decimal("0.5"),), (Decimal("0.8"),)]
    assert warnings(content) == {"fraction_in_hours": {"column": "Tewerkstellingsbreuk"}}


def test_durations_of_a_spreadsheet_are_hours():
    rows = [
        ["Naam", "Voornaam", "Uren per week"],
        ["Peeters", "An", timedelta(hours=30, minutes=24)],
        ["Claes", "Bo", timedelta(hours=38)],
        ["Maes", "Cas", time(19)],
    ]
    assert read(xlsx_list(rows), "fraction") == [(Decimal("0.8"),), (Decimal(1),), (Decimal("0.5"),)]


def test_a_share_too_small_to_keep_is_asked_about():
    assert [one.code for one in rows_of("Naam;Voornaam;VTE\nPeeters;An;0,00001\nClaes;Bo;1\n")[0].problems] == [
        "fraction_out_of_range"
    ]


# -- sexes and contracts ---------------------------------------------------------------------------------------------


def test_a_header_that_explains_its_numbers_is_believed():
    assert column("Geslacht (1=vrouw, 2=man)", "sex", "1", "2") == ["f", "m"]


def test_one_and_two_are_man_and_woman_by_the_standard_and_the_person_hears():
    content = "Naam;Voornaam;Geslacht\nPeeters;An;2\nClaes;Bo;1\nMaes;Cas;1\nNys;Dirk;9\n"
    assert read(content, "sex") == [("f",), ("m",), ("m",), ("",)]
    assert warnings(content) == {"sex_by_number": {"column": "Geslacht"}}


def test_zero_and_one_are_not_guessed():
    assert column("Geslacht", "sex", "0", "1", "1") == ["", "", ""]


def test_how_somebody_is_addressed_tells_the_sex():
    assert column("Aanspreking", "sex", "Mevr.", "Dhr.") == ["f", "m"]
    content = "Title,Last name,First name\nMs,Peeters,An\nMr,Claes,Bo\n"
    assert read(content, "sex", "function") == [("f", ""), ("m", "")]


def test_categories_that_are_contracts_are_the_statute():
    assert column("Categorie", "statute", "Vrijwilliger", "Stagiair", "Jobstudent") == [
        "volunteer",
        "trainee",
        "student_worker",
    ]
    assert column("Categorie", "function_group", "Zorg", "Stagiair") == ["Zorg", "Stagiair"]


def test_a_contract_in_the_short_words_of_payrolls_is_recognised():
    words = {
        "Bediende OD": "permanent",
        "Arbeider BD": "fixed_term",
        "CDI employé": "permanent",
        "Bepaalde duur - vervanging": "replacement",
        "Jobstudent (475u), bepaalde duur": "student_worker",
        "Arbeider": "",
    }
    assert dict(zip(words, column("Contract", "statute", *words), strict=True)) == words


# -- encodings -------------------------------------------------------------------------------------------------------

ACCENTS = "Naam;Voornaam\nLefèvre;Zoë\nMüller;François\n"


def test_letters_kept_in_two_ways_are_refused_and_the_first_row_is_named():
    content = "Naam;Voornaam\nMüller;Jörg\n".encode("cp1252") + "Lefèvre;Zoë\n".encode()
    with pytest.raises(UnreadableFile) as caught:
        table_of(content)
    assert (caught.value.code, dict(caught.value.details)) == ("mixed_encodings", {"row": 3})


@pytest.mark.parametrize("codec", ["cp850", "cp437", "mac-roman"])
def test_letters_of_dos_or_an_old_macintosh_are_refused_and_never_changed_into_others(codec):
    assert refusal(ACCENTS.encode(codec)) == "unknown_letters"
    assert refusal("Naam;Voornaam\nLefèvre;An\n".encode(codec)) == "unknown_letters"


def test_letters_that_were_lost_before_are_refused():
    assert refusal("Naam;Voornaam\nLef\ufffdvre;An\n") == "unknown_letters"


def test_letters_that_were_read_the_wrong_way_once_are_put_right():
    spoilt = ACCENTS.encode().decode("cp1252").encode()
    assert read(spoilt, "last_name", "first_name") == [("Lefèvre", "Zoë"), ("Müller", "François")]
    assert refusal("Naam;Voornaam\nLefÃ¨vre;\u0160imi\u0107\n") == "unknown_letters"


def test_quotes_and_dashes_of_windows_are_no_strange_letters():
    content = "Naam;Voornaam;Functie\nD’Hondt;An;“kok” – hulp…\nŠtastná;Žofie;l’équipe\n".encode("cp1252")
    assert read(content, "last_name", "first_name") == [("D’Hondt", "An"), ("Štastná", "Žofie")]


def test_a_list_of_which_every_line_was_put_between_quotes_is_read():
    content = '"Naam;Voornaam;Team"\n"Peeters;An;Linde"\n"Claes;Bo;Beuk"\n'
    assert read(content, "last_name", "team") == [("Peeters", "Linde"), ("Claes", "Beuk")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\r\n%PDF-1.7\n1 0 obj", "not_a_list"),
        ("<html><table><tr><td>Naam".encode("utf-16"), "not_a_list"),
        (b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n\r\n<html>", "not_a_list"),
        (b"Naam;Voornaam\nPeeters;An\0\0\nClaes;Bo\n", "not_a_list"),
        (b"\xef\xbb\xbf", "empty_file"),
    ],
)
def test_a_wrong_file_with_a_little_before_it_is_still_a_wrong_file(content, code):
    assert refusal(content) == code


# -- working-time regimes --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("Werkrooster", "dag nacht avond weekend wisselend"),
        ("Uurregeling", "dagdienst nachtdienst avonddienst weekendwerk 3ploegen"),
        ("Werkregime", "dag vastenacht late weekend ploegendienst"),
        ("Ploeg", "Dagploeg Nachtploeg Avondploeg Weekendploeg Wisselploeg"),
        ("Équipe", "jour nuit soir week-end alternant"),
        ("Horaire", "dejour denuit dusoir week-end variable"),
        ("Shift", "Day Night Evening Weekend Rotating"),
        ("Kolom 9", "dag nacht avond weekend wisselend"),
    ],
)
def test_a_working_time_regime_is_recognised_in_three_languages(header, words):
    assert column(header, "shift", *words.split()) == ["day", "night", "evening", "weekend", "changing"]


@pytest.mark.parametrize(
    ("header", "shift"), [("Nachtdienst", "night"), ("Weekendwerk", "weekend"), ("Travail de nuit", "night")]
)
def test_a_yes_under_the_name_of_a_regime_is_that_regime(header, shift):
    assert column(header, "shift", "ja", "nee", "", "x", "0") == [shift, "", "", shift, ""]


@pytest.mark.parametrize(
    ("header", "field", "values"),
    [
        ("Werkregime", "fraction", {"38u": Decimal(1), "19u": Decimal("0.5")}),
        ("Ploeg", "team", {"Ploeg 1": "Ploeg 1", "Rode ploeg": "Rode ploeg"}),
        ("Dienst", "team", {"Linde": "Linde", "Nacht": "Nacht", "Keuken": "Keuken"}),
        ("Team", "team", {"Dag": "Dag", "Nacht": "Nacht"}),
        ("Horaire hebdomadaire", "fraction", {"38h00": Decimal(1), "30h24": Decimal("0.8")}),
    ],
)
def test_a_header_with_two_meanings_is_settled_by_what_stands_under_it(header, field, values):
    assert column(header, field, *values) == list(values.values())
    assert column(header, "shift", *values) == [""] * len(values)


def test_an_unknown_regime_is_left_empty_with_a_warning():
    row = rows_of("Naam;Voornaam;Shift\nPeeters;An;zweef\nClaes;Bo;dag\nMaes;Cas;nacht\n")[0]
    assert not isinstance(row, RefusedRow)
    assert (row.shift, [(one.code, one.value) for one in row.problems]) == ("", [("shift_not_recognised", "zweef")])
