from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from draagvlak.planproject import actions, queries
from draagvlak.planproject.models import MoneyPromise, MoneyUse
from draagvlak.planproject.rules import NotPossibleNow
from draagvlak.planproject.states import TimeKind
from draagvlak.planproject.tests.factories import a_project


@pytest.fixture
def project(set_up, koen, now):
    return a_project(by=koen, at=now)


def to(name, organisation, **words):
    return reverse(f"planproject:{name}", kwargs={"organisation": organisation.slug, **words})


def promise(project, amount, *, by, at):
    facts = {"amount": Decimal(amount), "source": "VTO-budget", "decided_by": "Directie", "on": at.date()}
    return actions.promise_money(project=project, facts=facts, by=by, at=at)


def use(project, amount, *, by, at, on=None):
    facts = {"amount": Decimal(amount), "on": on or at.date(), "what": "Zaal", "reference": "F1"}
    return actions.use_money(project=project, facts=facts, by=by, at=at)


def test_money_is_promised_and_used_to_the_cent(project, koen, signed_in, organisation, today):
    form = {"amount": "1.234,56", "source": "Sectorfonds", "decided_by": "Directie", "on": today.isoformat()}
    sent = signed_in(koen).post(to("promise_money", organisation), form)
    spent = {"amount": "0,10", "what": "Koffie", "reference": "", "on": today.isoformat()}
    signed_in(koen).post(to("use_money", organisation), spent)
    assert (sent.status_code, MoneyPromise.objects.get().amount) == (302, Decimal("1234.56"))
    money = queries.means_of(project, today=today).money
    assert (money.promised, money.used, money.left) == (Decimal("1234.56"), Decimal("0.10"), Decimal("1234.46"))


def test_more_used_than_promised_is_said_in_words_beside_the_plot(project, koen, signed_in, organisation, now):
    promise(project, "100", by=koen, at=now)
    use(project, "100.01", by=koen, at=now)
    page = signed_in(koen).get(to("means", organisation))
    text = page.content.decode()
    assert ("money", "over") in page.context["means"].warned
    assert "meer gebruikt dan beloofd" in text
    assert 'class="g-now"' in text


def test_nothing_promised_is_said_for_every_kind(project, koen, signed_in, organisation):
    page = signed_in(koen).get(to("means", organisation))
    assert page.context["means"].warned == [
        (kind, "nothing_promised") for kind in ("coordinator", "members", "contacts", "money")
    ]


def test_nothing_used_after_half_of_the_time_is_said(project, koen, now, today):
    actions.plan_project(project=project, due_on=today + timedelta(days=99), by=koen, at=now)
    facts = {"half_days": Decimal(10), "decided_by": ""}
    actions.promise_time(project=project, kind=TimeKind.MEMBERS, facts=facts, version=0, by=koen, at=now)

    def warned(days):
        means = queries.means_of(project, today=today + timedelta(days=days))
        return ("members", "unused") in means.warned

    assert (warned(48), warned(49)) == (False, True)


def test_hours_stand_beside_half_days(project, koen, signed_in, organisation, now):
    facts = {"half_days": Decimal(10), "decided_by": ""}
    actions.promise_time(project=project, kind=TimeKind.MEMBERS, facts=facts, version=0, by=koen, at=now)
    assert "(38 uur)" in signed_in(koen).get(to("means", organisation)).content.decode()


def test_a_line_that_was_wrong_is_withdrawn_and_does_not_count(project, koen, signed_in, organisation, now, today):
    promised, used = promise(project, "50", by=koen, at=now), use(project, "20", by=koen, at=now)
    signed_in(koen).post(to("withdraw_money_promise", organisation, pk=promised.pk))
    signed_in(koen).post(to("withdraw_money_use", organisation, pk=used.pk))
    money = queries.means_of(project, today=today).money
    assert (money.promised, money.used, MoneyUse.objects.count()) == (0, 0, 1)


def test_money_that_is_not_spent_yet_is_not_written_down(project, koen, now, today):
    with pytest.raises(NotPossibleNow):
        use(project, "5", by=koen, at=now, on=today + timedelta(days=1))


def test_the_table_itself_refuses_an_amount_of_nothing(project, koen, now):
    with pytest.raises(IntegrityError, match="promised_money_is_an_amount"), transaction.atomic():
        promise(project, "0", by=koen, at=now)
    with pytest.raises(IntegrityError, match="used_money_is_an_amount"), transaction.atomic():
        use(project, "-1", by=koen, at=now)


def test_a_finished_project_takes_no_time_and_no_money(project, koen, now):
    used = use(project, "5", by=koen, at=now)
    actions.end_project(project=project, note="Klaar.", by=koen, at=now)
    for act in (lambda: promise(project, "5", by=koen, at=now), lambda: use(project, "5", by=koen, at=now)):
        with pytest.raises(NotPossibleNow, match="afgerond"):
            act()
    with pytest.raises(NotPossibleNow, match="afgerond"):
        actions.withdraw_money(line=used, by=koen, at=now)


def test_the_page_asks_the_same_statements_for_one_line_as_for_many(
    project, amina, koen, signed_in, organisation, now, today, django_assert_num_queries
):
    def more():
        facts = {"kind": "members", "on": today, "half_days": Decimal(1), "what": "Werk"}
        actions.log_time(project=project, facts=facts, member=None, by=amina, at=now)
        promise(project, "5", by=koen, at=now)
        use(project, "5", by=koen, at=now)
        contact = {"who": "Raad", "times": 1, "half_days": Decimal(1)}
        actions.plan_contact(project=project, facts=contact, by=koen, at=now)

    client, address = signed_in(amina), to("means", organisation)
    more()
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
        few = len(captured)
    for _ in range(9):
        more()
    client.get(address)
    with django_assert_num_queries(few):
        client.get(address)
