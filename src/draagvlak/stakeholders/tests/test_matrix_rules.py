"""What must hold in the matrix, on plain values."""

import pytest

from draagvlak.stakeholders.figures import ACTORS, CATALOGUE
from draagvlak.stakeholders.rules import (
    TwoDecide,
    faults_of,
    overloaded,
    points_of,
    refuse_two_deciders,
    size_of,
    usual_parts,
)
from draagvlak.stakeholders.wording.catalogue import ALSO_SAID, GROUPS, TITLES


def what(letters):
    return [fault.what for fault in faults_of(1, "Taak", letters)]


def test_one_decides_and_another_carries_out_is_sound():
    assert what({"directie": "A", "coördinator": "R", "raad": "C"}) == []


def test_who_decides_may_carry_out_alone():
    assert what({"coördinator": "AR"}) == []


def test_nobody_who_decides_is_a_fault():
    assert what({"coördinator": "R", "raad": "C"}) == ["nobody_decides"]


def test_two_who_decide_is_a_fault_that_names_both():
    (fault,) = faults_of(1, "Taak", {"directie": "A", "leiding": "AR", "raad": "I"})
    assert (fault.what, fault.names) == ("two_decide", ("directie", "leiding"))


def test_a_task_that_nobody_takes_up_has_two_faults():
    assert what({"raad": "I"}) == ["nobody_decides", "nobody_does"]


def test_two_deciders_are_never_saved():
    with pytest.raises(TwoDecide):
        refuse_two_deciders({"1": "A", "2": "AR"}, sentence="nee")
    refuse_two_deciders({"1": "A", "2": "R"}, sentence="nee")


def test_who_carries_more_than_the_limit_is_named_heaviest_first():
    load = [("Amina", 41), ("Koen", 40), ("Carine", 60), ("Amina", 12)]
    assert overloaded(load) == [("Carine", 60), ("Amina", 41)]


def test_carrying_out_counts_by_its_weight_and_only_deciding_counts_one():
    assert points_of([("R", "light"), ("AR", "normal"), ("R", "heavy"), ("A", "heavy")]) == 7


@pytest.mark.parametrize(
    ("heads", "size"), [(0, "small"), (24, "small"), (25, "medium"), (249, "medium"), (250, "large")]
)
def test_the_proposal_follows_the_size(heads, size):
    assert size_of(heads) == size


@pytest.mark.parametrize("size", ["small", "medium", "large"])
@pytest.mark.parametrize(
    "present",
    [
        set(ACTORS.values()),
        {"management", "training_coordinator", "workers"},
        {"management", "training_coordinator", "workers", "board", "partners"},
        {"management", "training_coordinator", "workers", "union_delegation", "line_manager"},
    ],
)
def test_every_preset_is_sound_whoever_is_missing(size, present):
    """In an organisation without board, council or supervisors no task loses the one who decides."""
    for key, letters in usual_parts(size=size, present=present).items():
        assert set(letters) <= present, key
        assert [fault.what for fault in faults_of(1, key, letters)] == [], (key, letters)


def test_the_catalogue_has_the_fourteen_named_responsibilities_and_every_line_has_words():
    keys = [entry.key for entry in CATALOGUE]
    assert {f"b1_{n}" for n in range(1, 15)} <= set(keys)
    assert set(keys) == set(TITLES)
    assert len(keys) == len(set(keys))
    assert {entry.group for entry in CATALOGUE} | {"own"} == set(GROUPS)
    assert set(ALSO_SAID) <= set(keys)
