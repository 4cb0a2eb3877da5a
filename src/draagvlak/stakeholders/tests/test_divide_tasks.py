"""The matrix through its pages: begin, change, accept, ask, tick off, look again."""

import io
import subprocess
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from python_calamine import CalamineWorkbook

from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.lib.refusals import Changed
from draagvlak.stakeholders import actions, queries
from draagvlak.stakeholders.models import MatrixRole, Responsibility, RoleAssignment, Seat
from draagvlak.stakeholders.rules import AlreadyHeld, NotFree, TwoDecide
from draagvlak.stakeholders.states import RoleKind, Size
from draagvlak.tenancy.actions import admit


def here(organisation, name, **words):
    return reverse(f"stakeholders:{name}", kwargs={"organisation": organisation.slug, **words})


@pytest.fixture
def matrix(set_up, amina, now):
    actions.start_matrix(size=Size.MEDIUM, by=amina, at=now)
    return set_up


def role(kind):
    return MatrixRole.objects.get(kind=kind)


def line(key):
    return Responsibility.objects.get(key=key)


def facts_of(one, **more):
    return {"title": one.title, "what": one.what, "weight": one.weight, "is_on": one.is_on, **more}


def test_the_preset_follows_the_bodies_that_exist(matrix, today):
    kinds = {column.kind for column in queries.matrix(on=today).columns}
    assert {"board", "works_council", "union_delegation", "management", "workers"} <= kinds
    assert not {"line_manager", "hr_officer"} & kinds  # recorded as not present in the set-up
    assert [fault.what for fault in queries.matrix(on=today).faults if fault.responsibility] == []


def test_beginning_twice_is_refused(matrix, amina, now):
    with pytest.raises(AlreadyHeld):
        actions.start_matrix(size=Size.SMALL, by=amina, at=now)


def test_the_page_starts_with_the_size_of_the_organisation(set_up, amina, signed_in):
    page = signed_in(amina).get(here(set_up, "start_matrix")).content.decode()
    assert 'value="medium" id="id_size_1" checked' in page.replace("\n", "").replace(" required", "")


def test_changing_a_line_asks_only_who_gets_work_to_accept_again(matrix, amina, koen, now):
    later = now + timedelta(hours=1)
    actions.answer_role(
        role=role("management"), is_yes=True, question="", read=role("management").asking, by=koen, at=now
    )
    one = line("b1_12")
    letters = {role("management").pk: "A", role("training_coordinator").pk: "R", role("workers").pk: "I"}
    actions.set_line(line=one, facts=facts_of(one), letters=letters, version=one.version, by=amina, at=later)
    assert role("management").asked_at == later
    assert role("training_coordinator").asked_at == now  # carried it out before
    assert role("workers").asked_at == now  # only told


def test_everybody_reads_the_tasks_of_the_catalogue_in_his_own_language_until_they_are_worded_anew(matrix, amina, now):
    one = line("b1_12")
    assert one.title == "Contact houden met aanbieders"
    with override("fr"):
        french = one.title
        assert french not in {"", "Contact houden met aanbieders"}
    # Sent back as it was read, in another language: nobody worded anything.
    actions.set_line(line=one, facts=facts_of(one, title=french), letters={}, version=1, by=amina, at=now)
    assert (line("b1_12").own_title, line("b1_12").title) == ("", "Contact houden met aanbieders")
    actions.set_line(
        line=one, facts=facts_of(one, title="Bellen met Vormingplus"), letters={}, version=2, by=amina, at=now
    )
    with override("fr"):
        assert line("b1_12").title == "Bellen met Vormingplus"


def test_two_deciders_are_refused_with_a_sentence_and_nothing_is_lost(matrix, amina, signed_in):
    one = line("b1_12")
    sent = {"title": "Mijn woorden", "what": "", "weight": "normal", "is_on": "on", "version": one.version, "once": "a"}
    for place, column in enumerate(MatrixRole.objects.all()):
        sent[f"role_{column.pk}"] = "A" if place < 2 else "-"
    answer = signed_in(amina).post(here(matrix, "set_line", pk=one.pk), sent)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Er kan maar één rol beslissen" in page
    assert "Mijn woorden" in page


