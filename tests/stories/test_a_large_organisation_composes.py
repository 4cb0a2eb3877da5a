"""In a real browser: 1,200 people on four sites; sixty want a seat, twelve are drawn, one is replaced, and the group meets."""

import csv
import json
import os
import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from draagvlak.lib import clock
from tests.stories.acts import choose_password, fill, go, sees, send
from tests.stories.payroll_of_1200 import LEAVERS, PEOPLE, SITES, TWICE, payroll
from tests.stories.test_from_staff_list_to_approved_plan import invitation

pytestmark = pytest.mark.production
SEATS, CANDIDATES = 12, 60
WANTED = {"Zorg": 4, "Verpleging": 2, "Keuken en schoonmaak": 1, "Logistiek en techniek": 1, "Administratie": 1}
DRAWN = "6 14 23 31 38 42"
BECAUSE = "Er waren zestig kandidaten voor twaalf zetels. Het lot besliste, met gelijke kansen waar dat kon."
SIGN_IN = {
    one.split()[0].lower(): one for one in ("Bram Claes", "Carine Mertens", "Farid Benali", "Nora Aerts", "Wim Devos")
}


def test_a_house_of_1200_composes_its_group_by_lot(server, sink, visitor, tmp_path):
    words = ["--slug", "kouterhof", "--name", "Zorggroep Kouterhof", "--joint-committee", "330"]
    words += ["--manager-email", "koen@kouterhof.example", "--manager-name", "Koen Baert"]
    assert server.run("found-organisation", *words).returncode == 0
    koen = visitor("Koen", width=1440)
    choose_password(koen, sink.link_for("koen@kouterhof.example"))
    describe(koen)
    read_staff(koen, tmp_path)
    amina = visitor("Amina")
    choose_password(amina, sink.link_for("amina@kouterhof.example"))
    call = open_call(amina)
    staff = invite(koen, sink, visitor)
    stand(staff, call)
    withdraw_and_type_in(amina, staff, call)
    publish_chances(amina, staff, call)
    server.days_later(1)
    draw(amina, staff, call)
    everyone_is_answered(amina, staff, call)
    replace_who_stops(amina, staff, call)
    meeting = convene(amina)
    repeat_the_draw(amina, call, server, tmp_path)
    server.days_later(4)
    write_minutes(amina, meeting)


def here(page, path=""):
    page.goto(f"/o/kouterhof/{path}")


def look(page, name):
    """Keep pictures for a person to look at, when somebody asks for them."""
    folder = os.environ.get("DRAAGVLAK_PICTURES")
    if folder:
        before = page.viewport_size
        for width in (360, 768, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=f"{folder}/{name}-{width}.png", full_page=True)
        page.set_viewport_size(before)


def fits_a_phone(page):
    before = page.viewport_size
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("() => document.documentElement.scrollWidth") == 360
    page.set_viewport_size(before)


def describe(koen):
    here(koen)
    go(koen.get_by_role("link", name="Beschrijf je organisatie").first)
    fill(koen, heads=str(PEOPLE), fte="960", hours_per_half_day="3,8")
    send(koen)
    here(koen, "wie-doet-wat/coordinator/")
    fill(koen, name="Amina Haddad", email="amina@kouterhof.example", half_days_per_week="4", mandate="Trekt de kar.")
    send(koen)
    here(koen, "wie-doet-wat/organisatie/klaar/")
    for box in koen.locator("input[name=absent]").all():
        box.check()
    send(koen)
    sees(koen, "Je organisatie staat klaar")


def read_staff(koen, tmp_path):
    """The list as it came from the payroll office: what is nobody is left out, the rest is read whole."""
    file = tmp_path / "PERSLIJST nov.xlsx"
    file.write_bytes(payroll(clock.today()))
    here(koen, "mensen/lijst/")
    koen.set_input_files("input[type=file]", file)
    send(koen)
    look(koen, "columns")
    send(koen)
    sees(koen, "Er is nog niets gewijzigd")
    look(koen, "trial")
    counted = koen.locator("section[aria-labelledby=tel] dd").first
    expect(counted).to_have_text(str(PEOPLE + LEAVERS + TWICE))
    go(koen.get_by_role("button", name="Voer uit"))
    sees(koen, "De personeelslijst is bijgewerkt")
    here(koen, "mensen/")
    expect(koen.locator(".lead")).to_contain_text(re.compile(rf"werken hier {PEOPLE // 1000}.?{PEOPLE % 1000} mensen"))
    look(koen, "people")
    fits_a_phone(koen)


