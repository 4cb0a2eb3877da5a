"""Your moment: the timeline that everybody reads, and the one notice before it."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_scopes import scope

from draagvlak.accounts.models import Account
from draagvlak.journal.models import Record
from draagvlak.lib.clock import BRUSSELS
from draagvlak.notices.models import Message
from draagvlak.stakeholders import actions, queries
from draagvlak.stakeholders.models import MomentNotice, Stakeholder
from draagvlak.stakeholders.states import RoleKind


def moments(organisation):
    return reverse("stakeholders:moments", kwargs={"organisation": organisation.slug})


@pytest.fixture
def farid(group_of):
    return group_of("Fatih", group="Logistiek")


@pytest.fixture
def noon(today):
    return datetime(today.year, today.month, today.day, 12, tzinfo=BRUSSELS)


def told():
    """The mails about moments, by address."""
    return sorted(Message.objects.filter(subject__startswith="Jouw moment").values_list("to", flat=True))


def test_my_own_moment_stands_out_and_somebody_elses_does_not(
    register, logistics, council, plan, farid, dirk, signed_in, today
):
    plan(logistics, planned_on=today + timedelta(days=20), what="Voor de logistiek")
    plan(council, planned_on=today + timedelta(days=30), what="Voor de raad", mode="advise")
    page = signed_in(farid).get(moments(register)).content.decode()
    assert page.count("Dit is jouw moment.") == 1
    assert "Voor de logistiek" in page
    assert "Ondernemingsraad: geven advies" in page
    assert [m.contact.what for m in queries.moments(dirk, on=today) if m.is_mine] == ["Voor de raad"]


def test_everybody_at_work_belongs_to_the_workers_and_who_directs_to_management(
    register, plan, amina, bram, koen, els, now, today
):
    from draagvlak.stakeholders.models import Body

    facts = {"interest": 3, "influence": 3, "mode": "inform", "questions": []}
    workers = Body.objects.get(kind="workers")
    everyone = actions.add_stakeholder(who=f"body:{workers.pk}", facts=facts, by=amina, at=now)
    direction = Stakeholder.objects.get(body__kind="management")
    mine = {person.name: queries.groups_of(person, on=today) for person in (bram, koen, els)}
    assert [name for name, groups in mine.items() if groups.hold(everyone)] == ["Bram"]
    assert [name for name, groups in mine.items() if groups.hold(direction)] == ["Koen"]


def test_who_is_concerned_is_the_same_people_as_whose_moment_it_is(
    register, plan, farid, bram, dirk, koen, amina, today
):
    for one in queries.stakeholders():
        concerned = set(queries.accounts_concerned(one, register, on=today))
        held = {person for person in Account.objects.all() if queries.groups_of(person, on=today).hold(one)}
        assert concerned == held, one


def test_a_free_group_and_a_dropped_contact_are_not_on_the_timeline(
    register, logistics, plan, amina, farid, signed_in, now, today
):
    facts = {"interest": 3, "influence": 3, "mode": "inform", "questions": [], "name": "Families"}
    plan(actions.add_stakeholder(who="", facts=facts, by=amina, at=now), what="Met de families")
    dropped = plan(logistics, what="Toch niet")
    actions.drop_contact(contact=dropped, reason="", by=amina, at=now)
    page = signed_in(farid).get(moments(register)).content.decode()
    assert "Met de families" not in page
    assert "Toch niet" not in page


def test_everybody_concerned_gets_one_mail_before_it_however_often_the_job_runs(
    register, logistics, plan, farid, bram, noon, today
):
    plan(logistics, planned_on=today + timedelta(days=7))
    assert [
        actions.tell_of_moments(at=noon),
        actions.tell_of_moments(at=noon),
        actions.tell_of_moments(at=noon + timedelta(days=1)),
    ] == [
        1,
        0,
        0,
    ]
    assert told() == [farid.email]
    assert Record.objects.filter(act="stakeholders.tell_of_moment").count() == 1


def test_nobody_is_told_too_early_or_when_no_notice_is_wanted(register, logistics, plan, farid, noon, today):
    plan(logistics, planned_on=today + timedelta(days=8))
    plan(logistics, planned_on=today + timedelta(days=1), notice_days=0)
    plan(logistics, planned_on=today - timedelta(days=1))
    assert actions.tell_of_moments(at=noon) == 0


def test_a_moment_that_moves_is_told_again_for_its_new_day(register, logistics, plan, farid, amina, now, noon, today):
    contact = plan(logistics, planned_on=today + timedelta(days=3))
    actions.tell_of_moments(at=noon)
    actions.change_contact(
        contact=contact, facts={"planned_on": today + timedelta(days=5)}, version=1, by=amina, at=now
    )
    assert (actions.tell_of_moments(at=noon), actions.tell_of_moments(at=noon)) == (1, 0)
    assert told() == [farid.email] * 2


@pytest.mark.parametrize("notice", [7, 0])
def test_who_knew_of_a_day_hears_at_once_that_it_moved_far_away_and_later_that_it_does_not_go_on(
    register, logistics, plan, farid, group_of, amina, now, noon, today, notice
):
    contact = plan(logistics, planned_on=today + timedelta(days=3))
    actions.tell_of_moments(at=noon)
    group_of("Nora", group="Logistiek")
    facts = {"planned_on": today + timedelta(days=40), "notice_days": notice}
    contact = actions.change_contact(contact=contact, facts=facts, version=1, by=amina, at=noon)
    assert (told(), actions.tell_of_moments(at=noon)) == ([farid.email] * 2, 0)
    actions.drop_contact(contact=contact, reason="Ziek.", by=amina, at=noon)
    assert Message.objects.get(subject__startswith="Gaat niet door").to == farid.email


def test_a_moment_that_moves_back_to_its_first_day_is_told_again(
    register, logistics, plan, farid, amina, now, noon, today
):
    contact = plan(logistics, planned_on=today + timedelta(days=3))
    for days in (5, 3):
        actions.tell_of_moments(at=noon)
        facts = {"planned_on": today + timedelta(days=days)}
        contact = actions.change_contact(contact=contact, facts=facts, version=contact.version, by=amina, at=now)
    assert (actions.tell_of_moments(at=noon), told()) == (1, [farid.email] * 3)


def test_somebody_who_joins_in_between_is_told_too(register, logistics, plan, farid, group_of, noon, today):
    plan(logistics, planned_on=today + timedelta(days=3))
    actions.tell_of_moments(at=noon)
    joined = group_of("Nora", group="Logistiek")
    assert actions.tell_of_moments(at=noon) == 1
    assert told() == sorted([farid.email, joined.email])


def test_who_has_no_access_any_more_or_left_is_not_told(register, logistics, plan, farid, koen, now, noon, today):
    plan(logistics, planned_on=today + timedelta(days=3))
    actions.end_access(account=farid, by=koen, at=now)
    assert actions.tell_of_moments(at=noon) == 0


def test_the_mail_is_in_the_persons_language_and_says_nothing_private(
    register, logistics, council, plan, group_of, amina, now, noon, today
):
    group_of("Amélie", group="Logistiek", language="fr")
    plan(logistics, planned_on=today + timedelta(days=3), what="Le plan")
    actions.tell_of_moments(at=noon)
    mail = Message.objects.get(subject__contains="Le plan")
    assert mail.body.count("Le plan") == 1
    assert "/o/lindehof/wie-doet-wat/betrokkenen/jouw-moment/" in mail.body
    assert logistics.needs not in mail.body


def test_who_was_told_hears_when_it_does_not_go_on_and_others_do_not(
    register, logistics, plan, farid, group_of, amina, now, noon, today
):
    contact = plan(logistics, planned_on=today + timedelta(days=3), what="De vergadering")
    actions.tell_of_moments(at=noon)
    group_of("Nora", group="Logistiek")
    actions.drop_contact(contact=contact, reason="Wie voorzit, is ziek.", by=amina, at=now, root="https://x.example")
    mail = Message.objects.get(subject__startswith="Gaat niet door")
    assert (mail.to, "Wie voorzit, is ziek." in mail.body) == (farid.email, True)
    assert actions.tell_of_moments(at=noon) == 0


def test_each_organisation_tells_its_own_people(register, logistics, plan, farid, greet, noon, today):
    """Greet directs another organisation, where nothing is planned."""
    plan(logistics, planned_on=today + timedelta(days=3))
    actions.tell_of_moments(at=noon)
    assert greet.email not in told()
    assert MomentNotice.objects.count() == 1


def test_a_coordinator_elsewhere_sees_no_moment_of_ours(register, logistics, plan, greet, signed_in, today):
    plan(logistics)
    assert signed_in(greet).get(moments(register)).status_code == 404
    with scope(organisation=greet_organisation()):
        assert queries.moments(greet, on=today) == []


def greet_organisation():
    from draagvlak.tenancy.models import Organisation

    return Organisation.objects.get(slug="terweide")


def test_a_role_makes_it_somebodys_moment_while_it_is_held(register, plan, bram, koen, amina, now, today):
    held = actions.assign_role(kind=RoleKind.LINE_MANAGER, holder=bram, starts_on=today, by=koen, at=now)
    facts = {"interest": 4, "influence": 4, "mode": "consult", "questions": []}
    leads = actions.add_stakeholder(who="role:line_manager", facts=facts, by=amina, at=now)
    assert queries.groups_of(bram, on=today).hold(leads)
    actions.end_role(role=held, ends_on=today, by=koen, at=now)
    assert not queries.groups_of(bram, on=today + timedelta(days=1)).hold(leads)


def test_the_timeline_asks_as_many_statements_with_more_on_it(
    register, logistics, council, plan, farid, signed_in, today
):
    client = signed_in(farid)
    plan(logistics)
    client.get(moments(register))
    with CaptureQueriesContext(connection) as asked:
        client.get(moments(register))
    few = len(asked)
    for number in range(8):
        plan(council if number % 2 else logistics, planned_on=today + timedelta(days=number + 40))
    client.get(moments(register))
    with CaptureQueriesContext(connection) as asked:
        client.get(moments(register))
    assert len(asked) == few
