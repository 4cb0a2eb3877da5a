"""In a real browser: a measure for three people. A nurse answers on a phone with a delegate beside her, one has no account,
management answers and decides; the council sees that it runs and nothing more."""

import re

import pytest
from playwright.sync_api import expect

from tests.stories.acts import go, sees

pytestmark = pytest.mark.story

TITLE = "Weekends om de drie weken"
LIST = "/o/lindehof/beleidsplan/enkele-mensen/"
WORDS = "Om de drie weken lukt mij, als het niet het laatste weekend is."


def send(page, name):
    go(page.get_by_role("button", name=name, exact=True))


def prepare(amina):
    """The note, three people from the list, and the question. Returns the address of the measure."""
    amina.goto(LIST)
    go(amina.get_by_role("link", name="Raadpleeg enkele mensen"))
    amina.fill("input[name=title]", TITLE)
    amina.fill("textarea[name=what]", "De nacht werkt om de drie weken in het weekend.")
    amina.fill("textarea[name=why]", "Het rooster was oneerlijk verdeeld.")
    amina.fill("textarea[name=effect]", "Eén weekend minder, maar langer na elkaar.")
    send(amina, "Bewaar en kies de mensen")
    search = amina.url
    for name in ("Fatima El Idrissi", "Leila Boukhari", "Bram Peeters"):
        amina.goto(search)
        amina.fill("input[name=q]", name)
        send(amina, "Zoek")
        amina.get_by_label(re.compile(rf"^{name}")).first.check()
        send(amina, "Bewaar")
    address = amina.url
    go(amina.get_by_role("link", name="Vraag het hun"))
    send(amina, "Vraag het")
    sees(amina, "Gevraagd.")
    sees(amina, "1 mens is nog niet bereikt (Leila Boukhari)")
    return address


def answers_with_help(fatima, ria):
    """The nurse reads it on her phone, chooses a delegate and writes; the delegate adds a line on her behalf."""
    fatima.goto("/o/lindehof/")
    go(fatima.get_by_role("link", name=f"Zeg wat je vindt: {TITLE}").first)
    sees(fatima, "Je mag je laten bijstaan door een vakbondsafgevaardigde.")
    place = fatima.url
    go(fatima.get_by_role("link", name="Vraag bijstand"))
    fatima.select_option("select[name=delegate]", label="Ria Aerts")
    send(fatima, "Bewaar")
    fatima.fill("textarea[name=text]", WORDS)
    send(fatima, "Verstuur")
    sees(fatima, WORDS)
    assert fatima.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    ria.goto(place)
    ria.fill("textarea[name=text]", "Wij vragen een vaste wissel.")
    send(ria, "Verstuur")
    sees(ria, "namens Fatima El Idrissi")
    return place


def others_speak(amina, bram, address):
    """One has no remarks; one gets her sheet and speaks in a conversation."""
    bram.goto(LIST)
    go(bram.get_by_role("listitem").filter(has_text=TITLE).get_by_role("link", name="Mijn blad"))
    bram.check("input[name=has_none]")
    send(bram, "Verstuur")
    sees(bram, "Geen opmerkingen.")
    amina.goto(address)
    go(amina.get_by_role("link", name="Blad afgegeven Leila Boukhari"))
    send(amina, "Noteer")
    go(amina.get_by_role("link", name="Noteer een gesprek Leila Boukhari"))
    amina.fill("input[name=present]", "Leila en Amina")
    amina.check("input[name=has_none]")
    send(amina, "Noteer")
    sees(amina, "Genoteerd door Amina Haddad na een gesprek")


def decides(koen, address):
    """Not before the remarks have an answer."""
    koen.goto(address)
    sees(koen, "1 mens met opmerkingen wacht op een antwoord (Fatima El Idrissi)")
    expect(koen.locator("[aria-disabled=true]", has_text="Beslis")).to_be_visible()
    go(koen.get_by_role("link", name="Antwoord Fatima El Idrissi"))
    koen.check("input[name=follow_up][value=followed]")
    koen.fill("textarea[name=text]", "Het laatste weekend blijft vrij.")
    send(koen, "Geef het antwoord")
    go(koen.get_by_role("link", name="Beslis", exact=True))
    koen.check("input[name=outcome][value=changed]")
    koen.fill("textarea[name=text]", "We starten in maart, met een vaste wissel.")
    send(koen, "Beslis")
    sees(koen, "gaat door, maar anders")


def test_three_people_are_asked_before_it_is_decided(enter):
    amina = enter("amina")
    address = prepare(amina)
    fatima, ria = enter("fatima", width=360), enter("ria")
    place = answers_with_help(fatima, ria)
    others_speak(amina, enter("bram"), address)
    decides(enter("koen"), address)

    fatima.goto(place)
    sees(fatima, "Het laatste weekend blijft vrij.")
    sees(fatima, "We starten in maart, met een vaste wissel.")
    dirk = enter("dirk")
    dirk.goto(LIST)
    row = dirk.get_by_role("listitem").filter(has_text=TITLE)
    expect(row).to_contain_text("Enkele mensen")
    expect(dirk.locator("main")).not_to_contain_text("Fatima")
    expect(dirk.locator("main")).not_to_contain_text("weekend is")
    assert dirk.goto(address).status == 403
    assert dirk.goto(place).status == 404
