import io

import docx
import pikepdf
import pytest
from django.urls import reverse

from draagvlak.policyplan.actions import negotiation as table
from draagvlak.policyplan.models import NegotiationVersion, TalkNote
from draagvlak.policyplan.rules import NegotiationRefused
from draagvlak.policyplan.tests.negotiation_world import begin, propose, put


@pytest.fixture
def clause(set_up, ria, now):
    return put(begin(ria, now), ria, now)


def freeze(clause, by, now):
    return table.freeze_negotiation(negotiation=clause.negotiation, why="", by=by, at=now)


def address(set_up, name, **words):
    return reverse(f"policyplan:{name}", kwargs={"organisation": set_up.slug, "number": 1, **words})


def test_a_version_is_numbered_and_the_same_text_is_not_frozen_twice(clause, ria, koen, now):
    assert freeze(clause, ria, now).number == 1
    with pytest.raises(NegotiationRefused):
        freeze(clause, koen, now)
    propose(clause, koen, now)
    assert freeze(clause, koen, now).number == 2


def test_without_a_clause_there_is_nothing_to_freeze(set_up, ria, now):
    with pytest.raises(NegotiationRefused):
        table.freeze_negotiation(negotiation=begin(ria, now), why="", by=ria, at=now)


def test_two_versions_are_compared_whichever_is_named_first(clause, set_up, ria, koen, now, signed_in):
    freeze(clause, ria, now)
    propose(clause, koen, now)
    freeze(clause, koen, now)
    for older, newer in ((1, 2), (2, 1)):
        page = signed_in(ria).get(address(set_up, "compare_negotiation", older=older, newer=newer))
        assert page.status_code == 200
        assert "Eén punt is gewijzigd." in page.content.decode()
    assert NegotiationVersion.objects.count() == 2


def test_a_version_is_read_as_pdf_and_in_word(clause, set_up, ria, now, signed_in):
    freeze(clause, ria, now)
    pdf = signed_in(ria).get(address(set_up, "download_negotiation", version=1, suffix="pdf")).content
    with pikepdf.open(io.BytesIO(pdf)) as read:
        assert read.Root.MarkInfo.Marked
        assert str(read.docinfo["/Title"]).startswith("Vorming op het werk")
    word = signed_in(ria).get(address(set_up, "download_negotiation", version=1, suffix="docx")).content
    assert "1. Werktijd" in [one.text for one in docx.Document(io.BytesIO(word)).paragraphs]


def test_a_talk_is_noted_once_said_and_not_before(clause, set_up, ria, now, today, signed_in):
    place = address(set_up, "note_talk")
    empty = signed_in(ria).post(place, {"met_on": str(today), "text": "  ", "once": "a"})
    assert empty.status_code == 409
    ahead = signed_in(ria).post(place, {"met_on": "2099-01-01", "text": "Straks", "once": "b"})
    assert ahead.status_code == 409
    assert "Straks" in ahead.content.decode()
    assert signed_in(ria).post(place, {"met_on": str(today), "text": "Over geld.", "once": "c"}).status_code == 302
    assert TalkNote.objects.get().text == "Over geld."
