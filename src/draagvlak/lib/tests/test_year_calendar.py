import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from draagvlak.lib import belgian_days, law, year_calendar
from draagvlak.lib.clock import BRUSSELS
from draagvlak.lib.law_data import BrokenLaw
from draagvlak.lib.law_reading import CALENDAR
from draagvlak.lib.year_calendar import Facts, calendar_of

YEARS = range(2025, 2041)
COUNCIL, DELEGATION, COMMITTEE = "works_council", "union_delegation", "safety_committee"
HABITS = {"close_year", "needs_round", "draft_year_plan", "budget_approved", "fund_calls"}
EVERYBODY = HABITS | {"annual_report", "vov_certificates", "vov_refund"}
PLAN = {"plan_adopted", "plan_copy"}
ADVICE = {"plan_send", "plan_advice"}
BALANCE = {"accounts_filed", "social_balance_filed"}


def facts(heads, *bodies, fte=None, year_end="12-31"):
    """fte: seven tenths of the heads, unless it is given."""
    size = Decimal(heads * 7) / 10 if fte is None else Decimal(fte)
    return Facts(heads=heads, fte=size, bodies=frozenset({"board", *bodies}), year_end=year_end)


def by_key(year, facts):
    return {entry.key: entry for entry in calendar_of(year, facts)}


def easter(year):
    """The Sunday of Easter by the rule of Butcher (1876): an oracle that shares no code with the library."""
    a, b, c = year % 19, *divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    r = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * r) // 433
    n = (h + r - 7 * m + 90) // 25
    return date(year, n, (h + r - 7 * m + 33 * n + 19) % 32)


# Working days


@pytest.mark.parametrize("year", YEARS)
def test_the_holidays_are_the_ten_of_the_law_and_the_two_sundays(year):
    fixed = {date(year, *day) for day in ((1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25))}
    moving = {easter(year) + timedelta(days=days) for days in (0, 1, 39, 49, 50)}
    assert set(belgian_days.holidays_of(year)) == fixed | moving


@pytest.mark.parametrize("year", YEARS)
def test_the_working_day_before_is_the_nearest_day_that_is_none_of_saturday_sunday_and_holiday(year):
    day = date(year, 1, 1)
    while day.year == year:
        found = belgian_days.working_day_before(day)
        between = [found + timedelta(days=n) for n in range(1, (day - found).days + 1)]
        assert belgian_days.why_no_working_day(found) is None
        assert all(belgian_days.why_no_working_day(one) is not None for one in between)
        day += timedelta(days=1)


def test_the_monday_of_easter_leads_back_to_the_friday():
    assert belgian_days.working_day_before(date(2027, 3, 29)) == date(2027, 3, 26)
    assert belgian_days.why_no_working_day(date(2027, 3, 29)).nl == "Paasmaandag"


def test_without_the_holidays_the_working_day_would_be_a_holiday(monkeypatch):
    """The twin: what the guard is for."""
    monkeypatch.setattr(belgian_days, "holidays_of", lambda _year: {})
    assert belgian_days.working_day_before(date(2027, 3, 29)) == date(2027, 3, 29)


def test_the_library_of_holidays_is_not_loaded_until_a_calendar_asks():
    code = "import sys, draagvlak.lib.year_calendar; assert 'holidays' not in sys.modules"
    done = subprocess.run([sys.executable, "-c", code], cwd=Path(law.__file__).parents[2], check=False)
    assert done.returncode == 0


# The days of every year


@pytest.mark.parametrize("year", YEARS)
def test_the_plan_is_sent_fifteen_days_before_the_meeting_of_15_march(year):
    entry = by_key(year, facts(128, COUNCIL))["plan_send"]
    leap = year % 4 == 0
    assert entry.last == date(year, 2, 29 if leap else 28)
    assert [step.kind for step in entry.steps] == ["named", "days_before"]
    assert (entry.steps[1].start, entry.steps[1].amount) == (date(year, 3, 15), 15)


