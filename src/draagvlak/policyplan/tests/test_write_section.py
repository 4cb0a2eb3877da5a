import pytest
from django.db import IntegrityError, InternalError, transaction
from django.urls import reverse

from draagvlak.decisions.actions import record_voice, withdraw_dossier
from draagvlak.decisions.models import Part
from draagvlak.decisions.states import DossierState
from draagvlak.lib.refusals import Changed
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.models import Section
from draagvlak.policyplan.states import SectionKey, VersionState
from tests.standing import inform

WHY = SectionKey.WHY


def write(plan, body, revision, by, now):
    return actions.write_section(plan=plan, key=WHY, body=body, revision=revision, by=by, at=now)


def test_what_is_written_is_cleaned(plan, amina, now):
    dirty = '<p onclick="x()">Dag <b>jij</b><script>alert(1)</script><img src="http://x/y.png"><a href="javascript:x()">hier</a></p>'
    assert (
        write(plan, dirty, 2, amina, now).body == '<p>Dag <strong>jij</strong><a rel="noopener noreferrer">hier</a></p>'
    )


def test_plain_text_becomes_paragraphs_and_lists(plan, amina, now):
    assert (
        write(plan, "Eén & twee\n\n- a\n- b", 2, amina, now).body
        == "<p>Eén &amp; twee</p><ul><li><p>a</p></li><li><p>b</p></li></ul>"
    )


def test_the_second_writer_gets_both_texts_and_nothing_is_overwritten(plan, amina, koen, now, signed_in, set_up):
    write(plan, "<p>Van Koen.</p>", 2, koen, now)
    with pytest.raises(Changed) as changed:
        write(plan, "<p>Van Amina.</p>", 2, amina, now)
    assert (changed.value.theirs, changed.value.by) == ({"body": "<p>Van Koen.</p>"}, "Koen")
    address = reverse("policyplan:write_section", kwargs={"organisation": set_up.slug, "key": "why"})
    page = signed_in(amina).post(address, {"body": "<p>Van Amina.</p>", "version": 2})
    text = page.content.decode()
    assert page.status_code == 409
    assert "Van Koen." in text
    assert "Van Amina." in text
    assert 'name="version" value="3"' in text
    again = signed_in(amina).post(address, {"body": "<p>Samen.</p>", "version": 3})
    assert (again.status_code, Section.objects.get(key=WHY).body) == (302, "<p>Samen.</p>")


def test_saving_the_same_text_is_no_change(plan, amina, now):
    assert write(plan, "<p>Tekst van why.</p>", 2, amina, now).revision == 2


def test_an_edit_after_submitting_makes_a_new_version_and_voids_the_dossier(plan, amina, now):
    dossier = actions.submit_version(plan=plan, by=amina, at=now)
    section = write(plan, "<p>Anders.</p>", 2, amina, now)
    dossier.refresh_from_db()
    first, second = queries.versions_of(plan)
    assert (first.state, second.state, second.number) == (VersionState.SET_ASIDE, VersionState.DRAFT, 2)
    assert (dossier.state, section.version) == (DossierState.WITHDRAWN, second)
    assert Section.objects.get(version=first, key=WHY).body == "<p>Tekst van why.</p>"
    assert second.goals.get().title == first.goals.get().title


def test_the_database_itself_refuses_to_change_a_submitted_text(plan, amina, now):
    actions.submit_version(plan=plan, by=amina, at=now)
    for change in (lambda rows: rows.update(body="x"), lambda rows: rows.delete()):
        with pytest.raises((IntegrityError, InternalError), match="may not be changed"), transaction.atomic():
            change(Section.objects.filter(key=WHY))


def test_the_difference_between_two_versions_names_only_what_changed(plan, amina, now):
    actions.submit_version(plan=plan, by=amina, at=now)
    write(plan, "<p>Tekst van waarom.</p>", 2, amina, now)
    changed = [part for part in queries.differences(*queries.versions_of(plan)) if part.is_changed]
    assert [part.title for part in changed] == ["Waarom dit plan"]
    assert "<del>why.</del>" in changed[0].html
    assert "<ins>waarom.</ins>" in changed[0].html


def test_a_version_is_set_aside_when_its_dossier_is_stopped(plan, amina, now):
    dossier = actions.submit_version(plan=plan, by=amina, at=now)
    withdraw_dossier(dossier=dossier, reason="Anders.", by=amina, at=now)
    assert [version.state for version in queries.versions_of(plan)] == [VersionState.SET_ASIDE]


def test_saving_what_stands_there_stops_no_dossier(plan, amina, now):
    dossier = actions.submit_version(plan=plan, by=amina, at=now)
    write(plan, "<p>Tekst van why.</p>", 2, amina, now)
    dossier.refresh_from_db()
    assert (dossier.state, queries.versions_of(plan).count()) == (DossierState.OPEN, 1)


def test_a_form_on_a_version_that_was_set_aside_overwrites_nobody(plan, amina, koen, els, dirk, now):
    """Version 1 is in force; Amina read version 2, which was refused; Koen writes version 3, which begins at version 1 again."""
    _decide(actions.submit_version(plan=plan, by=amina, at=now), dirk, els, now, "approved")
    seen = write(plan, "<p>Van versie 2.</p>", 2, amina, now).revision
    _decide(actions.submit_version(plan=plan, by=amina, at=now), dirk, els, now, "not_approved")
    write(plan, "<p>Van Koen.</p>", 2, koen, now)
    with pytest.raises(Changed):
        write(plan, "<p>Van Amina.</p>", seen, amina, now)


def _decide(dossier, dirk, els, now, verdict):
    said = {"votes": {"for": 0, "against": 0, "abstained": 0}, "points": [], "note": "Daarom."}
    said["document_sha256"] = dossier.document.sha256
    inform(dossier, dirk, now)
    for kind, words, by in (("works_council", "favourable", dirk), ("board", verdict, els)):
        part = Part.objects.select_related("dossier__document", "body").get(dossier=dossier, body__kind=kind)
        record_voice(part=part, said={**said, "verdict": words}, by=by, at=now)


def test_a_form_on_a_goal_that_was_removed_does_not_overwrite_the_new_goal_with_its_number(
    plan, amina, goal_facts, now
):
    seen = actions.set_goal(plan=plan, facts=goal_facts(), items=[], by=amina, at=now)
    actions.remove_goal(plan=plan, number=seen.number, by=amina, at=now)
    again = actions.set_goal(plan=plan, facts=goal_facts(title="Iets anders"), items=[], by=amina, at=now)
    assert again.number == seen.number
    with pytest.raises(Changed):
        actions.change_goal(
            plan=plan, number=seen.number, facts=goal_facts(), items=[], revision=seen.revision, by=amina, at=now
        )
