"""The pages about people and lists: who sees what, and the road from a file to people and back."""

import io
import re
from datetime import date, timedelta

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.staff import queries
from draagvlak.staff.actions import change_person
from draagvlak.staff.models import Employment, FunctionName, Post, StaffImport, StaffMember
from draagvlak.staff.states import ImportState
from draagvlak.staff.tests.factories import AN, BO, CAS, HEADER, LIST_DAY, listed, people, read, tried

ROOT = "/o/lindehof/mensen/"


@pytest.fixture
def coordinator(signed_in, amina):
    return signed_in(amina)


@pytest.fixture
def colleague(signed_in, bram):
    return signed_in(bram)


def page(client, address="", **words):
    answer = client.get(ROOT + address, words)
    assert answer.status_code == 200
    return answer.content.decode()


def names(text):
    return re.findall(r'scope="row">(?:<a [^>]*>)?([^<]+)<', text)


def statements(client, address=""):
    page(client, address)
    with CaptureQueriesContext(connection) as seen:
        page(client, address)
    return len(seen)


# -- people ----------------------------------------------------------------------------------------------------------


def test_everyone_sees_names_functions_teams_and_sites_and_nothing_else(colleague):
    read(AN, BO)
    Post.objects.filter(function="Kok").update(function="")
    text = page(colleague)
    assert names(text) == ["Bo Claes", "An Peeters", "Bram Test"]
    assert "Zorgkundige" in text
    assert "Leefgroep" not in text
    for private in (
        "04/05/1980",
        "4 mei 1980",
        "vrouw",
        "vast, onbepaalde duur",
        f"{ROOT}{people()['An'].key}/",
        "statute",
    ):
        assert private not in text


def test_who_may_see_persons_gets_links_numbers_and_statutes(coordinator):
    read(AN, BO, CAS)
    text = page(coordinator)
    assert f'href="{ROOT}{people()["An"].key}/"' in text
    assert "bepaalde duur" in text
    assert names(page(coordinator, q="2")) == ["Bo Claes"]
    assert names(page(coordinator, statute="fixed_term")) == ["Cas Nys"]


def test_a_filter_that_would_tell_more_is_not_heard_from_others(colleague):
    read(AN, CAS)
    assert names(page(colleague, statute="fixed_term")) == ["Cas Nys", "An Peeters", "Bram Test"]
    assert names(page(colleague, q="3")) == []


def test_people_are_found_by_word_team_and_day(coordinator):
    read(AN, BO, CAS.replace("01/02/2024;", "01/02/2024;30/06/2024"))
    beuk = Post.objects.get(team__name="Beuk").team_id
    assert names(page(coordinator, q="keuken")) == ["Bo Claes"]
    assert names(page(coordinator, team=beuk)) == ["An Peeters"]
    assert names(page(coordinator, team="x", wie="iets", op="gisteren")) == ["Bo Claes", "An Peeters"]
    for nonsense in ({"team": "9" * 25}, {"site": "²"}, {"op": "0001-01-01"}):
        assert names(page(coordinator, **nonsense)) == ["Bo Claes", "An Peeters"]
    assert names(page(coordinator, op="2024-06-30")) == ["Bo Claes", "Cas Nys", "An Peeters"]
    assert names(page(coordinator, wie="left")) == ["Cas Nys"]
    assert "Niemand gevonden" in page(coordinator, q="niemand")


def test_small_groups_are_not_shown_apart_to_everyone(colleague, coordinator):
    read(*[f"{n};Naam{n};V;;;Kok;;{'vast' if n < 17 else 'bepaalde duur'};;01/01/2020;" for n in range(10, 20)])
    assert "andere, elk minder dan 5" not in page(coordinator)
    assert "<dt>bepaalde duur</dt><dd>3</dd>" in page(coordinator)
    text = page(colleague)
    assert ("<dt>vast, onbepaalde duur</dt>" in text, "bepaalde duur</dt><dd>3</dd>" in text) == (True, False)


