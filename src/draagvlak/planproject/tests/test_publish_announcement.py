"""News: write, make known, withdraw; who may read it, who gets a mail, and what hangs on the wall."""

import subprocess

import pytest
import zxingcpp
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from draagvlak.journal.models import Record
from draagvlak.lib.refusals import Changed
from draagvlak.notices.actions import choose
from draagvlak.notices.models import Message
from draagvlak.notices.states import Rhythm
from draagvlak.planproject import actions, queries
from draagvlak.planproject.models import Addressee, Announcement
from draagvlak.planproject.rules import AlreadyFixed, NoReason, NotPossibleNow
from draagvlak.planproject.states import AnnouncementState
from draagvlak.staff.models import FunctionGroup


def here(organisation, name, **words):
    return reverse(f"planproject:{name}", kwargs={"organisation": organisation.slug, **words})


def mails():
    return {mail.to: mail.body for mail in Message.objects.filter(subject__startswith="Nieuws van")}


def kitchen():
    return [f"function_group:{FunctionGroup.objects.get(name='Keuken').pk}"]


def test_a_message_is_written_and_made_known_through_the_pages(organisation, amina, bram, signed_in):
    client = signed_in(amina)
    sent = {"title": "Het begint", "body": "Dag allemaal\n\nWe beginnen.", "once": "a"}
    assert client.post(here(organisation, "write_announcement"), sent).status_code == 302
    draft = Announcement.objects.get()
    assert (draft.body, draft.state) == ("<p>Dag allemaal</p><p>We beginnen.</p>", AnnouncementState.DRAFT)
    assert signed_in(bram).get(here(organisation, "announcement", pk=draft.pk)).status_code == 403
    assert "Het begint" not in signed_in(bram).get(here(organisation, "news")).content.decode()
    assert client.post(here(organisation, "publish_announcement", pk=draft.pk), {"once": "b"}).status_code == 302
    assert "Het begint" in signed_in(bram).get(here(organisation, "news")).content.decode()
    assert "We beginnen." in signed_in(bram).get(here(organisation, "announcement", pk=draft.pk)).content.decode()


def test_what_was_made_known_is_frozen(announce, amina, now):
    known = announce()
    with pytest.raises(AlreadyFixed):
        facts = {"title": "x", "body": "y", "is_assignment": False}
        actions.change_announcement(announcement=known, facts=facts, audience=(), version=2, by=amina, at=now)
    with pytest.raises(AlreadyFixed):
        actions.publish_announcement(announcement=known, by=amina, at=now)
    assert (known.document.title, known.document.text) == ("Nieuws", "<p>De tekst.</p>")
    Announcement.objects.filter(pk=known.pk).update(body="<p>Stiekem anders.</p>")
    known.refresh_from_db()
    assert known.document.text == "<p>De tekst.</p>"


def test_the_page_shows_the_frozen_text_and_not_the_row(announce, organisation, bram, signed_in):
    known = announce()
    Announcement.objects.filter(pk=known.pk).update(title="Stiekem", body="<p>Stiekem anders.</p>")
    page = signed_in(bram).get(here(organisation, "announcement", pk=known.pk)).content.decode()
    assert "De tekst." in page
    assert "Stiekem" not in page


def test_an_empty_message_is_not_made_known(write, amina, now):
    with pytest.raises(NoReason):
        actions.publish_announcement(announcement=write(body="<p> </p>"), by=amina, at=now)


def test_a_text_from_outside_is_cleaned(write):
    assert write(body="<p onclick=x>Dag<script>kwaad()</script></p>").body == "<p>Dag</p>"


