"""Rows that a hasty reader would take for somebody else, for somebody who is not there, or for more than they say."""

from datetime import date

import pytest

from draagvlak.journal.models import Record
from draagvlak.lib.likeness import are_clearly_other
from draagvlak.staff.actions import store
from draagvlak.staff.imports import RefusedRow, StaffRow, column_warnings, open_table, propose_mapping, read_rows
from draagvlak.staff.imports.names import bare_name
from draagvlak.staff.imports.values import statute_of
from draagvlak.staff.models import ImportRow, StaffImport
from draagvlak.staff.queries import message_in_words
from draagvlak.staff.tests.factories import AN, BO, messages, people, read, tried

TODAY = date(2025, 11, 22)
RRN = "80.02.01-123.46"


def rows_of(*rows, header="Personeelsnr;Naam;Voornaam;Geboortedatum;Geslacht;Functie;In dienst"):
    table = open_table("\n".join([header, *rows, ""]).encode(), name="lijst")
    return read_rows(table, propose_mapping(table), today=TODAY)


def told(rows):
    return [(row.number, problem.code, problem.value) for row in rows for problem in row.problems]


def number(first_nine):
    """A national number with its check digits, as it is printed."""
    digits = f"{first_nine}{97 - int(first_nine) % 97:02}"
    return f"{digits[:2]}.{digits[2:4]}.{digits[4:6]}-{digits[6:9]}.{digits[9:]}"


# One personnel number, two names.


def test_a_number_on_two_rows_with_other_names_is_refused_and_names_the_first_row():
    rows = rows_of("7;Peeters;An;;;;", "7;Willems;Joris;;;;", "8;Maes;Bo;;;;")
    assert [type(row) for row in rows] == [StaffRow, RefusedRow, StaffRow]
    assert told(rows) == [(3, "number_used_twice", "2")]


@pytest.mark.parametrize(
    "again",
    [
        "7;PEETERS;AN;;;;",
        "7;An;Peeters;;;;",
        "7;Pèeters;Àn;;;;",
        "7;Peeters-Maes;An;;;;",
        "7;Willems;An;;;;",
        "7;Peeters;Joris;;;;",
        "7;Peters;A.;;;;",
        "7;Willems;Joris;04/05/1980;V;;",
    ],
)
def test_a_number_on_two_rows_of_what_may_be_one_person_is_taken(again):
    rows = rows_of("7;Peeters;An;04/05/1980;V;;", again)
    assert [type(row) for row in rows] == [StaffRow, StaffRow]


def test_the_same_birth_date_and_another_sex_is_not_the_same_person():
    rows = rows_of("7;Peeters;An;04/05/1980;V;;", "7;Willems;Joris;04/05/1980;M;;")
    assert told(rows) == [(3, "number_used_twice", "2")]


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (("An", "Peeters"), ("Joris", "Willems"), True),
        (("Mohamed", "Benali"), ("Mohammed", "Benalli"), False),
        (("Jan Pieter", "De Smet"), ("Janpieter", "Desmet"), False),
        (("An", "Van den Berghe"), ("Joris", "Van den Broeck"), True),
        (("An", "Peeters"), ("Andreas", "Willems"), True),
        (("An", "Peeters"), ("An-Sofie", "Willems"), False),
        (("", "Peeters"), ("Joris", "Willems"), False),
    ],
)
def test_two_names_are_clearly_other_when_both_parts_differ(one, other, differ):
    assert are_clearly_other(one, other) is are_clearly_other(other, one) is differ


@pytest.mark.usefixtures("organisation")
def test_a_number_that_the_register_gives_to_somebody_else_renames_nobody():
    read(AN, BO)
    before = store.load()
    done = read("1;Willems;Joris;;M;Kok;Keuken;vast;1;01/01/2020;", BO)
    assert messages(done) == [(2, "number_of_other_name", "personnel_number")]
    assert (store.load(), done.counts["refused"], done.counts["gone"]) == (before, 1, 0)
    sentence = message_in_words(ImportRow.objects.get(staff_import=done, number=2).messages[0])
    assert "An Peeters" in sentence


