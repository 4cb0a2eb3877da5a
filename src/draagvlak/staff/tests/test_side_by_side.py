"""Two contracts of one person that run side by side, each with the day on which that person came first."""

from datetime import date

import pytest

from draagvlak.lib import clock
from draagvlak.staff import queries
from draagvlak.staff.actions import change_function, end_employment, group_functions, store, undo_import
from draagvlak.staff.models import Employment
from draagvlak.staff.tests.factories import AN, BO, HEADER, LIST_DAY, messages, people, read, tried

pytestmark = pytest.mark.usefixtures("organisation")

COOK = "1;Peeters;An;04/05/1980;V;Kok;Keuken;vast;0,3;01/03/2018;"
CARE = AN.replace("0,75", "0,5")
LATER = date(2025, 6, 1)


def contracts(name="An"):
    """What somebody does on the day of the later list and how much, with the last day."""
    return sorted(
        (one.post_on(LATER).values["function"], str(one.post_on(LATER).values["fraction"]), one.ends_on)
        for one in people()[name].employments
    )


BOTH = [("Kok", "0.3000", None), ("Zorgkundige", "0.5000", None)]


def test_two_rows_with_one_first_day_that_differ_are_two_contracts():
    done = read(CARE, COOK)
    assert (contracts(), done.counts["new"], done.counts["refused"]) == (BOTH, 2, 0)
    assert len(store.load()) == 1


def test_somebody_with_two_contracts_counts_once_in_the_largest_and_the_fractions_are_added(amina):
    read(CARE, COOK, BO)
    group_functions(groups={"Zorgkundige": "Zorg", "Kok": "Keuken"}, by=amina, at=clock.now())
    counted = queries.headcount(on=LIST_DAY)
    assert (counted.total, counted.fte, counted.by["function_group"]) == (2, "1.80", {"Zorg": 1, "Keuken": 1})
    assert [one.function for one in queries.people_at_work(on=LIST_DAY)] == ["Kok", "Zorgkundige"]
    assert [one.function for one in queries.people_list(on=LIST_DAY, scope="all")] == ["Kok", "Zorgkundige"]


@pytest.mark.parametrize(
    "double", [CARE, CARE.replace("0,5", "0,2"), CARE.replace("Beuk", ""), CARE.replace("Beuk", "BEUK")]
)
def test_a_row_that_does_not_differ_stays_refused_whichever_comes_first(double):
    for rows in ([CARE, double], [double, CARE]):
        done = read(*rows)
        assert (done.counts["refused"], contracts()) == (1, BOTH[1:])
        undo_import(staff_import=done, by=None, at=clock.now())


def test_a_real_double_row_is_refused_with_its_sentence():
    trial = tried(CARE, COOK, CARE)
    row = trial.rows.get(verdict="refused")
    assert (row.number, queries.message_in_words(row.messages[0])) == (
        4,
        "Deze persoon staat al op de lijst met dezelfde eerste dag (rij 2).",
    )


def test_the_same_list_again_or_in_another_order_changes_nothing():
    read(CARE, COOK)
    known = store.load()
    for rows in ([CARE, COOK], [COOK, CARE]):
        assert read(*rows).counts["unchanged"] == 2
        assert store.load() == known


def test_a_second_contract_that_appears_is_new_and_leaves_the_first_as_it_was():
    read(CARE)
    again = read(COOK, CARE, as_of=LATER)
    assert (messages(again), contracts()) == ([(2, "change", "employment")], BOTH)


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("row", "after"),
    [
        (COOK + "31/05/2025", [("Kok", "0.3000", date(2025, 5, 31)), BOTH[1]]),
        (COOK.replace("0,3", "0,4"), [("Kok", "0.4000", None), BOTH[1]]),
        (COOK.replace("Kok;Keuken", "Chauffeur;Vervoer"), [("Chauffeur", "0.3000", None), BOTH[1]]),
        (COOK.replace("Kok;Keuken", "Chauffeur;Beuk"), [("Chauffeur", "0.3000", None), BOTH[1]]),
    ],
)
def test_one_contract_ends_or_changes_and_the_other_stays(row, after, turned):
    read(CARE, COOK)
    rows = [row, CARE] if turned else [CARE, row]
    done = read(*rows, as_of=LATER)
    assert (contracts(), done.counts["changed"], done.counts["unchanged"]) == (after, 1, 1)


