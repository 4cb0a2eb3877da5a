"""Every saving of a part is kept for good, and can be read with what it changed."""

import pytest
from django.db import IntegrityError, InternalError, connection, transaction
from django.urls import reverse

from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.models import Goal, Revision
from draagvlak.policyplan.states import SectionKey

WHY = SectionKey.WHY


def write(plan, body, revision, by, now):
    return actions.write_section(plan=plan, key=WHY, body=body, revision=revision, by=by, at=now)


def address(organisation, name, **words):
    return reverse(f"policyplan:{name}", kwargs={"organisation": organisation.slug, **words})


def test_each_saving_of_a_section_is_kept_with_who_and_when(plan, amina, koen, now):
    write(plan, "<p>Van Koen.</p>", 2, koen, now)
    kept = list(queries.revisions_of(plan, "why"))
    assert kept[0].at == now > kept[1].at >= kept[2].at
    assert [(one.number, one.base, one.body, str(one.by)) for one in kept] == [
        (3, 2, "<p>Van Koen.</p>", "Koen"),
        (2, 1, "<p>Tekst van why.</p>", "Amina"),
        (1, 0, "", "Amina"),
    ]


def test_saving_what_stands_there_keeps_nothing_new(plan, amina, now):
    before = Revision.objects.count()
    write(plan, "<p>Tekst van why.</p>", 2, amina, now)
    assert Revision.objects.count() == before


def test_a_goal_is_kept_with_its_facts_in_words_also_when_it_is_removed(plan, amina, goal_facts, now):
    goal = Goal.objects.get()
    facts = goal_facts(title="Iedereen leert", target="90 %")
    actions.change_goal(plan=plan, number=1, facts=facts, items=[], revision=goal.revision, by=amina, at=now)
    actions.remove_goal(plan=plan, number=1, by=amina, at=now)
    removed, changed, first = queries.revisions_of(plan, "doel-1")
    assert (removed.kind, changed.base, first.base) == ("removed", first.number, 0)
    assert "90 %" in queries.text_of(changed)
    assert "Medewerkers blijven graag" in queries.text_of(first)
    assert queries.text_of(removed) == ""
    assert removed.values["title"] == "Iedereen leert"


def test_the_database_itself_refuses_to_change_or_remove_what_was_kept(plan):
    for change in (lambda rows: rows.update(body="x"), lambda rows: rows.delete()):
        with pytest.raises((IntegrityError, InternalError), match="may not be changed"), transaction.atomic():
            change(Revision.objects.all())


def test_a_revision_is_kept_once(plan, amina, now):
    one = Revision.objects.filter(part="why").first()
    one.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        one.save(force_insert=True)


def test_the_page_shows_each_saving_with_its_difference(plan, amina, koen, now, signed_in, set_up):
    write(plan, "<p>Tekst van Koen.</p>", 2, koen, now)
    page = signed_in(amina).get(address(set_up, "history", part="why")).content.decode()
    assert "Dit deel werd 3 keer bewaard." in page
    assert '<del><span class="sr">[weg: </span>why.' in page
    assert '<ins><span class="sr">[nieuw: </span>Koen.' in page
    assert page.count("Zet deze tekst terug") == 1  # not at what stands there, nor where nothing stood


def test_the_history_is_paged_and_its_statements_do_not_grow(
    plan, amina, koen, now, signed_in, set_up, django_assert_num_queries
):
    from django.test.utils import CaptureQueriesContext

    client, place = signed_in(amina), address(set_up, "history", part="why")
    client.get(place)
    with CaptureQueriesContext(connection) as few:
        client.get(place)
    wanted = len(few)
    for number in range(2, 16):
        write(plan, f"<p>Tekst {number}.</p>", number, (amina, koen)[number % 2], now)
    client.get(place)
    with django_assert_num_queries(wanted):
        page = client.get(place).content.decode()
    assert "Bladzijde 1 van 2" in page
    assert "Tekst 2." in client.get(place, {"page": 2}).content.decode()


def test_the_history_of_a_goal_that_was_removed_can_still_be_read(plan, amina, now, signed_in, set_up):
    actions.remove_goal(plan=plan, number=1, by=amina, at=now)
    page = signed_in(amina).get(address(set_up, "goal_history", number=1))
    assert page.status_code == 200
    assert "Weggehaald" in page.content.decode()


def test_only_who_writes_the_plan_reads_what_was_written_on_the_way(plan, bram, dirk, els, signed_in, set_up):
    for account in (bram, dirk, els):
        assert signed_in(account).get(address(set_up, "history", part="why")).status_code == 403


@pytest.mark.parametrize("part", ["bestaat-niet", "doel-99", "doel-x", "doel-"])
def test_a_part_that_never_was_is_not_found(plan, amina, signed_in, set_up, part):
    assert signed_in(amina).get(address(set_up, "history", part=part)).status_code == 404


def test_another_organisation_finds_nothing(plan, greet, signed_in, set_up):
    assert signed_in(greet).get(address(set_up, "history", part="why")).status_code == 404
