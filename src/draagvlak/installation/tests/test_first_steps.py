"""What an operator does wrong on the first day: an empty folder, a forgotten word, a name that cannot be an address."""

import json
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from tests.databases import without_what_tests_set

DRAAGVLAK = Path(sys.executable).parent / "draagvlak"
pytestmark = pytest.mark.long
LIST = "Personeelsnummer;Voornaam;Naam\n1;Zoé;Maes\n"


def run(place, *words, **more):
    env = without_what_tests_set({**os.environ, "DRAAGVLAK_DIRECTORY": str(place), **more})
    return subprocess.run(
        [DRAAGVLAK, *words], env=env, capture_output=True, text=True, check=False, timeout=120, errors="replace"
    )


def told(done):
    return done.returncode, done.stdout, done.stderr.count("\n"), "Traceback" in done.stderr


MANAGER = ["--manager-email", "mia@example.org", "--manager-name", "Mia"]


@pytest.mark.parametrize(
    "words",
    [
        ["import-staff", "{list}", "--organisation", "lindehof"],
        ["export-plan", "--organisation", "lindehof", "--format", "pdf", "--out", "plan.pdf"],
        ["export-dossier", "--organisation", "lindehof", "--out", "dossier.json"],
        ["found-organisation", "--slug", "a", "--name", "A", *MANAGER],
    ],
)
def test_a_folder_without_a_database_yet_is_named_in_one_sentence(tmp_path, words):
    file = tmp_path / "lijst.csv"
    file.write_text(LIST, encoding="utf-8")
    done = run(tmp_path / "een map", *[word.format(list=file) for word in words])
    assert told(done) == (1, "", 1, False)
    assert "draagvlak serve" in done.stderr
    assert str(tmp_path / "een map") in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["check"],
        ["export-plan", "--organisation", "lindehof", "--format", "pdf", "--out", "plan.pdf"],
        ["send-mail"],
        ["restore", "nergens.tar.gz"],
        ["import-staff", "--help"],
        ["nonsense"],
    ],
)
@pytest.mark.parametrize("there", [False, True])
def test_a_command_that_finds_no_installation_makes_none(tmp_path, words, there):
    place = tmp_path / "een" / "map"
    if there:
        place.mkdir(parents=True)
        (place / "eigen.txt").touch()
    done = run(place, *words)
    assert (done.returncode == 0, "Traceback" in done.stderr) == ("--help" in words, False)
    if words[0] in {"check", "export-plan", "send-mail"}:
        assert f"There is no installation in {place}" in done.stderr
    assert sorted(tmp_path.rglob("*")) == ([tmp_path / "een", place, place / "eigen.txt"] if there else [])


def test_a_damaged_backup_leaves_no_folder_behind(tmp_path):
    (tmp_path / "kopie.tar.gz").write_bytes(b"geen archief")
    assert "is not a backup" in run(tmp_path / "een" / "map", "restore", tmp_path / "kopie.tar.gz").stderr
    assert not (tmp_path / "een").exists()


def test_nothing_is_no_backup(tmp_path):
    done = run(tmp_path / "leeg", "backup", tmp_path / "kopie.tar.gz")
    assert told(done) == (1, "", 1, False)
    assert not (tmp_path / "kopie.tar.gz").exists()


def test_a_backup_that_is_not_there_is_named_before_anything_else(tmp_path):
    done = run(tmp_path / "leeg", "restore", tmp_path / "nergens.tar.gz")
    assert done.stderr == f"draagvlak restore: There is no file {tmp_path / 'nergens.tar.gz'}.\n"
    with tarfile.open(tmp_path / "leeg.tar.gz", "w:gz"):
        pass
    assert "is not a backup" in run(tmp_path / "leeg", "restore", tmp_path / "leeg.tar.gz").stderr


@pytest.mark.parametrize("words", [["check", "--directory"], ["check", "--directory", ""], ["check", "--directory="]])
def test_a_forgotten_folder_is_asked_for_and_no_other_is_taken_instead(tmp_path, words):
    done = run(tmp_path / "leeg", *words, XDG_DATA_HOME=str(tmp_path / "thuis"))
    assert told(done) == (2, "", 1, False)
    assert "--directory" in done.stderr
    assert not (tmp_path / "thuis").exists()


@pytest.mark.parametrize("place", ["bestand", "bestand/map"])
def test_a_place_that_is_no_folder_is_named_in_one_sentence(tmp_path, place):
    (tmp_path / "bestand").touch()
    done = run(tmp_path, "check", "--directory", tmp_path / place)
    assert told(done) == (1, "", 1, False)
    assert str(tmp_path / "bestand") in done.stderr


def test_help_names_the_folder_and_the_fields_of_a_list(tmp_path):
    helped = run(tmp_path, "import-staff", "--help").stdout
    assert "--directory" in helped
    assert all(field in helped for field in ("personnel_number", "birth_date", "function_group", "language"))


@pytest.mark.parametrize(
    ("slug", "name", "email", "person", "sentence"),
    [
        ("De Eik", "De Eik", "mia@example.org", "Mia", "“De Eik” cannot stand in an address"),
        ("e" * 41, "De Eik", "mia@example.org", "Mia", "cannot stand in an address"),
        ("eik", " ", "mia@example.org", "Mia", "needs a name"),
        ("eik", "E" * 151, "mia@example.org", "Mia", "needs a name"),
        ("eik", "De Eik", "mia at example", "Mia", "“mia at example” is no e-mail address"),
        ("eik", "De Eik", "mia@example.org", "", "needs a name"),
    ],
)
def test_an_organisation_that_nobody_could_reach_is_not_founded(with_tables, slug, name, email, person, sentence):
    words = ["--slug", slug, "--name", name, "--manager-email", email, "--manager-name", person]
    done = run(with_tables, "found-organisation", *words)
    assert told(done) == (1, "", 1, False)
    assert sentence in done.stderr


def test_names_that_this_machine_cannot_print_are_no_reason_to_break_off(with_tables, tmp_path):
    place = shutil.copytree(with_tables, tmp_path / "leeg")
    assert run(place, "found-organisation", "--slug", "eik", "--name", "Eik", *MANAGER).returncode == 0
    file = os.fsencode(tmp_path) + b"/lijst \xff.csv"
    Path(os.fsdecode(file)).write_text(LIST + "2;Zoé;\n", encoding="utf-8")
    done = run(place, "import-staff", file, "--organisation", "eik", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["rows"] == 2
    done = run(place, "import-staff", file, "--organisation", "eik", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 rows" in done.stdout
