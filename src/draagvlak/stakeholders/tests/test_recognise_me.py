"""Who could sign in before the staff list came says who he is on it."""

import pytest
from django.urls import reverse

from draagvlak.desk.queries import tasks_for
from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.staff.actions import undo_import
from draagvlak.staff.models import StaffMember
from draagvlak.staff.tests.factories import AN, HEADER, read
from draagvlak.stakeholders import actions
from draagvlak.stakeholders.rules import NotYours

PAGE = reverse("stakeholders:recognise_me", kwargs={"organisation": "lindehof"})


def tasks(account, organisation):
    return [
        task.title for task in tasks_for(account, organisation, today=clock.today()) if "dat-ben-ik" in task.address
    ]


def test_who_directed_before_the_list_came_says_which_person_he_is(koen, set_up, employ, signed_in):
    employ("Koen", email="KOEN@example.org")
    assert tasks(koen, set_up) == ["Zeg of jij dit bent: Koen Test"]
    client = signed_in(koen)
    assert "Ja, dat ben ik" in client.get(PAGE).content.decode()
    said = client.post(PAGE, {"once": "a"}, follow=True).content.decode()
    assert "Je staat nu op de personeelslijst als Koen Test." in said
    assert StaffMember.objects.get(account=koen).first_name == "Koen"
    assert tasks(koen, set_up) == []
    assert Record.objects.filter(act="stakeholders.recognise_me", by=koen).count() == 1


def test_a_second_click_changes_nothing(koen, set_up, employ, now):
    employ("Koen", email="koen@example.org")
    first = actions.recognise_me(by=koen, at=now)
    assert actions.recognise_me(by=koen, at=now) == first
    assert Record.objects.filter(act="stakeholders.recognise_me").count() == 1


@pytest.mark.parametrize("addresses", [[], ["koen@example.org", "koen@example.org"], ["iemand@example.org"]])
def test_where_nobody_or_more_than_one_has_the_address_nothing_is_asked(
    koen, set_up, employ, addresses, signed_in, now
):
    for place, address in enumerate(addresses):
        employ(f"Naam{place}", email=address)
    assert tasks(koen, set_up) == []
    assert "Ja, dat ben ik" not in signed_in(koen).get(PAGE).content.decode()
    with pytest.raises(NotYours):
        actions.recognise_me(by=koen, at=now)
    assert not StaffMember.objects.exclude(account=None).exists()


def test_the_person_of_somebody_else_cannot_be_taken(koen, amina, set_up, employ, now):
    employ("Koen", email="koen@example.org", account=amina)
    with pytest.raises(NotYours):
        actions.recognise_me(by=koen, at=now)


def test_who_said_who_he_is_does_not_keep_a_list_from_being_undone(koen, set_up):
    done = read(f"{AN};koen@example.org", header=f"{HEADER};E-mail")
    actions.recognise_me(by=koen, at=clock.now())
    undo_import(staff_import=done, by=koen, at=clock.now())
    assert not StaffMember.objects.exists()
