from datetime import timedelta

import pytest
from django.urls import reverse

from draagvlak.accounts.models import Account
from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.notices.models import Message
from draagvlak.policyplan.actions import negotiation as table
from draagvlak.policyplan.models import AtTheTable, Negotiation
from draagvlak.policyplan.queries import negotiation as queries
from draagvlak.policyplan.rules import AlreadyDone, NegotiationRefused
from draagvlak.policyplan.tests.negotiation_world import ROOT, begin, put
from draagvlak.stakeholders.actions import seat


@pytest.fixture
def negotiation(set_up, ria, now):
    return begin(ria, now, subject="Nachtwerk en leren")


def address(set_up, name, **words):
    return reverse(f"policyplan:{name}", kwargs={"organisation": set_up.slug, **words})


def test_management_and_delegation_open_one_and_nobody_else(set_up, ria, koen, amina, dirk, els, signed_in):
    asked = {
        one.name: signed_in(one).get(address(set_up, "open_negotiation")).status_code
        for one in (ria, koen, amina, dirk, els)
    }
    assert asked == {"Ria": 200, "Koen": 200, "Amina": 403, "Dirk": 403, "Els": 403}


def test_the_page_opens_it_and_both_sides_hear_without_a_word_of_it(set_up, ria, koen, signed_in, now):
    sent = {"subject": "Nachtwerk en leren", "level": "company", "aim_on": str(clock.day_of(now) + timedelta(days=9))}
    answer = signed_in(ria).post(address(set_up, "open_negotiation"), {**sent, "once": "a"})
    assert answer.status_code == 302
    assert Negotiation.objects.get().subject == "Nachtwerk en leren"
    mail = Message.objects.get(to=koen.email, subject__contains="onderhandeling")
    assert "Nachtwerk" not in mail.subject + mail.body


def test_a_day_that_is_past_is_refused_and_nothing_typed_is_lost(set_up, ria, signed_in):
    sent = {"subject": "Nachtwerk", "level": "company", "aim_on": "2020-01-01", "once": "a"}
    answer = signed_in(ria).post(address(set_up, "open_negotiation"), sent)
    assert answer.status_code == 409
    assert 'value="Nachtwerk"' in answer.content.decode()
    assert not Negotiation.objects.exists()


def test_without_a_delegation_there_is_nobody_to_talk_to(organisation, koen, now):
    with pytest.raises(NegotiationRefused):
        begin(koen, now)


def test_only_the_table_sees_it(negotiation, set_up, ria, koen, amina, dirk, els, bram):
    sees = {
        one.name: may(one, "policyplan.see_negotiation", negotiation) for one in (ria, koen, amina, dirk, els, bram)
    }
    assert sees == {"Ria": True, "Koen": True, "Amina": False, "Dirk": False, "Els": False, "Bram": False}


def test_the_journal_and_the_register_tell_others_nothing_of_the_subject(negotiation, set_up, dirk, amina, signed_in):
    for who in (dirk, amina):
        for page in (address(set_up, "agreements"), reverse("desk:journal", kwargs={"organisation": set_up.slug})):
            assert "Nachtwerk" not in signed_in(who).get(page).content.decode()
    assert Record.objects.get(act="policyplan.open_negotiation").subject_name == "Onderhandeling 1"


def test_another_organisation_finds_nothing(negotiation, set_up, new_account, signed_in):
    stranger = signed_in(new_account("Greet"))
    assert stranger.get(address(set_up, "negotiation", number=1)).status_code == 404


def test_who_is_asked_as_an_expert_reads_and_gives_advice_but_speaks_for_nobody(negotiation, amina, koen, now):
    table.add_to_table(negotiation=negotiation, account=amina, is_expert=True, by=koen, at=now, root=ROOT)
    amina.forget()
    rights = ("see_negotiation", "note_talk", "negotiate")
    assert [may(amina, f"policyplan.{right}", negotiation) for right in rights] == [True, True, False]


def test_who_is_asked_for_a_side_speaks_for_it(negotiation, bram, ria, now):
    table.add_to_table(negotiation=negotiation, account=bram, is_expert=False, by=ria, at=now, root=ROOT)
    assert put(negotiation, bram, now).side == "workers"


def test_whom_the_employer_asked_never_speaks_for_the_workers(negotiation, bodies, amina, bram, koen, ria, now, today):
    for account, is_expert in ((amina, True), (bram, False)):
        table.add_to_table(negotiation=negotiation, account=account, is_expert=is_expert, by=koen, at=now, root=ROOT)
        seat(body=bodies["union_delegation"], holder=account, function="member", starts_on=today, by=ria, at=now)
        account.forget()
    assert not may(amina, "policyplan.negotiate", negotiation)
    assert put(negotiation, bram, now).side == "employer"
    assert [str(one) for one in queries.table_of(negotiation, on=today)["workers"]] == ["Ria"]


def test_nobody_is_asked_twice_nor_who_sits_there_already(negotiation, amina, koen, ria, now):
    table.add_to_table(negotiation=negotiation, account=amina, is_expert=True, by=koen, at=now, root=ROOT)
    for one in (amina, ria):
        with pytest.raises(AlreadyDone):
            table.add_to_table(negotiation=negotiation, account=one, is_expert=True, by=koen, at=now, root=ROOT)


def test_only_the_side_that_asked_takes_somebody_from_the_table(negotiation, set_up, amina, koen, ria, now, signed_in):
    row = table.add_to_table(negotiation=negotiation, account=amina, is_expert=True, by=koen, at=now, root=ROOT)
    place = address(set_up, "leave_table", number=1, pk=row.pk)
    assert signed_in(ria).post(place, {"once": "a"}).status_code == 403
    assert signed_in(koen).post(place, {"once": "b"}).status_code == 302
    assert AtTheTable.objects.get().left_at is not None
    assert not may(Account.objects.get(pk=amina.pk), "policyplan.see_negotiation", negotiation)


def test_two_change_the_subject_and_the_second_keeps_both(negotiation, set_up, ria, koen, signed_in, now):
    place, day = address(set_up, "change_negotiation", number=1), str(clock.day_of(now) + timedelta(days=9))
    sent = {"subject": "Eerst", "level": "company", "aim_on": day, "version": 1}
    assert signed_in(ria).post(place, {**sent, "once": "a"}).status_code == 302
    answer = signed_in(koen).post(place, {**sent, "subject": "Daarna", "once": "b"})
    assert answer.status_code == 409
    assert "Eerst" in answer.content.decode()
    assert "Daarna" in answer.content.decode()