def test_a_line_that_is_off_may_wait_with_two_deciders(matrix, amina, now):
    one = line("b1_12")
    letters = {role("management").pk: "A", role("training_coordinator").pk: "A"}
    actions.set_line(line=one, facts=facts_of(one, is_on=False), letters=letters, version=1, by=amina, at=now)
    one.refresh_from_db()
    with pytest.raises(TwoDecide):
        actions.set_line(
            line=one, facts=facts_of(one, is_on=True), letters=letters, version=one.version, by=amina, at=now
        )


def test_two_coordinators_on_the_same_line_both_keep_their_text(matrix, amina, koen, now, signed_in):
    one = line("b1_12")
    actions.set_line(line=one, facts=facts_of(one, title="Van Koen"), letters={}, version=1, by=koen, at=now)
    sent = {"title": "Van Amina", "what": "", "weight": "normal", "is_on": "on", "version": "1", "once": "a"}
    sent |= {f"role_{column.pk}": "-" for column in MatrixRole.objects.all()}
    client, address = signed_in(amina), here(matrix, "set_line", pk=one.pk)
    answer = client.post(address, sent)
    page = answer.content.decode()
    assert (answer.status_code, "Van Koen" in page, "Van Amina" in page) == (409, True, True)
    again = client.post(address, {**sent, "version": "2", "once": "b"})
    one.refresh_from_db()
    assert (again.status_code, one.title) == (302, "Van Amina")


def test_the_action_tells_what_stands_there_now(matrix, amina, now):
    one = line("b1_12")
    with pytest.raises(Changed) as changed:
        actions.set_line(line=one, facts=facts_of(one), letters={}, version=9, by=amina, at=now)
    assert "VTO-coördinator: AR" in str(list(changed.value.theirs.values()))


def test_an_own_task_and_an_own_role_stand_beside_the_catalogue(matrix, amina, ria, now, today):
    own = actions.add_matrix_role(name="Referentiepersoon dementie", holder=ria, by=amina, at=now)
    facts = {"title": "Vorming dementie geven", "what": "", "weight": "light"}
    actions.add_line(facts=facts, letters={own.pk: "AR"}, by=amina, at=now)
    whole = queries.matrix(on=today)
    assert whole.columns[-1].people == ("Ria",)
    assert [row.title for row in whole.rows if row.group == "own"] == ["Vorming dementie geven"]
    with pytest.raises(NotFree):
        actions.end_matrix_role(role=own, by=amina, at=now)


def test_a_body_accepts_through_one_member_and_a_role_through_each(matrix, dirk, koen, new_account, now, today):
    second = new_account("Karel")
    actions.assign_role(kind=RoleKind.MANAGEMENT, holder=second, starts_on=today, by=koen, at=now)
    actions.answer_role(
        role=role("works_council"), is_yes=True, question="", read=role("works_council").asking, by=dirk, at=now
    )
    actions.answer_role(
        role=role("management"), is_yes=True, question="", read=role("management").asking, by=koen, at=now
    )
    states = {column.kind: (column.state, column.accepted, column.asked) for column in queries.matrix(on=today).columns}
    assert states["works_council"] == ("yes", 1, 1)
    assert states["management"] == ("asked", 1, 2)


def test_a_question_is_shown_to_who_divides_the_tasks_until_a_yes(matrix, dirk, amina, now, today, signed_in):
    client = signed_in(dirk)
    address = here(matrix, "answer_role", pk=role("works_council").pk)
    assert client.post(address, {"is_yes": "0", "question": "Hoeveel tijd vraagt dat?", "once": "a"}).status_code == 302
    assert "Hoeveel tijd vraagt dat?" in signed_in(amina).get(here(matrix, "matrix")).content.decode()
    yes = {"is_yes": "1", "question": "", "read": shown_in(client, address), "once": "b"}
    assert client.post(address, yes).status_code == 302
    column = next(column for column in queries.matrix(on=today).columns if column.kind == "works_council")
    assert column.state == "yes"


