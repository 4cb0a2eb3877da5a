from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from draagvlak.decisions.figures import Point, Reply, Says, Voice
from draagvlak.decisions.rules import (
    NoMandate,
    NoPoints,
    NoReasonGiven,
    NotNow,
    VotesDisagree,
    is_awaited,
    may_still_speak,
    needed_before,
    needs_of,
    outcome_of,
    refuse_advice_without_points,
    refuse_informed_without_papers,
    refuse_nobody_closes,
    refuse_votes_against_verdict,
    refuse_without_agreement,
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
        says("inform", voice("informed", part=3), key=3),
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


# Consulting, ratifying, negotiating

LATE = TODAY + timedelta(days=1)


def test_the_first_voices_are_asked_beside_each_other_then_replies_then_approval_then_ratification():
    parts = [
        says("ratify", key=1),
        says("approval", key=2),
        says("negotiation", key=3),
        says("consult", voice("remarks", points=[Point(2, 1, "a")]), key=4),
        says("advice", key=5),
        says("consent", key=6),
        says("consult", key=7),
        says("inform", key=8),
    ]
    assert [(need.what, need.is_blocked) for need in needs_of(parts, today=TODAY)] == [
        ("negotiation", False),
        ("voice", False),
        ("consent", False),
        ("consult", False),
        ("inform", False),
        ("reply", False),
        ("approval", True),
        ("ratify", True),
    ]


@pytest.mark.parametrize("strength", ["consult", "advice"])
def test_a_consultation_and_an_advice_are_awaited_on_their_last_day_and_not_the_day_after(strength):
    part = says(strength)
    assert is_awaited(part, today=TODAY)
    assert not is_awaited(part, today=LATE)
    assert may_still_speak(part, is_open=True, today=TODAY)
    assert not may_still_speak(part, is_open=True, today=LATE)


@pytest.mark.parametrize("strength", ["consent", "negotiation", "approval", "ratify"])
def test_no_term_makes_a_consent_an_agreement_or_a_closing_act_lapse(strength):
    assert is_awaited(says(strength), today=LATE)


def test_that_a_body_was_informed_is_needed_whatever_the_day_and_nobody_is_late():
    needs = needs_of([says("inform"), says("approval", key=2)], today=TODAY + timedelta(days=400))
    assert [(need.what, need.due_on, need.is_blocked) for need in needs] == [
        ("inform", None, False),
        ("approval", TODAY, True),
    ]


@pytest.mark.parametrize(
    ("was_sent", "handed_over", "passes"), [(True, "", True), (False, "Op papier.", True), (False, " ", False)]
)
def test_without_a_mail_that_left_it_is_told_how_the_papers_came_there(was_sent, handed_over, passes):
    words = {"was_sent": was_sent, "handed_over": handed_over, "sentence": "hoe"}
    refuse_informed_without_papers(verdict="favourable", **words)
    if passes:
        refuse_informed_without_papers(verdict="informed", **words)
    else:
        with pytest.raises(NoReasonGiven, match="hoe"):
            refuse_informed_without_papers(verdict="informed", **words)


def test_a_remark_of_a_consultation_needs_its_reply_also_after_the_term():
    consulted = says("consult", voice("remarks", points=[Point(2, 1, "a", ANSWERED), Point(2, 2, "b")]))
    approved = says("approval", voice("approved", part=2), key=2)
    assert [need.what for need in needs_of([consulted, approved], today=LATE)] == ["reply"]
    assert outcome_of([consulted, approved], today=LATE) == ""


def test_a_consultation_without_remarks_holds_nothing_up():
    parts = [says("consult", voice("no_remarks")), says("approval", voice("approved", part=2), key=2)]
    assert outcome_of(parts, today=TODAY) == "adopted"


def test_ratifying_waits_for_every_approval():
    half = [
        says("approval", voice("approved", part=1), key=1),
        says("approval", key=2),
        says("ratify", key=3),
    ]
    needs = needs_of(half, today=TODAY)
    assert [(need.what, need.part, need.is_blocked) for need in needs] == [("approval", 2, False), ("ratify", 3, True)]
    assert [need.part for need in needed_before("ratify", needs)] == [2]
    assert needed_before("approval", needs) == []


def test_nothing_is_adopted_before_it_is_ratified():
    approved = says("approval", voice("approved", part=1), key=1)
    assert outcome_of([approved, says("ratify", key=2)], today=TODAY) == ""
    assert outcome_of([approved, says("ratify", voice("ratified", part=2), key=2)], today=TODAY) == "adopted"


def test_ratification_alone_can_end_a_dossier():
    assert outcome_of([says("ratify", voice("ratified"))], today=TODAY) == "adopted"


@pytest.mark.parametrize(("strength", "verdict"), [("ratify", "not_ratified"), ("negotiation", "no_agreement")])
def test_a_refused_ratification_and_a_negotiation_without_agreement_reject(strength, verdict):
    parts = [says("approval", voice("approved", part=1), key=1), says(strength, voice(verdict, part=2), key=2)]
    assert outcome_of(parts, today=TODAY) == "rejected"


def test_a_negotiation_keeps_the_closing_waiting_whatever_the_day():
    needs = needs_of([says("negotiation"), says("approval", key=2)], today=TODAY + timedelta(days=400))
    assert [(need.what, need.is_blocked) for need in needs] == [("negotiation", False), ("approval", True)]


def test_an_agreement_is_said_only_with_the_signed_agreement():
    with pytest.raises(NotNow, match="cao"):
        refuse_without_agreement(verdict="agreed", has_agreement=False, sentence="cao")
    refuse_without_agreement(verdict="agreed", has_agreement=True, sentence="cao")
    refuse_without_agreement(verdict="no_agreement", has_agreement=False, sentence="cao")


def test_a_dossier_needs_an_approval_or_a_ratification():
    with pytest.raises(NoMandate, match="niemand"):
        refuse_nobody_closes(["inform", "consult", "advice", "consent", "negotiation"], sentence="niemand")
    refuse_nobody_closes(["consult", "ratify"], sentence="niemand")
    refuse_nobody_closes(["approval"], sentence="niemand")


@pytest.mark.parametrize("verdict", ["remarks", "no_remarks"])
def test_no_count_of_votes_is_held_against_a_consultation(verdict):
    refuse_votes_against_verdict(verdict=verdict, votes={"for": 1, "against": 5, "abstained": 0}, sentence="x")


def test_remarks_of_a_consultation_are_given_in_points():
    with pytest.raises(NoPoints):
        refuse_advice_without_points(verdict="remarks", points=[" "], sentence="punt")
    refuse_advice_without_points(verdict="no_remarks", points=[], sentence="punt")
