"""The offline check of a decision dossier: every alteration is refused and named, a rewritten file needs a receipt."""

import ast
import copy
import io
import json
import shutil
import string
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from draagvlak.lib import verify

TEXT = "Opleidingsbeleidsplan 2026 tot 2029\n\nElke collega leert. Ook wie 's nachts werkt, ook Ayşe.\n"


def sealed(number, previous, act, content, *, at=None, by=None):
    moment = datetime(2026, 2, 9, 9, 0, tzinfo=UTC) + timedelta(hours=number)
    record = {
        "number": number,
        "previous": previous,
        "act": act,
        "at": at or moment.isoformat(),
        "by": by or {"name": "Amina El Idrissi", "capacity": "coordinator", "for": None},
        "content": content,
    }
    return {**record, "seal": verify.seal_of(record)}


def dossier_of(acts):
    """A dossier of these (act, content) or (act, content, at), sealed as the product does."""
    records, previous = [], verify.START
    for number, (act, content, *at) in enumerate(acts, start=1):
        records.append(sealed(number, previous, act, content, at=at[0] if at else None))
        previous = records[-1]["seal"]
    return {"format": verify.FORMAT, "records": records, "head": previous}


def resealed(dossier, *, start=1):
    """What a forger does: number, link and seal everything again from record `start` on."""
    records = dossier["records"]
    for place, record in enumerate(records, start=1):
        if place < start:
            continue
        record["number"] = place
        record["previous"] = records[place - 2]["seal"] if place > 1 else verify.START
        record["seal"] = verify.seal_of({key: value for key, value in record.items() if key != "seal"})
    return {**dossier, "head": records[-1]["seal"]}


def opening(text=TEXT):
    return ("open", {"document": {"title": "Beleidsplan", "text": text, "sha256": verify.text_seal(text)}})


QUOTE = {"document_sha256": verify.text_seal(TEXT)}
ACTS = [
    opening(),
    ("invite", {**QUOTE, "bodies": ["works council", "union delegation"], "days": 15, "urgent": False}),
    (
        "voice",
        {**QUOTE, "body": "works council", "verdict": "remarks", "points": [{"no": 1, "words": "De nachtploeg?"}]},
    ),
    ("reply", {**QUOTE, "to": 1, "words": "Punt 1 is opgenomen in hoofdstuk 3.", "changed": True}),
    (
        "voice",
        {**QUOTE, "body": "board", "verdict": "yes", "votes": {"yes": 7, "no": 0, "abstained": 1}, "reason": None},
    ),
    ("settle", {**QUOTE, "result": "adopted", "valid_from": "2026-04-01"}),
]


@pytest.fixture
def dossier():
    return dossier_of(ACTS)


def examined(dossier, *receipts):
    return verify.examine(json.dumps(dossier, ensure_ascii=False).encode(), receipts, "en")


def test_an_untouched_dossier_holds_and_says_that_it_had_no_receipt(dossier):
    verdict = examined(dossier)
    assert verdict.code == 0
    assert verdict.sentences == (
        f"All holds: 6 records, every seal and every link fits; the last seal is {dossier['head']}.",
        "Mind: without a receipt (--receipt) nobody can see whether the whole file was rewritten.",
    )


# One alteration at a time, everywhere


def other_values(value):
    if isinstance(value, bool):
        return [not value, int(value), None]
    if isinstance(value, int):
        return [value + 1, -value or 1, str(value), float(value), value + 0.5, 2**53]
    if value is None:
        return [False, 0, "", {}]
    if isinstance(value, str):
        unlike = {f"{value} ", value[:-1], value.swapcase(), unicodedata.normalize("NFD", value), value[::-1], ""}
        return [*sorted(unlike - {value}), [value], None]
    return [None]


def altered_dict(value, path):
    for key, part in value.items():
        yield (*path, key), {k: v for k, v in value.items() if k != key}
        yield (*path, key), {(f"{k}x" if k == key else k): v for k, v in value.items()}
        for deeper, change in altered(part, (*path, key)):
            yield deeper, {**value, key: change}
    yield (*path, "+"), {**value, "extra": 1}


def altered_list(value, path):
    for place, part in enumerate(value):
        yield (*path, place), value[:place] + value[place + 1 :]
        yield (*path, place + 1), [*value[: place + 1], part, *value[place + 1 :]]
        if place + 1 < len(value):
            yield (*path, place), [*value[:place], value[place + 1], part, *value[place + 2 :]]
        for deeper, change in altered(part, (*path, place)):
            yield deeper, [*value[:place], change, *value[place + 1 :]]
    yield (*path, len(value)), [*value, None]


