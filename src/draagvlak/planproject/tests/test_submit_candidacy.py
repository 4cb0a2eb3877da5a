from datetime import timedelta

import pytest
from django.urls import reverse

from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.lib.refusals import Changed
from draagvlak.planproject import actions
from draagvlak.planproject.models import Call, Candidacy
from draagvlak.planproject.rules import AlreadyCandidate, CallClosed, NotAtWork
from draagvlak.planproject.states import CandidacyState
from draagvlak.staff.models import StaffMember

ANSWERS = {"motivation": "Ik werk ’s nachts.", "moments": ["evening"], "half_days_per_month": 2}
FORM = {"motivation": "Ik werk ’s nachts.", "moments": ["evening"], "half_days_per_month": "2", "speaks_for": "team"}


@pytest.fixture
def call(organisation, koen, now):
    day = clock.day_of(now)
    project = actions.start_project(
        title="Plan", first_year=2027, last_year=2030, assignment="Maak het.", by=koen, at=now
    )
    facts = {
        "title": "Doe mee",
        "task": "Schrijven.",
        "seats": 3,
        "opens_on": day,
        "closes_on": day + timedelta(days=7),
        "answer_by": day + timedelta(days=14),
    }
    return actions.open_call(project=project, facts=facts, by=koen, at=now)


def test_a_candidacy_is_kept_in_the_persons_own_words(call, bram, signed_in, organisation):
    address = reverse("planproject:submit_candidacy", kwargs={"organisation": organisation.slug, "pk": call.pk})
    sent = signed_in(bram).post(address, FORM)
    kept = Candidacy.objects.get()
    assert (sent.status_code, kept.motivation, kept.moments, str(kept.member)) == (
        302,
        "Ik werk ’s nachts.",
        ["evening"],
        "Bram Test",
    )
    assert Record.objects.filter(act="planproject.submit_candidacy", by=bram).count() == 1


def test_a_double_click_makes_one_candidacy(call, bram, signed_in, organisation):
    client = signed_in(bram)
    address = reverse("planproject:submit_candidacy", kwargs={"organisation": organisation.slug, "pk": call.pk})
    first, second = (client.post(address, {**FORM, "once": "zelfde"}) for _ in range(2))
    assert (first.url, Candidacy.objects.count()) == (second.url, 1)


def test_an_unanswered_question_is_named_and_nothing_is_lost(call, bram, signed_in, organisation):
    address = reverse("planproject:submit_candidacy", kwargs={"organisation": organisation.slug, "pk": call.pk})
    page = signed_in(bram).post(address, {**FORM, "moments": []})
    text = page.content.decode()
    assert (page.status_code, Candidacy.objects.count()) == (422, 0)
    assert "1 fout:" in text
    assert "Ik werk ’s nachts." in text


def test_nobody_stands_after_the_last_day(call, bram, employ, now):
    with pytest.raises(CallClosed, match="gesloten"):
        actions.submit_candidacy(call=call, member=employ("An"), answers=ANSWERS, by=bram, at=now + timedelta(days=8))


def test_nobody_stands_twice(call, employ, bram, now):
    member = employ("An")
    actions.submit_candidacy(call=call, member=member, answers=ANSWERS, by=bram, at=now)
    with pytest.raises(AlreadyCandidate):
        actions.submit_candidacy(call=call, member=member, answers=ANSWERS, by=bram, at=now)


def test_somebody_who_does_not_work_here_yet_cannot_stand(call, employ, bram, now):
    member = employ("Later", starts_on=clock.day_of(now) + timedelta(days=30))
    with pytest.raises(NotAtWork):
        actions.submit_candidacy(call=call, member=member, answers=ANSWERS, by=bram, at=now)


def test_after_withdrawing_one_may_stand_again(call, employ, bram, now):
    member = employ("An")
    first = actions.submit_candidacy(call=call, member=member, answers=ANSWERS, by=bram, at=now)
    actions.withdraw_candidacy(candidacy=first, by=bram, at=now)
    actions.submit_candidacy(call=call, member=member, answers=ANSWERS, by=bram, at=now)
    assert list(Candidacy.objects.order_by("pk").values_list("state", flat=True)) == [
        CandidacyState.WITHDRAWN,
        CandidacyState.SUBMITTED,
    ]


def test_the_second_of_two_windows_gets_both_texts(call, bram, employ, now):
    candidacy = actions.submit_candidacy(call=call, member=employ("An"), answers=ANSWERS, by=bram, at=now)
    actions.change_candidacy(candidacy=candidacy, answers={"motivation": "Eerste venster."}, version=1, by=bram, at=now)
    with pytest.raises(Changed) as changed:
        actions.change_candidacy(
            candidacy=candidacy, answers={"motivation": "Tweede venster."}, version=1, by=bram, at=now
        )
    assert (changed.value.theirs, changed.value.version) == ({"motivation": "Eerste venster."}, 2)


def test_somebody_else_cannot_see_or_withdraw_it(call, bram, employ, new_account, signed_in, organisation, now):
    from draagvlak.tenancy.actions import admit

    candidacy = actions.submit_candidacy(call=call, member=employ("An"), answers=ANSWERS, by=bram, at=now)
    nosy = new_account("Nosy")
    admit(account=nosy, organisation=organisation, at=now)
    for name in ("candidacy", "change_candidacy", "withdraw_candidacy"):
        address = reverse(f"planproject:{name}", kwargs={"organisation": organisation.slug, "pk": candidacy.pk})
        assert signed_in(nosy).get(address).status_code == 403


