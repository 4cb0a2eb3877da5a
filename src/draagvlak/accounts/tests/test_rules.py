from datetime import UTC, datetime, timedelta

import pytest

from draagvlak.accounts.rules import (
    NETWORK,
    PAIR,
    code_counters,
    minutes,
    names_of_device,
    password_counters,
    wait_left,
)

NOON = datetime(2027, 3, 9, 12, tzinfo=UTC)


def waits(count, *, after=timedelta(), since=NOON, limit=PAIR):
    return wait_left(limit, count=count, since=since, last_at=NOON, now=NOON + after)


def test_five_wrong_tries_cost_nothing():
    assert [waits(count) for count in range(5)] == [timedelta()] * 5


def test_then_the_wait_doubles_until_half_an_hour():
    assert [waits(count) for count in (5, 6, 7, 8, 9, 10, 50)] == [
        timedelta(minutes=number) for number in (1, 2, 4, 8, 16, 30, 30)
    ]


def test_the_wait_runs_out():
    assert waits(6, after=timedelta(seconds=90)) == timedelta(seconds=30)
    assert waits(6, after=timedelta(minutes=2)) == timedelta()


def test_after_a_day_everything_is_forgotten():
    assert waits(50, since=NOON - timedelta(days=1)) == timedelta()


def test_a_network_is_let_through_three_hundred_times_an_hour():
    assert waits(299, limit=NETWORK) == timedelta()
    assert waits(300, limit=NETWORK) == timedelta(minutes=15)


def test_a_known_device_is_counted_alone():
    assert [one.source for one in password_counters(who="w", device="d", network="n")] == ["device:d"]
    assert [one.source for one in code_counters(who="w", device="d", network="n")] == ["code:device:d"]


def test_an_unknown_device_is_counted_with_its_network():
    counted = [(one.who, one.source) for one in password_counters(who="w", device="", network="n")]
    assert counted == [("w", "network:n"), ("", "network:n")]


def test_codes_from_unknown_devices_are_also_counted_over_all_networks():
    counted = [(one.who, one.source) for one in code_counters(who="w", device="", network="n")]
    assert counted == [("w", "code:network:n"), ("w", "code:elsewhere")]


@pytest.mark.parametrize(("seconds", "told"), [(1, 1), (60, 1), (61, 2), (1800, 30)])
def test_a_wait_is_told_in_whole_minutes_and_never_too_short(seconds, told):
    assert minutes(timedelta(seconds=seconds)) == told


@pytest.mark.parametrize(
    ("sign", "names"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142 Safari/537.36 Edg/142",
            ("Edge", "Windows"),
        ),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17 Mobile Safari/604", ("Safari", "iPhone")),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140) Gecko Firefox/140", ("Firefox", "Linux")),
        ("curl/8", ("", "")),
    ],
)
def test_a_device_is_named_as_people_name_it(sign, names):
    assert names_of_device(sign) == names
