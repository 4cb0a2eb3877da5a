"""A body keeps a list of what it sets itself to do (row B5.11): nobody else reads it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_scopes import scopes_disabled

from draagvlak.desk.queries import tasks_for
from draagvlak.journal.models import Record
from draagvlak.lib.refusals import Changed
from draagvlak.lib.rights import may
from draagvlak.notices.models import Message
from draagvlak.stakeholders import actions
from draagvlak.stakeholders.models import BodyTask, Seat
from draagvlak.stakeholders.rules import BodyTaskRefused

WHAT = "Bel de nachtploeg over vorming"


def here(body, name, pk=None):
    return reverse(f"stakeholders:{name}", kwargs={"organisation": body.organisation.slug, "pk": pk or body.pk})


@pytest.fixture
def delegation(bodies, ria):
    return bodies["union_delegation"]


@pytest.fixture
def second(delegation, new_account, koen, now, today):
    """Tom sits in the delegation as well."""
    account = new_account("Tom")
    actions.seat(body=delegation, holder=account, function="member", starts_on=today, by=koen, at=now)
    return account


@pytest.fixture
def seat_of(delegation):
    return lambda account: Seat.objects.get(body=delegation, holder=account)


@pytest.fixture
def task(delegation, second, seat_of, ria, now):
    facts = {"what": WHAT, "seat": seat_of(second), "due_on": None}
    return actions.add_body_task(body=delegation, facts=facts, by=ria, at=now)


def test_a_delegate_adds_a_task_and_who_does_it_finds_it_and_finishes_it(
    delegation, second, seat_of, ria, today, signed_in
):
    page = signed_in(ria)
    words = {"what": WHAT, "seat": seat_of(second).pk, "due_on": today.isoformat(), "once": "a"}
    shown = page.post(here(delegation, "add_body_task"), words, follow=True).content.decode()
    assert (WHAT in shown, "Tom" in shown) == (True, True)
    made = BodyTask.objects.get()
    mine = [one for one in tasks_for(second, delegation.organisation, today=today) if one.title == WHAT]
    assert [one.is_private for one in mine] == [True]
    signed_in(second).post(
        here(delegation, "finish_body_task", made.pk), {"note": "Gebeld.", "version": "1", "once": "b"}
    )
    made.refresh_from_db()
    assert (made.done_on, made.done_by, made.note) == (today, second, "Gebeld.")
    assert "Gebeld." in page.get(here(delegation, "body_tasks")).content.decode()


def test_the_mail_names_no_task_and_stands_in_no_outbox(task, second, ria):
    with scopes_disabled():
        (mail,) = Message.objects.filter(to=second.email, subject__contains="Een taak voor jou")
    assert (mail.organisation, mail.is_private, WHAT in mail.body) == (None, True, False)


def test_the_journal_never_says_what_it_is(task):
    record = Record.objects.get(act="stakeholders.add_body_task")
    assert (record.subject_name, record.details) == (str(task.body), {})


def test_only_who_sits_in_the_body_reads_it(task, delegation, ria, second, koen, amina, dirk, bram, signed_in):
    can = [may(one, "stakeholders.keep_body_tasks", task) for one in (ria, second, koen, amina, dirk, bram)]
    assert can == [True, True, False, False, False, False]
    assert signed_in(dirk).get(here(delegation, "body_tasks")).status_code == 403


def test_who_left_the_body_has_no_task_any_more_and_the_list_says_so(
    task, delegation, second, seat_of, ria, koen, now, today, signed_in
):
    from datetime import timedelta

    Seat.objects.filter(pk=seat_of(second).pk).update(
        starts_on=today - timedelta(days=9), ends_on=today - timedelta(days=1)
    )
    assert [one for one in tasks_for(second, delegation.organisation, today=today) if one.title == WHAT] == []
    assert "Tom zetelt hier niet meer" in signed_in(ria).get(here(delegation, "body_tasks")).content.decode()
    with pytest.raises(BodyTaskRefused):
        actions.add_body_task(
            body=delegation, facts={"what": "Iets", "seat": seat_of(second), "due_on": None}, by=ria, at=now
        )


def test_who_changes_it_second_keeps_both_texts(task, delegation, ria, seat_of, now, signed_in):
    actions.change_body_task(
        task=task, facts={"what": "Schrijf hen", "seat": None, "due_on": None}, version=1, by=ria, at=now
    )
    sent = signed_in(ria).post(here(delegation, "change_body_task", task.pk), {"what": "Ga langs", "version": "1"})
    shown = sent.content.decode()
    assert (sent.status_code, "Schrijf hen" in shown, "Ga langs" in shown) == (409, True, True)
    with pytest.raises(Changed):
        actions.remove_body_task(task=task, version=1, by=ria, at=now)


def test_it_is_opened_again_and_taken_away(task, ria, now):
    done = actions.finish_body_task(task=task, note="", version=1, by=ria, at=now)
    with pytest.raises(BodyTaskRefused):
        actions.finish_body_task(task=done, note="", version=2, by=ria, at=now)
    again = actions.reopen_body_task(task=done, version=2, by=ria, at=now)
    assert again.done_on is None
    with pytest.raises(BodyTaskRefused):
        actions.reopen_body_task(task=again, version=3, by=ria, at=now)
    actions.remove_body_task(task=again, version=3, by=ria, at=now)
    assert not BodyTask.objects.exists()


def test_nothing_or_the_same_twice_is_refused(task, delegation, ria, now):
    for what in ("  ", WHAT.upper()):
        with pytest.raises(BodyTaskRefused):
            actions.add_body_task(body=delegation, facts={"what": what, "seat": None, "due_on": None}, by=ria, at=now)


def test_the_list_asks_as_much_for_one_task_as_for_three(delegation, ria, seat_of, now, signed_in):
    page, counts = signed_in(ria), []
    for what in ("Een", "Twee", "Drie"):
        actions.add_body_task(
            body=delegation, facts={"what": what, "seat": seat_of(ria), "due_on": None}, by=ria, at=now
        )
        page.get(here(delegation, "body_tasks"))
        with CaptureQueriesContext(connection) as asked:
            page.get(here(delegation, "body_tasks"))
        counts.append(len(asked))
    assert counts[0] == counts[2]
