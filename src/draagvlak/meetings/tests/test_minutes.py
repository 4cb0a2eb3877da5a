from datetime import timedelta

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.urls import reverse

from draagvlak.lib.refusals import Changed
from draagvlak.lib.verify import text_seal
from draagvlak.meetings import actions, queries
from draagvlak.meetings.models import AgendaItem, Invitee, Minutes
from draagvlak.meetings.rules import NotALaterMeeting, NotComplete, NotPossibleNow
from draagvlak.meetings.tests.conftest import ROOT, acts, fresh, here, mails

VOTE = {"votes_for": 8, "votes_against": 1, "votes_abstained": 1}


def test_who_was_there_is_noted_and_the_meeting_was_held(council, nadia, dirk, koen, held, set_up, signed_in):
    meeting = held(council, nadia)
    keys = {one.person: one.pk for one in queries.invitees_of(meeting)}
    Invitee.objects.filter(pk=keys["Dirk"]).update(answer="accepted")
    client, address = signed_in(nadia), here(set_up, "record_attendance", pk=meeting.pk)
    assert client.get(address).content.decode().count(" checked") == 1
    sent = {f"presence_{keys['Dirk']}": "present", f"presence_{keys['Koen']}": "excused"}
    sent |= {f"substitute_{keys['Koen']}": "Hilde", f"presence_{keys['Nadia']}": "present"}
    assert client.post(address, sent).url == here(set_up, "write_minutes", pk=meeting.pk)
    found = {one.person: (one.presence, one.substitute) for one in queries.invitees_of(meeting)}
    assert found == {"Dirk": ("present", ""), "Koen": ("excused", "Hilde"), "Nadia": ("present", "")}
    assert (fresh(meeting).state, acts()[-1]) == ("held", "meetings.record_attendance")


def test_before_the_meeting_nothing_is_noted(council, nadia, call, minuted, now):
    meeting = call(council, nadia)
    with pytest.raises(NotPossibleNow, match="pas als de vergadering begonnen is"):
        actions.record_attendance(meeting=meeting, people={}, by=nadia, at=now)
    with pytest.raises(NotPossibleNow):
        minuted(meeting, nadia, {})


def test_the_form_has_every_point_and_keeps_what_was_written(council, nadia, held, item, set_up, signed_in):
    meeting = held(council, nadia)
    a, b = item(meeting, nadia, title="Nacht"), item(meeting, nadia, title="Plan", kind="advice")
    client, address = signed_in(nadia), here(set_up, "write_minutes", pk=meeting.pk)
    text = client.get(address).content.decode()
    assert text.index("1. Nacht") < text.index("2. Plan")
    sent = {f"outcome_{a.pk}": "Besproken.\r\n\r\nKomt terug.", f"comes_back_{a.pk}": "on", "version": 0}
    sent |= {f"decision_{b.pk}": "Gunstig.", f"how_{b.pk}": "vote"}
    sent |= {f"{name}_{b.pk}": count for name, count in VOTE.items()}
    assert client.post(address, sent).status_code == 302
    a.refresh_from_db()
    b.refresh_from_db()
    assert (a.outcome, a.comes_back, a.how) == ("Besproken.\n\nKomt terug.", True, "")
    assert (b.decision, b.votes_for, b.votes_abstained) == ("Gunstig.", 8, 1)
    assert "Gunstig." in client.get(address).content.decode()


def test_a_decision_is_complete(council, nadia, held, item, minuted):
    meeting = held(council, nadia)
    kept = item(meeting, nadia)
    for words in ({"how": "vote", "decision": "Ja."}, {"how": "consensus", "decision": ""}):
        with pytest.raises(NotComplete, match="Punt 1"):
            minuted(meeting, nadia, {kept: words})
    assert Minutes.objects.count() == 0


def test_counts_without_a_vote_are_not_kept(council, nadia, held, item, minuted):
    meeting = held(council, nadia)
    kept = item(meeting, nadia)
    minuted(meeting, nadia, {kept: {"how": "consensus", "decision": "Ja.", **VOTE}})
    kept.refresh_from_db()
    assert (kept.votes_for, kept.votes_against) == (0, 0)


