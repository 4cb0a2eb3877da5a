from draagvlak.initiatives.models import Question
from draagvlak.initiatives.tests.conftest import ASKED, here, mails


def test_a_delegate_writes_down_what_a_colleague_without_account_asks(house, ria, signed_in):
    words = {"kind": "question", "text": ASKED, "spoken_for": "Rosa", "once": "a"}
    signed_in(ria).post(here(house, "speak_for"), words)
    question = Question.objects.get()
    assert (question.asked_by, question.written_by, question.spoken_for) == (None, ria, "Rosa")
    assert (question.state, question.taken_by) == ("taken", ria)
    assert not mails(ria.email)
    assert "Rosa" in signed_in(ria).get(here(house, "question", question)).content.decode()


def test_only_who_listens_writes_for_others(house, bram, koen, amina, signed_in):
    for one in (bram, koen, amina):
        assert signed_in(one).get(here(house, "speak_for")).status_code == 403