def test_the_number_of_statements_does_not_grow_with_the_people(coordinator, colleague):
    counts = []
    for number in (1, 3, 60):
        read(*[f"{n};Naam{n};V;;;Kok{n};Team{n};vast;1;01/01/2020;" for n in range(100, 100 + number)])
        counts.append((statements(coordinator), statements(colleague)))
    assert len(set(counts)) == 1
    assert max(counts[0]) <= 12


@pytest.mark.parametrize("address", ["", "?wie=all", "?q=Naam"])
def test_the_database_is_asked_for_one_page_of_people(coordinator, address):
    read(*[f"{n};Naam{n};V;;;Kok;Team;vast;1;01/01/2020;" for n in range(100, 160)])
    with CaptureQueriesContext(connection) as seen:
        page(coordinator, address)
    (listing,) = [
        query["sql"]
        for query in seen
        if '"first_name" ASC' in query["sql"] and query["sql"].startswith('SELECT "staff_post"')
    ]
    assert listing.endswith("LIMIT 50")


def test_somebody_with_several_posts_stands_on_the_list_once_with_the_largest(coordinator, employ, today):
    member = employ("An", fraction="0.2", team="Beuk")
    second = Employment.objects.create(member=member, starts_on=today - timedelta(days=9))
    Post.objects.create(employment=second, member=member, starts_on=second.starts_on, fraction="0.5", function="Nacht")
    employ("Bo", fraction="0.5")
    text = page(coordinator)
    assert sorted(names(text)) == ["An Test", "Bo Test"]
    assert "Nacht" in text
    assert "werken hier 2 mensen" in text


def test_an_organisation_without_people_is_told_how_to_begin(coordinator):
    assert "Lees een bestand uit je personeelsprogramma in" in page(coordinator)


# -- one person ------------------------------------------------------------------------------------------------------


def test_a_person_shows_everything_she_did(coordinator):
    read(AN, as_of=date(2024, 1, 1))
    read(AN.replace("Beuk", "Linde"), as_of=date(2024, 7, 1))
    text = page(coordinator, f"{people()['An'].key}/")
    assert "4 mei 1980" in text
    assert text.index("Linde") < text.index("Beuk")
    assert "30 juni 2024" in text


def test_somebody_is_taken_in_by_hand(coordinator):
    sent = {
        "first_name": "Vic",
        "last_name": "Vos",
        "statute": "volunteer",
        "function": "Chauffeur",
        "team": "Vervoer",
        "starts_on": "2024-05-01",
        "once": "x1",
    }
    answer = coordinator.post(f"{ROOT}nieuw/", sent)
    member = StaffMember.objects.get()
    assert answer["Location"] == f"{ROOT}{member.pk}/"
    again = coordinator.post(f"{ROOT}nieuw/", sent, follow=True)
    assert "Er is niets dubbel gebeurd" in again.content.decode()
    assert StaffMember.objects.count() == 1


def test_the_second_writer_sees_both_texts(coordinator, amina):
    read(AN)
    member = StaffMember.objects.get()
    change_person(member=member, facts={"email": "eerst@x.be"}, version=1, by=amina, at=clock.now())
    sent = {
        "first_name": "An",
        "last_name": "Peeters",
        "personnel_number": "1",
        "email": "dan@x.be",
        "sex": "f",
        "birth_date": "1980-05-04",
        "version": "1",
    }
    answer = coordinator.post(f"{ROOT}{member.pk}/wijzig/", sent)
    text = answer.content.decode()
    assert (
        answer.status_code,
        '>Wat is het e-mailadres?</h3><div class="read"><p>eerst@x.be</p>' in text,
        'value="dan@x.be"' in text,
    ) == (
        409,
        True,
        True,
    )
    version = re.search(r'name="version" value="(\d+)"', text)[1]
    coordinator.post(f"{ROOT}{member.pk}/wijzig/", {**sent, "version": version})
    member.refresh_from_db()
    assert member.email == "dan@x.be"


