import re

import pytest
from django.urls import reverse
from django_scopes import ScopeError, scope, scopes_disabled

from draagvlak.staff.models import Employment, StaffMember, Team
from draagvlak.tenancy.models import ForeignRow, Organisation


@pytest.fixture
def elsewhere(greet):
    return Organisation.objects.get(slug="terweide")


@pytest.fixture
def their_team(elsewhere):
    with scope(organisation=elsewhere):
        return Team.objects.create(name="Elders")


def test_reading_without_an_open_scope_raises(db):
    with pytest.raises(ScopeError):
        Team.objects.count()


def test_inside_a_scope_only_its_own_rows_are_read(organisation, their_team):
    Team.objects.create(name="Hier")
    assert [team.name for team in Team.objects.all()] == ["Hier"]


def test_a_new_row_belongs_to_the_open_scope(organisation):
    assert Team.objects.create(name="Hier").organisation == organisation


def test_creating_a_row_for_another_organisation_is_refused(organisation, elsewhere):
    with pytest.raises(ForeignRow):
        Team.objects.create(name="Stiekem", organisation=elsewhere)


def test_creating_many_rows_for_another_organisation_is_refused(organisation, elsewhere):
    with pytest.raises(ForeignRow):
        Team.objects.bulk_create([Team(name="Stiekem", organisation=elsewhere)])


def test_saving_a_row_of_another_organisation_is_refused(organisation, their_team):
    their_team.name = "Gewijzigd"
    with pytest.raises(ForeignRow):
        their_team.save()
    with pytest.raises(ForeignRow):
        Team.objects.bulk_update([their_team], ["name"])


def test_quoting_a_row_of_another_organisation_is_refused(organisation, elsewhere, today):
    with scope(organisation=elsewhere):
        stranger = StaffMember.objects.create(last_name="Vreemd")
    with pytest.raises(ForeignRow):
        Employment.objects.create(member=stranger, starts_on=today)


def test_the_same_writing_passes_where_the_fence_is_taken_away(organisation, their_team):
    """The twin: without the fence the foreign row would be written."""
    with scopes_disabled():
        their_team.name = "Gewijzigd"
        their_team.save()
        assert Team.objects.get(pk=their_team.pk).name == "Gewijzigd"


def without_tokens(answer):
    return re.sub(rb'csrfmiddlewaretoken" value="\w+"|lindehof|bestaat-niet', b"", answer.content)


def test_another_organisation_answers_as_if_it_did_not_exist(organisation, greet, signed_in):
    client = signed_in(greet)
    for name in ("desk:tasks", "staff:people", "policyplan:plan", "stakeholders:set_up"):
        there = client.get(reverse(name, kwargs={"organisation": "lindehof"}))
        nowhere = client.get(reverse(name, kwargs={"organisation": "bestaat-niet"}))
        assert (there.status_code, nowhere.status_code) == (404, 404)
        assert without_tokens(there) == without_tokens(nowhere)


def test_who_lost_access_sees_nothing_any_more(organisation, amina, koen, now, signed_in):
    from draagvlak.stakeholders.actions import end_access

    client, address = signed_in(amina), reverse("desk:tasks", kwargs={"organisation": "lindehof"})
    assert client.get(address).status_code == 200
    end_access(account=amina, by=koen, at=now)
    assert client.get(address).status_code == 404


def test_one_person_may_belong_to_two_organisations(organisation, elsewhere, greet, now, signed_in):
    from draagvlak.tenancy.actions import admit

    admit(account=greet, organisation=organisation, at=now)
    page = signed_in(greet).get("/").content.decode()
    assert "De Lindehof" in page
    assert "Ter Weide" in page
