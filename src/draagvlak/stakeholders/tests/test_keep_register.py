"""The register: begin, add, change, measure, take out; and who may read how somebody stands."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from draagvlak.journal.models import Record
from draagvlak.lib.refusals import Changed
from draagvlak.stakeholders import actions, queries
from draagvlak.stakeholders.models import Attitude, Contact, Stakeholder
from draagvlak.stakeholders.rules import AlreadyInRegister, NobodyNamed, NotYet, StillPlanned
from draagvlak.stakeholders.states import AttitudeLevel, RoleKind

FACTS = {"interest": 3, "influence": 2, "mode": "inform", "needs": "", "questions": [], "channel": "", "message": ""}


def here(organisation, name, **words):
    return reverse(f"stakeholders:{name}", kwargs={"organisation": organisation.slug, **words})


def test_the_start_set_follows_the_bodies_groups_and_statutes_that_there_are(set_up, employ, amina, koen, now):
    employ("Farid", group="Logistiek")
    employ("Vera", group="", statute="volunteer")
    actions.assign_role(kind=RoleKind.LINE_MANAGER, holder=koen, starts_on=now.date(), by=koen, at=now)
    count = actions.propose_register(by=amina, at=now)
    names = {str(one) for one in Stakeholder.objects.all()}
    assert names == {
        "Raad van bestuur",
        "Directie",
        "Ondernemingsraad",
        "Syndicale delegatie",
        "Leidinggevenden",
        "Logistiek",
        "Vrijwilligers",
    }
    assert count == len(names)
    council = Stakeholder.objects.get(body__kind="works_council")
    assert (council.mode, council.questions, council.responsible) == ("advise", ["a1_2"], amina)


def test_without_function_groups_the_workers_themselves_are_in_it(set_up, amina, now):
    actions.propose_register(by=amina, at=now)
    assert Stakeholder.objects.filter(body__kind="workers").count() == 1


def test_the_page_shows_what_will_be_put_ready_before_it_is(set_up, employ, amina, signed_in):
    employ("Farid", group="Logistiek")
    client = signed_in(amina)
    page = client.get(here(set_up, "propose_register")).content.decode()
    assert "Logistiek" in page
    assert Stakeholder.objects.count() == 0
    assert client.post(here(set_up, "propose_register"), {"once": "a"}).status_code == 302
    assert Stakeholder.objects.count() == 5


def test_beginning_twice_is_refused(register, amina, now):
    with pytest.raises(AlreadyInRegister):
        actions.propose_register(by=amina, at=now)


def test_a_group_of_outside_stands_under_its_own_name_and_only_once(register, amina, signed_in, now):
    sent = {"who": "", "name": "Families", "interest": "3", "influence": "2", "mode": "inform", "once": "a"}
    client, address = signed_in(amina), here(register, "add_stakeholder")
    assert client.post(address, sent).status_code == 302
    assert str(Stakeholder.objects.get(name="Families")) == "Families"
    again = client.post(address, {**sent, "name": "families", "once": "b"})
    assert (again.status_code, Stakeholder.objects.filter(name__iexact="families").count()) == (409, 1)
    with pytest.raises(NobodyNamed):
        actions.add_stakeholder(who="", facts={**FACTS, "name": " "}, by=amina, at=now)


def test_a_group_of_outside_does_not_take_the_name_of_another(register, amina, now):
    actions.add_stakeholder(who="", facts={**FACTS, "name": "Families"}, by=amina, at=now)
    town = actions.add_stakeholder(who="", facts={**FACTS, "name": "Gemeente"}, by=amina, at=now)
    with pytest.raises(AlreadyInRegister):
        actions.change_stakeholder(stakeholder=town, facts={"name": "families"}, version=1, by=amina, at=now)
    facts = {"name": "gemeente", "interest": 5}
    assert actions.change_stakeholder(stakeholder=town, facts=facts, version=1, by=amina, at=now).interest == 5


def test_who_is_in_the_register_is_no_longer_offered(register, today):
    offered = {key for rows in queries.choices_for_register(on=today).values() for key, _name in rows}
    group = Stakeholder.objects.get(function_group__name="Logistiek").function_group_id
    assert f"function_group:{group}" not in offered
    assert any(key.startswith("team:") for key in offered)


def test_somebody_elses_body_cannot_be_put_in_it(register, greet, amina, now):
    from django_scopes import scopes_disabled

    from draagvlak.stakeholders.models import Body

    with scopes_disabled():
        foreign = Body.objects.filter(organisation__slug="terweide").first()
    with pytest.raises(Body.DoesNotExist):
        actions.add_stakeholder(who=f"body:{foreign.pk}", facts=FACTS, by=amina, at=now)


def test_two_who_change_at_once_both_keep_their_text(register, council, amina, koen, now, signed_in):
    facts = {**FACTS, "needs": "Van Koen", "responsible": None}
    actions.change_stakeholder(stakeholder=council, facts=facts, version=1, by=koen, at=now)
    sent = {"interest": "4", "influence": "5", "mode": "advise", "needs": "Van Amina", "version": "1", "once": "a"}
    client, address = signed_in(amina), here(register, "change_stakeholder", pk=council.pk)
    answer = client.post(address, sent)
    page = answer.content.decode()
    assert (answer.status_code, "Van Koen" in page, "Van Amina" in page) == (409, True, True)
    assert '>Hoe betrekken we hen?</h3><div class="read"><p>informeren</p>' in page
    assert client.post(address, {**sent, "version": "2", "once": "b"}).status_code == 302
    council.refresh_from_db()
    assert (council.needs, council.version) == ("Van Amina", 3)
    with pytest.raises(Changed):
        actions.change_stakeholder(stakeholder=council, facts=facts, version=1, by=koen, at=now)


def test_attitude_is_measured_over_time_and_never_ahead_of_time(council, amina, now, today):
    measure = {"stakeholder": council, "why": "", "by": amina, "at": now}
    actions.measure_attitude(**measure, level=AttitudeLevel.RESISTANT, on=today - timedelta(days=90))
    actions.measure_attitude(**measure, level=AttitudeLevel.NEUTRAL, on=today)
    actions.measure_attitude(**measure, level=AttitudeLevel.SUPPORTIVE, on=today)  # a correction of the same day
    assert [one.level for one in queries.attitudes_of(council)] == [2, 4]
    with pytest.raises(NotYet):
        actions.measure_attitude(**measure, level=AttitudeLevel.CARRYING, on=today + timedelta(days=1))


def test_how_somebody_stands_reaches_nobody_who_does_not_make_the_plan(
    register, council, amina, bram, dirk, els, signed_in, now, today
):
    """Not on a page of theirs, not on the timeline, not in the journal, not in the mail."""
    from draagvlak.notices.models import Message

    why = "Vreemd woord 4711"
    actions.measure_attitude(stakeholder=council, level=AttitudeLevel.RESISTANT, on=today, why=why, by=amina, at=now)
    closed = [
        here(register, "register"),
        here(register, "stakeholder", pk=council.pk),
        here(register, "measure_attitude", pk=council.pk),
        reverse("planproject:support", kwargs={"organisation": register.slug}),
    ]
    for person in (bram, dirk, els):
        client = signed_in(person)
        assert [client.get(address).status_code for address in closed] == [403] * len(closed)
        for name in ("stakeholders:moments", "planproject:news", "desk:tasks"):
            page = client.get(reverse(name, kwargs={"organisation": register.slug})).content.decode()
            assert why not in page
            assert "wil het niet" not in page
    told = Record.objects.get(act="stakeholders.measure_attitude")
    assert (told.details, told.subject_name) == ({}, "Ondernemingsraad")
    assert not Message.objects.filter(body__contains=why).exists()
    assert why in signed_in(amina).get(here(register, "stakeholder", pk=council.pk)).content.decode()


def test_the_working_group_keeps_the_register_too(register, bram, koen, now, signed_in):
    from draagvlak.staff.models import StaffMember

    member = StaffMember.objects.get(account=bram)
    assert signed_in(bram).get(here(register, "register")).status_code == 403
    actions.seat_group(name="Werkgroep", members=[member], by=koen, at=now)
    assert signed_in(bram).get(here(register, "register")).status_code == 200


def test_who_was_never_contacted_stands_out(register, council, plan, amina, signed_in, today):
    page = signed_in(amina).get(here(register, "register")).content.decode()
    assert "Met 5 nog nooit gesproken, en niets gepland:" in page
    plan(council, planned_on=today + timedelta(days=3))
    page = signed_in(amina).get(here(register, "register")).content.decode()
    assert "Met 4 nog nooit gesproken, en niets gepland:" in page
    assert queries.never_contacted() == 5


def test_a_group_with_a_planned_contact_stays_in_the_register(council, plan, amina, now, today):
    contact = plan(council, planned_on=today + timedelta(days=3))
    with pytest.raises(StillPlanned):
        actions.end_stakeholder(stakeholder=council, by=amina, at=now)
    actions.drop_contact(contact=contact, reason="", by=amina, at=now)
    actions.end_stakeholder(stakeholder=council, by=amina, at=now)
    assert council not in queries.stakeholders()
    assert Attitude.objects.filter(stakeholder=council).count() == 0
    actions.add_stakeholder(who=f"body:{council.body_id}", facts=FACTS, by=amina, at=now)  # and can come back


def test_the_page_asks_as_many_statements_with_more_in_it(register, plan, amina, employ, signed_in, now, today):
    client, address = signed_in(amina), here(register, "register")
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    few = len(asked)
    for number in range(6):
        facts = {**FACTS, "name": f"Groep {number}"}
        one = actions.add_stakeholder(who="", facts=facts, by=amina, at=now)
        plan(one)
        level = AttitudeLevel.NEUTRAL
        actions.measure_attitude(stakeholder=one, level=level, on=today, why="", by=amina, at=now)
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    assert len(asked) == few


def rows_read(asked):
    """How many rows the statements of a page brought of the register, its attitudes and its contacts."""
    found = 0
    with connection.cursor() as cursor:
        for one in asked.captured_queries:
            if "stakeholders_stakeholder" in one["sql"] or "stakeholders_contact" in one["sql"]:
                cursor.execute(one["sql"])
                found += len(cursor.fetchall())
    return found


def test_the_page_reads_the_map_and_the_lines_it_shows_and_not_their_history(
    register, plan, council, amina, signed_in, now, today
):
    """Sixty more groups are sixty more rows of the map; a year of contacts and attitudes is none."""
    client, address = signed_in(amina), here(register, "register")
    groups = [Stakeholder(organisation=register, name=f"Groep {number:02}") for number in range(60)]
    for one in (council, *Stakeholder.objects.bulk_create(groups)):
        for ago in range(12):
            day, facts = today - timedelta(days=30 * ago + 1), {"organisation": register, "stakeholder": one}
            done = {"done_on": day, "half_days_used": 1}
            Contact.objects.create(**facts, planned_on=day, mode="inform", what="Gesprek", **done)
            Attitude.objects.create(**facts, on=day, level=2 + (ago == 0), by=amina)
    client.get(address)  # what the desk says around it is remembered
    with CaptureQueriesContext(connection) as asked:
        page = client.get(address)
    assert rows_read(asked) <= Stakeholder.objects.count() + 25 + 1  # the map, the list, and what it all takes
    (line,) = [one for one in page.context["lines"] if one.spot.key == council.pk]
    assert (line.done, line.last_done, line.level) == (12, today - timedelta(days=1), 3)
    assert (line.measured_on, line.next_on) == (today - timedelta(days=1), None)


@pytest.mark.parametrize("kind", ["body", "function_group", "team", "role", "statute", "other", "iets"])
def test_the_list_filters_on_every_kind_and_the_map_keeps_everybody(register, employ, amina, koen, now, today, kind):
    employ("Jos", team="Linde", statute="volunteer")
    team = queries.choices_for_register(on=today)["team"][0][0]
    for who, name in ((team, ""), ("role:hr_officer", ""), ("statute:volunteer", ""), ("", "Families")):
        actions.add_stakeholder(who=who, facts={**FACTS, "name": name}, by=amina, at=now)
    spots = queries.register(on=today, kind=kind)
    assert {spot.key: spot.kind for spot in spots} == {one.pk: one.kind for one in queries.stakeholders()}
    assert {spot.key: spot.name for spot in spots} == {one.pk: str(one) for one in queries.stakeholders()}
    listed = [spot.key for spot in spots if spot.is_listed]
    assert listed == [one.pk for one in queries.stakeholders() if one.kind == kind]
    assert bool(listed) == (kind != "iets")


def test_the_list_filters_on_what_happened(register, council, logistics, plan, amina, now, today):
    plan(council, planned_on=today - timedelta(days=1))
    plan(logistics, planned_on=today)
    dropped = plan(logistics, planned_on=today - timedelta(days=9))
    actions.drop_contact(contact=dropped, reason="", by=amina, at=now)

    def listed(standing):
        return {spot.key for spot in queries.register(on=today, standing=standing) if spot.is_listed}

    everybody = {one.pk for one in queries.stakeholders()}
    assert (listed("late"), listed("planned")) == ({council.pk}, {logistics.pk})
    assert listed("never") == listed("") == listed("iets") == everybody
    assert {spot.key for spot in queries.register(on=today) if not spot.is_open} == {council.pk, logistics.pk}


def test_the_list_is_paged_and_its_filter_stands_in_the_address(register, set_up, amina, signed_in, now):
    for number in range(30):
        facts = {**FACTS, "responsible": amina, "name": f"Groep {number:02}"}
        actions.add_stakeholder(who="", facts=facts, by=amina, at=now)
    client, address = signed_in(amina), here(set_up, "register")
    kind = Stakeholder.objects.get(body__kind="works_council").kind
    with CaptureQueriesContext(connection) as few:
        (only,) = client.get(address, {"soort": kind}).context["lines"][:1]
    assert only.spot.kind == kind
    whole = client.get(address)
    assert (len(whole.context["page"]), whole.context["page"].paginator.num_pages) == (25, 2)
    with CaptureQueriesContext(connection) as many:
        second = client.get(address, {"page": 2, "toon": "never"})
    assert len(many) == len(few)
    assert "?toon=never&amp;page=1" in second.content.decode() or "?page=1&amp;toon=never" in second.content.decode()
    assert "Zo iemand staat er niet in." in client.get(address, {"toon": "late"}).content.decode()
