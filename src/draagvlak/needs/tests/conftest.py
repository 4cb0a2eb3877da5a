import pytest
from django.urls import reverse

from draagvlak.needs import actions

CODE = "ABCD-EFGH-JKLM"
OTHER = "NPQR-STUV-WXYZ"
TOLD = "Niemand durft met de nieuwe tillift werken."


def facts(**more):
    usual = {
        "what": TOLD,
        "group": "all",
        "group_words": "",
        "how_often": "weekly",
        "urgency": "now",
        "helps": "Oefenen.",
    }
    return {**usual, **more}


def here(house, name, signal=None):
    keys = {"pk": signal.pk} if signal else {}
    return reverse(f"needs:{name}", kwargs={"organisation": house.slug, **keys})


@pytest.fixture
def house(set_up, bram):
    return set_up


@pytest.fixture
def told(house, now):
    return actions.signal(facts=facts(), organisation=house, code=CODE, at=now)


@pytest.fixture
def told_again(house, now):
    more = facts(what="De tillift staat stil.", group="words", group_words="wie ’s nachts werkt")
    return actions.signal(facts=more, organisation=house, code=OTHER, at=now)
