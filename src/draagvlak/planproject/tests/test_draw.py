"""The command `draw`, as somebody repeats it at the kitchen table: two files, no database."""

import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.utils.translation import override

from draagvlak.installation.commands import run
from draagvlak.lib import draw
from draagvlak.lib.draw import Change, Infeasible, Trouble
from draagvlak.lib.tests.draw_cases import house
from draagvlak.planproject import wording
from draagvlak.planproject.wording import drawing
from tests.databases import without_what_tests_set

DRAAGVLAK = Path(sys.executable).parent / "draagvlak"
SEED = "Lotto 2026-12-02: 4 8 15 16 23 42"


@pytest.fixture
def files(tmp_path):
    """Write the two files and give the words of the command for them."""

    def write(candidates, quotas, seats, *, sign=","):
        pool, asked = tmp_path / "pool.csv", tmp_path / "quotas.csv"
        categories = sorted({category for values in candidates.values() for category in values})
        with pool.open("w", newline="", encoding="utf-8") as stream:
            rows = csv.writer(stream, delimiter=sign)
            rows.writerow(["id", *categories])
            rows.writerows([one, *(values[category] for category in categories)] for one, values in candidates.items())
        with asked.open("w", newline="", encoding="utf-8-sig") as stream:
            rows = csv.writer(stream, delimiter=sign)
            rows.writerow(["category", "value", "min", "max"])
            rows.writerows([quota.category, quota.value, quota.least, quota.most] for quota in quotas)
        return ["draw", "--pool", str(pool), "--quotas", str(asked), "--seats", str(seats)]

    return write


