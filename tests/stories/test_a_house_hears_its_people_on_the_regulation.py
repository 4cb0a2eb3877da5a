"""The coordinator of a small house asks everybody about a new draft of the regulation; one answers on a phone and is answered."""

import pytest
from playwright.sync_api import expect

from tests.stories.acts import fill, go, sees, send

pytestmark = pytest.mark.story

HOUSE = "/o/kompas/"
TITLE = "Wat vind jij van onze nieuwe afspraken?"
WORDS = "Mag ik het ook aan de telefoon vragen?"


def test_a_draft_is_put_to_everybody_spoken_on_answered_and_published_back(enter):
    iris = enter("iris", house="kompas")
    open_a_round(iris)
    karim = enter("karim", width=360, house="kompas")
    speak_on_a_phone(karim)
    answer_and_conclude(iris)
    read_the_answer(karim)


def open_a_round(iris):
    iris.goto(f"{HOUSE}beleidsplan/reglement/")
    go(iris.get_by_role("link", name="Begin een nieuwe versie"))
    fill(iris, why="Niet iedereen wist hoe je het vraagt.", effect="Iedereen vraagt het op dezelfde manier.")
    send(iris)
    go(iris.get_by_role("link", name="Wijzig").first)
    fill(iris, title="Hoe je het vraagt")
    send(iris)
    go(iris.get_by_role("link", name="Vraag je collega’s wat ze ervan vinden"))
    sees(iris, "Dit gaat over het reglement.")
    fill(iris, title=TITLE, question="Kan jij hiermee werken?", naming="named")
    send(iris)
    sees(iris, "De raadpleging is open.")
    iris.goto(f"{HOUSE}beleidsplan/raadplegingen/")
    sees(iris, "Over het reglement: versie 2")


def speak_on_a_phone(karim):
    """From the task to the article that is new, and back; nothing scrolls sideways."""
    go(karim.get_by_role("link", name=f"Lees het ontwerp en zeg iets: {TITLE}"))
    sees(karim, "Wat is er nieuw of anders?")
    expect(karim.get_by_text("Let op.")).to_have_count(0)
    assert karim.evaluate("() => document.documentElement.scrollWidth") == 360
    go(karim.get_by_role("link", name="Zeg hier iets over 2."))
    fill(karim, kind="question")
    send(karim)
    fill(karim, text=WORDS)
    send(karim)
    sees(karim, "Bewaard.")
    sees(karim, WORDS)


def answer_and_conclude(iris):
    iris.goto(f"{HOUSE}beleidsplan/raadplegingen/")
    go(iris.get_by_role("link", name=f"Lees het ontwerp {TITLE}"))
    go(iris.get_by_role("link", name="Sluit nu"))
    fill(iris, reason="Iedereen sprak op het overleg.")
    go(iris.get_by_role("button", name="Sluit nu"))
    go(iris.get_by_role("link", name="Antwoord").first)
    fill(iris, verdict="partly")
    send(iris)
    sees(iris, "Schrijf waarom.")
    fill(iris, because="Ja, als je het daarna ook schrijft.")
    iris.locator("select[name=section]").select_option(label="Hoe je het vraagt")
    send(iris)
    go(iris.get_by_role("link", name="Rond de raadpleging af"))
    send(iris)


def read_the_answer(karim):
    karim.goto(f"{HOUSE}beleidsplan/raadplegingen/")
    go(karim.get_by_role("link", name=f"Lees wat ermee gebeurt {TITLE}"))
    sees(karim, "Ja, als je het daarna ook schrijft.")
    expect(karim.locator("main")).to_contain_text("Te zien in: Hoe je het vraagt")
    assert karim.evaluate("() => document.documentElement.scrollWidth") == 360
