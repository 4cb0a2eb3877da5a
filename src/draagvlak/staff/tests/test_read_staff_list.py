"""A staff list is read as it comes: messy, in several formats, and sometimes not a list at all."""

import ctypes
import gc
import os
import subprocess
import sys
from collections import Counter
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from draagvlak.staff.imports import (
    FIELDS,
    RefusedRow,
    StaffRow,
    UnreadableFile,
    WrongMapping,
    apart,
    column_warnings,
    mapping_from_words,
    normalised_header,
    open_table,
    propose_mapping,
    read_rows,
    workbooks,
)
from draagvlak.staff.tests.messy import (
    HEADER,
    PEOPLE,
    XLSX_PARTS,
    archive,
    dutch,
    ods_list,
    old_list,
    ole,
    raw_xlsx,
    text_list,
    with_parts,
    with_replaced,
    xlsx_list,
    xlsxwriter_list,
)

pytestmark = pytest.mark.long
TODAY = date(2025, 11, 22)
MORNING = datetime.combine(date(2020, 3, 1), time(8, 30))
REPOSITORY = Path(__file__).resolve().parents[4]
REAL_LIST = Path(os.environ.get("DRAAGVLAK_SHARED", REPOSITORY.parent / "shared")) / "data" / "HRDataset_v14.csv"


def opened(content, **options):
    return open_table(content, name="personeel", **options)


def people(content, words=(), **options):
    """Every row of a list, with the proposed mapping corrected by the words."""
    table = opened(content, **options)
    return read_rows(table, mapping_from_words(table, words, propose_mapping(table)), today=TODAY)


def refusal(content, **options):
    with pytest.raises(UnreadableFile) as caught:
        opened(content, **options)
    return caught.value


def one(header, *cells):
    """The first rows of a list with one named person and one column more."""
    return people(
        text_list([["Naam", "Voornaam", header], *[[f"Peeters{i}", "An", cell] for i, cell in enumerate(cells)]])
    )


def column(header, field, *cells):
    return [getattr(row, field) for row in one(header, *cells)]


def problems(rows):
    return [(problem.code, problem.field, problem.value) for row in rows for problem in row.problems]


def labels(content, **options):
    table = opened(content, **options)
    return {field: table.columns[index].label for field, index in propose_mapping(table).items()}


# -- formats ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(text_list(), id="semicolons"),
        pytest.param(text_list(separator=","), id="commas"),
        pytest.param(text_list(separator="\t"), id="tabs"),
        pytest.param(text_list(separator="|"), id="bars"),
        pytest.param(text_list(encoding="utf-8-sig"), id="utf-8 with mark"),
        pytest.param(text_list(encoding="utf-16"), id="utf-16"),
        pytest.param(text_list(start="sep=;\r\n"), id="separator line of Excel"),
        pytest.param(text_list().replace(b"\r\n", b"\r"), id="old Macintosh line ends"),
        pytest.param(xlsx_list(), id="openpyxl"),
        pytest.param(xlsx_list(year_1904=True), id="1904 workbook"),
        pytest.param(xlsxwriter_list(), id="xlsxwriter"),
        pytest.param(ods_list(), id="ods"),
        pytest.param(ods_list(last_row=1_048_500), id="ods with a million empty rows behind"),
    ],
)
def test_the_same_people_come_out_of_every_format(content):
    rows = people(content)
    assert [(row.personnel_number, row.last_name, row.first_name, row.sex) for row in rows] == [
        ("00012", "Van den Broeck", "Piet", "m"),
        ("00013", "El Idrissi", "Amina", "f"),
        ("00014", "Y\u0131lmaz", "Mehmet", "m"),
        ("00015", "Lefèvre", "Élodie", "f"),
    ]
    assert [(row.birth_date, row.start_date, row.end_date) for row in rows] == [(p[4], p[6], p[7]) for p in PEOPLE]
    assert problems(rows) == []


def test_a_windows_list_keeps_its_accents():
    rows = people(text_list([HEADER, PEOPLE[3]], encoding="cp1252"))
    assert (rows[0].last_name, rows[0].first_name) == ("Lefèvre", "Élodie")


def test_separators_and_line_ends_inside_quotes_belong_to_the_cell():
    content = b'Naam;Voornaam;Functie\r\nPeeters;An;"kok;\r\nhulpkok"\r\n;;\r\nMaes;Bo;kok\r\n'
    rows = people(content)
    assert [(row.number, row.function) for row in rows] == [(2, "kok; hulpkok"), (4, "kok")]


def test_rows_of_a_text_file_may_be_shorter_or_longer_than_the_header():
    rows = people(b"Naam;Voornaam;Functie\nPeeters\nMaes;Bo;kok;;\n")
    assert [(row.last_name, row.function) for row in rows] == [("Peeters", ""), ("Maes", "kok")]


def test_a_list_of_one_column_is_a_list():
    assert [row.last_name for row in people(b"Naam\nPeeters An\nEl Idrissi Amina\n")] == [
        "Peeters",
        "El Idrissi",
    ]


# -- header ----------------------------------------------------------------------------------------------------------

TITLES = [["VZW De Lindehof"], [], ["Personeelslijst op", date(2025, 11, 1)], []]


@pytest.mark.parametrize("make", [xlsx_list, ods_list, text_list])
def test_a_list_with_titles_above_the_header_is_read(make):
    table = opened(make([*TITLES, HEADER, *PEOPLE]))
    assert (table.header_row, [row.number for row in table.rows]) == (5, [6, 7, 8, 9])


def test_a_list_under_a_merged_title_is_read():
    table = opened(xlsx_list([["Personeelslijst"], HEADER, *PEOPLE], merged=["A1:H1"]))
    assert (table.header_row, len(table.columns)) == (2, 8)


def test_a_header_in_the_thirtieth_row_is_found():
    assert opened(xlsx_list([*[["toelichting"]] * 29, HEADER, *PEOPLE])).header_row == 30


def test_a_header_of_two_lines_is_one_header():
    two = [["Pers.", "Familie", "Voor", "Datum"], ["nr.", "naam", "naam", "indiensttreding"]]
    table = opened(text_list([*two, ["7", "Peeters", "An", "1/3/2020"]]))
    assert propose_mapping(table) == {"personnel_number": 0, "last_name": 1, "first_name": 2, "start_date": 3}
    assert (table.header_row, table.rows[0].number) == (2, 3)


def test_headers_with_newlines_colons_units_and_strange_spaces_are_recognised():
    header = ["Pers.\nnr.", "FAMILIENAAM :", "Voor\u00adnaam*", "Geb.\u00a0datum (dd/mm/jjjj)", "Tewerkstelling [%]"]
    assert labels(xlsx_list([header, ["7", "Peeters", "An", date(1980, 1, 1), 50]])) == {
        "personnel_number": "Pers. nr.",
        "last_name": "FAMILIENAAM",
        "first_name": "Voornaam",
        "birth_date": "Geb. datum (dd/mm/jjjj)",
        "fraction": "Tewerkstelling [%]",
    }


def test_columns_with_the_same_or_no_name_stay_apart():
    table = opened(text_list([["Naam", "Naam", "", "Voornaam"], ["a", "b", "c", "d"]]))
    assert [column.label for column in table.columns] == ["Naam", "Naam (2)", "C", "Voornaam"]


def test_unknown_headers_are_taken_with_a_warning():
    table = opened(text_list([["Qui", "Quoi"], ["An", "kok"], ["Bo", "kok"]]))
    assert [warning.code for warning in table.warnings] == ["header_uncertain"]