@pytest.fixture
def small(files):
    candidates = {f"k{n}": {"sex": "fm"[n % 2], "site": "AB"[n // 5]} for n in range(8)}
    return files(candidates, [draw.Quota("sex", "m", 1, 1), draw.Quota("site", "B", 1, 2)], 3)


def test_the_chances_and_the_panel_come_as_json(small, capsys):
    assert run([*small, "--seed", SEED, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert len(found["panel"]) == found["seats"] == 3
    assert found["panel"] == sorted(found["panel"])
    assert found["seed"] == draw.clean_seed(SEED)
    assert sum(found["chances"].values()) == pytest.approx(3, abs=1e-12)
    assert found["minimum"] == min(found["chances"].values()) == pytest.approx(found["optimum"], abs=1e-6)
    assert set(found["panel"]) <= set(found["chances"]) == {f"k{n}" for n in range(8)}


def test_without_a_seed_the_machine_takes_one_and_names_it_so_that_the_draw_can_be_repeated(small, capsys):
    assert run([*small, "--json"]) == 0
    first = json.loads(capsys.readouterr().out)
    assert len(first["panel"]) == first["seats"]
    assert run([*small, "--seed", first["seed"], "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == first
    assert run([*small, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["seed"] != first["seed"]


def test_the_chances_are_published_before_anybody_is_drawn(small, capsys):
    assert run([*small, "--chances", "--json"]) == 0
    before = json.loads(capsys.readouterr().out)
    assert (before["panel"], before["seed"], before["ticket"]) == (None, None, None)
    assert run([*small, "--seed", SEED, "--json"]) == 0
    after = json.loads(capsys.readouterr().out)
    drawn = {"panel", "seed", "ticket"}
    assert {name: value for name, value in before.items() if name not in drawn} == {
        name: value for name, value in after.items() if name not in drawn
    }


def test_the_published_lottery_gives_the_published_chances(small, capsys):
    run([*small, "--json"])
    found = json.loads(capsys.readouterr().out)
    seats = dict.fromkeys(found["chances"], 0.0)
    for lot in found["lottery"]:
        for kind, places in lot["places"]:
            ones = found["kinds"][kind]["candidates"]
            for one in ones:
                seats[one] += lot["tickets"] * places / len(ones) / found["tickets"]
    assert seats == pytest.approx(found["chances"], abs=1e-12)


def test_a_person_reads_a_table(small, capsys):
    assert run([*small, "--seed", SEED]) == 0
    said = capsys.readouterr().out
    assert re.search(r"^k0 +\d+\.\d{4}%", said, re.MULTILINE)
    assert said.count("  drawn\n") == 3
    assert "8 candidates, 3 seats." in said
    assert f"Seed: {draw.clean_seed(SEED)}; ticket " in said
    assert run([*small, "--chances"]) == 0
    assert "Nobody is drawn yet" in capsys.readouterr().out


@pytest.mark.parametrize("sign", [",", ";"])
def test_another_process_without_a_database_gets_the_same(files, tmp_path, sign):
    """Its own process, a folder that stays without a database, and only JSON on standard output."""
    words = files(*house(60, 10, seed=2), sign=sign)
    place = tmp_path / "leeg"
    place.mkdir()
    env = without_what_tests_set({**os.environ, "DRAAGVLAK_DIRECTORY": str(place)})
    env |= {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing"}
    runs = [
        subprocess.run(
            [DRAAGVLAK, *words, "--seed", SEED, "--json"], env=env, capture_output=True, text=True, check=False
        )
        for _ in range(2)
    ]
    assert (runs[0].returncode, runs[0].stderr) == (0, "")
    assert runs[0].stdout == runs[1].stdout
    assert len(json.loads(runs[0].stdout)["panel"]) == 10
    assert not list(place.glob("*.sqlite3"))


def refused(words, capsys):
    code = run(words)
    said = capsys.readouterr()
    assert (code, said.out, said.err.count("\n")) == (1, "", 1)
    return said.err.removeprefix("draagvlak draw: ").strip()


def test_quotas_that_cannot_be_met_are_explained_with_the_smallest_change(files, capsys):
    candidates = {f"k{n}": {"sex": "f" if n else "m"} for n in range(6)}
    words = files(candidates, [draw.Quota("sex", "m", 2, 3)], 4)
    assert refused(words, capsys) == (
        "No group meets all quotas. The reason: for sex, m the minimum is 2, and the number of candidates with it is 1. "
        "The smallest change that makes it possible: sex, m: minimum from 2 to 1."
    )


def test_quotas_that_only_clash_together_say_so(files, capsys):
    candidates = {
        "a": {"s": "m", "t": "n"},
        "b": {"s": "m", "t": "n"},
        "c": {"s": "f", "t": "d"},
        "d": {"s": "f", "t": "d"},
    }
    words = files(candidates, [draw.Quota("s", "m", 0, 1), draw.Quota("t", "n", 2, 2)], 3)
    assert "Each quota can be met on its own, but together they cannot." in refused(words, capsys)


def test_a_wrong_file_a_wrong_number_and_an_empty_seed_are_each_a_sentence(files, small, capsys):
    assert refused(["draw", "--pool", "nowhere.csv", *small[3:]], capsys) == "There is no file nowhere.csv."
    assert refused([*small[:-1], "9"], capsys) == "There is nothing to draw: 8 on the list, 9 to be chosen."
    assert refused([*small[:-1], "0"], capsys) == "There must be at least one seat."
    assert refused([*small, "--seed", " "], capsys) == "The seed of the draw is empty."
    assert refused([*small[:2], small[4], *small[3:]], capsys) == "quotas.csv: the column id is missing."


def codes_in_the_source():
    text = "".join(path.read_text(encoding="utf-8") for path in Path(draw.__file__).parent.glob("*.py"))
    found = set(re.findall(r'(?:Unreadable|Trouble)\(\s*"([a-z0-9_]+)"', text))
    return found | set(re.findall(r'too_many="([a-z_]+)"', text))


def test_every_code_of_the_draw_has_a_sentence_and_no_sentence_is_left_over():
    assert codes_in_the_source() == set(drawing.DRAW_TROUBLES)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "nl",
            (
                "Geen enkele groep voldoet aan alle quota. De reden: de minima voor sex zijn samen 7, en er zijn 5 zetels. "
                "De kleinste verandering waarmee het wel kan: sex, f: minimum van 4 naar 2."
            ),
        ),
        (
            "fr",
            (
                "Aucun groupe ne respecte tous les quotas. La raison\xa0: les minimums pour sex font ensemble 7, et il y a 5 sièges. "
                "Le plus petit changement qui le rend possible\xa0: sex, f\xa0: minimum de 4 à 2."
            ),
        ),
    ],
)
def test_a_page_can_say_the_same_in_the_language_of_the_person(language, sentence):
    reasons = [Trouble("least_over_seats", category="sex", least=7, seats=5)]
    with override(language):
        said = wording.draw_sentence(Infeasible(reasons=reasons, changes=[Change("sex", "f", "least", 4, 2)]))
    assert said == sentence
