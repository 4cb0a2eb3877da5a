"""Who leaves loses the way in: by itself when nothing hangs on it, else by a person's decision."""

from datetime import timedelta

import pytest
from django.urls import reverse

from draagvlak.desk import jobs
from draagvlak.desk.queries import tasks_for
from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.notices.models import Message
from draagvlak.staff.actions import end_employment
from draagvlak.staff.models import Employment
from draagvlak.stakeholders import actions, queries
from draagvlak.stakeholders.models import Role, Seat
from draagvlak.stakeholders.rules import NobodyLeft
from draagvlak.tenancy.models import Membership


def here(name, **words):
    return reverse(name, kwargs={"organisation": "lindehof", **words})


def leaves(account, by, now, *, days_ago=30):
    Employment.objects.filter(member__account=account).update(starts_on=clock.day_of(now) - timedelta(days=400))
    employment = Employment.objects.get(member__account=account)
    return end_employment(employment=employment, ends_on=clock.day_of(now) - timedelta(days=days_ago), by=by, at=now)


def can_enter(client):
    return client.get(here("policyplan:plan")).status_code == 200


@pytest.fixture
def carine(new_account, set_up, employ, koen, now):
    """Leads a team; on the staff list."""
    account = new_account("Carine")
    employ("Carine", account=account)
    words = {"starts_on": clock.day_of(now), "by": koen, "at": now}
    actions.assign_role(kind="line_manager", holder=account, **words)
    return account


@pytest.fixture
def bram_at_work(set_up, bram):
    return bram


@pytest.fixture
def hilde(new_account, set_up, koen, now):
    """Keeps the staff records."""
    account = new_account("Hilde")
    words = {"starts_on": clock.day_of(now), "by": koen, "at": now}
    actions.assign_role(kind="hr_officer", holder=account, **words)
    return account


def test_who_left_and_holds_nothing_enters_no_more_and_gets_no_mail(set_up, bram_at_work, amina, now, signed_in):
    client = signed_in(bram_at_work)
    assert can_enter(client)
    leaves(bram_at_work, amina, now)
    assert not can_enter(client)
    told = Record.objects.get(act="stakeholders.end_access")
    assert (told.by, told.subject_name) == (None, "Bram")


def test_until_the_last_day_is_past_nothing_changes_and_then_the_morning_ends_it(
    set_up, bram_at_work, amina, now, signed_in
):
    client = signed_in(bram_at_work)
    leaves(bram_at_work, amina, now, days_ago=0)
    jobs.go_round(at=clock.start_of(clock.day_of(now)) + timedelta(hours=9))
    assert can_enter(client)
    jobs.go_round(at=clock.start_of(clock.day_of(now) + timedelta(days=1)) + timedelta(hours=9))
    assert not can_enter(client)


def test_who_still_holds_a_role_is_a_task_for_who_runs_the_house_and_one_act_ends_all_of_it(
    set_up, carine, bodies, amina, koen, now, today, signed_in
):
    actions.seat(body=bodies["works_council"], holder=carine, function="member", starts_on=today, by=koen, at=now)
    leaves(carine, amina, now)
    held = Membership.objects.get(account=carine)
    address = here("stakeholders:end_access", pk=held.pk)
    for person, is_asked in ((koen, True), (amina, True), (carine, False)):
        told = [task.address for task in tasks_for(person, set_up, today=today)]
        assert (address in told) is is_asked
    page = signed_in(amina).get(address).content.decode()
    assert all(words in page for words in ("leidinggevende", "Ondernemingsraad"))
    assert can_enter(signed_in(carine))
    assert "Carine kan zich hier niet meer aanmelden" in signed_in(amina).post(address, follow=True).content.decode()
    assert not can_enter(signed_in(carine))
    assert Role.objects.get(holder=carine).ends_on == today
    assert Seat.objects.get(holder=carine).ends_on == today
    assert address not in [task.address for task in tasks_for(koen, set_up, today=today)]


def test_who_sits_on_the_board_need_not_work_here(set_up, els, employ, koen, now, today, signed_in):
    employ("Els", account=els)
    leaves(els, koen, now)
    assert can_enter(signed_in(els))
    assert not any("toegang" in task.title for task in tasks_for(koen, set_up, today=today))
    (held,) = queries.left_with_access(set_up, on=today)
    assert (held.has_left, held.is_asked) == (True, False)


def test_who_begins_again_later_keeps_the_way_in(set_up, bram_at_work, amina, now, today, signed_in):
    employment = Employment.objects.get(member__account=bram_at_work)
    Employment.objects.create(member=employment.member, starts_on=today + timedelta(days=20))
    Employment.objects.filter(pk=employment.pk).update(starts_on=today - timedelta(days=400))
    employment.refresh_from_db()
    end_employment(employment=employment, ends_on=today - timedelta(days=3), by=amina, at=now)
    assert can_enter(signed_in(bram_at_work))


def test_nobody_locks_himself_out_and_a_manager_is_let_go_by_a_manager(set_up, koen, amina, hilde, signed_in, now):
    of = {one.account.name: here("stakeholders:end_access", pk=one.pk) for one in queries.memberships(set_up)}
    assert signed_in(amina).get(of["Amina"]).status_code == 403
    assert signed_in(amina).get(of["Koen"]).status_code == 403
    assert signed_in(hilde).get(of["Koen"]).status_code == 403
    assert signed_in(koen).get(of["Koen"]).status_code == 403
    assert signed_in(koen).get(of["Amina"]).status_code == 200
    with pytest.raises(NobodyLeft):
        actions.end_access(account=koen, by=amina, at=now)


def test_the_list_names_everyone_with_what_they_hold(set_up, koen, amina, carine, bram, signed_in, now):
    leaves(carine, amina, now)
    page = signed_in(koen).get(here("stakeholders:access")).content.decode()
    assert all(
        words in page for words in ("Amina", "VTO-coördinator", "Bram", "geen rol of zetel", "werkt hier niet meer")
    )
    assert page.index(carine.email) < page.index(amina.email)
    assert signed_in(bram).get(here("stakeholders:access")).status_code == 403


def test_somebody_is_found_by_a_part_of_his_name_or_address(set_up, amina, bram, new_account, signed_in):
    page = signed_in(amina)

    def found(typed):
        text = page.get(here("stakeholders:access"), {"q": typed}).content.decode()
        return (bram.email in text, f"{amina.email}</span>" in text, "Niemand met die naam" in text)

    assert (found("BRÀM"), found("amina@"), found("wouter")) == (
        (True, False, False),
        (False, True, False),
        (False, False, True),
    )


def test_who_comes_back_is_invited_again_and_signs_in_as_before(set_up, bram_at_work, amina, now, today, signed_in):
    member = Employment.objects.get(member__account=bram_at_work).member
    member.email = bram_at_work.email
    member.save()
    leaves(bram_at_work, amina, now)
    assert "Kan zich niet aanmelden" in signed_in(amina).get(here("staff:person", pk=member.pk)).content.decode()
    Employment.objects.create(member=member, starts_on=today)
    door = here("stakeholders:invite_member", pk=member.pk)
    assert door in signed_in(amina).get(here("staff:person", pk=member.pk)).content.decode()
    assert signed_in(amina).post(door).status_code == 302
    assert can_enter(signed_in(bram_at_work))
    assert "/o/lindehof/" in Message.objects.get(to=bram_at_work.email, subject__contains="weer aanmelden").body