def test_two_secretaries_at_once_both_keep_their_words(council, nadia, koen, held, item, minuted, set_up, signed_in):
    meeting = held(council, nadia)
    a, b = item(meeting, nadia, title="Nacht <x>"), item(meeting, nadia, title="Plan")
    minuted(meeting, koen, {a: {"outcome": "Woorden van Koen."}, b: {"outcome": "Allebei."}})
    with pytest.raises(Changed) as changed:
        minuted(meeting, nadia, {a: {"outcome": "Woorden van Nadia."}, b: {"outcome": "Allebei."}})
    assert list(changed.value.theirs) == [f"outcome_{a.pk}"]
    sent = {f"outcome_{a.pk}": "Woorden van Nadia.", f"outcome_{b.pk}": "Allebei.", "version": 0, "once": "a"}
    client, address = signed_in(nadia), here(set_up, "write_minutes", pk=meeting.pk)
    page = client.post(address, sent)
    text = page.content.decode()
    assert page.status_code == 409
    assert "Woorden van Koen." in text
    assert "Woorden van Nadia." in text
    assert "Koen wijzigde dit intussen" in text
    assert "Nacht &lt;x&gt; · Wat is er gezegd?" in text
    assert "Plan · Wat is er gezegd?" not in text
    assert "<x>" not in text
    assert 'name="version" value="1"' in text
    a.refresh_from_db()
    assert a.outcome == "Woorden van Koen."
    assert client.post(address, {**sent, "version": 1, "once": "b"}).status_code == 302
    a.refresh_from_db()
    assert a.outcome == "Woorden van Nadia."


def test_a_draft_is_read_by_who_writes_it_only(council, nadia, dirk, amina, held, item, minuted, set_up, signed_in):
    meeting = held(council, nadia)
    minuted(meeting, nadia, {item(meeting, nadia): {"outcome": "Ruwe notities."}})
    show, paper = here(set_up, "meeting", pk=meeting.pk), here(set_up, "print_minutes", pk=meeting.pk)
    for person in (dirk, amina):
        client = signed_in(person)
        assert "Ruwe notities." not in client.get(show).content.decode()
        assert client.get(paper).status_code == 403
    assert "Ruwe notities." in signed_in(nadia).get(paper).content.decode()


def test_sent_minutes_are_read_by_the_body_and_told_by_mail(
    council, nadia, dirk, held, item, reported, set_up, signed_in
):
    meeting = held(council, nadia)
    reported(meeting, nadia, {item(meeting, nadia): {"outcome": "Wij vragen vervanging."}})
    mail = mails("dirk@example.org")[-1]
    assert mail.subject.startswith("Verslag: Ondernemingsraad")
    assert f"{ROOT}/o/lindehof/vergaderingen/{meeting.pk}/" in mail.body
    assert "vervanging" not in mail.body
    assert "Wij vragen vervanging." in signed_in(dirk).get(here(set_up, "meeting", pk=meeting.pk)).content.decode()


def test_who_has_no_account_gets_the_words_themselves(group, amina, rosa, held, item, reported):
    rosa.email = "rosa@example.org"
    rosa.save()
    meeting = held(group, amina)
    reported(meeting, amina, {item(meeting, amina): {"outcome": "Wij vragen vervanging."}})
    mail = mails("rosa@example.org")[-1]
    assert "Wij vragen vervanging." in mail.body
    assert ROOT not in mail.body


def test_minutes_are_sent_once_and_not_before_they_are_written(council, nadia, held, reported, now):
    meeting = held(council, nadia)
    with pytest.raises(NotPossibleNow, match="nog geen verslag"):
        actions.send_minutes(meeting=fresh(meeting), by=nadia, at=now)
    reported(meeting, nadia)
    with pytest.raises(NotPossibleNow, match="al verstuurd"):
        actions.send_minutes(meeting=fresh(meeting), by=nadia, at=now)


