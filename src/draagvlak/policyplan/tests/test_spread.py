"""For whom the plan foresees training: the groups of an idea through its form, and the hours divided over them (row B5.6)."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.figures import Foreseen
from draagvlak.policyplan.models import ActivityGroup, PossibleActivity
from draagvlak.policyplan.queries.spread import spread
from draagvlak.policyplan.rules import FLOOR, spread_of
from draagvlak.staff.models import FunctionGroup

IDEA = {"goal": "1", "title": "Mentoren", "competence": "", "form": "", "for_whom": "", "people": "10", "hours": "3"}


def foreseen(hours, *groups):
    return Foreseen(frozenset(groups), None if hours is None else Decimal(hours))


def told(found):
    return [(row.name, row.people, row.ideas, row.hours, row.merged) for row in found.rows]


@pytest.fixture
def groups(organisation):
    return {name: FunctionGroup.objects.create(name=name) for name in ("Zorg", "Keuken", "Techniek")}


@pytest.fixture
def named(ask, amina):
    """Send the form of an idea, and tell which groups it then names."""

    def send(name="add_activity", chosen=(), **words):
        more = words.pop("more", {})
        pk = {"pk": words["pk"]} if "pk" in words else {}
        assert (
            ask(amina, name, {**IDEA, "groups": list(chosen), "once": f"{name}{chosen}", **more}, **pk).status_code
            == 302
        )
        return sorted(PossibleActivity.objects.get().groups.values_list("name", flat=True))

    return send


def test_the_form_asks_for_which_groups_an_idea_is_and_keeps_them(named, groups, plan, ask, amina):
    assert named(chosen=[groups["Zorg"].pk, groups["Keuken"].pk]) == ["Keuken", "Zorg"]
    made = PossibleActivity.objects.get()
    form = ask(amina, "change_activity", pk=made.pk).context["form"]
    assert sorted(form["groups"].initial) == sorted([str(groups["Keuken"].pk), str(groups["Zorg"].pk)])
    change = {"more": {"version": "1"}, "pk": made.pk}
    assert named("change_activity", [groups["Techniek"].pk], **change) == ["Techniek"]
    assert named("change_activity", [], more={"version": "2"}, pk=made.pk) == []


def test_everybody_is_one_box(named, groups, plan):
    assert named(chosen=["all"]) == ["Keuken", "Techniek", "Zorg"]


def test_a_group_of_another_house_cannot_be_chosen(groups, plan, ask, amina):
    answer = ask(amina, "add_activity", {**IDEA, "groups": ["99999"], "once": "a"})
    assert (answer.status_code, PossibleActivity.objects.count()) == (422, 0)


def test_without_function_groups_the_form_does_not_ask(plan, ask, amina):
    assert "groups" not in ask(amina, "add_activity").context["form"].fields
    assert ask(amina, "add_activity", {**IDEA, "once": "a"}).status_code == 302


def test_what_is_left_out_stays_and_what_goes_takes_its_groups_with_it(groups, plan, amina, now):
    facts = {"title": "Mentoren", "groups": list(groups.values())}
    made = actions.add_activity(plan=plan, goal_number=1, facts=facts, by=amina, at=now)
    again = {"title": "Andere", "goal_number": 1}
    actions.change_activity(activity=made, facts=again, version=1, by=amina, at=now)
    assert made.groups.count() == 3
    with pytest.raises(IntegrityError, match=r"an_activity_names_a_group_once|UNIQUE"), transaction.atomic():
        ActivityGroup.objects.create(activity=made, function_group=groups["Zorg"])
    actions.remove_activity(activity=made, by=amina, at=now)
    assert ActivityGroup.objects.count() == 0


def test_hours_are_divided_over_the_groups_that_an_idea_names_by_their_people():
    people = {"Zorg": 30, "Keuken": 10, "": 8}
    found = spread_of(people, [foreseen(80, "Zorg", "Keuken"), foreseen(10, "Keuken"), foreseen(None, "Zorg")])
    assert told(found) == [("Zorg", 30, 2, 60, 1), ("Keuken", 10, 2, 30, 1), ("", 8, 0, 0, 1)]
    assert [(round(row.of_people, 1), round(row.of_hours, 1)) for row in found.rows][1] == (
        Decimal("20.8"),
        Decimal("33.3"),
    )
    assert (found.hours, found.ideas, found.unestimated) == (90, 3, 1)


def test_what_is_not_said_for_whom_is_counted_apart_and_not_guessed():
    found = spread_of({"Zorg": 30}, [foreseen(80), foreseen(None), foreseen(6, "Zorg")])
    assert (found.unsaid, found.unsaid_hours, found.hours) == (2, 80, 6)


def test_small_groups_stand_together_and_never_alone():
    ideas = [foreseen(9, "Techniek"), foreseen(40, "Zorg", "Keuken", "Techniek")]
    found = spread_of({"Zorg": 30, "Keuken": 7, "Techniek": 3}, ideas)
    assert told(found) == [("Zorg", 30, 1, 30, 1), ("", 10, 2, 19, 2)]
    assert told(spread_of({"Zorg": 4}, ideas)) == []


def test_a_group_in_which_nobody_works_keeps_its_name_and_its_hours():
    assert told(spread_of({"Zorg": 9}, [foreseen(10, "Nacht")])) == [("Zorg", 9, 0, 0, 1), ("Nacht", 0, 1, 10, 1)]


NAMES = st.sampled_from(["a", "b", "c", "d", "e", ""])


@given(
    st.dictionaries(NAMES, st.integers(0, 40)),
    st.lists(st.tuples(st.frozensets(NAMES.filter(bool)), st.none() | st.integers(1, 500).map(Decimal)), max_size=6),
)
def test_nobody_is_lost_or_singled_out(people, ideas):
    found = spread_of(people, [Foreseen(*one) for one in ideas])
    if found.rows:
        assert sum(row.people for row in found.rows) == found.people == sum(people.values())
        assert abs(sum(row.hours for row in found.rows) - found.hours) < Decimal("0.0001")
        assert all(row.people == 0 or row.people >= FLOOR for row in found.rows)
    else:
        assert sum(people.values()) < FLOOR


def test_the_spread_asks_as_much_for_fifty_ideas_as_for_five(groups, plan, amina, now, today, employ):
    for turn in range(6):
        employ(f"Z{turn}", group="Zorg")
    version = queries.version_to_show(plan)

    def statements(count):
        for turn in range(count):
            facts = {"title": f"{turn}", "people": 5, "hours": Decimal(2), "groups": [groups["Zorg"]]}
            actions.add_activity(plan=plan, goal_number=1, facts=facts, by=amina, at=now)
        with CaptureQueriesContext(connection) as asked:
            found = spread(version, on=today)
        return len(asked), found.rows[0].hours

    first, hours = statements(5)
    assert (hours, statements(45)) == (50, (first, 500))
