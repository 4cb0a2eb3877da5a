"""Quorum and majority, against an oracle in fractions and in the words of the rule."""

from datetime import datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draagvlak.decisions.figures import BallotRule, Counts, Voter
from draagvlak.decisions.rules import (
    BallotRefused,
    NoVote,
    VotesDisagree,
    is_over,
    outcome_of_ballot,
    proxy_refused,
    refuse_closing_moment,
    refuse_hands,
    refuse_result,
    refuse_voters,
)
from draagvlak.decisions.states import Majority, Quorum
from draagvlak.lib.clock import BRUSSELS

RULES = st.builds(
    BallotRule, st.sampled_from(Quorum.values), st.sampled_from(Majority.values), counts_abstentions=st.booleans()
)


@st.composite
def ballots(draw):
    """Seats, and at most as many votes."""
    seats = draw(st.integers(2, 60))
    taken = draw(st.integers(0, seats))
    votes_for = draw(st.integers(0, taken))
    against = draw(st.integers(0, taken - votes_for))
    return seats, Counts(votes_for, against, taken - votes_for - against)


def by_the_words(counts, seats, rule):
    """The oracle: shares as fractions."""
    share = Fraction(counts.total, seats)
    if rule.quorum == "half" and share <= Fraction(1, 2):
        return "no_quorum"
    if rule.quorum == "two_thirds" and share < Fraction(2, 3):
        return "no_quorum"
    cast = counts.votes_for + counts.votes_against + (counts.abstained if rule.counts_abstentions else 0)
    if counts.votes_for == 0:
        return "failed"
    of_cast = Fraction(counts.votes_for, cast)
    holds = {
        "more": counts.votes_for > counts.votes_against,
        "absolute": of_cast > Fraction(1, 2),
        "of_all": Fraction(counts.votes_for, seats) > Fraction(1, 2),
        "two_thirds": of_cast >= Fraction(2, 3),
        "unanimity": of_cast == 1,
    }[rule.majority]
    return "passed" if holds else "failed"


@given(ballots(), RULES)
def test_the_outcome_is_what_the_rule_says_in_words(ballot, rule):
    seats, counts = ballot
    assert outcome_of_ballot(counts, seats=seats, rule=rule, is_secret=False) == by_the_words(counts, seats, rule)


@given(ballots(), RULES)
def test_as_many_against_as_for_never_passes(ballot, rule):
    seats, counts = ballot
    if counts.votes_for <= counts.votes_against:
        assert outcome_of_ballot(counts, seats=seats, rule=rule, is_secret=False) != "passed"


@given(ballots(), RULES)
def test_a_vote_that_goes_from_against_to_for_never_turns_a_yes_into_a_no(ballot, rule):
    seats, counts = ballot
    if counts.votes_against:
        better = Counts(counts.votes_for + 1, counts.votes_against - 1, counts.abstained)
        before = outcome_of_ballot(counts, seats=seats, rule=rule, is_secret=False)
        assert before != "passed" or outcome_of_ballot(better, seats=seats, rule=rule, is_secret=False) == "passed"


@given(ballots(), RULES)
def test_a_secret_ballot_with_fewer_than_three_votes_tells_no_counts(ballot, rule):
    seats, counts = ballot
    said = outcome_of_ballot(counts, seats=seats, rule=rule, is_secret=True)
    assert (said == "too_few") == (counts.total < 3)


@pytest.mark.parametrize(
    ("majority", "counts", "seats", "said"),
    [
        ("more", Counts(2, 1, 7), 10, "passed"),
        ("absolute", Counts(2, 1, 7), 10, "passed"),
        ("of_all", Counts(5, 0, 0), 10, "failed"),
        ("of_all", Counts(6, 4, 0), 10, "passed"),
        ("two_thirds", Counts(4, 2, 0), 10, "passed"),
        ("two_thirds", Counts(3, 2, 0), 10, "failed"),
        ("unanimity", Counts(4, 0, 1), 10, "passed"),
        ("unanimity", Counts(4, 1, 0), 10, "failed"),
        ("more", Counts(0, 0, 5), 10, "failed"),
    ],
)
def test_the_kinds_of_majority(majority, counts, seats, said):
    rule = BallotRule("none", majority, counts_abstentions=False)
    assert outcome_of_ballot(counts, seats=seats, rule=rule, is_secret=False) == said


