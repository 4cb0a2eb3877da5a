"""The people whom a measure concerns are asked themselves: chosen from the staff list, by mail or on paper."""

import subprocess
from datetime import timedelta

import pytest

from draagvlak.desk.queries import tasks_for
from draagvlak.lib.refusals import Changed
from draagvlak.notices.models import Message
from draagvlak.policyplan.actions import individual as acts
from draagvlak.policyplan.models import IndividualConsultation, Screening
from draagvlak.policyplan.queries import individual as queries
from draagvlak.policyplan.rules import IndividualRefused, is_collective, own_last_day
from draagvlak.policyplan.tests.individual_world import fresh, measure_facts, members, person
from draagvlak.policyplan.tests.screening_world import note
from draagvlak.staff.actions import end_employment
from draagvlak.staff.models import Employment


def test_who_has_an_account_is_asked_by_mail_and_who_has_none_waits_for_paper(measure, bram, amina, set_up, today):
    mail = Message.objects.get(subject="Jouw mening telt: Een andere nachtdienst")
    assert (mail.to, "bijstaan door een vakbondsafgevaardigde" in mail.body) == (bram.email, True)
    assert (person("Bram").mailed_on, person("Farid").mailed_on) == (today, None)
    assert "Zeg wat je vindt: Een andere nachtdienst" in [one.title for one in tasks_for(bram, set_up, today=today)]
    assert "Bereik 1 mens zonder account" in [one.title for one in tasks_for(amina, set_up, today=today)]


def test_the_form_takes_the_note_over_from_a_screening_and_remembers_it(set_up, amina, ask, now):
    from draagvlak.policyplan import actions

    lying = actions.flag_change(subject="project", facts=note(), by=amina, at=now)
    assert f"?vanuit={lying.pk}" in ask(amina, "screening", pk=lying.pk).content.decode()
    query = f"?vanuit={lying.pk}"
    assert "De keuken begint een half uur vroeger." in ask(amina, "start_individual", query=query).content.decode()
    sent = {**measure_facts(now), "once": "a"}
    assert ask(amina, "start_individual", sent, query=query).status_code == 302
    assert IndividualConsultation.objects.get().screening == Screening.objects.get()


def test_people_are_found_by_name_or_team_and_ticked(night, amina, ask, employ):
    employ("Zita", team="Nacht")
    assert "Nora" not in ask(amina, "choose_people", pk=night.pk).content.decode()
    found = ask(amina, "choose_people", pk=night.pk, query="?q=nora").content.decode()
    assert "Nora Test, Zorg, Beuk" in found
    assert "Omar" not in found
    # Who has no function is called by his statute, in the language of the reader.
    employ("Vera", group="", statute="volunteer")
    assert "Vera Test, vrijwilliger, Beuk" in ask(amina, "choose_people", pk=night.pk, query="?q=vera").content.decode()
    from draagvlak.staff.models import Team

    team = Team.objects.get(name="Nacht")
    shown = ask(amina, "choose_people", pk=night.pk, query=f"?team={team.pk}").content.decode()
    assert "Zita" in shown
    sent = {"add": [str(*members("Nora"))], "remove": [str(*members("Farid"))], "once": "b"}
    assert ask(amina, "choose_people", sent, pk=night.pk, query="?q=nora").status_code == 302
    assert [one.name for one in queries.standing_of(night, on=night.started_on)] == ["Bram Test", "Nora Test"]


def test_a_measure_for_more_than_half_is_a_collective_one_and_the_page_says_so(night, amina, ask, now):
    assert "collectieve maatregel" not in ask(amina, "individual", pk=night.pk).content.decode()
    acts.choose_people(consultation=night, add=members("Nora", "Omar", "Piet", "Quinten"), remove=[], by=amina, at=now)
    shown = ask(amina, "individual", pk=night.pk).content.decode()
    assert "Dit gaat over iedereen." in shown
    assert "collectieve maatregel: leg ze voor aan" in shown
    assert acts.ask_people(consultation=night, version=fresh(night).version, by=amina, at=now).state == "asked"


@pytest.mark.parametrize(("chosen", "at_work", "said"), [(0, 0, False), (3, 6, False), (4, 6, True), (1, 1, True)])
def test_half_of_the_staff_is_still_a_limited_group(chosen, at_work, said):
    assert is_collective(chosen=chosen, at_work=at_work) is said


def test_nobody_chosen_a_day_in_the_past_and_a_note_without_words_are_refused(night, amina, now, today):
    with pytest.raises(IndividualRefused, match="laatste dag"):
        acts.start_individual(facts=measure_facts(now, last_on=today), screening=None, by=amina, at=now)
    with pytest.raises(IndividualRefused, match="Schrijf wat er verandert"):
        acts.start_individual(facts=measure_facts(now, why=" "), screening=None, by=amina, at=now)
    acts.choose_people(consultation=night, add=[], remove=members("Bram", "Farid"), by=amina, at=now)
    with pytest.raises(IndividualRefused, match="Kies eerst"):
        acts.ask_people(consultation=night, version=fresh(night).version, by=amina, at=now)


