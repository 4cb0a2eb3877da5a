"""Finds the header of a sheet: the row whose cells are best known as headers, under titles, logos and blank rows."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from functools import lru_cache

from draagvlak.staff.imports.cleaning import as_text, clean, normalised_header, plain
from draagvlak.staff.imports.fractions import tells_full_time
from draagvlak.staff.imports.tables import HEADER_WITHIN, Cell, column_letters
from draagvlak.staff.imports.words import DESCRIBED, FOREIGN, HEADER_WORDS

_DATA = re.compile(r"[\d\s.,/:%€+-]*\d[\d\s.,/:%€+-]*|[^@\s]+@[^@\s]+")
_LONGEST_HEADER = 60
_LONGEST_LABEL = 120
_CLOSE = 0.86
_DESCRIPTION = re.compile(
    r"\b(?:omschrijving|omschr|benaming|naam|libelle|description|descr|desc|intitule|nom|name|label)\b(?:\s+(?:van|de|du|of))?"
)
# Word for word a field, and still less than a column that says it plainly.
_RATHER_NOT = frozenset(
    {
        "ancienniteitsdatum",
        "kostenplaats",
        "costcenter",
        "costcentre",
        "centredefrais",
        "categorie",
        "groep",
        "van",
        "from",
        "to",
    }
)

_LEFT = ("dienst", "uit", "vertrek", "sortie", "sorti", "depart", "leav", "left", "exit", "terminat", "separation")


def label_of(cell: Cell) -> str:
    """A header cell as one line without trailing colons and stars."""
    return as_text(cell)[:_LONGEST_LABEL].rstrip(" :;*")


@lru_cache(maxsize=1024)
def exact_field(label: str) -> str:
    """The field that a header names word for word, or the empty text."""
    word = normalised_header(label.replace("#", " nr"))
    return HEADER_WORDS.get(word) or HEADER_WORDS.get(normalised_header(label.replace("(", "").replace(")", "")), "")


@lru_cache(maxsize=1024)
def likely_field(label: str) -> tuple[str, float]:
    """The field that a header means and how sure that is (1 word for word, less when only alike, 0 unknown)."""
    if (field := exact_field(label)) and ("%" not in label or field == "fraction"):
        word = normalised_header(label)
        if field == "end_date":
            return field, _how_surely_left(word)
        return field, 0.9 if word in _RATHER_NOT else 1.0
    if is_description(label) and (field := exact_field(_DESCRIPTION.sub(" ", plain(label)))) in DESCRIBED:
        return field, 1.0
    word = normalised_header(label)
    if len(word) > _LONGEST_HEADER or any(part in word for part in FOREIGN):
        return "", 0.0
    if "%" in label:
        return "fraction", 0.8
    if len(word) < 5 or tells_full_time(label):
        return "", 0.0
    inside = [known for known in HEADER_WORDS if len(known) >= 5 and known in word]
    longest = max(inside, key=len, default="")
    if longest and len(longest) >= 0.6 * len(word):
        return HEADER_WORDS[longest], 0.8
    close = get_close_matches(word, HEADER_WORDS, n=1, cutoff=_CLOSE)
    return (HEADER_WORDS[close[0]], 0.7) if close else ("", 0.0)


def _how_surely_left(word: str) -> float:
    """Of two columns that can be the last day, the one that says that somebody left goes before the end of a contract."""
    if any(part in word for part in ("contract", "contrat", "overeenkomst")):
        return 0.9
    return 1.0 if any(part in word for part in _LEFT) else 0.95


def is_description(label: str) -> bool:
    """Whether a header says that words stand under it which describe a code: Omschrijving, Libellé, Description."""
    return bool(_DESCRIPTION.search(plain(label)))


def recognised_fields(cells: Sequence[Cell], *, loosely: bool = False) -> set[str]:
    """The fields that the cells of one row name."""
    labels = {label_of(cell) for cell in cells if isinstance(cell, str) and 0 < len(cell) <= _LONGEST_HEADER}
    fields = {likely_field(label)[0] if loosely else exact_field(label) for label in labels}
    return fields - {""}


def find_header(rows: Sequence[Sequence[Cell]]) -> tuple[int, list[str], int] | None:
    """Where the header stands: index of its last row, its labels, and how many fields it names; None without header.

    A header of two lines (a word above, its continuation under it) counts when it names more together.
    """
    top = rows[:HEADER_WITHIN]
    for loosely in (False, True):
        candidates = [
            (len(recognised_fields(labels, loosely=loosely)), -place, -lines, labels)
            for place, lines, labels in _candidates(top)
        ]
        known, place, _, labels = max(candidates, key=lambda c: c[:3], default=(0, 0, 0, []))
        if known >= 2 or (known and (loosely or len([label for label in labels if label]) == 1)):
            return -place, labels, known
    return _unknown_header(rows)


def _candidates(top: Sequence[Sequence[Cell]]) -> list[tuple[int, int, list[str]]]:
    """Each row, and each pair of rows of words, as (index of the last row, number of lines, labels)."""
    found: list[tuple[int, int, list[str]]] = []
    for place, row in enumerate(top):
        labels = [label_of(cell) if isinstance(cell, str) else "" for cell in row]
        if not any(labels):
            continue
        found.append((place, 1, labels))
        if found[-2:-1] and found[-2][0] == place - 1 and _only_words(row):
            found.append((place, 2, _of_pair(_titles(top[place - 1]), labels)))
    return found


def _titles(row: Sequence[Cell]) -> list[str]:
    """The upper line of a header; the title of a group stands in its first cell and counts for the blank ones behind it."""
    titles: list[str] = []
    for cell in row:
        label = label_of(cell) if isinstance(cell, str) else ""
        titles.append(label or (titles[-1] if titles else ""))
    return titles


def _of_pair(titles: Sequence[str], labels: Sequence[str]) -> list[str]:
    """The labels of a header of two lines. A title over two columns that are each a field of their own is no part of either."""
    wide = {
        titles[place]
        for place in range(min(len(titles), len(labels)) - 1)
        if titles[place] == titles[place + 1] and exact_field(labels[place]) and exact_field(labels[place + 1])
    }
    return [_of_two_lines(upper, lower, is_wide=upper in wide) for upper, lower in zip(titles, labels, strict=False)]


def _of_two_lines(upper: str, lower: str, *, is_wide: bool) -> str:
    """One label out of two lines. Where only the lower line is a known word, the upper one is the title of a group."""
    both = f"{upper} {lower}".strip() if upper != lower else lower
    if (
        upper
        and (is_wide or not exact_field(both))
        and exact_field(lower)
        and not any(p in normalised_header(upper) for p in FOREIGN)
    ):
        return lower
    return both


def _only_words(row: Sequence[Cell]) -> bool:
    return all(
        isinstance(cell, str) and not _DATA.fullmatch(clean(cell)[:_LONGEST_HEADER]) for cell in row if cell != ""
    )


def _unknown_header(rows: Sequence[Sequence[Cell]]) -> tuple[int, list[str], int] | None:
    """The first row of at least two different words above rows that are about as full."""
    for place, row in enumerate(rows[:HEADER_WITHIN]):
        labels = [label_of(cell) for cell in row]
        words = [label for label in labels if label]
        under = [sum(cell != "" for cell in other) for other in rows[place + 1 : place + 21]]
        full = [count for count in under if count * 2 >= len(words)]
        if (
            len(words) >= 2
            and len(set(words)) == len(words)
            and _only_words(row)
            and under
            and len(full) * 2 > len(under)
        ):
            return place, labels, 0
    return None


def unique_labels(labels: list[str]) -> list[str]:
    """The labels with a number behind a repeated one; a column without a header is called by its letters."""
    taken: set[str] = set()
    result = []
    for place, label in enumerate(labels):
        unique = base = label or column_letters(place)
        number = 1
        while unique.casefold() in taken:
            number += 1
            unique = f"{base} ({number})"
        taken.add(unique.casefold())
        result.append(unique)
    return result