@pytest.mark.usefixtures("organisation")
def test_a_number_with_other_names_and_the_same_birth_date_is_the_same_person():
    read(AN)
    read("1;Willems;Joris;04/05/1980;M;Kok;Keuken;vast;1;01/03/2018;")
    assert set(people()) == {"Joris"}


# National numbers beside other words.


@pytest.mark.usefixtures("organisation")
@pytest.mark.parametrize("printed", [number("800201123"), number("800201123").replace(".", "").replace("-", "")])
def test_a_national_number_beside_other_words_is_kept_nowhere(printed):
    done = tried(f"1;Peeters ({printed});An {printed};;V;Kok RR: {printed};Beuk {printed} A;vast {printed};1;;")
    digits = "80020112"
    kept = f"{list(ImportRow.objects.values())} {list(StaffImport.objects.values('table', 'plan'))} {list(Record.objects.values())}"
    assert digits not in kept.replace(".", "").replace("-", "")
    fields = [field for _row, code, field in messages(done) if code == "national_number_inside"]
    assert fields == ["first_name", "last_name", "function", "team"]
    table = open_table(
        f"Naam;Voornaam;Functie;Team\nPeeters ({printed});An;Kok RR: {printed};{printed}\n".encode(), name="x"
    )
    (row,) = read_rows(table, propose_mapping(table), today=TODAY)
    assert (row.last_name, row.function, row.team) == ("Peeters", "Kok", "")


def test_a_long_number_with_other_check_digits_stays():
    (row,) = rows_of("7;Peeters;An;;;Kok 80020112300;")
    assert (row.function, row.problems) == ("Kok 80020112300", ())


# Cells that moved.


def test_a_row_with_more_cells_than_the_header_is_refused():
    rows = rows_of("7;Peeters;An;04/05/1980;V;Kok; hulpkok;01/01/2020", "8;Maes;Bo;;;;;;", "9;Nys;Cas;;;;")
    assert [(type(row), row.number) for row in rows] == [(RefusedRow, 2), (StaffRow, 3), (StaffRow, 4)]
    assert rows[0].problems[0].code == "too_many_cells"


def test_a_header_that_names_not_every_column_is_no_reason_to_refuse_everybody():
    rows = rows_of(*(f"{n};Peeters;An;;;;;opmerking" for n in range(3)))
    assert {type(row) for row in rows} == {StaffRow}


# Statutes that are denied.


@pytest.mark.parametrize(
    "text",
    [
        "geen vrijwilliger",
        "niet vast",
        "nog geen contract van onbepaalde duur",
        "sans contrat",
        "not permanent",
        "pas de CDI",
        "verantwoordelijke vrijwilligers",
        "vrijwilligersverantwoordelijke",
        "coördinator vrijwilligers",
    ],
)
def test_a_statute_that_is_denied_is_not_given(text):
    assert statute_of(text) == ("", "statute_not_recognised")


@pytest.mark.parametrize(
    ("text", "statute"),
    [
        ("vrijwilliger", "volunteer"),
        ("vast - geen vrijwilliger", "permanent"),
        ("bediende - onbepaalde duur", "permanent"),
        ("contract van onbepaalde duur", "permanent"),
    ],
)
def test_a_statute_beside_one_that_is_denied_is_given(text, statute):
    assert statute_of(text) == (statute, "")


# Rows that name nobody.


@pytest.mark.parametrize(
    "name",
    [
        "Nachtteam",
        "VACANT",
        "VACATURE",
        "N.N.",
        "te begeven",
        "Over te dragen",
        "KEUKEN (2)",
        "Interim",
        "Vacature kok",
        "VACANT 2",
    ],
)
@pytest.mark.parametrize("header", ["Naam en voornaam;Functie;Team", "Naam;Functie;Voornaam;Team"])
def test_a_row_that_names_nobody_makes_no_person(name, header):
    rows = rows_of(
        "Peeters An;Kok;;Beuk", f"{name};Kok;;Beuk", header=header.replace("Functie;Team", "Functie;Dienst;Team")
    )
    assert (type(rows[1]), rows[1].problems[-1].code) == (RefusedRow, "names_nobody")


