"""Three texts become one: what two people changed in the same text, when they did not change the same block of it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from draagvlak.lib.redline.blocks import Block, blocks_of, html_of


@dataclass(frozen=True)
class Change:
    """Blocks first to last (not included) of the base became these. None were taken when first is last: they were added."""

    first: int
    last: int
    blocks: tuple[Block, ...]

    @property
    def keys(self) -> tuple[object, ...]:
        return tuple(block.key for block in self.blocks)

    def is_same_as(self, other: "Change") -> bool:
        return (self.first, self.last, self.keys) == (other.first, other.last, other.keys)

    def touches(self, other: "Change") -> bool:
        """Whether both are about the same block, or both add at the same place."""
        if self.first == self.last and other.first == other.last:
            return self.first == other.first
        if self.first == self.last:
            return other.first < self.first < other.last
        if other.first == other.last:
            return self.first < other.first < self.last
        return max(self.first, other.first) < min(self.last, other.last)


def merge(base: str, theirs: str, mine: str) -> str | None:
    """The text with what both sides changed since `base`; None when both touched the same block: then people choose.

    All three are cleaned texts. Never silently one of the two: a block that one side added or changed stands in the answer.
    """
    rows = [blocks_of(text) for text in (base, theirs, mine)]
    was, stands, wanted = ([block.key for block in row] for row in rows)
    if stands == wanted:
        return theirs
    if wanted == was:
        return theirs
    if stands == was:
        return mine
    ours, others = _changes(rows[0], rows[2]), _changes(rows[0], rows[1])
    together = _together(others, ours)
    if together is None:
        return None
    kept = _as_it_stands(rows[0], rows[1])
    merged = _applied(kept, together)
    if not _adds_up(rows[0], rows[1], rows[2], merged):
        return None
    if _is_ragged(merged) and not _is_ragged(rows[1]) and not _is_ragged(rows[2]):
        return None
    return html_of(merged)


def _changes(base: Sequence[Block], now: Sequence[Block]) -> list[Change]:
    """What became of the base, in the smallest pieces: of as many blocks as there were, each is a change of its own."""
    matcher = SequenceMatcher(None, [one.key for one in base], [one.key for one in now], autojunk=False)
    found = []
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            continue
        if i2 - i1 == j2 - j1:
            found += [Change(i1 + step, i1 + step + 1, (now[j1 + step],)) for step in range(i2 - i1)]
        else:
            found.append(Change(i1, i2, tuple(now[j1:j2])))
    return found


def _together(theirs: list[Change], mine: list[Change]) -> list[Change] | None:
    """Both in order of place, one that both made only once; None when two touch."""
    alone = [change for change in mine if not any(change.is_same_as(other) for other in theirs)]
    if any(change.touches(other) for change in alone for other in theirs):
        return None
    return sorted([*theirs, *alone], key=lambda change: (change.first, change.last))


def _adds_up(base: Sequence[Block], theirs: Sequence[Block], mine: Sequence[Block], merged: Sequence[Block]) -> bool:
    """Whether every block stands there as often as both sides together would have it: what one of them moved, the other may
    have taken for something new, and it would be there twice or not at all."""
    before, one, other, after = (Counter(block.key for block in row) for row in (base, theirs, mine, merged))
    for key in before | one | other:
        steps = sorted((one[key] - before[key], other[key] - before[key]))
        both = sum(steps)
        # What both did may be the same act, which counts once.
        least, most = (steps[1], both) if steps[0] >= 0 else (both, steps[0]) if steps[1] <= 0 else (both, both)
        if not max(before[key] + least, 0) <= after[key] <= max(before[key] + most, 0):
            return False
    return True


def _as_it_stands(base: Sequence[Block], theirs: Sequence[Block]) -> list[Block]:
    """The base, each block in the spelling in which it stands now: an editor writes the same row in another way."""
    spelled = {block.key: block.html for block in theirs}
    return [Block(block.inside, spelled.get(block.key, block.html), block.starts) for block in base]


def _applied(base: Sequence[Block], changes: Sequence[Change]) -> list[Block]:
    written: list[Block] = []
    place = 0
    for change in changes:
        written += [*base[place : change.first], *change.blocks]
        place = change.last
    return [*written, *base[place:]]


def _is_ragged(blocks: Sequence[Block]) -> bool:
    """Whether a table has rows of different length: one added a column while the other added a row."""
    width = 0
    for block in blocks:
        if "table" not in block.inside or "rowspan" in block.html.replace('rowspan="1"', ""):
            width = 0
            continue
        cells = re.findall(r"<t[dh]\b[^>]*>", block.html)
        wide = sum(int(found[1]) if (found := re.search(r'colspan="(\d+)"', cell)) else 1 for cell in cells)
        if width and wide != width and block.starts < 0:
            return True
        width = wide
    return False
