"""A next version of the plan: never begun unseen, because it stops what lies before the bodies."""

import re

import pytest
from django.urls import reverse

from draagvlak.decisions.states import DossierState
from draagvlak.notices.models import Message
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.models import Section
from draagvlak.policyplan.states import SectionKey, VersionState

STOPS = "Het dossier dat nu loopt, stopt dan"


@pytest.fixture
def writer(signed_in, amina, set_up):
    """Someone who opens a page of the plan now, and sends it when he likes."""
    client = signed_in(amina)

    def address(name, **words):
        return reverse(f"policyplan:{name}", kwargs={"organisation": set_up.slug, **words})

    def opened(name, **words):
        text = client.get(address(name, **words)).content.decode()
        hidden = dict(re.findall(r'<input type="hidden" name="(once|saw|version)" value="([^"]*)"', text))
        return text, lambda **more: client.post(address(name, **words), {**hidden, **more})

    return opened


def test_a_form_from_before_the_plan_was_put_to_the_bodies_stops_no_dossier(plan, amina, now, writer):
    _text, save = writer("write_section", key="why")
    dossier = actions.submit_version(plan=plan, by=amina, at=now)
    page = save(body="<p>Anders.</p>")
    dossier.refresh_from_db()
    assert (page.status_code, dossier.state, queries.versions_of(plan).count()) == (409, DossierState.OPEN, 1)
    text = page.content.decode()
    assert STOPS in text
    assert "Anders." in text
    assert 'type="checkbox" name="saw" value="1"' in text


def test_who_was_told_that_it_stops_the_dossier_may_save(plan, amina, now, writer):
    dossier = actions.submit_version(plan=plan, by=amina, at=now)
    text, save = writer("write_section", key="why")
    assert STOPS in text
    unsaid = save(body="<p>Anders.</p>")
    assert (unsaid.status_code, "Vink aan dat het mag stoppen" in unsaid.content.decode()) == (409, True)
    assert save(body="<p>Anders.</p>", saw="1").status_code == 302
    dossier.refresh_from_db()
    section = Section.objects.get(version=queries.version_at_work(plan), key=SectionKey.WHY)
    assert (dossier.state, section.body) == (DossierState.WITHDRAWN, "<p>Anders.</p>")
    # The same form again does nothing twice, and is no refusal.
    assert save(body="<p>Anders.</p>", saw="1").status_code == 302
    assert any("Amina wijzigde de tekst" in mail.body for mail in Message.objects.filter(kind="receipt"))


def test_nor_does_a_goal_that_is_removed_from_an_old_page(plan, amina, now, writer):
    _text, remove = writer("remove_goal", number=1)
    dossier = actions.submit_version(plan=plan, by=amina, at=now)
    assert remove().status_code == 409
    dossier.refresh_from_db()
    assert dossier.state == DossierState.OPEN


def test_beginning_a_new_version_tells_that_the_dossier_stops(plan, amina, now, writer):
    dossier = actions.submit_version(plan=plan, by=amina, at=now)
    text, begin = writer("new_version")
    assert STOPS in text
    assert "Die blijft gelden" not in text
    assert begin(why="De nacht staat er niet in.", effect="De nacht doet mee.").status_code == 302
    dossier.refresh_from_db()
    assert (dossier.state, queries.version_at_work(plan).state) == (DossierState.WITHDRAWN, VersionState.DRAFT)
