"""Management decides only when everybody could speak, and everybody with remarks has an answer."""

from datetime import timedelta

import pytest
import time_machine
from django.db import DatabaseError, transaction

from draagvlak.accounts.models import Account
from draagvlak.desk.queries import tasks_for
from draagvlak.lib import clock
from draagvlak.lib.refusals import Changed
from draagvlak.lib.rights import may
from draagvlak.notices.models import Message
from draagvlak.policyplan.actions import individual as acts
from draagvlak.policyplan.models import IndividualConsultation, Statement
from draagvlak.policyplan.rules import IndividualRefused
from draagvlak.policyplan.tests.individual_world import fresh, person
from draagvlak.stakeholders import actions as roles
from draagvlak.stakeholders.models import Seat
from draagvlak.tenancy.models import Membership


def test_before_everybody_spoke_and_was_answered_one_sentence_says_what_is_missing(
    measure, say, bram, decide, koen, ask
):
    with pytest.raises(IndividualRefused) as refused:
        decide(measure)
    assert str(refused.value) == (
        "Beslissen kan nog niet: 1 mens is nog niet bereikt (Farid Test); "
        "1 mens antwoordde nog niet en heeft nog tijd (Bram Test)."
    )
    say("Bram", bram)
    shown = ask(koen, "individual", pk=measure.pk).content.decode()
    assert "1 mens met opmerkingen wacht op een antwoord (Bram Test)" in shown
    assert 'aria-disabled="true">Beslis' in shown


def test_after_all_spoke_and_were_answered_it_is_decided_and_everybody_hears(
    measure, say, bram, talk, answer, koen, ask, set_up, today
):
    answer("Bram", say("Bram", bram))
    talk("Farid")
    assert "Beslis: Een andere nachtdienst" in [one.title for one in tasks_for(koen, set_up, today=today)]
    sent = {"outcome": "changed", "text": "We wisselen op dinsdag.", "version": fresh(measure).version, "once": "a"}
    assert ask(koen, "decide_individual", sent, pk=measure.pk).status_code == 302
    assert (fresh(measure).state, fresh(measure).outcome, fresh(measure).ended_by) == ("decided", "changed", koen)
    assert Message.objects.filter(to=bram.email, subject="Beslist: Een andere nachtdienst").count() == 1
    shown = ask(bram, "individual_record", pk=person("Bram").pk).content.decode()
    assert "We wisselen op dinsdag." in shown
    assert "Deels gevolgd" in shown


def test_a_term_that_passed_counts_only_for_who_was_asked_and_only_after_its_last_day(
    measure, amina, decide, now, today
):
    acts.hand_over_sheet(person=person("Farid"), on=today, by=amina, at=now)
    with pytest.raises(IndividualRefused, match="2 mensen antwoordden nog niet"):
        decide(measure, at=now + timedelta(days=10))
    assert decide(measure, at=now + timedelta(days=11)).state == "decided"


def test_who_was_never_reached_keeps_it_open_however_late(measure, decide, now):
    with pytest.raises(IndividualRefused, match="nog niet bereikt"):
        decide(measure, at=now + timedelta(days=90))


def test_words_added_after_the_answer_ask_for_another_one(measure, say, bram, talk, answer, decide):
    first = say("Bram", bram)
    answer("Bram", first)
    talk("Farid")
    say("Bram", bram, "Nog iets.")
    with pytest.raises(IndividualRefused, match="wacht op een antwoord"):
        decide(measure)
    with pytest.raises(IndividualRefused, match="intussen"):
        answer("Bram", first)
    answer("Bram", Statement.objects.get(text="Nog iets."))
    assert decide(measure).state == "decided"


def test_what_the_coordinator_prepares_is_read_by_the_person_only_when_management_gives_it(
    measure, say, bram, amina, koen, answer, ask, set_up, today
):
    mine = person("Bram")
    last = say("Bram", bram)
    assert "Bereid het antwoord aan 1 mens voor" in [one.title for one in tasks_for(amina, set_up, today=today)]
    sent = {"upon": last.pk, "follow_up": "followed", "text": "Voorstel.", "once": "a"}
    assert ask(amina, "answer_person", sent, pk=mine.pk).status_code == 302
    assert "Voorstel." not in ask(bram, "individual_record", pk=mine.pk).content.decode()
    assert not Message.objects.filter(to=bram.email, subject__startswith="Er is een antwoord").exists()
    assert "Voorstel." in ask(koen, "answer_person", pk=mine.pk).content.decode()
    assert ask(koen, "answer_person", {**sent, "once": "b"}, pk=mine.pk).status_code == 302
    assert "Voorstel." in ask(bram, "individual_record", pk=mine.pk).content.decode()
    assert Message.objects.filter(to=bram.email, subject__startswith="Er is een antwoord").count() == 1


def test_an_answer_to_nobody_and_one_without_a_reason_are_refused(measure, say, bram, koen, now):
    words = {"is_given": True, "by": koen, "at": now}
    with pytest.raises(IndividualRefused, match="geen opmerkingen"):
        acts.answer_person(person=person("Bram"), facts={"follow_up": "not", "text": "Nee"}, upon=0, **words)
    last = say("Bram", bram).pk
    with pytest.raises(IndividualRefused, match="waarom"):
        acts.answer_person(person=person("Bram"), facts={"follow_up": "not", "text": " "}, upon=last, **words)


