"""The whole road with five people in a real browser: from a messy staff list to the plan that the board approved."""

import json
import os
import random
import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.stories.acts import choose_password, fill, go, sees, send, write

pytestmark = pytest.mark.story
ROOT = Path(__file__).resolve().parents[2]
REAL = ROOT.parent / "shared" / "data" / "HRDataset_v14.csv"
SECTIONS = ("Waarom dit plan", "Voor wie", "Wie doet wat", "Rechten en plichten", "Tijd en middelen", "Hoe we opvolgen")


def messy_list():
    """A list like a payroll office sends it: semicolons, a byte-order mark, names in swapped columns, trailing spaces, leavers."""
    chance = random.Random(14)
    lines = ["First_Name;Last_Name;EmpID;Position;DOB;Sex;DateofHire;DateofTermination;Department"]
    departments = ("Zorg       ", "Verpleging", "Keuken ", "Administratie", "Techniek  ", "Leiding")
    for number in range(300):
        left = "2019/06/30" if number % 3 == 0 else ""
        born = f"{chance.randint(1962, 2002)}/{chance.randint(1, 12):02}/{chance.randint(1, 28):02}"
        lines.append(
            f"Achternaam{number}; Voornaam{number}   ;{20000 + number};Functie {number % 9};{born};{'FM'[number % 4 == 0]} ;2015/03/{1 + number % 28:02};{left};{departments[number % 6]}"
        )
    return b"\xef\xbb\xbf" + "\r\n".join(lines).encode()


@pytest.fixture(scope="module")
def staff_list(tmp_path_factory):
    if REAL.exists():
        return REAL
    file = tmp_path_factory.mktemp("lijst") / "personeel.csv"
    file.write_bytes(messy_list())
    return file


def here(page, path=""):
    page.goto(f"/o/lindehof/{path}")


def test_five_people_walk_the_whole_road(server, sink, visitor, staff_list, tmp_path):
    words = [
        "--slug",
        "lindehof",
        "--name",
        "WZC De Lindehof",
        "--joint-committee",
        "330",
        "--manager-email",
        "koen@lindehof.example",
        "--manager-name",
        "Koen Baert",
    ]
    assert server.run("found-organisation", *words).returncode == 0
    koen = visitor("Koen")
    choose_password(koen, sink.link_for("koen@lindehof.example"))
    set_up(koen)
    read_staff(koen, staff_list)
    bram = invite_worker(koen, sink, visitor)
    amina = visitor("Amina")
    choose_password(amina, sink.link_for("amina@lindehof.example"))
    call = start_project(amina)
    stand(bram, call)
    compose(amina, call)
    see_together(amina, bram, koen)
    write_plan(amina)
    decide(visitor, sink, koen, amina)
    keep_result(amina, bram, server, sink, tmp_path)


def set_up(koen):
    here(koen)
    go(koen.get_by_role("link", name="Beschrijf je organisatie").first)
    fill(koen, heads="120", fte="86,5", hours_per_half_day="3,8")
    send(koen)
    sees(koen, "Wat de wet verwacht")
    fill(koen, board="Raad van bestuur", works_council="Ondernemingsraad", union_delegation="", safety_committee="")
    send(koen)
    here(koen, "wie-doet-wat/rol/")
    here(koen, "wie-doet-wat/coordinator/")
    fill(
        koen, name="Amina Haddad", email="amina@lindehof.example", half_days_per_week="1", mandate="Bewaakt het geheel."
    )
    send(koen)
    for body, name, email in (
        ("Raad van bestuur", "Els Van den Broeck", "els@lindehof.example"),
        ("Ondernemingsraad", "Dirk Wouters", "dirk@lindehof.example"),
    ):
        here(koen, "wie-doet-wat/")
        go(koen.get_by_role("link", name=f"Zet iemand in {body}").first)
        fill(koen, name=name, email=email)
        if body == "Ondernemingsraad":
            koen.get_by_label("werknemers", exact=True).check()
        send(koen)
    here(koen, "wie-doet-wat/organisatie/klaar/")
    for actor in ("line_manager", "hr_officer"):
        koen.locator(f"input[value={actor}]").check()
    send(koen)
    sees(koen, "Je organisatie staat klaar")


def read_staff(koen, staff_list):
    here(koen, "mensen/lijst/")
    koen.set_input_files("input[type=file]", staff_list)
    send(koen)
    swap = {"first_name": "Last_Name", "last_name": "First_Name", "function_group": "Department", "team": ""}
    for field, column in swap.items():
        options = koen.locator(f"#id_{field} option")
        wanted = next(
            (text for text in options.all_inner_texts() if column and text.startswith(column)), "staat niet in de lijst"
        )
        koen.select_option(f"#id_{field}", label=wanted)
    send(koen)
    sees(koen, "Er is nog niets gewijzigd")
    go(koen.get_by_role("button", name="Voer uit"))
    sees(koen, "De personeelslijst is bijgewerkt")
    here(koen, "mensen/")
    at_work = 206 if staff_list == REAL else 200
    expect(koen.locator(".lead")).to_contain_text(f"werken hier {at_work} mensen")