def shown_in(client, address):
    """Which parts stand on the page where somebody accepts his role."""
    return client.get(address).content.decode().split('name="read" value="')[1].split('"')[0]


def test_a_yes_to_fewer_parts_than_there_are_by_now_is_no_yes(matrix, dirk, amina, now, today, signed_in):
    client, address = signed_in(dirk), here(matrix, "answer_role", pk=role("works_council").pk)
    yes = {"is_yes": "1", "question": "", "read": shown_in(client, address)}
    facts = {"title": "De kermis inrichten", "what": "", "weight": "heavy"}
    later = now + timedelta(minutes=1)
    actions.add_line(facts=facts, letters={role("works_council").pk: "AR"}, by=amina, at=later)
    page = client.post(address, {**yes, "once": "a"})
    text = page.content.decode()
    assert (page.status_code, "Er kwam intussen iets bij." in text, "De kermis inrichten" in text) == (409, True, True)
    column = next(column for column in queries.matrix(on=today).columns if column.kind == "works_council")
    assert column.state == "asked"


def test_two_people_of_one_name_do_not_carry_each_others_work(matrix, amina, new_account, today, now):
    for first in ("An-1", "An-2"):
        holder = new_account(first)
        holder.name = "An"
        holder.save()
        admit(account=holder, organisation=matrix, at=now)
        own = actions.add_matrix_role(name=first, holder=holder, by=amina, at=now)
        for number in range(9):
            facts = {"title": f"Zware taak {number}", "what": "", "weight": "heavy"}
            actions.add_line(facts=facts, letters={own.pk: "AR"}, by=amina, at=now)
    assert "An" not in [fault.title for fault in queries.matrix(on=today).faults if fault.what == "overload"]


def test_an_own_role_of_somebody_without_access_is_held_by_nobody(matrix, ria, amina, koen, now, today):
    own = actions.add_matrix_role(name="Referentiepersoon dementie", holder=ria, by=amina, at=now)
    facts = {"title": "Vorming dementie geven", "what": "", "weight": "light"}
    actions.add_line(facts=facts, letters={own.pk: "AR"}, by=amina, at=now)
    Seat.objects.filter(holder=ria).update(starts_on=today - timedelta(days=2), ends_on=today - timedelta(days=1))
    actions.end_access(account=ria, by=koen, at=now)
    whole = queries.matrix(on=today)
    assert (whole.columns[-1].people, whole.columns[-1].state) == ((), "nobody")
    assert "Referentiepersoon dementie" in [fault.title for fault in whole.faults if fault.what == "nobody_holds"]


def test_an_empty_question_is_not_an_answer(matrix, dirk, signed_in):
    address = here(matrix, "answer_role", pk=role("works_council").pk)
    assert signed_in(dirk).post(address, {"is_yes": "0", "question": " ", "once": "a"}).status_code == 409


def test_a_role_that_somebody_leaves_stands_out(matrix, amina, koen, now, today):
    held = queries.coordinators(on=today).get()
    actions.end_role(role=held, ends_on=today, by=koen, at=now)
    tomorrow = today + timedelta(days=1)
    assert ("nobody_holds", "VTO-coördinator") in [(f.what, f.title) for f in queries.matrix(on=tomorrow).faults]


def test_everybody_has_an_own_list_and_ticks_it_off(matrix, dirk, amina, today, signed_in):
    client = signed_in(dirk)
    page = client.get(here(matrix, "my_part")).content.decode()
    assert "Advies geven over beroepsopleiding" in page
    one = line("b5_1")
    sent = {"note": "Advies gegeven in maart.", "once": "a"}
    assert client.post(here(matrix, "tick_duty", pk=one.pk), sent).status_code == 302
    assert "Advies gegeven in maart." in client.get(here(matrix, "my_part")).content.decode()
    assert "Advies gegeven in maart." not in signed_in(amina).get(here(matrix, "my_part")).content.decode()
    assert client.get(here(matrix, "tick_duty", pk=line("b1_4").pk)).status_code == 404  # not his


