import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from draagvlak.lib.refusals import Changed
from draagvlak.notices.models import Message
from draagvlak.policyplan import actions, exports, queries
from draagvlak.policyplan.figures import Share
from draagvlak.policyplan.models import Bundle, Remark
from draagvlak.policyplan.rules import RoundRefused, shares


@pytest.fixture
def three(opened, colleagues, remark_on):
    return [remark_on(opened, one, f"De nacht {number}") for number, one in enumerate(colleagues[:3])]


@pytest.fixture
def answer(amina, now):
    def make(bundle, verdict="followed", because="", section=""):
        facts = {"verdict": verdict, "because": because, "section": section}
        bundle.refresh_from_db()
        return actions.answer_remarks(bundle=bundle, facts=facts, version=bundle.version, by=amina, at=now)

    return make


def merge(opened, remarks, by, at, version=1):
    bundles = [remark.bundle for remark in remarks]
    return actions.merge_remarks(
        consultation=opened, bundles=bundles, heading="De nacht", version=version, by=by, at=at
    )


def test_remarks_that_say_the_same_stand_under_one_heading_and_stay_readable(
    opened, three, dirk, signed_in, set_up, amina, now
):
    merge(opened, three[:2], amina, now)
    found = queries.bundles_of(opened)
    assert sorted(len(bundle.said) for bundle in found) == [1, 2]
    page = signed_in(dirk).get(reverse("policyplan:remarks", args=[set_up.slug, opened.pk])).content.decode()
    assert all(remark.text in page for remark in three)


def test_a_remark_can_be_taken_out_again_and_moved_and_always_stands_somewhere(opened, three, amina, now):
    made = merge(opened, three[:2], amina, now)
    actions.move_remark(remark=three[0], to=None, version=2, by=amina, at=now)
    actions.move_remark(remark=three[2], to=made, version=3, by=amina, at=now)
    assert sorted(len(bundle.said) for bundle in queries.bundles_of(opened)) == [1, 2]
    assert Remark.objects.filter(bundle=None).count() == 0


def test_an_answer_is_given_again_when_a_remark_comes_under_it(opened, three, answer, close, amina, now):
    made = merge(opened, three[:2], amina, now)
    close(opened)
    answer(made, "partly", "De nachtploeg wel, de dag niet.")
    opened.refresh_from_db()
    actions.move_remark(remark=three[1], to=made, version=opened.version, by=amina, at=now)
    made.refresh_from_db()
    assert made.verdict == "partly"  # it stood there already
    opened.refresh_from_db()
    actions.move_remark(remark=three[2], to=made, version=opened.version, by=amina, at=now)
    made.refresh_from_db()
    assert (made.verdict, made.because) == ("", "De nachtploeg wel, de dag niet.")
    assert queries.unanswered(opened) > 0


def test_who_was_writing_the_answer_meanwhile_reads_that_another_remark_came(opened, three, close, amina, now):
    made = merge(opened, three[:2], amina, now)
    close(opened)
    opened.refresh_from_db()
    actions.move_remark(remark=three[2], to=made, version=opened.version, by=amina, at=now)
    facts = {"verdict": "followed", "because": "", "section": ""}
    with pytest.raises(Changed):
        actions.answer_remarks(bundle=made, facts=facts, version=made.version, by=amina, at=now)


def test_two_people_who_bundle_the_same_remarks_do_not_undo_each_other(
    opened, three, amina, koen, now, signed_in, set_up
):
    address = reverse("policyplan:merge_remarks", args=[set_up.slug, opened.pk])
    keys = [remark.bundle_id for remark in three[:2]]
    merge(opened, three[:2], amina, now)
    sent = {"bundles": [keys[0], three[2].bundle_id], "heading": "Anders", "version": 1, "once": "a"}
    answer = signed_in(koen).post(address, sent)
    assert answer.status_code in (409, 422)
    with pytest.raises(Changed):
        merge(opened, [three[0], three[2]], koen, now, version=1)
    assert [one.heading for one in queries.bundles_of(opened) if one.heading] == ["De nacht"]


