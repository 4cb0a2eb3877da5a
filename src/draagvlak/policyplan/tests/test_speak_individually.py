"""Each person says himself what he thinks, helped by a delegate whom he chose; nothing that was said is overwritten."""

import pytest
from django.db import DatabaseError, transaction

from draagvlak.desk.queries import tasks_for
from draagvlak.journal.models import Record
from draagvlak.lib.rights import may
from draagvlak.notices.models import Message
from draagvlak.policyplan.actions import individual as acts
from draagvlak.policyplan.models import ConcernedPerson, Statement
from draagvlak.policyplan.rules import IndividualRefused
from draagvlak.policyplan.tests.individual_world import WORDS, person


def told(*accounts, pages, words):
    return {(one.name, name) for one in accounts for name, page in pages.items() if words in page(one)}


def test_a_person_speaks_on_the_own_page_and_his_task_is_done(measure, bram, ask, set_up, today):
    mine = person("Bram")
    page = ask(bram, "individual_record", pk=mine.pk).content.decode()
    assert "De nacht begint een uur vroeger." in page
    assert "vakbondsafgevaardigde" in page
    assert "Ria" in page
    answer = ask(bram, "speak_individually", {"text": WORDS, "once": "a"}, pk=mine.pk)
    assert answer.status_code == 302
    shown = ask(bram, "individual_record", pk=mine.pk).content.decode()
    assert WORDS in shown
    assert "De directie antwoordt nog." in shown
    assert not [one for one in tasks_for(bram, set_up, today=today) if one.title.startswith("Zeg wat je vindt")]


@pytest.mark.parametrize(
    ("facts", "said"),
    [({}, "Schrijf wat"), ({"text": "Ja", "has_none": True}, "Kies één"), ({"text": "  "}, "Schrijf")],
)
def test_nothing_and_both_at_once_are_refused(measure, bram, now, facts, said):
    with pytest.raises(IndividualRefused, match=said):
        acts.speak_individually(person=person("Bram"), facts=facts, by=bram, at=now)


def test_words_are_only_added_also_for_the_database(measure, bram, say):
    say("Bram", bram)
    say("Bram", bram, "", has_none=True)
    assert [one.text for one in Statement.objects.all()] == [WORDS, ""]
    for change in (lambda: Statement.objects.update(text="Anders"), lambda: Statement.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    with pytest.raises(DatabaseError), transaction.atomic():
        ConcernedPerson.objects.filter(member__first_name="Farid").delete()


def test_the_delegate_gets_a_mail_without_the_measure_and_writes_as_himself(measure, bram, ria, ask, set_up, today):
    mine = person("Bram")
    assert ask(ria, "individual_record", pk=mine.pk).status_code == 404
    assert ask(bram, "choose_delegate", {"delegate": ria.pk, "once": "a"}, pk=mine.pk).status_code == 302
    mail = Message.objects.get(to=ria.email, subject="Bram Test vraagt je bijstand")
    assert not {"nachtdienst", "uur vroeger"} & set(mail.body.replace(".", " ").split())
    assert "Sta Bram Test bij" in [one.title for one in tasks_for(ria, set_up, today=today)]
    assert ask(ria, "speak_individually", {"text": "Hij heeft kinderen.", "once": "b"}, pk=mine.pk).status_code == 302
    assert Statement.objects.get().spoken_by == "delegate"
    assert "Ria, namens Bram Test" in ask(bram, "individual_record", pk=mine.pk).content.decode()
    assert ask(ria, "individual_record", pk=person("Farid").pk).status_code == 404


def test_only_who_sits_in_the_delegation_can_be_chosen_and_reads_as_long_as_he_sits_there(
    measure, bram, dirk, ria, koen, now, today
):
    from datetime import timedelta

    from draagvlak.stakeholders.models import Seat

    with pytest.raises(IndividualRefused, match="syndicale delegatie"):
        acts.choose_delegate(person=person("Bram"), delegate=dirk, by=bram, at=now)
    acts.choose_delegate(person=person("Bram"), delegate=ria, by=bram, at=now)
    assert may(ria, "policyplan.see_individual_record", person("Bram"))
    Seat.objects.filter(holder=ria).update(starts_on=today - timedelta(days=9), ends_on=today - timedelta(days=1))
    ria.forget()
    assert not may(ria, "policyplan.see_individual_record", person("Bram"))


def test_without_a_delegation_the_page_says_whom_else_to_ask(measure, bram, bodies, ask, today):
    from datetime import timedelta

    from draagvlak.stakeholders.models import Body

    Body.objects.filter(kind="union_delegation").update(
        starts_on=today - timedelta(days=9), ends_on=today - timedelta(days=1)
    )
    assert "Hier is geen syndicale delegatie." in ask(bram, "individual_record", pk=person("Bram").pk).content.decode()


def test_what_was_said_is_in_no_journal_no_mail_and_on_no_page_of_another(
    measure, bram, ria, dirk, els, amina, say, talk, answer, ask, employ
):
    answer("Bram", say("Bram", bram))
    talk("Farid", "Mijn rug houdt dat niet vol.")
    kept = "".join(
        f"{one.subject_name}{one.details}{one.by_name if 'speak' in one.act else ''}"
        for one in Record.objects.filter(act__startswith="policyplan.")
    )
    mailed = "".join(f"{one.subject}{one.body}" for one in Message.objects.all())
    for words in (WORDS, "Mijn rug", "nachtdienst", "Bram Test"):
        assert words not in kept
    assert WORDS not in mailed
    assert "Op dinsdag wisselen we" not in mailed
    other = person("Farid").pk
    assert ask(bram, "individual_record", pk=other).status_code == 404
    for one in (dirk, els, ria):
        assert ask(one, "individual_record", pk=other).status_code == 404
        assert ask(one, "individual", pk=measure.pk).status_code == 403


def test_a_talk_is_noted_with_its_day_and_who_was_there_and_the_person_adds_words(measure, bram, talk, ask, now, today):
    talk("Bram", "Liever niet.", present="Amina en Ria")
    shown = ask(bram, "individual_record", pk=person("Bram").pk).content.decode()
    assert "Genoteerd door Amina na een gesprek op" in shown
    assert "Erbij: Amina en Ria." in shown
    assert ask(bram, "speak_individually", {"text": "Zo zei ik het niet.", "once": "a"}, pk=person("Bram").pk)
    assert [one.spoken_by for one in Statement.objects.all()] == ["talk", "self"]
    with pytest.raises(IndividualRefused, match="wie erbij was"):
        talk("Farid", "Ja", present=" ")
