"""On the list who represents workers sees that a measure is put to people: a title, counts, a state; never who or what."""

import pytest
from django.urls import reverse

from draagvlak.policyplan.actions import individual as acts
from draagvlak.policyplan.tests.individual_world import fresh, measure_facts, members, person


def listed(ask, who):
    return ask(who, "individuals").content.decode()


def test_a_small_group_is_not_counted_for_who_represents_workers(measure, say, bram, dirk, ria, amina, ask):
    say("Bram", bram)
    for one in (dirk, ria):
        shown = listed(ask, one)
        assert "Een andere nachtdienst" in shown
        assert "Enkele mensen, sinds" in shown
        assert "mensen gevraagd" not in shown
        assert "Bram" not in shown
    assert "2 mensen gevraagd, 1 antwoordde" in listed(ask, amina)


def test_four_people_are_counted(night, dirk, amina, ask, now):
    acts.choose_people(consultation=night, add=members("Nora", "Omar"), remove=[], by=amina, at=now)
    assert "Een andere nachtdienst" not in listed(ask, dirk)
    acts.ask_people(consultation=night, version=fresh(night).version, by=amina, at=now)
    shown = listed(ask, dirk)
    assert "4 mensen gevraagd, 0 antwoordden" in shown
    assert "Nora" not in shown


def test_who_is_asked_finds_the_own_sheet_and_no_counts(measure, bram, ria, ask, now):
    mine = person("Bram").pk
    shown = listed(ask, bram)
    assert f"enkele-mensen/mens/{mine}/" in shown
    assert "mensen gevraagd" not in shown
    assert f"mens/{mine}/" not in listed(ask, ria)
    acts.choose_delegate(person=person("Bram"), delegate=ria, by=bram, at=now)
    assert "Het blad van Bram Test" in listed(ask, ria)


def test_board_and_colleagues_have_no_part_and_another_organisation_finds_nothing(
    measure, els, greet, employ, ask, set_up, signed_in
):
    assert ask(els, "individuals").status_code == 403
    assert ask(els, "individual", pk=measure.pk).status_code == 403
    assert ask(els, "individual_record", pk=person("Bram").pk).status_code == 404
    own = reverse("policyplan:individual", kwargs={"organisation": "terweide", "pk": measure.pk})
    assert signed_in(greet).get(own).status_code == 404
    assert ask(greet, "individual", pk=measure.pk).status_code == 404


@pytest.mark.parametrize("page", ["individuals", "individual"])
def test_a_page_costs_as_many_statements_for_many_people_as_for_few(
    measure, amina, koen, employ, say, bram, talk, ask, now, page, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    words = {"pk": measure.pk} if page == "individual" else {}
    talk("Farid", "Ja.")
    ask(amina, page, **words)
    with CaptureQueriesContext(connection) as few:
        ask(amina, page, **words)
    people = [employ(f"Extra{number}").pk for number in range(12)]
    acts.choose_people(consultation=measure, add=people, remove=[], by=amina, at=now)
    for number in range(12):
        talk(f"Extra{number}", "Ook.")
        acts.start_individual(facts=measure_facts(now, title=f"Nr. {number}"), screening=None, by=amina, at=now)
    ask(amina, page, **words)
    with CaptureQueriesContext(connection) as many:
        ask(amina, page, **words)
    assert len(many) == len(few)
