from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from draagvlak.accounts.models import Account
from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.notices.models import Message
from draagvlak.stakeholders import actions, queries
from draagvlak.stakeholders.models import Role
from draagvlak.stakeholders.rules import AlreadyHeld, NobodyLeft, NoTimeGiven, PeriodReversed
from draagvlak.stakeholders.states import RoleKind


@pytest.fixture
def facts(now):
    return {"starts_on": clock.day_of(now), "half_days_per_week": Decimal("1.5"), "mandate": "Bewaakt het geheel."}


def test_a_coordinator_is_appointed_with_a_mandate_and_time_and_everyone_can_read_it(
    organisation, bram, koen, facts, new_account, now, signed_in
):
    actions.appoint_coordinator(holder=new_account("Amina"), facts=facts, by=koen, at=now)
    page = (
        signed_in(bram).get(reverse("stakeholders:who_does_what", kwargs={"organisation": "lindehof"})).content.decode()
    )
    assert "Bewaakt het geheel." in page
    assert "1,5 dagdelen per week" in page
    assert Record.objects.get(act="stakeholders.appoint_coordinator").details == {"half_days_per_week": "1.5"}


@pytest.mark.parametrize("half_days", [None, Decimal(0)])
def test_a_coordinator_without_time_is_refused(organisation, koen, facts, new_account, now, half_days):
    with pytest.raises(NoTimeGiven):
        actions.appoint_coordinator(
            holder=new_account("Amina"), facts={**facts, "half_days_per_week": half_days}, by=koen, at=now
        )


def test_a_period_that_ends_before_it_starts_is_refused(organisation, koen, facts, new_account, now):
    with pytest.raises(PeriodReversed):
        actions.appoint_coordinator(
            holder=new_account("Amina"),
            facts={**facts, "ends_on": facts["starts_on"] - timedelta(days=1)},
            by=koen,
            at=now,
        )


def test_the_same_person_is_not_appointed_twice(amina, koen, facts, now):
    with pytest.raises(AlreadyHeld):
        actions.appoint_coordinator(holder=amina, facts=facts, by=koen, at=now)


def test_a_mandate_with_a_last_day_is_followed_by_another_and_not_given_twice(
    organisation, koen, facts, new_account, now
):
    nora, year = new_account("Nora"), timedelta(days=365)
    facts |= {"ends_on": facts["starts_on"] + year}
    actions.appoint_coordinator(holder=nora, facts=facts, by=koen, at=now)
    with pytest.raises(AlreadyHeld):
        actions.appoint_coordinator(holder=nora, facts=facts, by=koen, at=now)
    following = {**facts, "starts_on": facts["ends_on"] + timedelta(days=1), "ends_on": facts["ends_on"] + year}
    assert actions.appoint_coordinator(holder=nora, facts=following, by=koen, at=now).holder == nora


def test_the_holder_accepts_and_nobody_else_can(amina, bram, koen, now, signed_in):
    role = Role.objects.get(kind=RoleKind.TRAINING_COORDINATOR)
    address = reverse("stakeholders:accept_role", kwargs={"organisation": "lindehof", "pk": role.pk})
    assert signed_in(bram).post(address).status_code == 403
    assert signed_in(amina).post(address).status_code == 302
    role.refresh_from_db()
    assert role.accepted_at is not None


def test_an_ended_role_gives_no_rights_the_day_after(amina, koen, organisation, now):
    role = Role.objects.get(kind=RoleKind.TRAINING_COORDINATOR)
    actions.end_role(role=role, ends_on=clock.day_of(now), by=koen, at=now)
    today = clock.day_of(now)
    fresh = [Account.objects.get(pk=amina.pk) for _ in range(2)]
    assert RoleKind.TRAINING_COORDINATOR in queries.parts_of(fresh[0], organisation, on=today).roles
    assert (
        RoleKind.TRAINING_COORDINATOR
        not in queries.parts_of(fresh[1], organisation, on=today + timedelta(days=1)).roles
    )