def test_who_stood_on_paper_and_cannot_sign_in_is_withdrawn_by_the_coordinator(
    set_up, employ, new_account, amina, koen, signed_in, today, now
):
    project = actions.start_project(title="P", first_year=2027, last_year=2030, assignment="x", by=koen, at=now)
    facts = {"title": "Oproep", "task": "x", "seats": 2, "opens_on": today, "closes_on": today, "answer_by": today}
    opened = actions.open_call(project=project, facts=facts, by=amina, at=now)
    members = employ("Oma"), employ("Bo", account=new_account("Bo"))
    oma, bo = (actions.submit_candidacy(call=opened, member=m, answers=ANSWERS, by=amina, at=now) for m in members)
    client, act = signed_in(amina), {"organisation": set_up.slug}
    assert client.get(reverse("planproject:withdraw_candidacy", kwargs={**act, "pk": bo.pk})).status_code == 403
    page = client.get(reverse("planproject:call", kwargs={**act, "pk": opened.pk})).content.decode()
    address = reverse("planproject:withdraw_candidacy", kwargs={**act, "pk": oma.pk})
    assert address in page
    assert "Trek de kandidatuur van Oma Test in" in client.get(address).content.decode()
    answer = client.post(address, {"once": "a"}, follow=True)
    assert "De kandidatuur van Oma Test is ingetrokken." in answer.content.decode()
    oma.refresh_from_db()
    assert oma.state == CandidacyState.WITHDRAWN


def test_a_paper_form_is_typed_in_for_who_is_named_and_not_for_a_key(call, employ, amina, signed_in, organisation):
    gust = employ("Gust", personnel_number="77")
    client = signed_in(amina)
    address = reverse("planproject:enter_paper_candidacy", kwargs={"organisation": organisation.slug, "pk": call.pk})
    assert '<option value="Gust Test (77)">' in client.get(address).content.decode()
    refused = client.post(address, {**FORM, "member": str(gust.pk)})
    assert (refused.status_code, Candidacy.objects.count()) == (422, 0)
    assert f"Geen collega heet “{gust.pk}”." in refused.content.decode()
    done = client.post(address, {**FORM, "member": "Gust Test (77)"}, follow=True)
    assert "De kandidatuur van Gust Test telt mee" in done.content.decode()
    assert Candidacy.objects.get().member == gust


def test_who_withdraws_himself_reads_that_he_may_stand_again(call, bram, signed_in, organisation, now):
    member = StaffMember.objects.get(account=bram)
    own = actions.submit_candidacy(call=call, member=member, answers=ANSWERS, by=bram, at=now)
    address = reverse("planproject:withdraw_candidacy", kwargs={"organisation": organisation.slug, "pk": own.pk})
    answer = signed_in(bram).post(address, {"once": "stop"}, follow=True)
    assert (
        "Je kandidatuur is ingetrokken. Loopt de oproep nog, dan kan je je opnieuw kandidaat stellen"
        in answer.content.decode()
    )


def test_after_the_last_day_and_after_the_answer_the_words_stay_as_they_were_sent(
    call, bram, koen, signed_in, organisation, now
):
    own = actions.submit_candidacy(
        call=call, member=StaffMember.objects.get(account=bram), answers=ANSWERS, by=bram, at=now
    )
    address = reverse("planproject:change_candidacy", kwargs={"organisation": organisation.slug, "pk": own.pk})
    client, later = signed_in(bram), {**FORM, "motivation": "Nog iets anders.", "version": "1"}
    actions.close_call(call=call, by=koen, at=now)
    closed = client.post(address, {**later, "once": "a"})
    assert (closed.status_code, "Deze oproep is gesloten." in closed.content.decode()) == (409, True)
    assert "Nog iets anders." in closed.content.decode()
    words = {"reason": "Nog niemand anders.", "mandate": "", "to_others": ""}
    actions.compose_group(call=call, chosen=[own], answers=words, by=koen, at=now)
    decided = client.post(address, {**later, "once": "b"})
    assert (decided.status_code, "is al beslist" in decided.content.decode()) == (409, True)
    own.refresh_from_db()
    assert own.motivation == ANSWERS["motivation"]


def test_a_call_is_closed_once(call, koen, signed_in, organisation):
    address = reverse("planproject:close_call", kwargs={"organisation": organisation.slug, "pk": call.pk})
    client = signed_in(koen)
    answers = [client.post(address, {"once": once}).status_code for once in ("a", "b")]
    assert (answers, Record.objects.filter(act="planproject.close_call").count()) == ([302, 409], 1)


def test_nobody_is_promised_an_answer_before_the_call_is_over(organisation, koen, signed_in, today, now):
    actions.start_project(title="Plan", first_year=2027, last_year=2030, assignment="Maak het.", by=koen, at=now)
    address = reverse("planproject:open_call", kwargs={"organisation": organisation.slug})
    sent = {"title": "Doe mee", "task": "Schrijven.", "seats": "3", "opens_on": today, "answer_by": "2020-01-01"}
    page = signed_in(koen).post(address, {**sent, "closes_on": today + timedelta(days=7)})
    assert (page.status_code, Call.objects.count()) == (409, 0)
    assert "Antwoorden kan pas als de oproep voorbij is." in page.content.decode()
