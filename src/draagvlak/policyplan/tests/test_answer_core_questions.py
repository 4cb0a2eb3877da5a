"""The four core questions: everybody's own words, one merged answer each, and the vision that is adopted."""

import re

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.urls import reverse

from draagvlak.journal.models import Record
from draagvlak.planproject.actions import end_project, start_project
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.models import Answer, Contribution, Vision
from draagvlak.policyplan.rules import NotWritable
from draagvlak.policyplan.states import CoreQuestion, Position
from draagvlak.stakeholders.actions import start_matrix
from draagvlak.stakeholders.models import Responsibility
from draagvlak.stakeholders.states import Size

POSITION = CoreQuestion.POSITION


@pytest.fixture
def page(set_up, project, signed_in):
    """page(person, "contribute", question="role", text="…"): look at a page, or send its form."""

    def ask(person, name="vision", sent=None, **words):
        address = reverse(f"policyplan:{name}", kwargs={"organisation": set_up.slug, **words})
        client = signed_in(person)
        return client.get(address) if sent is None else client.post(address, {"once": name + str(sent), **sent})

    return ask


def settle(project, by, now, question=POSITION, **more):
    given = {"text": "<p>Ons antwoord.</p>", "facts": {}, "is_settled": True, **more}
    return actions.settle_answer(project=project, question=question, facts=given, version=0, by=by, at=now)


def test_everyone_gives_his_own_words_and_takes_only_those_back(page, bram, dirk):
    assert page(bram, "contribute", {"text": "Tijd om te leren."}, question="role").status_code == 302
    said = Contribution.objects.get()
    shown = page(dirk).content.decode()
    assert "Tijd om te leren." in shown
    assert page(dirk, "withdraw_contribution", {}, pk=said.pk).status_code == 403
    assert page(bram, "withdraw_contribution", {}, pk=said.pk).status_code == 302
    assert "Tijd om te leren." not in page(dirk).content.decode()
    assert page(bram, "withdraw_contribution", {}, pk=said.pk).status_code == 404
    assert set(Record.objects.filter(by=bram).values_list("act", flat=True)) == {
        "policyplan.contribute",
        "policyplan.withdraw_contribution",
    }


def test_an_empty_word_and_an_unknown_question_are_refused(page, bram):
    assert page(bram, "contribute", {"text": "   "}, question="role").status_code == 422
    assert page(bram, "contribute", {"text": "x"}, question="money").status_code == 404
    assert Contribution.objects.count() == 0


def test_the_merged_answer_keeps_its_facts_and_an_empty_one_is_never_finished(page, amina, bram):
    sent = {"text": "<p>Leren stuurt mee.</p>", "today": "2", "wanted": "5", "is_settled": "on", "version": "0"}
    assert page(bram, "settle_answer", sent, question="position").status_code == 403
    assert page(amina, "settle_answer", {**sent, "text": ""}, question="position").status_code == 409
    assert page(amina, "settle_answer", sent, question="position").status_code == 302
    answer = Answer.objects.get()
    assert (answer.facts, answer.is_settled, answer.version) == ({"today": "2", "wanted": "5"}, True, 1)
    shown = page(bram).content.decode()
    assert str(Position.TWO.label) in shown
    assert str(Position.FIVE.label) in shown


@pytest.mark.parametrize(
    ("question", "asked", "missing"),
    [
        ("understanding", {"forms": ["course", "coaching"]}, "forms"),
        ("position", {"today": "2", "wanted": "5"}, "wanted"),
        ("contribution", {"personnel": "Blijven.", "organisation": "Delen.", "general": "Zorg op maat."}, "general"),
        ("role", {}, ""),
    ],
)
def test_an_answer_is_done_with_what_its_question_asks_besides_words(page, amina, question, asked, missing):
    sent = {"text": "<p>Ons antwoord.</p>", "version": "0"}
    for lacking in (missing, *asked) if missing else ():
        less = {name: value for name, value in asked.items() if name != lacking}
        answer = page(amina, "settle_answer", {**sent, **less, "is_settled": "on"}, question=question)
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, [lacking])
    assert page(amina, "settle_answer", {**sent, **asked, "is_settled": "on"}, question=question).status_code == 302
    again = {**sent, "version": "1", "once": "again"}
    assert page(amina, "settle_answer", again, question=question).status_code == 302  # not done yet: nothing is asked
    assert [(one.question, one.is_settled) for one in Answer.objects.all()] == [(question, False)]


