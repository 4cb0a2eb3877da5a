from datetime import date, time, timedelta

import icalendar
import pytest
from django.urls import reverse

from draagvlak.lib import clock
from draagvlak.meetings import actions, queries
from draagvlak.meetings.models import Meeting
from draagvlak.notices.models import Message
from draagvlak.stakeholders.actions import seat, seat_group
from draagvlak.stakeholders.models import Body, Role, Seat
from tests.standing import forget_mail

ROOT = "https://vto.example.be"
SAID = {"outcome": "", "decision": "", "how": "", "comes_back": False}


@pytest.fixture
def farid(new_account, set_up, employ, now):
    """Works in logistics and sits in the working group; has an account."""
    from draagvlak.tenancy.actions import admit

    account = new_account("Farid")
    admit(account=account, organisation=set_up, at=now)
    account.member = employ("Farid", account=account, email="farid@example.org")
    return account


@pytest.fixture
def rosa(set_up, employ):
    """Works in the kitchen and sits in the working group; has neither account nor e-mail."""
    return employ("Rosa", last_name="Gomes")


@pytest.fixture
def group(set_up, amina, farid, rosa, koen, now):
    """The working group: Farid and Rosa, led by the coordinator Amina."""
    return seat_group(name="Werkgroep", members=[farid.member, rosa], by=koen, at=now)


@pytest.fixture
def council(bodies, set_up, dirk, koen, now):
    """The works council: Dirk is a member, Koen chairs it, Nadia keeps the minutes."""
    seat(body=bodies["works_council"], holder=koen, function="chair", starts_on=clock.day_of(now), by=koen, at=now)
    forget_mail()
    return bodies["works_council"]


@pytest.fixture
def nadia(new_account, council, koen, now):
    account = new_account("Nadia")
    seat(body=council, holder=account, function="secretary", starts_on=clock.day_of(now), by=koen, at=now)
    forget_mail()
    return account


@pytest.fixture
def call(now):
    """Convene a body: call(body, by, in_days=7, title=…) → the first meeting, or all with many=True."""

    def make(body, by, *, in_days=7, at=None, many=False, **facts):
        at = at or now
        words = {"title": "", "starts": time(14), "ends": time(16), "place": "Zaal Beuk", **facts}
        day = clock.day_of(at) + timedelta(days=in_days)
        made = actions.convene(body=body, facts={"day": day, **words}, by=by, at=at, root=ROOT)
        return made if many else made[0]

    return make


@pytest.fixture
def held(call, now):
    """A meeting of a body that took place some days ago: held(body, by, days_ago=3)."""

    def make(body, by, *, days_ago=3, **facts):
        for model in (Body, Role, Seat):  # as if they were there since long
            model.objects.update(starts_on=date(2020, 1, 1))
        meeting = call(body, by, in_days=1, at=now - timedelta(days=days_ago + 1), **facts)
        return Meeting.objects.select_related("body", "organisation").get(pk=meeting.pk)

    return make


@pytest.fixture
def item(now):
    """Put a point on an agenda: item(meeting, by, title="…", kind=…)."""

    def make(meeting, by, *, title="Vorming voor de nacht", kind="discussion", **facts):
        words = {"minutes": None, "preparation": "", **facts}
        return actions.propose_item(meeting=meeting, facts={"title": title, "kind": kind, **words}, by=by, at=now)

    return make


@pytest.fixture
def minuted(now):
    """Write minutes: minuted(meeting, by, {item: {"outcome": …}}, version=0)."""

    def make(meeting, by, said, *, version=0, at=None):
        words = {one.pk: {**SAID, **words} for one, words in said.items()}
        return actions.write_minutes(meeting=meeting, said=words, version=version, by=by, at=at or now)

    return make


@pytest.fixture
def reported(minuted, now):
    """Write and send minutes."""

    def make(meeting, by, said=None):
        minuted(meeting, by, said or {})
        return actions.send_minutes(meeting=fresh(meeting), by=by, at=now, root=ROOT)

    return make


def fresh(meeting):
    return queries.meetings().get(pk=meeting.pk)


def here(organisation, name, **words):
    return reverse(f"meetings:{name}", kwargs={"organisation": organisation.slug, **words})


def mails(to=None, method=None):
    """Mail in the outbox, oldest first."""
    found = Message.objects.order_by("pk")
    found = found.filter(to=to) if to else found
    return list(found.filter(calendar_method=method) if method is not None else found)


def event_in(message):
    return next(iter(icalendar.Calendar.from_ical(message.calendar).walk("VEVENT")))


def acts(prefix="meetings."):
    from draagvlak.journal.models import Record

    return list(Record.objects.filter(act__startswith=prefix).order_by("number").values_list("act", flat=True))
