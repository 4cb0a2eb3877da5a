from datetime import UTC, date, datetime

from django.utils.translation import override

from draagvlak.ui.templatetags.house import colon, day, dots, in_eights, in_words, moment, redline, rich, seal


def test_a_moment_is_shown_in_brussels_time():
    assert moment(datetime(2027, 1, 31, 23, 30, tzinfo=UTC)) == "1 februari 2027, 0.30 uur"


def test_a_day_is_the_day_in_brussels():
    assert [day(datetime(2027, 7, 31, 22, 30, tzinfo=UTC)), day(date(2027, 3, 9)), day("2027-03-09"), day(None)] == [
        "1 augustus 2027",
        "9 maart 2027",
        "9 maart 2027",
        "",
    ]


def test_a_seal_is_shown_as_twelve_digits_in_fours():
    assert seal("f55ff16f66f4aaaa") == '<code class="seal">f55f f16f 66f4</code>'


def test_a_whole_seal_is_broken_in_eights():
    assert in_eights("a" * 16) == "aaaaaaaa aaaaaaaa"


def test_names_are_joined_as_in_a_sentence():
    assert [in_words([]), in_words(["An"]), in_words(["An", "Bo", "Cas"])] == ["", "An", "An, Bo en Cas"]


def test_rich_text_is_cleaned_on_reading():
    assert rich("<p>x<script>y</script><ins>z</ins></p>") == "<p>xz</p>"


def test_a_redline_keeps_insertions_and_deletions_only_and_says_which_is_which():
    drawn = redline("<p><ins>a</ins><del>b</del><iframe></iframe></p>")
    new = '<span class="sr">[nieuw: </span>a<span class="sr">]</span>'
    gone = '<span class="sr">[weg: </span>b<span class="sr">]</span>'
    assert drawn == f"<p><ins>{new}</ins><del>{gone}</del></p>"


def test_a_missing_voice_is_an_empty_seat_on_its_beam():
    drawn = dots(0, 1.3, missing=True)
    assert drawn.count("s-empty") == 1
    assert 'width="23.4"' in drawn


def test_french_puts_a_space_before_the_colon_that_never_breaks():
    with override("nl"):
        assert colon("<Els>") == "&lt;Els&gt;:"
    with override("fr"):
        assert colon("Els") == "Els\N{NO-BREAK SPACE}:"
