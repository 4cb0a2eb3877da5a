from datetime import timedelta

import pytest
from django.urls import reverse

from draagvlak.desk.queries import tasks_for
from draagvlak.documents.models import FrozenText
from draagvlak.lib.refusals import Changed
from draagvlak.planproject import actions, queries
from draagvlak.planproject.models import Milestone, Phase, Risk, StatusReport
from draagvlak.planproject.rules import NoReason, NotPossibleNow
from draagvlak.planproject.tests.factories import a_project, confirmed, planned


@pytest.fixture
def project(set_up, koen, now):
    return a_project(by=koen, at=now)


def to(name, organisation, **words):
    return reverse(f"planproject:{name}", kwargs={"organisation": organisation.slug, **words})


def test_the_usual_phases_are_proposed_for_the_days_of_the_project(project, amina, signed_in, organisation, today):
    due = today + timedelta(days=200)
    sent = signed_in(amina).post(to("plan_project", organisation), {"due_on": due.isoformat()})
    phases = list(Phase.objects.all())
    assert (sent.status_code, [phase.name for phase in phases]) == (
        302,
        ["Opstart", "Visie en kader", "Schrijven", "Overleg", "Goedkeuring"],
    )
    assert (phases[0].starts_on, phases[-1].ends_on) == (today, due)


def test_the_last_day_is_not_past_and_phases_are_proposed_once(project, amina, now, today):
    with pytest.raises(NotPossibleNow):
        actions.plan_project(project=project, due_on=today - timedelta(days=1), by=amina, at=now)
    planned(project, by=amina, at=now)
    with pytest.raises(NotPossibleNow, match="al fasen"):
        planned(project, by=amina, at=now)


def test_a_project_until_the_last_day_of_the_calendar_is_planned_all_the_same(project, amina, signed_in, organisation):
    address = reverse("planproject:plan_project", kwargs={"organisation": organisation.slug})
    sent = signed_in(amina).post(address, {"due_on": "9999-12-31", "once": "a"})
    assert (sent.status_code, project.phases.count()) == (302, 5)


def test_a_new_phase_starts_today_or_later_and_ends_after_it_starts(project, amina, now, today):
    day = timedelta(days=1)
    for starts, ends in ((today - day, today), (today + day, today)):
        with pytest.raises(NotPossibleNow):
            facts = {"name": "Feest", "starts_on": starts, "ends_on": ends}
            actions.add_phase(project=project, facts=facts, by=amina, at=now)
    facts = {"name": "Feest", "starts_on": today, "ends_on": today}
    assert actions.add_phase(project=project, facts=facts, by=amina, at=now).name == "Feest"


def test_a_running_phase_can_be_changed_but_not_pushed_further_back(project, amina, now, today):
    phase = planned(project, by=amina, at=now)[0]
    later = now + timedelta(days=5)
    facts = {"name": "Begin", "starts_on": today, "ends_on": today + timedelta(days=30)}
    changed = actions.change_phase(phase=phase, facts=facts, version=1, by=amina, at=later)
    assert (changed.name, changed.version) == ("Begin", 2)
    back = {**facts, "starts_on": today - timedelta(days=1)}
    with pytest.raises(NotPossibleNow):
        actions.change_phase(phase=phase, facts=back, version=2, by=amina, at=later)


def test_the_second_of_two_windows_sees_what_the_first_wrote(project, amina, now, today):
    phase = planned(project, by=amina, at=now)[0]
    facts = {"name": "Begin", "starts_on": today, "ends_on": today}
    actions.change_phase(phase=phase, facts=facts, version=1, by=amina, at=now)
    with pytest.raises(Changed) as changed:
        actions.change_phase(phase=phase, facts={**facts, "name": "Start"}, version=1, by=amina, at=now)
    assert (changed.value.theirs["name"], changed.value.version) == ("Begin", 2)