def test_the_second_writer_reads_what_the_first_put_there_in_words(page, project, amina, koen, now):
    settle(project, koen, now, text="<p>Van Koen.</p>", facts={"today": "1", "wanted": "4"})
    sent = {"text": "<p>Van Amina.</p>", "today": "1", "wanted": "5", "version": "0"}
    answer = page(amina, "settle_answer", sent, question="position")
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "<p>Van Koen.</p>" in text
    assert "Van Amina." in text
    assert f'>Waar willen we naartoe?</h3><div class="read"><p>{Position.FOUR.label}</p>' in text
    assert (
        f'>Waar staan we vandaag?</h3><div class="read"><p>{Position.ONE.label}</p>' not in text
    )  # there both say the same
    assert '>Dit antwoord is af</h3><div class="read"><p>ja</p>' in text


def seen(page, person):
    return re.search(r'name="saw" value="(\w+)"', page(person, "adopt_vision").content.decode())[1]


def test_who_adopts_reads_what_was_chosen_beside_the_words_too(page, project, koen, amina, now):
    for question in CoreQuestion:
        settle(project, amina, now, question)
    words = {"text": "<p>Leren is kiezen.</p>", "facts": {"today": "1", "wanted": "4"}, "is_settled": True}
    actions.settle_answer(project=project, question=POSITION, facts=words, version=1, by=amina, at=now)
    text = page(koen, "adopt_vision").content.decode()
    assert "Leren is kiezen." in text
    assert str(Position.FOUR.label) in text


def test_what_is_adopted_is_what_was_read(page, project, koen, amina, now):
    for question in CoreQuestion:
        settle(project, amina, now, question)
    read = seen(page, koen)
    words = {"text": "<p>Iets heel anders.</p>", "facts": {}, "is_settled": True}
    actions.settle_answer(project=project, question=POSITION, facts=words, version=1, by=amina, at=now)
    answer = page(koen, "adopt_vision", {"saw": read})
    assert (answer.status_code, "Er staat intussen een andere tekst." in answer.content.decode()) == (409, True)
    assert "Iets heel anders." in answer.content.decode()
    assert queries.vision_of(project).adopted_at is None
    again = seen(page, koen)
    assert page(koen, "adopt_vision", {"saw": again}).status_code == 302
    assert Record.objects.get(act="policyplan.adopt_vision").details == {"sha256": again}


def test_the_vision_is_adopted_when_every_question_has_an_answer_and_then_lies_fixed(
    page, project, koen, amina, bram, now
):
    for question in list(CoreQuestion)[1:]:
        settle(project, amina, now, question)
    assert page(koen, "adopt_vision", {}).status_code == 409
    settle(project, amina, now, next(iter(CoreQuestion)))
    assert page(amina, "adopt_vision", {}).status_code == 403
    assert page(koen, "adopt_vision", {"saw": seen(page, koen)}).status_code == 302
    assert "Vastgesteld op" in page(bram).content.decode()
    assert page(bram, "contribute", {"text": "Te laat."}, question="role").status_code == 409
    with pytest.raises(NotWritable):
        settle(project, amina, now)
    assert page(koen, "reopen_vision", {}).status_code == 302
    assert page(bram, "contribute", {"text": "Toch nog."}, question="role").status_code == 302


def test_the_place_of_vto_is_compared_from_cycle_to_cycle(page, project, amina, koen, now):
    assert "Van cyclus tot cyclus" not in page(amina).content.decode()
    for question in CoreQuestion:
        settle(project, amina, now, question, facts={"today": "1", "wanted": "3"} if question == POSITION else {})
    actions.adopt_vision(project=project, by=koen, at=now)
    end_project(project=project, note="Klaar.", by=koen, at=now)
    following = start_project(
        title="Plan 2031–2034", first_year=2031, last_year=2034, assignment="Opnieuw.", by=koen, at=now
    )
    settle(following, amina, now, facts={"today": "3", "wanted": "5"})
    assert [answer.vision.project for answer in queries.earlier_positions(following)] == [project]
    text = page(amina).content.decode()
    rows = text[text.index("Van cyclus tot cyclus") :]
    before, now_row = rows.index("2027–2030"), rows.index("2031–2034")
    assert str(Position.ONE.label) in rows[before:now_row]
    assert str(Position.THREE.label) in rows[before:now_row]
    assert str(Position.FIVE.label) in rows[now_row:]