def test_totals_remarks_and_repeated_headers_are_left_out_with_a_warning():
    foot = [["Totaal", "", "", "", "", "", 4], [], ["Afgedrukt op 12/03/2025"]]
    table = opened(xlsx_list([HEADER, *PEOPLE[:2], HEADER, *PEOPLE[2:], *foot]))
    assert [row.number for row in table.rows] == [2, 3, 5, 6]
    assert {warning.code: warning.details for warning in table.warnings} == {
        "repeated_headers_left_out": {"rows": (4,), "count": 1},
        "foot_left_out": {"rows": (7, 9)},
    }


def test_a_person_whose_name_begins_like_a_total_stays_on_the_list():
    assert [row.last_name for row in people(text_list([["Naam", "Voornaam", "Functie"], ["Som", "An", "kok"]]))] == [
        "Som"
    ]


def test_a_column_of_national_numbers_is_named_and_never_proposed():
    table = opened(text_list([["INSZ", "Naam", "Voornaam"], ["80010112345", "Peeters", "An"]]))
    assert [(w.code, dict(w.details)) for w in table.warnings] == [("national_number_column", {"column": "INSZ"})]
    assert sorted(propose_mapping(table)) == ["first_name", "last_name"]


# -- sheets ----------------------------------------------------------------------------------------------------------

SHEETS = {"Uitleg": [["Lees dit eerst"], ["Naam van de dienst"]], "Leeg": [], "Lijst 2025": [HEADER, *PEOPLE]}


def test_without_a_choice_the_sheet_with_the_best_header_is_read():
    table = opened(xlsx_list(sheets=SHEETS))
    assert (table.sheet, table.sheets, len(table.rows)) == ("Lijst 2025", ("Uitleg", "Leeg", "Lijst 2025"), 4)


def test_a_sheet_is_chosen_by_name_without_regard_to_case():
    assert opened(xlsx_list(sheets=SHEETS), sheet="lijst 2025 ").sheet == "Lijst 2025"


def test_an_unknown_sheet_is_refused_with_the_names():
    refused = refusal(xlsx_list(sheets=SHEETS), sheet="Blad9")
    assert (refused.code, dict(refused.details)) == (
        "no_such_sheet",
        {"sheet": "Blad9", "sheets": ("Uitleg", "Leeg", "Lijst 2025")},
    )
    assert refusal(text_list(), sheet="Blad9").code == "no_such_sheet"


def test_a_large_sheet_beside_the_list_does_no_harm():
    other = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 50_100))
    second = XLSX_PARTS["xl/_rels/workbook.xml.rels"].replace("rId1", "rId2").replace("sheet1", "sheet2")
    relations = XLSX_PARTS["xl/_rels/workbook.xml.rels"].replace("</Relationships>", "")
    content = raw_xlsx(
        other,
        **{
            "xl/workbook.xml": XLSX_PARTS["xl/workbook.xml"].replace(
                "</sheets>", '<sheet name="Lijst" sheetId="2" r:id="rId2"/></sheets>'
            ),
            "xl/_rels/workbook.xml.rels": relations + second.partition(">")[2],
            "xl/worksheets/sheet2.xml": '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Naam</t></is></c></row>'
            '<row r="2"><c r="A2" t="inlineStr"><is><t>Maes Bo</t></is></c></row></sheetData></worksheet>',
        },
    )
    assert opened(content).sheet == "Lijst"
    assert refusal(content, sheet="Personeel").code == "too_many_rows"


# -- files that are no list ------------------------------------------------------------------------------------------

ENTITIES = b'<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]>'


@pytest.mark.parametrize(
    ("content", "code", "kind"),
    [
        (b"", "empty_file", None),
        (b"\r\n  \n", "empty_file", None),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not_a_list", "image"),
        (b"\xff\xd8\xff\xe0" + bytes(range(256)), "not_a_list", "image"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "not_a_list", "pdf"),
        (b"<html><body><table><tr><td>Naam</td></tr></table>", "not_a_list", "markup"),
        (b'[{"Naam": "Maes", "Voornaam": "Bo"}]', "not_a_list", "json"),
        (b'\xef\xbb\xbf{\n "mensen": []}', "not_a_list", "json"),
        (b"{\\rtf1 Naam}", "not_a_list", "document"),
        (bytes(range(256)) * 10, "not_a_list", "binary"),
        (archive({"word/document.xml": "<w/>"}), "not_a_list", "document"),
        (archive({"foto.jpg": b"x"}), "not_a_list", "archive"),
        (archive({"lijst.xlsx": xlsx_list()}), "not_a_list", "archive"),
        (archive({"mimetype": "application/vnd.oasis.opendocument.text"}), "not_a_list", "document"),
        (archive({"Index/Tables.iwa": b"x"}), "unsupported_workbook", "numbers"),
        (archive({**XLSX_PARTS, "xl/workbook.bin": b"x"}), "unsupported_workbook", "xlsb"),
        (ole("Root Entry", "Workbook"), "damaged_file", None),
        (ole("Root Entry", "Workbook", "_VBA_PROJECT"), "macro", None),
        (ole("Root Entry", "WordDocument"), "not_a_list", "document"),
        (ole("Root Entry", "EncryptionInfo", "EncryptedPackage"), "password", None),
        (xlsx_list()[:-200], "damaged_file", None),
        (b"PK\x03\x04" + b"x" * 400, "damaged_file", None),
        (with_parts(xlsx_list(), **{"xl/vbaProject.bin": b"x"}), "macro", None),
        (with_parts(ods_list(), **{"Basic/Standard/Module1.xml": b"<m/>"}), "macro", None),
        (with_parts(ods_list(), **{"Scripts/python/macro.py": b"x"}), "macro", None),
        (
            with_replaced(xlsx_list(), "[Content_Types].xml", b"sheet.main+xml", b"sheet.macroEnabled.main+xml"),
            "macro",
            None,
        ),
        (
            with_replaced(ods_list(), "META-INF/manifest.xml", b"</manifest:manifest>", b"<manifest:encryption-data/>"),
            "password",
            None,
        ),
        (
            with_replaced(xlsx_list(), "xl/worksheets/sheet1.xml", b"<worksheet", ENTITIES + b"<worksheet"),
            "unsafe_xml",
            None,
        ),
        (
            with_replaced(ods_list(), "content.xml", b"<office:document", ENTITIES + b"<office:document"),
            "unsafe_xml",
            None,
        ),
        (raw_xlsx('<!-- <c " --><row r="1"><c r="A1"/></row>'), "unsafe_xml", None),
        (raw_xlsx('<row r="1"><c foo=">" r="XFD9"><v>1</v></c></row>'), "unsafe_xml", None),
        (raw_xlsx('<row r="1"><c foo="<c r="/><v>1</v></c></row>'), "unsafe_xml", None),
        (b"Lees dit eerst.\nDit is een brief, en geen lijst.\n", "no_header", None),
        (text_list([HEADER]), "no_rows", None),
        (xlsx_list([]), "no_rows", None),
        (b'Naam;Voornaam\nPeeters;An\n"Maes;Bo\nDe Smet;Els\n', "unclosed_quote", None),
        (b'Naam;Voornaam\n"' + b"x" * 200_000, "unclosed_quote", None),
        (b"Naam;Voornaam\n" + b"x" * 200_000, "cell_too_long", None),
        (with_parts(xlsxwriter_list(), **{"xl/SharedStrings.xml": b"<sst><si/></sst>"}), "unsafe_xml", None),
        (with_parts(xlsx_list(), **{"xl/worksheets/sheet1.xml": "<worksheet/>".encode("utf-16")}), "unsafe_xml", None),
        (
            with_parts(xlsx_list(), **{"xl/worksheets/sheet1.xml": b'<?xml version="1.0" encoding="UTF-7"?><w/>'}),
            "unsafe_xml",
            None,
        ),
    ],
)
def test_a_wrong_file_is_refused_with_a_reason(content, code, kind):
    refused = refusal(content)
    assert (refused.code, refused.details.get("kind")) == (code, kind)


