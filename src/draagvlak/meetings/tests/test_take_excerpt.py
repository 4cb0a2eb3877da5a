import io
import zipfile
from datetime import timedelta

import docx
import pikepdf
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from draagvlak.documents.tests.reading import words_of
from draagvlak.lib import clock
from draagvlak.meetings import actions, exports, queries
from draagvlak.meetings.models import AgendaItem, Invitee
from draagvlak.meetings.rules import NotPossibleNow
from draagvlak.meetings.tests.conftest import ROOT, fresh, here
from draagvlak.stakeholders.models import Seat

SECRET = "Het dossier van Bram"
VOTE = {"how": "vote", "votes_for": 8, "votes_against": 1, "votes_abstained": 1}


@pytest.fixture
def approved(council, nadia, koen, held, item, reported, now):
    """Minutes of two points, of which the second is nobody's business."""

    def make(said=None, *, remarks=""):
        meeting = held(council, nadia)
        mine, other = item(meeting, nadia, title="Vorming ’s nachts", kind="advice"), item(meeting, nadia, title=SECRET)
        keys = {one.person: one.pk for one in queries.invitees_of(meeting)}
        people = {keys["Dirk"]: ("excused", "Zoë Çelik"), keys["Nadia"]: ("present", ""), keys["Koen"]: ("present", "")}
        actions.record_attendance(meeting=fresh(meeting), people=people, by=nadia, at=now)
        words = said or {"outcome": "Besproken.\n\nRustig.", "decision": "Gunstig & snel <b>.", **VOTE}
        reported(meeting, nadia, {mine: words, other: {"outcome": SECRET + ", woord voor woord."}})
        actions.approve_minutes(
            minutes=fresh(meeting).report, approved_in=None, remarks=remarks, by=koen, at=now + timedelta(minutes=1)
        )
        return mine, other

    return make


def found(item):
    items = AgendaItem.objects.select_related("meeting__body__organisation", "meeting__organisation")
    return items.select_related("meeting__minutes").get(pk=item.pk)


def excerpt(item, suffix="docx"):
    return exports.excerpt_paper(found(item), suffix=suffix)


def test_an_excerpt_has_one_point_as_it_was_approved(approved):
    mine, _other = approved()
    text = words_of(excerpt(mine))
    report = found(mine).meeting.minutes
    assert "Uittreksel uit het verslag van Ondernemingsraad" in text
    assert "1. Vorming ’s nachts" in text
    assert "Besproken.\n\nRustig." in text
    assert "Gunstig & snel <b>." in text
    assert "voor 8, tegen 1, onthouding 1" in text
    assert "schriftelijk door Koen" in text
    assert "Dirk (vervangen door Zoë Çelik)" in text
    assert "voorzitter\nKoen" in text
    assert "secretaris\nNadia" in text
    assert report.document.sha256 in text
    assert "Besproken.\n\nRustig." in report.document.text


def test_nothing_of_another_point_leaks(approved, nadia, signed_in, set_up):
    mine, _other = approved(remarks=f"{SECRET} staat er fout in.")
    assert SECRET not in words_of(excerpt(mine))
    assert "Die staan in het volledige verslag." in words_of(excerpt(mine))
    for suffix in ("pdf", "docx"):
        answer = signed_in(nadia).get(here(set_up, "take_excerpt", pk=mine.pk, suffix=suffix))
        assert SECRET not in str(answer.headers)
        if suffix == "pdf":
            with pikepdf.open(io.BytesIO(answer.content)) as pdf:
                assert "Bram" not in str(pdf.docinfo)
        else:
            with zipfile.ZipFile(io.BytesIO(answer.content)) as package:
                assert not any(b"Bram" in package.read(name) for name in package.namelist())


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_it_is_tagged_in_the_language_of_the_reader_and_shows_its_title(approved, language):
    mine, _other = approved()
    with override(language):
        content, word = excerpt(mine, "pdf"), excerpt(mine)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert str(pdf.Root.Lang) == language
        assert bool(pdf.Root.MarkInfo.Marked)
        assert "/StructTreeRoot" in pdf.Root
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert "Ondernemingsraad" in str(pdf.docinfo["/Title"])
    document = docx.Document(io.BytesIO(word))
    assert document.core_properties.language[:2] == language
    assert [one.style.name for one in document.paragraphs if one.style.name.startswith(("Title", "Heading"))] == [
        "Title",
        "Heading 1",
        "Heading 2",
        "Heading 1",
    ]


