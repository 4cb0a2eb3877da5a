import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from draagvlak.policyplan.actions import negotiation as table
from draagvlak.policyplan.models import ClauseConsent, ClauseText
from draagvlak.policyplan.queries import negotiation as queries
from draagvlak.policyplan.rules import AlreadyDone, NegotiationRefused, clause_seal, clause_state
from draagvlak.policyplan.tests.negotiation_world import ROOT, TEXT, agree, begin, propose, put, state


@pytest.fixture
def clause(set_up, ria, now):
    return put(begin(ria, now), ria, now)


def address(set_up, name, **words):
    return reverse(f"policyplan:{name}", kwargs={"organisation": set_up.slug, "number": 1, **words})


def test_a_clause_is_agreed_only_when_both_sides_are():
    assert [
        clause_state(sides, is_withdrawn=False).value for sides in ((), ("employer",), ("workers", "employer"))
    ] == [
        "open",
        "open",
        "agreed",
    ]
    assert clause_state(("workers", "employer"), is_withdrawn=True) == "withdrawn"


def test_proposing_is_not_agreeing_and_one_side_is_not_enough(clause, ria, koen, now):
    assert state(clause) == "open"
    agree(clause, ria, at=now)
    assert state(clause) == "open"
    agree(clause, koen, at=now)
    assert state(clause) == "agreed"


def test_one_letter_more_and_it_is_open_again(clause, ria, koen, now):
    agree(clause, ria, koen, at=now)
    propose(clause, koen, now, body=TEXT.replace(".", "!"))
    assert state(clause) == "open"


def test_the_title_is_part_of_what_is_agreed(clause, ria, koen, now):
    agree(clause, ria, koen, at=now)
    propose(clause, koen, now, title="Werktijd en reistijd", body=TEXT)
    assert state(clause) == "open"


def test_who_agrees_to_a_text_that_was_replaced_meanwhile_agrees_to_nothing(clause, set_up, ria, koen, now, signed_in):
    old = clause_seal("Werktijd", TEXT)
    propose(clause, koen, now)
    answer = signed_in(ria).post(address(set_up, "agree_to_text", point=1), {"seal": old, "once": "a"})
    assert answer.status_code == 409
    assert "Er staat intussen een andere tekst" in answer.content.decode()
    assert not ClauseConsent.objects.exists()


def test_without_the_seal_nobody_agrees(clause, set_up, ria, signed_in):
    assert signed_in(ria).post(address(set_up, "agree_to_text", point=1), {"once": "a"}).status_code == 409
    assert not ClauseConsent.objects.exists()


def test_the_second_of_one_side_hears_that_it_was_done(clause, ria, bram, now):
    table.add_to_table(negotiation=clause.negotiation, account=bram, is_expert=False, by=ria, at=now, root=ROOT)
    agree(clause, ria, at=now)
    with pytest.raises(AlreadyDone):
        agree(clause, bram, at=now)


def test_two_propose_and_the_second_sees_both_texts(clause, set_up, ria, koen, now, signed_in):
    propose(clause, koen, now, body="<p>Van de directie.</p>")
    sent = {"title": "Werktijd", "body": "Van de delegatie.", "because": "", "version": 1, "once": "a"}
    answer = signed_in(ria).post(address(set_up, "propose_text", point=1), sent)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Van de directie." in page
    assert "Van de delegatie." in page
    again = signed_in(ria).post(address(set_up, "propose_text", point=1), {**sent, "version": 2, "once": "b"})
    assert again.status_code == 302
    assert list(ClauseText.objects.order_by("number").values_list("number", flat=True)) == [1, 2, 3]


def test_the_same_text_again_is_no_proposal(clause, koen, now):
    with pytest.raises(NegotiationRefused):
        propose(clause, koen, now, body=TEXT)


def test_an_empty_text_from_word_is_refused_and_scripts_are_left_out(clause, koen, now):
    with pytest.raises(NegotiationRefused):
        propose(clause, koen, now, body="<p class=MsoNormal>&nbsp;</p>")
    made = propose(clause, koen, now, body='<p class="MsoNormal" style="x">Goed.<script>alert(1)</script></p>')
    assert "Mso" not in made.body
    assert "script" not in made.body


