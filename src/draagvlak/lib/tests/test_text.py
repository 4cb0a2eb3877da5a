"""What people type or paste becomes a text of ours, and not one word of it sticks to another or goes."""

import re
import time

import pytest

from draagvlak.lib.text import clean_html, plain

PASTED = {
    "<div>Eerste zin</div><div>Tweede zin</div>": "<p>Eerste zin</p><p>Tweede zin</p>",
    "<section><article>Een</article><article>Twee</article></section>": "<p>Een</p><p>Twee</p>",
    "<dl><dt>Term</dt><dd>Uitleg</dd></dl>": "<p>Term</p><p>Uitleg</p>",
    "<p>a</p><h5>Kop</h5><p>b</p>": "<p>a</p><h4>Kop</h4><p>b</p>",
    "<h1 class=MsoTitle>Titel</h1><p>x</p>": "<h2>Titel</h2><p>x</p>",
    "<p><b style='mso-bidi-font-weight:normal'>Vet</b></p>": "<p><strong>Vet</strong></p>",
    '<b style="font-weight:normal"><p>Een</p><p>Twee</p></b>': "<p>Een</p><p>Twee</p>",
    "<ul><li>a<div>b</div></li></ul>": "<ul><li>a<br>b</li></ul>",
    "<table><caption>Uren</caption><tr><td><div>1</div><div>2</div></td></tr></table>": (
        "<p>Uren</p><table><tbody><tr><td>1<br>2</td></tr></tbody></table>"
    ),
    "<xml><w:View>Normal</w:View></xml><p>ok</p>": "<p>ok</p>",
    "<div onclick=alert(1)>x<script>alert(1)</script><img src=//evil.example/x></div>": "<p>x</p>",
}
TYPED = {
    "Vul <naam> in bij artikel 3": "<p>Vul &lt;naam&gt; in bij artikel 3</p>",
    "minder dan 5 <b": "<p>minder dan 5 &lt;b</p>",
    "5 < 6 en 7 > 3": "<p>5 &lt; 6 en 7 &gt; 3</p>",
}


@pytest.mark.parametrize("pasted", PASTED)
def test_blocks_of_another_program_stay_apart(pasted):
    assert clean_html(pasted) == PASTED[pasted]


@pytest.mark.parametrize("typed", TYPED)
def test_what_somebody_typed_between_brackets_is_not_taken_for_a_tag(typed):
    assert clean_html(typed) == TYPED[typed]


@pytest.mark.parametrize("text", [*PASTED, *TYPED, "<td>los</td>", "<w:sdt>Hallo</w:sdt>"])
def test_cleaning_what_was_cleaned_changes_nothing(text):
    assert clean_html(clean_html(text)) == clean_html(text)


def test_marks_of_a_comparison_are_kept_where_they_are_asked_for():
    text = "<p><del>oud</del> <ins>nieuw</ins></p>"
    assert clean_html(text, more={"ins", "del"}) == text
    assert clean_html(text) == "<p><s>oud</s> nieuw</p>"


@pytest.mark.parametrize("piece", ["<title>", "<div ", "<div>", "<b ", "</div>", "<xml><title>"])
def test_a_text_made_to_be_slow_is_not(piece):
    began = time.perf_counter()
    clean_html(piece * 5_000)
    assert time.perf_counter() - began < 3


@pytest.mark.parametrize("span", ["9999999", "50", "-3", "abc", "0"])
def test_no_cell_reaches_over_more_than_a_table_can_have(span):
    text = f'<table><tbody><tr><td colspan="{span}" rowspan="{span}">x</td><td colspan="2">colspan="99"</td></tr></tbody></table>'
    kept = '<table><tbody><tr><td>x</td><td colspan="2">colspan="99"</td></tr></tbody></table>'
    assert clean_html(text) == kept


@pytest.mark.parametrize("tag", ["blockquote", "strong", "ul", "table"])
def test_what_is_nested_deeper_than_anybody_reads_becomes_flat_and_keeps_its_words(tag):
    inner = {"ul": "<li>{}", "table": "<tr><td>{}"}.get(tag, "{}")
    text = "".join(f"<{tag}>" + inner.format(f"woord{number} ") for number in range(150))
    cleaned = clean_html(text)
    assert plain(cleaned).split() == [f"woord{number}" for number in range(150)]
    depth = deepest = 0
    for closes in re.findall(r"<(/?)(?!br|hr)[a-z]", cleaned):
        depth += -1 if closes else 1
        deepest = max(deepest, depth)
    assert deepest <= 40
    assert clean_html(cleaned) == cleaned
