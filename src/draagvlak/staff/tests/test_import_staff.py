"""The command reads a list as the pages do: `draagvlak import-staff FILE --organisation SLUG`."""

import json
import os
import random
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from draagvlak.installation.commands import run
from draagvlak.lib import clock
from draagvlak.staff import queries
from draagvlak.staff.actions import store
from draagvlak.staff.models import ColumnMemory, StaffImport, StaffMember, Team
from draagvlak.staff.tests.messy import xlsx_list

REPOSITORY = Path(__file__).resolve().parents[4]
REAL_LIST = Path(os.environ.get("DRAAGVLAK_SHARED", REPOSITORY.parent / "shared")) / "data" / "HRDataset_v14.csv"
SWAPPED = ["--map", "First_Name=last_name", "--map", "Last_Name=first_name"]
pytestmark = pytest.mark.usefixtures("organisation")


@pytest.fixture
def told(capsys):
    """Run the command: its exit status, what it printed, what it complained of."""

    def call(file, *words, organisation="lindehof"):
        status = run(["import-staff", str(file), "--organisation", organisation, *words])
        out, err = capsys.readouterr()
        return status, out, err

    return call


@pytest.fixture
def counted(told):
    """Run the command with --json: the object that it printed."""

    def call(file, *words):
        status, out, err = told(file, *words, "--json")
        assert (status, err) == (0, "")
        return json.loads(out)

    return call


def numbers(found):
    return {name: found[name] for name in ("rows", "new", "changed", "unchanged", "refused", "gone")}


FIRST = [
    "Aïcha",
    "Bart",
    "Carine",
    "Dirk",
    "Elke",
    "Fatma",
    "Geert",
    "Hilde",
    "Ilyas",
    "Joke",
    "Karim",
    "Leen",
    "Marc",
    "Nele",
    "Omar",
    "Pia",
    "Rik",
    "Sofie",
    "Tom",
    "Zoë",
]
LAST = (
    "Peeters",
    "Van den Broeck",
    "El Idrissi",
    "Yılmaz",
    "De Smet",
    "Claes",
    "'t Kint",
    "Ó Súilleabháin",
    "Maes-Willems",
    "Nys",
)
DEPARTMENTS = ("Production       ", "IT/IS", "Software Engineering", "Admin Offices", "Sales", "Executive Office")
PEOPLE, LEAVERS = 300, 100


@pytest.fixture
def messy(tmp_path):
    """A list like those that other programs give: a byte-order mark, semicolons, swapped names, spaces, leavers."""
    chance = random.Random(7)
    lines = [
        "First_Name;Last_Name;EmpID;MarriedID;GenderID;Salary;Position;Zip;DOB;Sex;DateofHire;DateofTermination;TermReason;Department;Absences"
    ]
    for number in range(PEOPLE):
        hired = date(2005, 1, 3) + timedelta(days=chance.randrange(4000))
        left = (hired + timedelta(days=chance.randrange(2500))).strftime("%Y/%m/%d") if number % 3 == 0 else ""
        born = date(1955, 1, 1) + timedelta(days=chance.randrange(15000))
        cells = [
            f"{LAST[number % 10]} ",
            f" {FIRST[number // 10 % 20]}   ",
            10_000 + number,
            chance.randrange(2),
            number % 2,
            45_000 + number,
            f"Production Technician {'I' * (1 + number % 2)}",
            f"0{1800 + number}",
            f"{born:%Y/%m/%d}",
            "F" if number % 5 < 3 else "M ",
            f"{hired:%Y/%m/%d}",
            left,
            "N/A-StillEmployed" if not left else "career change",
            DEPARTMENTS[number % 6],
            number % 17,
        ]
        lines.append(";".join(map(str, cells)))
    file = tmp_path / "lijst.csv"
    file.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(lines).encode())
    return file


