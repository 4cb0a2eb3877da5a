import pytest
from django.db import IntegrityError, InternalError, transaction
from django.urls import reverse

from draagvlak.journal.actions import record
from draagvlak.journal.models import Head, Record
from draagvlak.journal.queries import last_seal


def test_every_act_says_who_what_when_and_on_what(organisation, koen, now):
    row = record("stakeholders.set_up", by=koen, at=now, on=organisation, details={"a": 1})
    assert (row.by, row.by_name, row.act, row.subject_type, row.subject_name, row.details) == (
        koen,
        "Koen",
        "stakeholders.set_up",
        "tenancy.Organisation",
        "De Lindehof",
        {"a": 1},
    )


def test_records_are_numbered_and_each_names_the_seal_before_it(organisation, koen, now):
    record("stakeholders.set_up", by=koen, at=now, on=organisation)
    rows = list(Record.objects.order_by("number"))
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    assert [row.previous for row in rows] == ["0" * 64, *[row.seal for row in rows[:-1]]]
    assert last_seal(organisation).seal == rows[-1].seal
    assert Head.objects.get(organisation=organisation).count == len(rows)


@pytest.mark.parametrize("change", [lambda rows: rows.update(act="x"), lambda rows: rows.delete()])
def test_the_database_refuses_to_change_or_remove_a_record(organisation, change):
    with pytest.raises((IntegrityError, InternalError), match="may not be changed"), transaction.atomic():
        change(Record.objects.all())


def test_an_act_without_words_is_a_fault_of_ours(organisation, koen, now):
    with pytest.raises(KeyError):
        record("stakeholders.dance", by=koen, at=now)


def test_an_act_that_fails_leaves_no_record(organisation, koen, now):
    before = Record.objects.count()

    class Oops(Exception):
        pass

    with pytest.raises(Oops), transaction.atomic():
        record("stakeholders.set_up", by=koen, at=now)
        raise Oops
    assert Record.objects.count() == before


def test_the_council_reads_the_journal_and_a_worker_does_not(bodies, dirk, bram, signed_in):
    address = reverse("desk:journal", kwargs={"organisation": "lindehof"})
    page = signed_in(dirk).get(address)
    assert "richtte de organisatie in Draagvlak op" in page.content.decode()
    assert signed_in(bram).get(address).status_code == 403
