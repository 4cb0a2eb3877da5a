"""What changed between two rich texts, as people read it: paragraphs first, then the words in them."""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape
from itertools import groupby
from typing import Any

from draagvlak.lib.redline.blocks import BLOCKS, CONTAINERS, is_too_deep, tree_of
from draagvlak.lib.redline.words import Word, difference, marked, plainly, shown, words_of
from draagvlak.lib.text import plain

# So many paragraphs ahead an old one is looked for, so that a plan that was rewritten whole costs no more than its length.
WINDOW = 12
# Share of words that two paragraphs have in common before they are one that changed; less when nothing else is in question.
ALIKE, ALONE, MOVED = 0.4, 0.15, 0.8
# A paragraph of fewer words is not called moved: "Ja." stands everywhere.
MOVED_WORDS = 4
# A stretch that stayed is folded when it has more words.
FOLDED_WORDS = 40
CONTEXT = 8


@dataclass(frozen=True)
class Leaf:
    """A paragraph, heading, item or row. kind: its tag; a number in an ordered list stands before its words.

    goes_on: a further paragraph of the item before it, without a bullet of its own.
    """

    kind: str
    cells: tuple[tuple[Word, ...], ...]
    level: int = 0
    number: int = 0
    is_head: bool = False
    goes_on: bool = False

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for cell in self.cells for word in cell)

    @property
    def key(self) -> tuple[Any, ...]:
        return self.kind, self.level, tuple(tuple(word.key for word in cell) for cell in self.cells)

    @property
    def text(self) -> tuple[str, ...]:
        return tuple(word.text for word in self.words)


@dataclass(frozen=True)
class Segment:
    """A stretch of the two texts. kind: same, changed, moved (it stands here now) or left (it stood here).

    html: with <ins> and <del>. opening, closing: the first and last words of a stretch that stayed; count: its paragraphs.
    is_long: it may be folded.
    """

    kind: str
    html: str
    count: int = 0
    opening: str = ""
    closing: str = ""
    is_long: bool = False


@dataclass(frozen=True)
class Line:
    """One paragraph in the answer: what it was, what it is."""

    kind: str
    old: Leaf | None
    new: Leaf | None

    @property
    def leaf(self) -> Leaf:
        found = self.new or self.old
        if found is None:
            raise LookupError
        return found


def compare(old: str, new: str, *, is_whole: bool = False) -> list[Segment]:
    """What became of the old text, stretch by stretch. Both cleaned. is_whole: nothing is shortened."""
    lines = _with_moves(_lines(leaves_of(old), leaves_of(new)))
    stretches = groupby(lines, key=lambda line: _stretch_of(line.kind))
    return [_segment(kind, list(group), is_whole=is_whole) for kind, group in stretches]


def leaves_of(text: str) -> list[Leaf]:
    if is_too_deep(text):
        text = "".join(f"<p>{escape(line, quote=False)}</p>" for line in plain(text).split("\n"))
    return [leaf for leaf in _leaves(tree_of(text), 0) if leaf.words or leaf.kind == "hr"]


def _leaves(element: Any, level: int) -> Iterator[Leaf]:  # noqa: ANN401 -- lxml
    if not any(child.tag in CONTAINERS or child.tag in {"p", "h2", "h3", "h4", "tr", "hr"} for child in element):
        yield Leaf("p", (words_of(element),))
        return
    yield _loose(element.text)
    for child in element:
        yield from _child(child, level)
        yield _loose(child.tail)


def _child(child: Any, level: int) -> Iterator[Leaf]:  # noqa: ANN401 -- lxml
    if child.tag in {"ul", "ol"}:
        yield from map(_loose, [child.text, *[one.tail for one in child]])
        items = [one for one in child if one.tag == "li"]
        for place, item in enumerate(items, start=1):
            yield from _item(item, level + 1, place if child.tag == "ol" else 0)
    elif child.tag == "table":
        yield from _rows(child)
    elif child.tag in CONTAINERS:
        yield from _leaves(child, level)
    else:
        yield Leaf(child.tag if child.tag in {"h2", "h3", "h4", "hr"} else "p", (words_of(child),))


