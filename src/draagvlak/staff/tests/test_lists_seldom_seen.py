"""Lists that nobody had tried yet: words for "still at work", titles over two columns, numbers under a bare "Nr"."""

from datetime import date
from decimal import Decimal

import pytest
import xlsxwriter

from draagvlak.staff.imports import UnreadableFile, open_table, propose_mapping, read_rows
from draagvlak.staff.tests.messy import text_list, xlsx_list

TODAY = date(2026, 11, 27)


def read(content, name="lijst.csv"):
    table = open_table(content, name=name)
    mapping = propose_mapping(table)
    return table, mapping, read_rows(table, mapping, today=TODAY)


def one(**columns):
    """The only row of a list with a name and these columns."""
    columns = {"Voornaam": "Els", "Achternaam": "Goos", **columns}
    return read(text_list([list(columns), list(columns.values())]))[2][0]


@pytest.mark.parametrize(
    "word", ["heden", "nu", "Actief", "lopend", "doorlopend", "à ce jour", "en cours", "present", "current", "∞"]
)
def test_a_word_for_still_at_work_is_no_wrong_last_day(word):
    row = one(**{"In dienst": "01/02/2024", "Uit dienst": word})
    assert (row.end_date, row.problems) == (None, ())


@pytest.mark.parametrize("word", ["niet-binair", "Niet binair", "X", "intersekse"])
def test_whoever_is_neither_man_nor_woman_counts_as_x(word):
    rows = read(text_list([["Voornaam", "Achternaam", "Geslacht"], ["Els", "Goos", word], ["Jan", "Nijs", "V"]]))[2]
    assert (rows[0].sex, rows[0].problems) == ("x", ())


@pytest.mark.parametrize(("written", "share"), [("3/4 temps", "0.75"), ("4/5de", "0.8"), ("4/5 tijds", "0.8")])
def test_a_share_may_have_its_unit_behind_it(written, share):
    row = one(Breuk=written)
    assert (row.fraction, row.problems) == (Decimal(share), ())


def test_a_short_word_for_a_working_student_is_known():
    assert one(Statuut="jobstud.").statute == "student_worker"


def test_a_name_printed_over_two_columns_is_the_title_of_both():
    rows = [["Naam", "", "Geslacht", "Tewerkstelling", ""], ["Voornaam", "Achternaam", "", "Begin", "Einde"]]
    people = [["Els", "Goos", "V", date(2020, 1, 1), None], ["Jan", "Nijs", "M", date(2021, 1, 1), date(2022, 1, 1)]]
    foot = ["Gemaakt door HR op 1/11/2026"]
    _, mapping, found = read(xlsx_list([*rows, *people, foot], merged=["A1:B1", "D1:E1"]), "lijst.xlsx")
    assert "name" not in mapping
    assert [(row.first_name, row.last_name) for row in found] == [("Els", "Goos"), ("Jan", "Nijs")]
    assert [row.end_date for row in found] == [None, date(2022, 1, 1)]


def test_a_whole_name_beside_its_two_parts_is_not_proposed_as_well():
    header = ["Volledige naam", "Voornaam", "Familienaam"]
    mapping = read(text_list([header, ["Els Goos", "Els", "Goos"], ["Jan Nijs", "Jan", "Nijs"]]))[1]
    assert mapping == {"first_name": 1, "last_name": 2}


@pytest.mark.parametrize("label", ["ID", "Nr.", "Nummer", "Numéro", "N°"])
def test_a_bare_number_that_is_no_row_number_tells_people_apart(label):
    people = [["1207", "Goos", "Els"], ["311", "Nijs", "Jan"], ["1450", "Maes", "Bo"]]
    mapping = read(text_list([[label, "Naam", "Voornaam"], *people]))[1]
    assert mapping["personnel_number"] == 0


@pytest.mark.parametrize("numbers", [["1", "2", "3"], ["12", "12", "13"], ["12", "", "13"], ["a", "b", "c"]])
def test_a_bare_number_that_only_counts_or_does_not_tell_people_apart_is_left_out(numbers):
    people = [[number, "Goos", f"Els {place}"] for place, number in enumerate(numbers)]
    assert "personnel_number" not in read(text_list([["Nr", "Naam", "Voornaam"], *people]))[1]


def test_a_bare_number_gives_way_to_a_column_that_says_plainly_what_it_is():
    header = ["ID", "Personeelsnummer", "Naam", "Voornaam"]
    mapping = read(text_list([header, ["77", "1207", "Goos", "Els"], ["81", "311", "Nijs", "Jan"]]))[1]
    assert mapping["personnel_number"] == 1


def test_a_million_rows_with_their_texts_inside_are_counted_and_refused_as_too_many(tmp_path):
    file = tmp_path / "miljoen.xlsx"
    workbook = xlsxwriter.Workbook(file, {"constant_memory": True})
    sheet = workbook.add_worksheet()
    sheet.write_row(0, 0, ["Naam", "Voornaam"])
    for row in range(1, 400_000):
        sheet.write_row(row, 0, ["Goos", "Els", 1, 2])
    workbook.close()
    with pytest.raises(UnreadableFile) as refused:
        open_table(file.read_bytes(), name=file.name)
    assert (refused.value.code, refused.value.details["rows"]) == ("too_many_rows", 400_000)


