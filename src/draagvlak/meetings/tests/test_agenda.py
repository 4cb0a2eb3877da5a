from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.lib.refusals import Changed
from draagvlak.meetings import actions, queries
from draagvlak.meetings.models import AgendaItem, Paper
from draagvlak.meetings.rules import NoReason, NotPossibleNow
from draagvlak.meetings.tests.conftest import ROOT, acts, fresh, here, mails
from draagvlak.stakeholders.models import Body

PDF = b"%PDF-1.7\n%stuk"


def titles(meeting):
    return [(one.number, one.title) for one in queries.items_of(meeting)]


def test_any_member_proposes_a_point_through_the_page(council, nadia, dirk, call, set_up, signed_in):
    meeting = call(council, nadia)
    sent = {"title": "Vorming voor de nacht", "kind": "advice", "minutes": "20", "preparation": "Wat kan?\n\n- a\n- b"}
    text = signed_in(dirk).post(here(set_up, "propose_item", pk=meeting.pk), sent, follow=True).content.decode()
    assert "Vorming voor de nacht" in text
    item = AgendaItem.objects.get()
    assert (item.proposed_by, item.kind, item.minutes) == (dirk, "advice", 20)
    assert "<li><p>a</p></li>" in item.preparation
    assert acts()[-1] == "meetings.propose_item"


def test_what_is_pasted_into_the_preparation_cannot_run(council, nadia, call, item, set_up, signed_in):
    meeting = call(council, nadia)
    item(meeting, nadia, preparation='<p onclick="x()">Dag</p><script>alert(1)</script><img src=x onerror=y>')
    text = signed_in(nadia).get(here(set_up, "meeting", pk=meeting.pk)).content.decode()
    assert "Dag" in text
    assert not any(evil in text for evil in ("onclick", "alert(1)", "onerror"))


def test_a_point_has_a_title(council, nadia, call, item):
    with pytest.raises(NoReason):
        item(call(council, nadia), nadia, title="   ")


def test_the_words_of_a_point_stand_in_no_journal(council, nadia, call, item, now):
    kept = item(call(council, nadia), nadia, title="Het ontslag van Jan")
    actions.change_item(
        item=kept, facts={"title": "Het ontslag van Jan P.", "kind": "decision"}, version=1, by=nadia, at=now
    )
    assert not any("Jan" in f"{one.subject_name}{one.details}" for one in Record.objects.all())


def test_who_proposed_changes_it_and_another_member_does_not(
    council, nadia, dirk, koen, call, item, now, set_up, signed_in
):
    kept = item(call(council, nadia), dirk)
    address = here(set_up, "change_item", pk=kept.pk)
    sent = {"title": "Vorming ’s nachts", "kind": "discussion", "version": 1}
    assert signed_in(dirk).post(address, sent).status_code == 302
    assert signed_in(nadia).get(address).status_code == 200
    other = item(kept.meeting, koen)
    assert signed_in(dirk).get(here(set_up, "change_item", pk=other.pk)).status_code == 403


def test_the_second_writer_of_a_point_gets_both(council, nadia, koen, call, item, now):
    kept = item(call(council, nadia), nadia)
    words = {"title": "A", "kind": "discussion", "preparation": "<p>Van Nadia</p>"}
    actions.change_item(item=kept, facts=words, version=1, by=nadia, at=now)
    with pytest.raises(Changed) as changed:
        actions.change_item(item=kept, facts={**words, "title": "B"}, version=1, by=koen, at=now)
    assert changed.value.theirs == {"title": "A", "preparation": "<p>Van Nadia</p>"}


def test_taking_a_point_away_closes_the_numbering(council, nadia, call, item, now):
    meeting = call(council, nadia)
    made = [item(meeting, nadia, title=title) for title in ("A", "B", "C")]
    actions.remove_item(item=made[1], by=nadia, at=now)
    assert titles(meeting) == [(1, "A"), (2, "C")]


def test_a_point_with_words_in_the_minutes_stays(council, nadia, held, item, minuted, now):
    meeting = held(council, nadia)
    kept = item(meeting, nadia)
    minuted(meeting, nadia, {kept: {"outcome": "Besproken."}})
    kept.refresh_from_db()
    with pytest.raises(NotPossibleNow, match="kan niet meer weg"):
        actions.remove_item(item=kept, by=nadia, at=now)


def test_another_order(council, nadia, call, item, set_up, signed_in):
    meeting = call(council, nadia)
    a, b, c = (item(meeting, nadia, title=title) for title in ("A", "B", "C"))
    sent = {f"place_{a.pk}": 9, f"place_{b.pk}": 2, f"place_{c.pk}": 1}
    assert signed_in(nadia).post(here(set_up, "order_agenda", pk=meeting.pk), sent).status_code == 302
    assert titles(meeting) == [(1, "C"), (2, "B"), (3, "A")]


def test_once_the_minutes_are_sent_the_agenda_is_closed(council, nadia, held, item, reported):
    meeting = held(council, nadia)
    reported(meeting, nadia, {item(meeting, nadia): {"outcome": "Ja."}})
    with pytest.raises(NotPossibleNow, match="ligt vast"):
        item(fresh(meeting), nadia)


