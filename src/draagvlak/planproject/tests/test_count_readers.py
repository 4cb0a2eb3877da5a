"""Read and not read: counted per group with a floor of five, and never by name."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from draagvlak.journal.models import Record
from draagvlak.planproject import actions, queries
from draagvlak.planproject.models import Reading
from draagvlak.planproject.rules import NotPossibleNow
from draagvlak.staff.models import FunctionGroup
from draagvlak.stakeholders import actions as roles
from draagvlak.stakeholders.states import RoleKind


def here(organisation, name, **words):
    return reverse(f"planproject:{name}", kwargs={"organisation": organisation.slug, **words})


@pytest.fixture
def care(colleague, employ):
    """Six colleagues in care with an account and four without, and eight in the kitchen without."""
    people = [colleague(f"Zorg{number}") for number in "ABCDEF"]
    for number in "GHIJ":
        employ(f"Zorg{number}")
    for number in "KLMNOPQR":
        employ(f"Keuken{number}", group="Keuken")
    return people


def by_group(organisation, known, today):
    reach = queries.reach_of(known, organisation, on=today)
    return {
        row.counted.category: (row.counted.people, row.without, row.counted.read, row.unread) for row in reach.rows
    }, reach.total


def test_opening_counts_nothing_and_the_button_counts_once(organisation, announce, bram, signed_in):
    known = announce()
    client, address = signed_in(bram), here(organisation, "announcement", pk=known.pk)
    assert client.get(address).status_code == 200
    assert client.head(address).status_code == 200
    assert Reading.objects.count() == 0
    assert client.post(address, {"once": "a"}).status_code == 302
    assert client.post(address, {"once": "b"}).status_code == 302
    assert Reading.objects.count() == 1
    assert Record.objects.filter(act="planproject.count_reading").count() == 1


def test_what_was_not_read_stands_first(organisation, announce, bram, now, today):
    old, new = announce("Oud"), announce("Nieuw")
    actions.mark_read(announcement=new, by=bram, at=now)
    assert [(one.title, one.is_read) for one in queries.news_for(bram, on=today)] == [("Oud", False), ("Nieuw", True)]
    assert queries.unread_news(bram, on=today) == [old]


def test_read_and_not_read_are_counted_per_group_and_without_account_apart(organisation, announce, care, now, today):
    known = announce()
    for reader in care[:2]:
        actions.mark_read(announcement=known, by=reader, at=now)
    groups, total = by_group(organisation, known, today)
    assert groups == {"Zorg": (10, 4, 2, 4), "Keuken": (8, 8, 0, 0)}
    assert (total.counted.people, total.counted.accounts, total.counted.read) == (18, 6, 2)


def test_who_has_an_account_without_access_any_more_counts_as_without(organisation, announce, care, koen, now, today):
    known = announce()
    actions.mark_read(announcement=known, by=care[0], at=now)
    roles.end_access(account=care[0], by=koen, at=now)
    groups, _total = by_group(organisation, known, today)
    assert groups["Zorg"][:3] == (10, 5, 0)


def test_a_message_for_one_group_counts_only_that_group(organisation, announce, care, today):
    audience = [f"function_group:{FunctionGroup.objects.get(name='Zorg').pk}"]
    groups, total = by_group(organisation, announce(audience=audience), today)
    assert list(groups) == ["Zorg"]
    assert total.counted.people == 10


def test_nobody_sees_who_read_it_not_the_coordinator_nor_the_chief_nor_the_journal(
    organisation, announce, care, amina, koen, colleague, now, today, signed_in
):
    known = announce()
    reader = colleague("Unieknaam")
    chief = colleague("Chef", group="Leiding")
    roles.assign_role(kind=RoleKind.LINE_MANAGER, holder=chief, starts_on=today, by=koen, at=now)
    actions.mark_read(announcement=known, by=reader, at=now)
    names = [
        here(organisation, "reach", pk=known.pk),
        here(organisation, "announcement", pk=known.pk),
        here(organisation, "inclusion"),
        here(organisation, "support"),
        here(organisation, "news"),
        reverse("desk:tasks", kwargs={"organisation": organisation.slug}),
    ]
    for person in (amina, koen, chief):
        for address in names:
            assert "Unieknaam" not in signed_in(person).get(address).content.decode(), address
    told = Record.objects.get(act="planproject.count_reading")
    assert (told.by, told.details, told.subject_name) == (None, {}, "Nieuws")
    assert not Record.objects.filter(by=reader).exists()
    assert signed_in(chief).get(names[0]).status_code == 403


def test_under_five_readers_nothing_is_shown(organisation, announce, colleague, amina, now, today, signed_in, employ):
    for number in "AB":
        actions_reader = colleague(f"Zorg{number}")
    for number in "CDEF":
        employ(f"Zorg{number}")
    known = announce()
    actions.mark_read(announcement=known, by=actions_reader, at=now)
    reach = queries.reach_of(known, organisation, on=today)
    assert [(row.shows_reading, row.counted.read) for row in reach.rows] == [(False, 0)]
    assert (reach.total.shows_reading, reach.total.counted.read) == (False, 0)
    page = signed_in(amina).get(here(organisation, "reach", pk=known.pk)).content.decode()
    assert "niet getoond" in page
    assert queries.read_share(organisation, on=today) == (1, None)


def test_paper_is_counted_apart_and_not_in_the_future(organisation, announce, care, amina, now, today, signed_in):
    known = announce()
    kitchen = FunctionGroup.objects.get(name="Keuken")
    sent = {"place": "Affiche in de keuken", "on": today, "people": "7", "function_group": kitchen.pk, "once": "a"}
    address = here(organisation, "add_paper_reach", pk=known.pk)
    assert signed_in(amina).post(address, sent).status_code == 302
    facts = {"place": "Koffie", "on": today, "people": 3, "function_group": None, "statute": ""}
    actions.add_paper_reach(announcement=known, facts=facts, by=amina, at=now)
    reach = queries.reach_of(known, organisation, on=today)
    assert {row.counted.category: row.counted.on_paper for row in reach.rows} == {"Zorg": 0, "Keuken": 7}
    assert reach.total.counted.on_paper == 10
    with pytest.raises(NotPossibleNow):
        actions.add_paper_reach(
            announcement=known, facts={**facts, "on": today.replace(year=today.year + 1)}, by=amina, at=now
        )
    with pytest.raises(NotPossibleNow):
        actions.add_paper_reach(announcement=known, facts={**facts, "people": 0}, by=amina, at=now)


def test_inclusion_counts_who_was_never_reached_per_statute_and_group(
    organisation, announce, care, employ, amina, now, today, signed_in
):
    for number in "STUVW":
        employ(f"Vrij{number}", group="", statute="volunteer")
    known, second = announce(), announce("Twee")
    for reader in care[:5]:
        actions.mark_read(announcement=known, by=reader, at=now)
    for told in (known, second):  # the same people twice
        facts = {"place": "Koffie", "on": today, "people": 2, "function_group": None, "statute": "volunteer"}
        actions.add_paper_reach(announcement=told, facts=facts, by=amina, at=now)
    rows, total = queries.inclusion(organisation, on=today)["statute"]
    found = {
        row.counted.category: (row.counted.people, row.counted.read, row.counted.on_paper, row.never) for row in rows
    }
    assert found == {"permanent": (18, 5, 0, 13), "volunteer": (5, 0, 2, 3)}
    assert (total.counted.people, total.never) == (23, 16)
    page = signed_in(amina).get(here(organisation, "inclusion")).content.decode()
    assert "Nooit bereikt" in page


def test_the_reach_asks_as_many_statements_with_more_groups(organisation, announce, care, employ, amina, signed_in):
    known = announce()
    client, address = signed_in(amina), here(organisation, "reach", pk=known.pk)
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    few = len(asked)
    for number in range(12):
        employ(f"Meer{number}", group=f"Groep {number % 4}")
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    assert len(asked) == few
