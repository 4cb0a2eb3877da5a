import pytest

from draagvlak.initiatives.rules import NotNow, refuse_step, refuse_term
from draagvlak.initiatives.states import QUESTION_TRANSITIONS, QuestionState
from draagvlak.lib.codes import in_fours, is_code, plain_code


def test_a_code_is_read_as_people_type_it():
    assert plain_code(" abcd efgh-jklm ") == "ABCDEFGHJKLM"
    assert in_fours("ABCDEFGHJKLM") == "ABCD-EFGH-JKLM"


@pytest.mark.parametrize("typed", ["ABCDEFGHJKL", "ABCDEFGHJKLMN", "ABCDEFGHJKL0", "ABCDEFGHJKLI", ""])
def test_what_is_no_code_is_known_at_once(typed):
    assert not is_code(typed)
    assert is_code("ABCDEFGHJKLM")


@pytest.mark.parametrize("days", [0, 61])
def test_a_term_is_of_one_to_sixty_days(days):
    with pytest.raises(NotNow):
        refuse_term(days, sentence="Nee.")
    refuse_term(60, sentence="Nee.")


def test_what_is_closed_is_only_opened_again():
    assert {state for state in QuestionState if state in QUESTION_TRANSITIONS[QuestionState.CLOSED]} == {
        QuestionState.REOPENED
    }
    with pytest.raises(NotNow):
        refuse_step(QuestionState.ANSWERED, allowed=QUESTION_TRANSITIONS[QuestionState.CLOSED], sentence="Nee.")
