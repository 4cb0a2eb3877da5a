import pytest
from django.urls import reverse
from django_scopes import scopes_disabled

from draagvlak.initiatives import actions
from draagvlak.notices.models import Message

ASKED = "Mijn aanvraag voor zebrapad werd geweigerd."
CODE = "ABCD-EFGH-JKLM"


@pytest.fixture
def house(set_up, ria, bram):
    """The organisation with a delegation in which Ria sits, and Bram at work."""
    return set_up


@pytest.fixture
def asked(house, bram, now):
    """What Bram asked, with his name."""
    return actions.ask(facts={"kind": "complaint", "text": ASKED}, by=bram, at=now)


@pytest.fixture
def nameless(house, now):
    return actions.ask_nameless(facts={"kind": "question", "text": ASKED}, code=CODE, at=now)


def here(house, name, question=None, **words):
    keys = {"pk": question.pk} if question else {}
    return reverse(f"initiatives:{name}", kwargs={"organisation": house.slug, **keys, **words})


def mails(to):
    with scopes_disabled():
        return list(Message.objects.filter(to=to).order_by("pk"))
