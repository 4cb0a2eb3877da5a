"""From a published lottery and a seed to a group."""

import json
import shutil
import subprocess
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from draagvlak.lib import draw
from draagvlak.lib.draw import Quota, Unreadable
from draagvlak.lib.tests.draw_cases import draws, house

SEEDS = 4_000
CHI_9 = 27.88
"""The chi-square distribution with 9 degrees of freedom stays under this 99.9 times in a hundred."""


@effort(deadline=None, max_examples=50)
@given(draws(largest=12), st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=20))
def test_whoever_repeats_the_draw_gets_a_group_that_meets_the_quotas_and_the_same(case, seed):
    candidates, quotas, seats = case
    lottery = draw.lottery(*case)
    panel = draw.pick(lottery, seed)
    assert panel == draw.pick(draw.lottery(*case), f" {seed} ")
    assert len(set(panel.candidates)) == seats
    for quota in quotas:
        inside = sum(candidates[one][quota.category] == quota.value for one in panel.candidates)
        assert quota.least <= inside <= quota.most
    assert all(lottery.chances[one] > 0 for one in panel.candidates)


def test_over_many_seeds_everybody_is_drawn_as_often_as_published():
    candidates = {f"k{n:02}": {"sex": "m" if n < 3 else "f", "site": "AB"[n % 2]} for n in range(12)}
    quotas = [Quota("sex", "m", 1, 2), Quota("site", "A", 2, 2)]
    lottery = draw.lottery(candidates, quotas, 4)
    drawn = Counter(one for n in range(SEEDS) for one in draw.pick(lottery, f"zaad {n}").candidates)
    for one, chance in lottery.chances.items():
        varies = (SEEDS * float(chance) * float(1 - chance)) ** 0.5
        assert abs(drawn[one] - SEEDS * chance) < 3.5 * varies, one
    assert sum(drawn.values()) == 4 * SEEDS


def test_the_tickets_are_drawn_evenly():
    lottery = draw.lottery({f"p{n}": {} for n in range(5)}, [], 2)
    tenths = Counter(draw.pick(lottery, f"zaad {n}").ticket * 10 // draw.TICKETS for n in range(SEEDS))
    assert sum((tenths[n] - SEEDS / 10) ** 2 / (SEEDS / 10) for n in range(10)) < CHI_9


def test_within_a_kind_every_pair_can_be_drawn_and_as_often():
    lottery = draw.lottery({f"p{n}": {} for n in range(5)}, [], 2)
    pairs = Counter(draw.pick(lottery, f"zaad {n}").candidates for n in range(SEEDS))
    assert len(pairs) == 10
    assert sum((count - SEEDS / 10) ** 2 / (SEEDS / 10) for count in pairs.values()) < CHI_9


@pytest.mark.parametrize(
    ("seeds", "counts"),
    [
        (
            ["3 7 12 19 33 41", "3-7-12-19-33-41", "41, 33, 19, 12, 7, 3", " 03 07 12 19 33 41 ", "３ 7 12 19 33 41"],
            "3-7-12-19-33-41",
        ),
        (["4.512,33", "4512,33", "4 512.33", "451233"], "451233"),
        (["De Standaard, 3 december", "DE STANDAARD 3 DECEMBER"], "destandaard3december"),
        (["2 december 2026", "2-december-2026"], "2december2026"),
    ],
)
def test_nobody_chooses_the_outcome_by_how_he_writes_the_seed_down(seeds, counts):
    assert {draw.clean_seed(seed) for seed in seeds} == {counts}


def test_a_draw_stays_what_it_was_in_every_later_version():
    """The numbers below were published once; a change of the rule would break every recorded draw."""
    lottery = draw.lottery({f"p{n}": {"sex": "fm"[n % 2]} for n in range(6)}, [Quota("sex", "m", 1, 1)], 3)
    assert lottery.inputs == "0df787beb22bf26358589b1739a71eac5d9e1b3eaa953c6ab76369ca2f3dcd79"
    panel = draw.pick(lottery, "Lotto 2026-12-02")
    assert (panel.candidates, panel.ticket) == (("p0", "p3", "p4"), 208615341)


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not installed here")
def test_the_draw_is_repeated_by_hand_with_sha256sum():
    lottery = draw.lottery(*house(40, 8, seed=3))

    def number(line):
        script = 'printf "%s\\n%s\\n%s" "$1" "$2" "$3" | sha256sum'
        words = ["/bin/sh", "-c", script, "sh", "hetweerop3december42c", lottery.inputs, line]
        return int(subprocess.check_output(words, text=True)[:64], 16)

    left = number("ticket") % draw.TICKETS
    for lot in lottery.lots:
        if left < lot.tickets:
            break
        left -= lot.tickets
    by_hand = []
    for kind, places in lot.places:
        by_hand += sorted(lottery.kinds[kind].candidates, key=lambda one: number(f"candidate {one}"))[:places]
    assert tuple(sorted(by_hand)) == draw.pick(lottery, "Het weer op 3 december: 4,2 °C").candidates


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not installed here")
def test_the_print_of_the_files_is_counted_by_hand():
    candidates = {"b": {"sex": "f"}, "a": {"sex": "é"}}
    text = '{"candidates":[["a",[["sex","é"]]],["b",[["sex","f"]]]],"quotas":[["sex","f",0,1]],"seats":1}'
    by_hand = subprocess.run(["sha256sum"], input=text, capture_output=True, text=True, check=True).stdout[:64]
    assert draw.inputs_print(candidates, [Quota("sex", "f", 0, 1)], 1) == by_hand
    assert json.loads(text)["seats"] == 1


def test_another_pool_quota_or_number_of_seats_has_another_print():
    pool, quotas = {"a": {"x": "1"}, "b": {"x": "2"}}, [Quota("x", "1", 0, 1)]
    prints = {
        draw.inputs_print(pool, quotas, 1),
        draw.inputs_print(pool, quotas, 2),
        draw.inputs_print({**pool, "c": {"x": "2"}}, quotas, 1),
        draw.inputs_print({**pool, "b": {"x": "3"}}, quotas, 1),
        draw.inputs_print(pool, [Quota("x", "1", 1, 1)], 1),
    }
    assert len(prints) == 5


@pytest.mark.parametrize(
    ("seed", "code"),
    [("", "seed_empty"), ("  ", "seed_empty"), ("a\nb", "seed_two_lines"), ("a" * 1001, "seed_too_long")],
)
def test_a_seed_that_cannot_be_written_on_one_line_is_refused(seed, code):
    lottery = draw.lottery({"a": {}, "b": {}}, [], 1)
    with pytest.raises(Unreadable) as refused:
        draw.pick(lottery, seed)
    assert refused.value.code == code