def test_an_encrypted_archive_is_refused():
    content = bytearray(xlsx_list())
    content[content.find(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(content)).code == "password"


def test_a_file_over_25_megabytes_is_refused():
    refused = refusal(b"Naam;Voornaam\n" * 2_000_000)
    assert (refused.code, refused.details["limit_mb"], refused.details["megabytes"]) == ("file_too_large", 25, 27)


# -- files that ask for too much -------------------------------------------------------------------------------------


def archive_of(sheet):
    return with_parts(raw_xlsx(""), compressed=False, **{"xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{sheet}"})


FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>'
BOMBS = {
    "a sheet without rows": (lambda: archive_of(f'<row r="1">{"<c/>" * 4_100_000}</row>'), "unpacks_too_large"),
    "one endless tag": (lambda: archive_of(f"<row{' ' * 9_000_000}"), "damaged_file"),
    "rows without a row": (
        lambda: with_replaced(
            ods_list(), "content.xml", b"</table:table-row>", b"</table:table-row><table:table-cell/>"
        ),
        "unsafe_xml",
    ),
    "a bracket in an attribute": (
        lambda: with_replaced(ods_list(), "content.xml", b"<table:table-row>", b'<table:table-row a="<b>">'),
        "unsafe_xml",
    ),
    "an attribute without quotes": (
        lambda: with_replaced(ods_list(), "content.xml", b"<table:table-row>", b"<table:table-row a=b>"),
        "unsafe_xml",
    ),
    "a bracket in a shared text": (
        lambda: with_replaced(xlsxwriter_list(), "xl/sharedStrings.xml", b"<si>", b'<si a="</si>">'),
        "unsafe_xml",
    ),
    "zeros": (lambda: raw_xlsx("<row/>", **{"xl/worksheets/sheet2.xml": b" " * 60_000_000}), "unpacks_too_large"),
    "many parts": (
        lambda: archive({**XLSX_PARTS, **{f"xl/{n}.xml": b" " * 4_000_000 for n in range(60)}}),
        "unpacks_too_large",
    ),
    "countless parts": (lambda: archive({f"xl/{n}": b"" for n in range(6_000)}), "unpacks_too_large"),
    "a million rows": (
        lambda: raw_xlsx("".join(f'<row r="{n}" ht="15"/>' for n in range(1, 1_048_577))),
        "too_many_rows",
    ),
    "rows over the limit": (
        lambda: raw_xlsx("".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 50_100))),
        "too_many_rows",
    ),
    "a last row far away": (lambda: raw_xlsx(FAR), "too_many_rows"),
    "a last cell far away": (
        lambda: raw_xlsx('<row r="1"><c r="A1"><v>1</v></c></row><row r="40000"><c r="XFD40000"><v>1</v></c></row>'),
        "too_many_columns",
    ),
    "cells without references": (
        lambda: raw_xlsx(f'<row r="1">{"<c><v>1</v></c>" * 3_000}</row>' + '<row r="40000"><c><v>1</v></c></row>'),
        "too_many_columns",
    ),
    "another prefix": (
        lambda: raw_xlsx('<x:row r="9999999"><x:c r="B9999999"><x:v>1</x:v></x:c></x:row>'),
        "too_many_rows",
    ),
    "one text in every cell, behind an end that the scanner does not know": (
        lambda: with_replaced(
            xlsxwriter_list([HEADER, *[["z" * 30_000] * 20] * 5_000]), "xl/sharedStrings.xml", b"</si>", b"</si >"
        ),
        "asks_too_much",
    ),
    "cells far away behind a prefix that the scanner does not know": (
        lambda: raw_xlsx(
            '<x-y:row r="1"><x-y:c r="A1"><x-y:v>1</x-y:v></x-y:c></x-y:row>'
            '<x-y:row r="40000"><x-y:c r="XFD40000"><x-y:v>1</x-y:v></x-y:c></x-y:row>'
        ),
        "asks_too_much",
    ),
    "countless empty texts": (
        lambda: with_parts(
            xlsxwriter_list(), compressed=False, **{"xl/sharedStrings.xml": b"<sst>" + b"<si></si>" * 2_100_000}
        ),
        "unpacks_too_large",
    ),
    "a long list of names of cells": (
        lambda: with_parts(
            xlsx_list(),
            compressed=False,
            **{"xl/workbook.xml": XLSX_PARTS["xl/workbook.xml"] + '<definedName name="x">A1</definedName>' * 200_000},
        ),
        "unpacks_too_large",
    ),
    "an old workbook with a cell far away": (
        lambda: old_list().replace(b"\xfd\0\n\0\3\0\3\0", b"\xfd\0\n\0\xff\xff\xff\0"),
        "asks_too_much",
    ),
    "one text in every cell": (
        lambda: xlsxwriter_list([HEADER, *[["z" * 30_000] * 20] * 500]),
        "unpacks_too_large",
    ),
    "repeated rows": (
        lambda: with_replaced(
            ods_list(cell={"valuetype": "float", "value": "1"}),
            "content.xml",
            b'<table:table-row><table:table-cell office:value-type="float"',
            b'<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float"',
        ),
        "too_many_rows",
    ),
    "repeated cells": (
        lambda: ods_list(
            [["x" * 30_000]], cell={"valuetype": "float", "value": "1", "numbercolumnsrepeated": 100_000_000}
        ),
        "unpacks_too_large",
    ),
    "wide and high": (
        lambda: with_replaced(
            ods_list(cell={"valuetype": "float", "value": "1", "numbercolumnsrepeated": 16_000}),
            "content.xml",
            b'<table:table-row><table:table-cell office:value-type="string"><text:p>00012',
            b'<table:table-row table:number-rows-repeated="40000"><table:table-cell office:value-type="string"><text:p>00012',
        ),
        "too_many_columns",
    ),
    "separators": (lambda: b"Naam" + b";" * 20_000_000, "too_many_columns"),
    "a long text file": (lambda: b"Naam;Voornaam\n" + b"Maes;Bo\n" * 50_100, "too_many_rows"),
    "50,001 people": (lambda: b"Naam;Voornaam\n" + b"Maes;Bo\n" * 50_001, "too_many_rows"),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_file_that_asks_for_too_much_is_refused_soon_and_in_flat_memory(bomb):
    make, code = BOMBS[bomb]
    content = make()
    begin, before = monotonic(), memory_from_here()
    refused = refusal(content)
    elapsed, more = monotonic() - begin, memory("VmHWM") - before
    assert refused.code == code
    # Far more than it takes, for a busy machine that measures coverage; a runaway would take minutes.
    assert elapsed < 60
    assert more < 200 * 2**20


def memory_from_here():
    """What this process holds; what it freed before goes back first, and the highest mark begins anew."""
    gc.collect()
    ctypes.CDLL("libc.so.6").malloc_trim(0)
    Path("/proc/self/clear_refs").write_text("5")
    return memory("VmHWM")


def memory(mark):
    """What the system keeps of this process under that name, in bytes."""
    told = Path("/proc/self/status").read_text()
    return int(told.split(f"{mark}:")[1].split()[0]) * 1024


def test_a_reader_that_keeps_what_it_reads_would_be_seen():
    before = memory_from_here()
    kept = [bytearray(2**20) for _ in range(250)]
    assert memory("VmHWM") - before > 200 * 2**20, len(kept)


def test_a_declared_size_that_lies_is_found_out():
    content = bytearray(raw_xlsx("<row/>", **{"xl/worksheets/sheet2.xml": b" " * 100_000}))
    place = content.rfind(b"PK\x01\x02")
    content[place + 24 : place + 28] = (50).to_bytes(4, "little")
    assert refusal(bytes(content)).code == "damaged_file"