def test_the_row_that_fits_goes_before_one_that_fits_nothing():
    care, cook = CARE, COOK.replace("0,3", "0,5")
    read(care, cook)
    read(care.replace("Zorgkundige;Beuk", "Aankoper;Bureau"), cook, as_of=LATER)
    teams = {one.posts[0].values["team"]: one.posts[-1].values["team"] for one in people()["An"].employments}
    assert teams == {"Beuk": "Bureau", "Keuken": "Keuken"}


def test_what_is_equally_close_goes_by_the_fraction():
    read(CARE, COOK)
    read(COOK.replace("Kok;Keuken", "Chauffeur;Vervoer"), as_of=LATER)
    assert contracts() == [("Chauffeur", "0.3000", None), BOTH[1]]


def test_a_number_that_comes_later_finds_the_person_of_both_rows():
    read(*(row.removeprefix("1") for row in (CARE, COOK)))
    done = read(CARE, COOK, as_of=LATER)
    assert (done.counts["new"], len(store.load()), contracts()) == (0, 1, BOTH)


def test_a_number_on_more_rows_than_anybody_has_contracts_is_refused_from_there_on():
    assert read(*(CARE.replace("Beuk", f"Team {number}") for number in range(15))).counts["refused"] == 3


@pytest.mark.parametrize("turned", [False, True])
def test_a_list_without_first_days_means_the_contracts_that_run(turned):
    read(CARE, COOK)
    known = store.load()
    header = HEADER.removesuffix(";In dienst;Uit dienst")
    rows = [row.rsplit(";", 2)[0] for row in (CARE, COOK)]
    assert read(*(rows[::-1] if turned else rows), header=header, as_of=LATER).counts["unchanged"] == 2
    assert store.load() == known
    read(*(row.replace("0,3", "0,4") for row in rows), header=header, as_of=LATER)
    assert contracts() == [("Kok", "0.4000", None), BOTH[1]]


@pytest.mark.parametrize("turned", [False, True])
def test_another_first_day_corrects_each_contract(turned):
    read(COOK)
    read(COOK, CARE)
    rows = [row.replace("2018", "2017") for row in (CARE, COOK)]
    read(*(rows[::-1] if turned else rows))
    assert (contracts(), {one.starts_on.year for one in people()["An"].employments}) == (BOTH, {2017})
    assert [len(one.posts) for one in people()["An"].employments] == [1, 1]


def test_undoing_brings_back_the_one_contract_and_then_nobody():
    first = read(CARE)
    before = store.load()
    second = read(COOK, CARE.replace("0,5", "0,6"), as_of=LATER)
    for done in (second, first):
        undo_import(staff_import=done, by=None, at=clock.now())
        assert store.load() == (before if done is second else [])


def test_a_contract_that_moves_to_the_day_of_another_can_be_undone():
    read(CARE)
    read(CARE, COOK.replace("2018", "2017"))
    before = store.load()
    done = read(CARE.replace("2018", "2017"), COOK.replace("2018", "2017"))
    undo_import(staff_import=done, by=None, at=clock.now())
    assert store.load() == before


def test_who_is_gone_leaves_both_contracts():
    read(CARE, COOK, BO)
    read(BO, leavers=[people()["An"].key], as_of=LATER)
    assert {one.ends_on for one in people()["An"].employments} == {date(2025, 5, 31)}
    assert queries.headcount(on=LATER).total == 1


def test_who_also_volunteers_is_missed_in_a_list_of_the_payroll():
    read(COOK.replace("vast;0,3", "vrijwilliger;0,6"), CARE, BO)
    assert tried(BO, as_of=LATER).counts["gone"] == 1


def test_each_contract_changes_by_hand_on_its_own(amina):
    read(CARE, COOK)
    cook = Employment.objects.get(posts__function="Kok")
    change_function(
        employment=cook, post={"function": "Poets", "fraction": "0.3"}, starts_on=LATER, by=amina, at=clock.now()
    )
    end_employment(employment=cook, ends_on=date(2025, 7, 1), by=amina, at=clock.now())
    assert contracts() == [("Poets", "0.3000", date(2025, 7, 1)), BOTH[1]]
    assert queries.is_at_work(cook.member, on=date(2025, 8, 1))


def test_who_left_is_listed_with_the_contract_that_ended_last():
    read(CARE + "31/05/2024", COOK + "31/12/2020")
    assert [one.ends_on for one in queries.people_list(on=LIST_DAY, scope="left")] == [date(2024, 5, 31)]
