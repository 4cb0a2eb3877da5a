import pytest
from django.urls import reverse

from draagvlak.desk.actions import confirm_mail
from draagvlak.journal.models import Record
from draagvlak.notices.rules import NotThisState
from draagvlak.notices.states import MessageState


def address(message):
    return reverse("desk:confirm_mail", kwargs={"organisation": message.organisation.slug, "pk": message.pk})


def test_a_mail_that_is_known_to_have_arrived_counts_as_sent_when_it_was_tried(mail, amina, now):
    known = confirm_mail(message=mail(MessageState.UNKNOWN), by=amina, at=now)
    known.refresh_from_db()
    assert (known.state, known.sent_at) == (MessageState.SENT, now)
    assert Record.objects.first().act == "desk.confirm_mail"


def test_a_secret_is_forgotten_then(mail, amina, now):
    message = mail(MessageState.UNKNOWN, is_private=True, body="https://geheim")
    assert confirm_mail(message=message, by=amina, at=now).body == ""


@pytest.mark.parametrize("state", [MessageState.GIVEN_UP, MessageState.WAITING, MessageState.SENT])
def test_only_a_mail_of_which_nobody_knows_can_be_confirmed(mail, amina, now, state):
    with pytest.raises(NotThisState):
        confirm_mail(message=mail(state), by=amina, at=now)


def test_on_the_page(mail, amina, signed_in):
    message, client = mail(MessageState.UNKNOWN), signed_in(amina)
    assert "Dit is aangekomen" in client.get(address(message)).content.decode()
    assert client.post(address(message), {"once": "a"}).status_code == 302
    message.refresh_from_db()
    assert message.state == MessageState.SENT


def test_who_does_not_run_the_organisation_may_not(mail, bram, signed_in):
    assert signed_in(bram).post(address(mail(MessageState.UNKNOWN)), {"once": "a"}).status_code == 403