def test_a_task_with_a_place_of_its_own_leads_there(matrix, dirk, signed_in):
    """Row B1.1: who has a part in writing the vision goes to it from the task; a task without such a place is words alone."""
    page = signed_in(dirk).get(here(matrix, "my_part")).content.decode()
    vision = reverse("policyplan:vision", kwargs={"organisation": matrix.slug})
    assert f'<a href="{vision}">{line("b1_1").title}</a>' in page
    assert f">{line('b5_1').title}</a>" not in page


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("attest", "De administratie doen"),
        ("wie kent het budget?", "De middelen beheren"),
        ("BIBLIOTHEEK", "De bibliotheek beheren"),
        ("opleidingsnoden", "De opleidingsnoden formuleren"),
        ("vorming", "Het beleidsplan opstellen, bijsturen en evalueren"),
        ("mentor", "Leren op de werkvloer en toepassen na een opleiding ondersteunen"),
        ("coördinator", "De VTO-coördinator aanstellen"),
        ("Amina", "De opleidingsnoden formuleren"),
        ("directie", "De middelen beheren"),
    ],
)
def test_somebodys_own_word_finds_the_person(matrix, today, words, title):
    assert title in [row.title for row, _deciders, _doers in queries.who_to_ask(words, on=today)]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("OR", "works_council"),
        ("or?", "works_council"),
        ("Or", "works_council"),
        ("“or”", "works_council"),
        ("wat doet de SD", "union_delegation"),
        ("vakbond", "union_delegation"),
        ("RvB", "board"),
    ],
)
def test_a_name_from_the_corridor_finds_whoever_carries_it(matrix, today, words, kind):
    found = queries.who_to_ask(words, on=today)
    assert found
    assert all(kind in {one.kind for one in (*deciders, *doers)} for _row, deciders, doers in found)


@pytest.mark.parametrize("words", ["ik", "wat is er te doen", "of", "is de"])
def test_little_words_find_nothing(matrix, today, words):
    assert queries.who_to_ask(words, on=today) == []


def test_a_word_that_nothing_fits_gets_a_helpful_answer(matrix, dirk, signed_in):
    page = signed_in(dirk).get(here(matrix, "who_to_ask"), {"woorden": "xylofoon"}).content.decode()
    assert "Niets gevonden" in page


def test_the_matrix_leaves_as_a_sheet_and_as_a_pdf(matrix, dirk, signed_in, tmp_path):
    client = signed_in(dirk)
    sheet = client.get(here(matrix, "download_matrix", suffix="xlsx"))
    rows = CalamineWorkbook.from_filelike(io.BytesIO(sheet.content)).get_sheet_by_index(0).to_python()
    assert rows[0][:3] == ["Groep", "Taak", "Gewicht"]
    assert ["Richting en geld", "De visie op leren schrijven", "gewoon"] in [row[:3] for row in rows]
    file = tmp_path / "m.pdf"
    file.write_bytes(client.get(here(matrix, "download_matrix", suffix="pdf")).content)
    info = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
    text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout
    assert "Tagged:          yes" in info
    assert "De visie op leren schrijven" in text


def test_a_year_later_the_coordinator_is_asked_to_look_again(matrix, amina, now, today, signed_in):
    due = queries.review_due(queries.read(on=today))
    assert due.year == today.year + 1
    actions.review_matrix(note="Klopt.", by=amina, at=now + timedelta(days=300))
    assert queries.review_due(queries.read(on=today)) > due


