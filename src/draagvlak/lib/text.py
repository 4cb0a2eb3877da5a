"""Rich text from people: cleaned on writing and again on reading."""

import re
from collections.abc import Iterator, Set
from decimal import Decimal
from html import escape, unescape

import nh3

TAGS = {"p", "br", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "u", "s", "a", "blockquote", "sub", "sup", "hr"}
TAGS |= {"table", "thead", "tbody", "tr", "th", "td"}
ALONE = TAGS - {"br", "strong", "em", "u", "s", "a", "sub", "sup"}
ATTRIBUTES = {"a": {"href"}, "th": {"colspan", "rowspan", "scope"}, "td": {"colspan", "rowspan"}}
SCHEMES = {"http", "https", "mailto"}
# What browsers and word processors write for the same thing.
SAME = {"b": "strong", "i": "em", "h1": "h2", "h5": "h4", "h6": "h4", "del": "s", "strike": "s"}
# Blocks that we do not keep; what stands in them stays apart from what stands beside them.
FOREIGN = {"div", "section", "article", "header", "footer", "main", "aside", "nav", "pre", "dl", "dt", "dd", "address"}
FOREIGN |= {"figure", "figcaption", "caption", "center", "fieldset", "legend", "option", "form"}
OTHERS = {
    "html",
    "head",
    "body",
    "meta",
    "link",
    "title",
    "style",
    "script",
    "span",
    "font",
    "small",
    "big",
    "code",
    "img",
}
OTHERS |= {
    "svg",
    "math",
    "iframe",
    "object",
    "embed",
    "video",
    "audio",
    "input",
    "button",
    "select",
    "textarea",
    "label",
}
OTHERS |= {
    "mark",
    "ins",
    "abbr",
    "cite",
    "q",
    "kbd",
    "tt",
    "col",
    "colgroup",
    "tfoot",
    "noscript",
    "template",
    "xml",
    "w",
    "o",
}
# Anything else between < and > is what somebody typed.
IS_HTML = re.compile(rf"</?(?:{'|'.join(TAGS | set(SAME) | FOREIGN | OTHERS)})(?:[\s/:][^<>]*)?>|<!--", re.IGNORECASE)
IS_SAME = re.compile(rf"<(/?)({'|'.join(SAME)})(?=[\s/>])(?![^<>]*(?<!bidi-)font-weight:\s*normal)", re.IGNORECASE)
IS_FOREIGN = re.compile(rf"<(/?)(?:{'|'.join(FOREIGN)})(?=[\s/>])", re.IGNORECASE)
DEEPEST = 40
IS_CELL = re.compile(r"<t[dh]\b[^<>]*>")
# No table of ours is wider or longer than this; a cell over millions of columns keeps the printer busy for minutes.
IS_SPAN = re.compile(r' (?:col|row)span="(?!(?:[1-9]|[1-4][0-9])")[^"]*"')
UNSAID = re.compile(r"<(title|xml)\b[^<>]*>(?:(?!<\1).)*?</\1>", re.IGNORECASE | re.DOTALL)


def clean_html(text: str, *, more: Set[str] = frozenset()) -> str:
    """Only the tags, attributes and link schemes above (and `more` tags); text without any tag becomes paragraphs."""
    text = text.replace("\r\n", "\n").replace("\x00", "").strip()
    if not IS_HTML.search(text):
        return paragraphs(text)
    text = IS_SAME.sub(
        lambda tag: tag[0] if tag[2] in more else f"<{tag[1]}{SAME[tag[2].lower()]}", UNSAID.sub("", text)
    )
    if IS_FOREIGN.search(text):
        text = "".join(_without_foreign(_kept(IS_FOREIGN.sub(r"<\1div", text), TAGS | set(more) | {"div"})))
    cleaned = IS_CELL.sub(lambda cell: IS_SPAN.sub("", cell[0]), _kept(text, TAGS | set(more)))
    if _is_too_deep(cleaned):
        cleaned = _kept("".join(_without_foreign("".join(_flattened(cleaned)))), TAGS | set(more))
    cleaned = re.sub(r"^(\s|<p></p>|<p><br></p>)+$", "", cleaned).strip()
    return cleaned if "<" in cleaned else paragraphs(cleaned)


