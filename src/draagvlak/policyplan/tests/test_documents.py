import io

import docx
import pikepdf
import pytest
from weasyprint import HTML

from draagvlak.decisions.actions import withdraw_dossier
from draagvlak.documents.exports import FONTS, word_document
from draagvlak.documents.exports.printing import OnlyOurFonts
from draagvlak.documents.tests.reading import words_of
from draagvlak.policyplan import actions, exports, queries
from draagvlak.policyplan.states import CoreQuestion, SectionKey


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "http://127.0.0.1:1/x.png",
        "https://example.org/x.css",
        "house:../../settings",
        "data:text/css,x",
        "/etc/passwd",
    ],
)
def test_rendering_reads_nothing_but_the_fonts_of_the_house(url):
    with pytest.raises(ValueError, match="may not read"):
        OnlyOurFonts(FONTS).fetch(url)


def test_a_document_that_asks_for_a_file_or_the_network_is_made_without_it(tmp_path):
    secret = tmp_path / "geheim.txt"
    secret.write_text("GEHEIM")
    html = f'<p>Dag</p><img src="file://{secret}"><link rel="stylesheet" href="http://127.0.0.1:1/x.css"><object data="file://{secret}"></object>'
    written = HTML(string=html, base_url="house:", url_fetcher=OnlyOurFonts(FONTS)).write_pdf()
    assert b"GEHEIM" not in written


def test_the_twin_without_the_fence_does_read_the_file(tmp_path):
    """What the fence keeps out: the library itself attaches a local file when asked."""
    secret = tmp_path / "geheim.txt"
    secret.write_text("GEHEIM" * 9)
    html = f'<link rel="attachment" href="file://{secret}"><p>Dag</p>'
    free = HTML(string=html).write_pdf(uncompressed_pdf=True)
    fenced = HTML(string=html, base_url="house:", url_fetcher=OnlyOurFonts(FONTS)).write_pdf(uncompressed_pdf=True)
    assert (b"GEHEIM" in free, b"GEHEIM" in fenced) == (True, False)


def test_the_pdf_is_tagged_in_dutch_and_shows_its_title(plan):
    with pikepdf.open(io.BytesIO(exports.pdf(queries.version_at_work(plan)))) as pdf:
        root = pdf.Root
        assert str(root.Lang) == "nl"
        assert bool(root.MarkInfo.Marked)
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert "/StructTreeRoot" in root
        assert str(pdf.docinfo["/Title"]).startswith("Plan 2027")


def test_a_draft_says_so_and_names_no_decision(plan):
    text = words_of(exports.docx(queries.version_at_work(plan)))
    assert "Dit is een ontwerp. Er is nog niet over beslist." in text
    assert "De goedkeuring" not in text


def test_what_lies_before_the_bodies_is_not_called_refused(plan, amina, now):
    dossier = actions.submit_version(plan=plan, by=amina, at=now)
    text = words_of(exports.docx(queries.version_at_work(plan)))
    assert "Er is nog niet over beslist." in text
    assert "niet goedgekeurd" not in text
    withdraw_dossier(dossier=dossier, reason="Anders.", by=amina, at=now)
    assert "Deze versie is niet goedgekeurd." in words_of(exports.docx(queries.versions_of(plan)[0]))


def test_the_word_document_has_real_headings_lists_and_tables(plan, amina, now):
    body = "<h3>Recht</h3><ul><li><p>Eén <strong>vet</strong></p></li></ul><table><tbody><tr><th><p>A</p></th><td><p>B</p></td></tr></tbody></table>"
    actions.write_section(plan=plan, key=SectionKey.RIGHTS, body=body, revision=2, by=amina, at=now)
    document = docx.Document(io.BytesIO(exports.docx(queries.version_at_work(plan))))
    styles = {(p.text, p.style.name) for p in document.paragraphs}
    assert {("Rechten en plichten", "Heading 1"), ("Recht", "Heading 2"), ("Eén vet", "List Bullet")} <= styles
    assert any([cell.text for cell in table.rows[0].cells] == ["A", "B"] for table in document.tables)


def test_signs_that_mean_something_in_xml_stay_words():
    text = words_of(word_document("<p>A &lt;b&gt; &amp; “c” — ’s</p>", title="T & <x>", organisation="O"))
    assert "A <b> & “c” — ’s" in text


def test_what_a_word_processor_pastes_between_lines_does_not_break_the_document():
    text = words_of(word_document("<p>A\x0bB\x1b C\ufffe😀</p>", title="T\x0c", organisation="O\x08"))
    assert text == "A B C 😀"


def test_words_between_marks_keep_their_space_and_a_second_list_begins_at_one():
    html = "<p><strong>A</strong> <em>b</em></p><ol><li>c</li></ol><p>x</p><ol><li><p>d</p><p>e</p></li></ol>"
    document = docx.Document(io.BytesIO(word_document(html, title="T", organisation="O")))
    assert [one.text for one in document.paragraphs] == ["A b", "c", "x", "d", "e"]
    numbered = [one._p.pPr.numPr.numId.val for one in document.paragraphs if one.style.name == "List Number"]
    assert len(set(numbered)) == 2


def test_a_first_row_of_names_is_read_out_with_each_cell_and_columns_have_their_width():
    html = '<table><tr><th class="w25">A</th><th>B</th></tr><tr><td><p>x</p><p>y</p></td><td>z</td></tr></table>'
    (table,) = docx.Document(io.BytesIO(word_document(html, title="T", organisation="O"))).tables
    assert table._tbl.xml.count("<w:tblHeader") == 1
    first, second = table.rows[1].cells
    assert (first.text, round(second.width / first.width, 1)) == ("x\ny", 3.0)


def test_what_a_policy_must_bring_about_stands_apart_from_what_shows_it(plan, koen, amina, now):
    """Row A8.3: a sentence ends before its indicator begins, on the page of the plan and on paper."""
    project = plan.project
    actions.reopen_vision(project=project, by=koen, at=now)
    facts = {"personnel": "Nieuwe collega’s blijven.", "personnel_indicator": "nog in dienst na één jaar"}
    words = {"text": "<p>Mensen blijven.</p>", "facts": facts, "is_settled": True}
    question = CoreQuestion.CONTRIBUTION
    actions.settle_answer(project=project, question=question, facts=words, version=1, by=amina, at=now)
    text = words_of(exports.docx(queries.version_at_work(plan)))
    assert "Nieuwe collega’s blijven." in text
    assert "Dat zien we aan: nog in dienst na één jaar" in text
    assert ".:" not in text
