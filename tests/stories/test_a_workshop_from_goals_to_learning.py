"""The working group sits together: one types idea after idea; then somebody follows a line from a rule to what will be learnt."""

import pytest
from playwright.sync_api import expect

from tests.stories.acts import fill, go, sees

pytestmark = pytest.mark.looks


def test_ideas_are_written_down_one_after_the_other_and_a_line_is_followed_both_ways(enter):
    amina = enter("amina")
    amina.goto("/o/lindehof/beleidsplan/lijn/")
    expect(amina.locator("svg.web a").first).to_be_visible()
    go(amina.locator("main").get_by_role("link", name="Wat kunnen we leren?").first)
    row = amina.get_by_role("row").filter(has_text="Leidinggevenden begeleiden leren")
    go(row.get_by_role("link", name="Erbij").first)
    expect(amina.locator("[name=competence]")).to_have_value("Een gesprek voeren over wat iemand leerde")
    for title, people, hours in (("Oefenen in een rollenspel", "8", "3,5"), ("Een kaart met vijf vragen", "8", "")):
        fill(amina, title=title, people=people, hours=hours)
        go(amina.get_by_role("button", name="Bewaar en schrijf het volgende op"))
        sees(amina, title)
        expect(amina.locator("[name=goal]")).to_have_value("4")
    two_change_the_same(amina, enter("koen", width=360))
    follow(amina)


def two_change_the_same(amina, koen):
    """The second keeps both texts."""
    for page in (amina, koen):
        page.goto("/o/lindehof/beleidsplan/leren/")
        go(page.get_by_role("link", name="Een kaart met vijf vragen").first)
    fill(koen, for_whom="alle leidinggevenden")
    go(koen.get_by_role("button", name="Bewaar", exact=True))
    sees(koen, "alle leidinggevenden")
    assert koen.evaluate("() => document.documentElement.scrollWidth") == 360
    fill(amina, title="Een kaart met zes vragen")
    go(amina.get_by_role("button", name="Bewaar", exact=True))
    expect(amina.locator("[name=title]")).to_have_value("Een kaart met zes vragen")
    sees(amina, "alle leidinggevenden")


def follow(amina):
    """From a rule to its goal, to what will be learnt, and back to the rule."""
    amina.goto("/o/lindehof/beleidsplan/kader/")
    go(amina.get_by_role("link", name="Advies over het opleidingsplan", exact=True))
    go(amina.locator("main").get_by_role("link", name="2. Wie nieuw is, leert met een mentor"))
    go(amina.get_by_role("link", name="Opleiding voor mentoren, met een terugkomdag"))
    assert amina.url.split("#")[1].startswith("idee-")
    go(amina.get_by_role("rowheader").get_by_role("link", name="2. Wie nieuw is, leert met een mentor"))
    go(amina.get_by_role("link", name="Advies over het opleidingsplan"))
    sees(amina, "Wat steunt hierop?")