def test_an_abstention_that_counts_as_a_vote_cast_can_cost_the_majority():
    counts = Counts(2, 1, 1)
    for is_counted, said in ((False, "passed"), (True, "failed")):
        rule = BallotRule("none", "absolute", counts_abstentions=is_counted)
        assert outcome_of_ballot(counts, seats=4, rule=rule, is_secret=False) == said


@pytest.mark.parametrize(("quorum", "taken", "said"), [("half", 5, "no_quorum"), ("half", 6, "passed"), ("two_thirds", 6, "no_quorum"), ("two_thirds", 7, "passed"), ("none", 1, "passed")])  # fmt: skip
def test_the_kinds_of_quorum(quorum, taken, said):
    rule = BallotRule(quorum, "more", counts_abstentions=False)
    assert outcome_of_ballot(Counts(taken, 0, 0), seats=10, rule=rule, is_secret=False) == said


def test_the_last_moment_itself_is_too_late():
    closes_at = datetime(2027, 3, 9, 17, tzinfo=BRUSSELS)
    assert not is_over(closes_at=closes_at, at=closes_at - timedelta(microseconds=1))
    assert is_over(closes_at=closes_at, at=closes_at)


def test_a_moment_in_the_past_and_one_beyond_the_term_are_refused():
    at = datetime(2027, 3, 9, 17, tzinfo=BRUSSELS)
    words = {"at": at, "last": at + timedelta(days=3), "too_soon": "te vroeg", "too_late": "te laat"}
    refuse_closing_moment(closes_at=at + timedelta(days=3), **words)
    for closes_at, said in ((at, "te vroeg"), (at + timedelta(days=4), "te laat")):
        with pytest.raises(BallotRefused, match=said):
            refuse_closing_moment(closes_at=closes_at, **words)


@pytest.mark.parametrize(("voters", "is_secret", "said"), [(1, False, "niemand"), (1, True, "niemand"), (3, True, "te weinig")])  # fmt: skip
def test_too_few_people_do_not_vote(voters, is_secret, said):
    with pytest.raises(BallotRefused, match=said):
        refuse_voters(voters=voters, is_secret=is_secret, nobody="niemand", too_few="te weinig")


def test_two_vote_in_the_open_and_four_in_secret():
    refuse_voters(voters=2, is_secret=False, nobody="", too_few="")
    refuse_voters(voters=4, is_secret=True, nobody="", too_few="")


def test_the_verdict_follows_the_votes():
    refuse_result(result="passed", verdict="approved", sentence="x")
    refuse_result(result="failed", verdict="unfavourable", sentence="x")
    for result, verdict in (("passed", "refused"), ("failed", "with_remarks")):
        with pytest.raises(VotesDisagree):
            refuse_result(result=result, verdict=verdict, sentence="x")


@pytest.mark.parametrize(
    ("giver", "holder", "held", "own", "said"),
    [
        (Voter(1, "w", has_voted=False), Voter(2, "w", has_voted=True), 0, 0, ""),
        (Voter(1, "w", has_voted=False), Voter(1, "w", has_voted=False), 0, 0, "self"),
        (Voter(1, "w", has_voted=True), Voter(2, "w", has_voted=False), 0, 0, "voted"),
        (Voter(1, "w", has_voted=False, proxy=3), Voter(2, "w", has_voted=False), 0, 0, "given"),
        (Voter(1, "w", has_voted=False), Voter(2, "w", has_voted=False), 0, 1, "holds"),
        (Voter(1, "w", has_voted=False), Voter(2, "w", has_voted=False, proxy=3), 0, 0, "passed_on"),
        (Voter(1, "w", has_voted=False), Voter(2, "e", has_voted=False), 0, 0, "side"),
        (Voter(1, "w", has_voted=False), Voter(2, "w", has_voted=False), 1, 0, "full"),
    ],
)
def test_who_may_vote_for_whom(giver, holder, held, own, said):
    assert proxy_refused(giver, holder, held=held, own=own, most=1) == said


@pytest.mark.parametrize(("raised", "people"), [(3, 2), (1, 2), (0, 0)])
def test_hands_and_people_are_as_many(raised, people):
    with pytest.raises(NoVote):
        refuse_hands(raised=raised, people=people, sentence="x")
