"""What axe finds on a page, and how wide it is.

axe takes most of the time, so it is asked what it has not been asked before. Contrast is asked once of every kind of text: the
same colours, backgrounds and classes from the text up to the page. What words can change (a name that is missing, a language
that is not said) is asked where a page in another language is not built as the one that was looked at whole.
"""

from pathlib import Path

import axe_playwright_python

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text(encoding="utf-8")
EVERYTHING = "{}"
COLOURS = "{runOnly: ['color-contrast'], preload: false}"
ALL_BUT_COLOURS = "{rules: {'color-contrast': {enabled: false}}}"
WORDS = """{preload: false, runOnly: axe.getRules(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
  .filter(rule => rule.tags.some(tag => /^cat.(name-role-value|text-alternatives|forms|language)$/.test(tag)))
  .map(rule => rule.ruleId)}"""
# What is not painted costs nothing, and axe looks at the whole page anyway.
LOW = 400
# Only what is wrong crosses over to the test; what is right is a hundred times more.
RUN = "() => axe.run(%s, {...%s, resultTypes: ['violations']}).then(found => found.violations)"

# The kinds of text on the page, each as a number; those that are new are kept aside for axe.
KINDS = """known => {
  const number = words => {
    let one = 0xdeadbeef, two = 0x41c6ce57;
    for (let at = 0; at < words.length; at++) {
      one = Math.imul(one ^ words.charCodeAt(at), 2654435761);
      two = Math.imul(two ^ words.charCodeAt(at), 1597334677);
    }
    return 4294967296 * (2097151 & two) + (one >>> 0);
  };
  const seen = new Set(known), styles = new Map(), fresh = new Map();
  const of = one => styles.get(one) || styles.set(one, getComputedStyle(one)).get(one);
  for (const one of document.querySelectorAll('body, body *')) {
    if (![...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()) && !one.matches('input, select, textarea')) continue;
    const own = of(one), kind = [own.color, own.fontSize, own.fontWeight, own.textShadow];
    for (let at = one; at; at = at.parentElement) {
      const look = of(at);
      kind.push(at.tagName, at.className.baseVal ?? at.className, look.backgroundColor, look.backgroundImage, look.opacity, look.position);
    }
    const said = number(kind.join());
    if (!seen.has(said) && !fresh.has(said)) fresh.set(said, one);
  }
  window.freshTexts = [...fresh.values()];
  return [...fresh.keys()];
}"""

# How a page is built: every element with what axe reads of it, and whether there are words, not which.
BUILT = """() => {
  const words = /^(title|alt|aria-label|aria-description|aria-valuetext|placeholder|value|content)$/, built = [];
  for (const one of document.querySelectorAll('*')) {
    built.push(one.tagName);
    for (const {name, value} of one.attributes)
      if (!/^(nonce|lang|href|src|action|data-.*)$/.test(name)) built.push(name, words.test(name) ? !!value.trim() : value);
    built.push([...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()));
  }
  return built.join();
}"""

# What changes colour or place (a button under the mouse, a theme, a narrow window) is looked at when it has changed.
WIDTH_WHEN_STILL = """condition => new Promise(done => {
  const look = () => matchMedia(condition).matches ? requestAnimationFrame(done) : requestAnimationFrame(look);
  requestAnimationFrame(look);
}).then(() => Promise.allSettled(document.getAnimations().map(one => one.finished)))
  .then(() => document.documentElement.scrollWidth)"""

# Where the theme turns while a page is open, Chromium now and then keeps an element's old colour until it is drawn anew.
DRAWN_ANEW = """() => { const root = document.documentElement; root.hidden = true; root.getBoundingClientRect(); root.hidden = false; }"""


def findings(page, rules=EVERYTHING, where="document"):
    """Each fault in words: the rule, where, and why. An empty list is what one wants."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE)
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:120]} {one['nodes'][0].get('failureSummary', '')[:160]}"
        for one in page.evaluate(RUN % (where, rules))
    ]


def pale_texts(page, known):
    """Of the kinds of text that are not among the known ones, those that are hard to read. They are known from now on."""
    fresh = page.evaluate(KINDS, list(known))
    known.update(fresh)
    return findings(page, COLOURS, "{include: window.freshTexts}") if fresh else []


def built(page):
    """How the page is built, whatever its language."""
    return page.evaluate(BUILT)


def turn(page, theme):
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    page.evaluate(DRAWN_ANEW)
    page.evaluate(WIDTH_WHEN_STILL, f"(prefers-color-scheme: {theme})")


def findings_in_both_themes(page):
    found = []
    for theme, rules in (("light", EVERYTHING), ("dark", COLOURS)):
        turn(page, theme)
        found += [f"{theme}: {finding}" for finding in findings(page, rules)]
    return found


def in_a_window_of(page, width):
    """The same page in a window of so many pixels, when it lies still; answers how wide it is then."""
    if page.viewport_size["width"] == width:
        return page.evaluate("() => document.documentElement.scrollWidth")
    page.set_viewport_size({"width": width, "height": LOW})
    return page.evaluate(WIDTH_WHEN_STILL, f"(width: {width}px)")


def width_of(page, window=320):
    """How wide the page is in a window of so many pixels; its own size comes back."""
    before = page.viewport_size
    width = in_a_window_of(page, window)
    page.set_viewport_size(before)
    return width