def altered(value, path=()) -> Iterator[tuple[tuple, object]]:
    """Every copy of `value` with one alteration, with the path of that alteration."""
    if isinstance(value, dict):
        yield from altered_dict(value, path)
    if isinstance(value, list):
        yield from altered_list(value, path)
    for other in other_values(value):
        yield path, other


def records_to_name(path, count, left):
    """Which records may be named: the altered one; for the head and for a lost last record the one that is last now."""
    if path == ("head",):
        return {None, count}
    if path[0] != "records" or len(path) == 1:
        return {None}
    return {left if path[1] == left < count else path[1] + 1}


def test_every_single_alteration_anywhere_is_refused_and_names_its_record(dossier):
    count, tried = len(dossier["records"]), 0
    for path, change in altered(dossier):
        tried += 1
        verdict = examined(change)
        assert (verdict.code, len(verdict.sentences)) == (1, 1), path
        left = len(change["records"]) if isinstance(change, dict) and isinstance(change.get("records"), list) else 0
        assert verdict.record in (records_to_name(path, count, left) if path else {None}), (path, verdict.sentences)
    assert tried > 700


@pytest.mark.parametrize("number", range(1, 7))
def test_a_record_resealed_by_a_forger_is_still_the_first_one_named(dossier, number):
    record = dossier["records"][number - 1]
    record["content"]["note"] = "anders"
    record["seal"] = verify.seal_of({key: value for key, value in record.items() if key != "seal"})
    verdict = examined(dossier)
    assert (verdict.code, verdict.record) == (1, number)
    if number < 6:
        assert verdict.sentences == (
            f"Record {number} was altered: record {number + 1} was built on another seal of record {number}.",
        )


# Removed, moved, inserted, cut off


@pytest.mark.parametrize("number", range(1, 6))
def test_a_removed_record_is_named(dossier, number):
    del dossier["records"][number - 1]
    assert examined(dossier).sentences == (f"Record {number} was removed: in its place stands record {number + 1}.",)


def test_two_records_that_changed_places_are_named(dossier):
    records = dossier["records"]
    records[2], records[3] = records[3], records[2]
    assert examined(dossier).sentences == ("Record 3 was moved: in its place stands record 4.",)


def test_an_inserted_record_is_named(dossier):
    dossier["records"].insert(3, dossier["records"][2])
    assert examined(dossier).sentences == (
        "Record 4 was inserted: in that place stands a second record with number 3.",
    )


def test_a_new_record_slipped_in_with_a_fitting_seal_is_named_by_its_double(dossier):
    records = dossier["records"]
    records.insert(3, sealed(4, records[2]["seal"], "reply", QUOTE))
    assert examined(dossier).sentences == (
        "Record 5 was inserted: in that place stands a second record with number 4.",
    )


def test_a_file_cut_off_after_the_fourth_record_is_refused(dossier):
    del dossier["records"][4:]
    assert examined(dossier).sentences == (
        "Record 4 was altered, or the records after it were removed: the seal of the last record is not the head of the file.",
    )


def test_a_record_added_after_the_head_was_set_is_named(dossier):
    dossier["records"].append(sealed(7, dossier["head"], "note", {}))
    assert examined(dossier).sentences == (
        "Record 7 was added afterwards: the head of the file is the seal of record 6.",
    )


def test_a_first_record_that_names_an_earlier_one_is_refused(dossier):
    first = dossier["records"][0]
    first["previous"] = "a" * 64
    first["seal"] = verify.seal_of({key: value for key, value in first.items() if key != "seal"})
    assert (examined(dossier).code, examined(dossier).record) == (1, 1)


# Receipts


def forged(dossier):
    """The whole file rewritten: another text, and every seal made again so that all fits."""
    change = copy.deepcopy(dossier)
    text = TEXT.replace("Elke collega", "Wie tijd heeft")
    change["records"][0]["content"]["document"].update(text=text, sha256=verify.text_seal(text))
    for record in change["records"][1:]:
        record["content"]["document_sha256"] = verify.text_seal(text)
    return resealed(change)


def test_a_wholly_rewritten_file_passes_without_receipt_and_says_that_this_proves_little(dossier):
    verdict = examined(forged(dossier))
    assert verdict.code == 0
    assert "without a receipt" in verdict.sentences[1]


