"""Every page of the road: axe finds nothing, in three languages, light and dark, and nothing is wider than 320 px."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
from shots import PAGES, PASSWORD
from tests.stories.acts import go, sees, sign_in
from tests.stories.eyes import (
    ALL_BUT_COLOURS,
    EVERYTHING,
    LOW,
    WORDS,
    built,
    findings,
    findings_in_both_themes,
    in_a_window_of,
    pale_texts,
    width_of,
)

pytestmark = pytest.mark.looks

WIDE, NARROW = 1280, 320


def speak(page, language):
    page.goto("/aanmelden/mijn/")
    page.check(f"input[name=language][value={language}]")
    go(page.locator("main form button[type=submit]").first)


@pytest.fixture(scope="module")
def seen():
    """The kinds of text that axe looked at, in light and in dark: whoever reads them, they have the same colours."""
    return {"light": set(), "dark": set()}


@pytest.mark.parametrize("email", PAGES)
def test_axe_finds_nothing_on_any_page(demo, browser, seen, email):
    context = browser.new_context(
        base_url=demo, locale="nl-BE", viewport={"width": WIDE, "height": LOW}, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto("/o/lindehof/")
    sign_in(page, email)
    wrong, as_built = [], {}
    for name, path in PAGES[email].items():
        wrong += [f"{name}: {finding}" for finding in looked_at(page, path, seen["light"])]
        as_built[name] = built(page)
    for language, theme in (("fr", "dark"), ("en", "light")):
        speak(page, language)
        in_a_window_of(page, NARROW)
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        for name, path in PAGES[email].items():
            page.goto(path)
            pale = pale_texts(page, seen[theme])
            wrong += [
                f"{name} {language}: {finding}" for finding in [*read_again(page, language, as_built[name]), *pale]
            ]
    context.close()
    assert wrong == []


def looked_at(page, path, seen):
    """What is wrong with a page in Dutch, in light: how it is built and its colours in a wide window, its width in a narrow one.

    Making a window wide or narrow takes as long as a page: so one begins in the window in which the page before was left.
    """
    page.goto(path)
    found = []
    for width in sorted((WIDE, NARROW), key=lambda width: width != page.viewport_size["width"]):
        needs = in_a_window_of(page, width)
        if width == WIDE:
            found += [*findings(page, ALL_BUT_COLOURS), *pale_texts(page, seen)]
        elif needs > NARROW:
            found.append(f"{needs} wide")
    return found


def read_again(page, language, as_built):
    """What is wrong with the same page in another language, in a narrow window."""
    wrong = [] if built(page) == as_built else findings(page, WORDS)
    said, wide = page.evaluate("() => document.documentElement.lang"), width_of(page, NARROW)
    return [*wrong, *([f"says {said}"] if said != language else []), *([f"{wide} wide"] if wide > NARROW else [])]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_axe_finds_nothing_where_one_signs_in(demo, browser, language):
    context = browser.new_context(base_url=demo, locale=language, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto("/o/lindehof/")
    assert page.evaluate("() => document.documentElement.lang") == language
    assert (findings_in_both_themes(page), width_of(page)) == ([], 320)
    context.close()


PLANTED = "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"/x.png\"><button></button>')"
LABELS_LOST = "document.querySelectorAll('label').forEach(one => { one.textContent = ''; })"
PALE = "document.querySelector('h1').style.setProperty('color', '#bbb')"
PALE_BEHIND = "document.querySelector('main').style.setProperty('background', '#8a8a8a')"


@pytest.fixture
def first_page(demo, browser):
    context = browser.new_context(base_url=demo, viewport={"width": 320, "height": LOW})
    page = context.new_page()
    page.goto("/o/lindehof/")
    yield page
    context.close()


def test_a_planted_fault_is_found(first_page):
    first_page.evaluate(PLANTED)
    for rules in (EVERYTHING, WORDS, ALL_BUT_COLOURS):
        assert {finding.split(":")[0] for finding in findings(first_page, rules)} >= {"image-alt", "button-name"}
    first_page.evaluate(PALE)
    assert {one.split(":")[1].strip() for one in findings_in_both_themes(first_page)} >= {"color-contrast"}


@pytest.mark.parametrize("fault", [PALE, PALE_BEHIND])
def test_a_text_that_turns_pale_is_a_new_kind_of_text(first_page, fault):
    known = set()
    assert pale_texts(first_page, known) == []
    assert pale_texts(first_page, known) == [] == first_page.evaluate("() => window.freshTexts")
    first_page.evaluate(fault)
    assert {finding.split(":")[0] for finding in pale_texts(first_page, known)} == {"color-contrast"}


@pytest.mark.parametrize("fault", [PLANTED, LABELS_LOST, "document.title = ''"])
def test_a_word_that_is_missing_in_one_language_is_found_there(first_page, fault):
    language, as_built = first_page.evaluate("() => document.documentElement.lang"), built(first_page)
    assert read_again(first_page, language, as_built) == []
    assert read_again(first_page, "la", as_built) == [f"says {language}"]
    first_page.evaluate(fault)
    assert read_again(first_page, language, as_built) != []


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