def test_who_is_ticked_in_two_windows_is_told_in_words_and_the_other_ticks_stay(night, koen, amina, ask, now):
    acts.choose_people(consultation=night, add=members("Nora"), remove=[], by=koen, at=now)
    sent = {"add": members("Nora", "Omar"), "once": "a"}
    page = ask(amina, "choose_people", sent, query="?q=Test", pk=night.pk)
    shown = page.content.decode()
    assert page.status_code == 422
    assert "Iemand wijzigde intussen de lijst." in shown
    assert "geen beschikbare keuze" not in shown
    assert shown.count(" checked") == 1


def test_a_note_that_somebody_changed_meanwhile_is_not_asked(night, amina, koen, now):
    read = fresh(night).version
    acts.change_individual(consultation=night, facts=measure_facts(now, why="Anders."), version=read, by=koen, at=now)
    with pytest.raises(Changed):
        acts.ask_people(consultation=night, version=read, by=amina, at=now)


def test_people_chosen_in_another_window_are_seen_before_they_are_asked(night, amina, koen, ask, now):
    sent = {"version": fresh(night).version, "once": "a"}
    acts.choose_people(consultation=night, add=members("Omar"), remove=[], by=koen, at=now)
    again = ask(amina, "ask_people", sent, pk=night.pk)
    assert again.status_code == 409
    assert "Omar Test" in again.content.decode()
    assert fresh(night).state == "draft"
    sent = {"version": fresh(night).version, "once": "b"}
    assert ask(amina, "ask_people", sent, pk=night.pk).status_code == 302


def test_once_asked_the_note_stands_and_nobody_is_left_out(measure, amina, now):
    with pytest.raises(IndividualRefused, match="loopt"):
        acts.change_individual(consultation=measure, facts=measure_facts(now), version=2, by=amina, at=now)
    with pytest.raises(IndividualRefused, match="blijft gevraagd"):
        acts.choose_people(consultation=measure, add=[], remove=members("Bram"), by=amina, at=now)


def test_who_is_added_later_has_as_many_days_as_the_others(measure, amina, now, today):
    later = now + timedelta(days=4)
    acts.choose_people(consultation=measure, add=members("Nora"), remove=[], by=amina, at=later)
    assert (person("Bram").last_on, person("Nora").last_on) == (
        today + timedelta(days=10),
        today + timedelta(days=14),
    )
    assert own_last_day(asked_on=today, last_on=today + timedelta(days=3), today=today) == today + timedelta(days=3)


def test_who_left_service_is_marked_so_and_waits_no_longer(measure, amina, koen, ask, now, today):
    end_employment(
        employment=Employment.objects.get(member__first_name="Farid"),
        ends_on=today - timedelta(days=1),
        by=koen,
        at=now,
    )
    shown = ask(amina, "individual", pk=measure.pk).content.decode()
    assert "uit dienst" in shown
    assert "nog niet bereikt" not in shown


def test_the_sheet_has_the_right_to_assistance_and_nothing_that_was_said(measure, amina, ask, say, bram):
    say("Bram", bram, "Zeer persoonlijk.")
    answer = ask(amina, "individual_sheet", pk=person("Farid").pk, suffix="docx")
    from io import BytesIO

    from docx import Document

    document = Document(BytesIO(answer.content))
    text = "\n".join(one.text for one in document.paragraphs)
    assert "bijstaan door een vakbondsafgevaardigde" in text
    assert "Ria" in text
    assert "persoonlijk" not in text


def test_a_sheet_handed_over_later_gives_as_many_days(measure, amina, now, today):
    later = now + timedelta(days=3)
    with pytest.raises(IndividualRefused, match="Kies een dag"):
        acts.hand_over_sheet(person=person("Farid"), on=today - timedelta(days=1), by=amina, at=later)
    for _twice in range(2):
        acts.hand_over_sheet(person=person("Farid"), on=today + timedelta(days=3), by=amina, at=later)
    assert person("Farid").last_on == today + timedelta(days=13)
    assert fresh(measure).last_on == today + timedelta(days=10)


def test_who_lost_the_account_after_the_mail_gets_the_sheet_and_as_many_days(measure, bram, amina, ask, now, today):
    bram.is_active = False
    bram.save()
    shown = ask(amina, "individual", pk=measure.pk).content.decode()
    door = f"enkele-mensen/mens/{person('Bram').pk}/afgegeven/"
    assert door in shown
    acts.hand_over_sheet(person=person("Bram"), on=today + timedelta(days=3), by=amina, at=now + timedelta(days=3))
    assert person("Bram").last_on == today + timedelta(days=13)
    assert door not in ask(amina, "individual", pk=measure.pk).content.decode()


def test_below_the_sheet_stands_the_house_on_one_line_without_a_loose_dot(measure, amina, ask, tmp_path):
    file = tmp_path / "blad.pdf"
    file.write_bytes(ask(amina, "individual_sheet", pk=person("Farid").pk, suffix="pdf").content)
    words = ["pdftotext", "-layout", file, "-"]
    text = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    assert "Lindehof ·" not in text
    assert all("De Lindehof" in page for page in text.split("\f")[:-1])