@pytest.mark.parametrize("number", range(1, 7))
def test_a_wholly_rewritten_file_is_refused_with_any_one_receipt(dossier, number):
    seal = dossier["records"][number - 1]["seal"]
    for receipt in (seal, f"{number}:{seal}"):
        assert examined(forged(dossier), receipt).sentences == (
            f"This file is not the dossier that receipt {receipt} was given for: that seal is not in its place in it.",
        )


@pytest.mark.parametrize("start", range(2, 7))
def test_a_file_rewritten_from_some_record_on_is_refused_with_a_receipt_from_then_on(dossier, start):
    change = copy.deepcopy(dossier)
    change["records"][start - 1]["by"]["name"] = "Iemand anders"
    change = resealed(change, start=start)
    for number, record in enumerate(dossier["records"], start=1):
        assert examined(change, record["seal"]).code == (0 if number < start else 1)


def test_a_tail_cut_off_with_a_new_head_is_refused_with_the_receipt_of_the_tail(dossier):
    change = {**dossier, "records": dossier["records"][:5], "head": dossier["records"][4]["seal"]}
    assert examined(change).code == 0
    assert examined(change, f"6:{dossier['head']}").code == 1


def test_a_receipt_of_the_last_record_covers_everything(dossier):
    assert examined(dossier, dossier["head"]).sentences[1] == "Your receipt is in the file and covers all records."


def test_the_newest_of_several_receipts_says_what_is_not_yet_covered(dossier):
    seals = [record["seal"] for record in dossier["records"]]
    assert examined(dossier, seals[1], f"4:{seals[3]}", seals[2]).sentences[1] == (
        "Your receipt is in the file and covers records 1 to 4; records 5 to 6 came later "
        "and it does not cover them yet."
    )


def test_one_strange_receipt_among_good_ones_refuses_the_file(dossier):
    assert examined(dossier, dossier["head"], "b" * 64).code == 1


def test_a_receipt_copied_from_paper_may_have_spaces_dashes_and_capitals(dossier):
    head = dossier["head"]
    fours = " ".join(head[place : place + 4] for place in range(0, 64, 4))
    for written in (head.upper(), fours, fours.replace(" ", "-"), f" 6: {fours}\n", f"06:{head}"):
        assert examined(dossier, written).code == 0, written


def test_a_receipt_with_the_number_of_another_record_is_refused(dossier):
    assert examined(dossier, f"5:{dossier['head']}").code == 1


@pytest.mark.parametrize("length", [0, 1, 12, 63, 65, 128])
def test_a_receipt_that_is_not_whole_is_refused_because_it_proves_nothing(dossier, length):
    verdict = examined(dossier, (dossier["head"] * 2)[:length])
    assert verdict.code == 2
    assert verdict.sentences == (
        f"A receipt has 64 characters, only 0-9 and a-f, and this is not one (length {length}); a shortened receipt is too short to prove anything.",
    )


@pytest.mark.parametrize("receipt", ["g" * 64, "x:" + "a" * 64, "-1x:" + "a" * 64, "٣" * 64, "9" * 10 + ":" + "a" * 64])
def test_a_receipt_of_strange_signs_is_wrong_use(dossier, receipt):
    assert examined(dossier, receipt).code == 2


# What a sealed dossier must also say: each alteration is made by a forger who seals everything again


def refused_by_sense(acts, number, words):
    verdict = examined(dossier_of(acts))
    assert (verdict.code, verdict.record) == (1, number)
    assert words in verdict.sentences[0]


def test_a_text_that_does_not_fit_its_own_number_is_refused():
    document = {"title": "Beleidsplan", "text": f"{TEXT}!", "sha256": verify.text_seal(TEXT)}
    refused_by_sense([("open", {"document": document})], 1, "does not fit the text")


@pytest.mark.parametrize(
    "document", [None, [], {}, {"title": "x", "text": "y"}, {"title": 1, "text": "", "sha256": ""}]
)
def test_a_dossier_without_a_whole_document_is_refused(document):
    refused_by_sense([("open", {"document": document})], 1, "opens the dossier")


def test_a_voice_on_another_text_is_refused():
    acts = [*ACTS[:2], ("voice", {"document_sha256": verify.text_seal("iets anders")}), *ACTS[3:]]
    refused_by_sense(acts, 3, "does not fit the text")


def test_a_dossier_that_does_not_begin_by_opening_is_refused():
    refused_by_sense([("voice", opening()[1]), *ACTS[1:]], 1, "opens the dossier")


