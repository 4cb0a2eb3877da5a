"""Two people in one text: what may be brought together, and that nothing of either is ever lost."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from draagvlak.lib.redline import compare, merge
from draagvlak.lib.redline.blocks import blocks_of, html_of
from draagvlak.lib.redline.merge import _changes
from draagvlak.lib.text import clean_html

WORDS = st.sampled_from(["zorg", "nacht", "leren", "team", "uren", "kamer"])
PARAGRAPHS = st.lists(WORDS, min_size=1, max_size=3).map(lambda words: f"<p>{' '.join(words)}</p>")
ITEMS = st.lists(WORDS, min_size=1, max_size=3)
LISTS = st.tuples(st.sampled_from(["ul", "ol"]), ITEMS).map(
    lambda made: f"<{made[0]}>{''.join(f'<li>{word}</li>' for word in made[1])}</{made[0]}>"
)
TABLES = st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=3).map(
    lambda rows: "<table><tbody>" + "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in rows) + "</tbody></table>"
)
QUOTES = PARAGRAPHS.map(lambda inner: f"<blockquote>{inner}</blockquote>")
TEXTS = st.lists(st.one_of(PARAGRAPHS, PARAGRAPHS, LISTS, TABLES, QUOTES), max_size=5).map("".join).map(clean_html)


@st.composite
def edited(draw, base):
    """The text after somebody took out, added and changed some blocks."""
    blocks = []
    for block in blocks_of(base):
        what = draw(st.sampled_from(["stay", "stay", "stay", "go", "change", "add"]))
        if what in {"stay", "add"}:
            blocks.append(block)
        if what in {"change", "add"}:
            blocks += blocks_of(draw(PARAGRAPHS))
    return html_of(blocks)


@st.composite
def three(draw):
    base = draw(TEXTS)
    return base, draw(edited(base)), draw(edited(base))


def keys(text):
    return Counter(block.key for block in blocks_of(text))


@given(TEXTS)
def test_a_text_comes_back_from_its_blocks_as_it_was(text):
    assert html_of(blocks_of(text)) == text


@given(three())
@settings(max_examples=400, deadline=None)
def test_no_block_that_one_side_added_or_changed_is_lost(texts):
    base, theirs, mine = texts
    merged = merge(base, theirs, mine)
    if merged is None:
        return
    there = keys(merged)
    for side in (theirs, mine):
        for change in _changes(blocks_of(base), blocks_of(side)):
            assert not Counter(change.keys) - there


@given(three())
@settings(max_examples=400, deadline=None)
def test_what_nobody_touched_stays(texts):
    base, theirs, mine = texts
    merged = merge(base, theirs, mine)
    if merged is not None:
        once = {key for key, count in keys(base).items() if count == 1}
        assert once & set(keys(theirs)) & set(keys(mine)) <= set(keys(merged))


@given(three())
def test_it_makes_no_difference_who_was_first(texts):
    base, theirs, mine = texts
    one, other = merge(base, theirs, mine), merge(base, mine, theirs)
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert keys(one) == keys(other)


@given(TEXTS, TEXTS)
def test_without_a_change_on_one_side_it_is_the_other(base, other):
    assert merge(base, other, base) == other
    assert keys(merge(base, base, other)) == keys(other)


@given(TEXTS, TEXTS)
def test_the_same_change_on_both_sides_is_made_once(base, both):
    assert merge(base, both, both) == both


@given(TEXTS, TEXTS, TEXTS)
@settings(max_examples=300, deadline=None)
def test_it_never_picks_one_side_in_silence(base, theirs, mine):
    """When one side is the answer, the other had changed nothing, or the same."""
    merged = merge(base, theirs, mine)
    for side, other in ((theirs, mine), (mine, theirs)):
        if merged is not None and keys(merged) == keys(side) and keys(side) != keys(other):
            assert not any(Counter(change.keys) - keys(side) for change in _changes(blocks_of(base), blocks_of(other)))


BASE = "<p>een</p><ul><li>melk</li><li>brood</li></ul><table><tbody><tr><td>a</td><td>1</td></tr></tbody></table><p>slot</p>"
CASES = {
    "two paragraphs": ("<p>een</p>", "<p>EEN</p>", "<p>slot</p>", "<p>SLOT</p>"),
    "two items of one list": ("melk", "havermelk", "brood", "roggebrood"),
    "an item and a row": ("brood", "roggebrood", "<td>1</td>", "<td>2</td>"),
    "one takes out what stands beside what the other changes": ("<li>melk</li>", "", "brood", "roggebrood"),
}


@pytest.mark.parametrize("case", CASES)
def test_changes_to_different_blocks_come_together(case):
    was, became, other_was, other_became = CASES[case]
    theirs, mine = BASE.replace(was, became), BASE.replace(other_was, other_became)
    assert merge(BASE, theirs, mine) == theirs.replace(other_was, other_became)


@pytest.mark.parametrize(
    ("theirs", "mine"),
    [
        ("<p>EEN</p>", "<p>Een</p>"),
        ("<p>EEN</p>", ""),
        ("<p>een</p><p>erbij</p>", "<p>een</p><p>ook erbij</p>"),
    ],
)
def test_the_same_block_is_for_people(theirs, mine):
    assert merge("<p>een</p>", theirs, mine) is None


def test_a_table_keeps_its_columns_when_one_adds_a_column_and_the_other_a_row():
    base = "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>"
    wider = "<table><tbody><tr><td>a</td><td>b</td><td>c</td></tr></tbody></table>"
    longer = "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>d</td><td>e</td></tr></tbody></table>"
    assert merge(base, wider, longer) is None


def test_what_an_editor_spells_otherwise_is_no_change():
    """The text as it was typed without the editor, and as the editor sends it back."""
    typed = "<ul><li>melk</li></ul><table><thead><tr><th>a</th></tr></thead></table><p>slot</p>"
    sent = '<ul><li><p>melk</p></li></ul><table><tbody><tr><th colspan="1" rowspan="1"><p>a</p></th></tr></tbody></table><p>SLOT</p>'
    theirs = typed.replace("melk", "havermelk")
    merged = merge(typed, theirs, sent)
    assert merged is not None
    assert "havermelk" in merged
    assert "SLOT" in merged


@pytest.mark.parametrize("tag", ["blockquote", "strong"])
def test_a_text_that_is_nested_without_end_loses_nothing(tag):
    """A parser leaves out what lies below some 250 tags, and says nothing."""
    deep = clean_html(f"<p>{f'<{tag}>' * 300}onderaan{f'</{tag}>' * 300}</p><p>slot</p>")
    assert html_of(blocks_of(deep)) == deep
    assert merge(deep, deep, deep.replace("slot", "einde")) == deep.replace("slot", "einde")
    assert "onderaan" in "".join(segment.html for segment in compare("", deep))


def test_a_paragraph_that_both_moved_is_there_once_or_people_choose():
    base = "<p>Over tijd.</p><p>Over geld.</p><p>Over wie beslist.</p>"
    theirs = "<p>Over tijd.</p><p>Nieuw.</p><p>Over wie beslist.</p><p>Over geld.</p>"
    mine = "<p>Anders.</p><p>Over wie beslist.</p><p>Ook nieuw.</p><p>Over geld.</p>"
    assert merge(base, theirs, mine) is None


def test_one_of_two_same_rows_that_both_moved_does_not_go():
    base = "<p>a</p><p>leeg</p><p>leeg</p><p>b</p><p>c</p>"
    theirs = "<p>a</p><p>leeg</p><p>b</p><p>c</p><p>leeg</p>"
    mine = "<p>a</p><p>leeg</p><p>nieuw</p><p>b</p><p>c</p><p>leeg</p>"
    assert merge(base, theirs, mine) is None