def test_the_second_one_sees_that_the_bundling_changed(
    opened, three, remark_on, colleagues, amina, koen, now, signed_in, set_up
):
    fourth = remark_on(opened, colleagues[3], "Techniek")
    merge(opened, three[:2], amina, now)
    address = reverse("policyplan:merge_remarks", args=[set_up.slug, opened.pk])
    sent = {"bundles": [fourth.bundle_id, three[2].bundle_id], "heading": "Anders", "version": 1, "once": "a"}
    answer = signed_in(koen).post(address, sent)
    assert answer.status_code == 409
    assert "bundelde ondertussen" in answer.content.decode()


def test_nothing_that_was_said_can_be_removed_by_anybody(opened, three):
    with pytest.raises(IntegrityError), transaction.atomic():
        Remark.objects.all().delete()
    assert Remark.objects.count() == 3


def test_what_is_not_followed_says_why(opened, three, answer, close):
    close(opened)
    for verdict in ("partly", "not"):
        with pytest.raises(RoundRefused):
            answer(three[0].bundle, verdict)
    done = answer(three[0].bundle, "not", "Dat beslist het jaarplan.")
    assert (done.verdict, done.because) == ("not", "Dat beslist het jaarplan.")
    with pytest.raises(IntegrityError), transaction.atomic():
        Bundle.objects.filter(pk=done.pk).update(because="")


def test_nobody_answers_while_people_write(opened, three, answer):
    with pytest.raises(RoundRefused):
        answer(three[0].bundle)


def test_two_people_who_answer_at_once_keep_both_texts(opened, three, answer, close, koen, now):
    close(opened)
    answer(three[0].bundle)
    facts = {"verdict": "not", "because": "Neen.", "section": ""}
    with pytest.raises(Changed):
        actions.answer_remarks(bundle=three[0].bundle, facts=facts, version=1, by=koen, at=now)


def test_a_round_with_unanswered_remarks_is_not_concluded_and_the_page_names_them(
    opened, three, answer, close, amina, now, signed_in, set_up
):
    close(opened)
    answer(three[0].bundle)
    with pytest.raises(RoundRefused):
        actions.conclude_consultation(consultation=opened, conclusion="", by=amina, at=now, root="")
    address = reverse("policyplan:conclude_consultation", args=[set_up.slug, opened.pk])
    page = signed_in(amina).get(address).content.decode()
    assert "De nacht 1" in page
    assert "De nacht 0" not in page
    assert signed_in(amina).post(address, {"conclusion": "", "once": "a"}).status_code == 409


@pytest.fixture
def concluded(opened, three, answer, close, amina, now):
    close(opened)
    merge(opened, three[:2], amina, now)
    for bundle in queries.bundles_of(opened):
        answer(bundle, "partly", "Zo ver we kunnen.", "means")
    return actions.conclude_consultation(
        consultation=opened, conclusion="Dank.", by=amina, at=now, root="https://vto.example"
    )


def test_everybody_reads_what_was_said_and_done_without_names(concluded, colleagues, els, signed_in, set_up):
    for person in (colleagues[6], els):
        page = signed_in(person).get(reverse("policyplan:consultation_result", args=[set_up.slug, concluded.pk]))
        text = page.content.decode()
        assert "De nacht 0" in text
        assert "Zo ver we kunnen." in text
        assert "Te weinig mensen namen deel" in text
        assert "Nadia" not in text
    address = reverse("policyplan:consultation", args=[set_up.slug, concluded.pk])
    assert signed_in(els).get(address).status_code == 403


def test_before_the_conclusion_nobody_reads_a_result(opened, els, bram, signed_in, set_up):
    for person in (els, bram):
        address = reverse("policyplan:consultation_result", args=[set_up.slug, opened.pk])
        assert signed_in(person).get(address).status_code == 403


