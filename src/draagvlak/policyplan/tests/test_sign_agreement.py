from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from draagvlak.lib import clock
from draagvlak.lib.refusals import Changed
from draagvlak.policyplan import actions
from draagvlak.policyplan.actions import agreement as register
from draagvlak.policyplan.actions import negotiation as table
from draagvlak.policyplan.models import Agreement, AgreementClause, AgreementFile, Filing, Signer, Watch
from draagvlak.policyplan.rules import AlreadyDone, NegotiationRefused, StillLinked, next_year
from draagvlak.policyplan.tests.negotiation_world import (
    agree,
    begin,
    paper_facts,
    propose,
    put,
    sign,
    signed_agreement,
)
from draagvlak.tenancy.models import Membership


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "files")


@pytest.fixture
def agreement(set_up, koen, ria, now):
    return signed_agreement(koen, ria, now)


@pytest.fixture
def watch(agreement, koen, amina, now, today):
    def make(check_on=today, follower=amina, version=0, number=1, **more):
        facts = {"follower": follower, "item": None, "rule": "", "check_on": check_on, **more}
        clause = AgreementClause.objects.select_related("agreement__organisation").get(number=number)
        return register.watch_clause(clause=clause, facts=facts, version=version, by=koen, at=now)

    return make


def address(set_up, name, **words):
    return reverse(f"policyplan:{name}", kwargs={"organisation": set_up.slug, **words})


def tasks_of(who, set_up, signed_in):
    return signed_in(who).get(reverse("desk:tasks", kwargs={"organisation": set_up.slug})).content.decode()


def look(clause, by, at, on, note="", kept=True):
    return register.check_clause(clause=clause, on=on, is_kept=kept, note=note, by=by, at=at)


def test_with_a_point_open_it_is_not_signed(set_up, koen, ria, now):
    negotiation = begin(ria, now)
    agree(put(negotiation, ria, now), ria, koen, at=now)
    put(negotiation, koen, now, title="Nog open")
    with pytest.raises(NegotiationRefused, match="punt 2"):
        sign(negotiation, koen, now)


def test_a_text_that_changed_since_the_page_was_opened_is_not_signed(set_up, koen, ria, now):
    negotiation = begin(ria, now)
    clause = put(negotiation, ria, now)
    agree(clause, ria, koen, at=now)
    propose(clause, ria, now)
    agree(clause, ria, koen, at=now)
    with pytest.raises(NegotiationRefused):
        sign(negotiation, koen, now, seal="0" * 64)


def test_the_page_signs_it_once_with_names_duration_and_paper(set_up, koen, ria, now, today, signed_in):
    negotiation = begin(ria, now)
    agree(put(negotiation, ria, now), ria, koen, at=now)
    place, client = address(set_up, "sign_agreement", number=1), signed_in(ria)
    form = client.get(place).context["form"]
    sent = {
        "seal": form.initial["seal"],
        "signed_on": str(today),
        "starts_on": str(today),
        "employer": "Koen Baert\n\n",
        "workers": "Ria Aerts, ACV Puls\nGuy Maes, BBTK",
        "duration": "open",
        "notice_months": "3",
        "ends_on": "1999-01-01",
        "follower": ria.pk,
        "file": SimpleUploadedFile("cao.pdf", b"%PDF-1.7\nGetekend"),
        "once": "a",
    }
    assert client.post(place, sent).status_code == 302
    assert client.post(place, {**sent, "file": SimpleUploadedFile("cao.pdf", b"%PDF-1.7\nx")}).status_code in {302, 409}
    made = Agreement.objects.get()
    assert (made.ends_on, made.notice_months) == (None, 3)
    assert list(Signer.objects.values_list("name", flat=True)) == [
        "Koen Baert",
        "Ria Aerts, ACV Puls",
        "Guy Maes, BBTK",
    ]
    assert AgreementFile.objects.get().file.name == "cao.pdf"


@pytest.mark.parametrize(
    "more",
    [
        {"signed_on": 1},
        {"ends_on": 1, "notice_months": 2},
        {"notice_months": None},
        {"ends_on": -1, "notice_months": None},
        {"filed_on": 1},
        {"filed_on": -1},
        {"registration": "1/CO"},
    ],
)
def test_days_that_cannot_be_are_refused(set_up, koen, ria, now, today, more):
    negotiation = begin(ria, now)
    agree(put(negotiation, ria, now), ria, koen, at=now)
    facts = {
        name: today + timedelta(days=value) if name.endswith("_on") and value is not None else value
        for name, value in more.items()
    }
    with pytest.raises(NegotiationRefused):
        sign(negotiation, koen, now, signed=paper_facts(now, **facts))


