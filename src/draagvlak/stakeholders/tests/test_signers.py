from datetime import timedelta

from draagvlak.lib import clock
from draagvlak.stakeholders import queries
from draagvlak.stakeholders.actions import seat, seat_group
from draagvlak.stakeholders.models import Seat


def kind(name):
    return queries.body_of_kind(name, on=clock.today())


def pairs(body, *, on=None):
    return [tuple(one) for one in queries.signers(body, on=on or clock.today())]


def test_the_chair_and_the_secretary_sign_for_a_body(bodies, dirk, koen, now):
    council = bodies["works_council"]
    assert pairs(council) == [("voorzitter", ""), ("secretaris", "")]
    seat(body=council, holder=koen, function="chair", starts_on=clock.day_of(now), by=koen, at=now)
    assert pairs(council) == [("voorzitter", "Koen"), ("secretaris", "")]
    Seat.objects.filter(holder=koen).update(starts_on=clock.today() - timedelta(days=9), ends_on=clock.today())
    assert pairs(council, on=clock.today() + timedelta(days=1)) == [("voorzitter", ""), ("secretaris", "")]


def test_the_directors_sign_for_management_and_the_coordinator_for_the_group(set_up, amina, koen, employ, now):
    group = seat_group(name="Werkgroep", members=[employ("Rosa")], by=koen, at=now)
    assert pairs(kind("management")) == [("directie", "Koen")]
    assert pairs(group) == [("VTO-coördinator", "Amina")]


def test_two_sign_for_the_workers_themselves_by_hand(set_up):
    assert pairs(kind("workers")) == [("namens de medewerkers", "")] * 2


def test_who_sat_where_is_asked_once_for_all_bodies(bodies, dirk, els, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = queries.seats_per_body(bodies.values(), on=clock.today())
        names = {key: [one.person for one in seats] for key, seats in found.items()}
    assert names == {bodies["works_council"].pk: ["Dirk"], bodies["board"].pk: ["Els"]}
