"""A list is compared with the people we know: who is it, what changes, who is gone, what stays as it was."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from draagvlak.staff.figures import Problem, RefusedRow, StaffRow
from draagvlak.staff.rules import Comparer, Comparison, Known, KnownEmployment, KnownPost, last_day, who_left

EVERYTHING = frozenset({"personnel_number", "last_name", "first_name", "birth_date", "start_date", "end_date", "team"})
A, B, C, D = date(2010, 1, 1), date(2015, 6, 30), date(2018, 3, 1), date(2024, 5, 31)
LIST_DAY = date(2025, 1, 1)


def row(number: int = 2, **facts: object) -> StaffRow:
    return StaffRow(number, **{"last_name": "Peeters", "first_name": "An", **facts})


def person(*employments: KnownEmployment, key: int = 1, **values: object) -> Known:
    personal = dict.fromkeys(("personnel_number", "email", "sex", "language"), "")
    return Known(
        key,
        {**personal, "last_name": "Peeters", "first_name": "An", "birth_date": None, **values},
        list(employments) or [employment(C)],
    )


def employment(starts_on: date, ends_on: date | None = None, *, key: int = 1, **values: object) -> KnownEmployment:
    empty = {"function": "", "function_group": "", "team": "", "site": "", "fraction": None, "shift": ""}
    post = KnownPost(key, starts_on, ends_on, {**empty, "statute": "unknown", **values})
    return KnownEmployment(key, starts_on, ends_on, [post])


def compare(
    rows: Iterable[StaffRow | RefusedRow],
    *known: Known,
    mapped: Iterable[str] = EVERYTHING,
    as_of: date = LIST_DAY,
    seen_until: date | None = None,
) -> Comparison:
    return Comparer(list(known), mapped=frozenset(mapped), as_of=as_of, seen_until=seen_until).compare(list(rows))


def verdicts(comparison: Comparison) -> list[str]:
    return [step.verdict for step in comparison.steps]


def periods(one: Known) -> list[tuple[date, date | None]]:
    return [(e.starts_on, e.ends_on) for e in one.employments]


def teams(one: Known) -> list[tuple[date, date | None, str]]:
    return [(p.starts_on, p.ends_on, p.values["team"]) for e in one.employments for p in e.posts]


def after(comparison: Comparison, *known: Known) -> list[Known]:
    """Everyone as he stands after the list, with keys as the tables would give them."""
    everyone = [*known, *comparison.new_people]
    for key, one in enumerate(everyone, start=1):
        one.key = one.key or 1000 + key
        for place, contract in enumerate(one.employments):
            contract.key = contract.key or 10_000 * one.key + place
            for post in contract.posts:
                post.key = post.key or contract.key
    return everyone


# -- who is it -------------------------------------------------------------------------------------------------------


def test_somebody_nobody_knows_is_new():
    comparison = compare([row(start_date=C, team="Beuk")])
    assert (verdicts(comparison), periods(comparison.new_people[0])) == (["new"], [(C, None)])


def test_a_number_tells_who_it_is_also_under_another_name():
    known = person(personnel_number="007")
    comparison = compare([row(personnel_number="007", last_name="Peeters-Maes", start_date=C)], known)
    assert (verdicts(comparison), known.values["last_name"]) == (["changed"], "Peeters-Maes")


def test_zeros_that_a_spreadsheet_took_from_a_number_make_nobody_new_and_change_nothing():
    known = person(personnel_number="00123")
    comparison = compare([row(personnel_number="123", start_date=C)], known)
    assert (verdicts(comparison), known.values["personnel_number"], comparison.gone) == (["unchanged"], "00123", [])
    back = person(personnel_number="123")
    assert verdicts(compare([row(personnel_number="00123", start_date=C)], back)) == ["unchanged"]


def test_a_number_with_other_zeros_and_another_name_is_somebody_else():
    known = person(personnel_number="00123")
    assert verdicts(compare([row(personnel_number="123", last_name="Maes", start_date=C)], known)) == ["new"]
    both = [person(personnel_number="0123"), person(personnel_number="00123", key=2)]
    assert verdicts(compare([row(personnel_number="123", start_date=C)], *both)) == ["new"]


def test_who_has_no_first_day_in_a_column_of_them_is_told_from_when_he_counts():
    step = compare([row()]).steps[0]
    assert [(one.code, one.value) for one in step.row.problems] == [("first_day_missing", LIST_DAY.isoformat())]
    assert compare([row()], mapped=EVERYTHING - {"start_date"}).steps[0].row.problems == ()


def test_a_number_that_was_given_to_somebody_else_refuses_the_row():
    known = person(personnel_number="7", birth_date=date(1960, 1, 1))
    comparison = compare([row(personnel_number="7", last_name="Claes", birth_date=date(1990, 1, 1))], known)
    assert comparison.refused[0].problems == (Problem("number_of_someone_else", "personnel_number", "An Peeters"),)
    assert comparison.new_people == []


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ({"last_name": "PEETERS", "first_name": "an"}, {}),
        ({"last_name": "Yılmaz", "first_name": "Ayşe"}, {"last_name": "Yılmaz", "first_name": "AYŞE"}),
        ({"birth_date": A}, {"birth_date": A}),
        ({"birth_date": A}, {}),
        ({}, {"birth_date": A}),
        ({}, {"personnel_number": "12"}),
        ({"personnel_number": "12"}, {}),
        ({"personnel_number": "12", "birth_date": A}, {"personnel_number": "A12", "birth_date": A}),
    ],
)
def test_without_a_number_that_we_know_the_name_and_the_birth_date_tell(ours, theirs):
    known = person(**ours)
    comparison = compare([row(start_date=C, **theirs)], known)
    assert (comparison.new_people, comparison.gone) == ([], [])


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ({"birth_date": A}, {"birth_date": B}),
        ({"personnel_number": "12"}, {"personnel_number": "13"}),
        ({"last_name": "Peters"}, {}),
    ],
)
def test_who_clearly_differs_is_somebody_else(ours, theirs):
    assert verdicts(compare([row(start_date=C, **theirs)], person(**ours))) == ["new"]


def test_a_name_alone_is_not_enough_when_two_people_may_be_meant():
    twins = person(key=1, birth_date=A), person(key=2, birth_date=B)
    assert verdicts(compare([row(start_date=C)], *twins)) == ["new"]
    one = person()
    assert verdicts(compare([row(2, personnel_number="5"), row(3, personnel_number="6")], one)) == ["new", "new"]


def test_a_new_number_is_not_taken_over_when_the_old_one_is_on_the_list_too():
    known = person(personnel_number="12", birth_date=A)
    rows = [row(2, personnel_number="12", birth_date=A, start_date=C), row(3, personnel_number="13", birth_date=A)]
    assert verdicts(compare(rows, known)) == ["unchanged", "new"]


def test_two_rows_with_one_name_and_one_first_day_are_two_people_every_time():
    rows = [row(2, start_date=C), row(3, start_date=C), row(4, start_date=D)]
    first = compare(rows)
    assert len(first.new_people) == 2
    again = compare(rows, *after(first))
    assert (verdicts(again), again.gone) == (["unchanged"] * 3, [])


def test_two_people_with_one_name_keep_their_own_work_when_the_rows_change_places():
    beuk, eik = person(employment(C, team="Beuk")), person(employment(C, team="Eik", key=2), key=2)
    comparison = compare([row(2, team="Eik"), row(3, team="Beuk")], beuk, eik)
    assert (verdicts(comparison), [step.person.key for step in comparison.steps]) == (["unchanged"] * 2, [2, 1])
    comparison = compare([row(2, team="Linde"), row(3, team="Beuk")], beuk, eik)
    assert [(step.person.key, step.verdict) for step in comparison.steps] == [(2, "changed"), (1, "unchanged")]


def test_somebody_with_only_a_first_name_is_found_again():
    first = compare([row(last_name="", start_date=C)])
    assert verdicts(compare([row(last_name="", start_date=C)], *after(first))) == ["unchanged"]


# -- what changes ----------------------------------------------------------------------------------------------------


def test_an_empty_cell_never_erases_what_we_know():
    known = person(employment(C, team="Beuk", fraction=Decimal("0.5")), email="an@example.org", sex="f")
    assert verdicts(compare([row(start_date=C)], known)) == ["unchanged"]


def test_another_team_counts_from_the_day_of_the_list_and_the_past_stays():
    known = person(employment(C, team="Beuk", shift="night", function_group="Zorg"))
    comparison = compare([row(start_date=C, team="Linde")], known)
    assert comparison.steps[0].changes == [("team", "Beuk", "Linde")]
    assert teams(known) == [(C, date(2024, 12, 31), "Beuk"), (LIST_DAY, None, "Linde")]
    assert [post.values["shift"] for post in known.employments[0].posts] == ["night", "night"]
    assert known.employments[0].posts[1].values["function_group"] == "Zorg"


def test_what_was_not_filled_in_is_filled_in_where_it_stands():
    known = person(employment(C, team="Beuk"))
    compare([row(start_date=C, statute="permanent", fraction=Decimal("0.5"))], known)
    assert [(p.starts_on, p.values["statute"]) for p in known.employments[0].posts] == [(C, "permanent")]


def test_a_row_that_fills_in_and_changes_does_both():
    known = person(employment(C, team="Beuk"))
    compare([row(start_date=C, team="Linde", site="Hoofdhuis")], known)
    assert [(p.values["team"], p.values["site"]) for p in known.employments[0].posts] == [
        ("Beuk", "Hoofdhuis"),
        ("Linde", "Hoofdhuis"),
    ]


def test_a_second_list_of_the_same_day_corrects_the_first():
    known = person(employment(C, team="Beuk"))
    compare([row(start_date=C, team="Linde")], known)
    compare([row(start_date=C, team="Iep")], known)
    assert teams(known) == [(C, date(2024, 12, 31), "Beuk"), (LIST_DAY, None, "Iep")]


def test_a_list_of_a_past_day_is_held_beside_that_day():
    known = person(employment(C, team="Beuk"))
    compare([row(start_date=C, team="Linde")], known)
    past = date(2022, 1, 1)
    assert verdicts(compare([row(start_date=C, team="Beuk")], known, as_of=past)) == ["unchanged"]
    compare([row(start_date=C, team="Iep")], known, as_of=past)
    assert teams(known) == [
        (C, date(2021, 12, 31), "Beuk"),
        (past, date(2024, 12, 31), "Iep"),
        (LIST_DAY, None, "Linde"),
    ]


@pytest.mark.parametrize("theirs", ["LEEFGROEP  linde", "Leefgroep Lindé"])
def test_another_spelling_of_a_team_is_no_change(theirs):
    assert verdicts(compare([row(start_date=C, team=theirs)], person(employment(C, team="Leefgroep Linde")))) == [
        "unchanged"
    ]


def test_a_new_function_does_not_take_the_old_group_along():
    known = person(employment(C, function="Zorgkundige", function_group="Zorg"))
    compare([row(start_date=C, function="Kok")], known)
    assert [p.values["function_group"] for p in known.employments[0].posts] == ["Zorg", ""]


def test_a_leaver_whose_function_differs_is_corrected_without_a_new_post():
    known = person(employment(A, B, team="Beuk"))
    compare([row(start_date=A, end_date=B, team="Linde")], known)
    assert teams(known) == [(A, B, "Linde")]


def test_the_latest_employment_speaks_for_the_person():
    rows = [
        row(2, personnel_number="1", email="nieuw@x.be", start_date=C),
        row(3, personnel_number="1", email="oud@x.be", sex="f", start_date=A, end_date=B),
    ]
    first = compare(rows)
    assert (first.new_people[0].values["email"], first.new_people[0].values["sex"]) == ("nieuw@x.be", "f")
    assert verdicts(compare(rows, *after(first))) == ["unchanged", "unchanged"]


# -- employments -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("turned", [False, True])
def test_two_employments_of_somebody_we_know_do_not_touch_each_other(turned):
    known = person(employment(C, team="Beuk"), personnel_number="1")
    rows = [
        row(2, personnel_number="1", start_date=A, end_date=B, team="Linde"),
        row(3, personnel_number="1", start_date=C, team="Beuk"),
    ]
    comparison = compare(rows[::-1] if turned else rows, known)
    assert sorted(verdicts(comparison)) == ["changed", "unchanged"]
    assert (periods(known), teams(known)) == ([(A, B), (C, None)], [(A, B, "Linde"), (C, None, "Beuk")])


def test_somebody_who_comes_back_keeps_the_years_before():
    known = person(employment(A, B))
    compare([row(start_date=C)], known)
    assert periods(known) == [(A, B), (C, None)]


def test_an_end_date_ends_the_employment_and_what_was_planned_after_it():
    known = person(employment(C, team="Beuk"))
    compare([row(start_date=C, team="Linde")], known)
    comparison = compare([row(start_date=C, end_date=D, team="Beuk")], known)
    assert (comparison.steps[0].changes, teams(known)) == ([("end_date", "", D.isoformat())], [(C, D, "Beuk")])


def test_an_end_date_that_is_empty_again_means_somebody_stays():
    known = person(employment(C, date(2025, 6, 30)))
    compare([row(start_date=C)], known)
    assert periods(known) == [(C, None)]


def test_an_end_date_that_could_not_be_read_changes_nothing():
    known = person(employment(C, D))
    problem = Problem("not_a_date", "end_date", "binnenkort")
    assert verdicts(compare([row(start_date=C, problems=(problem,))], known)) == ["unchanged"]


def test_without_a_column_for_it_the_end_that_we_know_stays_unless_somebody_is_on_a_later_list():
    later = person(employment(C, date(2025, 6, 30)))
    assert verdicts(compare([row(start_date=C)], later, mapped=EVERYTHING - {"end_date"})) == ["unchanged"]
    ended = person(employment(C, D))
    compare([row(start_date=C)], ended, mapped=EVERYTHING - {"end_date"})
    assert periods(ended) == [(C, None)]


def test_another_first_day_corrects_the_one_we_had():
    known = person(employment(C, team="Beuk"))
    comparison = compare([row(start_date=A)], known)
    assert comparison.steps[0].changes == [("start_date", C.isoformat(), A.isoformat())]
    assert teams(known) == [(A, None, "Beuk")]


def test_a_first_day_after_the_last_list_is_a_new_contract():
    known = person(employment(C, team="Beuk", function_group="Zorg", shift="night"))
    start = date(2024, 9, 1)
    comparison = compare([row(start_date=start)], known, seen_until=date(2024, 6, 1))
    assert periods(known) == [(C, date(2024, 8, 31)), (start, None)]
    assert teams(known)[1] == (start, None, "Beuk")
    assert known.employments[1].posts[0].values["shift"] == "night"
    assert who_left([known], comparison.before) == []
    assert verdicts(compare([row(start_date=start)], known, seen_until=LIST_DAY)) == ["unchanged"]


def test_a_first_day_before_another_employment_is_refused_and_changes_nothing():
    known = person(employment(A, B, key=1), employment(C, key=2))
    comparison = compare([row(start_date=date(2009, 1, 1))], known)
    assert comparison.refused[0].problems == (Problem("another_between", "start_date", "2009-01-01"),)
    assert (periods(known), comparison.gone) == ([(A, B), (C, None)], [])


def test_a_list_without_first_days_starts_on_its_own_day_and_an_older_list_goes_before():
    first = compare([row()])
    known = after(first)
    assert periods(known[0]) == [(LIST_DAY, None)]
    older = date(2024, 1, 1)
    compare([row()], *known, as_of=older)
    assert periods(known[0]) == [(older, date(2024, 12, 31)), (LIST_DAY, None)]
    assert verdicts(compare([row()], *known, as_of=older)) == ["unchanged"]
    assert verdicts(compare([row()], *known)) == ["unchanged"]


def test_a_person_twice_with_the_same_first_day_is_refused_the_second_time():
    known = person(personnel_number="1", birth_date=A)
    rows = [row(2, personnel_number="1", birth_date=A, start_date=C), row(3, birth_date=A, start_date=C)]
    comparison = compare(rows, known)
    assert (verdicts(comparison), comparison.refused[0].problems) == (
        ["unchanged"],
        (Problem("duplicate_row", "start_date", "2"),),
    )


def test_a_row_without_a_first_day_is_no_second_contract_from_the_day_of_the_list():
    rows = [row(2, personnel_number="1", start_date=LIST_DAY), row(3, personnel_number="1")]
    assert [one.problems[0].code for one in compare(rows).refused] == ["starts_twice"]


def test_what_a_refused_row_says_of_somebody_new_does_not_count():
    rows = [
        row(2, personnel_number="1", start_date=C, end_date=D, email="an@x.be"),
        row(3, personnel_number="1", start_date=C),
    ]
    assert [one.values["email"] for one in compare(rows).new_people] == [""]


def test_an_end_before_the_first_day_we_know_is_refused_and_changes_nothing():
    known = person(employment(C), email="an@example.org")
    comparison = compare([row(end_date=B, email="ander@example.org")], known)
    assert comparison.refused[0].problems == (Problem("end_before_start", "end_date", B.isoformat()),)
    assert (periods(known), known.values["email"]) == ([(C, None)], "an@example.org")


# -- who is gone -----------------------------------------------------------------------------------------------------


def test_who_is_not_on_the_list_is_gone_and_only_leaves_when_somebody_says_so():
    known = person(employment(C, team="Beuk"))
    comparison = compare([row(last_name="Claes", start_date=C)], known)
    assert comparison.gone == [known]
    assert comparison.end_leavers([known.key], as_of=LIST_DAY) == [known]
    assert (periods(known), teams(known)) == ([(C, date(2024, 12, 31))], [(C, date(2024, 12, 31), "Beuk")])
    assert compare([row(last_name="Claes", start_date=C)], known).gone == []


def test_who_is_on_the_list_in_a_row_that_cannot_be_used_is_not_gone():
    known = person(personnel_number="1")
    refused = RefusedRow(2, (Problem("end_before_start", "end_date", "x"),), row(personnel_number="1"))
    assert compare([refused], known).gone == []


@pytest.mark.parametrize(
    ("statute", "kinds", "is_gone"),
    [
        ("volunteer", ["permanent"], False),
        ("volunteer", ["permanent", "volunteer"], True),
        ("volunteer", [""], False),
        ("permanent", ["volunteer"], False),
        ("replacement", ["permanent"], True),
        ("unknown", [""], True),
    ],
)
def test_people_are_missed_only_in_a_list_of_their_kind(statute, kinds, is_gone):
    known = person(employment(C, statute=statute))
    rows = [row(i, last_name=f"Claes{i}", statute=kind) for i, kind in enumerate(kinds, start=2)]
    assert bool(compare(rows, known).gone) is is_gone


@pytest.mark.parametrize("ends_on", [B, LIST_DAY])
def test_who_left_before_or_leaves_on_the_day_is_not_gone(ends_on):
    assert compare([row(last_name="Claes")], person(employment(A, ends_on))).gone == []


def test_who_leaves_earlier_than_known_left_and_who_leaves_later_did_not():
    known = person(employment(C))
    first = compare([row(start_date=C, end_date=D)], known)
    assert [one.ends_on for one in who_left([known], first.before)] == [D]
    second = compare([row(start_date=C, end_date=LIST_DAY)], known)
    assert who_left([known], second.before) == []
    assert last_day(known) == LIST_DAY


# -- counts, and the same list twice ---------------------------------------------------------------------------------


def test_every_row_is_counted_once():
    rows = [
        row(2, start_date=C),
        row(3, last_name="Claes"),
        RefusedRow(4, ()),
        row(5, personnel_number="1", last_name="Nys", sex="f"),
    ]
    known = (
        person(),
        person(employment(C), key=2, last_name="Nys", personnel_number="1"),
        person(key=3, last_name="Weg"),
    )
    counts = compare(rows, *known).counts
    assert counts == {"rows": 4, "new": 1, "changed": 1, "unchanged": 1, "refused": 1, "gone": 1}


DAYS = st.sampled_from([None, A, B, C, D, date(2024, 9, 1), LIST_DAY, date(2025, 3, 1)])


POOL = [
    {"personnel_number": "1", "first_name": "An", "last_name": "Peeters", "birth_date": A},
    {"personnel_number": "2", "first_name": "An", "last_name": "Peeters", "birth_date": B},
    {"personnel_number": "3", "first_name": "Bo", "last_name": "Peeters", "birth_date": A},
    {"personnel_number": "", "first_name": "Cas", "last_name": "Claes", "birth_date": None},
    {"personnel_number": "5", "first_name": "", "last_name": "Claes", "birth_date": C},
    {"personnel_number": "6", "first_name": "dé", "last_name": "Nys", "birth_date": None},
]
NOTHING = {"personnel_number": "", "birth_date": None}


@st.composite
def lists(draw: st.DrawFn) -> list[StaffRow]:
    """Lists as `read_rows` lets them through: no end before its start. A list has numbers, birth dates and first days, or
    has not; two colleagues have the same name. Several rows of somebody may have one first day: other contracts, or doubles."""
    rows, taken = [], set()
    left_out = draw(st.sets(st.sampled_from(["personnel_number", "birth_date"])))
    has_first_days = draw(st.booleans())
    for number in range(2, 2 + draw(st.integers(0, 7))):
        starts_on, ends_on = draw(DAYS.filter(bool)) if has_first_days else None, draw(DAYS)
        if starts_on and ends_on and ends_on < starts_on:
            starts_on, ends_on = ends_on, starts_on
        who = {**draw(st.sampled_from(POOL)), **{name: NOTHING[name] for name in left_out}}
        one = StaffRow(
            number,
            **who,
            email=draw(st.sampled_from(["", "a@x.be", "b@x.be"])),
            team=draw(st.sampled_from(["", "Beuk", "Linde", "beuk"])),
            function=draw(st.sampled_from(["", "Kok", "Zorg"])),
            fraction=draw(st.sampled_from([None, Decimal("0.2000"), Decimal("0.5000")])),
            statute=draw(st.sampled_from(["", "permanent", "volunteer"])),
            start_date=starts_on,
            end_date=ends_on,
        )
        identity = (one.personnel_number, one.last_name, one.first_name, one.birth_date, starts_on)
        if identity not in taken or one.personnel_number or one.birth_date:
            taken.add(identity)
            rows.append(one)
    return rows


@settings(max_examples=300, deadline=None)
@given(lists(), lists(), st.sampled_from([LIST_DAY, date(2022, 1, 1)]), st.booleans())
def test_the_same_list_twice_changes_nothing_whatever_came_before(earlier, rows, as_of, has_end_column):
    mapped = EVERYTHING if has_end_column else EVERYTHING - {"end_date"}
    rows = rows if has_end_column else [replace(one, end_date=None) for one in rows]
    known = after(compare(earlier, as_of=LIST_DAY))
    first = compare(rows, *known, mapped=mapped, as_of=as_of, seen_until=LIST_DAY if earlier else None)
    everyone = after(first, *known)
    kept = [one.copy() for one in everyone]
    again = compare(rows, *everyone, mapped=mapped, as_of=as_of, seen_until=max(as_of, LIST_DAY) if earlier else as_of)
    assert set(verdicts(again)) <= {"unchanged"}
    assert [one.number for one in again.refused] == [one.number for one in first.refused]
    assert everyone == kept
    assert {id(one) for one in again.gone} == {id(one) for one in first.gone}


@settings(max_examples=300, deadline=None)
@given(lists(), lists(), st.randoms(use_true_random=False), st.booleans())
def test_the_rows_in_another_order_come_to_the_same(earlier, rows, chance, has_end_column):
    mapped = EVERYTHING if has_end_column else EVERYTHING - {"end_date"}
    rows = rows if has_end_column else [replace(one, end_date=None) for one in rows]
    turned = chance.sample(rows, len(rows))
    turned = [replace(one, number=number) for number, one in enumerate(turned, start=2)]
    outcomes = []
    for listed in (rows, turned):
        known = after(compare(earlier, as_of=date(2022, 1, 1)))
        comparison = compare(listed, *known, mapped=mapped, seen_until=date(2022, 1, 1))
        gone = [one.key for one in comparison.gone]
        outcomes.append((sorted(map(as_shown, [*known, *comparison.new_people])), comparison.counts, gone))
    assert outcomes[0] == outcomes[1]


def as_shown(one: Known) -> str:
    """A person without what the tables make up: keys, and the order of contracts of one day."""
    contracts = [
        (e.starts_on, e.ends_on, [(p.starts_on, p.ends_on, sorted(p.values.items())) for p in e.posts])
        for e in one.employments
    ]
    return repr((sorted(one.values.items(), key=repr), sorted(contracts, key=repr)))


@settings(max_examples=300, deadline=None)
@given(lists(), lists())
def test_every_person_holds_posts_without_gaps_inside_employments_in_order(earlier, rows):
    known = after(compare(earlier, as_of=date(2022, 1, 1)))
    everyone = after(compare(rows, *known, seen_until=date(2022, 1, 1)), *known)
    for one in everyone:
        starts = [contract.starts_on for contract in one.employments]
        assert starts == sorted(starts)
        for contract in one.employments:
            posts = contract.posts
            assert (posts[0].starts_on, posts[-1].ends_on) == (contract.starts_on, contract.ends_on)
            assert all((b.starts_on - a.ends_on).days == 1 for a, b in pairwise(posts))
            assert contract.ends_on is None or contract.ends_on >= contract.starts_on
