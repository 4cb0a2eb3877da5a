import json

import pytest
from django.conf import settings
from django.urls import reverse

from draagvlak.decisions import queries as decisions
from draagvlak.documents.models import FrozenText
from draagvlak.lib.verify import text_seal
from draagvlak.notices.models import Message
from draagvlak.planproject.models import Project
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.models import Goal
from draagvlak.policyplan.rules import NotComplete, NotWritable
from draagvlak.policyplan.states import CoreQuestion, SectionKey, VersionState


def test_a_complete_plan_is_frozen_and_put_to_the_bodies(plan, amina, els, dirk, now):
    dossier = actions.submit_version(plan=plan, by=amina, at=now, root="https://vto.example")
    version = queries.version_at_work(plan)
    assert (version.state, version.dossier) == (VersionState.SUBMITTED, dossier)
    assert dossier.document.sha256 == text_seal(dossier.document.text)
    assert json.loads(dossier.document.text)["goals"][0]["organisation_goal"] == "Medewerkers blijven graag"
    first = decisions.entries_of(dossier)[0]
    papers = {m.to: m.body for m in Message.objects.all() if "Ter bespreking" in m.subject}
    assert set(papers) == {"els@example.org", "dirk@example.org"}
    assert all(f"1:{first.seal}" in body for body in papers.values())


def test_what_was_voted_stays_readable_word_for_word_after_its_sources_change(plan, amina, koen, now):
    dossier = actions.submit_version(plan=plan, by=amina, at=now)
    version = queries.version_at_work(plan)
    goal = version.goals.get().organisation_goal
    actions.change_organisation_goal(goal=goal, facts={"title": "Anders"}, version=1, by=koen, at=now)
    assert queries.canonical_text(queries.snapshot(version)) == dossier.document.text


@pytest.mark.parametrize("missing", ["group", "answer", "vision", "section", "goals"])
def test_a_plan_that_misses_something_is_refused_and_names_it(plan, project, amina, koen, now, missing):
    if missing == "group":
        Project.objects.update(no_group_reason="")
        plan.project.refresh_from_db()
    elif missing in {"answer", "vision"}:
        actions.reopen_vision(project=project, by=koen, at=now)
        facts = {"text": "<p>Nog niet.</p>", "facts": {}, "is_settled": missing == "vision"}
        actions.settle_answer(project=project, question=CoreQuestion.ROLE, facts=facts, version=1, by=koen, at=now)
    elif missing == "section":
        actions.write_section(plan=plan, key=SectionKey.MEANS, body="", revision=2, by=amina, at=now)
    else:
        Goal.objects.all().delete()
    kept = FrozenText.objects.count()  # the vision was adopted
    with pytest.raises(NotComplete) as refused:
        actions.submit_version(plan=plan, by=amina, at=now)
    assert missing in [gap.what for gap in refused.value.gaps]
    assert FrozenText.objects.count() == kept


def test_submitting_twice_is_refused(plan, amina, now):
    actions.submit_version(plan=plan, by=amina, at=now)
    with pytest.raises(NotWritable):
        actions.submit_version(plan=plan, by=amina, at=now)


def test_the_page_names_what_is_missing_instead_of_a_dead_button(vision, project, amina, now, signed_in, set_up):
    actions.start_plan(project=project, title="Plan", by=amina, at=now)
    page = signed_in(amina).get(reverse("policyplan:plan", kwargs={"organisation": set_up.slug})).content.decode()
    assert 'aria-disabled="true"' in page
    assert "Dit deel is nog leeg: Waarom dit plan" in page


def test_the_receipt_of_a_dossier_that_a_new_version_stops_leads_to_it(plan, amina, now):
    dossier = actions.submit_version(plan=plan, by=amina, at=now, root=settings.ADDRESS)
    actions.write_section(plan=plan, key=SectionKey.WHY, body="<p>Anders.</p>", revision=2, by=amina, at=now)
    dossier.refresh_from_db()
    receipts = [mail.body for mail in Message.objects.all() if "stopgezet" in mail.body]
    address = f"({settings.ADDRESS}/o/{dossier.organisation.slug}/overleg/{dossier.number}/)"
    assert (dossier.state, bool(receipts)) == ("withdrawn", True)
    assert all(address in body for body in receipts)


def test_who_opens_the_page_again_reads_that_it_lies_before_the_bodies_and_finds_no_button(
    plan, amina, els, dirk, now, set_up, signed_in
):
    client, address = signed_in(amina), reverse("policyplan:submit_version", kwargs={"organisation": set_up.slug})
    assert "Leg voor en verstuur de stukken" in client.get(address).content.decode()
    actions.submit_version(plan=plan, by=amina, at=now)
    page = client.get(address).content.decode()
    assert ("Leg voor en verstuur de stukken" in page, "Deze versie ligt al voor" in page) == (False, True)
    refused = client.post(address, {"once": "a"})
    assert (refused.status_code, "Deze versie ligt al voor" in refused.content.decode()) == (409, True)
