"""A list can be undone: everyone exactly back as before, or nothing at all with the reason why."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.staff.actions import change_person, end_employment, group_functions, store, undo_import
from draagvlak.staff.models import Employment, FunctionGroup, Post, Site, StaffMember, Team
from draagvlak.staff.rules import ImportEnded, ImportQuoted, NotTheLast, PeopleChanged
from draagvlak.staff.states import ImportState
from draagvlak.staff.tests.factories import AN, BO, CAS, LIST_DAY, people, read
from draagvlak.staff.tests.test_compare_list import lists
from draagvlak.tenancy.actions import admit

pytestmark = [pytest.mark.usefixtures("organisation"), pytest.mark.long]


def undo(staff_import, by=None):
    return undo_import(staff_import=staff_import, by=by, at=clock.now())


def test_everyone_is_exactly_back_as_before(amina):
    read(AN, BO, as_of=date(2024, 1, 1))
    before = store.load()
    done = read(
        AN.replace("Beuk", "Iep").replace("0,75", "0,5"),
        BO.replace("01/09/2010", "01/10/2024"),
        CAS,
        "9;Gaat;Weg;;;;;;;01/01/2015;31/12/2023",
    )
    assert store.load() != before
    undone = undo(done, by=amina)
    assert (store.load(), undone.state) == (before, ImportState.UNDONE)
    assert set(Team.objects.values_list("name", flat=True)) == {"Beuk", "Keuken"}
    assert Record.objects.get(act="staff.undo_import").by == amina


def test_who_was_ticked_as_gone_is_at_work_again():
    read(AN, BO)
    before = store.load()
    undo(read(AN, leavers=[people()["Bo"].key]))
    assert store.load() == before


def test_the_first_list_undone_leaves_nobody_and_no_empty_team():
    undo(read(AN, BO))
    assert [model.objects.count() for model in (StaffMember, Employment, Post, Team, Site, FunctionGroup)] == [0] * 6


def test_what_was_decided_about_functions_since_does_not_stand_in_the_way(amina):
    read(AN)
    done = read(AN.replace("Beuk", "Iep"), CAS)
    group_functions(groups={"Zorgkundige": "Zorg"}, by=amina, at=clock.now())
    undo(done)
    assert list(Post.objects.values_list("team__name", "function_group__name")) == [("Beuk", "Zorg")]


def test_a_list_is_undone_once_and_only_the_last_one():
    first, second = read(AN), read(AN, BO)
    with pytest.raises(NotTheLast, match="Maak die eerst ongedaan"):
        undo(first)
    undo(second)
    undo(first)
    with pytest.raises(ImportEnded, match="ongedaan gemaakt"):
        undo(first)


def test_a_list_of_somebody_who_stood_for_the_group_cannot_be_undone(amina):
    from draagvlak.planproject.models import Call, Candidacy, Project

    done = read(AN, BO)
    before = store.load()
    project = Project.objects.create(title="Plan", first_year=2025, last_year=2027, starts_on=LIST_DAY)
    days = {"opens_on": LIST_DAY, "closes_on": date(2025, 2, 1), "answer_by": date(2025, 3, 1)}
    call = Call.objects.create(project=project, title="Doe mee", seats=3, **days)
    facts = {"motivation": "Ja", "half_days_per_month": 1, "submitted_at": clock.now()}
    Candidacy.objects.create(call=call, member=StaffMember.objects.get(first_name="An"), **facts)
    with pytest.raises(ImportQuoted, match="zit in een werkgroep of stelde zich kandidaat"):
        undo(done)
    done.refresh_from_db()
    assert (store.load(), done.state) == (before, ImportState.DONE)


def test_a_list_whose_people_were_invited_cannot_be_undone(new_account, organisation):
    done = read(AN)
    invited = new_account("An")
    admit(account=invited, organisation=organisation, at=clock.now())
    StaffMember.objects.update(account=invited)
    with pytest.raises(ImportQuoted, match="An Peeters"):
        undo(done)


@pytest.mark.parametrize("act", ["change", "end"])
def test_a_list_is_not_undone_over_what_somebody_wrote_since(amina, act):
    read(AN)
    done = read(AN.replace("Beuk", "Iep"))
    member = StaffMember.objects.get()
    if act == "change":
        change_person(
            member=member, facts={"email": "an@example.org"}, version=member.version, by=amina, at=clock.now()
        )
    else:
        end_employment(employment=Employment.objects.get(), ends_on=date(2025, 6, 30), by=amina, at=clock.now())
    with pytest.raises(PeopleChanged, match="An Peeters"):
        undo(done)


def as_text(rows):
    header = "nr;naam;voornaam;geboren;email;team;functie;statuut;in dienst;uit dienst"

    def day(value):
        return value.strftime("%d/%m/%Y") if value else ""

    return header, [
        ";".join(
            [
                r.personnel_number,
                r.last_name,
                r.first_name,
                day(r.birth_date),
                r.email,
                r.team,
                r.function,
                {"permanent": "vast", "volunteer": "vrijwilliger"}.get(r.statute, ""),
                day(r.start_date),
                day(r.end_date),
            ]
        )
        for r in rows
    ]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(lists().filter(bool), lists().filter(bool))
def test_whatever_the_lists_twice_changes_nothing_and_undoing_brings_everything_back(earlier, rows):
    header, first = as_text(earlier)
    _header, second = as_text(rows)
    mapping = dict(
        zip(
            (
                "personnel_number",
                "last_name",
                "first_name",
                "birth_date",
                "email",
                "team",
                "function",
                "statute",
                "start_date",
                "end_date",
            ),
            range(10),
            strict=True,
        )
    )
    one = read(*first, header=header, mapping=mapping)
    before = store.load()
    two = read(*second, header=header, mapping=mapping, as_of=date(2025, 2, 1))
    after = store.load()
    three = read(*second, header=header, mapping=mapping, as_of=date(2025, 2, 1))
    assert (store.load(), three.counts["new"], three.counts["changed"]) == (after, 0, 0)
    for staff_import in (three, two):
        undo(staff_import)
    assert store.load() == before
    undo(one)
    assert store.load() == []
