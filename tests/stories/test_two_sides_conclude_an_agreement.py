"""The delegation opens a negotiation, both sides agree to the same words, it is signed, and somebody looks whether it is kept."""

import pytest
from playwright.sync_api import expect

from tests.stories.acts import fill, go, sees, send, write

pytestmark = pytest.mark.story

REGISTER = "/o/lindehof/beleidsplan/cao/"
TITLE = "Leren op stage"


def test_a_negotiation_becomes_an_agreement_that_is_looked_after(enter):
    ria, koen = enter("ria"), enter("koen", width=360)
    place = opened(ria)
    answered_with_another_text(koen)
    agreed(ria, koen, place)
    closed_to_others(enter("amina"), place)
    signed(ria, place)
    looked_after(koen, enter("hilde"))


def opened(ria):
    ria.goto(REGISTER)
    go(ria.get_by_role("link", name="Begin een onderhandeling"))
    fill(ria, subject=TITLE, aim_on="2030-01-31")
    send(ria)
    sees(ria, "Leg het eerste punt op tafel.")
    place = ria.url
    go(ria.get_by_role("link", name="Leg een punt op tafel"))
    fill(ria, title="Wie een stagiair begeleidt")
    write(ria, "Wie een stagiair begeleidt, krijgt daar elke week een uur voor.")
    send(ria)
    sees(ria, "open: niemand ging al akkoord")
    return place


def answered_with_another_text(koen):
    """On a phone, from the task."""
    koen.goto("/o/lindehof/")
    go(koen.get_by_role("link", name=f"Antwoord in de onderhandeling: {TITLE}"))
    assert koen.evaluate("() => document.documentElement.scrollWidth") == 360
    go(koen.get_by_role("link", name="Antwoord op punt 1"))
    go(koen.locator("main form").get_by_role("link", name="Stel een andere tekst voor"))
    write(koen, "Wie een stagiair begeleidt, krijgt daar elke week een half uur voor.")
    send(koen)
    expect(koen.locator("ins").filter(has_text="half").first).to_be_visible()


def agreed(ria, koen, place):
    """Ria read the old text in another window; only the words that stand there count."""
    ria.goto(place)
    go(ria.get_by_role("link", name="Antwoord op punt 1"))
    sees(ria, "half uur")
    send(ria)
    sees(ria, "Nu is de andere kant aan zet.")
    koen.goto(place)
    go(koen.get_by_role("link", name="Antwoord op punt 1"))
    send(koen)
    sees(koen, "Beide kanten gaan akkoord met precies deze tekst.")


def closed_to_others(amina, place):
    assert amina.goto(place).status == 404
    amina.goto(REGISTER)
    assert TITLE not in amina.content()


def signed(ria, place):
    ria.goto(place)
    go(ria.get_by_role("link", name="Ze is getekend"))
    fill(ria, employer="Koen Baert", workers="Ria Aerts, ACV Puls", notice_months="3")
    send(ria)
    sees(ria, "Iedereen die hier werkt, kan ze lezen.")
    sees(ria, "Voor onbepaalde duur, met 3 maanden opzeg.")
    go(ria.get_by_role("link", name="Noteer de neerlegging"))
    fill(ria, filed_on=ria.evaluate("() => new Date().toLocaleDateString('sv')"), registration="000124/CO/330")
    send(ria)
    sees(ria, "000124/CO/330")


def looked_after(koen, hilde):
    koen.goto(REGISTER)
    go(koen.get_by_role("link", name=TITLE, exact=True))
    go(koen.get_by_role("link", name="Kies wie artikel 1 opvolgt"))
    koen.locator("[name=follower]").select_option(label="Hilde Vermeulen")
    fill(koen, check_on=koen.evaluate("() => new Date().toLocaleDateString('sv')"))
    send(koen)
    sees(koen, "Op tijd wordt dit een taak.")
    hilde.goto("/o/lindehof/")
    go(hilde.get_by_role("link", name="Kijk na of dit nageleefd wordt: Wie een stagiair begeleidt", exact=True))
    fill(hilde, is_kept="yes", note="In de planning gezien.")
    send(hilde)
    sees(hilde, "nageleefd, nagekeken op")
