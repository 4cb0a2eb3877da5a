"""Words inside a rich text are found, replaced and marked, and nothing else changes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draagvlak.lib.passages import Marked, Reading, marked, replaced
from draagvlak.lib.refusals import Trouble
from draagvlak.lib.text import clean_html

ROLES = "<p>De <strong>raad van bestuur</strong> keurt het plan goed.</p>"


@pytest.mark.parametrize(
    ("source", "quote", "count"),
    [
        ("<p>Wie ’s nachts werkt</p>", "Wie 's nachts werkt", 1),
        ("<p>Een halve&nbsp;dag   per\nweek</p>", "halve dag per week", 1),
        ("<p>Een halve</p><p>dag</p>", "halve\n\n dag", 1),
        ("<p>Een halve<br>dag</p>", "halve dag", 1),
        ("<ul><li><p>een</p></li><li><p>twee</p></li></ul>", "een twee", 1),
        ("<p>op <em>op</em> en op</p>", "op", 3),
        ("<p>A &amp; B &lt;c&gt;</p>", "A & B <c>", 1),
        ("<p>cafe\u0301</p>", "café", 1),
        ("<p>op\u00adlei\u200bding</p>", "opleiding", 1),
        ('<p><a href="http://x/?a=1&amp;b=2" rel="noopener noreferrer">hier</a></p>', "noopener", 0),
        ("<p>eenwoord</p>", "een woord", 0),
        ("<p>Tekst</p>", "", 0),
        ("", "Tekst", 0),
    ],
)
def test_words_are_found_as_people_read_them(source, quote, count):
    assert len(Reading(source).found(quote)) == count


@pytest.mark.parametrize(
    ("source", "quote", "words", "becomes"),
    [
        ("<p>Een halve dag.</p>", "halve", "hele", "<p>Een hele dag.</p>"),
        (
            ROLES,
            "De raad van bestuur keurt het plan goed",
            "De raad van bestuur keurt het plan en het budget goed",
            "<p>De <strong>raad van bestuur</strong> keurt het plan en het budget goed.</p>",
        ),
        (ROLES, "raad van bestuur", "directie", "<p>De <strong>directie</strong> keurt het plan goed.</p>"),
        (ROLES, "De raad van bestuur keurt", "Het huis bekijkt", "<p>Het huis bekijkt het plan goed.</p>"),
        (ROLES, "bestuur keurt", "beheer bekijkt", "<p>De <strong>raad van beheer bekijkt</strong> het plan goed.</p>"),
        ("<p>een <em>twee</em> drie</p>", "twee", "", "<p>een  drie</p>"),
        ("<p>een twee drie</p>", "twee", "", "<p>een drie</p>"),
        ("<p>een twee.</p>", "een twee.", "", ""),
        ("<ul><li><p>een</p></li><li><p>twee</p></li></ul>", "twee", "", "<ul><li><p>een</p></li></ul>"),
        ("<table><tbody><tr><td><p>een</p></td></tr></tbody></table>", "een", "", "<table><tbody><tr><td></td></tr></tbody></table>"),
        ("<p>een<br>twee</p>", "een twee", "drie", "<p>drie</p>"),
        ("<p>één.</p><p>twee.</p>", "één. twee.", "één. Nu twee.", "<p>één.</p><p>Nu twee.</p>"),
        ("<p>één.</p><p>twee.</p>", "één. twee.", "één, dus. twee.", "<p>één, dus.</p><p>twee.</p>"),
        ("<p>Dag</p>", "Dag", "<b>x</b> & y", "<p>&lt;b&gt;x&lt;/b&gt; &amp; y</p>"),
        ('<p>Lees <a href="http://x/">de tekst</a>.</p>', "de tekst", "het blad", '<p>Lees <a href="http://x/">het blad</a>.</p>'),
        ("<p>Wie ’s nachts werkt</p>", "'s nachts werkt", "'s avonds werkt", "<p>Wie ’s avonds werkt</p>"),
    ],
)  # fmt: skip
def test_other_words_take_their_place_and_the_markup_around_them_stays(source, quote, words, becomes):
    assert replaced(source, quote, words) == becomes


@pytest.mark.parametrize(
    ("source", "quote", "words", "code"),
    [
        ("<p>op en op</p>", "op", "neer", "count"),
        ("<p>iets anders</p>", "op", "neer", "count"),
        ("<p>één</p><p>twee</p>", "één twee", "drie vier", "blocks"),
        ('<p>Lees <a href="http://x/">dit</a> nu</p>', "Lees dit nu", "Kijk hier eens", "link"),
    ],
)
def test_what_cannot_be_replaced_says_why(source, quote, words, code):
    with pytest.raises(Trouble, match=code):
        replaced(source, quote, words)


def test_marks_stand_around_the_words_and_never_around_a_tag():
    found = marked(ROLES, [Marked(0, 7, "bij-1", "<sup>1</sup>"), Marked(8, 11, "bij-2", "<sup>2</sup>")])
    assert found == (
        '<p><mark class="anchor" id="bij-1">De </mark><strong><mark class="anchor">raad</mark><sup>1</sup> '
        '<mark class="anchor" id="bij-2">van</mark><sup>2</sup> bestuur</strong> keurt het plan goed.</p>'
    )


WORDS = st.text(alphabet="ab c’'\n<&é\u00a0", max_size=8)
HTML = st.lists(
    st.tuples(st.sampled_from(["p", "strong", "em", "li", "a", "td"]), WORDS, WORDS), min_size=1, max_size=5
).map(
    lambda rows: clean_html("".join(f"<{tag}>{one}</{tag}>{other}" for tag, one, other in rows)),
)


@given(HTML, WORDS, st.integers(0, 6), st.integers(1, 9))
def test_whatever_the_text_only_the_passage_changes_and_it_stays_clean(source, words, first, size):
    reading = Reading(source)
    quote = reading.words[first : first + size].strip()
    if len(reading.found(quote)) != 1:
        return
    try:
        made = replaced(source, quote, words)
    except Trouble:
        return
    at = reading.found(quote)[0]
    wanted = reading.words[:at] + " ".join(words.split()) + reading.words[at + len(quote) :]
    assert " ".join(Reading(made).words.split()) == " ".join(wanted.split())
    # Saving empties a text of which no word is left, takes the space at its edges away, and makes a paragraph of bare words.
    assert clean_html(made).strip() == made.strip() or "<" not in made or not Reading(made).words.strip()
    assert re.sub(r"</?mark[^>]*>", "", marked(source, [Marked(at, at + len(quote), "x")])) == source
