"""In a real browser, on a phone: a delegate tells what a group misses, asks to screen a change and keeps an own task; the
coordinator answers."""

import pytest
from playwright.sync_api import expect

from tests.stories.acts import go, sees

pytestmark = pytest.mark.story


def send(page, name):
    go(page.get_by_role("button", name=name, exact=True))


def tell(ria):
    """Without her name, on behalf of who works at night. Returns the code."""
    ria.goto("/o/lindehof/signalen/")
    go(ria.get_by_role("link", name="Meld wat een groep mist"))
    code = ria.locator("code.code").inner_text()
    ria.fill("textarea[name=what]", "In de nacht kan niemand een katheter spoelen.")
    ria.select_option("select[name=group]", "words")
    ria.fill("input[name=group_words]", "wie ’s nachts alleen staat")
    ria.check("input[name=how_often][value=weekly]")
    ria.check("input[name=urgency][value=now]")
    ria.check("input[name=has_code]")
    send(ria, "Verstuur zonder je naam")
    sees(ria, "Verstuurd, zonder je naam")
    return code


def ask(ria):
    """A change that nobody flagged. Returns its address."""
    ria.goto("/o/lindehof/kamer/union_delegation/")
    go(ria.get_by_role("link", name="Vraag een screening"))
    ria.select_option("select[name=subject]", "project")
    ria.fill("input[name=title]", "Nieuwe fietsroute voor de thuiszorg")
    ria.fill("textarea[name=why]", "Wij hoorden het van een leverancier.")
    send(ria, "Vraag de nota")
    sees(ria, "De nota moet nog geschreven worden")
    return ria.url


def keep(ria):
    """A task of the delegation, finished at once."""
    ria.goto("/o/lindehof/kamer/union_delegation/")
    go(ria.get_by_role("link", name="Voeg een taak toe"))
    ria.fill("input[name=what]", "Bel de regiosecretaris")
    send(ria, "Bewaar")
    sees(ria, "Bel de regiosecretaris")
    go(ria.get_by_role("link", name="Klaar Bel de regiosecretaris"))
    send(ria, "Klaar")
    sees(ria, "Afgerond.")


def answer(amina, address):
    """The coordinator answers the signal and writes the note."""
    amina.goto("/o/lindehof/signalen/alle/")
    go(amina.get_by_role("link", name="Wie ’s nachts alleen staat"))
    expect(amina.locator("main")).not_to_contain_text("Ria")
    amina.check("input[name=kind][value=not_now]")
    amina.fill("textarea[name=heard]", "Wie alleen staat, mist een handeling.")
    amina.fill("textarea[name=answer]", "In maart, samen met de verpleging.")
    send(amina, "Antwoord")
    sees(amina, "Wie het meldde, leest je antwoord met de code.")
    amina.goto(address)
    go(amina.get_by_role("link", name="Schrijf de nota"))
    amina.fill("textarea[name=what]", "De thuiszorg rijdt een andere ronde.")
    amina.fill("input[name=for_whom]", "Thuiszorg")
    amina.fill("textarea[name=effect]", "Elke ronde begint een kwartier vroeger.")
    send(amina, "Leg de nota voor")
    sees(amina, "De nota ligt bij")


def test_a_delegate_is_heard_and_nobody_learns_who_told_it(enter):
    ria, amina = enter("ria", width=360), enter("amina")
    code = tell(ria)
    address = ask(ria)
    keep(ria)
    answer(amina, address)

    ria.goto("/o/lindehof/signalen/code/")
    ria.fill("input[name=code]", code)
    send(ria, "Toon het antwoord")
    sees(ria, "In maart, samen met de verpleging.")
    ria.goto("/o/lindehof/signalen/")
    sees(ria, "Wie alleen staat, mist een handeling.")
    expect(ria.locator("main")).not_to_contain_text("katheter")
    ria.goto(address)
    sees(ria, "Elke ronde begint een kwartier vroeger.")
    assert ria.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