def test_a_second_opening_is_refused():
    refused_by_sense([*ACTS[:3], opening(), *ACTS[3:]], 4, "opens the dossier")


def test_a_text_adopted_without_any_voice_is_refused():
    refused_by_sense([ACTS[0], ACTS[1], ACTS[5]], 3, "nobody has spoken")


def test_a_text_rejected_without_any_voice_holds():
    assert examined(dossier_of([ACTS[0], ("settle", {"result": "lapsed"})])).code == 0


@pytest.mark.parametrize("end", ["settle", "withdraw"])
@pytest.mark.parametrize("late", ["voice", "reply", "settle"])
def test_nothing_is_said_in_a_closed_dossier(end, late):
    acts = [*ACTS[:5], (end, {}), (late, {})]
    refused_by_sense(acts, 7, "already closed in record 6")


def test_a_dossier_may_end_with_a_withdrawal_and_with_a_note_after_it():
    assert examined(dossier_of([*ACTS[:4], ("withdraw", {}), ("note", {})])).code == 0
    assert examined(dossier_of([*ACTS, ("withdraw", {})])).code == 0


def test_a_record_earlier_than_the_one_before_it_is_refused_across_offsets():
    acts = [(*opening(), "2026-03-01T10:00:00+01:00"), ("note", {}, "2026-03-01T09:59:59+01:00")]
    refused_by_sense(acts, 2, "lies before")
    same_moment = [(*opening(), "2026-03-01T10:00:00+01:00"), ("note", {}, "2026-03-01T09:00:00Z")]
    assert examined(dossier_of(same_moment)).code == 0


@pytest.mark.parametrize(
    "at",
    [
        "2026-03-01T10:00:00",
        "2026-03-01 10:00:00+01:00",
        "2026-02-30T10:00:00+01:00",
        "2026-W10-1T10:00:00+01:00",
        "2026-03-01T10:00:00+99:00",
        "20260301T100000+0100",
        "\uff12026-03-01T10:00:00+01:00",
        "2026-03-01T10:00:00+01:00\n",
        "0000-03-01T10:00:00+01:00",
        "gisteren",
    ],
)
def test_a_moment_that_is_no_date_and_time_with_offset_is_refused(at):
    refused_by_sense([(*opening(), at)], 1, "date and time with an offset")


# The file itself


def refused_as_file(raw, words):
    verdict = verify.examine(raw, (), "en")
    assert (verdict.code, verdict.record) == (1, None)
    assert words in verdict.sentences[0]


def test_a_field_that_stands_twice_is_refused_wherever_it_stands(dossier):
    text = json.dumps(dossier)
    for word in ('"number": 3,', '"yes": 7,', '"head": '):
        assert text.count(word) == 1
        double = f"{word}{word}" if word.endswith(",") else f'"head": "x", {word}'
        refused_as_file(text.replace(word, double).encode(), "names a field twice")


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"\xef\xbb\xbf{}",
        '{"format": "é"}'.encode("latin-1"),
        b"[" * 100_000,
        b"[" * 100_000 + b"]" * 100_000,
        b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
        b"{} {}",
        b"{}x",
        b"9" * 10_000,
        b" " * (verify.MAX_BYTES + 1),
    ],
    ids=lambda raw: repr(raw[:12]),
)
def test_a_file_that_is_no_json_is_refused_in_one_sentence(raw):
    refused_as_file(raw, "Choose the file that you fetched from the dossier")


@pytest.mark.parametrize(
    "value",
    [
        [],
        1,
        None,
        {},
        {"format": verify.FORMAT, "records": [], "head": ""},
        {"format": verify.FORMAT, "records": {}, "head": ""},
        {"format": verify.FORMAT, "records": {"1": {}}, "head": ""},
        {"format": verify.FORMAT, "records": [{}], "head": None},
        {"format": "draagvlak-dossier/2", "records": [{}], "head": ""},
        {"format": [], "records": [{}], "head": ""},
        {"format": verify.FORMAT, "records": [{}], "head": "", "more": 1},
    ],
)
def test_json_that_is_no_dossier_is_refused_in_one_sentence(value):
    refused_as_file(json.dumps(value).encode(), "no dossier of Draagvlak")


@pytest.mark.parametrize("written", ["NaN", "Infinity", "-Infinity", "1.0", "1e2", "9007199254740992", '"\\ud800"'])
def test_values_that_could_be_read_in_two_ways_are_refused_in_their_record(dossier, written):
    raw = json.dumps(dossier).replace('"days": 15', f'"days": {written}').encode()
    verdict = verify.examine(raw, (), "en")
    assert (verdict.code, verdict.record) == (1, 2)
    assert "never sealed" in verdict.sentences[0]


