"""Mail that leaves by the command, and by the thread beside the pages."""

from datetime import datetime

import pytest
from django.core import mail
from django.core.management import call_command
from django.core.management.base import CommandError

from draagvlak.installation.management.commands import serve
from draagvlak.lib import clock
from draagvlak.notices.actions import queue
from draagvlak.notices.models import MailRound, Message
from draagvlak.notices.states import MessageState


@pytest.fixture
def morning(monkeypatch):
    """Ten past seven, so that digests are due."""
    at = datetime(2027, 3, 8, 7, 10, tzinfo=clock.BRUSSELS)
    monkeypatch.setattr(clock, "now", lambda: at)
    return at


@pytest.fixture
def message(organisation, amina, morning):
    return queue(to=amina.email, subject="x", body="x", at=morning)


def test_the_command_sends_what_waits_makes_the_rounds_and_says_so(message, settings, capsys):
    settings.SENDS_MAIL = True
    call_command("send_mail")
    assert (len(mail.outbox), MailRound.objects.count()) == (1, 1)
    assert capsys.readouterr().out == "0 digests, reminders and moments made, 1 mails sent, 0 wait, 0 ask a person.\n"


def test_without_a_mail_server_the_command_says_so_and_makes_no_digests(message):
    with pytest.raises(CommandError, match="No mail server is named"):
        call_command("send_mail")
    assert MailRound.objects.count() == 0


def test_a_mail_server_that_is_away_is_a_failure_that_the_operator_hears_of(message, settings):
    settings.SENDS_MAIL = True
    settings.EMAIL_BACKEND = "draagvlak.lib.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    with pytest.raises(CommandError, match=r"Some mail could not leave yet: .*refused"):
        call_command("send_mail")
    assert Message.objects.get().state == MessageState.WAITING


class Turns:
    """Lets the thread go round so many times."""

    def __init__(self, number):
        self.left = number

    def wait(self, _seconds):
        self.left -= 1
        return self.left < 0

    def is_set(self):
        return False


@pytest.fixture(autouse=True)
def _connection_stays(monkeypatch):
    monkeypatch.setattr(serve, "close_old_connections", lambda: None)  # the test's own must not be closed


def test_beside_the_pages_mail_leaves_and_the_round_is_made_once(message, settings):
    settings.SENDS_MAIL = True
    serve.keep_sending(Turns(3))
    assert (len(mail.outbox), MailRound.objects.count()) == (1, 1)


def test_in_the_demo_the_round_is_made_and_nothing_leaves(message, settings):
    settings.IS_DEMO = True
    serve.keep_sending(Turns(2))
    assert (mail.outbox, MailRound.objects.count(), Message.objects.get().state) == ([], 1, MessageState.WAITING)


def test_without_a_mail_server_nothing_is_made_that_would_leave_all_at_once_later(message):
    serve.keep_sending(Turns(2))
    assert MailRound.objects.count() == 0


def test_whatever_goes_wrong_mail_goes_on_leaving_when_it_is_over(message, settings, monkeypatch):
    settings.SENDS_MAIL = True
    broken = [OSError("the database is away"), None, None]

    def go_round(at):
        if wrong := broken.pop(0):
            raise wrong

    monkeypatch.setattr(serve, "go_round", go_round)
    serve.keep_sending(Turns(2))
    assert len(mail.outbox) == 1
