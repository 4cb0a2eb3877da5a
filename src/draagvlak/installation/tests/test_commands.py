"""The console script as an operator uses it: its own process, its own folder, a path with a space."""

import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from tests import databases
from tests.databases import without_what_tests_set

DRAAGVLAK = Path(sys.executable).parent / "draagvlak"
pytestmark = [pytest.mark.own_database, pytest.mark.long]


class Installation:
    def __init__(self, place, template=""):
        self.place = place
        self.env = without_what_tests_set({**os.environ, "DRAAGVLAK_DIRECTORY": str(place)})
        if database := databases.own_database(template):
            self.env["DATABASE_URL"] = database

    def run(self, *words, most=None, **more):
        """most: bytes that a file may have, as on a disk that is full."""
        limit = None if most is None else lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        return subprocess.run(
            [DRAAGVLAK, *map(str, words)],
            env={**self.env, **more},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
            preexec_fn=limit,
        )


@pytest.fixture(scope="module")
def demo(tmp_path_factory, request):
    here = Installation(tmp_path_factory.mktemp("een map"), request.getfixturevalue("brought_up")[1])
    if databases.ADDRESS:
        done = here.run("demo", "--no-serve")
        assert done.returncode == 0, done.stderr
        here.said = done.stdout
    else:
        shutil.copytree(request.getfixturevalue("founded"), here.place, dirs_exist_ok=True)
        here.said = (here.place / "said.txt").read_text(encoding="utf-8")
    return here


@pytest.fixture
def with_nothing_in_it(tmp_path, brought_up):
    place = shutil.copytree(brought_up[0], tmp_path / "leeg")
    return Installation(place, brought_up[1])


@pytest.fixture
def empty(tmp_path):
    place = tmp_path / "leeg"
    place.mkdir()
    return Installation(place)


def test_the_demo_prints_the_address_and_a_login_for_every_role(demo):
    assert "http://127.0.0.1:8000/" in demo.said
    for role in (
        "VTO-coördinator",
        "directie",
        "raad van bestuur",
        "ondernemingsraad",
        "syndicale delegatie",
        "leidinggevende",
        "personeelsverantwoordelijke",
    ):
        assert role in demo.said


def test_founding_the_demo_twice_changes_nothing(demo):
    before = exported(demo, "dossier-a.json")
    assert demo.run("demo", "--no-serve").returncode == 0
    assert exported(demo, "dossier-b.json") == before


def exported(here, name):
    file = here.place / name
    written = here.run("export-dossier", "--organisation", "lindehof", "--out", file)
    assert written.returncode == 0, written.stderr
    return file.read_text(encoding="utf-8")


def test_the_demo_does_not_touch_real_organisations(with_nothing_in_it):
    empty = with_nothing_in_it
    words = ["--slug", "echt", "--name", "Echt", "--manager-email", "an@example.org", "--manager-name", "An"]
    assert empty.run("found-organisation", *words).returncode == 0
    refused = empty.run("demo", "--no-serve")
    assert (refused.returncode, "real organisations" in refused.stderr, refused.stderr.count("\n")) == (1, True, 1)
    again = empty.run("found-organisation", *words)
    assert (again.returncode, again.stderr) == (
        1,
        "draagvlak found-organisation: There is an organisation echt already.\n",
    )


@pytest.mark.skipif(bool(databases.ADDRESS), reason="writes in SQLite's own file what another version would have left")
@pytest.mark.parametrize("words", [("demo", "--no-serve"), ("manage", "migrate"), ("serve",)])
def test_tables_of_another_version_are_left_alone_with_one_sentence(words, with_nothing_in_it):
    file = with_nothing_in_it.place / "draagvlak.sqlite3"
    with sqlite3.connect(file) as database:
        database.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('staff', '0099_later', '2030-01-01')"
        )
    before = file.read_bytes()
    refused = with_nothing_in_it.run(*words)
    said = "made by another version of Draagvlak (staff.0099_later), and stays as it is."
    assert (refused.returncode, said in refused.stderr, refused.stderr.count("\n")) == (1, True, 1)
    assert file.read_bytes() == before


def test_an_exported_dossier_verifies_offline_and_an_altered_one_does_not(demo, tmp_path):
    dossier = json.loads(exported(demo, "dossier.json"))
    file, alone = tmp_path / "dossier.json", {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent"}
    file.write_text(json.dumps(dossier), encoding="utf-8")
    verify = [DRAAGVLAK, "verify", file]
    good = subprocess.run(
        [*verify, "--receipt", dossier["head"]], env=alone, capture_output=True, text=True, check=False
    )
    assert good.returncode == 0, good.stderr
    voice = next(record for record in dossier["records"] if record["act"] == "voice")
    voice["content"]["votes"]["for"] = 9
    file.write_text(json.dumps(dossier), encoding="utf-8")
    bad = subprocess.run(verify, env=alone, capture_output=True, text=True, check=False)
    assert (bad.returncode, f"Record {voice['number']}" in bad.stderr) == (1, True)


def test_the_plan_is_exported_as_tagged_pdf_in_dutch(demo):
    file = demo.place / "plan.pdf"
    assert demo.run("export-plan", "--organisation", "lindehof", "--format", "pdf", "--out", file).returncode == 0
    info = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
    text = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
    assert "Tagged:          yes" in info
    assert (
        b"/Lang (nl)" in file.read_bytes()
        or b"/Lang" in subprocess.run(["qpdf", "--qdf", file, "-"], capture_output=True, check=True).stdout
    )
    for part in (
        "Bijlage: hoe dit plan tot stand kwam",
        "De werkgroep",
        "Leek de groep op het personeel?",
        "Advies en antwoord",
        "De goedkeuring",
    ):
        assert part in text


def test_the_word_document_opens_in_another_program(demo, tmp_path):
    file = demo.place / "plan.docx"
    assert demo.run("export-plan", "--organisation", "lindehof", "--format", "docx", "--out", file).returncode == 0
    words = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--headless",
        "--convert-to",
        "txt:Text",
        "--outdir",
        tmp_path,
        file,
    ]
    subprocess.run(words, check=True, capture_output=True, timeout=120)
    text = (tmp_path / "plan.txt").read_text(encoding="utf-8-sig")
    assert "Wie nieuw is, leert met een mentor" in text
    assert "Bijlage: hoe dit plan tot stand kwam" in text


