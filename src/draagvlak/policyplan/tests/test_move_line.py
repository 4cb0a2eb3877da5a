from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.formats import date_format

from draagvlak.journal.models import Record
from draagvlak.lib.refusals import Changed
from draagvlak.policyplan import actions
from draagvlak.policyplan.models import CalendarChoice
from draagvlak.policyplan.rules import AlreadyDone, DayInThePast, NotEarlier, NothingSaid


@pytest.fixture
def move(line, amina, now, today):
    def earlier(key, days=7, version=0, **more):
        entry = line(key)
        on = entry.last - timedelta(days=days) if entry.last else today + timedelta(days=30)
        facts = {"on": on, "why": "De raad vergadert dan.", "version": version, **more}
        return actions.move_line(entry=entry, year=today.year + 1, facts=facts, by=amina, at=now)

    return earlier


def test_the_own_day_stands_first_and_the_legal_day_stays_beside_it(set_up, amina, dirk, line, today, signed_in):
    entry = line("plan_adopted")
    words = {"organisation": set_up.slug, "year": today.year + 1}
    address = reverse("policyplan:move_line", kwargs={**words, "key": "plan_adopted"})
    own = entry.last - timedelta(days=7)
    sent = {"on": own.isoformat(), "why": "De raad vergadert dan.", "version": "0", "once": "a"}
    assert signed_in(amina).post(address, sent).status_code == 302
    page = signed_in(dirk).get(reverse("policyplan:calendar_of_year", kwargs=words)).content.decode()
    assert f"laatste dag: {date_format(entry.last, 'j F Y')}" in page
    assert date_format(own, "j F Y") in page
    assert "De raad vergadert dan." in page
    assert Record.objects.get(act="policyplan.move_line").details == {"line": "plan_adopted", "on": own.isoformat()}


@pytest.mark.parametrize("days", [0, -1])
def test_the_legal_day_or_a_later_one_is_refused(move, days):
    with pytest.raises(NotEarlier):
        move("plan_adopted", days=days)


def test_a_line_without_a_day_cannot_be_earlier(move):
    with pytest.raises(NotEarlier):
        move("fund_calls")


def test_a_day_in_the_past_is_refused(move, today):
    with pytest.raises(DayInThePast):
        move("plan_adopted", on=today - timedelta(days=1))


def test_without_a_reason_it_is_refused_also_by_the_database(move, amina, now, today):
    with pytest.raises(NothingSaid):
        move("plan_adopted", why=" ")
    facts = {"year": 2027, "key": "x", "on": today, "why": "", "changed_at": now, "changed_by": amina}
    with pytest.raises(IntegrityError), transaction.atomic():
        CalendarChoice.objects.create(**facts)


def test_an_open_task_moves_along(take, move, line):
    take("plan_adopted")
    choice = move("plan_adopted", version=1)
    choice.deadline.refresh_from_db()
    assert choice.deadline.on == line("plan_adopted").last - timedelta(days=7)


def test_what_is_done_does_not_move(take, move, amina, now):
    choice = take("plan_adopted")
    actions.finish_deadline(deadline=choice.deadline, note="", by=amina, at=now)
    with pytest.raises(AlreadyDone):
        move("plan_adopted", version=1)


def test_the_second_who_moves_hears_of_the_first(move):
    move("plan_adopted")
    with pytest.raises(Changed):
        move("plan_adopted", days=9)


def test_the_own_day_is_proposed_when_it_is_taken_over(move, set_up, amina, line, today, signed_in):
    move("plan_adopted")
    words = {"organisation": set_up.slug, "year": today.year + 1, "key": "plan_adopted"}
    page = signed_in(amina).get(reverse("policyplan:take_line", kwargs=words)).content.decode()
    assert f'value="{(line("plan_adopted").last - timedelta(days=7)).isoformat()}"' in page
