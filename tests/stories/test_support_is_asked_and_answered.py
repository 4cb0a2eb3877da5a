"""In a real browser: a group is asked, news is made known, somebody reads it and speaks, and an answer comes back."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from draagvlak.lib import clock
from tests.stories.acts import go, sees

pytestmark = pytest.mark.looks


def send(page, name):
    go(page.get_by_role("button", name=name, exact=True))


def plan_and_measure(amina):
    """The coordinator plans a contact with the nurses and measures how they stand."""
    amina.goto("/o/lindehof/wie-doet-wat/betrokkenen/")
    go(amina.get_by_role("link", name="Verpleging", exact=True).first)
    go(amina.get_by_role("link", name="Plan een contact").first)
    amina.fill("input[name=planned_on]", (clock.today() + timedelta(days=4)).isoformat())
    amina.fill("input[name=what]", "Wat wil jij leren in de nacht?")
    send(amina, "Bewaar")
    sees(amina, "Het staat nu op de tijdlijn")
    go(amina.get_by_role("link", name="Meet de houding").first)
    amina.check("input[name=level][value='5']")
    amina.fill("textarea[name=why]", "Zij vroegen het zelf.")
    send(amina, "Bewaar")
    sees(amina, "draagt het mee (5 van 5)")


def make_known(amina):
    """She writes news and makes it known. Returns its address."""
    amina.goto("/o/lindehof/werkgroep/nieuws/")
    go(amina.get_by_role("link", name="Schrijf een bericht"))
    amina.fill("input[name=title]", "We vragen het nu ook ’s nachts")
    amina.locator(".ProseMirror").click()
    amina.keyboard.type("Deze maand komt de werkgroep naar de nachtdienst.")
    send(amina, "Bewaar")
    go(amina.get_by_role("link", name="Maak bekend"))
    send(amina, "Maak bekend")
    sees(amina, "lezen het in hun mail of hun overzicht")
    return amina.url


def read_and_speak(fatima):
    """On her phone a nurse of the night finds her moment and the news, reads it and says something."""
    sees(fatima, "Jouw moment: Wat wil jij leren in de nacht?")
    fatima.goto("/o/lindehof/wie-doet-wat/betrokkenen/jouw-moment/")
    sees(fatima, "Dit is jouw moment.")
    expect(fatima.locator("main")).not_to_contain_text("draagt het mee")
    fatima.goto("/o/lindehof/werkgroep/nieuws/")
    go(fatima.get_by_role("link", name="We vragen het nu ook ’s nachts"))
    sees(fatima, "Deze maand komt de werkgroep naar de nachtdienst.")
    go(fatima.get_by_role("link", name="Vraag of zeg iets"))
    fatima.fill("textarea[name=text]", "Kom na middernacht, dan is het rustig.")
    send(fatima, "Verstuur")
    sees(fatima, "wacht op een antwoord")
    send(fatima, "Gelezen")
    sees(fatima, "zonder je naam")


def answer(amina, address):
    amina.goto(address)
    go(amina.get_by_role("link", name="Antwoord").first)
    amina.check("input[name=answer][value=followed]")
    amina.fill("textarea[name=reply]", "We komen om één uur.")
    send(amina, "Verstuur het antwoord")


def test_from_a_planned_contact_to_an_answer_under_the_news(enter):
    amina = enter("amina")
    plan_and_measure(amina)
    address = make_known(amina)
    read_and_speak(enter("fatima", width=360))
    answer(amina, address)

    # Under the news stand her words, and not her name.
    bram = enter("bram")
    bram.goto(address)
    page = bram.locator("#reacties").locator("..").inner_text()
    assert "Kom na middernacht, dan is het rustig." in page
    assert "We komen om één uur." in page
    assert "Fatima" not in page

    # And the reach counts one, by no name.
    amina.goto(address)
    go(amina.get_by_role("link", name="Hoe ver kwam het?"))
    assert "1 van de" in amina.locator(".lead").inner_text()
    assert "Fatima" not in amina.locator("main").inner_text()
