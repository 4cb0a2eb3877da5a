"""In a real browser: a reader who has a printer fetches the form to fill in by hand; then the paper to sign, the whole dossier
and one point of the minutes. On a phone, without scripts."""

import re
import subprocess

import docx
import pytest

from tests.stories.acts import go, sees

pytestmark = pytest.mark.story
NUMBER = 4  # the small change of the plan, on which the board still has to decide


def fetch(page, link):
    """Click a link that gives a file; where it was saved."""
    with page.expect_download() as saved:
        link.click()
    return saved.value.path(), saved.value.suggested_filename


def words_in(path):
    """What a PDF says, read by another program."""
    said = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    return " ".join(said.split())


def test_the_form_the_signed_paper_and_the_dossier(enter):
    els = enter("els", width=360, java_script_enabled=False)
    els.goto(f"/o/lindehof/overleg/{NUMBER}/")
    path, name = fetch(els, els.get_by_role("link", name=re.compile("Blad om in te vullen.*Raad van bestuur")))
    form = words_in(path)
    assert name == f"dossier-lindehof-{NUMBER}-board.pdf"
    assert "Blad om in te vullen: Raad van bestuur" in form
    assert "Kruis één antwoord aan." in form
    path, _name = fetch(els, els.get_by_role("link", name="Het hele dossier (PDF)"))
    whole = words_in(path)
    assert "draagvlak verify" in whole
    assert "geheim" in whole
    els.goto("/o/lindehof/overleg/2/")
    path, name = fetch(els, els.get_by_role("link", name=re.compile("Word.*Ondernemingsraad")))
    text = [one.text for one in docx.Document(path).paragraphs]
    assert name == "dossier-lindehof-2-works-council.docx"
    assert "Advies van Ondernemingsraad" in text
    assert any(one.startswith("Antwoord van de werkgever: gevolgd.") for one in text)


def in_libreoffice(path, folder):
    """What another word processor reads in a Word document."""
    document = folder / "paper.docx"
    document.write_bytes(path.read_bytes())
    words = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile"]
    words += ["--convert-to", "pdf", "--outdir", str(folder), str(document)]
    subprocess.run(words, check=True, capture_output=True, timeout=120)
    return words_in(folder / "paper.pdf")


def test_one_point_of_the_minutes(enter, tmp_path):
    amina = enter("amina")
    amina.goto("/o/lindehof/vergaderingen/")
    go(amina.get_by_role("link", name="Gesprek over vorming"))
    sees(amina, "goedgekeurd in de vergadering")
    path, _name = fetch(amina, amina.get_by_role("link", name=re.compile(r"Uittreksel.*Het belang.*PDF")))
    assert "Uittreksel uit het verslag van Raad van bestuur" in words_in(path)
    word = amina.get_by_role("link", name=re.compile("Word.*uittreksel.*Het belang"))
    path, name = fetch(amina, word)
    assert name.endswith("-1.docx")
    assert "De directie start een project voor een beleidsplan" in in_libreoffice(path, tmp_path)
