import pytest
from django.urls import reverse

from draagvlak.journal.models import Record
from draagvlak.lib.refusals import Changed
from draagvlak.policyplan import actions
from draagvlak.policyplan.models import CalendarChoice
from draagvlak.policyplan.rules import AlreadyDone, NothingSaid


@pytest.fixture
def refuse(line, amina, now, today):
    def no(key, why="Dat doet het fonds voor ons.", version=0):
        facts = {"why": why, "version": version}
        return actions.refuse_line(entry=line(key), year=today.year + 1, facts=facts, by=amina, at=now)

    return no


def test_the_reason_stands_in_the_calendar_for_everyone_and_in_the_journal_only_the_line(
    set_up, amina, dirk, today, signed_in
):
    words = {"organisation": set_up.slug, "year": today.year + 1}
    address = reverse("policyplan:refuse_line", kwargs={**words, "key": "fund_calls"})
    sent = {"why": "Dat doet het fonds voor ons.", "version": "0", "once": "a"}
    assert signed_in(amina).post(address, sent).status_code == 302
    page = signed_in(dirk).get(reverse("policyplan:calendar_of_year", kwargs=words)).content.decode()
    assert "Dat doet het fonds voor ons." in page
    record = Record.objects.get(act="policyplan.refuse_line")
    assert record.details == {"line": "fund_calls"}
    # In words: whoever reads the journal knows no keys.
    assert record.subject_name.endswith(f"({today.year + 1})")
    assert "fund_calls" not in record.subject_name


def test_without_a_reason_it_is_refused(refuse):
    with pytest.raises(NothingSaid):
        refuse("fund_calls", why="  ")


def test_what_is_a_task_is_first_taken_away(take, refuse):
    take("plan_adopted")
    with pytest.raises(AlreadyDone):
        refuse("plan_adopted", version=1)


def test_the_second_who_writes_gets_a_page_with_both_reasons(refuse, set_up, koen, today, signed_in):
    refuse("fund_calls")
    words = {"organisation": set_up.slug, "year": today.year + 1, "key": "fund_calls"}
    sent = {"why": "Te klein.", "version": "0", "once": "b"}
    answer = signed_in(koen).post(reverse("policyplan:refuse_line", kwargs=words), sent)
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "Dat doet het fonds voor ons." in text
    assert "Te klein." in text
    with pytest.raises(Changed):
        refuse("fund_calls", version=0)


def test_taking_it_over_later_lifts_the_refusal(refuse, take, line):
    refuse("plan_adopted")
    assert take("plan_adopted", version=1).refused_why == ""


def test_a_refusal_holds_for_its_year_alone(refuse, today):
    refuse("fund_calls")
    assert list(CalendarChoice.objects.values_list("year", flat=True)) == [today.year + 1]


def test_a_line_that_does_not_hold_here_has_no_door(set_up, amina, signed_in, today):
    words = {"organisation": set_up.slug, "year": today.year + 1, "key": "plan_workers"}
    assert signed_in(amina).get(reverse("policyplan:refuse_line", kwargs=words)).status_code == 404


def test_where_nothing_is_chosen_any_more_the_page_tells_it_without_a_name(set_up, koen, today, signed_in):
    words = {"organisation": set_up.slug, "year": today.year + 1, "key": "fund_calls"}
    sent = {"why": "Te klein.", "version": "1", "once": "c"}
    answer = signed_in(koen).post(reverse("policyplan:refuse_line", kwargs=words), sent)
    assert (answer.status_code, "Te klein." in answer.content.decode()) == (409, True)
