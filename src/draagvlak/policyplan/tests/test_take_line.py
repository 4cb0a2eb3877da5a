from datetime import timedelta

import icalendar
import pytest
from django.test import Client
from django.urls import reverse

from draagvlak.journal.models import Record
from draagvlak.lib.refusals import Changed
from draagvlak.meetings.actions import make_feed
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.models import CalendarChoice, Deadline, FrameworkItem
from draagvlak.policyplan.rules import AlreadyDone, DayInThePast, TooLate, follows_up


def door(organisation, name, year, key):
    words = {"organisation": organisation.slug, "year": year, "key": key}
    return reverse(f"policyplan:{name}", kwargs=words)


def test_the_page_proposes_the_working_day_and_the_role_and_makes_a_day_of_the_framework(
    set_up, amina, line, today, signed_in
):
    client, year = signed_in(amina), today.year + 1
    address = door(set_up, "take_line", year, "social_balance_filed")
    entry = line("social_balance_filed")
    page = client.get(address).content.decode()
    assert f'value="{entry.working_day.isoformat()}"' in page
    sent = {"on": entry.working_day.isoformat(), "role": "management", "version": "0", "once": "a"}
    answer = client.post(address, sent)
    assert answer.url.endswith(f"/kader/kalender/{year}/#social_balance_filed")
    deadline = Deadline.objects.get()
    assert (deadline.on, deadline.role, deadline.item.library_key) == (
        entry.working_day,
        "management",
        "social_balance",
    )
    assert CalendarChoice.objects.get().deadline == deadline
    assert Record.objects.filter(act="policyplan.take_line").count() == 1
    assert "taak van:" in client.get(answer.url).content.decode()


def test_a_line_is_not_taken_over_twice(take):
    take("plan_adopted")
    with pytest.raises(AlreadyDone):
        take("plan_adopted", version=1)


def test_the_second_who_writes_hears_that_somebody_chose_meanwhile(take):
    take("plan_adopted")
    with pytest.raises(Changed) as changed:
        take("plan_adopted", version=0)
    assert changed.value.by == "Amina"


def test_a_day_after_the_legal_day_is_refused(take, line):
    with pytest.raises(TooLate):
        take("plan_adopted", on=line("plan_adopted").last + timedelta(days=1))
    take("plan_adopted", on=line("plan_adopted").last)


def test_a_day_that_has_passed_is_refused(take, today):
    with pytest.raises(DayInThePast):
        take("plan_adopted", on=today - timedelta(days=1))


def test_the_day_that_the_library_had_set_is_used_so_that_no_task_stands_twice(
    set_up, amina, line, now, today, signed_in
):
    actions.take_library(by=amina, at=now)
    of_library = Deadline.objects.get(parameter="plan_deadline")
    year, entry = of_library.on.year, line("plan_adopted", of_library.on.year)
    facts = {"on": entry.working_day, "role": "management", "version": 0}
    choice = actions.take_line(entry=entry, year=year, facts=facts, by=amina, at=now)
    assert choice.deadline == of_library
    assert Deadline.objects.filter(item=of_library.item).count() == 1
    of_library.refresh_from_db()
    actions.finish_deadline(deadline=of_library, note="", by=amina, at=now)
    later = Deadline.objects.get(item=of_library.item, done_at=None)
    assert (later.on, later.role) == (line("plan_adopted", year + 1).last, "management")


def test_a_habit_becomes_an_item_of_its_own_and_no_obligation(take):
    take("needs_round")
    item = FrameworkItem.objects.get(library_key="line.needs_round")
    assert (item.kind, item.bearing, item.confidence) == ("habit", "goal", "own")


def test_two_lines_of_one_rule_share_their_item(take):
    take("plan_send")
    take("plan_advice")
    assert FrameworkItem.objects.get().deadlines.count() == 2


def test_a_line_without_a_day_of_its_own_takes_any_day(take, today):
    choice = take("fund_calls", on=today + timedelta(days=5))
    assert choice.deadline.on == today + timedelta(days=5)


def tasks(signed_in, account, organisation):
    page = signed_in(account).get(reverse("desk:tasks", kwargs={"organisation": organisation.slug}))
    return page.content.decode()


def test_it_is_the_task_of_who_holds_the_role_and_of_nobody_else(take, set_up, koen, amina, dirk, today, signed_in):
    take("fund_calls", on=today, role="management")
    what = "Volg de oproepen van je sectorfonds"
    assert what in tasks(signed_in, koen, set_up)
    assert what not in tasks(signed_in, amina, set_up)
    assert what not in tasks(signed_in, dirk, set_up)