def invite_worker(koen, sink, visitor):
    """Bram stands on the list without an address; it is filled in, and he is invited on his phone."""
    here(koen, "mensen/?q=19" if not REAL.exists() else "mensen/?page=2")
    go(koen.locator("tbody tr a").first)
    go(koen.get_by_role("link", name="Wijzig de gegevens").first)
    fill(koen, email="bram@lindehof.example")
    send(koen)
    go(koen.get_by_role("link", name="Nodig uit").first)
    send(koen)
    bram = visitor("Bram", width=360)
    choose_password(bram, sink.link_for("bram@lindehof.example"))
    return bram


def start_project(amina):
    here(amina)
    go(amina.get_by_role("link", name="Aanvaard je rol: VTO-coördinator").first)
    send(amina)
    here(amina, "werkgroep/start/")
    fill(amina, assignment="Maak een plan dat elke dienst herkent.")
    send(amina)
    go(amina.get_by_role("link", name="Open een oproep").first)
    fill(amina, task="Vier keer samenkomen en het plan schrijven.", seats="9")
    send(amina)
    return re.search(r"oproep/(\d+)/", amina.url).group(1)


def stand(bram, call):
    here(bram)
    go(bram.get_by_role("link", name="Doe mee met de werkgroep").first)
    send(bram)
    sees(bram, "Dit lukte niet")
    fill(bram, motivation="Ik begeleid graag stagiairs.", moments="morning", speaks_for="team")
    send(bram)
    sees(bram, "Ik begeleid graag stagiairs.")
    assert bram.evaluate("() => document.documentElement.scrollWidth") == 360


def compose(amina, call):
    """Two colleagues answered on paper; the preview shows who is still missing; the reason is written down."""
    for number in (7, 21):
        here(amina, f"werkgroep/oproep/{call}/op-papier/")
        name = amina.locator("#id_member_names option").nth(number - 1).get_attribute("value")
        fill(amina, member=name, motivation="Op papier.", moments="afternoon", speaks_for="self")
        send(amina)
    here(amina, f"werkgroep/oproep/{call}/sluit/")
    send(amina)
    here(amina, f"werkgroep/oproep/{call}/samenstellen/")
    expect(amina.get_by_role("heading", name="In de groep")).to_contain_text("0 van 9")
    for number, box in enumerate(["one", "two"], start=1):
        amina.locator(".picks").last.locator("input[name=chosen]").first.check()
        expect(amina.get_by_role("heading", name="In de groep")).to_contain_text(f"{number} van 9"), box
    send(amina)
    sees(amina, "Dit lukte niet")
    fill(amina, to_others="Er waren te weinig zetels.")
    send(amina)
    sees(amina, "is er geen zetel en geen reden")
    fill(amina, reason="Niet elke dienst kon iemand vrijmaken.", to_others="Er waren te weinig zetels.")
    send(amina)
    sees(amina, "De werkgroep telt 2 leden.")


def see_together(amina, bram, koen):
    for question in ("understanding", "position"):
        here(bram, f"beleidsplan/visie/{question}/")
        fill(bram, text="Leren is samen bekijken wat goed liep.")
        send(bram)
    besides = {
        "understanding": {"forms": "course"},
        "position": {"today": "2", "wanted": "4"},
        "contribution": {"personnel": "Mensen blijven.", "organisation": "Diensten delen.", "general": "Zorg op maat."},
        "role": {},
    }
    for question, asked in besides.items():
        here(amina, f"beleidsplan/visie/{question}/antwoord/")
        write(amina, f"Ons antwoord op {question}.")
        fill(amina, **asked, is_settled=True)
        send(amina)
    here(koen, "beleidsplan/visie/")
    go(koen.get_by_role("link", name="Stel de visie vast").first)
    send(koen)
    sees(koen, "Vastgesteld op")


def write_plan(amina):
    here(amina, "beleidsplan/kader/bibliotheek/")
    send(amina)
    sees(amina, "regels staan nu in je kader")
    here(amina, "beleidsplan/organisatiedoel/")
    fill(amina, title="Medewerkers blijven graag")
    send(amina)
    here(amina, "beleidsplan/begin/")
    send(amina)
    sees(amina, "Dit kan nog niet:")
    for title in SECTIONS:
        go(amina.get_by_role("link", name=f"Schrijf aan dit deel {title}").first)
        write(amina, f"De tekst van {title.lower()}.")
        send(amina)
    here(amina, "beleidsplan/doel/")
    amina.locator("#id_organisation_goal").select_option(index=1)
    fill(
        amina,
        title="Wie nieuw is, leert met een mentor",
        indicator="nieuwe medewerkers met een mentor",
        target="100 %",
        due_on="2029-12-31",
    )
    amina.locator("input[name=items]").first.check()
    send(amina)
    here(amina, "beleidsplan/")
    go(amina.get_by_role("link", name="Leg het plan voor").first)
    send(amina)
    sees(amina, "Voorgelegd.")


