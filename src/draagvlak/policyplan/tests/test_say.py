from datetime import datetime, time, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.lib.refusals import Changed
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.models import Participation, Remark
from draagvlak.policyplan.rules import RoundRefused
from draagvlak.staff.models import Employment, Post
from draagvlak.ui.models import SentForm


def say_at(consultation, slug, passage="why-1", name="say"):
    return reverse(f"policyplan:{name}", args=[slug, consultation.pk, passage])


def test_a_nurse_says_one_thing_about_one_paragraph(opened, bram, signed_in, set_up):
    page = signed_in(bram)
    shown = page.get(reverse("policyplan:consultation", args=[set_up.slug, opened.pk])).content.decode()
    assert "Zeg hier iets over" in shown
    form = page.get(say_at(opened, set_up.slug)).content.decode()
    assert "Tekst van why." in form
    assert "Met naam voor de werkgroep" in form
    answer = page.post(
        say_at(opened, set_up.slug), {"kind": "objection", "text": "De nacht?", "once": "a"}, follow=True
    )
    assert "De nacht?" in answer.content.decode()
    remark = Remark.objects.get()
    assert (remark.by, remark.passage, remark.kind) == (bram, "why-1", "objection")
    assert queries.has_taken_part(bram, opened)


def test_sending_twice_counts_once(opened, bram, signed_in, set_up):
    page = signed_in(bram)
    for _turn in range(2):
        page.post(say_at(opened, set_up.slug), {"kind": "question", "text": "Echt?", "once": "zelfde"})
    assert Remark.objects.count() == 1


def test_markup_in_a_remark_is_shown_as_it_was_typed(opened, bram, dirk, remark_on, signed_in, set_up):
    remark_on(opened, bram, "<script>alert(1)</script>")
    page = signed_in(dirk).get(reverse("policyplan:remarks", args=[set_up.slug, opened.pk])).content.decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert(1)" not in page


def test_twenty_thousand_characters_come_back_to_the_writer(opened, bram, signed_in, set_up):
    answer = signed_in(bram).post(say_at(opened, set_up.slug), {"kind": "question", "text": "a" * 20_000, "once": "a"})
    assert answer.status_code == 422
    assert "a" * 20_000 in answer.content.decode()
    assert Remark.objects.count() == 0


def test_a_passage_that_is_not_in_the_text_is_not_found(opened, bram, signed_in, set_up, remark_on):
    page = signed_in(bram)
    assert page.get(say_at(opened, set_up.slug, "why-99")).status_code == 404
    sent = {"kind": "question", "text": "Echt?", "once": "a"}
    assert page.post(say_at(opened, set_up.slug, "why-99"), sent).status_code == 404
    with pytest.raises(LookupError):
        remark_on(opened, bram, passage="why-99")


def test_who_writes_while_it_is_closed_gets_his_words_back(opened, bram, signed_in, set_up, close):
    page = signed_in(bram)
    page.get(say_at(opened, set_up.slug))
    close(opened)
    answer = page.post(say_at(opened, set_up.slug), {"kind": "question", "text": "Mijn woorden", "once": "a"})
    assert (answer.status_code, Remark.objects.count()) == (409, 0)
    assert "Mijn woorden" in answer.content.decode()
    assert "De raadpleging is voorbij" in answer.content.decode()


def test_the_last_day_counts_until_midnight_in_brussels(opened, bram, remark_on):
    last = datetime.combine(opened.ends_on, time(23, 59), tzinfo=clock.BRUSSELS)
    facts = {"passage": "", "kind": "question", "text": "Laat."}
    actions.say(consultation=opened, facts=facts, by=bram, at=last)
    with pytest.raises(RoundRefused):
        actions.say(consultation=opened, facts=facts, by=bram, at=last + timedelta(minutes=1))


def test_who_has_nothing_to_say_takes_part_and_can_still_write(opened, bram, signed_in, set_up, remark_on):
    address = reverse("policyplan:say_nothing", args=[set_up.slug, opened.pk])
    signed_in(bram).post(address, {"once": "a"})
    assert queries.has_taken_part(bram, opened)
    remark_on(opened, bram)
    assert Participation.objects.count() == 1


