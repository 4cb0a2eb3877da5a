"""The cells of one field as values: numbers of people, texts, sexes, statutes, languages, fractions."""

import re
from decimal import Decimal, InvalidOperation

from draagvlak.staff.imports.cleaning import (
    as_text,
    key,
    looks_like_formula,
    plain,
    unquoted,
)
from draagvlak.staff.imports.names import in_small_letters
from draagvlak.staff.imports.tables import Cell
from draagvlak.staff.imports.words import LANGUAGES, SEXES, STATUTES

TextRead = tuple[str, str]
"""A text and the code of what is wrong (empty when nothing is)."""
FractionRead = tuple[Decimal | None, str]

FULL_TIME_HOURS = Decimal(38)
"""Hours of a full-time week, for a column that gives hours without a divisor."""

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
_RATIO = re.compile(r"([\d.]+)\s*(?:u|h|uur|uren|heures?|hours?)?\s*/\s*([\d.]+)\s*(?:u|h|uur|uren|heures?|hours?)?")
_HOURS = re.compile(r"([\d.]+)\s*(?:u|h|uur|uren|heures?|hours?)(?:\s*/\s*(?:week|w|semaine|sem))?")
_HOURS_HEADER = re.compile(
    r"\b(?:uur|uren|urenweek|weekuren|\w*uren|heures?|hours?|hebdomadaire|h|u)\b|arbeidsduur|duree"
)
_UNIT = re.compile(r"\s*(?:vte|etp|fte)$")
_WHOLE_WORDS = {
    "voltijds": "1",
    "voltijd": "1",
    "fulltime": "1",
    "tempsplein": "1",
    "vt": "1",
    "ft": "1",
    "tp": "1",
    "halftijds": "0.5",
    "halftijd": "0.5",
    "mitemps": "0.5",
    "halftime": "0.5",
}


def text_of(cell: Cell, field: str) -> TextRead:
    """A plain text such as a team or a function. Codes: looks_like_formula (the text is kept), too_long."""
    text = as_text(cell)
    if plain(text) in _NOTHING:
        return "", ""
    limit = LONGEST.get(field, 120)
    if len(text) > limit:
        return text[:limit].rstrip(), "too_long"
    return text, "looks_like_formula" if looks_like_formula(text) else ""


def number_of(cell: Cell) -> TextRead:
    """A personnel number with its leading zeros, without the `.0` of a spreadsheet.

    Codes: looks_like_formula, number_unreadable (a date or yes/no stands in the cell), too_long.
    """
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return "", "number_unreadable"
    text = as_text(cell)
    if text.isdecimal() and len(text) <= LONGEST["personnel_number"]:
        return text, ""
    text = unquoted(text)
    if _POINT_ZERO.fullmatch(text):
        text = text.split(".")[0]
    return text_of(text, "personnel_number")


def name_of(cell: Cell, field: str) -> TextRead:
    """A name, in small letters when it was all in capitals. Codes: looks_like_formula, too_long."""
    text, code = text_of(cell, field)
    return (text if field == "name" else in_small_letters(text)), code


def email_of(cell: Cell) -> TextRead:
    """An address in small letters. Code: email_invalid (without the address)."""
    text = as_text(cell).lower()[:_LONGEST_WORDS]
    if match := _ADDRESS_IN_BRACKETS.fullmatch(text):
        text = (match[1] or match[2]).strip()
    if text in _NOTHING:
        return "", ""
    valid = _EMAIL.fullmatch(text) and len(text) <= LONGEST["email"] and not looks_like_formula(text)
    return (text, "") if valid else ("", "email_invalid")


def sex_of(cell: Cell) -> TextRead:
    """m, f or x from words in three languages. Code: sex_not_recognised (1 and 2 are not guessed)."""
    return _looked_up(cell, SEXES, "sex_not_recognised")


def language_of(cell: Cell) -> TextRead:
    """nl, fr or en. Code: language_not_recognised."""
    return _looked_up(cell, LANGUAGES, "language_not_recognised")


def _looked_up(cell: Cell, words: dict[str, str], code: str) -> TextRead:
    text = as_text(cell)
    if plain(text) in _NOTHING:
        return "", ""
    found = words.get(key(text), "")
    return found, "" if found else code


def statute_of(cell: Cell) -> TextRead:
    """A statute of section 6.3 of the domain facts. Code: statute_not_recognised (nothing is chosen silently)."""
    text = as_text(cell)[:_LONGEST_WORDS]
    if plain(text) in _NOTHING:
        return "", ""
    bare = re.sub(r"\([^()]*\)", " ", text)
    # Payrolls put the job class next to the contract: "bediende - onbepaalde duur".
    parts = [text, bare, *re.split(r"\s*[-\u2013/,;:(|)]\s*", text)]
    found = [STATUTES[word] for part in parts if (word := key(part)) in STATUTES]
    if len(set(found)) == 1:
        return found[0], ""
    longest = max((word for word in STATUTES if len(word) > 10 and word in key(text)), key=len, default="")
    return (STATUTES[longest], "") if longest and not found else ("", "statute_not_recognised")


class FractionReader:
    """Reads the cells of one column of fractions; the header says whether bare numbers are hours a week."""

    def __init__(self, label: str = "") -> None:
        self.in_hours = bool(_HOURS_HEADER.search(plain(label)))

    def read(self, cell: Cell) -> FractionRead:
        """The share of full time, four decimals. Codes: fraction_not_recognised, fraction_out_of_range."""
        if isinstance(cell, bool) or not isinstance(cell, str | int | float):
            return None, "fraction_not_recognised"
        text = plain(as_text(cell)[:_LONGEST_WORDS]).replace(",", ".")
        if text in _NOTHING:
            return None, ""
        try:
            share = self._share(text)
        except (InvalidOperation, ZeroDivisionError):
            return None, "fraction_not_recognised"
        if not share.is_finite() or not 0 < share <= 1:
            return None, "fraction_out_of_range"
        return share.quantize(Decimal("0.0001")), ""

    def _share(self, text: str) -> Decimal:
        if word := _WHOLE_WORDS.get(key(text)):
            return Decimal(word)
        if match := _RATIO.fullmatch(text):
            return Decimal(match[1]) / Decimal(match[2])
        if match := _HOURS.fullmatch(text):
            return Decimal(match[1]) / FULL_TIME_HOURS
        if text.endswith("%"):
            return Decimal(text[:-1].strip()) / 100
        return self._bare(Decimal(_UNIT.sub("", text)))

    def _bare(self, number: Decimal) -> Decimal:
        if number > 1 and self.in_hours:
            return number / FULL_TIME_HOURS
        # 1.5 is neither a share nor a likely percentage: one and a half percent of a week is 34 minutes.
        return number / 100 if number >= 5 else number