def test_people_under_an_employer_that_is_the_title_of_the_list_as_well_stay_on_it():
    header = ["Werkgever", "Stamnr", "Naam", "Voornaam", "Uit dienst", "E-mail", "Campus", "Team"]
    people = [["vzw De Linde", number, "Goos", name] for number, name in (("1", "Els"), ("2", "Jan"))]
    title = [["vzw De Linde", "", "", "blad 1"], header]
    table, _, found = read(text_list([*title, *people, *title, ["vzw De Linde", "3", "Maes", "Bo"]]))
    assert [row.first_name for row in found] == ["Els", "Jan", "Bo"]
    assert [dict(one.details) for one in table.warnings] == [{"rows": (5, 6), "count": 2}]


def test_somebody_without_a_last_name_is_no_title_because_another_has_that_first_name():
    header = ["Stamnr", "Naam", "Voornaam", "Breuk", "Uit dienst"]
    people = [[4, None, "Jan", 80, None], [5, "Nijs", "Jan", 100, date(2026, 12, 31)]]
    _, _, found = read(xlsx_list([header, *people]), "lijst.xlsx")
    assert [(row.personnel_number, row.last_name) for row in found] == [("4", ""), ("5", "Nijs")]


def test_a_list_of_other_people_on_a_second_sheet_is_named():
    header = ["Stamnr", "Naam", "Voornaam", "In dienst"]
    gent = [header, [4, "Goos", "Els", date(2020, 1, 1)]]
    sheets = {"Gent": gent, "Aalst": [header, [5, "Nijs", "Jan", date(2021, 1, 1)]], "Leeg": [header]}
    legend = {"Uitleg": [["Naam", "Uitleg"], ["Stamnr", "een eigen nummer"]]}
    table, _, _ = read(xlsx_list(sheets=legend | sheets), "lijst.xlsx")
    assert [(one.code, dict(one.details)) for one in table.warnings] == [
        ("other_sheets", {"sheet": "Gent", "sheets": ("Aalst",)})
    ]
    alone = open_table(xlsx_list(sheets=legend | sheets), name="lijst.xlsx", sheet="Aalst")
    assert alone.warnings == ()


@pytest.mark.parametrize(
    ("first", "last"), [("01012010", "31122026"), ("20100101", "20261231"), ("1012010", "31122026")]
)
def test_columns_of_days_in_digits_are_proposed_as_days(first, last):
    row = one(Indienst=first, Uitdienst=last)
    assert (row.start_date, row.end_date) == (date(2010, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("header", "field", "cell"),
    [
        ("Engagé le", "start_date", "1/2/2010"),
        ("Engagé(e) le", "start_date", "1/2/2010"),
        ("Code pers.", "personnel_number", "A12"),
        ("Type de personnel", "statute", "CDI"),
        ("Heures/sem.", "fraction", "19"),
        ("Q/S", "fraction", "19/38"),
    ],
)
def test_a_header_that_payrolls_shorten_is_known(header, field, cell):
    people = [["Goos", "Els", cell], ["Nijs", "Jan", cell]]
    assert read(text_list([["Nom", "Prénom", header], *people]))[1].get(field) == 2


@pytest.mark.parametrize("word", ["Mej.", "Mejuffrouw", "Mlle", "Mademoiselle", "Miss"])
def test_whoever_is_addressed_as_unmarried_is_a_woman(word):
    row = one(Aanspreking=word)
    assert (row.sex, row.problems) == ("f", ())


def test_shares_of_full_time_under_occupation_are_no_functions():
    people = [["Goos", "Els", "Temps plein"], ["Nijs", "Jan", "Temps partiel 4/5"], ["Maes", "Bo", "Mi-temps"]]
    _, mapping, found = read(text_list([["Nom", "Prénom", "Occupation"], *people]))
    assert "function" not in mapping
    assert [row.fraction for row in found] == [Decimal(1), Decimal("0.8"), Decimal("0.5")]
    assert read(text_list([["Last name", "First name", "Occupation"], ["Goos", "Els", "Cook"]]))[1]["function"] == 2


def test_nobody_is_born_after_today():
    row = one(Geboortedatum="28/11/2026")
    assert (row.birth_date, [problem.code for problem in row.problems]) == (None, ["date_unlikely"])
    assert one(Geboortedatum="27/11/2026").birth_date == TODAY


def test_too_many_rows_of_text_are_all_counted():
    with pytest.raises(UnreadableFile) as refused:
        open_table(b"Naam;Voornaam\n" + b"Goos;Els\n" * 60_000, name="lijst.csv")
    assert (refused.value.code, refused.value.details["rows"]) == ("too_many_rows", 60_001)


def test_the_words_beside_codes_of_contracts_are_the_statute():
    header = ["Naam", "Voornaam", "Statuut", "Omschrijving", "Functie", "Omschrijving"]
    people = [["Goos", "Els", "1", "Onbepaalde duur", "K1", "Kok"], ["Nijs", "Jan", "2", "Vervanging", "Z1", "Zorg"]]
    found = read(text_list([header, *people]))[2]
    assert [(row.statute, row.function) for row in found] == [("permanent", "Kok"), ("replacement", "Zorg")]
