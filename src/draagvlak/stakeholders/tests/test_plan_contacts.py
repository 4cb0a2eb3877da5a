"""Contacts: plan, change, write down how it went, let it fall; what they take, and what waits."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from draagvlak.journal.models import Record
from draagvlak.stakeholders import actions, queries
from draagvlak.stakeholders.models import Contact
from draagvlak.stakeholders.rules import ContactEnded, NotYet
from draagvlak.stakeholders.states import AttitudeLevel

DONE = {"half_days_used": Decimal("0.75"), "evidence": "Verslag", "feedback": "", "answer": "", "measure_on": None}


def here(organisation, name, **words):
    return reverse(f"stakeholders:{name}", kwargs={"organisation": organisation.slug, **words})


def test_a_contact_is_planned_through_the_page_and_takes_the_way_that_was_chosen(
    register, council, amina, signed_in, today
):
    client, address = signed_in(amina), here(register, "plan_contact", pk=council.pk)
    assert 'value="advise" id="id_mode_2" checked' in client.get(address).content.decode().replace(" required", "")
    day = today + timedelta(days=20)
    sent = {"planned_on": day, "what": "Het plan", "mode": "advise", "half_days": "0.25", "notice_days": "7"}
    assert client.post(address, {**sent, "once": "a"}).status_code == 302
    contact = Contact.objects.get()
    assert (contact.planned_on, contact.half_days, contact.notice_days) == (day, Decimal("0.25"), 7)


def test_what_it_takes_is_counted_as_promised_and_used(council, plan, amina, now, today):
    first, second = plan(council), plan(council, half_days=Decimal(1))
    third = plan(council, half_days=Decimal(5))
    facts = {**DONE, "done_on": today}
    actions.finish_contact(contact=first, facts=facts, version=1, by=amina, at=now)
    actions.drop_contact(contact=third, reason="", by=amina, at=now)
    time = queries.contact_half_days()
    assert (time.promised, time.used) == (Decimal("1.5"), Decimal("0.75"))
    assert second.done_on is None


def test_without_contacts_nothing_is_promised_and_nothing_used(register):
    time = queries.contact_half_days()
    assert (time.promised, time.used) == (0, 0)


def line_of(one, today):
    spots = queries.register(on=today)
    return next(line for line in queries.entries_of(spots, on=today) if line.spot.key == one.pk)


def test_a_contact_past_its_day_is_late_until_it_is_written_down(register, council, plan, amina, now, today, signed_in):
    late = plan(council, planned_on=today - timedelta(days=1))
    assert line_of(council, today).late_on == late.planned_on
    assert line_of(council, today).is_never
    assert [one.key for one in queries.late_contacts(queries.register(on=today), on=today)] == [late.pk]
    assert "is nog niet geweest" in signed_in(amina).get(here(register, "register")).content.decode()
    actions.finish_contact(contact=late, facts={**DONE, "done_on": today}, version=1, by=amina, at=now)
    line = line_of(council, today)
    assert (line.late_on, line.is_never, line.last_done) == (None, False, today)
    assert queries.late_contacts(queries.register(on=today), on=today) == []


def test_feedback_waits_until_it_is_said_what_was_done_with_it(council, plan, amina, now, today):
    contact = plan(council)
    facts = {**DONE, "done_on": today, "feedback": "Ook ’s nachts."}
    held = actions.finish_contact(contact=contact, facts=facts, version=1, by=amina, at=now)
    waits = queries.waiting_for(amina, coordinates=True, on=today)
    assert ([c.pk for c in waits.unanswered], waits.due) == ([contact.pk], ())
    facts = {**facts, "answer": "Staat in het plan."}
    actions.finish_contact(contact=held, facts=facts, version=2, by=amina, at=now)
    assert queries.waiting_for(amina, coordinates=True, on=today).unanswered == ()


def test_the_responsible_is_told_and_without_one_the_coordinator(council, plan, amina, koen, now, today):
    plan(council, planned_on=today + timedelta(days=14))
    plan(council, planned_on=today + timedelta(days=15))
    assert len(queries.waiting_for(amina, coordinates=True, on=today).due) == 1
    assert queries.waiting_for(koen, coordinates=False, on=today).due == ()
    actions.change_stakeholder(stakeholder=council, facts={"responsible": koen}, version=1, by=amina, at=now)
    assert len(queries.waiting_for(koen, coordinates=False, on=today).due) == 1
    assert queries.waiting_for(amina, coordinates=True, on=today).due == ()
    actions.change_stakeholder(stakeholder=council, facts={"responsible": None}, version=2, by=amina, at=now)
    assert len(queries.waiting_for(amina, coordinates=True, on=today).due) == 1


def test_what_somebody_saw_to_falls_to_the_coordinator_when_he_may_no_longer(
    register, council, plan, amina, dirk, bram, koen, now, today, signed_in
):
    """Only who may open the register is offered as responsible, and nothing is left lying when that ends."""
    plan(council)
    offered = set(queries.keepers(on=today))
    assert offered == {amina, koen}
    actions.change_stakeholder(stakeholder=council, facts={"responsible": dirk}, version=1, by=amina, at=now)
    assert len(queries.waiting_for(amina, coordinates=True, on=today).due) == 1
    sent = {"interest": "4", "influence": "5", "mode": "advise", "responsible": bram.pk, "version": "2", "once": "a"}
    answer = signed_in(amina).post(here(register, "change_stakeholder", pk=council.pk), sent)
    assert answer.status_code == 422


def test_the_day_to_look_again_asks_until_a_measure_of_that_day_or_later(council, plan, amina, now, today):
    contact = plan(council)
    facts = {**DONE, "done_on": today - timedelta(days=30), "measure_on": today - timedelta(days=2)}
    actions.finish_contact(contact=contact, facts=facts, version=1, by=amina, at=now)
    measure = {"stakeholder": council, "level": AttitudeLevel.NEUTRAL, "why": "", "by": amina, "at": now}
    actions.measure_attitude(**measure, on=today - timedelta(days=10))
    assert len(queries.waiting_for(amina, coordinates=True, on=today).to_measure) == 1
    actions.measure_attitude(**measure, on=today)
    assert queries.waiting_for(amina, coordinates=True, on=today).to_measure == ()


def test_a_contact_is_not_done_in_the_future_nor_after_it_was_dropped(council, plan, amina, now, today):
    contact = plan(council)
    with pytest.raises(NotYet):
        facts = {**DONE, "done_on": today + timedelta(days=1)}
        actions.finish_contact(contact=contact, facts=facts, version=1, by=amina, at=now)
    actions.drop_contact(contact=contact, reason="Ziek", by=amina, at=now)
    with pytest.raises(ContactEnded):
        actions.finish_contact(contact=contact, facts={**DONE, "done_on": today}, version=2, by=amina, at=now)
    with pytest.raises(ContactEnded):
        actions.change_contact(contact=contact, facts={"what": "x"}, version=2, by=amina, at=now)


def test_a_contact_that_was_done_is_not_moved_or_dropped(council, plan, amina, now, today):
    contact = plan(council)
    actions.finish_contact(contact=contact, facts={**DONE, "done_on": today}, version=1, by=amina, at=now)
    with pytest.raises(ContactEnded):
        actions.change_contact(contact=contact, facts={"what": "x"}, version=2, by=amina, at=now)
    with pytest.raises(ContactEnded):
        actions.drop_contact(contact=contact, reason="", by=amina, at=now)


def test_two_who_change_a_contact_at_once_both_keep_their_text(register, council, plan, amina, koen, now, signed_in):
    contact = plan(council)
    actions.change_contact(contact=contact, facts={"what": "Van Koen"}, version=1, by=koen, at=now)
    sent = {"planned_on": contact.planned_on, "what": "Van Amina", "mode": "consult", "half_days": "0.5"}
    sent |= {"notice_days": "7", "version": "1", "once": "a"}
    address = here(register, "change_contact", pk=contact.pk)
    answer = signed_in(amina).post(address, sent)
    page = answer.content.decode()
    assert (answer.status_code, "Van Koen" in page, "Van Amina" in page) == (409, True, True)


def test_what_they_said_is_not_in_the_journal(council, plan, amina, now, today):
    contact = plan(council)
    facts = {**DONE, "done_on": today, "feedback": "Geheim woord", "answer": "Ander woord"}
    actions.finish_contact(contact=contact, facts=facts, version=1, by=amina, at=now)
    told = Record.objects.get(act="stakeholders.finish_contact")
    assert "woord" not in f"{told.details}{told.subject_name}"
