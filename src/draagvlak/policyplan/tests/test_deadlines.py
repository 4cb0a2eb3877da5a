from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from draagvlak.journal.models import Record
from draagvlak.lib.law import parameter
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.models import Deadline, FrameworkItem
from draagvlak.policyplan.rules import AlreadyDone, DayInThePast, next_year


def here(organisation, name, **words):
    return reverse(f"policyplan:{name}", kwargs={"organisation": organisation.slug, **words})


@pytest.fixture
def item(set_up, amina, now):
    facts = {"kind": "subsidy_rule", "bearing": "opportunity", "title": "Oproep van het fonds"}
    return actions.add_item(facts=facts, by=amina, at=now)


def set_day(item, on, amina, now, **more):
    facts = {"what": "Dien de aanvraag in", "on": on, "is_yearly": False, "warn_days": 30, **more}
    return actions.set_deadline(item=item, facts=facts, by=amina, at=now)


def test_a_day_that_is_near_is_a_task_of_the_coordinator(item, amina, dirk, set_up, today, now, signed_in):
    set_day(item, today + timedelta(days=20), amina, now)
    tasks = reverse("desk:tasks", kwargs={"organisation": set_up.slug})
    assert "Dien de aanvraag in" in signed_in(amina).get(tasks).content.decode()
    assert "Dien de aanvraag in" not in signed_in(dirk).get(tasks).content.decode()


def test_who_takes_an_item_out_reads_which_days_go_with_it(item, amina, set_up, today, now, signed_in):
    client, address = signed_in(amina), here(set_up, "remove_item", pk=item.pk)
    assert "Dit gaat mee weg." not in client.get(address).content.decode()
    set_day(item, today + timedelta(days=20), amina, now)
    page = client.get(address).content.decode()
    assert "Dit gaat mee weg." in page
    assert "Dien de aanvraag in" in page


def test_a_day_that_is_far_is_not_a_task_yet(item, amina, set_up, today, now, signed_in):
    set_day(item, today + timedelta(days=31), amina, now)
    tasks = reverse("desk:tasks", kwargs={"organisation": set_up.slug})
    assert "Dien de aanvraag in" not in signed_in(amina).get(tasks).content.decode()


def test_who_follows_an_item_up_has_the_task_and_the_coordinator_has_not(
    item, amina, dirk, set_up, today, now, signed_in
):
    actions.change_item(item=item, facts={"owner": dirk}, version=item.version, by=amina, at=now)
    set_day(item, today, amina, now)
    tasks = reverse("desk:tasks", kwargs={"organisation": set_up.slug})
    assert "Dien de aanvraag in" in signed_in(dirk).get(tasks).content.decode()
    assert "Dien de aanvraag in" not in signed_in(amina).get(tasks).content.decode()


def test_a_yearly_day_that_is_handled_comes_back_next_year(item, amina, today, now):
    first = set_day(item, today, amina, now, is_yearly=True)
    actions.finish_deadline(deadline=first, note="ingediend", by=amina, at=now)
    ahead = Deadline.objects.get(done_at=None)
    assert (ahead.on, ahead.is_yearly, ahead.what) == (next_year(today), True, first.what)


def test_the_leap_day_falls_back_to_the_28th():
    assert next_year(date(2028, 2, 29)) == date(2029, 2, 28)


def test_handling_twice_is_refused(item, amina, today, now):
    first = set_day(item, today, amina, now)
    actions.finish_deadline(deadline=first, note="", by=amina, at=now)
    with pytest.raises(AlreadyDone):
        actions.finish_deadline(deadline=first, note="", by=amina, at=now)


def test_a_day_in_the_past_is_refused(item, amina, today, now):
    with pytest.raises(DayInThePast):
        set_day(item, today - timedelta(days=1), amina, now)


def test_the_library_brings_the_days_that_the_law_names(set_up, amina, today, now):
    actions.take_library(by=amina, at=now)
    wanted = parameter("plan_deadline", on=today).day_in(today.year)
    found = Deadline.objects.get(parameter="plan_deadline")
    assert (found.on, found.is_yearly) == (wanted if wanted >= today else next_year(wanted), True)
    before = Deadline.objects.count()
    actions.take_library(by=amina, at=now)
    assert Deadline.objects.count() == before


def test_the_page_sets_handles_and_drops_a_day(item, amina, set_up, today, now, signed_in):
    client = signed_in(amina)
    sent = {"what": "Bezorg het bewijs", "on": (today + timedelta(days=3)).isoformat(), "warn_days": "10", "once": "a"}
    assert client.post(here(set_up, "set_deadline", pk=item.pk), sent).status_code == 302
    day = Deadline.objects.get()
    assert "Bezorg het bewijs" in client.get(here(set_up, "item", pk=item.pk)).content.decode()
    client.post(here(set_up, "finish_deadline", pk=day.pk), {"note": "nummer 2027-118", "once": "b"})
    assert "nummer 2027-118" in client.get(here(set_up, "item", pk=item.pk)).content.decode()
    other = set_day(item, today + timedelta(days=9), amina, now)
    client.post(here(set_up, "drop_deadline", pk=other.pk), {"once": "c"})
    assert list(queries.deadlines_ahead()) == []
    assert {"policyplan.set_deadline", "policyplan.finish_deadline", "policyplan.drop_deadline"} <= set(
        Record.objects.values_list("act", flat=True)
    )


def test_the_framework_page_asks_as_many_statements_with_many_days(
    item, amina, set_up, today, now, signed_in, django_assert_num_queries
):
    client, address = signed_in(amina), here(set_up, "framework")
    set_day(item, today + timedelta(days=40), amina, now)
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
        few = len(asked)
    for number in range(6):
        more = FrameworkItem.objects.create(kind="law", bearing="obligation", title=f"Regel {number}")
        set_day(more, today + timedelta(days=41 + number), amina, now)
    client.get(address)
    with django_assert_num_queries(few):
        client.get(address)
