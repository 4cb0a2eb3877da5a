"""Everything that can be wrong with a list has a sentence, and a sentence reads like one."""

import ast
import re
import string
from pathlib import Path

import pytest

from draagvlak.staff import actions, imports, queries, rules, wording
from draagvlak.staff.imports import FIELDS

HERE = Path(imports.__file__).parent
SOURCES = {
    path: ast.parse(path.read_text(encoding="utf-8"))
    for folder in (HERE, Path(rules.__file__).parent)
    for path in folder.glob("*.py")
}
LISTS = Path(actions.__file__).parent / "lists.py"
SOURCES[LISTS] = ast.parse(LISTS.read_text(encoding="utf-8"))
# Texts in the readers of cells that are names of fields or of attributes, and no codes.
NO_CODES = {
    "personnel_number",
    "first_name",
    "last_name",
    "birth_date",
    "start_date",
    "end_date",
    "function_group",
    "fixed_term",
}
LIKE_A_CODE = re.compile(r"[a-z]+(_[a-z]+)+")


def texts(tree):
    return {one.value for one in ast.walk(tree) if isinstance(one, ast.Constant) and isinstance(one.value, str)}


def told(tree):
    """Every text that is the first argument of something that tells what is wrong, also where one of two is chosen."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {
            "UnreadableFile",
            "WrongMapping",
            "TableWarning",
            "Problem",
        }:
            yield from (text for text in texts(node.args[0]) if text.isidentifier())


def codes():
    found = {code for tree in SOURCES.values() for code in told(tree)}
    for name in ("values", "fractions", "dates", "rows"):
        found |= {text for text in texts(SOURCES[HERE / f"{name}.py"]) if LIKE_A_CODE.fullmatch(text)}
    return sorted(found - NO_CODES - set(FIELDS))


CODES = codes()


def test_the_codes_are_found_in_the_source():
    assert {
        "empty_file",
        "no_such_column",
        "header_uncertain",
        "nobody",
        "year_unclear",
        "another_between",
        "sex_not_recognised",
    } <= set(CODES)
    assert len(CODES) > 45


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_sentence(code):
    sentences = [words[code] for words in (wording.TROUBLES, wording.WARNINGS, wording.PROBLEMS) if code in words]
    assert len(sentences) == 1
    assert str(sentences[0])[-1] in ".?}"


def test_no_sentence_is_left_over():
    assert {*wording.TROUBLES, *wording.WARNINGS, *wording.PROBLEMS} - set(CODES) == {"gone"}


def test_every_kind_of_file_has_a_name():
    kinds = {
        one.value
        for tree in SOURCES.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and node.arg == "kind"
        for one in ast.walk(node.value)
        if isinstance(one, ast.Constant)
    }
    assert {kind for kind in kinds if isinstance(kind, str)} <= set(wording.KINDS)


def test_every_field_of_a_list_has_a_name():
    assert set(wording.FIELDS) == set(FIELDS)


@pytest.mark.parametrize("words", [wording.TROUBLES, wording.WARNINGS])
def test_the_gaps_of_a_sentence_are_details_that_the_reader_gives(words):
    given = {
        keyword.arg
        for tree in SOURCES.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        for keyword in node.keywords
    }
    given |= {
        one.value
        for tree in SOURCES.values()
        for one in ast.walk(tree)
        if isinstance(one, ast.Constant) and isinstance(one.value, str)
    }
    for sentence in words.values():
        assert {name for _text, name, _form, _turn in string.Formatter().parse(str(sentence)) if name} <= given


def test_a_list_of_names_is_written_out_and_a_kind_is_named():
    assert (
        wording.sentence_for("no_such_sheet", {"sheet": "Blad9", "sheets": ("A", "B")})
        == "Er is geen blad “Blad9”. Deze bladen zijn er: A, B."
    )
    assert "geen lijst maar een pdf" in wording.sentence_for("not_a_list", {"name": "x.pdf", "kind": "pdf"})
    assert (
        wording.sentence_for("field_mapped_twice", {"field": "last_name"}) == "Je geeft twee kolommen voor Achternaam."
    )
    assert wording.sentence_for("iets_nieuws", {}) == "Dit bestand kunnen we niet lezen (iets_nieuws)."


@pytest.mark.parametrize(
    ("message", "sentence"),
    [
        ({"code": "change", "field": "team", "from": "Beuk", "to": "Linde"}, "Team: Beuk wordt Linde"),
        ({"code": "change", "field": "end_date", "from": "", "to": "2024-05-31"}, "Uit dienst: 31 mei 2024"),
        ({"code": "change", "field": "end_date", "from": "2024-05-31", "to": ""}, "Uit dienst: 31 mei 2024 valt weg"),
        (
            {"code": "change", "field": "statute", "from": "unknown", "to": "permanent"},
            "Statuut: vast, onbepaalde duur",
        ),
        (
            {"code": "change", "field": "statute", "from": "fixed_term", "to": "permanent"},
            "Statuut: bepaalde duur wordt vast, onbepaalde duur",
        ),
        ({"code": "change", "field": "sex", "from": "", "to": "f"}, "Geslacht: vrouw"),
        (
            {"code": "change", "field": "fraction", "from": "0.5000", "to": "0.75"},
            "Tewerkstellingsbreuk: 0,5 wordt 0,75",
        ),
        (
            {"code": "change", "field": "employment", "from": "", "to": "2024-05-31"},
            "Nieuwe tewerkstelling vanaf: 31 mei 2024",
        ),
        (
            {"code": "end_before_start", "field": "end_date", "value": "2009-12-31"},
            "De laatste dag (31 december 2009) ligt voor de eerste dag.",
        ),
        (
            {"code": "not_a_date", "field": "birth_date", "value": "{x}"},
            "Geboortedatum: “{x}” is geen datum. We lieten die leeg.",
        ),
        (
            {"code": "fraction_out_of_range", "field": "fraction", "value": "Infinity"},
            "Tewerkstellingsbreuk: “Infinity” is meer dan voltijds of niets. We lieten die leeg.",
        ),
        ({"code": "change", "field": "shift", "from": "", "to": "night"}, "Werkrooster: nacht"),
        ({"code": "gone", "field": "", "value": "Kok, Keuken"}, "Staat niet op deze lijst. Kok, Keuken"),
        ({"code": "gone", "field": "", "value": ""}, "Staat niet op deze lijst."),
    ],
)
def test_a_message_of_a_row_reads_like_a_sentence(message, sentence):
    assert queries.message_in_words(message) == sentence
