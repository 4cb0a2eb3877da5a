from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from draagvlak.decisions.figures import Point, Reply, Says, Voice
from draagvlak.decisions.rules import (
    NoPoints,
    VotesDisagree,
    needs_of,
    outcome_of,
    refuse_advice_without_points,
    refuse_votes_against_verdict,
)

TODAY = date(2027, 3, 10)
AT = datetime(2027, 3, 9, 11, 40, tzinfo=ZoneInfo("Europe/Brussels"))
ANSWERED = Reply(3, "followed", "Ja.", "Koen", AT)


def voice(verdict, *, points=(), part=1):
    return Voice(
        2, part, "Raad", "advice", verdict, {"for": 0, "against": 0, "abstained": 0}, "", "Dirk", AT, tuple(points)
    )


def says(strength, said=None, *, key=1, due_on=TODAY):
    return Says(key, "works_council", "Ondernemingsraad", strength, due_on, "cao 9", said)


def test_without_any_voice_advice_is_needed_and_approval_is_blocked():
    needs = needs_of([says("advice"), says("approval", key=2)], today=TODAY)
    assert [(need.what, need.is_blocked) for need in needs] == [("voice", False), ("approval", True)]


def test_an_advice_is_still_awaited_on_the_last_day_of_its_term_and_no_longer_the_day_after():
    parts = [says("advice", due_on=TODAY), says("approval", key=2)]
    assert needs_of(parts, today=TODAY)[0].what == "voice"
    assert [(n.what, n.is_blocked) for n in needs_of(parts, today=TODAY + timedelta(days=1))] == [("approval", False)]


def test_a_consent_that_passes_its_term_is_still_needed():
    parts = [says("consent", due_on=TODAY - timedelta(days=9))]
    assert [need.what for need in needs_of(parts, today=TODAY)] == ["consent"]


def test_every_point_of_an_advice_needs_a_reply_before_approval():
    advice = says("advice", voice("with_remarks", points=[Point(2, 1, "a", ANSWERED), Point(2, 2, "b")]))
    needs = needs_of([advice, says("approval", key=2)], today=TODAY)
    assert [(n.what, n.point.number if n.point else 0, n.is_blocked) for n in needs] == [
        ("reply", 2, False),
        ("approval", 0, True),
    ]


def test_everything_said_and_approved_is_adopted():
    parts = [
        says("advice", voice("favourable")),
        says("approval", voice("approved", part=2), key=2),
        says("inform", key=3),
    ]
    assert outcome_of(parts, today=TODAY) == "adopted"


def test_an_unfavourable_advice_does_not_decide():
    advice = says("advice", voice("unfavourable", points=[Point(2, 1, "nee", ANSWERED)]))
    assert outcome_of([advice, says("approval", voice("approved", part=2), key=2)], today=TODAY) == "adopted"


@pytest.mark.parametrize(("strength", "verdict"), [("consent", "refused"), ("approval", "not_approved")])
def test_a_refused_consent_or_approval_rejects_at_once(strength, verdict):
    assert outcome_of([says("advice"), says(strength, voice(verdict, part=2), key=2)], today=TODAY) == "rejected"


def test_nothing_is_adopted_while_a_reply_is_missing():
    advice = says("advice", voice("with_remarks", points=[Point(2, 1, "a")]))
    assert outcome_of([advice, says("approval", voice("approved", part=2), key=2)], today=TODAY) == ""


@pytest.mark.parametrize("verdict", ["with_remarks", "unfavourable"])
def test_remarks_are_given_in_points(verdict):
    with pytest.raises(NoPoints, match="punt"):
        refuse_advice_without_points(verdict=verdict, points=["", "  "], sentence="punt")


def test_a_favourable_advice_needs_no_points():
    refuse_advice_without_points(verdict="favourable", points=[], sentence="punt")


@pytest.mark.parametrize(
    ("verdict", "votes"),
    [
        ("approved", (1, 2)),
        ("approved", (2, 2)),
        ("not_approved", (3, 1)),
        ("unfavourable", (5, 4)),
        ("favourable", (0, 1)),
    ],
)
def test_votes_that_contradict_the_verdict_are_refused(verdict, votes):
    with pytest.raises(VotesDisagree):
        refuse_votes_against_verdict(
            verdict=verdict, votes={"for": votes[0], "against": votes[1], "abstained": 0}, sentence="x"
        )


@pytest.mark.parametrize(
    ("verdict", "votes"), [("approved", (3, 1)), ("not_approved", (1, 3)), ("approved", (0, 0)), ("refused", (2, 2))]
)
def test_votes_that_fit_or_were_not_counted_pass(verdict, votes):
    refuse_votes_against_verdict(
        verdict=verdict, votes={"for": votes[0], "against": votes[1], "abstained": 0}, sentence="x"
    )