def test_writing_on_makes_a_draft_again(council, nadia, held, item, reported, minuted):
    meeting = held(council, nadia)
    kept = item(meeting, nadia)
    reported(meeting, nadia, {kept: {"outcome": "Ja."}})
    again = minuted(fresh(meeting), nadia, {kept: {"outcome": "Ja, toch."}}, version=1)
    assert (again.state, again.sent_at) == ("draft", None)


def approve(meeting, by, now, *, approved_in=None, remarks=""):
    report = fresh(meeting).report
    return actions.approve_minutes(minutes=report, approved_in=approved_in, remarks=remarks, by=by, at=now)


def test_the_next_meeting_approves_and_the_words_are_kept_for_good(
    council, nadia, dirk, held, item, reported, now, set_up, signed_in
):
    meeting, later = held(council, nadia, days_ago=30), held(council, nadia, days_ago=3)
    kept = item(meeting, nadia, kind="decision")
    reported(meeting, nadia, {kept: {"outcome": "Lang gesproken.", "decision": "Wij doen het.", "how": "vote", **VOTE}})
    client, address = signed_in(nadia), here(set_up, "approve_minutes", pk=meeting.pk)
    sent = {"approved_in": later.pk, "remarks": "Punt 1: “lang” wordt “kort”.", "once": "a"}
    assert client.post(address, sent).status_code == 302
    report = fresh(meeting).report
    assert (report.state, report.approved_in, report.document.sha256) == (
        "approved",
        later,
        text_seal(report.document.text),
    )
    assert "Beslissing: Wij doen het." in report.document.text
    assert "voor 8, tegen 1, onthouding 1" in report.document.text
    text = signed_in(dirk).get(here(set_up, "meeting", pk=meeting.pk)).content.decode()
    assert "goedgekeurd in de vergadering van" in text
    assert "“lang” wordt “kort”" in text


def test_approved_words_cannot_change_not_even_in_the_database(council, nadia, held, item, reported, minuted, now):
    meeting, later = held(council, nadia, days_ago=30), held(council, nadia)
    kept = item(meeting, nadia)
    reported(meeting, nadia, {kept: {"outcome": "Zo was het."}})
    approve(meeting, nadia, now, approved_in=later)
    with pytest.raises(NotPossibleNow, match="wijzigt niet meer"):
        minuted(fresh(meeting), nadia, {kept: {"outcome": "Anders."}}, version=2)
    for change in (lambda rows: rows.update(outcome="x"), lambda rows: rows.delete()):
        with pytest.raises((IntegrityError, InternalError), match="may not be changed"), transaction.atomic():
            change(AgendaItem.objects.filter(pk=kept.pk))


def test_other_agendas_can_still_change_in_the_database(council, nadia, held, call, item, reported, now):
    """The twin of the one above: the guard is on approved minutes and on nothing else."""
    meeting, later = held(council, nadia, days_ago=30), held(council, nadia)
    item(meeting, nadia)
    kept = item(later, nadia)
    reported(meeting, nadia)
    approve(meeting, nadia, now, approved_in=later)
    assert AgendaItem.objects.filter(pk=kept.pk).update(outcome="x") == 1


def test_minutes_are_approved_only_by_a_later_meeting_of_the_body(
    council, group, nadia, amina, held, call, reported, now
):
    earlier, meeting = held(council, nadia, days_ago=60), held(council, nadia, days_ago=30)
    elsewhere, ahead = held(group, amina), call(council, nadia)
    reported(meeting, nadia)
    for other in (earlier, meeting, elsewhere, ahead):
        with pytest.raises(NotALaterMeeting):
            approve(meeting, nadia, now, approved_in=other)


def test_what_was_not_sent_is_not_approved(council, nadia, held, minuted, now):
    meeting, later = held(council, nadia, days_ago=30), held(council, nadia)
    minuted(meeting, nadia, {})
    with pytest.raises(NotPossibleNow, match="nog niet verstuurd"):
        approve(meeting, nadia, now, approved_in=later)


