from datetime import UTC, date, datetime, timedelta

import pytest
from django.db.models import Prefetch, Value
from django_scopes import ScopeError, scope, scopes_disabled

from draagvlak.journal.models import Head
from draagvlak.journal.queries import LastSeal, last_seal
from draagvlak.lib.composed import Composed, ComposedHere
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
    unseat(seat=seat, ends_on=today, by=koen, at=now, reason="Verkiezing.")
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


def test_models_are_those_of_the_organisation_that_asks_with_what_is_selected_beside_them(
    set_up, greet, koen, amina, django_assert_num_queries
):
    held = ComposedHere(lambda *, kind: Role.objects.filter(kind=kind).select_related("holder"))
    with scopes_disabled():
        elsewhere = Organisation.objects.get(slug="terweide")
    for organisation, holder in ((set_up, koen), (elsewhere, greet), (set_up, koen)):
        with scope(organisation=organisation):
            with django_assert_num_queries(1):
                (role,) = held(kind="management")
                assert role.holder.name == holder.name
            assert role == Role.objects.get(kind="management")
            assert role.starts_on == Role.objects.get(kind="management").starts_on
            assert held(kind="nobody") == []


def test_each_time_there_are_new_models(set_up):
    held = ComposedHere(lambda: Role.objects.order_by("pk"))
    first, second = held(), held()
    assert first == second
    assert first[0] is not second[0]


def test_without_an_open_scope_it_raises_as_any_query():
    with pytest.raises(ScopeError):
        ComposedHere(lambda: Role.objects.filter(kind="management"))()


def test_with_scopes_off_it_asks_all(set_up, greet):
    held = ComposedHere(lambda: Role.objects.filter(kind="management"))
    assert len(held()) == 1
    with scopes_disabled():
        assert len(held()) == 2


def test_a_moment_stands_where_it_belongs(set_up, now):
    held = ComposedHere(lambda *, at: Organisation.objects.filter(pk=set_up.pk, founded_at__lte=at))
    asked = Composed(lambda *, at: Organisation.objects.filter(founded_at__lte=at).values_list("slug"))
    with scopes_disabled():
        assert asked(at=now + timedelta(hours=1)) == [(set_up.slug,)]
        assert asked(at=datetime(1999, 1, 1, tzinfo=UTC)) == []
        assert held(at=now + timedelta(hours=1)) == [set_up]


def test_values_come_as_django_gives_them(set_up, koen):
    held = ComposedHere(lambda *, kind: Role.objects.filter(kind=kind).values_list("starts_on", "holder"))
    assert held(kind="management") == list(Role.objects.filter(kind="management").values_list("starts_on", "holder"))
    assert isinstance(held(kind="management")[0][0], date)


def test_what_is_fetched_beside_is_of_the_organisation_that_asks(set_up, dirk, els):
    held = ComposedHere(lambda: Seat.objects.prefetch_related("body").order_by("pk"))
    assert [seat.body for seat in held()] == [seat.body for seat in Seat.objects.order_by("pk")]
    with pytest.raises(TypeError, match="stands for all"):
        ComposedHere(lambda: Seat.objects.prefetch_related(Prefetch("body", Seat.objects.all())))()


def test_keys_in_a_list_of_any_length_find_what_django_finds(set_up, koen, amina, dirk, ria, els, greet, today, now):
    seats = list(Seat.objects.values_list("pk", flat=True))
    among = ComposedHere(
        lambda *, on, holders, seats: Seat.objects.filter(holder__in=holders, starts_on__lte=on, pk__in=seats)
    )
    holders = (dirk.pk, ria.pk, els.pk, koen.pk, greet.pk)
    for count in range(len(holders) + 1):
        for long in (1, 3, 200, 5000):
            values = {"holders": holders[:count], "seats": tuple((seats * long)[: max(long, 3)]), "on": today}
            assert set(among(**values)) == set(among.build(**values)), (count, long)
    assert len(among(holders=holders, seats=tuple(seats), on=today)) == 3
    assert among(holders=(), seats=tuple(seats), on=today) == among(holders=holders, seats=(), on=today) == []
    with scopes_disabled(), scope(organisation=Organisation.objects.get(slug="terweide")):
        assert among(holders=holders, seats=tuple(seats), on=today) == []