@pytest.mark.parametrize("year", YEARS)
def test_the_days_of_a_house_with_a_calendar_year_and_a_council(year):
    found = by_key(year, facts(128, COUNCIL, DELEGATION, COMMITTEE))
    wanted = {
        "plan_advice": (3, 15),
        "efi_documents": (3, 16),
        "efi_meeting": (3, 31),
        "plan_adopted": (3, 31),
        "plan_copy": (4, 30),
        "annual_report": (6, 30),
        "accounts_filed": (7, 30),
        "social_balance_filed": (7, 31),
        "vov_certificates": (10, 31),
        "needs_round": (11, 30),
        "draft_year_plan": (12, 31),
        "budget_approved": (12, 31),
        "account_balances": (1, 31),
    }
    assert {key: found[key].last for key in wanted} == {key: date(year, *day) for key, day in wanted.items()}
    assert found["draft_year_plan"].first == date(year, 11, 1)
    assert found["budget_approved"].first == date(year, 12, 1)
    assert found["annual_report"].first == date(year, 4, 1)


@pytest.mark.parametrize("year", YEARS)
def test_a_financial_year_that_ends_on_30_june_moves_what_follows_from_it_and_nothing_else(year):
    usual = by_key(year, facts(128, COUNCIL))
    moved = by_key(year, facts(128, COUNCIL, year_end="06-30"))
    assert {key: moved[key].last for key in moved if moved[key].last != usual[key].last} == {
        "efi_documents": date(year, 9, 15),
        "efi_meeting": date(year, 9, 30),
        "annual_report": date(year, 12, 30),
        "accounts_filed": date(year, 1, 29),
        "social_balance_filed": date(year, 1, 30),
        "draft_year_plan": date(year, 6, 30),
        "budget_approved": date(year, 6, 30),
    }
    assert moved["annual_report"].first == date(year, 10, 1)
    assert set(moved) == set(usual)


def test_what_follows_from_the_last_financial_year_may_be_sent_the_year_before():
    found = by_key(2027, facts(128, COUNCIL, year_end="10-05"))
    assert (found["efi_meeting"].last, found["efi_documents"].last) == (date(2027, 1, 5), date(2027, 12, 21))


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("year_end", ["12-31", "06-30", "02-28", "10-05", "08-31"])
def test_every_line_comes_once_a_year_in_order_and_within_the_year(year, year_end):
    found = calendar_of(year, facts(1200, COUNCIL, DELEGATION, COMMITTEE, year_end=year_end))
    assert len({entry.key for entry in found}) == len(found)
    dated = [entry.last for entry in found if entry.last is not None]
    assert dated == sorted(dated)
    assert {day.year for day in dated} == {year}
    assert [entry.last is None for entry in found] == [False] * len(dated) + [True] * (len(found) - len(dated))


@pytest.mark.parametrize("year", YEARS)
def test_a_day_closes_at_midnight_in_brussels_also_in_the_weeks_the_clock_changes(year):
    for entry in calendar_of(year, facts(128, COUNCIL)):
        if entry.last is not None:
            last_moment = datetime(year, entry.last.month, entry.last.day, 23, 59, 59, 999999, tzinfo=BRUSSELS)
            closes_at = law.end_of_day(entry.last)
            assert last_moment < closes_at
            assert closes_at - last_moment.astimezone(UTC) == timedelta(microseconds=1)


@pytest.mark.parametrize("year", YEARS)
def test_the_night_of_the_clock_in_march_does_not_move_the_last_day_to_send(year):
    """15 March lies before that night, 31 March after it: both count whole days."""
    found = by_key(year, facts(128, COUNCIL))
    assert (found["efi_meeting"].last - found["efi_documents"].last).days == 15
    assert (found["plan_advice"].last - found["plan_send"].last).days == 15


@pytest.mark.parametrize("year", YEARS)
def test_a_legal_day_that_is_no_working_day_stays_and_the_working_day_stands_beside_it(year):
    for entry in calendar_of(year, facts(128, COUNCIL)):
        if entry.last is None:
            continue
        moves = entry.last.weekday() >= 5 or entry.last in belgian_days.holidays_of(year)
        assert (entry.why_earlier is not None) == moves
        assert (entry.working_day < entry.last) == moves


def test_the_15th_of_march_2026_is_a_sunday_so_the_friday_stands_beside_it():
    entry = by_key(2026, facts(128, COUNCIL))["plan_advice"]
    assert (entry.last, entry.working_day, entry.why_earlier.nl) == (
        date(2026, 3, 15),
        date(2026, 3, 13),
        "zondag",
    )