def _rows(table: Any) -> Iterator[Leaf]:  # noqa: ANN401 -- lxml
    """The rows, each as wide as the table: where a cell spans columns or rows, what it covers is an empty cell. So a row that
    stands alone between changes keeps its words in their column."""
    covered: dict[int, int] = {}  # column → how many more rows are covered there
    for row in table.iterdescendants("tr"):
        if next(row.iterancestors("table")) is not table:
            continue
        cells: list[tuple[Word, ...]] = []
        for cell in row:
            _skip_covered(cells, covered)
            wide, high = (int(cell.get(name, 1)) for name in ("colspan", "rowspan"))
            covered |= {len(cells) + place: high - 1 for place in range(wide)}
            cells += [words_of(cell), *[()] * (wide - 1)]
        last = max((column for column, left in covered.items() if left), default=-1)
        while len(cells) <= last:
            _skip_covered(cells, covered)
            cells += [()] * (len(cells) <= last)
        yield Leaf("tr", tuple(cells), is_head=all(cell.tag == "th" for cell in row))


def _skip_covered(cells: list[tuple[Word, ...]], covered: dict[int, int]) -> None:
    """Go past the columns that a cell of an earlier row covers."""
    while covered.get(len(cells)):
        covered[len(cells)] -= 1
        cells.append(())


def _loose(text: str | None) -> Leaf:
    """Words that stand between blocks; often only white space, which is left out later."""
    return Leaf("p", (tuple(Word(word, ()) for word in (text or "").split()),))


def _item(item: Any, level: int, number: int) -> Iterator[Leaf]:  # noqa: ANN401 -- lxml
    """What stands in an item, in its order: its first words with the number, and what comes after them apart."""
    has_begun = False
    for part in _parts(item):
        if part.tag in {"ul", "ol", "table", "hr"}:
            yield from _child(part, level)
        elif words := words_of(part):
            yield Leaf("li", (words,), level, 0 if has_begun else number, goes_on=has_begun)
            has_begun = True


def _parts(element: Any) -> Iterator[Any]:  # noqa: ANN401 -- lxml
    """The blocks in an element, in order; words that stand loose between them as a paragraph, what is quoted block by block."""
    loose = _open(element.text)
    for child in element:
        if child.tag not in BLOCKS:
            loose.append(deepcopy(child))
            continue
        yield loose
        if child.tag == "blockquote":
            yield from _parts(child)
        else:
            yield child
        loose = _open(child.tail)
    yield loose


def _open(text: str | None) -> Any:  # noqa: ANN401 -- lxml
    paragraph = tree_of("")
    paragraph.text = text
    return paragraph


def _lines(old: Sequence[Leaf], new: Sequence[Leaf]) -> list[Line]:
    matcher = SequenceMatcher(None, [leaf.key for leaf in old], [leaf.key for leaf in new], autojunk=False)
    found: list[Line] = []
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            found += [Line("same", a, b) for a, b in zip(old[i1:i2], new[j1:j2], strict=True)]
        else:
            found += _paired(old[i1:i2], new[j1:j2])
    return found


def _paired(old: Sequence[Leaf], new: Sequence[Leaf]) -> Iterator[Line]:
    """Old and new paragraphs of one stretch: each new one beside the old one that it is most like, in order."""
    enough = ALONE if len(old) == len(new) == 1 else ALIKE
    bags = [frozenset(leaf.text) for leaf in old]
    place = 0
    for leaf in new:
        bag = frozenset(leaf.text)
        ahead = range(place, min(place + WINDOW, len(old)))
        best = max(ahead, key=lambda one: _likeness(bags[one], bag), default=None)
        if best is None or _likeness(bags[best], bag) < enough:
            yield Line("added", None, leaf)
            continue
        yield from (Line("removed", gone, None) for gone in old[place:best])
        yield Line("changed", old[best], leaf)
        place = best + 1
    yield from (Line("removed", gone, None) for gone in old[place:])


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def _with_moves(lines: list[Line]) -> list[Line]:
    """A paragraph that went here and came there has moved: it is not shown as new words."""
    gone = {line.old.text: place for place, line in enumerate(lines) if line.kind == "removed" and line.old}
    for place, line in enumerate(lines):
        if line.kind != "added" or line.new is None or len(line.new.words) < MOVED_WORDS:
            continue
        text = line.new.text
        origin = gone.pop(text, None)
        if origin is None and len(gone) <= WINDOW * WINDOW:
            bag = frozenset(text)
            like = max(gone, key=lambda one: _likeness(frozenset(one), bag), default=())
            origin = gone.pop(like) if like and _likeness(frozenset(like), bag) >= MOVED else None
        if origin is not None:
            lines[place] = Line("moved", lines[origin].old, line.new)
            lines[origin] = Line("left", lines[origin].old, None)
    return lines