def test_the_last_manager_cannot_be_taken_away(organisation, koen, now):
    role = Role.objects.get(kind=RoleKind.MANAGEMENT)
    with pytest.raises(NobodyLeft):
        actions.end_role(role=role, ends_on=clock.day_of(now), by=koen, at=now)


def test_a_manager_who_begins_only_later_does_not_take_over_today(organisation, koen, new_account, now):
    role, today, later = Role.objects.get(kind=RoleKind.MANAGEMENT), clock.day_of(now), timedelta(days=30)
    actions.assign_role(kind=RoleKind.MANAGEMENT, holder=new_account("Els"), starts_on=today + later, by=koen, at=now)
    with pytest.raises(NobodyLeft):
        actions.end_role(role=role, ends_on=today, by=koen, at=now)
    last = today + later - timedelta(days=1)
    assert actions.end_role(role=role, ends_on=last, by=koen, at=now).ends_on == last


def test_a_half_day_is_not_used_before_it_came(amina, now, signed_in):
    role, today = Role.objects.get(kind=RoleKind.TRAINING_COORDINATOR), clock.day_of(now)
    days = [
        actions.plan_half_day(role=role, on=today + timedelta(days=ahead), is_afternoon=False, by=amina, at=now)
        for ahead in (0, 1)
    ]
    here = {"organisation": "lindehof"}
    gone, ahead = (reverse("stakeholders:use_half_day", kwargs={**here, "pk": one.pk}) for one in days)
    client = signed_in(amina)
    page = client.get(reverse("stakeholders:half_days", kwargs={**here, "pk": role.pk})).content.decode()
    assert (gone in page, ahead in page) == (True, False)
    refused = client.post(ahead, {"once": "a"})
    assert (refused.status_code, "moet nog komen" in refused.content.decode()) == (409, True)
    assert client.post(gone, {"once": "b"}).status_code == 302


def test_a_half_day_is_planned_once_and_then_used(amina, now):
    role = Role.objects.get(kind=RoleKind.TRAINING_COORDINATOR)
    half_day = actions.plan_half_day(role=role, on=clock.day_of(now), is_afternoon=True, by=amina, at=now)
    with pytest.raises(AlreadyHeld):
        actions.plan_half_day(role=role, on=clock.day_of(now), is_afternoon=True, by=amina, at=now)
    assert actions.use_half_day(half_day=half_day, by=amina, at=now).is_used


def test_somebody_new_gets_an_invitation_and_somebody_known_does_not(organisation, koen, signed_in):
    address = reverse("stakeholders:appoint_coordinator", kwargs={"organisation": "lindehof"})
    form = {
        "name": "Amina Haddad",
        "email": "Amina@Example.org",
        "half_days_per_week": "1",
        "mandate": "Alles.",
        "starts_on": "2026-11-01",
    }
    assert signed_in(koen).post(address, form).status_code == 302
    mail = Message.objects.get(to="amina@example.org")
    assert (mail.is_private, "wachtwoord" in mail.body) == (True, True)
    known = Account.objects.get(email="amina@example.org")
    assert known.has_usable_password() is False


def test_a_half_day_lies_inside_the_mandate(amina, now, signed_in):
    role, today = Role.objects.get(kind="training_coordinator"), clock.day_of(now)
    Role.objects.filter(pk=role.pk).update(starts_on=today - timedelta(days=30), ends_on=today + timedelta(days=3))
    address = reverse("stakeholders:half_days", kwargs={"organisation": "lindehof", "pk": role.pk})
    client = signed_in(amina)
    for day, status in ((today - timedelta(days=31), 409), (today + timedelta(days=4), 409), (today, 302)):
        sent = {"on": day.isoformat(), "is_afternoon": "", "once": day.isoformat()}
        assert client.post(address, sent).status_code == status
