"""What changed, as people read it."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draagvlak.lib.redline import compare
from draagvlak.lib.text import clean_html, plain

TEXTS = (
    st.lists(
        st.one_of(
            st.lists(st.sampled_from(["zorg", "nacht", "<strong>leren</strong>", "&lt;b&gt;", "uren"]), min_size=1).map(
                lambda words: f"<p>{' '.join(words)}</p>"
            ),
            st.just("<ul><li>melk<ul><li>havermelk</li></ul></li><li>brood</li></ul>"),
            st.just("<ol><li>eerst</li><li>dan</li></ol>"),
            st.just("<table><tbody><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></tbody></table>"),
        ),
        max_size=4,
    )
    .map("".join)
    .map(clean_html)
)


def kinds(old, new):
    return [segment.kind for segment in compare(old, new)]


def html(old, new, **more):
    return "".join(segment.html for segment in compare(old, new, **more))


def side(segments, *, gone):
    """The words of one of the two texts, read back from what was shown."""
    out, stays = ("ins", "del") if gone else ("del", "ins")
    text = ""
    for segment in segments:
        if segment.kind == ("moved" if gone else "left"):
            continue
        inner = segment.html
        while f"<{out}>" in inner:
            before, rest = inner.split(f"<{out}>", 1)
            inner = before + rest.split(f"</{out}>", 1)[1]
        text += inner.replace(f"<{stays}>", "").replace(f"</{stays}>", "") + " "
    # The numbers of an ordered list, and the depth of an item, stand before its words in what is shown.
    return [word for word in plain(text).split() if word not in {"–", "1.", "2."}]


def read(text):
    return plain(text.replace("<ul>", " <ul>")).split()


def test_words_are_marked_and_not_letters():
    assert html("<p>Tekst van why.</p>", "<p>Tekst van waarom.</p>") == (
        "<p>Tekst van <del>why.</del> <ins>waarom.</ins></p>"
    )


def test_a_paragraph_that_moved_is_not_shown_as_new():
    long = "<p>Wie nieuw is, leert met een mentor.</p>"
    rest = "<p>Eerst dit stuk.</p><p>Daarna dat andere stuk.</p>"
    assert kinds(long + rest, rest + long) == ["left", "same", "moved"]
    assert "<ins>" not in html(long + rest, rest + long)


def test_a_row_of_a_table_and_an_item_of_a_list_change_alone():
    table = "<table><tbody><tr><td>Geld</td><td>100</td></tr><tr><td>Uren</td><td>20</td></tr></tbody></table>"
    assert html(table, table.replace("20", "30")).count("<del>") == 1
    items = "<ul><li>melk</li><li>brood</li></ul>"
    assert html(items, "<ul><li>melk</li><li>brood</li><li>kaas</li></ul>").endswith(
        "<ul><li><ins>kaas</ins></li></ul>"
    )


def test_a_long_stretch_that_stayed_is_folded_and_a_long_paragraph_shortened_unless_one_asks_for_all():
    stays = "<p>" + "dit blijft staan " * 40 + "</p>"
    old, new = f"{stays}<p>oud slot</p>", f"{stays}<p>nieuw slot</p>"
    same, changed = compare(old, new)
    assert (same.kind, same.is_long, changed.kind) == ("same", True, "changed")
    assert not compare(old, new, is_whole=True)[0].is_long
    old, new = f"<p>{'blijft ' * 100}oud</p>", f"<p>{'blijft ' * 100}nieuw</p>"
    assert "[…]" in html(old, new)
    assert "[…]" not in html(old, new, is_whole=True)


def test_a_text_that_was_written_anew_is_shown_whole_and_not_in_crumbs():
    assert (
        html("<p>Wij leren elke dag van elkaar.</p>", "<p>Het huis betaalt wie een cursus volgt.</p>").count("<ins>")
        == 1
    )


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_back_word_for_word(old, new):
    segments = compare(old, new, is_whole=True)
    assert sorted(side(segments, gone=True)) == sorted(read(old))
    assert sorted(side(segments, gone=False)) == sorted(read(new))


@given(TEXTS)
def test_the_same_text_has_no_difference(text):
    assert set(kinds(text, text)) <= {"same"}


def test_what_somebody_typed_as_a_mark_is_never_a_mark():
    assert "&lt;b&gt;" in html("<p>a</p>", "<p>&lt;b&gt;</p>")


def test_a_plan_of_200_pages_that_was_rewritten_is_compared_in_seconds():
    """Not a measure of speed: what grows with the square of the pages would take minutes."""
    page = " ".join(f"woord{n}" for n in range(500))
    old = "".join(f"<p>{n} {page}</p>" for n in range(200))
    new = "".join(f"<p>{page.replace('woord', 'ander')} {n}</p>" for n in range(200))
    begun = time.monotonic()
    compare(old, new)
    assert time.monotonic() - begun < 60


@pytest.mark.parametrize(
    "text",
    [
        "vooraan<p>a</p>tussen<p>b</p>achteraan",
        "<ul>los<li>b</li>ook los</ul>",
        "<blockquote>vooraf<p>a</p>erna</blockquote>",
        "<ul><li>voor<ul><li>onder</li></ul>na</li></ul>",
        "<table><tbody><tr><td>cel<ul><li>in cel</li></ul></td></tr></tbody></table>",
    ],
)
def test_words_that_stand_loose_between_blocks_are_shown(text):
    cleaned = clean_html(text)
    assert sorted(side(compare("", cleaned), gone=False)) == sorted(
        plain(cleaned.replace("<", " <")).replace("\n", " ").split()
    )


SPANS = (
    '<table><tbody><tr><th>Wie</th><th colspan="2">Wanneer</th><th>Hoe</th></tr>'
    '<tr><td rowspan="2">Nacht</td><td>maandag</td><td>avond</td><td rowspan="2">samen</td></tr>'
    "<tr><td>dinsdag</td><td>ochtend</td></tr></tbody></table>"
)


def test_a_row_under_a_cell_that_spans_rows_keeps_its_words_in_their_column():
    (same,) = compare(SPANS, SPANS, is_whole=True)
    rows = [re.findall(r"<t[hd]>(.*?)</t[hd]>", row) for row in same.html.split("</tr>")[:-1]]
    assert rows == [
        ["Wie", "Wanneer", "", "Hoe"],
        ["Nacht", "maandag", "avond", "samen"],
        ["", "dinsdag", "ochtend", ""],
    ]


def test_a_word_that_changes_under_a_spanning_cell_changes_alone():
    changed = [one for one in compare(SPANS, SPANS.replace("ochtend", "nacht")) if one.kind == "changed"]
    assert [one.html.count("<td>") for one in changed] == [4]
    assert "<td></td><td>dinsdag</td><td><del>ochtend</del> <ins>nacht</ins></td><td></td>" in changed[0].html


def test_cells_that_span_further_than_the_table_or_over_each_other_lose_no_word():
    odd = (
        '<table><tbody><tr><td>a</td><td rowspan="49">b</td><td rowspan="3" colspan="2">c</td></tr>'
        '<tr><td colspan="49">d</td></tr><tr></tr><tr><td>e</td><td>f</td></tr></tbody></table>'
    )
    assert [plain(one.html).split() for one in compare(odd, odd, is_whole=True)] == [["a", "b", "c", "d", "e", "f"]]


ITEM = "<ul><li><p>Eerst</p><ul><li>onder</li></ul><p>Dan dit</p><table><tr><td>10</td><td>20</td></tr></table><p>{last}</p></li></ul>"


def test_what_stands_in_an_item_keeps_its_order_its_level_and_its_paragraphs():
    (one,) = compare(ITEM.format(last="Slot"), ITEM.format(last="Slot"))
    assert one.html == (
        "<ul><li>Eerst</li><li>– onder</li></ul>"
        "<ul><li>Dan dit</li></ul>"
        "<table><tbody><tr><td>10</td><td>20</td></tr></tbody></table><ul><li>Slot</li></ul>"
    ).replace("</ul><ul>", "")


def test_two_paragraphs_of_an_item_stay_apart_and_only_the_one_that_changed_is_marked():
    old, new = (f"<ol><li><p>Wie werkt, leert.</p><p>Dat duurt {days} dagen per jaar.</p></li></ol>" for days in (4, 5))
    found = "".join(one.html for one in compare(old, new))
    assert "1. Wie werkt, leert." in found
    assert "leert. Dat" not in found
    assert "<del>4</del> <ins>5</ins>" in found
    (same,) = compare(old, old)
    assert same.html == "<ul><li>1. Wie werkt, leert.<p>Dat duurt 4 dagen per jaar.</p></li></ul>"