def test_everyone_with_an_address_gets_one_mail_and_who_cannot_open_it_gets_the_whole_text(
    organisation, announce, colleague, employ, koen, amina
):
    an = colleague("An")
    employ("Mo", email="mo@example.org")
    employ("Zonder")
    long = "<p>" + "Een hele lange zin over leren. " * 30 + "Het einde.</p>"
    known = announce(body=long)
    sent = mails()
    assert set(sent) == {an.email, "mo@example.org", koen.email, amina.email}
    assert known.mails == 4
    assert "Het einde." in sent["mo@example.org"]
    assert "Het einde." not in sent[an.email]
    assert f"/o/lindehof/werkgroep/nieuws/{known.pk}/" in sent[an.email]
    assert f"/nieuws/{known.pk}/" not in sent["mo@example.org"]


def test_a_mail_is_in_the_readers_language(announce, colleague):
    colleague("Amélie", language="fr")
    announce(title="Bonjour")
    mail = Message.objects.get(to="amélie@example.org")
    assert (mail.language, mail.subject) == ("fr", "Nouvelles (De Lindehof) : Bonjour")


@pytest.mark.parametrize(
    ("is_assignment", "states", "counted"), [(False, {"Bram": "held", "An": "skipped"}, 3), (True, {}, 4)]
)
def test_news_comes_as_each_reader_chose_and_an_assignment_comes_to_everyone_at_once(
    announce, bram, colleague, koen, amina, now, is_assignment, states, counted
):
    an = colleague("An")
    chosen = {bram: Rhythm.WEEKLY, an: Rhythm.REQUIRED}
    for account, rhythm in chosen.items():
        facts = {"rhythm": rhythm, "reminder_days": [], "quiet_days": []}
        choose(account=account, facts=facts, version=0, at=now)
    known = announce(is_assignment=is_assignment)
    found = {mail.to: mail.state for mail in Message.objects.filter(subject__startswith="Nieuws van")}
    usual = {koen.email: "waiting", amina.email: "waiting"}
    assert found == {**usual, bram.email: states.get("Bram", "waiting"), an.email: states.get("An", "waiting")}
    assert known.mails == counted


def test_a_message_for_one_group_reaches_only_that_group(
    organisation, announce, write, colleague, employ, koen, amina, bram, signed_in
):
    rosa = colleague("Rosa", group="Keuken")
    vera = colleague("Vera", group="", statute="volunteer")
    known = announce("Voor de keuken", audience=kitchen())
    other = announce("Voor vrijwilligers", audience=["statute:volunteer"])
    assert {mail.to for mail in Message.objects.filter(subject__contains="keuken")} == {rosa.email}
    assert {mail.to for mail in Message.objects.filter(subject__contains="vrijwilligers")} == {vera.email}
    address = here(organisation, "announcement", pk=known.pk)
    statuses = {person.name: signed_in(person).get(address).status_code for person in (rosa, vera, bram, amina)}
    assert statuses == {"Rosa": 200, "Vera": 403, "Bram": 403, "Amina": 200}  # who writes news reads all of it
    page = signed_in(bram).get(here(organisation, "news")).content.decode()
    assert "Voor de keuken" not in page
    assert "Voor vrijwilligers" in signed_in(vera).get(here(organisation, "news")).content.decode()
    assert signed_in(vera).post(here(organisation, "give_feedback", pk=known.pk), {"text": "x"}).status_code == 403
    assert other.addressees.get().statute == "volunteer"


def test_a_withdrawn_message_says_so_and_leaves_the_news(organisation, announce, amina, bram, now, signed_in):
    known = announce("Fout bericht")
    with pytest.raises(NoReason):
        actions.withdraw_announcement(announcement=known, reason=" ", by=amina, at=now)
    actions.withdraw_announcement(announcement=known, reason="De datum klopte niet.", by=amina, at=now)
    client = signed_in(bram)
    assert "Fout bericht" not in client.get(here(organisation, "news")).content.decode()
    page = client.get(here(organisation, "announcement", pk=known.pk)).content.decode()
    assert "De datum klopte niet." in page
    assert "De tekst." not in page
    with pytest.raises(NotPossibleNow):
        actions.mark_read(announcement=known, by=bram, at=now)
    with pytest.raises(NotPossibleNow):
        actions.withdraw_announcement(announcement=known, reason="nog eens", by=amina, at=now)