def _kept(text: str, tags: set[str]) -> str:
    return nh3.clean(text, tags=tags, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener noreferrer")


def _is_too_deep(cleaned: str) -> bool:
    """A paper is drawn by programs that go into every layer; nobody reads a list in a list in a list forty times over."""
    depth = 0
    for tag in re.finditer(r"<(/?)(?!br|hr)[a-z]", cleaned):
        depth += -1 if tag[1] else 1
        if depth > DEEPEST:
            return True
    return False


def _flattened(cleaned: str) -> Iterator[str]:
    """The layers below the deepest as foreign blocks, so that their words stay apart."""
    inside: list[bool] = []
    for piece in re.findall(r"<[^<>]+>|[^<]+", cleaned):
        tag = re.match(r"<(/?)([a-z0-9]+)", piece)
        if tag is None or tag[2] in {"br", "hr"}:
            yield piece
            continue
        is_kept = inside.pop() if tag[1] else len(inside) < DEEPEST - 1
        if not tag[1]:
            inside.append(is_kept)
        yield piece if is_kept else f"<{tag[1]}div>" if tag[2] in ALONE else ""


def _without_foreign(parted: str) -> Iterator[str]:
    """What stood in a foreign block becomes a paragraph; in an item, a cell or a quote it begins a new line."""
    inside: list[str] = []
    is_loose = has_words = wants_line = False
    for piece in re.findall(r"<[^<>]+>|[^<]+", parted):
        tag = re.match(r"<(/?)([a-z0-9]+)", piece)
        name, is_block = (tag[2], tag[2] in ALONE) if tag else ("", False)
        if is_loose and not inside and (is_block or name == "div"):
            yield "</p>"
            is_loose = False
        if name == "div":
            wants_line = has_words and bool(inside)
            continue
        if not inside and not is_block and not is_loose and piece.strip():
            yield "<p>"
            is_loose = True
        if not tag and piece.strip():
            yield "<br>" if wants_line else ""
            has_words, wants_line = True, False
        if is_block:
            has_words = wants_line = False
        yield piece
        if tag and name not in {"br", "hr"}:
            inside = inside[:-1] if tag[1] else [*inside, name]
    yield "</p>" if is_loose else ""


def paragraphs(text: str) -> str:
    """Plain text as someone without the editor types it: blank lines part paragraphs, "- " makes a list."""
    parts = []
    for block in re.split(r"\n\s*\n", text):
        lines = [line.strip() for line in block.split("\n") if line.strip()]
        if not lines:
            continue
        if all(re.match(r"[-*•] ", line) for line in lines):
            items = "".join(f"<li><p>{_escaped(line[2:])}</p></li>" for line in lines)
            parts.append(f"<ul>{items}</ul>")
        else:
            parts.append(f"<p>{'<br>'.join(_escaped(unescape(line)) for line in lines)}</p>")
    return "".join(parts)


def _escaped(words: str) -> str:
    """As the cleaner writes it, so that cleaning again changes nothing."""
    return escape(words, quote=False).replace("\xa0", "&nbsp;")


def plain(html: str) -> str:
    """The words of a rich text, one line per block, for comparing, searching and counting."""
    text = re.sub(r"<(br|/p|/h[2-4]|/li|/tr|/blockquote)[^>]*>", "\n", html)
    text = re.sub(r"</t[dh]>", " ", text)
    text = unescape(re.sub(r"<[^>]+>", "", text))
    return re.sub(r"\n{2,}", "\n", text).strip()


def whole_number(sent: str) -> int:
    """A number that somebody's page sent, or 0 when it is none that a row can have."""
    return int(sent) if sent.isdecimal() and len(sent) < len(str(2**31)) else 0


def in_short(amount: Decimal) -> str:
    """An amount without zeros that say nothing: 0.50 becomes 0.5, 70.00 becomes 70."""
    return format(amount.normalize(), "f")
