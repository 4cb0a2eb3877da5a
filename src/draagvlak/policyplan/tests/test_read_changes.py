from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from draagvlak.journal.models import Record
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.models import Goal, PlanReading
from draagvlak.policyplan.states import SectionKey


def write(plan, body, by, now, key=SectionKey.WHY):
    revision = queries.revisions_in(queries.version_to_show(plan))[key.value]
    return actions.write_section(plan=plan, key=key, body=body, revision=revision, by=by, at=now)


@pytest.fixture
def read(plan, now):
    def by(account, **seen):
        version = queries.version_to_show(plan)
        stands = {**queries.revisions_in(version), **seen}
        return actions.mark_plan_read(version=version, seen=stands, by=account, at=now)

    return by


@pytest.fixture
def place(set_up):
    return reverse("policyplan:read_changes", kwargs={"organisation": set_up.slug})


@pytest.fixture
def page_of_plan(set_up, signed_in):
    where = reverse("policyplan:plan", kwargs={"organisation": set_up.slug})
    return lambda account: signed_in(account).get(where).content.decode()


def changed(plan, account):
    return [one.title for one in queries.unread(queries.version_to_show(plan), queries.plan_reading_of(plan, account))]


def test_who_read_it_all_has_nothing_to_read_until_somebody_writes(plan, read, amina, koen, now):
    read(koen)
    assert changed(plan, koen) == []
    write(plan, "<p>Anders.</p>", amina, now)
    assert changed(plan, koen) == ["Waarom dit plan"]
    read(koen)
    assert changed(plan, koen) == []


def test_a_goal_that_came_or_went_is_a_change_too(plan, read, amina, koen, goal_facts, now):
    read(koen)
    actions.set_goal(plan=plan, facts=goal_facts(title="Nog een"), items=[], by=amina, at=now)
    actions.remove_goal(plan=plan, number=1, by=amina, at=now)
    assert changed(plan, koen) == ["2. Nog een", "1. Wie nieuw is, leert met een mentor"]


def test_what_was_changed_and_changed_back_is_no_change(plan, read, amina, koen, now):
    read(koen)
    write(plan, "<p>Anders.</p>", amina, now)
    write(plan, "<p>Tekst van why.</p>", amina, now)
    assert changed(plan, koen) == []


def test_who_writes_a_part_has_read_that_part(plan, read, amina, koen, now):
    read(koen)
    write(plan, "<p>Van Koen.</p>", koen, now)
    write(plan, "<p>Van Amina.</p>", amina, now, key=SectionKey.MEANS)
    assert changed(plan, koen) == ["Tijd en middelen"]


def test_what_changed_after_the_page_was_made_stays_unread(plan, read, amina, koen, now):
    read(koen)
    write(plan, "<p>Een.</p>", amina, now)
    seen = queries.revisions_in(queries.version_to_show(plan))["why"]
    write(plan, "<p>Twee.</p>", amina, now)
    read(koen, why=seen)
    assert changed(plan, koen) == ["Waarom dit plan"]


def test_nobody_gets_at_a_draft_by_naming_its_number(plan, read, amina, els, now):
    """What one says one saw counts only when it stands in the version that one may read."""
    reading = read(els, why=1)
    assert "why" not in reading.seen


def test_the_page_shows_exactly_the_difference_and_the_act_ends_it(plan, read, amina, koen, now, signed_in, place):
    read(koen)
    write(plan, "<p>Tekst van Amina.</p>", amina, now + timedelta(minutes=1))
    client = signed_in(koen)
    page = client.get(place)
    text = page.content.decode()
    assert "Eén deel is gewijzigd." in text
    assert '<del><span class="sr">[weg: </span>why.' in text
    sent = {"seen": page.context["form"]["seen"].value(), "once": "een"}
    assert client.post(place, sent).status_code == 302
    assert "Er is niets gewijzigd." in client.get(place).content.decode()


def test_the_plan_marks_what_changed_and_leads_to_it(plan, read, amina, koen, now, page_of_plan):
    assert "Ik heb het gelezen" in page_of_plan(koen)
    read(koen)
    assert "sinds je laatst las" not in page_of_plan(koen)
    write(plan, "<p>Anders.</p>", amina, now)
    actions.change_goal(
        plan=plan,
        number=1,
        facts={**_facts(), "title": "Anders"},
        items=[],
        revision=Goal.objects.get().revision,
        by=amina,
        at=now,
    )
    text = page_of_plan(koen)
    assert "2 delen zijn gewijzigd sinds je laatst las" in text
    assert text.count("Gewijzigd sinds je laatst las") == 2


def _facts():
    goal = Goal.objects.get()
    names = ("organisation_goal", "indicator", "target", "due_on", "body")
    return {name: getattr(goal, name) for name in names}


def test_looking_writes_nothing_and_reading_is_in_no_journal(plan, read, koen, signed_in, place):
    signed_in(koen).get(place)
    assert not PlanReading.objects.filter(account=koen).exists()
    before = Record.objects.count()
    read(koen)
    assert Record.objects.count() == before


@pytest.mark.parametrize(
    "seen", ["", "why", "why:", ":3", "why:x why:-1 doel-9:4 a:b:c", "why:" + "9" * 50, "x" * 19000]
)
def test_what_is_sent_by_hand_does_no_harm(plan, koen, signed_in, place, seen):
    assert signed_in(koen).post(place, {"seen": seen}).status_code == 302
    assert PlanReading.objects.get(account=koen).seen == {}


def test_the_statements_do_not_grow_with_the_parts(plan, read, amina, koen, goal_facts, now, signed_in, place, set_up):
    client = signed_in(koen)
    plan_page = reverse("policyplan:plan", kwargs={"organisation": set_up.slug})

    def statements(where):
        client.get(where)
        with CaptureQueriesContext(connection) as asked:
            client.get(where)
        return len(asked)

    read(koen)
    write(plan, "<p>Anders.</p>", amina, now)
    few = statements(place), statements(plan_page)
    for key in SectionKey:
        write(plan, f"<p>Nieuw {key.value}.</p>", amina, now, key=key)
    for number in range(4):
        actions.set_goal(plan=plan, facts=goal_facts(title=f"Doel {number}"), items=[], by=amina, at=now)
    assert (statements(place), statements(plan_page)) == few


def test_another_organisation_and_who_may_not_read_it_find_nothing(plan, greet, bram, signed_in, place):
    assert signed_in(greet).get(place).status_code == 404
    assert signed_in(bram).get(place).status_code in (403, 404)