def test_a_record_with_too_many_layers_is_refused_in_its_record(dossier):
    deep = "[" * 200 + "]" * 200
    raw = json.dumps(dossier).replace('"days": 15', f'"days": {deep}').encode()
    assert verify.examine(raw).record == 2


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("extra", 1),
        ("act", None),
        ("act", 1),
        ("at", 20260301),
        ("content", []),
        ("content", "voice"),
        ("number", True),
    ],
)
def test_a_record_with_strange_parts_is_refused_even_if_all_is_sealed_again(key, value):
    acts = [opening(), ("note", {})]
    dossier = dossier_of(acts)
    assert examined(dossier).code == 0
    record = dossier["records"][0 if key == "number" else 1]
    record[key] = value
    record["seal"] = verify.seal_of({name: part for name, part in record.items() if name != "seal"})
    if key == "number":
        dossier["records"] = [record]
    verdict = examined({**dossier, "head": record["seal"]})
    assert (verdict.code, verdict.record) == (1, 1 if key == "number" else 2)
    assert "exactly the fields" in verdict.sentences[0]


def test_a_file_beyond_fifty_megabytes_is_refused_even_if_it_is_only_padded(dossier):
    raw = json.dumps(dossier).encode()
    assert verify.examine(raw + b" " * 1000).code == 0
    refused_as_file(raw + b" " * verify.MAX_BYTES, "at most 50 MB")


def test_the_bytes_around_the_values_do_not_matter(dossier):
    for raw in (json.dumps(dossier, indent=3), json.dumps(dossier, sort_keys=True, ensure_ascii=True)):
        assert verify.examine(raw.encode(), [dossier["head"]]).code == 0


# The canonical form


def test_the_canonical_form_is_one_fixed_row_of_bytes():
    assert (
        verify.canonical({"b": [1, True, None], "a": 'é\n"', "A": {}})
        == '{"A":{},"a":"é\\n\\"","b":[1,true,null]}'.encode()
    )
    assert verify.seal_of({}) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    assert verify.text_seal("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_letters_that_look_alike_are_kept_apart():
    assert verify.canonical("é") != verify.canonical("e\u0301")


@pytest.mark.parametrize(
    "value",
    [
        *(1.0, float("nan"), float("inf"), [[1.5]], 2**53, -(2**53), "\ud800", {"\udfff": 1}, {1: 2}, {None: 1}),
        *((1,), {1, 2}, b"x", type("Text", (str,), {})("x"), datetime(2026, 1, 1, tzinfo=UTC)),
    ],
    ids=repr,
)
def test_what_has_no_single_form_is_never_sealed(value):
    with pytest.raises(ValueError, match=r"canonical|surrogates"):
        verify.canonical(value)


def test_a_ring_without_end_is_never_sealed():
    ring: list = []
    ring.append(ring)
    with pytest.raises(ValueError, match="layer"):
        verify.canonical(ring)


plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(string.printable, max_size=4), inner, max_size=4)
    ),
    max_leaves=20,
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=20,
)


@effort(deadline=None)
@given(plain, plain)
def test_two_values_share_their_bytes_only_when_they_are_the_same(one, other):
    assert json.loads(verify.canonical(one)) == one
    same = repr(verify.canonical(one)) == repr(verify.canonical(other))
    assert same == (json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True))


# Nothing that is fed to it may end in a traceback


@effort(deadline=None, max_examples=300)
@given(st.binary() | anything.map(lambda value: json.dumps(value).encode()), st.lists(st.text(), max_size=2))
def test_any_bytes_give_sentences_and_never_a_traceback(raw, receipts):
    verdict = verify.examine(raw, receipts, "nl")
    assert verdict.code in {1, 2}
    assert len(verdict.sentences) == 1


@effort(deadline=None, max_examples=300)
@given(st.data())
def test_anything_in_any_place_of_a_dossier_gives_sentences_and_never_a_traceback(data):
    dossier = dossier_of(ACTS)
    whole = copy.deepcopy(dossier)
    place, key = data.draw(st.integers(0, 5)), data.draw(st.sampled_from([*verify.KINDS, None]))
    value = data.draw(anything)
    if key is None:
        dossier["records"][place] = value
    else:
        dossier["records"][place][key] = value
    if data.draw(st.booleans()) and key not in {None, "seal"}:
        record = {name: part for name, part in dossier["records"][place].items() if name != "seal"}
        with suppress(ValueError):
            dossier["records"][place]["seal"] = verify.seal_of(record)
    verdict = verify.examine(json.dumps(dossier).encode(), (), "fr")
    assert (verdict.code == 0) == (json.dumps(dossier) == json.dumps(whole))
    assert verdict.record in {None, place + 1, place} | ({6} if place == 5 else set())


