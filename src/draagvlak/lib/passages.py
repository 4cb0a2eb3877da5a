"""Words inside a rich text: where a quoted passage stands, what the text becomes when other words take its place, and the
text with passages marked.

Works on the text as `clean_html` writes it. Nothing outside the passage changes, not by a single character: the text is never
parsed and written out again.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape, unescape

from draagvlak.lib.refusals import Trouble

TOKEN = re.compile(
    r"<(?P<closes>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>"
    r"|(?P<entity>&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]\w*);)|(?P<space>\s+)|(?P<plain>[^\s<&]+)|.",
    re.DOTALL,
)
INLINE = {"strong", "em", "u", "s", "a", "sub", "sup"}
# These keep their place in a table or a line when their last word is taken away.
STAY = {"td", "th", "tr", "tbody", "thead", "table", "br", "hr"}
# What people cannot see, and word processors put between letters.
UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
# Letters that may join the one before, or are not seen: the rest is taken a word at a time.
ODD = re.compile("[\u00ad\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200d\u2060\u20d0-\u20ff\ufe20-\ufe2f\ufeff]")
# What a keyboard writes for what a word processor makes of it; each stands for exactly one character.
ALIKE = str.maketrans("‘’‛′ʼ“”„«»–—−‑‐", "'''''\"\"\"\"\"-----")


def one_line(words: str) -> str:
    """Words as they are compared: without what cannot be seen, every white space one space."""
    return " ".join(UNSEEN.sub("", unicodedata.normalize("NFC", words)).split())


@dataclass(frozen=True)
class Marked:
    """A passage to mark: from the first to the last character (not included) of the words, the key of its anchor, and what
    comes behind it, as HTML of ours."""

    first: int
    last: int
    key: str
    behind: str = ""


class Reading:
    """The words of a rich text, each character with its place in the source. Between two blocks stands one space."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.characters: list[str] = []
        self.places: list[tuple[int, int]] = []
        self.breaks: set[int] = set()
        self._is_new_block = False
        for token in TOKEN.finditer(source):
            self._take(token)
        if self.characters and self.characters[-1] == " " and not self._is_line_break(-1):
            self.characters.pop()
            self.places.pop()
        self.words = "".join(self.characters)
        self.alike = self.words.translate(ALIKE)

    def _take(self, token: re.Match[str]) -> None:
        tag = (token["tag"] or "").lower()
        if tag == "br":
            self._add(" ", token.span())
        elif tag:
            self._is_new_block = self._is_new_block or tag not in INLINE
        elif token["plain"] and not ODD.search(token[0]):
            self._add(token[0][0], (token.start(), token.start() + 1))
            self.characters += token[0][1:]
            self.places += [(at, at + 1) for at in range(token.start() + 1, token.end())]
        elif token["plain"]:
            for at, character in enumerate(token[0], start=token.start()):
                self._add(character, (at, at + 1))
        else:
            for character in " " if token["space"] else unescape(token[0]):
                self._add(" " if character.isspace() else character, token.span())

    def _add(self, character: str, place: tuple[int, int]) -> None:
        last = self.characters[-1] if self.characters else " "
        joins = bool(self.places) and self.places[-1][1] == place[0] and not self._is_new_block
        if UNSEEN.match(character) or (character == " " and (last == " " or self._is_new_block)):
            if joins:
                self.places[-1] = (self.places[-1][0], place[1])
            return
        whole = unicodedata.normalize("NFC", last + character) if unicodedata.combining(character) and joins else ""
        if len(whole) == 1:
            self.characters[-1], self.places[-1] = whole, (self.places[-1][0], place[1])
            return
        if self._is_new_block and self.characters:
            self._part(place[0])
        self._is_new_block = False
        self.characters.append(character)
        self.places.append(place)

    def _part(self, at: int) -> None:
        if self.characters[-1] != " ":
            self.characters.append(" ")
            self.places.append((at, at))
        self.breaks.add(len(self.characters) - 1)

    def _is_line_break(self, index: int) -> bool:
        return self.source[slice(*self.places[index])].startswith("<")

    def found(self, quote: str) -> list[int]:
        """Where these words begin, as often as they stand here; nothing for no words at all."""
        wanted = one_line(quote).translate(ALIKE)
        found: list[int] = []
        at = self.alike.find(wanted) if wanted else -1
        while at >= 0:
            found.append(at)
            at = self.alike.find(wanted, at + 1)
        return found