def test_everybody_reads_it_without_what_was_withdrawn(agreement, set_up, bram, dirk, els, signed_in):
    for who in (bram, dirk, els):
        page = signed_in(who).get(address(set_up, "agreement", pk=agreement.pk)).content.decode()
        assert "Vijf dagen" in page
        assert "Niet nu" not in page
        assert signed_in(who).get(address(set_up, "negotiation", number=1)).status_code == 404
        assert "Vorming op het werk" in signed_in(who).get(address(set_up, "agreements")).content.decode()


def test_what_was_signed_is_never_changed_nor_added_to(agreement):
    for rows in (Agreement.objects.all(), AgreementClause.objects.all(), Signer.objects.all()):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows._raw_delete("default")
    with pytest.raises(IntegrityError), transaction.atomic():
        AgreementClause.objects.update(title="Anders")
    with pytest.raises(IntegrityError), transaction.atomic():
        AgreementClause.objects.create(agreement=agreement, number=9, title="x", body="x", sha256="x")


def test_until_there_is_a_number_it_is_a_task_of_who_follows_it(agreement, set_up, ria, amina, now, today, signed_in):
    asked = "Vul het registratienummer in"
    assert asked in tasks_of(ria, set_up, signed_in)
    assert asked not in tasks_of(amina, set_up, signed_in)
    register.file_agreement(agreement=agreement, filed_on=today, registration="", by=ria, at=now)
    assert asked in tasks_of(ria, set_up, signed_in)
    register.file_agreement(agreement=agreement, filed_on=today, registration="12/CO/330", by=ria, at=now)
    assert asked not in tasks_of(ria, set_up, signed_in)
    with pytest.raises(AlreadyDone):
        register.file_agreement(agreement=agreement, filed_on=today, registration="13", by=ria, at=now)
    assert Filing.objects.count() == 2


def test_a_check_that_nears_is_a_task_of_its_follower_and_of_management_when_he_left(
    agreement, watch, set_up, amina, koen, now, today, signed_in
):
    asked = "Kijk na of dit nageleefd wordt: Werktijd"
    watch(check_on=today + timedelta(days=31))
    assert asked not in tasks_of(amina, set_up, signed_in)
    watch(check_on=today + timedelta(days=30), version=1)
    assert asked in tasks_of(amina, set_up, signed_in)
    assert asked not in tasks_of(koen, set_up, signed_in)
    Membership.objects.filter(account=amina).update(ends_at=now)
    from draagvlak.journal.actions import record

    record("policyplan.watch_clause", by=koen, at=now)
    assert asked in tasks_of(koen, set_up, signed_in)


def test_a_look_says_kept_or_not_with_a_note_and_the_next_is_a_year_later(
    agreement, watch, set_up, amina, now, today, signed_in
):
    clause = watch().clause
    with pytest.raises(NegotiationRefused):
        look(clause, amina, now, today, kept=False)
    with pytest.raises(NegotiationRefused):
        look(clause, amina, now, today + timedelta(days=1))
    place = address(set_up, "check_clause", pk=agreement.pk, point=1)
    sent = {"on": str(today), "is_kept": "no", "note": "In de keuken niet.", "once": "a"}
    assert signed_in(amina).post(place, sent).status_code == 302
    assert Watch.objects.get(clause=clause).check_on == next_year(today)
    assert "één punt niet nageleefd" in signed_in(amina).get(address(set_up, "agreements")).content.decode()


def test_only_the_follower_and_the_parties_look(agreement, watch, set_up, amina, dirk, ria, signed_in):
    watch()
    place = address(set_up, "check_clause", pk=agreement.pk, point=1)
    assert [signed_in(one).get(place).status_code for one in (amina, ria, dirk)] == [200, 200, 403]