def decide(visitor, sink, koen, amina):
    dirk, els = visitor("Dirk"), visitor("Els", width=768)
    choose_password(dirk, invitation(sink, "dirk@lindehof.example"))
    choose_password(els, invitation(sink, "els@lindehof.example"))
    here(els, "overleg/1/")
    sees(els, "Dit kan nog niet")
    here(dirk)
    go(dirk.get_by_role("link", name=re.compile("^Geef advies")).first)
    go(dirk.get_by_role("link", name="Leg vast wat Ondernemingsraad zegt").first)
    fill(
        dirk,
        verdict="with_remarks",
        point_1="Voorzie ook iets voor wie ’s nachts werkt.",
        votes_for="5",
        votes_against="1",
        is_read=True,
    )
    send(dirk)
    here(koen)
    go(koen.get_by_role("link", name="Antwoord op punt 1 van het advies").first)
    fill(koen, verdict="followed", text="Elk jaar start één opleiding om 20 uur.")
    send(koen)
    here(els)
    go(els.get_by_role("link", name=re.compile("^Beslis over")).first)
    go(els.get_by_role("link", name="Leg de beslissing vast").first)
    sees(els, "Elk jaar start één opleiding om 20 uur.")
    fill(els, verdict="approved", votes_for="4", is_read=True)
    send(els)
    sees(els, "Goedgekeurd op")


def invitation(sink, address):
    """The link in the mail that invites; papers of a dossier carry links too."""
    for to, subject, body in sink.mails:
        if to == address and "uitgenodigd" in subject:
            return re.search(r"https?://\S+", body).group()
    raise AssertionError(address)


def keep_result(amina, bram, server, sink, tmp_path):
    here(bram, "beleidsplan/")
    sees(bram, "is goedgekeurd op")
    for suffix in ("pdf", "docx"):
        with amina.expect_download() as saved:
            amina.goto("/o/lindehof/beleidsplan/") if suffix == "pdf" else None
            amina.get_by_role("link", name="PDF" if suffix == "pdf" else "Word").first.click()
        saved.value.save_as(tmp_path / f"plan.{suffix}")
    text = subprocess.run(["pdftotext", tmp_path / "plan.pdf", "-"], capture_output=True, text=True, check=True).stdout
    for words in (
        "Wie nieuw is, leert met een mentor",
        "Voorzie ook iets voor wie ’s nachts werkt.",
        "Elk jaar start één opleiding om 20 uur.",
        "Niet elke dienst kon iemand vrijmaken.",
    ):
        assert words in " ".join(text.split())
    file = tmp_path / "dossier.json"
    assert server.run("export-dossier", "--organisation", "lindehof", "--out", file).returncode == 0
    receipts = [
        re.search(r"^(\d+:[0-9a-f]{64})", body, re.M)
        for to, _subject, body in sink.mails
        if to == "dirk@lindehof.example"
    ]
    receipt = [found.group(1) for found in receipts if found][-1]
    assert server.run("verify", file, "--receipt", receipt).returncode == 0
    dossier = json.loads(file.read_text(encoding="utf-8"))
    dossier["records"][1]["content"]["points"][0]["text"] = "Alles is goed."
    file.write_text(json.dumps(dossier), encoding="utf-8")
    assert server.run("verify", file, "--receipt", receipt).returncode == 1


def test_the_list_in_the_image_of_the_real_one_is_read_as_well(server, tmp_path):
    """The real list may be absent; this one never is."""
    file = tmp_path / "personeel.csv"
    file.write_bytes(messy_list())
    words = [
        "--slug",
        f"lijst{os.getpid()}",
        "--name",
        "Lijst",
        "--manager-email",
        "lijst@example.org",
        "--manager-name",
        "L",
    ]
    assert server.run("found-organisation", *words).returncode == 0
    command = [
        "import-staff",
        file,
        "--organisation",
        f"lijst{os.getpid()}",
        "--map",
        "First_Name=last_name",
        "--map",
        "Last_Name=first_name",
        "--json",
    ]
    first, second = (json.loads(server.run(*command).stdout) for _ in range(2))
    assert {name: first[name] for name in ("rows", "new", "refused", "gone")} == {
        "rows": 300,
        "new": 300,
        "refused": 0,
        "gone": 0,
    }
    assert {name: second[name] for name in ("rows", "new", "unchanged", "gone")} == {
        "rows": 300,
        "new": 0,
        "unchanged": 300,
        "gone": 0,
    }