def test_ten_thousand_records_are_examined():
    acts = [opening(), *[("voice", {**QUOTE, "verdict": "yes", "words": f"Stem {number}"}) for number in range(9999)]]
    dossier = dossier_of([(act, content, "2026-03-01T10:00:00+01:00") for act, content in acts])
    assert examined(dossier, dossier["head"]).code == 0
    dossier["records"][9997]["content"]["words"] = "Stem 1"
    assert examined(dossier).record == 9998


# The program as a union's expert runs it: copied out, alone


@pytest.fixture
def copied(tmp_path, dossier):
    shutil.copy(verify.__file__, tmp_path / "verify.py")
    (tmp_path / "dossier.json").write_text(json.dumps(dossier, ensure_ascii=False), encoding="utf-8")

    def run(*words):
        command = [sys.executable, "-I", "verify.py", *words]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    return run


def test_the_copied_file_runs_alone_and_answers_in_dutch(copied, dossier):
    done = copied("dossier.json", "--receipt", dossier["head"])
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        f"Alles klopt: 6 records, elk zegel en elke schakel past; het laatste zegel is {dossier['head']}.\n"
        "Je ontvangstbewijs staat in het bestand en dekt alle records.\n"
    )


def test_a_refusal_is_one_sentence_on_standard_error(copied):
    done = copied("dossier.json", f"--receipt={'c' * 64}", "--language=fr")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Ce fichier n'est pas le dossier pour lequel le reçu")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["a.json", "b.json"],
        ["nowhere.json"],
        ["."],
        ["dossier.json", "--language", "de"],
        ["dossier.json", "--language"],
        ["dossier.json", "--reciept", "x"],
        ["dossier.json", "--receipt"],
        ["dossier.json", "--receipt", "abc"],
        ["--help"],
    ],
)
def test_wrong_use_is_one_sentence_and_code_2(copied, words):
    done = copied(*words)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "Traceback" not in done.stderr


def test_a_console_that_knows_few_letters_still_gets_its_sentence(monkeypatch, tmp_path, dossier):
    console = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", console)
    (tmp_path / "d.json").write_text(json.dumps(dossier), encoding="utf-8")
    receipt = f"--receipt=5:{dossier['records'][4]['seal']}"
    assert verify.main([str(tmp_path / "d.json"), receipt, "--language=fr"]) == 0
    console.seek(0)
    assert "Votre re?u se trouve dans le fichier" in console.read()


def test_main_refuses_a_name_that_no_file_can_have(capsys):
    assert verify.main(["a\0b"]) == 2
    assert capsys.readouterr().out == ""


def test_it_imports_only_the_standard_library_and_stays_within_three_hundred_lines():
    source = Path(verify.__file__).read_text(encoding="utf-8")
    imported = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            imported |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            imported.add((node.module or "").split(".")[0])
    assert imported <= sys.stdlib_module_names
    assert len(source.splitlines()) <= 300


def test_every_sentence_exists_in_three_languages_with_the_same_blanks():
    def blanks(sentence):
        return sorted(field for _, field, _, _ in string.Formatter().parse(sentence) if field)

    def known(table):
        return {key: sorted(set(blanks(sentence))) for key, sentence in table.items()}

    assert known(verify.NL) == known(verify.FR) == known(verify.EN)
    assert all(sentence.strip() == sentence for table in verify.LANGUAGES.values() for sentence in table.values())


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed here")
def test_a_seal_checked_by_hand_with_jq_and_sha256sum_as_the_docstring_says(tmp_path, dossier):
    (tmp_path / "FILE.json").write_text(json.dumps(dossier), encoding="utf-8")
    lines = [line.strip() for line in (verify.__doc__ or "").splitlines() if line.strip().startswith("jq ")]
    assert len(lines) == 2
    numbers = [subprocess.check_output(["/bin/sh", "-c", line], cwd=tmp_path, text=True)[:64] for line in lines]
    assert numbers == [verify.text_seal(TEXT), dossier["records"][3]["seal"]]