def test_an_empty_last_row_with_only_a_height_does_no_harm():
    sheet = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Naam</t></is></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>Maes Bo</t></is></c></row><row r="1048576" ht="12.8"/>'
    )
    assert [row.number for row in opened(raw_xlsx(sheet)).rows] == [2]


def test_more_than_200_columns_are_cut_with_a_warning():
    wide = [[*HEADER, *[f"extra {n}" for n in range(300)]], [*PEOPLE[0], *["x"] * 300]]
    for content in (xlsx_list(wide), text_list(wide), ods_list(wide)):
        table = opened(content)
        assert len(table.columns) == 200
        assert [(w.code, dict(w.details)) for w in table.warnings] == [
            ("columns_left_out", {"columns": 308, "kept": 200})
        ]


def test_empty_columns_far_to_the_right_are_cut_in_silence():
    table = opened(text_list([[*HEADER, *[""] * 300], [*PEOPLE[0], *[""] * 300]]))
    assert (len(table.columns), table.warnings) == (8, ())


def brings_a_list_or_a_refusal(content):
    try:
        table = opened(content)
    except UnreadableFile:
        return
    rows = read_rows(table, propose_mapping(table), today=TODAY)
    assert all(isinstance(row, StaffRow | RefusedRow) for row in rows)


@settings(max_examples=150, deadline=5_000, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.one_of(
        st.binary(max_size=3_000),
        st.text(alphabet=st.characters(codec="utf-8"), max_size=2_000).map(str.encode),
        st.tuples(
            st.sampled_from([xlsx_list(), ods_list(), ole("Workbook")]), st.integers(0, 4_000), st.binary(max_size=60)
        ).map(lambda t: t[0][: t[1]] + t[2] + t[0][t[1] + len(t[2]) :]),
        st.text(alphabet='<>/"=rowcvtsABXFD19 :!-[]', max_size=400).map(raw_xlsx),
        st.text(alphabet=";,\n\"'=naamvor1/.", max_size=400).map(lambda text: f"Naam;In dienst;VTE\n{text}".encode()),
    )
)
def test_no_bytes_at_all_raise_anything_but_a_refusal(content):
    brings_a_list_or_a_refusal(content)


def test_a_part_with_an_unknown_compression_is_damaged():
    content = bytearray(raw_xlsx(""))
    for mark, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        content[content.find(mark) + place] = 14
    assert refusal(bytes(content)).code == "damaged_file"


def test_a_sheet_whose_part_cannot_be_found_is_judged_by_the_worst():
    sheet = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 50_100))
    relations = XLSX_PARTS["xl/_rels/workbook.xml.rels"].replace("worksheets/", "./worksheets/")
    assert refusal(raw_xlsx(sheet, **{"xl/_rels/workbook.xml.rels": relations})).code in {
        "too_many_rows",
        "damaged_file",
    }


def test_an_empty_table_before_the_list_does_not_hide_its_formulas():
    empty = b'<table:table table:name="Leeg"></table:table><table:table table:name="Personeel">'
    content = ods_list(cell={"valuetype": "float", "value": "5", "formula": "of:=2+3"})
    content = with_replaced(content, "content.xml", b'<table:table table:name="Personeel">', empty)
    assert [w.code for w in opened(content, sheet="Personeel").warnings] == ["formulas_read_by_value"]


def test_many_people_in_an_opendocument_sheet_as_libreoffice_writes_it_are_read():
    filler = b'<table:table-cell table:number-columns-repeated="16376"/></table:table-row>'
    content = ods_list([HEADER, *[["00001", f"Maes{n}", "Bo"] for n in range(5_000)]], last_row=1_000_000)
    content = with_replaced(
        content, "content.xml", b"</table:table-cell></table:table-row>", b"</table:table-cell>" + filler
    )
    assert len(opened(content).rows) == 5_000


# -- in a process of its own -----------------------------------------------------------------------------------------


def test_an_old_workbook_is_read_like_any_other():
    table = opened(old_list())
    assert (table.sheet, table.header_row, table.warnings) == ("Personeel", 2, ())
    rows = people(old_list())
    assert [(row.personnel_number, row.last_name, row.birth_date, row.start_date, row.fraction) for row in rows] == [
        ("00012", "Peeters", date(1980, 5, 4), date(2018, 3, 1), Decimal("0.8")),
        ("00013", "Lefèvre", date(1979, 7, 7), date(2005, 1, 1), Decimal(1)),
    ]
    assert refusal(old_list(), sheet="Blad9").code == "no_such_sheet"


def test_an_old_workbook_with_a_password_is_refused():
    # The record in which a program writes its user, under the number of the one that says the file is encrypted.
    content = old_list().replace(b"\x5c\0\x70\0", b"\x2f\0\x70\0")
    assert refusal(content).code == "password"


def test_no_old_workbook_with_wrong_bytes_brings_anything_but_a_list_or_a_refusal():
    for place in range(0, 5_600, 47):
        content = bytearray(old_list())
        content[place] ^= 0xFF
        brings_a_list_or_a_refusal(bytes(content))


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("import sys; sys.exit(101)", "damaged_file"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGABRT)", "asks_too_much"),
        ("import time; time.sleep(60)", "asks_too_much"),
    ],
)
def test_whatever_becomes_of_the_other_process_is_told(tmp_path, monkeypatch, script, code):
    other = tmp_path / "other.py"
    other.write_text(script, encoding="utf-8")
    monkeypatch.setattr(workbooks, "_APART", str(other))
    monkeypatch.setattr(workbooks, "_SECONDS", 1)
    assert refusal(xlsx_list()).code == code


def test_the_other_process_has_its_limits_before_it_sees_the_file():
    script = (
        "import resource, runpy, sys; apart = runpy.run_path(sys.argv[1]); apart['limit']();"
        "print([resource.getrlimit(r)[0] for r in (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE)])"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", script, workbooks._APART], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [f"[{apart.MEMORY},", f"{apart.SECONDS},", f"{apart.ANSWER}]"]


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ({"wanted": None}, [["Uitleg", True, 2], ["Leeg", True, 0], ["Lijst 2025", True, 5]]),
        ({"wanted": "lijst 2025 "}, [["Uitleg", True, None], ["Leeg", True, None], ["Lijst 2025", True, 5]]),
        ({"wanted": None, "skipped": ["Uitleg"]}, [["Uitleg", True, None], ["Leeg", True, 0], ["Lijst 2025", True, 5]]),
        ({"wanted": None, "sheets": 1}, [["Uitleg", True, 2], ["Leeg", True, None], ["Lijst 2025", True, None]]),
        ({"wanted": None, "rows": 3}, [["Uitleg", True, 2], ["Leeg", True, 0], ["Lijst 2025", True, 0]]),
    ],
)
def test_the_other_process_reads_no_more_than_it_is_asked(tmp_path, asked, answer):
    book = tmp_path / "lijst.xlsx"
    book.write_bytes(xlsx_list(sheets=SHEETS))
    most = {"skipped": [], "merged": [], "rows": 100, "columns": 5, "cells": 1_000, "sheets": 9}
    found = apart.read({"path": str(book), **most, **asked})
    told = [[one["name"], one["visible"], len(one["cells"]) if "cells" in one else None] for one in found]
    assert told == answer
    assert all(len(row) <= 5 for one in found for row in one.get("cells", []))


def test_days_and_durations_come_through_the_other_process_as_they_were():
    row = [MORNING, date(2020, 3, 1), time(8, 30), timedelta(hours=38), 1.5, True, "é"]
    cells = opened(xlsx_list([["Naam", "B", "C", "D", "E", "F", "In dienst"], row])).rows[0].cells
    assert cells == [MORNING, date(2020, 3, 1), time(8, 30), timedelta(hours=38), 1.5, True, "é"]


