"""Every page of the road: axe finds nothing, in three languages, light and dark, and nothing is wider than 320 px."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
from shots import PAGES, PASSWORD
from tests.stories.acts import go, sees, sign_in
from tests.stories.eyes import EVERYTHING, LOW, WORDS, WORDS_AND_COLOURS, findings, findings_in_both_themes, width_of

pytestmark = pytest.mark.looks
# Each language, the theme and the width it is looked at in, and what can differ from the ones before it.
LOOKS = (("nl", "light", 1280, EVERYTHING), ("fr", "dark", 320, WORDS_AND_COLOURS), ("en", "light", 320, WORDS))


def speak(page, language):
    page.goto("/aanmelden/mijn/")
    page.check(f"input[name=language][value={language}]")
    go(page.locator("main form button[type=submit]").first)


@pytest.mark.parametrize("email", PAGES)
def test_axe_finds_nothing_on_any_page(demo, browser, email):
    context = browser.new_context(base_url=demo, locale="nl-BE", viewport={"width": 1280, "height": LOW})
    page = context.new_page()
    page.goto("/o/lindehof/")
    sign_in(page, email)
    wrong = []
    for language, theme, width, rules in LOOKS:
        page.set_viewport_size({"width": width, "height": LOW})
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        speak(page, language)
        for name, path in PAGES[email].items():
            page.goto(path)
            wrong += [f"{name} {language} {theme}: {finding}" for finding in findings(page, rules)]
            assert page.evaluate("() => document.documentElement.lang") == language, name
            wide = width_of(page)
            wrong += [f"{name} {language}: {wide} wide"] if wide > 320 else []
    context.close()
    assert wrong == []


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_axe_finds_nothing_where_one_signs_in(demo, browser, language):
    context = browser.new_context(base_url=demo, locale=language, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto("/o/lindehof/")
    assert page.evaluate("() => document.documentElement.lang") == language
    assert (findings_in_both_themes(page), width_of(page)) == ([], 320)
    context.close()


def test_a_planted_fault_is_found(demo, browser):
    context = browser.new_context(base_url=demo)
    page = context.new_page()
    page.goto("/o/lindehof/")
    page.evaluate(
        "() => document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"/x.png\"><button></button>')"
    )
    for rules in (EVERYTHING, WORDS, WORDS_AND_COLOURS):
        assert {finding.split(":")[0] for finding in findings(page, rules)} >= {"image-alt", "button-name"}
    page.evaluate("() => document.querySelector('h1').style.setProperty('color', '#bbb')")
    assert {finding.split(":")[1].strip() for finding in findings_in_both_themes(page)} >= {"color-contrast"}
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
    sign_in(page, "lut@terweide.example")
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
    sign_in(page, "amina@lindehof.example")
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
