import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from draagvlak.lib.refusals import Changed
from draagvlak.stakeholders import actions
from draagvlak.stakeholders.models import Partner
from draagvlak.stakeholders.rules import AlreadyHeld, NotAKboNumber, kbo_digits

FORM = {"name": "De Brug", "kind": "freelance", "kbo": "BE 0123.456.749", "roles": ["advice", "guidance"]}


@pytest.mark.parametrize("typed", ["0123.456.749", "BE0123456749", "be 0123 456 749", "123.456.749", "0123-456-749"])
def test_a_number_of_the_crossroads_bank_is_read_however_it_was_typed(typed):
    assert kbo_digits(typed, sentence="fout") == "0123456749"


@pytest.mark.parametrize("typed", ["", "  ", "."])
def test_no_number_is_no_number(typed):
    assert kbo_digits(typed, sentence="fout") == ""


@pytest.mark.parametrize("typed", ["0123.456.748", "2123.456.749", "12345", "0123.456.7490", "०१२३४५६७४९", "abc"])
def test_a_number_that_cannot_be_is_refused(typed):
    with pytest.raises(NotAKboNumber):
        kbo_digits(typed, sentence="fout")


def test_a_partner_stands_in_the_register_with_what_it_does(amina, signed_in, organisation):
    address = reverse("stakeholders:add_partner", kwargs={"organisation": organisation.slug})
    sent = signed_in(amina).post(address, {**FORM, "clause_on": "2026-03-01"})
    partner = Partner.objects.get()
    page = signed_in(amina).get(sent.url).content.decode()
    assert (sent.status_code, partner.kbo, partner.roles) == (302, "0123456749", ["advice", "guidance"])
    for words in ("0123.456.749", "advies geven", "afspraak van 1 maart 2026"):
        assert words in page


def test_a_wrong_number_is_said_above_the_form_and_nothing_is_lost(amina, signed_in, organisation):
    address = reverse("stakeholders:add_partner", kwargs={"organisation": organisation.slug})
    page = signed_in(amina).post(address, {**FORM, "kbo": "0123.456.748"})
    assert (page.status_code, Partner.objects.count()) == (409, 0)
    assert "geen ondernemingsnummer" in page.content.decode()
    assert "De Brug" in page.content.decode()


def test_the_same_number_stands_once(amina, now):
    facts = {"name": "De Brug", "kind": "freelance", "kbo": "0123456749"}
    partner = actions.add_partner(facts=facts, by=amina, at=now)
    with pytest.raises(AlreadyHeld, match="De Brug"):
        actions.add_partner(facts={**facts, "name": "Nog eens"}, by=amina, at=now)
    changed = actions.change_partner(
        partner=partner, facts={**facts, "name": "De Brug vzw"}, version=1, by=amina, at=now
    )
    assert changed.name == "De Brug vzw"


def test_two_partners_without_a_number_stand_side_by_side(amina, now):
    for name in ("Een", "Twee"):
        actions.add_partner(facts={"name": name, "kind": "other", "kbo": ""}, by=amina, at=now)
    assert Partner.objects.count() == 2


def test_the_second_of_two_windows_gets_what_the_first_wrote(amina, now):
    facts = {"name": "De Brug", "kind": "freelance", "kbo": ""}
    partner = actions.add_partner(facts=facts, by=amina, at=now)
    actions.change_partner(partner=partner, facts={**facts, "name": "Eerst"}, version=1, by=amina, at=now)
    with pytest.raises(Changed) as changed:
        actions.change_partner(partner=partner, facts={**facts, "name": "Tweede"}, version=1, by=amina, at=now)
    assert (changed.value.theirs["name"], changed.value.version) == ("Eerst", 2)


def test_the_register_asks_the_same_statements_for_one_as_for_many(
    amina, signed_in, organisation, now, django_assert_num_queries
):
    client, address = signed_in(amina), reverse("stakeholders:partners", kwargs={"organisation": organisation.slug})
    actions.add_partner(facts={"name": "Een", "kind": "other"}, by=amina, at=now)
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
        few = len(captured)
    for number in range(9):
        actions.add_partner(facts={"name": f"Nog {number}", "kind": "other"}, by=amina, at=now)
    client.get(address)
    with django_assert_num_queries(few):
        client.get(address)
