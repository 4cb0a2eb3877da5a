"""Digests and reminders: who gets one, on which day, and never twice."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django_scopes import scope

from draagvlak.accounts.models import Account
from draagvlak.desk import jobs
from draagvlak.desk.actions import choose_mail
from draagvlak.desk.queries import letters
from draagvlak.lib import clock
from draagvlak.notices import actions
from draagvlak.notices.actions import queue
from draagvlak.notices.figures import Letter, Step
from draagvlak.notices.models import Edition, MailRound, Message
from draagvlak.notices.queries import preference_of
from draagvlak.notices.states import EditionKind, MessageKind, MessageState
from draagvlak.planproject.actions import open_call, start_project
from draagvlak.stakeholders.actions import add_stakeholder, end_access, invite, person, plan_contact
from draagvlak.stakeholders.models import Body
from draagvlak.tenancy.actions import admit
from draagvlak.tenancy.models import Organisation, current_organisation

MONDAY = date(2027, 3, 8)
CALL = {"title": "Wie denkt mee?", "task": "Vier keer samenkomen.", "seats": 3}


def at(day, hour=8):
    return datetime.combine(day, datetime.min.time(), clock.BRUSSELS).replace(hour=hour)


def ahead(days):
    return MONDAY + timedelta(days=days)


def wants(account, rhythm, *, days=(7, 1), quiet=()):
    facts = {"rhythm": rhythm, "reminder_days": list(days), "quiet_days": list(quiet)}
    return choose_mail(account=account, facts=facts, version=preference_of(account).version, at=at(MONDAY, 1))


def mails(to=None):
    found = Message.objects.filter(kind__in=[MessageKind.DIGEST, MessageKind.REMINDER]).order_by("pk")
    return [(m.to.split("@")[0], m.kind) for m in found if to is None or m.to == to.email]


@pytest.fixture
def house(set_up, koen, amina, bram, employ):
    """Whoever works here may stand in a call that closes seven days after Monday: Bram, and who runs the house."""
    employ("Koen", account=koen)
    employ("Amina", account=amina)
    running = start_project(
        title="Plan", first_year=2028, last_year=2030, assignment="Schrijf het.", by=koen, at=at(ahead(-20))
    )
    facts = {**CALL, "opens_on": ahead(-10), "closes_on": ahead(7), "answer_by": ahead(20)}
    open_call(project=running, facts=facts, by=koen, at=at(ahead(-10)))
    return set_up


def test_somebody_who_chose_nothing_is_reminded_seven_days_and_one_day_before(house, bram):
    days = [day for day in range(8) if jobs.go_round(at=at(ahead(day)))]
    assert days == [0, 6]
    assert mails(bram) == [("bram", MessageKind.REMINDER)] * 2


def test_a_reminder_names_the_task_its_last_day_and_the_way_there_and_nothing_that_people_wrote(house, bram):
    jobs.go_round(at=at(MONDAY))
    mail = Message.objects.get(kind=MessageKind.REMINDER, to=bram.email)
    assert "- Doe mee met de werkgroep (laatste dag: 15 maart 2027)" in mail.body
    assert "http://127.0.0.1:8000/o/lindehof/" in mail.body
    assert "Vier keer samenkomen" not in mail.body
    assert (mail.organisation, mail.is_required, mail.drop_after) == (house, False, at(ahead(1), 0))


def test_a_mail_is_written_in_the_language_of_the_person(house, bram):
    Account.objects.filter(pk=bram.pk).update(language="fr")
    jobs.go_round(at=at(MONDAY))
    assert Message.objects.get(to=bram.email, kind=MessageKind.REMINDER).language == "fr"


def test_a_daily_digest_comes_every_day_on_which_something_waits_and_says_what_is_late(house, bram):
    wants(bram, "daily")
    for day in range(3):
        jobs.go_round(at=at(ahead(day)))
    assert mails(bram) == [("bram", MessageKind.DIGEST)] * 3
    digest = Message.objects.filter(to=bram.email, kind=MessageKind.DIGEST).first()
    assert digest.subject.endswith("op jou bij De Lindehof")
    assert "laatste dag: 15 maart 2027" in digest.body


def test_a_weekly_digest_comes_on_monday(house, bram):
    wants(bram, "weekly")
    came = []
    for day in range(7):
        jobs.go_round(at=at(ahead(day)))
        came.append(len(mails(bram)))
    assert came == [1] * 7


def test_on_a_quiet_day_nothing_comes_and_a_reminder_comes_before_it(house, bram, koen):
    wants(bram, "at_once", days=[7], quiet=[MONDAY.weekday(), 6])
    wants(koen, "daily", quiet=[MONDAY.weekday()])
    jobs.go_round(at=at(ahead(-2)))
    saturday = mails(bram)
    jobs.go_round(at=at(MONDAY))
    assert (saturday, mails(bram), mails(koen)) == (
        [("bram", MessageKind.REMINDER)],
        [("bram", MessageKind.REMINDER)],
        [("koen", MessageKind.DIGEST)],
    )


def test_who_wants_only_what_is_required_gets_neither(house, bram):
    wants(bram, "required")
    jobs.go_round(at=at(MONDAY))
    assert mails(bram) == []


def test_nobody_gets_a_mail_when_nothing_waits(set_up, els):
    wants(els, "daily")
    jobs.go_round(at=at(MONDAY))
    assert mails(els) == []


def test_before_seven_nothing_leaves_and_it_costs_no_statement(house, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert jobs.go_round(at=at(MONDAY, 6)) == 0
    assert jobs.go_round(at=at(MONDAY, 7)) > 0


def test_a_second_round_on_a_day_looks_only_for_new_moments_and_sends_nothing(house, django_assert_num_queries):
    jobs.go_round(at=at(MONDAY))
    with django_assert_num_queries(
        5
    ):  # who there is, the moments of one of them in a transaction, who has no round yet
        assert jobs.go_round(at=at(MONDAY, 23)) == 0


def test_days_that_were_missed_are_not_made_up_for(house, bram):
    wants(bram, "daily")
    jobs.go_round(at=at(MONDAY))
    jobs.go_round(at=at(ahead(4)))
    assert mails(bram) == [("bram", MessageKind.DIGEST)] * 2


def test_a_digest_that_could_not_leave_on_its_day_leaves_no_more(house, bram):
    wants(bram, "daily")
    jobs.go_round(at=at(MONDAY))
    actions.send_waiting(at=at(ahead(1), 1))
    assert set(Message.objects.filter(kind=MessageKind.DIGEST).values_list("state", flat=True)) == {
        MessageState.SKIPPED
    }


def test_who_never_chose_a_password_gets_none_until_the_organisation_signs_them_in(house, koen, employ):
    invited = person(email="nieuw@example.org", name="Nieuw")
    invite(account=invited, by=koen, at=at(ahead(-5)), root="")
    employ("Nieuw", account=invited)
    wants(invited, "daily")
    jobs.go_round(at=at(MONDAY))
    before = mails(invited)
    Account.objects.filter(pk=invited.pk).update(last_login=at(MONDAY, 12))
    jobs.go_round(at=at(ahead(1)))
    assert (before, mails(invited)) == ([], [("nieuw", MessageKind.DIGEST)])


def test_who_has_no_access_any_more_gets_none(house, bram, koen):
    end_access(account=bram, by=koen, at=at(ahead(-1)))
    jobs.go_round(at=at(MONDAY))
    assert mails(bram) == []


def test_an_account_that_is_closed_gets_none(house, bram):
    Account.objects.filter(pk=bram.pk).update(is_active=False)
    jobs.go_round(at=at(MONDAY))
    assert mails(bram) == []


def test_nothing_of_one_organisation_comes_in_the_mail_of_another(house, bram, greet):
    with scope(organisation=Organisation.objects.get(slug="terweide")):
        wants(greet, "daily")
    jobs.go_round(at=at(MONDAY))
    with scope(organisation=Organisation.objects.get(slug="terweide")):
        (digest,) = Message.objects.filter(to=greet.email, kind=MessageKind.DIGEST)
    assert (digest.organisation.slug, "Lindehof" in digest.body) == ("terweide", False)


def test_a_message_that_is_not_required_waits_for_the_digest_and_is_told_in_it(house, bram):
    wants(bram, "weekly")
    held = queue(to=bram.email, subject="Nieuw in de bibliotheek", body="Veel.", at=at(ahead(-3)), is_required=False)
    assert held.state == MessageState.HELD
    jobs.go_round(at=at(MONDAY))
    held.refresh_from_db()
    digest = Message.objects.get(to=bram.email, kind=MessageKind.DIGEST)
    assert (held.state, "- Nieuw in de bibliotheek" in digest.body, "Veel." in digest.body) == (
        MessageState.BUNDLED,
        True,
        False,
    )


def test_a_round_that_broke_off_goes_on_where_it_was_and_nobody_gets_two(house, bram, koen, amina, monkeypatch):
    for account in (bram, koen, amina):
        wants(account, "daily")
    monkeypatch.setattr(jobs, "BATCH", 1)
    done = []

    def breaks_off(letters, **words):
        if len(done) == 2:
            raise OSError("power is gone")
        done.append(actions.publish(letters, **words))
        return done[-1]

    monkeypatch.setattr(jobs, "publish", breaks_off)
    jobs.go_round(at=at(MONDAY))
    assert 0 < len(mails()) < 3
    monkeypatch.setattr(jobs, "publish", actions.publish)
    jobs.go_round(at=at(MONDAY, 9))
    assert sorted(mails()) == [(name, MessageKind.DIGEST) for name in ("amina", "bram", "koen")]


def test_one_persons_broken_tasks_keep_nobody_elses_mail_from_leaving(house, bram, koen, monkeypatch):
    asked = letters.tasks_for

    def tasks_for(account, organisation, *, today):
        if account == koen:
            raise ZeroDivisionError
        return asked(account, organisation, today=today)

    monkeypatch.setattr(letters, "tasks_for", tasks_for)
    jobs.go_round(at=at(MONDAY))
    assert (mails(bram), mails(koen)) == ([("bram", MessageKind.REMINDER)], [])


def letter(account):
    return Letter(
        account=account.pk,
        to=account.email,
        language="nl",
        kind=EditionKind.DIGEST,
        subject="Overzicht",
        body="Dag",
    )


def twice(account, organisation):
    """Two workers looked at the same people before either wrote."""
    for _ in range(2):
        step = Step(MONDAY, 0, account.pk)
        actions.publish([letter(account)], step=step, organisation=organisation, at=at(MONDAY))


def test_two_workers_at_the_same_step_send_one_digest(house, bram):
    twice(bram, house)
    assert mails(bram) == [("bram", MessageKind.DIGEST)]


def test_the_database_refuses_a_second_edition_even_when_a_round_forgets_how_far_it_was(house, bram):
    twice(bram, house)
    MailRound.objects.update(reached=0)
    with pytest.raises(IntegrityError), transaction.atomic():
        twice(bram, house)
    assert mails(bram) == [("bram", MessageKind.DIGEST)]


def test_without_both_guards_there_would_be_two(house, bram, monkeypatch):
    """The twin: the round forgets how far it was, and no edition is written."""
    monkeypatch.setattr(type(Edition.objects.all()), "bulk_create", lambda self, rows: rows)
    twice(bram, house)
    MailRound.objects.update(reached=0)
    twice(bram, house)
    assert mails(bram) == [("bram", MessageKind.DIGEST)] * 2


def test_the_statements_of_a_round_hardly_grow_with_the_people(house, bram, employ, new_account, now):
    """Each person costs the same few, whatever the others cost: what holds for everyone is asked once a batch."""

    def cost(day):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            jobs.go_round(at=at(ahead(day)))
        return len(asked)

    few = cost(-3)
    for number in range(10):
        account = new_account(f"Extra{number}")
        admit(account=account, organisation=house, at=now)
        employ(f"Extra{number}", account=account)
    assert cost(-2) - few <= 10 * 9


@pytest.fixture
def moment(house, koen, amina):
    """A contact with the board, five days after Monday."""
    board = add_stakeholder(
        who=f"body:{Body.objects.get(kind='board').pk}",
        facts={"interest": 4, "influence": 5, "mode": "consult", "questions": [], "responsible": amina},
        by=koen,
        at=at(ahead(-20)),
    )
    facts = {"planned_on": ahead(5), "mode": "consult", "channel": "Gesprek", "what": "Het ontwerp", "notice_days": 7}
    return plan_contact(stakeholder=board, facts=facts, by=koen, at=at(ahead(-20)))


def told(account):
    return Message.objects.filter(subject__startswith="Jouw moment", to=account.email).count()


def test_a_moment_is_told_in_the_round_of_the_day_and_once_also_to_who_wants_only_what_is_required(moment, els):
    wants(els, "required")
    assert (jobs.go_round(at=at(MONDAY, 6)), told(els)) == (0, 0)
    jobs.go_round(at=at(MONDAY, 7))
    jobs.go_round(at=at(MONDAY, 9))
    assert told(els) == 1


def test_a_moment_planned_after_the_round_is_told_the_same_day(house, els, request):
    jobs.go_round(at=at(MONDAY))
    request.getfixturevalue("moment")
    jobs.go_round(at=at(MONDAY, 12))
    assert told(els) == 1


def test_a_fault_in_one_organisation_keeps_no_moment_from_another(greet, moment, els, monkeypatch, caplog):
    asked = jobs.tell_of_moments

    def tell_of_moments(**words):
        if current_organisation() != moment.organisation:
            raise ZeroDivisionError
        return asked(**words)

    monkeypatch.setattr(jobs, "tell_of_moments", tell_of_moments)
    jobs.go_round(at=at(MONDAY))
    assert told(els) == 1
    assert "The round in terweide broke off" in caplog.text


def test_what_a_digest_that_could_not_leave_told_of_goes_along_with_the_next(house, bram):
    wants(bram, "daily")
    queue(to=bram.email, subject="Nieuws: nachtvorming", body="x", at=at(MONDAY, 1), is_required=False)
    jobs.go_round(at=at(MONDAY))
    note = Message.objects.get(subject="Nieuws: nachtvorming")
    assert (note.state, note.bundled_in.kind) == (MessageState.BUNDLED, MessageKind.DIGEST)
    actions.send_waiting(at=at(ahead(1), 7))  # the mail server was away all of Monday
    note.refresh_from_db()
    assert (note.state, note.bundled_in) == (MessageState.HELD, None)
    jobs.go_round(at=at(ahead(1)))
    note.refresh_from_db()
    assert note.state == MessageState.BUNDLED
    assert "Nieuws: nachtvorming" in note.bundled_in.body