def test_mail_that_did_not_leave_before_a_message_was_withdrawn_does_not_leave_any_more(
    announce, bram, colleague, koen, amina, now
):
    amelie = colleague("Amélie", language="fr")
    choose(account=bram, facts={"rhythm": Rhythm.WEEKLY, "reminder_days": [], "quiet_days": []}, version=0, at=now)
    announce("Blijft")
    known = announce("Fout bericht")
    Message.objects.filter(to=koen.email).update(state="sent", sent_at=now)
    actions.withdraw_announcement(announcement=known, reason="De datum klopte niet.", by=amina, at=now)
    of = Message.objects.filter(subject__endswith="Fout bericht").values_list("to", "state")
    assert dict(of) == {koen.email: "sent"} | dict.fromkeys((amina.email, bram.email, amelie.email), "skipped")
    assert not Message.objects.filter(subject__endswith="Blijft", state="skipped").exists()


def test_a_draft_cannot_be_withdrawn(write, amina, now):
    with pytest.raises(NotPossibleNow):
        actions.withdraw_announcement(announcement=write(), reason="x", by=amina, at=now)


def test_two_who_write_at_once_both_keep_their_text(organisation, write, amina, koen, now, signed_in):
    draft = write()
    facts = {"title": "Van Koen", "body": "<p>Koen schreef dit.</p>", "is_assignment": False}
    actions.change_announcement(announcement=draft, facts=facts, audience=(), version=1, by=koen, at=now)
    sent = {"title": "Van Amina", "body": "Amina schreef dat.", "version": "1", "once": "a"}
    answer = signed_in(amina).post(here(organisation, "change_announcement", pk=draft.pk), sent)
    page = answer.content.decode()
    assert (answer.status_code, "Koen schreef dit." in page, "Amina schreef dat." in page) == (409, True, True)
    with pytest.raises(Changed):
        actions.change_announcement(announcement=draft, facts=facts, audience=(), version=1, by=koen, at=now)


def test_the_audience_of_a_draft_can_change(organisation, write, employ, amina, now, signed_in):
    employ("Rosa", group="Keuken")
    draft = write(audience=kitchen())
    client, address = signed_in(amina), here(organisation, "change_announcement", pk=draft.pk)
    page = client.get(address).content.decode()
    assert f'value="{kitchen()[0]}" id="id_audience_0" checked' in page.replace("\n", "")
    sent = {"title": "Titel", "body": "Tekst", "version": "1", "once": "a"}
    assert client.post(address, sent).status_code == 302
    assert Addressee.objects.count() == 0


def test_the_assignment_of_the_group_is_put_ready_with_names_only_of_who_agreed(organisation, group, amina, signed_in):
    page = signed_in(amina).get(here(organisation, "write_announcement") + "?over=opdracht").content.decode()
    assert "Maak het plan." in page
    assert "De groep schrijft." in page
    assert "De groep telt 2 leden." in page
    assert "Bram" not in page.split("<form")[1].split("</form>")[0]


def test_the_poster_is_tagged_large_and_names_the_address(organisation, announce, amina, signed_in, tmp_path):
    known = announce("Opleiding is werktijd", body="<p>Ook ’s nachts.</p>")
    for size, points in (("a4", "595.276 x 841.89"), ("a3", "841.89 x 1190.55")):
        answer = signed_in(amina).get(here(organisation, "poster", pk=known.pk, size=size))
        file = tmp_path / f"{size}.pdf"
        file.write_bytes(answer.content)
        info = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
        text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout
        assert points in info
        assert "Tagged:          yes" in info
        assert "Opleiding is werktijd" in text
        assert "Ook ’s nachts." in text
        assert f"/o/lindehof/werkgroep/nieuws/{known.pk}/" in text