def test_merged_cells_that_lie_over_each_other_cost_no_minutes():
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>Maes {n}</t></is></c></row>' for n in range(1, 20_000)
    )
    merged = '<mergeCell ref="A1:A50000"/>' * 15_000
    begin = monotonic()
    refused = refusal(raw_xlsx(f"{rows}</sheetData><mergeCells>{merged}</mergeCells><sheetData>"))
    assert (refused.code, monotonic() - begin < 30) == ("no_header", True)


def test_one_part_that_many_sheets_share_is_not_read_for_each():
    sheet = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 20_000))
    names = "".join(f'<sheet name="Blad{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, 3_000))
    one = '<sheet name="Personeel" sheetId="1" r:id="rId1"/>'
    begin = monotonic()
    refused = refusal(raw_xlsx(sheet, **{"xl/workbook.xml": XLSX_PARTS["xl/workbook.xml"].replace(one, names)}))
    assert (refused.code, monotonic() - begin < 30) == ("no_header", True)


# -- formulas --------------------------------------------------------------------------------------------------------


def test_formulas_in_a_workbook_are_read_by_the_value_saved_with_them():
    sheet = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Naam</t></is></c><c r="B1" t="inlineStr"><is><t>Voornaam</t></is></c></row>'
        '<row r="2"><c r="A2" t="str"><f>UPPER("maes")</f><v>Maes</v></c><c r="B2" t="str"><f>""</f><v></v></c></row>'
    )
    table = opened(raw_xlsx(sheet))
    assert [(w.code, dict(w.details)) for w in table.warnings] == [
        ("formulas_read_by_value", {"count": 2, "first": "A2"})
    ]
    assert table.rows[0].cells == ["Maes", ""]


def test_formulas_in_an_opendocument_sheet_are_read_by_the_value_saved_with_them():
    content = ods_list(cell={"valuetype": "float", "value": "5", "formula": "of:=2+3"})
    assert [(w.code, dict(w.details)) for w in opened(content).warnings] == [
        ("formulas_read_by_value", {"count": 1, "first": "A6"})
    ]


@pytest.mark.parametrize(
    "content",
    [xlsx_list([HEADER, *PEOPLE, ["=1+1"]]), ods_list(cell={"formula": "of:=1+1"})],
)
def test_formulas_without_a_saved_value_are_refused(content):
    refused = refusal(content)
    assert (refused.code, dict(refused.details)) == (
        "formulas_without_values",
        {"count": 1, "first": "A6", "sheet": "Personeel"},
    )


@pytest.mark.parametrize("name", ["=cmd|'/c calc'!A1", "@SUM(1)", "+1-1", "-1+1"])
def test_a_name_that_looks_like_a_formula_refuses_its_row_only(name):
    rows = people(text_list([["Naam", "Voornaam"], [name, "An"], ["Maes", "Bo"]]))
    assert [type(row) for row in rows] == [RefusedRow, StaffRow]
    assert problems(rows) == [("looks_like_formula", "last_name", name)]


def test_a_formula_in_another_cell_stays_text_with_a_warning():
    rows = one("Functie", "=1+1")
    assert (rows[0].function, problems(rows)) == ("=1+1", [("looks_like_formula", "function", "=1+1")])


def test_the_excel_wrapper_that_keeps_leading_zeros_is_no_formula():
    assert [r.personnel_number for r in people(b'Stamnummer;Naam;Voornaam\n"=""00123""";Maes;Bo\n')] == ["00123"]


# -- mapping ---------------------------------------------------------------------------------------------------------

HEADERS = {
    "personnel_number": "Stamnr.|Pers.nr.|N° personnel|Matricule|EmpID|Employee ID|Werknemersnummer",
    "email": "E-mail|Courriel|Adresse e-mail|Email address|Mailadres",
    "sex": "Geslacht|Sexe|M/V|Sex|Gender|Geslacht (M/V/X)",
    "birth_date": "Geboortedatum|Date de naissance|DOB|Geb. datum|Date of birth|Né(e) le",
    "function": "Functie|Fonction|Job title|Position|Functiebenaming|Intitulé de fonction",
    "function_group": "Functiegroep|Functieklasse|Groupe de fonctions|Job family",
    "team": "Afdeling|Dienst|Team|Service|Équipe|Département|Department|Leefgroep",
    "site": "Campus|Vestiging|Locatie|Site|Lieu de travail|Location",
    "statute": "Statuut|Contracttype|Type contract|Type de contrat|Statut|Contract type",
    "fraction": "Tewerkstellingsbreuk|Tewerkstelling %|VTE|ETP|FTE|Breuk|Taux d'occupation",
    "start_date": "In dienst|Datum indiensttreding|Date d'entrée|DateofHire|Hire date|Datum indiensttreeding",
    "end_date": "Uit dienst|Datum uitdiensttreding|Date de sortie|DateofTermination|End date",
    "language": "Taal|Langue|Language|Taalcode",
}
EXAMPLE = {
    "personnel_number": "00123",
    "email": "an@lindehof.be",
    "sex": "v",
    "birth_date": "01/02/1980",
    "function": "kok",
    "function_group": "logistiek",
    "team": "keuken",
    "site": "Gent",
    "statute": "onbepaalde duur",
    "fraction": "0,5",
    "start_date": "01/02/2020",
    "end_date": "01/02/2024",
    "language": "nl",
}


@pytest.mark.parametrize(
    ("field", "header"), [(field, word) for field, words in HEADERS.items() for word in words.split("|")]
)
def test_headers_are_recognised_in_three_languages(field, header):
    content = text_list([["Naam", "Voornaam", header], ["Maes", "Bo", EXAMPLE[field]]])
    assert labels(content) == {"last_name": "Naam", "first_name": "Voornaam", field: header}


def test_a_full_name_keeps_its_header_beside_a_first_name_and_an_empty_column_is_no_witness():
    header = ["Naam medewerker", "Voornaam", "Geboortedatm", "Uit dienst"]
    assert labels(text_list([header, ["Maes", "Bo", "", ""], ["Peeters", "An", "", ""]])) == {
        "name": "Naam medewerker",
        "first_name": "Voornaam",
        "end_date": "Uit dienst",
    }


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        (["Naam", "Voornaam"], ["last_name", "first_name"]),
        (["Nom", "Prénom"], ["last_name", "first_name"]),
        (["Surname", "First name"], ["last_name", "first_name"]),
        (["Achternaam", "Roepnaam"], ["last_name", "first_name"]),
        (["Nom et prénom", "Matricule"], ["name", "personnel_number"]),
        (["Naam", "Matricule"], ["name", "personnel_number"]),
    ],
)
def test_name_columns_are_told_apart(header, fields):
    table = opened(text_list([header, ["Maes", "B12"], ["Peeters", "B13"]]))
    assert propose_mapping(table) == dict(zip(fields, (0, 1), strict=True))


def test_a_full_name_beside_the_first_name_stays_a_full_name():
    assert labels(text_list([["Naam", "Voornaam"], ["Maes Bo", "Bo"], ["Peeters An", "An"]])) == {
        "name": "Naam",
        "first_name": "Voornaam",
    }


def test_what_stands_in_a_column_speaks_against_a_wrong_header():
    rows = [[f"0{n}/01/2020", "Actief", "1", f"Jan{n}"] for n in range(1, 6)]
    assert labels(text_list([["Naam", "EmploymentStatus", "GenderID", "Voornaam"], *rows])) == {
        "first_name": "Voornaam"
    }


