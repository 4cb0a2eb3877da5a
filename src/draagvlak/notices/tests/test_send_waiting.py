from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction

from draagvlak.notices import actions
from draagvlak.notices.models import Message
from draagvlak.notices.states import MessageState


@pytest.fixture
def message(db, now):
    return actions.queue(to="an@example.org", subject="Dag\nAn", body="Welkom.", at=now)


def test_a_message_leaves_once(message, now):
    assert (actions.send_waiting(at=now), actions.send_waiting(at=now)) == (1, 0)
    message.refresh_from_db()
    assert (message.state, message.sent_at, mail.outbox[0].subject, mail.outbox[0].to) == (
        MessageState.SENT,
        now,
        "Dag An",
        ["an@example.org"],
    )


def test_nothing_leaves_when_the_act_fails(db, now):
    class Oops(Exception):
        pass

    with pytest.raises(Oops), transaction.atomic():
        actions.queue(to="an@example.org", subject="x", body="x", at=now)
        raise Oops
    assert actions.send_waiting(at=now) == 0


def test_a_mail_server_that_does_not_answer_is_tried_again_later_and_given_up_at_last(message, now, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    assert actions.send_waiting(at=now) == 0
    message.refresh_from_db()
    assert (message.state, message.tries, message.try_after) == (MessageState.WAITING, 1, now + timedelta(minutes=2))
    for turn in range(1, actions.MOST_TRIES):
        actions.send_waiting(at=now + timedelta(hours=turn * 2))
    message.refresh_from_db()
    assert (message.state, message.tries) == (MessageState.GIVEN_UP, actions.MOST_TRIES)
    assert message.trouble


def test_a_message_that_another_worker_claimed_is_left_alone(message, now):
    Message.objects.update(state=MessageState.SENDING)
    assert actions.send_waiting(at=now) == 0


def test_a_secret_does_not_stay_after_sending(db, now):
    actions.queue(to="an@example.org", subject="x", body="https://geheim", at=now, is_private=True)
    actions.send_waiting(at=now)
    assert (Message.objects.get().body, mail.outbox[0].body) == ("", "https://geheim")
