import json
from datetime import timedelta

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.urls import reverse

from draagvlak.decisions import actions, queries
from draagvlak.decisions.models import Entry, Part
from draagvlak.decisions.rules import NoMandate, NoPoints, NoReasonGiven, NotNow, TextChanged, VotesDisagree
from draagvlak.decisions.states import Answer, DossierKind, DossierState, Strength
from draagvlak.documents.actions import freeze
from draagvlak.journal.models import Record
from draagvlak.lib.rights import may
from draagvlak.lib.verify import examine
from draagvlak.notices.models import Message
from draagvlak.stakeholders.actions import seat
from draagvlak.tenancy.actions import dismiss


@pytest.fixture
def dossier(set_up, amina, els, dirk, now):
    document = freeze(title="Plan", text='{"title": "Plan"}', at=now)
    return actions.open_dossier(kind=DossierKind.POLICY_PLAN, title="Plan", document=document, by=amina, at=now)


def part_of(dossier, kind):
    return Part.objects.select_related("dossier__document", "body").get(dossier=dossier, body__kind=kind)


def said(dossier, verdict, **more):
    words = {"verdict": verdict, "votes": {"for": 0, "against": 0, "abstained": 0}, "points": [], "note": ""}
    return {**words, "document_sha256": dossier.document.sha256, **more}


def speak(dossier, kind, verdict, by, now, **more):
    return actions.record_voice(part=part_of(dossier, kind), said=said(dossier, verdict, **more), by=by, at=now)


def test_advice_reply_and_approval_adopt_the_plan(dossier, inform, dirk, koen, els, now):
    voice = speak(dossier, "works_council", "with_remarks", dirk, now, points=["Meer nacht.", "", "Meer tijd."])
    for point in (1, 2):
        actions.reply(
            dossier=dossier, voice=voice.number, point=point, answer=Answer.FOLLOWED, text="Ja.", by=koen, at=now
        )
    inform(dossier)
    speak(dossier, "board", "approved", els, now, votes={"for": 3, "against": 1, "abstained": 0})
    dossier.refresh_from_db()
    assert dossier.state == DossierState.ADOPTED
    assert [entry.act for entry in queries.entries_of(dossier)] == [
        "open",
        "voice",
        "reply",
        "reply",
        "voice",
        "voice",
        "settle",
    ]
    assert Record.objects.filter(act="decisions.settle").count() == 1


def test_the_board_cannot_approve_before_every_point_has_a_reply(dossier, inform, dirk, els, now):
    inform(dossier)
    speak(dossier, "works_council", "unfavourable", dirk, now, points=["Nee."])
    with pytest.raises(NotNow, match="punt 1 heeft geen antwoord"):
        speak(dossier, "board", "approved", els, now)


def test_the_board_cannot_approve_before_the_advice(dossier, inform, els, now):
    inform(dossier)
    with pytest.raises(NotNow, match="Ondernemingsraad gaf nog geen advies"):
        speak(dossier, "board", "approved", els, now)


def test_a_refusal_needs_a_reason_and_rejects_the_plan(dossier, inform, dirk, els, now):
    inform(dossier)
    speak(dossier, "works_council", "favourable", dirk, now)
    with pytest.raises(NoReasonGiven):
        speak(dossier, "board", "not_approved", els, now)
    speak(dossier, "board", "not_approved", els, now, note="Het budget ontbreekt.")
    dossier.refresh_from_db()
    assert dossier.state == DossierState.REJECTED


def test_a_body_speaks_once(dossier, dirk, now):
    speak(dossier, "works_council", "favourable", dirk, now)
    with pytest.raises(NotNow, match="sprak zich al uit"):
        speak(dossier, "works_council", "unfavourable", dirk, now, points=["Toch niet."])


def test_a_voice_about_another_text_is_refused(dossier, dirk, now):
    with pytest.raises(TextChanged):
        speak(dossier, "works_council", "favourable", dirk, now, document_sha256="0" * 64)


def test_remarks_without_a_point_are_refused(dossier, dirk, now):
    with pytest.raises(NoPoints):
        speak(dossier, "works_council", "with_remarks", dirk, now, points=[" "])


def test_votes_that_contradict_the_verdict_are_refused(dossier, dirk, now):
    with pytest.raises(VotesDisagree):
        speak(dossier, "works_council", "favourable", dirk, now, votes={"for": 1, "against": 5, "abstained": 0})


def test_a_verdict_that_does_not_fit_the_mandate_is_refused(dossier, dirk, now):
    with pytest.raises(NotNow, match="past niet"):
        speak(dossier, "works_council", "approved", dirk, now)


def test_nothing_is_said_after_the_end(dossier, dirk, amina, now):
    actions.withdraw_dossier(dossier=dossier, reason="De tekst wijzigde.", by=amina, at=now)
    with pytest.raises(NotNow, match="afgelopen"):
        speak(dossier, "works_council", "favourable", dirk, now)


def test_a_dossier_without_anybody_who_approves_is_not_opened(set_up, amina, koen, now):
    board = queries.mandates(DossierKind.POLICY_PLAN, on=now.date()).get(strength=Strength.APPROVAL).body
    words = {"strength": Strength.INFORM, "term_days": 0, "ground": "statuten"}
    actions.set_mandate(body=board, kind=DossierKind.POLICY_PLAN, facts=words, by=koen, at=now)
    document = freeze(title="Plan", text="x", at=now)
    with pytest.raises(NoMandate):
        actions.open_dossier(kind=DossierKind.POLICY_PLAN, title="Plan", document=document, by=amina, at=now)


