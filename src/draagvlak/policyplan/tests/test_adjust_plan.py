"""Rows B2.2 and B2.8: who decides reads why there is a new version, what it changes, and on which day each came into force."""

from datetime import timedelta

import pytest
from django.urls import reverse

from draagvlak.decisions import actions as decisions
from draagvlak.decisions.models import Part
from draagvlak.lib import clock
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.states import SectionKey, VersionState
from draagvlak.policyplan.tests.test_write_section import _decide
from draagvlak.ui.templatetags.house import day

WHY = "De nachtploeg kwam er niet in voor."
EFFECT = "Wie ’s nachts werkt, krijgt een eigen moment."


@pytest.fixture
def adjusted(plan, amina, dirk, els, now):
    """Version 1 was made three days ago and adopted today; version 2 lies before the bodies."""
    queries.versions_of(plan).update(made_at=now - timedelta(days=3))
    _decide(actions.submit_version(plan=plan, by=amina, at=now), dirk, els, now, "approved")
    actions.new_version(plan=plan, by=amina, at=now, why=WHY, effect=EFFECT)
    actions.write_section(plan=plan, key=SectionKey.WHY, body="<p>Ook de nacht.</p>", revision=2, by=amina, at=now)
    return actions.submit_version(plan=plan, by=amina, at=now)


def read(client, organisation, name, **words):
    return client.get(
        reverse(f"policyplan:{name}", kwargs={"organisation": organisation.slug, **words})
    ).content.decode()


def test_the_list_of_versions_says_when_each_was_adopted_and_why_it_came(adjusted, plan, set_up, els, now, signed_in):
    page = read(signed_in(els), set_up, "plan")
    versions = page.split('class="versions')[1].split("</nav>")[0]
    assert WHY in versions
    assert str(day(clock.day_of(now))) in versions
    assert str(day(clock.day_of(now - timedelta(days=3)))) not in versions


def test_who_decides_finds_the_reason_and_the_difference_at_the_text(adjusted, set_up, els, signed_in):
    page = read(signed_in(els), set_up, "document", number=adjusted.number)
    assert WHY in page
    assert EFFECT in page
    there = reverse("policyplan:compare_versions", kwargs={"organisation": set_up.slug, "older": 1, "newer": 2})
    assert there in page
    assert "Ook de nacht." in signed_in(els).get(there).content.decode()


def test_the_first_version_has_nothing_beside_it(plan, set_up, amina, els, now, signed_in):
    dossier = actions.submit_version(plan=plan, by=amina, at=now)
    assert "Vergelijk met versie" not in read(signed_in(els), set_up, "document", number=dossier.number)


def test_a_version_that_was_replaced_has_no_day_of_its_own(adjusted, plan, dirk, els, now):
    _decide(adjusted, dirk, els, now, "approved")
    first, second = queries.versions_of(plan)
    assert (first.state, first.since) == (VersionState.SUPERSEDED, None)
    assert (second.state, second.since) == (VersionState.ADOPTED, second.adopted_at)


@pytest.mark.parametrize("left_out", ["why", "effect"])
def test_an_adjustment_says_why_and_what_changes(adjusted, plan, set_up, amina, dirk, els, now, signed_in, left_out):
    _decide(adjusted, dirk, els, now, "approved")
    address = reverse("policyplan:new_version", kwargs={"organisation": set_up.slug})
    sent = {"why": "Er kwam een dienst bij.", "effect": "De thuiszorg doet mee.", "saw": "2"}
    assert signed_in(amina).post(address, {**sent, left_out: " "}).status_code == 422
    assert signed_in(amina).post(address, sent).status_code == 302
    latest = queries.versions_of(plan).last()
    assert (latest.why, latest.effect) == (sent["why"], sent["effect"])


def test_a_dossier_names_those_that_stopped_since_the_last_adoption_and_what_was_said_in_them(
    adjusted, plan, set_up, amina, dirk, els, now, signed_in
):
    council = Part.objects.select_related("dossier__document", "body").get(dossier=adjusted, body__kind="works_council")
    said = {"verdict": "favourable", "votes": {"for": 3, "against": 1, "abstained": 1}, "points": (), "note": ""}
    said["document_sha256"] = adjusted.document.sha256
    decisions.record_voice(part=council, said=said, by=dirk, at=now)
    actions.write_section(plan=plan, key=SectionKey.WHY, body="<p>Ook het weekend.</p>", revision=3, by=amina, at=now)
    again = actions.submit_version(plan=plan, by=amina, at=now)
    page = signed_in(els).get(
        reverse("decisions:dossier", kwargs={"organisation": set_up.slug, "number": again.number})
    )
    text = page.content.decode().split("Eerder voorgelegd")[1].split("</section>")[0]
    assert f"Dossier {adjusted.number}" in text
    assert "Amina wijzigde de tekst na het voorleggen" in text
    assert "gunstig" in text
    assert "voor 3, tegen 1, onthouding 1" in text
    assert "Dossier 1<" not in text, "what came before the last adoption is done with"
    document = read(signed_in(els), set_up, "document", number=again.number)
    assert all(f"Vergelijk met versie {number}" in document for number in (1, 2))
    versions = read(signed_in(els), set_up, "plan").split('class="versions')[1].split("</nav>")[0]
    assert ("stopgezet" in versions, "niet aangenomen" in versions) == (True, False)
