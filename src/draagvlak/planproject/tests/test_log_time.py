from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from draagvlak.desk.queries import tasks_for
from draagvlak.lib.refusals import Changed
from draagvlak.planproject import actions, queries
from draagvlak.planproject.models import TimeEntry, TimePromise
from draagvlak.planproject.rules import NotPossibleNow, NotQuarters
from draagvlak.planproject.states import TimeKind
from draagvlak.planproject.tests.factories import a_project, confirmed
from draagvlak.stakeholders import actions as roles
from draagvlak.stakeholders.models import Role

FORM = {"half_days": "0,5", "kind": "members", "what": "Vergadering"}


@pytest.fixture
def project(set_up, koen, now):
    return a_project(by=koen, at=now)


@pytest.fixture
def group(project, bram, employ, koen, now):
    """Bram and An sit in the working group; An has no account."""
    employ("An", group="Logistiek")
    return actions.seat_whole_team(project=project, mandate="", by=koen, at=now)


def to(name, organisation, **words):
    return reverse(f"planproject:{name}", kwargs={"organisation": organisation.slug, **words})


def line(project, kind, today):
    means = queries.means_of(project, today=today)
    return next(one for one in (*means.time, means.total, means.money) if one.kind == kind)


def log(project, today, half_days, *, by, at, kind="members", member=None):
    facts = {"kind": kind, "on": today, "half_days": Decimal(half_days), "what": "Werk"}
    return actions.log_time(project=project, facts=facts, member=member, by=by, at=at)


def test_a_member_writes_down_his_own_time_and_nobody_elses(group, bram, signed_in, organisation, today):
    from draagvlak.staff.models import StaffMember

    an = StaffMember.objects.get(first_name="An")
    address = to("log_time", organisation)
    sent = signed_in(bram).post(address, {**FORM, "on": today.isoformat(), "member": str(an)})
    entry = TimeEntry.objects.get()
    assert (sent.status_code, str(entry.member), entry.quarters, entry.logged_by) == (302, "Bram Test", 2, bram)
    refused = signed_in(bram).post(address, {**FORM, "on": today.isoformat(), "kind": "coordinator"})
    assert (refused.status_code, TimeEntry.objects.count()) == (422, 1)


def test_the_coordinator_writes_down_time_for_everybody_in_the_group(group, amina, signed_in, organisation, today):
    client, address = signed_in(amina), to("log_time", organisation)
    client.post(address, {**FORM, "on": today.isoformat(), "member": "an test"})
    client.post(address, {**FORM, "on": today.isoformat(), "kind": "coordinator", "half_days": "1,25"})
    assert [(entry.person, entry.half_days) for entry in TimeEntry.objects.order_by("pk")] == [
        ("An Test", Decimal("0.5")),
        ("Amina", Decimal("1.25")),
    ]


def test_who_is_not_in_the_group_writes_nothing_down(group, dirk, signed_in, organisation, today):
    sent = signed_in(dirk).post(to("log_time", organisation), {**FORM, "on": today.isoformat()})
    assert (sent.status_code, TimeEntry.objects.count()) == (403, 0)


def test_time_between_quarters_or_outside_the_project_is_refused(project, amina, now, today):
    with pytest.raises(NotQuarters):
        log(project, today, "0.3", by=amina, at=now)
    for day in (today - timedelta(days=1), today + timedelta(days=1)):
        with pytest.raises(NotPossibleNow):
            log(project, day, "0.5", by=amina, at=now)


def test_a_line_that_was_withdrawn_does_not_count(project, amina, now, today):
    entry = log(project, today, "2", by=amina, at=now)
    assert line(project, "members", today).used == 2
    actions.withdraw_time(entry=entry, by=amina, at=now)
    assert line(project, "members", today).used == 0
    with pytest.raises(NotPossibleNow):
        actions.withdraw_time(entry=entry, by=amina, at=now)


