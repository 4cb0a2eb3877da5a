"""In a real browser: twelve people without a single body, from nothing to a working group at work, in one sitting."""

import pytest
from playwright.sync_api import expect

from tests.stories.acts import choose_password, fill, go, sees, send

pytestmark = pytest.mark.looks
TEAM = ("Lotte", "Jef", "Mira", "Sam", "Noor", "Bas", "Ilse", "Tuur", "Hanne", "Yusuf", "Griet", "Wout")


@pytest.fixture
def staff_list(tmp_path):
    """As a person types it in a spreadsheet: a title above, capitals and spaces as they come, one empty row."""
    lines = ["Ons team;;", "", "NAAM ;Functie;In dienst"]
    lines += [f"{name} Claes ;begeleider;0{1 + place % 9}/03/2020" for place, name in enumerate(TEAM)]
    lines.insert(7, ";;")
    file = tmp_path / "ons team.csv"
    file.write_text("\n".join(lines), encoding="cp1252")
    return file


def test_a_team_of_twelve_makes_its_working_group_in_one_sitting(server, sink, visitor, staff_list):
    words = [
        "--slug",
        "vuurtoren",
        "--name",
        "Vuurtoren",
        "--joint-committee",
        "329",
        "--manager-email",
        "lotte@vuurtoren.example",
    ]
    assert server.run("found-organisation", *words, "--manager-name", "Lotte Claes").returncode == 0
    lotte = visitor("Lotte", width=768)
    choose_password(lotte, sink.link_for("lotte@vuurtoren.example"))
    describe(lotte)
    read_staff(lotte, staff_list)
    seat_everybody(lotte)
    divide_the_tasks(lotte)


def here(page, path=""):
    page.goto(f"/o/vuurtoren/{path}")


def describe(lotte):
    here(lotte)
    go(lotte.get_by_role("link", name="Beschrijf je organisatie").first)
    fill(lotte, heads="12", fte="8,4", hours_per_half_day="3,8")
    send(lotte)
    sees(lotte, "hangt af van de cao van je sector")
    fill(lotte, board="", works_council="", union_delegation="", safety_committee="")
    send(lotte)
    here(lotte, "wie-doet-wat/coordinator/")
    fill(lotte, name="Lotte Claes", email="lotte@vuurtoren.example", half_days_per_week="1", mandate="Trekt de kar.")
    send(lotte)
    here(lotte, "wie-doet-wat/organisatie/klaar/")
    for box in lotte.locator("input[name=absent]").all():
        box.check()
    send(lotte)
    sees(lotte, "Je organisatie staat klaar")


def read_staff(lotte, staff_list):
    here(lotte, "mensen/lijst/")
    lotte.set_input_files("input[type=file]", staff_list)
    send(lotte)
    send(lotte)
    sees(lotte, "Er is nog niets gewijzigd")
    go(lotte.get_by_role("button", name="Voer uit"))
    sees(lotte, "De personeelslijst is bijgewerkt")
    here(lotte, "mensen/")
    expect(lotte.locator(".lead")).to_contain_text("werken hier 12 mensen")


def seat_everybody(lotte):
    here(lotte, "werkgroep/start/")
    fill(lotte, assignment="Samen een leerplan op één bladzijde.")
    send(lotte)
    go(lotte.get_by_role("link", name="Zet het hele team in de groep").first)
    sees(lotte, "12 collega’s zitten dan in de groep")
    fill(lotte, mandate="De groep schrijft het plan en beslist bij consensus.")
    send(lotte)
    sees(lotte, "Het hele team zit in de werkgroep")
    for name in TEAM:
        expect(lotte.locator("main")).to_contain_text(f"{name} Claes")


def divide_the_tasks(lotte):
    here(lotte, "wie-doet-wat/taken/begin/")
    expect(lotte.locator("[name=size][value=small]")).to_be_checked()
    send(lotte)
    here(lotte, "wie-doet-wat/aan-wie/?woorden=vorming")
    expect(lotte.locator("main")).to_contain_text("Lotte Claes")
    here(lotte)
    expect(lotte.locator("main")).to_contain_text("Zeg ja op je rol")