def test_addresses_and_sexes_are_known_by_what_stands_in_the_column():
    rows = [["Maes", "Bo", "m", "bo@lindehof.be"], ["Peeters", "An", "v", "an@lindehof.be"]]
    found = labels(text_list([["Naam", "Voornaam", "Kolom X", "Kolom Y"], *rows]))
    assert (found["sex"], found["email"]) == ("Kolom X", "Kolom Y")


def test_a_column_about_somebody_else_is_not_proposed():
    header = ["Naam", "Voornaam", "Naam leidinggevende", "Reden uit dienst", "ManagerName"]
    assert sorted(labels(text_list([header, ["Maes", "Bo", "Els", "pensioen", "Els"]]))) == ["first_name", "last_name"]


def test_a_remembered_meaning_wins():
    table = opened(text_list([["Naam", "Voornaam", "Groep"], ["Maes", "Bo", "Linde"]]))
    assert propose_mapping(table)["function_group"] == 2
    remembered = {normalised_header("GROEP:"): "team", normalised_header("voornaam"): ""}
    assert propose_mapping(table, remembered) == {"team": 2, "name": 0}


def test_words_override_the_proposal():
    table = opened(text_list([["First_Name", "Last_Name", "Team"], ["Maes", "Bo", "Linde"]]))
    words = ["First_Name=last_name", "last_name = first_name", "TEAM="]
    assert mapping_from_words(table, words, propose_mapping(table)) == {"last_name": 0, "first_name": 1}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["Nope=team"], "no_such_column"),
        (["Naam=shoe_size"], "no_such_field"),
        (["Naam=name", "naam=team"], "column_mapped_twice"),
        (["Naam=name", "Voornaam=name"], "field_mapped_twice"),
        (["Naam"], "not_a_mapping"),
    ],
)
def test_wrong_words_are_refused(words, code):
    with pytest.raises(WrongMapping) as caught:
        mapping_from_words(opened(text_list()), words)
    assert caught.value.code == code


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Naam", "Nom", "Dienst", "Service", "Start", "Datum in dienst", "Sexe", "Code", ""]),
        max_size=12,
    )
)
def test_no_column_has_two_fields_and_no_field_two_columns(header):
    table = opened(text_list([["Voornaam", *header], ["Bo", *["1/1/2020"] * len(header)]]))
    mapping = propose_mapping(table)
    assert len(set(mapping.values())) == len(mapping)
    assert set(mapping) <= set(FIELDS)


# -- dates -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "1/3/2020",
        "01-03-2020",
        "1.3.2020",
        "2020-03-01",
        "2020/3/1",
        "1/3/20",
        "1 maart 2020",
        "1 mrt 20",
        "1er mars 2020",
        "1 March 2020",
        "March 1, 2020",
        "01-mrt-2020",
        "zondag 1 maart 2020",
        "2020-03-01 00:00:00",
        "2020-03-01T00:00:00Z",
        "1/03/2020 0:00",
        "43891",
        "20200301",
        "01032020",
        " 1/3/2020\u00a0",
    ],
)
def test_a_date_is_read_in_every_way_it_is_written(text):
    rows = one("In dienst", text, "1/1/2020")
    assert (rows[0].start_date, problems(rows)) == (date(2020, 3, 1), [])


@pytest.mark.parametrize("cell", [MORNING, date(2020, 3, 1), 43891, 43891.5, 20200301])
def test_a_date_cell_and_a_day_number_are_dates(cell):
    rows = people(xlsx_list([["Naam", "Voornaam", "In dienst"], ["Maes", "Bo", cell]]))
    assert (rows[0].start_date, problems(rows)) == (date(2020, 3, 1), [])


def test_a_bare_day_number_in_a_1904_workbook_counts_from_1904():
    rows = people(xlsx_list([["Naam", "Voornaam", "In dienst"], ["Maes", "Bo", 43891 - 1462]], year_1904=True))
    assert rows[0].start_date == date(2020, 3, 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "N/A",
        "n.v.t.",
        "onbepaald",
        "Onbepaalde duur",
        "31/12/9999",
        "2999-12-31",
        "00/00/0000",
        "2958465",
        "0",
    ],
)
def test_an_end_that_is_no_end_is_empty(text):
    rows = one("Uit dienst", text, "31/12/2024")
    assert (rows[0].end_date, problems(rows)) == (None, [])


@pytest.mark.parametrize(
    ("header", "text", "code"),
    [
        ("In dienst", "31/02/2020", "impossible_date"),
        ("In dienst", "13/13/2020", "impossible_date"),
        ("In dienst", "morgen", "not_a_date"),
        ("In dienst", "03/2020", "not_a_date"),
        ("In dienst", "2020", "not_a_date"),
        ("In dienst", "1/1/123", "not_a_date"),
        ("In dienst", "1/3/1890", "date_unlikely"),
        ("In dienst", "31/12/1939", "date_unlikely"),
        ("In dienst", "23/11/2027", "date_unlikely"),
        ("In dienst", "31/12/9999", "date_unlikely"),
        ("Uit dienst", "31/12/99", "year_unclear"),
        ("Geboortedatum", "1/3/18", "year_unclear"),
    ],
)
def test_a_date_that_cannot_be_read_is_a_warning_and_stays_empty(header, text, code):
    rows = one(header, text, "1/1/1980", "2/1/1980")
    field = {"In dienst": "start_date", "Uit dienst": "end_date", "Geboortedatum": "birth_date"}[header]
    assert getattr(rows[0], field) is None
    assert problems(rows) == [(code, field, text)]


def test_two_digits_of_a_year_find_their_century():
    assert column("Geboortedatum", "birth_date", "1/3/68", "1/3/05", "1/3/30") == [
        date(1968, 3, 1),
        date(2005, 3, 1),
        date(1930, 3, 1),
    ]
    assert column("In dienst", "start_date", "1/3/98", "1/3/26") == [date(1998, 3, 1), date(2026, 3, 1)]


def test_a_first_day_lies_between_1940_and_two_years_ahead():
    assert column("In dienst", "start_date", "1/1/1940", "22/11/2027") == [date(1940, 1, 1), date(2027, 11, 22)]


def test_an_unlikely_age_is_a_warning_that_keeps_the_date():
    rows = one("Geboortedatum", "1/3/2015", "1/3/1920", "23/11/2011", "22/11/2011")
    assert [row.birth_date for row in rows][:2] == [date(2015, 3, 1), date(1920, 3, 1)]
    assert [problem.code for row in rows for problem in row.problems] == ["age_unlikely"] * 3
    assert rows[3].problems == ()


def american(*dates):
    table = opened(
        text_list([["Naam", "Voornaam", "In dienst"], *[[f"Maes{n}", "Bo", text] for n, text in enumerate(dates)]])
    )
    mapping = propose_mapping(table)
    rows = read_rows(table, mapping, today=TODAY)
    return [row.start_date for row in rows], [warning.code for warning in column_warnings(table, mapping)]


def test_a_column_that_can_only_be_american_is_read_month_first_with_a_warning():
    assert american("03/25/2020", "04/05/2021") == ([date(2020, 3, 25), date(2021, 4, 5)], ["month_before_day"])


def test_a_column_that_can_be_belgian_is_read_day_first():
    assert american("03/04/2020", "05/06/2021") == ([date(2020, 4, 3), date(2021, 6, 5)], [])
    assert american("25/03/2020", "03/26/2020") == ([date(2020, 3, 25), None], [])


def test_one_typing_error_does_not_turn_the_other_dates_of_a_column_around():
    firsts = [f"01/{month:02}/2020" for month in range(1, 13)]
    assert american(*firsts, "03/15/2021") == ([*[date(2020, month, 1) for month in range(1, 13)], None], [])
    americans = [f"03/{day}/2020" for day in range(13, 28)]
    read, told = american(*americans, "04/05/2021", "25/03/2020")
    assert (read[-2:], told) == ([date(2021, 4, 5), None], ["month_before_day"])