def test_in_writing_only_the_chair_approves(council, nadia, koen, held, reported, set_up, signed_in):
    meeting = held(council, nadia)
    reported(meeting, nadia)
    address = here(set_up, "approve_in_writing", pk=meeting.pk)
    assert signed_in(nadia).get(address).status_code == 403
    assert signed_in(koen).post(address, {"remarks": ""}).status_code == 302
    report = fresh(meeting).report
    assert (report.state, report.approved_in, report.approved_by) == ("approved", None, koen)


def test_words_that_changed_since_the_page_was_opened_are_not_approved_unread(
    council, nadia, koen, held, item, reported, minuted, now, set_up, signed_in
):
    meeting = held(council, nadia)
    kept = item(meeting, nadia)
    reported(meeting, nadia, {kept: {"outcome": "Zo was het."}})
    client, address = signed_in(koen), here(set_up, "approve_in_writing", pk=meeting.pk)
    seen = client.get(address).context["form"]["version"].value()
    minuted(fresh(meeting), nadia, {kept: {"outcome": "Anders."}}, version=1)
    actions.send_minutes(meeting=fresh(meeting), by=nadia, at=now, root=ROOT)
    refused = client.post(address, {"remarks": "", "version": seen, "once": "a"})
    assert (refused.status_code, fresh(meeting).report.state) == (409, "sent")
    assert "Nadia wijzigde dit" in refused.content.decode()
    again = refused.context["form"]["version"].value()
    assert client.post(address, {"remarks": "", "version": again, "once": "b"}).status_code == 302
    assert "Anders." in fresh(meeting).report.document.text


def test_sending_brings_the_approval_to_the_meeting_that_is_planned_already(
    council, nadia, held, call, item, reported, set_up, signed_in
):
    was, planned = held(council, nadia), call(council, nadia)
    item(planned, nadia, title="Vorming")
    reported(was, nadia)
    assert [(one.source, one.number) for one in queries.items_of(planned)] == [("minutes", 1), ("person", 2)]


def test_the_tasks_ask_for_minutes_and_then_for_their_approval(
    council, nadia, dirk, held, reported, minuted, set_up, signed_in, now
):
    tasks = reverse("desk:tasks", kwargs={"organisation": set_up.slug})
    meeting = held(council, nadia, days_ago=9)
    assert "Schrijf het verslag: Ondernemingsraad" in signed_in(nadia).get(tasks).content.decode()
    assert "Schrijf het verslag" not in signed_in(dirk).get(tasks).content.decode()
    reported(meeting, nadia)
    text = signed_in(nadia).get(tasks).content.decode()
    assert "Schrijf het verslag: Ondernemingsraad" not in text
    assert "goedkeuring van het verslag" not in text
    held(council, nadia, days_ago=2)
    assert "Leg de goedkeuring van het verslag vast: Ondernemingsraad" in signed_in(nadia).get(tasks).content.decode()


def test_the_minutes_print_as_one_page(council, nadia, dirk, held, item, reported, now, set_up, signed_in):
    meeting = held(council, nadia)
    kept = item(meeting, nadia, title="Nacht")
    people = {one.pk: ("present", "") for one in queries.invitees_of(meeting)}
    actions.record_attendance(meeting=meeting, people=people, by=nadia, at=now)
    due = {"what": "Vraag prijzen op", "account": dirk, "due_on": (now + timedelta(days=9)).date()}
    actions.add_action(item=kept, facts=due, by=nadia, at=now)
    reported(meeting, nadia, {kept: {"outcome": "Besproken.", "decision": "Twee avonden.", "how": "consensus"}})
    text = signed_in(dirk).get(here(set_up, "print_minutes", pk=meeting.pk)).content.decode()
    for words in ("Dirk, Koen, Nadia", "Besproken.", "Twee avonden.", "met eenparigheid", "Vraag prijzen op"):
        assert words in text, words
