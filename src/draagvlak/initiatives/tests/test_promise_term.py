from datetime import timedelta

import pytest

from draagvlak.initiatives import actions, queries
from draagvlak.initiatives.rules import NotNow
from draagvlak.initiatives.tests.conftest import ASKED, here
from draagvlak.lib.refusals import Changed


def test_a_shorter_promise_holds_for_what_comes_in_after_it(house, asked, bram, ria, today, now, signed_in):
    page = signed_in(ria)
    page.post(here(house, "promise_term"), {"days": 5, "version": 0, "once": "a"})
    later = actions.ask(facts={"kind": "question", "text": ASKED}, by=bram, at=now)
    assert (asked.due_on, later.due_on) == (today + timedelta(days=14), today + timedelta(days=5))
    assert "binnen 5 dagen" in signed_in(bram).get(here(house, "mine")).content.decode()


def test_who_changed_it_meanwhile_is_not_overwritten(house, ria, now):
    body = queries.body_that_listens(on=now.date())
    actions.promise_term(body=body, days=5, version=0, by=ria, at=now)
    with pytest.raises(Changed):
        actions.promise_term(body=body, days=7, version=0, by=ria, at=now)
    with pytest.raises(NotNow):
        actions.promise_term(body=body, days=0, version=1, by=ria, at=now)