@pytest.mark.parametrize("words", [("export-dossier",), ("export-plan", "--format", "docx")])
def test_an_export_that_cannot_be_written_keeps_the_file_that_was_there(demo, tmp_path, words):
    file = tmp_path / "uit"
    for former in ([], [file]):
        for one in former:
            one.write_bytes(b"vroeger")
        failed = demo.run(*words, "--organisation", "lindehof", "--out", file, most=1000)
        assert (failed.returncode, failed.stderr) == (1, f"draagvlak {words[0]}: {file}: File too large.\n")
        assert {one: one.read_bytes() for one in tmp_path.iterdir()} == dict.fromkeys(former, b"vroeger")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ("export-plan", "--organisation", "nergens", "--format", "pdf", "--out", "x.pdf"),
            "There is no organisation nergens.",
        ),
        (
            ("export-plan", "--organisation", "terweide", "--format", "pdf", "--out", "x.pdf"),
            "Ter Weide has no policy plan yet.",
        ),
        (
            ("export-dossier", "--organisation", "lindehof", "--dossier", "99", "--out", "x.json"),
            "WZC De Lindehof has no dossier 99.",
        ),
        (
            ("export-dossier", "--organisation", "lindehof", "--dossier", "0", "--out", "x.json"),
            "WZC De Lindehof has no dossier 0.",
        ),
        (("export-dossier", "--organisation", "kompas", "--out", "x.json"), "Buurtwerk Kompas has no plan in force."),
    ],
)
def test_an_error_is_one_sentence_on_standard_error(demo, words, sentence):
    failed = demo.run(*words)
    assert (failed.returncode, failed.stdout, failed.stderr) == (1, "", f"draagvlak {words[0]}: {sentence}\n")


@pytest.mark.parametrize(
    "name",
    [
        "demo",
        "serve",
        "check",
        "backup",
        "restore",
        "found-organisation",
        "import-staff",
        "draw",
        "export-plan",
        "export-dossier",
        "verify",
    ],
)
def test_every_command_has_help(demo, name):
    helped = demo.run(name, "--help")
    assert helped.returncode in {0, 2} if name == "verify" else helped.returncode == 0
    assert helped.stdout or helped.stderr


def test_an_unknown_command_is_refused(demo):
    assert demo.run("dance").returncode == 2


def test_check_says_that_all_is_well(demo):
    checked = demo.run("check")
    assert (checked.returncode, checked.stdout.splitlines()[-1].startswith("All is well")) == (0, True), (
        checked.stdout + checked.stderr
    )


def test_check_says_what_is_wrong_with_an_address_that_is_not_https(demo):
    checked = demo.run("check", DRAAGVLAK_ADDRESS="http://vto.example.be")
    assert checked.returncode == 1
    assert "must be https" in checked.stdout + checked.stderr


def test_a_backup_brings_everything_back(demo, tmp_path):
    archive = tmp_path / "kopie.tar.gz"
    made = demo.run("backup", archive)
    assert made.returncode == 0, made.stderr
    assert demo.run("backup", archive).returncode == 1
    other = Installation(tmp_path / "elders")
    put = other.run("restore", archive)
    assert put.returncode == 0, put.stderr
    assert exported(other, "dossier.json") == exported(demo, "dossier.json")
    assert (other.place / "secret.key").read_text() == (demo.place / "secret.key").read_text()
    assert other.run("restore", archive).returncode == 1
    assert other.run("restore", archive, "--replace").returncode == 0


def test_a_damaged_backup_changes_nothing(demo, tmp_path):
    archive, damaged = tmp_path / "kopie.tar.gz", tmp_path / "stuk.tar.gz"
    assert demo.run("backup", archive).returncode == 0
    with tarfile.open(archive) as whole, tarfile.open(damaged, "w:gz") as broken:
        for member in whole.getmembers():
            stream = whole.extractfile(member)
            content = stream.read() if stream else b""
            if member.name.startswith("database"):
                content = content[:-1] + bytes([content[-1] ^ 1])
            member.size = len(content)
            broken.addfile(member, __import__("io").BytesIO(content))
    before = exported(demo, "dossier.json")
    refused = demo.run("restore", damaged, "--replace")
    assert (refused.returncode, "damaged" in refused.stderr) == (1, True)
    assert exported(demo, "dossier.json") == before
    archive.write_bytes(b"geen archief")
    assert demo.run("restore", archive, "--replace").returncode == 1


@pytest.mark.skipif(
    bool(databases.ADDRESS), reason="asks SQLite's own file; PostgreSQL's settings are checked by draagvlak check"
)
def test_the_demo_database_is_written_with_full_synchronisation(demo):
    with sqlite3.connect(demo.place / "draagvlak.sqlite3") as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] in {"delete", "wal"}