def test_a_messy_list_is_read_whole_and_a_second_time_changes_nothing(messy, counted):
    first = counted(messy, *SWAPPED)
    assert numbers(first) == {"rows": 300, "new": 300, "changed": 0, "unchanged": 0, "refused": 0, "gone": 0}
    people = store.load()
    at_work = queries.headcount(on=clock.today())
    assert (len(people), at_work.total) == (PEOPLE, PEOPLE - LEAVERS)
    assert Counter(StaffMember.objects.values_list("sex", flat=True)) == {"f": 180, "m": 120}
    assert sorted(Team.objects.values_list("name", flat=True)) == sorted(name.strip() for name in DEPARTMENTS)
    assert {person.values["last_name"] for person in people} == set(LAST)
    assert {person.values["first_name"] for person in people} == set(FIRST)
    second = counted(messy, *SWAPPED)
    assert numbers(second) == {"rows": 300, "new": 0, "changed": 0, "unchanged": 300, "refused": 0, "gone": 0}
    assert store.load() == people


@pytest.mark.skipif(not REAL_LIST.exists(), reason="the real list is not kept with the source")
def test_the_real_list_is_read_whole_and_a_second_time_changes_nothing(counted):
    first = counted(REAL_LIST, *SWAPPED)
    assert numbers(first) == {"rows": 310, "new": 310, "changed": 0, "unchanged": 0, "refused": 0, "gone": 0}
    assert sum(one.employments[0].ends_on is not None for one in store.load()) == 104
    assert queries.headcount(on=clock.today()).total == 206
    assert Counter(StaffMember.objects.values_list("sex", flat=True)) == {"f": 176, "m": 134}
    assert Team.objects.count() == 6
    second = counted(REAL_LIST, *SWAPPED)
    assert numbers(second) == {"rows": 310, "new": 0, "changed": 0, "unchanged": 310, "refused": 0, "gone": 0}


def test_a_dry_run_says_the_same_and_leaves_nothing_behind(messy, counted, told):
    assert numbers(counted(messy, *SWAPPED, "--dry-run"))["new"] == PEOPLE
    assert [model.objects.count() for model in (StaffMember, StaffImport, ColumnMemory, Team)] == [0] * 4
    _status, out, _err = told(messy, "--dry-run")
    assert out.rstrip().endswith("0 gone. Nothing was changed.")


def test_the_json_holds_the_counts_and_every_message(tmp_path, counted):
    file = tmp_path / "lijst.csv"
    file.write_text(
        "personeelsnr;naam;voornaam;geslacht;team;begin\n1;Peeters;An;V;Beuk;2020-01-02\n2;Claes;Bo;?!;Linde;2020-01-02\n",
        encoding="utf-8",
    )
    found = counted(file)
    assert set(found) == {"rows", "new", "changed", "unchanged", "refused", "gone", "messages"}
    text = "Bo Claes: Geslacht: “?!” begrijpen we niet. Schrijf M, V of X."
    assert found["messages"] == [{"row": 3, "code": "sex_not_recognised", "field": "sex", "value": "?!", "text": text}]
    file.write_text("personeelsnr;naam;voornaam;team\n1;Peeters;An;Iep\n", encoding="utf-8")
    assert [(one["row"], one["code"], one["text"]) for one in counted(file)["messages"]] == [
        (0, "gone", "Bo Claes: Staat niet op deze lijst. Linde"),
        (2, "change", "An Peeters: Team: Beuk wordt Iep"),
    ]


def test_a_column_can_be_named_as_the_working_time_regime(tmp_path, counted):
    file = tmp_path / "lijst.csv"
    file.write_text(
        "personeelsnr;naam;kolom;begin\n1;Peeters;nacht;2020-01-02\n2;Claes;zweef;2020-01-02\n", encoding="utf-8"
    )
    found = counted(file, "--map", "kolom=shift")
    assert [(one["row"], one["code"], one["value"]) for one in found["messages"]] == [
        (3, "shift_not_recognised", "zweef")
    ]
    assert queries.headcount(on=clock.today()).by["shift"] == {"night": 1, "": 1}