def test_a_clause_and_an_item_of_the_framework_point_to_each_other(agreement, watch, set_up, amina, now, signed_in):
    facts = {"kind": "law", "bearing": "obligation", "title": "Recht op vorming"}
    item = actions.add_item(facts=facts, by=amina, at=now)
    watch(item=item, rule="right_hours")
    assert "Recht op vorming" in signed_in(amina).get(address(set_up, "agreement", pk=agreement.pk)).content.decode()
    page = signed_in(amina).get(address(set_up, "item", pk=item.pk)).content.decode()
    assert "Cao “Vorming op het werk”, art. 1: Werktijd" in page
    with pytest.raises(StillLinked):
        actions.remove_item(item=item, by=amina, at=now)


def test_two_choose_a_follower_and_the_second_hears_it(agreement, watch, koen, ria):
    watch()
    watch(follower=koen, version=1)
    with pytest.raises(Changed):
        watch(follower=ria, version=1)


def test_it_is_denounced_once_with_a_last_day_and_a_reason(agreement, watch, set_up, koen, ria, now, today, signed_in):
    watch()
    place = address(set_up, "end_agreement", pk=agreement.pk)
    before = {"kind": "denounced", "last_day": str(today - timedelta(days=1)), "because": "Te duur", "once": "a"}
    assert signed_in(ria).post(place, before).status_code == 409
    assert signed_in(ria).post(place, {**before, "last_day": str(today), "once": "b"}).status_code == 302
    with pytest.raises(AlreadyDone):
        register.end_agreement(agreement=agreement, kind="ended", last_day=today, because="x", by=koen, at=now)
    assert "Te duur" in signed_in(ria).get(address(set_up, "agreement", pk=agreement.pk)).content.decode()


def test_the_register_costs_the_same_for_one_agreement_as_for_four(agreement, watch, set_up, koen, ria, now, signed_in):
    watch()

    def statements():
        client = signed_in(ria)
        client.get(address(set_up, "agreements"))
        with CaptureQueriesContext(connection) as seen:
            client.get(address(set_up, "agreements"))
        return len(seen)

    first = statements()
    for _number in range(3):
        signed_agreement(koen, ria, now)
    assert statements() == first


def test_a_file_that_is_too_large_is_refused(agreement, set_up, ria, signed_in):
    place = address(set_up, "add_agreement_file", pk=agreement.pk)
    sent = {"file": SimpleUploadedFile("groot.pdf", b"%PDF-" + b"x" * (10 * 1024 * 1024)), "once": "a"}
    assert signed_in(ria).post(place, sent).status_code == 409
    assert not AgreementFile.objects.exists()


def test_a_paper_agreement_of_today_holds_from_its_first_day(set_up, koen, ria, now):
    negotiation = begin(ria, now)
    agree(put(negotiation, ria, now), ria, koen, at=now)
    starts = clock.day_of(now) + timedelta(days=10)
    made = sign(negotiation, koen, now, signed=paper_facts(now, starts_on=starts))
    from draagvlak.policyplan.queries.agreement import is_in_force

    assert [is_in_force(made, None, on=day) for day in (clock.day_of(now), starts)] == [False, True]


def test_the_articles_keep_the_numbers_of_the_text_that_was_signed(set_up, koen, ria, now):
    running = begin(koen, now)
    first, second, third = (put(running, koen, now, title=f"Punt {number}") for number in ("een", "twee", "drie"))
    table.withdraw_clause(clause=first, reason="Niet nu", by=koen, at=now)
    for clause in (second, third):
        agree(clause, koen, ria, at=now)
    made = sign(running, koen, now)
    assert list(AgreementClause.objects.filter(agreement=made).values_list("number", "title")) == [
        (2, "Punt twee"),
        (3, "Punt drie"),
    ]


def test_nothing_is_signed_before_the_table_was_opened(set_up, koen, ria, now, today):
    running = begin(koen, now)
    agree(put(running, koen, now), koen, ria, at=now)
    with pytest.raises(NegotiationRefused, match="niet eerder getekend"):
        sign(running, koen, now, signed=paper_facts(now, signed_on=today - timedelta(days=400)))


def test_a_year_without_a_next_one_breaks_nothing():
    assert next_year(date(9999, 12, 31)) == date(9999, 12, 31)


@pytest.mark.parametrize("number", [2**63, 10**25])
def test_a_number_that_no_row_can_have_is_no_page(set_up, koen, signed_in, number):
    page = reverse("policyplan:watch_clause", kwargs={"organisation": set_up.slug, "pk": number, "point": 2})
    assert signed_in(koen).get(page).status_code == 404
