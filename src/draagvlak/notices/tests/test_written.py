"""The mail as it travels, read back as a mail program does."""

import email
import email.policy

import pytest

from draagvlak.notices import actions
from draagvlak.notices.actions import Invitation, queue, written
from draagvlak.notices.models import Message
from draagvlak.notices.states import MessageKind

MEETING = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Vergadering één\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


def read(message):
    return email.message_from_bytes(written(message).message().as_bytes(), policy=email.policy.default)


def shape(part):
    """The parts of a mail as nested lists of their types."""
    kind = part.get_content_type()
    return [kind, *(shape(inside) for inside in part.iter_parts())] if part.is_multipart() else kind


@pytest.fixture
def paper(organisation, amina, now):
    return queue(to=amina.email, subject="Ter bespreking", body="Dag <Amina>", at=now, kind=MessageKind.PAPERS)


def test_a_mail_is_plain_text_and_the_same_as_html(paper):
    mail = read(paper)
    assert shape(mail) == ["multipart/alternative", "text/plain", "text/html"]
    assert mail.get_body(["plain"]).get_content().startswith("Dag <Amina>\n\n-- \n")
    assert "Dag &lt;Amina&gt;" in mail.get_body(["html"]).get_content()


def test_a_meeting_goes_along_beside_the_text_and_as_a_file(organisation, amina, now):
    mail = read(queue(to=amina.email, subject="x", body="x", at=now, invitation=Invitation(MEETING, "REQUEST")))
    assert shape(mail) == [
        "multipart/mixed",
        ["multipart/alternative", "text/plain", "text/html", "text/calendar"],
        "application/ics",
    ]
    alternative, file = mail.iter_parts()
    calendar = list(alternative.iter_parts())[2]
    assert dict(calendar["content-type"].params) == {"method": "REQUEST", "component": "VEVENT", "charset": "utf-8"}
    assert calendar.get_content().replace("\r\n", "\n") == MEETING.replace("\r\n", "\n")
    assert (file.get_filename(), file.get_content().decode()) == ("vergadering.ics", MEETING)


def test_the_meeting_arrives_whole_over_a_real_connection(organisation, amina, sink, now):
    queue(to=amina.email, subject="x", body="x", at=now, invitation=Invitation(MEETING, "CANCEL"))
    actions.send_waiting(at=now)
    ((_to, mail),) = sink.mails
    found = [part for part in mail.walk() if part.get_content_type() in {"text/calendar", "application/ics"}]
    assert (len(found), found[0].get_content_charset(), "één" in found[0].get_content()) == (2, "utf-8", True)


def test_every_try_of_a_message_has_the_same_id_and_every_message_another(paper, organisation, amina, now):
    again = Message.objects.get(pk=paper.pk)
    other = queue(to=amina.email, subject="x", body="x", at=now)
    assert read(paper)["Message-ID"] == read(again)["Message-ID"] != read(other)["Message-ID"]


def test_it_says_that_a_program_wrote_it(paper):
    assert read(paper)["Auto-Submitted"] == "auto-generated"


def test_only_a_digest_says_where_one_can_be_rid_of_it(paper):
    before = read(paper)["List-Unsubscribe"]
    paper.kind, paper.is_required = MessageKind.DIGEST, False
    assert (before, read(paper)["List-Unsubscribe"]) == (None, "<http://127.0.0.1:8000/o/lindehof/mijn-mail/>")


def test_the_foot_says_why_and_where_to_change_it_to_who_can_sign_in(paper):
    text = read(paper).get_body(["plain"]).get_content()
    assert "Zulke mail gaat altijd meteen naar wie ze aangaat." in text
    assert "Kies zelf welke mail je wanneer krijgt: http://127.0.0.1:8000/o/lindehof/mijn-mail/" in text


def test_who_has_no_account_is_not_sent_to_a_page_behind_a_door(organisation, now):
    text = read(queue(to="kandidaat@example.org", subject="x", body="x", at=now)).get_body(["plain"]).get_content()
    assert "mijn-mail" not in text


def test_mail_about_an_account_says_so_and_cannot_be_tuned(db, now):
    mail = read(queue(to="an@example.org", subject="x", body="x", at=now, is_private=True, kind=MessageKind.ACCOUNT))
    text = mail.get_body(["plain"]).get_content()
    assert "met je account in Draagvlak" in text
    assert "mijn-mail" not in text


def test_a_mail_speaks_the_language_of_the_account_whoever_sends_it(organisation, amina, now):
    amina.language = "fr"
    amina.save()
    message = queue(to=amina.email.upper(), subject="x", body="Bonjour", at=now)
    assert (message.language, message.to) == ("fr", amina.email)
    assert '<html lang="fr">' in read(message).get_body(["html"]).get_content()
