from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from draagvlak.desk.queries.tasks import tasks_for
from draagvlak.notices.models import Message
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.models import Reading
from draagvlak.policyplan.rules import AlreadyDone, RegulationRefused
from draagvlak.policyplan.tests.regulation_world import adopt


@pytest.fixture
def read_by(now):
    def make(version, account):
        return actions.confirm_reading(version=version, sha256=version.document.sha256, by=account, at=now)

    return make


def titles(account, organisation, today):
    account.forget()
    return [task.title for task in tasks_for(account, organisation, today=today)]


def test_everybody_at_work_is_asked_by_task_and_mail_and_confirms_this_very_text(
    regulation, amina, dirk, els, bram, ask, organisation, now, today
):
    version = adopt(regulation, amina=amina, dirk=dirk, els=els, now=now)
    assert [m.to for m in Message.objects.filter(subject__startswith="Lees het nieuwe")] == ["bram@example.org"]
    assert "Lees en bevestig: Reglement" in titles(bram, organisation, today)
    sent = {"sha256": version.document.sha256, "has_read": "on", "once": "eens"}
    assert ask(bram, "confirm_reading", sent, number=1).status_code == 302
    assert ask(bram, "confirm_reading", sent, number=1).status_code == 302, "a double click is the same act"
    assert ask(bram, "confirm_reading", {**sent, "once": "nog"}, number=1).status_code == 409
    reading = Reading.objects.get()
    assert (reading.sha256, reading.entered_by) == (version.document.sha256, None)
    assert "Lees en bevestig: Reglement" not in titles(bram, organisation, today)


def test_another_text_a_draft_and_who_is_not_at_work_are_refused(adopted, regulation, amina, bram, koen, now, read_by):
    with pytest.raises(RegulationRefused, match="niet de tekst"):
        actions.confirm_reading(version=adopted, sha256="0" * 64, by=bram, at=now)
    with pytest.raises(RegulationRefused, match="wie hier werkt"):
        read_by(adopted, koen)
    draft = actions.new_regulation_version(regulation=regulation, why="x", by=amina, at=now)
    with pytest.raises(RegulationRefused, match="niet meer van kracht, of nog niet"):
        actions.confirm_reading(version=draft, sha256="", by=bram, at=now)


def test_a_reading_on_paper_says_who_noted_it_and_is_noted_once(adopted, employ, ask, amina, now):
    employ("Farid")
    sent = {"member": "Farid Test", "read_on": now.date().isoformat(), "has_paper": "on"}
    assert ask(amina, "note_reading", sent, number=1).status_code == 302
    assert Reading.objects.get().entered_by == amina
    again = ask(amina, "note_reading", sent, number=1)
    assert (again.status_code, "Dit was al bevestigd." in again.content.decode()) == (409, True)
    wrong = ask(amina, "note_reading", {**sent, "member": "Niemand"}, number=1)
    assert wrong.status_code == 422


def test_who_left_or_a_day_before_the_adoption_is_refused(adopted, employ, amina, now):
    member = employ("Farid")
    words = {"version": adopted, "by": amina, "at": now}
    with pytest.raises(RegulationRefused, match="Kies een dag"):
        actions.note_reading(member=member, read_on=now.date() - timedelta(days=1), **words)
    from draagvlak.staff.models import Employment

    Employment.objects.update(ends_on=now.date() - timedelta(days=1))
    with pytest.raises(RegulationRefused, match="wie hier werkt"):
        actions.note_reading(member=member, read_on=now.date(), **words)


def test_a_confirmation_is_never_changed_or_removed(adopted, bram, read_by):
    read_by(adopted, bram)
    for act in (lambda: Reading.objects.update(sha256=""), lambda: Reading.objects.all().delete()):
        with pytest.raises(IntegrityError), transaction.atomic():
            act()


def test_groups_under_five_are_not_shown(adopted, employ, amina, dirk, bram, ask, now, read_by):
    care = [employ(f"Zorg{turn}", last_name=f"Z{turn}") for turn in range(6)]
    kitchen = [employ(f"Keuken{turn}", group="Keuken", last_name=f"K{turn}") for turn in range(3)]
    for member in [*care, *kitchen]:
        actions.note_reading(version=adopted, member=member, read_on=now.date(), by=amina, at=now)
    shown = queries.readers_shown(adopted, on=now.date())
    assert all(row.people >= 5 and row.took_part >= 5 for row in shown["function_group"])
    assert "Keuken" not in [row.category for row in shown["function_group"]]
    page = ask(dirk, "readers", number=1).content.decode()
    assert "Keuken0" not in page
    assert ask(bram, "readers", number=1).status_code == 403


def test_a_reminder_goes_to_who_did_not_confirm_once_a_day(adopted, colleagues, amina, now, read_by):
    read_by(adopted, colleagues[0])
    told = actions.remind_readers(version=adopted, by=amina, at=now, root="")
    to = set(Message.objects.filter(subject__startswith="Herinnering").values_list("to", flat=True))
    assert to == {one.email for one in colleagues[1:]}
    assert told >= 0
    with pytest.raises(AlreadyDone, match="vandaag al"):
        actions.remind_readers(version=adopted, by=amina, at=now, root="")


@pytest.mark.parametrize("people", [1, 4])
def test_the_counts_ask_the_same_number_of_statements_for_many(
    adopted, employ, amina, now, people, django_assert_num_queries
):
    for turn in range(people):
        employ(f"P{turn}", group=f"Groep {turn}", team=f"Team {turn}")
    with django_assert_num_queries(5):
        queries.readers_shown(adopted, on=now.date())
