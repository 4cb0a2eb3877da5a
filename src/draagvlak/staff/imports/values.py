"""The cells of one field as values: numbers of people, texts, sexes, statutes, languages, working-time regimes."""

import re
from collections.abc import Callable, Collection, Iterable
from functools import partial
from itertools import islice

from draagvlak.staff.imports.cleaning import (
    are_national_numbers,
    as_text,
    is_error,
    is_national_number,
    is_printed_national_number,
    key,
    looks_like_formula,
    normalised_header,
    plain,
    unquoted,
    without_national_number,
)
from draagvlak.staff.imports.fractions import FractionReader, must_be_hours
from draagvlak.staff.imports.names import bare_name, in_small_letters
from draagvlak.staff.imports.tables import SAMPLED_ROWS, Cell
from draagvlak.staff.imports.words import ABBREVIATIONS, LANGUAGES, SEXES, SHIFTS, STATUTES, YES_NO

TextRead = tuple[str, str]
"""A text and the code of what is wrong (empty when nothing is)."""

LONGEST = {
    "personnel_number": 40,
    "first_name": 80,
    "last_name": 80,
    "name": 160,
    "email": 254,
    "function": 120,
    "function_group": 120,
    "team": 120,
    "site": 120,
}
"""Most signs kept of a text; what is longer is cut with a warning."""

_LONGEST_WORDS = 300
_NOTHING = frozenset({"", "-", "--", "---", "/", "n/a", "#n/a", "nvt", "n.v.t.", "null", "none", "nan", "?", "."})
_EMAIL = re.compile(r"[^@\s,;<>()\"]+@[^@\s,;<>()\"]+\.[^@\s.,;<>()\"]{2,}")
_ADDRESS_IN_BRACKETS = re.compile(r".*<([^<>]+)>|mailto:(.+)", re.IGNORECASE)
_POINT_ZERO = re.compile(r"\d+\.0+")
# A long number that a spreadsheet shortened: 1,23457E+12 stands for a million different ones.
_SHORTENED = re.compile(r"\d([.,]\d+)?E\+\d+", re.IGNORECASE)
_LEGEND = re.compile(r"(\w+)\s*[=:]\s*(\w+)")
# The codes of ISO 5218.
_NUMBERED_SEXES = {"1": "m", "2": "f", "0": "", "9": ""}
# A part of a text in which a statute is denied, or is that of the people whom somebody leads.
_DENIED = re.compile(
    r"\b(?:geen|niet|nooit|noch|zonder|sans|pas|non|aucune?|ni|jamais|not|no|never|without|isn'?t|ex|gewezen|voormalige?|ancien(?:ne)?|former)\b"
    r"|verantwoordelijk|coordina|responsable|leidinggevende|\bhoofd\b|manager|\bchef\b|\bbegeleid\w* (?:van |de )*(?:vrijwilligers|stagiair)"
)
# Words that say more than the length of the contract next to them: a student's contract is always of definite duration.
_LENGTHS = frozenset({"permanent", "fixed_term"})


def is_nothing(text: str) -> bool:
    """Whether a cell says in its own way that it is empty: -, n.v.t., #N/B."""
    word = plain(text)
    return word in _NOTHING or is_error(word)


def plain_text(text: str, field: str) -> TextRead:
    """A text no longer than is kept. Codes: looks_like_formula (the text is kept), too_long."""
    if is_nothing(text):
        return "", ""
    limit = LONGEST.get(field, 120)
    if len(text) > limit:
        return text[:limit].rstrip(), "too_long"
    return text, "looks_like_formula" if looks_like_formula(text) else ""


def text_of(cell: Cell, field: str) -> TextRead:
    """A plain text such as a team or a function. Codes: looks_like_formula (the text is kept), too_long, and
    national_number_inside or national_number (nothing else stood there); that number is left out."""
    text = as_text(cell)
    if is_nothing(text):
        return "", ""
    text, was_inside = without_national_number(text)
    if was_inside:
        limit = LONGEST.get(field, 120)
        return text[:limit].rstrip(), "national_number_inside" if text else "national_number"
    return plain_text(text, field)


class NumberReader:
    """Reads the cells of one column of personnel numbers. holds_national: the column is one of national numbers."""

    def __init__(self, *, holds_national: bool = False) -> None:
        self.holds_national = holds_national

    def read(self, cell: Cell) -> TextRead:
        """A personnel number with its leading zeros, without the `.0` of a spreadsheet.

        Codes: looks_like_formula, number_unreadable (a date, yes/no, or a number that was shortened), national_number (it is
        not read), too_long.
        """
        if isinstance(cell, bool) or not isinstance(cell, str | int | float):
            return "", "number_unreadable"
        text = as_text(cell)
        if (len(text) > 12 and is_printed_national_number(text)) or (self.holds_national and is_national_number(text)):
            return "", "national_number"
        if text.isdecimal() and len(text) <= LONGEST["personnel_number"]:
            return text, ""
        # A single quote in front is how Excel marks a text.
        text = unquoted(text).removeprefix("'")
        if _SHORTENED.fullmatch(text):
            return "", "number_unreadable"
        if _POINT_ZERO.fullmatch(text):
            text = text.split(".")[0]
        # Digits between letters may be somebody's number here; written with its dots it is a national one.
        inside = without_national_number(text) if "." in text or " " in text else (text, False)
        return (inside[0], "national_number_inside") if inside[1] else plain_text(text, "personnel_number")


