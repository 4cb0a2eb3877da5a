import io
import re
import zipfile
from datetime import timedelta
from itertools import pairwise

import docx
import pikepdf
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from lxml import etree

from draagvlak.decisions import actions, exports, queries
from draagvlak.decisions.models import Part
from draagvlak.decisions.states import Answer, DossierKind
from draagvlak.documents.actions import freeze
from draagvlak.documents.tests.reading import words_of
from draagvlak.lib import clock

ROOT = "https://vto.example.be"
POINTS = ("Voorzie elk jaar een avond.", "Tel mee wie vijftig of ouder is.")


def headings(content):
    """The levels of the headings of a tagged PDF, in order."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        found = []

        def walk(node):
            if isinstance(node, pikepdf.Array):
                for one in node:
                    walk(one)
            elif isinstance(node, pikepdf.Dictionary):
                if re.fullmatch("/H[1-6]", kind := str(node.get("/S", ""))):
                    found.append(int(kind[2]))
                if "/K" in node:
                    walk(node["/K"])

        walk(pdf.Root.StructTreeRoot.K)
        return found


def refuse_broken_order(levels):
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.fixture
def speak(part_of, asked, dirk, now):
    def make(verdict="with_remarks", points=POINTS, kind="works_council", *, by=None, **facts):
        votes = {"for": 0, "against": 0, "abstained": 0}
        words = {"verdict": verdict, "votes": votes, "points": list(points), "note": "", **facts}
        words["document_sha256"] = asked.document.sha256
        return actions.record_voice(part=part_of(kind), said=words, by=by or dirk, at=now, root=ROOT)

    return make


def dossier(one, suffix="docx"):
    fresh = queries.dossiers().get(pk=one.pk)
    return exports.dossier_paper(fresh, today=clock.today(), root=ROOT, suffix=suffix)


def advice(part, suffix="docx", *, today=None):
    return exports.advice_paper(part, today=today or clock.today(), root=ROOT, suffix=suffix)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_each_paper_is_tagged_in_the_language_of_the_reader_and_shows_its_title(asked, part_of, speak, language):
    with override(language):
        form = advice(part_of(), "pdf")
        speak()
        papers = (form, advice(part_of(), "pdf"), dossier(asked, "pdf"))
        word = advice(part_of())
    for content in papers:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            assert str(pdf.Root.Lang) == language
            assert bool(pdf.Root.MarkInfo.Marked)
            assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
            assert str(pdf.docinfo["/Title"])
        refuse_broken_order(headings(content))
    assert docx.Document(io.BytesIO(word)).core_properties.language[:2] == language


def test_a_dossier_tells_who_was_asked_with_which_voice_until_when_and_on_what_ground(asked, part_of):
    text = words_of(dossier(asked))
    part = part_of()
    assert "Dossier 1: Plan" in text
    assert asked.document.sha256 in text
    assert part.ground in text
    assert "geeft advies" in text
    assert "Dit dossier loopt nog. Er is nog niet over beslist." in text
    assert "Er kwamen nog geen vragen of opmerkingen." in text
    assert "Dit orgaan sprak zich nog niet uit." in text


def test_a_dossier_tells_to_whom_the_papers_went_and_when(asked, set_up):
    from draagvlak.notices.models import Message

    mail = Message.objects.get(to="dirk@example.org", kind="papers")
    mail.state, mail.sent_at = "sent", clock.now()
    mail.save()
    table = next(
        one for one in docx.Document(io.BytesIO(dossier(asked))).tables if one.rows[0].cells[-1].text == "Wanneer"
    )
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert any(row[:2] == ["Raad van bestuur", "Els"] and row[2].endswith("uur (wacht)") for row in rows)
    assert any(row[:2] == ["Ondernemingsraad", "Dirk"] and row[2].endswith(" uur") for row in rows)
    assert "dirk@example.org" not in words_of(dossier(asked))


def test_a_dossier_tells_each_point_with_the_reply_and_its_reason(asked, speak, koen, now):
    voice = speak()
    actions.reply(
        dossier=asked, voice=voice.number, point=1, answer=Answer.PARTLY, text="Eén avond.", by=koen, at=now, root=ROOT
    )
    text = words_of(dossier(asked))
    assert "Antwoord van de werkgever: deels gevolgd, met reden. Eén avond." in text
    assert "Antwoord van de werkgever: nog geen antwoord." in text


def test_a_dossier_tells_its_last_seal_and_how_to_check_it(asked, speak):
    last = speak()
    assert f"draagvlak verify dossier-lindehof-1.json --receipt {last.number}:{last.seal}" in words_of(dossier(asked))


def test_sixty_remarks_with_endless_words_are_all_there_in_order(asked, amina, now):
    for turn in range(60):
        text = f"Opmerking {turn} {'lang' * 60} <table><td>é & “ç”\r\n\r\nTweede"
        actions.add_remark(dossier=asked, text=text, by=amina, at=now)
    text = words_of(dossier(asked))
    assert [int(found) for found in re.findall(r"Opmerking (\d+)", text)] == list(range(60))
    assert "<table><td>é & “ç”" in text
    levels = headings(dossier(asked, "pdf"))
    refuse_broken_order(levels)


def test_a_paper_asks_as_many_statements_for_three_remarks_as_for_one(asked, amina, now):
    def count():
        with CaptureQueriesContext(connection) as captured:
            dossier(asked)
        return len(captured)

    actions.add_remark(dossier=asked, text="Een.", by=amina, at=now)
    one = count()
    for text in ("Twee.", "Drie."):
        actions.add_remark(dossier=asked, text=text, by=amina, at=now)
    assert count() == one


def test_a_dossier_that_was_stopped_says_so_and_why(asked, amina, now):
    actions.withdraw_dossier(dossier=asked, reason="De tekst wijzigde.", by=amina, at=now, root=ROOT)
    text = words_of(dossier(asked))
    assert "Reden: De tekst wijzigde." in text
    assert "Dit orgaan sprak zich niet uit." in text
    assert "loopt nog" not in text


def test_of_a_stopped_dossier_a_body_that_did_not_speak_has_no_form(asked, part_of, amina, now):
    actions.withdraw_dossier(dossier=asked, reason="De tekst wijzigde.", by=amina, at=now, root=ROOT)
    text = words_of(advice(part_of()))
    assert "Reden: De tekst wijzigde." in text
    assert "Dit orgaan sprak zich niet uit." in text
    assert "☐" not in text


def test_of_a_secret_ballot_a_paper_tells_the_result_and_nothing_of_anybody(asked, open_ballot, vote_all, council, now):
    ballot = open_ballot(is_secret=True, closes_at=now + timedelta(hours=1))
    vote_all(ballot, "for for against abstained for")
    actions.close_ballot(ballot=ballot, by=council["Anna"], at=now, root=ROOT)
    tables = docx.Document(io.BytesIO(dossier(asked))).tables
    told = next(one for one in tables if one.rows[0].cells[0].text == "Stemming").rows[1]
    text = " ".join(cell.text for cell in told.cells)
    assert "5 van de 5" in text
    assert "aangenomen: voor 3, tegen 1, onthouding 1" in text
    assert not any(name in text for name in council)
    assert "stemde voor" not in words_of(dossier(asked))


def test_an_open_ballot_that_runs_tells_no_counts(asked, open_ballot, vote, council):
    vote(open_ballot(), council["Anna"], "against")
    text = words_of(dossier(asked))
    assert "1 van de 5" in text
    assert "1 tegen" not in text


def test_what_a_body_said_is_a_paper_to_sign(asked, part_of, speak, council, koen, now):
    voice = speak(votes={"for": 8, "against": 1, "abstained": 1}, met_on=clock.today())
    words = {"voice": voice.number, "point": 2, "answer": Answer.FOLLOWED, "text": "Dat doen we."}
    actions.reply(dossier=asked, **words, by=koen, at=now, root=ROOT)
    text = words_of(advice(part_of()))
    assert "Advies van Ondernemingsraad" in text
    assert "voor 8, tegen 1, onthouding 1" in text
    assert POINTS[0] in text
    assert "Antwoord van de werkgever: gevolgd. Dat doen we." in text
    assert asked.document.sha256 in text
    signing = docx.Document(io.BytesIO(advice(part_of()))).tables[-1]
    assert [[cell.text for cell in row.cells[:2]] for row in signing.rows[1:]] == [
        ["voorzitter", ""],
        ["secretaris", "Anna"],
    ]


def test_before_it_spoke_the_paper_is_a_form_to_fill_in_by_hand(asked, part_of, set_up):
    text = words_of(advice(part_of()))
    assert "Blad om in te vullen: Ondernemingsraad" in text
    assert "☐ Gunstig met opmerkingen" in text
    assert "Een lid van Ondernemingsraad legt in Draagvlak vast wat erop staat." in text
    assert f"{ROOT}/o/lindehof/overleg/1/" in text
    board = words_of(advice(part_of("board")))
    assert "☐ Niet goedgekeurd" in board
    assert "Zegt het orgaan nee, dan is een reden nodig." in board
    assert "Punt 1" not in board


def test_a_body_that_never_spoke_leaves_no_form_after_its_term(asked, part_of):
    text = words_of(advice(part_of(), today=part_of().due_on + timedelta(days=1)))
    assert "Dit orgaan sprak zich niet uit." in text
    assert "De termijn is voorbij." in text
    assert "☐" not in text
    assert "Handtekening" not in text


def test_without_a_council_the_form_is_for_the_workers_themselves(organisation, koen, amina, now):
    from draagvlak.stakeholders import actions as roles

    facts = {"name": "Kompas", "joint_committee": "331", "heads": 8, "fte": 6, "hours_per_half_day": "3.8"}
    roles.describe_organisation(facts=facts, by=koen, at=now)
    roles.answer_bodies(present={}, by=koen, at=now)
    roles.finish_set_up(absent={"line_manager": "test", "hr_officer": "test"}, by=koen, at=now)
    actions.set_usual_mandates(by=koen, at=now, kind=DossierKind.MEASURE)
    document = freeze(title="Plan één", text="geen JSON", at=now)
    opened = actions.open_dossier(kind=DossierKind.MEASURE, title="Maatregel", document=document, by=amina, at=now)
    rows = Part.objects.select_related("dossier__document", "dossier__organisation", "body__organisation")
    form = words_of(advice(rows.get(dossier=opened, body__kind="workers")))
    assert "Geef dit blad aan de VTO-coördinator." in form
    assert form.count("namens de medewerkers") == 2
    management = words_of(advice(rows.get(dossier=opened, body__kind="management")))
    assert "Geef dit blad aan de directie." in management
    assert "Koen" in management
    assert "Niemand kreeg de stukken per mail" in words_of(dossier(opened))
    refuse_broken_order(headings(dossier(opened, "pdf")))


def test_a_body_that_is_informed_has_a_paper_to_write_the_day_on_and_then_one_to_sign(
    asked, part_of, speak, signed_in, amina, ria
):
    form = words_of(advice(part_of("union_delegation")))
    assert "Geef dit blad aan de VTO-coördinator." in form
    assert "Hoe is het orgaan geïnformeerd?" in form
    assert "Op de agenda van" in form
    assert "Kruis één antwoord aan" not in form
    assert "Ten laatste op" not in form
    assert "Er ligt nog niet vast dat dit orgaan geïnformeerd is." in words_of(dossier(asked))
    told = {"met_on": clock.today(), "handed_over": "Op papier, aan Ria."}
    speak("informed", (), "union_delegation", by=amina, **told)
    for text in (words_of(advice(part_of("union_delegation"))), words_of(dossier(asked))):
        assert "Op de agenda van" in text
        assert "Op papier, aan Ria." in text
        assert "Stukken per mail" not in text
        assert "Wat het orgaan zegt" not in text
    assert "Informatie aan Syndicale delegatie" in words_of(advice(part_of("union_delegation")))
    key = part_of("union_delegation").pk
    assert signed_in(amina).get(address("download_advice", part=key, suffix="pdf")).status_code == 200


def address(name, **words):
    return reverse(f"decisions:{name}", kwargs={"organisation": "lindehof", "number": 1, **words})


def test_who_takes_part_fetches_them_and_nobody_else(asked, part_of, signed_in, dirk, bram, new_account):
    key, greet = part_of().pk, new_account("Greet")
    for name, words in (("download_dossier", {}), ("download_advice", {"part": key})):
        for suffix, kind in (("pdf", "application/pdf"), ("docx", "wordprocessingml")):
            answer = signed_in(dirk).get(address(name, suffix=suffix, **words))
            assert answer.status_code == 200
            assert kind in answer["Content-Type"]
            assert f'.{suffix}"' in answer["Content-Disposition"]
            assert signed_in(bram).get(address(name, suffix=suffix, **words)).status_code == 403
            assert signed_in(greet).get(address(name, suffix=suffix, **words)).status_code == 404


def test_the_page_of_the_dossier_leads_to_the_papers(asked, part_of, speak, signed_in, dirk):
    page = signed_in(dirk).get(address("dossier")).content.decode()
    form = address("download_advice", part=part_of().pk, suffix="pdf")
    assert address("download_dossier", suffix="docx") in page
    assert f'<a href="{form}">Blad om in te vullen' in page
    speak()
    assert f'<a href="{form}">Advies om te tekenen' in signed_in(dirk).get(address("dossier")).content.decode()


def test_libreoffice_would_find_no_fault_in_the_parts_of_a_word_document(asked, part_of):
    with zipfile.ZipFile(io.BytesIO(advice(part_of()))) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(package.read(name))


def test_a_title_as_long_as_the_field_is_no_fault(set_up, amina, now):
    document = freeze(title="é" * 250, text="{}", at=now)
    words = {"kind": DossierKind.POLICY_PLAN, "title": "W" * 250, "document": document}
    opened = actions.open_dossier(**words, by=amina, at=now)
    assert "W" * 250 in words_of(dossier(opened))
    assert dossier(opened, "pdf").startswith(b"%PDF")
