"""Rich text from people: cleaned on writing and again on reading."""

import re
from collections.abc import Set
from decimal import Decimal
from html import escape, unescape

import nh3

TAGS = {"p", "br", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "u", "s", "a", "blockquote", "sub", "sup", "hr"}
TAGS |= {"table", "thead", "tbody", "tr", "th", "td"}
ATTRIBUTES = {"a": {"href"}, "th": {"colspan", "rowspan", "scope"}, "td": {"colspan", "rowspan"}}
SCHEMES = {"http", "https", "mailto"}
# What browsers and word processors write for the same thing.
SAME = (
    ("<b>", "<strong>"),
    ("</b>", "</strong>"),
    ("<i>", "<em>"),
    ("</i>", "</em>"),
    ("<h1>", "<h2>"),
    ("</h1>", "</h2>"),
)


def clean_html(text: str, *, more: Set[str] = frozenset()) -> str:
    """Only the tags, attributes and link schemes above (and `more` tags); text without any tag becomes paragraphs."""
    text = text.replace("\r\n", "\n").replace("\x00", "").strip()
    if not re.search(r"</?[a-zA-Z]", text):
        return paragraphs(text)
    for theirs, ours in SAME:
        text = text.replace(theirs, ours)
    cleaned = nh3.clean(
        text, tags=TAGS | set(more), attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener noreferrer"
    )
    return re.sub(r"^(\s|<p></p>|<p><br></p>)+$", "", cleaned).strip()


def paragraphs(text: str) -> str:
    """Plain text as someone without the editor types it: blank lines part paragraphs, "- " makes a list."""
    parts = []
    for block in re.split(r"\n\s*\n", text):
        lines = [line.strip() for line in block.split("\n") if line.strip()]
        if not lines:
            continue
        if all(re.match(r"[-*•] ", line) for line in lines):
            items = "".join(f"<li><p>{escape(line[2:], quote=False)}</p></li>" for line in lines)
            parts.append(f"<ul>{items}</ul>")
        else:
            parts.append(f"<p>{'<br>'.join(escape(unescape(line), quote=False) for line in lines)}</p>")
    return "".join(parts)


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
