"""The board votes on a telephone without script: one himself, one by proxy; the chair counts, and that is what is decided."""

import pytest

from tests.stories.acts import go, sees, send

pytestmark = pytest.mark.looks
BALLOT = "/o/lindehof/overleg/stemming/2/"


def vote(page, choice):
    page.locator(f"input[name=choice][value={choice}]").check()
    send(page)
    sees(page, "Je stemde over deze tekst")


def test_the_board_votes_and_decides_what_it_voted(enter):
    els, paul, griet = (enter(first, width=320, java_script_enabled=False) for first in ("els", "paul", "griet"))
    go(els.get_by_role("link", name="Stem over").first)
    vote(els, "for")
    paul.goto(BALLOT)
    go(paul.get_by_role("link", name="Laat iemand in jouw plaats stemmen"))
    paul.get_by_label("Griet Claes").check()
    send(paul)
    griet.goto(BALLOT)
    go(griet.get_by_role("link", name="Stem in de plaats van Paul Jacobs"))
    vote(griet, "against")
    els.goto(BALLOT)
    go(els.get_by_role("link", name="Tel de stemmen"))
    send(els)
    sees(els, "aangenomen")
    sees(els, "via volmacht")
    go(els.get_by_role("link", name="Naar het dossier"))
    go(els.get_by_role("link", name="Leg de beslissing vast"))
    sees(els, "De stemmen komen uit stemming 2: voor 2, tegen 1, onthouding 0")
    els.get_by_label("Ik sprak over de tekst met dit zegel").check()
    send(els)
    sees(els, "Goedgekeurd op")
    sees(els, "Geteld in stemming 2")