# For whom


@pytest.mark.parametrize(
    ("size", "lines"),
    [
        (facts(12), EVERYBODY),
        (facts(12, fte=10), EVERYBODY | {"account_balances"}),
        (facts(25), EVERYBODY | {"account_balances", "plan_workers"} | PLAN),
        (facts(25, DELEGATION), EVERYBODY | {"account_balances"} | PLAN | ADVICE),
        (facts(60), EVERYBODY | {"account_balances", "plan_workers", "balance_workers"} | PLAN | BALANCE),
        (facts(60, COMMITTEE), EVERYBODY | {"account_balances", "plan_workers", "balance_workers"} | PLAN | BALANCE),
        (
            facts(60, DELEGATION, COMMITTEE),
            EVERYBODY | {"account_balances", "balance_delegation"} | PLAN | ADVICE | BALANCE,
        ),
        (
            facts(128, COUNCIL, DELEGATION, COMMITTEE),
            EVERYBODY | {"account_balances", "efi_documents", "efi_meeting"} | PLAN | ADVICE | BALANCE,
        ),
        (
            facts(1200, COUNCIL, DELEGATION, COMMITTEE),
            EVERYBODY | {"account_balances", "efi_documents", "efi_meeting"} | PLAN | ADVICE | BALANCE,
        ),
    ],
)
def test_the_lines_are_those_of_the_size_and_the_bodies(size, lines):
    for year in range(2027, 2041):
        assert {entry.key for entry in calendar_of(year, size)} == lines


def test_the_learning_account_stands_in_2026_alone():
    years = [year for year in YEARS if "fla_data" in by_key(year, facts(12))]
    assert years == [2026]
    assert by_key(2026, facts(12))["fla_data"].last == date(2026, 12, 31)


def test_the_body_that_advises_is_the_one_that_is_there():
    def advises(*bodies):
        found = by_key(2027, facts(60, *bodies))
        return set((found.get("plan_advice") or found["plan_workers"]).who)

    assert advises(COUNCIL, DELEGATION) == {"management", COUNCIL}
    assert advises(DELEGATION, COMMITTEE) == {"management", DELEGATION}
    assert advises(COMMITTEE) == {"management", "workers"}


def test_a_board_that_is_not_there_has_nothing_to_do():
    without = Facts(heads=60, fte=Decimal(40), bodies=frozenset())
    assert by_key(2027, without)["plan_adopted"].who == ("management",)


def test_outside_flanders_there_is_no_flemish_leave():
    brussels = Facts(heads=12, fte=Decimal(9), bodies=frozenset(), regions=frozenset({"BR"}))
    assert not {"vov_certificates", "vov_refund"} & set(by_key(2027, brussels))


def test_before_the_law_there_was_no_line():
    assert "plan_adopted" not in by_key(2022, facts(128, COUNCIL))
    assert "plan_copy" not in by_key(2024, facts(128, COUNCIL))
    assert "plan_copy" in by_key(2025, facts(128, COUNCIL))


def test_a_line_is_to_be_checked_when_its_source_or_one_of_its_values_is():
    found = by_key(2027, facts(128, COUNCIL))
    assert {entry.key for entry in found.values() if entry.is_to_check} == {"account_balances", "annual_report"}
    assert not any(entry.is_to_check for entry in found.values() if not entry.is_duty)
    assert [one.key for one in found["plan_send"].parameters] == [
        "plan_min_workers",
        "plan_send_before_meeting_days",
        "plan_advice_deadline",
    ]


# The data


@pytest.fixture
def _own_law():
    before = law.in_use()
    yield
    law.use(before)


def own(tmp_path, text):
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    law.use(law.load([path]))


def one_line(key, follows, more=""):
    return f"""
[[line]]
key = "{key}"
bearing = "duty"
who = ["management"]
task_for = "management"
source = "labour_deal"
confidence = "to_check"
valid_from = 2027-01-01
recorded_on = 2026-11-26
{follows}
what = {{nl = "a", fr = "b", en = "c"}}
why = {{nl = "a", fr = "b", en = "c"}}
{more}
"""


