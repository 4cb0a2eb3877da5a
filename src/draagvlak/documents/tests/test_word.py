"""What people write stands in the Word document as on the page: each word once, each number under its own heading."""

import io

import docx
import pytest

from draagvlak.documents.exports.word import word_document


def opened(html):
    return docx.Document(io.BytesIO(word_document(html, title="Plan", organisation="De Lindehof")))


def rows(html):
    (table,) = opened(html).tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def texts(html):
    return [paragraph.text for paragraph in opened(html).paragraphs]


def test_a_cell_over_two_rows_or_columns_keeps_the_others_under_their_heading():
    html = '<table><tr><th>Jaar</th><th>Dienst</th><th>Euro</th></tr><tr><td rowspan="2">2027</td><td>Zorg</td><td>100</td></tr>'
    html += '<tr><td>Keuken</td><td>200</td></tr><tr><td colspan="2">Samen</td><td>300</td></tr></table>'
    assert rows(html) == [
        ["Jaar", "Dienst", "Euro"],
        ["2027", "Zorg", "100"],
        ["2027", "Keuken", "200"],
        ["Samen", "Samen", "300"],
    ]


@pytest.mark.parametrize("span", ["0", "99999", "-1", "x", ""])
def test_a_span_that_is_none_or_endless_breaks_nothing(span):
    html = f'<table><tr><td rowspan="{span}" colspan="{span}">A</td><td>B</td></tr><tr><td>C</td></tr></table>'
    assert "A" in str(rows(html))


def test_a_row_of_more_cells_than_word_takes_keeps_the_first(tmp_path):
    html = f"<table><tr>{''.join(f'<td>{n}</td>' for n in range(80))}</tr></table>"
    assert rows(html)[0][:2] == ["0", "1"]


def test_words_in_an_item_or_a_cell_are_not_glued():
    html = "<ul><li><p>Bedragen</p><table><tr><td>10</td><td>20</td></tr></table></li><li>een<p>twee</p></li></ul>"
    assert texts(html) == ["Bedragen", "een", "twee"]
    assert rows(html) == [["10", "20"]]
    assert rows("<table><tr><td>een<p>twee</p></td><td><table><tr><td>in</td></tr></table></td></tr></table>") == [
        ["een\ntwee", "in"]
    ]


def test_loose_words_keep_their_marks_and_stay_one_paragraph():
    (first, second) = opened("Wie ’s nachts werkt krijgt <b>geen</b> aftrek.<p>Nog iets.</p>").paragraphs
    assert (first.text, second.text) == ("Wie ’s nachts werkt krijgt geen aftrek.", "Nog iets.")
    assert [run.text for run in first.runs if run.bold] == ["geen"]


def test_paper_tells_where_a_link_leads_and_keeps_what_stands_higher():
    (paragraph,) = opened('<p>Zie <a href="https://x.be">hier</a>: 10 m<sup>2</sup>, H<sub>2</sub>O</p>').paragraphs
    assert paragraph.text == "Zie hier (https://x.be): 10 m2, H2O"
    assert [run.font.superscript for run in paragraph.runs if run.text == "2"] == [True, False]
    assert texts('<p><a href="mailto:an@x.be">an@x.be</a></p>') == ["an@x.be"]


def in_order(html):
    """Each paragraph with its style, each table with its cells, as they follow each other."""
    return [
        (block.style.name, block.text)
        if hasattr(block, "text")
        else [[cell.text for cell in row.cells] for row in block.rows]
        for block in opened(html).iter_inner_content()
    ]


def test_what_stands_in_an_item_keeps_its_order_and_a_table_stays_a_table():
    html = "<ul><li><p>Eerst</p><ul><li><p>onder</p></li></ul><p>Dan <strong>dit</strong></p>"
    html += "<table><tr><td>10</td><td>20</td></tr></table><p>Ten slotte</p></li><li><p>Volgende</p></li></ul>"
    assert in_order(html) == [
        ("List Bullet", "Eerst"),
        ("List Bullet 2", "onder"),
        ("List Continue", "Dan dit"),
        [["10", "20"]],
        ("List Continue", "Ten slotte"),
        ("List Bullet", "Volgende"),
    ]


def test_a_quote_or_a_heading_in_an_item_stays_there_in_its_turn():
    html = (
        "<ol><li><h3>Kop</h3><blockquote><p>Gezegd</p></blockquote>los<ol><li>diep<p>en verder</p></li></ol></li></ol>"
    )
    assert in_order(html) == [
        ("List Number", "Kop"),
        ("List Continue", "Gezegd"),
        ("List Continue", "los"),
        ("List Number 2", "diep"),
        ("List Continue 2", "en verder"),
    ]