def open_call(amina):
    here(amina)
    go(amina.get_by_role("link", name="Aanvaard je rol: VTO-coördinator").first)
    send(amina)
    here(amina, "werkgroep/start/")
    fill(amina, assignment="Een plan dat op elke campus past.")
    send(amina)
    go(amina.get_by_role("link", name="Open een oproep").first)
    fill(amina, task="Vier keer samenkomen en het plan schrijven.", seats=str(SEATS))
    amina.get_by_text("Zetels per functiegroep").click()
    for name, seats in WANTED.items():
        amina.get_by_label(re.compile(f"^{name}")).fill(str(seats))
    look(amina, "open")
    send(amina)
    expect(amina.locator("section[aria-labelledby=feiten]")).to_contain_text("waarvan voor Verpleging")
    return re.search(r"oproep/(\d+)/", amina.url).group(1)


def invite(koen, sink, visitor):
    """Five people of the list get a login: each opens the mail and chooses a password."""
    pages = {}
    for person in SIGN_IN.values():
        here(koen, f"mensen/?q={person.replace(' ', '+')}")
        go(koen.get_by_role("link", name=person, exact=True))
        go(koen.get_by_role("link", name="Nodig uit").first)
        send(koen)
    for name in SIGN_IN:
        sink.link_for(f"{name}@kouterhof.example")
        pages[name] = visitor(name, width=360)
        choose_password(pages[name], invitation(sink, f"{name}@kouterhof.example"))
    return pages


def stand(staff, call):
    for name, page in staff.items():
        here(page)
        go(page.get_by_role("link", name="Doe mee met de werkgroep").first)
        fill(page, motivation=f"Ik ben {name} en ik denk graag mee.", moments="morning", speaks_for="team")
        fits_a_phone(page)
        send(page)
        sees(page, "en ik denk graag mee.")


def stop(page):
    go(page.get_by_role("link", name="Trek je kandidatuur in"))
    go(page.get_by_role("button", name="Trek in"))
    sees(page, "Je kandidatuur is ingetrokken")