def change(old: str, new: str) -> tuple[str, str, str, str]:
    """What both say first, what goes, what comes, what both say last; cut between words."""
    head = _in_common(old, new)
    tail = _in_common(old[head:][::-1], new[head:][::-1])
    return old[:head], old[head : len(old) - tail], new[head : len(new) - tail], old[len(old) - tail :]


def replaced(source: str, quote: str, words: str) -> str:
    """The text with other words where the quoted ones stand. What both have in common at the ends is not touched, so that
    its markup stays; new words take the markup of the first character they replace.

    Raises Trouble: "count" (they do not stand there exactly once; with the count), "blocks" (they run over two paragraphs
    and both change), "link" (part of a link would go).
    """
    reading, old, new = Reading(source), one_line(quote), one_line(words)
    found = reading.found(old)
    if len(found) != 1:
        raise Trouble("count", count=len(found))
    before, goes, comes, _after = change(old, new)
    first, last = found[0] + len(before), found[0] + len(before) + len(goes)
    put = escape(comes, quote=False)
    if any(index in reading.breaks for index in range(first, last)):
        raise Trouble("blocks")
    if first == last:
        at = _between(reading, first)
        return source[:at] + put + source[at:]
    start, end = _to_take(reading, first, last, is_all=not put)
    return _joined(source[:start], put, source[start:end], source[end:])


def _in_common(one: str, other: str) -> int:
    """How many characters both begin with, up to the end of a word."""
    shortest = min(len(one), len(other))
    at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), shortest)
    while at and one[at - 1].isalnum() and (one[at : at + 1].isalnum() or other[at : at + 1].isalnum()):
        at -= 1
    return at


def _between(reading: Reading, index: int) -> int:
    """The place in the source before a character: behind the one before it, unless a new block begins there."""
    if index == 0 or index - 1 in reading.breaks:
        return reading.places[index][0]
    return reading.places[index - 1][1]


def _to_take(reading: Reading, first: int, last: int, *, is_all: bool) -> tuple[int, int]:
    """From where to where; with the space before it when nothing comes in its place and a space follows as well."""
    start, end = reading.places[first][0], reading.places[last - 1][1]
    ends = last == len(reading.words) or reading.words[last] == " "
    if is_all and ends and first and first - 1 not in reading.breaks and reading.places[first - 1][1] == start:
        start = reading.places[first - 1][0] if reading.words[first - 1] == " " else start
    return start, end


def _joined(before: str, put: str, taken: str, after: str) -> str:
    tags = [token for token in TOKEN.finditer(taken) if token["tag"] and token["tag"] != "br"]
    if any(token["tag"] == "a" for token in tags):
        raise Trouble("link")
    kept: list[re.Match[str]] = []
    for token in tags:
        if token["closes"] and kept and not kept[-1]["closes"]:
            kept.pop()
        else:
            kept.append(token)
    middle = put + "".join(token[0] for token in kept)
    while not middle and (emptied := _emptied(before, after)):
        before, after = emptied
    return before + middle + after


def _emptied(before: str, after: str) -> tuple[str, str] | None:
    """Both sides without the element that is empty now; None when there is none that may go."""
    opens, closes = re.search(r"<([a-z][a-z0-9]*)[^<>]*>$", before), re.match(r"</([a-z][a-z0-9]*)>", after)
    if opens is None or closes is None or opens[1] != closes[1] or opens[1] in STAY:
        return None
    return before[: opens.start()], after[closes.end() :]


def marked(source: str, passages: Iterable[Marked]) -> str:
    """The text with these passages between <mark>; each can be reached by its key, and has behind it what it brings."""
    reading, passages = Reading(source), list(passages)
    inside: set[int] = set()
    for one in passages:
        inside |= set(range(one.first, one.last))
    begin = {one.first: one.key for one in reversed(passages)}
    behind: dict[int, str] = {}
    for one in passages:
        behind[one.last - 1] = behind.get(one.last - 1, "") + one.behind
    return "".join(_pieces(reading, inside, begin, behind))


def _pieces(reading: Reading, inside: set[int], begin: dict[int, str], behind: dict[int, str]) -> Iterator[str]:
    at, is_open = 0, False
    for index, (start, end) in enumerate(reading.places):
        shows = index in inside and start < end
        if is_open and (not shows or start != at or index in begin):
            yield "</mark>"
            is_open = False
        yield reading.source[at:start]
        if shows and not is_open:
            yield f'<mark class="anchor" id="{begin[index]}">' if index in begin else '<mark class="anchor">'
            is_open = True
        yield reading.source[start:end]
        at = end
        if index in behind:
            yield ("</mark>" if is_open else "") + behind[index]
            is_open = False
    yield ("</mark>" if is_open else "") + reading.source[at:]
