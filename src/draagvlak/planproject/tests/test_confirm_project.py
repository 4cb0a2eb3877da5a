from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from draagvlak.desk.queries import tasks_for
from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.planproject import actions
from draagvlak.planproject.models import OpenPoint, Project
from draagvlak.planproject.rules import NoReason, NotASponsor, NotPossibleNow
from draagvlak.planproject.states import ProjectState
from draagvlak.planproject.tests.factories import a_project, confirm, confirmed, planned

YES = {"goals": "on", "means": "on", "time": "on"}


@pytest.fixture
def project(set_up, koen, now):
    return a_project(by=koen, at=now)


def titles(account, organisation, today):
    account.forget()
    return [task.title for task in tasks_for(account, organisation, today=today)]


def test_the_sponsor_reads_and_confirms_and_the_work_begins(project, els, koen, signed_in, organisation, now, today):
    actions.name_sponsor(project=project, sponsor=els, by=koen, at=now)
    assert "Bevestig doel, geld en tijd van het project" in titles(els, organisation, today)
    address = reverse("planproject:confirm_project", kwargs={"organisation": organisation.slug})
    page = signed_in(els).get(address)
    sent = signed_in(els).post(address, {**YES, "seal": page.context["seal"]})
    project.refresh_from_db()
    assert (sent.status_code, project.state, project.sponsor_confirmed_at is not None) == (302, "working", True)
    assert "Maak het." in project.confirmed.text
    assert Record.objects.get(act="planproject.confirm_project").details == {"sha256": project.confirmed.sha256}
    assert "Bevestig doel, geld en tijd van het project" not in titles(els, organisation, today)


def test_every_yes_is_asked(project, els, koen, signed_in, organisation, now):
    actions.name_sponsor(project=project, sponsor=els, by=koen, at=now)
    address = reverse("planproject:confirm_project", kwargs={"organisation": organisation.slug})
    page = signed_in(els).get(address)
    sent = signed_in(els).post(address, {"goals": "on", "time": "on", "seal": page.context["seal"]})
    project.refresh_from_db()
    assert (sent.status_code, project.state) == (422, "preparing")


def test_what_changed_since_it_was_read_is_not_confirmed(project, els, koen, signed_in, organisation, now, today):
    actions.name_sponsor(project=project, sponsor=els, by=koen, at=now)
    address = reverse("planproject:confirm_project", kwargs={"organisation": organisation.slug})
    seal = signed_in(els).get(address).context["seal"]
    planned(project, by=koen, at=now)
    sent = signed_in(els).post(address, {**YES, "seal": seal})
    project.refresh_from_db()
    assert (sent.status_code, project.state) == (409, "preparing")
    again = signed_in(els).post(address, {**YES, "seal": sent.context["seal"]})
    assert again.status_code == 302


def test_only_management_and_the_board_can_be_sponsor(project, bram, amina, koen, now):
    for account in (bram, amina):
        with pytest.raises(NotASponsor, match="geen sponsor"):
            actions.name_sponsor(project=project, sponsor=account, by=koen, at=now)


def test_nobody_confirms_in_the_place_of_the_sponsor(project, els, koen, signed_in, organisation, now):
    actions.name_sponsor(project=project, sponsor=els, by=koen, at=now)
    address = reverse("planproject:confirm_project", kwargs={"organisation": organisation.slug})
    assert signed_in(koen).get(address).status_code == 403
    with pytest.raises(NotASponsor):
        confirm(project, by=koen, at=now)


def test_a_sponsor_who_left_the_board_does_not_confirm_any_more(project, els, koen, now, today):
    from draagvlak.stakeholders.models import Seat

    actions.name_sponsor(project=project, sponsor=els, by=koen, at=now)
    Seat.objects.filter(holder=els).update(starts_on=today - timedelta(days=9), ends_on=today - timedelta(days=1))
    with pytest.raises(NotASponsor):
        confirm(project, by=els, at=now)


def test_another_sponsor_confirms_anew(project, els, koen, now):
    confirmed(project, sponsor=els, by=koen, at=now)
    actions.name_sponsor(project=project, sponsor=koen, by=koen, at=now)
    project.refresh_from_db()
    assert (project.state, project.sponsor_confirmed_at, project.confirmed) == ("preparing", None, None)
    assert confirm(project, by=koen, at=now).state == ProjectState.WORKING


def test_the_table_itself_refuses_work_that_no_sponsor_confirmed(project):
    with pytest.raises(IntegrityError, match="no_work_before"), transaction.atomic():
        Project.objects.filter(pk=project.pk).update(state=ProjectState.WORKING)


def test_the_plan_says_when_it_is_not_any_more_what_was_confirmed(
    project, els, koen, signed_in, organisation, now, today
):
    confirmed(project, sponsor=els, by=koen, at=now)
    address = reverse("planproject:plan", kwargs={"organisation": organisation.slug})
    assert not signed_in(koen).get(address).context["is_other_now"]
    planned(project, by=koen, at=now)
    page = signed_in(koen).get(address)
    assert page.context["is_other_now"]
    assert "Er veranderde iets" in page.content.decode()


def test_an_open_point_waits_for_who_was_named_until_it_is_closed(project, els, bram, koen, organisation, now, today):
    facts = {"what": "Wie vervangt?", "owner": bram, "due_on": today + timedelta(days=3)}
    point = actions.add_point(project=project, facts=facts, by=koen, at=now)
    assert "Maak duidelijk: Wie vervangt?" in titles(bram, organisation, today)
    actions.close_point(point=point, answer="Twee vervangers.", by=bram, at=now)
    assert "Maak duidelijk: Wie vervangt?" not in titles(bram, organisation, today)
    with pytest.raises(NotPossibleNow):
        actions.close_point(point=point, answer="", by=bram, at=now)


def test_who_was_named_closes_the_point_through_the_page_and_others_do_not(
    project, bram, dirk, koen, signed_in, organisation, now, today
):
    facts = {"what": "Wie vervangt?", "owner": bram, "due_on": today}
    point = actions.add_point(project=project, facts=facts, by=koen, at=now)
    address = reverse("planproject:close_point", kwargs={"organisation": organisation.slug, "pk": point.pk})
    assert signed_in(dirk).post(address, {"answer": "Nee."}).status_code == 403
    sent = signed_in(bram).post(address, {"answer": "Twee vervangers."})
    assert (sent.status_code, OpenPoint.objects.get().answer) == (302, "Twee vervangers.")


def test_a_point_is_not_due_in_the_past(project, koen, now, today):
    facts = {"what": "Wie vervangt?", "owner": koen, "due_on": today - timedelta(days=1)}
    with pytest.raises(NotPossibleNow, match="voorbij"):
        actions.add_point(project=project, facts=facts, by=koen, at=now)


def test_management_ends_the_project_with_a_note_and_then_nothing_moves(project, koen, now, today):
    with pytest.raises(NoReason):
        actions.end_project(project=project, note="  ", by=koen, at=now)
    ended = actions.end_project(project=project, note="Het plan is er.", by=koen, at=now)
    assert (ended.state, ended.ends_on, ended.closing_note) == ("finished", today, "Het plan is er.")
    with pytest.raises(NotPossibleNow, match="afgerond"):
        actions.name_sponsor(project=project, sponsor=koen, by=koen, at=now)
    with pytest.raises(NotPossibleNow, match="afgerond"):
        planned(project, by=koen, at=now)
    assert clock.day_of(now) == today