def withdraw_and_type_in(amina, staff, call):
    """Wim withdraws. One paper form is typed in by hand, the others through the same form, until sixty stand."""
    wim = staff["wim"]
    stop(wim)
    here(amina, f"werkgroep/oproep/{call}/op-papier/")
    look(amina, "paper")
    names = amina.locator("#id_member_names option").evaluate_all("all => all.map(one => one.value)")
    assert len(set(names)) == PEOPLE
    free = [name for name in names if name.split()[0].lower() not in SIGN_IN]
    taken = free[:: len(free) // (CANDIDATES - 3)][: CANDIDATES - 4]
    fill(amina, member=taken[0], motivation="Op papier: ik kook voor tachtig mensen.", moments="afternoon")
    send(amina)
    for number, member in enumerate(taken[1:]):
        token = next(one["value"] for one in amina.context.cookies() if one["name"].endswith("csrftoken"))
        form = {"member": member, "motivation": f"Op papier, {number}.", "moments": "morning", "speaks_for": "self"}
        form |= {"half_days_per_month": "1", "once": f"papier-{number}", "csrfmiddlewaretoken": token}
        address = f"/o/kouterhof/werkgroep/oproep/{call}/op-papier/"
        answer = amina.request.post(address, form=form, headers={"Referer": amina.url}, max_redirects=0)
        assert answer.status == 302, answer.text()[:2000]
    here(amina, f"werkgroep/oproep/{call}/")
    expect(amina.get_by_role("heading", name="Kandidaten")).to_contain_text(str(CANDIDATES))
    assert "Wim Devos" not in amina.locator("main").inner_text()
    look(amina, "call")
    fits_a_phone(amina)
    go(amina.get_by_role("link", name="Sluit de oproep nu"))
    send(amina)


def publish_chances(amina, staff, call):
    """The limits follow the staff; the chances are known before anybody is drawn, to everyone without names."""
    here(amina, f"werkgroep/oproep/{call}/")
    go(amina.get_by_role("link", name="Of loot tussen de kandidaten"))
    sees(amina, f"{CANDIDATES} kandidaten, {SEATS} zetels")
    for name, least, most in (("Kouterhof", 4, 5), ("Sint-Anna", 1, 2), ("Zorg", 5, 6), ("Begeleiding", 1, 1)):
        expect(amina.get_by_label(f"{name}: minstens", exact=True)).to_have_value(str(least))
        expect(amina.get_by_label(f"{name}: hoogstens", exact=True)).to_have_value(str(most))
    fill(amina, source="De lottogetallen van morgen", on=(clock.today() + timedelta(days=1)).isoformat())
    look(amina, "publish")
    fits_a_phone(amina)
    send(amina)
    sees(amina, "Zo zijn de kansen")
    look(amina, "preview")
    fits_a_phone(amina)
    send(amina)
    sees(amina, "De kansen zijn bekend")
    look(amina, "chances")
    fits_a_phone(amina)
    chances = read_chances(amina)
    assert len(chances) == CANDIDATES
    assert sum(chances.values()) == pytest.approx(100 * SEATS, abs=0.4)
    expect(amina.locator("section[aria-labelledby=kansen] .note")).to_contain_text(percent(min(chances.values())))
    assert amina.get_by_role("columnheader", name="Geloot").count() == 0
    bram = staff["bram"]
    here(bram, f"werkgroep/oproep/{call}/loting/")
    expect(bram.locator(".lead")).to_contain_text(re.compile(r"Jouw kans: \d+([.,]\d+)? %"))
    assert "Farid" not in bram.locator("main").inner_text()
    fits_a_phone(bram)


def percent(chance):
    return f"{chance:.2f}".replace(".", ",") + " %"


def read_chances(page):
    """Who (as the row names him) → his chance in per cent."""
    rows = page.locator("section[aria-labelledby=kansen] tbody tr")
    cells = rows.evaluate_all("all => all.map(row => [row.children[0].innerText, row.children[1].innerText])")
    return {who: float(chance.replace(",", ".").split()[0]) for who, chance in cells}


def draw(amina, staff, call):
    here(amina, f"werkgroep/oproep/{call}/loting/")
    go(amina.get_by_role("link", name="Trek de loten"))
    fill(amina, seed=DRAWN, mandate="Schrijven, niet beslissen.", to_others=BECAUSE)
    look(amina, "carry-out")
    send(amina)
    if amina.get_by_text("is er geen zetel en geen reden").count():
        fill(amina, reason="Wie in de kleinste dienst werkt, stelde zich niet kandidaat.")
        send(amina)
    sees(amina, "Geloot op")
    look(amina, "drawn")
    fits_a_phone(amina)
    assert panel(amina).count() == SEATS
    expect(amina.locator(".verify")).to_contain_text(DRAWN.replace(" ", "-"))
    here(amina, "werkgroep/")
    look(amina, "group-composed")
    fits_a_phone(amina)


def panel(page):
    rows = page.locator("section[aria-labelledby=kansen] tbody tr")
    return rows.filter(has=page.get_by_text("ja", exact=True))


def everyone_is_answered(amina, staff, call):
    """On the page of the call, on everybody's own page, in the mail that leaves, and on paper for who has no e-mail."""
    here(amina, f"werkgroep/oproep/{call}/")
    look(amina, "call-decided")
    states = amina.locator("section[aria-labelledby=kandidaten] .state").all_inner_texts()
    assert (len(states), states.count("in de groep"), states.count("reserve")) == (
        CANDIDATES,
        SEATS,
        CANDIDATES - SEATS,
    )
    for name, page in staff.items():
        here(page, f"werkgroep/oproep/{call}/")
        if name == "wim":
            assert page.get_by_role("link", name="Bekijk je kandidatuur").is_visible()
            continue
        go(page.get_by_role("link", name="Bekijk je kandidatuur"))
        answer = page.locator(".known").inner_text()
        assert answer in (BECAUSE, f"Er waren {CANDIDATES} kandidaten voor {SEATS} zetels, en jij bent geloot.")
        assert page.locator(".state").first.inner_text() == ("reserve" if answer == BECAUSE else "in de groep")
    here(amina, "mail/?kind=answer")
    look(amina, "outbox")
    mailed = amina.locator("summary", has_text="Antwoord op je kandidatuur").count()
    if amina.get_by_role("link", name="Volgende").count():
        go(amina.get_by_role("link", name="Volgende"))
        mailed += amina.locator("summary", has_text="Antwoord op je kandidatuur").count()
    here(amina, f"werkgroep/oproep/{call}/")
    go(amina.get_by_role("link", name="Druk de antwoorden af"))
    look(amina, "answers-on-paper")
    fits_a_phone(amina)
    assert mailed + amina.locator(".slip").count() == CANDIDATES


def repeat_the_draw(amina, call, server, tmp_path):
    """With the two files of the page and the seed, anybody's own computer gives the same chances and the same twelve."""
    here(amina, f"werkgroep/oproep/{call}/loting/")
    for link, name in (("Kandidaten", "kandidaten.csv"), ("Grenzen", "quota.csv")):
        with amina.expect_download() as saved:
            amina.locator(".verify").get_by_role("link", name=link).click()
        saved.value.save_as(tmp_path / name)
    words = ["draw", "--pool", tmp_path / "kandidaten.csv", "--quotas", tmp_path / "quota.csv", "--seats", SEATS]
    said = server.run(*words, "--seed", DRAWN, "--json")
    assert said.returncode == 0, said.stderr
    found = json.loads(said.stdout)
    shown = {who.split()[-1]: chance for who, chance in read_chances(amina).items()}
    assert {one: 100 * chance for one, chance in found["chances"].items()} == pytest.approx(shown, abs=0.006)
    assert set(found["panel"]) == {row.split()[-1] for row in panel(amina).locator("th").all_inner_texts()}
    assert sum(found["chances"].values()) == pytest.approx(SEATS)
    with (tmp_path / "kandidaten.csv").open(newline="") as file:
        sites = [row["site"] for row in csv.DictReader(file) if row["id"] in found["panel"]]
    assert {site: sites.count(site) >= SEATS * people // PEOPLE for site, people in SITES.items()} == dict.fromkeys(
        SITES, True
    )


def replace_who_stops(amina, staff, call):
    """Somebody of the twelve stops: the page says which voice is gone, and who of the reserve list brings it back."""
    seated = next((page for page in staff.values() if page.locator(".state", has_text="in de groep").count()), None)
    if seated:
        stop(seated)
    else:
        here(amina, f"werkgroep/oproep/{call}/")
        row = amina.locator(".person-row", has=amina.get_by_text("in de groep", exact=True))
        go(row.get_by_role("link", name="Trek in").first)
        go(amina.get_by_role("button", name="Trek in"))
        sees(amina, "is ingetrokken")
    here(amina, "werkgroep/groep/")
    sees(amina, "Er is een zetel vrij")
    expect(amina.get_by_role("heading", name="Leden")).to_contain_text(str(SEATS - 1))
    look(amina, "seat-free")
    fits_a_phone(amina)
    chosen = amina.locator(".missing li b").first.inner_text()
    go(amina.get_by_role("link", name=f"Geef deze zetel {chosen}"))
    send(amina)
    expect(amina.get_by_role("heading", name="Leden")).to_contain_text(str(SEATS))
    assert amina.get_by_text("Er is een zetel vrij").count() == 0
    expect(amina.locator("section[aria-labelledby=leden]")).to_contain_text(chosen)


def convene(amina):
    """The first meeting, in three days. Gives the address of its page."""
    day = (clock.today() + timedelta(days=3)).isoformat()
    here(amina, "vergaderingen/")
    look(amina, "meetings")
    go(amina.get_by_role("link", name="Roep bijeen Werkgroep"))
    fill(amina, title="Eerste samenkomst", day=day, starts="14:00", ends="15:30")
    fill(amina, place="Ter Beke, zaal 2", every="once")
    send(amina)
    sees(amina, "De vergadering staat gepland")
    expect(amina.locator("main")).to_contain_text("Eerste samenkomst")
    go(amina.get_by_role("link", name="Zet een punt op de agenda").first)
    fill(amina, title="Hoe werken we samen?", kind="decision")
    send(amina)
    look(amina, "meeting")
    fits_a_phone(amina)
    return amina.url


def write_minutes(amina, meeting):
    amina.goto(meeting)
    amina.reload()
    go(amina.get_by_role("link", name="Noteer wie er was"))
    look(amina, "attendance")
    groups = amina.locator("main fieldset")
    assert groups.count() == SEATS
    for group in groups.all():
        group.get_by_label("aanwezig").check()
    send(amina)
    amina.get_by_label("Wat is er besloten?").fill("We beslissen bij consensus en komen vier keer samen.")
    send(amina)
    go(amina.get_by_role("link", name="Verstuur het verslag"))
    send(amina)
    sees(amina, "Verstuurd.")
    look(amina, "minutes")
    fits_a_phone(amina)
    expect(amina.locator("main")).to_contain_text("We beslissen bij consensus")