def test_a_team_leader_writes_what_three_others_said(opened, colleagues, signed_in, set_up):
    carine = colleagues[5]
    page, address = signed_in(carine), say_at(opened, set_up.slug, name="say_for_others")
    words = {"kind": "objection", "text": "De nacht ontbreekt.", "behalf_of": 3, "heard": "", "once": "a"}
    assert page.post(address, words).status_code == 422
    page.post(address, {**words, "heard": "Aan de koffie."})
    remark = Remark.objects.get()
    assert (remark.behalf_of, remark.heard, remark.by) == (3, "Aan de koffie.", carine)
    assert not queries.has_taken_part(carine, opened)
    with pytest.raises(IntegrityError), transaction.atomic():
        Remark.objects.update(heard="")


def test_the_paper_form_carries_the_numbers_of_the_passages(opened, bram, signed_in, set_up):
    answer = signed_in(bram).get(reverse("policyplan:print_consultation", args=[set_up.slug, opened.pk]))
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")


def test_own_words_can_be_changed_until_the_end_and_by_nobody_else(
    opened, colleagues, signed_in, set_up, remark_on, now, close
):
    bram, nadia = colleagues[:2]
    remark = remark_on(opened, bram)
    address = reverse("policyplan:change_remark", args=[set_up.slug, remark.pk])
    assert signed_in(nadia).get(address).status_code == 403
    signed_in(bram).post(address, {"kind": "question", "text": "Beter gezegd.", "version": 1, "once": "a"})
    remark.refresh_from_db()
    assert (remark.text, remark.version) == ("Beter gezegd.", 2)
    facts = {"kind": "question", "text": "Te oud."}
    with pytest.raises(Changed):
        actions.change_remark(remark=remark, facts=facts, version=1, by=bram, at=now)
    close(opened)
    with pytest.raises(RoundRefused):
        actions.change_remark(remark=remark, facts=facts, version=2, by=bram, at=now)


def test_without_names_nothing_in_the_tables_leads_from_the_remark_to_the_person(nameless, colleagues, remark_on):
    """Every value of every table that came with the remark: neither the key of the account, nor its name, nor a moment."""
    bram, nadia = colleagues[:2]
    remark = remark_on(nameless, bram, "Ik durf dit niet luidop te zeggen.")
    actions.say_nothing(consultation=nameless, by=nadia, at=clock.now())
    row = Remark.objects.filter(pk=remark.pk).values().get()
    assert (row["by_id"], row["on"]) == (None, None)
    taken = {one.account_id: one for one in Participation.objects.all()}
    assert set(taken) == {bram.pk, nadia.pk}
    assert remark.pk not in {one.pk for one in taken.values()}
    assert {field.name for field in Participation._meta.get_fields()} == {
        "id",
        "organisation",
        "consultation",
        "account",
    }
    told = Record.objects.filter(act="policyplan.take_part")
    assert {one.by_id for one in told} == {None}
    assert {(one.subject_type, one.subject_id) for one in told} == {("policyplan.Consultation", str(nameless.pk))}


@pytest.mark.parametrize("is_named", [False, True])
def test_what_is_kept_of_a_sent_form_names_the_passage_only_where_names_are_shown(
    plan, colleagues, amina, round_facts, now, set_up, signed_in, is_named
):
    """A sent form is kept with the account that sent it, so that a double click leads to the same place."""
    from draagvlak.ui.models import SentForm

    facts = round_facts(is_named=is_named)
    held = actions.open_consultation(subject=plan, facts=facts, asked=[], by=amina, at=now, root="")[0]
    address = reverse("policyplan:say", args=[set_up.slug, held.pk, "why-1"])
    sent = {"kind": "proposal", "text": "Dit mis ik.", "once": "a"}
    assert signed_in(colleagues[0]).post(address, sent).status_code == 302
    assert ("why-1" in SentForm.objects.get(key="a").place) == is_named


