"""Somebody tells what a group misses; nothing leads from the signal to who told it."""

import pytest
from django.contrib.sessions.models import Session
from django.db import IntegrityError, connection, transaction
from django.forms.models import model_to_dict
from django.test.utils import CaptureQueriesContext

from draagvlak.journal.models import Record
from draagvlak.lib.rights import may
from draagvlak.needs import actions, queries
from draagvlak.needs.models import Signal
from draagvlak.needs.rules import CodeTaken, NoSuchGroup, NothingWritten
from draagvlak.needs.tests.conftest import CODE, TOLD, facts, here
from draagvlak.notices.models import Message
from draagvlak.ui.models import SentForm


def test_what_is_sent_leaves_no_source_in_rows_forms_sessions_journal_or_mail(house, bram, signed_in):
    page = signed_in(bram)
    shown = page.get(here(house, "signal"))
    code = shown.context["form"]["code"].value()
    assert code in shown.content.decode()
    before, sessions = SentForm.objects.count(), list(Session.objects.values_list("session_data", flat=True))
    words = {**facts(), "code": code, "has_code": "on", "once": "a"}
    with CaptureQueriesContext(connection) as asked:
        sent = page.post(here(house, "signal"), words)
    assert (sent.status_code, code in sent.content.decode()) == (200, True)
    written = [one["sql"] for one in asked.captured_queries if one["sql"].lstrip().startswith(("INSERT", "UPDATE"))]
    touched = {sql.replace('"', "").split()[2 if sql.startswith("INSERT") else 1] for sql in written}
    assert touched == {"needs_signal", "journal_record", "journal_head", "notices_message"}
    assert SentForm.objects.count() == before
    assert list(Session.objects.values_list("session_data", flat=True)) == sessions
    kept = model_to_dict(Signal.objects.get())
    assert (code.replace("-", "") in str(kept), "bram" in str(kept).lower()) == (False, False)
    record = Record.objects.get(act="needs.signal")
    assert (record.by, record.subject_name, record.subject_id, record.details) == (None, "", "", {})
    (mail,) = Message.objects.filter(subject__contains="signaal")
    assert (mail.to, TOLD in mail.body, "Bram" in mail.body) == ("amina@example.org", False, False)


def test_no_column_of_a_signal_can_hold_an_account_but_who_answered():
    accounts = {
        field.name for field in Signal._meta.fields if field.related_model and field.related_model.__name__ == "Account"
    }
    moments = [field.name for field in Signal._meta.fields if field.get_internal_type() == "DateTimeField"]
    assert (accounts, moments) == ({"answered_by"}, [])


def test_keys_are_drawn_by_lot(house, now):
    codes = ["ABCDEFGHJKL" + last for last in "MNPQRSTUVW"]
    made = [actions.signal(facts=facts(), organisation=house, code=code, at=now).pk for code in codes]
    assert made != sorted(made)


def test_sending_twice_tells_it_once_and_a_code_opens_one_signal(told, house, now):
    assert actions.signal(facts=facts(), organisation=house, code=CODE, at=now).pk == told.pk
    with pytest.raises(CodeTaken):
        actions.signal(facts=facts(what="Iets anders"), organisation=house, code=CODE, at=now)
    with pytest.raises(CodeTaken):
        actions.signal(facts=facts(), organisation=house, code="KORT", at=now)


def test_nothing_written_or_a_group_that_is_gone_is_refused(house, now):
    with pytest.raises(NothingWritten):
        actions.signal(facts=facts(what="  "), organisation=house, code=CODE, at=now)
    with pytest.raises(NothingWritten):
        actions.signal(facts=facts(group="words"), organisation=house, code=CODE, at=now)
    for group in ("team-999999", "team-x", "boo", ""):
        with pytest.raises(NoSuchGroup):
            actions.signal(facts=facts(group=group), organisation=house, code=CODE, at=now)


def test_a_form_without_a_group_in_words_says_so_and_keeps_what_was_typed(house, bram, signed_in):
    words = {**facts(group="words"), "code": CODE, "has_code": "on"}
    sent = signed_in(bram).post(here(house, "signal"), words)
    assert sent.status_code == 422
    assert (TOLD in sent.content.decode(), CODE in sent.content.decode()) == (True, True)


def test_who_works_here_and_a_delegate_tell_it_and_nobody_else(house, bram, ria, koen, greet):
    assert [may(one, "needs.signal", house) for one in (bram, ria, koen, greet)] == [True, True, False, False]


def test_a_group_is_named_to_others_from_five_people_on(house, employ, now, today):
    for first in ("An", "Bo", "Cem", "Dana", "Eli"):
        employ(first, group="Keuken", team="Keuken")
    employ("Finn", group="Techniek", team="Techniek")
    groups = {name: key for _label, rows in queries.groups() for key, name in rows}
    big = actions.signal(facts=facts(group=groups["Keuken"]), organisation=house, code=CODE, at=now)
    small = actions.signal(facts=facts(group=groups["Techniek"]), organisation=house, code="NPQRSTUVWXYZ", at=now)
    counts = queries.people_in_groups(on=today)
    assert queries.group_for_others(big, counts) == "Keuken"
    assert queries.group_for_others(small, counts) == "een kleine groep"
    assert queries.group_told(small) == "Techniek"


def test_the_database_keeps_a_code_for_one_signal_and_an_answer_for_what_is_answered(told):
    fresh = model_to_dict(
        told, exclude=["id", "merged_into", "function_group", "team", "site", "answered_by", "activity"]
    )
    del fresh["organisation"]
    with pytest.raises(IntegrityError, match=r"code_sha256|needs_a_code_opens_one_signal"), transaction.atomic():
        Signal.objects.create(**fresh)
    with pytest.raises(IntegrityError, match="needs_only_what_is_answered_has_an_answer"), transaction.atomic():
        Signal.objects.create(**{**fresh, "code_sha256": "x", "state": "answered"})
    with pytest.raises(IntegrityError, match="needs_only_what_is_merged_is_in_another"), transaction.atomic():
        Signal.objects.create(**{**fresh, "code_sha256": "y", "state": "merged"})
