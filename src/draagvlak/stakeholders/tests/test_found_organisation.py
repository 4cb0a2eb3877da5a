"""An organisation is founded from the command line, in the language of its first manager."""

import pytest
from django.core.management import call_command
from django_scopes import scope

from draagvlak.accounts.models import Account
from draagvlak.notices.models import Message
from draagvlak.stakeholders.models import Body
from draagvlak.tenancy.models import Organisation

WORDS = {"slug": "tilleul", "name": "Le Tilleul", "manager_email": "sylvie@example.org", "manager_name": "Sylvie"}


@pytest.mark.parametrize(
    ("language", "subject", "bodies"),
    [
        ("nl", "Le Tilleul staat klaar in Draagvlak", {"Directie", "De medewerkers zelf"}),
        ("fr", "Le Tilleul t’attend dans Draagvlak", {"Direction", "Les travailleurs eux-mêmes"}),
        ("en", "Le Tilleul is ready in Draagvlak", {"Management", "The workers themselves"}),
    ],
)
def test_the_first_manager_is_written_to_in_the_language_that_was_named(db, language, subject, bodies):
    call_command("found_organisation", **WORDS, language=language)
    with scope(organisation=Organisation.objects.get(slug="tilleul")):
        assert set(Body.objects.values_list("name", flat=True)) == bodies
        assert Message.objects.get().subject == subject
    assert Account.objects.get().language == language


def test_a_body_that_is_proposed_keeps_the_capitals_of_its_name(organisation, koen, signed_in):
    from django.urls import reverse

    from draagvlak.lib import clock
    from draagvlak.stakeholders import actions
    from tests.standing import FACTS

    actions.describe_organisation(facts=FACTS, by=koen, at=clock.now())
    page = signed_in(koen).get(reverse("stakeholders:set_up_bodies", kwargs={"organisation": organisation.slug}))
    assert page.context["form"]["safety_committee"].value() == "Comité voor preventie en bescherming (CPBW)"
