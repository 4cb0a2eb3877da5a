from datetime import date, timedelta

import pytest
from django.db.models import Value
from django_scopes import scope, scopes_disabled

from draagvlak.journal.models import Head
from draagvlak.journal.queries import LastSeal, last_seal
from draagvlak.lib.composed import Composed
from draagvlak.stakeholders.actions import end_role, unseat
from draagvlak.stakeholders.models import Role, Seat
from draagvlak.stakeholders.queries import organisation as asked
from draagvlak.tenancy.models import Organisation

pytestmark = pytest.mark.django_db


def as_django_says(**values):
    return sorted(map(str, asked._parts_held(**values)))


def test_it_answers_what_django_answers_for_every_person_organisation_and_day(
    set_up, koen, amina, dirk, ria, els, greet, today, now
):
    role, seat = Role.objects.get(holder=amina), Seat.objects.get(holder=ria)
    end_role(role=role, ends_on=today + timedelta(days=3), by=koen, at=now)
    unseat(seat=seat, ends_on=today, by=koen, at=now)
    with scopes_disabled():
        elsewhere = Organisation.objects.get(slug="terweide")
    found = {set_up.slug: 0, elsewhere.slug: 0}
    for organisation in (set_up, elsewhere):
        for account in (koen, amina, dirk, ria, els, greet):
            for days in (-9000, -1, 0, 1, 3, 4):
                values = {"organisation": organisation.pk, "account": account.pk, "on": today + timedelta(days=days)}
                with scope(organisation=organisation):
                    rows = asked.PARTS_HELD(**values)
                    assert sorted(map(str, rows)) == as_django_says(**values), values
                found[organisation.slug] += len(rows)
    assert all(found.values()), found


def test_the_last_seal_is_of_this_organisation(set_up, greet):
    told = set()
    for organisation in Organisation.objects.all():
        with scope(organisation=organisation):
            head = Head.objects.get(organisation=organisation)
            assert last_seal(organisation) == LastSeal(head.count, head.seal)
            told.add(head.seal)
    assert len(told) == 2


def test_a_word_and_a_day_stand_where_they_belong(set_up, koen):
    held = Composed(
        lambda *, kind, on, name: Role.objects.filter(kind=kind, starts_on__lte=on).values_list("kind", Value(name))
    )
    with scopes_disabled():
        assert set(held(kind="management", on=date(2999, 1, 1), name="on")) == {("management", "on")}
        assert set(held(name="m", kind="management", on=date(1999, 1, 1))) == set()


def test_a_value_that_stands_nowhere_is_a_fault():
    with scopes_disabled(), pytest.raises(ValueError, match=r"nowhere.*'day'"):
        Composed(lambda *, kind, day: Role.objects.filter(kind=kind).values_list("pk"))(kind="management", day=3)


def test_it_is_composed_once(set_up, koen, django_assert_num_queries):
    composed = []

    def build(*, kind):
        composed.append(kind)
        return Role.objects.filter(kind=kind).values_list("holder")

    held = Composed(build)
    with scopes_disabled(), django_assert_num_queries(2):
        assert held(kind="management") == [(koen.pk,)]
        assert held(kind="nobody") == []
    assert len(composed) == 1
