from datetime import UTC, date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from draagvlak.lib.clock import BRUSSELS
from draagvlak.meetings import rules
from draagvlak.meetings.figures import Part

WORDS = {"reversed_times": "omgekeerd", "no_such_hour": "bestaat niet"}
KINDS = ("board", "management", "works_council", "safety_committee", "union_delegation", "workers", "working_group")


def test_hours_are_those_of_brussels():
    slot = rules.slot_on(date(2027, 7, 1), time(14), time(16), **WORDS)
    assert slot.starts_at.astimezone(UTC) == datetime(2027, 7, 1, 12, tzinfo=UTC)
    winter = rules.slot_on(date(2027, 1, 12), time(14), time(16), **WORDS)
    assert winter.starts_at.astimezone(UTC) == datetime(2027, 1, 12, 13, tzinfo=UTC)


@pytest.mark.parametrize(("starts", "ends"), [(time(16), time(14)), (time(14), time(14))])
def test_an_end_that_is_not_after_the_start_is_refused(starts, ends):
    with pytest.raises(rules.TimesReversed, match="omgekeerd"):
        rules.slot_on(date(2027, 7, 1), starts, ends, **WORDS)


@pytest.mark.parametrize("hours", [(time(2, 30), time(4)), (time(1), time(2, 59))])
def test_an_hour_that_the_clock_skips_is_refused(hours):
    with pytest.raises(rules.NoSuchHour):
        rules.slot_on(date(2027, 3, 28), *hours, **WORDS)


def test_of_an_hour_that_comes_twice_the_first_is_meant():
    slot = rules.slot_on(date(2027, 10, 31), time(2, 30), time(4), **WORDS)
    assert slot.starts_at.astimezone(UTC) == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


def series(first, every, count):
    return rules.series_of(first, every=every, count=count, too_long="te lang", too_far="te ver")


def test_a_series_by_week_and_by_two_weeks():
    first = date(2027, 12, 20)
    assert series(first, "weekly", 3) == [first, date(2027, 12, 27), date(2028, 1, 3)]
    assert series(first, "two_weekly", 2) == [first, date(2028, 1, 3)]
    assert series(first, "once", 9) == [first]


def test_a_monthly_series_keeps_the_weekday():
    days = series(date(2027, 1, 12), "monthly", 12)
    assert len(days) == 12
    assert {(day.weekday(), (day.day - 1) // 7) for day in days} == {(1, 1)}


def test_a_fifth_weekday_is_the_last_one():
    days = series(date(2027, 1, 29), "monthly", 4)
    assert days == [date(2027, 1, 29), date(2027, 2, 26), date(2027, 3, 26), date(2027, 4, 30)]


@pytest.mark.parametrize("count", [0, -1, 53])
def test_a_series_has_bounds(count):
    with pytest.raises(rules.SeriesTooLong):
        series(date(2027, 1, 1), "weekly", count)


@given(st.dates(date(2026, 1, 1), date(2034, 12, 31)), st.sampled_from(["weekly", "two_weekly", "monthly"]), st.integers(1, 52))  # fmt: skip
def test_the_rule_for_calendars_gives_the_very_days_of_the_series(first, every, count):
    rule = ";".join(f"{name.upper()}={value}" for name, value in rules.repeats(first, every=every, count=count))
    begin = datetime.combine(first, time(14))
    assert [one.date() for one in rrulestr(rule, dtstart=begin)] == series(first, every, count)


def test_a_moment_that_is_past_is_refused():
    now = datetime(2027, 1, 1, 12, tzinfo=BRUSSELS)
    with pytest.raises(rules.InThePast):
        rules.refuse_past(now, now=now, sentence="x")
    rules.refuse_past(now + timedelta(minutes=1), now=now, sentence="x")


NOBODY, MEMBER = Part(), Part(sits=True)
CHAIR = Part(sits=True, is_chair=True, keeps=True)
SECRETARY = Part(sits=True, keeps=True)
DIRECTOR, COORDINATOR = Part(directs=True), Part(coordinates=True)


def kinds(claim, part):
    return {kind for kind in KINDS if claim(kind, part)}


EMPLOYER = set(KINDS) - {"union_delegation"}


def test_who_sees_meetings():
    assert kinds(rules.sees, MEMBER) == set(KINDS)
    assert kinds(rules.sees, DIRECTOR) == kinds(rules.sees, COORDINATOR) == EMPLOYER
    assert kinds(rules.sees, NOBODY) == set()
    assert kinds(rules.sees, Part(works_here=True)) == {"workers"}


def test_who_convenes_and_minutes():
    assert kinds(rules.runs, MEMBER) == kinds(rules.runs, NOBODY) == set()
    assert kinds(rules.runs, CHAIR) == kinds(rules.runs, SECRETARY) == set(KINDS) - {"management"}
    assert kinds(rules.runs, COORDINATOR) == {"working_group", "workers"}
    assert kinds(rules.runs, DIRECTOR) == {"management", "board"}


def test_who_proposes_points():
    assert kinds(rules.proposes, MEMBER) == set(KINDS)
    assert kinds(rules.proposes, COORDINATOR) == {"working_group", "workers", "board"}
    assert kinds(rules.proposes, DIRECTOR) == {"management", "board"}
    assert kinds(rules.proposes, NOBODY) == set()


def test_who_stands_for_the_chair():
    assert kinds(rules.leads, SECRETARY) == kinds(rules.leads, MEMBER) == set()
    assert kinds(rules.leads, CHAIR) == set(KINDS) - {"management"}
    assert kinds(rules.leads, COORDINATOR) == {"working_group", "workers"}
    assert kinds(rules.leads, DIRECTOR) == {"management"}


def decided(how, decision="Ja.", **votes):
    counts = {"votes_for": 0, "votes_against": 0, "votes_abstained": 0, **votes}
    rules.refuse_incomplete_decision(how=how, decision=decision, votes=counts, sentence="onvolledig")


def test_a_vote_has_counts_and_a_decision_has_words():
    decided("vote", votes_for=3)
    decided("consensus")
    decided("", decision="")
    for words in (
        {"how": "vote"},
        {"how": "consensus", "decision": "  "},
        {"how": "vote", "decision": "", "votes_for": 1},
    ):
        with pytest.raises(rules.NotComplete):
            decided(**words)


NOON = datetime(2027, 1, 10, 12, tzinfo=BRUSSELS)


@pytest.mark.parametrize(
    ("body", "hours"),
    [(2, 1), (1, -1), (1, 0), (1, 30)],
    ids=["another body", "an earlier meeting", "the meeting itself", "one that did not begin"],
)
def test_minutes_are_approved_in_a_later_meeting_of_the_same_body(body, hours):
    words = {"minuted": (1, NOON), "now": NOON + timedelta(hours=24), "sentence": "x"}
    with pytest.raises(rules.NotALaterMeeting):
        rules.refuse_unless_later(approving=(body, NOON + timedelta(hours=hours)), **words)
    rules.refuse_unless_later(approving=(1, NOON + timedelta(hours=2)), **words)


def test_the_number_invited_has_bounds():
    words = {"nobody": "niemand", "too_many": "te veel"}
    rules.refuse_number_invited(1, **words)
    rules.refuse_number_invited(500, **words)
    with pytest.raises(rules.NobodyInvited):
        rules.refuse_number_invited(0, **words)
    with pytest.raises(rules.TooManyInvited):
        rules.refuse_number_invited(501, **words)
