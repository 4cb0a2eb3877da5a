"""A line of the yearly calendar that was taken over is recalled by mail like every task, and only to whose task it is."""

from datetime import date, datetime, time

from draagvlak.desk import jobs
from draagvlak.lib import clock
from draagvlak.notices.models import Message
from draagvlak.notices.states import MessageKind
from draagvlak.policyplan.actions import take_line
from draagvlak.policyplan.queries import entry_of

SEVEN_DAYS_BEFORE = date(2027, 3, 24)


def test_who_holds_the_role_is_reminded_seven_days_before(set_up, koen, amina, dirk, today, now):
    entry = entry_of(set_up, year=2027, key="plan_adopted", on=today)
    facts = {"on": entry.last, "role": "management", "version": 0}
    take_line(entry=entry, year=2027, facts=facts, by=amina, at=now)
    jobs.go_round(at=datetime.combine(SEVEN_DAYS_BEFORE, time(8), clock.BRUSSELS))
    told = Message.objects.filter(kind=MessageKind.REMINDER, body__contains="Stel het opleidingsplan vast")
    assert [message.to for message in told] == [koen.email]
