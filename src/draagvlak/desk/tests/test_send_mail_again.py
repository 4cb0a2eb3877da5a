import pytest
from django.core import mail as arrived
from django.urls import reverse

from draagvlak.desk.actions import send_mail_again
from draagvlak.desk.queries import tasks_for
from draagvlak.journal.models import Record
from draagvlak.notices.actions import send_waiting
from draagvlak.notices.models import Message
from draagvlak.notices.rules import NotThisState
from draagvlak.notices.states import MessageState


def address(message):
    return reverse("desk:send_mail_again", kwargs={"organisation": message.organisation.slug, "pk": message.pk})


@pytest.mark.parametrize("state", [MessageState.UNKNOWN, MessageState.GIVEN_UP])
def test_a_mail_that_hangs_leaves_once_more_with_the_same_id(mail, amina, now, state):
    message = mail(state, trouble="450 vol")
    before = message.message_id
    send_mail_again(message=message, by=amina, at=now)
    assert (send_waiting(at=now), arrived.outbox[0].extra_headers["Message-ID"]) == (1, before)
    message.refresh_from_db()
    assert (message.state, message.tries, message.trouble) == (MessageState.SENT, 1, "")


@pytest.mark.parametrize("state", set(MessageState) - {MessageState.UNKNOWN, MessageState.GIVEN_UP})
def test_any_other_mail_does_not_leave_again(mail, amina, now, state):
    message = mail()
    facts = {"sent_at": now} if state == MessageState.SENT else {}
    Message.objects.filter(pk=message.pk).update(state=state, is_required=False, **facts)
    with pytest.raises(NotThisState):
        send_mail_again(message=message, by=amina, at=now)


def test_it_stands_in_the_journal_without_the_address_and_the_subject(mail, amina, now):
    message = mail(MessageState.UNKNOWN)
    send_mail_again(message=message, by=amina, at=now)
    record = Record.objects.first()
    assert (record.act, record.by, record.subject_name) == ("desk.send_mail_again", amina, "")
    assert record.details == {"message": message.pk, "kind": "papers"}


def test_on_the_page_the_coordinator_sends_it_again_and_comes_back_to_the_mail(mail, amina, signed_in):
    message, client = mail(MessageState.GIVEN_UP, trouble="550 onbekend"), signed_in(amina)
    page = client.get(address(message)).content.decode()
    assert ("550 onbekend" in page, "Probeer opnieuw" in page) == (True, True)
    answer = client.post(address(message), {"once": "a"})
    assert answer.url == reverse("desk:outbox", kwargs={"organisation": message.organisation.slug})
    message.refresh_from_db()
    assert message.state == MessageState.WAITING


def test_sending_the_form_twice_says_so_instead_of_sending_twice(mail, amina, signed_in):
    message, client = mail(MessageState.UNKNOWN), signed_in(amina)
    statuses = [client.post(address(message), {"once": key}).status_code for key in ("a", "a", "b")]
    assert (statuses, Record.objects.filter(act="desk.send_mail_again").count()) == ([302, 302, 409], 1)


def test_who_does_not_run_the_organisation_may_not(mail, bram, signed_in):
    assert signed_in(bram).post(address(mail(MessageState.UNKNOWN)), {"once": "a"}).status_code == 403


def test_a_mail_that_asks_a_person_is_a_task_for_who_runs_the_organisation(set_up, amina, dirk, mail, today):
    def asks(account):
        account.remembered.clear()
        return [task for task in tasks_for(account, set_up, today=today) if task.address.endswith("?state=asks")]

    assert asks(amina) == []
    mail(MessageState.UNKNOWN)
    assert len(asks(amina)) == 1
    assert asks(dirk) == []
