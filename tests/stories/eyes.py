"""What axe finds on a page, and how wide it is.

Colours are the style sheet's and structure is the template's: they are looked at once, in light and in dark. What words can
change (a name that is missing, a language that is not said) is looked at in every language.
"""

from pathlib import Path

import axe_playwright_python

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text(encoding="utf-8")
EVERYTHING = "{}"
COLOURS = "{runOnly: ['color-contrast'], preload: false}"
SAYING = """axe.getRules(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
  .filter(rule => rule.tags.some(tag => /^cat.(name-role-value|text-alternatives|forms|language)$/.test(tag)))
  .map(rule => rule.ruleId)"""
WORDS = f"{{preload: false, runOnly: {SAYING}}}"
WORDS_AND_COLOURS = f"{{preload: false, runOnly: ['color-contrast', ...{SAYING}]}}"
# What is not painted costs nothing, and axe looks at the whole page anyway.
LOW = 400
# Only what is wrong crosses over to the test; what is right is a hundred times more.
RUN = "() => axe.run(document, {...%s, resultTypes: ['violations']}).then(found => found.violations)"

# What changes colour or place (a button under the mouse, a theme, a narrow window) is looked at when it has changed.
WIDTH_WHEN_STILL = """condition => new Promise(done => {
  const look = () => matchMedia(condition).matches ? requestAnimationFrame(done) : requestAnimationFrame(look);
  requestAnimationFrame(look);
}).then(() => Promise.allSettled(document.getAnimations().map(one => one.finished)))
  .then(() => document.documentElement.scrollWidth)"""

# Where the theme turns while a page is open, Chromium now and then keeps an element's old colour until it is drawn anew.
DRAWN_ANEW = """() => { const root = document.documentElement; root.hidden = true; root.getBoundingClientRect(); root.hidden = false; }"""


def findings(page, rules=EVERYTHING):
    """Each fault in words: the rule, where, and why. An empty list is what one wants."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE)
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:120]} {one['nodes'][0].get('failureSummary', '')[:160]}"
        for one in page.evaluate(RUN % rules)
    ]


def findings_in_both_themes(page):
    found = []
    for theme, rules in (("light", EVERYTHING), ("dark", COLOURS)):
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        page.evaluate(DRAWN_ANEW)
        page.evaluate(WIDTH_WHEN_STILL, f"(prefers-color-scheme: {theme})")
        found += [f"{theme}: {finding}" for finding in findings(page, rules)]
    return found


def width_of(page, window=320):
    """How wide the page is in a window of so many pixels; its own size comes back."""
    before = page.viewport_size
    if before["width"] == window:
        return page.evaluate("() => document.documentElement.scrollWidth")
    page.set_viewport_size({"width": window, "height": LOW})
    width = page.evaluate(WIDTH_WHEN_STILL, f"(width: {window}px)")
    page.set_viewport_size(before)
    return width
