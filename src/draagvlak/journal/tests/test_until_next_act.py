from django.core.cache import cache
from django_scopes import scope

from draagvlak.journal.actions import record
from draagvlak.journal.queries import until_next_act
from draagvlak.tenancy.models import Organisation


def counting():
    asked = []

    def answer():
        asked.append(1)
        return len(asked)

    return answer


def test_an_answer_is_kept_until_the_next_act(organisation, koen, now):
    answer = counting()
    assert [until_next_act("a", answer), until_next_act("a", answer)] == [1, 1]
    record("stakeholders.set_up", by=koen, at=now, on=organisation)
    assert [until_next_act("a", answer), until_next_act("a", answer)] == [2, 2]


def test_nothing_is_an_answer_too(organisation):
    asked = []
    for _ in range(2):
        assert until_next_act("b", lambda: asked.append(1)) is None
    assert asked == [1]


def test_another_question_and_another_organisation_have_their_own_answer(organisation):
    answer = counting()
    assert [until_next_act("c", answer), until_next_act("d", answer)] == [1, 2]
    with scope(organisation=Organisation.objects.create(slug="terweide", name="Ter Weide")):
        assert until_next_act("c", answer) == 3


def test_without_an_organisation_nothing_is_kept():
    cache.clear()
    answer = counting()
    assert [until_next_act("e", answer), until_next_act("e", answer)] == [1, 2]