def test_where_nobody_holds_the_role_it_is_the_coordinators(take, set_up, koen, amina, today, signed_in):
    take("fund_calls", on=today, role="hr_officer")
    what = "Volg de oproepen van je sectorfonds"
    assert what in tasks(signed_in, amina, set_up)
    assert what not in tasks(signed_in, koen, set_up)


@pytest.mark.parametrize(
    ("role", "owner", "mine", "held", "asked"),
    [
        ("management", None, {"management"}, {"management"}, True),
        ("management", 1, set(), {"management"}, False),
        ("management", None, {"training_coordinator"}, {"management"}, False),
        ("management", None, {"training_coordinator"}, set(), True),
        ("", 1, set(), set(), True),
        ("", 2, {"training_coordinator"}, set(), False),
        ("", None, {"training_coordinator"}, set(), True),
        ("", None, {"management"}, set(), False),
    ],
)
def test_whose_task_a_day_is(role, owner, mine, held, asked):
    assert follows_up(role=role, owner=owner, me=1, mine=mine, held=held) is asked


def test_who_has_the_task_may_say_that_it_is_done(set_up, amina, dirk, koen, now, today, signed_in):
    """A worker who follows an item up may finish its day, though he does not keep the framework."""
    item = actions.add_item(facts={"kind": "habit", "bearing": "goal", "title": "Affiche"}, by=amina, at=now)
    facts = {"what": "Hang ze op", "on": today, "is_yearly": False, "warn_days": 3}
    deadline = actions.set_deadline(item=item, facts=facts, by=amina, at=now)
    words = {"organisation": set_up.slug, "pk": deadline.pk}
    address = reverse("policyplan:finish_deadline", kwargs=words)
    assert signed_in(dirk).get(address).status_code == 403
    actions.change_item(item=item, facts={"owner": dirk}, version=item.version, by=amina, at=now)
    assert signed_in(dirk).post(address, {"note": "hangt", "once": "a"}).status_code == 302
    deadline.refresh_from_db()
    assert deadline.done_by == dirk


def test_a_dropped_day_gives_the_line_free_again(take, amina, now):
    choice = take("plan_adopted")
    actions.drop_deadline(deadline=choice.deadline, by=amina, at=now)
    choice.refresh_from_db()
    assert choice.deadline is None
    take("plan_adopted", version=1)


def test_one_key_of_one_year_is_chosen_once(take, amina, now):
    from django.db import IntegrityError, transaction

    choice = take("plan_adopted")
    with pytest.raises(IntegrityError, match=r"(?i)unique"), transaction.atomic():
        CalendarChoice.objects.create(year=choice.year, key=choice.key, changed_at=now, changed_by=amina)


# In one's own calendar program


def days_in(account, now):
    secret = make_feed(account=account, by=account, at=now)
    answer = Client().get(reverse("calendar_feed", kwargs={"secret": secret}))
    found = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    return [one for one in found if str(one["uid"]).startswith("calendar-")]


def test_the_feed_carries_the_days_of_the_readers_own_role_as_whole_days(take, set_up, koen, amina, dirk, now):
    choice = take("plan_adopted")
    (day,) = days_in(koen, now)
    assert day["dtstart"].dt == choice.deadline.on
    assert day["dtend"].dt == choice.deadline.on + timedelta(days=1)
    assert str(day["summary"]) == "Laatste dag: Stel het opleidingsplan vast"
    assert days_in(amina, now) == []
    assert days_in(dirk, now) == []


def test_the_feed_holds_no_private_words(take, line, koen, amina, now, today):
    choice = take("plan_adopted")
    entry = line("plan_adopted")
    facts = {"on": entry.last - timedelta(days=9), "why": "De directeur is dan ziek", "version": 1}
    actions.move_line(entry=entry, year=today.year + 1, facts=facts, by=amina, at=now)
    choice.deadline.refresh_from_db()
    Deadline.objects.filter(pk=choice.deadline.pk).update(what="Geheim van het huis", note="Ook geheim")
    (day,) = days_in(koen, now)
    assert day["dtstart"].dt == entry.last - timedelta(days=9)
    words = day.to_ical().decode()
    assert not any(word in words for word in ("ziek", "Geheim", "geheim", "Amina", "Koen"))


def test_a_day_that_is_done_leaves_the_feed(take, koen, now):
    choice = take("plan_adopted")
    actions.finish_deadline(deadline=choice.deadline, note="", by=koen, at=now)
    assert days_in(koen, now) == []


def test_another_organisation_hears_nothing(take, set_up, greet, now):
    take("plan_adopted")
    assert queries.days_of(greet, at=now) == []
