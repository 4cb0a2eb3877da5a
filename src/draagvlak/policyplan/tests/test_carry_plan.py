from datetime import timedelta

import pytest
from django.urls import reverse

from draagvlak.decisions import queries as decisions
from draagvlak.lib import clock
from draagvlak.planproject import actions as project_actions
from draagvlak.planproject.tests.factories import confirm
from draagvlak.policyplan import actions, exports, queries
from draagvlak.policyplan.queries.sponsor import carried_by
from draagvlak.policyplan.tests.regulation_world import speak
from draagvlak.policyplan.tests.test_documents import words_of
from draagvlak.stakeholders.models import Seat
from tests.standing import inform


@pytest.fixture
def shown(plan, signed_in, set_up):
    def read(account):
        return signed_in(account).get(reverse("policyplan:plan", args=[set_up.slug])).content.decode()

    return read


@pytest.fixture
def named(plan, els, koen, now):
    project = plan.project
    return project_actions.name_sponsor(project=project, sponsor=els, by=koen, at=now)


def address(set_up, name):
    return reverse(f"planproject:{name}", args=[set_up.slug])


def test_a_plan_without_a_sponsor_says_so_and_leads_who_may_name_one(shown, amina, bram, set_up):
    for account, may_name in ((amina, True), (bram, False)):
        page = shown(account)
        assert "Nog niemand. Zonder iemand van de raad" in page
        assert "De raad besliste nog niet over vorming." in page
        assert (address(set_up, "name_sponsor") in page) == may_name


def test_the_sponsor_stands_there_with_the_day_and_what_was_confirmed(
    shown, plan, named, amina, els, bram, set_up, now, today
):
    assert address(set_up, "confirm_project") in shown(els)
    assert "doel, geld en tijd nog niet bevestigd" in shown(amina)
    confirm(named, by=els, at=now)
    page = shown(amina)
    assert "<b>Els" in page
    assert "bevestigde doel, geld en tijd op" in page
    assert "Wat is bevestigd?" in page
    assert "Wat is bevestigd?" not in shown(bram)
    assert "bevestigde doel, geld en tijd op" in shown(bram)
    assert carried_by(named, on=today).since == today


def test_the_day_is_that_of_this_sponsor_and_naming_again_does_not_move_it(project, els, koen, now):
    later = now + timedelta(days=3)
    project_actions.name_sponsor(project=project, sponsor=koen, by=koen, at=now)
    project_actions.name_sponsor(project=project, sponsor=els, by=koen, at=later)
    project_actions.name_sponsor(project=project, sponsor=els, by=koen, at=later + timedelta(days=2))
    assert carried_by(project, on=clock.day_of(later)).since == clock.day_of(later)


def test_a_sponsor_who_left_is_named_as_such_and_another_can_be_named(shown, named, amina, els, set_up, now, today):
    confirm(named, by=els, at=now)
    Seat.objects.filter(holder=els).update(ends_on=today - timedelta(days=1), starts_on=today - timedelta(days=9))
    page = shown(amina)
    assert "werkt hier niet meer in de directie of het bestuur" in page
    assert address(set_up, "name_sponsor") in page


def test_the_last_decision_of_the_board_leads_to_its_dossier_for_who_may_open_it(
    shown, plan, amina, bram, dirk, els, set_up, now
):
    dossier = actions.submit_version(plan=plan, by=amina, at=now)
    link = reverse("decisions:dossier", args=[set_up.slug, dossier.number])
    assert "De raad besliste nog niet over vorming." in shown(amina)
    speak(dossier, "works_council", dirk, now, "favourable")
    inform(dossier, dirk, now)
    speak(dossier, "board", els, now, "approved")
    assert decisions.last_decision_of("board") == dossier
    assert link in shown(amina)
    page = shown(bram)
    assert (link in page, "goedgekeurd op" in page, dossier.title in page) == (False, True, True)


def test_the_annex_names_the_sponsor_and_keeps_what_was_frozen(plan, named, amina, els, koen, now):
    version = queries.version_at_work(plan)
    assert "De sponsor is Els" in words_of(exports.docx(version))
    confirm(named, by=els, at=now)
    version = queries.version_at_work(plan)
    assert "bevestigde doel, geld en tijd op" in words_of(exports.docx(version))
    actions.submit_version(plan=plan, by=amina, at=now)
    project_actions.name_sponsor(project=named, sponsor=koen, by=koen, at=now)
    assert "De sponsor, Els" in words_of(exports.docx(queries.version_to_show(plan)))
