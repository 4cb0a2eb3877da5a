"""A rich text as a row of blocks, and back: what two people can each change without touching the other's."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from lxml import html as parser

CONTAINERS = {"ul", "ol", "table", "thead", "tbody", "blockquote"}
BLOCKS = CONTAINERS | {"p", "h2", "h3", "h4", "li", "tr", "hr"}
# A text that is nested deeper is one block: the parser would silently leave out what lies below some 250 tags.
DEEPEST = 60
# Around a row; whether a header row stands in a head of its own says nothing to who reads.
HALVES = {"thead", "tbody"}


@dataclass(frozen=True)
class Block:
    """One paragraph, heading, item of a list or row of a table, whole.

    inside: the tags around it, outermost first. starts: how many of them stay open before it, where it begins another list or
    table right after one of the same kind; -1 when it does not.
    """

    inside: tuple[str, ...]
    html: str
    starts: int = -1

    @property
    def key(self) -> tuple[tuple[str, ...], str]:
        """The same for what an editor writes differently but reads the same."""
        text = re.sub(r' (?:colspan|rowspan)="1"', "", self.html)
        if self.html.startswith(("<li", "<tr")):
            text = re.sub(r"</p>\s*<p>", "\n", text)
            text = re.sub(r"</?(?:p|tbody|thead)>", "", text)
        return tuple(tag for tag in self.inside if tag not in HALVES), re.sub(r"\s+", " ", text).strip()


def tree_of(text: str) -> Any:  # noqa: ANN401 -- lxml has no types
    return parser.fragment_fromstring(text, create_parent="div")


def is_too_deep(text: str) -> bool:
    depth = 0
    for closing in re.findall(r"<(/?)(?!br|hr)[a-z]", text):
        depth += -1 if closing else 1
        if depth > DEEPEST:
            return True
    return False


def blocks_of(text: str) -> list[Block]:
    """The blocks of a cleaned text, in order. Words that stand loose between blocks are a block too."""
    if is_too_deep(text):
        return [Block((), text)]
    found: list[Block] = []
    for block, root in _walk(tree_of(text), ()):
        depth = len(root) - 1
        follows = bool(found) and bool(root) and found[-1].inside[: len(root)] == root
        found.append(replace(block, starts=depth) if follows else block)
    return found


def _walk(element: Any, inside: tuple[str, ...]) -> Iterator[tuple[Block, tuple[str, ...]]]:  # noqa: ANN401 -- lxml
    """Each block with, for the first one of a list or table, the tags up to that list or table."""
    loose = escape(element.text or "", quote=False)
    for child in element:
        if child.tag not in BLOCKS:
            loose += parser.tostring(child, encoding="unicode")
            continue
        if loose.strip():
            yield Block(inside, loose.strip()), ()
        loose = escape(child.tail or "", quote=False)
        yield from _inner(child, inside)
    if loose.strip():
        yield Block(inside, loose.strip()), ()


def _inner(child: Any, inside: tuple[str, ...]) -> Iterator[tuple[Block, tuple[str, ...]]]:  # noqa: ANN401 -- lxml
    if child.tag not in CONTAINERS:
        yield Block(inside, parser.tostring(child, encoding="unicode", with_tail=False)), ()
        return
    root = (*inside, child.tag)
    for place, (block, below) in enumerate(_walk(child, root)):
        is_first = place == 0 and child.tag not in HALVES
        yield block, root if is_first else below


def html_of(blocks: Iterable[Block]) -> str:
    """The text of blocks: lists and tables around them again."""
    written: list[str] = []
    around: Sequence[str] = ()
    for block in blocks:
        stays = _shared(around, block.inside)
        if block.starts >= 0:
            stays = min(stays, block.starts)
        written += [f"</{tag}>" for tag in reversed(around[stays:])]
        written += [f"<{tag}>" for tag in block.inside[stays:]]
        written.append(block.html)
        around = block.inside
    written += [f"</{tag}>" for tag in reversed(around)]
    return "".join(written)


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many tags both begin with."""
    for place, (here, there) in enumerate(zip(one, other, strict=False)):
        if here != there:
            return place
    return min(len(one), len(other))