def test_an_employment_ends_and_the_person_stays_known(coordinator, today):
    read(AN)
    one = Employment.objects.get()
    coordinator.post(f"{ROOT}tewerkstelling/{one.pk}/stop/", {"ends_on": "2024-12-31"})
    assert names(page(coordinator, wie="left")) == ["An Peeters"]
    answer = coordinator.post(f"{ROOT}tewerkstelling/{one.pk}/stop/", {"ends_on": "2010-01-01"})
    assert (answer.status_code, "De laatste dag ligt voor de eerste dag." in answer.content.decode()) == (409, True)


# -- a list ----------------------------------------------------------------------------------------------------------


def sent_list(client, *rows, **facts):
    file = SimpleUploadedFile("lijst.csv", facts.pop("content", listed(*rows)))
    return client.post(f"{ROOT}lijst/", {"file": file, "as_of": "2025-01-01", "sheet": "", **facts})


def columns(staff_import, **changed):
    return {**{name: str(index) for name, index in staff_import.mapping.items()}, **changed}


def test_the_road_from_a_file_to_people_and_back(coordinator, amina):
    read(BO, CAS)
    answer = sent_list(coordinator, AN, BO.replace("Keuken", "Zaal"))
    trial = StaffImport.objects.first()
    assert answer["Location"] == f"{ROOT}lijst/{trial.pk}/kolommen/"
    assert "Naam (Peeters, Claes)" in page(coordinator, f"lijst/{trial.pk}/kolommen/")
    answer = coordinator.post(f"{ROOT}lijst/{trial.pk}/kolommen/", columns(trial))
    assert answer["Location"] == f"{ROOT}lijst/{trial.pk}/"
    text = page(coordinator, f"lijst/{trial.pk}/")
    assert names(text) == ["Bo Claes", "An Peeters"]
    assert "Team: Keuken wordt Zaal" in text
    assert "Zorgkundige, Linde" in text
    assert names(page(coordinator, f"lijst/{trial.pk}/", wat="new")) == ["An Peeters"]
    assert StaffMember.objects.count() == 2
    cas = people()["Cas"].key
    once = re.search(r'name="once" value="([^"]+)"', text)[1]
    coordinator.post(f"{ROOT}lijst/{trial.pk}/", {"leavers": [cas], "once": once})
    assert queries.headcount(on=LIST_DAY).total == 2
    again = coordinator.post(f"{ROOT}lijst/{trial.pk}/", {"leavers": [cas], "once": once}, follow=True)
    assert "Er is niets dubbel gebeurd" in again.content.decode()
    assert "2 functies hebben nog geen functiegroep" in page(coordinator, f"lijst/{trial.pk}/")
    undo = f"{ROOT}lijst/{trial.pk}/ongedaan/"
    assert "Vink aan dat je dit wilt." in coordinator.post(undo, {}).content.decode()
    coordinator.post(undo, {"is_sure": "on"})
    assert sorted(people()) == ["Bo", "Cas"]
    assert [told.by for told in Record.objects.filter(act__in=["staff.undo_import", "staff.end_employment"])] == [
        amina,
        amina,
    ]
    assert "Ongedaan gemaakt op" in page(coordinator, f"lijst/{trial.pk}/")


def test_the_working_time_regime_is_one_of_the_columns(coordinator):
    content = listed(AN + ";nacht", BO + ";dag", header=HEADER + ";Rooster 2")
    sent_list(coordinator, content=content)
    trial = StaffImport.objects.get()
    assert trial.mapping["shift"] == 11
    address = f"{ROOT}lijst/{trial.pk}/kolommen/"
    assert "Rooster 2 (nacht, dag)" in page(coordinator, f"lijst/{trial.pk}/kolommen/")
    coordinator.post(address, columns(trial, shift=""))
    coordinator.post(address, columns(trial))
    coordinator.post(f"{ROOT}lijst/{trial.pk}/", {})
    assert queries.headcount(on=LIST_DAY).by["shift"] == {"night": 1, "day": 1}


def test_a_file_that_is_no_list_comes_back_with_a_sentence(coordinator):
    answer = sent_list(coordinator, content=b"%PDF-1.7")
    assert (answer.status_code, "geen lijst maar een pdf" in answer.content.decode()) == (409, True)
    assert StaffImport.objects.count() == 0