def test_two_columns_with_one_title_are_told_when_they_hold_something_else():
    header = ["Naam", "Voornaam", "In dienst", "Functie", "Functie"]

    def odd(*functions):
        table = opened(text_list([header, ["Maes", "Bo", "01/03/2020", *functions]]))
        return [(one.code, one.details) for one in column_warnings(table, propose_mapping(table))]

    assert odd("Kok", "Hulpkok") == [("same_title", {"column": "Functie"})]
    assert odd("Kok", "Kok") == odd("Kok", "") == []


def test_a_word_that_means_both_full_and_part_time_is_asked():
    rows = one("Tewerkstelling", "TP", "VT", "temps partiel 50 %")
    assert [row.fraction for row in rows] == [None, Decimal(1), Decimal("0.5")]
    assert [problem.code for problem in rows[0].problems] == ["fraction_not_recognised"]


def test_a_clock_time_or_a_yes_is_no_date_and_no_fraction():
    header = ["Naam", "Voornaam", "In dienst", "VTE"]
    rows = people(
        xlsx_list([header, ["Maes", "Bo", time(8, 30), True], *[[f"P{n}", "An", date(2020, 1, 1), 1] for n in "abc"]])
    )
    assert [(code, field) for code, field, _ in problems(rows)] == [
        ("fraction_not_recognised", "fraction"),
        ("not_a_date", "start_date"),
    ]


# -- values ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("0.5", "0.5"),
        ("0,5", "0.5"),
        ("50", "0.5"),
        ("50%", "0.5"),
        ("50 %", "0.5"),
        ("50,00", "0.5"),
        ("19/38", "0.5"),
        ("30,4/38", "0.8"),
        ("19u/38u", "0.5"),
        ("19 uur", "0.5"),
        ("4/5", "0.8"),
        ("1", "1"),
        ("100", "1"),
        ("0,8 VTE", "0.8"),
        ("voltijds", "1"),
        ("mi-temps", "0.5"),
    ],
)
def test_a_fraction_is_read_in_every_way_it_is_written(text, share):
    rows = one("VTE", text, "1")
    assert (rows[0].fraction, problems(rows)) == (Decimal(share).quantize(Decimal("0.0001")), [])


def test_bare_numbers_are_hours_only_when_the_header_says_so():
    assert column("Uren/week", "fraction", "38", "19", "30,4") == [Decimal(1), Decimal("0.5"), Decimal("0.8")]
    assert column("Breuk", "fraction", "40", "38", "19") == [Decimal("0.4"), Decimal("0.38"), Decimal("0.19")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("150%", "fraction_out_of_range"),
        ("0", "fraction_out_of_range"),
        ("2", "fraction_out_of_range"),
        ("-50", "fraction_out_of_range"),
        ("40/38", "fraction_out_of_range"),
        ("19/0", "fraction_not_recognised"),
        ("deels", "fraction_not_recognised"),
        ("nan%", "fraction_not_recognised"),
    ],
)
def test_a_fraction_that_cannot_be_is_a_warning(text, code):
    rows = one("VTE", text, "1", "1")
    assert (rows[0].fraction, problems(rows)) == (None, [(code, "fraction", text)])


def test_sexes_are_words_in_three_languages_and_never_guessed():
    words = ["M", "v ", "f", "H", "x", "Man", "vrouw", "homme", "Femme", "male", "FEMALE", "", "1"]
    rows = one("Geslacht", *words)
    assert [row.sex for row in rows] == ["m", "f", "f", "m", "x", "m", "f", "m", "f", "m", "f", "", ""]
    assert problems(rows) == [("sex_not_recognised", "sex", "1")]


def test_statutes_are_recognised_in_the_words_of_payrolls():
    words = {
        "onbepaalde duur": "permanent",
        "Vast": "permanent",
        "CDI": "permanent",
        "Bediende - onbepaalde duur": "permanent",
        "Contract van onbepaalde duur (voltijds)": "permanent",
        "Bepaalde duur": "fixed_term",
        "CDD": "fixed_term",
        "durée déterminée": "fixed_term",
        "durée indéterminée": "permanent",
        "-": "",
        "Vervangingscontract": "replacement",
        "remplacement": "replacement",
        "duidelijk omschreven werk": "defined_work",
        "Jobstudent": "student_worker",
        "étudiant": "student_worker",
        "Doelgroepmedewerker": "target_group",
        "Art. 60 §7": "art60",
        "Interim": "agency_worker",
        "Stagiair(e)": "trainee",
        "Alternerend leren": "apprentice",
        "IBO": "ibo",
        "Vrijwilliger": "volunteer",
        "Zelfstandige": "self_employed",
        "Gedetacheerd": "seconded",
    }
    assert dict(zip(words, column("Statuut", "statute", *words), strict=True)) == words


def test_an_unknown_statute_is_left_empty_with_a_warning():
    rows = one("Statuut", "gesco-bis", "vast", "vast")
    assert (rows[0].statute, problems(rows)) == ("", [("statute_not_recognised", "statute", "gesco-bis")])


def test_languages_and_addresses_are_checked():
    assert column("Taal", "language", "NL", "Français", "Engels") == ["nl", "fr", "en"]
    assert problems(one("Taal", "NL", "Klingon")) == [("language_not_recognised", "language", "Klingon")]
    assert column("E-mail", "email", "An.Peeters@Lindehof.BE", "An <an@lindehof.be>", "-") == [
        "an.peeters@lindehof.be",
        "an@lindehof.be",
        "",
    ]
    assert problems(one("E-mail", "an@lindehof", "bo@lindehof.be")) == [("email_invalid", "email", "an@lindehof")]


def test_strange_spaces_and_invisible_signs_vanish_and_diacritics_stay():
    rows = one("Functie", "\u00a0Zorg\u200bkundige\t\x07 A ", "e\u0301ducateur", "kok_x000D_ hulp")
    assert [row.function for row in rows] == ["Zorgkundige A", "éducateur", "kok hulp"]


def test_a_text_that_is_too_long_is_cut_with_a_warning():
    rows = one("Functie", "x" * 500)
    assert (len(rows[0].function), rows[0].problems[0].code, len(rows[0].problems[0].value)) == (120, "too_long", 80)


def test_personnel_numbers_keep_their_zeros_and_lose_the_point_of_a_spreadsheet():
    header = ["Stamnummer", "Naam", "Voornaam"]
    numbers = ["00012", 1234, 1234.5, "1235.0", "A-7", date(2020, 1, 1)]
    rows = people(xlsx_list([header, *[[number, f"Maes{n}", "Bo"] for n, number in enumerate(numbers)]]))
    assert [row.personnel_number for row in rows] == ["00012", "1234", "1234.5", "1235", "A-7", ""]
    assert problems(rows) == [("number_unreadable", "personnel_number", "2020-01-01")]


# -- names -----------------------------------------------------------------------------------------------------------


def full_names(header, *names):
    return [
        (row.first_name, row.last_name)
        for row in people(text_list([[header], *[[name] for name in names]], separator="\t"))
    ]


def test_a_comma_or_capitals_tell_the_last_name():
    assert full_names(
        "Naam", "JANSSENS, Piet", "Van den Broeck, An", "JANSSENS Piet", "Piet VAN DEN BROECK", "Piet van den BROECK"
    ) == [
        ("Piet", "Janssens"),
        ("An", "Van den Broeck"),
        ("Piet", "Janssens"),
        ("Piet", "Van Den Broeck"),
        ("Piet", "van den Broeck"),
    ]