def test_an_agreement_holds_until_its_last_day(matrix, amina, today, now):
    facts = {"text": "Tot 500 euro beslist Amina.", "between": "Koen en Amina", "agreed_on": today}
    one = actions.add_agreement(facts=facts, by=amina, at=now)
    actions.end_agreement(agreement=one, ends_on=today, by=amina, at=now)
    assert [a.pk for a in queries.agreements(on=today)] == [one.pk]
    assert queries.agreements(on=today + timedelta(days=1)) == []


def test_the_page_asks_as_many_statements_with_every_task_on(matrix, amina, signed_in):
    client, address = signed_in(amina), here(matrix, "matrix")
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
        few = len(asked)
    Responsibility.objects.update(is_on=True)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
        assert len(asked) == few


def test_every_act_is_in_the_journal(matrix, amina, dirk, now):
    one = line("b1_12")
    actions.set_line(line=one, facts=facts_of(one), letters={role("management").pk: "A"}, version=1, by=amina, at=now)
    actions.tick_duty(line=one, year=2026, note="geheim woord", by=dirk, at=now)
    told = Record.objects.filter(act__startswith="stakeholders.")
    assert {"stakeholders.start_matrix", "stakeholders.set_line", "stakeholders.tick_duty"} <= {r.act for r in told}
    assert not any("geheim woord" in str(record.details) for record in told)
    assert RoleAssignment.objects.filter(responsibility=one).count() == 1
    assert clock.day_of(told.first().at)


def test_a_task_that_is_switched_on_asks_its_holders_though_its_letters_stood_there_already(matrix, amina, koen, now):
    waiting = Responsibility.objects.filter(is_on=False, assignments__role__kind="management").first()
    said = {"is_yes": True, "question": "", "by": koen}
    actions.answer_role(role=role("management"), read=role("management").asking, at=now, **said)
    letters = {}
    for one in waiting.assignments.all():
        letters[one.role_id] = letters.get(one.role_id, "") + one.letter
    later = now + timedelta(hours=1)
    words = {"facts": facts_of(waiting, is_on=True), "letters": letters, "version": waiting.version}
    actions.set_line(line=waiting, by=amina, at=later, **words)
    asked = {one.role.kind for one in waiting.assignments.filter(letter__in="AR")}
    assert "management" in asked
    assert {kind for kind in asked if role(kind).asked_at == later} == asked


def test_a_line_manager_or_a_body_that_comes_later_gets_a_place_and_who_decided_still_decides(
    matrix, amina, koen, new_account, now, today
):
    assert not {"line_manager", "safety_committee"} & {column.kind for column in queries.matrix(on=today).columns}
    decided = set(RoleAssignment.objects.filter(letter="A").values_list("responsibility", "role"))
    carine = new_account("Carine")
    actions.assign_role(kind="line_manager", holder=carine, starts_on=today, by=koen, at=now)
    column = next(one for one in queries.matrix(on=today).columns if one.kind == "line_manager")
    assert column.people == ("Carine",)
    assert queries.roles_to_answer(carine, queries.read(on=today)) == [role("line_manager")]
    assert decided <= set(RoleAssignment.objects.filter(letter="A").values_list("responsibility", "role"))
    assert [fault.what for fault in queries.matrix(on=today).faults if fault.what == "two_decide"] == []
    actions.assign_role(kind="line_manager", holder=new_account("Jo"), starts_on=today, by=koen, at=now)
    assert MatrixRole.objects.filter(kind="line_manager").count() == 1


def test_a_column_that_was_taken_away_stays_away(matrix, amina, koen, new_account, now, today):
    actions.assign_role(kind="hr_officer", holder=new_account("Hilde"), starts_on=today, by=koen, at=now)
    RoleAssignment.objects.filter(role=role("hr_officer")).delete()
    actions.end_matrix_role(role=role("hr_officer"), by=amina, at=now)
    actions.assign_role(kind="hr_officer", holder=new_account("Jo"), starts_on=today, by=koen, at=now)
    assert role("hr_officer").ends_on == today