def test_a_phase_that_is_made_longer_moves_the_end_of_the_project(project, amina, now):
    phase = planned(project, by=amina, at=now)[-1]
    ends = phase.ends_on + timedelta(days=20)
    facts = {"name": phase.name, "starts_on": phase.starts_on, "ends_on": ends}
    actions.change_phase(phase=phase, facts=facts, version=1, by=amina, at=now)
    project.refresh_from_db()
    assert project.due_on == ends


def test_a_phase_that_comes_after_the_last_one_moves_the_end_of_the_project(project, amina, now):
    last = planned(project, by=amina, at=now)[-1]
    facts = {"name": "Bekendmaken", "starts_on": last.ends_on, "ends_on": last.ends_on + timedelta(days=20)}
    actions.add_phase(project=project, facts=facts, by=amina, at=now)
    project.refresh_from_db()
    assert project.due_on == facts["ends_on"]


def test_a_phase_is_done_when_its_milestones_are(project, amina, now, today):
    phase = planned(project, by=amina, at=now)[0]
    facts = {"title": "De oproep is verstuurd", "due_on": today}
    milestone = actions.add_milestone(phase=phase, facts=facts, by=amina, at=now)
    with pytest.raises(NotPossibleNow, match="De oproep is verstuurd"):
        actions.finish_phase(phase=phase, by=amina, at=now)
    actions.finish_milestone(milestone=milestone, by=amina, at=now)
    assert actions.finish_phase(phase=phase, by=amina, at=now).done_at == now
    with pytest.raises(NotPossibleNow):
        actions.add_milestone(phase=phase, facts=facts, by=amina, at=now)


def test_a_late_milestone_stands_out_and_waits_for_the_coordinator(
    project, amina, koen, signed_in, organisation, now, today
):
    phase = planned(project, by=amina, at=now)[0]
    facts = {"title": "De oproep is verstuurd", "due_on": today}
    milestone = actions.add_milestone(phase=phase, facts=facts, by=amina, at=now)
    page = signed_in(amina).get(to("plan", organisation))
    assert page.context["late"] == 0
    Milestone.objects.update(due_on=today - timedelta(days=1))
    page = signed_in(amina).get(to("plan", organisation))
    assert (page.context["late"], "Eén ding is te laat." in page.content.decode()) == (1, True)
    amina.forget()
    task = next(t for t in tasks_for(amina, organisation, today=today) if "De oproep is verstuurd" in t.title)
    assert (task.due_on, task.address) == (
        today - timedelta(days=1),
        to("finish_milestone", organisation, pk=milestone.pk),
    )
    koen.forget()
    assert not [t for t in tasks_for(koen, organisation, today=today) if "De oproep is verstuurd" in t.title]


def test_a_milestone_does_not_move_into_the_past(project, amina, now, today):
    phase = planned(project, by=amina, at=now)[0]
    past = {"title": "Iets", "due_on": today - timedelta(days=1)}
    with pytest.raises(NotPossibleNow):
        actions.add_milestone(phase=phase, facts=past, by=amina, at=now)
    milestone = actions.add_milestone(phase=phase, facts={"title": "Iets", "due_on": today}, by=amina, at=now)
    with pytest.raises(NotPossibleNow):
        actions.change_milestone(milestone=milestone, facts=past, version=1, by=amina, at=now)
    # A late one may still get another name while its day stays what it was.
    Milestone.objects.update(due_on=today - timedelta(days=1))
    milestone.refresh_from_db()
    renamed = actions.change_milestone(
        milestone=milestone, facts={**past, "title": "Anders"}, version=1, by=amina, at=now
    )
    assert (renamed.title, renamed.version) == ("Anders", 2)


def risk(project, title, chance, impact, *, by, at):
    facts = {"title": title, "chance": chance, "impact": impact, "measure": "", "owner": by}
    return actions.add_risk(project=project, facts=facts, by=by, at=at)