@pytest.mark.parametrize("words", [(), ("--dry-run",)])
def test_what_is_odd_about_the_whole_list_is_told(tmp_path, counted, told, words):
    file = tmp_path / "lijst.csv"
    rows = [
        "personeelsnr;naam;voornaam;geboren;begin",
        "1;Peeters;An;02/28/1980;2020-01-02",
        "2;Claes;Bo;03/04/1981;2020-01-02",
    ]
    rows.append("Totaal: 2;;;;")
    file.write_text("\n".join(rows), encoding="utf-8")
    assert [(one["row"], one["code"]) for one in counted(file, *words)["messages"]] == [
        (4, "foot_left_out"),
        (0, "month_before_day"),
    ]
    assert "In kolom “geboren” staat de maand voor de dag" in told(file, *words)[1]


def test_people_on_another_sheet_are_told_of_unless_somebody_chose_the_sheet(tmp_path, counted):
    file = tmp_path / "lijst.xlsx"
    header, day = ["Personeelsnr", "Naam", "Voornaam", "In dienst"], date(2020, 1, 2)
    lists = {"Gent": [header, [1, "Peeters", "An", day]], "Aalst": [header, [2, "Claes", "Bo", day]]}
    file.write_bytes(xlsx_list(sheets=lists))
    assert [one["code"] for one in counted(file)["messages"]] == ["other_sheets"]
    assert [one["code"] for one in counted(file, "--sheet", "Aalst")["messages"]] == ["gone"]


def test_people_who_are_gone_are_only_reported(tmp_path, counted):
    file = tmp_path / "lijst.csv"
    file.write_text("personeelsnr;naam\n1;Peeters\n2;Claes\n", encoding="utf-8")
    counted(file)
    file.write_text("personeelsnr;naam\n1;Peeters\n", encoding="utf-8")
    assert counted(file)["gone"] == 1
    assert queries.headcount(on=clock.today()).total == 2


def test_a_list_of_a_past_day_counts_from_that_day(tmp_path, counted):
    file = tmp_path / "lijst.csv"
    file.write_text("personeelsnr;naam\n1;Peeters\n", encoding="utf-8")
    counted(file, "--as-of", "2024-01-01")
    assert [queries.headcount(on=day).total for day in (date(2023, 12, 31), date(2024, 1, 1))] == [0, 1]


@pytest.mark.parametrize(
    ("content", "words", "sentence"),
    [
        (b"", (), "Het bestand “lijst.csv” is leeg."),
        (b"%PDF-1.4", (), "Het bestand “lijst.csv” is geen lijst maar een pdf."),
        (b"team;site\nBeuk;Hier\n", (), "Zeg welke kolom de naam of het personeelsnummer is."),
        (
            b"naam;team\nPeeters;Beuk\n",
            ("--map", "Niets=team"),
            "Er is geen kolom “Niets”. Deze kolommen zijn er: naam, team.",
        ),
        (b"naam;team\nPeeters;Beuk\n", ("--map", "team=ploeg"), "“ploeg” is geen veld dat we kennen."),
        (b"naam;team\nPeeters;Beuk\n", ("--sheet", "Blad1"), "Er is geen blad “Blad1”. Deze bladen zijn er: geen."),
    ],
)
def test_a_file_that_cannot_be_read_gives_one_sentence_and_changes_nothing(tmp_path, told, content, words, sentence):
    file = tmp_path / "lijst.csv"
    file.write_bytes(content)
    status, out, err = told(file, *words, "--json")
    assert (status, out) == (1, "")
    assert err.startswith(f"draagvlak import-staff: {sentence}")
    assert err.count("\n") == 1
    assert (StaffMember.objects.count(), StaffImport.objects.count()) == (0, 0)


def test_an_unknown_organisation_or_file_is_refused(tmp_path, told):
    file = tmp_path / "lijst.csv"
    assert told(file)[0::2] == (1, f"draagvlak import-staff: There is no file {file}.\n")
    file.write_text("naam\nPeeters\n", encoding="utf-8")
    assert told(file, organisation="nergens")[0::2] == (
        1,
        "draagvlak import-staff: There is no organisation nergens.\n",
    )


def test_a_file_that_is_too_large_is_not_read(tmp_path, told):
    file = tmp_path / "groot.csv"
    with file.open("wb") as target:
        target.truncate(26 * 1024 * 1024)
    assert "is 26 MB groot. Het mag hoogstens 25 MB zijn." in told(file)[2]