@pytest.mark.parametrize(
    "row", ["Vander Ploeg;Jan;", "Interim;Jan;", "De Vacht;An;", "Van Team;Bo;", "Nn;Thi;", "Vacante;Luca;04/05/1980"]
)
def test_somebody_with_an_uncommon_name_is_somebody(row):
    (one,) = rows_of(row, header="Naam;Voornaam;Geboortedatum")
    assert isinstance(one, StaffRow)


# Two columns that can be the last day.


@pytest.mark.parametrize("left", ["Datum uit dienst", "Uitdienst", "Date de sortie", "Leave date"])
@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("contract", ["Einde contract", "Einddatum"])
def test_the_day_that_somebody_left_goes_before_the_end_of_a_contract(left, contract, turned):
    labels = [left, contract] if turned else [contract, left]
    table = open_table(f"Naam;Voornaam;{';'.join(labels)}\nPeeters;An;31/12/2024;30/06/2024\n".encode(), name="x")
    mapping = propose_mapping(table)
    assert table.columns[mapping["end_date"]].label == left
    (warning,) = [one for one in column_warnings(table, mapping) if one.code == "other_end_dates"]
    assert (warning.code, warning.details) == ("other_end_dates", {"column": left, "columns": [contract]})


# Days and addresses that may be wrong.


def test_a_first_day_before_birth_or_as_a_child_is_a_warning():
    rows = rows_of(
        "7;Peeters;An;04/05/1980;V;;01/01/1979",
        "8;Maes;Bo;04/05/2000;M;;03/05/2014",
        "9;Nys;Cas;04/05/2000;M;;04/05/2014",
    )
    assert {type(row) for row in rows} == {StaffRow}
    assert told(rows) == [(2, "starts_before_birth", "1979-01-01"), (3, "young_on_first_day", "13")]


def test_an_address_of_two_people_is_a_warning_and_that_of_one_person_twice_is_none():
    rows = rows_of(
        "7;Peeters;An;team@x.be",
        "8;Maes;Bo;Team@x.be",
        "7;Peeters;An;team@x.be",
        header="Personeelsnr;Naam;Voornaam;E-mail",
    )
    assert [one for one in told(rows) if one[1] == "email_twice"] == [(3, "email_twice", "2")]


# What stands around a name.


@pytest.mark.parametrize(
    ("text", "name", "was_beside"),
    [
        ("Mevr. Peeters An", "Peeters An", False),
        ("Mw. An Peeters", "An Peeters", False),
        ("Dhr. Dr. Jan Maes", "Jan Maes", False),
        ("Mr. Jan Maes", "Jan Maes", False),
        ("Mme Dupont", "Dupont", False),
        ("† Maes Jan", "Maes Jan", True),
        ("Maes Jan (interim)", "Maes Jan", True),
        ("Maes Jan - ouderschapsverlof", "Maes Jan", True),
        ("MAES JAN - ZIEK", "MAES JAN", True),
        ("Maes Jan (ziek) (interim)", "Maes Jan", True),
        ("Maes Jan (ziek)", "Maes Jan", True),
        ("Maes - Peeters An", "Maes - Peeters An", False),
        ("Maes-Peeters An", "Maes-Peeters An", False),
        ("An Maes - Peeters", "An Maes - Peeters", False),
        ("Maes Jan (1234)", "Maes Jan (1234)", False),
        ("Drs", "Drs", False),
        ("Drieghe Mia", "Drieghe Mia", False),
    ],
)
def test_a_title_and_a_remark_are_no_part_of_a_name(text, name, was_beside):
    assert bare_name(text) == (name, was_beside)


def test_what_stood_beside_a_name_is_told_on_the_row():
    rows = rows_of("Mevr. Peeters An (interim)", "Dhr. Maes Jan", header="Naam en voornaam")
    assert [(row.last_name, row.first_name) for row in rows] == [("Peeters", "An"), ("Maes", "Jan")]
    assert told(rows) == [(2, "beside_name", "Mevr. Peeters An (interim)")]
