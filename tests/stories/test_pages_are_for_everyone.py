"""Every page of the road: axe finds nothing, in three languages, light and dark, and nothing is wider than 320 px."""

import sys
from pathlib import Path

import axe_playwright_python
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
from shots import PAGES, PASSWORD
from tests.stories.acts import go, sees

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text(encoding="utf-8")
# The language of the page and its theme.
pytestmark = pytest.mark.looks
LOOKS = (("nl", "light"), ("fr", "dark"), ("en", "light"))
# What words cannot change is looked at once: colours in each theme, what the style sheets do once in all.
SAME_COLOURS = "rules: {'color-contrast': {enabled: false}}"
ALREADY = {"nl": "", "fr": "preload: false", "en": f"preload: false, {SAME_COLOURS}"}
# Only what is wrong crosses over to the test; what is right is a hundred times more.
RUN = """() => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'], %s}).then(found => found.violations)"""


def findings(page, already=""):
    found = page.evaluate(RUN % already)
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:120]} {one['nodes'][0].get('failureSummary', '')[:160]}"
        for one in found
    ]


@pytest.mark.parametrize(("language", "theme"), LOOKS)
def test_axe_finds_nothing_on_any_page(demo, browser, language, theme):
    wrong = []
    for email, pages in PAGES.items():
        # The script that looks is put in past the policy; the pages themselves keep theirs.
        context = browser.new_context(
            base_url=demo, color_scheme=theme, locale=language, bypass_csp=True, viewport={"width": 1280, "height": 900}
        )
        context.add_init_script(AXE)
        page = context.new_page()
        page.goto("/o/lindehof/")
        wrong += [f"sign-in: {finding}" for finding in findings(page, ALREADY[language])]
        page.fill("input[name=login]", email)
        page.fill("input[name=password]", PASSWORD)
        with page.expect_navigation():
            page.press("input[name=password]", "Enter")
        page.goto("/aanmelden/mijn/")
        page.select_option("select[name=language]", language) if page.locator(
            "select[name=language]"
        ).count() else page.check(f"input[name=language][value={language}]")
        go(page.locator("main form button[type=submit]").first)
        for name, path in pages.items():
            page.set_viewport_size({"width": 1280, "height": 900})
            page.goto(path)
            assert page.locator("html").get_attribute("lang") == language, name
            wrong += [f"{name} {language} {theme}: {finding}" for finding in findings(page, ALREADY[language])]
            page.set_viewport_size({"width": 320, "height": 700})
            wide = page.evaluate("() => document.documentElement.scrollWidth")
            wrong += [f"{name} {language}: {wide} wide"] if wide > 320 else []
        context.close()
    assert wrong == []


def test_a_planted_fault_is_found(demo, browser):
    context = browser.new_context(base_url=demo, bypass_csp=True)
    context.add_init_script(AXE)
    page = context.new_page()
    page.goto("/o/lindehof/")
    page.evaluate(
        "() => document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"/x.png\"><button></button>')"
    )
    assert {finding.split(":")[0] for finding in findings(page)} >= {"image-alt", "button-name"}
    context.close()


def test_the_road_can_be_walked_with_the_keyboard_alone(demo, browser):
    """Sign in, reach the first task by tabbing, open it, and find the focus visible all the way."""
    context = browser.new_context(base_url=demo, locale="nl-BE")
    page = context.new_page()
    page.goto("/o/terweide/")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.className") == "skip"
    page.focus("input[name=login]")
    page.keyboard.type("lut@terweide.example")
    page.focus("input[name=password]")
    page.keyboard.type(PASSWORD)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    for _ in range(60):
        page.keyboard.press("Tab")
        outlined = "() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle !== 'none' || s.boxShadow !== 'none'; }"
        assert page.evaluate(outlined), page.evaluate("() => document.activeElement.outerHTML")
        if page.evaluate("() => document.activeElement.textContent").startswith("Stel de werkgroep samen"):
            break
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("/samenstellen/")
    context.close()


def test_every_page_works_without_script(demo, browser):
    context = browser.new_context(base_url=demo, java_script_enabled=False, locale="nl-BE")
    page = context.new_page()
    page.goto("/o/terweide/")
    page.fill("input[name=login]", "lut@terweide.example")
    page.fill("input[name=password]", PASSWORD)
    with page.expect_navigation():
        page.press("input[name=password]", "Enter")
    go(page.locator(".task a", has_text="Stel de werkgroep samen"))
    page.locator(".picks input[name=chosen]").first.check()
    go(page.get_by_role("button", name="Reken opnieuw"))
    assert "1 van 8 zetels" in page.locator("#binnen").inner_text()
    page.goto("/o/terweide/beleidsplan/visie/role/")
    page.fill("textarea[name=text]", "Zonder script geschreven.")
    go(page.locator("main form button.btn-primary"))
    sees(page, "Zonder script geschreven.")
    context.close()


def test_a_word_without_end_breaks_instead_of_widening_the_page(demo, browser):
    """Somebody pastes a long address: the page stays as wide as the phone."""
    context = browser.new_context(base_url=demo, viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.goto("/o/lindehof/")
    page.fill("input[name=login]", "amina@lindehof.example")
    page.fill("input[name=password]", PASSWORD)
    with page.expect_navigation():
        page.press("input[name=password]", "Enter")
    wide = {}
    for path in ("/o/lindehof/beleidsplan/", "/o/lindehof/werkgroep/", "/o/lindehof/werkgroep/groep/"):
        page.goto(path)
        page.evaluate(
            "word => document.querySelectorAll('main :is(h1, .read p, .read li, .voice, .btn)').forEach(one => one.append(word))",
            "x" * 200,
        )
        wide[path] = page.evaluate("() => document.documentElement.scrollWidth")
    context.close()
    assert {path: width for path, width in wide.items() if width > 320} == {}