def test_columns_must_say_who_a_row_is_about_and_each_once(coordinator):
    sent_list(coordinator, AN)
    trial = StaffImport.objects.get()
    address = f"{ROOT}lijst/{trial.pk}/kolommen/"
    twice = coordinator.post(address, columns(trial, team=str(trial.mapping["function"])))
    assert (twice.status_code, "Deze kolom koos je ook bij" in twice.content.decode()) == (422, True)
    nobody = coordinator.post(address, {"team": "6"})
    assert nobody.status_code in {409, 422}
    assert "Zeg welke kolom de naam of het personeelsnummer is" in nobody.content.decode()


def test_a_trial_can_be_compared_again_or_put_away(coordinator):
    trial = tried(AN)
    read(AN.replace("Beuk", "Iep"))
    refused = coordinator.post(f"{ROOT}lijst/{trial.pk}/", {})
    assert (refused.status_code, "Vergelijk opnieuw" in refused.content.decode()) == (409, True)
    coordinator.post(f"{ROOT}lijst/{trial.pk}/opnieuw/")
    assert "Team: Iep wordt Beuk" in page(coordinator, f"lijst/{trial.pk}/")
    coordinator.post(f"{ROOT}lijst/{trial.pk}/weg/")
    trial.refresh_from_db()
    assert trial.state == ImportState.DROPPED
    assert "Weggelegd, er is niets gewijzigd." in page(coordinator, f"lijst/{trial.pk}/")


def test_the_sheet_with_the_result_starts_no_formula(coordinator):
    trial = tried(AN.replace("Zorgkundige", "=1+1"), "9;=cmd();;;;;;;;;")
    answer = coordinator.get(f"{ROOT}lijst/{trial.pk}/proef.xlsx")
    cells = [
        cell
        for row in openpyxl.load_workbook(io.BytesIO(answer.content)).active
        for cell in row
        if cell.value is not None
    ]
    assert {cell.data_type for cell in cells} == {"s"}
    assert any("=1+1" in cell.value for cell in cells)


@pytest.mark.parametrize("state", ["trial", "done"])
def test_the_number_of_statements_does_not_grow_with_the_rows(coordinator, state):
    counts = set()
    for number in (1, 3, 60):
        rows = [f"{number}{n};Naam{n};V;;;Kok{n};Team{n};vast;1;01/01/2020;" for n in range(number)]
        staff_import = tried(*rows) if state == "trial" else read(*rows)
        counts.add(statements(coordinator, f"lijst/{staff_import.pk}/"))
        read(*rows) if state == "trial" else None
    assert len(counts) == 1


def test_functions_get_their_group(coordinator):
    read(AN, BO)
    assert "Kok (1)" in page(coordinator, "functiegroepen/")
    coordinator.post(f"{ROOT}functiegroepen/", {"f0": "Keuken", "f1": ""})
    assert dict(FunctionName.objects.values_list("name", "group__name")) == {"Kok": "Keuken"}
    assert queries.headcount(on=LIST_DAY).by["function_group"] == {"Keuken": 1, "": 1}


def test_somebody_with_two_contracts_sees_both_and_the_page_to_end_one_says_which(coordinator):
    read(AN, AN.replace("Zorgkundige;Beuk;vast;0,75", "Kok;Keuken;vast;0,25"))
    member = StaffMember.objects.get(first_name="An")
    text = page(coordinator, f"{member.pk}/")
    assert (text.count("Sinds 1 maart 2018"), "Zorgkundige</b>, Beuk" in text, "Kok</b>, Keuken" in text) == (
        2,
        True,
        True,
    )
    cook = Employment.objects.get(posts__function="Kok")
    assert "Kok, Keuken. Niemand wordt gewist." in page(coordinator, f"tewerkstelling/{cook.pk}/stop/")


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_a_list_of_an_impossible_day_is_not_taken(coordinator, day):
    answer = sent_list(coordinator, AN, as_of=day)
    assert "Deze dag kan niet kloppen." in answer.content.decode()
    assert not StaffImport.objects.exists()
