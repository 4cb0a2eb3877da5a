from datetime import timedelta

import pytest
from django.urls import reverse

from draagvlak.desk.actions import choose_mail
from draagvlak.journal.models import Record
from draagvlak.lib.refusals import Changed
from draagvlak.notices.actions import queue
from draagvlak.notices.models import Preference
from draagvlak.notices.queries import preference_of
from draagvlak.notices.rules import NoDayLeft, NotADay
from draagvlak.notices.states import MessageState, Rhythm
from draagvlak.planproject.actions import open_call, start_project

FORM = {"rhythm": "weekly", "reminder_days": "1; 14,7", "quiet_days": ["5", "6"], "version": "0", "once": "a"}
PAGE = reverse("desk:my_mail", kwargs={"organisation": "lindehof"})


def choose(account, now, rhythm="daily", *, days=(7,), quiet=(), version=0):
    facts = {"rhythm": rhythm, "reminder_days": list(days), "quiet_days": list(quiet)}
    return choose_mail(account=account, facts=facts, version=version, at=now)


def test_who_never_chose_has_the_usual(organisation, amina):
    wanted = preference_of(amina)
    assert (wanted.rhythm, wanted.reminder_days, wanted.quiet_days, wanted.pk) == (Rhythm.AT_ONCE, [7, 1], [], None)


def test_a_person_chooses_on_the_page(organisation, bram, signed_in):
    client = signed_in(bram)
    assert client.post(PAGE, FORM).url == PAGE
    wanted = Preference.objects.get()
    assert (wanted.account, wanted.rhythm, wanted.reminder_days, wanted.quiet_days) == (
        bram,
        "weekly",
        [14, 7, 1],
        [5, 6],
    )
    assert 'value="14, 7, 1"' in client.get(PAGE).content.decode()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"reminder_days": "31"}, "Schrijf getallen van 0 tot 30"),
        ({"reminder_days": "-1"}, "Schrijf getallen van 0 tot 30"),
        ({"reminder_days": "morgen"}, "Schrijf getallen van 0 tot 30"),
        ({"reminder_days": "1 2 3 4 5 6"}, "Kies hoogstens vijf dagen"),
    ],
)
def test_an_answer_that_is_none_comes_back_with_a_sentence(organisation, bram, signed_in, wrong, sentence):
    answer = signed_in(bram).post(PAGE, {**FORM, **wrong})
    assert (answer.status_code, sentence in answer.content.decode()) == (422, True)


def test_a_week_with_only_quiet_days_is_refused(organisation, bram, signed_in):
    answer = signed_in(bram).post(PAGE, {**FORM, "quiet_days": list("0123456")})
    assert (answer.status_code, "minstens één dag" in answer.content.decode()) == (409, True)


def test_the_act_itself_refuses_the_same(organisation, bram, now):
    with pytest.raises(NotADay):
        choose(bram, now, days=[31])
    with pytest.raises(NoDayLeft):
        choose(bram, now, quiet=range(7))


def test_two_pages_open_at_once_lose_nothing(organisation, bram, now, signed_in):
    choose(bram, now, "required")
    answer = signed_in(bram).post(PAGE, FORM)
    assert (answer.status_code, "Alleen wat moet" in answer.content.decode()) == (409, True)
    with pytest.raises(Changed):
        choose(bram, now, version=0)


def test_it_stands_in_the_journal_that_somebody_chose_and_not_what(organisation, bram, now):
    choose(bram, now)
    record = Record.objects.first()
    assert (record.act, record.by, record.details) == ("desk.choose_mail", bram, {})


def test_each_person_chooses_for_one_organisation(organisation, bram, amina, greet, now):
    choose(bram, now)
    assert (preference_of(amina).rhythm, Preference.objects.get().organisation) == (Rhythm.AT_ONCE, organisation)


def note(account, now):
    return queue(to=account.email, subject="Nieuws", body="x", at=now, is_required=False)


@pytest.mark.parametrize(
    ("rhythm", "state"),
    [
        ("at_once", MessageState.WAITING),
        ("daily", MessageState.HELD),
        ("weekly", MessageState.HELD),
        ("required", MessageState.SKIPPED),
    ],
)
def test_what_is_not_required_leaves_as_the_person_chose_and_what_is_required_at_once(
    organisation, bram, now, rhythm, state
):
    choose(bram, now, rhythm)
    required = queue(to=bram.email, subject="Stukken", body="x", at=now)
    assert (note(bram, now).state, required.state) == (state, MessageState.WAITING)


def test_a_secret_is_always_required(organisation, bram, now):
    choose(bram, now, "weekly")
    link = queue(to=bram.email, subject="Link", body="x", at=now, is_private=True, is_required=False)
    assert (link.state, link.is_required) == (MessageState.WAITING, True)


def test_on_a_quiet_day_what_is_not_required_waits_until_seven_on_the_next_other_day(organisation, bram, now):
    choose(bram, now, "at_once", quiet=[now.weekday()])
    waits = note(bram, now)
    tomorrow = (now + timedelta(days=1)).date()
    assert (waits.try_after.astimezone(now.tzinfo).date(), waits.try_after.astimezone(now.tzinfo).hour) == (tomorrow, 7)


@pytest.mark.parametrize(("rhythm", "state"), [("at_once", MessageState.WAITING), ("required", MessageState.SKIPPED)])
def test_what_waited_for_a_digest_follows_a_new_choice(organisation, bram, now, rhythm, state):
    choose(bram, now, "daily")
    held = note(bram, now)
    choose(bram, now, rhythm, version=1)
    held.refresh_from_db()
    assert held.state == state


@pytest.fixture
def call(set_up, koen, now, today):
    running = start_project(title="Plan", first_year=2030, last_year=2032, assignment="Schrijf.", by=koen, at=now)
    days = {"opens_on": today, "closes_on": today + timedelta(days=9), "answer_by": today + timedelta(days=20)}
    return open_call(project=running, facts={"title": "Wie?", "task": "x", "seats": 3, **days}, by=koen, at=now)


@pytest.mark.parametrize(("rhythm", "days"), [("at_once", 2), ("daily", 1)])
def test_the_page_shows_the_next_mail_with_its_day(call, bram, now, today, signed_in, rhythm, days):
    choose(bram, now, rhythm)
    page = signed_in(bram).get(PAGE)
    on, letter = page.context["next"]
    assert (on, "Doe mee met de werkgroep" in letter.body) == (today + timedelta(days=days), True)
    assert "Doe mee met de werkgroep" in page.content.decode()


def test_the_page_says_that_no_mail_comes(call, bram, now, signed_in):
    choose(bram, now, "required")
    assert "Er staat geen mail klaar." in signed_in(bram).get(PAGE).content.decode()


def test_the_menu_leads_there(organisation, bram, signed_in):
    assert PAGE in signed_in(bram).get(reverse("desk:tasks", kwargs={"organisation": "lindehof"})).content.decode()