def test_what_is_decided_stays_as_it_is_also_for_the_database(measure, say, bram, talk, decide):
    say("Bram", bram, "", has_none=True)
    talk("Farid")
    decide(measure)
    with pytest.raises(IndividualRefused, match="beslist"):
        say("Bram", bram)
    with pytest.raises(DatabaseError), transaction.atomic():
        IndividualConsultation.objects.update(outcome_text="Anders")
    with pytest.raises(DatabaseError), transaction.atomic():
        Statement.objects.create(
            person=person("Bram"),
            spoken_by="self",
            text="Te laat",
            by=bram,
            at=fresh(measure).people.get(member__first_name="Bram").statements.get().at,
        )


def test_withdrawing_needs_a_reason_and_tells_who_was_asked(measure, amina, bram, now):
    with pytest.raises(IndividualRefused, match="Schrijf waarom"):
        acts.withdraw_individual(consultation=measure, reason=" ", version=measure.version, by=amina, at=now)
    with pytest.raises(Changed):
        acts.withdraw_individual(
            consultation=measure, reason="Niet nodig.", version=measure.version - 1, by=amina, at=now
        )
    held = acts.withdraw_individual(
        consultation=measure, reason="Niet nodig.", version=measure.version, by=amina, at=now
    )
    assert held.state == "withdrawn"
    assert Message.objects.filter(to=bram.email, subject="Ingetrokken: Een andere nachtdienst").exists()


def test_deciding_is_of_management_alone(measure, koen, amina, bram, dirk, els, ria):
    can = [may(one, "policyplan.decide_individual", measure) for one in (koen, amina, bram, dirk, els, ria)]
    assert can == [True, False, False, False, False, False]


def test_of_many_people_the_sentence_names_the_first_few_and_counts_the_rest(measure, employ, amina, koen, ask, now):
    people = [employ(f"Extra{number}").pk for number in range(10, 40)]
    acts.choose_people(consultation=measure, add=people, remove=[], by=amina, at=now)
    shown = ask(koen, "individual", pk=measure.pk).content.decode()
    told = shown.split('<p class="lead">')[1].split("</p>")[0]
    assert told.startswith("Beslissen kan nog niet: 31 mensen zijn nog niet bereikt (")
    assert "Extra13 Test, Extra14 Test en nog 26)" in told
    assert "Extra15" not in told


@pytest.mark.parametrize("gone", ["closed", "left the organisation"])
def test_whose_account_ends_during_his_term_is_reached_only_by_his_sheet(
    gone, measure, talk, bram, amina, set_up, decide, now
):
    talk("Farid")
    later = now + timedelta(days=60)
    if gone == "closed":
        Account.objects.filter(pk=bram.pk).update(is_active=False)
    else:
        Membership.objects.filter(account=bram).update(ends_at=now)
    with pytest.raises(IndividualRefused, match=r"1 mens is nog niet bereikt \(Bram Test\)"):
        decide(measure, at=later)
    acts.hand_over_sheet(person=person("Bram"), on=clock.day_of(later), by=amina, at=later)
    with pytest.raises(IndividualRefused, match="heeft nog tijd"):
        decide(measure, at=later)
    assert decide(measure, at=later + timedelta(days=11)).state == "decided"


def test_who_kept_silent_and_lost_his_account_after_the_decision_stays_somebody_who_was_asked(
    measure, talk, bram, decide, now, koen, ask
):
    talk("Farid")
    decide(measure, at=now + timedelta(days=11))
    Account.objects.filter(pk=bram.pk).update(is_active=False)
    shown = ask(koen, "individual", pk=measure.pk).content.decode()
    assert "heeft nog tijd" in shown  # the clock of the page stands at the day it was asked
    assert "nog niet bereikt" not in shown


def test_a_delegate_who_left_the_delegation_stands_beside_nobody_any_more(measure, bram, ria, koen, ask, now):
    acts.choose_delegate(person=person("Bram"), delegate=ria, by=bram, at=now)
    assert "bijgestaan door Ria" in ask(koen, "individual", pk=measure.pk).content.decode()
    roles.unseat(seat=Seat.objects.get(holder=ria), ends_on=clock.day_of(now), by=koen, at=now, reason="Verkiezing.")
    with time_machine.travel(now + timedelta(days=1), tick=False):
        assert "bijgestaan door Ria" not in ask(koen, "individual", pk=measure.pk).content.decode()


def test_what_has_ended_still_tells_who_stood_beside_whom(measure, bram, ria, talk, decide, koen, ask, now):
    acts.choose_delegate(person=person("Bram"), delegate=ria, by=bram, at=now)
    talk("Farid")
    decide(measure, at=now + timedelta(days=11))
    roles.unseat(seat=Seat.objects.get(holder=ria), ends_on=clock.day_of(now), by=koen, at=now, reason="Verkiezing.")
    with time_machine.travel(now + timedelta(days=1), tick=False):
        assert "bijgestaan door Ria" in ask(koen, "individual", pk=measure.pk).content.decode()