def test_the_coordinator_prepares_the_conversation_with_the_board(
    bodies, els, amina, koen, employ, call, set_up, signed_in
):
    """Row B2.1: a discussion with a sheet of figures and questions."""
    employ("Bo", group="Zorg")
    employ("An", group="Keuken & zaal")
    meeting = call(bodies["board"], koen)
    client, address = signed_in(amina), here(set_up, "propose_item", pk=meeting.pk)
    sheet = client.get(address + "?blad=vorming").content.decode()
    assert "Gesprek over het belang en de plaats van vorming" in sheet
    for words in ("Hier werken 2 mensen", "Zorg 1", "Keuken &amp;amp; zaal 1", "Welke plaats krijgt vorming"):
        assert words in sheet
    sent = {"title": "Gesprek", "kind": "discussion", "preparation": "<h2>Cijfers</h2>", "once": "a"}
    assert client.post(address, sent).status_code == 302
    assert client.get(here(set_up, "write_minutes", pk=meeting.pk)).status_code == 403


def test_papers_are_put_with_a_meeting_and_fetched_as_they_were(council, nadia, dirk, bram, call, set_up, signed_in):
    meeting = call(council, nadia)
    file = SimpleUploadedFile("voorstel é.pdf", PDF)
    signed_in(dirk).post(here(set_up, "add_paper", pk=meeting.pk), {"file": file})
    paper = Paper.objects.get()
    got = signed_in(nadia).get(here(set_up, "download_paper", pk=paper.pk))
    assert (got.content, got.headers["Content-Type"]) == (PDF, "application/pdf")
    assert got.headers["Content-Disposition"].startswith("attachment")
    assert signed_in(bram).get(here(set_up, "download_paper", pk=paper.pk)).status_code == 403
    assert signed_in(dirk).post(here(set_up, "take_away_paper", pk=paper.pk)).status_code == 302
    assert signed_in(nadia).get(here(set_up, "download_paper", pk=paper.pk)).status_code == 404


def test_a_program_is_no_paper(council, nadia, call, set_up, signed_in):
    meeting = call(council, nadia)
    file = SimpleUploadedFile("voorstel.pdf", b"MZ\x90")
    answer = signed_in(nadia).post(here(set_up, "add_paper", pk=meeting.pk), {"file": file})
    assert (answer.status_code, Paper.objects.count()) == (409, 0)


def test_agenda_and_papers_are_sent_and_the_day_is_kept(council, nadia, dirk, call, item, now):
    meeting = call(council, nadia)
    item(meeting, nadia, title="Vorming")
    actions.add_paper(meeting=meeting, name="cijfers.pdf", content=PDF, by=nadia, at=now)
    actions.send_papers(meeting=meeting, by=nadia, at=now, root=ROOT)
    mail = mails("dirk@example.org")[-1]
    assert mail.subject.startswith("Agenda en stukken: Ondernemingsraad")
    assert "1. Vorming" in mail.body
    assert "cijfers.pdf" in mail.body
    assert (mail.calendar, fresh(meeting).papers_sent_on) == ("", clock.day_of(now))


def test_nothing_is_not_sent(council, nadia, call, now):
    with pytest.raises(NotPossibleNow):
        actions.send_papers(meeting=call(council, nadia), by=nadia, at=now)


def test_the_invitation_of_a_later_meeting_shows_the_agenda_so_far(council, nadia, dirk, call, item, now):
    from draagvlak.meetings.tests.test_change_meeting import change

    meeting = call(council, nadia)
    item(meeting, nadia, title="Vorming, deel 2")
    change(meeting, nadia, now + timedelta(hours=1), place="Elders")
    assert "1. Vorming, deel 2" in mails("dirk@example.org")[-1].body


def test_what_waited_for_a_later_meeting_comes_forward_when_one_is_planned_before_it(
    council, nadia, held, call, item, reported, now
):
    past = held(council, nadia, days_ago=10)
    point = item(past, nadia, title="Nachtvorming")
    actions.add_action(item=point, facts={"what": "Bel", "owner_name": "An"}, by=nadia, at=now)
    late = call(council, nadia, in_days=20)
    own = item(late, nadia, title="Alleen voor later")
    reported(past, nadia, {point: {"outcome": "x", "comes_back": True}})
    assert [one.title for one in queries.items_of(late)][-1] == "Nachtvorming"
    early = call(council, nadia, in_days=5)
    titles = [one.title for one in queries.items_of(early)]
    assert (len(titles), titles[-1]) == (3, "Nachtvorming")
    assert [(one.number, one.pk) for one in queries.items_of(late)] == [(1, own.pk)]
    again = call(council, nadia, in_days=3)
    assert len(queries.items_of(again)) == 3
    assert queries.items_of(early) == []


def test_where_there_is_no_board_management_begins_the_conversation(set_up, koen, call, now, signed_in):
    management = Body.objects.get(kind="management")
    meeting = call(management, koen)
    address = here(set_up, "propose_item", pk=meeting.pk) + "?blad=vorming"
    assert "Gesprek over het belang" not in signed_in(koen).get(address).content.decode()
    past = clock.day_of(now) - timedelta(days=9)
    Body.objects.filter(kind="board").update(starts_on=past, ends_on=past)
    assert "Gesprek over het belang" in signed_in(koen).get(address).content.decode()
    assert "?blad=vorming" in signed_in(koen).get(here(set_up, "meeting", pk=meeting.pk)).content.decode()
    sheet = reverse("desk:board_sheet", args=[set_up.slug])
    assert signed_in(koen).get(sheet).status_code == 200
