"""Sending what waits: over a real connection to a mail server that refuses, stalls and hangs up."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.core import mail
from django.db import transaction

from draagvlak.notices import actions
from draagvlak.notices.models import Message
from draagvlak.notices.rules import AWAY, LONGEST_SENDING
from draagvlak.notices.states import MessageState


@pytest.fixture
def message(db, now):
    return actions.queue(to="an@example.org", subject="Dag\nAn", body="Welkom.", at=now)


def to(address, now):
    return actions.queue(to=address, subject="Dag", body="Welkom.", at=now)


def states():
    return {message.to.split("@")[0]: message.state for message in Message.objects.all()}


def test_a_message_leaves_once(message, now):
    assert (actions.send_waiting(at=now), actions.send_waiting(at=now)) == (1, 0)
    message.refresh_from_db()
    assert (message.state, message.sent_at >= now, mail.outbox[0].subject, mail.outbox[0].to) == (
        MessageState.SENT,
        True,
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


def test_many_messages_go_over_one_connection(db, sink, now):
    for number in range(5):
        to(f"an{number}@example.org", now)
    assert (actions.send_waiting(at=now), len(sink.mails), sink.connections) == (5, 5, 1)


def test_a_receiver_that_is_refused_for_good_is_given_up_at_once_with_the_servers_sentence(db, sink, now):
    refused = to("550@example.org", now)
    actions.send_waiting(at=now)
    refused.refresh_from_db()
    assert (refused.state, refused.tries, refused.trouble) == (
        MessageState.GIVEN_UP,
        1,
        "550 5.1.1 Onbekende ontvanger",
    )


def test_a_mail_that_the_server_will_never_take_is_given_up_at_once(db, sink, now):
    to("554@example.org", now)
    actions.send_waiting(at=now)
    assert (states(), sink.mails) == ({"554": MessageState.GIVEN_UP}, [])


def test_a_receiver_that_is_refused_for_now_is_tried_again_ever_later_and_given_up_at_last(db, sink, now):
    full = to("450@example.org", now)
    waits, at = [], now
    for _ in range(actions.MOST_TRIES):
        actions.send_waiting(at=at)
        full.refresh_from_db()
        waits.append(round((full.try_after - at).total_seconds() / 60))
        at = full.try_after
    assert (waits, full.state, full.tries) == ([2, 4, 8, 16, 32, 64], MessageState.GIVEN_UP, actions.MOST_TRIES)
    assert full.trouble == "450 4.2.2 Bus is vol"


def test_one_refused_receiver_does_not_hold_up_the_others(db, sink, now):
    for address in ("550@example.org", "450@example.org", "an@example.org"):
        to(address, now)
    assert (actions.send_waiting(at=now), sink.receivers, sink.connections) == (1, ["an@example.org"], 1)


def test_a_server_that_is_away_costs_no_message_a_try_and_everything_leaves_when_it_is_back(
    message, sink, now, settings
):
    there, settings.EMAIL_PORT = settings.EMAIL_PORT, 9
    for turn in range(2 * actions.MOST_TRIES):
        assert actions.send_waiting(at=now + turn * 2 * AWAY) == 0
    message.refresh_from_db()
    assert (message.state, message.tries) == (MessageState.WAITING, 0)
    assert "refused" in message.trouble
    settings.EMAIL_PORT = there
    assert actions.send_waiting(at=now + timedelta(hours=1)) == 1
    message.refresh_from_db()
    assert (sink.receivers, message.trouble) == (["an@example.org"], "")


@pytest.mark.parametrize("local", ["early", "421"])
def test_a_line_that_drops_before_the_mail_was_handed_over_loses_nothing_and_costs_no_try(db, sink, now, local):
    dropped = to(f"{local}@example.org", now)
    to("an@example.org", now)
    assert actions.send_waiting(at=now) == 1
    dropped.refresh_from_db()
    assert (dropped.state, dropped.tries, sink.receivers) == (MessageState.WAITING, 0, ["an@example.org"])


def test_a_line_that_drops_before_the_answer_leaves_it_to_a_person_and_the_mail_is_not_sent_twice(db, sink, now):
    to("drop@example.org", now)
    to("an@example.org", now)
    for turn in range(4):
        actions.send_waiting(at=now + timedelta(days=turn))
    assert states() == {"drop": MessageState.UNKNOWN, "an": MessageState.SENT}
    assert sorted(sink.receivers) == ["an@example.org", "drop@example.org"]


def test_without_that_guard_the_mail_would_arrive_twice(db, sink, now, monkeypatch):
    """The twin: a dropped line is taken for a server that is away."""
    monkeypatch.setattr("draagvlak.lib.smtp.EmailBackend.is_underway", False)
    to("drop@example.org", now)
    for turn in range(2):
        actions.send_waiting(at=now + timedelta(days=turn))
    assert sink.receivers == ["drop@example.org"] * 2


def test_a_message_that_another_worker_claimed_is_left_alone(message, now):
    Message.objects.update(state=MessageState.SENDING, claimed_at=now)
    assert actions.send_waiting(at=now + LONGEST_SENDING - timedelta(minutes=1)) == 0
    assert states() == {"an": MessageState.SENDING}


def test_a_message_that_a_worker_claimed_and_never_finished_asks_a_person(message, now):
    Message.objects.update(state=MessageState.SENDING, claimed_at=now)
    assert actions.send_waiting(at=now + LONGEST_SENDING) == 0
    assert (states(), mail.outbox) == ({"an": MessageState.UNKNOWN}, [])


def broke_off(message, sink, now):
    """The server took the mail, and the worker died before it could write that down."""
    actions.send_waiting(at=now)
    Message.objects.filter(pk=message.pk).update(state=MessageState.SENDING, sent_at=None, claimed_at=now)


def test_a_mail_whose_worker_died_after_the_server_took_it_is_not_sent_again(message, sink, now):
    broke_off(message, sink, now)
    for turn in range(3):
        actions.send_waiting(at=now + timedelta(days=turn))
    assert (states(), sink.receivers) == ({"an": MessageState.UNKNOWN}, ["an@example.org"])


def test_without_asking_a_person_it_would_be_sent_again(message, sink, now, monkeypatch):
    """The twin: what was never finished simply waits again."""

    def taken_back(at):
        Message.objects.filter(state=MessageState.SENDING).update(state=MessageState.WAITING)

    monkeypatch.setattr(actions, "_set_aside", taken_back)
    broke_off(message, sink, now)
    actions.send_waiting(at=now + timedelta(days=1))
    assert sink.receivers == ["an@example.org"] * 2


def test_a_worker_that_was_only_slow_still_writes_down_what_came_of_it(message, now):
    claimed = actions._claim(message.pk, at=now)
    actions.send_waiting(at=now + LONGEST_SENDING)
    actions._write_down(claimed, state=MessageState.SENT, sent_at=now)
    assert states() == {"an": MessageState.SENT}


def test_what_a_person_decided_meanwhile_is_not_overwritten(message, now):
    claimed = actions._claim(message.pk, at=now)
    actions.send_waiting(at=now + LONGEST_SENDING)
    actions.send_again(message, at=now)
    actions._write_down(claimed, state=MessageState.GIVEN_UP)
    assert states() == {"an": MessageState.WAITING}


def two_workers(now, monkeypatch):
    """Both have read what waits before either has claimed it."""
    keys = list(Message.objects.values_list("pk", flat=True))
    for _ in range(2):
        actions._send_all(keys, lambda: now)


def test_two_workers_that_saw_the_same_message_send_it_once(message, sink, now, monkeypatch):
    two_workers(now, monkeypatch)
    assert sink.receivers == ["an@example.org"]


def test_without_the_claim_two_workers_would_send_it_twice(message, sink, now, monkeypatch):
    """The twin: everybody may have every message."""
    monkeypatch.setattr(actions, "_claim", lambda key, at: Message.objects.get(pk=key))
    two_workers(now, monkeypatch)
    assert sink.receivers == ["an@example.org"] * 2


def test_a_secret_does_not_stay_after_sending(db, now):
    actions.queue(to="an@example.org", subject="x", body="https://geheim", at=now, is_private=True)
    actions.send_waiting(at=now)
    assert (Message.objects.get().body, "https://geheim" in mail.outbox[0].body) == ("", True)


def test_what_is_of_no_use_any_more_is_skipped(message, now):
    Message.objects.update(drop_after=now)
    assert (actions.send_waiting(at=now), states(), mail.outbox) == (0, {"an": MessageState.SKIPPED}, [])


def test_a_mail_that_cannot_be_made_is_given_up_and_the_others_leave(db, now):
    Message.objects.filter(pk=to("fout@example.org", now).pk).update(subject="Dag\nX: y")
    to("an@example.org", now)
    assert actions.send_waiting(at=now) == 1
    assert states() == {"fout": MessageState.GIVEN_UP, "an": MessageState.SENT}


def test_an_empty_outbox_costs_one_statement(db, now, django_assert_num_queries):
    with django_assert_num_queries(1):
        actions.send_waiting(at=now)


DRAAGVLAK = Path(sys.executable).parent / "draagvlak"


def test_a_worker_that_is_killed_while_the_server_thinks_neither_loses_the_mail_nor_sends_it_twice(
    tmp_path, with_tables, sink
):
    """kill -9 in a process of its own, on a database of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DRAAGVLAK", "DATABASE"))}
    env = {
        **kept,
        "DRAAGVLAK_DIRECTORY": str(tmp_path),
        "EMAIL_URL": f"smtp://127.0.0.1:{sink.controller.port}",
        "DJANGO_SETTINGS_MODULE": "draagvlak.installation.settings",
    }

    def python(words):
        script = f"import django; django.setup()\n{words}"
        return subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, text=True, check=True)

    shutil.copytree(with_tables, tmp_path, dirs_exist_ok=True)
    now = "from draagvlak.lib import clock; from draagvlak.notices import actions; from datetime import timedelta\n"
    python(f"{now}actions.queue(to='an@example.org', subject='x', body='x', at=clock.now())")
    sink.hold = threading.Event()
    worker = subprocess.Popen([DRAAGVLAK, "send-mail"], env=env, stdout=subprocess.DEVNULL)
    until = time.monotonic() + 30
    while not sink.mails and time.monotonic() < until:
        time.sleep(0.05)
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    sink.hold.set()
    said = python(
        f"{now}from draagvlak.notices.models import Message\n"
        "actions.send_waiting(at=clock.now()); print(Message.objects.get().state)\n"
        "actions.send_waiting(at=clock.now() + timedelta(hours=1)); print(Message.objects.get().state)"
    )
    assert (said.stdout.split(), sink.receivers) == (["sending", "unknown"], ["an@example.org"])