def test_the_page_shows_what_a_text_changed(clause, set_up, ria, koen, now, signed_in):
    propose(clause, koen, now)
    page = signed_in(ria).get(address(set_up, "negotiation")).content.decode()
    assert "<ins" in page
    history = signed_in(ria).get(address(set_up, "clause", point=1)).content.decode()
    assert "Tekst 2" in history
    assert "Tekst 1" in history


def test_the_side_that_put_it_there_withdraws_it_and_a_new_text_brings_it_back(clause, ria, koen, now):
    with pytest.raises(NegotiationRefused):
        table.withdraw_clause(clause=clause, reason="Nee", by=koen, at=now)
    table.withdraw_clause(clause=clause, reason="Niet nu", by=ria, at=now)
    assert state(clause) == "withdrawn"
    with pytest.raises(NegotiationRefused):
        agree(clause, koen, at=now)
    propose(clause, koen, now, body=TEXT)
    assert state(clause) == "open"


def test_an_agreed_point_is_not_withdrawn_by_one_side(clause, ria, koen, now):
    agree(clause, ria, koen, at=now)
    with pytest.raises(NegotiationRefused):
        table.withdraw_clause(clause=clause, reason="Toch niet", by=ria, at=now)


def test_a_text_and_a_consent_are_never_changed(clause, ria, now):
    agree(clause, ria, at=now)
    for rows in (ClauseText.objects.all(), ClauseConsent.objects.all()):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(sha256="0" * 64)
        with pytest.raises(IntegrityError), transaction.atomic():
            rows._raw_delete("default")


def test_a_stopped_negotiation_takes_nothing_more(clause, set_up, ria, koen, now, signed_in):
    table.stop_negotiation(negotiation=clause.negotiation, reason="Geen geld", by=koen, at=now, root=ROOT)
    sent = {"title": "Werktijd", "body": "Nog iets.", "because": "", "version": 1, "once": "a"}
    answer = signed_in(ria).post(address(set_up, "propose_text", point=1), sent)
    assert answer.status_code == 409
    assert "Nog iets." in answer.content.decode()
    with pytest.raises(IntegrityError), transaction.atomic():
        put_by_hand(clause)


def put_by_hand(clause):
    from draagvlak.policyplan.models import Clause

    Clause.objects.create(negotiation=clause.negotiation, number=9, side="workers")


def test_the_other_side_has_a_task(clause, set_up, ria, koen, amina, now, signed_in):
    tasks = reverse("desk:tasks", kwargs={"organisation": set_up.slug})
    asked = "Antwoord in de onderhandeling: Vorming op het werk"
    assert asked in signed_in(koen).get(tasks).content.decode()
    assert asked not in signed_in(ria).get(tasks).content.decode()
    assert "Vorming op het werk" not in signed_in(amina).get(tasks).content.decode()


def test_the_page_costs_the_same_for_one_clause_as_for_six(clause, set_up, ria, koen, now, signed_in):
    def statements():
        client = signed_in(ria)
        client.get(address(set_up, "negotiation"))
        with CaptureQueriesContext(connection) as seen:
            client.get(address(set_up, "negotiation"))
        return len(seen)

    first = statements()
    for number in range(5):
        agree(put(clause.negotiation, ria, now, title=f"Punt {number}"), ria, at=now)
    assert statements() == first


def test_who_waits_is_known_from_who_spoke_last(clause, ria, koen, now):
    found = queries.clauses_of(clause.negotiation)
    assert [len(queries.waits_for(found, side)) for side in ("workers", "employer")] == [0, 1]


def test_the_page_says_which_side_agreed_first_and_never_that_the_other_did(clause, set_up, ria, koen, now, signed_in):
    agree(clause, ria, at=now)
    place = address(set_up, "agree_to_text", point=1)
    assert "Wat zeggen jullie? De werknemers gingen al akkoord." in signed_in(koen).get(place).content.decode()
    mine = signed_in(ria).get(place).content.decode()
    assert "Jullie kant ging al akkoord met deze tekst." in mine
    assert "De werkgever ging al akkoord" not in mine
