"""A list is tried first, then carried out as a whole; the same list twice changes nothing."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.staff import queries
from draagvlak.staff.actions import carry_out, choose_columns, drop_list, group_functions, store, try_again, undo_import
from draagvlak.staff.models import ColumnMemory, Employment, ImportRow, Post, StaffImport, StaffMember, Team
from draagvlak.staff.rules import ImportEnded, ListUnreadable, PeopleChanged
from draagvlak.staff.states import ImportState
from draagvlak.staff.tests.factories import AN, BO, CAS, HEADER, LIST_DAY, listed, messages, people, read, tried

pytestmark = pytest.mark.usefixtures("organisation")
NOTHING = {"new": 0, "changed": 0, "refused": 0, "gone": 0}


def numbers(staff_import: StaffImport) -> dict[str, int]:
    return {name: staff_import.counts[name] for name in ("new", "changed", "unchanged", "refused", "gone")}


# -- the trial -------------------------------------------------------------------------------------------------------


def test_a_trial_shows_everything_and_changes_nobody():
    trial = tried(AN, BO, "4;;;;;;;;;;")
    assert trial.counts == {"rows": 3, "new": 3, "changed": 0, "unchanged": 0, "refused": 0, "gone": 0}
    assert messages(trial) == [(4, "last_name_missing", "last_name"), (4, "first_day_missing", "start_date")]
    assert (StaffMember.objects.count(), trial.state, bytes(trial.content)) == (
        0,
        ImportState.TRIAL,
        listed(AN, BO, "4;;;;;;;;;;"),
    )


def test_a_list_that_says_nowhere_since_when_somebody_works_here_tells_what_that_means():
    header = "Personeelsnr;Naam;Voornaam"
    assert [one["code"] for one in tried("1;Maes;Bo", header=header).table["warnings"]] == ["no_first_days"]
    read("1;Maes;Bo", header=header)
    assert tried("1;Maes;Bo", header=header).table["warnings"] == []


def test_a_list_that_is_older_than_the_last_one_says_so():
    read(AN, as_of=date(2025, 3, 1))
    odd = tried(AN, as_of=date(2025, 2, 1)).table["warnings"]
    assert odd == [{"code": "older_list", "details": {"day": "1 maart 2025"}}]
    assert tried(AN, as_of=date(2025, 3, 1)).table["warnings"] == []


def test_a_trial_tells_per_row_what_would_happen():
    read(AN, BO, CAS)
    trial = tried(AN.replace("Beuk", "Linde"), BO.replace("01/09/2010;", "01/09/2010;31/12/2009"), "5;Maes;Els;;;;;;;;")
    assert numbers(trial) == {"new": 1, "changed": 1, "unchanged": 0, "refused": 1, "gone": 1}
    assert [(row.number, row.verdict, row.name) for row in trial.rows.all()] == [
        (0, "gone", "Cas Nys"),
        (2, "changed", "An Peeters"),
        (3, "refused", "Bo Claes"),
        (4, "new", "Els Maes"),
    ]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 geen lijst", b"\x00\x01\x02" * 50])
def test_a_file_that_is_no_list_is_refused_with_a_sentence(content):
    with pytest.raises(ListUnreadable, match=r"^Het bestand “lijst\.csv”"):
        tried(content=content or b" ")
    assert StaffImport.objects.count() == 0


def test_a_list_that_does_not_say_who_a_row_is_about_is_refused():
    with pytest.raises(ListUnreadable, match="Zeg welke kolom de naam of het personeelsnummer is"):
        tried(AN, mapping={"team": 6})


def test_dropping_a_trial_keeps_neither_the_file_nor_its_rows(amina):
    trial = drop_list(staff_import=tried(AN), by=amina, at=clock.now())
    assert (trial.state, bytes(trial.content), trial.table, trial.rows.count()) == (ImportState.DROPPED, b"", {}, 0)
    with pytest.raises(ImportEnded, match="niet uitgevoerd"):
        carry_out(staff_import=trial, by=amina, at=clock.now())


# -- carrying out ----------------------------------------------------------------------------------------------------


def test_carrying_out_writes_people_employments_and_posts_and_empties_the_file(amina):
    done = carry_out(staff_import=tried(AN), by=amina, at=clock.now())
    member = StaffMember.objects.get()
    assert (str(member), member.personnel_number, member.sex, member.birth_date) == (
        "An Peeters",
        "1",
        "f",
        date(1980, 5, 4),
    )
    post = Post.objects.select_related("team").get()
    assert (post.function, post.team.name, post.statute, post.fraction, post.starts_on) == (
        "Zorgkundige",
        "Beuk",
        "permanent",
        Decimal("0.75"),
        date(2018, 3, 1),
    )
    assert (done.state, bytes(done.content), done.table) == (ImportState.DONE, b"", {})
    told = Record.objects.get(act="staff.read_list")
    assert (told.by, told.details["new"], told.details["left"]) == (amina, 1, 0)


def test_the_same_list_twice_changes_nothing():
    rows = (
        AN,
        BO,
        CAS,
        BO.replace("01/09/2010;", "01/01/2001;31/12/2005"),
        ";Zonder;Nummer;;;;;;;01/01/2020;",
        ";Zonder;Dag;;;;;;;;",
    )
    read(*rows)
    before = store.load()
    trial = tried(*rows)
    assert numbers(trial) == {**NOTHING, "unchanged": 6}
    done = carry_out(staff_import=trial, by=None, at=clock.now())
    assert (store.load(), done.counts["changed"]) == (before, 0)
    assert set(StaffMember.objects.values_list("version", flat=True)) == {1}


def test_headcount_of_any_past_day_is_right_before_and_after_a_change_of_team():
    read(AN, BO, as_of=date(2024, 1, 1))
    read(AN.replace("Beuk", "Linde"), BO, as_of=date(2024, 7, 1))

    def teams(day):
        return sorted(person.team for person in queries.people_at_work(on=day))

    assert teams(date(2024, 6, 30)) == ["Beuk", "Keuken"]
    assert teams(date(2024, 7, 1)) == ["Keuken", "Linde"]
    assert queries.headcount(on=date(2015, 1, 1)).total == 1
    assert queries.headcount(on=date(2024, 7, 1)).fte == "1.75"


def test_what_a_list_does_not_know_stays(amina):
    read(AN)
    Post.objects.update(shift="night")
    group_functions(groups={"Zorgkundige": "Zorg"}, by=amina, at=clock.now())
    read(AN.replace("Beuk", "Linde").replace("0,75", "0,8"))
    assert list(Post.objects.values_list("shift", "function_group__name")) == [("night", "Zorg")] * 2


def test_the_group_that_was_decided_for_a_function_holds_for_every_list_to_come(amina):
    header = HEADER + ";Functiegroep"
    read(AN + ";Iets", header=header)
    group_functions(groups={"Zorgkundige": "Zorg"}, by=amina, at=clock.now())
    done = read(AN + ";Iets", CAS + ";Iets", header=header)
    assert (done.counts["unchanged"], done.counts["new"]) == (1, 1)
    assert set(Post.objects.values_list("function_group__name", flat=True)) == {"Zorg"}


def test_one_spelling_of_a_team_is_one_team():
    read(AN, CAS.replace("Linde", "BEUK"))
    assert list(Team.objects.values_list("name", flat=True)) == ["Beuk"]


def test_who_is_not_on_the_list_stays_until_somebody_ticks_that_he_left():
    read(AN, BO)
    assert read(AN).counts["gone"] == 1
    assert people()["Bo"].employments[0].ends_on is None
    done = read(AN, leavers=[people()["Bo"].key])
    assert (done.counts["gone"], done.counts["left"]) == (1, 1)
    assert people()["Bo"].employments[0].ends_on == date(2024, 12, 31)
    assert numbers(tried(AN)) == {**NOTHING, "unchanged": 1}
    told = Record.objects.get(act="staff.end_employment")
    assert told.subject_name == "Bo Claes 2010-09-01"


def test_only_people_who_are_gone_can_be_ticked():
    read(AN, BO)
    done = read(AN, BO, leavers=[people()["Bo"].key, 9999])
    assert (done.counts["left"], people()["Bo"].employments[0].ends_on) == (0, None)


def test_an_end_in_the_list_is_told_for_people_we_knew_and_only_when_they_leave():
    ended = AN.replace("01/03/2018;", "01/03/2018;30/06/2024")
    read(ended, BO)
    assert Record.objects.filter(act="staff.end_employment").count() == 0
    read(ended, BO.replace("01/09/2010;", "01/09/2010;31/10/2024"))
    assert [told.subject_name for told in Record.objects.filter(act="staff.end_employment")] == ["Bo Claes 2010-09-01"]


def test_a_new_contract_is_no_leaving():
    read(BO, as_of=date(2024, 1, 1))
    read(BO.replace("01/09/2010", "01/10/2024"))
    assert [(e.starts_on, e.ends_on) for e in Employment.objects.all()] == [
        (date(2010, 9, 1), date(2024, 9, 30)),
        (date(2024, 10, 1), None),
    ]
    assert not Record.objects.filter(act="staff.end_employment").exists()


def test_the_working_time_regime_of_a_list_is_told_in_words_counted_from_its_day_and_undone():
    header = HEADER + ";Ploeg"
    read(AN + ";nacht", BO + ";dag", header=header, as_of=date(2024, 1, 1))
    before = store.load()
    trial = tried(AN + ";avond", BO + ";", header=header)
    assert numbers(trial) == {**NOTHING, "changed": 1, "unchanged": 1}
    message = trial.rows.get(verdict="changed").messages[0]
    assert queries.message_in_words(message) == "Werkrooster: nacht wordt avond"
    with translation.override("fr"):
        assert queries.message_in_words(message) == "Horaire de travail\xa0: nuit devient soir"
    with translation.override("en"):
        assert queries.message_in_words(message) == "Work schedule: night becomes evening"
    done = carry_out(staff_import=trial, by=None, at=clock.now())
    assert [queries.headcount(on=day).by["shift"] for day in (date(2024, 12, 31), LIST_DAY)] == [
        {"night": 1, "day": 1},
        {"evening": 1, "day": 1},
    ]
    undo_import(staff_import=done, by=None, at=clock.now())
    assert store.load() == before


# -- two at once -----------------------------------------------------------------------------------------------------


def test_a_trial_is_carried_out_once():
    trial = tried(AN)
    carry_out(staff_import=trial, by=None, at=clock.now())
    with pytest.raises(ImportEnded, match="ze is uitgevoerd"):
        carry_out(staff_import=trial, by=None, at=clock.now())
    assert StaffMember.objects.count() == 1


def test_a_trial_is_not_carried_out_when_people_changed_since_and_can_be_compared_again():
    read(AN)
    trial = tried(AN.replace("Beuk", "Linde"))
    read(AN.replace("Beuk", "Iep"))
    with pytest.raises(PeopleChanged, match="Vergelijk opnieuw"):
        carry_out(staff_import=trial, by=None, at=clock.now())
    again = try_again(staff_import=trial, at=clock.now())
    carry_out(staff_import=again, by=None, at=clock.now())
    assert people()["An"].employments[0].posts[-1].values["team"] == "Linde"


def test_a_list_that_would_give_one_number_to_two_people_changes_nothing():
    StaffMember.objects.create(last_name="Groot", personnel_number="A1")
    StaffMember.objects.create(last_name="Klein", personnel_number="a1")
    trial = tried("A1;Klein;;;;;;;;;", BO)
    with pytest.raises(ListUnreadable, match="spreekt zichzelf tegen"):
        carry_out(staff_import=trial, by=None, at=clock.now())
    trial.refresh_from_db()
    assert (StaffMember.objects.count(), trial.state) == (2, ImportState.TRIAL)


# -- columns ---------------------------------------------------------------------------------------------------------


def test_what_the_person_corrected_is_remembered_when_the_list_is_carried_out():
    header = HEADER.replace("Naam;Voornaam", "Voornaam;Naam")
    trial = tried(AN, header=header)
    assert trial.mapping["first_name"] == 1
    mapping = {**trial.mapping, "first_name": 2, "last_name": 1}
    del mapping["fraction"]
    choose_columns(staff_import=trial, mapping=mapping, at=clock.now())
    assert ColumnMemory.objects.count() == 0
    carry_out(staff_import=trial, by=None, at=clock.now())
    assert dict(ColumnMemory.objects.values_list("header", "field")) == {
        "voornaam": "last_name",
        "naam": "first_name",
        "breuk": "",
    }
    assert (tried(AN, header=header).mapping["first_name"], numbers(tried(AN, header=header))["unchanged"]) == (2, 1)
    assert "fraction" not in tried(AN, header=header).mapping


# -- under load ------------------------------------------------------------------------------------------------------


def many(count):
    return [f"{n};Naam{n};Voor{n};04/05/1980;V;Functie{n % 7};Team{n % 5};vast;0,75;01/03/2018;" for n in range(count)]


def statements(count):
    with CaptureQueriesContext(connection) as seen:
        read(*many(count))
    return len(seen)


def test_the_number_of_statements_does_not_grow_with_the_rows():
    statements(10)
    few, more = statements(20), statements(80)
    # Rows go in by the many; what one statement can hold is the database's to say.
    assert more - few <= 8
    with CaptureQueriesContext(connection) as seen:
        tried(*many(80))
    assert len([one for one in seen if one["sql"].startswith("SELECT")]) <= 12
    assert ImportRow.objects.filter(verdict="unchanged").count() > 80
