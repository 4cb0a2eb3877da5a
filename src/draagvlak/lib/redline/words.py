"""The words of one paragraph, item or row, and what changed in them."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from html import escape
from itertools import groupby
from typing import Any, NamedTuple

FORMATS = {"strong", "em", "u", "s", "sub", "sup", "a"}
# Their words do not stick to those around them.
PARTS = {"p", "h2", "h3", "h4", "ul", "ol", "li", "table", "tr", "th", "td", "blockquote", "hr"}
# Words that stay between two changes and would only break them up: three short ones at most.
FEW, SHORT = 3, 3
# Under this share of kept words, the old and the new text are shown whole.
CRUMBS = 0.34
# A stretch longer than this, in which nothing changed, is shortened to its first and last words.
LONG, EDGE = 60, 12
# From here on, words that come back all the time are not looked up one by one.
MANY = 2000


class Word(NamedTuple):
    """A word with its formats, outermost first; is_glued: no space follows."""

    text: str
    formats: tuple[str, ...]
    is_glued: bool = False

    @property
    def key(self) -> tuple[str, tuple[str, ...]]:
        return self.text, self.formats


def words_of(element: Any, *, skip: frozenset[str] = frozenset()) -> tuple[Word, ...]:  # noqa: ANN401 -- lxml
    """The words inside an element; not of the elements in `skip`."""
    found: list[Word] = []
    for text, formats in _runs(element, (), skip):
        if text == "\n":
            found.append(Word("\n", ()))
            continue
        if found and text[:1].isspace() and found[-1].text != "\n":
            found[-1] = found[-1]._replace(is_glued=False)
        pieces = re.findall(r"\S+", text)
        found += [Word(piece, formats) for piece in pieces]
        if pieces and not text[-1].isspace():
            found[-1] = found[-1]._replace(is_glued=True)
    if found:
        found[-1] = found[-1]._replace(is_glued=False)
    return tuple(found)


def _runs(element: Any, formats: tuple[str, ...], skip: frozenset[str]) -> Iterator[tuple[str, tuple[str, ...]]]:  # noqa: ANN401
    if element.text:
        yield element.text, formats
    for child in element:
        if child.tag == "br":
            yield "\n", ()
        else:
            if child.tag in PARTS:
                yield " ", formats
            if child.tag not in skip:
                yield from _runs(child, (*formats, *_format_of(child)), skip)
            if child.tag in PARTS:
                yield " ", formats
        if child.tail:
            yield child.tail, formats


def _format_of(child: Any) -> tuple[str, ...]:  # noqa: ANN401 -- lxml
    if child.tag == "a" and child.get("href"):
        return (f'a href="{escape(child.get("href"))}"',)
    return (child.tag,) if child.tag in FORMATS else ()


def shown(words: Sequence[Word]) -> str:
    """Words as HTML, each with its formats."""
    written = []
    for formats, group in groupby(words, key=lambda word: word.formats):
        run = list(group)
        inner = "".join(_spaced(run))
        stripped = inner.rstrip(" ")
        opened = "".join(f"<{one}>" for one in formats)
        closed = "".join(f"</{one.split()[0]}>" for one in reversed(formats))
        written.append(f"{opened}{stripped}{closed}{inner[len(stripped) :]}")
    return "".join(written)


def _spaced(words: Sequence[Word]) -> Iterator[str]:
    for word in words:
        if word.text == "\n":
            yield "<br>"
        else:
            yield escape(word.text, quote=False) + ("" if word.is_glued else " ")


def plainly(words: Sequence[Word]) -> str:
    """Words without their formats, on one line."""
    return "".join(word.text + ("" if word.is_glued else " ") for word in words).replace("\n", " ").strip()


def marked(words: Sequence[Word], tag: str) -> str:
    """Words that went or came, between their marks."""
    inner = shown(words)
    stripped = inner.rstrip(" ")
    return f"<{tag}>{stripped}</{tag}>{inner[len(stripped) :]}" if stripped else inner


def difference(old: Sequence[Word], new: Sequence[Word], *, is_whole: bool) -> str:
    """What changed in these words, with <del> and <ins>. is_whole: long stretches that stayed are not shortened."""
    matcher = SequenceMatcher(None, [w.key for w in old], [w.key for w in new], autojunk=len(new) > MANY)
    steps = _smoothed(matcher.get_opcodes(), new)
    kept = sum(j2 - j1 for kind, _i1, _i2, j1, j2 in steps if kind == "equal")
    if kept < CRUMBS * max(len(old), len(new)):
        return _parted([marked(old, "del"), marked(new, "ins")])
    pieces = []
    for kind, i1, i2, j1, j2 in steps:
        if kind == "equal":
            pieces.append(_stayed(new[j1:j2], is_whole=is_whole))
        else:
            pieces += [marked(old[i1:i2], "del"), marked(new[j1:j2], "ins")]
    return _parted(pieces)


Step = tuple[str, int, int, int, int]


def _smoothed(steps: Sequence[Step], new: Sequence[Word]) -> list[Step]:
    """A few short words between two changes belong to the change: people read groups of words, not crumbs."""
    found: list[Step] = []
    for place, (kind, i1, i2, j1, j2) in enumerate(steps):
        between = 0 < place < len(steps) - 1 and kind == "equal"
        is_crumb = between and j2 - j1 <= FEW and all(len(word.text) <= SHORT for word in new[j1:j2])
        kind = "replace" if is_crumb or kind != "equal" else "equal"  # noqa: PLW2901 -- the step as it is read
        if found and kind == "replace" == found[-1][0]:
            _, a1, _, b1, _ = found.pop()
            found.append((kind, a1, i2, b1, j2))
        else:
            found.append((kind, i1, i2, j1, j2))
    return found


def _stayed(words: Sequence[Word], *, is_whole: bool) -> str:
    if is_whole or len(words) <= LONG:
        return shown(words)
    return f"{shown(words[:EDGE])}[…] {shown(words[-EDGE:])}"


def _parted(pieces: Sequence[str]) -> str:
    """Pieces after each other; an old and a new word never stick together."""
    text = "".join(piece for piece in pieces if piece)
    return text.replace("</del><ins>", "</del> <ins>").strip()
