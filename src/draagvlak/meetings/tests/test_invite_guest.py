"""A guest finds one page: this meeting, what of it is meant for guests, and his own answer; until its day is over."""

from datetime import timedelta

import pytest
from django_scopes import scopes_disabled

from draagvlak.accounts.models import Account
from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.meetings import actions, queries
from draagvlak.meetings.models import Invitee, Meeting, Paper
from draagvlak.meetings.rules import NotPossibleNow
from draagvlak.meetings.tests.conftest import ROOT, acts, event_in, fresh, here, mails
from draagvlak.notices.models import Message
from draagvlak.tenancy.queries import is_guest_of

LUC = {"name": "Luc Maes", "email": "luc.maes@vakbond.example"}
PDF = b"%PDF-1.7\n%stuk"


@pytest.fixture
def delegation(bodies, ria, koen, now):
    """The union delegation, with Ria as its secretary."""
    from draagvlak.stakeholders.models import Seat

    Seat.objects.filter(holder=ria).update(function="secretary")
    ria.forget()
    return bodies["union_delegation"]


@pytest.fixture
def met(delegation, ria, call, item, now, set_up):
    """A meeting of the delegation with a prepared point, two papers and Luc of the union as a guest."""
    meeting = call(delegation, ria, title="Overleg met de vakbond")
    item(meeting, ria, title="Eisenbundel", preparation="<p>Onze ondergrens</p>")
    for name, is_for_guests in (("intern.pdf", False), ("voor-luc.pdf", True)):
        words = {"name": name, "content": PDF, "is_for_guests": is_for_guests}
        actions.add_paper(meeting=fresh(meeting), **words, by=ria, at=now)
    actions.invite_guest(meeting=fresh(meeting), facts=LUC, by=ria, at=now, root=ROOT)
    return fresh(meeting)


@pytest.fixture
def luc(met):
    return Account.objects.get(email=LUC["email"])


def paper(name):
    return Paper.objects.get(file__name=name)


def test_the_mail_leads_to_the_page_and_to_a_secret_link_of_his_own(met, luc):
    invited = mails(LUC["email"], "REQUEST")[0]
    assert f"{ROOT}/o/lindehof/vergaderingen/{met.pk}/als-gast/" in invited.body
    assert event_in(invited)["url"].endswith("/als-gast/")
    secret = next(one for one in mails(LUC["email"]) if "wachtwoord" in one.body)
    assert secret.is_private
    assert f"{ROOT}/" in secret.body
    assert not luc.has_usable_password()


def test_the_guest_sees_the_agenda_and_his_papers_and_nothing_of_the_body_itself(met, luc, set_up, signed_in):
    client = signed_in(luc)
    text = client.get(here(set_up, "see_as_guest", pk=met.pk)).content.decode()
    assert "Eisenbundel" in text
    assert "voor-luc.pdf" in text
    assert [word for word in ("intern.pdf", "Onze ondergrens", "Ria, ", "logboek") if word in text] == []
    own, other = (here(set_up, "download_as_guest", pk=paper(name).pk) for name in ("voor-luc.pdf", "intern.pdf"))
    assert client.get(own).content == PDF
    assert client.get(other).status_code == 403
    for name in ("voor-luc.pdf", "intern.pdf"):
        assert client.get(here(set_up, "download_paper", pk=paper(name).pk)).status_code == 403
    assert client.get(here(set_up, "meeting", pk=met.pk)).status_code == 403
    assert client.get(here(set_up, "print_agenda", pk=met.pk)).status_code == 403
    assert client.get(here(set_up, "meetings")).status_code == 403


def test_his_start_leads_to_the_meeting(met, luc, set_up, signed_in):
    text = signed_in(luc).get("/", follow=True).content.decode()
    assert f"/vergaderingen/{met.pk}/als-gast/" in text
    assert "Er loopt nu geen opdracht" not in text


def test_the_guest_answers_on_his_page(met, luc, ria, set_up, signed_in):
    address = here(set_up, "answer_as_guest", pk=met.pk)
    text = signed_in(luc).post(address, {"answer": "declined", "reason": "Staking."}, follow=True).content.decode()
    assert "je komt niet" in text
    kept = Invitee.objects.get(meeting=met, account=luc)
    assert (kept.answer, kept.reason) == ("declined", "Staking.")
    assert "komt niet" in signed_in(ria).get(here(set_up, "meeting", pk=met.pk)).content.decode()


def test_a_guest_of_one_meeting_enters_no_other_and_nobody_else_enters_his(
    met, luc, delegation, ria, koen, dirk, call, set_up, signed_in
):
    other = call(delegation, ria, in_days=20)
    for name in ("see_as_guest", "answer_as_guest"):
        assert signed_in(luc).get(here(set_up, name, pk=other.pk)).status_code == 403
        for person in (koen, dirk, ria):
            assert signed_in(person).get(here(set_up, name, pk=met.pk)).status_code == 403
    assert signed_in(koen).get(here(set_up, "download_as_guest", pk=paper("voor-luc.pdf").pk)).status_code == 403