@pytest.mark.parametrize("size", ["a4", "a3"])
def test_a_phone_reads_the_code_on_the_poster_and_opens_the_message(
    organisation, announce, amina, bram, signed_in, tmp_path, settings, size
):
    """The poster as it hangs on the wall, read back by a reader that is not the library which drew it."""
    known = announce("Opleiding is werktijd", body="<p>Ook ’s nachts.</p>")
    file = tmp_path / "affiche.pdf"
    file.write_bytes(signed_in(amina).get(here(organisation, "poster", pk=known.pk, size=size)).content)
    picture = ["pdftoppm", "-r", "100", "-png", "-singlefile", file, tmp_path / "affiche"]
    subprocess.run(picture, check=True)
    (code,) = zxingcpp.read_barcodes(Image.open(tmp_path / "affiche.png"))
    assert (code.format, code.text) == (
        zxingcpp.BarcodeFormat.QRCode, settings.ADDRESS + here(organisation, "announcement", pk=known.pk)
    )  # fmt: skip
    page = signed_in(bram).get(code.text.removeprefix(settings.ADDRESS))
    assert page.status_code == 200
    assert "Opleiding is werktijd" in page.content.decode()


def test_a_draft_is_thrown_away_after_one_more_question(organisation, amina, bram, signed_in, now):
    facts = {"title": "Toch niet", "body": "<p>Dag</p>", "is_assignment": False}
    draft = actions.write_announcement(facts=facts, audience=["statute:volunteer"], by=amina, at=now)
    address = here(organisation, "delete_announcement", pk=draft.pk)
    assert signed_in(bram).post(address).status_code == 403
    assert "Ben je zeker?" in signed_in(amina).get(address).content.decode()
    assert Announcement.objects.filter(pk=draft.pk).exists()
    assert signed_in(amina).post(address, {"once": "a"}).status_code == 302
    assert not Announcement.objects.filter(pk=draft.pk).exists()
    assert Record.objects.filter(act="planproject.delete_announcement", subject_name="Toch niet").count() == 1


def test_what_was_made_known_cannot_be_thrown_away(organisation, announce, amina, signed_in, now):
    known = announce("Blijft")
    with pytest.raises(AlreadyFixed, match="Trek het in"):
        actions.delete_announcement(announcement=known, by=amina, at=now)
    address = here(organisation, "delete_announcement", pk=known.pk)
    assert "Gooi het ontwerp weg" not in signed_in(amina).get(address).content.decode()
    assert signed_in(amina).post(address, {"once": "a"}).status_code == 409
    assert Announcement.objects.filter(pk=known.pk).exists()


def test_a_text_that_names_something_outside_makes_no_poster_that_reads_it(organisation, announce, amina, signed_in):
    known = announce(body='<p>Kijk <a href="https://kwaad.example/x">hier</a><img src="file:///etc/passwd"></p>')
    answer = signed_in(amina).get(here(organisation, "poster", pk=known.pk, size="a4"))
    assert answer.status_code == 200
    assert "file:" not in known.document.text


def test_every_act_on_the_news_is_in_the_journal(announce, amina, now):
    known = announce()
    actions.withdraw_announcement(announcement=known, reason="x", by=amina, at=now)
    acts = list(Record.objects.filter(act__startswith="planproject.").order_by("number").values_list("act", flat=True))
    assert acts == [
        "planproject.write_announcement",
        "planproject.publish_announcement",
        "planproject.withdraw_announcement",
    ]


def test_the_news_asks_as_many_statements_with_more_of_it(organisation, announce, bram, signed_in, employ):
    employ("Rosa", group="Keuken")
    client = signed_in(bram)
    announce()
    client.get(here(organisation, "news"))
    with CaptureQueriesContext(connection) as asked:
        client.get(here(organisation, "news"))
    few = len(asked)
    for number in range(6):
        announce(f"Bericht {number}", audience=kitchen() if number % 3 == 0 else ())
    client.get(here(organisation, "news"))
    with CaptureQueriesContext(connection) as asked:
        client.get(here(organisation, "news"))
    assert len(asked) == few


def test_who_belongs_elsewhere_is_never_mailed(announce, greet):
    announce()
    assert greet.email not in mails()
    assert queries.announcements_to_finish() == []