def test_the_header_tells_the_order_of_the_names():
    assert full_names("Naam en voornaam", "Piet Amina") == [("Amina", "Piet")]
    assert full_names("Voornaam + naam", "Piet Amina") == [("Piet", "Amina")]
    assert full_names("Nom et prénom", "Dubois Jean Marie") == [("Jean Marie", "Dubois")]


def test_without_a_hint_the_names_in_the_column_tell_the_order():
    assert full_names(
        "Naam", "Janssens Piet", "Van den Broeck An", "De Smet Els", "El Idrissi Fatima Zahra", "Ait Sidi Karim"
    ) == [
        ("Piet", "Janssens"),
        ("An", "Van den Broeck"),
        ("Els", "De Smet"),
        ("Fatima Zahra", "El Idrissi"),
        ("Karim", "Ait Sidi"),
    ]
    assert full_names("Medewerker", "Piet Janssens", "An Van den Broeck", "Mehmet Y\u0131lmaz", "Xyz Qrs") == [
        ("Piet", "Janssens"),
        ("An", "Van den Broeck"),
        ("Mehmet", "Y\u0131lmaz"),
        ("Xyz", "Qrs"),
    ]


def test_capitals_in_the_middle_tell_nothing():
    assert full_names("Naam voornaam", "Maes AN Bo") == [("AN Bo", "Maes")]
    assert [row.last_name for row in people(b"Voornaam\nMaes Bo\n", ["Voornaam=name"])] == ["Maes"]


def test_a_single_name_is_a_last_name():
    assert full_names("Naam", "Janssens", "Maes Bo") == [("", "Janssens"), ("Bo", "Maes")]


def test_capitals_become_small_letters_and_other_names_stay_as_they_are():
    names = [
        "VAN DEN BERGHE",
        "O'BRIEN",
        "D'HONDT",
        "IJZERMAN",
        "PEETERS-MAES",
        "VAN 'T HOF",
        "MAES II",
        "PEETERS J.P.",
        "İBRAHİMOĞLU",
        "ÉLIAS",
    ]
    kept = ["Van Den Berghe", "d'Hondt", "van der Meer", "McLeod"]
    rows = people(text_list([["Familienaam", "Voornaam"], *[[name, "J.P."] for name in (*names, *kept)]]))
    assert [row.last_name for row in rows] == [
        "Van Den Berghe",
        "O'Brien",
        "D'Hondt",
        "IJzerman",
        "Peeters-Maes",
        "Van 't Hof",
        "Maes II",
        "Peeters J.P.",
        "İbrahimoğlu",
        "Élias",
        *kept,
    ]
    assert {row.first_name for row in rows} == {"J.P."}


# -- rows that are refused -------------------------------------------------------------------------------------------

NUMBERED = ["Stamnummer", "Naam", "Voornaam", "Geboortedatum", "In dienst", "Uit dienst"]


def numbered(*rows):
    return people(text_list([NUMBERED, *rows]))


def test_a_row_without_name_and_number_is_refused():
    rows = numbered(
        ["", "", "", "1/1/1980", "1/1/2020", ""], ["7", "", "", "", "1/1/2020", ""], ["", "Maes", "", "", "", ""]
    )
    assert [type(row) for row in rows] == [RefusedRow, StaffRow, StaffRow]
    assert problems(rows) == [("nobody", "name", ""), ("last_name_missing", "last_name", "")]


def test_an_end_before_the_start_is_refused():
    rows = numbered(["7", "Maes", "Bo", "1/1/1980", "1/1/2020", "31/12/2019"])
    assert problems(rows) == [("end_before_start", "end_date", "2019-12-31")]
    assert isinstance(rows[0], RefusedRow)


def test_one_number_with_two_starts_is_two_employments():
    rows = numbered(
        ["7", "Maes", "Bo", "1/1/1980", "1/1/2010", "31/12/2015"], ["7", "Maes", "Bo", "1/1/1980", "1/1/2020", ""]
    )
    assert [(type(row), row.number) for row in rows] == [(StaffRow, 2), (StaffRow, 3)]


def test_one_number_for_two_people_is_refused():
    rows = numbered(
        ["7", "Maes", "Bo", "1/1/1980", "1/1/2010", ""], ["7", "El Idrissi", "Amina", "3/12/1984", "1/2/2010", ""]
    )
    assert (type(rows[1]), problems(rows)) == (RefusedRow, [("number_used_twice", "personnel_number", "2")])


def test_a_number_with_too_little_to_compare_is_the_same_person():
    rows = numbered(["7", "Maes", "", "", "1/1/2010", ""], ["7", "Peeters", "An", "1/1/1980", "1/2/2015", ""])
    assert [type(row) for row in rows] == [StaffRow, StaffRow]


def test_a_changed_last_name_is_still_the_same_person():
    rows = numbered(
        ["7", "Maes", "Bo", "1/1/1980", "1/1/2010", ""], ["7", "Maes-Baert", "Bo", "1/1/1980", "1/2/2015", ""]
    )
    assert [type(row) for row in rows] == [StaffRow, StaffRow]


def test_a_name_that_stands_there_twice_is_two_people_unless_a_birth_date_says_that_it_is_one():
    header = ["Naam", "Voornaam", "Geboortedatum"]
    assert problems(people(text_list([header, ["Maes", "Bo", "1/1/1980"], ["MAES", "BO", "1/1/1980"]]))) == []
    rows = people(text_list([header[:2], ["Maes", "Bo"], ["Maes", "Bo"]]))
    assert (problems(rows), type(rows[1])) == ([("same_name_twice", "name", "2")], StaffRow)


def test_a_refused_row_does_not_count_as_the_first():
    rows = numbered(["7", "=Maes", "Bo", "1/1/1980", "1/1/2010", ""], ["7", "Nys", "An", "1/1/1970", "1/1/2010", ""])
    assert [type(row) for row in rows] == [RefusedRow, StaffRow]


# -- many people -----------------------------------------------------------------------------------------------------


def test_fifty_thousand_people_are_read_without_the_time_growing_faster_than_the_list():
    header = [*HEADER, "E-mail"]
    rows = [
        [str(n), f"Maes{n}", "Bo", "m", "1/1/1980", "Linde", "1/2/2010", "", f"bo{n}@lindehof.be"]
        for n in range(50_000)
    ]
    assert Counter(type(row) for row in people(text_list([header, *rows]))) == {StaffRow: 50_000}


@pytest.mark.skipif(not REAL_LIST.exists(), reason="the real list is not kept with the code")
def test_a_real_list_is_read_whole():
    table = opened(REAL_LIST.read_bytes())
    proposed = propose_mapping(table)
    words = ["First_Name=last_name", "Last_Name=first_name"]
    mapping = mapping_from_words(table, words, proposed)
    assert {field: table.columns[index].label for field, index in mapping.items()} == {
        "personnel_number": "EmpID",
        "last_name": "First_Name",
        "first_name": "Last_Name",
        "sex": "Sex",
        "birth_date": "DOB",
        "function": "Position",
        "team": "Department",
        "start_date": "DateofHire",
        "end_date": "DateofTermination",
    }
    rows = read_rows(table, mapping, today=TODAY)
    assert Counter(type(row) for row in rows) == {StaffRow: 310}
    assert Counter(row.sex for row in rows) == {"f": 176, "m": 134}
    assert sum(row.end_date is not None for row in rows) == 104
    assert len({row.team for row in rows}) == 6
    assert problems(rows) == []
    assert all(name == name.strip() and "  " not in name for row in rows for name in (row.first_name, row.last_name))


def test_every_cell_of_the_example_list_is_printed_as_a_payroll_does():
    assert dutch(date(2020, 3, 1)) == "01/03/2020"