@pytest.mark.usefixtures("_own_law")
def test_an_operator_replaces_a_line_and_a_value(tmp_path):
    line = one_line("plan_adopted", 'follows = {kind = "period", first = "02-01", last = "02-28"}')
    value = """
[[parameter]]
key = "plan_send_before_meeting_days"
kind = "whole"
value = 20
unit = "days"
valid_from = 2028-01-01
source = "labour_deal"
confidence = "to_check"
recorded_on = 2026-11-26
note = {nl = "a", fr = "b", en = "c"}
"""
    own(tmp_path, line + value)
    found = by_key(2028, facts(128, COUNCIL))
    assert (found["plan_adopted"].first, found["plan_adopted"].last) == (date(2028, 2, 1), date(2028, 2, 28))
    assert found["plan_send"].last == date(2028, 2, 24)
    assert by_key(2027, facts(128, COUNCIL))["plan_send"].last == date(2027, 2, 28)
    assert found["plan_send"].is_to_check


@pytest.mark.parametrize(
    ("follows", "complaint"),
    [
        ('follows = {kind = "moon"}', "moon"),
        ('follows = {kind = "day"}', "other fields"),
        ('follows = {kind = "day", day = "plan_deadlin"}', "no parameter"),
        ('follows = {kind = "period", first = "02-30", last = "03-01"}', "day is out of range"),
        ('follows = {kind = "before", line = "nothing", days = 3}', "no day follows"),
        ('follows = {kind = "before", line = "fund_calls", days = 3}', "no day follows"),
        ('follows = {kind = "before", line = "x", days = 3}', "no day follows"),
        ('follows = {kind = "after", line = "plan_adopted"}', "other fields"),
        ('follows = {kind = "year_end", months = 1.5}', "neither a whole number"),
    ],
)
def test_a_line_in_a_wrong_form_stops_the_program_with_its_name(tmp_path, follows, complaint):
    path = tmp_path / "own.toml"
    path.write_text(one_line("x", follows), encoding="utf-8")
    with pytest.raises(BrokenLaw, match=complaint):
        law.load([path])


def test_no_line_holds_a_number_that_is_the_laws():
    """A term or a day of the law is a dated value; a line names it by its key."""
    known = law.in_use()
    numbers = {line.key for line in known.lines if isinstance(line.follows.days, int)}
    assert numbers == set()
    assert {line.rule for line in known.lines if line.rule} <= {rule.key for rule in known.rules}
    assert len(known.lines) == CALENDAR.read_text(encoding="utf-8").count("[[line]]")


def test_without_the_check_on_the_year_a_line_would_stand_twice(monkeypatch):
    """The twin: the same calendar without the guard that the last day lies in the year asked."""

    def without_guard(reckoning, line, year):
        for cycle in range(year - 2, year + 2):
            if line.follows.kind != "each" and (way := reckoning.way(line, cycle)):
                yield year_calendar._entry(reckoning, line, way, way.last)

    monkeypatch.setattr(year_calendar, "_entries", without_guard)
    found = calendar_of(2027, facts(128, COUNCIL))
    assert len({entry.key for entry in found}) < len(found)


def test_counting_in_hours_instead_of_days_would_lose_the_night_of_the_clock():
    """The twin of the days before a meeting: fifteen times 24 hours is not fifteen days when the clock changes between."""
    meeting = datetime(2027, 3, 31, 0, 30, tzinfo=BRUSSELS)
    in_hours = (meeting.astimezone(UTC) - timedelta(hours=15 * 24)).astimezone(BRUSSELS)
    assert in_hours.date() == date(2027, 3, 15)
    assert law.latest_sending_day(meeting.date(), days_before=15) == date(2027, 3, 16)


def test_days_before_a_day_are_counted_in_one_place():
    """No other module takes a term off a day by itself: reminders, letters and the calendar ask lib/law.py."""
    root = Path(law.__file__).parents[1]
    own_ways = ("timedelta(days=one.", "timedelta(days=task.", "timedelta(days=days)")
    for path in root.rglob("*.py"):
        if "tests" in path.parts or "demo" in path.parts or path == Path(law.__file__):
            continue
        text = path.read_text(encoding="utf-8")
        assert not any(f"- {way}" in text for way in own_ways), path
