"""The page of the yearly calendar: for everyone who works here, from the organisation's own size, bodies and financial year."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from draagvlak.policyplan import actions, queries
from draagvlak.stakeholders import actions as roles
from draagvlak.stakeholders.queries import profile


def page(organisation, year=None, **words):
    if year is None:
        return reverse("policyplan:calendar", kwargs={"organisation": organisation.slug})
    return reverse("policyplan:calendar_of_year", kwargs={"organisation": organisation.slug, "year": year})


def text_of(client, organisation, year=None):
    return client.get(page(organisation, year)).content.decode()


def test_everyone_sees_the_year_and_each_line_says_how_it_was_reckoned(set_up, dirk, today, signed_in):
    text = text_of(signed_in(dirk), set_up)
    assert f"Jaarkalender {today.year}" in text
    assert "Stel het opleidingsplan vast" in text
    assert f"De regel noemt deze dag zelf: 31 maart {today.year}." in text
    assert "Op tijd is tot het einde van die dag, om middernacht in België." in text
    assert "artikel 34-38" in text
    assert "na te kijken" in text


def test_the_working_day_before_stands_beside_a_legal_day_in_a_weekend(set_up, dirk, signed_in):
    text = text_of(signed_in(dirk), set_up, 2026)
    assert "werkdag ervoor: 13 maart 2026" in text
    assert "Die dag is geen werkdag (zondag)." in text


def test_what_is_for_the_reader_stands_out(set_up, koen, dirk, amina, today):
    def mine(account):
        facts = queries.facts_of(set_up, on=today)
        rows = queries.rows_of(account, set_up, facts=facts, year=2027, on=today)
        return {row.entry.key for row in rows if row.is_mine}

    everyone = {"account_balances", "needs_round", "vov_certificates"}
    assert mine(dirk) == everyone | {"plan_send", "plan_advice", "efi_documents", "efi_meeting"}
    assert mine(amina) == everyone | {"close_year", "draft_year_plan", "fund_calls"}
    assert {"plan_adopted", "plan_send", "budget_approved"} <= mine(koen)


def test_only_who_keeps_it_sees_the_acts(set_up, amina, dirk, today, signed_in):
    year = today.year + 1
    assert "Neem over als taak" in text_of(signed_in(amina), set_up, year)
    assert "Neem over als taak" not in text_of(signed_in(dirk), set_up, year)


@pytest.mark.parametrize("year", [1999, 2019, 2100])
def test_a_year_outside_the_calendar_is_not_found(set_up, dirk, signed_in, year):
    assert signed_in(dirk).get(page(set_up, year)).status_code == 404


def test_the_end_of_the_financial_year_is_asked_in_the_set_up_and_moves_the_days(set_up, koen, dirk, signed_in):
    assert profile().year_end == "12-31"
    sent = {"name": "De Lindehof", "joint_committee": "330", "heads": "120", "fte": "80", "hours_per_half_day": "3,8"}
    sent |= {"regions": ["VL"]}
    sent["version"] = profile().version
    address = reverse("stakeholders:set_up", kwargs={"organisation": set_up.slug})
    answer = signed_in(koen).post(address, {**sent, "year_ends_day": "30", "year_ends_month": "6", "once": "a"})
    assert answer.status_code == 302
    assert profile().year_end == "06-30"
    text = text_of(signed_in(dirk), set_up, 2027)
    assert "Het boekjaar eindigt op 30 juni 2027." in text
    assert "30 september 2027" in text


@pytest.mark.parametrize(("day", "month"), [("31", "6"), ("29", "2")])
def test_a_day_that_is_not_there_every_year_is_refused(set_up, koen, signed_in, day, month):
    sent = {"name": "De Lindehof", "joint_committee": "330", "heads": "120", "fte": "80", "hours_per_half_day": "3,8"}
    sent |= {"regions": ["VL"]}
    sent["version"] = profile().version
    address = reverse("stakeholders:set_up", kwargs={"organisation": set_up.slug})
    answer = signed_in(koen).post(address, {**sent, "year_ends_day": day, "year_ends_month": month})
    assert answer.status_code == 422
    assert "Die dag is er niet elk jaar" in answer.content.decode()
    assert profile().year_end == "12-31"


def test_the_set_up_without_the_question_keeps_what_was_there(set_up, koen, now):
    facts = {"name": "De Lindehof", "joint_committee": "330", "heads": 120, "fte": Decimal(80)}
    facts |= {"hours_per_half_day": Decimal("3.8")}
    roles.describe_organisation(facts={**facts, "year_end": "08-31"}, by=koen, at=now)
    roles.describe_organisation(facts=facts, by=koen, at=now)
    assert profile().year_end == "08-31"


def test_a_small_house_has_few_lines(organisation, amina, koen, dirk, now, today):
    facts = {"name": "Kompas", "joint_committee": "329.01", "heads": 12, "fte": Decimal("8.5")}
    roles.describe_organisation(facts={**facts, "hours_per_half_day": Decimal("3.8")}, by=koen, at=now)
    found = queries.rows_of(koen, organisation, facts=queries.facts_of(organisation, on=today), year=2027, on=today)
    assert "plan_adopted" not in {row.entry.key for row in found}


def test_the_page_asks_as_many_statements_with_many_lines_taken_over(set_up, amina, now, today, signed_in):
    client, year = signed_in(amina), today.year + 1
    client.get(page(set_up, year))

    def asked():
        client.get(page(set_up, year))
        with CaptureQueriesContext(connection) as statements:
            client.get(page(set_up, year))
        return len(statements)

    few = asked()
    facts = queries.facts_of(set_up, on=today)
    for row in queries.rows_of(amina, set_up, facts=facts, year=year, on=today):
        if row.entry.last is not None:
            wanted = {"on": row.entry.working_day, "role": row.entry.line.task_for, "version": 0}
            actions.take_line(entry=row.entry, year=year, facts=wanted, by=amina, at=now)
    assert asked() <= few


def test_a_period_stands_in_the_month_in_which_it_begins(set_up, amina, today):
    facts = queries.facts_of(set_up, on=today)
    rows = {row.entry.key: row for row in queries.rows_of(amina, set_up, facts=facts, year=2027, on=today)}
    assert rows["needs_round"].shown_on == date(2027, 9, 1)
    assert rows["fund_calls"].shown_on is None
