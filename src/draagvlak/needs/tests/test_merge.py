"""Signals that say the same get one answer."""

import pytest

from draagvlak.needs import actions, queries
from draagvlak.needs.models import Signal
from draagvlak.needs.rules import NotNow
from draagvlak.needs.tests.conftest import OTHER, here
from draagvlak.needs.tests.test_answer import NOT_NOW


def test_each_reads_the_one_answer_with_its_own_code(told, told_again, house, amina, bram, now, signed_in):
    page = signed_in(amina)
    shown = page.get(here(house, "merge", told)).content.decode()
    assert "wie ’s nachts werkt: De tillift staat stil." in shown
    page.post(here(house, "merge", told), {"others": [told_again.pk], "version": "1", "once": "a"})
    assert queries.waiting() == 1
    actions.answer(signal=told, facts=NOT_NOW, version=2, by=amina, at=now)
    read = signed_in(bram).post(here(house, "read_with_code"), {"code": OTHER}).content.decode()
    assert ("De tillift staat stil." in read, "In maart." in read) == (True, True)
    assert len(queries.heard()) == 1


def test_what_was_brought_together_by_mistake_stands_apart_again(told, told_again, amina, now):
    actions.merge(signal=told, others=[told_again.pk], version=1, by=amina, at=now)
    apart = Signal.objects.get(pk=told_again.pk)
    actions.part(signal=apart, version=apart.version, by=amina, at=now)
    assert queries.waiting() == 2


def test_nothing_chosen_itself_or_what_is_answered_already_is_refused(told, told_again, amina, now):
    for others in ([], [told.pk], [told_again.pk, 1]):
        with pytest.raises(NotNow):
            actions.merge(signal=told, others=others, version=1, by=amina, at=now)
    actions.answer(signal=told_again, facts=NOT_NOW, version=1, by=amina, at=now)
    with pytest.raises(NotNow):
        actions.merge(signal=told, others=[told_again.pk], version=1, by=amina, at=now)


def test_what_went_into_another_is_not_answered_by_itself(told, told_again, amina, now):
    actions.merge(signal=told, others=[told_again.pk], version=1, by=amina, at=now)
    with pytest.raises(NotNow):
        actions.answer(signal=told_again, facts=NOT_NOW, version=2, by=amina, at=now)
