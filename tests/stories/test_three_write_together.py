"""Three people write at the same plan at once, each in a window of his own: one asks, one proposes, one takes it over."""

import pytest
from playwright.sync_api import expect

from tests.stories.acts import fill, go, sees, send, write

pytestmark = pytest.mark.looks
PLAN = "/o/lindehof/beleidsplan/"
QUOTE = "Een vijfde daarvan blijft vrij"


def test_one_asks_the_second_proposes_and_the_third_takes_it_over_while_all_look(enter):
    amina, carine, bram = enter("amina"), enter("carine"), enter("bram", width=360)
    amina.goto(PLAN)
    go(amina.get_by_role("link", name="Schrijf aan dit deel Waarom dit plan"))
    write(amina, "Omdat wie hier werkt, wil blijven leren.")
    send(amina)
    # The board votes on the text as it is: she says that she knows, and her words still stand there.
    sees(amina, "Vink aan dat het mag stoppen")
    amina.get_by_label("De stemming van Raad van bestuur vervalt").check()
    send(amina)
    # A new draft began; what was left open at an earlier version stands beside it.
    sees(amina, "Januari is de drukste maand op de afdeling.")
    for page in (carine, bram):
        page.goto(PLAN)
    asks(amina)
    proposes(carine)
    takes_over(bram)
    for page in (amina, carine):
        page.goto(PLAN)
        expect(page.locator("#means")).to_contain_text("Een vierde daarvan blijft vrij")
        expect(page.locator("#means .remark")).to_have_count(1)
    settles(carine, bram)
    amina.goto(f"{PLAN}opmerkingen/?toon=klaar")
    sees(amina, "overgenomen in de tekst, door Bram Peeters")
    sees(amina, "afgehandeld, door Carine De Smet")
    too_late(amina)


def asks(amina):
    """She selects words with the mouse; they are in the field on the next page. She asks Carine to look."""
    select(amina, "#means .read p", QUOTE)
    go(amina.locator("#means").get_by_role("link", name="Schrijf een opmerking"))
    expect(amina.locator("[name=quote]")).to_have_value(QUOTE)
    expect(amina.locator("[name=replacement]")).to_be_hidden()
    fill(amina, text="Is een vijfde genoeg, @Carine? In juni was het al op.")
    send(amina)
    sees(amina, "Wie dit ook in de mail en bij de taken krijgt: Carine De Smet.")
    expect(amina.locator("#means mark")).to_have_text(QUOTE)
    # On a wide window it stands beside the text, without opening anything.
    expect(amina.locator("#means .remark").get_by_text("In juni was het al op.")).to_be_visible()


def proposes(carine):
    """She finds the question between her tasks, answers, and proposes other words."""
    carine.goto("/o/lindehof/")
    go(carine.get_by_role("link", name="Lees en antwoord: opmerking bij Tijd en middelen").first)
    sees(carine, "In juni was het al op.")
    fill(carine, text="Nee, ik stel een vierde voor.")
    go(carine.get_by_role("button", name="Antwoord"))
    carine.goto("/o/lindehof/")
    expect(carine.get_by_text("Lees en antwoord: opmerking bij Tijd en middelen")).to_have_count(0)
    carine.goto(f"{PLAN}opmerkingen/nieuw/?deel=means")
    select(carine, "[data-quote-from] p", QUOTE)
    expect(carine.locator("[name=quote]")).to_have_value(QUOTE)
    fill(carine, kind="suggestion")
    fill(carine, replacement="Een vierde daarvan blijft vrij")
    send(carine)
    expect(carine.locator("#means .note-quote ins")).to_have_text("vierde")


def takes_over(bram):
    """On his phone the notes are folded under the part."""
    bram.goto(PLAN)
    part = bram.locator("#means")
    expect(part.locator(".remark").first).to_be_hidden()
    part.locator("summary").click()
    expect(part.locator(".note-quote ins")).to_be_visible()
    assert bram.evaluate("() => document.documentElement.scrollWidth") == 360
    go(part.get_by_role("link", name="Neem over"))
    expect(bram.locator(".note-source ins").first).to_contain_text("vierde")
    send(bram)
    sees(bram, "Overgenomen: de nieuwe woorden staan nu in de tekst.")


def settles(carine, bram):
    """Both have the note before them; the second reads that it was done."""
    for page in (carine, bram):
        page.goto(f"{PLAN}opmerkingen/?deel=means")
        go(page.get_by_role("link", name="1 antwoord"))
    sees(bram, "Deze woorden staan er niet meer.")
    sees(bram, "Nee, ik stel een vierde voor.")
    go(carine.get_by_role("button", name="Afgehandeld"))
    sees(carine, "Afgehandeld.")
    go(bram.get_by_role("button", name="Afgehandeld"))
    sees(bram, "Carine De Smet handelde deze opmerking al af.")


def too_late(amina):
    """What was taken over cannot be taken over again, also not from a window that was left open."""
    go(amina.get_by_role("link", name="Bekijk").first)
    amina.goto(amina.url.rstrip("/") + "/neem-over/")
    sees(amina, "Dit voorstel is niet meer open.")


def select(page, place, words):
    """Select words as with a mouse."""
    page.evaluate(
        """([place, words]) => {
          for (const block of document.querySelectorAll(place)) {
            const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              const at = walker.currentNode.data.indexOf(words);
              if (at < 0) continue;
              const range = document.createRange();
              range.setStart(walker.currentNode, at);
              range.setEnd(walker.currentNode, at + words.length);
              getSelection().removeAllRanges();
              getSelection().addRange(range);
              return;
            }
          }
          throw new Error(`no ${words} in ${place}`);
        }""",
        [place, words],
    )
