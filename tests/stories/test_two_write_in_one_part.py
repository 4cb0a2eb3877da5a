"""Two people write in one part at the same time; a third reads what changed since he last read it, and puts a text back."""

import pytest
from playwright.sync_api import expect

from tests.stories.acts import go, lets_it_stop, sees, send

pytestmark = pytest.mark.looks
PLACE = "/o/lindehof/beleidsplan/"
PART = f"{PLACE}deel/rights/"


def add(page, paragraph, words):
    """Type at the end of a paragraph, as a person does, and save."""
    page.locator(".ProseMirror p").nth(paragraph).click()
    page.keyboard.press("End")
    page.keyboard.type(words)
    lets_it_stop(page)
    send(page)


def test_two_write_at_once_and_a_reader_sees_what_changed(enter):
    carine, koen, bram = enter("carine"), enter("koen"), enter("bram", width=360)
    carine.goto(PART)
    expect(carine.locator(".ProseMirror")).to_be_visible()
    koen.goto(PART)
    sees(koen, "Carine De Smet heeft dit deel nu ook open.")
    add(carine, 0, " Carine was eerst.")
    add(koen, -1, " Koen schreef verder.")
    sees(koen, "schreef intussen aan een ander stuk; beide zijn bewaard.")
    sees(koen, "Carine was eerst.")
    sees(koen, "Koen schreef verder.")
    in_the_same_paragraph(carine, koen)
    what_changed(bram)
    put_back(carine)


def in_the_same_paragraph(carine, koen):
    """The second one gets both, and nothing is lost."""
    for page in (carine, koen):
        page.goto(PART)
        expect(page.locator(".ProseMirror")).to_be_visible()
    add(carine, 0, " En nog dit.")
    koen.locator(".ProseMirror p").nth(0).click()
    koen.keyboard.press("End")
    koen.keyboard.type(" En dat.")
    send(koen)
    sees(koen, "Wat Carine De Smet veranderde")
    expect(koen.locator(".both ins").filter(has_text="nog dit").first).to_be_visible()
    expect(koen.locator(".ProseMirror")).to_contain_text("En dat.")
    send(koen)
    sees(koen, "Bewaard.")


def what_changed(bram):
    """He read an earlier version; the page shows exactly what changed, on a phone, and he says that he read it."""
    bram.goto(PLACE)
    go(bram.get_by_role("link", name="Bekijk wat er veranderde"))
    sees(bram, "Rechten en plichten")
    expect(bram.locator("#rights ins").filter(has_text="En dat.").first).to_be_visible()
    assert bram.evaluate("() => document.documentElement.scrollWidth") == 360
    go(bram.get_by_role("button", name="Ik heb het gelezen"))
    expect(bram.get_by_role("link", name="Bekijk wat er veranderde")).to_have_count(0)


def put_back(carine):
    """The history keeps what stood there before both."""
    carine.goto(PLACE)
    go(carine.get_by_role("link", name="Geschiedenis Rechten en plichten"))
    sees(carine, "Samengevoegd")
    go(carine.get_by_role("link", name="Zet deze tekst terug").last)
    sees(carine, "Wat er dan verandert")
    send(carine)
    sees(carine, "Teruggezet.")
    expect(carine.locator("#rights")).not_to_contain_text("Carine was eerst.")
