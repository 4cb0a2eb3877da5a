"""The coordinator puts an article to leaders, council and board; one answers on a phone; the article changes and goes to the bodies."""

import pytest
from playwright.sync_api import expect

from tests.stories.acts import fill, go, sees, send, write

pytestmark = pytest.mark.looks

ROUNDS = "/o/lindehof/beleidsplan/samen-beslissen/"
TITLE = "Hoe vragen we vorming aan?"


def test_a_round_is_opened_answered_concluded_and_taken_over(enter):
    amina = enter("amina")
    prepare(amina)
    answer_on_a_phone(enter("dirk", width=360))
    answer_with_a_condition(enter("carine"))
    conclude(amina)
    take_over_and_submit(amina)


def prepare(amina):
    amina.goto(ROUNDS)
    go(amina.get_by_role("link", name="Bereid een ronde voor"))
    fill(amina, title=TITLE, question="Is veertien dagen genoeg?", ends_on="2030-01-31", sight="now")
    for group in ("leidinggevende", "Ondernemingsraad"):
        amina.get_by_label(group, exact=True).check()
    send(amina)
    sees(amina, "Voeg eerst regels toe")
    go(amina.get_by_role("link", name="Voeg een artikel toe"))
    amina.get_by_label("Hoe je aanvraagt").check()
    send(amina)
    go(amina.get_by_role("link", name="Voeg een bedrag toe"))
    fill(amina, category="replacement", title="Vervanging in de nacht", amount="1.250,75")
    send(amina)
    sees(amina, "€ 1.250,75")
    go(amina.get_by_role("link", name="Open de ronde"))
    sees(amina, "Dirk Wouters")
    send(amina)
    sees(amina, "De ronde is open.")


def answer_on_a_phone(dirk):
    """Every line leads to the next one; nothing scrolls sideways."""
    dirk.goto("/o/lindehof/")
    go(dirk.get_by_role("link", name=f"Beslis mee: {TITLE}"))
    go(dirk.get_by_role("link", name="Zeg wat je vindt").first)
    sees(dirk, "Tot nu")
    assert dirk.evaluate("() => document.documentElement.scrollWidth") == 360
    fill(dirk, stand="agreed")
    send(dirk)
    sees(dirk, "Regel 2 van 2.")
    fill(dirk, stand="not_agreed")
    send(dirk)
    sees(dirk, "Schrijf waarom, of wat er moet veranderen.")
    fill(dirk, because="Dat dekt geen tien nachten.")
    send(dirk)
    sees(dirk, "Je antwoordde op elke regel.")
    assert dirk.evaluate("() => document.documentElement.scrollWidth") == 360


def answer_with_a_condition(carine):
    """Who leads a team reads along, and agrees if it changes."""
    carine.goto(ROUNDS)
    go(carine.get_by_role("link", name=TITLE))
    carine.get_by_text("Wat zeggen de anderen?").nth(1).click()
    sees(carine, "Dat dekt geen tien nachten.")
    go(carine.get_by_role("link", name="Zeg wat je vindt").first)
    fill(carine, stand="if_changed", because="Overdag blijft 21 dagen nodig.")
    send(carine)
    fill(carine, stand="none")
    send(carine)


def conclude(amina):
    amina.goto(ROUNDS)
    go(amina.get_by_role("link", name=TITLE))
    go(amina.get_by_role("link", name="Sluit nu"))
    fill(amina, reason="Iedereen sprak op het overleg.")
    send(amina)
    go(amina.get_by_role("link", name="Schrijf wat het wordt").first)
    sees(amina, "Overdag blijft 21 dagen nodig.")
    fill(amina, verdict="changed", because="De nacht kan niet anders, de dag wel.")
    write(amina, "Vraag 21 dagen vooraf. Wie alleen nachten werkt, vraagt 14 dagen vooraf.")
    send(amina)
    fill(amina, verdict="changed", amount="1.500,00", because="Voor twaalf nachten.")
    send(amina)
    go(amina.get_by_role("link", name="Rond af"))
    send(amina)
    sees(amina, "€ 1.500,00")


def take_over_and_submit(amina):
    go(amina.get_by_role("link", name="Neem over in het reglement"))
    send(amina)
    sees(amina, "Overgenomen in het ontwerp van het reglement.")
    expect(amina.locator("main")).to_contain_text("Wie alleen nachten werkt, vraagt 14 dagen vooraf.")
    go(amina.get_by_role("link", name="Leg het reglement voor"))
    sees(amina, "Raad van bestuur")
    send(amina)
    expect(amina.get_by_role("heading", level=1)).to_contain_text("Reglement over vorming en opleiding (2)")