def test_a_vision_that_was_never_adopted_is_not_compared_with(project, amina, koen, now):
    settle(project, amina, now, facts={"today": "1", "wanted": "3"})
    end_project(project=project, note="Gestopt.", by=koen, at=now)
    following = start_project(title="Nieuw", first_year=2031, last_year=2034, assignment="x", by=koen, at=now)
    assert queries.earlier_positions(following) == []


def test_the_role_of_learning_leads_to_who_does_what(page, project, amina, bram, now):
    """Row A8.4: the answer on the role stands beside the responsibilities in the matrix."""
    assert "Wie doet wat, per taak" not in page(bram).content.decode()
    start_matrix(size=Size.MEDIUM, by=amina, at=now)
    shown = page(bram).content.decode()
    assert f"#taak-{Responsibility.objects.get(key='b1_1').pk}" in shown
    assert "De visie op leren schrijven" in shown
    assert "Directie: beslist" in shown


def test_what_was_adopted_stays_when_the_vision_is_opened_again(page, project, koen, amina, bram, greet, now):
    for question in CoreQuestion:
        settle(project, amina, now, question)
    actions.adopt_vision(project=project, by=koen, at=now)
    actions.reopen_vision(project=project, by=koen, at=now)
    words = {"text": "<p>Iets heel anders.</p>", "facts": {"today": "2", "wanted": "5"}, "is_settled": True}
    actions.settle_answer(project=project, question=POSITION, facts=words, version=1, by=amina, at=now)
    actions.adopt_vision(project=project, by=koen, at=now)
    first, second = queries.versions_of_vision(queries.vision_of(project))
    assert (
        first.document.sha256
        != second.document.sha256
        == queries.seal_of_answers(queries.answers_of(queries.vision_of(project)))
    )
    assert "Iets heel anders." not in page(bram, "vision_version", number=1).content.decode()
    text = page(bram, "vision_version", number=2).content.decode()
    assert "Iets heel anders." in text
    assert str(Position.FIVE.label) in text
    assert page(bram, "vision_version", number=3).status_code == 404
    assert page(greet, "vision_version", number=1).status_code == 404
    assert page(bram, "vision").content.decode().count("vastgesteld</span>") == 2


def test_a_vision_that_was_adopted_before_its_text_was_kept_is_kept_when_it_is_opened_again(project, koen, amina, now):
    for question in CoreQuestion:
        settle(project, amina, now, question)
    Vision.objects.filter(project=project).update(adopted_at=now, adopted_by=koen)
    actions.reopen_vision(project=project, by=amina, at=now)
    (kept,) = queries.versions_of_vision(queries.vision_of(project))
    assert (kept.adopted_at, kept.adopted_by, kept.number) == (now, koen, 1)


def test_what_was_adopted_cannot_be_changed_by_anybody(project, koen, amina, now):
    for question in CoreQuestion:
        settle(project, amina, now, question)
    actions.adopt_vision(project=project, by=koen, at=now)
    for act in (lambda rows: rows.update(number=9), lambda rows: rows._raw_delete(rows.db)):
        with pytest.raises((IntegrityError, InternalError)), transaction.atomic():
            act(queries.versions_of_vision(queries.vision_of(project)).select_related(None).order_by())


def test_who_comes_after_the_vision_was_adopted_finds_no_form_but_keeps_what_he_was_writing(
    vision, amina, set_up, signed_in
):
    words = {"organisation": set_up.slug, "question": "role"}
    client, address = signed_in(amina), reverse("policyplan:contribute", kwargs=words)
    page = client.get(address).content.decode()
    assert ("De visie is al vastgesteld" in page, "<textarea" in page) == (True, False)
    late = client.post(address, {"text": "Mijn woorden.", "once": "a"})
    assert (late.status_code, "Mijn woorden." in late.content.decode()) == (409, True)
