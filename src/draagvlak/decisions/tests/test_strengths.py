"""Every strength is known wherever strengths are told apart: a new one that somebody forgets somewhere is found here."""

import pytest

from draagvlak.decisions import rules, wording
from draagvlak.decisions.models import Mandate, Part
from draagvlak.decisions.states import POINTS, VERDICTS, DossierKind, Strength, Verdict
from draagvlak.desk import wording as desk
from draagvlak.journal.wording import ACTS
from draagvlak.meetings.states import ItemKind
from draagvlak.stakeholders.models import Body


@pytest.mark.parametrize("strength", Strength)
def test_every_strength_has_a_place_in_every_table(strength):
    assert strength in rules.WHOLE_TERM or POINTS[strength] in ItemKind.values
    assert isinstance(VERDICTS[strength], tuple)
    assert wording.STRENGTHS_EXPLAINED[strength]
    assert desk.ROOM_ASKS[strength]
    assert len(strength.value) <= Mandate._meta.get_field("strength").max_length
    assert len(strength.value) <= Part._meta.get_field("strength").max_length


@pytest.mark.parametrize("strength", Strength)
def test_every_strength_has_its_words(strength):
    need = rules.NEEDS[strength]
    assert wording.NEEDS[need]
    assert desk.TASKS_DECIDE[need]
    for words in (
        wording.VOICE_TITLES,
        wording.PAPERS_SAID,
        wording.HEADINGS_SAID,
        wording.PAPERS_TO_SIGN,
    ):
        assert words[strength]
    assert wording.ACTS_OF_VOICES[strength] in ACTS
    assert VERDICTS[strength]


@pytest.mark.parametrize("strength", Strength)
def test_every_strength_votes_with_a_question_or_is_refused_with_a_sentence(strength):
    assert (strength in wording.QUESTIONS) == (strength not in rules.WITHOUT_BALLOT)
    assert (strength in wording.BALLOT_NOTHING_ASKED) == (strength in rules.WITHOUT_BALLOT)


@pytest.mark.parametrize("strength", Strength)
def test_every_strength_that_lapses_or_closes_or_gives_points_has_the_words_for_that(strength):
    lapses, closes = strength in rules.LAPSING, strength in rules.CLOSING
    gives, replied = rules.gives_points(VERDICTS[strength]), rules.asks_replies(VERDICTS[strength])
    assert (strength in wording.TERM_PASSED, strength in wording.GOES_ON_WITHOUT) == (lapses, lapses)
    assert (strength in wording.READY_FOR, strength in desk.ROOM_WAITS) == (closes, closes)
    assert (strength in wording.POINT_FROM, strength in desk.TASKS_REPLY) == (gives, replied)


def test_no_table_knows_a_strength_that_does_not_exist():
    every = set(Strength.values)
    for known in (
        *(rules.NEEDS, rules.CLOSING, rules.LAPSING, rules.WITHOUT_BALLOT, rules.WITHOUT_TERM),
        *(POINTS, VERDICTS, wording.STRENGTHS_EXPLAINED, wording.VOICE_TITLES, wording.ACTS_OF_VOICES),
        *(wording.QUESTIONS, wording.POINT_FROM, wording.PAPERS_SAID, desk.ROOM_ASKS, desk.ROOM_WAITS),
    ):
        assert set(known) <= every


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_belongs_to_one_strength_and_is_yes_no_or_neither(verdict):
    assert sum(verdict in verdicts for verdicts in VERDICTS.values()) == 1
    # An unfavourable advice is no yes, and ends nothing.
    kinds = [verdict in kind for kind in (rules.POSITIVE, rules.NEUTRAL, rules.REJECTING, {"unfavourable"})]
    assert sum(kinds) == 1


def test_deciding_verbs_stay_apart_in_the_journal():
    assert len(set(wording.ACTS_OF_VOICES.values())) == len(Strength)


def test_a_guarded_row_is_written_changed_and_removed_after_the_choices_grew(set_up, koen, now):
    """The migration changed only choices: the table with its triggers is the one that was there."""
    body = Body.objects.get(kind="management")
    row = Mandate.objects.create(
        body=body,
        kind=DossierKind.MEASURE,
        strength=Strength.NEGOTIATION,
        term_days=3,
        ground="statuten",
        starts_on=now.date(),
    )
    row.strength = Strength.RATIFY
    row.save()
    row.refresh_from_db()
    assert row.strength == "ratify"
    row.delete()
    assert not Mandate.objects.filter(body=body, kind=DossierKind.MEASURE).exists()