def _stretch_of(kind: str) -> str:
    return "changed" if kind in {"added", "removed"} else kind


def _segment(kind: str, lines: list[Line], *, is_whole: bool) -> Segment:
    html = _together([(line.leaf, _cells(line, is_whole=is_whole)) for line in lines])
    words = [word for line in lines for word in line.leaf.words]
    return Segment(
        kind=kind,
        html=html,
        count=len(lines),
        opening=plainly(words[:CONTEXT]),
        closing=plainly(words[-CONTEXT:]),
        is_long=kind == "same" and not is_whole and len(words) > FOLDED_WORDS,
    )


def _cells(line: Line, *, is_whole: bool) -> list[str]:
    """The cells of a line as HTML; a paragraph is one cell."""
    if line.kind in {"same", "left"}:
        return [shown(cell).strip() for cell in line.leaf.cells]
    if line.old is None or line.new is None:
        return [marked(cell, "ins" if line.old is None else "del").strip() for cell in line.leaf.cells]
    old, new = line.old, line.new
    if len(old.cells) == len(new.cells):
        pairs = zip(old.cells, new.cells, strict=True)
        return [
            difference(was, now, is_whole=is_whole) if _keys(was) != _keys(now) else shown(now).strip()
            for was, now in pairs
        ]
    # Rows of another width: the old cells go, the new ones come.
    went = " ".join(marked(cell, "del").strip() for cell in old.cells if cell)
    cells = [marked(cell, "ins").strip() for cell in new.cells]
    return [f"{went} {cells[0]}".strip(), *cells[1:]] if cells else [went]


def _keys(words: Sequence[Word]) -> list[Any]:
    return [word.key for word in words]


def _together(lines: Sequence[tuple[Leaf, list[str]]]) -> str:
    """Lines as HTML, with lists and tables around what belongs to them."""
    written = []
    for kind, group in groupby(lines, key=lambda line: "ul" if line[0].kind == "li" else line[0].kind):
        inner = "".join(_one(leaf, cells) for leaf, cells in _gathered(group))
        if kind == "tr":
            inner = f"<table><tbody>{inner}</tbody></table>"
        written.append(f"<ul>{inner}</ul>" if kind == "ul" else inner)
    return "".join(written)


def _gathered(lines: Iterable[tuple[Leaf, list[str]]]) -> Iterator[tuple[Leaf, list[str]]]:
    """A further paragraph of an item goes into that item; when the item itself stands elsewhere, it is on its own."""
    waits: tuple[Leaf, list[str]] | None = None
    for leaf, cells in lines:
        if leaf.goes_on and waits is not None and waits[0].level == leaf.level:
            waits[1][0] += f"<p>{cells[0]}</p>"
            continue
        if waits is not None:
            yield waits
        waits = leaf, list(cells)
    if waits is not None:
        yield waits


def _one(leaf: Leaf, cells: list[str]) -> str:
    if leaf.kind == "hr":
        return "<hr>"
    if leaf.kind == "tr":
        tag = "th" if leaf.is_head else "td"
        return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>"
    before = f"{leaf.number}. " if leaf.number else ""
    return f"<{leaf.kind}>{'– ' * (leaf.level - 1)}{before}{cells[0]}</{leaf.kind}>"