def test_a_mandate_that_would_end_later_gives_way_to_the_new_one(set_up, amina, koen, now):
    mandate = queries.mandates(DossierKind.POLICY_PLAN, on=now.date()).get(strength=Strength.APPROVAL)
    actions.end_mandate(mandate=mandate, ends_on=now.date() + timedelta(days=5), by=koen, at=now)
    words = {"strength": Strength.APPROVAL, "term_days": 9, "ground": "statuten"}
    actions.set_mandate(body=mandate.body, kind=DossierKind.POLICY_PLAN, facts=words, by=koen, at=now)
    document = freeze(title="Plan", text="x", at=now)
    dossier = actions.open_dossier(kind=DossierKind.POLICY_PLAN, title="Plan", document=document, by=amina, at=now)
    assert Part.objects.filter(dossier=dossier, body=mandate.body).count() == 1


def test_the_database_itself_refuses_to_change_an_entry(dossier):
    for change in (lambda rows: rows.update(act="x"), lambda rows: rows.delete()):
        with pytest.raises((IntegrityError, InternalError), match="may not be changed"), transaction.atomic():
            change(Entry.objects.all())


def test_everyone_in_the_dossier_receives_the_seal_of_each_step(dossier, dirk, els, amina, now):
    entry = speak(dossier, "works_council", "favourable", dirk, now)
    receipts = {m.to for m in Message.objects.all() if f"{entry.number}:{entry.seal}" in m.body}
    assert receipts == {"amina@example.org", "dirk@example.org", "els@example.org"}


def test_the_export_verifies_with_every_receipt_and_a_changed_value_does_not(dossier, inform, dirk, els, now):
    speak(dossier, "works_council", "favourable", dirk, now)
    inform(dossier)
    speak(dossier, "board", "approved", els, now)
    raw = json.dumps(queries.exported(dossier), ensure_ascii=False).encode()
    receipts = [f"{entry.number}:{entry.seal}" for entry in queries.entries_of(dossier)]
    assert examine(raw, receipts).code == 0
    verdict = examine(raw.replace(b"favourable", b"unfavourable"), receipts)
    assert (verdict.code, verdict.record) == (1, 2)


def test_a_chain_still_verifies_when_the_clock_of_the_machine_was_set_back(dossier, inform, dirk, els, now):
    inform(dossier)
    speak(dossier, "works_council", "favourable", dirk, now)
    speak(dossier, "board", "approved", els, now - timedelta(seconds=3))
    assert examine(json.dumps(queries.exported(dossier)).encode()).code == 0
    assert len({entry.at for entry in queries.entries_of(dossier)}) == 1


def test_the_page_of_the_council_leads_to_the_words_and_the_board_sees_why_it_must_wait(
    dossier, dirk, els, signed_in, set_up
):
    address = reverse("decisions:dossier", kwargs={"organisation": set_up.slug, "number": dossier.number})
    assert "Leg vast wat Ondernemingsraad zegt" in signed_in(dirk).get(address).content.decode()
    waits = signed_in(els).get(address).content.decode()
    assert "Dit kan nog niet: Ondernemingsraad gaf nog geen advies" in waits


def test_a_member_records_the_advice_through_the_form(dossier, dirk, signed_in, set_up):
    part = part_of(dossier, "works_council")
    address = reverse(
        "decisions:record_voice", kwargs={"organisation": set_up.slug, "number": dossier.number, "part": part.pk}
    )
    words = {
        "verdict": "with_remarks",
        "point_1": "Meer nacht.",
        "votes_for": "4",
        "votes_against": "1",
        "is_read": "on",
    }
    sent = signed_in(dirk).post(address, {**words, "document_sha256": dossier.document.sha256})
    voice = queries.entries_of(dossier)[1]
    assert (sent.status_code, voice.by, voice.content["points"]) == (
        302,
        "Dirk",
        [{"number": 1, "text": "Meer nacht."}],
    )


def test_the_board_member_has_no_door_to_the_councils_voice(dossier, els, signed_in, set_up):
    part = part_of(dossier, "works_council")
    address = reverse(
        "decisions:record_voice", kwargs={"organisation": set_up.slug, "number": dossier.number, "part": part.pk}
    )
    assert signed_in(els).get(address).status_code == 403


def test_once_the_body_spoke_the_page_to_record_leads_to_the_dossier_with_a_sentence(
    dossier, dirk, now, signed_in, set_up
):
    speak(dossier, "works_council", "favourable", dirk, now)
    words = {"organisation": set_up.slug, "number": dossier.number}
    door = reverse("decisions:record_voice", kwargs={**words, "part": part_of(dossier, "works_council").pk})
    answer = signed_in(dirk).get(door, follow=True)
    assert answer.redirect_chain[0][0] == reverse("decisions:dossier", kwargs=words)
    assert "Ondernemingsraad sprak zich al uit. Wat vastligt, wijzigt niet meer." in answer.content.decode()


def test_what_a_joint_body_says_is_not_for_the_employer_in_it_to_write_down(dossier, bodies, koen, dirk, now, today):
    council = bodies["works_council"]
    seat(body=council, holder=koen, function="chair", side="employer", starts_on=today, by=koen, at=now)
    part = part_of(dossier, "works_council")
    assert (may(koen, "decisions.record_voice", part), may(dirk, "decisions.record_voice", part)) == (False, True)
    # Where nobody of the workers can sign in, the body would otherwise stay silent for ever.
    dismiss(account=dirk, organisation=council.organisation, at=now)
    for account in (koen, dirk):
        account.forget()
    assert may(koen, "decisions.record_voice", part)


def test_everybody_reads_in_the_receipt_who_wrote_it_down(dossier, dirk, now):
    speak(dossier, "works_council", "favourable", dirk, now)
    receipt = Message.objects.filter(kind="receipt").first()
    assert "Ondernemingsraad sprak zich uit over Plan: gunstig. Dirk legde dat vast." in receipt.body
