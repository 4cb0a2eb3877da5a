"""Dates as payrolls, people and spreadsheet programs write them."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from draagvlak.staff.figures import EARLIEST_YEAR, YEARS_AHEAD, is_possible_first_day
from draagvlak.staff.imports.cleaning import clean, plain
from draagvlak.staff.imports.tables import Cell
from draagvlak.staff.imports.words import MONTHS, words

DateRead = tuple[date | None, str]
"""A date or None, and the code of what is wrong (empty when nothing is)."""

_NUMERIC = re.compile(r"(\d{1,4})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{1,4})\.?")
_DAY_FIRST = re.compile(
    r"(?:[^\W\d]+[.,]?\s+)?(\d{1,2})(?:er|e|ste|de|st|nd|rd|th)?[\s./-]*([^\W\d]+)\.?[\s./,-]*(\d{4}|\d{2})"
)
_MONTH_FIRST = re.compile(r"(?:[^\W\d]+,\s*)?([^\W\d]+)\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_TIME = re.compile(
    r"(?:\s+|T)\d{1,2}[:h.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[ap]m)?\s*(?:Z|[+-]\d{2}:?\d{2})?$", re.IGNORECASE
)
_BEFORE = re.compile(
    r"^(?:(?:ma|di|wo|do|vr|za|zo|lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun)[^\W\d]*[.,]?|vanaf|sinds|tot|op|le|du|au"
    r"|depuis|from|since|until)\s+(?=\d)",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d{5}(?:[.,]\d+)?|\d{7,8}")
_ZEROS = re.compile(r"[0\s/.:-]+")
_NOTHING = words(
    "- -- --- / // ? . x n/a na #n/a #n/b n.a. nvt n.v.t. n.v.t so s.o. null none nil nan nat geen aucune aucun onbepaald"
    " indetermine indeterminee indefinite open neant unknown onbekend inconnu"
)
# No last day yet. Elsewhere on a list such a word says something else.
_STILL = frozenset(
    [
        "heden",
        "tot heden",
        "nu",
        "tot nu",
        "actief",
        "actif",
        "active",
        "lopend",
        "doorlopend",
        "present",
        "current",
        "ongoing",
        "a ce jour",
        "en cours",
        "∞",
    ]
)
_NOTHING_PARTS = ("onbepaald", "indetermin", "indefinite", "stillemployed", "still employed", "in dienst", "en service")

# Day numbers of 1913 to 2100 in the system that starts in 1900.
_SERIALS = range(5_000, 73_415)
_EPOCH = date(1899, 12, 30)
_SHIFT_1904 = 1462
_ENDLESS_FROM = 2099
_END_OF_TIME = 2_958_465
# Two digits of a year: how far ahead a start or an end may lie.
_AHEAD = {"start_date": YEARS_AHEAD, "end_date": 20}
_LONGEST_DATE = 60
YOUNGEST, OLDEST = 14, 90
# Of days chosen at random three in five lie after the twelfth; of first days at work, often the first of a month, still more than this.
_MONTHS, _ONE_IN = 12, 10
_OLDEST_POSSIBLE = 100


def is_nothing(text: str) -> bool:
    """Whether a cell says in its own way that there is no date: -, n/a, 00/00/0000, onbepaald."""
    word = plain(text)
    return word in _NOTHING or bool(_ZEROS.fullmatch(word)) or any(part in word for part in _NOTHING_PARTS)


def is_still(cell: Cell) -> bool:
    """Whether a cell says that somebody is still at work: heden, actief, à ce jour."""
    return isinstance(cell, str) and plain(clean(cell)) in _STILL


class DateReader:
    """Reads the cells of one date column.

    field: birth_date, start_date or end_date. month_first: the column is written month/day/year. today decides the
    century of two-digit years and which ages are likely. date1904: bare numbers count from 1904.
    """

    def __init__(self, field: str, *, today: date, month_first: bool = False, date1904: bool = False) -> None:
        self.field = field
        self.today = today
        self.month_first = month_first
        self.shift = _SHIFT_1904 if date1904 else 0

    def read(self, cell: Cell) -> DateRead:
        """The date in a cell. Codes: not_a_date, impossible_date, year_unclear, date_unlikely (all without a date) and
        age_unlikely (with the date)."""
        found, code = self._read(cell)
        if found is None or code:
            return found, code
        if self.field == "end_date" and (found.year >= _ENDLESS_FROM or found.year <= 1900):
            return None, ""
        if self.field == "birth_date":
            if found > self.today:
                return None, "date_unlikely"
            years = self.today.year - found.year - ((self.today.month, self.today.day) < (found.month, found.day))
            return found, "" if YOUNGEST <= years <= OLDEST else "age_unlikely"
        if self.field == "start_date":
            likely = is_possible_first_day(found, today=self.today)
        else:
            likely = EARLIEST_YEAR <= found.year <= self.today.year + 50
        return (found, "") if likely else (None, "date_unlikely")

    def _read(self, cell: Cell) -> DateRead:
        if isinstance(cell, datetime):
            return cell.date(), ""
        if isinstance(cell, date):
            return cell, ""
        if isinstance(cell, str):
            # A single quote in front is how Excel marks a text.
            return self._text(clean(cell).removeprefix("'"))
        return self._number(float(cell)) if isinstance(cell, int | float) else (None, "not_a_date")

    def _number(self, number: float) -> DateRead:
        if not 0 <= number < 1e9:
            return None, "not_a_date"
        whole = int(number)
        if whole in {0, _END_OF_TIME - self.shift}:
            return None, ""
        if 19_000_101 <= whole <= 20_991_231 or whole == 99_991_231:
            return self._calendar(whole // 10_000, whole // 100 % 100, whole % 100)
        if 1_011_900 <= whole <= 31_129_999:
            # Day, month and year without signs; a spreadsheet took the first zero away.
            return self._calendar(whole % 10_000, whole // 10_000 % 100, whole // 1_000_000)
        if whole + self.shift not in _SERIALS:
            return None, "not_a_date"
        return _EPOCH + timedelta(days=whole + self.shift), ""

    def _text(self, text: str) -> DateRead:
        if not text or is_nothing(text) or (self.field == "end_date" and is_still(text)):
            return None, ""
        if len(text) > _LONGEST_DATE:
            return None, "not_a_date"
        text = _TIME.sub("", text)
        if match := _NUMERIC.fullmatch(_BEFORE.sub("", text)):
            return self._parts(match[1], match[2], match[3])
        if _DIGITS.fullmatch(text):
            return self._digits(text)
        return self._named(plain(text))

    def _named(self, text: str) -> DateRead:
        if (match := _DAY_FIRST.fullmatch(text)) and match[2] in MONTHS:
            return self._parts(match[1], str(MONTHS[match[2]]), match[3], named=True)
        if (match := _MONTH_FIRST.fullmatch(text)) and match[1] in MONTHS:
            return self._calendar(int(match[3]), MONTHS[match[1]], int(match[2]))
        return None, "not_a_date"

    def _digits(self, text: str) -> DateRead:
        if len(text) != 8 or "19000101" <= text <= "20991231" or text.startswith("9999"):
            return self._number(float(text.replace(",", ".")))
        return self._calendar(int(text[4:]), int(text[2:4]), int(text[:2]))

    def _parts(self, first: str, second: str, third: str, *, named: bool = False) -> DateRead:
        if len(first) == 4 and len(third) <= 2:
            return self._calendar(int(first), int(second), int(third))
        if len(first) > 2 or len(third) not in {2, 4}:
            return None, "not_a_date"
        day, month = (second, first) if self.month_first and not named else (first, second)
        year = int(third) if len(third) == 4 else self._century(int(third))
        if year is None:
            return None, "year_unclear"
        return self._calendar(year, int(month), int(day))

    def _century(self, year: int) -> int | None:
        """The full year for two digits: a person between 14 and 100, else the latest year that is not too far ahead."""
        if self.field == "birth_date":
            full = (self.today.year - YOUNGEST) // 100 * 100 + year
            full -= 100 * (full > self.today.year - YOUNGEST)
            return full if self.today.year - full <= _OLDEST_POSSIBLE else None
        if year == 99 and self.field == "end_date":
            return None
        latest = self.today.year + _AHEAD.get(self.field, 0)
        full = latest // 100 * 100 + year
        return full - 100 * (full > latest)

    @staticmethod
    def _calendar(year: int, month: int, day: int) -> DateRead:
        try:
            return date(year, month, day), ""
        except ValueError:
            return None, "impossible_date"


def month_comes_first(cells: Iterable[Cell]) -> bool:
    """Whether a column is written as month/day/year: in one date of ten or more the second part is over 12, and so much more
    often than the first that a few typing errors, on either side, do not turn all other dates around."""
    dates = [match for cell in cells if isinstance(cell, str) and (match := _NUMERIC.match(cell.strip()))]
    dates = [match for match in dates if len(match[1]) <= 2 and len(match[3]) in {2, 4}]
    no_month, no_day = (sum(int(match[part]) > _MONTHS for match in dates) for part in (1, 2))
    return no_day > 0 and no_day * _ONE_IN >= len(dates) and no_day >= no_month * _ONE_IN


_ANY_DAY = DateReader("start_date", today=date(2000, 1, 1))


def looks_like_date(cell: Cell) -> bool:
    """Whether a cell holds a date in any of the ways that can be read; a bare number does not count."""
    if isinstance(cell, date):
        return True
    if not isinstance(cell, str) or cell.strip().isdigit():
        return False
    found, code = _ANY_DAY.read(cell)
    return found is not None or code in {"year_unclear", "impossible_date", "date_unlikely"}


def is_day_in_digits(text: str) -> bool:
    """Whether digits alone are a day: 20240315, or 15032024 as some payrolls print it."""
    found, code = _ANY_DAY.read(text) if len(text) in {7, 8} and text.isdecimal() else (None, "")
    return found is not None or code == "date_unlikely"