def name_of(cell: Cell, field: str) -> TextRead:
    """A name, in small letters when it was all in capitals. Codes: those of a text, beside_name (what was not part of it)."""
    text, code = text_of(cell, field)
    text, was_beside = bare_name(text.rstrip(" *"))
    code = code or ("beside_name" if was_beside else "")
    return (text if field == "name" else in_small_letters(text)), code


def email_of(cell: Cell) -> TextRead:
    """An address in small letters. Code: email_invalid (without the address)."""
    text = as_text(cell).lower()[:_LONGEST_WORDS]
    if match := _ADDRESS_IN_BRACKETS.fullmatch(text):
        text = (match[1] or match[2]).strip()
    if is_nothing(text):
        return "", ""
    if without_national_number(text)[1]:
        return "", "national_number"
    valid = _EMAIL.fullmatch(text) and len(text) <= LONGEST["email"] and not looks_like_formula(text)
    return (text, "") if valid else ("", "email_invalid")


class SexReader:
    """Reads the cells of one column. Its header may hold a legend (1 = man, 2 = vrouw); are_numbered: it holds 1 and 2."""

    def __init__(self, label: str = "", *, are_numbered: bool = False) -> None:
        legend = {key(code): SEXES.get(key(word), "") for code, word in _LEGEND.findall(label)}
        self.words = {**SEXES, **(_NUMBERED_SEXES if are_numbered else {}), **{c: w for c, w in legend.items() if w}}

    def read(self, cell: Cell) -> TextRead:
        """m, f or x from words in three languages. Code: sex_not_recognised."""
        return _looked_up(cell, self.words, "sex_not_recognised")


def sexes_are_numbered(label: str, values: Collection[str]) -> bool:
    """Whether a column can only mean 1 for a man and 2 for a woman, without a legend that says so or otherwise."""
    return "2" in values and set(values) <= set(_NUMBERED_SEXES) and not _LEGEND.search(label)


class ShiftReader:
    """Reads the cells of one column of working-time regimes; under a header such as "Nachtdienst" a yes is enough."""

    def __init__(self, label: str = "") -> None:
        self.named = SHIFTS.get(normalised_header(label), "")

    def read(self, cell: Cell) -> TextRead:
        """day, changing, evening, night or weekend. Code: shift_not_recognised."""
        if self.named:
            answer = YES_NO.get(key(as_text(cell)))
            if answer is not None:
                return (self.named if answer else ""), ""
        return _looked_up(cell, SHIFTS, "shift_not_recognised")


def language_of(cell: Cell) -> TextRead:
    """nl, fr or en. Code: language_not_recognised."""
    return _looked_up(cell, LANGUAGES, "language_not_recognised")


def _looked_up(cell: Cell, words: dict[str, str], code: str) -> TextRead:
    text = as_text(cell)
    if is_nothing(text):
        return "", ""
    found = words.get(key(text))
    return found or "", code if found is None else ""


def statute_of(cell: Cell) -> TextRead:
    """A statute of section 6.3 of the domain facts. Code: statute_not_recognised (nothing is chosen silently)."""
    text = as_text(cell)[:_LONGEST_WORDS]
    if is_nothing(text):
        return "", ""
    if key(text) not in STATUTES:
        text = _without_denied(text)
    bare = re.sub(r"\([^()]*\)", " ", text)
    # Payrolls put the job class next to the contract: "bediende - onbepaalde duur".
    parts = [text, bare, *re.split(r"\s*[-\u2013/,;:(|)]\s*", text)]
    found = {STATUTES[word] for part in parts if (word := key(part)) in STATUTES}
    found = found or {STATUTES[word] for word in map(key, bare.split()) if word in ABBREVIATIONS}
    if len(found) > 1:
        found -= _LENGTHS
    if len(found) == 1:
        return found.pop(), ""
    longest = max((word for word in STATUTES if len(word) > 10 and word in key(text)), key=len, default="")
    return (STATUTES[longest], "") if longest and not found else ("", "statute_not_recognised")


def _without_denied(text: str) -> str:
    """The text without the parts that deny a statute (geen vrijwilliger) or tell of those of others (verantwoordelijke
    vrijwilligers)."""
    parts = re.split(r"(\s*[/,;:(|)]\s*|\s+[-\u2013]\s+)", text)
    return "".join("" if key(part) not in STATUTES and _DENIED.search(plain(part)) else part for part in parts)


def reader_of(field: str, label: str, cells: Iterable[Cell]) -> Callable[[Cell], tuple[object, str]]:
    """What reads the cells of a column as a field that is no date. label and cells: the column's header and what it holds."""
    if field in {"name", "first_name", "last_name"}:
        return partial(name_of, field=field)
    if field == "personnel_number":
        return NumberReader(holds_national=are_national_numbers(islice(cells, SAMPLED_ROWS))).read
    if field == "sex":
        return SexReader(label, are_numbered=sexes_are_numbered(label, _words(cells))).read
    if field == "fraction":
        return FractionReader(label, in_hours=must_be_hours(label, cells)).read
    readers: dict[str, Callable[[Cell], tuple[object, str]]] = {
        "email": email_of,
        "language": language_of,
        "shift": ShiftReader(label).read,
        "statute": statute_of,
    }
    return readers.get(field) or partial(text_of, field=field)


def _words(cells: Iterable[Cell]) -> set[str]:
    return {text for cell in set(cells) if (text := as_text(cell))}