def test_one_withdraws_ones_own_line_and_not_a_colleagues(
    group, amina, bram, dirk, signed_in, organisation, now, today
):
    mine = log(group.project, today, "1", by=bram, at=now)
    other = log(group.project, today, "1", by=amina, at=now)
    addresses = [to("withdraw_time", organisation, pk=entry.pk) for entry in (mine, other)]
    assert [signed_in(bram).post(address).status_code for address in addresses] == [302, 403]
    assert signed_in(dirk).post(addresses[1]).status_code == 403


def test_the_half_days_that_the_coordinator_used_count_in(project, amina, now, today):
    role = Role.objects.get(holder=amina)
    for is_afternoon in (False, True):
        half_day = roles.plan_half_day(role=role, on=today, is_afternoon=is_afternoon, by=amina, at=now)
    roles.use_half_day(half_day=half_day, by=amina, at=now)
    log(project, today, "0.75", kind="coordinator", by=amina, at=now)
    assert line(project, "coordinator", today).used == Decimal("1.75")


def test_promised_time_follows_the_appointment_until_it_is_written_otherwise(
    project, amina, koen, signed_in, organisation, now, today
):
    actions.plan_project(project=project, due_on=today + timedelta(days=69), by=koen, at=now)
    page = signed_in(koen).get(to("promise_time", organisation, kind="coordinator"))
    # One half-day a week over seventy days.
    assert page.context["suggested"] == 10
    sent = signed_in(koen).post(
        to("promise_time", organisation, kind="coordinator"),
        {"half_days": "12,5", "decided_by": "Koen", "version": "0"},
    )
    assert (sent.status_code, TimePromise.objects.get().half_days) == (302, Decimal("12.5"))
    assert line(project, "coordinator", today).promised == Decimal("12.5")


def test_the_members_are_promised_what_they_offered_a_month(group, koen, now, today):
    actions.plan_project(project=group.project, due_on=today + timedelta(days=303), by=koen, at=now)
    # Two seats without a candidacy: one half-day a month each, over ten months.
    assert queries.suggested_time(group.project, TimeKind.MEMBERS, today=today) == 20


def test_a_second_window_does_not_overwrite_a_promise_unseen(project, koen, now):
    words = {"project": project, "kind": TimeKind.MEMBERS, "by": koen, "at": now}
    facts = {"half_days": Decimal(10), "decided_by": ""}
    actions.promise_time(**words, facts=facts, version=0)
    with pytest.raises(Changed) as changed:
        actions.promise_time(**words, facts={**facts, "half_days": Decimal(4)}, version=0)
    assert changed.value.theirs["half_days"] == 10


def test_only_coordinator_and_members_are_promised_by_hand(set_up, project, koen, signed_in, organisation):
    assert signed_in(koen).get(to("promise_time", organisation, kind="contacts")).status_code == 404


def test_the_time_of_contacts_is_the_sum_of_the_estimates(project, koen, now, today):
    for who, times, each in (("Raad", 3, "1"), ("Nacht", 8, "0.25")):
        facts = {"who": who, "times": times, "half_days": Decimal(each)}
        contact = actions.plan_contact(project=project, facts=facts, by=koen, at=now)
    assert line(project, "contacts", today).promised == 5
    actions.drop_contact(contact=contact, by=koen, at=now)
    assert line(project, "contacts", today).promised == 3


def test_members_are_asked_once_a_month_and_nought_is_an_answer(group, bram, dirk, els, koen, organisation, now, today):
    from draagvlak.planproject.models import GroupSeat, Project

    confirmed(group.project, sponsor=els, by=koen, at=now)
    Project.objects.update(starts_on=today - timedelta(days=70))
    GroupSeat.objects.update(starts_on=today - timedelta(days=70))
    group.project.refresh_from_db()

    def asked(account):
        account.forget()
        return "Schrijf op hoeveel tijd het plan je kostte" in [
            task.title for task in tasks_for(account, organisation, today=today)
        ]

    assert (asked(bram), asked(dirk)) == (True, False)
    last_month = today.replace(day=1) - timedelta(days=1)
    log(group.project, last_month, "0", by=bram, at=now)
    assert not asked(bram)