def test_risks_stand_with_the_heaviest_first_and_closed_ones_last(project, amina, now):
    for title, chance, impact in (("klein", 1, 1), ("zwaar", 3, 3), ("kans", 3, 2), ("gevolg", 2, 3)):
        risk(project, title, chance, impact, by=amina, at=now)
    heavy = Risk.objects.get(title="zwaar")
    facts = {"title": "zwaar", "chance": 3, "impact": 3, "measure": "", "owner": amina, "is_closed": True}
    actions.change_risk(risk=heavy, facts=facts, version=1, by=amina, at=now)
    assert [r.title for r in queries.risks_of(project)] == ["gevolg", "kans", "klein", "zwaar"]
    again = actions.change_risk(risk=heavy, facts={**facts, "is_closed": False}, version=2, by=amina, at=now)
    assert again.closed_at is None


def test_a_risk_is_told_in_words(project, amina, signed_in, organisation, now):
    risk(project, "Niemand krijgt vrij", 3, 2, by=amina, at=now)
    page = signed_in(amina).get(to("plan", organisation)).content.decode()
    assert "kans groot, gevolg gemiddeld" in page


def test_a_report_is_fixed_with_ones_own_words_and_prints(project, amina, els, koen, signed_in, organisation, now):
    planned(project, by=amina, at=now)
    confirmed(project, sponsor=els, by=koen, at=now)
    sent = signed_in(amina).post(to("write_report", organisation), {"words": "We zitten goed.\n\n<b>Bijna</b> klaar."})
    report = StatusReport.objects.get()
    before = report.frozen.text
    assert sent.url == to("report", organisation, pk=report.pk)
    assert "We zitten goed." in before
    assert "&lt;b&gt;Bijna" in before
    actions.finish_phase(phase=Phase.objects.first(), by=amina, at=now)
    assert FrozenText.objects.get(pk=report.frozen_id).text == before
    page = signed_in(amina).get(sent.url).content.decode()
    assert "Schrijven" in page
    pdf = signed_in(amina).get(to("download_report", organisation, pk=report.pk))
    assert (pdf["Content-Type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")


def test_one_report_a_day_and_never_without_words(project, amina, now):
    with pytest.raises(NoReason):
        actions.write_report(project=project, words=" ", by=amina, at=now)
    actions.write_report(project=project, words="Goed.", by=amina, at=now)
    with pytest.raises(NotPossibleNow, match="Vandaag"):
        actions.write_report(project=project, words="Nog eens.", by=amina, at=now)
    assert actions.write_report(project=project, words="Morgen.", by=amina, at=now + timedelta(days=1)).pk


def test_a_report_is_asked_once_a_month(project, amina, els, koen, organisation, now, today):
    confirmed(project, sponsor=els, by=koen, at=now)

    def asked(days):
        amina.forget()
        tasks = tasks_for(amina, organisation, today=today + timedelta(days=days))
        return "Schrijf een stand van zaken" in [task.title for task in tasks]

    assert (asked(0), asked(27), asked(31)) == (False, False, True)
    actions.write_report(project=project, words="Goed.", by=amina, at=now + timedelta(days=31))
    assert (asked(31), asked(32 + 31)) == (False, True)


def test_the_plan_asks_the_same_statements_for_three_phases_as_for_many(
    project, amina, signed_in, organisation, now, today, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    phase = planned(project, by=amina, at=now)[0]
    client = signed_in(amina)
    risk(project, "een", 1, 1, by=amina, at=now)
    actions.add_milestone(phase=phase, facts={"title": "een", "due_on": today}, by=amina, at=now)
    address = to("plan", organisation)
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
        few = len(captured)
    for number in range(6):
        risk(project, f"risico {number}", 2, 2, by=amina, at=now)
        actions.add_milestone(phase=phase, facts={"title": f"nog {number}", "due_on": today}, by=amina, at=now)
        facts = {"what": f"punt {number}", "owner": amina, "due_on": today}
        actions.add_point(project=project, facts=facts, by=amina, at=now)
    client.get(address)
    with django_assert_num_queries(few):
        client.get(address)