def test_before_the_minutes_are_approved_one_sentence_says_why_not(
    council, nadia, dirk, held, item, minuted, set_up, signed_in, now
):
    meeting = held(council, nadia)
    mine = item(meeting, nadia, title="Nacht")
    address = here(set_up, "take_excerpt", pk=mine.pk, suffix="pdf")
    minuted(meeting, nadia, {mine: {"outcome": "Ruwe notities."}})
    for person in (nadia, dirk):
        answer = signed_in(person).get(address)
        text = answer.content.decode()
        assert answer.status_code == 409
        assert "Een uittreksel kan pas als het verslag goedgekeurd is." in text
        assert "Ruwe notities." not in text
    actions.send_minutes(meeting=fresh(meeting), by=nadia, at=now, root=ROOT)
    assert signed_in(dirk).get(address).status_code == 409
    with pytest.raises(NotPossibleNow):
        excerpt(mine)
    assert "uittreksel.pdf" not in signed_in(dirk).get(here(set_up, "meeting", pk=meeting.pk)).content.decode()


def test_who_may_read_the_minutes_takes_it_and_nobody_else(approved, signed_in, set_up, dirk, bram, els, new_account):
    mine, _other = approved()
    address = here(set_up, "take_excerpt", pk=mine.pk, suffix="docx")
    page = here(set_up, "meeting", pk=mine.meeting_id)
    assert signed_in(dirk).get(address).status_code == 200
    assert f'href="{address}"' in signed_in(dirk).get(page).content.decode()
    assert [signed_in(one).get(address).status_code for one in (bram, els, new_account("Greet"))] == [403, 403, 404]


def test_a_guest_from_outside_takes_nothing(approved, signed_in, set_up, new_account):
    mine, _other = approved()
    leen = new_account("Leen")
    Invitee.objects.create(meeting=mine.meeting, account=leen, guest_name="Leen", is_guest=True)
    assert signed_in(leen).get(here(set_up, "take_excerpt", pk=mine.pk, suffix="pdf")).status_code == 404


def test_the_minutes_of_the_delegation_stay_with_it(set_up, bodies, ria, koen, held, item, reported, signed_in, now):
    meeting = held(bodies["union_delegation"], ria)
    point = item(meeting, ria, title="Onder ons")
    reported(meeting, ria, {point: {"outcome": "Blijft hier."}})
    actions.approve_minutes(minutes=fresh(meeting).report, approved_in=None, remarks="", by=ria, at=now)
    address = here(set_up, "take_excerpt", pk=point.pk, suffix="docx")
    assert "Blijft hier." in words_of(signed_in(ria).get(address).content)
    assert signed_in(koen).get(address).status_code == 403


def test_who_kept_the_minutes_then_signs_also_when_he_left_since(approved, council):
    mine, _other = approved()
    Seat.objects.filter(body=council, function="secretary").update(ends_on=clock.today() - timedelta(days=1))
    assert "secretaris\nNadia" in words_of(excerpt(mine))


def test_a_point_about_which_nothing_was_written_says_so(approved):
    mine, _other = approved({"outcome": "", "decision": ""})
    assert "Bij dit punt staat niets in het verslag." in words_of(excerpt(mine))


def test_it_asks_as_many_statements_for_many_people_as_for_few(approved):
    mine, _other = approved()

    def count():
        thing = found(mine)
        with CaptureQueriesContext(connection) as captured:
            exports.excerpt_paper(thing, suffix="docx")
        return len(captured)

    few = count()
    for turn in range(20):
        Invitee.objects.create(meeting=mine.meeting, guest_name=f"Gast {turn}", presence="present", is_guest=True)
    assert count() == few