def test_each_who_wrote_gets_an_answer_to_his_own_words(concluded, colleagues):
    mails = {one.to: one.body for one in Message.objects.filter(subject__startswith="Wat er met de opmerkingen")}
    assert set(mails) == {one.email for one in colleagues}
    bram, last = colleagues[0], colleagues[6]
    assert "De nacht 0" in mails[bram.email]
    assert "deels gevolgd" in mails[bram.email]
    assert "De nacht 1" not in mails[bram.email]
    assert "De nacht" not in mails[last.email]


def test_what_was_concluded_does_not_change_any_more(concluded, three, answer, amina, now):
    with pytest.raises(RoundRefused):
        answer(queries.bundles_of(concluded)[0])
    with pytest.raises(RoundRefused):
        actions.extend_consultation(consultation=concluded, ends_on=concluded.ends_on, reason="x", by=amina, at=now)
    for table, words in ((Remark, {"text": "Anders"}), (Bundle, {"because": "Anders"})):
        with pytest.raises(IntegrityError), transaction.atomic():
            table.objects.update(**words)


def test_a_second_round_on_a_later_draft_is_possible(concluded, plan, amina, round_facts, now):
    second, _told = actions.open_consultation(subject=plan, facts=round_facts(), asked=[], by=amina, at=now, root="")
    assert second.pk != concluded.pk


def test_the_annex_of_the_plan_counts_the_round(concluded, plan):
    html = exports.documents.contents(queries.version_at_work(plan))
    assert [one.results["verdicts"] for one in html["rounds"]] == [{"followed": 0, "partly": 2, "not": 0}]
    assert exports.pdf(queries.version_at_work(plan)).startswith(b"%PDF")


def test_who_took_part_is_shown_only_where_five_people_and_five_answers_stand_behind_it():
    rows = [Share("Zorg", 40, 20), Share("Keuken", 12, 3), Share("Techniek", 3, 3)]
    shown, whole = shares(rows)
    assert [(row.category, row.people, row.took_part, row.merged) for row in shown] == [
        ("Zorg", 40, 20, 1),
        ("", 15, 6, 2),
    ]
    assert (whole.people, whole.took_part) == (55, 26)


def test_a_small_group_cannot_be_worked_out_from_the_total():
    shown, whole = shares([Share("Zorg", 40, 20), Share("Verpleging", 20, 9), Share("Keuken", 12, 3)])
    assert [(row.category, row.took_part) for row in shown] == [("Zorg", 20), ("", 12)]
    assert whole.took_part == 32
    assert shares([Share("Zorg", 40, 20), Share("Keuken", 12, 3)]) == ([], Share("", 52, 23, 2))
    assert shares([Share("Zorg", 40, 4)]) == ([], None)


def test_many_remarks_come_page_by_page_and_an_answer_leads_back_to_its_place(
    opened, colleagues, remark_on, close, amina, signed_in, set_up, now
):
    for number in range(60):
        remark_on(opened, colleagues[number % 3], f"Zin {number}.")
    close(opened)
    last = queries.bundles_of(opened)[-1]
    amina_here, of_round = signed_in(amina), {"organisation": set_up.slug, "pk": opened.pk}
    address = reverse("policyplan:remarks", kwargs=of_round)
    first, second = (amina_here.get(address, {"page": page}).content.decode() for page in (1, 2))
    assert (first.count('<li id="b'), second.count('<li id="b')) == (50, 10)
    assert "60 wachten nog op een antwoord" in first
    form = {"verdict": "followed", "because": "", "section": "", "version": last.version, "once": "a"}
    answer = reverse("policyplan:answer_remarks", kwargs={"organisation": set_up.slug, "pk": last.pk})
    led = amina_here.post(answer, form)
    assert led["Location"] == f"{address}?bij={last.pk}#b{last.pk}"
    assert f'id="b{last.pk}"' in amina_here.get(f"{address}?bij={last.pk}").content.decode()
    assert 'id="b' in amina_here.get(f"{address}?bij={last.pk}&page=1").content.decode()
    assert amina_here.get(f"{address}?bij=x&page=99").status_code == 200
