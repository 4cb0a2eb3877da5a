"""A text that hangs out for fifteen days, with a register: work regulations where no works council decides (row B3.4, facts 2.3)."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from draagvlak.decisions import actions, exports, queries
from draagvlak.decisions.models import Mandate, Part
from draagvlak.decisions.rules import NotNow
from draagvlak.decisions.states import Answer, DossierKind, Strength
from draagvlak.desk.queries.tasks import tasks_for
from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.notices.models import Message
from draagvlak.policyplan.actions import start_regulation
from draagvlak.stakeholders.actions import answer_bodies
from draagvlak.stakeholders.models import Body, Role
from draagvlak.stakeholders.queries import profile

REGULATION = DossierKind.TRAINING_REGULATION


@pytest.fixture
def dossier(opened_with):
    return opened_with(workers="post", board="approval")


@pytest.fixture
def after(dossier, now):
    """The moment after the last day of the register."""
    due_on = Part.objects.get(dossier=dossier, body__kind="workers").due_on
    return now + timedelta(days=(due_on - clock.day_of(now)).days + 1)


def named(bodies, *kinds):
    """Which bodies there still are, as who sets up answers."""
    return {kind: bodies[kind].name for kind in kinds}


def voices(on):
    return {(one.body.kind, one.strength) for one in queries.mandates(REGULATION, on=on)}


def test_until_the_last_day_nothing_is_written_down_and_nobody_decides(dossier, amina, els, voice_of, after, now):
    for at in (now, after - timedelta(days=1)):
        with pytest.raises(NotNow, match="Het register ligt open tot en met"):
            voice_of(dossier, "workers", "nothing_written", by=amina, at=at)
        with pytest.raises(NotNow, match="Dit kan nog niet: het register ligt open"):
            voice_of(dossier, "board", "approved", by=els, at=at)
    assert [entry.act for entry in queries.entries_of(dossier)] == ["open"]


def test_the_day_after_it_is_written_down_and_then_decided(dossier, amina, els, voice_of, after):
    where = queries.standing(dossier, today=clock.day_of(after))
    assert [(need.what, need.is_blocked) for need in where.needed] == [("register", False), ("approval", True)]
    with pytest.raises(NotNow, match="het register"):
        voice_of(dossier, "board", "approved", by=els, at=after)
    voice_of(dossier, "workers", "nothing_written", by=amina, at=after)
    voice_of(dossier, "board", "approved", by=els, at=after)
    dossier.refresh_from_db()
    assert dossier.state == "adopted"


def test_each_remark_in_the_register_is_answered_before_it_is_decided(dossier, amina, koen, els, voice_of, after):
    entry = voice_of(dossier, "workers", "written", by=amina, at=after, points=["De nacht staat er niet in."])
    with pytest.raises(NotNow, match="punt 1 heeft geen antwoord"):
        voice_of(dossier, "board", "approved", by=els, at=after)
    words = {"voice": entry.number, "point": 1, "answer": Answer.FOLLOWED, "text": "Artikel 4 noemt ze nu."}
    actions.reply(dossier=dossier, **words, by=koen, at=after)
    voice_of(dossier, "board", "approved", by=els, at=after)


def test_the_coordinator_gets_the_task_when_the_register_is_over_and_sees_until_when_it_runs(
    dossier, set_up, amina, after, now, signed_in, today
):
    def tasks(day):
        return {task.title for task in tasks_for(amina, set_up, today=day) if "register" in task.title}

    assert (tasks(today), len(tasks(clock.day_of(after)))) == (set(), 1)
    place = reverse("decisions:dossier", kwargs={"organisation": set_up.slug, "number": dossier.number})
    page = signed_in(amina).get(place).content.decode()
    assert "Dit kan nog niet: het register ligt open tot en met" in page
    assert exports.advice_paper(Part.objects.get(body__kind="workers"), today=today, root="", suffix="pdf")


def test_a_work_regulation_without_a_council_hangs_out_and_the_next_body_still_advises(
    set_up, bodies, koen, amina, today, now
):
    answer_bodies(present=named(bodies, "board", "union_delegation"), version=profile().version, by=koen, at=now)
    start_regulation(title="Reglement", is_work_rule=True, taken=[], by=amina, at=now)
    found = voices(clock.day_of(now))
    assert {("workers", "post"), ("union_delegation", "advice"), ("board", "approval")} <= found


def test_without_any_body_the_workers_write_in_the_register_and_advise_nothing_else(set_up, koen, amina, now):
    answer_bodies(present={}, version=profile().version, by=koen, at=now)
    start_regulation(title="Reglement", is_work_rule=True, taken=[], by=amina, at=now)
    assert voices(clock.day_of(now)) == {("workers", "post"), ("management", "approval")}
    (posted,) = Mandate.objects.filter(strength=Strength.POST)
    assert (posted.term_days, "8 april 1965" in posted.ground) == (15, True)


def test_with_a_council_it_decides_and_the_text_hangs_out_only_while_there_is_none(
    set_up, bodies, koen, amina, now, today
):
    whole = named(bodies, "board", "works_council", "union_delegation")
    start_regulation(title="Reglement", is_work_rule=True, taken=[], by=amina, at=now)
    assert ("works_council", "consent") in voices(today)
    assert ("workers", "post") not in voices(today)
    answer_bodies(present=named(bodies, "board", "union_delegation"), version=profile().version, by=koen, at=now)
    assert {("workers", "post"), ("union_delegation", "advice")} <= voices(today)
    answer_bodies(present=whole, version=profile().version, by=koen, at=now)
    assert ("works_council", "consent") in voices(today)
    assert ("workers", "post") not in voices(today)


def test_a_council_that_comes_later_decides_instead_of_the_register(set_up, bodies, koen, amina, now, today):
    answer_bodies(present=named(bodies, "board"), version=profile().version, by=koen, at=now)
    before = {"starts_on": today - timedelta(days=90), "ends_on": today - timedelta(days=30)}
    Body.objects.filter(kind="works_council").update(**before)
    start_regulation(title="Reglement", is_work_rule=True, taken=[], by=amina, at=now)
    assert ("workers", "post") in voices(today)
    answer_bodies(present=named(bodies, "board", "works_council"), version=profile().version, by=koen, at=now)
    assert {(kind, strength) for kind, strength in voices(today) if kind in {"workers", "works_council"}} == {
        ("works_council", "consent")
    }


def test_a_council_that_consents_to_something_else_leaves_no_register(set_up, bodies, koen, now, today):
    facts = {"strength": Strength.CONSENT, "term_days": 15, "ground": "afspraak"}
    actions.set_mandate(body=bodies["works_council"], kind=DossierKind.POLICY_PLAN, facts=facts, by=koen, at=now)
    answer_bodies(present=named(bodies, "board"), version=profile().version, by=koen, at=now)
    assert not Mandate.objects.filter(strength=Strength.POST).exists()


def test_the_register_comes_also_where_a_body_had_its_voice_before(set_up, bodies, koen, amina, now, today):
    answer_bodies(present=named(bodies, "board"), version=profile().version, by=koen, at=now)
    facts = {"strength": Strength.APPROVAL, "term_days": 30, "ground": "statuten"}
    actions.set_mandate(body=bodies["board"], kind=REGULATION, facts=facts, by=koen, at=now)
    start_regulation(title="Reglement", is_work_rule=True, taken=[], by=amina, at=now)
    assert {("board", "approval"), ("workers", "post")} <= voices(today)


def test_a_register_is_open_no_shorter_than_the_law_says(set_up, koen, signed_in, today):
    words = {"organisation": set_up.slug, "pk": Body.objects.get(kind="workers", ends_on=None).pk}
    place, page = reverse("decisions:set_mandate", kwargs=words) + f"?soort={REGULATION}", signed_in(koen)
    facts = {"strength": "post", "ground": "afspraak"}
    assert page.post(place, {**facts, "term_days": "14", "once": "a"}).status_code == 422
    assert page.post(place, {**facts, "term_days": "15", "once": "b"}).status_code == 302


def test_without_a_coordinator_management_closes_the_register(dossier, set_up, koen, after):
    part = Part.objects.select_related("dossier__organisation", "body__organisation").get(body__kind="workers")
    assert may(koen, "decisions.record_voice", part)
    Role.objects.filter(kind="training_coordinator").update(starts_on=date(2020, 1, 1), ends_on=date(2020, 2, 1))
    titles = {task.title: task.due_on for task in tasks_for(koen, set_up, today=clock.day_of(after))}
    assert titles["Leg vast wat in het register staat: Plan"] is None


def test_twenty_remarks_are_written_down_through_the_form_that_asks_for_no_meeting(
    dossier, amina, after, door_of, signed_in
):
    early = signed_in(amina).get(door_of("record_voice", dossier, "workers"), follow=True).content.decode()
    assert "Het register ligt open tot en met" in early, "before anything is typed"
    with time_machine.travel(after, tick=False):
        page, place = signed_in(amina), door_of("record_voice", dossier, "workers")
        form = page.get(place).content.decode()
        assert ("Wanneer vergaderde" in form, "Wat staat er in het register?" in form) == (False, True)
        remarks = "\r\n\r\n".join(f"Opmerking {number}\r\nover de nacht" for number in range(1, 21))
        sent = {"verdict": "written", "document_sha256": dossier.document.sha256, "is_read": "on", "once": "a"}
        assert page.post(place, {**sent, "remarks": remarks}).status_code == 302
        entry = queries.entries_of(dossier)[-1]
        assert len(entry.content["points"]) == 20
        assert entry.content["points"][19]["text"] == "Opmerking 20\nover de nacht"
        shown = page.get(door_of("dossier", dossier)).content.decode()
    assert "Opmerking in het register" in shown


def test_everybody_at_work_reads_where_to_write(bram, dossier):
    mail = Message.objects.get(to=bram.email, subject__startswith="Ter bespreking")
    assert "Schrijf het in het register dat ernaast hangt." in mail.body
    assert "antwoord hier" not in mail.body


def test_only_the_workers_get_a_register(set_up, koen, signed_in):
    for kind, offered in (("workers", True), ("works_council", False), ("board", False)):
        words = {"organisation": set_up.slug, "pk": Body.objects.get(kind=kind, ends_on=None).pk}
        page = signed_in(koen).get(reverse("decisions:set_mandate", kwargs=words)).content.decode()
        assert ('value="post"' in page) == offered