def test_the_page_closes_after_the_day_of_the_meeting(met, luc, now, set_up, signed_in):
    addresses = [here(set_up, "see_as_guest", pk=met.pk), here(set_up, "answer_as_guest", pk=met.pk)]
    addresses.append(here(set_up, "download_as_guest", pk=paper("voor-luc.pdf").pk))
    ended = clock.start_of(clock.day_of(now))
    Meeting.objects.update(starts_at=ended - timedelta(hours=2), ends_at=ended + timedelta(seconds=1))
    assert [signed_in(luc).get(one).status_code for one in addresses] == [200, 200, 200]
    Meeting.objects.update(ends_at=ended - timedelta(seconds=1))
    assert [signed_in(luc).get(one).status_code for one in addresses] == [403, 403, 403]
    assert signed_in(luc).get("/", follow=True).status_code == 200


def test_the_invitation_is_taken_back_and_the_page_closes_at_once(met, luc, ria, koen, set_up, signed_in):
    invitee = Invitee.objects.get(meeting=met, account=luc)
    address = here(set_up, "uninvite_guest", pk=invitee.pk)
    assert signed_in(koen).get(address).status_code == 403
    assert signed_in(ria).post(address).status_code == 302
    assert signed_in(luc).get(here(set_up, "see_as_guest", pk=met.pk)).status_code == 403
    assert mails(LUC["email"], "CANCEL")
    assert acts()[-1] == "meetings.uninvite_guest"


def test_who_has_a_seat_cannot_be_uninvited(met, ria, now):
    with pytest.raises(NotPossibleNow, match="geen gast"):
        actions.uninvite_guest(invitee=Invitee.objects.get(meeting=met, account=ria), by=ria, at=now)


def test_no_journal_and_no_open_mail_names_whom_the_delegation_invites(met, luc, koen, set_up, signed_in):
    told = " ".join(f"{one.act} {one.subject_name} {one.details}" for one in Record.objects.all())
    assert "Luc" not in told
    assert "stakeholders.invite " not in told
    assert all(one.is_private for one in Message.objects.filter(to=LUC["email"]))
    text = signed_in(koen).get(f"/o/{set_up.slug}/mail/").content.decode()
    assert [word for word in ("vakbond.example", "Overleg met de vakbond") if word in text] == []


def test_the_paper_is_opened_to_guests_and_closed_again(met, luc, ria, set_up, signed_in):
    address = here(set_up, "share_paper", pk=paper("intern.pdf").pk)
    assert signed_in(luc).get(address).status_code == 403
    own = here(set_up, "download_as_guest", pk=paper("intern.pdf").pk)
    assert signed_in(ria).post(address, {"is_for_guests": "on", "once": "a"}).status_code == 302
    assert signed_in(luc).get(own).status_code == 200
    assert signed_in(ria).post(address, {"once": "b"}).status_code == 302
    assert signed_in(luc).get(own).status_code == 403
    assert acts().count("meetings.share_paper") == 2


def test_a_guest_gets_no_minutes(met, luc, ria, now):
    Meeting.objects.update(starts_at=now - timedelta(hours=3), ends_at=now - timedelta(hours=1))
    (point,) = queries.items_of(met)
    said = {point.pk: {"outcome": "Geheim.", "decision": "", "how": "", "comes_back": False}}
    actions.write_minutes(meeting=fresh(met), said=said, version=0, by=ria, at=now)
    actions.send_minutes(meeting=fresh(met), by=ria, at=now, root=ROOT)
    assert [one for one in mails(LUC["email"]) if "Geheim" in one.body or "Verslag" in one.subject] == []


def test_a_colleague_who_is_a_guest_of_the_delegation_finds_the_same_page(
    delegation, ria, bram, call, now, set_up, signed_in
):
    meeting = call(delegation, ria)
    facts = {"name": "Bram", "email": "bram@example.org"}
    actions.invite_guest(meeting=meeting, facts=facts, by=ria, at=now, root=ROOT)
    assert f"/vergaderingen/{meeting.pk}/als-gast/" in mails("bram@example.org")[-1].body
    assert signed_in(bram).get(here(set_up, "see_as_guest", pk=meeting.pk)).status_code == 200
    assert signed_in(bram).get(here(set_up, "meeting", pk=meeting.pk)).status_code == 403


def test_somebody_of_another_organisation_becomes_a_guest_here_and_stays_what_he_is_there(
    council, nadia, greet, call, now, set_up, signed_in
):
    meeting = call(council, nadia)
    facts = {"name": "Greet", "email": "greet@example.org"}
    guest = actions.invite_guest(meeting=meeting, facts=facts, by=nadia, at=now, root=ROOT)
    assert guest.account == greet
    greet.forget()
    with scopes_disabled():
        assert is_guest_of(greet, meeting.organisation)
    client = signed_in(greet)
    assert client.get(here(set_up, "see_as_guest", pk=meeting.pk)).status_code == 200
    assert client.get(here(set_up, "meeting", pk=meeting.pk)).status_code == 403


def test_a_colleague_without_account_stays_a_guest_by_mail(council, nadia, employ, call, now, set_up):
    employ("Rosa", email="rosa@example.org")
    meeting = call(council, nadia)
    facts = {"name": "Rosa", "email": "rosa@example.org"}
    guest = actions.invite_guest(meeting=meeting, facts=facts, by=nadia, at=now, root=ROOT)
    assert guest.account is None
    assert "Laat aan Nadia (nadia@example.org) weten of je komt." in mails("rosa@example.org")[-1].body
    assert not Account.objects.filter(email="rosa@example.org").exists()
