"""The register as the tests of this station begin with it."""

from decimal import Decimal

import pytest

from draagvlak.stakeholders import actions
from draagvlak.stakeholders.models import Stakeholder


@pytest.fixture
def register(set_up, employ, amina, now):
    """The start set, with a group of care staff."""
    employ("Farid", group="Logistiek")
    actions.propose_register(by=amina, at=now)
    return set_up


@pytest.fixture
def group_of(employ, organisation, new_account, now):
    """A function group with somebody who has an account, in the register by itself."""
    from draagvlak.tenancy.actions import admit

    def make(first, *, group, **facts):
        account = new_account(first, **facts)
        admit(account=account, organisation=organisation, at=now)
        employ(first, group=group, account=account)
        return account

    return make


@pytest.fixture
def plan(amina, now, today):
    """Plan a contact with somebody of the register: plan(stakeholder, planned_on=…)."""

    def make(one, **facts):
        usual = {
            "planned_on": today,
            "mode": "consult",
            "channel": "",
            "what": "Wat heb je nodig?",
            "half_days": Decimal("0.5"),
            "notice_days": 7,
        }
        return actions.plan_contact(stakeholder=one, facts={**usual, **facts}, by=amina, at=now)

    return make


@pytest.fixture
def logistics(register):
    return Stakeholder.objects.get(function_group__name="Logistiek")


@pytest.fixture
def council(register):
    return Stakeholder.objects.get(body__kind="works_council")
