"""What colleagues say under the news, and the answer that comes back."""

import pytest
from django.urls import reverse

from draagvlak.journal.models import Record
from draagvlak.notices.models import Message
from draagvlak.planproject import actions, queries
from draagvlak.planproject.models import Feedback
from draagvlak.planproject.rules import NoReason, NotAnswerable
from draagvlak.planproject.states import FeedbackAnswer

WORDS = {"reply": "Want het staat in het plan.", "is_shown": True}


def here(organisation, name, **words):
    return reverse(f"planproject:{name}", kwargs={"organisation": organisation.slug, **words})


@pytest.fixture
def said(announce, bram, now):
    return actions.give_feedback(announcement=announce(), text="Mag het ook ’s nachts?", by=bram, at=now)


def test_it_is_sent_answered_and_published_without_the_name(organisation, announce, bram, colleague, amina, signed_in):
    known, other = announce(), colleague("Nora")
    address = here(organisation, "announcement", pk=known.pk)
    sent = {"text": "Mag het ook ’s nachts?", "once": "a"}
    assert signed_in(bram).post(here(organisation, "give_feedback", pk=known.pk), sent).status_code == 302
    assert "Mag het ook" not in signed_in(other).get(address).content.decode()  # not yet answered
    page = signed_in(amina).get(address).content.decode()
    assert "Bram" in page
    one = Feedback.objects.get()
    answer = {"answer": "partly", "reply": "Want één keer per jaar.", "is_shown": "on", "once": "b"}
    assert signed_in(amina).post(here(organisation, "answer_feedback", pk=one.pk), answer).status_code == 302
    page = signed_in(other).get(address).content.decode()
    assert "Mag het ook ’s nachts?" in page
    assert "We volgen dit deels." in page
    assert "Want één keer per jaar." in page
    assert "Bram" not in page
    mail = Message.objects.get(subject__startswith="Antwoord op je reactie")
    assert (mail.to, "Want één keer per jaar." in mail.body) == (bram.email, True)


def test_an_answer_can_stay_between_the_two(organisation, said, bram, colleague, amina, now, signed_in):
    words = {**WORDS, "is_shown": False}
    actions.answer_feedback(feedback=said, answer=FeedbackAnswer.NOT, words=words, by=amina, at=now)
    address = here(organisation, "announcement", pk=said.announcement_id)
    assert WORDS["reply"] not in signed_in(colleague("Nora")).get(address).content.decode()
    assert WORDS["reply"] in signed_in(bram).get(address).content.decode()


def test_an_answer_needs_its_reason_and_comes_once(said, amina, now):
    with pytest.raises(NoReason):
        actions.answer_feedback(
            feedback=said, answer=FeedbackAnswer.NOT, words={**WORDS, "reply": " "}, by=amina, at=now
        )
    actions.answer_feedback(feedback=said, answer=FeedbackAnswer.FOLLOWED, words=WORDS, by=amina, at=now)
    with pytest.raises(NotAnswerable):
        actions.answer_feedback(feedback=said, answer=FeedbackAnswer.NOT, words=WORDS, by=amina, at=now)
    assert Message.objects.filter(subject__startswith="Antwoord op je reactie").count() == 1


def test_empty_words_are_not_sent(announce, bram, now):
    with pytest.raises(NoReason):
        actions.give_feedback(announcement=announce(), text=" ", by=bram, at=now)


def test_the_journal_says_neither_who_spoke_nor_what(said, amina, now):
    actions.answer_feedback(feedback=said, answer=FeedbackAnswer.NOT, words=WORDS, by=amina, at=now)
    received = Record.objects.get(act="planproject.receive_feedback")
    answered = Record.objects.get(act="planproject.answer_feedback")
    assert (received.by, received.subject_name, answered.subject_name) == (None, "Nieuws", "Nieuws")
    assert not any("nachts" in str(record.details) for record in (received, answered))


def test_only_who_answers_reads_the_name(organisation, said, dirk, els, ria, signed_in):
    for person in (dirk, els, ria):
        page = signed_in(person).get(here(organisation, "announcement", pk=said.announcement_id)).content.decode()
        assert "Bram" not in page
        assert signed_in(person).get(here(organisation, "answer_feedback", pk=said.pk)).status_code == 403


def test_what_waits_is_counted(said, amina, now):
    assert [one.pk for one in queries.feedback_to_answer()] == [said.pk]
    assert queries.feedback_counted() == {"": 1}
    actions.answer_feedback(feedback=said, answer=FeedbackAnswer.NOT, words=WORDS, by=amina, at=now)
    assert (list(queries.feedback_to_answer()), queries.feedback_counted()) == ([], {"not": 1})