def test_without_names_keys_hold_no_order(nameless, colleagues, remark_on):
    made = [remark_on(nameless, colleagues[turn % 7], f"{turn}").pk for turn in range(20)]
    assert made != sorted(made)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM policyplan_remark"
            + (" ORDER BY rowid" if connection.vendor == "sqlite" else " ORDER BY id")
        )
        assert [key for (key,) in cursor.fetchall()] == sorted(made)


def test_without_names_nobody_reads_along_and_nobody_lists_his_own(
    nameless, bram, dirk, amina, remark_on, signed_in, set_up, close
):
    remark_on(nameless, bram, "Tussen ons.")
    for person in (dirk, amina):
        page = signed_in(person).get(reverse("policyplan:remarks", args=[set_up.slug, nameless.pk])).content.decode()
        assert "Tussen ons." not in page
        merge = reverse("policyplan:merge_remarks", args=[set_up.slug, nameless.pk])
        assert "Tussen ons." not in signed_in(person).get(merge).content.decode()
    own = signed_in(bram).get(reverse("policyplan:consultation", args=[set_up.slug, nameless.pk])).content.decode()
    assert "Tussen ons." not in own
    close(nameless)
    page = signed_in(amina).get(reverse("policyplan:remarks", args=[set_up.slug, nameless.pk])).content.decode()
    assert "Tussen ons." in page
    assert "Bram" not in page


def test_who_left_reads_no_draft_any_more_and_his_remark_stays(opened, bram, remark_on, signed_in, set_up, now):
    remark_on(opened, bram)
    yesterday = clock.day_of(now) - timedelta(days=1)
    Post.objects.filter(member__account=bram).update(ends_on=yesterday)
    Employment.objects.filter(member__account=bram).update(ends_on=yesterday)
    address = reverse("policyplan:consultation", args=[set_up.slug, opened.pk])
    assert signed_in(bram).get(address).status_code == 403
    assert Remark.objects.count() == 1


def test_the_statements_of_the_page_do_not_grow_with_the_remarks(
    opened, bram, remark_on, signed_in, set_up, django_assert_num_queries
):
    page, address = signed_in(bram), reverse("policyplan:consultation", args=[set_up.slug, opened.pk])
    remark_on(opened, bram)
    page.get(address)
    with connection.execute_wrapper(count := Count()):
        page.get(address)
    for turn in range(5):
        remark_on(opened, bram, f"{turn}")
    page.get(address)  # what waits for a person is worked out once after each act
    with django_assert_num_queries(count.seen):
        page.get(address)


def test_the_statements_of_the_remarks_do_not_grow_with_them(
    opened, colleagues, remark_on, amina, signed_in, set_up, django_assert_num_queries
):
    page, address = signed_in(amina), reverse("policyplan:remarks", args=[set_up.slug, opened.pk])
    for _turn in range(2):
        remark_on(opened, colleagues[0])
    page.get(address)
    with connection.execute_wrapper(count := Count()):
        page.get(address)
    for turn in range(6):
        remark_on(opened, colleagues[turn], f"{turn}")
    page.get(address)
    with django_assert_num_queries(count.seen):
        page.get(address)


class Count:
    seen = 0

    def __call__(self, execute, *rest):
        self.seen += 1
        return execute(*rest)


def test_without_names_no_sent_form_and_no_moment_leads_to_who_spoke(nameless, bram, signed_in, set_up):
    page, sent = signed_in(bram), {"kind": "question", "text": "Echt?", "once": "zelfde"}
    for _turn in range(2):
        page.post(say_at(nameless, set_up.slug), sent)
    assert Remark.objects.count() == 1  # twice is still once
    assert set(SentForm.objects.filter(key="zelfde").values_list("account", flat=True)) == {0}
    told = Record.objects.filter(act="policyplan.take_part").get()
    assert (told.at, told.by) == (clock.start_of(clock.day_of(told.at)), None)
