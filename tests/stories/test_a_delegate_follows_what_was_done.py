"""In a real browser, on a phone: the coordinator says for whom an idea is; a delegate reads what was not followed, why, and for
whom the plan foresees training."""

import pytest
from playwright.sync_api import expect

from tests.stories.acts import go, sees

pytestmark = pytest.mark.story


def test_a_delegate_follows_what_was_done_and_for_whom_the_plan_is(enter):
    amina, ria = enter("amina"), enter("ria", width=360)
    amina.goto("/o/lindehof/beleidsplan/leren/nieuw/?doel=1")
    amina.fill("input[name=title]", "Een leesuur per maand")
    amina.get_by_label("Iedereen", exact=True).check()
    amina.fill("input[name=people]", "10")
    amina.fill("input[name=hours]", "7000")
    go(amina.get_by_role("button", name="Bewaar en schrijf het volgende op"))
    sees(amina, "Hoeveel uren per persoon")
    amina.fill("input[name=hours]", "700")
    go(amina.get_by_role("button", name="Bewaar en schrijf het volgende op"))

    ria.goto("/o/lindehof/kamer/union_delegation/")
    go(ria.locator("main").get_by_role("link", name="Wat is ermee gedaan?"))
    sees(ria, "Op Linde viel een vorming op een vrije dag.")
    ria.get_by_label("Welk antwoord?").select_option(label="Niet gevolgd")
    ria.get_by_label("Waar gezegd?").select_option(label="Afspraken in cao’s")
    go(ria.get_by_role("button", name="Toon"))
    rows = ria.locator("#lijst + form + ul > li")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("Niet nageleefd")
    expect(ria.locator("main table").last).to_contain_text("Logistiek en techniek")
    assert ria.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    go(rows.get_by_role("link", name="Cao: Vorming op het werk"))
    expect(ria.locator("h1")).to_contain_text("Vorming op het werk")
